//! The text of one part, and how it is changed: by splices, so that every other byte stays.

use encoding_rs::{Encoding, UTF_8};

use super::edit::Refusal;

/// A part's XML without its byte order mark, which is put back when it is written: quick-xml's positions do not count it.
pub struct Xml {
    pub text: String,
    mark: &'static [u8],
    coded: Coded,
}

/// How the bytes of a part stand for its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coded {
    Utf8,
    Utf16 {
        is_big_endian: bool,
    },
    /// An old code of one byte a character, named in the XML declaration.
    Old(&'static Encoding),
}

/// The byte order marks, and how what follows is coded.
const MARKS: [(&[u8], Coded); 3] = [
    (b"\xef\xbb\xbf", Coded::Utf8),
    (b"\xff\xfe", Coded::Utf16 { is_big_endian: false }),
    (b"\xfe\xff", Coded::Utf16 { is_big_endian: true }),
];

impl Xml {
    /// Takes a part's bytes. A part is refused where its text does not give back its very bytes: then a splice would change
    /// more than its place.
    pub fn new(bytes: Vec<u8>, part: &str) -> Result<Self, Refusal> {
        let refuse = |what: &str| Err(Refusal::Unsupported(format!("the part `{part}` {what}")));
        let marked = MARKS.iter().find(|it| bytes.starts_with(it.0));
        let (mark, coded) = match marked {
            Some((mark, coded)) => (*mark, *coded),
            // XML 1.0, appendix F.1: `<?` tells the order of bytes where no mark does.
            None if bytes.starts_with(b"<\0?\0") => (&b""[..], Coded::Utf16 { is_big_endian: false }),
            None if bytes.starts_with(b"\0<\0?") => (&b""[..], Coded::Utf16 { is_big_endian: true }),
            None => (&b""[..], declared(&bytes).map_or(Coded::Utf8, Coded::Old)),
        };
        if coded == Coded::Utf8 {
            let Ok(mut text) = String::from_utf8(bytes) else { return refuse("is not UTF-8") };
            text.drain(..mark.len());
            return Ok(Self { text, mark, coded });
        }
        let Some(text) = bytes.get(mark.len()..).and_then(|it| coded.read(it)) else {
            return refuse("is not written as it says");
        };
        let xml = Self { text, mark, coded };
        if xml.spliced(Vec::new()) != bytes { refuse("is not written as it says") } else { Ok(xml) }
    }

    /// The part's bytes with some places replaced.
    pub fn spliced(&self, mut splices: Vec<Splice>) -> Vec<u8> {
        splices.sort_by_key(|it| (it.from, it.to));
        let mut bytes = self.mark.to_vec();
        let mut at = 0;
        for splice in splices {
            self.coded.write(self.text.get(at..splice.from).unwrap_or_default(), &mut bytes);
            self.coded.write(&splice.with, &mut bytes);
            at = splice.to.max(at);
        }
        self.coded.write(self.text.get(at..).unwrap_or_default(), &mut bytes);
        bytes
    }
}

impl Coded {
    fn read(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Utf8 => String::from_utf8(bytes.to_vec()).ok(),
            Self::Utf16 { is_big_endian } => {
                let (pairs, rest) = bytes.as_chunks::<2>();
                let unit = |it: &[u8; 2]| if is_big_endian { u16::from_be_bytes(*it) } else { u16::from_le_bytes(*it) };
                let text = char::decode_utf16(pairs.iter().map(unit)).collect::<Result<String, _>>().ok();
                text.filter(|_| rest.is_empty())
            }
            Self::Old(encoding) => encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Into::into),
        }
    }

    fn write(self, text: &str, into: &mut Vec<u8>) {
        match self {
            Self::Utf8 => into.extend_from_slice(text.as_bytes()),
            Self::Utf16 { is_big_endian } => into.extend(
                text.encode_utf16().flat_map(|it| if is_big_endian { it.to_be_bytes() } else { it.to_le_bytes() }),
            ),
            // What the code has no byte for is written as a reference, `&#8211;`.
            Self::Old(encoding) => into.extend_from_slice(&encoding.encode(text).0),
        }
    }
}

/// The old code that the XML declaration names; `None` where it names UTF-8 or ASCII, nothing, or nothing known.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.strip_prefix(b"<?xml")?;
    let declaration = head.get(..memchr::memmem::find(head, b"?>")?)?;
    let declaration = std::str::from_utf8(declaration).ok()?;
    let (_, named) = declaration.split_once("encoding")?;
    let named = named.trim_start_matches([' ', '\t', '\r', '\n', '=']);
    let quote = named.chars().next()?;
    let label = named.trim_start_matches(quote).split(quote).next()?;
    if label.eq_ignore_ascii_case("us-ascii") || label.eq_ignore_ascii_case("ascii") {
        return None;
    }
    Encoding::for_label(label.as_bytes()).filter(|it| *it != UTF_8 && it.is_single_byte())
}

/// A place of a text and what stands there afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    pub from: usize,
    pub to: usize,
    pub with: String,
}

impl Splice {
    /// Something new at a place.
    pub fn insert(at: usize, with: impl Into<String>) -> Self {
        Self { from: at, to: at, with: with.into() }
    }

    /// Something in place of what is there.
    pub fn replace(range: std::ops::Range<usize>, with: impl Into<String>) -> Self {
        Self { from: range.start, to: range.end, with: with.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Splice, Xml};

    fn check(bytes: &[u8], expected: Option<&[u8]>) {
        let after = Xml::new(bytes.to_vec(), "p").ok().map(|xml| {
            let at = xml.text.rfind('1').unwrap();
            xml.spliced(vec![Splice::replace(at..at + 1, "2")])
        });
        assert_eq!(after.as_deref(), expected, "{bytes:?}");
    }

    #[test]
    fn a_part_keeps_its_encoding() {
        let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        check("<a>ã1</a>".as_bytes(), Some("<a>ã2</a>".as_bytes()));
        check("\u{feff}<a>ã1</a>".as_bytes(), Some("\u{feff}<a>ã2</a>".as_bytes()));
        check(&utf_16("\u{feff}<a>ã𝄞1</a>"), Some(&utf_16("\u{feff}<a>ã𝄞2</a>")));
        check(&utf_16("<?xml?><a>ã1</a>"), Some(&utf_16("<?xml?><a>ã2</a>")));
        check(b"\xfe\xff\0<\0a\0>\0\xe3\x001", Some(b"\xfe\xff\0<\0a\0>\0\xe3\x002"));
        check(b"<?xml encoding='ISO-8859-1'?><a>\xe31", Some(b"<?xml encoding='ISO-8859-1'?><a>\xe32"));
        check(b"<?xml encoding=\"us-ascii\"?><a>1", Some(b"<?xml encoding=\"us-ascii\"?><a>2"));
    }

    #[test]
    fn what_is_not_written_as_it_says_is_refused() {
        check(b"<a>\xe31</a>", None);
        check(b"<?xml encoding='utf-8'?><a>\xe31</a>", None);
        // Half a character, half a pair, and a code of several bytes whose states a splice might break.
        check(b"\xff\xfe<\0a\0>\x001", None);
        check(b"\xff\xfe<\0\0\xd81\0", None);
        check(b"<?xml encoding='iso-2022-jp'?><a>\x1b$B\x1b(B\xe31", None);
    }
}
