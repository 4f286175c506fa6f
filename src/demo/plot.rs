//! What the departments of the world write on a day, and how they go on when an answer comes.

use super::chance::Chance;
use super::client::Proof;
use super::files::{self, Row};
use super::insured::Insured;
use crate::office::content::ContentFile;

/// A colleague who writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colleague {
    /// The name.
    pub name: &'static str,
    /// The address.
    pub address: &'static str,
    /// The area as the signature names it.
    pub area: &'static str,
}

/// The departments' people.
pub const PREVIDENCIA: Colleague =
    Colleague { name: "Marlise Kühnen", address: "previdencia@ipreville.example", area: "Gerência de Previdência" };
/// The people of the examinations.
pub const PERICIA: Colleague = Colleague {
    name: "César Ramthun",
    address: "pericia@ipreville.example",
    area: "Perícia Médica e Saúde do Servidor",
};
/// The people of the money.
pub const FINANCEIRO: Colleague =
    Colleague { name: "Jair Demarchi", address: "financeiro@ipreville.example", area: "Gerência Financeira" };
/// The people of the press.
pub const COMUNICACAO: Colleague =
    Colleague { name: "Bianca Raulino", address: "comunicacao@ipreville.example", area: "Comunicação" };

/// The kinds of requests that a day has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An email to the people of an .xlsx, with bad rows and a repeated one.
    EmailToList,
    /// WhatsApp to the people of a .csv.
    WhatsappToList,
    /// WhatsApp to all, with a picture.
    WhatsappToAll,
    /// Both channels.
    BothChannels,
    /// An email that is filled for each person.
    PerPerson,
    /// An email whose list was forgotten; the answer brings it.
    ForgottenList,
    /// An email that is taken back within the regret window.
    Cancelled,
    /// An email whose text is corrected within the regret window.
    Corrected,
    /// An email for the afternoon.
    Scheduled,
    /// An email that does not wait for the regret window.
    Urgent,
    /// An email to people who are named in the letter itself.
    Typed,
    /// Somebody in another's name.
    Forged,
    /// A newsletter.
    Newsletter,
}

/// One mail, and how its writer goes on.
#[derive(Debug, Clone)]
pub struct Plot {
    /// When it is written: seconds after the day's midnight.
    pub at: i64,
    /// Who writes.
    pub name: String,
    /// From which address.
    pub from: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The signature.
    pub signature: Vec<String>,
    /// The files.
    pub files: Vec<ContentFile>,
    /// Whether it goes to many, by a robot of a shop.
    pub is_newsletter: bool,
    /// Whether the sender is who it says.
    pub proof: Proof,
    /// How the writer goes on: at the n-th letter in the thread, so many seconds later.
    pub goes_on: Vec<GoesOn>,
}

/// What a writer does when a letter comes.
#[derive(Debug, Clone)]
pub struct GoesOn {
    /// At which letter of the thread, from 1.
    pub at_letter: u32,
    /// So many seconds later.
    pub after: i64,
    /// What is written.
    pub text: String,
    /// Files that go with it.
    pub files: Vec<ContentFile>,
}

/// Takes people of the world in turn, so that every request has others.
#[derive(Debug)]
pub struct Crowd {
    next: u32,
    /// The fewest and the most people of a request.
    size: (u64, u64),
}

impl Crowd {
    /// From the `n`-th person on.
    #[must_use]
    pub const fn from(n: u32) -> Self {
        Self { next: n, size: (9, 18) }
    }

    /// The same with a handful of people for each request.
    #[must_use]
    pub const fn small(n: u32) -> Self {
        Self { next: n, size: (2, 5) }
    }

    fn take(&mut self, count: u64) -> Vec<Insured> {
        let count = u32::try_from(count).unwrap_or(1);
        let people = (self.next..self.next + count).map(Insured::numbered).collect();
        self.next += count;
        people
    }
}

const TOPICS: [(&str, &str, &str); 5] = [
    (
        "Prova de vida",
        "a sua prova de vida deste ano ainda não foi registrada",
        "Compareça à sede do Ipreville das 8h às 14h com um documento oficial com foto.",
    ),
    (
        "Recadastramento anual",
        "o período do recadastramento anual está aberto",
        "Atualize o seu endereço e o seu telefone na sede do Ipreville, das 8h às 14h.",
    ),
    (
        "Informe de rendimentos",
        "o informe de rendimentos já está à disposição",
        "O documento pode ser retirado no portal do segurado ou na sede do Ipreville.",
    ),
    (
        "Novo horário de atendimento",
        "o atendimento ao público terá novo horário a partir do próximo mês",
        "O atendimento passa a ser das 8h às 14h, sem intervalo para o almoço.",
    ),
    (
        "Encontro dos aposentados",
        "o encontro dos aposentados será no salão da sede",
        "A entrada é franca e não é preciso fazer inscrição.",
    ),
];

