//! What stands outside the message: who sends, who receives, which receipts are asked for. Bcc is this and nothing else.

use serde::{Deserialize, Serialize};

use crate::office::{EmailAddress, EnvelopeId};

/// The envelope of one message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// Where notices go; none is `<>`, to which nobody answers (RFC 5321, 4.5.5).
    pub from: Option<EmailAddress>,
    /// Who receives it.
    pub recipients: Vec<EmailAddress>,
    /// Comes back in notices (RFC 3461, 4.4).
    pub envelope_id: Option<EnvelopeId>,
    /// Which notices are asked for.
    pub receipts: Receipts,
}

/// Which notices are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Receipts {
    /// `NOTIFY=SUCCESS,FAILURE,DELAY`, `RET=HDRS`, `ENVID`, `ORCPT`, if the server knows them.
    Ask,
    /// Nothing is said: the server sends notices of failure only.
    Silent,
}
