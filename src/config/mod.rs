//! Layer 5, `carteiro.toml`: text with places, merged sections, valid settings.
