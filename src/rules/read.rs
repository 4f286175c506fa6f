//! Reads a TOML table by the vocabulary table: right keys, right types, right words; all mistakes at once.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::Diagnostic;
use super::keys::{ACTION_KEY, ACTIONS, EXPECTED, FOLDER_FIELDS, Key, Kind, Need, Word};
use crate::office::calendar::Length;
use crate::office::{EmailAddress, fold};

/// A value that is what the table says.
#[derive(Debug, Clone)]
pub(super) enum Checked {
    Text(String),
    Texts(Vec<(Range<usize>, String)>),
    Words(Vec<&'static str>),
    Flag(bool),
    Number(u64),
    Day(Date),
    Table(Section),
    Tables(Vec<Section>),
}

/// A table whose known values are right.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    /// Its header.
    pub(super) span: Range<usize>,
    /// Its values with their places.
    pub(super) values: BTreeMap<&'static str, (Range<usize>, Checked)>,
    /// Named tables of `[areas.NOME]`.
    pub(super) named: BTreeMap<String, Section>,
}

impl Section {
    pub(super) fn get(&self, key: &str) -> Option<&Checked> {
        self.values.get(key).map(|(_, value)| value)
    }

    pub(super) fn span_of(&self, key: &str) -> Range<usize> {
        self.values.get(key).map_or_else(|| self.span.clone(), |(span, _)| span.clone())
    }

    pub(super) fn text(&self, key: &str) -> Option<&str> {
        let Checked::Text(text) = self.get(key)? else { return None };
        Some(text)
    }

    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        let Checked::Flag(flag) = self.get(key)? else { return None };
        Some(*flag)
    }

    pub(super) fn number(&self, key: &str) -> Option<u64> {
        let Checked::Number(number) = self.get(key)? else { return None };
        Some(*number)
    }

    pub(super) fn day(&self, key: &str) -> Option<Date> {
        let Checked::Day(day) = self.get(key)? else { return None };
        Some(*day)
    }

    pub(super) fn words(&self, key: &str) -> &[&'static str] {
        let Some(Checked::Words(words)) = self.get(key) else { return &[] };
        words
    }

    pub(super) fn texts(&self, key: &str) -> &[(Range<usize>, String)] {
        let Some(Checked::Texts(texts)) = self.get(key) else { return &[] };
        texts
    }

    pub(super) fn table(&self, key: &str) -> Option<&Section> {
        let Checked::Table(section) = self.get(key)? else { return None };
        Some(section)
    }

    pub(super) fn tables(&self, key: &str) -> &[Section] {
        let Some(Checked::Tables(sections)) = self.get(key) else { return &[] };
        sections
    }
}