const GREETINGS: [&str; 4] = ["Bom dia!", "Bom dia, Nádia!", "Olá, tudo bem?", "Prezados, bom dia."];
const THANKS: [&str; 4] = ["Obrigada,", "Obrigado,", "Desde já agradeço,", "Grato pela atenção,"];

/// The message that insured people shall read.
fn message(chance: &mut Chance, mark: u64) -> (String, String) {
    let (topic, news, what) =
        TOPICS.get(chance.index(TOPICS.len())).copied().unwrap_or(("Aviso", "há um aviso", "Leia com atenção."));
    let text = format!(
        "Prezado(a) segurado(a),\n\nInformamos que {news}. O telefone do atendimento é (47) 3400-{mark:04}.\n\n{what}"
    );
    (topic.to_owned(), text)
}

fn signature(who: Colleague) -> Vec<String> {
    vec![who.name.to_owned(), format!("{} - Ipreville", who.area), "(47) 3400-0000".to_owned()]
}

fn email_rows(people: &[Insured]) -> Vec<Row> {
    people.iter().map(|it| vec![it.name.clone(), it.registration.clone(), it.email.clone()]).collect()
}

fn phone_rows(people: &[Insured]) -> Vec<Row> {
    people.iter().enumerate().map(|(n, it)| vec![it.name.clone(), it.phone_as_written(n)]).collect()
}

fn file(name: &str, mime: &str, bytes: Vec<u8>) -> ContentFile {
    ContentFile { name: name.to_owned(), mime: mime.to_owned(), content_id: None, bytes }
}

fn xlsx_file(name: &str, headings: &[&str], rows: &[Row]) -> Vec<ContentFile> {
    let title = name.trim_end_matches(".xlsx").to_uppercase();
    files::xlsx_list(&title, headings, rows).map(|it| file(name, files::XLSX, it)).into_iter().collect()
}

