//! Folding: the one form in which words are compared, blind to case, accents, blanks, dashes and quotes.

use std::sync::LazyLock;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Folds a text for comparison: lower case, no accents, every run of blanks (also non-breaking ones and
/// line ends) as one space, every dash as `-`, every curly quote as a straight one, no invisible characters.
///
/// `PERÍCIA`, `Perícia` (composed or decomposed) and `pericia` fold to the same text. Linear in the input.
#[must_use]
pub fn fold(text: &str) -> String {
    let letters = text.as_bytes();
    let mut folded = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        // Most of a text stays as it is.
        let mut blank = matches!(folded.as_bytes().last(), None | Some(b' '));
        let stays = |it: &&u8| {
            let stays = if **it == b' ' { !blank } else { is_plain(**it) };
            blank = **it == b' ';
            stays
        };
        let same = letters.get(at..).unwrap_or_default().iter().take_while(stays).count();
        if same > 0 {
            folded.push_str(text.get(at..at + same).unwrap_or_default());
            at += same;
        } else if letter.is_ascii() {
            push(&mut folded, char::from(*letter));
            at += 1;
        } else {
            let Some(c) = text.get(at..).and_then(|it| it.chars().next()) else { break };
            match KNOWN.get((c as usize).wrapping_sub(KNOWN_FROM)) {
                Some(letter) if *letter != 0 => folded.push(char::from(*letter)),
                _ => decompose_canonical(c, |it| push(&mut folded, it)),
            }
            at += c.len_utf8();
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// A letter without its accents, where a letter of the Latin alphabet is left: `ã` is `a`; `й` and `が` stay.
#[must_use]
pub fn unaccented(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let (mut bare, mut is_one_letter) = (None, true);
    decompose_canonical(c, |it| match bare {
        None => bare = Some(it),
        Some(_) => is_one_letter &= is_combining_mark(it),
    });
    bare.filter(|it| is_one_letter && it.is_ascii_alphabetic()).unwrap_or(c)
}

/// Whether a letter folds to itself wherever it stands.
const fn is_plain(letter: u8) -> bool {
    letter.is_ascii() && !matches!(letter, b' ' | b'\t'..=b'\r' | b'A'..=b'Z' | b'`')
}

/// The first of the letters that are looked up.
const KNOWN_FROM: usize = 0xA0;

/// The letters of western languages that fold to a single plain one; 0 are all others.
static KNOWN: LazyLock<[u8; 0x100]> = LazyLock::new(|| {
    std::array::from_fn(|place| {
        let mut folded = String::new();
        let letter = u32::try_from(KNOWN_FROM + place).ok().and_then(char::from_u32);
        letter.into_iter().for_each(|it| decompose_canonical(it, |it| push(&mut folded, it)));
        match folded.as_bytes() {
            [letter] if *letter != b' ' => *letter,
            _ => 0,
        }
    })
});

/// Adds one letter, folded. Of two blanks only the first stands, of those at the beginning none.
fn push(folded: &mut String, c: char) {
    match c {
        ' ' | '\t'..='\r' => push_blank(folded),
        'A'..='Z' => folded.push(c.to_ascii_lowercase()),
        '`' => folded.push('\''),
        _ if c.is_ascii() => folded.push(c),
        _ if is_combining_mark(c) || is_invisible(c) => {}
        _ if c.is_whitespace() => push_blank(folded),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{b4}' => folded.push('\''),
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => folded.push('"'),
        'º' => folded.push('o'),
        'ª' => folded.push('a'),
        _ => folded.extend(c.to_lowercase()),
    }
}

fn push_blank(folded: &mut String) {
    if folded.as_bytes().last().is_some_and(|it| *it != b' ') {
        folded.push(' ');
    }
}

/// Characters that a reader does not see: soft hyphen, zero-width blanks and joiners, byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}')
}

#[cfg(test)]
mod tests {
    use super::{fold, unaccented};

    #[test]
    fn fault_33_every_spelling_of_a_word_folds_to_one() {
        for spelling in ["Perícia", "PERICIA", "Peri\u{301}cia", "pe\u{ad}rícia", " perícia\u{a0}"] {
            assert_eq!(fold(spelling), "pericia");
        }
        assert_eq!(fold("“e–mail”\u{a0}\n DO  1º"), "\"e-mail\" do 1o");
    }

    #[test]
    fn accents_of_latin_letters_are_taken_off_and_other_alphabets_stay_as_they_are() {
        let bare = |text: &str| text.chars().map(unaccented).collect::<String>();
        assert_eq!(bare("não é possível; żółć, ßøæ"), "nao e possivel; zołc, ßøæ");
        assert_eq!(bare("мой 配信できません 각 ½ º"), "мой 配信できません 각 ½ º");
    }

    /// The text letter by letter, each as the tables of Unicode have it.
    fn slowly(text: &str) -> String {
        let mut folded = String::new();
        for c in text.chars() {
            super::decompose_canonical(c, |it| super::push(&mut folded, it));
        }
        folded.trim_end_matches(' ').to_owned()
    }

    proptest::proptest! {
        #[test]
        fn a_text_folds_to_what_its_letters_fold_to(
            mixed in "[a-c A-C`\\t\\n\u{a0}-\u{1a0}\u{300}-\u{303}\u{2010}-\u{2020} ]{0,60}",
            any in "\\PC{0,40}",
        ) {
            assert_eq!(fold(&mixed), slowly(&mixed));
            assert_eq!(fold(&any), slowly(&any));
        }
    }
}
