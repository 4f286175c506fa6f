//! The words of a notice for people: who is meant, and what is said of each.
//!
//! Nearly half of all notices have nothing but this. The grammars of the servers agree in a few habits: the recipient
//! begins a line, or stands behind a word that names it; what is said of it follows; the returned message comes last.

use super::address::{self, Found};
use super::codes;
use super::words::{squeeze, words};

/// As many lines as are read: notices say what they say at their beginning.
const LINES_MAX: usize = 4000;
/// As many recipients as are read from words.
const CANDIDATES_MAX: usize = 2000;
/// As many addresses as are looked at for that.
const ADDRESSES_MAX: usize = 4000;

/// As many recipients on one line as share what is said below it.
const LISTED_MAX: usize = 20;
/// As much as is kept of what is said of one recipient.
const SAID_MAX: usize = 16 * 1024;
/// As much as is kept of what is said before the first recipient.
const PREAMBLE_MAX: usize = 4 * 1024;

/// How surely an address is a recipient: the surest kind that a notice has counts, and no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Surety {
    /// It begins a line, alone or followed by what is said of it.
    Begins,
    /// A word before it names it, or the reply of a host quotes it.
    Named,
    /// It begins a line that goes on as a sentence.
    BeginsSentence,
    /// It merely stands there.
    Loose,
}

/// An address of the text and where it stands.
#[derive(Debug, Clone)]
struct Candidate<'x> {
    address: &'x str,
    surety: Surety,
    line: usize,
}

/// A recipient read from words.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub(super) address: String,
    /// The address behind which it was found: `(expanded from <…>)`.
    pub(super) expanded_from: Option<String>,
    /// Everything that is said of it.
    pub(super) said: String,
    /// Whether it merely stands there, or begins a sentence.
    pub(super) loose: bool,
}

/// What the words of a notice say.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    /// The words without the returned message, squeezed.
    pub(super) squeezed: String,
    /// The words without the returned message.
    pub(super) zone: String,
    /// Where the returned message begins in the text, if it stands there.
    pub(super) returned_at: Option<usize>,
}

/// Who is certainly no recipient, and whether the returned message is a part of its own.
pub(super) struct Setting<'x> {
    /// To whom the notice came: the sender of the original message.
    pub(super) own: &'x [String],
    /// Whether the returned message is a part of its own.
    pub(super) returned_apart: bool,
}

/// Cuts the returned message off and squeezes the rest: enough to tell whether it is a notice at all.
pub(super) fn zone_of(text: &str, setting: &Setting<'_>) -> Reading {
    let mut zone = String::with_capacity(text.len().min(16 * 1024));
    let returned_at = cut_returned(text, setting, &mut zone);
    if let Some(tail) = returned_at.and_then(|at| text.get(at..))
        && zone.lines().all(|it| it.trim().is_empty() || announces_returned(it))
    {
        // The returned header stands first, the notice's own words below it.
        cut_returned(below_header_or_line(tail), setting, &mut zone);
    }
    let squeezed = squeeze(&zone);
    Reading { squeezed, zone, returned_at }
}

/// Reads the recipients from the words of a notice.
pub(super) fn mentions(zone: &str, setting: &Setting<'_>) -> Vec<Mention> {
    let lines: Vec<&str> = zone.lines().take(LINES_MAX).collect();
    let (mut candidates, expansions) = candidates(&lines);
    // Exchange quotes `To:` of the message above the list of those whom it did not reach.
    let begins = lines.iter().position(|it| squeeze(it).starts_with("did not reach the following recipient"));
    if let Some(begins) = begins.filter(|at| candidates.iter().any(|it| it.line > *at)) {
        candidates.retain(|it| it.line > begins);
    }
    mentions_among(&lines, &candidates, &expansions, setting)
}

