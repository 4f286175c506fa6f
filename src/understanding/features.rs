//! What a sentence looks like: is it said to the desk, or to insured people? Counts of words of the vocabulary.

use std::cell::RefCell;
use std::rc::Rc;

use foldhash::HashMap;

use super::channels::names_channel;
use crate::mail::incoming::IncomingMail;
pub use crate::office::trim_marks;
use crate::office::{OfficeBook, Standing, Vocabulary, Voice, find_words, fold, has_words};

/// So many bytes of texts are remembered with what stands in them; a letter has fewer.
const HEARD_BYTES_MAX: usize = 256 << 10;

/// A label that opens a text has no more words than this.
const LABEL_WORDS_MAX: usize = 8;

/// Behind a label of another kind (`Responsável: …`) so many letters are no value any more, but a remark.
const REMARK_LETTERS: usize = 60;

/// Who writes to whom, as far as sentences are judged by it.
#[derive(Debug, Clone)]
pub struct Speakers<'a> {
    /// The words.
    pub words: &'a Vocabulary,
    /// First names and names of the desk's people, folded.
    pub desk: Vec<String>,
    /// The words of the sender's name, folded.
    pub sender: Vec<String>,
    /// Names of the institute and its areas, folded.
    pub house: Vec<String>,
    /// What stands in the texts that were asked about.
    pub heard: Heard,
}

/// Texts with what of the vocabulary stands in them: a sentence is asked about many times and searched once.
#[derive(Debug, Clone, Default)]
pub struct Heard(Rc<RefCell<Texts>>);

#[derive(Debug, Default)]
struct Texts {
    last: Option<(Rc<str>, Rc<Standing>)>,
    all: HashMap<Rc<str>, Rc<Standing>>,
    bytes: usize,
}

impl Heard {
    fn standing(&self, folded: &str, words: &Vocabulary) -> Rc<Standing> {
        let mut texts = self.0.borrow_mut();
        if let Some((_, standing)) = texts.last.as_ref().filter(|it| *it.0 == *folded) {
            return Rc::clone(standing);
        }
        let known = texts.all.get_key_value(folded).map(|(text, it)| (Rc::clone(text), Rc::clone(it)));
        let (text, standing) = known.unwrap_or_else(|| {
            if texts.bytes > HEARD_BYTES_MAX {
                texts.all.clear();
                texts.bytes = 0;
            }
            let (text, standing): (Rc<str>, _) = (folded.into(), Rc::new(words.standing(folded)));
            texts.bytes += text.len();
            texts.all.insert(Rc::clone(&text), Rc::clone(&standing));
            (text, standing)
        });
        texts.last = Some((text, Rc::clone(&standing)));
        standing
    }
}

impl<'a> Speakers<'a> {
    /// The speakers of a mail.
    #[must_use]
    pub fn of(mail: &IncomingMail, office: &OfficeBook, words: &'a Vocabulary) -> Self {
        let mut desk: Vec<String> = Vec::new();
        for address in &office.assessoria.enderecos {
            desk.extend(name_words(address.local_part()));
        }
        for person in mail.to.iter().chain(&mail.cc) {
            if person.address.as_ref().is_some_and(|it| office.is_own(it)) {
                desk.extend(person.name.as_deref().map(name_words).unwrap_or_default());
            }
        }
        desk.retain(|it| !matches!(it.as_str(), "presidencia" | "presidente" | "instituto"));
        let mut house = vec![fold(&office.instituto.nome)];
        house.extend(office.instituto.dominios.iter().filter_map(|it| it.split('.').next()).map(fold));
        house.extend(office.areas.values().map(|it| fold(&it.nome)));
        house.retain(|it| it.len() > 3);
        let mut who = Self { words, desk, sender: Vec::new(), house, heard: Heard::default() };
        who.sender = who.personal(mail.sender_name());
        who
    }

    /// Speakers of whom nothing is known but the language.
    #[cfg(test)]
    #[must_use]
    pub fn unknown(words: &'a Vocabulary) -> Self {
        Self { words, desk: Vec::new(), sender: Vec::new(), house: Vec::new(), heard: Heard::default() }
    }

    /// The words of a name that belong to a person: `Financeiro - Ipreville` is a mailbox of the house and has none.
    fn personal(&self, name: &str) -> Vec<String> {
        let mut words = name_words(name);
        words.retain(|word| !self.names_house(word) && !self.house.iter().any(|it| has_words(it, word)));
        words.retain(|word| !self.words.is_phrase("assinatura", "cargo", word));
        words
    }

