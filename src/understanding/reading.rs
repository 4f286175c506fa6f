//! A mail, read for judgement: its thread taken apart, its own letter, who speaks.

use std::cell::{LazyCell, OnceCell, RefCell};
use std::rc::Rc;

use foldhash::HashMap;

use super::Setting;
use super::dates::Today;
use super::features::Speakers;
use super::forms;
use super::letter::{Letter, Span};
use super::text::Found;
use crate::mail::dsn::NoticeKind;
use crate::mail::incoming::{Attachment, IncomingMail};
use crate::mail::{blocks, thread};
use crate::office::{Vocabulary, fold};
use crate::sheets;

/// A letter that is taken apart when it is first looked at: of a machine's mail nobody looks.
pub type LazyLetter<'a> = LazyCell<Letter, Box<dyn FnOnce() -> Letter + 'a>>;

/// A mail, read for judgement.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The mail.
    pub mail: &'a IncomingMail,
    /// What is known besides.
    pub setting: &'a Setting<'a>,
    /// Who speaks to whom.
    pub who: Speakers<'a>,
    /// What is new and what is history.
    pub thread: Rc<thread::Thread>,
    /// The new words as a letter.
    pub letter: LazyLetter<'a>,
    /// The mail's subject without `RES:` and `ENC:`.
    pub subject: String,
    /// Whether the mail is forwarded, by its subject or its marks.
    pub forwarded: bool,
    /// Whether the mail is an answer, by its subject.
    pub answer: bool,
    /// For each attachment, whether it is a list of contacts; found once, since workbooks may be large.
    lists: OnceCell<Vec<bool>>,
    /// The text that was found in it, once it was looked for.
    pub(super) found: OnceCell<Found>,
    /// Sentences that were looked at for a date, and whether they have one: several judgements ask it.
    pub(super) dated: RefCell<HashMap<String, bool>>,
}

impl<'a> Reading<'a> {
    /// Reads a mail.
    #[must_use]
    pub fn of(mail: &'a IncomingMail, setting: &'a Setting<'a>) -> Self {
        let who = Speakers::of(mail, setting.office, setting.vocabulary);
        let all = blocks::of_mail(mail);
        let mut thread = thread::split(&all, setting.vocabulary);
        let (subject, answer, marked) = without_prefixes(&mail.subject, setting.vocabulary);
        // A quotation that no client wrote a header over, in a mail that answers nothing, was typed to set words apart.
        let headless = matches!(thread.earlier.as_slice(), [one] if one.from.is_empty() && one.subject.is_empty());
        if headless && !answer && !marked && mail.in_reply_to.is_empty() && !thread.new.is_empty() {
            thread = thread::Thread { new: all.into_iter().map(thread::typed).collect(), earlier: Vec::new() };
        }
        thread.new = forms::laid_out(thread.new, setting.vocabulary);
        let thread = Rc::new(thread);
        let (of, by) = (Rc::clone(&thread), who.clone());
        let letter: LazyLetter<'a> = LazyCell::new(Box::new(move || Letter::read(&of.new, &by)));
        let forwarded = marked || thread.earlier.first().is_some_and(|it| it.forwarded);
        let (lists, found, dated) = (OnceCell::new(), OnceCell::new(), RefCell::default());
        Self { mail, setting, who, thread, letter, subject, forwarded, answer, lists, found, dated }
    }

    /// Whether an attachment of this mail is a list of contacts.
    #[must_use]
    pub fn is_list(&self, file: &Attachment) -> bool {
        let place = self.mail.attachments.iter().position(|it| std::ptr::eq(it, file));
        let lists = self.lists.get_or_init(|| {
            // The parts of a notice are no lists, and notices come by the thousand.
            let is_notice = matches!(self.mail.notice.kind, NoticeKind::Dsn | NoticeKind::Mdn);
            let words = self.setting.vocabulary;
            let is_list = |it: &Attachment| !is_notice && sheets::looks_like_a_list(&it.name, &it.bytes, words);
            self.mail.attachments.iter().map(is_list).collect()
        });
        place.and_then(|it| lists.get(it)).copied().unwrap_or(false)
    }

    /// Whether the desk is among those that the mail is written to, or gets a copy by name.
    #[must_use]
    pub fn names_desk(&self) -> bool {
        let people = self.mail.to.iter().chain(&self.mail.cc);
        people.filter_map(|it| it.address.as_ref()).any(|it| self.setting.office.is_own(it))
    }

    /// The day on which the mail came, with what is needed to count days from it.
    #[must_use]
    pub const fn today(&self) -> Today<'a> {
        Today { now: self.setting.now, holidays: self.setting.holidays }
    }

    /// The new words, folded: all of them, signature aside.
    #[must_use]
    pub fn new_words(&self) -> String {
        let text: Vec<&str> = self.letter.said_to_desk(None).map(|it| it.folded.as_str()).collect();
        text.join("\n")
    }

    /// What is said to the desk, folded.
    #[must_use]
    pub fn desk_words(&self, span: Option<&Span>) -> String {
        let text: Vec<&str> = self.letter.said_to_desk(span).map(|it| it.folded.as_str()).collect();
        text.join("\n")
    }

    /// The new words as they stand, signature included.
    #[must_use]
    pub fn new_text(&self) -> String {
        self.thread.new.iter().map(blocks::Block::text).collect::<Vec<_>>().join("\n")
    }

    /// The quoted words.
    #[must_use]
    pub fn history(&self) -> String {
        let mut text = String::new();
        for earlier in &self.thread.earlier {
            text.push_str(&earlier.subject);
            for block in &earlier.blocks {
                text.push('\n');
                text.push_str(&block.text());
                if text.len() > 60_000 {
                    return text;
                }
            }
        }
        text
    }
}

/// A subject without its prefixes; whether it was an answer, whether it was forwarded. The last prefix in time is the
/// first in the text.
#[must_use]
pub fn without_prefixes(subject: &str, words: &Vocabulary) -> (String, bool, bool) {
    let mut rest = subject.trim();
    let (mut answer, mut forwarded) = (false, false);
    let mut first = true;
    while let Some((prefix, after)) = rest.split_once(':') {
        let prefix = fold(
            prefix
                .trim()
                .trim_end_matches(|c: char| c == ']' || c == ')' || c.is_ascii_digit() || c == '[' || c == '('),
        );
        let is = |key: &str| words.phrases("citacao", key).contains(&prefix);
        let (is_answer, is_forward) = (is("resposta"), is("encaminha"));
        if !is_answer && !is_forward {
            break;
        }
        if first {
            answer = is_answer;
            forwarded = is_forward;
            first = false;
        }
        rest = after.trim();
    }
    (rest.to_owned(), answer, forwarded)
}
