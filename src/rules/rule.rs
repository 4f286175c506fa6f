//! One rule: from its checked file to conditions, actions and examples that refer only to what exists.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::diagnostic::Diagnostic;
use super::keys::{PARTIES, SENDERS_OF_EXAMPLES};
use super::notice::Notice;
use super::read::{Checked, Reader, Section, hour, is_accepted, nearest, years};
use crate::office::calendar::Length;
use crate::office::{
    Action, Audience, BadRows, Class, Confirmation, Effect, EmailAddress, ListChoice, Missing, Party, Sending, fold,
};

/// One rule of `rules/`.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Its file name without `.toml`.
    pub name: String,
    /// What it does, in one sentence.
    pub description: String,
    /// `versao`, where the administrator counts.
    pub version: Option<u64>,
    /// `ativa`.
    pub active: bool,
    /// The first day on which it holds.
    pub from: Option<Date>,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// All of these must hold.
    pub when: Vec<Condition>,
    /// None of these may hold.
    pub except: Vec<Condition>,
    /// What is done, in order.
    pub actions: Vec<Action>,
    /// Its examples.
    pub examples: Vec<Example>,
    pub(super) file: String,
    pub(super) source: Arc<str>,
    pub(super) when_span: Range<usize>,
    pub(super) row_labels: Vec<RowLabel>,
}

/// Where a rule names a row of the workbook, the row, and the tab if it names one.
pub(super) type RowLabel = (Range<usize>, String, Option<String>);

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Its key.
    pub key: &'static str,
    /// What it asks.
    pub test: Test,
    pub(super) span: Range<usize>,
}

/// What a condition asks of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// `classe`.
    Class(Vec<Class>),
    /// `canal`: `email`, `whatsapp`, `ambos`, `nenhum`.
    Channel(Vec<&'static str>),
    /// `audiencia`; `None` = not said.
    Audience(Vec<Option<Audience>>),
    /// `area`.
    Area(Vec<String>),
    /// `categoria`.
    Category(Vec<String>),
    /// `remetente`.
    Sender(Vec<&'static str>),
    /// `assunto-contem`, folded.
    SubjectHas(Vec<String>),
    /// `mensagem-contem`, folded.
    TextHas(Vec<String>),
    /// `anexo-contem`, folded.
    AttachmentHas(Vec<String>),
    /// `destinatarios`.
    Recipients(Limits),
    /// `recusados`.
    Rejected(Limits),
    /// `tem-lista`.
    HasList(bool),
    /// `tem-anexo`.
    HasAttachment(bool),
    /// `converter-midia`.
    NeedsConversion(bool),
    /// `por-pessoa`.
    PerPerson(bool),
    /// `urgente`.
    Urgent(bool),
    /// `agendado`.
    Scheduled(bool),
    /// `falta = true|false`.
    AnythingMissing(bool),
    /// `falta = [...]`.
    Missing(Vec<Missing>),
    /// `efeito`.
    Effect(Vec<Effect>),
    /// `repetido`.
    Duplicate(bool),
    /// `pede-para-sair`.
    OptOut(bool),
    /// `relatorio`: `true` = complete.
    Report(Vec<bool>),
}

/// `{ acima-de = 10, ate = 20 }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// More than this.
    pub above: Option<u64>,
    /// At most this.
    pub up_to: Option<u64>,
}

impl Limits {
    /// Whether a number lies within.
    #[must_use]
    pub fn hold(self, number: u64) -> bool {
        self.above.is_none_or(|it| number > it) && self.up_to.is_none_or(|it| number <= it)
    }
}

/// `[[exemplo]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Its name.
    pub name: String,
    /// The mail.
    pub mail: ExampleMail,
    /// Whether the rule must accept it.
    pub is_accepted: bool,
    pub(super) span: Range<usize>,
}

/// The mail of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleMail {
    /// Who writes.
    pub from: ExampleSender,
    /// Its subject.
    pub subject: String,
    /// Its text; empty where the example gives none.
    pub text: String,
    /// The names of its attachments.
    pub attachments: Vec<String>,
}

/// Who writes an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExampleSender {
    /// Somebody with this address, proved.
    Address(EmailAddress),
    /// The first address of the area with this key.
    Area(String),
    /// The first address of the first area.
    AnyArea,
    /// The call center.
    CallCenter,
    /// The assessoria.
    Desk,
    /// The first approver.
    Approver,
    /// A person from outside, with a proved address.
    Insured,
    /// Somebody with an area's address and no proof.
    Stranger,
}

