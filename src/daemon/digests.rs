//! Once a working day what needs a person, to the desk; once a month the figures, to the board and the desk.
//!
//! That it was told is one transaction with the letter, so a day has one digest however often the process begins anew.

use jiff::civil::{Date, DateTime};

use super::clock::{local, moment};
use super::{Daemon, DaemonError};
use crate::indicators::{self, AreaFigures, ChannelFigures, Month};
use crate::ledger::NewLetter;
use crate::office::calendar;
use crate::office::content::ContentFile;
use crate::office::{Channel, Protocol, RecipientState, SendAt};
use crate::phrases::{Counts, DailyDigest, DoneCounts, MonthlyDigest, Phrase, WaitingItem, WaitsFor};
use crate::request::{LegStatus, Phase, State};

/// A count that the workbook is owed this long is told, in seconds.
const OWED_TOLD_AFTER_SECS: i64 = 86_400;

/// Things that wait for others, named in a digest; the rest is in `carteiro status`.
const OTHERS_MAX: usize = 20;

const DAY_SECS: i64 = 86_400;

impl Daemon {
    /// Writes the digests whose time has come; says how many there were.
    pub(super) fn digests(&mut self) -> Result<u64, DaemonError> {
        let now = self.local_now();
        let works = self.policy.holidays.is_business_day(now.date());
        if !works || now.time() < self.config.digests.at {
            return Ok(0);
        }
        Ok(self.digest_of_day(now)? + self.digest_of_month(now.date())?)
    }

    fn digest_of_day(&mut self, now: DateTime) -> Result<u64, DaemonError> {
        let key = "digest.day";
        let day = now.date().to_string();
        let last = self.ledger.remembered(key)?;
        if last.as_deref() == Some(day.as_str()) {
            return Ok(0);
        }
        let at = self.clock.now();
        // Since the last digest: a Monday tells of the weekend too.
        let since = last
            .and_then(|it| it.parse::<Date>().ok())
            .and_then(|it| moment(it.to_datetime(self.config.digests.at), &self.policy.zone))
            .unwrap_or(at - DAY_SECS);
        let digest = self.daily(now, since)?;
        let needs =
            !digest.alarms.is_empty() || digest.waiting.iter().any(|it| matches!(it.waits_for, WaitsFor::Desk(_)));
        let mut letters = Vec::new();
        if needs || self.config.digests.when_quiet {
            let text = self.rules.phrases.render(Phrase::DailyDigest(&digest));
            letters.push(self.letter_to_desk("digest-of-day", None, &text, &[])?);
        }
        let is_new = self.ledger.add_letters_once((key, &day), &letters, at)?;
        Ok(if is_new { letters.len() as u64 } else { 0 })
    }

    fn daily(&self, now: DateTime, since: i64) -> Result<DailyDigest, DaemonError> {
        let at = self.clock.now();
        let when = |seconds| local(seconds, &self.policy.zone);
        let (mut ours, mut others) = (Vec::new(), Vec::new());
        for row in self.ledger.open_requests()? {
            let Some(state) = self.state_of(row.id)? else { continue };
            let Some(waits_for) = self.waits_for(&state) else { continue };
            let is_ours = matches!(waits_for, WaitsFor::Desk(_));
            let item = WaitingItem {
                protocol: Some(Protocol::from_text(&state.protocol)),
                subject: state.subject.clone().unwrap_or_else(|| state.thread.subject.clone()),
                waits_for,
                since: when(row.created_at),
            };
            if is_ours { ours.push(item) } else { others.push(item) }
        }
        let queues = self.ledger.queues(at)?;
        let mut desk = |n: u64, subject: &str, why: &str, since: i64| {
            if n > 0 {
                ours.push(WaitingItem {
                    protocol: None,
                    subject: format!("{n} {subject}"),
                    waits_for: WaitsFor::Desk(why.to_owned()),
                    since: when(since),
                });
            }
        };
        let doubt = queues.doubtful_parcels;
        desk(
            doubt.length,
            if doubt.length == 1 { "grupo de pessoas" } else { "grupos de pessoas" },
            "não se sabe se saiu; responda ao aviso com ENVIADO ou REENVIAR",
            doubt.oldest.unwrap_or(at),
        );
        let doubt = queues.doubtful_letters;
        desk(
            doubt.length,
            if doubt.length == 1 { "carta nossa" } else { "cartas nossas" },
            "não se sabe se chegou; responda ao aviso com ENVIADO ou REENVIAR",
            doubt.oldest.unwrap_or(at),
        );
        let left = self.ledger.left_to_a_person(since, at)?;
        desk(
            left,
            if left == 1 { "e-mail novo" } else { "e-mails novos" },
            "nas pastas “Precisa de uma pessoa” e “Quarentena”",
            since,
        );
        others.truncate(OTHERS_MAX);
        ours.extend(others);
        let [requests, sent, recipients, closed] = self.ledger.done_between(at - DAY_SECS, at)?;
        Ok(DailyDigest {
            day: now.date(),
            waiting: ours,
            done: DoneCounts { requests, sent, recipients, closed },
            alarms: self.alarms(since)?,
        })
    }

