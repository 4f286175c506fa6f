//! The files of the embedded world: lists, the contact workbook, the indicator workbook, reports, a picture.

use rust_xlsxwriter::{Format, Formula, Workbook, XlsxError};

use super::chance::Chance;
use super::insured::Insured;
use crate::office::calendar::month_headings;
use crate::office::content::ContentFile;

/// The type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A row of a list: cells in the order of its headings.
pub type Row = Vec<String>;

/// A list as a workbook, with a title above it as offices like it.
///
/// # Errors
/// The library that writes workbooks.
pub fn xlsx_list(title: &str, headings: &[&str], rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Lista")?;
    let bold = Format::new().set_bold();
    sheet.write_string_with_format(0, 0, title, &bold)?;
    for (heading, column) in headings.iter().zip(0..) {
        sheet.write_string_with_format(2, column, *heading, &bold)?;
        sheet.set_column_width(column, 26)?;
    }
    for (cells, row) in rows.iter().zip(3..) {
        for (cell, column) in cells.iter().zip(0..) {
            sheet.write_string(row, column, cell)?;
        }
    }
    book.save_to_buffer()
}

/// A list as a CSV out of a Brazilian Excel: `;` and windows-1252.
#[must_use]
pub fn csv_list(headings: &[&str], rows: &[Row]) -> Vec<u8> {
    let mut text = format!("{}\r\n", headings.join(";"));
    for row in rows {
        text.push_str(&format!("{}\r\n", row.join(";")));
    }
    encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()
}

/// The contact workbook of the network folder, with those who asked not to be written to on a tab of their own.
///
/// # Errors
/// The library that writes workbooks.
pub fn contacts(people: &[Insured], opted_out: &[Insured]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Contatos")?;
    let bold = Format::new().set_bold();
    sheet.write_string_with_format(0, 0, "IPREVILLE – ASSESSORIA DE RELACIONAMENTO", &bold)?;
    sheet.write_string(1, 0, "Contatos WhatsApp – Relação para envio de mensagens")?;
    for (heading, column) in
        ["Nº", "NOME", "MATRÍCULA", "SITUAÇÃO", "CELULAR / WHATSAPP", "E-MAIL"].into_iter().zip(0..)
    {
        sheet.write_string_with_format(3, column, heading, &bold)?;
    }
    for ((n, person), row) in people.iter().enumerate().zip(4..) {
        sheet.write_number(row, 0, n as f64 + 1.0)?;
        sheet.write_string(row, 1, &person.name)?;
        sheet.write_string(row, 2, &person.registration)?;
        sheet.write_string(row, 3, if n % 3 == 0 { "PENSIONISTA" } else { "APOSENTADO" })?;
        sheet.write_string(row, 4, person.phone_as_written(n))?;
        sheet.write_string(row, 5, &person.email)?;
    }
    let out = book.add_worksheet().set_name("NÃO ENVIAR")?;
    for (heading, column) in ["NOME", "TELEFONE", "PEDIDO EM"].into_iter().zip(0..) {
        out.write_string_with_format(0, column, heading, &bold)?;
    }
    for (person, row) in opted_out.iter().zip(1..) {
        out.write_string(row, 0, &person.name)?;
        out.write_string(row, 1, person.phone_as_written(row as usize))?;
        out.write_string(row, 2, "e-mail")?;
    }
    book.save_to_buffer()
}