/// What rules may refer to. `None` where the file that says it is broken itself: then nothing is checked against it.
pub(super) struct Known<'a> {
    pub(super) areas: Option<BTreeSet<String>>,
    pub(super) has_call_center: bool,
    pub(super) has_approvers: bool,
    pub(super) categories: BTreeSet<String>,
    pub(super) has_text: &'a dyn Fn(&str) -> bool,
    pub(super) notices: &'a BTreeMap<String, Notice>,
}

/// Builds a rule from its checked file. Everything that it names is looked up; mistakes go into the reader.
pub(super) struct Builder<'a, 'r> {
    pub(super) reader: &'a mut Reader<'r>,
    pub(super) known: &'a Known<'a>,
    pub(super) file: &'a str,
    pub(super) source: &'a Arc<str>,
}

impl Builder<'_, '_> {
    /// The rule, if everything in it that matters could be read.
    pub(super) fn rule(&mut self, section: &Section) -> Option<Rule> {
        self.check_texts(section);
        let when = self.conditions(section.table("quando"));
        let except = self.conditions(section.table("exceto"));
        let mut row_labels = Vec::new();
        let actions: Vec<Action> =
            section.tables("entao").iter().filter_map(|it| self.action(it, &mut row_labels)).collect();
        self.check_actions(section, &actions);
        let examples: Vec<Example> = section.tables("exemplo").iter().filter_map(|it| self.example(it)).collect();
        self.check_examples(section, &examples);
        self.check_days(section);
        if self.reader.found.iter().any(|it| it.gravity == super::Gravity::Error) {
            return None;
        }
        Some(Rule {
            name: self.file.trim_end_matches(".toml").to_owned(),
            description: section.text("descricao")?.to_owned(),
            version: section.number("versao"),
            active: section.flag("ativa").unwrap_or(true),
            from: section.day("de"),
            until: section.day("ate"),
            when,
            except,
            actions,
            examples,
            file: self.file.to_owned(),
            source: Arc::clone(self.source),
            when_span: section.span_of("quando"),
            row_labels,
        })
    }

    fn mistake(&mut self, span: Range<usize>, reason: impl Into<String>, suggestion: impl Into<String>) {
        self.reader.found.push(Diagnostic::error(self.file, self.source, span, reason).suggest(suggestion));
    }

    /// No text of a rule, but for its examples, holds an address.
    fn check_texts(&mut self, section: &Section) {
        let mut texts: Vec<(Range<usize>, String)> = Vec::new();
        let parts = section.table("quando").into_iter().chain(section.table("exceto")).chain(section.tables("entao"));
        for part in parts.chain([section]) {
            for (span, value) in part.values.values() {
                match value {
                    Checked::Text(text) => texts.push((span.clone(), text.clone())),
                    Checked::Texts(found) => texts.extend(found.iter().cloned()),
                    Checked::Table(inner) if inner.values.contains_key("por") => {
                        texts.extend(inner.text("por").map(|it| (inner.span_of("por"), it.to_owned())));
                    }
                    Checked::Table(_)
                    | Checked::Words(_)
                    | Checked::Flag(_)
                    | Checked::Number(_)
                    | Checked::Day(_)
                    | Checked::Tables(_) => {}
                }
            }
        }
        for (span, text) in texts {
            self.reader.refuse_address(span, &text);
        }
    }

    fn conditions(&mut self, section: Option<&Section>) -> Vec<Condition> {
        let Some(section) = section else { return Vec::new() };
        let mut found = Vec::new();
        for (key, (span, value)) in &section.values {
            if let Some(test) = self.test(key, value) {
                found.push(Condition { key, test, span: span.clone() });
            }
        }
        found.sort_by_key(|it| it.span.start);
        found
    }

    fn test(&mut self, key: &str, value: &Checked) -> Option<Test> {
        match value {
            Checked::Words(words) => word_test(key, words),
            Checked::Flag(flag) => flag_test(key, *flag),
            Checked::Texts(texts) => self.text_test(key, texts),
            Checked::Table(section) => {
                let limits = Limits { above: section.number("acima-de"), up_to: section.number("ate") };
                if limits.above.is_none() && limits.up_to.is_none() {
                    self.mistake(
                        section.span.clone(),
                        format!("`{key}` não diz nenhum limite"),
                        "escreva { acima-de = 10 } ou { ate = 10 }",
                    );
                }
                if let (Some(above), Some(up_to)) = (limits.above, limits.up_to)
                    && above >= up_to
                {
                    let reason = format!("nenhum número está acima de {above} e é no máximo {up_to}");
                    self.mistake(section.span.clone(), reason, "troque os dois números");
                }
                match key {
                    "destinatarios" => Some(Test::Recipients(limits)),
                    "recusados" => Some(Test::Rejected(limits)),
                    _ => None,
                }
            }
            Checked::Text(_) | Checked::Number(_) | Checked::Day(_) | Checked::Tables(_) => None,
        }
    }

