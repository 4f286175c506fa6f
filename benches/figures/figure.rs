//! One figure: what was measured, beside its limit and its goal.

/// How much work is done for a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// All figures within ten minutes on two cores; the largest sizes are a tenth.
    Quick,
    /// The sizes that the goals name.
    Full,
}

impl Scale {
    /// The size of a piece of work.
    pub fn of(self, quick: u32, full: u32) -> u32 {
        match self {
            Self::Quick => quick,
            Self::Full => full,
        }
    }

    /// Rounds in which limit and work take turns.
    pub fn rounds(self) -> usize {
        match self {
            Self::Quick => 3,
            Self::Full => 5,
        }
    }
}

/// What a figure shall reach.
#[derive(Debug, Clone, Copy)]
pub enum Goal {
    /// The value.
    AtLeast(f64),
    /// The value.
    AtMost(f64),
    /// The ratio to the limit.
    RatioAtLeast(f64),
    /// The ratio to the limit.
    RatioAtMost(f64),
    /// Shown beside the others.
    None,
}

/// Prints a figure.
pub fn tell(name: &str, value: f64, unit: &str, limit: Option<f64>, goal: Goal) {
    let ratio = limit.map(|it| value / it);
    let by_ratio = |good: fn(f64, f64) -> bool, goal| ratio.is_some_and(|it| good(it, goal));
    let (text, is_met) = match goal {
        Goal::AtLeast(goal) => (format!(">= {goal} {unit}"), value >= goal),
        Goal::AtMost(goal) => (format!("<= {goal} {unit}"), value <= goal),
        Goal::RatioAtLeast(goal) => (format!("ratio >= {goal}"), by_ratio(|it, goal| it >= goal, goal)),
        Goal::RatioAtMost(goal) => (format!("ratio <= {goal:.2}"), by_ratio(|it, goal| it <= goal, goal)),
        Goal::None => ("-".to_owned(), true),
    };
    let ratio = ratio.map_or("-".to_owned(), |it| format!("{it:.2}"));
    println!("{name}\t{}\t{unit}\t{ratio}\t{text}\t{}", shown(value), if is_met { "ok" } else { "short" });
}

fn shown(value: f64) -> String {
    if value >= 100.0 { format!("{value:.0}") } else { format!("{value:.2}") }
}

/// The middle of some measurements.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
