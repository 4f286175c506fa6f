//! What a file is, by its content: the first bytes, and where these do not suffice the parts inside.

use memchr::memmem;

use super::mp4;

/// What a file is. The variants are those that offices, phones and agencies send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Photograph or picture, JPEG.
    Jpeg,
    /// Picture, PNG.
    Png,
    /// Picture or animation, GIF.
    Gif,
    /// Windows bitmap.
    Bmp,
    /// TIFF, from scanners and agencies.
    Tiff,
    /// WEBP, from web pages and stickers.
    Webp,
    /// HEIC, from iPhones.
    Heic,
    /// AVIF, from web pages.
    Avif,
    /// Vector picture, SVG.
    Svg,
    /// Working file of Photoshop.
    Psd,
    /// Working file of Illustrator.
    Illustrator,
    /// Working file of CorelDRAW.
    Cdr,
    /// Working file of InDesign.
    InDesign,
    /// PostScript or EPS.
    PostScript,
    /// Windows metafile (WMF, EMF).
    Metafile,
    /// Video, MP4.
    Mp4,
    /// Video of old phones, 3GP.
    ThreeGp,
    /// Video of iPhones and Macs, MOV.
    Mov,
    /// Video, Matroska.
    Mkv,
    /// Video, WebM.
    Webm,
    /// Video, AVI.
    Avi,
    /// Video of Windows Media, WMV.
    WindowsMedia,
    /// Sound of Windows Media, WMA.
    Wma,
    /// Video, MPEG program or transport stream.
    Mpeg,
    /// Flash video.
    Flv,
    /// Video in an OGG container.
    OggVideo,
    /// Sound, MP3.
    Mp3,
    /// Sound, raw AAC (ADTS).
    Aac,
    /// Sound, AAC in MP4.
    M4a,
    /// Sound of old phones, AMR.
    Amr,
    /// Sound, OGG with Opus: what WhatsApp itself records.
    OggOpus,
    /// Sound, OGG with Vorbis (or FLAC, Speex), which WhatsApp does not take.
    OggVorbis,
    /// Sound, WAV.
    Wav,
    /// Sound, FLAC.
    Flac,
    /// Sound, AIFF.
    Aiff,
    /// PDF.
    Pdf,
    /// Word to 2003.
    Doc,
    /// Excel to 2003.
    Xls,
    /// PowerPoint to 2003.
    Ppt,
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
    /// PowerPoint.
    Pptx,
    /// OpenDocument (LibreOffice) text, sheet or presentation.
    OpenDocument,
    /// Publisher, Visio and other OLE files.
    OtherOffice,
    /// An Office file behind a password.
    LockedOffice,
    /// Rich text.
    Rtf,
    /// A web page.
    Html,
    /// Plain text.
    Text,
    /// A ZIP archive.
    Zip,
    /// RAR, 7z, gz and other archives.
    Archive,
    /// A program.
    Program,
    /// Outlook's winmail.dat.
    Tnef,
    /// No bytes at all.
    Empty,
    /// Nothing we know.
    Unknown,
}

