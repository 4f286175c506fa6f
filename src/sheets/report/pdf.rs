//! The text of a PDF report, line by line as a person sees it: pieces of text by their place on the page, not by
//! their order in the file (tables are often written column by column).

mod packed;

use std::collections::BTreeMap;
use std::panic::catch_unwind;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// Larger files are not opened: a report of text has kilobytes, one of many lines a few megabytes.
const PDF_BYTES_MAX: usize = 32 * 1024 * 1024;

/// Streams of an encrypted file cannot be measured before they are unpacked; deflate gives 1,032 bytes for one, so
/// that many packed bytes stay below 270 MB.
const ENCRYPTED_BYTES_MAX: usize = 256 * 1024;

/// Pages that are read.
const PAGES_MAX: usize = 3000;

/// Pieces of text that are kept: 100,000 lines of five cells.
const PIECES_MAX: usize = 600_000;

/// Drawings within drawings.
const DEPTH_MAX: u8 = 6;

/// The text of a PDF, or what is wrong with it.
pub(super) fn text(bytes: &[u8]) -> Result<String, String> {
    if bytes.len() > PDF_BYTES_MAX {
        return Err(format!("it has more than {PDF_BYTES_MAX} bytes"));
    }
    let encrypted = memchr::memmem::find(bytes, b"/Encrypt").is_some();
    if encrypted && bytes.len() > ENCRYPTED_BYTES_MAX {
        return Err("the PDF is protected (ask for one that is not)".to_owned());
    }
    packed::check(bytes)?;
    // The parser is of a library and the file is foreign: should it ever panic, the file is damaged and nothing else.
    catch_unwind(|| lines(bytes)).unwrap_or_else(|_| Err("the PDF is damaged".to_owned()))
}

fn lines(bytes: &[u8]) -> Result<String, String> {
    let document = Document::load_mem(bytes).map_err(|error| error.to_string())?;
    let mut text = String::new();
    let mut pieces_left = PIECES_MAX;
    for page in document.page_iter().take(PAGES_MAX) {
        let mut reader = Page { document: &document, pieces: Vec::new(), pieces_left };
        reader.read(page);
        pieces_left = reader.pieces_left;
        write_lines(reader.pieces, &mut text);
        text.push('\n');
        if pieces_left == 0 {
            break;
        }
    }
    if text.trim().is_empty() { Err("the PDF has no text (is it a picture?)".to_owned()) } else { Ok(text) }
}

/// A piece of text at its place, in points from the lower left corner.
struct Piece {
    across: f64,
    up: f64,
    size: f64,
    text: String,
}

/// A plane transformation of six numbers (PDF 32000-1, 8.3.4).
#[derive(Clone, Copy)]
struct Matrix([f64; 6]);

impl Matrix {
    const UNIT: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn of(operands: &[Object]) -> Option<Self> {
        let mut numbers = [0.0; 6];
        for (slot, operand) in numbers.iter_mut().zip(operands) {
            *slot = number(operand)?;
        }
        (operands.len() == 6).then_some(Self(numbers))
    }

    const fn shift(across: f64, up: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, across, up])
    }

    /// First this one, then the other.
    fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Self([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    /// Where the origin goes, and how high a unit becomes.
    fn place(self) -> (f64, f64, f64) {
        let [_, _, c, d, e, f] = self.0;
        (e, f, c.hypot(d))
    }
}

fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from).filter(|it| it.is_finite())
}

/// What the text operators change (9.3).
#[derive(Clone, Copy)]
struct Pen {
    line: Matrix,
    now: Matrix,
    leading: f64,
    size: f64,
}

struct Page<'a> {
    document: &'a Document,
    pieces: Vec<Piece>,
    pieces_left: usize,
}

type Fonts<'a> = BTreeMap<Vec<u8>, Encoding<'a>>;

impl<'a> Page<'a> {
    fn read(&mut self, page: ObjectId) {
        let fonts = self.document.get_page_fonts(page).unwrap_or_default();
        let fonts = self.encodings(fonts.iter().map(|(name, font)| (name.clone(), *font)));
        let resources = self.document.get_page_resources(page).ok();
        let own = resources.as_ref().and_then(|(own, _)| *own);
        let inherited = resources.iter().flat_map(|(_, ids)| ids).find_map(|id| self.document.get_dictionary(*id).ok());
        if let Ok(content) = self.document.get_page_content(page) {
            self.draw(&content, &fonts, own.or(inherited), Matrix::UNIT, 0);
        }
    }

