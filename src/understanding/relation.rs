//! Which known request a mail belongs to: by protocol, by thread, by what it speaks of, by the number of contacts.

use jiff::civil::DateTime;

use crate::mail::incoming::IncomingMail;
use crate::office::{KnownRequest, find_words, fold};

/// How a mail was found to belong to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// By what it speaks of.
    Words,
    /// By `In-Reply-To` or `References`.
    Thread,
    /// By the protocol in its subject or words.
    Protocol,
}

/// A request that a mail belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Relation<'a> {
    /// The request.
    pub request: &'a KnownRequest,
    /// How it was found.
    pub how: How,
}

/// By protocol, then by thread; `text` is the new text, `history` the quoted one.
#[must_use]
pub fn named<'a>(mail: &IncomingMail, text: &str, history: &str, known: &'a [KnownRequest]) -> Option<Relation<'a>> {
    by_protocol(&format!("{} {text}", mail.subject), known)
        .map(|request| Relation { request, how: How::Protocol })
        .or_else(|| by_thread(mail, known).map(|request| Relation { request, how: How::Thread }))
        .or_else(|| by_protocol(history, known).map(|request| Relation { request, how: How::Thread }))
}

/// The one request whose protocol stands in the text.
#[must_use]
pub fn by_protocol<'a>(text: &str, known: &'a [KnownRequest]) -> Option<&'a KnownRequest> {
    let folded = fold(text);
    let mut found = known.iter().filter(|it| {
        let protocol = fold(&it.protocol);
        protocol.len() >= 6
            && protocol.contains(|c: char| c.is_ascii_digit())
            && find_words(&folded, &protocol).is_some()
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// The request whose mails this one answers: the nearest reference counts.
#[must_use]
pub fn by_thread<'a>(mail: &IncomingMail, known: &'a [KnownRequest]) -> Option<&'a KnownRequest> {
    mail.in_reply_to.iter().chain(mail.references.iter().rev()).find_map(|id| by_message_id(id, known))
}

/// The request that sent or received the mail with this Message-ID.
#[must_use]
pub fn by_message_id<'a>(id: &str, known: &'a [KnownRequest]) -> Option<&'a KnownRequest> {
    let bare = |text: &str| text.trim().trim_matches(|c| c == '<' || c == '>').to_ascii_lowercase();
    let wanted = bare(id);
    known.iter().rev().find(|it| {
        let ids = &it.message_ids;
        [&ids.request, &ids.ack, &ids.to_call_center, &ids.approval_ask]
            .into_iter()
            .flatten()
            .chain(&ids.dispatch)
            .chain(&ids.others)
            .any(|it| bare(it) == wanted)
    })
}

/// Whether the mail answers what insured people received.
#[must_use]
pub fn answers_dispatch<'a>(mail: &IncomingMail, known: &'a [KnownRequest]) -> Option<&'a KnownRequest> {
    let bare = |text: &str| text.trim().trim_matches(|c| c == '<' || c == '>').to_ascii_lowercase();
    mail.in_reply_to.iter().chain(&mail.references).find_map(|id| {
        let wanted = bare(id);
        known.iter().rev().find(|it| it.message_ids.dispatch.iter().any(|it| bare(it) == wanted))
    })
}

/// Words that tell one subject from another.
#[must_use]
pub fn telling_words(text: &str) -> Vec<String> {
    const EMPTY: [&str; 60] = [
        "para",
        "pelo",
        "pela",
        "com",
        "dos",
        "das",
        "aos",
        "que",
        "por",
        "uma",
        "nos",
        "nas",
        "envio",
        "enviar",
        "email",
        "mail",
        "e-mail",
        "whatsapp",
        "whats",
        "zap",
        "mensagem",
        "texto",
        "lista",
        "segurados",
        "pedido",
        "solicitacao",
        "favor",
        "hoje",
        "bom",
        "boa",
        "dia",
        "tarde",
        "noite",
        "res",
        "enc",
        "fwd",
        "cancelar",
        "cancelamento",
        "desconsiderar",
        "nao",
        "disparo",
        "sobre",
        "este",
        "essa",
        "esse",
        "esta",
        "foi",
        "mais",
        "como",
        "anterior",
        "relatorio",
        "comunicado",
        "aviso",
        "urgente",
        "correcao",
        "errata",
        "assunto",
        "novo",
        "nova",
        "ainda",
    ];
    let mut words: Vec<String> = fold(text)
        .split(|c: char| !c.is_alphanumeric() && c != '/')
        .map(|it| it.trim_matches('/').to_owned())
        .filter(|it| it.len() >= 3 && !EMPTY.contains(&it.as_str()))
        .map(|it| stem(&it))
        .collect();
    words.sort();
    words.dedup();
    words
}

/// Plural and gender aside, near enough.
fn stem(word: &str) -> String {
    let bare = word.trim_end_matches('s');
    let bare = bare.strip_suffix(['a', 'o', 'e']).unwrap_or(bare);
    if bare.len() >= 3 { bare.to_owned() } else { word.to_owned() }
}

/// How well a request's subject is spoken of in a text with those [`telling_words`]: shared words by hundred.
#[must_use]
pub fn likeness(there: &[String], request: &KnownRequest) -> usize {
    let shares = |subject: &str| {
        let subject = telling_words(subject);
        let shared = subject.iter().filter(|it| there.contains(it)).count();
        match subject.len() {
            0 => 0,
            all if shared >= 2 || all <= 2 => shared * 100 / all,
            all => shared * 60 / all,
        }
    };
    shares(&request.subject).max(shares(&request.asked_as))
}

/// The request that a text speaks of, among those that `fits` lets through: the best by words, the newest of equals.
#[must_use]
pub fn by_words<'a>(
    text: &str,
    known: &'a [KnownRequest],
    least: usize,
    fits: impl Fn(&KnownRequest) -> bool,
) -> Option<&'a KnownRequest> {
    let said = telling_words(text);
    let mut best: Option<(&KnownRequest, usize)> = None;
    for request in known.iter().filter(|it| fits(it)) {
        let like = likeness(&said, request);
        if like >= least && best.is_none_or(|(_, it)| like >= it) {
            best = Some((request, like));
        }
    }
    best.map(|it| it.0)
}

/// Whether a request was received or sent within so many days before `now`; unknown times count as recent.
#[must_use]
pub fn is_recent(request: &KnownRequest, now: DateTime, days: i32) -> bool {
    let said = if request.received_at.is_empty() { &request.sent_at } else { &request.received_at };
    let Ok(at) = said.parse::<DateTime>() else { return true };
    now.date().since(at.date()).is_ok_and(|it| it.get_days() <= days)
}
