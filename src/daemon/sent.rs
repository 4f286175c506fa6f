//! The copy of what was sent in the sender's Sent folder (DECISIONS 9 of the design): once for each request, after it
//! has left; looked for first, since many servers keep one by themselves.

use super::{Daemon, DaemonError};
use crate::config::Login;
use crate::mail::incoming::IncomingMail;
use crate::mailbox::{Account, Mailbox, MailboxError, Role};
use crate::office::{Channel, MessageId, RequestId};

impl Daemon {
    /// Keeps the copies that are still due. A mailbox that does not answer is asked again in a later pass.
    pub(super) async fn copy_to_sent(&mut self) -> Result<(), DaemonError> {
        let Some((account, folder)) = self.senders_mailbox()? else { return Ok(()) };
        let due: Vec<(RequestId, String)> = self
            .known
            .iter()
            .filter(|(_, it)| it.channel.contains(&Channel::Email) && !it.sent_at.is_empty())
            .map(|(id, it)| (*id, it.protocol.clone()))
            .collect();
        for (request, protocol) in due {
            let key = format!("sent-copy.{}", request.0);
            if self.ledger.remembered(&key)?.is_some() {
                continue;
            }
            if !self.ledger.doubtful_parcels(Some(request))?.is_empty() {
                // Our own copy would pass for the server's, which is evidence.
                continue;
            }
            let Some(state) = self.state_of(request)? else { continue };
            let Ok(raw) = self.archive.read(&format!("{}/enviado.eml", state.folder)) else { continue };
            match keep(&account, &folder, &raw).await {
                Ok(done) => self.ledger.remember(&key, done)?,
                Err(reason) => {
                    tracing::warn!(protocol, reason = %reason, "the copy could not be put into the Sent folder yet");
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// The mailbox of the address from which is sent, and its Sent folder; `None` where the server keeps copies itself.
    fn senders_mailbox(&self) -> Result<Option<(Account, String)>, DaemonError> {
        let from = self.rules.office.assessoria.envia_de.key();
        let is_senders = |login: &Option<Login>| login.as_ref().is_none_or(|it| it.user.to_lowercase() == from);
        let Some(mailbox) = self.config.mailboxes.iter().find(|it| it.sent_folder.is_some() && is_senders(&it.login))
        else {
            return Ok(None);
        };
        let account = super::hands::account(mailbox, &self.config)?;
        // Nothing that is in the mailbox is touched; something is added to it.
        Ok(mailbox.sent_folder.clone().map(|folder| (Account { role: Role::Requests, ..account }, folder)))
    }
}

/// Puts a mail into a folder that does not hold it yet; says what was found.
async fn keep(account: &Account, folder: &str, raw: &[u8]) -> Result<&'static str, MailboxError> {
    let mut open = Mailbox::open(account).await?;
    let id = IncomingMail::parse(raw).ok().and_then(|it| it.message_id).map(|it| MessageId::new(&it));
    // A folder that cannot be looked into is not there yet: the copy makes it.
    let there = match &id {
        Some(id) => open.has_message(folder, id).await.unwrap_or(false),
        None => false,
    };
    let done = if there {
        "the server kept it"
    } else {
        open.append(folder, raw).await?;
        "kept"
    };
    open.close().await;
    Ok(done)
}