    /// The same with another sender, for a forwarded mail.
    #[must_use]
    pub fn from_sender(&self, name: &str) -> Self {
        let bare = name.split(['<', '[', '(']).next().unwrap_or_default();
        Self { sender: self.personal(bare), ..self.clone() }
    }

    /// Whether a phrase of the vocabulary stands in the folded text.
    #[must_use]
    pub fn has(&self, table: &str, key: &str, folded: &str) -> bool {
        self.heard.standing(folded, self.words).has(self.words.group(table, key))
    }

    /// How many phrases of the vocabulary stand in the folded text, up to three.
    #[must_use]
    pub fn count(&self, table: &str, key: &str, folded: &str) -> i32 {
        let found = self.heard.standing(folded, self.words).of(self.words.group(table, key)).take(3).count();
        i32::try_from(found).unwrap_or(3)
    }

    /// Whether the folded text begins with a phrase of the vocabulary.
    #[must_use]
    pub fn begins(&self, table: &str, key: &str, folded: &str) -> bool {
        self.words.begins(table, key, folded)
    }

    /// The phrases of the vocabulary that stand in the folded text, in their order, and where each stands first.
    #[must_use]
    pub fn said(&self, table: &str, key: &str, folded: &str) -> Vec<(&'a str, usize)> {
        let standing = self.heard.standing(folded, self.words);
        self.words.said(&standing, table, key).collect()
    }

    /// Whether the folded text is a phrase of the vocabulary, marks at its end aside.
    #[must_use]
    pub fn is(&self, table: &str, key: &str, folded: &str) -> bool {
        self.words.is_bare_phrase(table, key, trim_marks(folded))
    }

    /// Whether the folded word is one of the vocabulary: `agend*` begins a word, `*ados` ends one.
    #[must_use]
    pub fn is_word(&self, table: &str, key: &str, word: &str) -> bool {
        self.words.is_word(table, key, word)
    }

    /// How many words of the sender's name stand in the folded text.
    #[must_use]
    pub fn sender_words(&self, folded: &str) -> usize {
        self.sender.iter().filter(|it| has_words(folded, it)).count()
    }

    /// Whether the text calls somebody of the desk by name.
    #[must_use]
    pub fn calls_desk(&self, folded: &str) -> bool {
        self.desk.iter().any(|it| has_words(folded, it))
    }

    /// Whether the text names the institute or an area.
    #[must_use]
    pub fn names_house(&self, folded: &str) -> bool {
        self.house.iter().any(|it| has_words(folded, it))
    }
}

/// The words of a name that tell one person from another.
fn name_words(name: &str) -> Vec<String> {
    fold(name)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| it.len() >= 3 && !matches!(*it, "dos" | "das" | "von" | "van" | "automatico"))
        .map(str::to_owned)
        .collect()
}

/// A wish has no more words.
const WISH_WORDS: usize = 8;

/// What a sentence looks like.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one observation of a sentence")]
pub struct Features {
    /// Calls somebody of the desk by name at its beginning.
    pub to_desk: bool,
    /// A greeting without insured people in it.
    pub greeting: bool,
    /// A greeting to insured people: `Prezado segurado,`.
    pub public_greeting: bool,
    /// Asks for a sending.
    pub request: bool,
    /// Points to the text: `a mensagem abaixo`.
    pub points_to_text: bool,
    /// A label alone that opens the text: `Texto:`.
    pub label: bool,
    /// Says with its colon that the text follows: `Redijo assim:`
    pub announces: bool,
    /// A line that closes the text: `fim`.
    pub end_mark: bool,
    /// A heading line of the letter with the kind of its label: `Assunto: …`.
    pub meta: Option<&'static str>,
    /// Names a list.
    pub list: bool,
    /// Names a channel.
    pub channel: bool,
    /// Names insured people.
    pub people: bool,
    /// `PS: …`, `Obs.: …`
    pub postscript: bool,
    /// A remark to the desk.
    pub remark: bool,
    /// One word of a remark, nothing else: it may be one.
    pub perhaps_remark: bool,
    /// Words of the first person singular.
    pub first_person: i32,
    /// Talks as texts to insured people do.
    pub informs: i32,
    /// Speaks to the insured person.
    pub second_person: i32,
    /// A field that is filled per person: `{NOME}`.
    pub placeholder: bool,
    /// Takes leave.
    pub closing: bool,
    /// Takes leave in the form that a text may have too.
    pub formal_closing: bool,
    /// A closing in the name of the house: `Um abraço da equipe de Comunicação.`
    pub leaves_for_house: bool,
    /// One item of an enumeration.
    pub item: bool,
    /// A wish (`Feliz virada e até a volta!`) that may end a text or a letter.
    pub wishes: bool,
    /// Takes leave with a wish for a holiday: a letter may, and a text may.
    pub wish: bool,
    /// A line of a phone's mail program.
    pub mobile: bool,
    /// A legal notice under mails.
    pub disclaimer: bool,
    /// Has the sender's name.
    pub sender_name: bool,
    /// A title, an office, a phone: lines under a name.
    pub role: bool,
    /// The institute or an area, and nothing else.
    pub house_line: bool,
    /// Says that nothing shall go yet.
    pub holds: bool,
    /// Ends with a colon.
    pub colon: bool,
    /// Mentions contact data of a person: an address or a phone.
    pub contact: bool,
    /// Names people with their addresses or phones: a line of a list.
    pub contact_line: bool,
    /// Says which subject the email shall have: `O assunto pode ser …`.
    pub names_subject: bool,
    /// Has a drawn sign.
    pub emoji: bool,
    /// Number of letters.
    pub length: usize,
    /// What it sounds like.
    pub voice: Voice,
}

