//! Brazilian mobile numbers in E.164, as lists and reports write them.

use std::fmt;

use super::RejectReason;

/// A mobile number that WhatsApp can reach: `55`, area code, nine digits, without `+` (FACTS 1: E.164).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber {
    digits: String,
}

impl PhoneNumber {
    /// Takes digits that were already brought to E.164 (`55` + area code + 9 digits).
    #[must_use]
    pub fn from_e164(digits: &str) -> Option<Self> {
        let valid = digits.len() == 13
            && digits.starts_with("55")
            && digits.bytes().all(|b| b.is_ascii_digit())
            && digits.as_bytes().get(4) == Some(&b'9');
        valid.then(|| Self { digits: digits.to_owned() })
    }

    /// Reads a cell as people fill it: `(47) 99123-4567`, `047 9123 4567`, `+55 47…`, `cel. …`, or several numbers,
    /// of which the first mobile counts. Nothing is guessed: no area code, no number.
    ///
    /// # Errors
    /// [`RejectReason`] of the first number that stands there.
    pub fn parse(text: &str) -> Result<Self, RejectReason> {
        Self::read(text, Reasons::Wanted)
    }

    /// The same where nobody asks why a cell holds none: a hundred times as cheap for what may be another country's.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        Self::read(text, Reasons::Spared).ok()
    }

    fn read(text: &str, reasons: Reasons) -> Result<Self, RejectReason> {
        let text = text.trim_matches(|c: char| c.is_whitespace() || INVISIBLE.contains(&c) || c == '\'');
        if !text.contains(char::is_alphanumeric) {
            return Err(RejectReason::Empty);
        }
        if let Some(digits) = plain_mobile(text) {
            return Ok(Self { digits });
        }
        if lost_its_digits(text) {
            return Err(RejectReason::DigitsLost);
        }
        let text = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
        let mut first_reason = None;
        for piece in pieces(text) {
            match parse_one(piece, reasons) {
                Ok(phone) => return Ok(phone),
                Err(reason) => {
                    let told = piece.bytes().filter(u8::is_ascii_digit).count() >= LOCAL_DIGITS_MIN;
                    first_reason = first_reason.or(told.then_some(reason));
                }
            }
        }
        // `47/99123-4567`: the stroke parts one number.
        parse_one(text, reasons).map_err(|reason| first_reason.unwrap_or(reason))
    }

    /// `5547990001234`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.digits
    }

    /// Area code and last eight digits: the form by which reports are matched, since the ninth digit may be
    /// missing there.
    #[must_use]
    pub fn match_key(&self) -> String {
        let area = self.digits.get(2..4).unwrap_or_default();
        let last = self.digits.get(5..).unwrap_or_default();
        format!("{area}{last}")
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.digits)
    }
}

impl serde::Serialize for PhoneNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.digits)
    }
}

/// Whether the two digits are an area code in use (67 of them, FACTS 1).
#[must_use]
pub fn is_area_code(code: &str) -> bool {
    let mut digits = code.bytes();
    let (Some(first), Some(second), None) = (digits.next(), digits.next(), digits.next()) else { return false };
    match first {
        b'1' | b'4' | b'6' | b'8' | b'9' => (b'1'..=b'9').contains(&second),
        b'2' => matches!(second, b'1' | b'2' | b'4' | b'7' | b'8'),
        b'3' => matches!(second, b'1'..=b'5' | b'7' | b'8'),
        b'5' => matches!(second, b'1' | b'3' | b'4' | b'5'),
        b'7' => matches!(second, b'1' | b'3' | b'4' | b'5' | b'7' | b'9'),
        _ => false,
    }
}

/// A number without area code has eight digits; with fewer it is no number.
const LOCAL_DIGITS_MIN: usize = 8;

/// Characters that copying from web pages and phones leaves around numbers.
const INVISIBLE: [char; 8] =
    ['\u{200b}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202c}', '\u{202d}', '\u{2060}', '\u{feff}'];

/// Whether a number that cannot be used shall be told from another country's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reasons {
    Wanted,
    Spared,
}

