//! What comes back: delivery notices, reports of the call center, answers of insured people.

use super::breaker::Talk;
use super::mails::InHand;
use super::requests::{Step, class_name};
use super::{Daemon, DaemonError};
use crate::ledger::{News, Place};
use crate::mail::dsn::{Notice, NoticeKind};
use crate::office::content::ContentFile;
use crate::office::{Channel, EmailAddress, MessageId, Protocol, RecipientState, ReportFacts, RequestId};
use crate::phrases::{About, Held, InsuredThanks, Phrase, Quoted};
use crate::request::{Event, State, Thread};
use crate::sheets::report::{Belonging, Report, belonging_of, protocols_in};

/// Lines of a mail that are quoted to people.
const QUOTED_CHARS_MAX: usize = 2000;

/// A report comes at most this long after its package, in seconds.
const REPORT_LATE_SECS: i64 = 90 * 86_400;

/// Why a report is left to a person.
const NO_REQUEST: &str = "um relatório do call center que não se sabe de que pedido é";

impl Daemon {
    /// A delivery notice or read receipt: it counts only with an id *and* a recipient of ours.
    pub(super) fn receipt(&mut self, in_hand: &InHand) -> Result<(), DaemonError> {
        let notice = &in_hand.mail.notice;
        let class = class_name(in_hand);
        let Some((request, channel)) = self.request_of_notice(notice)? else {
            return self.stray_receipt(in_hand, notice);
        };
        let news: Vec<News> = notice
            .recipients
            .iter()
            .filter_map(|one| {
                let state = one.outcome.state()?;
                let contact = [Some(&one.address), one.final_address.as_ref()]
                    .into_iter()
                    .flatten()
                    .find(|it| self.is_person_of(request, channel, it))
                    .unwrap_or(&one.address);
                Some(News {
                    contact: contact.to_ascii_lowercase(),
                    state,
                    status: one.status.clone(),
                    note: one.diagnostic.clone(),
                })
            })
            .collect();
        let now = self.clock.now();
        let mail = (in_hand.row.id, Place::Done, class);
        let (known, changed) = self.ledger.take_return(request, channel, mail, "receipt", &news, now)?;
        tracing::info!(request = request.0, recipients = known, changed, "receipt");
        if known == 0 {
            return self.stray_receipt(in_hand, notice);
        }
        self.notice_proves(request, notice)?;
        if changed > 0 {
            self.receipts_of.insert((request, channel));
        }
        Ok(())
    }

    fn is_person_of(&self, request: RequestId, channel: Channel, contact: &str) -> bool {
        self.ledger.people_of(request, channel, &contact.to_ascii_lowercase()).is_ok_and(|it| !it.is_empty())
    }

    /// A notice that names nothing of ours changes nothing; one about a letter of ours is told to the desk.
    fn stray_receipt(&mut self, in_hand: &InHand, notice: &Notice) -> Result<(), DaemonError> {
        for id in &notice.original_message_ids {
            if let Some((request, kind)) = self.ledger.request_of_message(id)?
                && kind != "request"
                && kind != "reply"
            {
                let failed = notice.recipients.iter().any(|it| it.outcome.state() == Some(RecipientState::Failed));
                let line = if failed { "uma carta nossa não foi entregue" } else { "recibo de uma carta nossa" };
                self.ledger.tell(request, &format!("{line} ({kind})"), self.clock.now())?;
                let place = if failed { Place::Person } else { Place::Done };
                return Ok(self.ledger.decide_mail(in_hand.row.id, place, Some("delivery-receipt"), Some(line))?);
            }
        }
        let reason = "um recibo que não pertence a nenhum envio nosso";
        Ok(self.ledger.decide_mail(in_hand.row.id, Place::Person, Some("delivery-receipt"), Some(reason))?)
    }

