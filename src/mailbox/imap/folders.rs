//! Folders: making them, moving into them in one command, looking into them.

use async_imap::imap_proto::{MailboxDatum, Response};

use super::{Imap, words};
use crate::{
    mailbox::{MailboxError, Role},
    office::MessageId,
};

impl Imap {
    /// See [`crate::mailbox::Mailbox::create_folder`].
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn create_folder(&mut self, folder: &str) -> Result<(), MailboxError> {
        self.may_change()?;
        let name = self.wire_name(folder)?;
        let mut exists = false;
        self.talk
            .run(&format!("LIST \"\" {name}"), "looking for a folder", 0, |response| {
                exists |= matches!(response, Response::MailboxData(MailboxDatum::List(_)));
            })
            .await?;
        if exists {
            return Ok(());
        }
        self.talk.run(&format!("CREATE {name}"), "making a folder", 0, |_| {}).await?;
        // Mail programs show subscribed folders; a server that has no subscriptions may say NO.
        let _ = self.talk.try_run(&format!("SUBSCRIBE {name}"), "showing a folder", 0, |_| {}).await?;
        Ok(())
    }

    /// See [`crate::mailbox::Mailbox::move_all`].
    ///
    /// With MOVE (RFC 6851) one command does it. Without it: COPY, then `\Deleted`, then UID EXPUNGE of exactly
    /// these; a server without UIDPLUS keeps them marked `\Deleted`, because a bare EXPUNGE would remove what a
    /// person marked.
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn move_all(&mut self, uids: &[u32], folder: &str) -> Result<(), MailboxError> {
        self.may_change()?;
        let name = self.wire_name(folder)?;
        for set in words::uid_sets(uids) {
            if self.has("MOVE") {
                self.say_with_folder(&format!("UID MOVE {set} {name}"), folder).await?;
                continue;
            }
            self.say_with_folder(&format!("UID COPY {set} {name}"), folder).await?;
            let mark = format!("UID STORE {set} +FLAGS.SILENT (\\Deleted)");
            self.talk.run(&mark, "marking what was moved", 0, |_| {}).await?;
            if self.has("UIDPLUS") {
                self.talk.run(&format!("UID EXPUNGE {set}"), "removing what was moved", 0, |_| {}).await?;
            }
        }
        Ok(())
    }

    /// A MOVE or COPY; a missing folder is made and the command said once more.
    async fn say_with_folder(&mut self, line: &str, folder: &str) -> Result<(), MailboxError> {
        let doing = "moving mail into a folder";
        match self.talk.try_run(line, doing, 0, |_| {}).await? {
            Ok(()) => Ok(()),
            Err(no) if no.try_create => {
                self.create_folder(folder).await?;
                self.talk.run(line, doing, 0, |_| {}).await
            }
            Err(no) => Err(self.refused(doing, no.reply)),
        }
    }

    /// See [`crate::mailbox::Mailbox::append`].
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn append(&mut self, folder: &str, raw: &[u8]) -> Result<(), MailboxError> {
        self.may_change()?;
        let name = self.wire_name(folder)?;
        let line = format!("APPEND {name} (\\Seen) {{{}}}", raw.len());
        let doing = "putting a mail into a folder";
        match self.talk.append(&line, raw).await? {
            Ok(()) => Ok(()),
            Err(no) if no.try_create => {
                self.create_folder(folder).await?;
                self.talk.append(&line, raw).await?.map_err(|no| self.refused(doing, no.reply))
            }
            Err(no) => Err(self.refused(doing, no.reply)),
        }
    }

    /// See [`crate::mailbox::Mailbox::has_message`].
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn has_message(&mut self, folder: &str, id: &MessageId) -> Result<bool, MailboxError> {
        let name = self.wire_name(folder)?;
        let doing = "looking for a mail of ours";
        let Some(id) = words::quoted(id.as_str()) else {
            return Err(self.refused(doing, "its Message-ID cannot be searched for".to_owned()));
        };
        let opened = self.talk.try_run(&format!("EXAMINE {name}"), doing, 0, |_| {}).await?;
        let mut found = false;
        if opened.is_ok() {
            let line = format!("UID SEARCH HEADER Message-ID {id}");
            let searched = self.talk.try_run(&line, doing, 0, |response| {
                if let Response::MailboxData(MailboxDatum::Search(uids)) = response {
                    found |= !uids.is_empty();
                }
            });
            let searched = searched.await?;
            self.select().await?;
            return searched.map(|()| found).map_err(|no| self.refused(doing, no.reply));
        }
        // A refused EXAMINE leaves nothing selected (RFC 3501, 6.3.1).
        self.select().await?;
        opened.map(|()| found).map_err(|no| self.refused(doing, no.reply))
    }

    fn may_change(&self) -> Result<(), MailboxError> {
        match self.role {
            Role::Requests => Ok(()),
            Role::Returns => Err(MailboxError::OnlyRead { name: self.name.clone() }),
        }
    }

    fn refused(&self, doing: &'static str, reply: String) -> MailboxError {
        MailboxError::Refused { host: self.talk.host().to_owned(), doing, reply }
    }
}