/// Reads a notice whose own list stands below what looked like the returned message: only those recipients that
/// begin a line or are named by a word. The words are given as well.
pub(super) fn mentions_below(tail: &str, setting: &Setting<'_>) -> (Vec<Mention>, String) {
    let below = below_header_or_line(tail);
    let mut zone = String::new();
    cut_returned(below, setting, &mut zone);
    let lines: Vec<&str> = zone.lines().take(LINES_MAX).collect();
    let (mut candidates, expansions) = candidates(&lines);
    candidates.retain(|it| matches!(it.surety, Surety::Begins | Surety::Named));
    let mentions = mentions_among(&lines, &candidates, &expansions, setting);
    (mentions, zone)
}

/// Recipients of whom only the name before the `@` is listed: a server speaks so of its own users.
///
/// ```text
/// could not be delivered to the following users:
///     paulo.reis   (user unknown)
/// ```
pub(super) fn names_listed(zone: &str) -> Vec<(&str, &str)> {
    let mut names: Vec<(&str, &str)> = Vec::new();
    let mut announced = false;
    for line in zone.lines().take(LINES_MAX).filter(|it| !it.trim().is_empty()) {
        match name_listed(line).filter(|_| announced) {
            Some(name) if names.len() < LISTED_MAX => names.push((name, line)),
            Some(_) => break,
            None if !names.is_empty() => break,
            None => announced = line.trim_end().ends_with(':') && words().announces_list(&squeeze(line)),
        }
    }
    names
}

/// An indented line of a name alone, or of a name and, set off from it, what is said of it.
fn name_listed(line: &str) -> Option<&str> {
    let indented = line.starts_with([' ', '\t']);
    let line = line.trim();
    let end = line.find(char::is_whitespace).unwrap_or(line.len());
    let (name, rest) = line.split_at(end);
    let set_off = rest.is_empty() || rest.starts_with("  ") || rest.starts_with('\t') || rest.starts_with(" (");
    let is_name = (2..=64).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+'))
        && name.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric())
        && name.bytes().any(|b| b.is_ascii_alphabetic());
    (indented && set_off && is_name).then_some(name)
}

/// Whether a line lists a recipient as programs do: an address alone, or behind a word that names it.
pub(super) fn lists_recipient(line: &str) -> bool {
    if address::is_alone(line) {
        return true;
    }
    let Some(found) = address::in_line(line).next() else { return false };
    let before = squeeze(words_before(line, found.start));
    let name = before.trim_end_matches(['<', ' ']);
    let after = line.get(found.end..).unwrap_or_default().trim_matches(['>', ' ']);
    if name.len() > 2 && name.starts_with('"') && name.ends_with('"') && after.is_empty() {
        return true;
    }
    words().names_recipient(before.trim_end_matches(['<', '"', '\'', ' '])) == Some(true)
}

/// What follows the header block, or the one line, with which a text begins.
fn below_header_or_line(tail: &str) -> &str {
    let first_line_end = tail.find('\n').map_or(tail.len(), |at| at + 1);
    let (first, rest) = tail.split_at(first_line_end);
    if header_line(first.trim_start_matches([' ', '\t', '>', '|'])) == Header::No {
        return rest;
    }
    tail.split_once("\n\n").map_or("", |(_, below)| below)
}

