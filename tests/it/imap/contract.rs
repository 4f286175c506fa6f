//! What every mailbox promises, run against a real Dovecot and a Maildir.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use carteiro::{
    mailbox::{
        Account, Arrival, Batch, Body, Budget, Fingerprint, Mailbox, MailboxError, Maildir, Place, Position, Role, Why,
        Woken,
    },
    office::MessageId,
};

use crate::mailhost::MailHost;

/// A mailbox under test, and how mail gets into it.
struct Box_ {
    host: Option<Arc<MailHost>>,
    user: String,
    dir: tempfile::TempDir,
}

impl Box_ {
    fn both(name: &str) -> [Self; 2] {
        let user = format!("contrato-{name}@ipreville.test");
        let dir = || tempfile::tempdir().unwrap();
        [Self { host: Some(MailHost::shared()), user: user.clone(), dir: dir() }, Self { host: None, user, dir: dir() }]
    }

    fn account(&self, role: Role) -> Account {
        match &self.host {
            Some(host) => host.account(&self.user, role),
            None => Account { name: self.user.clone(), place: Place::Maildir(self.maildir()), role },
        }
    }

    async fn open(&self, role: Role) -> Mailbox {
        Mailbox::open(&self.account(role)).await.unwrap()
    }

    fn maildir(&self) -> PathBuf {
        match &self.host {
            Some(host) => {
                let (local, domain) = self.user.split_once('@').unwrap();
                host.dir().join("mail").join(domain).join(local)
            }
            None => self.dir.path().join("caixa"),
        }
    }

    async fn deliver(&self, raw: &[u8]) {
        match &self.host {
            Some(host) => {
                host.submit("previdencia@ipreville.test", &[&self.user], raw).await;
            }
            None => {
                Maildir::deliver(&self.maildir(), raw).unwrap();
            }
        }
    }

