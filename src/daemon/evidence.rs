//! What speaks for something in doubt having left after all, looked for before a person is asked.
//!
//! | in doubt | evidence | what it proves |
//! |---|---|---|
//! | a parcel | a notice that names it and a person of it | our server took the whole transaction |
//! | one person's message | a notice about this person | it was taken (`ledger::News`) |
//! | a letter | an answer or a notice that names it | somebody has it |
//! | any of them | a copy in a Sent folder | our server took it |
//!
//! No copy and no answer prove nothing: then a person decides.

use super::{Daemon, DaemonError};
use crate::ledger::{DoubtfulLetter, Parcel, RecipientRow};
use crate::mail::dsn::Notice;
use crate::mail::incoming::IncomingMail;
use crate::mailbox::{Mailbox, MailboxError};
use crate::office::{MessageId, RequestId};

/// Messages that are looked for in Sent folders at one time; of more a person is asked at once.
const LOOKED_FOR_MAX: usize = 200;

/// Ids of one mail that are looked up.
const IDS_MAX: usize = 24;

/// What the Sent folders said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Searched {
    /// There is none.
    NoFolder,
    /// They were looked through.
    Everywhere,
    /// One of them could not be looked into.
    NotAll,
}

impl Searched {
    /// What a person who is asked reads of it.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::NoFolder => "o servidor não confirmou o recebimento e nenhum recibo chegou até agora",
            Self::Everywhere => {
                "o servidor não confirmou o recebimento, nenhum recibo chegou até agora e não há cópia nos itens enviados"
            }
            Self::NotAll => {
                "o servidor não confirmou o recebimento, nenhum recibo chegou até agora e os itens enviados não puderam ser consultados"
            }
        }
    }
}

impl Daemon {
    /// A notice about a parcel is proof that our own server took it, and with it everybody in it.
    pub(super) fn notice_proves(&mut self, request: RequestId, notice: &Notice) -> Result<(), DaemonError> {
        let ids: Vec<&String> = notice.envelope_id.iter().chain(&notice.original_message_ids).take(IDS_MAX).collect();
        let mut named = Vec::new();
        for id in ids {
            named.extend(self.ledger.parcel_named(id)?.map(|(parcel, ..)| parcel));
        }
        if named.is_empty() {
            return Ok(());
        }
        for parcel in self.ledger.doubtful_parcels(Some(request))?.iter().filter(|it| named.contains(&it.id)) {
            self.has_left(parcel, "um recibo chegou")?;
        }
        Ok(())
    }

    /// An answer to a letter, or a notice about it, is proof that it left.
    pub(super) fn answer_proves(&mut self, mail: &IncomingMail) -> Result<(), DaemonError> {
        let answered = mail.in_reply_to.iter().chain(mail.references.iter().rev());
        let ids: Vec<&String> = answered.chain(&mail.notice.original_message_ids).take(IDS_MAX).collect();
        for id in ids {
            if let Some(letter) = self.ledger.letter_in_doubt(MessageId::new(id).as_str())? {
                self.ledger.letter_ended(letter, "sent", "an answer to it came")?;
                tracing::info!(letter = letter.0, "an answer shows that a letter in doubt had left");
            }
        }
        Ok(())
    }

