//! Chance that can be repeated: the same seed, the same day.

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

/// A seeded source of chance.
#[derive(Debug)]
pub struct Chance(StdRng);

impl Chance {
    /// The chance of a seed.
    #[must_use]
    pub fn of(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// A number from `from` to `to`, both included.
    pub fn between(&mut self, from: u64, to: u64) -> u64 {
        self.0.random_range(from..=to.max(from))
    }

    /// Seconds from `from` to `to`.
    pub fn seconds(&mut self, from: i64, to: i64) -> i64 {
        self.0.random_range(from..=to.max(from))
    }

    /// An index below `length`; 0 for an empty row.
    pub fn index(&mut self, length: usize) -> usize {
        if length == 0 { 0 } else { self.0.random_range(0..length) }
    }

    /// One of several texts.
    pub fn one_of<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts.get(self.index(texts.len())).copied().unwrap_or_default()
    }

    /// Yes, once in `n` times.
    pub fn once_in(&mut self, n: u64) -> bool {
        self.between(1, n) == 1
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn the_same_seed_gives_the_same_day() {
        let draw = |seed| {
            let mut chance = Chance::of(seed);
            (0..20).map(|_| chance.between(0, 1000)).collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }
}
