//! The mailbox ports against a real Dovecot.