    fn encodings(&self, fonts: impl Iterator<Item = (Vec<u8>, &'a Dictionary)>) -> Fonts<'a> {
        fonts.filter_map(|(name, font)| Some((name, font.get_font_encoding(self.document).ok()?))).collect()
    }

    /// Follows the operators of a content stream as far as they place text.
    fn draw(&mut self, content: &[u8], fonts: &Fonts<'a>, resources: Option<&'a Dictionary>, base: Matrix, depth: u8) {
        let Ok(content) = Content::decode(content) else { return };
        let mut plane = base;
        let mut saved = Vec::new();
        let mut pen = Pen { line: Matrix::UNIT, now: Matrix::UNIT, leading: 0.0, size: 1.0 };
        let mut font: Option<&Encoding<'a>> = None;
        for operation in &content.operations {
            if self.pieces_left == 0 {
                return;
            }
            let operands = operation.operands.as_slice();
            match operation.operator.as_str() {
                "q" if saved.len() < SAVED_MAX => saved.push((plane, pen)),
                "Q" => (plane, pen) = saved.pop().unwrap_or((plane, pen)),
                "cm" => plane = Matrix::of(operands).map_or(plane, |it| it.then(plane)),
                "Tf" => {
                    font = operands.first().and_then(|it| it.as_name().ok()).and_then(|it| fonts.get(it));
                    pen.size = operands.get(1).and_then(number).unwrap_or(pen.size);
                }
                "Tj" | "TJ" | "'" | "\"" => {
                    if matches!(operation.operator.as_str(), "'" | "\"") {
                        pen.move_by(0.0, -pen.leading);
                    }
                    if let (Some(font), Some(shown)) = (font, operands.last()) {
                        self.show(shown, font, &mut pen, plane);
                    }
                }
                "Do" => {
                    let name = operands.first().and_then(|it| it.as_name().ok());
                    if let (Some(name), Some(resources)) = (name, resources) {
                        self.form(name, resources, fonts, plane, depth);
                    }
                }
                operator => pen.follow(operator, operands),
            }
        }
    }

    /// A drawing within the drawing (8.10): letterheads, and whole pages of some programs.
    fn form(&mut self, name: &[u8], resources: &'a Dictionary, fonts: &Fonts<'a>, plane: Matrix, depth: u8) {
        let document = self.document;
        let form = document
            .get_dict_in_dict(resources, b"XObject")
            .ok()
            .and_then(|it| it.get_deref(name, document).ok())
            .and_then(|it| it.as_stream().ok())
            .filter(|it| it.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form"));
        let Some(form) = form.filter(|_| depth < DEPTH_MAX) else { return };
        let Ok(content) = form.get_plain_content() else { return };
        let matrix = form.dict.get(b"Matrix").and_then(Object::as_array).ok().and_then(|it| Matrix::of(it));
        let own = document.get_dict_in_dict(&form.dict, b"Resources").ok();
        let own_fonts = own.and_then(|it| document.get_dict_in_dict(it, b"Font").ok()).map(|it| {
            let named = it.iter().filter_map(|(name, font)| {
                let (_, font) = document.dereference(font).ok()?;
                Some((name.clone(), font.as_dict().ok()?))
            });
            self.encodings(named)
        });
        let base = matrix.unwrap_or(Matrix::UNIT).then(plane);
        self.draw(&content, own_fonts.as_ref().unwrap_or(fonts), own.or(Some(resources)), base, depth + 1);
    }

    /// Takes a shown text, and moves the pen by about its width: most fonts are half as wide as high.
    fn show(&mut self, shown: &Object, font: &Encoding<'_>, pen: &mut Pen, plane: Matrix) {
        let (across, up, height) = pen.now.then(plane).place();
        let mut text = String::new();
        let parts = if let Object::Array(parts) = shown { parts.as_slice() } else { std::slice::from_ref(shown) };
        for part in parts {
            if let Ok(bytes) = part.as_str() {
                text.push_str(&Document::decode_text(font, bytes).unwrap_or_default());
            } else if number(part).is_some_and(|it| it < -200.0) {
                // A shift of more than a fifth of the height is a blank (9.4.3: thousandths, to the left).
                text.push(' ');
            }
        }
        let width = text.chars().count() as f64 * pen.size.abs() * CHARACTER_WIDTH;
        pen.now = Matrix::shift(width, 0.0).then(pen.now);
        if !text.trim().is_empty() && across.is_finite() && up.is_finite() {
            self.pieces_left -= 1;
            self.pieces.push(Piece { across, up, size: (pen.size * height).abs().clamp(1.0, 100.0), text });
        }
    }
}

/// States saved within each other; more are a loop in a damaged file.
const SAVED_MAX: usize = 512;

/// The width of a character as part of its height, on average.
const CHARACTER_WIDTH: f64 = 0.5;

impl Pen {
    fn move_by(&mut self, across: f64, up: f64) {
        self.line = Matrix::shift(across, up).then(self.line);
        self.now = self.line;
    }

    /// The operators that place the next line (9.4.2).
    fn follow(&mut self, operator: &str, operands: &[Object]) {
        let operand = |at: usize| operands.get(at).and_then(number).unwrap_or(0.0);
        match operator {
            "BT" => (self.line, self.now) = (Matrix::UNIT, Matrix::UNIT),
            "Tm" => {
                self.line = Matrix::of(operands).unwrap_or(self.line);
                self.now = self.line;
            }
            "TL" => self.leading = operand(0),
            "Td" => self.move_by(operand(0), operand(1)),
            "TD" => {
                self.leading = -operand(1);
                self.move_by(operand(0), operand(1));
            }
            "T*" => self.move_by(0.0, -self.leading),
            _ => {}
        }
    }
}

/// Puts pieces of about the same height into one line, from left to right.
fn write_lines(mut pieces: Vec<Piece>, text: &mut String) {
    pieces.sort_by(|one, other| other.up.total_cmp(&one.up));
    let mut rest = pieces.into_iter().peekable();
    while let Some(first) = rest.next() {
        let lowest = first.up - first.size * SAME_LINE;
        let mut line = vec![first];
        while let Some(next) = rest.next_if(|it| it.up >= lowest) {
            line.push(next);
        }
        line.sort_by(|one, other| one.across.total_cmp(&other.across));
        let mut end = f64::NEG_INFINITY;
        for piece in line {
            if piece.across > end + piece.size * GAP && !text.is_empty() && !text.ends_with('\n') {
                text.push_str(if piece.across > end + piece.size * 2.0 { "   " } else { " " });
            }
            text.push_str(&piece.text);
            end = piece.across + piece.text.chars().count() as f64 * piece.size * CHARACTER_WIDTH;
        }
        text.push('\n');
    }
}

/// Pieces whose heights differ by less than this part of the letters' size stand in one line.
const SAME_LINE: f64 = 0.4;

/// A gap of this part of the letters' size is a blank. Widths are estimated, so narrow text leaves none.
const GAP: f64 = -0.6;