/// Reads one file.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    file: &'a str,
    source: &'a Arc<str>,
    /// Every mistake so far.
    pub(super) found: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(file: &'a str, source: &'a Arc<str>) -> Self {
        Self { file, source, found: Vec::new() }
    }

    fn mistake(&mut self, span: Range<usize>, reason: String, suggestion: Option<String>) {
        let mistake = Diagnostic::error(self.file, self.source, span, reason);
        self.found.push(match suggestion {
            Some(suggestion) => mistake.suggest(suggestion),
            None => mistake,
        });
    }

    /// Reads a table by its keys.
    pub(super) fn section(
        &mut self,
        place: &str,
        span: Range<usize>,
        table: &DeTable<'_>,
        keys: &'static [Key],
    ) -> Section {
        let mut section = Section { span: span.clone(), ..Section::default() };
        for (name, value) in table {
            let Some(key) = keys.iter().find(|it| it.name == name.get_ref()) else {
                self.unknown_key(place, name, keys);
                continue;
            };
            if let Kind::Named(inner) = key.kind {
                section.named = self.named(key, value, inner);
                continue;
            }
            if let Some(checked) = self.value(key, value) {
                section.values.insert(key.name, (value.span(), checked));
            }
        }
        for key in keys.iter().filter(|it| it.need == Need::Required) {
            let is_there = table.keys().any(|it| {
                let name = it.get_ref().as_ref();
                name == key.name || key.also.contains(&name)
            });
            if !is_there {
                let reason = format!("falta a chave `{}`{}: {}", key.name, place_of(place), key.doc);
                self.mistake(span.clone(), reason, example_of(key));
            }
        }
        section
    }

    fn unknown_key(&mut self, place: &str, name: &Spanned<std::borrow::Cow<'_, str>>, keys: &[Key]) {
        let written = name.get_ref().as_ref();
        let reason = format!("a chave `{written}` não existe{}", place_of(place));
        let known: Vec<&str> = keys.iter().map(|it| it.name).collect();
        let meant = keys.iter().find(|it| it.also.contains(&written) || fold(written).replace('_', "-") == it.name);
        let suggestion = match (meant.map(|it| it.name), nearest(written, &known)) {
            (Some(meant), _) | (None, Some(meant)) => format!("você quis dizer `{meant}`?"),
            (None, None) => format!("as chaves daqui são: {}", known.join(", ")),
        };
        self.mistake(name.span(), reason, Some(suggestion));
    }

    fn named(&mut self, key: &Key, value: &Spanned<DeValue<'_>>, keys: &'static [Key]) -> BTreeMap<String, Section> {
        let mut found = BTreeMap::new();
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "uma parte com nome", Some(format!("escreva [{}.nome-da-area]", key.name)));
            return found;
        };
        for (name, inner) in table {
            let written = name.get_ref().as_ref();
            if !is_ascii_key(written) {
                let reason =
                    format!("`{written}` não serve de chave: use letras minúsculas sem acento, números e hífen");
                self.mistake(name.span(), reason, Some(format!("por exemplo `{}`", as_key(written))));
            }
            let place = format!("{}.{written}", key.name);
            match inner.get_ref().as_table() {
                Some(table) => {
                    let section = self.section(&place, inner.span(), table, keys);
                    found.insert(written.to_owned(), section);
                }
                None => self.wrong_type(key, inner, "uma parte com nome", Some(format!("escreva [{place}]"))),
            }
        }
        found
    }

    fn value(&mut self, key: &Key, value: &Spanned<DeValue<'_>>) -> Option<Checked> {
        match key.kind {
            Kind::Text | Kind::Party | Kind::TextName | Kind::NoticeName | Kind::Sender => {
                self.text(key, value).map(Checked::Text)
            }
            Kind::Folder => {
                let text = self.text(key, value)?;
                self.folder(value.span(), &text).then_some(Checked::Text(text))
            }
            Kind::Flag => self.flag(key, value).map(Checked::Flag),
            Kind::Number => self.number(key, value).map(Checked::Number),
            Kind::Day => self.day(key, value).map(Checked::Day),
            Kind::Length => self.form(key, value, "\"2 dias uteis\", \"24h\"", |it| Length::parse(it).is_some()),
            Kind::Years => self.form(key, value, "\"5 anos\"", |it| years(it).is_some()),
            Kind::Hour => self.form(key, value, "\"8:00\"", |it| hour(it).is_some()),
            Kind::Address => self.form(key, value, "nome@dominio", |it| EmailAddress::parse(it).is_ok()),
            Kind::Word(words) => {
                let text = self.text(key, value)?;
                self.word(key, value.span(), &text, words).map(|it| Checked::Words(vec![it]))
            }
            Kind::Words(words) => self.words(key, value, words),
            Kind::FlagOrWords(words) => match value.get_ref().as_bool() {
                Some(flag) => Some(Checked::Flag(flag)),
                None => self.words(key, value, words),
            },
            Kind::AreaKeys | Kind::Categories | Kind::Phrases | Kind::FileNames => {
                self.texts(key, value).map(Checked::Texts)
            }
            Kind::List => self.list(key, value).map(Checked::Texts),
            Kind::Addresses => {
                let texts = self.list(key, value)?;
                for (span, text) in &texts {
                    self.check_address(span.clone(), text);
                }
                Some(Checked::Texts(texts))
            }
            Kind::Hosts => {
                let texts = self.list(key, value)?;
                for (span, text) in &texts {
                    self.check_host(span.clone(), text);
                }
                Some(Checked::Texts(texts))
            }
            Kind::Table(keys) => {
                let Some(table) = value.get_ref().as_table() else {
                    self.wrong_type(key, value, "uma parte", Some(format!("escreva [{}] ou {{ … }}", key.name)));
                    return None;
                };
                Some(Checked::Table(self.section(key.name, value.span(), table, keys)))
            }
            Kind::Tables(keys) => {
                let place = format!("[{}]", key.name);
                let read =
                    |reader: &mut Self, span, table: &DeTable<'_>| Some(reader.section(&place, span, table, keys));
                self.tables(key, value, read).map(Checked::Tables)
            }
            Kind::Actions => self.tables(key, value, Self::action).map(Checked::Tables),
            Kind::Named(_) => None,
        }
    }

    fn tables(
        &mut self,
        key: &Key,
        value: &Spanned<DeValue<'_>>,
        read: impl Fn(&mut Self, Range<usize>, &DeTable<'_>) -> Option<Section>,
    ) -> Option<Vec<Section>> {
        let form = format!("escreva [[{}]], com dois colchetes de cada lado", key.name);
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "partes repetidas", Some(form));
            return None;
        };
        if items.is_empty() {
            self.mistake(value.span(), format!("`{}` está vazia", key.name), Some(form));
            return None;
        }
        let mut found = Vec::new();
        for item in items {
            match item.get_ref().as_table() {
                Some(table) => found.extend(read(self, item.span(), table)),
                None => self.wrong_type(key, item, "uma parte", Some(form.clone())),
            }
        }
        Some(found)
    }

    /// `[[entao]]`: which keys are right depends on `acao`.
    fn action(&mut self, span: Range<usize>, table: &DeTable<'_>) -> Option<Section> {
        let Some((_, value)) = table.iter().find(|(name, _)| name.get_ref() == ACTION_KEY.name) else {
            let reason = "falta a chave `acao` em [[entao]]: o que fazer".to_owned();
            self.mistake(span, reason, Some(format!("as ações são: {}", action_names())));
            return None;
        };
        let written = self.text(&ACTION_KEY, value)?;
        let Some((word, keys)) = ACTIONS.iter().find(|(word, _)| word.name == written) else {
            let also = ACTIONS.iter().find(|(word, _)| word.also.contains(&written.as_str()));
            let names: Vec<&str> = ACTIONS.iter().map(|(word, _)| word.name).collect();
            let meant = also.map(|(word, _)| word.name).or_else(|| nearest(&written, &names));
            let suggestion = match meant {
                Some(meant) => format!("você quis dizer \"{meant}\"?"),
                None => format!("as ações são: {}", action_names()),
            };
            self.mistake(value.span(), format!("a ação \"{written}\" não existe"), Some(suggestion));
            return None;
        };
        let without: DeTable<'_> = table
            .iter()
            .filter(|(name, _)| name.get_ref() != ACTION_KEY.name)
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect();
        let mut section = self.section(&format!("ação {}", word.name), span, &without, keys);
        section.values.insert(ACTION_KEY.name, (value.span(), Checked::Words(vec![word.name])));
        Some(section)
    }

    fn text(&mut self, key: &Key, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, value, "um texto entre aspas", example_of(key));
            return None;
        };
        if text.trim().is_empty() {
            self.mistake(value.span(), format!("`{}` está vazia: {}", key.name, key.doc), None);
            return None;
        }
        Some(text.to_owned())
    }

    /// One text or a list of texts.
    fn texts(&mut self, key: &Key, value: &Spanned<DeValue<'_>>) -> Option<Vec<(Range<usize>, String)>> {
        if value.get_ref().is_array() {
            return self.list(key, value);
        }
        self.text(key, value).map(|text| vec![(value.span(), text)])
    }

    fn list(&mut self, key: &Key, value: &Spanned<DeValue<'_>>) -> Option<Vec<(Range<usize>, String)>> {
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "uma lista", Some(format!("escreva {} = [\"…\"]", key.name)));
            return None;
        };
        Some(items.iter().filter_map(|it| self.text(key, it).map(|text| (it.span(), text))).collect())
    }

    fn words(&mut self, key: &Key, value: &Spanned<DeValue<'_>>, words: &'static [Word]) -> Option<Checked> {
        let texts = self.texts(key, value)?;
        if texts.is_empty() {
            self.mistake(value.span(), format!("`{}` está vazia: {}", key.name, key.doc), None);
            return None;
        }
        let found: Vec<&'static str> =
            texts.iter().filter_map(|(span, text)| self.word(key, span.clone(), text, words)).collect();
        (found.len() == texts.len()).then_some(Checked::Words(found))
    }

    fn word(&mut self, key: &Key, span: Range<usize>, text: &str, words: &'static [Word]) -> Option<&'static str> {
        if let Some(word) = words.iter().find(|it| it.name == text) {
            return Some(word.name);
        }
        let folded = fold(text);
        let names: Vec<&str> = words.iter().map(|it| it.name).collect();
        let meant = words
            .iter()
            .find(|it| it.name == folded || it.also.contains(&text) || it.also.contains(&folded.as_str()))
            .map(|it| it.name)
            .or_else(|| nearest(text, &names));
        let suggestion = match meant {
            Some(meant) => format!("você quis dizer \"{meant}\"?"),
            None => format!("pode ser: {}", names.join(", ")),
        };
        self.refuse_address(span.clone(), text);
        self.mistake(span, format!("\"{text}\" não é um valor de `{}`", key.name), Some(suggestion));
        None
    }

    fn flag(&mut self, key: &Key, value: &Spanned<DeValue<'_>>) -> Option<bool> {
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            let suggestion = value.get_ref().as_str().map(|text| {
                let is_yes = matches!(fold(text).as_str(), "sim" | "s" | "true" | "verdadeiro" | "1");
                format!("escreva {} = {is_yes}", key.name)
            });
            self.wrong_type(key, value, "true ou false, sem aspas", suggestion);
        }
        flag
    }

    fn number(&mut self, key: &Key, value: &Spanned<DeValue<'_>>) -> Option<u64> {
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|it| u64::from_str_radix(&it.as_str().replace('_', ""), it.radix()).ok());
        if number.is_none() {
            let suggestion = value.get_ref().as_str().and_then(|text| {
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                (!digits.is_empty()).then(|| format!("escreva {} = {digits}", key.name))
            });
            let suggestion = suggestion.or_else(|| Some(format!("escreva por exemplo {} = 10000", key.name)));
            self.wrong_type(key, value, "um número inteiro, sem aspas nem pontos", suggestion);
        }
        number
    }

    fn day(&mut self, key: &Key, value: &Spanned<DeValue<'_>>) -> Option<Date> {
        let date = value.get_ref().as_datetime().and_then(|it| it.date);
        let day = date.and_then(|it| {
            Date::new(i16::try_from(it.year).ok()?, i8::try_from(it.month).ok()?, i8::try_from(it.day).ok()?).ok()
        });
        if day.is_none() {
            let suggestion = format!("escreva {} = 2026-12-01 (ano-mês-dia, sem aspas)", key.name);
            self.wrong_type(key, value, "uma data", Some(suggestion));
        }
        day
    }

    /// A text of a certain form.
    fn form(
        &mut self,
        key: &Key,
        value: &Spanned<DeValue<'_>>,
        example: &str,
        is_right: impl Fn(&str) -> bool,
    ) -> Option<Checked> {
        let text = self.text(key, value)?;
        if is_right(&text) {
            return Some(Checked::Text(text));
        }
        let reason = format!("\"{text}\" não serve para `{}`: {}", key.name, key.doc);
        self.mistake(value.span(), reason, Some(format!("escreva por exemplo {example}")));
        None
    }

    fn folder(&mut self, span: Range<usize>, text: &str) -> bool {
        let before = self.found.len();
        let mut rest = text;
        while let Some((_, after)) = rest.split_once('{') {
            let Some((field, tail)) = after.split_once('}') else {
                self.mistake(span.clone(), "uma chave { não foi fechada".to_owned(), Some("feche com }".to_owned()));
                break;
            };
            if !FOLDER_FIELDS.contains(&field) {
                let suggestion = match nearest(field, FOLDER_FIELDS) {
                    Some(meant) => format!("você quis dizer {{{meant}}}?"),
                    None => format!("os campos são: {{{}}}", FOLDER_FIELDS.join("}, {")),
                };
                let place = self.place_inside(&span, field);
                self.mistake(place, format!("o campo {{{field}}} não existe"), Some(suggestion));
            }
            rest = tail;
        }
        let is_outside =
            text.split('/').any(|it| it.trim() == "..") || text.starts_with(['/', '\\']) || text.contains(':');
        if is_outside {
            let reason = "a pasta fica sempre abaixo da raiz do arquivo".to_owned();
            self.mistake(
                span.clone(),
                reason,
                Some("escreva por exemplo \"{ano}/{categoria}/{protocolo} {assunto}\"".to_owned()),
            );
        } else if text.contains('\\') {
            let reason = "as pastas se separam com / e não com \\".to_owned();
            self.mistake(span.clone(), reason, Some(format!("escreva \"{}\"", text.replace('\\', "/"))));
        }
        if !text.contains("{protocolo}") {
            let reason = "a pasta precisa do campo {protocolo}: sem ele, dois pedidos cairiam na mesma".to_owned();
            self.mistake(span, reason, Some("acrescente {protocolo}".to_owned()));
        }
        self.found.len() == before
    }

    /// The place of a word inside a value, for a caret below it.
    fn place_inside(&self, span: &Range<usize>, word: &str) -> Range<usize> {
        let inside = self.source.get(span.clone()).and_then(|it| it.find(word));
        inside.map_or_else(|| span.clone(), |at| span.start + at..span.start + at + word.len())
    }

    fn check_address(&mut self, span: Range<usize>, text: &str) {
        if EmailAddress::parse(text).is_err() {
            let reason = format!("\"{text}\" não é um endereço de e-mail");
            self.mistake(span, reason, Some("escreva nome@dominio".to_owned()));
        }
    }

    fn check_host(&mut self, span: Range<usize>, text: &str) {
        if EmailAddress::parse(&format!("a@{text}")).is_err() {
            let suggestion = match text.rsplit_once('@') {
                Some((_, host)) => format!("só a parte depois de @: \"{host}\""),
                None => "escreva por exemplo \"ipreville.sc.gov.br\"".to_owned(),
            };
            self.mistake(span, format!("\"{text}\" não é um domínio de e-mail"), Some(suggestion));
        }
    }

    /// Addresses stand only in `areas.toml`.
    pub(super) fn refuse_address(&mut self, span: Range<usize>, text: &str) -> bool {
        let is_address = text.split([' ', ',', ';', '<', '>', '(', ')']).any(|it| EmailAddress::parse(it).is_ok());
        if is_address {
            let reason = "um endereço de e-mail não pode estar em uma regra".to_owned();
            self.mistake(
                span,
                reason,
                Some("os endereços ficam só em areas.toml; aqui use a chave da área".to_owned()),
            );
        }
        is_address
    }

    fn wrong_type(&mut self, key: &Key, value: &Spanned<DeValue<'_>>, expected: &str, suggestion: Option<String>) {
        let reason = format!("`{}` deve ser {expected}; aqui está {}", key.name, type_name(value.get_ref()));
        self.mistake(value.span(), reason, suggestion);
    }
}

