//! What a decision wants done: commands for the hands, as values.

use std::collections::BTreeSet;

use crate::office::{Channel, Missing};

/// One thing to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Write a letter.
    Say(Say),
    /// Begin with the parcels of the email leg.
    OpenSending,
    /// Send the package to the call center.
    HandOver,
    /// The people of this channel who still wait will not be written to.
    StopPeople(Channel),
    /// The workbook is owed one communication (steps 19-23).
    Count(Channel),
    /// Add a line to the story.
    Tell(String),
    /// The mail that caused this needs a person.
    NeedsPerson(String),
}

/// A letter, by what it says. Who reads it follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Say {
    /// To the requester: what was understood, when it leaves, how to stop it.
    Acknowledged,
    /// To the requester: what is missing, once and precisely.
    AskBack(BTreeSet<Missing>),
    /// To the requester: this will go out, answer SIM.
    Preview,
    /// To the requester: the same was asked for before; answer SIM if it is meant.
    Repeated,
    /// To the requester: what was asked is still open.
    AskAgain(BTreeSet<Missing>),
    /// To the requester: no answer came, the request was closed.
    GivenUp,
    /// To the approvers.
    ApprovalAsked,
    /// To the approvers: the question is still open.
    ApprovalAskedAgain,
    /// To the requester, who consents where an approver has to.
    ApprovalWithoutRight,
    /// To the requester: consent was given.
    Approved,
    /// To the requester: consent was refused.
    Rejected,
    /// To the requester: stopped before anything left.
    CancelledInTime,
    /// To the requester: stopped while it was leaving.
    CancelledPartly,
    /// To the requester: the call center was asked to stop.
    CancelledAtCallCenter,
    /// To the call center: do not send (any further).
    StopAtCallCenter,
    /// To the requester: it has left already.
    TooLate,
    /// To the requester: what the correction changed.
    Corrected,
    /// To the requester: please send the whole corrected text or list.
    CorrectionUnclear,
    /// To the requester: how far it is.
    Status,
    /// To the requester: receipts so far.
    Digest(Channel),
    /// To the requester: the final balance of a channel.
    Balance(Channel),
    /// To the requester: a report of the call center, as it came.
    ReportRelayed,
    /// To the call center: please send the report.
    ReportReminder,
    /// To the desk: the call center does not answer.
    ReportAlarm,
    /// To the desk: a person must decide.
    ToDesk(String),
}
