//! Mails as real clients write them, with what a careful assistant would conclude.
//!
//! `tests/corpus` is the given half: mails of one office in the order of their dates, later ones about earlier ones.
//! `tests/corpus-own` has letters in other words and other clients, each understood alone, and answers to the
//! requests of the given context. `tests/variants` has mails by other hands.
//! Each set has a floor at what it really reaches; the figures stand in its README.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use carteiro::mail::authenticity::IdentityPolicy;
use carteiro::mail::incoming::IncomingMail;
use carteiro::media::MediaLimits;
use carteiro::office::calendar::Holidays;
use carteiro::office::{KnownRequest, OfficeBook, Vocabulary};
use carteiro::understanding::{self, Setting};
use jiff::civil::DateTime;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

/// Fields that are compared for a request, and for each other class.
const OF_REQUEST: [&str; 13] = [
    "channel",
    "audience",
    "area",
    "category",
    "message_subject",
    "message_text",
    "recipients",
    "rejected",
    "duplicates",
    "attachments_to_send",
    "media_to_convert",
    "send_at",
    "missing",
];

fn fields_of(class: &str) -> &'static [&'static str] {
    match class {
        "request" => &OF_REQUEST,
        "reply-to-request" => &["relates_to", "effect"],
        "approval" => &["relates_to", "send_at"],
        "cancellation" | "insured-reply" => &["relates_to"],
        "delivery-receipt" => &["relates_to", "receipt"],
        "call-center-report" => &["relates_to", "report"],
        _ => &[],
    }
}

/// The result of a folder.
#[derive(Debug, Default)]
struct Score {
    mails: u32,
    whole: u32,
    classes: u32,
    texts: (u32, u32),
    dangerous: Vec<String>,
    wrong: Vec<String>,
}

impl Score {
    fn percent(part: u32, all: u32) -> u32 {
        (part * 100).checked_div(all).unwrap_or(100)
    }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// What a mail is read beside in these tests: an office, its requests, a time.
pub fn setting<'a>(office: &'a OfficeBook, known: &'a [KnownRequest], now: DateTime) -> Setting<'a> {
    static IDENTITY: LazyLock<IdentityPolicy> = LazyLock::new(IdentityPolicy::default);
    static HOLIDAYS: LazyLock<Holidays> = LazyLock::new(Holidays::default);
    Setting {
        office,
        vocabulary: Vocabulary::shipped(),
        identity: &IDENTITY,
        known,
        holidays: &HOLIDAYS,
        media: MediaLimits::shipped(),
        now,
    }
}

pub fn office() -> OfficeBook {
    OfficeBook::from_toml(&fs::read_to_string(folder("corpus/rules/areas.toml")).unwrap()).unwrap()
}

pub fn context() -> Vec<KnownRequest> {
    context_of("corpus")
}

fn context_of(name: &str) -> Vec<KnownRequest> {
    let file = folder(name).join("context.json");
    let context: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    serde_json::from_value(context["requests"].clone()).unwrap()
}

/// Understands the mails of a folder in the order of their dates; `together` = later ones know of earlier ones.
fn score(name: &str, known: &[KnownRequest], together: bool) -> Score {
    let office = office();
    let mut mails: Vec<(PathBuf, IncomingMail)> = fs::read_dir(folder(name))
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|it| it.extension().is_some_and(|ending| ending == "eml"))
        .map(|path| (path.clone(), IncomingMail::parse(&fs::read(&path).unwrap()).unwrap()))
        .collect();
    assert!(!mails.is_empty(), "no mails in {name}");
    mails.sort_by_key(|(path, mail)| (mail.date, path.clone()));
    let mut known = known.to_vec();
    let mut score = Score::default();
    for (path, mail) in mails {
        let setting =
            setting(&office, &known, jiff::tz::TimeZone::fixed(jiff::tz::offset(-3)).to_datetime(mail.date.unwrap()));
        let understood = understanding::understand(&mail, &setting);
        let now = setting.now;
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let truth = fs::read_to_string(path.with_extension("expected.json")).unwrap();
        compare(
            &stem,
            &serde_json::to_value(&understood.facts).unwrap(),
            &serde_json::from_str(&truth).unwrap(),
            &mut score,
        );
        if together {
            understanding::remember(&stem, &mail, &understood, now, &mut known);
        }
    }
    score
}

