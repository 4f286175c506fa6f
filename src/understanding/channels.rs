//! Which channels a text names. A word of a channel does not count where it only mentions an address, a mail that is
//! there already, or a channel that is not wanted.

use std::collections::BTreeSet;

use super::features::trim_marks;
use crate::office::{Channel, Vocabulary, has_words};

/// The channels of a folded text; what only mentions an address or denies a channel does not count.
#[must_use]
pub fn channels_in(folded: &str, words: &Vocabulary) -> BTreeSet<Channel> {
    let mut found = BTreeSet::new();
    for (channel, key, not) in [(Channel::Email, "email", "email-nao"), (Channel::Whatsapp, "whatsapp", "whatsapp-nao")]
    {
        let named = |text: &str| words.phrases("canal", key).iter().any(|it| has_words(text, it));
        if !named(folded) {
            continue;
        }
        let mut text = folded.to_owned();
        for phrase in words.phrases("canal", not) {
            if text.contains(phrase.as_str()) {
                text = text.replace(phrase.as_str(), " ");
            }
        }
        // `este e-mail` may be the mail itself; `este WhatsApp` is the one to be sent.
        let own: &[&str] = if channel == Channel::Email { &["demonstrativo", "este"] } else { &["demonstrativo"] };
        if named(&without_mentions(&text, words.phrases("canal", key), own, words)) {
            found.insert(channel);
        }
    }
    if found.is_empty() && words.phrases("canal", "ambos").iter().any(|it| has_words(folded, it)) {
        found.extend(Channel::ALL);
    }
    found
}

/// The text without `este e-mail`, `meu último e-mail`: a mail that is there already is no channel.
fn without_mentions(text: &str, channel: &[String], pointers: &[&str], words: &Vocabulary) -> String {
    let points = |word: &&str| pointers.iter().any(|key| words.phrases("canal", key).iter().any(|it| it == word));
    let mut kept: Vec<&str> = Vec::new();
    for word in text.split(' ') {
        let bare = trim_marks(word);
        let pointed = kept.last().is_some_and(points);
        if !(pointed && channel.iter().any(|it| it == bare)) {
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
    }
}
