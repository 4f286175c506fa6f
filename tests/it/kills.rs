//! The real program killed at random moments, on a real mail host: nothing is lost, and nobody gets a second copy
//! outside the one window between the final dot and its answer.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

use crate::mailhost::MailHost;
use crate::office::{AREA, Mail, Office, Received, Times, sheet};

/// Kills of one office in the ordinary run, in which there are two; `CARTEIRO_KILLS` asks for more.
const KILLS: u32 = 105;

/// People of the list of one office: in parcels of ten, two hundred parcels.
const PEOPLE: usize = 2000;

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_is_killed_again_and_again_loses_nothing_and_repeats_nothing() {
    killed_again_and_again().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_program_that_is_killed_beside_it_loses_nothing_and_repeats_nothing() {
    killed_again_and_again().await;
}

async fn killed_again_and_again() {
    let seed: u64 = std::env::var("CARTEIRO_SEED").ok().and_then(|it| it.parse().ok()).unwrap_or_else(rand::random);
    eprintln!("CARTEIRO_SEED={seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let kills = std::env::var("CARTEIRO_KILLS").ok().and_then(|it| it.parse().ok()).unwrap_or(KILLS);
    let office = Office::open(&Times { first_digest: "1h", final_balance: "72h", ..Times::default() });
    // About two parcels a second: the sending lasts as long as the kills.
    let text = std::fs::read_to_string(office.config()).unwrap();
    let text = text.replace(
        "recipients_per_message = 5\nmessages_per_minute = 600",
        "recipients_per_message = 10\nmessages_per_minute = 150",
    );
    std::fs::write(office.config(), text).unwrap();
    ask(&office).await;
    let mut lives = 0;
    for kill in 0..kills {
        let daemon = office.daemon();
        // Every fourth life ends while it begins; the others get as far as to the mail host.
        let most = if kill % 4 == 0 { 300 } else { 1600 };
        tokio::time::sleep(Duration::from_millis(random.random_range(5..most))).await;
        daemon.kill();
        lives += 1;
    }
    eprintln!("{lives} lives");
    let daemon = office.daemon();
    let until = Instant::now() + Duration::from_secs(240);
    let shown = loop {
        let shown = show(&office);
        if shown["status"] == "sent" || shown["status"] == "closed" {
            break shown;
        }
        assert!(Instant::now() < until, "{shown}\n{}", office.log());
        tokio::time::sleep(Duration::from_millis(300)).await;
    };
    assert!(daemon.stop());
    check_people(&office.host, &shown);
    let letters: Vec<Received> = office.host.mails(AREA).await.into_iter().map(Received::new).collect();
    let acknowledgements = letters.iter().filter(|it| it.text().contains("Recebemos o seu pedido")).count();
    assert!(acknowledgements <= 1, "{acknowledgements} acknowledgements");
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_63_a_stop_in_the_middle_of_a_sending_finishes_the_parcel_in_hand_within_20_seconds() {
    let office = Office::open(&Times { first_digest: "1h", final_balance: "72h", ..Times::default() });
    let text = std::fs::read_to_string(office.config()).unwrap();
    let text = text.replace(
        "recipients_per_message = 5\nmessages_per_minute = 600",
        "recipients_per_message = 10\nmessages_per_minute = 10000",
    );
    std::fs::write(office.config(), text).unwrap();
    ask(&office).await;
    for _ in 0..3 {
        let before = office.host.delivered().len();
        let daemon = office.daemon();
        let until = Instant::now() + Duration::from_secs(60);
        while office.host.delivered().len() == before && before < PEOPLE {
            assert!(Instant::now() < until, "{}", office.log());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert!(daemon.stop(), "it did not end in time");
    }
    let daemon = office.daemon();
    let until = Instant::now() + Duration::from_secs(120);
    // Where all receipts came meanwhile, the balance has been told and the request is closed.
    while !["sent", "closed"].contains(&show(&office)["status"].as_str().unwrap_or_default()) {
        assert!(Instant::now() < until, "{}", office.log());
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    assert!(daemon.stop());
    let shown = show(&office);
    check_people(&office.host, &shown);
    let in_doubt = shown["people"].as_array().unwrap().iter().filter(|it| it["state"] == "in-doubt").count();
    assert_eq!(in_doubt, 0, "nothing was cut off");
}

/// Everybody whose parcel was answered has one mail; who is in doubt has at most one.
fn check_people(host: &MailHost, shown: &serde_json::Value) {
    let mut mails: BTreeMap<String, u32> = BTreeMap::new();
    for raw in host.delivered() {
        let to = Received::new(raw).header("Delivered-To").unwrap_or_default();
        *mails.entry(to.trim_matches(['<', '>']).to_owned()).or_default() += 1;
    }
    let people = shown["people"].as_array().unwrap();
    assert_eq!(people.len(), PEOPLE);
    let mut in_doubt = 0;
    for person in people {
        let contact = person["contact"].as_str().unwrap();
        let got = mails.get(contact).copied().unwrap_or(0);
        match person["state"].as_str().unwrap() {
            "in-doubt" => {
                in_doubt += 1;
                assert!(got <= 1, "{contact} got {got} mails");
            }
            "accepted" | "relayed" | "delivered" => assert_eq!(got, 1, "{contact}"),
            state => panic!("{contact} is {state}"),
        }
    }
    eprintln!("{in_doubt} of {PEOPLE} people in doubt");
}

fn show(office: &Office) -> serde_json::Value {
    let shown = office.run(&["show", &protocol(), "--all", "--json"]);
    serde_json::from_slice(&shown.stdout).unwrap_or(serde_json::Value::Null)
}

fn protocol() -> String {
    format!("AR-{}-0001", jiff::Zoned::now().year())
}

async fn ask(office: &Office) {
    let addresses: Vec<String> = (0..PEOPLE).map(|n| format!("pessoa{n:04}@entregue.test")).collect();
    let mut rows: Vec<Vec<&str>> = vec![vec!["Nome", "E-mail"]];
    rows.extend(addresses.iter().map(|it| vec!["Pessoa", it.as_str()]));
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let list = sheet(&rows);
    office
        .write(&Mail {
            from: AREA,
            subject: "Aviso de recesso",
            text: "Bom dia,\n\nSolicito o envio, por e-mail, da mensagem abaixo aos segurados da lista anexa.\n\n\
                   Assunto: Recesso\n\nTexto:\n\nPrezado(a) segurado(a),\n\nO Ipreville estará em recesso de 20 de dezembro \
                   a 6 de janeiro.\n\nObrigada,\nMarlise\n",
            files: &[("lista.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &list)],
            answers: None,
        })
        .await;
}