/// The families by which limits are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Pictures that are seen.
    Picture,
    /// Working files of graphic programs.
    Artwork,
    /// Video.
    Video,
    /// Sound.
    Audio,
    /// Documents that are read.
    Document,
    /// Archives, programs, the rest.
    Other,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 54] = [
        Self::Jpeg,
        Self::Png,
        Self::Gif,
        Self::Bmp,
        Self::Tiff,
        Self::Webp,
        Self::Heic,
        Self::Avif,
        Self::Svg,
        Self::Psd,
        Self::Illustrator,
        Self::Cdr,
        Self::InDesign,
        Self::PostScript,
        Self::Metafile,
        Self::Mp4,
        Self::ThreeGp,
        Self::Mov,
        Self::Mkv,
        Self::Webm,
        Self::Avi,
        Self::WindowsMedia,
        Self::Wma,
        Self::Mpeg,
        Self::Flv,
        Self::OggVideo,
        Self::Mp3,
        Self::Aac,
        Self::M4a,
        Self::Amr,
        Self::OggOpus,
        Self::OggVorbis,
        Self::Wav,
        Self::Flac,
        Self::Aiff,
        Self::Pdf,
        Self::Doc,
        Self::Xls,
        Self::Ppt,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::OpenDocument,
        Self::OtherOffice,
        Self::LockedOffice,
        Self::Rtf,
        Self::Html,
        Self::Text,
        Self::Zip,
        Self::Archive,
        Self::Program,
        Self::Tnef,
        Self::Empty,
        Self::Unknown,
    ];

    /// Its family, media type, usual extension (the first), further extensions, and the words by which people name it.
    const fn row(self) -> (Family, &'static str, &'static [&'static str], &'static str) {
        use Family as F;
        match self {
            Self::Jpeg => (F::Picture, "image/jpeg", &["jpg", "jpeg", "jpe", "jfif"], "imagem JPEG"),
            Self::Png => (F::Picture, "image/png", &["png"], "imagem PNG"),
            Self::Gif => (F::Picture, "image/gif", &["gif"], "imagem GIF"),
            Self::Bmp => (F::Picture, "image/bmp", &["bmp", "dib"], "imagem BMP"),
            Self::Tiff => (F::Picture, "image/tiff", &["tif", "tiff"], "imagem TIFF"),
            Self::Webp => (F::Picture, "image/webp", &["webp"], "imagem WEBP"),
            Self::Heic => (F::Picture, "image/heic", &["heic", "heif"], "foto HEIC (de iPhone)"),
            Self::Avif => (F::Picture, "image/avif", &["avif"], "imagem AVIF"),
            Self::Svg => (F::Artwork, "image/svg+xml", &["svg"], "desenho SVG"),
            Self::Psd => (F::Artwork, "image/vnd.adobe.photoshop", &["psd", "psb"], "arquivo do Photoshop (PSD)"),
            Self::Illustrator => (F::Artwork, "application/illustrator", &["ai"], "arquivo do Illustrator (AI)"),
            Self::Cdr => (F::Artwork, "application/vnd.corel-draw", &["cdr"], "arquivo do CorelDRAW (CDR)"),
            Self::InDesign => (F::Artwork, "application/x-indesign", &["indd"], "arquivo do InDesign (INDD)"),
            Self::PostScript => (F::Artwork, "application/postscript", &["eps", "ps"], "arquivo EPS/PostScript"),
            Self::Metafile => (F::Artwork, "image/wmf", &["wmf", "emf"], "desenho WMF/EMF"),
            Self::Mp4 => (F::Video, "video/mp4", &["mp4", "m4v"], "vídeo MP4"),
            Self::ThreeGp => (F::Video, "video/3gpp", &["3gp", "3g2", "3gpp"], "vídeo 3GP"),
            Self::Mov => (F::Video, "video/quicktime", &["mov", "qt"], "vídeo MOV"),
            Self::Mkv => (F::Video, "video/x-matroska", &["mkv"], "vídeo MKV"),
            Self::Webm => (F::Video, "video/webm", &["webm"], "vídeo WEBM"),
            Self::Avi => (F::Video, "video/x-msvideo", &["avi"], "vídeo AVI"),
            Self::WindowsMedia => (F::Video, "video/x-ms-wmv", &["wmv", "asf"], "vídeo do Windows Media (WMV)"),
            Self::Wma => (F::Audio, "audio/x-ms-wma", &["wma"], "áudio do Windows Media (WMA)"),
            Self::Mpeg => (F::Video, "video/mpeg", &["mpg", "mpeg", "vob", "ts", "m2ts", "mts"], "vídeo MPEG"),
            Self::Flv => (F::Video, "video/x-flv", &["flv"], "vídeo FLV"),
            Self::OggVideo => (F::Video, "video/ogg", &["ogv", "ogg"], "vídeo OGG"),
            Self::Mp3 => (F::Audio, "audio/mpeg", &["mp3", "mp2", "mpga"], "áudio MP3"),
            Self::Aac => (F::Audio, "audio/aac", &["aac"], "áudio AAC"),
            Self::M4a => (F::Audio, "audio/mp4", &["m4a", "m4b", "mp4"], "áudio M4A"),
            Self::Amr => (F::Audio, "audio/amr", &["amr", "awb"], "áudio AMR"),
            Self::OggOpus => (F::Audio, "audio/ogg", &["ogg", "opus", "oga"], "áudio OGG (Opus)"),
            Self::OggVorbis => (F::Audio, "audio/ogg", &["ogg", "oga", "spx"], "áudio OGG (Vorbis)"),
            Self::Wav => (F::Audio, "audio/wav", &["wav", "wave"], "áudio WAV"),
            Self::Flac => (F::Audio, "audio/flac", &["flac"], "áudio FLAC"),
            Self::Aiff => (F::Audio, "audio/aiff", &["aiff", "aif", "aifc"], "áudio AIFF"),
            Self::Pdf => (F::Document, "application/pdf", &["pdf"], "documento PDF"),
            Self::Doc => (F::Document, "application/msword", &["doc", "dot"], "documento do Word"),
            Self::Xls => (F::Document, "application/vnd.ms-excel", &["xls", "xlt"], "planilha do Excel"),
            Self::Ppt => (F::Document, "application/vnd.ms-powerpoint", &["ppt", "pps"], "apresentação do PowerPoint"),
            Self::Docx => (
                F::Document,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                &["docx", "docm", "dotx"],
                "documento do Word",
            ),
            Self::Xlsx => (
                F::Document,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                &["xlsx", "xlsm", "xlsb", "xltx"],
                "planilha do Excel",
            ),
            Self::Pptx => (
                F::Document,
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                &["pptx", "pptm", "ppsx"],
                "apresentação do PowerPoint",
            ),
            Self::OpenDocument => (
                F::Document,
                "application/vnd.oasis.opendocument",
                &["odt", "ods", "odp", "odg"],
                "documento do LibreOffice",
            ),
            Self::OtherOffice => (
                F::Document,
                "application/x-ole-storage",
                &["pub", "vsd", "msg"],
                "arquivo do Publisher ou de outro programa do Office",
            ),
            Self::LockedOffice => (
                F::Document,
                "application/x-ole-storage",
                &["docx", "xlsx", "pptx"],
                "arquivo do Office protegido por senha",
            ),
            Self::Rtf => (F::Document, "application/rtf", &["rtf", "doc"], "texto RTF"),
            Self::Html => (F::Document, "text/html", &["html", "htm", "mht"], "página da internet (HTML)"),
            Self::Text => (F::Document, "text/plain", &["txt", "text", "log"], "texto simples"),
            Self::Zip => (F::Other, "application/zip", &["zip"], "arquivo compactado (ZIP)"),
            Self::Archive => {
                (F::Other, "application/x-compressed", &["rar", "7z", "gz", "tar", "bz2", "xz"], "arquivo compactado")
            }
            Self::Program => (F::Other, "application/x-executable", &["exe", "dll", "com", "bat", "msi"], "programa"),
            Self::Tnef => (F::Other, "application/ms-tnef", &["dat"], "pacote do Outlook (winmail.dat)"),
            Self::Empty => (F::Other, "application/octet-stream", &[], "arquivo vazio"),
            Self::Unknown => (F::Other, "application/octet-stream", &[], "arquivo de formato desconhecido"),
        }
    }

    /// Its family.
    #[must_use]
    pub const fn family(self) -> Family {
        self.row().0
    }

    /// Its media type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        self.row().1
    }

    /// The extensions that files of this kind bear, the usual one first.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        self.row().2
    }

    /// What people call it, in Portuguese.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        self.row().3
    }
}

