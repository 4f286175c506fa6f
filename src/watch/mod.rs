//! Layer 5, files that people edit while we run: the rules, reloaded when they are whole and right.

mod examples;
mod folder;
mod hint;
mod reload;

pub use examples::try_examples;
pub use folder::read_folder;
pub use hint::Hint;
pub use reload::{LOOK_EVERY, News, RuleWatch, SETTLE, load_rules};

#[cfg(test)]
mod tests;
