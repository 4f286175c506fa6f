//! What the figures of a report say together: what was said twice, what contradicts itself, what adds up to what.

use super::Figures;
use crate::sheets::report::words::Figure;

impl Figures {
    /// Whether this says what became of messages (a mere count of contacts does not).
    pub(in crate::sheets::report) const fn tell_of_a_sending(&self) -> bool {
        let outcomes = self.delivered.is_some() as u8 + self.read.is_some() as u8 + self.failed.is_some() as u8;
        let whole = self.sent.is_some() || self.base.is_some() || self.pending.is_some();
        outcomes >= 2 || outcomes == 1 && whole
    }

    /// Whether nothing at all was counted.
    pub(in crate::sheets::report) const fn is_empty(&self) -> bool {
        self.base.is_none()
            && self.sent.is_none()
            && self.delivered.is_none()
            && self.read.is_none()
            && self.failed.is_none()
            && self.pending.is_none()
    }

    /// These figures, and the other ones where these say nothing.
    pub(in crate::sheets::report) fn or(mut self, other: Self) -> Self {
        if self.reasons.is_empty() {
            self.reasons.clone_from(&other.reasons);
        }
        if self.is_empty() { Self { reasons: self.reasons, ..other } } else { self }
    }

    /// Fills what is not said here from another stretch, and notes where the two differ.
    pub(in crate::sheets::report) fn complete_with(&mut self, other: Self) {
        let counts = [
            (Figure::Base, other.base),
            (Figure::Sent, other.sent),
            (Figure::Delivered, other.delivered),
            (Figure::Read, other.read),
            (Figure::Failed, other.failed),
            (Figure::Pending, other.pending),
        ];
        for (figure, count) in counts {
            if let Some(count) = count {
                self.note(&figure, count);
            }
        }
        if self.reasons.is_empty() {
            self.reasons = other.reasons;
        }
        self.contradictions.extend(other.contradictions);
    }

    /// These figures of a row that says it is the sum, and what the rows it sums differ in.
    pub(in crate::sheets::report) fn checked_against(&self, parts: &[&Self]) -> Self {
        let mut sum = self.clone();
        for (at, (name, total)) in self.named().into_iter().enumerate() {
            let Some(total) = total else { continue };
            let added: u64 = parts.iter().filter_map(|it| it.named().get(at)?.1).sum();
            if added != total {
                sum.contradictions.push(format!("{name}: a linha do total diz {total}, as outras somam {added}"));
            }
        }
        sum
    }

    const fn named(&self) -> [(&'static str, Option<u64>); 5] {
        [
            ("enviadas", self.sent),
            ("entregues", self.delivered),
            ("lidas", self.read),
            ("falhas", self.failed),
            ("pendentes", self.pending),
        ]
    }

    /// Notes one count; a second and different one is said.
    pub(in crate::sheets::report) fn note(&mut self, figure: &Figure, count: u64) {
        let (slot, name) = match figure {
            Figure::Base => (&mut self.base, "contatos"),
            Figure::Sent => (&mut self.sent, "enviadas"),
            Figure::Delivered => (&mut self.delivered, "entregues"),
            Figure::Read => (&mut self.read, "lidas"),
            Figure::Failed => (&mut self.failed, "falhas"),
            Figure::Pending => (&mut self.pending, "pendentes"),
            Figure::Of => (&mut self.base, "contatos"),
            Figure::Other | Figure::Pause => return,
            Figure::Reason(reason) => {
                *self.reasons.entry(reason.clone()).or_insert(0) += count;
                return;
            }
        };
        match slot {
            None => *slot = Some(count),
            Some(first) if *first == count => {}
            Some(_) if matches!(figure, Figure::Base | Figure::Of) => {}
            Some(_) if *figure == Figure::Failed => self.failed_too.push(count),
            Some(first) => {
                self.contradictions.push(format!("o relatório diz {name}: {first} e, mais adiante, {count}"));
            }
        }
    }

    /// Brings the company's way of counting to ours: read messages are delivered ones, failed ones were sent.
    pub(in crate::sheets::report) fn normalised(mut self) -> Self {
        let zero = |it: Option<u64>| it.unwrap_or(0);
        self.settle_failures();
        let whole = self.base.or(self.sent);
        // A table by final state counts each person once: the parts add up to the whole.
        if let (Some(delivered), Some(read)) = (self.delivered, self.read) {
            let in_parts = delivered + read + zero(self.failed) + zero(self.pending);
            let sent_alone = self.sent.filter(|it| self.base.is_some_and(|base| base != *it)).unwrap_or(0);
            let adds_up = whole.is_some_and(|it| it == in_parts || it == in_parts + sent_alone);
            let cumulative = whole.is_some_and(|it| it == delivered + zero(self.failed) + zero(self.pending));
            if read > delivered || adds_up && !cumulative && read > 0 {
                self.delivered = Some(delivered + read);
            }
        }
        if let (Some(sent), Some(delivered)) = (self.sent, self.delivered) {
            // "SENT 2, DELIVERED 12, READ 30": sent and no further.
            if sent < delivered {
                self.sent = Some(sent + delivered + zero(self.failed));
            }
        }
        if self.sent.is_none() && self.tell_of_a_sending() {
            self.sent = match (self.base, self.delivered, self.failed) {
                (Some(base), _, _) => Some(base.saturating_sub(zero(self.pending))),
                (None, Some(delivered), Some(failed)) => Some(delivered + failed),
                (None, _, _) => None,
            };
        }
        self
    }

    /// Failures under two words are two kinds of them where the figures count each person once or add up so;
    /// else the report contradicts itself.
    fn settle_failures(&mut self) {
        let more: u64 = self.failed_too.iter().sum();
        let (Some(failed), Some(delivered)) = (self.failed, self.delivered) else {
            self.failed_too.clear();
            return;
        };
        let read_apart = self.read.filter(|it| *it > delivered);
        let all = delivered + read_apart.unwrap_or(0) + failed + more;
        let adds_up = self.base.or(self.sent).is_some_and(|whole| whole == all);
        if more > 0 && (adds_up || read_apart.is_some()) {
            self.failed = Some(failed + more);
        } else {
            let contradictions =
                self.failed_too.iter().map(|it| format!("o relatório diz falhas: {failed} e, mais adiante, {it}"));
            self.contradictions.extend(contradictions);
        }
        self.failed_too.clear();
    }
}
