//! Which channels a text names. A word of a channel does not count where it only mentions an address, a mail that is
//! there already, or a channel that is not wanted.

use std::collections::BTreeSet;

use super::features::{Speakers, trim_marks};
use crate::office::{Channel, Vocabulary};

/// The channels of a folded text; what only mentions an address or denies a channel does not count.
#[must_use]
pub fn channels_in(folded: &str, words: &Vocabulary) -> BTreeSet<Channel> {
    channels_of(folded, words, &|key| words.stands("canal", key, folded))
}

/// The same where it is known which keys of `[canal]` stand in the text.
fn channels_of(folded: &str, words: &Vocabulary, stands: &dyn Fn(&str) -> bool) -> BTreeSet<Channel> {
    let mut found = BTreeSet::new();
    for (channel, key, not) in [(Channel::Email, "email", "email-nao"), (Channel::Whatsapp, "whatsapp", "whatsapp-nao")]
    {
        if !stands(key) {
            continue;
        }
        // What stands in no part stands nowhere.
        let mut text = if stands("a-mim") { without_answers(folded, words) } else { folded.to_owned() };
        let mut grams = Grams::of(&text);
        for phrase in words.phrases("canal", not) {
            if grams.may_have(phrase) && text.contains(phrase.as_str()) {
                text = text.replace(phrase.as_str(), " ");
                grams = Grams::of(&text);
            }
        }
        // `este e-mail` may be the mail itself; `este WhatsApp` is the one to be sent.
        let own: &[&str] = if channel == Channel::Email { &["demonstrativo", "este"] } else { &["demonstrativo"] };
        let text = without_mentions(&text, key, own, words);
        let named = text == folded || words.stands("canal", key, &text);
        if named || goes_itself(folded, key, words) {
            found.insert(channel);
        }
    }
    if found.is_empty() && stands("ambos") {
        found.extend(Channel::ALL);
    }
    found
}

/// What four letters stand together in a text, as marks in a small table: a hundred phrases are looked for in a sentence,
/// and nearly none of them stands in it.
struct Grams([u64; 64]);

/// So many letters are taken together.
const GRAM: usize = 4;

impl Grams {
    fn of(text: &str) -> Self {
        let mut marks = [0; 64];
        for gram in text.as_bytes().windows(GRAM) {
            let (word, bit) = Self::place(gram);
            if let Some(word) = marks.get_mut(word) {
                *word |= bit;
            }
        }
        Self(marks)
    }

    fn place(gram: &[u8]) -> (usize, u64) {
        let gram = gram.iter().fold(0_u32, |sum, it| sum << 8 | u32::from(*it)).wrapping_mul(0x9E37_79B1);
        ((gram >> 26) as usize, 1 << (gram >> 20 & 63))
    }

    /// Whether a phrase may stand in the text.
    fn may_have(&self, phrase: &str) -> bool {
        let is_marked = |gram: &[u8; GRAM]| {
            let (word, bit) = Self::place(gram);
            self.0.get(word).is_some_and(|it| it & bit != 0)
        };
        let letters = phrase.as_bytes();
        letters.first_chunk().is_none_or(is_marked) && letters.last_chunk().is_none_or(is_marked)
    }
}

/// Whether a folded text names a channel.
#[must_use]
pub fn names_channel(folded: &str, who: &Speakers<'_>) -> bool {
    !channels_of(folded, who.words, &|key| who.has("canal", key, folded)).is_empty()
}

/// The text without what names the way of an answer to the requester: `quando enviar, me responde por e-mail`.
fn without_answers(folded: &str, words: &Vocabulary) -> String {
    let people = |clause: &str| {
        [("publico", "pessoas"), ("publico", "geral"), ("lista", "arquivo")]
            .iter()
            .any(|(table, key)| words.stands(table, key, clause))
    };
    let cut = |clause: &'_ str| -> usize {
        let answer = words.first("canal", "a-mim", clause);
        answer.filter(|_| !people(clause)).unwrap_or(clause.len())
    };
    folded.split_inclusive([',', ';', '.', '!', '?', '(', ')']).map(|it| it.get(..cut(it)).unwrap_or(it)).collect()
}

/// Whether this very mail shall go: `enviar este e-mail aos da planilha`, `preciso que recebam esse e-mail`.
fn goes_itself(folded: &str, channel: &str, words: &Vocabulary) -> bool {
    let is = |key: &str, word: &str| words.is_phrase("canal", key, trim_marks(word));
    let said: Vec<&str> = folded.split(' ').collect();
    said.windows(3).any(|it| {
        let [verb, pointer, noun] = it else { return false };
        let of_this = pointer.strip_prefix('d').is_some_and(|it| is("este", it));
        (is("vai", verb) && is("este", pointer)
            || is("vai-outro", verb) && is("outro", pointer)
            || is("vai-de", verb) && of_this)
            && is(channel, noun)
    })
}

/// The text without `este e-mail`, `meu último e-mail`: a mail that is there already is no channel.
fn without_mentions(text: &str, channel: &str, pointers: &[&str], words: &Vocabulary) -> String {
    let points = |word: &&str| pointers.iter().any(|key| words.is_phrase("canal", key, word));
    let mut kept: Vec<&str> = Vec::new();
    for word in text.split(' ') {
        let bare = trim_marks(word);
        let pointed = kept.last().is_some_and(points);
        if !(pointed && words.is_phrase("canal", channel, bare)) {
            kept.push(word);
        }
    }
    kept.join(" ")
}

#[cfg(test)]
mod tests {
    use super::channels_in;
    use crate::office::{Channel, Vocabulary, fold};

    fn check(text: &str, channels: &[Channel]) {
        let found: Vec<Channel> = channels_in(&fold(text), Vocabulary::shipped()).into_iter().collect();
        assert_eq!(found, channels, "{text}");
    }

    #[test]
    fn a_channel_is_named_not_mentioned() {
        check("enviar por e-mail aos da lista", &[Channel::Email]);
        check("manda no zap", &[Channel::Whatsapp]);
        check("nos dois canais", &[Channel::Email, Channel::Whatsapp]);
        check("favor avisar os 5 da planilha (tem e-mail e telefone de todos)", &[]);
        check("na planilha constam e-mail e telefone", &[]);
        check("conforme meu último e-mail, mandem pelo whats", &[Channel::Whatsapp]);
        check("mandem mensagem no meu WhatsApp", &[]);
        check("por WhatsApp, não por e-mail", &[Channel::Whatsapp]);
        check("programar este WhatsApp para os seis da lista", &[Channel::Whatsapp]);
        check("respondam a este e-mail", &[]);
        check("favor enviar este e-mail aos da planilha", &[Channel::Email]);
        check("pediram o envio deste e-mail às pessoas da planilha", &[Channel::Email]);
        check("envio este e-mail para pedir ajuda", &[]);
        check(
            "comuniquem os sete da planilha. Quando tiver enviado, me responde por e-mail, que eu junto no processo",
            &[],
        );
        check("me avisem o pessoal da lista pelo zap", &[Channel::Whatsapp]);
    }
}
