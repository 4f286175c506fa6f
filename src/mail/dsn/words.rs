//! The phrases of `grammars.toml`, ready for one pass over a text.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use serde::Deserialize;

use super::clause::Clauses;
use super::notice::NoticeReason;
use crate::office::unaccented;

/// The form of `grammars.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct File {
    sender: Vec<String>,
    sender_perhaps: Vec<String>,
    subject: Vec<String>,
    answered: Vec<String>,
    opening: BTreeMap<String, Vec<String>>,
    hint: BTreeMap<String, Vec<String>>,
    outcome: BTreeMap<String, Vec<String>>,
    returned: BTreeMap<String, Vec<String>>,
    label: BTreeMap<String, Vec<String>>,
    reason: BTreeMap<NoticeReasonKey, Vec<String>>,
    robot: BTreeMap<String, Vec<String>>,
    clause: Clauses,
}

/// The reasons in the order in which they are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum NoticeReasonKey {
    MailboxFull,
    Disabled,
    UnknownHost,
    RelayDenied,
    Moved,
    UnknownUser,
    Authentication,
    TooBig,
    Spam,
    Content,
    RateLimited,
    Loop,
    Expired,
    Unreachable,
    Policy,
    SystemTrouble,
    Protocol,
}

impl NoticeReasonKey {
    const fn reason(self) -> NoticeReason {
        match self {
            Self::MailboxFull => NoticeReason::MailboxFull,
            Self::Disabled => NoticeReason::Disabled,
            Self::UnknownHost => NoticeReason::UnknownHost,
            Self::RelayDenied => NoticeReason::RelayDenied,
            Self::Moved => NoticeReason::Moved,
            Self::UnknownUser => NoticeReason::UnknownUser,
            Self::Authentication => NoticeReason::Authentication,
            Self::TooBig => NoticeReason::TooBig,
            Self::Spam => NoticeReason::Spam,
            Self::Content => NoticeReason::Content,
            Self::RateLimited => NoticeReason::RateLimited,
            Self::Loop => NoticeReason::Loop,
            Self::Expired => NoticeReason::Expired,
            Self::Unreachable => NoticeReason::Unreachable,
            Self::Policy => NoticeReason::Policy,
            Self::SystemTrouble => NoticeReason::SystemTrouble,
            Self::Protocol => NoticeReason::Protocol,
        }
    }
}

/// What a phrase in the text of a notice tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Opening,
    Hint,
    Delayed,
    GivenUp,
    Failed,
    Delivered,
    Relayed,
    Expanded,
    Read,
    Deleted,
    Robot,
}

/// What the phrases in a text tell together.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks {
    pub(super) openings: usize,
    pub(super) hints: usize,
    pub(super) delayed: bool,
    pub(super) given_up: bool,
    pub(super) failed: bool,
    pub(super) delivered: bool,
    pub(super) relayed: bool,
    pub(super) expanded: bool,
    pub(super) read: bool,
    pub(super) deleted: bool,
    pub(super) robot: bool,
    /// No phrase is known, and a sentence tells of trouble with a delivery all the same.
    pub(super) trouble: bool,
}

/// The compiled phrases.
pub(super) struct Words {
    sender: Option<AhoCorasick>,
    sender_perhaps: Option<AhoCorasick>,
    subject: Option<AhoCorasick>,
    robot_subject: Option<AhoCorasick>,
    answered: Vec<String>,
    body: Option<AhoCorasick>,
    body_marks: Vec<Mark>,
    returned: Option<AhoCorasick>,
    list: Option<AhoCorasick>,
    labels: Vec<(String, bool)>,
    reasons: Option<AhoCorasick>,
    reason_keys: Vec<NoticeReasonKey>,
    clauses: Clauses,
}

/// The phrases that are compiled in.
pub(super) fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let grammars = without_accents(include_str!("grammars.toml"));
        Words::compile(toml::from_str(&grammars).unwrap_or_default())
    });
    &WORDS
}