impl Features {
    /// A heading of the letter with its value (`Assunto: …`, `Responsável: …`). A remark is none, though it has a label:
    /// `Obs.: no texto, onde se lê …`.
    #[must_use]
    pub fn is_heading(&self) -> bool {
        match self.meta {
            None => false,
            Some("outros") => !self.postscript && self.length < REMARK_LETTERS,
            Some(_) => true,
        }
    }
}

/// Reads the features of a sentence.
#[must_use]
pub fn features(text: &str, folded: &str, who: &Speakers<'_>) -> Features {
    let words = folded.split_whitespace().count();
    let mut it =
        Features { length: text.chars().count(), colon: text.trim_end().ends_with(':'), ..Features::default() };
    it.voice = who.words.voices().hear(folded);
    it.item = text.starts_with("- ");
    it.meta = meta_label(text, who).map(|(kind, _)| kind);
    it.postscript = who.begins("observacao", "pos-escrito", folded);
    it.label = is_label(text, folded, who);
    // `E-mail` alone in a line names the channel.
    if words <= 3 && (who.is("canal", "email", folded) || who.is("canal", "whatsapp", folded)) {
        it.meta = Some("canal");
    }
    let arrow = ["<-", "<=", "←", "👆", "⬆", "<<", "↑"].iter().any(|it| text.trim_start().starts_with(it));
    it.end_mark = words <= 5 && (arrow || who.is("texto", "fim", folded) || ends_what_was_opened(folded, who));
    it.channel = names_channel(folded, who);
    it.people = who.has("publico", "pessoas", folded)
        || who.has("publico", "geral", folded)
        || who.has("publico", "geral-fraco", folded);
    it.list = who.has("lista", "arquivo", folded);
    // `Segue uma sugestão de texto para o WhatsApp:` points by its noun and its colon.
    let noun = it.colon && words_of(folded) <= 25 && who.has("texto", "nome", folded);
    it.points_to_text = points_to_text(folded, who) || noun || it.colon && who.has("texto", "anuncia", folded);
    it.announces = it.colon && words <= 14 && who.has("texto", "anuncia", folded);
    it.placeholder = has_placeholder(text);
    it.emoji = text.chars().any(|c| ('\u{2600}'..='\u{27bf}').contains(&c) || c >= '\u{1f000}');
    it.contact = text.contains('@') || has_phone(text);
    // What stands in quotes is the name of something: `em "Minha família"`.
    let unquoted = without_quoted(folded);
    it.first_person = who.count("observacao", "eu", &unquoted) + i32::from(tells_of_self(&unquoted, who));
    it.informs = who.count("mensagem", "informa", folded);
    it.second_person = who.count("mensagem", "tu", folded);
    greeting(&mut it, folded, words, who);
    // `Programar no WhatsApp, para todos os segurados` orders, whatever it sounds like.
    // … and so does `WhatsApp para todos os segurados, no dia 3/2`.
    let by_channel = leads_with_channel(folded, who);
    let orders = it.channel && it.people && it.second_person == 0;
    let orders = orders && (by_channel || who.begins("pedido", "ordem", folded));
    it.request =
        (is_request(folded, &it, who) || orders && by_channel) && (it.to_desk || orders || !it.voice.is_public());
    it.holds = it.second_person == 0 && it.informs == 0 && holds(folded, who);
    // What informs or speaks to the insured person is no remark because of a single word such as `a lista`.
    it.names_subject = it.length < 160 && names_subject(folded, who);
    let remarks = who.count("observacao", "desk", folded);
    // What speaks of the text itself (`essa parte não tire`) is no part of it.
    let about_text = who.has("observacao", "sobre-o-texto", folded);
    it.remark =
        remarks >= 2 || (remarks == 1 && it.first_person > 0) || who.has("observacao", "te", folded) || about_text;
    it.perhaps_remark = remarks == 1 && !it.remark && it.informs == 0 && it.second_person == 0;
    it.closing = is_closing(folded, words, who);
    // `At.te`, `Olá, tudo bem?` are no remarks because of a word in them.
    if it.closing || ((it.greeting || it.public_greeting) && it.length < 40) {
        it.remark = false;
        it.perhaps_remark = false;
    }
    // `Te esperamos!` is said to the insured person.
    if who.has("mensagem", "cauda", folded) && it.first_person == 0 {
        it.remark = false;
        it.perhaps_remark = false;
    }
    // A line of drawn signs alone takes leave.
    it.leaves_for_house =
        it.closing && words > 3 && (who.names_house(folded) || who.has("despedida", "da-casa", folded));
    it.closing |= it.emoji && !text.chars().any(char::is_alphanumeric);
    it.wishes = words <= WISH_WORDS
        && text.ends_with(['!', '.', '🎉', '😊', '😉'])
        && it.second_person == 0
        && it.informs == 0
        && !who.has("mensagem", "cauda", folded)
        && who.begins("despedida", "voto", folded);
    it.formal_closing = it.closing && who.begins("despedida", "formal", folded);
    it.wish = it.closing && who.has("despedida", "votos", folded);
    it.mobile = who.begins("assinatura", "movel", folded) && words <= 14;
    it.disclaimer = (words > 8 || it.length > 60)
        && (who.has("assinatura", "aviso-legal", folded) || words > 12 && keeps_secret(folded, who));
    let named = who.sender_words(folded);
    it.sender_name = (named >= 2 || (named == 1 && words <= 3)) && it.length <= 90;
    it.house_line = words <= 8
        && !folded.contains("://")
        && !folded.contains("www.")
        && who.names_house(folded)
        && !folded.ends_with('.')
        && it.informs == 0;
    if it.disclaimer {
        it.request = false;
        it.remark = false;
    }
    it.contact_line = is_contact_line(text, folded, words, who);
    it.role = words <= 12
        && it.length <= 90
        && !text.trim_end().ends_with(['!', '?'])
        && (who.has("assinatura", "cargo", folded)
            || who.has("assinatura", "contato", folded)
            || has_phone(text)
            || it.house_line)
        && it.informs == 0
        && it.second_person == 0
        && !it.colon;
    it
}

