//! Where in a sheet the list stands: its header row, the column of contacts, of names, of remarks.

use std::borrow::Cow;

use super::Row;
use super::cell::has_contacts;
use crate::office::{Channel, CpfCheck, Standing, Vocabulary, check_cpf, fold, has_words};

/// The columns of a list and what they hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// The row of the header; 0 = there is none.
    pub header_row: u32,
    /// The headings; `A`, `B` … where there is no header.
    pub columns: Vec<String>,
    /// The columns of contacts: one, or all of a sheet full of addresses without header.
    pub contacts: Vec<usize>,
    /// The area code, where it has its own column.
    pub area_code: Option<usize>,
    /// The column of names.
    pub name: Option<usize>,
    /// The column of CPF numbers.
    pub cpf: Option<usize>,
    /// The columns of remarks and states.
    pub remarks: Vec<usize>,
    /// A column that says who must not receive.
    pub refusal: Option<usize>,
    /// A column that says who agreed.
    pub consent: Option<usize>,
    /// How many cells the row of a person usually fills.
    pub cells_usual: usize,
    /// Contacts read in the rows that were looked at.
    pub contacts_seen: usize,
}

/// Rows of a sheet that are looked at before it is read.
pub const PREVIEW_ROWS: usize = 120;
/// Rows within which the header is sought.
const HEADER_WITHIN: usize = 40;
/// A heading is no sentence.
const HEADING_CHARS_MAX: usize = 60;

/// Finds the list in the first rows of a sheet; `None` if no column holds contacts for the channel. Of several columns
/// of contacts the one that the mail names is taken.
#[must_use]
pub fn layout_of(rows: &[Row], channel: Channel, words: &Vocabulary, mail_text: &str) -> Option<Layout> {
    let header = find_header(rows, words);
    let (mut layout, body) = match header {
        Some(at) => {
            let row = rows.get(at)?;
            (Layout::of_header(row, channel, words), rows.get(at + 1..).unwrap_or_default())
        }
        None => (Layout::default(), rows),
    };
    layout.named_first(channel, words, mail_text);
    let body: Vec<&Row> = body.iter().filter(|it| !it.hidden).collect();
    layout.choose_contacts(&body, channel, words);
    if layout.contacts.is_empty() {
        return None;
    }
    layout.name = layout.name.or_else(|| if header.is_none() { column_of_names(&body, &layout) } else { None });
    if header.is_none() {
        let width = rows.iter().map(|it| it.cells.len()).max().unwrap_or(0);
        layout.columns = (0..width).map(column_letters).collect();
    }
    layout.cells_usual = usual_cells(&body, &layout, channel);
    Some(layout)
}

impl Layout {
    /// The columns by the words of a header row; the contact columns are chosen later, by what stands in them.
    #[must_use]
    pub fn of_header(row: &Row, channel: Channel, words: &Vocabulary) -> Self {
        let folded: Vec<String> = row.cells.iter().map(|it| heading(it)).collect();
        let find = |key: &str| best_column(&folded, words.phrases("colunas", key));
        let mut contacts: Vec<(usize, usize)> =
            folded.iter().enumerate().filter_map(|(at, it)| Some((contact_rank(it, channel, words)?, at))).collect();
        contacts.sort_unstable();
        let mut remarks: Vec<usize> = folded
            .iter()
            .enumerate()
            .filter(|(_, it)| words.phrases("colunas", "observacao").iter().any(|phrase| has_words(it, phrase)))
            .map(|(at, _)| at)
            .collect();
        // A list's last column without a heading is where people write remarks.
        remarks.extend(folded.iter().enumerate().skip(1).filter(|(_, it)| it.is_empty()).map(|(at, _)| at));
        Self {
            header_row: row.number,
            columns: row.cells.iter().map(|it| it.split_whitespace().collect::<Vec<_>>().join(" ")).collect(),
            contacts: contacts.into_iter().map(|(_, at)| at).collect(),
            area_code: folded.iter().position(|it| it == "ddd" || it == "d.d.d." || it == "cod. area"),
            name: find("nome"),
            cpf: find("cpf"),
            remarks,
            refusal: find("nao-enviar"),
            consent: find("autoriza"),
            cells_usual: 0,
            contacts_seen: 0,
        }
    }