/// What the bytes are. Constant work but for archives and OLE files, whose parts are looked up once.
#[must_use]
pub fn kind_of(bytes: &[u8]) -> Kind {
    if bytes.is_empty() {
        return Kind::Empty;
    }
    by_magic(bytes)
        .or_else(|| riff(bytes))
        .or_else(|| mp4::kind(bytes))
        .or_else(|| ogg(bytes))
        .or_else(|| zip(bytes))
        .or_else(|| ole(bytes))
        .or_else(|| matroska(bytes))
        .or_else(|| pdf(bytes))
        .or_else(|| mpeg_audio(bytes))
        .or_else(|| bitmap(bytes))
        .or_else(|| text(bytes))
        .unwrap_or(Kind::Unknown)
}

/// Kinds that their first bytes name and nothing else bears.
const MAGIC: &[(&[u8], Kind)] = &[
    (b"\xff\xd8\xff", Kind::Jpeg),
    (b"\x89PNG\r\n\x1a\n", Kind::Png),
    (b"GIF87a", Kind::Gif),
    (b"GIF89a", Kind::Gif),
    (b"II*\0", Kind::Tiff),
    (b"MM\0*", Kind::Tiff),
    (b"II+\0", Kind::Tiff),
    (b"8BPS", Kind::Psd),
    (b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5", Kind::InDesign),
    (b"%!PS", Kind::PostScript),
    (b"\xc5\xd0\xd3\xc6", Kind::PostScript),
    (b"\xd7\xcd\xc6\x9a", Kind::Metafile),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Kind::WindowsMedia),
    (b"\0\0\x01\xba", Kind::Mpeg),
    (b"\0\0\x01\xb3", Kind::Mpeg),
    (b"FLV\x01", Kind::Flv),
    (b"ID3", Kind::Mp3),
    (b"#!AMR", Kind::Amr),
    (b"fLaC", Kind::Flac),
    (b"{\\rtf", Kind::Rtf),
    (b"Rar!\x1a\x07", Kind::Archive),
    (b"7z\xbc\xaf\x27\x1c", Kind::Archive),
    (b"\x1f\x8b", Kind::Archive),
    (b"BZh", Kind::Archive),
    (b"\xfd7zXZ\0", Kind::Archive),
    (b"MZ", Kind::Program),
    (b"\x7fELF", Kind::Program),
    (b"\x78\x9f\x3e\x22", Kind::Tnef),
];

