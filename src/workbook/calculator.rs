//! `IronCalc`, asked for the results of a few formulas before and after a change. It is named in this file only.

use std::collections::HashMap;

use ironcalc_base::Model;
use ironcalc_base::cell::CellValue;
use ironcalc_base::expressions::parser::static_analysis::add_implicit_intersection;
use ironcalc_base::expressions::parser::stringify::to_english_string;
use ironcalc_base::expressions::parser::{Parser, new_parser_english};
use ironcalc_base::expressions::types::CellReferenceRC;
use ironcalc_base::types::CellType;

use super::cellref::Area;
use super::dependents::{Spot, Value};

/// A small workbook of only what is needed: its tabs are named S0, S1, ….
#[derive(Debug, Default)]
pub struct Sheet {
    pub tabs: usize,
    pub constants: Vec<(Spot, Value)>,
    /// Formulas without `=`; the area is that of an array formula.
    pub formulas: Vec<(Spot, String, Option<Area>)>,
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
    let tabs = (0..sheet.tabs).map(|tab| format!("S{tab}")).collect();
    let mut parser = new_parser_english(tabs, Vec::new(), HashMap::new());
    for (spot, text, fills) in &sheet.formulas {
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
    model.evaluate();
    let before: Option<Vec<Value>> = sheet.asked.iter().map(|it| got(&model, *it)).collect();
    for (spot, _, after) in &sheet.changes {
        put(&mut model, *spot, &Value::Number(*after))?;
    }
    model.evaluate();
    let after: Option<Vec<Value>> = sheet.asked.iter().map(|it| got(&model, *it)).collect();
    Some(before?.into_iter().zip(after?).collect())
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
