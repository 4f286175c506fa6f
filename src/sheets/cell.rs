//! One cell as contacts, and names as people like to read them.

use std::borrow::Cow;

use crate::office::{Channel, Contact, EmailAddress, PhoneNumber, RejectReason, Vocabulary, fold};

/// The contacts in a cell: every address for email, the first mobile number for WhatsApp.
///
/// # Errors
/// Why nothing in the cell can be used. One wrong address among several spoils the cell: who typed `a b@x.com` did
/// not mean `b@x.com`.
pub fn contacts_in(channel: Channel, text: &str) -> Result<Vec<Contact>, RejectReason> {
    match channel {
        Channel::Whatsapp => PhoneNumber::parse(text).map(|it| vec![Contact::Whatsapp(it)]),
        Channel::Email => Ok(addresses_in(text)?.into_iter().map(Contact::Email).collect()),
    }
}

/// Whether a cell holds contacts, as [`contacts_in`] finds them.
#[must_use]
pub fn has_contacts(channel: Channel, text: &str) -> bool {
    match channel {
        Channel::Whatsapp => PhoneNumber::find(text).is_some(),
        Channel::Email => text.contains('@') && addresses_in(text).is_ok(),
    }
}

/// The addresses in a cell: `a@b.com`, `Nome <a@b.com>`, `a@b.com; c@d.com`, `a@b.com / c@d.com`.
fn addresses_in(text: &str) -> Result<Vec<EmailAddress>, RejectReason> {
    let text = text.trim();
    if text.trim_matches(|c: char| c.is_whitespace() || ";,.<>-".contains(c)).is_empty() {
        return Err(RejectReason::Empty);
    }
    if let Ok(address) = EmailAddress::parse(text) {
        return Ok(vec![address]);
    }
    let separators = [';', ',', '/', '|', '\n', '\r', '\t'];
    let parts: Vec<&str> = text.split(separators).filter(|it| !it.trim().is_empty()).collect();
    let mut found = Vec::new();
    for part in parts {
        for address in addresses_in_part(part)? {
            if !found.contains(&address) {
                found.push(address);
            }
        }
    }
    if found.is_empty() { Err(RejectReason::NotAnAddress) } else { Ok(found) }
}

/// One part between separators: an address, a name with an address in angle brackets, a label, or addresses parted
/// by blanks, `e` or `ou`.
fn addresses_in_part(part: &str) -> Result<Vec<EmailAddress>, RejectReason> {
    let part = part.trim();
    if !part.contains('@') {
        // `Silva, Maria <m@x.com>`: the first half of a name. Half an address would have no blank or angle either.
        let is_name = part.chars().all(|it| it.is_alphabetic() || it.is_whitespace() || ".'\"-".contains(it));
        return if is_name { Ok(Vec::new()) } else { Err(RejectReason::NotAnAddress) };
    }
    if let Some((_, rest)) = part.split_once('<') {
        let (inner, _) = rest.split_once('>').unwrap_or((rest, ""));
        return EmailAddress::parse(inner).map(|it| vec![it]).map_err(|_| RejectReason::NotAnAddress);
    }
    // `a@b.com (pessoal)`: what stands in brackets is a remark.
    let part = match part.split_once('(') {
        Some((before, remark)) if before.contains('@') && !remark.contains('@') => before,
        _ => part,
    };
    let mut found = Vec::new();
    for word in part.split_whitespace() {
        let joins = matches!(word.to_lowercase().as_str(), "e" | "ou" | "-" | "–" | "&" | "e-mail" | "email");
        if joins || word.ends_with(':') {
            continue;
        }
        let word = word.strip_prefix("E-mail:").or_else(|| word.strip_prefix("e-mail:")).unwrap_or(word);
        found.push(EmailAddress::parse(word).map_err(|_| RejectReason::NotAnAddress)?);
    }
    Ok(found)
}

/// A name without needless blanks; one in capitals as it is written in a letter (`Ana da Silva Wan-Dall`).
#[must_use]
pub fn person_name(text: &str) -> String {
    const PARTICLES: [&str; 9] = ["da", "de", "do", "das", "dos", "e", "di", "del", "du"];
    let text = unmangled(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let in_capitals = !text.chars().any(char::is_lowercase) && text.chars().filter(|it| it.is_alphabetic()).count() > 2;
    if !in_capitals {
        return words.join(" ");
    }
    let mut name = String::with_capacity(text.len());
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            name.push(' ');
        }
        let lower = word.to_lowercase();
        if index > 0 && PARTICLES.contains(&lower.as_str()) {
            name.push_str(&lower);
            continue;
        }
        let mut at_start = true;
        for c in lower.chars() {
            if at_start {
                name.extend(c.to_uppercase());
            } else {
                name.push(c);
            }
            at_start = !c.is_alphabetic();
        }
    }
    name
}