fn by_magic(bytes: &[u8]) -> Option<Kind> {
    let kind = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)?;
    if kind == Kind::Program && !is_program(bytes) {
        return None;
    }
    let head = bytes.get(..ASF_HEAD).unwrap_or(bytes);
    let is_sound = kind == Kind::WindowsMedia && memmem::find(head, ASF_VIDEO).is_none();
    Some(if is_sound { Kind::Wma } else { kind })
}

/// The header of an ASF file names its streams; it is shorter than this.
const ASF_HEAD: usize = 64 * 1024;

/// The GUID of a video stream (ASF specification, 10.4).
const ASF_VIDEO: &[u8] = b"\xc0\xef\x19\xbc\x4d\x5b\xcf\x11\xa8\xfd\x00\x80\x5f\x5c\x44\x2b";

/// A text may begin with `MZ`; a program has more than that: a DOS header and zeros in it.
fn is_program(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x7fELF") || bytes.get(..512).unwrap_or(bytes).contains(&0)
}

/// RIFF containers: the form stands at offset 8.
fn riff(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"FORM") && matches!(bytes.get(8..12), Some(b"AIFF" | b"AIFC")) {
        return Some(Kind::Aiff);
    }
    if !(bytes.starts_with(b"RIFF") || bytes.starts_with(b"RF64")) {
        return None;
    }
    let form = bytes.get(8..12)?;
    match form {
        b"WEBP" => Some(Kind::Webp),
        b"WAVE" => Some(Kind::Wav),
        b"AVI " => Some(Kind::Avi),
        _ if form.starts_with(b"CDR") || form.starts_with(b"cdr") => Some(Kind::Cdr),
        _ => Some(Kind::Unknown),
    }
}

/// OGG: the first packet of the first pages names the codec (RFC 3533; RFC 7845 for Opus).
fn ogg(bytes: &[u8]) -> Option<Kind> {
    if !bytes.starts_with(b"OggS") {
        return None;
    }
    let head = bytes.get(..4096).unwrap_or(bytes);
    if memmem::find(head, b"\x80theora").is_some() || memmem::find(head, b"\x01video").is_some() {
        return Some(Kind::OggVideo);
    }
    if memmem::find(head, b"OpusHead").is_some() { Some(Kind::OggOpus) } else { Some(Kind::OggVorbis) }
}

/// Parts by which a ZIP shows what it is. Names stand uncompressed in the local headers and in the directory.
const ZIP_PARTS: &[(&[u8], Kind)] = &[
    (b"word/", Kind::Docx),
    (b"xl/", Kind::Xlsx),
    (b"ppt/", Kind::Pptx),
    (b"content/riffData.cdr", Kind::Cdr),
    (b"content/root.dat", Kind::Cdr),
];

fn zip(bytes: &[u8]) -> Option<Kind> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return bytes.starts_with(b"PK\x05\x06").then_some(Kind::Zip);
    }
    let first_name = bytes.get(30..).unwrap_or_default();
    if first_name.starts_with(b"mimetypeapplication/vnd.oasis.opendocument") {
        return Some(Kind::OpenDocument);
    }
    if memmem::find(first_name.get(..120).unwrap_or(first_name), b"corel").is_some() {
        return Some(Kind::Cdr);
    }
    let names = zip_names(bytes);
    let office = names.iter().any(|name| *name == b"[Content_Types].xml");
    let part = ZIP_PARTS.iter().find(|(part, _)| names.iter().any(|name| name.starts_with(part)));
    match part {
        Some((_, Kind::Cdr)) => Some(Kind::Cdr),
        Some((_, kind)) if office => Some(*kind),
        Some(_) | None => Some(Kind::Zip),
    }
}

/// More names than any Office document has are not looked at.
const ZIP_NAMES_MAX: usize = 10_000;

/// The names of a ZIP's central directory (APPNOTE 4.3.12), found by its signature; none if it is damaged.
fn zip_names(bytes: &[u8]) -> Vec<&[u8]> {
    memmem::find_iter(bytes, b"PK\x01\x02")
        .take(ZIP_NAMES_MAX)
        .filter_map(|at| {
            let header = bytes.get(at..)?;
            let length = u16::from_le_bytes([*header.get(28)?, *header.get(29)?]);
            header.get(46..46 + usize::from(length))
        })
        .collect()
}

