//! `IronCalc`, asked for the results of a few formulas before and after a change. It is named in this file only.

use std::collections::HashMap;

use ironcalc_base::Model;
use ironcalc_base::cell::CellValue;
use ironcalc_base::expressions::parser::static_analysis::add_implicit_intersection;
use ironcalc_base::expressions::parser::stringify::to_english_string;
use ironcalc_base::expressions::parser::{Parser, new_parser_english};
use ironcalc_base::expressions::types::CellReferenceRC;
use ironcalc_base::types::CellType;

use super::cellref::{Area, CellRef, column_letters};
use super::dependents::{Spot, Value};
use super::error_function::{Call, cut_out};

/// A formula without `=`; the area is that of an array formula.
pub type Given = (Spot, String, Option<Area>);

/// A small workbook of only what is needed: its tabs are named S0, S1, ….
#[derive(Debug, Default)]
pub struct Sheet {
    pub tabs: usize,
    pub constants: Vec<(Spot, Value)>,
    pub formulas: Vec<Given>,
    /// The cells that change: before and after.
    pub changes: Vec<(Spot, Value, f64)>,
    /// The cells whose results are asked for.
    pub asked: Vec<Spot>,
}

/// The results of the cells asked for, before and after the change; `None` where the calculator failed.
pub fn results(sheet: &Sheet) -> Option<Vec<(Value, Value)>> {
    let mut model = Model::new_empty("S", "en", "UTC", "en").ok()?;
    model.rename_sheet_by_index(0, "S0").ok()?;
    for tab in 1..sheet.tabs {
        model.add_sheet(&format!("S{tab}")).ok()?;
    }
    for (spot, value) in &sheet.constants {
        put(&mut model, *spot, value)?;
    }
    for (spot, before, _) in &sheet.changes {
        put(&mut model, *spot, before)?;
    }
    let (formulas, beside) = with_calls_beside(sheet);
    let tabs = formulas.iter().map(|it| it.0.0 + 1).chain(beside.iter().map(|it| it.result.0 + 1)).max();
    let tabs = tabs.unwrap_or(0).max(sheet.tabs);
    for tab in sheet.tabs..tabs {
        model.add_sheet(&format!("S{tab}")).ok()?;
    }
    let tabs = (0..tabs).map(|tab| format!("S{tab}")).collect();
    let mut parser = new_parser_english(tabs, Vec::new(), HashMap::new());
    for (spot, text, fills) in &formulas {
        let (tab, row, column) = place(*spot)?;
        match fills {
            Some(area) => {
                let width = i32::try_from(area.last.column - area.first.column + 1).ok()?;
                let height = i32::try_from(area.last.row - area.first.row + 1).ok()?;
                model.set_user_array_formula(tab, row, column, width, height, &format!("={text}")).ok()?;
            }
            None => {
                let text = intersected(&mut parser, *spot, text).unwrap_or_else(|| text.clone());
                model.update_cell_with_formula(tab, row, column, format!("={text}")).ok()?;
            }
        }
    }
    evaluate(&mut model, &beside)?;
    let before: Option<Vec<Value>> = sheet.asked.iter().map(|it| got(&model, *it)).collect();
    for (spot, _, after) in &sheet.changes {
        put(&mut model, *spot, &Value::Number(*after))?;
    }
    evaluate(&mut model, &beside)?;
    let after: Option<Vec<Value>> = sheet.asked.iter().map(|it| got(&model, *it)).collect();
    Some(before?.into_iter().zip(after?).collect())
}

/// A call worked out beside the calculator: the cells in which its arguments are calculated, and that of its result.
struct Beside {
    call: Call,
    arguments: Vec<Spot>,
    result: Spot,
}

