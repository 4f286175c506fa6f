//! Mailboxes: one contract that IMAP and Maildir both keep, what only IMAP can do, and the faults of its servers.

mod contract;
mod dovecot;
mod script;
