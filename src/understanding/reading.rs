//! A mail, read for judgement: its thread taken apart, its own letter, who speaks.

use std::cell::OnceCell;

use super::Setting;
use super::features::Speakers;
use super::letter::{Letter, Span};
use super::text::Found;
use crate::mail::dsn::NoticeKind;
use crate::mail::incoming::{Attachment, IncomingMail};
use crate::mail::{blocks, thread};
use crate::office::{Vocabulary, fold};
use crate::sheets;

/// A mail, read for judgement.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// The mail.
    pub mail: &'a IncomingMail,
    /// What is known besides.
    pub setting: &'a Setting<'a>,
    /// Who speaks to whom.
    pub who: Speakers<'a>,
    /// What is new and what is history.
    pub thread: thread::Thread,
    /// The new words as a letter.
    pub letter: Letter,
    /// The mail's subject without `RES:` and `ENC:`.
    pub subject: String,
    /// Whether the mail is forwarded, by its subject or its marks.
    pub forwarded: bool,
    /// Whether the mail is an answer, by its subject.
    pub answer: bool,
    /// For each attachment, whether it is a list of contacts; found once, since workbooks may be large.
    lists: Vec<bool>,
    /// The text that was found in it, once it was looked for.
    pub(super) found: OnceCell<Found>,
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
        let letter = Letter::read(&thread.new, &who);
        let forwarded = marked || thread.earlier.first().is_some_and(|it| it.forwarded);
        // The parts of a notice are no lists, and notices come by the thousand.
        let is_notice = matches!(mail.notice.kind, NoticeKind::Dsn | NoticeKind::Mdn);
        let is_list =
            |it: &Attachment| !is_notice && sheets::looks_like_a_list(&it.name, &it.bytes, setting.vocabulary);
        let lists = mail.attachments.iter().map(is_list).collect();
        let found = OnceCell::new();
        Self { mail, setting, who, thread, letter, subject, forwarded, answer, lists, found }
    }

    /// Whether an attachment of this mail is a list of contacts.
    #[must_use]
    pub fn is_list(&self, file: &Attachment) -> bool {
        let place = self.mail.attachments.iter().position(|it| std::ptr::eq(it, file));
        place.and_then(|it| self.lists.get(it)).copied().unwrap_or(false)
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