fn action_names() -> String {
    ACTIONS.iter().map(|(word, _)| word.name).collect::<Vec<_>>().join(", ")
}

fn place_of(place: &str) -> String {
    if place.is_empty() {
        return String::new();
    }
    if place.starts_with("ação ") { format!(" na {place}") } else { format!(" em [{place}]") }
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "um texto",
        DeValue::Integer(_) => "um número",
        DeValue::Float(_) => "um número com ponto",
        DeValue::Boolean(_) => "true ou false",
        DeValue::Datetime(_) => "uma data",
        DeValue::Array(_) => "uma lista",
        DeValue::Table(_) => "uma parte",
    }
}

/// How a key is written.
fn example_of(key: &Key) -> Option<String> {
    let value = match key.kind {
        Kind::Text | Kind::FileNames | Kind::AreaKeys | Kind::Categories | Kind::Phrases => "\"…\"".to_owned(),
        Kind::Party => "\"aprovadores\"".to_owned(),
        Kind::TextName => "\"resposta-padrao\"".to_owned(),
        Kind::NoticeName => "\"pericia\"".to_owned(),
        Kind::Sender => "\"uma-area\"".to_owned(),
        Kind::Folder => "\"{ano}/{categoria}/{protocolo} {assunto}\"".to_owned(),
        Kind::Flag => "true".to_owned(),
        Kind::Number => "1".to_owned(),
        Kind::Day => "2026-12-01".to_owned(),
        Kind::Length => "\"2 dias uteis\"".to_owned(),
        Kind::Years => "\"5 anos\"".to_owned(),
        Kind::Hour => "\"8:00\"".to_owned(),
        Kind::Address => "\"nome@dominio\"".to_owned(),
        Kind::List => "[\"…\"]".to_owned(),
        Kind::Addresses => "[\"nome@dominio\"]".to_owned(),
        Kind::Hosts => "[\"dominio\"]".to_owned(),
        Kind::Word(words) | Kind::Words(words) | Kind::FlagOrWords(words) => {
            format!("\"{}\"", words.first().map_or("…", |it| it.name))
        }
        Kind::Table(_) => return Some(format!("escreva [{}]", key.name)),
        Kind::Tables(_) | Kind::Actions => return Some(format!("escreva [[{}]]", key.name)),
        Kind::Named(_) => return Some(format!("escreva [{}.nome]", key.name)),
    };
    Some(format!("escreva {} = {value}", key.name))
}

