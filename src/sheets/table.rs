//! Tables as people see them: rows with the spreadsheet program's own numbers, cells as the screen shows them.

/// One table of a file: a sheet, a table of a document, the lines of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of the sheet; empty where there is none.
    pub name: String,
    /// Whether the sheet is hidden.
    pub hidden: bool,
    /// The rows in which something stands.
    pub rows: Vec<Row>,
}

/// One row in which something stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The row as the spreadsheet program numbers it (1 is the first).
    pub number: u32,
    /// The cells from the first column on, as a person sees them; a cell that is not there is empty.
    pub cells: Vec<String>,
    /// Whether the row is hidden (by hand or by a filter).
    pub hidden: bool,
    /// Whether the filled cells are struck out.
    pub struck: bool,
    /// Whether one cell is merged over several columns: the row is a title.
    pub title: bool,
}

impl Row {
    /// A visible row of a text.
    #[must_use]
    pub fn plain(number: u32, cells: Vec<String>) -> Self {
        Self { number, cells, ..Self::default() }
    }

    /// The cell of a column, empty if there is none.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Whether nothing but blanks stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|it| it.trim().is_empty())
    }
}
