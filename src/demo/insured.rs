//! The insured people of the embedded world: names, contacts, and what their mail host does with a mail. Nobody of
//! them exists; every host ends in `.example`.

use super::chance::Chance;
use crate::office::fold;

const FIRST: [&str; 30] = [
    "Adelaide",
    "Alcides",
    "Beatriz",
    "Cláudio",
    "Célia",
    "Darci",
    "Edite",
    "Fátima",
    "Geraldo",
    "Helena",
    "Inácio",
    "Jandira",
    "Laércio",
    "Lúcia",
    "Márcia",
    "Nair",
    "Nelson",
    "Odete",
    "Osmar",
    "Patrícia",
    "Rogério",
    "Rosângela",
    "Salete",
    "Sérgio",
    "Tarcísio",
    "Terezinha",
    "Valdir",
    "Verônica",
    "Wilson",
    "Zélia",
];

const LAST: [&str; 30] = [
    "Amorim",
    "Bachmann",
    "Bittencourt",
    "Budal",
    "Cardozo",
    "Corrêa",
    "Dalmolin",
    "Debatin",
    "Eberhardt",
    "Fuerbringer",
    "Gadotti",
    "Gonçalves",
    "Hackbarth",
    "Heidemann",
    "Isensee",
    "Jacomel",
    "Krelling",
    "Kühnen",
    "Lemke",
    "Mattos",
    "Minatti",
    "Nogaroli",
    "Pscheidt",
    "Quadros",
    "Sardagna",
    "Tamanini",
    "Testoni",
    "Vailatti",
    "Wunderlich",
    "Zabel",
];

const HOSTS: [&str; 3] = ["provedor.example", "webmail.example", "correio.example"];

/// What becomes of an email to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Their host says that it stands in the mailbox.
    Delivered,
    /// Their host takes it and gives no further notice: our own side says so.
    Relayed,
    /// There is no such mailbox (5.1.1).
    Unknown,
    /// The mailbox is full (5.2.2).
    Full,
    /// It is late, and then their host takes it.
    DelayedThenRelayed,
    /// It is delivered, and read.
    DeliveredAndRead,
    /// It is delivered, and their robot says that they are away.
    Away,
    /// It is delivered, and the person answers.
    Answers,
    /// It is delivered, and the person wants no more of it.
    OptsOut,
    /// Nothing is ever heard.
    Silent,
}

/// Every fate, the plain ones more than once, so that a list of people has a bit of everything.
pub const FATES: [Fate; 16] = [
    Fate::Delivered,
    Fate::Relayed,
    Fate::DeliveredAndRead,
    Fate::Unknown,
    Fate::Relayed,
    Fate::Delivered,
    Fate::Full,
    Fate::Relayed,
    Fate::DelayedThenRelayed,
    Fate::Delivered,
    Fate::Away,
    Fate::Relayed,
    Fate::Answers,
    Fate::DeliveredAndRead,
    Fate::Silent,
    Fate::OptsOut,
];

/// An insured person.
#[derive(Debug, Clone)]
pub struct Insured {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The phone: 13 digits.
    pub phone: String,
    /// A number of the civil service.
    pub registration: String,
    /// What becomes of an email to them.
    pub fate: Fate,
}

impl Insured {
    /// The `n`-th person of a world: the same every time.
    #[must_use]
    pub fn numbered(n: u32) -> Self {
        let mut chance = Chance::of(0x5eed_0000 + u64::from(n));
        let (first, second, last) = (chance.one_of(&FIRST), chance.one_of(&LAST), chance.one_of(&LAST));
        let name = if second == last { format!("{first} {last}") } else { format!("{first} {second} {last}") };
        let email = format!("{}.{}{n}@{}", fold(first), fold(last), chance.one_of(&HOSTS));
        // 7919 and 10,000,000 have no common factor: no number comes twice.
        let phone = format!("55479{:08}", 90_000_000 + u64::from(n) * 7919 % 10_000_000);
        let fate = FATES.get(n as usize % FATES.len()).copied().unwrap_or(Fate::Delivered);
        Self { name, email, phone, registration: format!("{}", 10_000 + n * 7), fate }
    }

    /// The phone as people write it, in one of their ways.
    #[must_use]
    pub fn phone_as_written(&self, n: usize) -> String {
        let (area, rest) = self.phone.get(2..).unwrap_or_default().split_at_checked(2).unwrap_or_default();
        let (head, tail) = rest.split_at_checked(5).unwrap_or_default();
        match n % 5 {
            0 => format!("({area}) {head}-{tail}"),
            1 => format!("{area}{rest}"),
            2 => format!("+55 {area} {head}-{tail}"),
            3 => format!("0{area} {rest}"),
            _ => format!("{area} {head} {tail}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Insured;
    use crate::office::{EmailAddress, PhoneNumber};

    #[test]
    fn every_person_has_a_valid_address_and_phone_of_their_own() {
        let people: Vec<Insured> = (0..2000).map(Insured::numbered).collect();
        let mut contacts = std::collections::BTreeSet::new();
        for (n, person) in people.iter().enumerate() {
            assert!(EmailAddress::parse(&person.email).is_ok(), "{}", person.email);
            let phone = PhoneNumber::parse(&person.phone_as_written(n)).unwrap();
            assert_eq!(phone.as_str().trim_start_matches('+'), person.phone, "{}", person.phone_as_written(n));
            assert!(contacts.insert(person.email.clone()) && contacts.insert(person.phone.clone()));
        }
    }
}
