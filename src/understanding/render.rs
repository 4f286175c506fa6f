//! The chosen stretch as it goes out: plain text, and HTML with its formatting, cut at the same place and cleaned.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::letter::{Letter, Span, Unit, closes_quote, opens_quote};
use super::{Content, InlinePart};
use crate::mail::blocks::{Block, Cell, Kind, Look};
use crate::mail::incoming::IncomingMail;

/// The content of a stretch of a letter.
#[must_use]
pub fn content(letter: &Letter, span: &Span, mail: &IncomingMail) -> Content {
    let units: Vec<&Unit> = letter.units.get(span.from..=span.to).unwrap_or_default().iter().collect();
    let mut pieces = pieces(letter, &units);
    strip_quotes(&mut pieces);
    strip_frame_words(&mut pieces);
    of_pieces(&pieces, mail)
}

/// The content of whole blocks (a document, the text of an inner mail).
#[must_use]
pub fn of_blocks(blocks: &[Block], mail: &IncomingMail) -> Content {
    let mut pieces: Vec<Piece<'_>> = blocks
        .iter()
        .map(|block| Piece {
            block,
            text: block.text(),
            from: 0,
            to: block.text().len(),
            gap: block.gap,
            same_block: false,
        })
        .collect();
    strip_quotes(&mut pieces);
    of_pieces(&pieces, mail)
}

/// A part of a block.
#[derive(Debug, Clone)]
struct Piece<'a> {
    block: &'a Block,
    text: String,
    from: usize,
    to: usize,
    gap: bool,
    /// Goes on in the block of the piece before.
    same_block: bool,
}

fn pieces<'a>(letter: &'a Letter, units: &[&Unit]) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let mut last_block = usize::MAX;
    for unit in units {
        let Some(block) = letter.blocks.get(unit.block) else { continue };
        let same_block = unit.block == last_block;
        last_block = unit.block;
        if unit.ruler {
            continue;
        }
        pieces.push(Piece { block, text: unit.text.clone(), from: unit.from, to: unit.to, gap: unit.gap, same_block });
    }
    pieces
}

