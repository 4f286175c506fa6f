//! The new year's tab, made from last year's.

use super::edit::Refusal;
use super::record::RecordError;

/// Copies the tab `from` as the tab of `to_year`: layout, formats, formulas and charts, the counts emptied.
///
/// # Errors
/// A [`Refusal`] with its reason; then nothing is to be written.
pub fn new_year(_bytes: &[u8], _from: &str, _to_year: i16) -> Result<Vec<u8>, Refusal> {
    Err(Refusal::Unsupported("not built yet".to_owned()))
}

/// A workbook with the tab of a new year.
#[derive(Debug)]
pub struct WithNewYear {
    /// The whole package.
    pub bytes: Vec<u8>,
    /// The name of the new tab.
    pub tab: String,
}

/// Makes the tab of `year` from the tab of the year before.
///
/// # Errors
/// [`RecordError::Ask`] where there is no tab of the year before; else a refusal.
pub(super) fn with_new_year(_bytes: &[u8], _year: i16, _tabs: &[String]) -> Result<WithNewYear, RecordError> {
    Err(RecordError::Refused(Refusal::Unsupported("not built yet".to_owned())))
}