/// OLE files (MS-CFB): the directory holds the names of the streams in UTF-16.
fn ole(bytes: &[u8]) -> Option<Kind> {
    if !bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return None;
    }
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &wide).is_some()
    };
    let streams = [
        ("EncryptedPackage", Kind::LockedOffice),
        ("WordDocument", Kind::Doc),
        ("Workbook", Kind::Xls),
        ("PowerPoint Document", Kind::Ppt),
        ("Book", Kind::Xls),
    ];
    streams.iter().find(|(name, _)| has(name)).map(|(_, kind)| *kind).or(Some(Kind::OtherOffice))
}

/// EBML: the document type stands in the head.
fn matroska(bytes: &[u8]) -> Option<Kind> {
    if !bytes.starts_with(b"\x1a\x45\xdf\xa3") {
        return None;
    }
    let head = bytes.get(..256).unwrap_or(bytes);
    if memmem::find(head, b"webm").is_some() { Some(Kind::Webm) } else { Some(Kind::Mkv) }
}

/// PDF: the mark may stand within the first 1024 bytes (readers accept that). Illustrator saves a PDF with its own
/// data beside; a PDF *made* by Illustrator has no such data and is one like any other.
fn pdf(bytes: &[u8]) -> Option<Kind> {
    let head = bytes.get(..1024).unwrap_or(bytes);
    memmem::find(head, b"%PDF-")?;
    let is_artwork = memmem::find(bytes, b"/AIPrivateData1").is_some() || memmem::find(bytes, b"/AIMetaData").is_some();
    if is_artwork { Some(Kind::Illustrator) } else { Some(Kind::Pdf) }
}

/// MPEG audio without an ID3 tag, or ADTS: two frame heads in a row, since eleven bits alone may be chance.
fn mpeg_audio(bytes: &[u8]) -> Option<Kind> {
    let (first, second) = (*bytes.first()?, *bytes.get(1)?);
    if first == 0x47 && bytes.get(188) == Some(&0x47) && bytes.get(376) == Some(&0x47) {
        return Some(Kind::Mpeg);
    }
    if first != 0xff || second & 0xe0 != 0xe0 {
        return None;
    }
    if second & 0xf6 == 0xf0 {
        let length = adts_length(bytes)?;
        let next = bytes.get(length..);
        let goes_on = next.is_none_or(|rest| rest.is_empty() || rest.starts_with(&[0xff]));
        return goes_on.then_some(Kind::Aac);
    }
    let layer_is_known = second & 0x06 != 0;
    let rate_is_known = bytes.get(2).is_some_and(|b| b & 0xf0 != 0xf0 && b & 0x0c != 0x0c);
    (layer_is_known && rate_is_known).then_some(Kind::Mp3)
}

/// The length of an ADTS frame: 13 bits from bit 30 on (ISO 13818-7, 6.2).
fn adts_length(bytes: &[u8]) -> Option<usize> {
    let (high, middle, low) = (*bytes.get(3)?, *bytes.get(4)?, *bytes.get(5)?);
    let length = usize::from(high & 0x03) << 11 | usize::from(middle) << 3 | usize::from(low >> 5);
    (length >= 7).then_some(length)
}

/// BMP: `BM` alone could be a word; the header's size field is one of the known ones.
fn bitmap(bytes: &[u8]) -> Option<Kind> {
    let header = bytes.get(14..18)?;
    let size = u32::from_le_bytes(header.try_into().ok()?);
    (bytes.starts_with(b"BM") && matches!(size, 12 | 16 | 40 | 52 | 56 | 64 | 108 | 124)).then_some(Kind::Bmp)
}

/// How much of a file is looked at to tell text from bytes.
const TEXT_HEAD: usize = 64 * 1024;

/// Text, and what is written as text: SVG, HTML.
fn text(bytes: &[u8]) -> Option<Kind> {
    let head = bytes.get(..TEXT_HEAD).unwrap_or(bytes);
    let is_utf16 = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    let control = |b: &u8| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    if !is_utf16 && head.iter().any(control) {
        return None;
    }
    let lower = head.get(..4096).unwrap_or(head).to_ascii_lowercase();
    if memmem::find(&lower, b"<svg").is_some() {
        return Some(Kind::Svg);
    }
    let start = lower.iter().position(|b| !b.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(b)).unwrap_or(0);
    let begin = lower.get(start..).unwrap_or_default();
    let is_html = begin.starts_with(b"<!doctype html") || begin.starts_with(b"<html");
    Some(if is_html { Kind::Html } else { Kind::Text })
}