fn compare(id: &str, got: &Value, want: &Value, score: &mut Score) {
    score.mails += 1;
    let class = want["class"].as_str().unwrap();
    let right_class = same("class", got, want);
    score.classes += u32::from(right_class);
    let mut wrong: Vec<String> = Vec::new();
    if !right_class {
        wrong.push(format!("class {} instead of {class}", got["class"]));
    }
    let by_email = want["channel"].as_array().is_some_and(|it| it.iter().any(|it| it == "email"));
    for field in fields_of(class) {
        if *field == "message_subject" && !by_email {
            continue;
        }
        let right = right_class && same(field, got, want);
        if *field == "message_text" {
            score.texts.1 += 1;
            score.texts.0 += u32::from(right);
        }
        if right_class && !right {
            wrong.push(format!("{field}: {} instead of {}", got[*field], want[*field]));
        }
    }
    let dispatched = got["dispatch"] == true;
    let may = same("dispatch", got, want);
    if !may {
        wrong.push(format!("dispatch {dispatched}"));
    }
    if let Some(danger) = danger(got, want, dispatched, may, right_class) {
        score.dangerous.push(format!("{id}: {danger}"));
    }
    score.whole += u32::from(wrong.is_empty());
    if !wrong.is_empty() {
        score.wrong.push(format!("{id}: {}", wrong.join("; ")));
    }
}

/// Whether something would go out that should not, or to whom it should not.
fn danger(got: &Value, want: &Value, dispatched: bool, may: bool, right_class: bool) -> Option<&'static str> {
    if !dispatched {
        return None;
    }
    if !may {
        return Some("dispatched though it must not");
    }
    if want["class"] != "request" || !right_class || !want["parts"].is_null() {
        return None;
    }
    if want["message_text"].is_string() && !same("message_text", got, want) {
        return Some("dispatched with a wrong text");
    }
    if !want["recipients"].is_null() && !same("recipients", got, want) {
        return Some("dispatched to other recipients");
    }
    if want["audience"] == "specific" && got["audience"] == "general" {
        return Some("dispatched to everybody instead of some");
    }
    let names = |it: &Value| -> Vec<String> { strings(&it["attachments_to_send"]) };
    let wanted = names(want);
    names(got).iter().any(|it| !wanted.contains(it)).then_some("sends attachments that must stay")
}

/// Whether a field has the wanted value or one of those that count as right.
fn same(field: &str, got: &Value, want: &Value) -> bool {
    let mut right = vec![want[field].clone()];
    right.extend(want["accept"][field].as_array().cloned().unwrap_or_default());
    right.iter().any(|it| same_value(field, &got[field], it))
}

fn same_value(field: &str, got: &Value, want: &Value) -> bool {
    match field {
        "message_text" => words(got) == words(want),
        "message_subject" => words(got).map(|it| it.to_lowercase()) == words(want).map(|it| it.to_lowercase()),
        "receipt" | "report" => match (got.as_object(), want.as_object()) {
            (Some(got), Some(want)) => want.iter().all(|(key, it)| {
                let found = got.get(key).unwrap_or(&Value::Null);
                if it.is_array() { strings(found) == strings(it) } else { found == it }
            }),
            _ => got.is_null() && want.is_null(),
        },
        "send_at" => {
            let (got, want) = (got.as_str().unwrap_or_default(), want.as_str().unwrap_or_default());
            got == want || (want.len() == 10 && got.starts_with(want))
        }
        "channel" | "missing" | "attachments_to_send" | "media_to_convert" => strings(got) == strings(want),
        _ => got == want,
    }
}

