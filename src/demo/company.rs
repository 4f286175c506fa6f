//! The call center of the embedded world: it reads a package, asks, and reports in one of its ways.

use super::files::{self, ReportLine};
use super::plot::GoesOn;
use super::world::file_ending;
use crate::mail::incoming::IncomingMail;

/// What the people of the list see on their phones, one after the other.
const SEEN: [&str; 6] =
    ["Lido", "Entregue", "Entregue", "Não entregue - número não possui WhatsApp", "Lido", "Entregue"];

const HOUR: i64 = 3600;

/// The call center.
#[derive(Debug, Default)]
pub struct Company {
    packages: u32,
}

impl Company {
    /// Reads a mail: a package is sent out and reported, in one of the company's ways; all else is only read.
    pub fn reads(&mut self, mail: &IncomingMail, day: &str) -> Vec<GoesOn> {
        let Some((protocol, phones)) = package(mail) else { return Vec::new() };
        self.packages += 1;
        let lines: Vec<ReportLine> =
            phones.iter().zip(SEEN.iter().cycle()).map(|(phone, seen)| (phone.clone(), *seen)).collect();
        let has_picture = file_ending(mail, ".jpg").is_some();
        match (has_picture, self.packages % 3) {
            (true, _) => vec![asks(&protocol), by_file(&protocol, &lines, day, 5 * HOUR)],
            (false, 1) => vec![by_file(&protocol, &lines, day, 3 * HOUR)],
            (false, 2) => vec![by_words(&protocol, &lines, 4 * HOUR)],
            (false, _) => {
                let (first, _) = lines.split_at(lines.len() / 2);
                vec![partial(&protocol, first, lines.len(), day), by_file(&protocol, &lines, day, 26 * HOUR)]
            }
        }
    }
}

/// The protocol and phones of a package; nothing if the mail is none.
fn package(mail: &IncomingMail) -> Option<(String, Vec<String>)> {
    let list = file_ending(mail, "lista.csv")?;
    let protocol = list.name.split_whitespace().next()?.to_owned();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(list.bytes.as_slice());
    let phones = reader.records().flatten().filter_map(|it| it.get(1).map(str::to_owned)).collect();
    Some((protocol, phones))
}

fn asks(protocol: &str) -> GoesOn {
    GoesOn {
        at_letter: 1,
        after: HOUR / 2,
        text: format!("Bom dia!\n\nA imagem do envio {protocol} vai como capa ou depois do texto? Podem confirmar?"),
        files: Vec::new(),
    }
}

fn by_file(protocol: &str, lines: &[ReportLine], day: &str, after: i64) -> GoesOn {
    GoesOn {
        at_letter: 1,
        after,
        text: format!("Prezados,\n\nO envio {protocol} foi concluído. Segue em anexo o relatório final."),
        files: files::report(protocol, lines, day).into_iter().collect(),
    }
}

fn by_words(protocol: &str, lines: &[ReportLine], after: i64) -> GoesOn {
    let count = |words: &[&str]| lines.iter().filter(|(_, it)| words.contains(it)).count();
    let (read, delivered) = (count(&["Lido"]), count(&["Lido", "Entregue"]));
    GoesOn {
        at_letter: 1,
        after,
        text: format!(
            "Prezados,\n\nSegue o relatório do envio {protocol}, concluído:\n\nEnviadas: {}\nEntregues: {delivered}\nLidas: {read}\nFalhas: {}",
            lines.len(),
            lines.len() - delivered
        ),
        files: Vec::new(),
    }
}

fn partial(protocol: &str, lines: &[ReportLine], total: usize, day: &str) -> GoesOn {
    GoesOn {
        at_letter: 1,
        after: 3 * HOUR,
        text: format!(
            "Prezados,\n\nSegue relatório parcial do envio {protocol}: {} de {total} mensagens enviadas. O restante segue amanhã.",
            lines.len()
        ),
        files: files::report(protocol, lines, day).into_iter().collect(),
    }
}