    fn text_test(&mut self, key: &str, texts: &[(Range<usize>, String)]) -> Option<Test> {
        let plain: Vec<String> = texts.iter().map(|(_, text)| text.clone()).collect();
        let folded: Vec<String> = plain.iter().map(|it| fold(it)).collect();
        match key {
            "area" => {
                for (span, text) in texts {
                    self.check_area(span.clone(), text);
                }
                Some(Test::Area(plain))
            }
            "categoria" => {
                for (span, text) in texts {
                    self.check_category(span.clone(), text);
                }
                Some(Test::Category(plain))
            }
            "assunto-contem" => Some(Test::SubjectHas(folded)),
            "mensagem-contem" => Some(Test::TextHas(folded)),
            "anexo-contem" => Some(Test::AttachmentHas(folded)),
            _ => None,
        }
    }

    fn check_area(&mut self, span: Range<usize>, key: &str) {
        let Some(areas) = &self.known.areas else { return };
        if areas.contains(key) || self.reader.found.iter().any(|it| it.span == span) {
            return;
        }
        let names: Vec<&str> = areas.iter().map(String::as_str).collect();
        let suggestion = match nearest(key, &names) {
            Some(meant) => format!("você quis dizer \"{meant}\"?"),
            None => format!("as áreas são: {}", names.join(", ")),
        };
        self.mistake(span, format!("a área \"{key}\" não existe em areas.toml"), suggestion);
    }

    fn check_category(&mut self, span: Range<usize>, key: &str) {
        if self.known.categories.is_empty() || self.known.categories.contains(key) {
            return;
        }
        let names: Vec<&str> = self.known.categories.iter().map(String::as_str).collect();
        let suggestion = match nearest(key, &names) {
            Some(meant) => format!("você quis dizer \"{meant}\"?"),
            None => format!("as categorias são: {}", names.join(", ")),
        };
        self.mistake(span, format!("a categoria \"{key}\" não existe em vocabulario.toml"), suggestion);
    }

    fn action(&mut self, it: &Section, row_labels: &mut Vec<RowLabel>) -> Option<Action> {
        match *it.words("acao").first()? {
            "arquivar" => Some(Action::Archive {
                folder: it.text("pasta").unwrap_or(DEFAULT_FOLDER).to_owned(),
                keep_years: it.text("guardar").and_then(years),
            }),
            "enviar-email" => Some(Action::SendEmail(self.sending(it))),
            "enviar-call-center" => {
                self.need_call_center(it.span_of("acao"));
                Some(Action::SendCallCenter(self.sending(it)))
            }
            "registrar" => {
                let text = |key| it.text(key).map(str::to_owned);
                row_labels.extend(text("linha").map(|label| (it.span_of("linha"), label, text("aba"))));
                Some(Action::Record { sheet: text("aba"), row: text("linha") })
            }
            "encaminhar" => Some(Action::Forward { to: self.party(it, "para")? }),
            "responder" => {
                let name = it.text("texto")?.trim_end_matches(".txt").to_owned();
                if !(self.known.has_text)(&name) {
                    let reason = format!("o texto \"{name}\" não existe");
                    self.mistake(
                        it.span_of("texto"),
                        reason,
                        format!("crie rules/textos/{name}.txt ou use \"resposta-padrao\""),
                    );
                }
                Some(Action::Answer { text: name })
            }
            "perguntar" => Some(Action::Ask),
            "agendar" => {
                let not_before = hour(it.text("nao-antes")?)?;
                let not_after = it.text("nao-depois").and_then(hour);
                if not_after.is_some_and(|it| it <= not_before) {
                    self.mistake(
                        it.span_of("nao-depois"),
                        "`nao-depois` precisa vir depois de `nao-antes`",
                        "troque as horas",
                    );
                }
                Some(Action::Schedule { not_before, not_after })
            }
            "confirmar" => Some(Action::Confirm(self.confirmation(it)?)),
            "entregar-a-pessoa" => Some(Action::HandToPerson { reason: it.text("motivo")?.to_owned() }),
            "nada" => Some(Action::Nothing),
            _ => None,
        }
    }

