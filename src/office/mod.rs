//! Layer 0, the words of the manual: addresses, phones, areas, audience, ids, outcomes, lists. No I/O.

mod action;
mod address;
mod area;
pub mod calendar;
pub mod content;
mod cpf;
mod facts;
mod fold;
mod ids;
mod number;
mod openings;
mod outcome;
mod phone;
mod recipients;
mod secret;
mod standing;
mod vocabulary;
mod voices;

pub use action::{Action, BadRows, Confirmation, Decision, ListChoice, Party, Sending};
pub use address::{AddressError, EmailAddress};
pub use area::{Approvers, Area, CallCenter, Desk, Institute, OfficeBook};
pub use cpf::{CpfCheck, check_cpf, cpf_digits};
pub use facts::{
    Audience, Channel, Class, Effect, Facts, KnownMessageIds, KnownRequest, Missing, ReceiptFacts, ReportFacts, SendAt,
};
pub use fold::{fold, unaccented};
pub use ids::{EnvelopeId, MessageId, Protocol, RequestId};
pub use number::grouped;
pub use outcome::{Outcome, RecipientState};
pub use phone::{PhoneNumber, is_area_code};
pub use recipients::{
    Cells, Contact, ExcludedReason, ExcludedRow, Recipient, RecipientList, RejectReason, RejectedRow, Suggestion,
};
pub use secret::Secret;
pub use standing::{Group, Standing};
pub use vocabulary::{Begun, VOCABULARY, Vocabulary, find_words, has_words, trim_marks};
pub use voices::{Examples, Voice, Voices, sentences};
