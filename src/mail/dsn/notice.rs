//! What a notice says: the types that [`read_notice`](super::read_notice) gives.

use serde::Serialize;

use super::address::decode_xtext;
use crate::office::RecipientState;

/// What kind of mail was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// A delivery notice: RFC 3464, or the text of a server that never heard of it.
    Dsn,
    /// A read receipt: RFC 8098.
    Mdn,
    /// A robot answered for a person: holidays, a protocol number, a challenge.
    AutoReply,
    /// Any other mail.
    NotAReceipt,
}

/// What became of the message for one recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeOutcome {
    /// It is in the mailbox.
    Delivered,
    /// The next host took it and promises no receipt.
    Relayed,
    /// It is still being tried.
    Delayed,
    /// It was given up.
    Failed,
    /// It was passed on to the addresses behind an alias.
    Expanded,
    /// It was displayed to the person.
    Read,
    /// It was deleted without having been displayed.
    Deleted,
}

impl NoticeOutcome {
    /// The state that a recipient has after this news. Deleted unread implies that it was delivered.
    #[must_use]
    pub const fn state(self) -> Option<RecipientState> {
        match self {
            Self::Delivered | Self::Deleted => Some(RecipientState::Delivered),
            Self::Relayed => Some(RecipientState::Relayed),
            Self::Delayed => Some(RecipientState::Delayed),
            Self::Failed => Some(RecipientState::Failed),
            Self::Expanded => Some(RecipientState::Expanded),
            Self::Read => Some(RecipientState::Read),
        }
    }
}

/// Why a recipient was not reached, or not yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeReason {
    /// The mailbox does not exist at this host.
    UnknownUser,
    /// The host after the `@` does not exist or takes no mail.
    UnknownHost,
    /// The address changed.
    Moved,
    /// The mailbox exists and is switched off or idle.
    Disabled,
    /// The mailbox is full.
    MailboxFull,
    /// The message is too big.
    TooBig,
    /// Taken for spam, or the sending host stands on a blocklist.
    Spam,
    /// A virus, or an attachment that is not allowed.
    Content,
    /// The host refuses to pass mail on.
    RelayDenied,
    /// Sender or sending host failed a check (SPF, DKIM, DMARC, PTR).
    Authentication,
    /// A rule of the receiving side forbids it.
    Policy,
    /// Too many messages in too short a time, or greylisting.
    RateLimited,
    /// It was tried until the time ran out.
    Expired,
    /// The host did not answer.
    Unreachable,
    /// The message went in circles.
    Loop,
    /// Something is wrong with the receiving system.
    SystemTrouble,
    /// The hosts did not understand each other.
    Protocol,
}

/// One recipient of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeRecipient {
    /// What the sender addressed, as far as the notice says: Original-Recipient first, else the address that failed.
    pub address: String,
    /// The address that was tried in the end, where it is another one.
    pub final_address: Option<String>,
    /// What became of the message.
    pub outcome: NoticeOutcome,
    /// The enhanced status code (RFC 3463) that says most; never invented.
    pub status: Option<String>,
    /// Whether the refusal is permanent in the sense of SMTP (class 5); `None` where nothing says so.
    pub permanent: Option<bool>,
    /// Whether the address itself is bad: unknown user or host. A full mailbox is not.
    pub hard: Option<bool>,
    /// Why, in one word.
    pub reason: Option<NoticeReason>,
    /// What the remote host said, in one line.
    pub diagnostic: Option<String>,
}

impl NoticeRecipient {
    /// Every form of the address under which the ledger may know the recipient, in lower case: as it stands, without
    /// xtext, and the address that was tried in the end.
    #[must_use]
    pub fn spellings(&self) -> Vec<String> {
        let mut spellings: Vec<String> = Vec::new();
        for address in std::iter::once(&self.address).chain(&self.final_address) {
            for spelling in [address.to_lowercase(), decode_xtext(address).to_lowercase()] {
                if !spellings.contains(&spelling) {
                    spellings.push(spelling);
                }
            }
        }
        spellings
    }
}

/// What was read from a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What kind of mail it is.
    pub kind: NoticeKind,
    /// Message-IDs of the original message without angle brackets, the likeliest first.
    pub original_message_ids: Vec<String>,
    /// `Original-Envelope-Id` as it stands: Postfix writes it decoded, Exim still in xtext.
    pub envelope_id: Option<String>,
    /// What became of each recipient; one entry for each address.
    pub recipients: Vec<NoticeRecipient>,
}

impl Notice {
    /// Every form of the envelope id under which the ledger may know it: as it stands, and without xtext.
    #[must_use]
    pub fn envelope_ids(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.envelope_id.iter().cloned().collect();
        ids.extend(self.envelope_id.iter().map(|it| decode_xtext(it)));
        ids.dedup();
        ids
    }

    /// A mail that tells nothing about ours.
    #[must_use]
    pub const fn nothing(kind: NoticeKind) -> Self {
        Self { kind, original_message_ids: Vec::new(), envelope_id: None, recipients: Vec::new() }
    }
}
