//! ERF and ERFC, which the calculator knows to ten digits only; spreadsheet programs show fifteen. Their calls are cut
//! out of formulas, and worked out beside the calculator.

use std::ops::Range;

use super::dependents::Value;
use super::formula::{array_constant, is_word_start, quoted, word_length};

/// A call that was cut out of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    function: Function,
    /// The formulas of what it is called with.
    pub arguments: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Function {
    /// The integral from 0, or from the first argument to the second.
    Erf,
    /// What is missing from the integral to 1.
    Erfc,
}

/// By name, with the least and the largest number of arguments.
const FUNCTIONS: [(&str, Function, Range<usize>); 4] = [
    ("ERF", Function::Erf, 1..3),
    ("ERFC", Function::Erfc, 1..2),
    ("ERF.PRECISE", Function::Erf, 1..2),
    ("ERFC.PRECISE", Function::Erfc, 1..2),
];

/// Functions that see more of the place where they stand than its row and column, or have names of their own.
const BOUND: [&str; 6] = ["INDIRECT", "CELL", "SHEET", "FORMULATEXT", "LET", "LAMBDA"];

/// The formula with its calls cut out, the innermost first; `instead` says what stands in the place of each.
/// `None` where there is nothing to cut out, or not safely.
pub fn cut_out(formula: &str, mut instead: impl FnMut(Call) -> Option<String>) -> Option<String> {
    let all = calls(formula);
    if !all.iter().any(|it| is_ours(&it.1)) || all.iter().any(|it| BOUND.contains(&it.1.as_str())) {
        return None;
    }
    let mut text = formula.to_owned();
    // Within the arguments of the last one there is no other.
    while let Some((at, name)) = calls(&text).into_iter().rev().find(|it| is_ours(&it.1)) {
        let (_, function, counts) = FUNCTIONS.into_iter().find(|it| it.0 == name)?;
        let (arguments, end) = arguments(&text, at.end + 1)?;
        if !counts.contains(&arguments.len()) || arguments.iter().any(|it| it.trim().is_empty()) {
            return None;
        }
        text.replace_range(at.start..end, &instead(Call { function, arguments })?);
    }
    Some(text)
}

fn is_ours(name: &str) -> bool {
    FUNCTIONS.iter().any(|it| it.0 == name)
}

impl Call {
    /// Its result, as all spreadsheet programs work it out; `None` where they differ.
    pub fn result(&self, arguments: &[Value]) -> Option<Value> {
        let mut numbers = Vec::new();
        for argument in arguments {
            match argument {
                Value::Empty => numbers.push(0.0),
                Value::Number(number) => numbers.push(*number),
                Value::Error(_) => return Some(argument.clone()),
                // A text of digits is a number to some programs, and so is a truth.
                Value::Text(text) if text.chars().any(|c| c.is_ascii_digit()) => return None,
                Value::Text(_) => return Some(Value::Error("#VALUE!".to_owned())),
                Value::Bool(_) => return None,
            }
        }
        Some(Value::Number(match (self.function, numbers.as_slice()) {
            (Function::Erf, [to]) => libm::erf(*to),
            (Function::Erf, [from, to]) => libm::erf(*to) - libm::erf(*from),
            (Function::Erfc, [from]) => libm::erfc(*from),
            _ => return None,
        }))
    }
}

/// The functions of a formula in their order: where the name stands, and the name without prefixes.
fn calls(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|it| !it.is_empty()) {
        let length = opaque_length(rest).unwrap_or_else(|| {
            let is_word = rest.starts_with(is_word_start);
            if is_word { word_length(rest).max(1) } else { rest.chars().next().map_or(1, char::len_utf8) }
        });
        if rest.starts_with(is_word_start) && rest.get(length..).is_some_and(|it| it.starts_with('(')) {
            let name = rest.get(..length).unwrap_or_default().to_ascii_uppercase();
            found.push((at..at + length, name.trim_start_matches("_XLFN.").to_owned()));
        }
        at += length;
    }
    found
}

/// The length of what is no formula: a text, a quoted tab, the constants of an array.
fn opaque_length(rest: &str) -> Option<usize> {
    match rest.chars().next()? {
        quote @ ('"' | '\'') => Some(quoted(rest, quote).max(1)),
        '{' => Some(array_constant(rest).max(1)),
        _ => None,
    }
}

