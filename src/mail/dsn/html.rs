//! The text of an HTML notice, line by line, with the addresses of its links.

/// HTML as plain text: blocks begin lines, `mailto:` links keep their address, entities are read. Linear.
pub(super) fn to_plain(html: &str) -> String {
    let mut plain = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, markup) = rest.split_at(at);
        push_words(&mut plain, before);
        rest = if markup.starts_with('&') { read_entity(&mut plain, markup) } else { read_tag(&mut plain, markup) };
    }
    push_words(&mut plain, rest);
    plain
}

/// Text between tags: line ends are blanks there.
fn push_words(plain: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_whitespace() {
            if !plain.ends_with([' ', '\n']) {
                plain.push(' ');
            }
        } else {
            plain.push(c);
        }
    }
}

/// Reads one `&…;` and gives what follows it.
fn read_entity<'x>(plain: &mut String, markup: &'x str) -> &'x str {
    let rest = markup.get(1..).unwrap_or_default();
    let name_end = rest.bytes().take(10).position(|b| b == b';');
    let Some((name, tail)) = name_end.and_then(|end| Some((rest.get(..end)?, rest.get(end + 1..)?))) else {
        plain.push('&');
        return rest;
    };
    match entity(name) {
        Some(c) => plain.push(c),
        None => {
            plain.push('&');
            return rest;
        }
    }
    tail
}

fn entity(name: &str) -> Option<char> {
    const NAMES: [(&str, char); 30] = [
        ("lt", '<'),
        ("gt", '>'),
        ("amp", '&'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("aacute", 'á'),
        ("agrave", 'à'),
        ("acirc", 'â'),
        ("atilde", 'ã'),
        ("auml", 'ä'),
        ("ccedil", 'ç'),
        ("eacute", 'é'),
        ("egrave", 'è'),
        ("ecirc", 'ê'),
        ("iacute", 'í'),
        ("ntilde", 'ñ'),
        ("oacute", 'ó'),
        ("ocirc", 'ô'),
        ("otilde", 'õ'),
        ("ouml", 'ö'),
        ("uacute", 'ú'),
        ("ugrave", 'ù'),
        ("uuml", 'ü'),
        ("szlig", 'ß'),
        ("ordm", 'º'),
        ("ordf", 'ª'),
        ("rsquo", '\''),
        ("ndash", '-'),
        ("mdash", '-'),
    ];
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    NAMES.iter().find(|(it, _)| *it == name).map(|(_, c)| *c)
}

/// Reads one tag and gives what follows it; styles, scripts and comments are skipped whole.
fn read_tag<'x>(plain: &mut String, markup: &'x str) -> &'x str {
    if let Some(comment) = markup.strip_prefix("<!--") {
        return comment.find("-->").map_or("", |end| comment.get(end + 3..).unwrap_or_default());
    }
    let inner = markup.get(1..).unwrap_or_default();
    // `<someone@example.org>`, written without escapes, is text and no tag.
    let end = inner.find(['>', '<']).unwrap_or(inner.len());
    let tag = inner.get(..end).unwrap_or_default();
    let closed = inner.get(end..).is_some_and(|it| it.starts_with('>'));
    let name_end = tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len());
    let name = match tag.strip_prefix('/') {
        Some(closing) => closing.trim(),
        None => tag.get(..name_end).unwrap_or_default(),
    };
    if name.contains('@') || name.starts_with("mailto:") {
        plain.push('<');
        plain.push_str(tag);
        plain.push('>');
    } else if !closed && !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        plain.push('<');
        return inner;
    }
    let after = inner.get(end + usize::from(closed)..).unwrap_or_default();
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "style" | "script" | "title" if !tag.starts_with('/') => {
            return skip_to_end_of(&name, after);
        }
        "br" | "p" | "div" | "tr" | "td" | "th" | "li" | "ul" | "ol" | "table" | "hr" | "pre" | "blockquote" | "h1"
        | "h2" | "h3" | "h4" | "body" | "html" | "dt" | "dd" => plain.push('\n'),
        "a" => {
            if let Some(address) = mailto(tag) {
                plain.push_str("<mailto:");
                plain.push_str(address);
                plain.push_str("> ");
            }
        }
        _ => {}
    }
    after
}

fn skip_to_end_of<'x>(name: &str, text: &'x str) -> &'x str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = rest.get(at + 2..).unwrap_or_default();
        if rest.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name)) {
            return rest.find('>').map_or("", |end| rest.get(end + 1..).unwrap_or_default());
        }
    }
    ""
}

/// The address of `<a href="mailto:…">`.
fn mailto(tag: &str) -> Option<&str> {
    let at = tag.find("mailto:").or_else(|| tag.find("MAILTO:"))?;
    let address = tag.get(at + 7..)?;
    let end = address.find(['"', '\'', '?', ' ', '&', '>']).unwrap_or(address.len());
    address.get(..end).filter(|it| it.contains('@'))
}