/// The formulas with the calls of ERF and its kin cut out. Their arguments and results stand at the same place of further
/// tabs, so that what goes by row and column means the same there.
fn with_calls_beside(sheet: &Sheet) -> (Vec<Given>, Vec<Beside>) {
    let (mut formulas, mut all) = (Vec::new(), Vec::new());
    for (spot, text, fills) in &sheet.formulas {
        let mut tab = sheet.tabs;
        let mut next = || {
            tab += 1;
            (tab - 1, spot.1)
        };
        let mut beside = Vec::new();
        let cut = cut_out(text, |call| {
            let arguments = call.arguments.iter().map(|_| next()).collect();
            let result = next();
            beside.push(Beside { call, arguments, result });
            Some(format!("S{}!{}", result.0, absolute(result.1)))
        });
        match cut.filter(|_| fills.is_none()) {
            Some(cut) => {
                formulas.push((*spot, cut, None));
                for one in &beside {
                    let texts = one.arguments.iter().zip(&one.call.arguments);
                    formulas.extend(texts.map(|(spot, text)| (*spot, text.clone(), None)));
                }
                all.append(&mut beside);
            }
            None => formulas.push((*spot, text.clone(), *fills)),
        }
    }
    (formulas, all)
}

fn absolute(cell: CellRef) -> String {
    format!("${}${}", column_letters(cell.column), cell.row)
}

/// Calls may stand in each other's arguments; deeper than this they run in a circle.
const ROUNDS_MAX: usize = 100;

/// Evaluates until the results of the calls beside are those of their arguments.
fn evaluate(model: &mut Model<'_>, beside: &[Beside]) -> Option<()> {
    model.evaluate();
    let mut known: Vec<Option<Value>> = vec![None; beside.len()];
    for _ in 0..ROUNDS_MAX {
        let mut is_settled = true;
        for (one, known) in beside.iter().zip(&mut known) {
            let arguments: Option<Vec<Value>> = one.arguments.iter().map(|it| got(model, *it)).collect();
            let result = one.call.result(&arguments?)?;
            if known.as_ref() != Some(&result) {
                put(model, one.result, &result)?;
                *known = Some(result);
                is_settled = false;
            }
        }
        if is_settled {
            return Some(());
        }
        model.evaluate();
    }
    None
}

/// A formula that is no array takes from an area the cell of its own row or column, which newer programs write `@`.
fn intersected(parser: &mut Parser<'_>, spot: Spot, text: &str) -> Option<String> {
    let (_, row, column) = place(spot)?;
    let reference = CellReferenceRC { sheet: format!("S{}", spot.0), row, column };
    let mut node = parser.parse(text, &reference);
    add_implicit_intersection(&mut node, true);
    let written = to_english_string(&node, &reference);
    (written.contains('@') && !text.contains('@')).then_some(written)
}

fn place(spot: Spot) -> Option<(u32, i32, i32)> {
    Some((u32::try_from(spot.0).ok()?, i32::try_from(spot.1.row).ok()?, i32::try_from(spot.1.column).ok()?))
}

fn put(model: &mut Model<'_>, spot: Spot, value: &Value) -> Option<()> {
    let (tab, row, column) = place(spot)?;
    match value {
        Value::Empty => Some(()),
        Value::Number(number) => model.update_cell_with_number(tab, row, column, *number).ok(),
        Value::Text(text) => model.update_cell_with_text(tab, row, column, text).ok(),
        Value::Bool(is_true) => model.update_cell_with_bool(tab, row, column, *is_true).ok(),
        Value::Error(name) => model.set_user_input(tab, row, column, name.clone()).ok(),
    }
}

fn got(model: &Model<'_>, spot: Spot) -> Option<Value> {
    let (tab, row, column) = place(spot)?;
    let is_error = model.get_cell_type(tab, row, column).ok()? == CellType::ErrorValue;
    Some(match model.get_cell_value_by_index(tab, row, column).ok()? {
        CellValue::None => Value::Empty,
        CellValue::String(name) if is_error => Value::Error(name),
        CellValue::String(text) => Value::Text(text),
        CellValue::Number(number) => Value::Number(number),
        CellValue::Boolean(is_true) => Value::Bool(is_true),
    })
}