/// `JoÃ£o`, UTF-8 that some program read as windows-1252, as what it was: `João`.
#[must_use]
pub fn unmangled(text: &str) -> Cow<'_, str> {
    if !text.contains(['Ã', 'Â']) {
        return Cow::Borrowed(text);
    }
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
    match std::str::from_utf8(&bytes) {
        Ok(whole) if !lossy => Cow::Owned(whole.to_owned()),
        _ => Cow::Borrowed(text),
    }
}

/// A name as [`person_name`] writes it, with a capital put back that some program lost: `Á` and `Í` are the two whose
/// second byte windows-1252 has not, so that `ÁUREA` comes as `ÃUREA`. Only names of `[nomes]` are known to be meant.
#[must_use]
pub fn mended_name(text: &str, words: &Vocabulary) -> String {
    let name = person_name(text);
    if !name.contains(['Ã', 'ã']) {
        return name;
    }
    let known = words.phrases("nomes", "com-acento-agudo");
    let mend = |word: &str| {
        let meant = [("Ã", "Á"), ("Ã", "Í"), ("ã", "á"), ("ã", "í")].into_iter();
        let mut meant = meant.map(|(lost, letter)| word.replacen(lost, letter, 1)).filter(|it| it != word);
        meant.find(|it| known.contains(&fold(it))).unwrap_or_else(|| word.to_owned())
    };
    name.split(' ').map(mend).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{contacts_in, mended_name, person_name};
    use crate::office::{Channel, RejectReason, Vocabulary};

    fn check(text: &str, expected: Result<&[&str], RejectReason>) {
        let got = contacts_in(Channel::Email, text);
        let got = got.as_ref().map(|all| all.iter().map(|it| it.as_str()).collect::<Vec<_>>());
        assert_eq!(got.map_err(|it| *it), expected.map(<[&str]>::to_vec), "{text:?}");
    }

    #[test]
    fn the_addresses_of_a_cell_are_read() {
        check("maria@x.com", Ok(&["maria@x.com"]));
        check(" <Maria@X.com>; ", Ok(&["Maria@x.com"]));
        check("Maria Silva <maria@x.com>", Ok(&["maria@x.com"]));
        check("Silva, Maria <maria@x.com>", Ok(&["maria@x.com"]));
        check("maria@x.com; joao@y.com", Ok(&["maria@x.com", "joao@y.com"]));
        check("maria@x.com / joao@y.com", Ok(&["maria@x.com", "joao@y.com"]));
        check("maria@x.com,joao@y.com", Ok(&["maria@x.com", "joao@y.com"]));
        check("maria@x.com ou joao@y.com", Ok(&["maria@x.com", "joao@y.com"]));
        check("maria@x.com\njoao@y.com", Ok(&["maria@x.com", "joao@y.com"]));
        check("maria@x.com; MARIA@x.com", Ok(&["maria@x.com"]));
        check("mailto:maria@x.com", Ok(&["maria@x.com"]));
        check("E-mail: maria@x.com", Ok(&["maria@x.com"]));
        check("maria@x.com (pessoal)", Ok(&["maria@x.com"]));
    }

    #[test]
    fn what_is_no_address_is_never_mended() {
        check("", Err(RejectReason::Empty));
        check(" - ", Err(RejectReason::Empty));
        check("não tem", Err(RejectReason::NotAnAddress));
        check("maria silva@x.com", Err(RejectReason::NotAnAddress));
        check("maria@x", Err(RejectReason::NotAnAddress));
        check("maria@ x.com", Err(RejectReason::NotAnAddress));
        check("maria@x,com", Err(RejectReason::NotAnAddress));
        check("joão@x.com", Err(RejectReason::NotAnAddress));
        check("maria@x.com; joao@", Err(RejectReason::NotAnAddress));
        check("maria.silva", Err(RejectReason::NotAnAddress));
    }

    #[test]
    fn names_in_capitals_are_written_as_in_a_letter() {
        assert_eq!(person_name("  ANA DA SILVA  WAN-DALL "), "Ana da Silva Wan-Dall");
        assert_eq!(person_name("JOSÉ D'ÁVILA"), "José D'Ávila");
        assert_eq!(person_name("Maria de Souza"), "Maria de Souza");
        assert_eq!(person_name("LaÃ©rcio Vailatti"), "Laércio Vailatti");
        assert_eq!(person_name("SÃO JOSÉ"), "São José");
        let mended = |text| mended_name(text, Vocabulary::shipped());
        assert_eq!(mended("MÃRCIA ROMÃO"), "Márcia Romão");
        assert_eq!(mended("Ãtalo Simões"), "Ítalo Simões");
    }
}