    /// What does not work now, in words.
    fn alarms(&self, since: i64) -> Result<Vec<String>, DaemonError> {
        let at = self.clock.now();
        let mut found = Vec::new();
        for account in &self.accounts {
            let proven_at = self.ledger.position(&account.name)?.map(|it| it.proven_at);
            if let Some(proven_at) = proven_at.filter(|it| at - it > crate::metrics::DEAF_SECS) {
                let when = local(proven_at, &self.policy.zone).strftime("%d/%m/%Y às %H:%M");
                found.push(format!("a caixa {} não é lida desde {when}", account.name));
            }
        }
        let counts = self.ledger.queues(at)?.counts;
        if counts.oldest.is_some_and(|it| at - it > OWED_TOLD_AFTER_SECS) {
            found.push(format!(
                "a planilha de indicadores espera {} {} há mais de um dia",
                counts.length,
                if counts.length == 1 { "contagem" } else { "contagens" }
            ));
        }
        for (name, last_day, days) in self.ending_secrets(self.local_now().date()) {
            let when = last_day.strftime("%d/%m/%Y");
            let what = if days < 0 { format!("venceu em {when}") } else { format!("vence em {when}") };
            found.push(format!("a senha de aplicação “{name}” {what}"));
        }
        let refused = self.ledger.refused_letters(since, at)?;
        if refused > 0 {
            let what = if refused == 1 { "carta nossa foi recusada" } else { "cartas nossas foram recusadas" };
            found.push(format!("{refused} {what} pelo servidor de e-mail"));
        }
        Ok(found)
    }

    /// For whom or what a request waits; `None` while it is on its way.
    fn waits_for(&self, state: &State) -> Option<WaitsFor> {
        match state.phase {
            Phase::WaitingData | Phase::WaitingConfirmation => Some(WaitsFor::Requester),
            Phase::WaitingApproval => Some(WaitsFor::Approver),
            Phase::Scheduled(until) => {
                Some(WaitsFor::Schedule(SendAt { at: local(until, &self.policy.zone), hour_is_known: true }))
            }
            Phase::Person => Some(WaitsFor::Desk(
                state.plan.to_person.clone().unwrap_or_else(|| "precisa de uma decisão da assessoria".to_owned()),
            )),
            Phase::Returns => {
                let report = state.legs.get(&Channel::Whatsapp).is_some_and(|it| it.status == LegStatus::Sent);
                Some(if report { WaitsFor::CallCenter } else { WaitsFor::Receipts })
            }
            Phase::Window(_) | Phase::Sending | Phase::Closed | Phase::Cancelled => None,
        }
    }

    fn digest_of_month(&mut self, today: Date) -> Result<u64, DaemonError> {
        let key = "digest.month";
        let month = format!("{:04}-{:02}", today.year(), today.month());
        if self.ledger.remembered(key)?.as_deref() == Some(month.as_str()) {
            return Ok(0);
        }
        let letters: Vec<NewLetter> = self.monthly(last_month(today))?.into_iter().collect();
        let is_new = self.ledger.add_letters_once((key, &month), &letters, self.clock.now())?;
        Ok(if is_new { letters.len() as u64 } else { 0 })
    }