    /// The request and channel that a notice is about.
    pub(super) fn request_of_notice(&self, notice: &Notice) -> Result<Option<(RequestId, Channel)>, DaemonError> {
        if matches!(notice.kind, NoticeKind::NotAReceipt | NoticeKind::AutoReply) {
            return Ok(None);
        }
        let ids = notice.envelope_id.iter().chain(&notice.original_message_ids);
        for id in ids {
            if let Some((_, request, channel)) = self.ledger.parcel_named(id)? {
                return Ok(Some((request, channel)));
            }
            if let Some(found) = self.names_a_person_of_ours(id)? {
                return Ok(Some((found, Channel::Email)));
            }
        }
        Ok(None)
    }

    /// The request that a per-person Message-ID or envelope id names: `ar-2026-0412.s17.…`.
    pub(super) fn names_a_person_of_ours(&self, id: &str) -> Result<Option<RequestId>, DaemonError> {
        let id = MessageId::new(id);
        let Some((protocol, rest)) = id.bare().split_once(".s") else { return Ok(None) };
        if !rest.starts_with(|c: char| c.is_ascii_digit()) {
            return Ok(None);
        }
        Ok(self.ledger.request_named(&Protocol::from_text(protocol))?.map(|it| it.id))
    }

    /// A report of the call center. One that speaks of several requests is told to each of them; what of it cannot be
    /// told for sure to one request is left to a person.
    pub(super) fn report(&mut self, in_hand: &InHand) -> Result<(), DaemonError> {
        let report = crate::understanding::report_of(&in_hand.mail, &self.rules.vocabulary).1;
        let whole = report.clone().unwrap_or_default();
        let parts = if whole.parts.is_empty() { vec![whole.clone()] } else { whole.parts.clone() };
        let mut found = Vec::new();
        let mut left = Vec::new();
        for part in parts {
            match self.request_of_report(in_hand, &part, whole.parts.is_empty())? {
                Ok(request) => found.push((request, part)),
                Err(reason) => left.push(reason),
            }
        }
        let alone = found.len() == 1 && left.is_empty();
        for (request, part) in &found {
            self.report_for(in_hand, *request, part, alone, found.len())?;
        }
        match left.first() {
            Some(reason) => self.hand_to_person(in_hand, reason),
            None => Ok(self.ledger.decide_mail(in_hand.row.id, Place::Done, Some("call-center-report"), None)?),
        }
    }

    /// The request that a report, or a part of one, belongs to: by the protocol in it, by its thread, by the phones in
    /// it. What was only guessed from its words counts as long as the phones do not speak against it.
    fn request_of_report(
        &self,
        in_hand: &InHand,
        part: &Report,
        is_whole: bool,
    ) -> Result<Result<RequestId, String>, DaemonError> {
        let mail = &in_hand.mail;
        let mut named: Vec<RequestId> = Vec::new();
        let mut protocols = part.protocols.clone();
        if is_whole {
            protocols.extend(protocols_in(&mail.subject));
        }
        for protocol in &protocols {
            named.extend(self.ledger.request_named(&Protocol::from_text(protocol))?.map(|it| it.id));
        }
        if named.is_empty() && is_whole {
            for id in mail.in_reply_to.iter().chain(&mail.references) {
                named.extend(self.ledger.request_of_message(MessageId::new(id).as_str())?.map(|(request, _)| request));
            }
        }
        named.sort_unstable();
        named.dedup();
        if let [one] = named.as_slice() {
            return Ok(Ok(*one));
        }
        match self.request_of_phones(part)? {
            Belonging::One(protocol) => {
                let row = self.ledger.request_named(&Protocol::from_text(&protocol))?;
                Ok(row.map(|it| it.id).ok_or_else(|| NO_REQUEST.to_owned()))
            }
            Belonging::Several(protocols) => {
                Ok(Err(format!("um relatório do call center que cabe em {}", protocols.join(" e em "))))
            }
            Belonging::None if !named.is_empty() => {
                Ok(Err("um relatório do call center com mais de um protocolo".to_owned()))
            }
            Belonging::None if part.all_lines().next().is_none() && is_whole => {
                Ok(self.related(in_hand)?.ok_or_else(|| NO_REQUEST.to_owned()))
            }
            Belonging::None => Ok(Err(NO_REQUEST.to_owned())),
        }
    }