/// `Prezados,` or `Bom dia, Nádia, tudo bem?`: to the desk, or to insured people.
fn greeting(it: &mut Features, folded: &str, words: usize, who: &Speakers<'_>) {
    let greets = who.begins("saudacao", "tratamento", folded);
    // The part before the first mark says who is greeted.
    let head: String = folded.split([',', ':', '!', '.', '?', ';', '\n']).next().unwrap_or_default().to_owned();
    let second: String = folded.split([',', ':', '!', '.', '?']).nth(1).unwrap_or_default().to_owned();
    let head_words = head.split_whitespace().count();
    let desk_called =
        who.calls_desk(&head) || (head_words <= 3 && who.calls_desk(&second) && second.split_whitespace().count() <= 4);
    // Pieces of a sentence are asked about once.
    let of_people = greets && who.words.stands("publico", "pessoas", &head);
    let desk_role = greets && head_words <= 6 && !of_people && who.words.stands("saudacao", "mesa", &head);
    // `Senhora Assessora,`
    let of_office = desk_role && head.split(' ').any(|it| it.starts_with("assessor"));
    it.to_desk = (desk_called || of_office) && head_words <= 6;
    let field = words <= 6 && has_placeholder(folded);
    let to_public = greets && head_words <= 9 && (of_people || head.contains("(a)") || field);
    it.public_greeting = to_public && !it.to_desk && !desk_role && !folded_is_request_start(folded, who);
    it.greeting = (greets && !it.public_greeting && head_words <= 6 && words <= 9) || (desk_role && words <= 8);
}