    /// Delivers, and waits until it stands there.
    async fn deliver_and_wait(&self, raw: &[u8]) {
        let before = files_in(&self.maildir());
        self.deliver(raw).await;
        let until = std::time::Instant::now() + crate::mailhost::DEADLINE;
        while files_in(&self.maildir()) <= before {
            assert!(std::time::Instant::now() < until, "it did not arrive");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn budget(&self) -> Budget {
        Budget::with_spool(self.dir.path().to_owned())
    }
}

fn files_in(maildir: &Path) -> usize {
    let count = |part: &str| std::fs::read_dir(maildir.join(part)).map_or(0, Iterator::count);
    count("new") + count("cur")
}

fn mail(subject: &str, text: &str) -> Vec<u8> {
    format!(
        "From: previdencia@ipreville.test\r\nMessage-ID: <{subject}@x.test>\r\nSubject: {subject}\r\n\r\n{text}\r\n"
    )
    .into_bytes()
}

fn batch(arrival: Arrival) -> Batch {
    let Arrival::Batch(batch) = arrival else { panic!("{arrival:?}") };
    batch
}

fn subjects(batch: &Batch) -> Vec<String> {
    let subject = |raw: &[u8]| {
        let text = String::from_utf8_lossy(raw).into_owned();
        text.lines().find_map(|it| it.strip_prefix("Subject: ").map(str::to_owned)).unwrap()
    };
    batch
        .mails
        .iter()
        .map(|it| match &it.body {
            Body::Bytes(raw) => subject(raw),
            Body::File(path) => subject(&std::fs::read(path).unwrap()),
        })
        .collect()
}

const START: Position = Position { uid_validity: 0, last_uid: 0 };

#[tokio::test]
async fn mail_comes_in_order_each_once_and_in_batches() {
    for place in Box_::both("ordem") {
        let mut mailbox = place.open(Role::Requests).await;
        let start = mailbox.end().await.unwrap();
        for number in 1..=5 {
            place.deliver_and_wait(&mail(&format!("m{number}"), "bom dia")).await;
        }
        let mut budget = place.budget();
        budget.mails = 2;
        let (mut position, mut all) = (start, Vec::new());
        for _ in 0..4 {
            let got = batch(mailbox.new_since(position, &budget).await.unwrap());
            assert!(got.mails.len() <= 2 && got.unread.is_empty());
            all.extend(subjects(&got));
            position = got.position;
        }
        assert_eq!(all, ["m1", "m2", "m3", "m4", "m5"]);
        let nothing = batch(mailbox.new_since(position, &budget).await.unwrap());
        assert!(nothing.mails.is_empty() && !nothing.more && nothing.position == position);
        // Another session, the same numbers.
        let mut again = place.open(Role::Requests).await;
        let tail =
            batch(again.new_since(Position { last_uid: position.last_uid - 1, ..position }, &budget).await.unwrap());
        assert_eq!(subjects(&tail), ["m5"]);
    }
}

#[tokio::test]
async fn a_position_of_another_numbering_is_said_to_be_one_and_fingerprints_tell_what_is_known() {
    for place in Box_::both("numeracao") {
        let raw = mail("conhecida", "texto");
        place.deliver_and_wait(&raw).await;
        let mut mailbox = place.open(Role::Requests).await;
        let arrival = mailbox.new_since(START, &place.budget()).await.unwrap();
        let Arrival::Renumbered { now } = arrival else { panic!("{arrival:?}") };
        assert_eq!(now.last_uid, 1);
        let got = batch(mailbox.new_since(Position { last_uid: 0, ..now }, &place.budget()).await.unwrap());
        let Body::Bytes(archived) = &got.mails[0].body else { panic!() };
        let prints = mailbox.fingerprints(1, now.last_uid).await.unwrap();
        assert_eq!(prints.len(), 1);
        assert!(prints[0].is_same_mail(&Fingerprint::of(archived)));
        assert_eq!((prints[0].uid, prints[0].size), (1, archived.len() as u64));
    }
}

#[tokio::test]
async fn moved_mail_leaves_the_mailbox_and_stands_whole_in_its_folder() {
    for place in Box_::both("mover") {
        for number in 1..=4 {
            place.deliver_and_wait(&mail(&format!("m{number}"), "x")).await;
        }
        let mut mailbox = place.open(Role::Requests).await;
        let end = mailbox.end().await.unwrap();
        // A folder that is not there yet, with a level and an accent; one number that never was.
        mailbox.move_all(&[1, 2, 4, 999], "Processados/Concluído").await.unwrap();
        let rest = batch(mailbox.new_since(Position { last_uid: 0, ..end }, &place.budget()).await.unwrap());
        assert_eq!(subjects(&rest), ["m3"]);
        for (subject, expected) in [("m1", true), ("m2", true), ("m3", false), ("m4", true)] {
            let id = MessageId::new(&format!("{subject}@x.test"));
            assert_eq!(mailbox.has_message("Processados/Concluído", &id).await.unwrap(), expected, "{subject}");
        }
        // Asked again, nothing happens twice.
        mailbox.move_all(&[1, 2, 4], "Processados/Concluído").await.unwrap();
        // The mailbox itself is still the one that is read.
        place.deliver_and_wait(&mail("m5", "x")).await;
        let new = batch(mailbox.new_since(end, &place.budget()).await.unwrap());
        assert_eq!(subjects(&new), ["m5"]);
    }
}

#[tokio::test]
async fn a_mailbox_for_returns_is_never_changed() {
    for place in Box_::both("retornos") {
        place.deliver_and_wait(&mail("m1", "x")).await;
        let mut mailbox = place.open(Role::Returns).await;
        let end = mailbox.end().await.unwrap();
        let start = Position { last_uid: 0, ..end };
        let got = batch(mailbox.new_since(start, &place.budget()).await.unwrap());
        assert_eq!(subjects(&got), ["m1"]);
        assert!(!got.mails[0].seen.is_read);
        let only_read = |it: Result<(), MailboxError>| assert!(matches!(it, Err(MailboxError::OnlyRead { .. })));
        only_read(mailbox.move_all(&[1], "Processados").await);
        only_read(mailbox.append("INBOX", b"Subject: x\r\n\r\n").await);
        only_read(mailbox.create_folder("Processados").await);
        drop(mailbox);
        // As somebody else sees it afterwards: unread.
        let mut other = place.open(Role::Requests).await;
        let seen = batch(other.new_since(start, &place.budget()).await.unwrap());
        assert!(!seen.mails[0].seen.is_read, "reading marked it read");
    }
}

#[tokio::test]
async fn a_large_mail_goes_to_a_file_byte_for_byte() {
    for place in Box_::both("grande") {
        let mut raw = mail("grande", "");
        for number in 0_u32..190_000 {
            raw.extend_from_slice(
                format!("linha {number:06} de um anexo grande, em base64: AAAAAAAAAAAAAAAAAAAAAAAAAA\r\n").as_bytes(),
            );
        }
        assert!(raw.len() > 12_000_000);
        let mut mailbox = place.open(Role::Requests).await;
        let end = mailbox.end().await.unwrap();
        mailbox.append("INBOX", &raw).await.unwrap();
        mailbox.append("INBOX", &mail("pequena", "x")).await.unwrap();
        let start = Position { last_uid: 0, ..end };
        let first = batch(mailbox.new_since(start, &place.budget()).await.unwrap());
        assert_eq!(subjects(&first), ["grande"]);
        assert!(first.more);
        let Body::File(path) = &first.mails[0].body else { panic!("12 MB in memory") };
        assert!(std::fs::read(path).unwrap() == raw, "the bytes are others");
        let second = batch(mailbox.new_since(first.position, &place.budget()).await.unwrap());
        assert_eq!(subjects(&second), ["pequena"]);
    }
}

#[tokio::test]
async fn waiting_ends_when_mail_comes_and_when_the_time_is_over() {
    for place in Box_::both("espera") {
        let mut mailbox = place.open(Role::Requests).await;
        let mut position = mailbox.end().await.unwrap();
        position = batch(mailbox.new_since(position, &place.budget()).await.unwrap()).position;
        assert_eq!(mailbox.wait(Duration::from_millis(300)).await.unwrap(), Woken::Elapsed);
        for number in 1..=2 {
            let waiting = mailbox.wait(Duration::from_secs(30));
            let delivering = async {
                tokio::time::sleep(Duration::from_millis(100)).await;
                place.deliver(&mail(&format!("m{number}"), "x")).await;
            };
            let (woken, ()) = tokio::join!(waiting, delivering);
            assert_eq!(woken.unwrap(), Woken::News);
            let got = batch(mailbox.new_since(position, &place.budget()).await.unwrap());
            assert_eq!(subjects(&got), [format!("m{number}")]);
            position = got.position;
        }
    }
}

#[tokio::test]
async fn a_wait_that_is_dropped_leaves_the_mailbox_usable_and_loses_nothing() {
    for place in Box_::both("largada") {
        let mut mailbox = place.open(Role::Requests).await;
        let end = mailbox.end().await.unwrap();
        let position = batch(mailbox.new_since(end, &place.budget()).await.unwrap()).position;
        for millis in [0, 1, 5, 50] {
            let _ = tokio::time::timeout(Duration::from_millis(millis), mailbox.wait(Duration::from_secs(60))).await;
        }
        place.deliver_and_wait(&mail("m1", "x")).await;
        let got = batch(mailbox.new_since(position, &place.budget()).await.unwrap());
        assert_eq!(subjects(&got), ["m1"]);
    }
}

#[tokio::test]
async fn mail_that_somebody_took_away_is_gone_and_not_an_error() {
    for place in Box_::both("sumiu") {
        place.deliver_and_wait(&mail("m1", "x")).await;
        place.deliver_and_wait(&mail("m2", "x")).await;
        let mut mailbox = place.open(Role::Requests).await;
        let got = mailbox.fetch(&[1, 2, 77], &place.budget()).await.unwrap();
        assert_eq!(subjects(&got), ["m1", "m2"]);
        assert_eq!(got.unread.iter().map(|it| (it.seen.uid, it.why)).collect::<Vec<_>>(), [(77, Why::Gone)]);
        let mut person = place.open(Role::Requests).await;
        person.move_all(&[1], "Lixo").await.unwrap();
        let got = mailbox.fetch(&[1, 2], &place.budget()).await.unwrap();
        assert_eq!(subjects(&got), ["m2"]);
        assert_eq!(got.unread[0].why, Why::Gone);
    }
}

#[tokio::test]
async fn our_copy_is_found_in_sent_by_its_message_id() {
    for place in Box_::both("enviados") {
        let mut mailbox = place.open(Role::Requests).await;
        mailbox.append("Enviados", &mail("copia", "x")).await.unwrap();
        assert!(mailbox.has_message("Enviados", &MessageId::new("<copia@x.test>")).await.unwrap());
        assert!(!mailbox.has_message("Enviados", &MessageId::new("<outra@x.test>")).await.unwrap());
        let missing = mailbox.has_message("Nao existe", &MessageId::new("<copia@x.test>")).await;
        assert!(missing.is_err(), "a folder that is not there is no evidence: {missing:?}");
        assert!(mailbox.end().await.is_ok());
    }
}

#[tokio::test]
async fn a_folder_name_that_could_reach_elsewhere_is_refused() {
    for place in Box_::both("nomes") {
        place.deliver_and_wait(&mail("m1", "x")).await;
        let mut mailbox = place.open(Role::Requests).await;
        for name in ["", "a\r\nA1 LOGOUT", "a\u{0}b"] {
            let refused = mailbox.move_all(&[1], name).await;
            assert!(matches!(refused, Err(MailboxError::Refused { .. })), "{name:?}: {refused:?}");
        }
        assert!(mailbox.end().await.is_ok());
    }
    let place = &Box_::both("nomes")[1];
    let mut maildir = place.open(Role::Requests).await;
    for name in ["../fora", "a/../../b", "/etc", "a..b"] {
        assert!(maildir.create_folder(name).await.is_err(), "{name}");
    }
}
