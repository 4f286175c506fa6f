//! The picture: three panels, drawn into a buffer and packed as PNG.

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder as _};
use plotters::backend::BitMapBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea as _};
use plotters::element::Rectangle;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontStyle, IntoFont as _, RGBColor, TextStyle, WHITE, register_font};
use thiserror::Error;

use super::{Month, percent};
use crate::office::{Channel, grouped};

/// The picture could not be drawn.
#[derive(Debug, Error)]
#[error("cannot draw the figures of the month: {0}")]
pub struct Undrawable(String);

/// The name under which the letters are known.
const FONT: &str = "carteiro";

const REGULAR: &[u8] = include_bytes!("font/OpenSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("font/OpenSans-Bold.ttf");

/// Dots for each unit of the drawing: letters set at whole dots look even at two.
const DOTS: i32 = 2;

const WIDTH: i32 = 1200;
const MARGIN: i32 = 48;

/// Where bars begin: names stand before them.
const BARS_AT: i32 = 360;

/// The longest bar.
const BAR_MAX: i32 = 650;

const BAR: i32 = 26;
const LINE: i32 = 42;

/// Areas shown one by one.
const AREAS_MAX: usize = 12;

const INK: RGBColor = RGBColor(0x26, 0x2f, 0x3a);
const GREY: RGBColor = RGBColor(0x6b, 0x77, 0x85);
const PALE: RGBColor = RGBColor(0xd5, 0xdb, 0xe2);
const EMAIL: RGBColor = RGBColor(0x1f, 0x4e, 0x79);
const WHATSAPP: RGBColor = RGBColor(0x2e, 0x8b, 0x57);
const TAKEN: RGBColor = RGBColor(0x7f, 0xa8, 0xcf);
const FAILED: RGBColor = RGBColor(0xb8, 0x43, 0x3a);

type Area<'a> = DrawingArea<BitMapBackend<'a>, Shift>;

/// The figures of a month as a PNG.
///
/// # Errors
/// [`Undrawable`].
pub fn png(month: &Month) -> Result<Vec<u8>, Undrawable> {
    for (style, bytes) in [(FontStyle::Normal, REGULAR), (FontStyle::Bold, BOLD)] {
        register_font(FONT, style, bytes).map_err(|_| Undrawable("the letters cannot be read".to_owned()))?;
    }
    let areas = month.largest_areas(AREAS_MAX).len().max(1);
    let lines = i32::try_from(areas + month.channels.len().max(1) + month.wait_classes().len()).unwrap_or(40);
    let height = 150 + 3 * 118 + lines * LINE;
    let (columns, rows) = ((WIDTH * DOTS).unsigned_abs(), (height * DOTS).unsigned_abs());
    let mut pixels = vec![255_u8; columns as usize * rows as usize * 3];
    {
        let root = BitMapBackend::with_buffer(&mut pixels, (columns, rows)).into_drawing_area();
        root.fill(&WHITE).map_err(undrawable)?;
        let mut y = head(&root, month)?;
        y = areas_panel(&root, month, y)?;
        y = fates_panel(&root, month, y)?;
        waits_panel(&root, month, y)?;
        root.present().map_err(undrawable)?;
    }
    let mut out = Vec::new();
    PngEncoder::new(&mut out).write_image(&pixels, columns, rows, ExtendedColorType::Rgb8).map_err(undrawable)?;
    Ok(out)
}

fn undrawable(error: impl std::fmt::Display) -> Undrawable {
    Undrawable(error.to_string())
}

/// One line of words; `x` is its left or right end.
fn words(
    root: &Area<'_>,
    text: &str,
    at: (i32, i32),
    size: i32,
    colour: RGBColor,
    look: Look,
) -> Result<(), Undrawable> {
    let style = if look.is_bold { FontStyle::Bold } else { FontStyle::Normal };
    let pos = Pos::new(if look.ends_at { HPos::Right } else { HPos::Left }, VPos::Center);
    let font = TextStyle::from((FONT, size * DOTS, style).into_font()).color(&colour).pos(pos);
    root.draw_text(text, &font, (at.0 * DOTS, at.1 * DOTS)).map_err(undrawable)
}

#[derive(Clone, Copy, Default)]
struct Look {
    is_bold: bool,
    ends_at: bool,
}

const PLAIN: Look = Look { is_bold: false, ends_at: false };
const STRONG: Look = Look { is_bold: true, ends_at: false };
const TO_THE_RIGHT: Look = Look { is_bold: false, ends_at: true };

fn bar(root: &Area<'_>, x: i32, y: i32, width: i32, colour: RGBColor) -> Result<(), Undrawable> {
    if width < 1 {
        return Ok(());
    }
    filled(root, (x, y - BAR / 2), (x + width, y + BAR / 2), colour)
}

fn filled(root: &Area<'_>, from: (i32, i32), to: (i32, i32), colour: RGBColor) -> Result<(), Undrawable> {
    let corners = [(from.0 * DOTS, from.1 * DOTS), (to.0 * DOTS - 1, to.1 * DOTS - 1)];
    root.draw(&Rectangle::new(corners, colour.filled())).map_err(undrawable)
}

fn head(root: &Area<'_>, month: &Month) -> Result<i32, Undrawable> {
    words(root, &format!("Comunicações de {}", month.name), (MARGIN, 56), 34, INK, STRONG)?;
    let mut line = format!("{} comunicações, {} pessoas", grouped(month.communications()), grouped(month.people()));
    let reached: u64 = month.channels.iter().map(|it| it.delivered + it.relayed).sum();
    if month.people() > 0 {
        line.push_str(&format!(", {}% alcançadas", percent(reached, month.people())));
    }
    if !month.institute.is_empty() {
        line.push_str(&format!("  ·  {}", month.institute));
    }
    words(root, &line, (MARGIN, 100), 20, GREY, PLAIN)?;
    Ok(150)
}

/// The heading of a panel and, under it, what its colours mean; gives where its first line stands.
fn heading(root: &Area<'_>, title: &str, legend: &[(RGBColor, &str)], y: i32) -> Result<i32, Undrawable> {
    filled(root, (MARGIN, y), (WIDTH - MARGIN, y + 1), PALE)?;
    words(root, title, (MARGIN, y + 32), 23, INK, STRONG)?;
    let mut x = BARS_AT;
    for (colour, name) in legend {
        filled(root, (x, y + 59), (x + 16, y + 75), *colour)?;
        words(root, name, (x + 24, y + 67), 17, GREY, PLAIN)?;
        // The letters are about half as wide as they are high.
        x += 60 + i32::try_from(name.chars().count()).unwrap_or(20) * 9;
    }
    Ok(y + 108)
}

fn areas_panel(root: &Area<'_>, month: &Month, y: i32) -> Result<i32, Undrawable> {
    let legend = [(EMAIL, "e-mail"), (WHATSAPP, "WhatsApp")];
    let mut y = heading(root, "Por área e canal", &legend, y)?;
    let areas = month.largest_areas(AREAS_MAX);
    let most = areas.iter().map(super::AreaFigures::total).max().unwrap_or(0);
    if areas.is_empty() {
        words(root, "Nenhuma comunicação neste mês.", (MARGIN, y), 19, GREY, PLAIN)?;
        y += LINE;
    }
    for area in &areas {
        words(root, &shortened(&area.name), (BARS_AT - 16, y), 19, INK, TO_THE_RIGHT)?;
        let (email, whatsapp) = (length(area.email, most), length(area.whatsapp, most));
        bar(root, BARS_AT, y, email, EMAIL)?;
        bar(root, BARS_AT + email, y, whatsapp, WHATSAPP)?;
        words(root, &grouped(area.total()), (BARS_AT + email + whatsapp + 12, y), 19, INK, STRONG)?;
        y += LINE;
    }
    Ok(y)
}

fn fates_panel(root: &Area<'_>, month: &Month, y: i32) -> Result<i32, Undrawable> {
    let legend = [
        (EMAIL, "entregues"),
        (TAKEN, "aceitas pelo servidor da pessoa"),
        (PALE, "sem notícia"),
        (FAILED, "não entregues"),
    ];
    let mut y = heading(root, "O que aconteceu com as mensagens", &legend, y)?;
    let shown: Vec<_> = month.channels.iter().filter(|it| it.total() > 0).collect();
    if shown.is_empty() {
        words(root, "Nenhuma mensagem neste mês.", (MARGIN, y), 19, GREY, PLAIN)?;
    }
    for it in &shown {
        let name = match it.channel {
            Channel::Email => "E-mail",
            Channel::Whatsapp => "WhatsApp",
        };
        words(root, &format!("{name}, {} pessoas", grouped(it.total())), (BARS_AT - 16, y), 19, INK, TO_THE_RIGHT)?;
        let mut x = BARS_AT;
        for (n, colour, ink) in
            [(it.delivered, EMAIL, WHITE), (it.relayed, TAKEN, INK), (it.silent, PALE, INK), (it.failed, FAILED, WHITE)]
        {
            let width = length(n, it.total());
            bar(root, x, y, width, colour)?;
            if width > 46 {
                words(root, &format!("{}%", percent(n, it.total())), (x + 8, y), 17, ink, PLAIN)?;
            }
            x += width;
        }
        if length(it.failed, it.total()) <= 46 && it.failed > 0 {
            let missed = format!("{} não entregues", grouped(it.failed));
            words(root, &missed, (x + 10, y), 17, FAILED, PLAIN)?;
        }
        y += LINE;
    }
    Ok(if shown.is_empty() { y + LINE } else { y })
}

fn waits_panel(root: &Area<'_>, month: &Month, y: i32) -> Result<(), Undrawable> {
    let mut y = heading(root, "Do pedido ao envio", &[], y)? - 20;
    if let Some(minutes) = month.median_minutes() {
        let text = format!("metade saiu em até {}", duration(minutes));
        words(root, &text, (BARS_AT, y - 56), 19, GREY, PLAIN)?;
    }
    let classes = month.wait_classes();
    let most = classes.iter().map(|(_, n)| *n).max().unwrap_or(0);
    for (name, n) in classes {
        words(root, name, (BARS_AT - 16, y), 19, INK, TO_THE_RIGHT)?;
        let width = length(n, most);
        bar(root, BARS_AT, y, width, GREY)?;
        words(root, &grouped(n), (BARS_AT + width + 12, y), 19, INK, STRONG)?;
        y += LINE;
    }
    Ok(())
}

/// The length of a bar; what is there is seen.
fn length(n: u64, most: u64) -> i32 {
    let length = (n * BAR_MAX.unsigned_abs() as u64).checked_div(most).unwrap_or(0);
    i32::try_from(length).unwrap_or(BAR_MAX).max(i32::from(n > 0) * 3)
}

fn shortened(name: &str) -> String {
    const LETTERS_MAX: usize = 32;
    if name.chars().count() <= LETTERS_MAX {
        return name.to_owned();
    }
    let start: String = name.chars().take(LETTERS_MAX - 1).collect();
    format!("{}…", start.trim_end())
}

fn duration(minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, 1) => "1 minuto".to_owned(),
        (0, minutes) => format!("{minutes} minutos"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) if hours < 24 => format!("{hours} h {minutes} min"),
        (hours, _) => format!("{} h", hours + 1),
    }
}
