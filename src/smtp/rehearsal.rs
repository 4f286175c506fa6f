//! A folder that takes mail with the troubles of a real line: for the simulator, which plans each of them.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use super::maildir::Folder;
use super::{Envelope, Verdicts};
use crate::office::Outcome;

/// What goes wrong with one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mishap {
    /// Nothing.
    None,
    /// Every recipient is refused for now.
    DeferAll,
    /// The first recipient of several is refused for good; the others are taken.
    RefuseFirst,
    /// Every recipient is refused for good.
    RefuseAll,
    /// The message is taken, and the answer is lost.
    TakenUnanswered,
    /// The message is not taken, and no answer comes.
    LostUnanswered,
}

/// A folder with planned troubles.
#[derive(Debug, Clone)]
pub struct Rehearsal {
    /// The folder.
    pub folder: PathBuf,
    plan: Arc<Mutex<VecDeque<Mishap>>>,
}

impl Rehearsal {
    /// A folder where nothing goes wrong yet.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, plan: Arc::default() }
    }

    /// What will happen to the next messages, in turn; afterwards nothing goes wrong.
    pub fn plan(&self, mishaps: impl IntoIterator<Item = Mishap>) {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner).extend(mishaps);
    }

    /// Hands a message over, with the trouble that is planned for it.
    pub(super) fn send(&self, folder: &Folder, envelope: &Envelope, message: &[u8]) -> Verdicts {
        let mishap = self.plan.lock().unwrap_or_else(PoisonError::into_inner).pop_front().unwrap_or(Mishap::None);
        let all = |outcome: Outcome| Verdicts {
            outcomes: vec![outcome; envelope.recipients.len()],
            receipts_asked: false,
            sender_refused: None,
        };
        let unknown = || Outcome::Unknown { reason: "the connection broke off after the final dot".to_owned() };
        match mishap {
            Mishap::None => folder.send(envelope, message),
            Mishap::DeferAll => all(Outcome::Deferred { reply: "451 4.3.0 try again later".to_owned() }),
            Mishap::RefuseAll => all(Outcome::Refused { reply: "554 5.7.1 not wanted here".to_owned() }),
            Mishap::LostUnanswered => all(unknown()),
            Mishap::TakenUnanswered => {
                let _taken = folder.send(envelope, message);
                all(unknown())
            }
            Mishap::RefuseFirst => {
                let Some((_, others)) = envelope.recipients.split_first().filter(|(_, it)| !it.is_empty()) else {
                    return folder.send(envelope, message);
                };
                let rest = Envelope { recipients: others.to_vec(), ..envelope.clone() };
                let mut verdicts = folder.send(&rest, message);
                let reply = "550 5.1.1 no such mailbox here".to_owned();
                verdicts.outcomes.insert(0, Outcome::Refused { reply });
                verdicts
            }
        }
    }
}
