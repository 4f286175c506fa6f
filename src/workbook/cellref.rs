//! Cells and areas by their names: `B5`, `$B$5`, `A1:AA16`.

use std::fmt;

/// The last row of a tab.
pub const ROW_MAX: u32 = 1_048_576;
/// The last column of a tab, XFD.
pub const COLUMN_MAX: u32 = 16_384;

/// A cell; rows and columns count from 1. Ordered as the XML orders them: by row, then by column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRef {
    pub row: u32,
    pub column: u32,
}

impl CellRef {
    /// Reads `B5` or `$B$5`.
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = text.trim().chars().filter(|c| *c != '$').collect();
        let letters: String = plain.chars().take_while(char::is_ascii_alphabetic).collect();
        let digits = plain.get(letters.len()..)?;
        if digits.is_empty() || !digits.bytes().all(|it| it.is_ascii_digit()) {
            return None;
        }
        let (row, column) = (digits.parse().ok()?, column_number(&letters)?);
        (1..=ROW_MAX).contains(&row).then_some(Self { row, column })
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.column), self.row)
    }
}

/// The number of a column: A is 1.
pub fn column_number(letters: &str) -> Option<u32> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let number = letters.bytes().try_fold(0_u32, |number, it| {
        it.is_ascii_alphabetic().then(|| number * 26 + u32::from(it.to_ascii_uppercase() - b'A') + 1)
    })?;
    (number <= COLUMN_MAX).then_some(number)
}

/// The letters of a column.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// A rectangle of cells, both corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Area {
    pub first: CellRef,
    pub last: CellRef,
}

impl Area {
    /// The area of two corners, whichever they are.
    pub fn new(one: CellRef, other: CellRef) -> Self {
        Self {
            first: CellRef { row: one.row.min(other.row), column: one.column.min(other.column) },
            last: CellRef { row: one.row.max(other.row), column: one.column.max(other.column) },
        }
    }

    /// Reads `A1:B2` or `A1`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            Some((one, other)) => Some(Self::new(CellRef::parse(one)?, CellRef::parse(other)?)),
            None => CellRef::parse(text).map(|it| Self::new(it, it)),
        }
    }

    /// Whether the cell lies within.
    pub fn contains(&self, cell: CellRef) -> bool {
        (self.first.row..=self.last.row).contains(&cell.row)
            && (self.first.column..=self.last.column).contains(&cell.column)
    }

    /// Whether the areas share a cell.
    pub fn meets(&self, other: &Self) -> bool {
        self.first.row <= other.last.row
            && other.first.row <= self.last.row
            && self.first.column <= other.last.column
            && other.first.column <= self.last.column
    }

    /// How many cells it has.
    pub fn size(&self) -> u64 {
        u64::from(self.last.row - self.first.row + 1) * u64::from(self.last.column - self.first.column + 1)
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { write!(f, "{}", self.first) } else { write!(f, "{}:{}", self.first, self.last) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, CellRef, column_letters, column_number};

    #[test]
    fn cells_are_read_and_written() {
        for text in ["A1", "Z9", "AA10", "XFD1048576"] {
            assert_eq!(CellRef::parse(text).map(|it| it.to_string()), Some(text.to_owned()));
        }
        assert_eq!(CellRef::parse("$b$5"), CellRef::parse("B5"));
        for text in ["", "B", "5", "B0", "XFE1", "A1048577", "ÇA1", "A1:B2", "AAAA1"] {
            assert_eq!(CellRef::parse(text), None, "{text}");
        }
        assert_eq!(column_number("xfd").map(column_letters), Some("XFD".to_owned()));
    }

    #[test]
    fn areas_contain_and_meet() {
        let area = Area::parse("B4:C5").unwrap();
        assert_eq!(Area::parse("C5:B4"), Some(area));
        assert!(area.contains(CellRef { row: 5, column: 3 }) && !area.contains(CellRef { row: 6, column: 3 }));
        assert!(area.meets(&Area::parse("A1:B4").unwrap()) && !area.meets(&Area::parse("D1:E9").unwrap()));
        assert_eq!(area.size(), 4);
    }
}