fn folded_is_request_start(folded: &str, who: &Speakers<'_>) -> bool {
    who.begins("pedido", "ordem", folded)
}

/// What stands in the first quotes of a text.
#[must_use]
pub fn quoted(text: &str) -> Option<&str> {
    text.split(['"', '“', '”', '«', '»']).nth(1)
}

/// The text without what stands in quotes inside of it.
#[must_use]
pub fn without_quoted(folded: &str) -> String {
    let marks = |c: char| matches!(c, '"' | '“' | '”' | '«' | '»');
    if folded.starts_with(marks) || folded.matches(marks).count() % 2 == 1 {
        return folded.to_owned();
    }
    folded.split(marks).step_by(2).collect::<Vec<_>>().join("\"")
}

/// `Tentei`, `atrasei`, `mandarei`: a verb of the first person ends so.
fn tells_of_self(folded: &str, who: &Speakers<'_>) -> bool {
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|it| it.len() >= 5 && it.ends_with("ei") && !who.is_word("observacao", "eu-nao", it))
}

/// `O teor desta mensagem é reservado e não pode ser repassado a terceiros`: of this mail itself, that it is secret, and
/// from whom or what to do with a stray one.
fn keeps_secret(folded: &str, who: &Speakers<'_>) -> bool {
    ["aviso-objeto", "aviso-sigilo", "aviso-terceiros"].iter().all(|key| who.has("assinatura", key, folded))
}

fn words_of(folded: &str) -> usize {
    folded.split_whitespace().count()
}

/// Whether the sentence asks the desk for a sending.
fn is_request(folded: &str, it: &Features, who: &Speakers<'_>) -> bool {
    let sends = who.has("pedido", "envia", folded);
    // `Não envie documentos por WhatsApp a desconhecidos` warns.
    if who.begins("mensagem", "adverte", folded) && !who.has("pedido", "pede-forte", folded) {
        return false;
    }
    let asks = who.has("pedido", "pede", folded);
    // `Whats para os pacientes da planilha, por favor:` has no verb at all.
    let strong = who.has("pedido", "pede-forte", folded);
    if strong && it.channel && (it.list || it.people) && it.second_person == 0 {
        return true;
    }
    if it.colon && it.channel && it.people && it.second_person == 0 && it.informs == 0 {
        return true;
    }
    // `Por e-mail, aos oito da planilha.`
    if it.channel && it.second_person == 0 && words_of(folded) <= 40 && who.has("publico", "restrito", folded) {
        return true;
    }
    if !sends {
        return false;
    }
    if folded.ends_with('?') && it.second_person == 0 && it.informs == 0 && who.begins("pedido", "ordem", folded) {
        return true;
    }
    let rest = after_greeting(folded, who);
    let orders = who.begins("pedido", "ordem", rest) || who.begins("pedido", "ordem", folded);
    let desk = who.calls_desk(folded) || has_words(folded, "assessoria");
    let about = 2 * i32::from(desk)
        + i32::from(it.channel)
        + i32::from(it.list)
        + i32::from(it.points_to_text)
        + i32::from(it.people);
    let words = folded.split_whitespace().count();
    let ordered = who.has("pedido", "ordem", folded) && it.informs == 0 && it.second_person == 0;
    (orders && about >= 1)
        || (ordered && about >= 2 && it.channel)
        || (words <= 7 && who.has("pedido", "pede-forte", folded) && it.informs == 0 && it.second_person == 0)
        || (about >= 2 && (it.points_to_text || it.colon) && it.second_person == 0)
        || (it.colon && it.first_person > 0 && it.informs == 0)
        || (asks && about >= 2)
        || (asks && about >= 1 && it.to_desk)
        || (asks && about >= 1 && (it.colon || it.first_person > 0))
}

/// Whether a sentence begins with a channel and to whom: `WhatsApp para …`, `E-mail aos …`.
fn leads_with_channel(folded: &str, who: &Speakers<'_>) -> bool {
    let mut words = folded.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let channel = who.is_word("canal", "email", first) || who.is_word("canal", "whatsapp", first);
    channel && matches!(second, "para" | "pra" | "pro" | "p/" | "aos" | "as" | "a" | "geral")
}

