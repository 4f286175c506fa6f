//! Handing mail to a folder instead of a server (`maildir:/path`): the embedded world of `demo`, and tests. The message
//! stands in `new/` as it would have gone over the wire; its envelope beside it, never in it:
//!
//! ```text
//! tmp/NAME             while it is being written: nothing has left
//! envelopes/NAME.json  the envelope, written first: without a message of the same name nothing has left
//! new/NAME             the message: it has left
//! ```

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{Envelope, Receipts, Verdicts, check_message};
use crate::{office::Outcome, wire::files};

/// A folder that takes mail.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

/// A message that was handed over, with its envelope.
#[derive(Debug, Clone)]
pub struct Handed {
    /// The file's name in `new/` and, with `.json`, in `envelopes/`.
    pub name: String,
    /// Its envelope.
    pub envelope: Envelope,
    /// Where the message stands.
    pub path: PathBuf,
}

impl Folder {
    /// The folder at a path; its parts are made if they are missing.
    ///
    /// # Errors
    /// They cannot be made.
    pub fn open(root: &Path) -> io::Result<Self> {
        for part in ["tmp", "new", "cur", "envelopes"] {
            fs::create_dir_all(root.join(part))?;
        }
        Ok(Self { root: root.to_owned() })
    }

    /// Hands a message over. A disk that does not take it defers it; nothing half-written is ever seen.
    #[must_use]
    pub fn send(&self, envelope: &Envelope, message: &[u8]) -> Verdicts {
        let outcome = match check_message(message) {
            Err(fault) => Outcome::Refused { reply: format!("not sent: {fault}") },
            Ok(()) => match self.hand_over(envelope, message) {
                Ok(name) => Outcome::Accepted { reply: format!("250 2.0.0 taken as {name}") },
                Err(error) => Outcome::Deferred { reply: format!("the folder did not take it: {error}") },
            },
        };
        Verdicts {
            outcomes: vec![outcome; envelope.recipients.len()],
            receipts_asked: envelope.receipts == Receipts::Ask,
            sender_refused: None,
        }
    }

    fn hand_over(&self, envelope: &Envelope, message: &[u8]) -> io::Result<String> {
        let name = files::unique_name();
        let json = serde_json::to_vec(envelope)?;
        files::write_beside_then_rename(&self.root.join("tmp"), &self.envelope_path(&name), &json)?;
        files::write_beside_then_rename(&self.root.join("tmp"), &self.root.join("new").join(&name), message)?;
        Ok(name)
    }

    fn envelope_path(&self, name: &str) -> PathBuf {
        self.root.join("envelopes").join(format!("{name}.json"))
    }

    /// What was handed over and not taken yet, in the order in which it was.
    ///
    /// # Errors
    /// The folder cannot be read, or an envelope is damaged.
    pub fn waiting(&self) -> io::Result<Vec<Handed>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(self.root.join("new"))? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        names.into_iter().map(|name| self.handed(name)).collect()
    }

    fn handed(&self, name: String) -> io::Result<Handed> {
        let envelope = serde_json::from_slice(&fs::read(self.envelope_path(&name))?)?;
        let path = self.root.join("new").join(&name);
        Ok(Handed { name, envelope, path })
    }

    /// Takes a message out of `new/` into `cur/`: it has been delivered, or answered.
    ///
    /// # Errors
    /// It is not there, or cannot be moved.
    pub fn take(&self, handed: &Handed) -> io::Result<PathBuf> {
        let to = self.root.join("cur").join(format!("{}:2,S", handed.name));
        fs::rename(&handed.path, &to)?;
        Ok(to)
    }
}

#[cfg(test)]
mod tests {
    use super::Folder;
    use crate::{
        office::{EmailAddress, EnvelopeId, Outcome},
        smtp::{Envelope, Receipts},
    };

    fn envelope() -> Envelope {
        Envelope {
            from: None,
            recipients: vec![
                EmailAddress::parse("ana@ipreville.test").unwrap(),
                EmailAddress::parse("bia@ipreville.test").unwrap(),
            ],
            envelope_id: Some(EnvelopeId::new("AR-2026-0001.1")),
            receipts: Receipts::Ask,
        }
    }

    #[test]
    fn a_message_in_a_folder_keeps_its_envelope_beside_it_and_its_bytes_as_they_were() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::open(dir.path()).unwrap();
        let message = b"From: a@ipreville.test\r\nSubject: x\r\n\r\nol\xe1\r\n";
        let verdicts = folder.send(&envelope(), message);
        assert!(verdicts.receipts_asked);
        assert_eq!(verdicts.outcomes.len(), 2);
        assert!(matches!(verdicts.outcomes[0], Outcome::Accepted { .. }));
        let waiting = folder.waiting().unwrap();
        assert_eq!(waiting.len(), 1);
        assert_eq!(waiting[0].envelope, envelope());
        assert_eq!(std::fs::read(&waiting[0].path).unwrap(), message);
        folder.take(&waiting[0]).unwrap();
        assert!(folder.waiting().unwrap().is_empty());
    }

    #[test]
    fn a_bcc_header_does_not_reach_the_folder() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::open(dir.path()).unwrap();
        let verdicts = folder.send(&envelope(), b"Bcc: a@b.c\r\n\r\n");
        assert!(matches!(verdicts.outcomes[1], Outcome::Refused { .. }));
        assert!(folder.waiting().unwrap().is_empty());
    }

    #[test]
    fn messages_wait_in_the_order_in_which_they_came() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::open(dir.path()).unwrap();
        for number in 0..30 {
            let verdicts = folder.send(&envelope(), format!("Subject: {number}\r\n\r\n").as_bytes());
            assert_eq!(verdicts.outcomes.len(), 2);
        }
        let subjects: Vec<String> = folder
            .waiting()
            .unwrap()
            .iter()
            .map(|it| String::from_utf8(std::fs::read(&it.path).unwrap()).unwrap().trim().to_owned())
            .collect();
        let expected: Vec<String> = (0..30).map(|it| format!("Subject: {it}")).collect();
        assert_eq!(subjects, expected);
    }
}
