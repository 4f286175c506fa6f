//! What is known of the functions of spreadsheets: which of them may be trusted, and how far.

use Quirk::{OverEmpty, OverHidden, Volatile};
use Trust::{Common, Other, Plain};

/// How far a function's results are trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// Nobody disputes its meaning; with operators and references such functions make a formula plain.
    Plain,
    /// All spreadsheet programs give the same results for it.
    Common,
    /// A result is written, and the workbook asks to be recalculated besides; so it is with functions not named here.
    Other,
}

/// What is peculiar to a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quirk {
    /// It makes no difference to it how many empty cells follow in a column.
    OverEmpty,
    /// It passes over rows that are not shown.
    OverHidden,
    /// It changes by itself.
    Volatile,
}

/// By name, in the order of the names.
const FUNCTIONS: &[(&str, Trust, &[Quirk])] = &[
    ("ABS", Plain, &[OverEmpty]),
    ("AGGREGATE", Other, &[OverHidden]),
    ("AND", Plain, &[]),
    ("AVERAGE", Plain, &[OverEmpty]),
    ("AVERAGEIF", Common, &[OverEmpty]),
    ("AVERAGEIFS", Common, &[OverEmpty]),
    ("CHOOSE", Common, &[]),
    ("COLUMN", Common, &[]),
    ("COLUMNS", Common, &[]),
    ("CONCAT", Common, &[]),
    ("CONCATENATE", Common, &[]),
    ("COUNT", Plain, &[OverEmpty]),
    ("COUNTA", Plain, &[OverEmpty]),
    ("COUNTBLANK", Common, &[]),
    ("COUNTIF", Plain, &[OverEmpty]),
    ("COUNTIFS", Common, &[OverEmpty]),
    ("DATE", Common, &[]),
    ("DAY", Common, &[]),
    ("DAYS", Common, &[]),
    ("EDATE", Common, &[]),
    ("EOMONTH", Common, &[]),
    ("EXACT", Common, &[]),
    ("EXP", Common, &[]),
    ("FALSE", Common, &[OverEmpty]),
    ("FIND", Common, &[]),
    ("HLOOKUP", Common, &[OverEmpty]),
    ("HOUR", Common, &[]),
    ("IF", Plain, &[OverEmpty]),
    ("IFERROR", Plain, &[OverEmpty]),
    ("IFNA", Common, &[OverEmpty]),
    ("IFS", Common, &[]),
    ("INDEX", Common, &[OverEmpty]),
    ("INDIRECT", Common, &[]),
    ("INT", Common, &[]),
    ("ISBLANK", Common, &[]),
    ("ISERROR", Common, &[]),
    ("ISNA", Common, &[]),
    ("ISNUMBER", Common, &[]),
    ("ISTEXT", Common, &[]),
    ("LARGE", Common, &[OverEmpty]),
    ("LEFT", Common, &[]),
    ("LEN", Common, &[]),
    ("LN", Common, &[]),
    ("LOG", Common, &[]),
    ("LOG10", Common, &[]),
    ("LOOKUP", Common, &[OverEmpty]),
    ("LOWER", Common, &[]),
    ("MATCH", Common, &[OverEmpty]),
    ("MAX", Plain, &[OverEmpty]),
    ("MAXIFS", Common, &[OverEmpty]),
    ("MEDIAN", Common, &[OverEmpty]),
    ("MID", Common, &[]),
    ("MIN", Plain, &[OverEmpty]),
    ("MINIFS", Common, &[OverEmpty]),
    ("MINUTE", Common, &[]),
    ("MOD", Common, &[]),
    ("MONTH", Common, &[]),
    ("NOT", Plain, &[]),
    ("NOW", Other, &[Volatile]),
    ("OFFSET", Common, &[]),
    ("OR", Plain, &[]),
    ("PI", Common, &[]),
    ("POWER", Common, &[]),
    ("PRODUCT", Plain, &[OverEmpty]),
    ("RAND", Other, &[Volatile]),
    ("RANDARRAY", Other, &[Volatile]),
    ("RANDBETWEEN", Other, &[Volatile]),
    ("RANK", Common, &[]),
    ("RANK.EQ", Common, &[]),
    ("REPT", Common, &[]),
    ("RIGHT", Common, &[]),
    ("ROUND", Plain, &[OverEmpty]),
    ("ROUNDDOWN", Common, &[]),
    ("ROUNDUP", Common, &[]),
    ("ROW", Common, &[]),
    ("ROWS", Common, &[]),
    ("SEARCH", Common, &[]),
    ("SECOND", Common, &[]),
    ("SIGN", Common, &[]),
    ("SMALL", Common, &[OverEmpty]),
    ("SQRT", Common, &[]),
    ("STDEV", Common, &[OverEmpty]),
    ("STDEV.P", Common, &[]),
    ("STDEV.S", Common, &[]),
    ("STDEVP", Common, &[]),
    ("SUBSTITUTE", Common, &[]),
    ("SUBTOTAL", Plain, &[OverHidden]),
    ("SUM", Plain, &[OverEmpty]),
    ("SUMIF", Plain, &[OverEmpty]),
    ("SUMIFS", Common, &[OverEmpty]),
    ("SUMPRODUCT", Plain, &[OverEmpty]),
    ("SUMSQ", Common, &[OverEmpty]),
    ("SWITCH", Common, &[]),
    ("TEXT", Common, &[]),
    ("TIME", Common, &[]),
    ("TODAY", Other, &[Volatile]),
    ("TRANSPOSE", Common, &[]),
    ("TRIM", Common, &[]),
    ("TRUE", Common, &[]),
    ("TRUNC", Common, &[]),
    ("UPPER", Common, &[]),
    ("VALUE", Common, &[]),
    ("VAR", Common, &[]),
    ("VAR.P", Common, &[]),
    ("VAR.S", Common, &[]),
    ("VARP", Common, &[]),
    ("VLOOKUP", Common, &[OverEmpty]),
    ("WEEKDAY", Common, &[]),
    ("XLOOKUP", Other, &[OverEmpty]),
    ("XMATCH", Other, &[OverEmpty]),
    ("XOR", Common, &[]),
    ("YEAR", Common, &[]),
];

