//! Rule files: what is accepted, what is refused and where.
