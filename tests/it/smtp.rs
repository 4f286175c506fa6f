//! Sending to a real Postfix.