    /// `usando o endereço funcional`: the column whose heading says what the mail says comes first, if it is one alone.
    fn named_first(&mut self, channel: Channel, words: &Vocabulary, mail_text: &str) {
        if self.contacts.len() < 2 || mail_text.is_empty() {
            return;
        }
        let text = fold(mail_text);
        let of_channel = |word: &str| {
            let keys: &[&str] = match channel {
                Channel::Email => &["email"],
                Channel::Whatsapp => &["whatsapp", "celular", "telefone"],
            };
            keys.iter().any(|key| words.phrases("colunas", key).iter().any(|it| has_words(it, word)))
        };
        let named = |column: &usize| {
            let heading = self.columns.get(*column).map(|it| heading(it)).unwrap_or_default();
            heading
                .split(|c: char| !c.is_alphanumeric())
                .any(|it| it.chars().count() >= 5 && !of_channel(it) && has_words(&text, it))
        };
        let mut chosen = self.contacts.iter().copied().filter(named);
        if let (Some(one), None) = (chosen.next(), chosen.next()) {
            self.contacts.retain(|it| *it != one);
            self.contacts.insert(0, one);
        }
    }

    /// Of the columns that the words allow the one that holds contacts; where words say nothing, what stands in the
    /// cells decides.
    fn choose_contacts(&mut self, body: &[&Row], channel: Channel, words: &Vocabulary) {
        let by_words = std::mem::take(&mut self.contacts);
        let has_header = self.header_row > 0;
        let seen = |column: usize| count_contacts(body, column, self.area_code, channel);
        // A heading that says it, and cells that do not all contradict it ("WhatsApp: sim/não").
        let fitting = by_words.iter().copied().find(|it| seen(*it).0 > 0);
        let blank = || by_words.iter().copied().find(|it| seen(*it).1 == 0);
        if let Some(column) = fitting {
            self.contacts_seen = seen(column).0;
            self.contacts = vec![column];
            return;
        }
        let width = body.iter().map(|it| it.cells.len()).max().unwrap_or(0);
        let mut full: Vec<(usize, usize)> = Vec::new();
        for column in 0..width {
            let (good, filled) = seen(column);
            let heading = self.columns.get(column).map(|it| heading(it)).unwrap_or_default();
            let other = is_other_heading(&heading, words);
            if good * 2 >= filled && good > 0 && !other && !holds_cpfs(body, column) {
                full.push((good, column));
            }
        }
        let best = full.iter().copied().max_by_key(|(good, column)| (*good, usize::MAX - column));
        match best {
            // Addresses side by side without any heading: all of them.
            Some(_) if !has_header && full.len() > 1 && full.len() == filled_columns(body) => {
                self.contacts_seen = full.iter().map(|(good, _)| good).sum();
                self.contacts = full.into_iter().map(|(_, column)| column).collect();
            }
            Some((good, column)) => {
                self.contacts_seen = good;
                self.contacts = vec![column];
            }
            // The column is there and nobody has a usable contact: every row is told.
            None => self.contacts = by_words.first().copied().or_else(blank).into_iter().collect(),
        }
    }

    /// The text from which a row's contact is read.
    #[must_use]
    pub fn contact_text<'r>(&self, row: &'r Row, column: usize) -> Cow<'r, str> {
        joined_contact(row, column, self.area_code)
    }
}

/// Whether a row within a list is a header again: two cells that are nothing but headings.
#[must_use]
pub fn is_header(row: &Row, words: &Vocabulary) -> bool {
    let is_heading = |cell: &&String| {
        let text = heading(cell);
        !text.is_empty()
            && (words.keys("colunas").any(|(key, list)| key != "segundo" && list.contains(&text))
                || words.phrases("cabecalho", "outros").contains(&text))
    };
    row.cells.iter().filter(is_heading).count() >= 2 && header_score(row, words).is_some()
}