/// A list of texts, sorted, composed.
fn strings(value: &Value) -> Vec<String> {
    let mut found: Vec<String> =
        value.as_array().into_iter().flatten().filter_map(Value::as_str).map(|it| it.nfc().collect()).collect();
    found.sort();
    found
}

/// A text as it is compared: composed, marks of lists alike, blanks collapsed, nothing invisible.
fn words(value: &Value) -> Option<String> {
    let text: String =
        value.as_str()?.nfc().filter(|c| !matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{2060}')).collect();
    let lines = text.lines().map(|line| {
        let line = line.trim();
        let marked = line
            .strip_prefix(['·', '•', '▪', '◦', '●', '‣', '*', '-', '–', '—'])
            .filter(|it| it.starts_with(char::is_whitespace));
        marked.map_or_else(|| line.to_owned(), |it| format!("- {}", it.trim()))
    });
    Some(lines.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What a folder must reach: nothing dangerous, and so many of a hundred in class, text, and as a whole.
fn check(name: &str, known: &[KnownRequest], together: bool, at_least: [u32; 3]) {
    let score = score(name, known, together);
    let wrong = score.wrong.join("\n");
    assert_eq!(score.dangerous, Vec::<String>::new(), "{name}: something would go out that should not\n{wrong}");
    reaches(name, &score, at_least, &wrong);
}

fn reaches(name: &str, score: &Score, at_least: [u32; 3], wrong: &str) {
    let reached = [
        Score::percent(score.classes, score.mails),
        Score::percent(score.texts.0, score.texts.1),
        Score::percent(score.whole, score.mails),
    ];
    for (what, (reached, wanted)) in ["class", "text", "whole mail"].iter().zip(reached.into_iter().zip(at_least)) {
        assert!(reached >= wanted, "{name}: {what} {reached} %, wanted {wanted} %\n{wrong}");
    }
}

#[test]
fn the_given_half_is_understood_and_nothing_dangerous_goes_out() {
    check("corpus", &context(), true, [98, 95, 90]);
}

#[test]
fn mails_by_other_hands_are_understood_and_nothing_dangerous_goes_out() {
    let sets = [
        ("a", [99, 96, 95]),
        ("b", [99, 94, 93]),
        ("c", [99, 99, 97]),
        ("d", [99, 95, 91]),
        ("e", [99, 99, 95]),
        ("f", [99, 99, 94]),
        ("g", [98, 93, 86]),
        ("h", [99, 96, 95]),
        ("i", [99, 96, 95]),
        ("j", [99, 91, 91]),
        ("k", [99, 95, 93]),
        ("l", [98, 94, 88]),
        ("m", [97, 92, 87]),
        ("n", [99, 95, 93]),
        ("o", [98, 96, 91]),
        ("p", [99, 96, 92]),
        ("q", [98, 99, 92]),
        ("r", [98, 99, 96]),
        ("s", [99, 99, 96]),
        ("t", [99, 99, 93]),
        ("u", [98, 99, 90]),
        ("w", [99, 99, 91]),
        ("x", [99, 99, 94]),
        ("y", [99, 93, 89]),
        ("z", [97, 95, 86]),
    ];
    for (set, at_least) in sets {
        let name = format!("variants/{set}");
        check(&name, &context_of(&name), true, at_least);
    }
}

#[test]
fn letters_in_other_words_and_clients_are_understood() {
    for batch in ["letters-1", "letters-2", "letters-3", "letters-4", "letters-5", "shapes"] {
        check(&format!("corpus-own/{batch}"), &[], false, [95, 85, 75]);
    }
}

#[test]
fn answers_in_other_words_are_understood() {
    check("corpus-own/answers", &context(), false, [95, 0, 90]);
}

/// A request with a list, and a sentence more: above the request, right behind it, or below the text.
fn letter_with(sentence: &str, place: usize, text: &str) -> Vec<u8> {
    let request = "Peço o envio por WhatsApp, aos segurados da planilha anexa, da mensagem abaixo";
    let body = match place {
        0 => format!("{sentence}\n\n{request}:\n\n{text}"),
        1 => format!("{request}. {sentence}\n\n{text}"),
        _ => format!("{request}:\n\n{text}\n\n{sentence}"),
    };
    format!(
        "X-MS-Exchange-Organization-AuthAs: Internal\r\nFrom: Jair Demarchi <jair.demarchi@ipreville.example>\r\n\
         To: assessoria@ipreville.example\r\nSubject: =?utf-8?q?Reuni=C3=A3o_de_maio?=\r\n\
         Date: Tue, 5 May 2026 09:00:00 -0300\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\
         Content-Transfer-Encoding: 8bit\r\n\r\nBom dia!\n\n{body}\n\nObrigado,\n\nJair Demarchi\nGerente\n\r\n\
         --b\r\nContent-Type: text/csv; name=lista.csv\r\nContent-Disposition: attachment; filename=lista.csv\r\n\r\n\
         Nome;Celular\nMaria Edite Souza;(47) 98811-2233\nOsvaldo Kruger Lima;(47) 98822-3344\n\
         Balduíno Mafra Neto;(47) 98833-4455\n\
         Irene Voigt Maia;(47) 98844-5566\nClara Zoz Ramos;(47) 98855-6677\r\n--b--\r\n"
    )
    .into_bytes()
}

#[test]
fn a_reserve_anywhere_in_a_letter_lets_nothing_go_and_a_courtesy_holds_nothing_up() {
    let office = office();
    let text = "Olá! A reunião do grupo passou para quinta-feira, às 15h, no auditório. Contamos com a sua presença.";
    let sentences = fs::read_to_string(folder("variants/sentences.txt")).unwrap();
    let (mut held, mut gone, mut free, mut asked) = (0, Vec::new(), 0, Vec::new());
    for (line, place) in sentences.lines().flat_map(|it| [(it, 0), (it, 1), (it, 2)]) {
        let Some((kind, sentence)) = line.split_once(": ").filter(|it| matches!(it.0, "reserve" | "courtesy")) else {
            continue;
        };
        let mail = IncomingMail::parse(&letter_with(sentence, place, text)).unwrap();
        let setting = setting(&office, &[], jiff::civil::date(2026, 5, 5).at(9, 0, 0, 0));
        let facts = understanding::understand(&mail, &setting).facts;
        let whole = facts.dispatch && facts.message_text.as_deref() == Some(text);
        match (kind, place) {
            ("reserve", _) if facts.dispatch => gone.push(format!("{place}: {sentence}")),
            ("reserve", _) => held += 1,
            // Below the text nobody can tell a courtesy from its last line in every case.
            ("courtesy", 2) => {}
            _ if whole => free += 1,
            _ => asked.push(format!("{place}: {sentence}")),
        }
    }
    assert!(Score::percent(held, held + gone.len() as u32) >= 96, "{gone:#?}");
    assert!(Score::percent(free, free + asked.len() as u32) >= 94, "{asked:#?}");
}

/// What an administrator adds to the example sentences is heard at the next mail.
#[test]
fn a_sentence_that_is_added_to_the_examples_teaches() {
    let sentence = "Nada disso segue antes que a Odete nos devolva o formulário assinado e carimbado pelo cartório.";
    let folded = carteiro::office::fold(sentence);
    let file = include_str!("../../rules/vocabulario.toml");
    let heard = |file: &str| carteiro::office::Vocabulary::from_toml(file).unwrap().voices().hear(&folded);
    let taught =
        |key: &str| heard(&file.replace(&format!("\n{key} = [\n"), &format!("\n{key} = [\n  {sentence:?},\n")));
    let (untaught, reserved, plain) = (heard(file), taught("com-reserva"), taught("a-assessoria"));
    assert!(reserved.reserve > untaught.reserve + 5.0, "{untaught:?} {reserved:?}");
    assert!(plain.reserve < untaught.reserve - 5.0, "{untaught:?} {plain:?}");
    assert!(taught("aos-segurados").public > untaught.public + 5.0);
}

#[test]
fn the_scorer_sees_a_wrong_text_and_a_dangerous_dispatch() {
    let want: Value = serde_json::json!({
        "class": "request", "channel": ["email"], "audience": "specific", "message_text": "a\u{a0}b", "recipients": 3, "dispatch": true
    });
    let mut right = want.clone();
    right["message_text"] = "a  b".into();
    let mut score = Score::default();
    compare("right", &right, &want, &mut score);
    assert_eq!((score.whole, score.dangerous.len()), (1, 0));
    let mut wrong = want.clone();
    wrong["message_text"] = "a c".into();
    compare("wrong", &wrong, &want, &mut score);
    assert_eq!((score.whole, score.dangerous.len()), (1, 1));
}

#[test]
fn cut_and_flipped_mails_end_with_a_value_or_an_error() {
    let office = office();
    let known = context();
    let setting = setting(&office, &known, jiff::civil::date(2025, 9, 9).at(9, 0, 0, 0));
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for name in ["v001", "v011", "v019", "v020", "v046", "v063"] {
        let raw = fs::read(folder("corpus").join(format!("{name}.eml"))).unwrap();
        for step in 1..24_usize {
            let mut bytes = raw[..raw.len() * step / 24].to_vec();
            if let Some(byte) = bytes.get_mut(raw.len() * step / 25) {
                *byte ^= 0x55;
            }
            if let Ok(mail) = IncomingMail::parse(&bytes) {
                let facts = understanding::understand(&mail, &setting).facts;
                *seen.entry(format!("{:?}", facts.class)).or_default() += 1;
            }
        }
    }
    assert!(seen.len() > 1, "{seen:?}");
}

/// A mail with headers of the office and this body.
fn mail_with(content_type: &str, body: &[u8]) -> Vec<u8> {
    let mut raw = format!(
        "X-MS-Exchange-Organization-AuthAs: Internal\r\nFrom: Jair Demarchi <jair.demarchi@ipreville.example>\r\n\
         To: assessoria@ipreville.example\r\nSubject: x\r\nDate: Tue, 9 Sep 2025 09:00:00 -0300\r\n\
         Content-Type: {content_type}\r\n\r\n"
    )
    .into_bytes();
    raw.extend_from_slice(body);
    raw
}

#[test]
fn hostile_mails_end_within_their_budgets() {
    let office = office();
    let setting = setting(&office, &[], jiff::civil::date(2025, 9, 9).at(9, 0, 0, 0));
    let check = |what: &str, raw: &[u8]| {
        if let Ok(mail) = IncomingMail::parse(raw) {
            assert!(!understanding::understand(&mail, &setting).facts.dispatch, "{what}");
        }
    };
    check("8 MB of line breaks", &mail_with("text/html", &b"<br>".repeat(2_000_000)));
    check("300,000 open elements", &mail_with("text/html", &b"<b><div>x".repeat(150_000)));
    check("5 MB of one sentence", &mail_with("text/plain", &b"enviar por e-mail aos segurados ".repeat(160_000)));
    check("many short lines", &mail_with("text/plain", &b"Texto:\r\n".repeat(500_000)));
    check("many quotes", &mail_with("text/plain", &b"> > > >>\r\n".repeat(300_000)));
    check("a million headers", &[b"X-A: b\r\n".repeat(1_000_000), b"\r\nx".to_vec()].concat());
    check("a header line of 100 MB", &[b"Subject: ".to_vec(), vec![b'x'; 100_000_000], b"\r\n\r\nx".to_vec()].concat());
    let mut nested = mail_with("multipart/mixed; boundary=\"b0\"", b"");
    for depth in 0..5_000 {
        nested.extend(
            format!("--b{depth}\r\nContent-Type: multipart/mixed; boundary=\"b{}\"\r\n\r\n", depth + 1).bytes(),
        );
    }
    check("5,000 nested multiparts", &nested);
}