    /// Looks for parcels in the Sent folders and settles those that are there; gives those that are not.
    pub(super) async fn parcels_without_copy(
        &mut self,
        parcels: Vec<Parcel>,
    ) -> Result<(Vec<Parcel>, Searched), DaemonError> {
        let mut wanted: Vec<String> = Vec::new();
        for parcel in &parcels {
            wanted.extend(self.ids_of(parcel)?);
        }
        wanted.dedup();
        let (found, searched) = self.in_sent(&wanted).await;
        let mut left = Vec::new();
        for parcel in parcels {
            if parcel.people.is_empty() {
                // Each of its people has been heard of meanwhile.
                self.has_left(&parcel, "os recibos chegaram")?;
                continue;
            }
            let ids = self.ids_of(&parcel)?;
            let (copied, doubtful): (Vec<_>, Vec<_>) =
                parcel.people.iter().cloned().zip(&ids).partition(|(_, id)| found.contains(id));
            let of = |people: Vec<(RecipientRow, &String)>| {
                let mut part = parcel.clone();
                part.people = people.into_iter().map(|(person, _)| person).collect();
                part
            };
            if !copied.is_empty() {
                self.has_left(&of(copied), "há uma cópia nos itens enviados")?;
            }
            if !doubtful.is_empty() {
                left.push(of(doubtful));
            }
        }
        Ok((left, searched))
    }

    /// Looks for a letter in the Sent folders, and settles it if it is there.
    pub(super) async fn letter_has_copy(&mut self, letter: &DoubtfulLetter) -> Result<bool, DaemonError> {
        let (found, _) = self.in_sent(std::slice::from_ref(&letter.message_id)).await;
        if found.is_empty() {
            return Ok(false);
        }
        self.ledger.letter_ended(letter.id, "sent", "a copy is in the Sent folder")?;
        Ok(true)
    }

    /// These people of a parcel are in doubt no more.
    fn has_left(&mut self, parcel: &Parcel, because: &str) -> Result<(), DaemonError> {
        let now = self.clock.now();
        self.together(|it| {
            it.ledger.resolve(parcel, true, because, now)?;
            let line = format!("dúvida resolvida: a remessa {} tinha saído ({because})", parcel.n);
            Ok(it.ledger.tell(parcel.request, &line, now)?)
        })
    }

    /// The Message-ID under which each of a parcel's people was written to: one for all, or each person's own.
    fn ids_of(&self, parcel: &Parcel) -> Result<Vec<String>, DaemonError> {
        let state = self.state_of(parcel.request)?;
        let Some(state) = state.filter(|it| it.per_person) else {
            return Ok(vec![parcel.message_id.clone(); parcel.people.len()]);
        };
        let host = self.rules.office.assessoria.envia_de.mail_host();
        let protocol = state.protocol.to_lowercase();
        Ok(parcel.people.iter().map(|it| format!("<{protocol}.s{}.p{}@{host}>", it.seq, parcel.n)).collect())
    }

    /// Which of these Message-IDs stand in the Sent folders of the configured mailboxes.
    async fn in_sent(&self, ids: &[String]) -> (Vec<String>, Searched) {
        let mut searched = Searched::NoFolder;
        let mut found: Vec<String> = Vec::new();
        if ids.is_empty() || ids.len() > LOOKED_FOR_MAX {
            return (found, if ids.is_empty() { searched } else { Searched::NotAll });
        }
        for mailbox in self.config.mailboxes.iter().filter(|it| it.sent_folder.is_some()) {
            if searched == Searched::NoFolder {
                searched = Searched::Everywhere;
            }
            match self.search(mailbox, ids).await {
                Ok(here) => found.extend(here),
                Err(error) => {
                    tracing::warn!(mailbox = mailbox.name, reason = %error, "a Sent folder could not be looked into");
                    searched = Searched::NotAll;
                }
            }
        }
        (found, searched)
    }

    async fn search(&self, mailbox: &crate::config::Mailbox, ids: &[String]) -> Result<Vec<String>, DaemonError> {
        let Some(folder) = &mailbox.sent_folder else { return Ok(Vec::new()) };
        let account = super::hands::account(mailbox, &self.config)?;
        let at = |source: MailboxError| DaemonError::Mailbox { name: mailbox.name.clone(), source };
        let mut open = Mailbox::open(&account).await.map_err(at)?;
        let mut found = Vec::new();
        for id in ids {
            if open.has_message(folder, &MessageId::new(id)).await.map_err(at)? {
                found.push(id.clone());
            }
        }
        open.close().await;
        Ok(found)
    }
}
