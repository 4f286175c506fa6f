//! Layer 6, the one loop: mailbox, understanding, rules, request, ledger, errands.