/// The known word that was probably meant.
pub(super) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let folded = fold(word).replace(['_', ' '], "-");
    let score = |it: &str| strsim::jaro_winkler(&folded, it);
    known.iter().copied().max_by(|a, b| score(a).total_cmp(&score(b))).filter(|it| score(it) > 0.78)
}

/// Letters without accents, digits and hyphens.
fn is_ascii_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn as_key(text: &str) -> String {
    let folded = fold(text).replace([' ', '_', '/'], "-");
    folded.chars().filter(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-').collect()
}

/// `8:00`, `18:30`, `8h`, `8h30`.
pub(super) fn hour(text: &str) -> Option<(i8, i8)> {
    let (hour, minute) = text.split_once([':', 'h'])?;
    let minute = if minute.is_empty() { 0 } else { minute.parse().ok()? };
    let hour: i8 = hour.trim().parse().ok()?;
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
}

/// `5 anos`, `1 ano`.
pub(super) fn years(text: &str) -> Option<u32> {
    let (number, noun) = text.trim().split_once(' ')?;
    let is_year = matches!(noun.trim(), "ano" | "anos");
    number.parse().ok().filter(|it| is_year && (1..=100).contains(it))
}

/// Whether a word stands for acceptance.
pub(super) fn is_accepted(word: &str) -> bool {
    EXPECTED.first().is_some_and(|it| it.name == word)
}