/// The quick way for the form that nearly every row of a clean list has: eleven digits, or thirteen with `55`.
fn plain_mobile(text: &str) -> Option<String> {
    let local = match text.len() {
        11 => text,
        13 => text.strip_prefix("55")?,
        _ => return None,
    };
    let (area, number) = local.split_at_checked(2)?;
    let plain = number.starts_with('9') && local.bytes().all(|b| b.is_ascii_digit()) && is_area_code(area);
    (plain && !all_same(local)).then(|| format!("55{local}"))
}

/// `4,79912E+12`: a number that a spreadsheet program shortened; what it cut off is nowhere.
fn lost_its_digits(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let exponent = exponent.trim_start_matches('+');
    let numeric = |part: &str| {
        part.bytes().any(|b| b.is_ascii_digit()) && part.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.')
    };
    numeric(mantissa.trim()) && numeric(exponent.trim())
}

/// The numbers of a cell that holds several: parted by strokes, semicolons, commas, line ends, `ou`, `e`; or by an
/// opening bracket after a whole number.
fn pieces(text: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = text
        .split(['/', ';', ',', '|', '\n', '\r', '\\', '&'])
        .flat_map(|it| it.split(" ou "))
        .flat_map(|it| it.split(" e "))
        .flat_map(|it| it.split(" E "))
        .flat_map(|it| it.split(" OU "))
        .collect();
    parts = parts.into_iter().flat_map(split_run).collect();
    parts.retain(|it| it.bytes().any(|b| b.is_ascii_digit()));
    parts
}

/// Two numbers parted by blanks alone: cut where what stands before is a whole number.
fn split_run(text: &str) -> Vec<&str> {
    let count = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    // 16 digits: no single number has as many, two numbers without area code do.
    if count(text) < 16 {
        return vec![text];
    }
    for (at, c) in text.char_indices() {
        if !(c.is_whitespace() || c == '(' || c == '+') || at == 0 {
            continue;
        }
        let (left, right) = text.split_at(at);
        let whole = match parse_one(left, Reasons::Spared) {
            Ok(_) | Err(RejectReason::Landline) => true,
            Err(RejectReason::NoAreaCode) => {
                !left.trim_end().ends_with(|c: char| c.is_ascii_digit()) || count(left) == 9
            }
            Err(_) => false,
        };
        if whole && count(right) >= LOCAL_DIGITS_MIN {
            let mut parts = vec![left];
            parts.extend(split_run(right));
            return parts;
        }
    }
    vec![text]
}

/// Reads one number.
fn parse_one(text: &str, reasons: Reasons) -> Result<PhoneNumber, RejectReason> {
    let text = without_extension(text);
    let written: String = text.chars().filter_map(ascii_digit).collect();
    if written.len() < LOCAL_DIGITS_MIN {
        return Err(RejectReason::NotAPhone);
    }
    if written.len() <= 9 && opens_with_area_code(text) {
        return Err(RejectReason::NotAPhone);
    }
    if is_cpf_mask(text.trim()) {
        return Err(RejectReason::NotAPhone);
    }
    let international = text.trim_start_matches(|c: char| c.is_alphabetic() || " .:(".contains(c)).starts_with('+');
    national_digits(&written, international).and_then(|it| mobile_of(&it, reasons))
}

/// `(47) 99-1234`: the area code is there, the number is not whole.
fn opens_with_area_code(text: &str) -> bool {
    let inside = text.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inside, _)| inside);
    inside.is_some_and(|it| is_area_code(it.trim().trim_start_matches('0')))
}

/// `529.982.247-25`: a CPF in the wrong column.
fn is_cpf_mask(text: &str) -> bool {
    let mask = b"000.000.000-00";
    let fits = |(c, m): (u8, &u8)| if *m == b'0' { c.is_ascii_digit() } else { c == *m };
    text.len() == mask.len() && text.bytes().zip(mask).all(fits)
}