fn mentions_among<'x>(
    lines: &[&'x str],
    candidates: &[Candidate<'x>],
    expansions: &[Expansion<'x>],
    setting: &Setting<'_>,
) -> Vec<Mention> {
    let (chosen, loose) = choose(candidates, setting.own);
    let chosen = if chosen.is_empty() && !expansions.is_empty() {
        expansions.iter().map(|(_, from)| *from).collect()
    } else {
        chosen
    };
    let mut mentions = collect(lines, candidates, expansions, &chosen);
    mentions.iter_mut().for_each(|it| it.loose = loose);
    mentions
}

/// Copies what is said in the notice's own words to `zone` and gives where the returned message begins.
fn cut_returned(text: &str, setting: &Setting<'_>, zone: &mut String) -> Option<usize> {
    let mut at = 0;
    let mut block: Option<Block> = None;
    let mut skipping = false;
    for line in text.split_inclusive('\n').take(LINES_MAX) {
        let start = at;
        at += line.len();
        let bare = line.trim_start_matches([' ', '\t', '>', '|']);
        if skipping {
            skipping = !bare.trim().is_empty();
            continue;
        }
        if !setting.returned_apart && announces_returned(line) && !zone.trim().is_empty() {
            return Some(start);
        }
        let kind = header_line(bare);
        match kind {
            Header::Certain | Header::Identity | Header::Possible => {
                let block =
                    block.get_or_insert(Block { zone_at: zone.len(), text_at: start, fields: 0, identity: false });
                block.fields += 1;
                block.identity |= kind == Header::Identity;
            }
            Header::No if line.starts_with([' ', '\t']) && block.is_some() && !bare.trim().is_empty() => {}
            Header::No => block = None,
        }
        let begun = block.as_ref().filter(|it| kind == Header::Certain || (it.identity && it.fields >= 3));
        if let Some(begun) = begun {
            zone.truncate(begun.zone_at);
            if !setting.returned_apart {
                return Some(begun.text_at);
            }
            skipping = true;
            block = None;
            continue;
        }
        zone.push_str(line);
    }
    None
}

/// A line that says that the returned message follows.
fn announces_returned(line: &str) -> bool {
    let trimmed = line.trim();
    if trimmed.is_empty() || trimmed.len() > 160 {
        return false;
    }
    let decorated = ["--", "==", "__", "**", "##"].iter().any(|it| trimmed.contains(it));
    let ends = trimmed.ends_with([':', '：']);
    let lower = squeeze(trimmed);
    let says_follows = lower.starts_with("original message follow") || lower.starts_with("message header follow");
    (decorated || ends || says_follows) && words().announces_returned(&lower)
}

/// Lines of header fields that may be the beginning of the returned message.
struct Block {
    zone_at: usize,
    text_at: usize,
    fields: usize,
    /// Whether its `Message-ID` is among them.
    identity: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Header {
    /// Only a message has such a line.
    Certain,
    /// `Message-ID`: a message has it, and a notice may name it.
    Identity,
    /// A message has such a line, and so may a notice.
    Possible,
    No,
}

fn header_line(line: &str) -> Header {
    const CERTAIN: [&str; 11] = [
        "received",
        "return-path",
        "mime-version",
        "dkim-signature",
        "x-mailer",
        "x-originating-ip",
        "content-transfer-encoding",
        "delivered-to",
        "authentication-results",
        "domainkey-signature",
        "x-received",
    ];
    const POSSIBLE: [&str; 12] = [
        "from",
        "to",
        "subject",
        "date",
        "cc",
        "sender",
        "reply-to",
        "references",
        "content-type",
        "organization",
        "importance",
        "thread-topic",
    ];
    let Some((name, value)) = line.split_once(':') else { return Header::No };
    if name.len() > 40 || !(value.starts_with([' ', '\t']) || value.is_empty() || value.starts_with('\n')) {
        return Header::No;
    }
    if name.eq_ignore_ascii_case("message-id") || name.eq_ignore_ascii_case("in-reply-to") {
        return Header::Identity;
    }
    let is = |list: &[&str]| list.iter().any(|it| name.eq_ignore_ascii_case(it));
    if is(&CERTAIN) {
        // `Received: 3 messages` is no trace field.
        let traced = !name.eq_ignore_ascii_case("received")
            || value.trim_start().starts_with("from")
            || value.trim_start().starts_with("by")
            || value.contains('(')
            || value.trim().is_empty();
        return if traced { Header::Certain } else { Header::No };
    }
    let extension = name.len() > 2 && name.get(..2).is_some_and(|it| it.eq_ignore_ascii_case("x-"));
    if is(&POSSIBLE) || extension { Header::Possible } else { Header::No }
}

type Expansion<'x> = (usize, &'x str);

/// Every address of the lines with its surety, and the addresses that were expanded.
fn candidates<'x>(lines: &[&'x str]) -> (Vec<Candidate<'x>>, Vec<Expansion<'x>>) {
    let mut candidates = Vec::new();
    let mut expansions = Vec::new();
    let mut previous = "";
    let mut aligned = "";
    let mut seen = 0;
    for (number, line) in lines.iter().enumerate() {
        if memchr::memchr(b'@', line.as_bytes()).is_some() && line.len() < 8192 {
            let mut end_before = 0;
            let mut surety_before = None;
            for found in address::in_line(line).take(200) {
                seen += 1;
                let listed = follows_in_list(line, end_before, found.start);
                end_before = found.end;
                let before = squeeze(words_before(line, found.start));
                if is_expansion(&before) {
                    let is_cut = line.get(found.end..).is_some_and(|it| it.starts_with("..."));
                    expansions.extend((!is_cut).then_some((number, found.text)));
                    continue;
                }
                let in_list = previous.trim_end().ends_with(':')
                    || previous.contains('@')
                    || (!aligned.is_empty() && indentation(line) == aligned);
                let surety = surety(line, &before, found, in_list);
                let surety = if listed { surety_before.or(surety) } else { surety };
                surety_before = surety;
                if let Some(surety) = surety {
                    if surety == Surety::Begins {
                        aligned = indentation(line);
                    }
                    candidates.push(Candidate { address: found.text, surety, line: number });
                }
            }
        }
        if !line.trim().is_empty() {
            previous = line;
        }
        if candidates.len() >= CANDIDATES_MAX || seen >= ADDRESSES_MAX {
            break;
        }
    }
    (candidates, expansions)
}

