//! Cells by their names, `$BC$12`.

/// The column of `BC12`: 1 is the first.
pub(super) fn column_of(place: &str) -> Option<usize> {
    let mut column = 0_usize;
    for b in place.bytes() {
        match b {
            b'A'..=b'Z' => column = column.checked_mul(26)?.checked_add(usize::from(b - b'A') + 1)?,
            b'a'..=b'z' => column = column.checked_mul(26)?.checked_add(usize::from(b - b'a') + 1)?,
            b'$' => {}
            _ => break,
        }
    }
    (column > 0).then_some(column)
}

/// Row and column of `$BC$12`.
pub(super) fn cell_place(place: &str) -> Option<(u32, usize)> {
    let digits = place.trim_start_matches(|c: char| !c.is_ascii_digit());
    Some((digits.parse().ok()?, column_of(place)?))
}

#[cfg(test)]
mod tests {
    use super::{cell_place, column_of};

    #[test]
    fn places_are_read() {
        assert_eq!(column_of("A1"), Some(1));
        assert_eq!(column_of("XFD1048576"), Some(16384));
        assert_eq!(cell_place("$B$12"), Some((12, 2)));
        assert_eq!(column_of("12"), None);
    }
}