/// What stands after `Bom dia, Nádia,`.
fn after_greeting<'t>(folded: &'t str, who: &Speakers<'_>) -> &'t str {
    let mut rest = folded;
    for _ in 0..3 {
        let greets = who.begins("saudacao", "tratamento", rest)
            || who.desk.iter().any(|name| find_words(rest, name) == Some(0))
            || who.begins("pedido", "pede", rest);
        if !greets {
            break;
        }
        let end = rest.find([',', '!', '.', ';', '?']).unwrap_or_else(|| rest.find(' ').unwrap_or(rest.len()));
        let end = end.min(rest.find(' ').filter(|_| who.begins("pedido", "pede", rest)).unwrap_or(end));
        rest = rest.get(end..).unwrap_or_default().trim_start_matches(|c: char| !c.is_alphanumeric());
    }
    rest
}

fn points_to_text(folded: &str, who: &Speakers<'_>) -> bool {
    who.has("texto", "aponta", folded)
}

/// `Texto:`, `Segue a mensagem:`, `--- início ---`: a line that only opens the text.
fn is_label(text: &str, folded: &str, who: &Speakers<'_>) -> bool {
    // `Recado aos excursionistas -->`
    let arrow = ["->", "=>", "→", "👇", "⬇️", "⬇", ">>", "↓"].iter().any(|it| text.trim_end().ends_with(it));
    if arrow && folded.split_whitespace().count() <= LABEL_WORDS_MAX {
        return true;
    }
    let title = text.trim_end().ends_with(':') && text.chars().any(char::is_lowercase);
    if title && who.is("texto", "rotulo-titulo", folded) {
        return true;
    }
    let bare = trim_marks(folded);
    let bare = bare.split_once(") ").map_or(bare, |(_, rest)| rest);
    if bare.is_empty() || bare.split_whitespace().count() > 7 {
        return false;
    }
    who.words.is_phrase("texto", "rotulo", bare)
}

/// `FIM DO TEOR`, `término da nota`: a word of ending and a name of the text.
fn ends_what_was_opened(folded: &str, who: &Speakers<'_>) -> bool {
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let [first, .., last] = words.as_slice() else { return false };
    who.is_word("texto", "fim-de", first) && who.is_word("texto", "nome", last) && words.len() <= 4
}

/// `Assunto: …`: the kind of the label, and the value.
#[must_use]
pub fn meta_label<'t>(text: &'t str, who: &Speakers<'_>) -> Option<(&'static str, &'t str)> {
    let whole = (text, "");
    [text.split_once(':'), text.split_once(" – "), text.split_once(" - "), Some(whole)]
        .into_iter()
        .enumerate()
        .filter_map(|(at, it)| it.map(|it| (at, it)))
        .find_map(|(at, (label, value))| known_label(label, value, at == 0, who))
}

/// The kind of a heading by its label; without a colon only the subject is one (`ASSUNTO`, `Título - …`).
fn known_label<'t>(
    label: &str,
    value: &'t str,
    with_colon: bool,
    who: &Speakers<'_>,
) -> Option<(&'static str, &'t str)> {
    if label.chars().count() > 34 {
        return None;
    }
    let folded = fold(label);
    let bare = trim_marks(&folded);
    let bare = bare.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ')' | '.' | '-' | ' ' | '*'));
    const KINDS: [&str; 7] = ["assunto", "canal", "publico", "data", "area", "anexos", "outros"];
    let kind = KINDS.into_iter().find(|key| who.words.is_phrase("rotulos", key, bare))?;
    (with_colon || kind == "assunto").then(|| (kind, value.trim()))
}

