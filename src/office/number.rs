//! Numbers as Brazilians write them.

/// `1600000` as `1.600.000`.
#[must_use]
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn a_point_stands_between_thousands() {
        assert_eq!([grouped(7), grouped(999), grouped(1234), grouped(1_600_000)], ["7", "999", "1.234", "1.600.000"]);
    }
}