impl Words {
    fn compile(mut file: File) -> Self {
        let mut body = Vec::new();
        let mut body_marks = Vec::new();
        let mut take = |phrases: Vec<String>, mark: Mark| {
            body_marks.extend(std::iter::repeat_n(mark, phrases.len()));
            body.extend(phrases);
        };
        for phrases in std::mem::take(&mut file.opening).into_values() {
            take(phrases, Mark::Opening);
        }
        for phrases in std::mem::take(&mut file.hint).into_values() {
            take(phrases, Mark::Hint);
        }
        let kinds = [
            ("delayed", Mark::Delayed),
            ("given-up", Mark::GivenUp),
            ("failed", Mark::Failed),
            ("delivered", Mark::Delivered),
            ("relayed", Mark::Relayed),
            ("expanded", Mark::Expanded),
            ("read", Mark::Read),
            ("deleted", Mark::Deleted),
        ];
        for (key, mark) in kinds {
            take(file.outcome.remove(key).unwrap_or_default(), mark);
        }
        take(file.robot.remove("body").unwrap_or_default(), Mark::Robot);
        let mut labels: Vec<(String, bool)> = Vec::new();
        labels.extend(file.label.remove("recipient").unwrap_or_default().into_iter().map(|it| (it, true)));
        labels.extend(file.label.remove("others").unwrap_or_default().into_iter().map(|it| (it, false)));
        labels.sort_by_key(|(label, _)| std::cmp::Reverse(label.len()));
        let mut reasons = Vec::new();
        let mut reason_keys = Vec::new();
        for (key, phrases) in file.reason {
            reason_keys.extend(std::iter::repeat_n(key, phrases.len()));
            reasons.extend(phrases);
        }
        Self {
            sender: automaton(&file.sender),
            sender_perhaps: automaton(&file.sender_perhaps),
            subject: automaton(&file.subject),
            robot_subject: automaton(&file.robot.remove("subject").unwrap_or_default()),
            answered: file.answered,
            body: automaton(&body),
            body_marks,
            list: automaton(&file.returned.remove("list").unwrap_or_default()),
            returned: automaton(&file.returned.remove("lines").unwrap_or_default()),
            labels,
            reasons: automaton(&reasons),
            reason_keys,
            clauses: file.clause,
        }
    }

    /// Whether a mail server signs so (in lower case).
    pub(super) fn is_server(&self, sender: &str) -> bool {
        self.sender.as_ref().is_some_and(|it| it.is_match(sender))
    }

    /// Whether a mail server may sign so, and other robots as well.
    pub(super) fn is_perhaps_server(&self, sender: &str) -> bool {
        self.sender_perhaps.as_ref().is_some_and(|it| it.is_match(sender))
    }

    /// Whether the subject (in lower case) is that of a notice.
    pub(super) fn is_notice_subject(&self, subject: &str) -> bool {
        self.subject.as_ref().is_some_and(|it| it.is_match(subject))
    }

    /// Whether the subject (in lower case) is that of an answering machine.
    pub(super) fn is_robot_subject(&self, subject: &str) -> bool {
        self.robot_subject.as_ref().is_some_and(|it| it.is_match(subject))
    }

    /// Whether the subject (in lower case) is that of a reply or a forward.
    pub(super) fn is_answer(&self, subject: &str) -> bool {
        self.answered.iter().any(|it| subject.starts_with(it.as_str()))
    }

    /// Whether a line (squeezed) announces the returned message.
    pub(super) fn announces_returned(&self, line: &str) -> bool {
        self.returned.as_ref().is_some_and(|it| it.is_match(line))
    }

    /// Whether a line (squeezed) announces a list of recipients.
    pub(super) fn announces_list(&self, line: &str) -> bool {
        self.list.as_ref().is_some_and(|it| it.is_match(line))
    }

    /// What the phrases of a squeezed text tell.
    pub(super) fn marks(&self, squeezed: &str) -> Marks {
        let mut marks = Marks::default();
        let Some(body) = &self.body else { return marks };
        for found in body.find_overlapping_iter(squeezed) {
            let Some(mark) = self.body_marks.get(found.pattern().as_usize()) else { continue };
            let good_news = || !is_negated(squeezed.get(..found.start()).unwrap_or_default());
            match mark {
                Mark::Opening => marks.openings += 1,
                Mark::Hint => marks.hints += 1,
                Mark::Delayed => marks.delayed = true,
                Mark::GivenUp => marks.given_up = true,
                Mark::Failed => marks.failed = true,
                Mark::Delivered => marks.delivered |= good_news(),
                Mark::Relayed => marks.relayed |= good_news(),
                Mark::Expanded => marks.expanded |= good_news(),
                Mark::Read => marks.read |= good_news(),
                Mark::Deleted => marks.deleted = true,
                Mark::Robot => marks.robot = true,
            }
        }
        marks.trouble = marks.openings + marks.hints == 0 && self.clauses.tell_of_trouble(squeezed);
        marks
    }

