//! Layer 4, mailboxes that are read: IMAP and Maildir.