/// Quotes around the whole delimit it and are not part of it.
fn strip_quotes(pieces: &mut [Piece<'_>]) {
    let first_opens = pieces.first().is_some_and(|it| opens_quote(&it.text));
    let last_closes = pieces.last().is_some_and(|it| closes_quote(&it.text));
    if !first_opens || !last_closes {
        return;
    }
    let whole: String = pieces.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join("\n");
    let inner: String = {
        let trimmed = whole.trim().trim_end_matches(['.', ',', ';']);
        let mut letters = trimmed.chars();
        letters.next();
        letters.next_back();
        letters.collect()
    };
    // `“A” e “B”` begins and ends with quotes that do not belong together.
    let mut depth = 0_i32;
    for c in inner.chars() {
        match c {
            '“' | '«' => depth += 1,
            '”' | '»' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return;
        }
    }
    if inner.matches('"').count() % 2 == 1 {
        return;
    }
    if let Some(first) = pieces.first_mut() {
        let cut = first.text.chars().next().map_or(0, char::len_utf8);
        let skipped = first.block.text().get(first.from..).map_or(0, |it| it.len() - it.trim_start().len());
        first.text = first.text.get(cut..).unwrap_or_default().trim_start().to_owned();
        first.from += skipped + cut;
    }
    if let Some(last) = pieces.last_mut() {
        let kept = last.text.trim_end().trim_end_matches(['.', ',', ';']);
        let kept =
            kept.get(..kept.char_indices().next_back().map_or(0, |it| it.0)).unwrap_or_default().trim_end().to_owned();
        last.to = last.to.saturating_sub(last.text.len() - kept.len());
        last.text = kept;
    }
}

/// `*…*` and `***` around the whole, as some people frame a text.
fn strip_frame_words(pieces: &mut Vec<Piece<'_>>) {
    pieces.retain(|it| !it.text.is_empty() || it.block.pictures().next().is_some());
}

fn of_pieces(pieces: &[Piece<'_>], mail: &IncomingMail) -> Content {
    let mut text = String::new();
    let mut row: Option<Cell> = None;
    for (at, piece) in pieces.iter().enumerate() {
        if at > 0 {
            let cell = piece.block.cell;
            let same_row = cell.is_some() && row.zip(cell).is_some_and(|(a, b)| a.table == b.table && a.row == b.row);
            text.push_str(match (piece.same_block, same_row, piece.gap) {
                (true, ..) => " ",
                (_, true, _) => "\t",
                (.., true) => "\n\n",
                _ => "\n",
            });
        }
        row = piece.block.cell;
        text.push_str(&piece.text);
    }
    let html = mail.html.is_some().then(|| clean(&html(pieces)));
    let inline = html.as_deref().map(|it| inline_parts(it, mail)).unwrap_or_default();
    Content { text: text.trim().to_owned(), html, inline }
}

/// Builds the HTML anew from the stretches and their looks: nothing that the client wrote for itself comes along.
fn html(pieces: &[Piece<'_>]) -> String {
    let mut out = String::new();
    let mut list = false;
    let mut table: Option<Cell> = None;
    for (at, piece) in pieces.iter().enumerate() {
        let item = piece.block.kind == Kind::Item && piece.block.cell.is_none();
        if list && !item {
            out.push_str("</ul>\n");
            list = false;
        }
        table = table_tags(&mut out, table, piece.block.cell);
        let mut inner = String::new();
        stretch_html(piece, &mut inner);
        if piece.block.cell.is_some() {
            out.push_str(&inner);
            continue;
        }
        if piece.same_block {
            // The paragraph goes on: the end tag of the piece before is taken back.
            let open = out.strip_suffix("</p>\n").map(str::len);
            if let Some(length) = open {
                out.truncate(length);
                let _ = writeln!(out, " {inner}</p>");
                continue;
            }
        }
        if item {
            if !list {
                out.push_str("<ul>\n");
                list = true;
            }
            let _ = writeln!(out, "<li>{}</li>", inner.trim_start_matches("- "));
            continue;
        }
        let tight = at > 0 && !piece.gap;
        let align = if piece.block.centred { " align=\"center\"" } else { "" };
        if tight && out.ends_with("</p>\n") && !piece.block.centred {
            out.truncate(out.len() - "</p>\n".len());
            let _ = write!(out, "<br>\n{inner}</p>\n");
        } else if piece.block.kind == Kind::Heading {
            let _ = writeln!(out, "<h3{align}>{inner}</h3>");
        } else {
            let _ = writeln!(out, "<p{align}>{inner}</p>");
        }
    }
    if list {
        out.push_str("</ul>\n");
    }
    table_tags(&mut out, table, None);
    out
}

/// Opens and closes table, row and cell between two blocks.
fn table_tags(out: &mut String, before: Option<Cell>, now: Option<Cell>) -> Option<Cell> {
    match (before, now) {
        (None, None) => {}
        (None, Some(_)) => out.push_str("<table border=\"1\" cellpadding=\"4\" cellspacing=\"0\"><tr><td>"),
        (Some(_), None) => out.push_str("</td></tr></table>\n"),
        (Some(a), Some(b)) if a.table != b.table => {
            out.push_str("</td></tr></table>\n<table border=\"1\" cellpadding=\"4\" cellspacing=\"0\"><tr><td>");
        }
        (Some(a), Some(b)) if a.row != b.row => out.push_str("</td></tr>\n<tr><td>"),
        (Some(a), Some(b)) if a.column != b.column => out.push_str("</td><td>"),
        (Some(_), Some(_)) => out.push_str("<br>"),
    }
    now
}

/// The stretches of a piece with their looks.
fn stretch_html(piece: &Piece<'_>, out: &mut String) {
    let raw: String = piece.block.runs.iter().map(|it| it.text.as_str()).collect();
    let lead = raw.len() - raw.trim_start().len();
    let (from, to) = (piece.from + lead, piece.to + lead);
    let mut at = 0;
    for run in &piece.block.runs {
        if let Some(picture) = &run.picture {
            if at >= from && at <= to && picture.source.starts_with("cid:") {
                let width = picture.width.map(|it| format!(" width=\"{it}\"")).unwrap_or_default();
                let _ =
                    write!(out, "<img src=\"{}\" alt=\"{}\"{width}>", escaped(&picture.source), escaped(&picture.alt));
            }
            continue;
        }
        let (start, end) = (at.max(from), (at + run.text.len()).min(to));
        if start < end
            && let Some(text) = run.text.get(start - at..end - at)
        {
            look_html(&run.look, text, out);
        }
        at += run.text.len();
    }
}

fn look_html(look: &Look, text: &str, out: &mut String) {
    let mut close: Vec<&str> = Vec::new();
    if let Some(link) = look.link.as_deref().filter(|it| is_plain_link(it)) {
        let _ = write!(out, "<a href=\"{}\">", escaped(link));
        close.push("</a>");
    }
    let mut style = String::new();
    if let Some(color) = look.color.as_deref().filter(|_| look.link.is_none()) {
        let _ = write!(style, "color:#{color};");
    }
    if let Some(marked) = &look.marked {
        let _ = write!(style, "background-color:#{marked};");
    }
    if !style.is_empty() {
        let _ = write!(out, "<span style=\"{style}\">");
        close.push("</span>");
    }
    for (set, open, end) in [
        (look.bold, "<b>", "</b>"),
        (look.italic, "<i>", "</i>"),
        (look.underline && look.link.is_none(), "<u>", "</u>"),
        (look.strike, "<s>", "</s>"),
    ] {
        if set {
            out.push_str(open);
            close.push(end);
        }
    }
    out.push_str(&escaped(text));
    for end in close.iter().rev() {
        out.push_str(end);
    }
}

fn is_plain_link(link: &str) -> bool {
    ["http://", "https://", "mailto:", "tel:"].iter().any(|it| link.to_ascii_lowercase().starts_with(it))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

/// The last word on what goes out: known tags, no scripts, no pictures from elsewhere (trackers), no foreign styles.
fn clean(html: &str) -> String {
    let schemes: HashSet<&str> = ["http", "https", "mailto", "tel", "cid"].into_iter().collect();
    ammonia::Builder::default()
        .url_schemes(schemes)
        .add_tag_attributes("span", &["style"])
        .add_tag_attributes("p", &["align"])
        .add_tag_attributes("table", &["border", "cellpadding", "cellspacing"])
        .filter_style_properties(["color", "background-color"].into_iter().collect())
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("img", "src") => value.starts_with("cid:").then(|| value.into()),
            _ => Some(value.into()),
        })
        .link_rel(None)
        .clean(html)
        .to_string()
}

/// The pictures that the cleaned HTML names.
fn inline_parts(html: &str, mail: &IncomingMail) -> Vec<InlinePart> {
    mail.attachments
        .iter()
        .filter_map(|it| {
            let id = it.content_id.as_deref()?;
            html.contains(&format!("cid:{}", escaped(id))).then(|| InlinePart {
                content_id: id.to_owned(),
                mime: it.mime.clone(),
                name: it.name.clone(),
                bytes: it.bytes.clone(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::of_blocks;
    use crate::mail::html;
    use crate::mail::incoming::IncomingMail;

    fn check(source: &str) -> (String, String) {
        let mail = IncomingMail { html: Some(source.to_owned()), ..IncomingMail::default() };
        let content = of_blocks(&html::blocks(source), &mail);
        (content.text, content.html.unwrap())
    }

    #[test]
    fn formatting_goes_out_and_noise_stays() {
        let (text, html) = check(
            "<p class=MsoNormal>Olá <b>Ana</b><o:p></o:p></p><script>x()</script><p style='color:red'>veja \
             <a href='https://eur.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb&amp;data=1'>aqui</a>\
             <img src='https://tracker.example/1.gif' width=600></p><ul><li>um</li><li>dois</li></ul>",
        );
        assert_eq!(text, "Olá Ana\n\nveja aqui\n- um\n- dois");
        assert!(
            html.contains("<b>Ana</b>")
                && html.contains("href=\"https://a.example/b\"")
                && html.contains("<li>um</li>"),
            "{html}"
        );
        assert!(!html.contains("script") && !html.contains("tracker") && !html.contains("Mso"), "{html}");
    }

    #[test]
    fn quotes_around_the_whole_are_taken_off_both_forms() {
        let (text, html) = check("<div>“Venha ao <i>encontro</i>.</div><div>Traga um amigo.”</div>");
        assert_eq!(text, "Venha ao encontro.\nTraga um amigo.");
        assert!(!html.contains('“') && !html.contains('”') && html.contains("<i>encontro</i>"), "{html}");
    }
}
