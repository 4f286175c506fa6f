//! Likely mistakes in addresses, pointed out to the requester and never corrected: `gmail.con`, `maria@gmail`.

use std::collections::HashMap;

use crate::office::{EmailAddress, Vocabulary, fold};

/// Points out likely mistakes; remembers the mail hosts that it has judged.
pub struct Hints<'w> {
    words: &'w Vocabulary,
    judged: HashMap<String, Option<String>>,
}

/// Mail hosts that are remembered: a list of a state has some thousand.
const JUDGED_MAX: usize = 10_000;

impl<'w> Hints<'w> {
    /// Hints by the known mail hosts of `[provedores]`.
    pub fn new(words: &'w Vocabulary) -> Self {
        Self { words, judged: HashMap::new() }
    }

    /// What was perhaps meant by a good address.
    pub fn for_address(&mut self, address: &EmailAddress) -> Option<String> {
        let host = address.mail_host();
        let meant = match self.judged.get(host) {
            Some(meant) => meant.clone(),
            None => {
                let meant = self.host_meant(host);
                if self.judged.len() < JUDGED_MAX {
                    self.judged.insert(host.to_owned(), meant.clone());
                }
                meant
            }
        };
        meant.map(|it| format!("{}@{it}", address.local_part()))
    }

    /// What was perhaps meant by a text that is no address.
    pub fn for_text(&self, text: &str) -> Option<String> {
        let text: String = fold(text).chars().filter(|it| !it.is_whitespace()).collect();
        let text = text.replace(',', ".").replace("@@", "@").replace("..", ".");
        let text = text.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let mended = match text.split_once('@') {
            Some((local, host)) => format!("{local}@{}", self.host_meant(host).unwrap_or_else(|| host.to_owned())),
            None => self.with_at(text)?,
        };
        EmailAddress::parse(&mended).ok().map(|it| it.to_string())
    }

    /// `maria.gmail.com`: the point should be the `@`.
    fn with_at(&self, text: &str) -> Option<String> {
        let known = self.words.phrases("provedores", "conhecidos");
        let local = |host: &String| text.strip_suffix(host.as_str()).and_then(|it| it.strip_suffix(['.', '#', '2']));
        known.iter().find_map(|host| local(host).filter(|it| !it.is_empty()).map(|it| format!("{it}@{host}")))
    }

    /// The known mail host that an unknown one is nearly the same as.
    fn host_meant(&self, host: &str) -> Option<String> {
        let known = self.words.phrases("provedores", "conhecidos");
        if host.is_empty() || known.iter().any(|it| it == host) {
            return None;
        }
        let is_known = |it: &String| known.contains(it);
        let completed = [format!("{host}.br"), format!("{host}.com"), format!("{host}.com.br")];
        if let Some(found) = completed.into_iter().find(is_known) {
            return Some(found);
        }
        if let Some(found) = host.strip_suffix(".br").map(str::to_owned).filter(is_known) {
            return Some(found);
        }
        // One letter in a short name is another name (`uol`, `sol`): only names of five letters and more are compared.
        let name_length = |it: &str| it.split('.').next().map_or(0, str::len);
        // As many letters as the lengths differ are wrong at least.
        let letters = host.chars().count();
        let apart =
            |it: &String, by: usize| it.chars().count().abs_diff(letters) <= by && strsim::osa_distance(it, host) == by;
        let near = |it: &&String| name_length(it) >= 5 && apart(it, 1);
        let close = |it: &&String| name_length(it) >= 7 && apart(it, 2);
        let by_name = known.iter().find(near).or_else(|| known.iter().find(close)).cloned();
        by_name.or_else(|| ending_meant(host))
    }
}

/// `.con` and `.com.vr` are no endings of the net, `.com` and `.com.br` are.
fn ending_meant(host: &str) -> Option<String> {
    const ENDINGS: [(&str, &str); 11] = [
        (".con", ".com"),
        (".comm", ".com"),
        (".cpm", ".com"),
        (".vom", ".com"),
        (".combr", ".com.br"),
        (".com.vr", ".com.br"),
        (".com.b", ".com.br"),
        (".con.br", ".com.br"),
        (".cim.br", ".com.br"),
        (".gov.b", ".gov.br"),
        (".gov.bt", ".gov.br"),
    ];
    ENDINGS.iter().find_map(|(wrong, right)| host.strip_suffix(wrong).map(|name| format!("{name}{right}")))
}

#[cfg(test)]
mod tests {
    use super::Hints;
    use crate::office::{EmailAddress, Vocabulary};

    #[test]
    fn likely_mistakes_are_pointed_out() {
        let mut hints = Hints::new(Vocabulary::shipped());
        let mut check = |text: &str, perhaps: Option<&str>| {
            let address = EmailAddress::parse(text).unwrap();
            assert_eq!(hints.for_address(&address).as_deref(), perhaps, "{text}");
        };
        check("a@gmail.con", Some("a@gmail.com"));
        check("a@gmial.com", Some("a@gmail.com"));
        check("a@gmai.com", Some("a@gmail.com"));
        check("a@gmail.com.br", Some("a@gmail.com"));
        check("a@hotmial.com", Some("a@hotmail.com"));
        check("a@hormail.com", Some("a@hotmail.com"));
        check("a@yaho.com.br", Some("a@yahoo.com.br"));
        check("a@bol.com", Some("a@bol.com.br"));
        check("a@empresa.con", Some("a@empresa.com"));
        check("a@gmail.com", None);
        check("a@mail.com", None);
        check("a@ymail.com", None);
        check("a@empresa.com.br", None);
        check("a@uol.com.br", None);
        check("a@sol.com.br", None);
    }

    #[test]
    fn what_is_no_address_is_completed_only_as_a_question() {
        let hints = Hints::new(Vocabulary::shipped());
        let check = |text: &str, perhaps: Option<&str>| assert_eq!(hints.for_text(text).as_deref(), perhaps, "{text}");
        check("maria@gmail", Some("maria@gmail.com"));
        check("maria@gmail,com", Some("maria@gmail.com"));
        check("maria.gmail.com", Some("maria@gmail.com"));
        check("maria @hotmail.com", Some("maria@hotmail.com"));
        check("joão@hotmail.com", Some("joao@hotmail.com"));
        check("não tem", None);
        check("", None);
    }
}
