//! Layer 5, figures for Prometheus and a health answer, on loopback.
