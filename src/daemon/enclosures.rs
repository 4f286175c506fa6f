//! What lies in a letter: the requester's own list with what became of each row, and the notices (step 13).

use std::collections::BTreeMap;

use super::requests::Step;
use super::values::situation;
use super::{Daemon, DaemonError};
use crate::ledger::{Change, MailId};
use crate::office::content::ContentFile;
use crate::office::{Channel, RequestId};
use crate::request::State;
use crate::sheets::{ByteOrderMark, Note, annotated_xlsx, recipients_csv, row_notes};

/// Beyond so many, notices are attached in one zip (DECISIONS 6).
const NOTICES_ATTACHED_MAX: usize = 20;

impl Daemon {
    /// The requester's own list back, where rows of it need work.
    pub(super) fn annotated_request(&self, state: &State, step: &Step) -> Option<ContentFile> {
        let bounced: Vec<_> = step.lists.iter().flat_map(|it| self.bounced(it).0).collect();
        if bounced.is_empty() && step.lists.iter().all(|it| it.rejected.is_empty()) {
            return None;
        }
        let mut notes = row_notes(&step.lists);
        for (row, _, day) in bounced {
            let situation = format!("voltou em {}", day.strftime("%d/%m/%Y"));
            notes.insert(row, Note { situation, to_do: "confira o endereço".to_owned() });
        }
        self.annotated(state, &notes)
    }

    /// The requester's own list back with what became of each person (step 13).
    pub(super) fn annotated_result(
        &self,
        request: RequestId,
        state: &State,
        channel: Channel,
    ) -> Result<Option<ContentFile>, DaemonError> {
        let silent = self.silent(state, channel);
        let mut notes = BTreeMap::new();
        let mut rows: Vec<(u32, [String; 4])> = Vec::new();
        self.for_people(request, channel, |person| {
            let (situation, to_do) = situation(person, &silent);
            rows.push((
                person.row,
                [person.name.clone().unwrap_or_default(), person.contact.clone(), situation.clone(), to_do.clone()],
            ));
            notes.insert(person.row, Note { situation, to_do });
        })?;
        if let Some(file) = self.annotated(state, &notes) {
            return Ok(Some(file));
        }
        rows.sort_by_key(|(row, _)| *row);
        let csv = recipients_csv(
            ByteOrderMark::With,
            &["Nome", "Contato"],
            rows.iter().map(|(_, it)| it.iter().take(2).map(String::as_str).collect()),
        );
        let by_line: BTreeMap<u32, Note> = rows
            .iter()
            .zip(2..)
            .map(|((_, it), line)| {
                let [_, _, situation, to_do] = it.clone();
                (line, Note { situation, to_do })
            })
            .collect();
        Ok(xlsx(annotated_xlsx("lista.csv", &csv, "", &self.rules.vocabulary, &by_line).ok(), &state.protocol))
    }

    fn annotated(&self, state: &State, notes: &BTreeMap<u32, Note>) -> Option<ContentFile> {
        let name = state.list_file.as_deref()?;
        let original = self.archive.read(&super::lists::original_path(&state.folder, name)).ok()?;
        xlsx(annotated_xlsx(name, &original, &state.list_sheet, &self.rules.vocabulary, notes).ok(), &state.protocol)
    }

    /// The notices that were not handed on yet, as they came, or zipped beyond twenty (step 13).
    pub(super) fn notices(
        &self,
        request: RequestId,
        state: &State,
        change: &mut Change<'_>,
    ) -> Result<Vec<ContentFile>, DaemonError> {
        let mut notices: Vec<(MailId, Vec<u8>)> = Vec::new();
        for (mail, kind) in self.ledger.returns_of(request, false)? {
            if kind != "receipt" {
                continue;
            }
            let Some(row) = self.ledger.mail(mail)? else { continue };
            if let Ok(raw) = self.archive.read(&row.mail.raw_path) {
                notices.push((mail, raw));
            }
        }
        change.handed_on.extend(notices.iter().map(|(mail, _)| *mail));
        let named = |n: usize, raw: &[u8]| ContentFile {
            name: format!("recibo-{:02}.eml", n + 1),
            // As message/rfc822 it could not be base64 (RFC 2046, 5.2.1), and would not arrive byte for byte.
            mime: "application/octet-stream".to_owned(),
            content_id: None,
            bytes: raw.to_vec(),
        };
        let files: Vec<ContentFile> = notices.iter().enumerate().map(|(n, (_, raw))| named(n, raw)).collect();
        let attached: Vec<ContentFile> = if files.len() <= NOTICES_ATTACHED_MAX {
            files
        } else {
            zipped("recibos.zip", &files).into_iter().collect()
        };
        // The request's folder holds them as the requester reads them; `Entrada` has each as it came.
        let first = notices.first().map_or(0, |(mail, _)| mail.0);
        for file in &attached {
            self.archive.write(&format!("{}/recibos/{first} {}", state.folder, file.name), &file.bytes)?;
        }
        Ok(attached)
    }
}

fn xlsx(bytes: Option<Vec<u8>>, protocol: &str) -> Option<ContentFile> {
    Some(ContentFile {
        name: format!("{protocol} lista com situação.xlsx"),
        mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned(),
        content_id: None,
        bytes: bytes?,
    })
}

fn zipped(name: &str, files: &[ContentFile]) -> Option<ContentFile> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for file in files {
        zip.start_file(&file.name, options).ok()?;
        zip.write_all(&file.bytes).ok()?;
    }
    let bytes = zip.finish().ok()?.into_inner();
    Some(ContentFile { name: name.to_owned(), mime: "application/zip".to_owned(), content_id: None, bytes })
}
