//! Each mail that is in the archive is understood, ruled and decided, and ends in exactly one place.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::clock::local;
use super::requests::{Notes, Step};
use super::{Daemon, DaemonError};
use crate::ledger::{MailRow, Place};
use crate::mail::authenticity::{IdentityPolicy, identity};
use crate::mail::incoming::IncomingMail;
use crate::mail::outgoing::OWN_HEADER;
use crate::office::content::ContentFile;
use crate::office::{Class, Decision};
use crate::request::Event;
use crate::rules::{self, MailFacts};
use crate::understanding::{Setting, Understood, understand};

/// Mails decided in one pass before letters and parcels get their turn.
const MAILS_IN_A_PASS: u32 = 200;

/// A mail that ended the process (or could not be decided) this often is put aside for a person.
const TRIES_MAX: u32 = 5;

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

impl Daemon {
    /// Decides mails that are in the archive, in the order in which they came.
    pub(super) async fn decide_mails(&mut self) -> Result<u64, DaemonError> {
        let rows = self.ledger.undecided(MAILS_IN_A_PASS)?;
        let count = rows.len() as u64;
        // What is decided here leaves the house only by letters, parcels and counts, each of which is synced before it
        // does: one sync for all of them. A mail whose decision a power cut takes back is decided again.
        self.ledger.hold();
        let mut done = Ok(());
        for row in rows {
            done = self.decide_mail(row).await;
            if done.is_err() {
                break;
            }
        }
        let stepped = self.receipts_came();
        self.ledger.release()?;
        done.and(stepped).map(|()| count)
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
        self.ledger.count_try(row.id)?;
        if let Some(before) = self.ledger.same_bytes(&row.mail.sha256, row.id)? {
            // Dragged back by hand, or found again under a new number: everything it asked for has been done.
            let reason = "a mesma mensagem já foi tratada";
            let place = if before.place == Place::NoConcern { Place::NoConcern } else { Place::Done };
            return Ok(self.ledger.decide_mail(row.id, place, before.class.as_deref(), Some(reason))?);
        }
        let size = self.archive.size(&row.mail.raw_path)?;
        if size > super::intake::LARGE_BYTES {
            let reason = format!("a mensagem tem {} MB, mais do que é lido aqui", size >> 20);
            return self.quarantine(&row, &reason);
        }
        let raw = self.archive.read(&row.mail.raw_path)?;
        let signed_by = self.signers_of(&raw).await;
        let read = || self.understood(&raw, row.mail.received_at, signed_by);
        let mut in_hand = match catch_unwind(AssertUnwindSafe(read)) {
            Ok(Ok((mail, understood, decision))) => {
                InHand { row, raw, mail, understood, decision, brought: Brought::default() }
            }
            Ok(Err(reason)) => return self.quarantine(&row, &reason),
            // What a reader of foreign bytes could not survive is no reason to stop the post of a whole office.
            Err(_) => return self.quarantine(&row, "o conteúdo desta mensagem não pôde ser lido"),
        };
        self.answer_proves(&in_hand.mail)?;
        if self.is_own(&in_hand)? {
            if self.canary_arrived(in_hand.mail.message_id.as_deref().unwrap_or_default())? {
                let reason = "a verificação automática voltou";
                return Ok(self.ledger.decide_mail(in_hand.row.id, Place::Done, Some("own"), Some(reason))?);
            }
            return Ok(self.ledger.decide_mail(
                in_hand.row.id,
                Place::NoConcern,
                Some("own"),
                Some("nossa própria mensagem"),
            )?);
        }
        if self.was_delivered_twice(&in_hand)? {
            let reason = "a mesma mensagem foi entregue duas vezes";
            return Ok(self.ledger.decide_mail(in_hand.row.id, Place::Done, Some("request"), Some(reason))?);
        }
        if self.together(|it| it.desk_decides(&in_hand))? {
            return Ok(());
        }
        tracing::info!(mail = in_hand.row.id.0, class = ?in_hand.understood.facts.class, rule = in_hand.decision.rule, "understood");
        if in_hand.understood.facts.class == Class::Request {
            return self.new_request(&mut in_hand).await;
        }
        if in_hand.understood.facts.class == Class::ReplyToRequest {
            in_hand.brought = self.brought_by(&in_hand).await;
        }
        self.together(|it| it.decide_by_class(&in_hand))
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
        let Some(from) = mail.sender_address() else { return Vec::new() };
        let office = &self.rules.office;
        let has_a_say = office.is_internal(from)
            || office.is_own(from)
            || office.is_approver(from)
            || office.is_call_center(from)
            || !office.areas_of(from).is_empty();
        if has_a_say { checker.signers(raw, &mail).await } else { Vec::new() }
    }

    /// The mail read, understood and ruled; a reason in Portuguese if it goes beyond what is read.
    fn understood(
        &self,
        raw: &[u8],
        at: i64,
        signed_by: Vec<String>,
    ) -> Result<(IncomingMail, Understood, Decision), String> {
        let mut mail =
            IncomingMail::parse(raw).map_err(|it| format!("a mensagem passa dos limites de leitura: {it}"))?;
        mail.signed_by = signed_by;
        let known = self.known_list.get_or_init(|| self.known.values().cloned().collect());
        let identity = self.identity_policy();
        let setting = Setting {
            office: &self.rules.office,
            vocabulary: &self.rules.vocabulary,
            identity: &identity,
            known,
            holidays: &self.policy.holidays,
            media: &self.rules.media,
            now: local(at, &self.policy.zone),
        };
        let understood = understand(&mail, &setting);
        let attachments: Vec<String> = mail.attachments.iter().map(|it| it.name.clone()).collect();
        let facts = MailFacts {
            from: mail.sender_address(),
            subject: &mail.subject,
            attachments: &attachments,
            today: setting.now.date(),
        };
        let decision = rules::decide(&self.rules, &understood.facts, &facts);
        Ok((mail, understood, decision))
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
