//! A first workbook, where there was none: areas, months, channels, totals and a chart.

use rust_xlsxwriter::{
    Chart, ChartType, ColNum, Color, Format, FormatAlign, FormatBorder, Formula, RowNum, Workbook, Worksheet,
    XlsxError, utility::row_col_to_cell,
};

use crate::office::calendar::month_headings;

/// Why no workbook could be made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The library that writes workbooks refused.
    #[error("cannot make the workbook: {0}")]
    Writer(#[from] XlsxError),
    /// No area to count for.
    #[error("cannot make the workbook: there is no area in areas.toml")]
    NoArea,
}

/// The channels, as the headings name them.
const CHANNELS: [&str; 2] = ["E-mail", "WhatsApp"];
/// The row of the months; that of the channels is the next, and the areas begin below.
const MONTHS_ROW: RowNum = 3;
const FIRST_AREA_ROW: RowNum = MONTHS_ROW + 2;
/// The column of the totals: a label and two columns for each month are before it.
const TOTALS_COLUMN: ColNum = 25;

/// Makes the workbook of a year; `areas` are the labels of the rows.
///
/// # Errors
/// [`CreateError`].
pub fn create(areas: &[&str], year: i16) -> Result<Vec<u8>, CreateError> {
    if areas.is_empty() {
        return Err(CreateError::NoArea);
    }
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(year.to_string())?;
    sheet.set_landscape().set_print_fit_to_pages(1, 1).set_paper_size(9);
    sheet.set_freeze_panes(FIRST_AREA_ROW, 1)?;
    sheet.set_column_width(0, 30)?;
    sheet.set_column_range_width(1, TOTALS_COLUMN + 1, 9)?;
    headings(sheet, year)?;
    let total_row = FIRST_AREA_ROW + RowNum::try_from(areas.len()).unwrap_or(RowNum::MAX - FIRST_AREA_ROW);
    for (row, area) in (FIRST_AREA_ROW..).zip(areas) {
        area_row(sheet, row, area)?;
    }
    totals(sheet, total_row)?;
    sheet.insert_chart(total_row + 2, 0, &chart(year, total_row))?;
    Ok(workbook.save_to_buffer()?)
}

fn bordered() -> Format {
    Format::new().set_border(FormatBorder::Thin)
}

fn heading() -> Format {
    bordered().set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(0x00DD_EBF7))
}

fn headings(sheet: &mut Worksheet, year: i16) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(14);
    sheet.write_with_format(0, 0, format!("RELATÓRIO DA ASSESSORIA DE RELACIONAMENTO – {year}"), &title)?;
    sheet.write(1, 0, "Quantidade de comunicações enviadas, por área solicitante")?;
    sheet.merge_range(MONTHS_ROW, 0, MONTHS_ROW + 1, 0, "ÁREA SOLICITANTE", &heading())?;
    for (column, month) in (1..).step_by(2).zip(month_headings().chain(["TOTAL".to_owned()])) {
        sheet.merge_range(MONTHS_ROW, column, MONTHS_ROW, column + 1, &month, &heading())?;
        for (column, channel) in (column..).zip(CHANNELS) {
            sheet.write_with_format(MONTHS_ROW + 1, column, channel, &heading())?;
        }
    }
    Ok(())
}

fn area_row(sheet: &mut Worksheet, row: RowNum, area: &str) -> Result<(), XlsxError> {
    sheet.write_with_format(row, 0, area, &bordered())?;
    for column in 1..TOTALS_COLUMN {
        sheet.write_blank(row, column, &bordered())?;
    }
    for offset in 0..2 {
        let months = (1 + offset..TOTALS_COLUMN).step_by(2);
        let cells: Vec<String> = months.map(|column| row_col_to_cell(row, column)).collect();
        let formula = Formula::new(cells.join("+")).set_result("0");
        sheet.write_formula_with_format(row, TOTALS_COLUMN + offset, formula, &bordered().set_bold())?;
    }
    Ok(())
}

fn totals(sheet: &mut Worksheet, row: RowNum) -> Result<(), XlsxError> {
    sheet.write_with_format(row, 0, "TOTAL", &heading())?;
    for column in 1..=TOTALS_COLUMN + 1 {
        let (from, to) = (row_col_to_cell(FIRST_AREA_ROW, column), row_col_to_cell(row - 1, column));
        let formula = Formula::new(format!("SUM({from}:{to})")).set_result("0");
        sheet.write_formula_with_format(row, column, formula, &heading())?;
    }
    Ok(())
}

fn chart(year: i16, total_row: RowNum) -> Chart {
    let tab = year.to_string();
    let mut chart = Chart::new(ChartType::Column);
    chart.title().set_name(&format!("Comunicações por área – {year}"));
    for (offset, channel) in (0..).zip(CHANNELS) {
        let column = TOTALS_COLUMN + offset;
        chart
            .add_series()
            .set_name(channel)
            .set_categories((tab.as_str(), FIRST_AREA_ROW, 0, total_row - 1, 0))
            .set_values((tab.as_str(), FIRST_AREA_ROW, column, total_row - 1, column));
    }
    chart.set_width(900).set_height(340);
    chart
}
