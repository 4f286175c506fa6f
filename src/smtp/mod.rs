//! Layer 4, sending by SMTP: envelopes, DSN parameters, a verdict for each recipient.