/// The digits from the area code on: country code, trunk zero and carrier taken off (FACTS 1).
fn national_digits(written: &str, international: bool) -> Result<String, RejectReason> {
    let (digits, international) = match written.strip_prefix("00") {
        Some(rest) if !international && !rest.starts_with("55") && is_foreign(rest) => (rest, true),
        Some(rest) if rest.starts_with("55") => (rest, true),
        Some(_) | None => (written, international),
    };
    if international && !digits.starts_with('0') {
        let Some(rest) = digits.strip_prefix("55") else { return Err(RejectReason::Foreign) };
        return Ok(rest.trim_start_matches('0').to_owned());
    }
    let had_trunk = digits.starts_with('0');
    let digits = digits.trim_start_matches('0');
    if let Some(rest) = digits.strip_prefix("55").filter(|_| (12..=14).contains(&digits.len())) {
        return Ok(rest.trim_start_matches('0').to_owned());
    }
    // 0 21 47 99123 4567: the carrier stands between trunk zero and area code.
    let carrier = if had_trunk && matches!(digits.len(), 12 | 13) { 2 } else { 0 };
    Ok(digits.get(carrier..).unwrap_or_default().to_owned())
}

/// A mobile number of area code and number, the ninth digit put before numbers of the old form.
fn mobile_of(digits: &str, reasons: Reasons) -> Result<PhoneNumber, RejectReason> {
    let is_foreign = |it: &str| reasons == Reasons::Wanted && is_foreign(it);
    let count = digits.len();
    if count == 8 || count == 9 {
        return Err(RejectReason::NoAreaCode);
    }
    if count != 10 && count != 11 {
        return Err(if is_foreign(digits) { RejectReason::Foreign } else { RejectReason::NotAPhone });
    }
    let (area, number) = digits.split_at_checked(2).unwrap_or(("", ""));
    if !is_area_code(area) {
        let shaped_like_ours = matches!(number.as_bytes().first(), Some(b'2'..=b'9'));
        let foreign = !shaped_like_ours && is_foreign(digits);
        return Err(if foreign { RejectReason::Foreign } else { RejectReason::BadAreaCode });
    }
    match (count, number.as_bytes().first()) {
        (11, Some(b'9')) if !all_same(digits) => Ok(PhoneNumber { digits: format!("55{digits}") }),
        (10, Some(b'6'..=b'9')) if !all_same(digits) => Ok(PhoneNumber { digits: format!("55{area}9{number}") }),
        (10, Some(b'2'..=b'5')) => Err(RejectReason::Landline),
        _ if is_foreign(digits) => Err(RejectReason::Foreign),
        _ => Err(RejectReason::NotAPhone),
    }
}

/// Whether the digits, country code first, are a number of another country.
fn is_foreign(digits: &str) -> bool {
    phonenumber::parse(None, format!("+{digits}"))
        .is_ok_and(|it| it.country().code() != 55 && phonenumber::is_valid(&it))
}

/// `3433-1234 ramal 22`: what stands after belongs to the office's own exchange.
fn without_extension(text: &str) -> &str {
    let lower = text.to_ascii_lowercase();
    let digits_before = |at: usize| text.get(..at).map_or(0, |it| it.bytes().filter(u8::is_ascii_digit).count());
    ["ramal", "r.", "ext"]
        .iter()
        .filter_map(|it| lower.find(it))
        .filter(|at| digits_before(*at) >= LOCAL_DIGITS_MIN)
        .min()
        .and_then(|at| text.get(..at))
        .unwrap_or(text)
}

/// Western digits of any width; those of other scripts do not stand in Brazilian lists.
fn ascii_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

/// `99999999999`: a field filled to get past a form.
fn all_same(digits: &str) -> bool {
    digits.bytes().all(|it| Some(&it) == digits.as_bytes().first())
}

#[cfg(test)]
mod tests {
    use super::{PhoneNumber, is_area_code};
    use crate::office::RejectReason::{BadAreaCode, DigitsLost, Empty, Foreign, Landline, NoAreaCode, NotAPhone};