/// Whether nothing but a comma or an `and` stands between an address and the one before it.
fn follows_in_list(line: &str, end_before: usize, start: usize) -> bool {
    let gap = line.get(end_before..start).unwrap_or_default();
    let between = gap.trim_matches([' ', '\t', '<', '>', '"', '\'', '(', ')']);
    end_before > 0 && matches!(between, "," | ";" | "and" | "e" | "und" | "et" | "y" | "&" | ">, <" | ">; <")
}

/// The words before an address, as far as they matter.
fn words_before(line: &str, at: usize) -> &str {
    let before = line.get(..at).unwrap_or_default();
    let from = before.char_indices().rev().nth(200).map_or(0, |(from, _)| from);
    before.get(from..).unwrap_or_default()
}

fn is_expansion(before: &str) -> bool {
    ["expanded from", "generated from", "generated by", "originally addressed to", "alias of", "forwarded from"]
        .iter()
        .any(|it| before.trim_end_matches(['<', ' ', '"', '\'', ':']).ends_with(it))
}

/// How surely the address found is a recipient; `None` if it is certainly none.
fn surety(line: &str, before: &str, found: Found<'_>, in_list: bool) -> Option<Surety> {
    let after = line.get(found.end..).unwrap_or_default();
    if before.ends_with("://") || before.contains("http") && !before.contains(' ') {
        return None;
    }
    let opened = before.trim_end_matches(['<', '(', '[', '"', '\'', ' ', '*', '{', '=']);
    let opened = opened.strip_suffix("mailto:").unwrap_or(opened).trim_end_matches(['<', '(', '[', '"', '\'', ' ']);
    let lead =
        opened.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_start_matches(|c: char| c.is_ascii_digit());
    let bulleted = lead.trim_start_matches(['.', ')', ':', ' ']).is_empty()
        && opened.bytes().filter(u8::is_ascii_digit).count() < 3;
    if bulleted {
        return Some(if goes_on_as_sentence(after, before.ends_with('<')) {
            Surety::BeginsSentence
        } else {
            Surety::Begins
        });
    }
    if let Some(recipient) = words().names_recipient(opened) {
        return recipient.then_some(Surety::Named);
    }
    if quotes_reply(before) {
        return Some(Surety::Named);
    }
    if names_a_person(line, opened, after, before) && (in_list || before.ends_with("<mailto:")) {
        return Some(Surety::Begins);
    }
    if opened.is_empty() && before.contains(['<', '[']) {
        return Some(Surety::Begins);
    }
    Some(Surety::Loose)
}