/// The row that is the header: the one in which most cells are known headings.
#[must_use]
pub fn find_header(rows: &[Row], words: &Vocabulary) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (at, row) in rows.iter().enumerate().take(HEADER_WITHIN) {
        let Some(score) = header_score(row, words) else { continue };
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, at));
        }
    }
    best.map(|(_, at)| at)
}

/// How many cells of a row are known headings; `None` if it is no header.
fn header_score(row: &Row, words: &Vocabulary) -> Option<usize> {
    // Most rows are people's.
    let is_contact = |it: &String| {
        has_contacts(Channel::Email, it)
            || it.bytes().filter(u8::is_ascii_digit).count() >= 8 && has_contacts(Channel::Whatsapp, it)
    };
    if row.cells.iter().any(is_contact) {
        return None;
    }
    let filled: Vec<String> = row.cells.iter().filter(|it| !it.trim().is_empty()).map(|it| heading(it)).collect();
    let exact = |it: &String| words.key_with("colunas", it).is_some();
    let (mut known, mut contacts) = (0, 0);
    for it in &filled {
        let standing = words.standing_in_heading(it);
        let contact = Channel::ALL.iter().any(|channel| rank_of(it, &standing, *channel, words).is_some());
        contacts += usize::from(contact);
        known += usize::from(contact || exact(it) || is_person_heading(it, &standing, words));
    }
    let others = filled.iter().filter(|it| is_other_heading(it, words)).count();
    let score = known * 2 + others;
    // One cell alone is a heading only if it is nothing but one: `E-mail`, not `E-mails dos aposentados`.
    let enough = match filled.len() {
        0 => false,
        1 => filled.iter().all(exact),
        _ => contacts > 0 || known + others >= 2 || filled.iter().any(|it| it == "nome" || it == "nome completo"),
    };
    (enough && score > 0).then_some(score)
}

/// A heading as it is compared: folded, without marks at its end; empty if it is too long to be one.
fn heading(cell: &str) -> String {
    if cell.len() > HEADING_CHARS_MAX * 2 {
        return String::new();
    }
    let folded = fold(cell);
    folded.trim_matches(|c: char| matches!(c, ':' | '*' | '.' | '-' | ';' | ' ')).to_owned()
}

/// How well a heading names the channel's contacts: 0 is best; `None` = not at all.
fn contact_rank(heading: &str, channel: Channel, words: &Vocabulary) -> Option<usize> {
    rank_of(heading, &words.standing_in_heading(heading), channel, words)
}

/// The same where it is known which words stand in the heading.
fn rank_of(heading: &str, standing: &Standing, channel: Channel, words: &Vocabulary) -> Option<usize> {
    if heading.is_empty() || heading.starts_with("nome ") || heading == "nome" {
        return None;
    }
    let is_host = heading.split('.').skip(1).any(|it| it.starts_with(char::is_alphabetic) && it.len() > 1);
    if heading.contains('@') || is_host {
        return None;
    }
    let keys: &[&str] = match channel {
        Channel::Email => &["email"],
        Channel::Whatsapp => &["whatsapp", "celular", "telefone"],
    };
    let second = words.said(standing, "colunas", "segundo").next().is_some();
    let other_channel: &[&str] = match channel {
        Channel::Email => &["whatsapp", "celular", "telefone"],
        Channel::Whatsapp => &["email"],
    };
    let said = |key: &str| words.said(standing, "colunas", key).map(|it| it.0);
    let exact = |key: &&str| said(key).any(|it| it == heading);
    if other_channel.iter().any(exact) && !keys.iter().any(exact) && heading != "contato" && heading != "contatos" {
        return None;
    }
    for (tier, key) in keys.iter().enumerate() {
        let rank = if exact(key) {
            Some(tier * 2)
        } else if said(key).any(|it| it.len() >= 3 && it != "numero") {
            Some(tier * 2 + 1)
        } else {
            None
        };
        if let Some(rank) = rank {
            return Some(rank + if second { 20 } else { 0 });
        }
    }
    // `Contato` may be anything; the cells decide.
    (channel == Channel::Email && has_words(heading, "contato")).then_some(10)
}

