//! One number changed in real workbooks.
