//! Lists on their way from the mail to ledger and archive: used rows, rejected rows, the general contacts.

use std::collections::BTreeSet;

use super::{Daemon, DaemonError};
use crate::archive::legal;
use crate::office::{Channel, Contact, EmailAddress, RecipientList, RejectReason};
use crate::sheets::{ByteOrderMark, ListAsk, SheetError, read_contacts, read_list, recipients_csv};

/// Why a row cannot be used, as a department reads it.
pub(super) const fn reason_words(reason: RejectReason) -> &'static str {
    match reason {
        RejectReason::Empty => "sem contato",
        RejectReason::NotAnAddress => "não é um e-mail válido",
        RejectReason::NotAPhone => "não é um telefone válido",
        RejectReason::NoAreaCode => "telefone sem DDD",
        RejectReason::BadAreaCode => "DDD inexistente",
        RejectReason::Landline => "telefone fixo: não recebe WhatsApp",
        RejectReason::Foreign => "telefone de outro país",
        RejectReason::DigitsLost => "o Excel perdeu os algarismos do telefone",
        RejectReason::ContentMissing => "falta um dado que o texto pede",
        RejectReason::DatePast => "a data desta linha já passou",
    }
}

impl Daemon {
    /// Files lists in a request's folder: as it came, as it is used, and the rows that cannot be used.
    pub(super) fn file_lists(
        &self,
        folder: &str,
        original: Option<&(String, Vec<u8>)>,
        lists: &[RecipientList],
    ) -> Result<(), DaemonError> {
        if let Some((name, bytes)) = original {
            self.archive.write(&original_path(folder, name), bytes)?;
        }
        for list in lists {
            let channel = list.channel.as_str();
            let used =
                list.recipients.iter().map(|it| vec![it.name.as_deref().unwrap_or_default(), it.contact.as_str()]);
            let heading = match list.channel {
                Channel::Email => "EMAIL",
                Channel::Whatsapp => "TELEFONE",
            };
            self.archive.write(
                &format!("{folder}/lista-usada-{channel}.csv"),
                &recipients_csv(ByteOrderMark::With, &["NOME", heading], used),
            )?;
            let rows: Vec<[String; 3]> = list
                .rejected
                .iter()
                .map(|it| [it.row.to_string(), it.value.clone(), reason_words(it.reason).to_owned()])
                .collect();
            let rejected = rows.iter().map(|it| it.iter().map(String::as_str).collect());
            self.archive.write(
                &format!("{folder}/lista-recusados-{channel}.csv"),
                &recipients_csv(ByteOrderMark::With, &["LINHA", "VALOR", "MOTIVO"], rejected),
            )?;
        }
        Ok(())
    }

    /// The general contacts of the network folder, without those who asked not to be written to (step 16).
    pub(super) fn general_contacts(&self) -> Result<Result<RecipientList, String>, DaemonError> {
        let Some(path) = &self.config.contacts.whatsapp_general else {
            return Ok(Err("a lista geral de contatos não está configurada".to_owned()));
        };
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Err(format!("a lista geral de contatos não pôde ser aberta: {error}"))),
        };
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let list = match read_contacts(&name, &bytes, &self.rules.vocabulary, &ListAsk::default()) {
            Ok(list) => list,
            Err(error) => return Ok(Err(format!("a lista geral de contatos não pôde ser lida: {error}"))),
        };
        let mut opted_out = BTreeSet::new();
        for person in &list.recipients {
            // Who answered an email with SAIR stands here with a phone, and with that address in another column.
            let addresses =
                person.values.iter().filter(|it| it.contains('@')).filter_map(|it| EmailAddress::parse(it).ok());
            let keys = std::iter::once(person.contact.key()).chain(addresses.map(|it| it.key()));
            for key in keys {
                if self.ledger.has_opted_out(&key)? {
                    opted_out.insert(person.contact.key());
                }
            }
        }
        Ok(Ok(without(list, &opted_out)))
    }

    /// The list of a request read once more, for a channel that was not known when it came.
    pub(super) fn read_filed_list(
        &self,
        folder: &str,
        name: &str,
        channel: Channel,
        placeholders: &[String],
    ) -> Result<Result<RecipientList, SheetError>, DaemonError> {
        let bytes = self.archive.read(&original_path(folder, name))?;
        let ask = ListAsk { placeholders, ..ListAsk::default() };
        Ok(read_list(name, &bytes, channel, &self.rules.vocabulary, &ask))
    }
}

/// Where a list lies as it came.
pub(super) fn original_path(folder: &str, name: &str) -> String {
    let extension = name.rsplit_once('.').map_or("txt", |(_, extension)| extension);
    format!("{folder}/{}", legal(&format!("lista-original.{extension}")))
}

fn without(mut list: RecipientList, opted_out: &BTreeSet<String>) -> RecipientList {
    let (kept, left_out): (Vec<_>, Vec<_>) =
        list.recipients.into_iter().partition(|it| !opted_out.contains(&contact_key(&it.contact)));
    list.recipients = kept;
    list.excluded.extend(
        left_out
            .iter()
            .map(|it| crate::office::ExcludedRow { row: it.row, reason: crate::office::ExcludedReason::OptedOut }),
    );
    list
}

fn contact_key(contact: &Contact) -> String {
    contact.key()
}