    /// The letter with the figures of a month; none of a month in which nothing was sent.
    fn monthly(&self, first: Date) -> Result<Option<NewLetter>, DaemonError> {
        let figures = self.month(first)?;
        if figures.communications() == 0 {
            return Ok(None);
        }
        let mark = first.strftime("%Y-%m").to_string();
        let mut files = Vec::new();
        match indicators::png(&figures) {
            Ok(bytes) => files.push(file(&format!("comunicacoes-{mark}.png"), "image/png", bytes)),
            Err(error) => tracing::error!(reason = %error, "the figures go without their picture"),
        }
        match indicators::workbook(&figures) {
            Ok(bytes) => files.push(file(
                &format!("comunicacoes-{mark}.xlsx"),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes,
            )),
            Err(error) => tracing::error!(reason = %error, "the figures go without their workbook"),
        }
        let digest = MonthlyDigest {
            month: first,
            areas: figures.areas.iter().map(|it| (it.name.clone(), it.email, it.whatsapp)).collect(),
            channels: figures.channels.iter().filter(|it| it.total() > 0).map(|it| (it.channel, counts(it))).collect(),
            median_minutes: figures.median_minutes(),
            files: files.iter().map(|it| it.name.clone()).collect(),
        };
        let text = self.rules.phrases.render(Phrase::MonthlyDigest(&digest));
        let mut to = self.config.digests.board.clone();
        to.extend(
            self.rules.office.assessoria.enderecos.iter().filter(|it| !self.config.digests.board.contains(it)).cloned(),
        );
        Ok(Some(self.letter_to("digest-of-month", &to, &text, &files)?))
    }

    fn month(&self, first: Date) -> Result<Month, DaemonError> {
        let (year, month) = (first.year(), first.month());
        let mut areas: Vec<AreaFigures> = Vec::new();
        for (label, channel, n) in self.ledger.communications_of(year, month)? {
            if areas.last().is_none_or(|it| it.name != label) {
                areas.push(AreaFigures { name: label, ..AreaFigures::default() });
            }
            let Some(area) = areas.last_mut() else { continue };
            if channel == Channel::Email.as_str() { area.email += n } else { area.whatsapp += n }
        }
        let mut channels = Vec::new();
        for channel in Channel::ALL {
            channels.push(fates(channel, &self.ledger.people_of_month(year, month, channel)?));
        }
        Ok(Month {
            institute: self.config.institute.name.clone(),
            name: month_name(first),
            areas,
            channels,
            waits: self.ledger.waits_of_month(year, month)?,
        })
    }
}

fn file(name: &str, mime: &str, bytes: Vec<u8>) -> ContentFile {
    ContentFile { name: name.to_owned(), mime: mime.to_owned(), content_id: None, bytes }
}

/// The first day of the month before.
fn last_month(today: Date) -> Date {
    today.first_of_month().yesterday().map_or(today, |it| it.first_of_month())
}

fn month_name(first: Date) -> String {
    format!("{} de {}", calendar::month_name(first.month()), first.year())
}

fn fates(channel: Channel, people: &[(RecipientState, u64)]) -> ChannelFigures {
    use RecipientState as S;
    let mut all = ChannelFigures { channel, delivered: 0, relayed: 0, silent: 0, failed: 0 };
    for (state, n) in people {
        match state {
            S::Delivered | S::Read | S::Expanded => all.delivered += n,
            S::Relayed => all.relayed += n,
            S::Failed | S::Refused => all.failed += n,
            S::Accepted | S::Delayed | S::InDoubt | S::Deferred => all.silent += n,
            // These were not written to.
            S::Waiting | S::Leaving | S::Cancelled => {}
        }
    }
    all
}

fn counts(it: &ChannelFigures) -> Counts {
    Counts {
        total: it.total(),
        delivered: it.delivered,
        relayed: it.relayed,
        failed: it.failed,
        silent: it.silent,
        ..Counts::default()
    }
}
