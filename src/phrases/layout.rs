//! From a rendered template to plain text and to HTML that Outlook shows.
//!
//! Templates are plain text with four marks: a blank line between paragraphs, `# ` before a heading, `- ` before an
//! item of a list, `Rótulo :: valor` for a row of a table. The filters `citar` and `caixa` set somebody's words
//! apart, so that nothing in them is taken for a mark.

/// Around words that `citar` sets apart.
pub(super) const QUOTE: (char, char) = ('\u{e002}', '\u{e003}');
/// Around words that `caixa` sets apart.
pub(super) const BOX: (char, char) = ('\u{e000}', '\u{e001}');

/// Around words that `codigo` shows as a terminal does.
pub(super) const CODE: (char, char) = ('\u{e004}', '\u{e005}');

/// A piece of a text.
#[derive(Debug, PartialEq, Eq)]
enum Block {
    Heading(String),
    Paragraph(Vec<String>),
    Items(Vec<String>),
    Rows(Vec<(String, String)>),
    Quote(String),
    Boxed(String),
    Code(String),
}

/// The plain text and the HTML of a rendered template.
pub(super) fn lay_out(rendered: &str, language_title: &str) -> (String, String) {
    let blocks = blocks(rendered);
    (plain(&blocks), html(&blocks, language_title))
}

fn blocks(rendered: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut rest = rendered;
    while let Some(at) = rest.find([QUOTE.0, BOX.0, CODE.0]) {
        let (before, from_mark) = rest.split_at(at);
        running(before, &mut found);
        let mut inside = from_mark.chars();
        let open = inside.next();
        let inside = inside.as_str();
        let (close, block): (char, fn(String) -> Block) = match open {
            Some(it) if it == QUOTE.0 => (QUOTE.1, Block::Quote),
            Some(it) if it == BOX.0 => (BOX.1, Block::Boxed),
            Some(_) | None => (CODE.1, Block::Code),
        };
        let (words, after) = inside.split_once(close).unwrap_or((inside, ""));
        found.push(block(words.trim_matches('\n').to_owned()));
        rest = after;
    }
    running(rest, &mut found);
    found
}

/// Reads running text into blocks; a block of one kind ends where a line of another begins.
fn running(text: &str, found: &mut Vec<Block>) {
    let mut joined = false;
    for line in text.lines().map(str::trim_end) {
        if line.trim().is_empty() {
            joined = false;
            continue;
        }
        let last = if joined { found.last_mut() } else { None };
        joined = true;
        if let Some(heading) = line.strip_prefix("# ") {
            found.push(Block::Heading(heading.to_owned()));
            joined = false;
        } else if let Some(item) = line.strip_prefix("- ") {
            match last {
                Some(Block::Items(items)) => items.push(item.to_owned()),
                _ => found.push(Block::Items(vec![item.to_owned()])),
            }
        } else if let Some((label, value)) = line.split_once(" :: ") {
            let row = (label.trim().to_owned(), value.trim().to_owned());
            match last {
                Some(Block::Rows(rows)) => rows.push(row),
                _ => found.push(Block::Rows(vec![row])),
            }
        } else {
            match last {
                Some(Block::Paragraph(lines)) => lines.push(line.trim().to_owned()),
                _ => found.push(Block::Paragraph(vec![line.trim().to_owned()])),
            }
        }
    }
}

/// The line around words to be copied.
const RULER: &str = "----------------------------------------------------------------";

