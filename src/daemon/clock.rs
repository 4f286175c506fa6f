//! The time: the system's, or one that a test or the embedded world sets.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// A clock.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The system's.
    System,
    /// One that stands until it is set: seconds since 1970.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at a moment.
    #[must_use]
    pub fn standing_at(seconds: i64) -> Self {
        Self::Set(Arc::new(AtomicI64::new(seconds)))
    }

    /// Seconds since 1970.
    #[must_use]
    pub fn now(&self) -> i64 {
        match self {
            Self::System => Timestamp::now().as_second(),
            Self::Set(at) => at.load(Ordering::SeqCst),
        }
    }

    /// Sets a clock that stands; the system's goes on by itself.
    pub fn set(&self, seconds: i64) {
        match self {
            Self::System => {}
            Self::Set(at) => at.store(seconds, Ordering::SeqCst),
        }
    }
}

/// The local time of a moment.
#[must_use]
pub fn local(seconds: i64, zone: &TimeZone) -> DateTime {
    Timestamp::from_second(seconds).map_or(DateTime::MIN, |it| it.to_zoned(zone.clone()).datetime())
}

/// The moment of a local time.
#[must_use]
pub fn moment(local: DateTime, zone: &TimeZone) -> Option<i64> {
    local.to_zoned(zone.clone()).ok().map(|it| it.timestamp().as_second())
}