    fn sending(&mut self, it: &Section) -> Sending {
        let notice = it.text("modelo").map(|name| name.trim_end_matches(".txt").to_owned());
        if let Some(name) = &notice
            && !self.known.notices.contains_key(name)
        {
            let names: Vec<&str> = self.known.notices.keys().map(String::as_str).collect();
            let suggestion = match nearest(name, &names) {
                Some(meant) => format!("você quis dizer \"{meant}\"?"),
                None => format!("os modelos são: {}", names.join(", ")),
            };
            self.mistake(it.span_of("modelo"), format!("o modelo \"{name}\" não existe em rules/modelos/"), suggestion);
        }
        let is = |key: &str, word: &str| it.words(key).first().is_some_and(|it| *it == word);
        Sending {
            list: if is("lista", "contatos-gerais") { ListChoice::GeneralContacts } else { ListChoice::OfRequest },
            ask_report: is("pedir", "relatorio"),
            remind_in: it.text("lembrar-em").and_then(Length::parse),
            confirm: it.table("confirmar").and_then(|it| self.confirmation(it)),
            bad_rows: if is("linhas-recusadas", "esperar") { BadRows::Wait } else { BadRows::GoOn },
            notice,
        }
    }

    fn confirmation(&mut self, it: &Section) -> Option<Confirmation> {
        let by = self.party(it, "por")?;
        match by {
            Party::Approvers if !self.known.has_approvers && self.known.areas.is_some() => {
                let reason = "areas.toml não tem ninguém em [aprovadores]: o pedido esperaria para sempre";
                self.mistake(
                    it.span_of("por"),
                    reason,
                    "ponha os endereços em [aprovadores] ou use por = \"solicitante\"",
                );
            }
            Party::CallCenter => {
                self.mistake(
                    it.span_of("por"),
                    "o call center não aprova pedidos",
                    "use \"aprovadores\" ou \"solicitante\"",
                );
            }
            Party::Requester | Party::Approvers | Party::Desk | Party::Area(_) => {}
        }
        Some(Confirmation { above: it.number("acima-de"), by })
    }

    fn party(&mut self, it: &Section, key: &str) -> Option<Party> {
        let written = it.text(key)?;
        match written {
            "solicitante" => Some(Party::Requester),
            "aprovadores" => Some(Party::Approvers),
            "assessoria" => Some(Party::Desk),
            "call-center" => {
                self.need_call_center(it.span_of(key));
                Some(Party::CallCenter)
            }
            area if self.known.areas.as_ref().is_none_or(|it| it.contains(area)) => Some(Party::Area(area.to_owned())),
            other => {
                let span = it.span_of(key);
                if self.reader.found.iter().any(|it| it.span == span) {
                    return None;
                }
                let mut names: Vec<&str> = PARTIES.iter().map(|it| it.name).collect();
                names.extend(self.known.areas.iter().flatten().map(String::as_str));
                let meant = PARTIES.iter().find(|it| it.also.contains(&other)).map(|it| it.name);
                let suggestion = match meant.or_else(|| nearest(other, &names)) {
                    Some(meant) => format!("você quis dizer \"{meant}\"?"),
                    None => format!("pode ser: {}", names.join(", ")),
                };
                self.mistake(span, format!("\"{other}\" não está em areas.toml"), suggestion);
                None
            }
        }
    }

    fn need_call_center(&mut self, span: Range<usize>) {
        if self.known.areas.is_some() && !self.known.has_call_center {
            self.mistake(span, "areas.toml não tem a parte [call-center]", "acrescente [call-center] com nome e envio");
        }
    }

