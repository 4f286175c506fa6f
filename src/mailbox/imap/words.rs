//! Names and numbers as IMAP writes them: quoted strings, modified UTF-7, sets of numbers, dates.

use std::fmt::Write;

use base64::{
    Engine,
    alphabet::IMAP_MUTF7,
    engine::{GeneralPurpose, general_purpose::NO_PAD},
};
use jiff::{Timestamp, fmt::strtime};

/// The longest set of numbers in one command: servers take lines of 8,000 bytes (RFC 7162, 4 asks for 8,192).
const SET_MAX: usize = 7000;

/// Base64 of RFC 3501, 5.1.3: `,` in place of `/`, no padding.
const UTF7: GeneralPurpose = GeneralPurpose::new(&IMAP_MUTF7, NO_PAD);

/// A quoted string, if the text can stand in one (RFC 3501, 9): nothing that could end the command.
pub fn quoted(text: &str) -> Option<String> {
    if text.bytes().any(|b| b.is_ascii_control() || !b.is_ascii()) {
        return None;
    }
    Some(format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
}

/// A folder's name on the wire: `/` becomes the server's delimiter, letters outside ASCII modified UTF-7.
pub fn folder_name(name: &str, delimiter: char) -> Option<String> {
    if name.is_empty() || name.chars().any(char::is_control) {
        return None;
    }
    let name: String = name.chars().map(|c| if c == '/' { delimiter } else { c }).collect();
    quoted(&modified_utf7(&name))
}

fn modified_utf7(name: &str) -> String {
    let mut out = String::new();
    let mut shifted: Vec<u8> = Vec::new();
    for c in name.chars() {
        if c.is_ascii() {
            close_shift(&mut out, &mut shifted);
            out.push(c);
            if c == '&' {
                out.push('-');
            }
        } else {
            let mut units = [0_u16; 2];
            c.encode_utf16(&mut units).iter().for_each(|unit| shifted.extend_from_slice(&unit.to_be_bytes()));
        }
    }
    close_shift(&mut out, &mut shifted);
    out
}

fn close_shift(out: &mut String, shifted: &mut Vec<u8>) {
    if !shifted.is_empty() {
        let _ = write!(out, "&{}-", UTF7.encode(&*shifted));
        shifted.clear();
    }
}

/// Sets that name exactly these numbers: `3:7,9`. Neighbours become ranges; long sets are several.
pub fn uid_sets(uids: &[u32]) -> Vec<String> {
    let mut sorted = uids.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for uid in sorted {
        match ranges.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(uid) => *last = uid,
            Some(_) | None => ranges.push((uid, uid)),
        }
    }
    let mut sets: Vec<String> = Vec::new();
    for (first, last) in ranges {
        let range = if first == last { first.to_string() } else { format!("{first}:{last}") };
        match sets.last_mut() {
            Some(set) if set.len() + range.len() < SET_MAX => {
                let _ = write!(set, ",{range}");
            }
            Some(_) | None => sets.push(range),
        }
    }
    sets
}

/// `17-Jul-1996 02:44:25 -0700`, its day perhaps with a blank before it.
pub fn internal_date(text: &str) -> Option<Timestamp> {
    strtime::parse("%d-%b-%Y %H:%M:%S %z", text.trim()).ok()?.to_timestamp().ok()
}

#[cfg(test)]
mod tests {
    use super::{folder_name, internal_date, quoted, uid_sets};

    #[test]
    fn folder_names_are_written_in_modified_utf7() {
        let check = |name: &str, expected: Option<&str>| assert_eq!(folder_name(name, '.').as_deref(), expected);
        check("Processados", Some("\"Processados\""));
        check("Processados/2026", Some("\"Processados.2026\""));
        check("Concluído", Some("\"Conclu&AO0-do\""));
        check("Ações & Avisos", Some("\"A&AOcA9Q-es &- Avisos\""));
        check("台北", Some("\"&U,BTFw-\""));
        check("a\r\nb", None);
        check("", None);
    }

    #[test]
    fn a_text_that_could_end_the_command_is_not_quoted() {
        assert_eq!(quoted("a\"b\\c").as_deref(), Some("\"a\\\"b\\\\c\""));
        assert_eq!(quoted("a\r\nA1 LOGOUT"), None);
        assert_eq!(quoted("á"), None);
    }

    #[test]
    fn a_set_names_exactly_the_numbers_given() {
        assert_eq!(uid_sets(&[9, 3, 5, 4, 4]), ["3:5,9"]);
        assert!(uid_sets(&[]).is_empty());
        let odd: Vec<u32> = (0..5000).map(|it| it * 2 + 1).collect();
        let sets = uid_sets(&odd);
        assert!(sets.len() > 1 && sets.iter().all(|it| it.len() <= 7000));
        let back: Vec<u32> = sets.iter().flat_map(|set| set.split(',').map(|it| it.parse().unwrap())).collect();
        assert_eq!(back, odd);
    }

    #[test]
    fn dates_are_read_with_one_or_two_digits() {
        let check =
            |text: &str, expected: &str| assert_eq!(internal_date(text), Some(expected.parse().unwrap()), "{text}");
        check("17-Jul-1996 02:44:25 -0700", "1996-07-17T09:44:25Z");
        check(" 7-Feb-2026 10:00:00 -0300", "2026-02-07T13:00:00Z");
        assert_eq!(internal_date("amanhã"), None);
    }
}