/// The arguments that begin at a place of the text, and the place after their bracket.
fn arguments(text: &str, begin: usize) -> Option<(Vec<String>, usize)> {
    let (mut found, mut depth, mut at, mut from) = (Vec::new(), 0_u32, begin, begin);
    loop {
        let rest = text.get(at..)?;
        let c = rest.chars().next()?;
        let length = opaque_length(rest).unwrap_or(c.len_utf8());
        match c {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            ')' => {
                found.push(text.get(from..at)?.to_owned());
                return Some((found, at + 1));
            }
            ',' if depth == 0 => {
                found.push(text.get(from..at)?.to_owned());
                from = at + 1;
            }
            _ => {}
        }
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::{Call, Value, cut_out};

    fn cut(formula: &str) -> (Option<String>, Vec<Vec<String>>) {
        let mut seen = Vec::new();
        let text = cut_out(formula, |call: Call| {
            seen.push(call.arguments);
            Some(format!("<{}>", seen.len()))
        });
        (text, seen)
    }

    #[test]
    fn calls_are_cut_out_from_the_innermost_to_the_outermost() {
        let check = |formula: &str, text: &str, arguments: &[&[&str]]| {
            let (found, seen) = cut(formula);
            assert_eq!(
                (found.as_deref(), seen),
                (Some(text), arguments.iter().map(|it| it.iter().map(|it| (*it).to_owned()).collect()).collect()),
                "{formula}"
            );
        };
        check("ERF(A1)", "<1>", &[&["A1"]]);
        check("1-_xlfn.ERFC.PRECISE( A1/2 )", "1-<1>", &[&[" A1/2 "]]);
        check("erf(0,MAX(A1,B1))+ERFC(1)", "<2>+<1>", &[&["1"], &["0", "MAX(A1,B1)"]]);
        check("ERF(1-ERFC(A1))", "<2>", &[&["A1"], &["1-<1>"]]);
        check("IF('a(b'!A1=\"ERF(1)\",ERF({1,2}),0)", "IF('a(b'!A1=\"ERF(1)\",<1>,0)", &[&["{1,2}"]]);
    }

    #[test]
    fn what_cannot_be_cut_out_safely_stays() {
        for formula in [
            "SUM(A1)",
            "\"ERF(1)\"",
            "ERF()",
            "ERF(1,2,3)",
            "ERFC(1,2)",
            "ERF(,1)",
            "ERF(1",
            "MYERF(1)",
            "ERF(INDIRECT(\"A1\"))",
            "LET(x,1,ERF(x))",
        ] {
            assert_eq!(cut(formula).0, None, "{formula}");
        }
    }

    #[test]
    fn results_are_those_that_spreadsheet_programs_show() {
        let call = |formula: &str| {
            let mut found = None;
            cut_out(formula, |call| {
                found = Some(call);
                Some(String::new())
            });
            found.unwrap()
        };
        // As Excel saved them.
        for (formula, arguments, expected) in [
            ("ERF(a)", &[0.5][..], 0.520_499_877_813_046_5),
            ("ERF(a)", &[-5.0], -0.999_999_999_998_462_6),
            ("ERF.PRECISE(a)", &[-0.5], -0.520_499_877_813_046_5),
            ("ERFC(a)", &[-0.5], 1.520_499_877_813_046_5),
            ("ERFC(a)", &[2.0], 4.677_734_981_047_264_5e-3),
            ("ERFC.PRECISE(a)", &[3.5], 7.430_983_723_414_129e-7),
            ("ERFC.PRECISE(a)", &[4.0], 1.541_725_790_028_001_7e-8),
            ("ERF(a,b)", &[-0.5, 0.5], 1.040_999_755_626_093),
        ] {
            let arguments: Vec<Value> = arguments.iter().map(|it| Value::Number(*it)).collect();
            let Some(Value::Number(found)) = call(formula).result(&arguments) else { panic!("{formula}") };
            assert!((found - expected).abs() <= 1e-14 * expected.abs(), "{formula} {arguments:?}: {found}");
        }
        let text = |it: &str| Value::Text(it.to_owned());
        let error = |it: &str| Value::Error(it.to_owned());
        for (argument, expected) in [
            (Value::Empty, Some(Value::Number(0.0))),
            (text("n/a"), Some(error("#VALUE!"))),
            (error("#N/A"), Some(error("#N/A"))),
            (text("0,5"), None),
            (Value::Bool(true), None),
        ] {
            assert_eq!(call("ERF(a)").result(std::slice::from_ref(&argument)), expected, "{argument:?}");
        }
    }
}
