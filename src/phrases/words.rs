//! Numbers, days, lists and reasons in the words of a courteous Brazilian letter.

use jiff::civil::{Date, DateTime};

use crate::office::calendar::weekday_name;
use crate::office::{Channel, ExcludedReason, RejectReason, SendAt, grouped};

/// `1 pessoa`, `52 pessoas`.
pub(super) fn people(count: u64) -> String {
    counted(count, "pessoa", "pessoas")
}

/// A count with its noun.
pub(super) fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// `a`, `a e b`, `a, b e c`.
pub(super) fn joined(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} e {last}", first.join(", ")),
    }
}

/// How many rows are named before the rest is only counted: more than a person reads.
const ROWS_NAMED_MAX: usize = 15;

/// `linha 5`, `linhas 5, 18 e 40`, `linhas 5, 18, … e mais 230`.
pub(super) fn rows(rows: &[u32]) -> String {
    let named: Vec<String> = rows.iter().take(ROWS_NAMED_MAX).map(u32::to_string).collect();
    let left = rows.len().saturating_sub(ROWS_NAMED_MAX);
    let noun = if rows.len() == 1 { "linha" } else { "linhas" };
    if left == 0 {
        return format!("{noun} {}", joined(&named));
    }
    format!("{noun} {} e mais {}", named.join(", "), grouped(left as u64))
}

/// `27/11/2026 (sexta-feira)`.
pub(super) fn day(day: Date) -> String {
    format!("{:02}/{:02}/{} ({})", day.day(), day.month(), day.year(), weekday_name(day.weekday()))
}

/// `27/11/2026 (sexta-feira), às 14h30`.
pub(super) fn moment(at: DateTime) -> String {
    format!("{}, {}", day(at.date()), hour(at))
}

/// `às 14h30`, `às 8h`, `à 1h`.
fn hour(at: DateTime) -> String {
    let article = if at.hour() == 1 { "à" } else { "às" };
    if at.minute() == 0 {
        return format!("{article} {}h", at.hour());
    }
    format!("{article} {}h{:02}", at.hour(), at.minute())
}

/// The day, and the hour where one was said.
pub(super) fn send_at(send_at: SendAt) -> String {
    if send_at.hour_is_known { moment(send_at.at) } else { day(send_at.at.date()) }
}

/// `e-mail`, `WhatsApp`.
pub(super) const fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "e-mail",
        Channel::Whatsapp => "WhatsApp",
    }
}

/// What the requester can do about rows that cannot be used: `corrigir 3 endereços`.
pub(super) fn task(reason: RejectReason, count: u64, channel: Channel) -> String {
    let one_or = |one: &str, many: &str| counted(count, one, many);
    match reason {
        RejectReason::Empty => match channel {
            Channel::Email => format!("informar o e-mail de {}", people(count)),
            Channel::Whatsapp => format!("informar o celular de {}", people(count)),
        },
        RejectReason::NotAnAddress => format!("corrigir {}", one_or("endereço", "endereços")),
        RejectReason::NotAPhone => format!("corrigir {}", one_or("telefone", "telefones")),
        RejectReason::NoAreaCode => format!("acrescentar o DDD a {}", one_or("telefone", "telefones")),
        RejectReason::BadAreaCode => format!("corrigir o DDD de {}", one_or("telefone", "telefones")),
        RejectReason::Landline => {
            format!("informar o celular de {}, pois telefone fixo não recebe WhatsApp", people(count))
        }
        RejectReason::Foreign => format!("informar um celular do Brasil para {}", people(count)),
        RejectReason::DigitsLost => format!(
            "digitar de novo {}, com a coluna formatada como texto, pois a planilha perdeu os algarismos",
            one_or("telefone", "telefones")
        ),
        RejectReason::ContentMissing => format!("completar os dados de {} que o texto usa", people(count)),
        RejectReason::DatePast => format!("conferir a data de {}, que já passou", people(count)),
    }
}

/// Why people were left out on purpose.
pub(super) fn left_out(reason: ExcludedReason, count: u64) -> String {
    let one = count == 1;
    match reason {
        ExcludedReason::OptedOut => {
            let verb = if one {
                "pediu para não receber avisos e ficou"
            } else {
                "pediram para não receber avisos e ficaram"
            };
            format!("{} {verb} de fora", people(count))
        }
        ExcludedReason::Deceased => {
            let verb =
                if one { "consta na lista como falecida e ficou" } else { "constam na lista como falecidas e ficaram" };
            format!("{} {verb} de fora", people(count))
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::{moment, rows, task};
    use crate::office::{Channel, RejectReason};

    #[test]
    fn numbers_days_and_rows_read_as_in_a_letter() {
        assert_eq!(rows(&[5]), "linha 5");
        assert_eq!(rows(&[5, 18, 40]), "linhas 5, 18 e 40");
        let many: Vec<u32> = (1..=100).collect();
        assert!(rows(&many).ends_with("14, 15 e mais 85"));
        assert_eq!(moment(datetime(2026, 11, 27, 14, 30, 0, 0)), "27/11/2026 (sexta-feira), às 14h30");
        assert_eq!(moment(date(2026, 11, 28).at(1, 0, 0, 0)), "28/11/2026 (sábado), à 1h");
        assert_eq!(task(RejectReason::NotAnAddress, 3, Channel::Email), "corrigir 3 endereços");
    }
}