    /// The packages at the call center in which the phones of a report are found.
    fn request_of_phones(&self, part: &Report) -> Result<Belonging, DaemonError> {
        let lines: Vec<_> = part.all_lines().cloned().collect();
        let since = self.clock.now() - REPORT_LATE_SECS;
        let mut trouble = None;
        let belonging = belonging_of(&lines, |key| {
            let Some(contact) = contact_of(key) else { return Vec::new() };
            match self.ledger.at_call_center(&contact, since) {
                Ok(protocols) => protocols,
                Err(error) => {
                    trouble = Some(error);
                    Vec::new()
                }
            }
        });
        match trouble {
            Some(error) => Err(error.into()),
            None => Ok(belonging),
        }
    }

    /// What a report says of one request: filed, written down for its people, and handed on to the requester.
    fn report_for(
        &mut self,
        in_hand: &InHand,
        request: RequestId,
        part: &Report,
        alone: bool,
        requests: usize,
    ) -> Result<(), DaemonError> {
        if self.ledger.returns_of(request, true)?.iter().any(|(mail, _)| *mail == in_hand.row.id) {
            return Ok(());
        }
        let Some(state) = self.state_of(request)? else { return Ok(()) };
        let people = state.legs.get(&Channel::Whatsapp).map(|it| it.people);
        let facts = if alone && part.protocols.is_empty() {
            in_hand.understood.facts.report.clone().unwrap_or_default()
        } else {
            ReportFacts {
                complete: part.is_complete_for(people),
                sent: part.sent,
                delivered: part.delivered,
                read: part.read,
                failed: part.failed,
            }
        };
        let files: Vec<ContentFile> = in_hand
            .mail
            .attachments
            .iter()
            .filter(|it| !it.inline)
            .map(|it| ContentFile {
                name: it.name.clone(),
                mime: it.mime.clone(),
                content_id: None,
                bytes: it.bytes.clone(),
            })
            .collect();
        let folder = format!("{}/relatorio", state.folder);
        self.archive.write(&format!("{folder}/{}.eml", in_hand.row.id.0), &in_hand.raw)?;
        for file in &files {
            self.archive.write(&format!("{folder}/{}", crate::archive::legal(&file.name)), &file.bytes)?;
        }
        let news: Vec<News> = part.all_lines().filter_map(news_of).collect();
        let now = self.clock.now();
        let mail = (in_hand.row.id, Place::Done, "call-center-report");
        let (known, changed) = self.ledger.take_return(request, Channel::Whatsapp, mail, "report", &news, now)?;
        tracing::info!(request = request.0, lines = news.len(), recipients = known, changed, "report");
        let opted_out: Vec<String> = part
            .all_lines()
            .filter(|it| it.opt_out)
            .filter_map(|it| it.match_key.as_deref().and_then(contact_of))
            .collect();
        if !opted_out.is_empty() {
            self.ledger.opt_out(&opted_out, now)?;
        }
        let mut step = Step {
            returns: vec![(in_hand.row.id, "report")],
            message_id: in_hand.mail.message_id.clone().filter(|_| alone),
            ..Step::default()
        };
        step.notes.report = Some(facts.clone());
        step.notes.remarks.clone_from(&part.disagreements);
        let lines = part.all_lines().filter(|it| it.match_key.is_some()).count() as u64;
        if lines > known && requests == 1 {
            step.notes
                .remarks
                .push(format!("{} telefones do relatório não estão na lista deste pedido", lines - known));
        }
        // The file of several requests holds people of other areas: each gets its own list, the file stays archived.
        step.notes.files = match (requests, files.is_empty()) {
            (1, false) => files,
            (1, true) => vec![ContentFile {
                name: "relatorio.eml".to_owned(),
                mime: "application/octet-stream".to_owned(),
                content_id: None,
                bytes: in_hand.raw.clone(),
            }],
            (_, _) => Vec::new(),
        };
        self.step(Some(request), Event::ReportCame(facts), step)?;
        Ok(())
    }

