//! Layer 1, what people read: the texts of `rules/textos/`, rendered from typed values in one place.
