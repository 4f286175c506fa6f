//! The workbook: the same figures as numbers, a sheet for each panel, a chart below each.

use rust_xlsxwriter::{Chart, ChartType, Color, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::Month;
use crate::office::Channel;

/// The figures of a month as `.xlsx`.
///
/// # Errors
/// [`XlsxError`].
pub fn workbook(month: &Month) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let areas = month.largest_areas(usize::MAX);
    let rows: Vec<(String, Vec<u64>)> = areas.iter().map(|it| (it.name.clone(), vec![it.email, it.whatsapp])).collect();
    let headings = ["Área", "E-mail", "WhatsApp"];
    sheet(
        &mut book,
        "Áreas",
        &headings,
        &rows,
        &chart(&format!("Comunicações de {}", month.name), ChartType::BarStacked),
    )?;
    let channel = |it: Channel| match it {
        Channel::Email => "E-mail".to_owned(),
        Channel::Whatsapp => "WhatsApp".to_owned(),
    };
    let rows: Vec<(String, Vec<u64>)> = month
        .channels
        .iter()
        .map(|it| (channel(it.channel), vec![it.delivered, it.relayed, it.silent, it.failed]))
        .collect();
    let headings = ["Canal", "Entregues", "Aceitas pelo servidor da pessoa", "Sem notícia", "Não entregues"];
    let title = format!("O que aconteceu com as mensagens de {}", month.name);
    sheet(&mut book, "Entregas", &headings, &rows, &chart(&title, ChartType::BarPercentStacked))?;
    let rows: Vec<(String, Vec<u64>)> =
        month.wait_classes().into_iter().map(|(name, n)| (name.to_owned(), vec![n])).collect();
    let title = format!("Do pedido ao envio, {}", month.name);
    sheet(&mut book, "Tempos", &["Do pedido ao envio", "Envios"], &rows, &chart(&title, ChartType::Column))?;
    book.save_to_buffer()
}

struct Wanted {
    title: String,
    kind: ChartType,
}

fn chart(title: &str, kind: ChartType) -> Wanted {
    Wanted { title: title.to_owned(), kind }
}

/// The colours of the series, as in the picture.
const COLOURS: [&[u32]; 3] =
    [&[0x6b_77_85], &[0x1f_4e_79, 0x2e_8b_57], &[0x1f_4e_79, 0x7f_a8_cf, 0xd5_db_e2, 0xb8_43_3a]];

fn sheet(
    book: &mut Workbook,
    name: &str,
    headings: &[&str],
    rows: &[(String, Vec<u64>)],
    wanted: &Wanted,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let over_numbers = bold.clone().set_align(FormatAlign::Right);
    let number = Format::new().set_num_format("#,##0");
    let sheet: &mut Worksheet = book.add_worksheet();
    sheet.set_name(name)?;
    // On paper: one sheet of A4, lying, with table and chart.
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 1);
    sheet.set_column_width(0, 34)?;
    for (column, heading) in (0_u16..).zip(headings) {
        let format = if column == 0 { &bold } else { &over_numbers };
        sheet.write_string_with_format(0, column, *heading, format)?;
        if column > 0 {
            let width = u16::try_from(heading.chars().count()).unwrap_or(u16::MAX);
            sheet.set_column_width(column, f64::from(width.clamp(12, 40)) + 2.0)?;
        }
    }
    for (row, (label, values)) in (1_u32..).zip(rows) {
        sheet.write_string(row, 0, label)?;
        for (column, value) in (1_u16..).zip(values) {
            // Excel counts in doubles; no month has more people than those hold exactly.
            #[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^53")]
            sheet.write_number_with_format(row, column, *value as f64, &number)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let last = u32::try_from(rows.len()).unwrap_or(0);
    if last == 0 {
        return Ok(());
    }
    let mut chart = Chart::new(wanted.kind);
    let series = headings.len().saturating_sub(1);
    let colours = COLOURS.iter().find(|it| it.len() == series).copied().unwrap_or_default();
    for (column, number) in (1_u16..).zip(0..series) {
        let one = chart.add_series();
        one.set_name((name, 0, column))
            .set_categories((name, 1, 0, last, 0))
            .set_values((name, 1, column, last, column));
        if let Some(colour) = colours.get(number) {
            one.set_format(
                &mut rust_xlsxwriter::ChartFormat::new()
                    .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(Color::RGB(*colour)))
                    .clone(),
            );
        }
    }
    chart.title().set_name(&wanted.title);
    if series == 1 {
        chart.legend().set_hidden();
    }
    if wanted.kind != ChartType::Column {
        // The first row stands on top, as in the sheet.
        chart.y_axis().set_reverse();
    }
    chart.set_width(720).set_height(160 + last.min(20) * 36);
    sheet.insert_chart(last + 2, 0, &chart)?;
    Ok(())
}