/// Whether what follows an address at the beginning of a line makes it part of a sentence.
fn goes_on_as_sentence(after: &str, bracketed: bool) -> bool {
    let mut rest = after.trim_start_matches(['>', '"', '\'', ')', ']', '*']);
    // `a@b<mailto:a@b>`, `a@b (a@b)`, `a@b <a@b>`
    let trimmed = rest.trim_start();
    if trimmed.starts_with(['<', '(', '[']) {
        return false;
    }
    if rest.trim().is_empty()
        || rest.starts_with([':', ',', ';', '\t'])
        || rest.starts_with("...")
        || rest.starts_with("  ")
        || bracketed
    {
        return false;
    }
    rest = trimmed;
    if rest.starts_with(['-', '–', ':', '=', '#', '|', ';', ',']) || rest.starts_with("...") {
        return false;
    }
    // `a@b on Thu, 29 Apr 2010 16:51:51 -0500` (Exchange); `a@b in 12/3/2010`
    if let Some(when) =
        rest.strip_prefix("on ").or_else(|| rest.strip_prefix("am ")).or_else(|| rest.strip_prefix("em "))
    {
        return !when.contains(':');
    }
    true
}

/// `550 5.1.1 <a@b>... User unknown`, `<<< 550 a@b`.
fn quotes_reply(before: &str) -> bool {
    let start = before.trim_start_matches(|c: char| !c.is_ascii_digit() && !c.is_alphabetic());
    let mut chars = start.chars();
    let code: String = chars.by_ref().take(3).collect();
    matches!(code.as_bytes(), [b'4' | b'5', b'0'..=b'9', b'0'..=b'9'])
        && matches!(chars.next(), None | Some(' ' | '-' | '#'))
}

/// `Maria da Conceição (maria@example.org)` alone on its line, as Outlook writes it.
fn names_a_person(line: &str, opened: &str, after: &str, before: &str) -> bool {
    let closes = after.trim_start_matches(['>', ')', ']', '"', '\'']);
    let closed =
        closes.len() < after.len() && closes.trim_start_matches(|c: char| c == '.' || c.is_whitespace()).is_empty();
    let linked = before.ends_with("<mailto:");
    if !(closed && before.ends_with(['(', '<', '[', ':'])) {
        return false;
    }
    let words = opened.split(' ').count();
    let starts_name =
        line.trim_start().starts_with(|c: char| c.is_uppercase() || c == '"' || c == '\'' || !c.is_alphanumeric());
    let sentence = opened.contains(['.', ':', '?', '!']) && words > 4;
    (linked || starts_name) && words <= 6 && !sentence && !opened.ends_with([':', ','])
}

/// The blanks with which a line begins.
fn indentation(line: &str) -> &str {
    line.get(..line.len() - line.trim_start().len()).unwrap_or_default()
}

/// The surest candidates, each address once, and whether nothing says that they are meant.
fn choose<'x>(candidates: &[Candidate<'x>], own: &[String]) -> (Vec<&'x str>, bool) {
    let foreign = |it: &&Candidate<'_>| !own.iter().any(|own| address::same(own, it.address));
    let person = |it: &&Candidate<'_>| !address::is_keeper(it.address);
    let (mut chosen, mut loose) = surest(candidates.iter().filter(foreign).filter(person));
    if chosen.is_empty() {
        // Somebody wrote to himself or to a keeper: only what is sure counts then.
        let sure = |it: &&Candidate<'_>| matches!(it.surety, Surety::Begins | Surety::Named);
        (chosen, loose) = surest(candidates.iter().filter(foreign).filter(sure));
        if chosen.is_empty() {
            (chosen, loose) = surest(candidates.iter().filter(person).filter(sure));
        }
    }
    (chosen, loose)
}

