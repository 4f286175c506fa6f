//! A private mail host for the tests: Postfix and Dovecot on free loopback ports.