/// A plot of one kind; `mark` makes its text one of its own.
#[must_use]
pub fn plot(kind: Kind, at: i64, mark: u64, chance: &mut Chance, crowd: &mut Crowd) -> Plot {
    let (topic, text) = message(chance, mark);
    let (hello, thanks) = (chance.one_of(&GREETINGS), chance.one_of(&THANKS));
    let count = chance.between(crowd.size.0, crowd.size.1);
    let people = crowd.take(count);
    let ask = |who: Colleague, subject: String, what: String, text: &str, files: Vec<ContentFile>| Plot {
        at,
        name: who.name.to_owned(),
        from: who.address.to_owned(),
        subject,
        text: format!("{hello}\n\n{what}\n\nTexto:\n\n{text}\n\n{thanks}"),
        signature: signature(who),
        files,
        is_newsletter: false,
        proof: Proof::Genuine,
        goes_on: Vec::new(),
    };
    let by_email = |who: Colleague, mail_subject: &str, files: Vec<ContentFile>| {
        let what =
            format!("Solicito o envio do texto abaixo, por e-mail, aos segurados da lista anexa.\n\nAssunto: {topic}");
        ask(who, mail_subject.to_owned(), what, &text, files)
    };
    let headings = ["Nome", "Matrícula", "E-mail"];
    let list = || xlsx_file("Lista de segurados.xlsx", &headings, &email_rows(&people));
    match kind {
        Kind::EmailToList => {
            let mut rows = email_rows(&people);
            // Two rows that nobody can write to, and one that repeats another.
            rows.insert(2, vec!["Osvaldo Zimdars".to_owned(), "70001".to_owned(), "osvaldo.zimdars".to_owned()]);
            rows.insert(rows.len().min(5), vec!["Ilse Bornhofen".to_owned(), "70002".to_owned(), String::new()]);
            rows.extend(rows.first().cloned());
            let files = xlsx_file("Pendentes.xlsx", &headings, &rows);
            by_email(PREVIDENCIA, &format!("Solicitação de envio de e-mail - {topic}"), files)
        }
        Kind::WhatsappToList => {
            let csv = files::csv_list(&["Nome", "Celular"], &phone_rows(&people));
            let what = "Segue para envio por WhatsApp aos segurados relacionados no arquivo anexo.".to_owned();
            let subject = format!("Envio de WhatsApp - {topic}");
            ask(PERICIA, subject, what, &text, vec![file("segurados.csv", "text/csv", csv)])
        }
        Kind::WhatsappToAll => {
            let what =
                "Favor enviar por WhatsApp a todos os segurados a mensagem abaixo, com a imagem anexa.".to_owned();
            let poster = file("cartaz.jpg", "image/jpeg", files::picture(chance));
            let subject = format!("WhatsApp para todos os segurados - {topic}");
            ask(COMUNICACAO, subject, what, &text, vec![poster])
        }
        Kind::BothChannels => {
            let rows: Vec<Row> = people
                .iter()
                .enumerate()
                .map(|(n, it)| vec![it.name.clone(), it.email.clone(), it.phone_as_written(n)])
                .collect();
            let what = format!(
                "Solicito o envio do texto abaixo, por e-mail e por WhatsApp, aos pensionistas da lista anexa.\n\nAssunto: {topic}"
            );
            let files = xlsx_file("Pensionistas.xlsx", &["Nome", "E-mail", "Celular"], &rows);
            ask(FINANCEIRO, format!("E-mail e WhatsApp aos pensionistas - {topic}"), what, &text, files)
        }
        Kind::PerPerson => {
            let rows: Vec<Row> = people
                .iter()
                .zip(0..)
                .map(|(it, n)| {
                    let (hour, minute) = (8 + n / 4 % 6, n % 4 * 15);
                    vec![it.name.clone(), it.email.clone(), "20/03/2026".to_owned(), format!("{hour:02}:{minute:02}")]
                })
                .collect();
            let text = format!(
                "Prezado(a) {{NOME}},\n\nSua perícia médica está marcada para o dia {{DATA}}, às {{HORA}}, na sede do Ipreville. O telefone da perícia é (47) 3400-{mark:04}.\n\n\
                 Leve um documento com foto e os exames que tiver."
            );
            let what = "Solicito o envio por e-mail aos segurados da lista anexa. Os campos entre chaves devem ser \
                        preenchidos com os dados de cada um.\n\nAssunto: Convocação para perícia médica"
                .to_owned();
            let files = xlsx_file("Convocados.xlsx", &["Nome", "E-mail", "Data", "Hora"], &rows);
            ask(PERICIA, "Envio de e-mail - convocação para perícia".to_owned(), what, &text, files)
        }
        Kind::ForgottenList => {
            let mut plot = by_email(PREVIDENCIA, &format!("Envio de e-mail aos segurados - {topic}"), Vec::new());
            let text = "Desculpe, esqueci o anexo. Segue a lista.".to_owned();
            plot.goes_on = vec![GoesOn { at_letter: 1, after: 1500, text, files: list() }];
            plot
        }
        Kind::Cancelled => {
            let mut plot = by_email(FINANCEIRO, &format!("Envio de e-mail aos aposentados da lista - {topic}"), list());
            let text = "Por favor, cancelar o envio. A data vai mudar.".to_owned();
            plot.goes_on = vec![GoesOn { at_letter: 1, after: 240, text, files: Vec::new() }];
            plot
        }
        Kind::Corrected => {
            let mut plot = by_email(COMUNICACAO, &format!("E-mail aos segurados da lista anexa - {topic}"), list());
            let text = "No texto, troque \"Prezado(a) segurado(a)\" por \"Prezados segurados e seguradas\", por favor."
                .to_owned();
            plot.goes_on = vec![
                GoesOn { at_letter: 1, after: 300, text, files: Vec::new() },
                GoesOn { at_letter: 2, after: 420, text: "SIM".to_owned(), files: Vec::new() },
            ];
            plot
        }
        Kind::Scheduled => {
            let what = format!(
                "Solicito o envio do texto abaixo, por e-mail, aos segurados da lista anexa. Favor enviar hoje às 15h.\n\nAssunto: {topic}"
            );
            ask(PREVIDENCIA, format!("E-mail para hoje à tarde - {topic}"), what, &text, list())
        }
        Kind::Urgent => {
            let what = format!(
                "URGENTE: solicito o envio do texto abaixo, por e-mail, aos segurados da lista anexa.\n\nAssunto: {topic}"
            );
            ask(FINANCEIRO, format!("URGENTE - envio de e-mail - {topic}"), what, &text, list())
        }
        Kind::Typed => {
            let addresses: Vec<&str> = people.iter().map(|it| it.email.as_str()).collect();
            let what = format!(
                "Solicito o envio do texto abaixo, por e-mail, aos endereços:\n\n{}\n\nAssunto: {topic}",
                addresses.join("\n")
            );
            ask(PERICIA, format!("Envio de e-mail - {topic}"), what, &text, Vec::new())
        }
        Kind::Forged => {
            let mut plot = by_email(PREVIDENCIA, &format!("URGENTE - Envio de e-mail - {topic}"), list());
            plot.text = plot.text.replace("Ipreville\n", "Ipreville http://golpe.example/pix\n");
            plot.proof = Proof::Forged;
            plot
        }
        Kind::Newsletter => Plot {
            at,
            name: "Loja Brinde".to_owned(),
            from: "ofertas@brinde.example".to_owned(),
            subject: "Cadeiras de escritório com 30% de desconto nesta semana".to_owned(),
            text: format!(
                "Aproveite as ofertas da semana em nossa loja.\n\nCadeiras, mesas e armários com até 30% de desconto. \
                 Oferta nº {mark}.\n\nPara sair desta lista, clique aqui."
            ),
            signature: Vec::new(),
            files: Vec::new(),
            is_newsletter: true,
            proof: Proof::Genuine,
            goes_on: Vec::new(),
        },
    }
}