fn surest<'c, 'x: 'c>(candidates: impl Iterator<Item = &'c Candidate<'x>> + Clone) -> (Vec<&'x str>, bool) {
    let Some(surety) = candidates.clone().map(|it| it.surety).min() else { return (Vec::new(), false) };
    let mut seen = std::collections::HashSet::new();
    let mut chosen = Vec::new();
    for candidate in candidates.filter(|it| it.surety == surety) {
        if seen.insert(candidate.address.to_lowercase()) {
            chosen.push(candidate.address);
        }
    }
    if surety == Surety::Loose && chosen.len() > 3 {
        // Many addresses that merely stand there are a signature or a list of contacts.
        chosen.truncate(1);
    }
    (chosen, matches!(surety, Surety::BeginsSentence | Surety::Loose))
}

/// Gathers for each chosen address what is said of it: from each of its lines to the next line of another one.
fn collect(
    lines: &[&str],
    candidates: &[Candidate<'_>],
    expansions: &[Expansion<'_>],
    chosen: &[&str],
) -> Vec<Mention> {
    let index: std::collections::HashMap<String, usize> =
        chosen.iter().enumerate().map(|(number, it)| (it.to_lowercase(), number)).collect();
    let mut mentions: Vec<Mention> = chosen
        .iter()
        .map(|it| Mention { address: (*it).to_owned(), expanded_from: None, said: String::new(), loose: false })
        .collect();
    let places = candidates.iter().map(|it| (it.line, it.address)).chain(expansions.iter().copied());
    let mut marks: Vec<(usize, usize)> =
        places.filter_map(|(line, address)| Some((line, *index.get(&address.to_lowercase())?))).collect();
    marks.sort_unstable();
    let alone = mentions.len() == 1;
    let mut marks = marks.into_iter().peekable();
    // Those of whom the lines speak: several where one line lists several.
    let mut open: Vec<usize> = if alone { vec![0] } else { Vec::new() };
    let mut preamble = String::new();
    for (number, line) in lines.iter().enumerate() {
        if marks.peek().is_some_and(|(at, _)| *at <= number) {
            open.clear();
        }
        while let Some((_, mention)) = marks.next_if(|(at, _)| *at <= number) {
            if open.len() < LISTED_MAX && !open.contains(&mention) {
                open.push(mention);
            }
        }
        for mention in &open {
            if let Some(mention) = mentions.get_mut(*mention)
                && mention.said.len() < SAID_MAX
            {
                mention.said.push_str(line);
                mention.said.push('\n');
            }
        }
        if open.is_empty() && preamble.len() < PREAMBLE_MAX {
            preamble.push_str(line);
            preamble.push('\n');
        }
    }
    if codes::reply_code(&preamble).is_some() {
        // The host's word stands before the list of those whom it meant.
        for mention in mentions.iter_mut().filter(|it| codes::reply_code(&it.said).is_none()).take(200) {
            mention.said.push_str(&preamble);
        }
    }
    attach_expansions(&mut mentions, candidates, expansions, &index);
    mentions
}

/// `(expanded from <…>)` belongs to the recipient of its line or of the line above.
fn attach_expansions(
    mentions: &mut [Mention],
    candidates: &[Candidate<'_>],
    expansions: &[Expansion<'_>],
    index: &std::collections::HashMap<String, usize>,
) {
    for (line, from) in expansions {
        let until = candidates.partition_point(|it| it.line <= *line);
        let near =
            candidates.get(..until).unwrap_or_default().iter().rev().take_while(|it| line - it.line <= 3).take(20);
        let Some(above) = near.into_iter().find(|it| index.contains_key(&it.address.to_lowercase())) else { continue };
        if let Some(mention) = index.get(&above.address.to_lowercase()).and_then(|it| mentions.get_mut(*it))
            && !address::same(&mention.address, from)
        {
            // The last one named is where the mail began: `ultimately generated from`.
            mention.expanded_from = Some((*from).to_owned());
        }
    }
}