fn known(name: &str) -> Option<&'static (&'static str, Trust, &'static [Quirk])> {
    FUNCTIONS.binary_search_by_key(&name, |it| it.0).ok().and_then(|at| FUNCTIONS.get(at))
}

fn has(name: &str, quirk: Quirk) -> bool {
    known(name).is_some_and(|it| it.2.contains(&quirk))
}

/// Whether nobody disputes its meaning.
pub(super) fn is_plain(name: &str) -> bool {
    known(name).is_some_and(|it| it.1 == Plain)
}

/// Whether all spreadsheet programs give the same results for it.
pub(super) fn is_common(name: &str) -> bool {
    known(name).is_some_and(|it| it.1 != Other)
}

/// Whether it changes by itself.
pub(super) fn is_volatile(name: &str) -> bool {
    has(name, Volatile)
}

/// Whether it passes over rows that are not shown.
pub(super) fn sees_hidden(name: &str) -> bool {
    has(name, OverHidden)
}

/// Whether it makes no difference to it how many empty cells follow in a column.
pub(super) fn passes_over_empty(name: &str) -> bool {
    has(name, OverEmpty)
}

#[cfg(test)]
mod tests {
    use super::{FUNCTIONS, is_common, is_plain, is_volatile, passes_over_empty, sees_hidden};

    #[test]
    fn the_functions_stand_in_the_order_of_their_names_so_that_each_is_found() {
        assert!(FUNCTIONS.is_sorted_by(|one, other| one.0 < other.0));
        assert!(is_plain("SUM") && is_common("SUM") && passes_over_empty("SUM"));
        assert!(is_common("VLOOKUP") && !is_plain("VLOOKUP"));
        assert!(sees_hidden("AGGREGATE") && !is_common("AGGREGATE") && is_volatile("TODAY"));
        assert!(!is_common("NO.SUCH") && !passes_over_empty("NO.SUCH"));
    }
}
