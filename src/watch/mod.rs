//! Layer 5, files that people edit while we run: rules and configuration.
