//! Layer 5, readiness, watchdog and stopping, as systemd wants them told.