/// A heading that names people.
fn is_person_heading(heading: &str, standing: &Standing, words: &Vocabulary) -> bool {
    words.said(standing, "colunas", "nome").next().is_some() && heading.len() <= HEADING_CHARS_MAX
}

/// A heading of something else: a column of which no number is a phone.
fn is_other_heading(heading: &str, words: &Vocabulary) -> bool {
    let known = |table, key| words.is_phrase(table, key, heading);
    let starts = |it: &str| heading.starts_with(it);
    known("cabecalho", "outros")
        || known("colunas", "cpf")
        || known("colunas", "observacao")
        || known("colunas", "nao-enviar")
        || known("colunas", "autoriza")
        || ["cpf", "matricula", "rg", "data ", "numero d", "no d", "processo", "beneficio"].into_iter().any(starts)
}

/// The column that a list of headings names: exactly first, else as words.
fn best_column(folded: &[String], phrases: &[String]) -> Option<usize> {
    let exact = folded.iter().position(|it| phrases.contains(it));
    let nome = folded
        .iter()
        .position(|it| it == "nome" || it == "nome completo")
        .filter(|_| phrases.iter().any(|it| it == "nome"));
    let contains = || {
        let named = |it: &String| phrases.iter().any(|phrase| phrase.len() >= 3 && has_words(it, phrase));
        folded.iter().position(named)
    };
    nome.or(exact).or_else(contains)
}

/// Good contacts and filled cells of a column.
fn count_contacts(body: &[&Row], column: usize, area_code: Option<usize>, channel: Channel) -> (usize, usize) {
    let mut counts = (0, 0);
    for row in body {
        if row.cell(column).trim().is_empty() {
            continue;
        }
        counts.1 += 1;
        counts.0 += usize::from(has_contacts(channel, &joined_contact(row, column, area_code)));
    }
    counts
}

/// A phone with the area code that stands in a column of its own.
fn joined_contact(row: &Row, column: usize, area_code: Option<usize>) -> Cow<'_, str> {
    let cell = row.cell(column);
    let Some(code) = area_code.filter(|it| *it != column).map(|it| row.cell(it).trim()) else {
        return Cow::Borrowed(cell);
    };
    let short = matches!(cell.bytes().filter(u8::is_ascii_digit).count(), 8 | 9);
    if short && !code.is_empty() { Cow::Owned(format!("{code} {cell}")) } else { Cow::Borrowed(cell) }
}

/// Whether a column without heading holds CPF numbers (eleven digits as well).
fn holds_cpfs(body: &[&Row], column: usize) -> bool {
    let filled: Vec<&str> = body.iter().map(|it| it.cell(column)).filter(|it| !it.trim().is_empty()).collect();
    let cpfs = filled.iter().filter(|it| check_cpf(it) == CpfCheck::Valid).count();
    cpfs * 2 > filled.len()
}

/// Columns in which anything stands.
fn filled_columns(body: &[&Row]) -> usize {
    let width = body.iter().map(|it| it.cells.len()).max().unwrap_or(0);
    (0..width).filter(|column| body.iter().any(|it| !it.cell(*column).trim().is_empty())).count()
}

/// Without header: the first column of mere words.
fn column_of_names(body: &[&Row], layout: &Layout) -> Option<usize> {
    let width = body.iter().map(|it| it.cells.len()).max().unwrap_or(0);
    (0..width).filter(|it| !layout.contacts.contains(it)).find(|column| {
        let filled: Vec<&str> = body.iter().map(|it| it.cell(*column).trim()).filter(|it| !it.is_empty()).collect();
        let worded = filled.iter().filter(|it| it.chars().all(|c| c.is_alphabetic() || " .'-".contains(c))).count();
        !filled.is_empty() && worded * 5 >= filled.len() * 4
    })
}