/// The indicator workbook: a tab for each year, areas by months and channels, with totals; the months before
/// `month` of the last year hold the counts that people made.
///
/// # Errors
/// The library that writes workbooks.
pub fn indicators(areas: &[&str], year: i16, month: i8, chance: &mut Chance) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    for tab in [year - 1, year] {
        let until = if tab == year { u16::try_from(month).unwrap_or(1) } else { 13 };
        let sheet = book.add_worksheet().set_name(tab.to_string())?;
        let bold = Format::new().set_bold();
        let title = format!("RELATÓRIO DA ASSESSORIA DE RELACIONAMENTO – {tab}");
        sheet.write_string_with_format(0, 0, title, &bold)?;
        sheet.write_string(1, 0, "Quantidade de comunicações enviadas aos segurados por área solicitante")?;
        sheet.write_string_with_format(3, 0, "ÁREA SOLICITANTE", &bold)?;
        sheet.set_column_width(0, 30)?;
        for (month, first) in month_headings().chain(["TOTAL".to_owned()]).zip((1..).step_by(2)) {
            sheet.merge_range(3, first, 3, first + 1, &month, &bold)?;
            sheet.write_string_with_format(4, first, "E-mail", &bold)?;
            sheet.write_string_with_format(4, first + 1, "WhatsApp", &bold)?;
        }
        let mut columns = [0_u64; 26];
        for (area, row) in areas.iter().zip(5_u32..) {
            sheet.write_string(row, 0, *area)?;
            let mut sums = [0_u64; 2];
            for (column, of_column) in (1_u16..=24).zip(columns.iter_mut()) {
                // The running month has begun: it holds a few counts, and the demo adds to them.
                if column.div_ceil(2) > until {
                    continue;
                }
                let n = chance.between(0, 9);
                sheet.write_number(row, column, n as f64)?;
                *of_column += n;
                if let Some(sum) = sums.get_mut(usize::from((column + 1) % 2)) {
                    *sum += n;
                }
            }
            for ((total, column), letters) in sums.into_iter().zip(25_u16..).zip(["BDFHJLNPRTVX", "CEGIKMOQSUWY"]) {
                let cells: Vec<String> = letters.chars().map(|it| format!("{it}{}", row + 1)).collect();
                let formula = Formula::new(format!("={}", cells.join("+"))).set_result(total.to_string());
                sheet.write_formula(row, column, formula)?;
                if let Some(of_column) = columns.get_mut(usize::from(column) - 1) {
                    *of_column += total;
                }
            }
        }
        let last = u32::try_from(areas.len()).unwrap_or(0) + 5;
        sheet.write_string_with_format(last, 0, "TOTAL", &bold)?;
        for (column, total) in (1_u16..).zip(columns) {
            let name = rust_xlsxwriter::utility::column_number_to_name(column);
            let formula = Formula::new(format!("=SUM({name}6:{name}{last})")).set_result(total.to_string());
            sheet.write_formula(last, column, formula)?;
        }
    }
    book.save_to_buffer()
}

/// A line of a report: phone, what became of it.
pub type ReportLine = (String, &'static str);

/// The call center's report as a workbook.
///
/// # Errors
/// The library that writes workbooks.
pub fn report(protocol: &str, lines: &[ReportLine], day: &str) -> Result<ContentFile, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Relatório")?;
    let bold = Format::new().set_bold();
    for (heading, column) in ["Telefone", "Status", "Data/Hora"].into_iter().zip(0..) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
        sheet.set_column_width(column, 22)?;
    }
    for ((phone, status), row) in lines.iter().zip(1..) {
        sheet.write_string(row, 0, phone)?;
        sheet.write_string(row, 1, *status)?;
        sheet.write_string(row, 2, format!("{day} {:02}:{:02}", 13 + row / 60 % 6, row % 60))?;
    }
    Ok(ContentFile {
        name: format!("Relatorio_Envio_{protocol}.xlsx"),
        mime: XLSX.to_owned(),
        content_id: None,
        bytes: book.save_to_buffer()?,
    })
}

/// A poster as a JPEG: bands of colour, so that it is a picture and small.
#[must_use]
pub fn picture(chance: &mut Chance) -> Vec<u8> {
    let shade = u8::try_from(chance.between(60, 200)).unwrap_or(128);
    let picture = image::RgbImage::from_fn(640, 360, |x, y| {
        let band = u8::try_from((x / 80 + y / 60) * 12 % 200).unwrap_or(0);
        image::Rgb([shade, band, 255 - band / 2])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    let written = picture.write_to(&mut bytes, image::ImageFormat::Jpeg);
    if written.is_ok() { bytes.into_inner() } else { Vec::new() }
}
