//! The digest of the day and the figures of the month: to whom, when, once, and with what in them.

use carteiro::indicators::{AreaFigures, ChannelFigures, Month, png};
use carteiro::office::Channel;
use carteiro::smtp::Mishap;

use crate::bureau::{AREA, Bureau, DESK, Mail, Wishes};
use crate::office::Received;

const LIST: &[u8] = b"Nome;E-mail\r\nAna Beatriz Costa;ana@segurados.test\r\nBruno Dias;bruno@segurados.test\r\n";

const HOUR: i64 = 3600;

/// It is Monday, 23 November 2026, ten o'clock.
async fn open(settings: &str) -> Bureau {
    Bureau::open(&Wishes { settings, opens: "2026-11-23T10:00:00", ..Wishes::default() }).await
}

async fn after(bureau: &mut Bureau, seconds: i64) {
    bureau.later(seconds);
    bureau.pass().await;
}

async fn ask(bureau: &mut Bureau) {
    let text = "Bom dia,\n\nSolicito o envio, por e-mail, da mensagem abaixo às pessoas da lista anexa. Urgente.\n\n\
                Assunto: Atendimento em dezembro\n\nTexto:\n\nPrezado(a) segurado(a),\n\nO atendimento presencial estará \
                fechado no dia 8 de dezembro.\n\nObrigada,\nMarlise\n";
    let files: &[(&str, &str, &[u8])] = &[("lista.csv", "text/csv", LIST)];
    bureau.write(&Mail { from: AREA, subject: "Atendimento em dezembro", text, files, answers: None });
    bureau.pass().await;
}

fn digests(bureau: &Bureau, subject: &str) -> Vec<Received> {
    bureau.mails_to(DESK).into_iter().filter(|it| it.subject().starts_with(subject)).collect()
}

#[tokio::test]
async fn the_desk_hears_once_a_working_day_what_needs_it_and_nothing_when_nothing_does() {
    let mut bureau = open("").await;
    ask(&mut bureau).await;
    // Tuesday: all is well.
    after(&mut bureau, 24 * HOUR).await;
    assert!(digests(&bureau, "Resumo do dia").is_empty());
    // A parcel falls into doubt on Tuesday; Wednesday at seven it is too early, at eight the desk hears of it.
    ask(&mut bureau).await;
    let shown = bureau.mail_to(AREA, &["responda SIM"]);
    let subject = format!("RES: {}", shown.subject());
    let answers = shown.message_id();
    bureau.plan([Mishap::None, Mishap::LostUnanswered]);
    bureau.write(&Mail { from: AREA, subject: &subject, text: "SIM\n", files: &[], answers: Some(&answers) });
    bureau.pass().await;
    assert_eq!(bureau.in_doubt().0, 1);
    after(&mut bureau, 21 * HOUR).await;
    assert!(digests(&bureau, "Resumo do dia").is_empty());
    after(&mut bureau, HOUR).await;
    let told = digests(&bureau, "Resumo do dia");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].subject(), "Resumo do dia: 25/11/2026 (quarta-feira)");
    let text = told[0].text();
    assert!(text.contains("1 grupo de pessoas: não se sabe se saiu"), "{text}");
    // The same day, also after a new start, it is not told again; on Thursday it is, for it still waits.
    bureau.start();
    after(&mut bureau, HOUR).await;
    assert_eq!(digests(&bureau, "Resumo do dia").len(), 1);
    after(&mut bureau, 24 * HOUR).await;
    assert_eq!(digests(&bureau, "Resumo do dia").len(), 2);
    // Saturday and Sunday nobody is written to.
    after(&mut bureau, 24 * HOUR).await;
    let friday = digests(&bureau, "Resumo do dia").len();
    after(&mut bureau, 24 * HOUR).await;
    after(&mut bureau, 24 * HOUR).await;
    assert_eq!(digests(&bureau, "Resumo do dia").len(), friday);
}

#[tokio::test]
async fn a_quiet_day_is_told_where_that_is_wished() {
    let mut bureau = open("[digests]\nwhen_quiet = true\nat = \"09:30\"\n").await;
    assert_eq!(digests(&bureau, "Resumo do dia").len(), 1, "it is ten o'clock on a Monday");
    after(&mut bureau, 24 * HOUR).await;
    let told = digests(&bureau, "Resumo do dia");
    assert_eq!(told.len(), 2);
    assert!(told[1].text().contains("Nada precisa de vocês hoje."), "{}", told[1].text());
}

#[tokio::test]
async fn the_board_gets_the_figures_of_the_month_with_picture_and_workbook_once() {
    let board = "diretoria@ipreville.test";
    let mut bureau = open(&format!("[digests]\nboard = [\"{board}\"]\n")).await;
    ask(&mut bureau).await;
    bureau.at("2026-12-01T10:00:00");
    bureau.pass().await;
    bureau.start();
    after(&mut bureau, 24 * HOUR).await;
    let all: Vec<Received> = bureau.mails_to(board);
    assert_eq!(all.len(), 1);
    let figures = &all[0];
    assert_eq!(figures.subject(), "Comunicações de novembro de 2026");
    assert!(figures.text().contains("Ger. Previdência: 1 (e-mail: 1, WhatsApp: 0)"), "{}", figures.text());
    let (name, picture) = figures.file("comunicacoes-2026-11.png").unwrap();
    assert!(picture.starts_with(b"\x89PNG") && name.ends_with(".png"));
    let (_, book) = figures.file("comunicacoes-2026-11.xlsx").unwrap();
    assert!(book.starts_with(b"PK"));
    assert_eq!(digests(&bureau, "Comunicações de").len(), 1, "the desk gets it too");
    // A month without communications has no letter.
    bureau.at("2027-01-07T10:00:00");
    bureau.pass().await;
    assert_eq!(bureau.mails_to(board).len(), 1);
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