    /// The call center asks something, or sends what is no report.
    pub(super) fn call_center_writes(
        &mut self,
        in_hand: &InHand,
        request: RequestId,
        state: &State,
    ) -> Result<(), DaemonError> {
        self.ledger.tell(request, "o call center escreveu sobre este pedido", self.clock.now())?;
        let quoted = Quoted {
            about: self.about(state),
            from: in_hand.mail.sender_name().to_owned(),
            text: excerpt(in_hand, &self.rules.vocabulary),
            opt_out: false,
            opt_back: false,
        };
        let text = self.rules.phrases.render(Phrase::CallCenterQuestion(&quoted));
        let letter = self.letter_in_thread(
            "call-center-question",
            &state.requester,
            &state.thread,
            Some(&state.protocol),
            &text,
            &[],
        )?;
        self.ledger.add_letter(&letter, self.clock.now())?;
        self.hand_to_person(in_hand, "o call center pergunta ou avisa algo sobre este pedido")
    }

    /// An insured person answers: to the requesting area once, with a short acknowledgement to the person.
    pub(super) fn insured_reply(&mut self, in_hand: &InHand) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let facts = &in_hand.understood.facts;
        let from = in_hand.mail.sender_address().cloned();
        if facts.opt_out
            && let Some(from) = &from
        {
            self.ledger.opt_out(&[from.key()], now)?;
        }
        // Anybody may stay away from an address; only its owner may bring it back.
        let opt_back = match &from {
            Some(from) if facts.opt_back && self.is_proven(&in_hand.mail) => self.ledger.opt_back(&from.key())?,
            Some(_) | None => false,
        };
        let Some(request) = self.related(in_hand)? else {
            self.thank(from.as_ref(), in_hand, None, facts.opt_out)?;
            return self.hand_to_person(in_hand, "uma pessoa segurada escreveu");
        };
        let Some(state) = self.state_of(request)? else { return Ok(()) };
        let quoted = Quoted {
            about: self.about(&state),
            from: in_hand.mail.sender_name().to_owned(),
            text: excerpt(in_hand, &self.rules.vocabulary),
            opt_out: facts.opt_out,
            opt_back,
        };
        let text = self.rules.phrases.render(Phrase::InsuredReply(&quoted));
        let original = ContentFile {
            name: "mensagem recebida.eml".to_owned(),
            mime: "application/octet-stream".to_owned(),
            content_id: None,
            bytes: in_hand.raw.clone(),
        };
        let letter = self.letter_in_thread(
            "insured-reply",
            &state.requester,
            &state.thread,
            Some(&state.protocol),
            &text,
            &[original],
        )?;
        self.ledger.add_letter(&letter, now)?;
        let line = match (facts.opt_out, opt_back) {
            (true, _) => "uma pessoa segurada pediu para não receber mais avisos gerais; registrado e dito à área",
            (false, true) => "uma pessoa segurada pediu para voltar a receber avisos gerais; registrado e dito à área",
            (false, false) => "uma pessoa segurada respondeu; encaminhado à área",
        };
        self.ledger.tell(request, line, now)?;
        self.write_story(request, &state)?;
        self.thank(from.as_ref(), in_hand, Some(&state), facts.opt_out)?;
        Ok(self.ledger.decide_mail(in_hand.row.id, Place::Done, Some("insured-reply"), Some("encaminhado à área"))?)
    }

    /// A short acknowledgement, at most one automatic mail per address and day (DECISIONS 12).
    fn thank(
        &mut self,
        to: Option<&EmailAddress>,
        in_hand: &InHand,
        state: Option<&State>,
        opt_out: bool,
    ) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let Some(to) = to else { return Ok(()) };
        // An address that nobody vouches for may be anybody's: it would get an answer to what it never wrote.
        if !self.is_proven(&in_hand.mail)
            || self.rules.office.is_own(to)
            || !self.may_talk(Talk::Thanks)?
            || !self.ledger.may_write_automatically(&to.key(), now)?
        {
            return Ok(());
        }
        let area = state.and_then(|it| it.area.as_deref()).and_then(|key| self.rules.office.areas.get(key));
        let values = InsuredThanks {
            subject: in_hand.mail.subject.clone(),
            name: in_hand.mail.sender_name().split_whitespace().next().map(str::to_owned),
            area: area.map(|it| it.nome.clone()),
        };
        let phrase = if opt_out { Phrase::OptedOut(&values) } else { Phrase::InsuredThanks(&values) };
        let text = self.rules.phrases.render(phrase);
        let thread = Thread {
            subject: in_hand.mail.subject.clone(),
            last: in_hand.mail.message_id.clone(),
            references: in_hand.mail.references.clone(),
        };
        let letter = self.letter_in_thread("insured-thanks", to, &thread, None, &text, &[])?;
        Ok(self.ledger.add_letter(&letter, now)?)
    }

    /// Somebody without the right, or without proof of who they are: not answered; a person sees it.
    pub(super) fn unauthorized(&mut self, in_hand: &InHand) -> Result<(), DaemonError> {
        let reason = in_hand.understood.facts.reason.clone().unwrap_or_else(|| "remetente sem autorização".to_owned());
        let held = Held {
            about: About { protocol: None, subject: in_hand.mail.subject.clone(), name: None },
            from: in_hand.mail.from.first().map(|it| it.text.clone()).unwrap_or_default(),
            reason: reason.clone(),
            answers: Vec::new(),
            excerpt: Some(excerpt(in_hand, &self.rules.vocabulary)),
        };
        let text = self.rules.phrases.render(Phrase::Stranger(&held));
        let letter = self.letter_to_desk("stranger", None, &text, &[])?;
        self.ledger.decide_mail(in_hand.row.id, Place::Person, Some("unauthorized"), Some(&reason))?;
        if !self.may_talk(Talk::Desk)? {
            return Ok(());
        }
        Ok(self.ledger.add_letter(&letter, self.clock.now())?)
    }

    /// What is no concern of ours stays where it is, untouched; a rule may say otherwise.
    pub(super) fn unrelated(&mut self, in_hand: &InHand) -> Result<(), DaemonError> {
        use crate::office::Action;
        for action in &in_hand.decision.actions {
            if let Action::HandToPerson { reason } = action {
                return self.hand_to_person(in_hand, reason);
            }
        }
        Ok(self.ledger.decide_mail(in_hand.row.id, Place::NoConcern, Some("unrelated"), None)?)
    }

    /// A mail is left to a person of the desk, who is told which and why.
    pub(super) fn held_for_person(&mut self, in_hand: &InHand, reason: &str) -> Result<(), DaemonError> {
        let held = Held {
            about: About { protocol: None, subject: in_hand.mail.subject.clone(), name: None },
            from: in_hand.mail.from.first().map(|it| it.text.clone()).unwrap_or_default(),
            reason: reason.to_owned(),
            answers: Vec::new(),
            excerpt: Some(excerpt(in_hand, &self.rules.vocabulary)),
        };
        if !self.may_talk(Talk::Desk)? {
            return Ok(());
        }
        let text = self.rules.phrases.render(Phrase::HeldForPerson(&held));
        let letter = self.letter_to_desk("to-desk", None, &text, &[])?;
        Ok(self.ledger.add_letter(&letter, self.clock.now())?)
    }
}

/// The first lines of what is new in a mail, for a person who decides; what it quotes is known already.
pub(super) fn excerpt(in_hand: &InHand, words: &crate::office::Vocabulary) -> String {
    let thread = crate::mail::thread::split(&crate::mail::blocks::of_mail(&in_hand.mail), words);
    let text = thread.new.iter().map(crate::mail::blocks::Block::text).collect::<Vec<_>>().join("\n");
    let text = if text.trim().is_empty() { in_hand.mail.plain.as_deref().unwrap_or_default() } else { text.trim() };
    text.chars().take(QUOTED_CHARS_MAX).collect()
}

/// What a line of a report says of a person.
fn news_of(line: &crate::sheets::report::ReportLine) -> Option<News> {
    let contact = line.match_key.as_deref().and_then(contact_of)?;
    Some(News { contact, state: line.state.recipient_state()?, status: None, note: line.reason.clone() })
}

/// The number in the ledger that an area code and the last eight digits name.
fn contact_of(match_key: &str) -> Option<String> {
    let (area, last) = match_key.split_at_checked(2)?;
    (last.len() == 8).then(|| format!("55{area}9{last}"))
}
