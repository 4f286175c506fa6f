//! The styles of cells, as far as they say how a value is shown.

use std::collections::HashMap;

use super::is_true;
use super::parts::for_each_tag;
use crate::sheets::SheetError;
use crate::sheets::format::NumberFormat;
use crate::sheets::package::{Package, attribute};

/// The cells' styles: of each its number format and whether a line goes through it.
#[derive(Default)]
pub(super) struct Styles {
    pub(super) cells: Vec<(usize, bool)>,
    pub(super) formats: Vec<NumberFormat>,
}

/// Reads the styles of cells: number format and strike-through.
pub(super) fn read_styles(package: &mut Package<'_>, part: &str) -> Result<Styles, SheetError> {
    let mut codes: HashMap<u32, String> = HashMap::new();
    let mut fonts: Vec<bool> = Vec::new();
    let mut cells: Vec<(u32, usize)> = Vec::new();
    // Differential formats and style templates have fonts and xf as well, which are not counted.
    let mut section = Section::Other;
    for_each_tag(package, part, &mut |tag| match tag.local_name().as_ref() {
        "numFmt" => {
            let id = attribute(tag, "numFmtId").and_then(|it| it.parse().ok());
            if let (Some(id), Some(code)) = (id, attribute(tag, "formatCode")) {
                codes.insert(id, code);
            }
        }
        "fonts" => section = Section::Fonts,
        "cellXfs" => section = Section::Cells,
        "fills" | "borders" | "cellStyleXfs" | "cellStyles" | "dxfs" => section = Section::Other,
        "font" if section == Section::Fonts => fonts.push(false),
        "strike" if section == Section::Fonts => {
            if let Some(last) = fonts.last_mut() {
                *last = attribute(tag, "val").is_none_or(|it| is_true(&it));
            }
        }
        "xf" if section == Section::Cells => {
            let number = |name| attribute(tag, name).and_then(|it| it.parse::<u32>().ok()).unwrap_or(0);
            cells.push((number("numFmtId"), number("fontId") as usize));
        }
        _ => {}
    })?;
    Ok(styles_of(&codes, &fonts, &cells))
}

/// Where in the styles part the reader stands.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Section {
    Fonts,
    Cells,
    Other,
}

/// One [`NumberFormat`] for each that is used.
fn styles_of(codes: &HashMap<u32, String>, fonts: &[bool], cells: &[(u32, usize)]) -> Styles {
    let mut styles = Styles::default();
    let mut known: HashMap<u32, usize> = HashMap::new();
    for (id, font) in cells {
        let format = *known.entry(*id).or_insert_with(|| {
            styles.formats.push(NumberFormat::of(*id, codes.get(id).map(String::as_str)));
            styles.formats.len() - 1
        });
        styles.cells.push((format, fonts.get(*font).copied().unwrap_or(false)));
    }
    styles
}
