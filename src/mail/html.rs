//! The HTML of a mail as blocks of text with their looks.
