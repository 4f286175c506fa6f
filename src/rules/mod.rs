//! Layer 3, the rule files: reading, diagnostics, matching.