fn plain(blocks: &[Block]) -> String {
    let one = |block: &Block| match block {
        Block::Heading(text) => text.to_uppercase(),
        Block::Paragraph(lines) => lines.join("\n"),
        Block::Items(items) => items.iter().map(|it| format!("- {it}")).collect::<Vec<_>>().join("\n"),
        Block::Rows(rows) => {
            rows.iter().map(|(label, value)| format!("{label}: {value}")).collect::<Vec<_>>().join("\n")
        }
        Block::Quote(text) => {
            text.lines().map(|it| format!("> {it}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
        }
        Block::Boxed(text) | Block::Code(text) => format!("{RULER}\n{text}\n{RULER}"),
    };
    let mut text = blocks.iter().map(one).collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    text
}

const FONT: &str = "font-family:Calibri,Arial,sans-serif;font-size:15px;line-height:1.45;color:#222222;";
const PARAGRAPH: &str = "margin:0 0 12px 0;";

/// Only what Outlook's Word engine draws: tables, inline styles, no pictures, no links.
fn html(blocks: &[Block], title: &str) -> String {
    let body: String = blocks.iter().map(html_block).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"pt-BR\"><head><meta charset=\"utf-8\"><title>{}</title></head>\n\
         <body style=\"margin:0;padding:0;background:#ffffff;\">\n\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr>\
         <td style=\"padding:16px;{FONT}\">\n\
         <table role=\"presentation\" width=\"640\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \
         style=\"max-width:640px;\"><tr><td style=\"{FONT}\">\n{body}</td></tr></table>\n</td></tr></table>\n</body></html>\n",
        escape(title)
    )
}

fn html_block(block: &Block) -> String {
    match block {
        Block::Heading(text) => {
            format!("<p style=\"margin:18px 0 6px 0;font-weight:bold;color:#1f4e79;\">{}</p>\n", escape(text))
        }
        Block::Paragraph(lines) => {
            format!("<p style=\"{PARAGRAPH}\">{}</p>\n", lines_html(lines.iter().map(String::as_str)))
        }
        Block::Items(items) => {
            let items: String =
                items.iter().map(|it| format!("<li style=\"margin:0 0 4px 0;\">{}</li>", escape(it))).collect();
            format!("<ul style=\"margin:0 0 12px 0;padding-left:22px;\">{items}</ul>\n")
        }
        Block::Rows(rows) => {
            let rows: String = rows.iter().map(|(label, value)| html_row(label, value)).collect();
            format!(
                "<table cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 12px 0;border-collapse:collapse;\">{rows}</table>\n"
            )
        }
        Block::Quote(text) => format!(
            "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 12px 0;\"><tr>\
             <td style=\"border-left:3px solid #9db7d3;padding:2px 0 2px 12px;color:#444444;{FONT}\">{}</td></tr></table>\n",
            lines_html(text.lines())
        ),
        Block::Code(text) => format!(
            "<pre style=\"margin:0 0 12px 0;padding:12px 14px;border:1px solid #b8c4d0;background:#f7f9fb;white-space:pre-wrap;{CODE_FONT}\">{}</pre>\n",
            escape(text)
        ),
        Block::Boxed(text) => format!(
            "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 12px 0;\"><tr>\
             <td style=\"border:1px solid #b8c4d0;background:#f7f9fb;padding:12px 14px;{FONT}\">{}</td></tr></table>\n",
            lines_html(text.lines())
        ),
    }
}

/// Carets stand below their words only in letters of one width.
const CODE_FONT: &str = "font-family:Consolas,'Courier New',monospace;font-size:13px;line-height:1.35;color:#222222;";

fn html_row(label: &str, value: &str) -> String {
    let cell = "padding:3px 14px 3px 0;vertical-align:top;border-bottom:1px solid #e3e8ee;";
    format!(
        "<tr><td style=\"{cell}color:#555555;{FONT}\">{}</td><td style=\"{cell}{FONT}\">{}</td></tr>",
        escape(label),
        escape(value)
    )
}

fn lines_html<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    lines.map(escape).collect::<Vec<_>>().join("<br>\n")
}

fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{BOX, lay_out};

    #[test]
    fn marks_become_headings_tables_lists_and_boxes() {
        let rendered = format!(
            "Olá!\n\n# O que entendemos\nCanal :: e-mail\nÁrea :: Gerência\n- um\n- dois\n{}# não é título\n- nem item <b>{}fim",
            BOX.0, BOX.1
        );
        let (plain, html) = lay_out(&rendered, "Título");
        let ruler = super::RULER;
        assert_eq!(
            plain,
            format!(
                "Olá!\n\nO QUE ENTENDEMOS\n\nCanal: e-mail\nÁrea: Gerência\n\n- um\n- dois\n\n\
                 {ruler}\n# não é título\n- nem item <b>\n{ruler}\n\nfim\n"
            )
        );
        assert!(html.contains("# não é título<br>\n- nem item &lt;b&gt;"));
        assert!(!html.contains("<b>") && !html.contains("href"));
    }
}
