//! Each mail that is in the archive is understood, ruled and decided, and ends in exactly one place.
//!
//! ```text
//! undecided, in their order:  quiet quiet quiet quiet │ request │ quiet quiet … │ tried before │ …
//!                             read ahead, one transaction │ by itself  │
//! ```
//! A mail is quiet if nothing that a later mail is understood by depends on it: a receipt, an answering machine, what is
//! no concern of ours. If the transaction of several fails, each is decided by itself, so that the bad one alone is put
//! aside; one that ended the process is not read ahead a second time.

use std::collections::{BTreeSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;

use super::clock::local;
use super::requests::{Notes, Step};
use super::{Daemon, DaemonError};
use crate::archive::Archive;
use crate::ledger::{MailId, MailRow, Place};
use crate::mail::authenticity::{IdentityPolicy, identity};
use crate::mail::dsn::NoticeKind;
use crate::mail::incoming::IncomingMail;
use crate::mail::outgoing::OWN_HEADER;
use crate::office::content::ContentFile;
use crate::office::{Class, Decision, Facts, KnownRequest, OfficeBook};
use crate::request::{Event, Policy};
use crate::rules::{self, RuleSet};
use crate::understanding::{Setting, Understood, understand};

/// Mails decided in one pass before letters and parcels get their turn.
const MAILS_IN_A_PASS: u32 = 500;

/// A mail that ended the process (or could not be decided) this often is put aside for a person.
const TRIES_MAX: u32 = 5;

/// So many mails are read ahead at most, and decided in one transaction as far as they are quiet.
const AHEAD_MAX: usize = 64;

/// …unless they have more bytes together.
const AHEAD_BYTES: u64 = 1 << 20;

/// Fewer are read on one processor: a thread costs more than a mail.
const AHEAD_APART: usize = 8;

/// A mail in hand.
pub(super) struct InHand {
    pub row: MailRow,
    pub raw: Vec<u8>,
    pub mail: IncomingMail,
    pub understood: Understood,
    pub decision: Decision,
    /// What a reply brings, as WhatsApp takes it.
    pub brought: Brought,
}

/// The files of a reply, brought to what WhatsApp takes (step 24).
#[derive(Default)]
pub(super) struct Brought {
    /// What can go.
    pub files: Vec<ContentFile>,
    /// What was converted, and what cannot go.
    pub notes: Notes,
}

/// A mail that was read before its turn.
enum Ahead {
    Read(Box<InHand>),
    /// Something about it is out of the ordinary.
    Aside(MailRow),
}

impl Ahead {
    /// Whether nothing that a later mail is understood by depends on this one.
    fn is_quiet(&self) -> bool {
        let Self::Read(in_hand) = self else { return false };
        match in_hand.understood.facts.class {
            Class::DeliveryReceipt | Class::AutoReply | Class::Unauthorized | Class::Unrelated => true,
            Class::Request
            | Class::ReplyToRequest
            | Class::Approval
            | Class::Cancellation
            | Class::CallCenterReport
            | Class::InsuredReply => false,
        }
    }

    fn into_row(self) -> MailRow {
        match self {
            Self::Read(in_hand) => in_hand.row,
            Self::Aside(row) => row,
        }
    }
}

/// What mails are understood by, besides themselves.
#[derive(Clone)]
struct Around {
    rules: Arc<RuleSet>,
    identity: IdentityPolicy,
    known: Arc<[KnownRequest]>,
    policy: Arc<Policy>,
    archive: Archive,
    /// Whether the signature of a sender with a say has to be looked up first.
    checks_signatures: bool,
}

impl Around {
    /// What a mail asks, and what the rules say to it.
    fn understood(&self, mail: &IncomingMail, at: i64) -> (Understood, Decision) {
        let now = local(at, &self.policy.zone);
        // Notices come by the thousand, and no rule decides on them: their words are not read.
        if matches!(mail.notice.kind, NoticeKind::Dsn | NoticeKind::Mdn) {
            let understood = Understood::of(Facts::of(Class::DeliveryReceipt));
            let decision = rules::decide_mail(&self.rules, &understood.facts, mail, now.date());
            return (understood, decision);
        }
        let setting = Setting {
            office: &self.rules.office,
            vocabulary: &self.rules.vocabulary,
            identity: &self.identity,
            known: &self.known,
            holidays: &self.policy.holidays,
            media: &self.rules.media,
            now,
        };
        let understood = understand(mail, &setting);
        let decision = rules::decide_mail(&self.rules, &understood.facts, mail, now.date());
        (understood, decision)
    }

    fn read(&self, row: MailRow) -> Ahead {
        if self.archive.size(&row.mail.raw_path).map_or(true, |it| it > super::intake::LARGE_BYTES) {
            return Ahead::Aside(row);
        }
        let Ok(raw) = self.archive.read(&row.mail.raw_path) else { return Ahead::Aside(row) };
        let read = || {
            let mail = parsed(&raw).ok().filter(|it| !self.checks_signatures || !has_a_say(&self.rules.office, it))?;
            let (understood, decision) = self.understood(&mail, row.mail.received_at);
            Some((mail, understood, decision))
        };
        match catch_unwind(AssertUnwindSafe(read)) {
            Ok(Some((mail, understood, decision))) => {
                Ahead::Read(Box::new(InHand { row, raw, mail, understood, decision, brought: Brought::default() }))
            }
            Ok(None) | Err(_) => Ahead::Aside(row),
        }
    }

    fn read_all(&self, rows: Vec<MailRow>) -> Vec<Ahead> {
        rows.into_iter().map(|it| self.read(it)).collect()
    }
}

/// Mails that are read before their turn, in their order.
struct BeingRead(Vec<Part>);

/// Some of them.
enum Part {
    Read(Vec<Ahead>),
    /// They are read beside the work in hand.
    Begun(Vec<MailRow>, JoinHandle<Vec<Ahead>>),
}

impl BeingRead {
    /// Begins to read mails, on two processors where they are many.
    fn begin(around: &Around, mut rows: Vec<MailRow>) -> Self {
        if rows.len() < AHEAD_APART {
            return Self(vec![Part::Read(around.read_all(rows))]);
        }
        let second = rows.split_off(rows.len() / 2);
        let begin = |rows: Vec<MailRow>| {
            let (around, given) = (around.clone(), rows.clone());
            match std::thread::Builder::new().spawn(move || around.read_all(given)) {
                Ok(worker) => Part::Begun(rows, worker),
                Err(_) => Part::Read(rows.into_iter().map(Ahead::Aside).collect()),
            }
        };
        Self(vec![begin(rows), begin(second)])
    }

    fn done(self) -> Vec<Ahead> {
        let read = self.0.into_iter().flat_map(|it| match it {
            Part::Read(read) => read,
            // Where a worker does not come back, its mails are decided by themselves.
            Part::Begun(rows, worker) => worker.join().unwrap_or_else(|_| rows.into_iter().map(Ahead::Aside).collect()),
        });
        read.collect()
    }
}

impl Daemon {
    /// Decides mails that are in the archive, in the order in which they came.
    pub(super) async fn decide_mails(&mut self) -> Result<u64, DaemonError> {
        let rows = self.ledger.undecided(MAILS_IN_A_PASS)?;
        let count = rows.len() as u64;
        // What is decided here leaves the house only by letters, parcels and counts, each of which is synced before it
        // does: one sync for all of them. A mail whose decision a power cut takes back is decided again.
        self.ledger.hold();
        let done = self.decide_all(rows.into()).await;
        let stepped = self.receipts_came();
        self.ledger.release()?;
        done.and(stepped).map(|()| count)
    }

    async fn decide_all(&mut self, mut rows: VecDeque<MailRow>) -> Result<(), DaemonError> {
        // A try is counted once a pass, however often a mail is read ahead in it.
        let mut counted: BTreeSet<MailId> = BTreeSet::new();
        let mut most = 1;
        let mut next: Option<BeingRead> = None;
        loop {
            // A stop is heard between two batches: the rest is decided after the next start.
            tokio::task::yield_now().await;
            if self.is_stopping() {
                return Ok(());
            }
            self.alive();
            let read = match next.take() {
                Some(read) => read,
                None => {
                    let Some(row) = rows.pop_front() else { return Ok(()) };
                    if row.tries > 0 {
                        self.decide_mail(row).await?;
                        continue;
                    }
                    self.read_ahead(row, &mut rows, most, &mut counted)?
                }
            };
            // Where nothing but quiet mails came, the next ones are read while these are decided.
            if most == AHEAD_MAX
                && rows.front().is_some_and(|it| it.tries == 0)
                && let Some(row) = rows.pop_front()
            {
                next = Some(self.read_ahead(row, &mut rows, most, &mut counted)?);
            }
            let mut quiet = read.done();
            let mut others = quiet.split_off(quiet.iter().take_while(|it| it.is_quiet()).count()).into_iter();
            self.decide_together(&quiet)?;
            most = if others.len() == 0 { (most * 2).min(AHEAD_MAX) } else { 1 };
            let Some(first) = others.next() else { continue };
            match first {
                Ahead::Read(in_hand) => self.decide_in_hand(*in_hand).await?,
                Ahead::Aside(row) => self.decide_counted(row).await?,
            }
            // What these are understood by may be another now.
            let behind = others.chain(next.take().map(BeingRead::done).unwrap_or_default());
            behind.rev().for_each(|it| rows.push_front(it.into_row()));
        }
    }

    /// Counts a try of a mail and of those behind it, and begins to read them.
    fn read_ahead(
        &mut self,
        first: MailRow,
        rows: &mut VecDeque<MailRow>,
        most: usize,
        counted: &mut BTreeSet<MailId>,
    ) -> Result<BeingRead, DaemonError> {
        let ahead = self.take_ahead(first, rows, most);
        let new: Vec<MailId> = ahead.iter().map(|it| it.id).filter(|it| counted.insert(*it)).collect();
        self.ledger.count_tries(&new)?;
        Ok(BeingRead::begin(&self.around(), ahead))
    }

    /// A mail and those behind it that are read ahead with it.
    fn take_ahead(&self, first: MailRow, rows: &mut VecDeque<MailRow>, most: usize) -> Vec<MailRow> {
        let size = |row: &MailRow| self.archive.size(&row.mail.raw_path).unwrap_or(AHEAD_BYTES);
        let mut bytes = if most > 1 { size(&first) } else { 0 };
        let mut ahead = vec![first];
        while ahead.len() < most
            && let Some(next) = rows.front().filter(|it| it.tries == 0)
        {
            bytes = bytes.saturating_add(size(next));
            if bytes > AHEAD_BYTES {
                break;
            }
            ahead.extend(rows.pop_front());
        }
        ahead
    }

    /// Quiet mails in one transaction; if that fails, each in its own.
    fn decide_together(&mut self, quiet: &[Ahead]) -> Result<(), DaemonError> {
        let mails = || {
            quiet.iter().filter_map(|it| match it {
                Ahead::Read(in_hand) => Some(in_hand),
                Ahead::Aside(_) => None,
            })
        };
        if quiet.is_empty() {
            return Ok(());
        }
        let Err(error) = self.together(|it| mails().try_for_each(|mail| it.decide_quiet(mail))) else { return Ok(()) };
        if quiet.len() == 1 {
            return Err(error);
        }
        tracing::warn!(mails = quiet.len(), reason = %error, "could not be decided together; each by itself now");
        mails().try_for_each(|mail| self.together(|it| it.decide_quiet(mail)))
    }

    fn decide_quiet(&mut self, in_hand: &InHand) -> Result<(), DaemonError> {
        if self.is_settled(in_hand)? { Ok(()) } else { self.decide_by_class(in_hand) }
    }

    /// Requests of which receipts were recorded: what follows from that is decided once for all of them.
    fn receipts_came(&mut self) -> Result<(), DaemonError> {
        for (request, channel) in std::mem::take(&mut self.receipts_of) {
            let figures = self.figures(request, channel)?;
            self.step(Some(request), Event::ReceiptsCame(figures), Step::default())?;
        }
        Ok(())
    }

    async fn decide_mail(&mut self, row: MailRow) -> Result<(), DaemonError> {
        if row.tries >= TRIES_MAX {
            return self.quarantine(&row, "o processamento desta mensagem falhou cinco vezes");
        }
        self.ledger.count_tries(&[row.id])?;
        self.decide_counted(row).await
    }

    /// Decides a mail whose try was counted.
    async fn decide_counted(&mut self, row: MailRow) -> Result<(), DaemonError> {
        if self.came_before(&row)? {
            return Ok(());
        }
        let size = self.archive.size(&row.mail.raw_path)?;
        if size > super::intake::LARGE_BYTES {
            let reason = format!("a mensagem tem {} MB, mais do que é lido aqui", size >> 20);
            return self.quarantine(&row, &reason);
        }
        let raw = self.archive.read(&row.mail.raw_path)?;
        let signed_by = self.signers_of(&raw).await;
        let read = || {
            let mut mail = parsed(&raw)?;
            mail.signed_by = signed_by;
            let (understood, decision) = self.around().understood(&mail, row.mail.received_at);
            Ok::<_, String>((mail, understood, decision))
        };
        let in_hand = match catch_unwind(AssertUnwindSafe(read)) {
            Ok(Ok((mail, understood, decision))) => {
                InHand { row, raw, mail, understood, decision, brought: Brought::default() }
            }
            Ok(Err(reason)) => return self.quarantine(&row, &reason),
            // What a reader of foreign bytes could not survive is no reason to stop the post of a whole office.
            Err(_) => return self.quarantine(&row, "o conteúdo desta mensagem não pôde ser lido"),
        };
        self.decide_in_hand(in_hand).await
    }

    async fn decide_in_hand(&mut self, mut in_hand: InHand) -> Result<(), DaemonError> {
        if self.is_settled(&in_hand)? {
            return Ok(());
        }
        if in_hand.understood.facts.class == Class::Request {
            return self.new_request(&mut in_hand).await;
        }
        if in_hand.understood.facts.class == Class::ReplyToRequest {
            in_hand.brought = self.brought_by(&in_hand).await;
        }
        self.together(|it| it.decide_by_class(&in_hand))
    }

    /// The same bytes once more: dragged back by hand, or found again under a new number. Everything that they asked
    /// for has been done.
    fn came_before(&mut self, row: &MailRow) -> Result<bool, DaemonError> {
        let Some(before) = self.ledger.same_bytes(&row.mail.sha256, row.id)? else { return Ok(false) };
        let reason = "a mesma mensagem já foi tratada";
        let place = if before.place == Place::NoConcern { Place::NoConcern } else { Place::Done };
        self.ledger.decide_mail(row.id, place, before.class.as_deref(), Some(reason))?;
        Ok(true)
    }

    /// Whether a mail needs no judgement of what it asks: it came before, it is our own, or the desk decides by it.
    fn is_settled(&mut self, in_hand: &InHand) -> Result<bool, DaemonError> {
        if self.came_before(&in_hand.row)? {
            return Ok(true);
        }
        self.answer_proves(&in_hand.mail)?;
        if self.is_own(in_hand)? {
            let canary = self.canary_arrived(in_hand.mail.message_id.as_deref().unwrap_or_default())?;
            let (place, reason) = if canary {
                (Place::Done, "a verificação automática voltou")
            } else {
                (Place::NoConcern, "nossa própria mensagem")
            };
            self.ledger.decide_mail(in_hand.row.id, place, Some("own"), Some(reason))?;
            return Ok(true);
        }
        if self.was_delivered_twice(in_hand)? {
            let reason = "a mesma mensagem foi entregue duas vezes";
            self.ledger.decide_mail(in_hand.row.id, Place::Done, Some("request"), Some(reason))?;
            return Ok(true);
        }
        if self.together(|it| it.desk_decides(in_hand))? {
            return Ok(true);
        }
        tracing::info!(mail = in_hand.row.id.0, class = ?in_hand.understood.facts.class, rule = in_hand.decision.rule, "understood");
        Ok(false)
    }

    /// The files of a reply as WhatsApp takes them: converted before its transaction, for that takes its time.
    async fn brought_by(&self, in_hand: &InHand) -> Brought {
        let mut brought = Brought::default();
        for it in &in_hand.understood.attachments {
            let (name, mime) = (it.name.clone(), it.mime.clone());
            let file = ContentFile { name, mime, content_id: None, bytes: it.bytes.clone() };
            self.for_whatsapp(file, &mut brought.files, &mut brought.notes, &mut BTreeSet::new()).await;
        }
        brought
    }

    /// What a mail does by its class; its place, its letters and all news in it stay together or not at all.
    fn decide_by_class(&mut self, in_hand: &InHand) -> Result<(), DaemonError> {
        match in_hand.understood.facts.class {
            Class::ReplyToRequest => self.reply(in_hand),
            Class::Approval => self.approval(in_hand),
            Class::Cancellation => self.cancellation(in_hand),
            Class::DeliveryReceipt => self.receipt(in_hand),
            Class::CallCenterReport => self.report(in_hand),
            Class::InsuredReply => self.insured_reply(in_hand),
            Class::AutoReply => Ok(self.ledger.decide_mail(
                in_hand.row.id,
                Place::Done,
                Some("auto-reply"),
                Some("resposta automática"),
            )?),
            Class::Unauthorized => self.unauthorized(in_hand),
            Class::Request | Class::Unrelated => self.unrelated(in_hand),
        }
    }

    /// The mail hosts whose signatures over a mail are good, where that is checked here and the sender would have a say.
    async fn signers_of(&self, raw: &[u8]) -> Vec<String> {
        let Some(checker) = &self.signatures else { return Vec::new() };
        let Ok(Ok(mail)) = catch_unwind(|| IncomingMail::parse(raw)) else { return Vec::new() };
        if has_a_say(&self.rules.office, &mail) { checker.signers(raw, &mail).await } else { Vec::new() }
    }

    fn around(&self) -> Around {
        let known = self.known_list.get_or_init(|| self.known.values().cloned().collect());
        Around {
            rules: Arc::clone(&self.rules),
            identity: self.identity_policy(),
            known: Arc::clone(known),
            policy: Arc::clone(&self.policy),
            archive: self.archive.clone(),
            checks_signatures: self.signatures.is_some(),
        }
    }

    fn identity_policy(&self) -> IdentityPolicy {
        IdentityPolicy {
            authserv_id: self.config.identity.authserv_id.clone(),
            exchange_internal: self.config.identity.exchange_internal,
        }
    }

    /// Whether our own server vouches for the sender of a mail.
    pub(super) fn is_proven(&self, mail: &IncomingMail) -> bool {
        identity(mail, &self.identity_policy()).trusted
    }

    /// A mail of ours that came back to the mailbox (a copy to ourselves, a rule, an alias): known by its header,
    /// and by its Message-ID where headers were rewritten.
    fn is_own(&self, in_hand: &InHand) -> Result<bool, DaemonError> {
        let from_us = in_hand.mail.sender_address().is_some_and(|it| self.rules.office.is_own(it));
        if from_us && in_hand.mail.headers.has(OWN_HEADER) {
            return Ok(true);
        }
        let Some(id) = &in_hand.mail.message_id else { return Ok(false) };
        let known = self.ledger.request_of_message(id)?;
        Ok(known.is_some_and(|(_, kind)| kind != "request" && kind != "reply"))
    }

    /// The same mail delivered twice by a server: one Message-ID, one content, other Received lines.
    fn was_delivered_twice(&self, in_hand: &InHand) -> Result<bool, DaemonError> {
        let Some(id) = &in_hand.row.mail.message_id else { return Ok(false) };
        for earlier in self.ledger.same_message_id(id, in_hand.row.id)? {
            if earlier.mail.raw_path.is_empty() {
                continue;
            }
            let Ok(raw) = self.archive.read(&earlier.mail.raw_path) else { continue };
            let Ok(other) = IncomingMail::parse(&raw) else { continue };
            let files = |mail: &IncomingMail| mail.attachments.iter().map(|it| it.bytes.clone()).collect::<Vec<_>>();
            let same = other.plain == in_hand.mail.plain
                && other.html == in_hand.mail.html
                && other.subject == in_hand.mail.subject
                && files(&other) == files(&in_hand.mail);
            if same {
                return Ok(true);
            }
            tracing::warn!(mail = in_hand.row.id.0, "another mail bears a Message-ID that was used before");
        }
        Ok(false)
    }
}

/// A mail by its parts; a reason in Portuguese if it goes beyond what is read.
fn parsed(raw: &[u8]) -> Result<IncomingMail, String> {
    IncomingMail::parse(raw).map_err(|it| format!("a mensagem passa dos limites de leitura: {it}"))
}

/// Whether the sender of a mail, if it is the one it claims, may ask for or decide something.
fn has_a_say(office: &OfficeBook, mail: &IncomingMail) -> bool {
    mail.sender_address().is_some_and(|from| {
        office.is_internal(from)
            || office.is_own(from)
            || office.is_approver(from)
            || office.is_call_center(from)
            || !office.areas_of(from).is_empty()
    })
}
