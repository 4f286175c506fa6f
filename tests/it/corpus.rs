//! Mails as real clients write them, with what a careful assistant would conclude.