    /// Actions that do not go together.
    fn check_actions(&mut self, section: &Section, actions: &[Action]) {
        let span = |at: usize| section.tables("entao").get(at).map_or(section.span.clone(), |it| it.span_of("acao"));
        if actions.len() != section.tables("entao").len() {
            return;
        }
        let mut archived = false;
        for (at, action) in actions.iter().enumerate() {
            match action {
                Action::Archive { .. } => archived = true,
                Action::SendEmail(_) | Action::SendCallCenter(_) if !archived => {
                    let reason = "o envio vem antes de arquivar: o manual arquiva primeiro (passo 3)";
                    self.mistake(span(at), reason, "ponha uma ação \"arquivar\" antes desta");
                }
                Action::Nothing if actions.len() > 1 => {
                    self.mistake(span(at), "\"nada\" não combina com outras ações", "apague esta ou as outras");
                }
                Action::SendEmail(_)
                | Action::SendCallCenter(_)
                | Action::Record { .. }
                | Action::Forward { .. }
                | Action::Answer { .. }
                | Action::Ask
                | Action::Schedule { .. }
                | Action::Confirm(_)
                | Action::HandToPerson { .. }
                | Action::Nothing => {}
            }
            let earlier =
                actions.iter().take(at).any(|it| std::mem::discriminant(it) == std::mem::discriminant(action));
            let may_repeat = matches!(action, Action::Forward { .. } | Action::Confirm(_));
            if earlier && !may_repeat {
                self.mistake(span(at), "esta ação já está nesta regra", "apague uma das duas");
            }
        }
    }

    fn example(&mut self, it: &Section) -> Option<Example> {
        let written = it.text("de")?;
        let from = match written {
            "uma-area" => ExampleSender::AnyArea,
            "call-center" => ExampleSender::CallCenter,
            "assessoria" => ExampleSender::Desk,
            "aprovador" => ExampleSender::Approver,
            "segurado" => ExampleSender::Insured,
            "desconhecido" => ExampleSender::Stranger,
            other => self.sender(it.span_of("de"), other)?,
        };
        Some(Example {
            name: it.text("nome")?.to_owned(),
            mail: ExampleMail {
                from,
                subject: it.text("assunto")?.to_owned(),
                text: it.text("texto").unwrap_or_default().to_owned(),
                attachments: it.texts("anexos").iter().map(|(_, name)| name.clone()).collect(),
            },
            is_accepted: is_accepted(it.words("espera").first()?),
            span: it.span.clone(),
        })
    }

    fn sender(&mut self, span: Range<usize>, written: &str) -> Option<ExampleSender> {
        if let Ok(address) = EmailAddress::parse(written) {
            return Some(ExampleSender::Address(address));
        }
        match &self.known.areas {
            None => return Some(ExampleSender::Area(written.to_owned())),
            Some(areas) if areas.contains(written) => return Some(ExampleSender::Area(written.to_owned())),
            Some(_) => {}
        }
        let mut names: Vec<&str> = SENDERS_OF_EXAMPLES.iter().map(|it| it.name).collect();
        names.extend(self.known.areas.iter().flatten().map(String::as_str));
        let meant = SENDERS_OF_EXAMPLES.iter().find(|it| it.also.contains(&written)).map(|it| it.name);
        let suggestion = match meant.or_else(|| nearest(written, &names)) {
            Some(meant) => format!("você quis dizer \"{meant}\"?"),
            None => format!("um endereço, ou: {}", names.join(", ")),
        };
        self.mistake(span, format!("\"{written}\" não é um remetente"), suggestion);
        None
    }

    /// At least one accepting and one refusing example, each with its own name.
    fn check_examples(&mut self, section: &Section, examples: &[Example]) {
        if section.tables("exemplo").is_empty() || examples.len() != section.tables("exemplo").len() {
            return;
        }
        let last = section.tables("exemplo").last().map_or(section.span.clone(), |it| it.span.clone());
        if !examples.iter().any(|it| it.is_accepted) {
            self.mistake(
                last.clone(),
                "falta um exemplo que a regra aceita",
                "acrescente um [[exemplo]] com espera = \"aceita\"",
            );
        }
        if examples.iter().all(|it| it.is_accepted) {
            self.mistake(
                last,
                "falta um exemplo que a regra recusa",
                "acrescente um [[exemplo]] com espera = \"recusa\"",
            );
        }
        for (at, example) in examples.iter().enumerate() {
            if examples.iter().take(at).any(|it| it.name == example.name) {
                let span = section.tables("exemplo").get(at).map_or(example.span.clone(), |it| it.span_of("nome"));
                self.mistake(
                    span,
                    format!("já há um exemplo com o nome \"{}\"", example.name),
                    "dê a cada exemplo o seu nome",
                );
            }
        }
    }

    fn check_days(&mut self, section: &Section) {
        if let (Some(from), Some(until)) = (section.day("de"), section.day("ate"))
            && from > until
        {
            self.mistake(section.span_of("ate"), "`ate` vem antes de `de`: a regra nunca valeria", "troque as datas");
        }
    }
}

/// The folder of `arquivar` where the rule names none (DECISIONS, categoria de arquivo).
const DEFAULT_FOLDER: &str = "{ano}/{categoria}/{protocolo} {assunto}";