/// Whether the sentence takes leave as a letter to the desk does: few words beyond the phrase.
fn is_closing(folded: &str, words: usize, who: &Speakers<'_>) -> bool {
    let squeezed = squeeze(folded);
    let folded = squeezed.as_str();
    if words <= 16 && only_takes_leave(folded, who) {
        return true;
    }
    let thanks = who.begins("despedida", "agradece", folded);
    if words > if thanks { 13 } else { 9 } {
        return false;
    }
    let longest = who
        .said("despedida", "curta", folded)
        .iter()
        .filter(|(_, at)| *at == 0)
        .map(|(phrase, _)| phrase.split_whitespace().count())
        .max();
    let Some(taken) = longest else { return false };
    // `Att., Marlise` and `Obrigada, Rosane` have a name; `Obrigado por participar.` goes on with a sentence.
    let rest: String = folded.split_whitespace().skip(taken).collect::<Vec<_>>().join(" ");
    let left = rest.split_whitespace().count();
    let goes_on = who.begins("despedida", "continua", &rest);
    // `Bjs da Duda`, `abraço do Natan`
    let named = left <= 3 && who.begins("despedida", "de-quem", &rest) && !who.names_house(&rest);
    if named && !who.has("mensagem", "cauda", &rest) {
        return true;
    }
    // `Att., Iolanda - Setor de Inativos`
    let signed = who.begins("despedida", "formal", folded) && !who.names_house(&rest) && rest.contains('-');
    let room = match (thanks && who.has("observacao", "eu", folded), signed) {
        (true, _) => 10,
        (false, true) => 6,
        (false, false) => 4,
    };
    left == 0
        || (left <= room
            && !goes_on
            && (folded.contains(',')
                || folded.contains('!')
                || folded.contains('.')
                || who.sender_words(folded) > 0
                || who.calls_desk(folded)))
}

/// Whether nothing is left of the sentence but phrases of leave, names, and the words that join them:
/// `Boas festas e até o ano que vem!`, `Sem mais, agradeço a atenção de sempre, Nádia.`
fn only_takes_leave(folded: &str, who: &Speakers<'_>) -> bool {
    let mut rest = folded.to_owned();
    let mut leaves = false;
    for key in ["curta", "partes"] {
        // What does not stand in the whole does not stand in a part of it either.
        for (phrase, _) in who.said("despedida", key, folded) {
            while let Some(at) = find_words(&rest, phrase) {
                // A beginning of a word takes the whole word.
                let stem = at + phrase.trim_end_matches('*').len();
                let word = rest.get(stem..).and_then(|it| it.find(|c: char| !c.is_alphanumeric()));
                let end = if phrase.ends_with('*') { word.map_or(rest.len(), |it| stem + it) } else { stem };
                rest.replace_range(at..end, "|");
                leaves = true;
            }
        }
    }
    let fills = |word: &str| {
        who.words.is_phrase("despedida", "resto", word)
            || who.desk.iter().any(|it| it == word)
            || who.sender.iter().any(|it| it == word)
    };
    leaves && rest.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).all(fills)
}

/// Whether a sentence to the desk says that nothing shall go yet.
#[must_use]
pub fn holds(sentence: &str, who: &Speakers<'_>) -> bool {
    who.has("segurar", "diz", sentence) || refuses_to_send(sentence, who)
}

/// `não disparar ainda`, `não manda já`: a «não», at most two words, a verb of sending, and an end or a word of time.
#[must_use]
pub fn refuses_to_send(sentence: &str, who: &Speakers<'_>) -> bool {
    // What does not stand in the sentence stands in none of its words.
    if !who.has("segurar", "nao", sentence) || !who.has("segurar", "verbo", sentence) {
        return false;
    }
    let words: Vec<&str> = sentence.split(|c: char| c.is_whitespace()).filter(|it| !it.is_empty()).collect();
    words.iter().enumerate().any(|(at, word)| {
        let bare = trim_marks(word);
        if !who.words.stands("segurar", "verbo", bare) {
            return false;
        }
        let denied = words.get(at.saturating_sub(3)..at).unwrap_or_default().iter();
        let denied = denied.map(|it| trim_marks(it)).any(|it| who.words.is_phrase("segurar", "nao", it));
        let ends = word.ends_with(['.', ',', '!', ';', ':', '?']) || at + 1 == words.len();
        let next = words.get(at + 1).map_or("", |it| trim_marks(it));
        // `a coluna do CID é só de uso nosso, não repassar`: what shall not go is a column.
        let before = words.get(..at).unwrap_or_default().iter().rev();
        let mut clause = before.take_while(|it| !it.ends_with(['.', ';', ':', '!', '?']));
        let of_data = clause.any(|it| who.is_word("segurar", "dados", trim_marks(it)));
        let ends = ends && !of_data;
        denied && (ends || who.words.phrases("segurar", "depois").iter().any(|it| it.split(' ').next() == Some(next)))
    })
}

/// `O assunto pode ser …`, `Como título, sugiro …`.
fn names_subject(folded: &str, who: &Speakers<'_>) -> bool {
    who.begins("assunto", "anuncia", folded)
}

