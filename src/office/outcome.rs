//! What became of something that left the house, and how the state of one recipient goes forward.

use serde::{Deserialize, Serialize};

/// The end of an attempt to hand something to another host. Everything that leaves ends in one of these four.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The other side took responsibility (SMTP 2xx after the final dot).
    Accepted {
        /// The reply as it came.
        reply: String,
    },
    /// Refused for now (SMTP 4xx, connection lost before anything was at stake): may be tried again.
    Deferred {
        /// The reply as it came.
        reply: String,
    },
    /// Refused for good (SMTP 5xx).
    Refused {
        /// The reply as it came.
        reply: String,
    },
    /// Nobody can say whether it was taken: the answer to the final dot never came. Never sent again by itself.
    Unknown {
        /// What is known of it.
        reason: String,
    },
}

/// What is known of one recipient of a request. States only go forward: see [`RecipientState::after`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecipientState {
    /// On the list, nothing sent yet.
    Waiting,
    /// In a parcel that is leaving; without an outcome after a restart this is doubt.
    Leaving,
    /// Perhaps sent: a person or a receipt decides.
    InDoubt,
    /// Our own server said 4xx: this recipient alone is tried again.
    Deferred,
    /// Our own server (or the call center) took it.
    Accepted,
    /// A delay notice came (RFC 3464, action `delayed`).
    Delayed,
    /// Passed to a host that promises no receipt (action `relayed`).
    Relayed,
    /// Passed to several addresses behind an alias (action `expanded`).
    Expanded,
    /// In the mailbox (action `delivered`).
    Delivered,
    /// Opened (RFC 8098, `displayed`).
    Read,
    /// Refused at RCPT or end of DATA by our own server.
    Refused,
    /// Could not be delivered (action `failed`).
    Failed,
    /// Not sent, because the request was cancelled before this recipient's parcel.
    Cancelled,
}

impl RecipientState {
    /// Every state with its name in the ledger.
    pub const ALL: [Self; 13] = [
        Self::Waiting,
        Self::Leaving,
        Self::InDoubt,
        Self::Deferred,
        Self::Accepted,
        Self::Delayed,
        Self::Relayed,
        Self::Expanded,
        Self::Delivered,
        Self::Read,
        Self::Refused,
        Self::Failed,
        Self::Cancelled,
    ];

    /// How far along a state is: news of a lower rank change nothing, failed overrides relayed and delivered.
    const fn rank(self) -> u8 {
        match self {
            Self::Waiting => 0,
            Self::Leaving => 1,
            Self::Deferred => 2,
            Self::InDoubt => 3,
            Self::Accepted => 4,
            Self::Delayed => 5,
            Self::Relayed => 6,
            Self::Expanded => 7,
            Self::Delivered => 8,
            Self::Read => 9,
            Self::Cancelled => 10,
            Self::Refused => 11,
            Self::Failed => 12,
        }
    }

    /// The number by which the ledger keeps the state: its rank. A new state needs a new number, never a used one.
    #[must_use]
    pub const fn code(self) -> u8 {
        self.rank()
    }

    /// The state of a number in the ledger.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.rank() == code)
    }

    /// The state after news came: the news if they are further along, else what it was.
    #[must_use]
    pub const fn after(self, news: Self) -> Self {
        if news.rank() > self.rank() { news } else { self }
    }

    /// Whether nothing better can be waited for.
    #[must_use]
    pub const fn is_final(self) -> bool {
        match self {
            Self::Relayed
            | Self::Expanded
            | Self::Delivered
            | Self::Read
            | Self::Refused
            | Self::Failed
            | Self::Cancelled => true,
            Self::Waiting | Self::Leaving | Self::InDoubt | Self::Deferred | Self::Accepted | Self::Delayed => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RecipientState as S;

    #[test]
    fn states_only_go_forward_and_failed_overrides() {
        assert_eq!(S::Delivered.after(S::Delayed), S::Delivered);
        assert_eq!(S::Delayed.after(S::Relayed), S::Relayed);
        assert_eq!(S::Delivered.after(S::Failed), S::Failed);
        assert_eq!(S::Failed.after(S::Delivered), S::Failed);
        for state in S::ALL {
            assert_eq!(S::from_code(state.code()), Some(state));
        }
        assert_eq!(S::InDoubt.after(S::Relayed), S::Relayed);
    }
}
