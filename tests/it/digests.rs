//! The digest of the day and the figures of the month: to whom, when, once, and with what in them.

use carteiro::indicators::{AreaFigures, ChannelFigures, Month, png};
use carteiro::office::Channel;
use carteiro::smtp::Mishap;

use crate::folders::{Folders, MONDAY};
use crate::office::{AREA, DESK, Mail, Received};

const LIST: &[u8] = b"Nome;E-mail\r\nAna Beatriz Costa;ana@segurados.test\r\nBruno Dias;bruno@segurados.test\r\n";

const HOUR: i64 = 3600;

async fn ask(office: &mut Folders) {
    let text = "Bom dia,\n\nSolicito o envio, por e-mail, da mensagem abaixo às pessoas da lista anexa. Urgente.\n\n\
                Assunto: Atendimento em dezembro\n\nTexto:\n\nPrezado(a) segurado(a),\n\nO atendimento presencial estará \
                fechado no dia 8 de dezembro.\n\nObrigada,\nMarlise\n";
    let files: &[(&str, &str, &[u8])] = &[("lista.csv", "text/csv", LIST)];
    office.write(&Mail { from: AREA, subject: "Atendimento em dezembro", text, files, answers: None }).await;
}

fn digests(office: &Folders, subject: &str) -> Vec<Received> {
    office.sent_to(DESK).into_iter().filter(|it| it.subject().starts_with(subject)).collect()
}

#[tokio::test]
async fn the_desk_hears_once_a_working_day_what_needs_it_and_nothing_when_nothing_does() {
    let mut office = Folders::open(&[], "").await;
    ask(&mut office).await;
    // Tuesday: all is well.
    office.later(24 * HOUR).await;
    assert!(digests(&office, "Resumo do dia").is_empty());
    // A parcel falls into doubt on Tuesday; Wednesday at seven it is too early, at eight the desk hears of it.
    ask(&mut office).await;
    let shown = office.letter(AREA, "responda SIM");
    let subject = format!("RES: {}", shown.subject());
    let answers = shown.message_id();
    office.plan(&[Mishap::None, Mishap::LostUnanswered]);
    office.write(&Mail { from: AREA, subject: &subject, text: "SIM\n", files: &[], answers: Some(&answers) }).await;
    assert_eq!(office.in_doubt().0, 1, "{:#?}", office.mails());
    office.later(21 * HOUR).await;
    assert!(digests(&office, "Resumo do dia").is_empty());
    office.later(HOUR).await;
    let told = digests(&office, "Resumo do dia");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].subject(), "Resumo do dia: 25/11/2026 (quarta-feira)");
    let text = told[0].text();
    assert!(text.contains("1 grupo de pessoas: não se sabe se saiu"), "{text}");
    // The same day, also after a new start, it is not told again; on Thursday it is, for it still waits.
    office.restart();
    office.later(HOUR).await;
    assert_eq!(digests(&office, "Resumo do dia").len(), 1);
    office.later(24 * HOUR).await;
    assert_eq!(digests(&office, "Resumo do dia").len(), 2);
    // Saturday and Sunday nobody is written to.
    office.later(24 * HOUR).await;
    let friday = digests(&office, "Resumo do dia").len();
    office.later(24 * HOUR).await;
    office.later(24 * HOUR).await;
    assert_eq!(digests(&office, "Resumo do dia").len(), friday);
}

#[tokio::test]
async fn a_quiet_day_is_told_where_that_is_wished() {
    let mut office = Folders::open(&[], "[digests]\nwhen_quiet = true\nat = \"09:30\"\n").await;
    assert_eq!(digests(&office, "Resumo do dia").len(), 1, "it is ten o'clock on a Monday");
    office.later(24 * HOUR).await;
    let told = digests(&office, "Resumo do dia");
    assert_eq!(told.len(), 2);
    assert!(told[1].text().contains("Nada precisa de vocês hoje."), "{}", told[1].text());
}

#[tokio::test]
async fn the_board_gets_the_figures_of_the_month_with_picture_and_workbook_once() {
    let board = "diretoria@ipreville.test";
    let mut office = Folders::open(&[], &format!("[digests]\nboard = [\"{board}\"]\n")).await;
    ask(&mut office).await;
    // Tuesday, 1 December, at ten.
    office.clock.set(MONDAY + 8 * 24 * HOUR);
    office.pass().await;
    office.restart();
    office.later(24 * HOUR).await;
    let all: Vec<Received> = office.sent_to(board);
    assert_eq!(all.len(), 1);
    let figures = &all[0];
    assert_eq!(figures.subject(), "Comunicações de novembro de 2026");
    assert!(figures.text().contains("Ger. Previdência: 1 (e-mail: 1, WhatsApp: 0)"), "{}", figures.text());
    let (name, picture) = figures.file("comunicacoes-2026-11.png").unwrap();
    assert!(picture.starts_with(b"\x89PNG") && name.ends_with(".png"));
    let (_, book) = figures.file("comunicacoes-2026-11.xlsx").unwrap();
    assert!(book.starts_with(b"PK"));
    assert_eq!(digests(&office, "Comunicações de").len(), 1, "the desk gets it too");
    // A month without communications has no letter.
    office.clock.set(MONDAY + 45 * 24 * HOUR);
    office.pass().await;
    assert_eq!(office.sent_to(board).len(), 1);
}

#[test]
fn the_picture_in_the_readme_is_what_the_program_draws() {
    let area = |name: &str, email, whatsapp| AreaFigures { name: name.to_owned(), email, whatsapp };
    let month = Month {
        institute: "Ipreville".to_owned(),
        name: "novembro de 2026".to_owned(),
        areas: vec![
            area("Ger. Previdência", 14, 9),
            area("Perícia Médica / Saúde", 3, 11),
            area("Ger. Financeira", 6, 0),
            area("Comunicação", 2, 2),
        ],
        channels: vec![
            ChannelFigures { channel: Channel::Email, delivered: 1200, relayed: 9100, silent: 420, failed: 133 },
            ChannelFigures { channel: Channel::Whatsapp, delivered: 4400, relayed: 0, silent: 20, failed: 210 },
        ],
        waits: [vec![600; 31], vec![1800; 9], vec![9000; 5], vec![200_000; 2]].concat(),
    };
    let drawn = png(&month).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/demo/mes.png");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, &drawn).unwrap();
    }
    assert!(
        std::fs::read(path).unwrap_or_default() == drawn,
        "src/demo/mes.png is old: UPDATE_EXPECT=1 cargo test digests"
    );
}