/// Where a word of the subject begins in a text (`assunto`, `título`), from the first on; nowhere if the text is of another
/// length in lower case.
pub fn subject_words(text: &str) -> Vec<usize> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return Vec::new();
    }
    let words = ["assunto", "título", "titulo"];
    let mut places: Vec<usize> = words.iter().flat_map(|it| lower.match_indices(it).map(|found| found.0)).collect();
    places.sort_unstable();
    places
}

/// Whether a folded sentence ends where the subject begins: `… e ponha no assunto:`.
pub fn opens_subject(folded: &str) -> bool {
    folded.ends_with("assunto:") || folded.ends_with("titulo:")
}

/// A line of a list typed in the letter: addresses, or a name and a phone. The institute's own contacts are none.
fn is_contact_line(text: &str, folded: &str, words: usize, who: &Speakers<'_>) -> bool {
    let addresses = text.matches('@').count();
    // `Siegfried Poffo: siegfried.poffo@mail.example;`
    let colons = text.matches(':').count();
    let one_address = |it: &str| it.contains('@') && it.split_whitespace().count() == 1;
    let leads_to_contact = colons == 1 && text.split_once(':').is_some_and(|it| one_address(it.1));
    let own = who.house.iter().any(|it| folded.contains(&format!("@{it}")) || folded.contains(&format!(".{it}")));
    let labelled = who.has("lista", "contato-da-casa", folded);
    // What is left without the contact is a name, not a sentence.
    let name =
        text.split_whitespace().filter(|it| !it.contains('@') && it.chars().any(char::is_alphabetic)).all(|it| {
            matches!(it, "de" | "da" | "do" | "dos" | "das" | "e") || it.chars().next().is_some_and(char::is_uppercase)
        });
    addresses >= 2
        || (!own
            && !labelled
            && words <= 10
            && name
            && !text.contains(['!', '?'])
            && (colons == 0 || leads_to_contact)
            && (addresses == 1 || has_phone(text)))
}

/// `valeuuu` is `valeu`: a letter that stands three times or more stands once.
fn squeeze(folded: &str) -> String {
    let thrice = |it: &[u8]| matches!(it, [a, b, c] if a == b && b == c);
    if folded.is_ascii() && !folded.as_bytes().windows(3).any(thrice) {
        return folded.to_owned();
    }
    let letters: Vec<char> = folded.chars().collect();
    let mut out = String::with_capacity(folded.len());
    let mut at = 0;
    while let Some(c) = letters.get(at) {
        let run = letters.get(at..).unwrap_or_default().iter().take_while(|it| *it == c).count();
        let kept = if run >= 3 && c.is_alphabetic() { 1 } else { run };
        out.extend(std::iter::repeat_n(*c, kept));
        at += run;
    }
    out
}

/// `{NOME}`, `[NOME]`, `<NOME>`, `«Nome»`, `{{nome}}`: a field that is filled per person.
#[must_use]
pub fn has_placeholder(text: &str) -> bool {
    !placeholders(text).is_empty()
}

/// The fields of a text, in its order, without their braces.
#[must_use]
pub fn placeholders(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (open, close) in [('{', '}'), ('[', ']'), ('«', '»'), ('<', '>')] {
        let mut rest = text;
        while let Some(at) = rest.find(open) {
            rest = rest.get(at + open.len_utf8()..).unwrap_or_default();
            let Some(end) = rest.find(close) else { break };
            let inner = rest
                .get(..end)
                .unwrap_or_default()
                .trim_matches(|c: char| c == '{' || c == '<' || c == '«' || c == ' ');
            let named = (1..=40).contains(&inner.chars().count())
                && inner.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ' ' | '-' | 'º'))
                && inner.chars().any(char::is_alphabetic);
            let upper = inner.chars().all(|c| !c.is_lowercase());
            let doubled = open == '<' && rest.starts_with('<');
            if named && (open == '{' || open == '«' || upper || doubled) && !found.iter().any(|it| it == inner) {
                found.push(inner.to_owned());
            }
            rest = rest.get(end..).unwrap_or_default();
        }
    }
    found.sort_by_key(|it| text.find(it.as_str()));
    found
}

/// Whether a phone number stands in the text: at least eight digits with nothing but phone marks between.
#[must_use]
pub fn has_phone(text: &str) -> bool {
    let mut digits = 0;
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits += 1;
            if digits >= 8 {
                return true;
            }
        } else if !matches!(c, ' ' | '-' | '(' | ')' | '+' | '.' | '\u{a0}') {
            digits = 0;
        }
    }
    false
}
