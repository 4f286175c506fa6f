//! Why a recipient was not reached, and whether the address itself is to blame.

use super::notice::{NoticeOutcome, NoticeReason};
use super::words::words;

/// The reason, by the code where it is specific, else by the words.
pub(super) fn of(status: Option<&str>, diagnostic: &str, said: &str) -> Option<NoticeReason> {
    let by_words = |text: &str| if text.is_empty() { None } else { words().reason(text) };
    if let Some(reason) = by_specific_code(status) {
        return Some(reason);
    }
    let spoken = by_words(diagnostic);
    match spoken {
        Some(reason) if !is_vague(reason) => Some(reason),
        Some(_) | None => by_words(said).filter(|it| !is_vague(*it)).or(spoken).or_else(|| by_vague_code(status)),
    }
}

/// Reasons that are said when nothing better is known.
pub(super) fn is_vague(reason: NoticeReason) -> bool {
    matches!(reason, NoticeReason::Policy | NoticeReason::SystemTrouble | NoticeReason::Protocol)
}

/// Codes that leave no doubt (RFC 3463, and what Exchange made of it).
fn by_specific_code(status: Option<&str>) -> Option<NoticeReason> {
    let (class, rest) = status?.split_once('.')?;
    let reason = match rest {
        "1.1" | "1.3" | "1.10" => NoticeReason::UnknownUser,
        "1.2" | "4.310" | "1.351" => NoticeReason::UnknownHost,
        "1.6" => NoticeReason::Moved,
        "1.7" | "1.8" | "7.20" | "7.21" | "7.22" | "7.23" | "7.24" | "7.25" | "7.26" | "7.57" => {
            NoticeReason::Authentication
        }
        "2.1" => NoticeReason::Disabled,
        "2.2" => NoticeReason::MailboxFull,
        "2.3" | "3.4" => NoticeReason::TooBig,
        "4.1" | "4.2" if class == "4" => NoticeReason::Unreachable,
        "4.6" => NoticeReason::Loop,
        "4.7" => NoticeReason::Expired,
        "3.2" | "3.5" => NoticeReason::SystemTrouble,
        _ => return None,
    };
    Some(reason)
}

/// Codes that name only the field of the trouble.
fn by_vague_code(status: Option<&str>) -> Option<NoticeReason> {
    let subject = status?.split('.').nth(1)?;
    match subject {
        "1" => Some(NoticeReason::UnknownUser),
        "2" => Some(NoticeReason::Disabled),
        "3" => Some(NoticeReason::SystemTrouble),
        "4" => Some(NoticeReason::Unreachable),
        "5" => Some(NoticeReason::Protocol),
        "6" => Some(NoticeReason::Content),
        "7" => Some(NoticeReason::Policy),
        _ => None,
    }
}

/// Whether the address itself is bad: its host or its user does not exist. `None` where nothing says why.
pub(super) fn is_hard(outcome: NoticeOutcome, status: Option<&str>, reason: Option<NoticeReason>) -> Option<bool> {
    match outcome {
        NoticeOutcome::Failed => {}
        NoticeOutcome::Delivered
        | NoticeOutcome::Relayed
        | NoticeOutcome::Delayed
        | NoticeOutcome::Expanded
        | NoticeOutcome::Read
        | NoticeOutcome::Deleted => return Some(false),
    }
    if status.is_some_and(|it| it.starts_with('4')) {
        return Some(false);
    }
    if status.is_some_and(|it| it.starts_with("5.1.") && !matches!(it, "5.1.0" | "5.1.7" | "5.1.8")) {
        return Some(true);
    }
    reason.map(|it| matches!(it, NoticeReason::UnknownUser | NoticeReason::UnknownHost))
}