fn word_test(key: &str, words: &[&'static str]) -> Option<Test> {
    match key {
        "classe" => words.iter().map(|it| class(it)).collect::<Option<_>>().map(Test::Class),
        "canal" => Some(Test::Channel(words.to_vec())),
        "audiencia" => words.iter().map(|it| audience(it)).collect::<Option<_>>().map(Test::Audience),
        "remetente" => Some(Test::Sender(words.to_vec())),
        "falta" => words.iter().map(|it| missing(it)).collect::<Option<_>>().map(Test::Missing),
        "efeito" => words.iter().map(|it| effect(it)).collect::<Option<_>>().map(Test::Effect),
        "relatorio" => Some(Test::Report(words.iter().map(|it| *it == "completo").collect())),
        _ => None,
    }
}

fn flag_test(key: &str, flag: bool) -> Option<Test> {
    match key {
        "tem-lista" => Some(Test::HasList(flag)),
        "tem-anexo" => Some(Test::HasAttachment(flag)),
        "converter-midia" => Some(Test::NeedsConversion(flag)),
        "por-pessoa" => Some(Test::PerPerson(flag)),
        "urgente" => Some(Test::Urgent(flag)),
        "agendado" => Some(Test::Scheduled(flag)),
        "falta" => Some(Test::AnythingMissing(flag)),
        "repetido" => Some(Test::Duplicate(flag)),
        "pede-para-sair" => Some(Test::OptOut(flag)),
        _ => None,
    }
}

fn class(word: &str) -> Option<Class> {
    CLASS_WORDS.iter().find(|(it, _)| *it == word).map(|(_, class)| *class)
}

/// The words of [`super::keys::CLASSES`].
pub(super) const CLASS_WORDS: [(&str, Class); 10] = [
    ("pedido", Class::Request),
    ("resposta", Class::ReplyToRequest),
    ("aprovacao", Class::Approval),
    ("cancelamento", Class::Cancellation),
    ("recibo", Class::DeliveryReceipt),
    ("relatorio", Class::CallCenterReport),
    ("resposta-automatica", Class::AutoReply),
    ("resposta-de-segurado", Class::InsuredReply),
    ("nao-autorizado", Class::Unauthorized),
    ("outro", Class::Unrelated),
];

fn audience(word: &str) -> Option<Option<Audience>> {
    match word {
        "geral" => Some(Some(Audience::General)),
        "especifica" => Some(Some(Audience::Specific)),
        "nao-dita" => Some(None),
        _ => None,
    }
}

fn missing(word: &str) -> Option<Missing> {
    MISSING_WORDS.iter().find(|(it, _)| *it == word).map(|(_, missing)| *missing)
}

/// The words of [`super::keys::MISSING`].
pub(super) const MISSING_WORDS: [(&str, Missing); 11] = [
    ("canal", Missing::Channel),
    ("destinatarios", Missing::Recipients),
    ("confirmar-destinatarios", Missing::RecipientsConfirm),
    ("texto", Missing::MessageText),
    ("assunto", Missing::MessageSubject),
    ("area", Missing::Area),
    ("midia", Missing::Media),
    ("data", Missing::SendAt),
    ("pedido", Missing::Request),
    ("dados", Missing::ContentData),
    ("audiencia", Missing::Audience),
];

fn effect(word: &str) -> Option<Effect> {
    EFFECT_WORDS.iter().find(|(it, _)| *it == word).map(|(_, effect)| *effect)
}

/// The words of [`super::keys::EFFECTS`].
pub(super) const EFFECT_WORDS: [(&str, Effect); 6] = [
    ("completa", Effect::Completes),
    ("corrige", Effect::Corrects),
    ("pergunta", Effect::Question),
    ("andamento", Effect::StatusQuestion),
    ("agradece", Effect::Thanks),
    ("rejeita", Effect::Rejects),
];

/// Every key of a table that `word_test`, `flag_test`, `text_test` or `test` makes a condition of.
#[cfg(test)]
pub(super) fn is_a_condition(key: &super::keys::Key) -> bool {
    let flag = flag_test(key.name, true).is_some();
    let words = ["pedido", "email", "geral", "canal", "completa", "completo"];
    let word = words.iter().any(|it| word_test(key.name, &[it]).is_some());
    let other =
        ["area", "categoria", "assunto-contem", "mensagem-contem", "anexo-contem", "destinatarios", "recusados"];
    flag || word || other.contains(&key.name)
}