    #[test]
    fn every_spelling_of_a_mobile_number_gives_its_one_form() {
        let check = |text: &str| assert_eq!(PhoneNumber::parse(text).unwrap().as_str(), "5547991234567", "{text:?}");
        for text in [
            "47991234567",
            "5547991234567",
            "(47) 99123-4567",
            "47 99123-4567",
            "47-99123-4567",
            "47.99123.4567",
            "47/99123-4567",
            "(047) 99123-4567",
            "047991234567",
            "0xx47 99123-4567",
            "0 41 47 99123-4567",
            "04147991234567",
            "+55 47 99123-4567",
            "+55 (47) 9 9123-4567",
            "+5547991234567",
            "0055 47 99123 4567",
            "55 (047) 99123-4567",
            "+55 0 47 99123-4567",
            "55 47 9123-4567",
            "554791234567",
            "(47) 9123-4567",
            "4791234567",
            "4791234567.0",
            "47991234567.0",
            "47991234567,0",
            "'47991234567",
            "\u{202a}+55 47 99123-4567\u{202c}",
            "cel. 47 99123-4567",
            "47 99123-4567 (recado com a filha)",
            "WhatsApp: (47) 99123-4567",
            "Sr. João 47 99123-4567",
            "(47) 3433-1234 / (47) 99123-4567",
            "(47) 99123-4567 / (47) 98888-7777",
            "3433-1234 ou 47 99123-4567",
            "47 3433-1234 e 47 99123-4567",
            "(47) 3433-1234 (47) 99123-4567",
            "47991234567 47988887777",
            "４７ ９９１２３-４５６７",
        ] {
            check(text);
        }
        assert_eq!(PhoneNumber::parse("55 99123-4567").unwrap().as_str(), "5555991234567", "area code 55");
        assert_eq!(PhoneNumber::parse("55 9123-4567").unwrap().as_str(), "5555991234567", "area code 55");
    }

    #[test]
    fn what_cannot_be_reached_is_refused_with_its_reason() {
        let check = |text: &str, reason| assert_eq!(PhoneNumber::parse(text), Err(reason), "{text:?}");
        check("", Empty);
        check(" \u{a0} ", Empty);
        check("-", Empty);
        check("(47) 99-1234", NotAPhone);
        check("(20) 96183-8127", BadAreaCode);
        check("99123-4567", NoAreaCode);
        check("9123-4567", NoAreaCode);
        check("3433-1234", NoAreaCode);
        check("+55 99123-4567", NoAreaCode);
        check("99123-4567 / 98888-7777", NoAreaCode);
        check("(47) 3433-1234", Landline);
        check("4734331234", Landline);
        check("(47) 3433-1234 ramal 22", Landline);
        check("(20) 99123-4567", BadAreaCode);
        check("(00) 99123-4567", NoAreaCode);
        check("4,79912E+12", DigitsLost);
        check("5.54799E+12", DigitsLost);
        check("+351 912 345 678", Foreign);
        check("+1 (305) 555-0123", Foreign);
        check("+54 9 11 2345-6789", Foreign);
        check("00351912345678", Foreign);
        check("não tem", NotAPhone);
        check("47 9123", NotAPhone);
        check("maria@example.com", NotAPhone);
        check("47 89123-4567", NotAPhone);
        check("99999999999", NotAPhone);
        check("11111111111", NotAPhone);
        check("529.982.247-25", NotAPhone);
    }

    #[test]
    fn sixty_seven_area_codes_are_in_use() {
        assert_eq!((0..100).filter(|code| is_area_code(&format!("{code:02}"))).count(), 67);
        assert!(!is_area_code("4") && !is_area_code("470") && !is_area_code("é"));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_a_thirteen_digit_mobile_or_refused(text in "\\PC{0,60}|[0-9 ()+/,;.-]{0,60}") {
            assert_eq!(PhoneNumber::find(&text), PhoneNumber::parse(&text).ok());
            if let Ok(phone) = PhoneNumber::parse(&text) {
                assert_eq!(PhoneNumber::from_e164(phone.as_str()), Some(phone));
            }
        }
    }
}