    /// Whether the words before an address (squeezed) name it as a recipient; `None` if they name nothing.
    pub(super) fn names_recipient(&self, before: &str) -> Option<bool> {
        self.labels.iter().find(|(label, _)| ends_with_word(before, label)).map(|(_, recipient)| *recipient)
    }

    /// The reason that a squeezed text gives.
    pub(super) fn reason(&self, squeezed: &str) -> Option<NoticeReason> {
        let reasons = self.reasons.as_ref()?;
        let found = reasons.find_overlapping_iter(squeezed);
        found.filter_map(|it| self.reason_keys.get(it.pattern().as_usize())).min().map(|key| key.reason())
    }
}

/// Whether the words before a phrase turn it round: `não foi entregue`.
fn is_negated(before: &str) -> bool {
    const NOT: [&str; 10] = ["nao", "not", "no", "nicht", "ne", "non", "niet", "never", "не", "nie"];
    let near = before.char_indices().rev().nth(60).and_then(|(at, _)| before.get(at..)).unwrap_or(before);
    let clause = near.rsplit(['.', ':', ';']).next().unwrap_or(near);
    clause
        .split([' ', ','])
        .rev()
        .filter(|it| !it.is_empty())
        .take(4)
        .any(|it| NOT.contains(&it) || it.ends_with("n't"))
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|rest| {
        let glued = rest.chars().next_back().is_some_and(char::is_alphanumeric);
        !glued || !word.starts_with(|c: char| c.is_ascii_alphanumeric())
    })
}

/// Not a table of all states and bytes: it would take 18 MB in a daemon that mostly waits.
fn automaton(phrases: &[String]) -> Option<AhoCorasick> {
    AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(phrases).ok()
}

/// A text as phrases are compared: lower case, without the accents that many servers leave out, runs of blanks and line
/// ends as one space (none between two letters of a script without blanks), curly quotes straight.
pub(super) fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    let mut blank = false;
    let mut last = ' ';
    for c in text.chars() {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if blank {
            if !(squeezed.is_empty() || (is_dense(last) && is_dense(c))) {
                squeezed.push(' ');
            }
            blank = false;
        }
        last = c;
        match c {
            'A'..='Z' => squeezed.push(c.to_ascii_lowercase()),
            '\u{2018}' | '\u{2019}' | '\u{b4}' => squeezed.push('\''),
            c if c.is_ascii() => squeezed.push(c),
            c => squeezed.extend(c.to_lowercase().map(unaccented)),
        }
    }
    squeezed
}

/// The grammars in the form in which they are compared.
fn without_accents(text: &str) -> String {
    text.chars().map(unaccented).collect()
}

/// Whether a script writes without blanks between words.
const fn is_dense(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[cfg(test)]
mod tests {
    use super::{File, squeeze, without_accents, words};

    #[test]
    fn the_grammars_can_be_read_and_are_in_the_form_they_are_compared_in() {
        let file: File = toml::from_str(include_str!("grammars.toml")).unwrap();
        let lists = [&file.opening, &file.hint, &file.outcome, &file.returned, &file.label, &file.robot];
        for phrase in lists.into_iter().flat_map(|it| it.values()).flatten().chain(&file.sender).chain(&file.subject) {
            assert_eq!(squeeze(phrase), without_accents(phrase.trim_end()), "{phrase:?}");
        }
        assert!(words().is_server("mailer-daemon@example.org"));
    }

    #[test]
    fn a_label_is_a_whole_word() {
        assert_eq!(words().names_recipient("rcpt to:"), Some(true));
        assert_eq!(words().names_recipient("mail from:"), Some(false));
        assert_eq!(words().names_recipient("hid"), None);
    }
}