/// How many cells the row of a person fills: the median over rows with a contact.
fn usual_cells(body: &[&Row], layout: &Layout, channel: Channel) -> usize {
    let has_contact =
        |row: &&&Row| layout.contacts.iter().any(|it| has_contacts(channel, &layout.contact_text(row, *it)));
    let mut counts: Vec<usize> = body.iter().filter(has_contact).map(|it| filled_cells(it)).collect();
    counts.sort_unstable();
    counts.get(counts.len() / 2).copied().unwrap_or(0)
}

/// How many cells of a row are filled.
#[must_use]
pub fn filled_cells(row: &Row) -> usize {
    row.cells.iter().filter(|it| !it.trim().is_empty()).count()
}

/// `A`, `B`, …, `AA`.
fn column_letters(column: usize) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{column_letters, layout_of};
    use crate::office::{Channel, Vocabulary};
    use crate::sheets::Row;

    /// The header row, the contact column and the name column of a sheet given as `a|b` lines.
    fn check(sheet: &[&str], channel: Channel, expected: Option<(u32, usize, Option<usize>)>) {
        let rows: Vec<Row> = (1..)
            .zip(sheet)
            .filter(|(_, it)| !it.is_empty())
            .map(|(number, it)| Row::plain(number, it.split('|').map(str::to_owned).collect()))
            .collect();
        let layout = layout_of(&rows, channel, Vocabulary::shipped(), "");
        let found = layout.map(|it| (it.header_row, it.contacts[0], it.name));
        assert_eq!(found, expected, "{sheet:?}");
    }

    #[test]
    fn header_and_columns_are_found() {
        use Channel::{Email, Whatsapp};
        check(&["Nome|E-mail", "Ana|a@x.com"], Email, Some((1, 1, Some(0))));
        check(&["LISTA DE E-MAILS", "", "Nome|Correio eletrônico", "Ana|a@x.com"], Email, Some((3, 1, Some(0))));
        check(&["E-mail", "a@x.com"], Email, Some((1, 0, None)));
        check(&["a@x.com", "b@x.com"], Email, Some((0, 0, None)));
        check(&["Ana Silva|47 99123-4567", "Bia|47 99123-4568"], Whatsapp, Some((0, 1, Some(0))));
        check(&["Nome|Telefone|Celular", "Ana|47 3433-1234|47 99123-4567"], Whatsapp, Some((1, 2, Some(0))));
        check(&["Nome|WhatsApp|Celular", "Ana|sim|47 99123-4567"], Whatsapp, Some((1, 2, Some(0))));
        check(&["Nome|CPF|Contato", "Ana|52998224725|47 99123-4567"], Whatsapp, Some((1, 2, Some(0))));
        check(&["Nome|Contato", "Ana|a@x.com"], Email, Some((1, 1, Some(0))));
        check(&["52998224725|Ana|47991234567"], Whatsapp, Some((0, 2, Some(1))));
        check(&["Nome|DDD|Telefone", "Ana|47|99123-4567"], Whatsapp, Some((1, 2, Some(0))));
        check(&["Nome|Endereço virtual", "Ana|a@x.com"], Email, Some((1, 1, Some(0))));
        check(&["Nome|Valor", "Ana|12"], Email, None);
        check(&["Nome|E-mail", "Ana|não tem"], Email, Some((1, 1, Some(0))));
    }

    #[test]
    fn of_two_columns_of_addresses_the_one_that_the_mail_names_is_taken() {
        let rows = [
            Row::plain(1, vec!["Nome".into(), "E-mail pessoal".into(), "E-mail funcional".into()]),
            Row::plain(2, vec!["Ana".into(), "a@x.com".into(), "a@y.com".into()]),
        ];
        let check = |text: &str, column: usize| {
            let layout = layout_of(&rows, Channel::Email, Vocabulary::shipped(), text).unwrap();
            assert_eq!(layout.contacts, [column], "{text}");
        };
        check("por e-mail aos da planilha", 1);
        check("por e-mail, usando o endereço funcional", 2);
        check("por e-mail: o pessoal, e onde faltar o funcional", 1);
    }

    #[test]
    fn columns_have_the_letters_of_the_program() {
        assert_eq!([column_letters(0), column_letters(25), column_letters(26)], ["A", "Z", "AA"]);
    }
}
