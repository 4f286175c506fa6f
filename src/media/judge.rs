//! What becomes of a file: goes as it is, is converted, or cannot go, with the reason and the way out in words.

use super::jpeg;
use super::kind::{Family, Kind, kind_of};
use super::limits::MediaLimits;
use super::name::{extension, fitting_name};
use super::{Plan, Tool, Verdict, mp4, pdf, png};

/// Judges one file for WhatsApp: by its content, never by its name.
#[must_use]
pub fn judge(name: &str, bytes: &[u8], limits: &MediaLimits) -> Verdict {
    let kind = as_meant(name, kind_of(bytes));
    match kind.family() {
        Family::Picture => picture(name, bytes, kind, limits),
        Family::Video => video(name, bytes, kind, limits),
        Family::Audio => audio(name, bytes, kind, limits),
        Family::Document => document(name, bytes, kind, limits),
        Family::Artwork | Family::Other => refuse(kind, reason_of(kind), remedy_of(kind)),
    }
}

/// A PDF named `.ai` is the working file of Illustrator (it is saved as one); an Illustrator PDF named `.pdf` is
/// meant to be read. Only here the name counts, because both have the same content.
fn as_meant(name: &str, kind: Kind) -> Kind {
    match (kind, extension(name).as_str()) {
        (Kind::Pdf | Kind::PostScript, "ai") => Kind::Illustrator,
        (Kind::Illustrator, "pdf") => Kind::Pdf,
        (kind, _) => kind,
    }
}

fn refuse(kind: Kind, reason: impl Into<String>, remedy: impl Into<String>) -> Verdict {
    Verdict::Refuse { kind, reason_pt: reason.into(), remedy_pt: remedy.into() }
}

fn as_is(name: &str, kind: Kind) -> Verdict {
    Verdict::AsIs { kind, name: fitting_name(name, kind) }
}

/// Bytes as people read them: `5,2 MB`.
#[must_use]
pub fn size_pt(bytes: u64) -> String {
    const MB: u64 = 1024 * 1024;
    if bytes < MB {
        return format!("{} KB", bytes.div_ceil(1024));
    }
    let tenths = (bytes * 10 + MB / 2) / MB;
    if tenths.is_multiple_of(10) {
        format!("{} MB", tenths / 10)
    } else {
        format!("{},{} MB", tenths / 10, tenths % 10)
    }
}

/// A size above a limit: where both read the same it is said that it is a little more.
fn above(size: u64, limit: u64) -> String {
    let text = size_pt(size);
    if text == size_pt(limit) { format!("pouco mais de {text}") } else { text }
}

fn picture(name: &str, bytes: &[u8], kind: Kind, limits: &MediaLimits) -> Verdict {
    let accepted = &limits.whatsapp.imagem;
    let size = bytes.len() as u64;
    let plan = |reason: String, is_required: bool| {
        let tool = if matches!(kind, Kind::Heic | Kind::Avif) { Tool::Ffmpeg } else { Tool::Picture };
        let into = if matches!(kind, Kind::Jpeg | Kind::Heic | Kind::Avif) { Kind::Jpeg } else { Kind::Png };
        Verdict::Convert(Plan {
            kind,
            into,
            bytes_max: accepted.maximo,
            name: fitting_name(name, into),
            reason_pt: reason,
            is_required,
            pixels_max: limits.conversao.pixels,
            tool,
        })
    };
    if is_animated(kind, bytes) {
        return video_plan(name, kind, limits, "é uma animação, que o WhatsApp só aceita como vídeo".to_owned());
    }
    if kind == Kind::Tiff && super::picture::has_second_page(bytes) {
        return refuse(
            kind,
            "o arquivo TIFF tem várias páginas e uma imagem mostra só uma",
            "Salve as páginas em um PDF e envie o PDF.",
        );
    }
    if !accepted.takes(kind.mime()) {
        return plan(format!("o WhatsApp não aceita {}", kind.in_words()), true);
    }
    if is_cut_off(kind, bytes) {
        return refuse(
            kind,
            "a imagem está danificada ou incompleta e não abre",
            "Envie a imagem novamente, de preferência como anexo.",
        );
    }
    if size > accepted.maximo {
        return plan(
            format!(
                "a imagem tem {} e o WhatsApp aceita até {}",
                above(size, accepted.maximo),
                size_pt(accepted.maximo)
            ),
            true,
        );
    }
    let look = if kind == Kind::Jpeg { jpeg::look(bytes) } else { jpeg::Look::default() };
    if look.is_cmyk {
        plan("a imagem está em cores de impressão (CMYK), que o WhatsApp não mostra".to_owned(), true)
    } else if kind == Kind::Png && png::is_deep(bytes) {
        plan("a imagem tem 16 bits por cor, que o WhatsApp não mostra".to_owned(), true)
    } else if look.has_place {
        plan("a foto traz o local onde foi tirada, que será removido".to_owned(), false)
    } else if look.is_turned {
        plan("a foto está gravada de lado e será endireitada".to_owned(), false)
    } else if kind == Kind::Png && png::has_see_through(bytes, limits) {
        plan("a imagem tem fundo transparente, que no WhatsApp aparece preto".to_owned(), false)
    } else {
        as_is(name, kind)
    }
}

/// Whether the end of a picture is missing.
fn is_cut_off(kind: Kind, bytes: &[u8]) -> bool {
    kind == Kind::Jpeg && !jpeg::look(bytes).is_whole || kind == Kind::Png && !png::is_whole(bytes)
}

/// Whether a GIF or WEBP moves.
fn is_animated(kind: Kind, bytes: &[u8]) -> bool {
    // The flags of the extended WEBP header: bit 1 is the animation.
    let webp_moves = || bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 0x02 != 0);
    kind == Kind::Gif && super::picture::gif_moves(bytes) || kind == Kind::Webp && webp_moves()
}

fn video_plan(name: &str, kind: Kind, limits: &MediaLimits, reason: String) -> Verdict {
    Verdict::Convert(Plan {
        kind,
        into: Kind::Mp4,
        bytes_max: limits.whatsapp.video.maximo,
        name: fitting_name(name, Kind::Mp4),
        reason_pt: reason,
        is_required: true,
        pixels_max: limits.conversao.pixels,
        tool: Tool::Ffmpeg,
    })
}

fn video(name: &str, bytes: &[u8], kind: Kind, limits: &MediaLimits) -> Verdict {
    let accepted = &limits.whatsapp.video;
    let size = bytes.len() as u64;
    if kind == Kind::Mov && mp4::tracks(bytes).is_sound_alone() {
        return audio(name, bytes, kind, limits);
    }
    if size > accepted.maximo {
        let reason = format!(
            "o vídeo tem {} e o WhatsApp aceita até {}",
            above(size, accepted.maximo),
            size_pt(accepted.maximo)
        );
        return video_plan(name, kind, limits, reason);
    }
    if !accepted.takes(kind.mime()) {
        return video_plan(name, kind, limits, format!("o WhatsApp não aceita {}", kind.in_words()));
    }
    let tracks = mp4::tracks(bytes);
    if tracks.video.is_empty() {
        return refuse(kind, "o vídeo está incompleto e não abre", "Envie o vídeo novamente.");
    }
    let is_h264 = tracks.video.iter().all(|it| matches!(it, b"avc1" | b"avc3"));
    let is_aac = tracks.audio.iter().all(|it| it == b"mp4a");
    if !is_h264 {
        return video_plan(
            name,
            kind,
            limits,
            "o vídeo não está em H.264, o único formato que o WhatsApp mostra".to_owned(),
        );
    }
    if !is_aac || tracks.audio.len() > 1 || tracks.video.len() > 1 {
        return video_plan(name, kind, limits, "o som do vídeo não está em uma única faixa AAC".to_owned());
    }
    as_is(name, kind)
}

fn audio(name: &str, bytes: &[u8], kind: Kind, limits: &MediaLimits) -> Verdict {
    let accepted = &limits.whatsapp.audio;
    let size = bytes.len() as u64;
    let plan = |reason: String| {
        Verdict::Convert(Plan {
            kind,
            into: Kind::M4a,
            bytes_max: accepted.maximo,
            name: fitting_name(name, Kind::M4a),
            reason_pt: reason,
            is_required: true,
            pixels_max: limits.conversao.pixels,
            tool: Tool::Ffmpeg,
        })
    };
    if size > accepted.maximo {
        return plan(format!(
            "o áudio tem {} e o WhatsApp aceita até {}",
            above(size, accepted.maximo),
            size_pt(accepted.maximo)
        ));
    }
    // `audio/ogg` is taken with Opus alone, `audio/mp4` with AAC alone.
    if kind == Kind::M4a && mp4::tracks(bytes).audio.iter().any(|it| it != b"mp4a") {
        return plan("o WhatsApp só aceita áudio M4A gravado em AAC".to_owned());
    }
    if !accepted.takes(kind.mime()) || kind == Kind::OggVorbis {
        return plan(format!("o WhatsApp não aceita {}", kind.in_words()));
    }
    as_is(name, kind)
}

fn document(name: &str, bytes: &[u8], kind: Kind, limits: &MediaLimits) -> Verdict {
    let accepted = &limits.whatsapp.documento;
    let size = bytes.len() as u64;
    if !accepted.takes(kind.mime()) {
        return refuse(kind, reason_of(kind), remedy_of(kind));
    }
    if kind == Kind::Pdf && pdf::needs_password(bytes) {
        return refuse(
            kind,
            "o PDF está protegido por senha e quem o receber não conseguirá abri-lo",
            "Salve o PDF sem senha e envie novamente.",
        );
    }
    if size > accepted.maximo {
        return refuse(
            kind,
            format!(
                "o documento tem {} e o WhatsApp aceita até {}",
                above(size, accepted.maximo),
                size_pt(accepted.maximo)
            ),
            "Reduza o arquivo (por exemplo: salvar como PDF em tamanho mínimo) ou publique-o no site e envie o endereço.",
        );
    }
    as_is(name, kind)
}

/// Why a kind cannot go, where it is not simply that WhatsApp does not take it.
const REASONS: [(Kind, &str); 4] = [
    (Kind::Empty, "o arquivo está vazio"),
    (Kind::Unknown, "o formato do arquivo não foi reconhecido"),
    (Kind::LockedOffice, "o arquivo está protegido por senha e quem o receber não conseguirá abri-lo"),
    (Kind::Program, "programas não são enviados"),
];

fn reason_of(kind: Kind) -> String {
    let own = REASONS.iter().find(|(it, _)| *it == kind).map(|(_, reason)| (*reason).to_owned());
    own.unwrap_or_else(|| format!("o WhatsApp não aceita {}", kind.in_words()))
}

/// What the requester can do about kinds that cannot go.
const REMEDIES: [(&[Kind], &str); 11] = [
    (&[Kind::Psd], "No Photoshop: Arquivo > Exportar > Exportar como, escolha JPG ou PNG, e envie a imagem."),
    (
        &[Kind::Illustrator],
        "No Illustrator: Arquivo > Exportar > Exportar como, escolha JPG ou PNG (ou salve uma cópia em PDF), e envie o resultado.",
    ),
    (&[Kind::Cdr], "No CorelDRAW: Arquivo > Exportar, escolha JPG ou PNG (ou Publicar em PDF), e envie o resultado."),
    (&[Kind::InDesign], "No InDesign: Arquivo > Exportar, escolha JPEG ou PDF, e envie o resultado."),
    (
        &[Kind::Svg, Kind::PostScript, Kind::Metafile],
        "Exporte o desenho como PNG ou JPG no programa em que foi feito e envie a imagem.",
    ),
    (&[Kind::LockedOffice], "Salve o arquivo sem senha e envie novamente."),
    (
        &[Kind::OpenDocument, Kind::Rtf, Kind::Html, Kind::OtherOffice],
        "Salve como PDF (Arquivo > Exportar como PDF) e envie o PDF.",
    ),
    (&[Kind::Zip, Kind::Archive], "Descompacte e envie os arquivos um a um, como anexos."),
    (&[Kind::Tnef], "Envie o e-mail em formato HTML ou texto (não Rich Text), com os arquivos como anexos."),
    (&[Kind::Empty], "Verifique o arquivo e envie novamente."),
    (&[Kind::Program], "Publique-o no site do Instituto e envie o endereço."),
];

fn remedy_of(kind: Kind) -> &'static str {
    const ELSE: &str = "Envie uma imagem (JPG ou PNG), um vídeo MP4, um áudio MP3 ou um documento PDF.";
    REMEDIES.iter().find(|(kinds, _)| kinds.contains(&kind)).map_or(ELSE, |(_, remedy)| remedy)
}

/// What becomes of the attachments of an e-mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EmailVerdict {
    /// Bytes of all attachments before encoding.
    pub total: u64,
    /// The limit.
    pub maximum: u64,
}

impl EmailVerdict {
    /// Whether they fit.
    #[must_use]
    pub const fn fits(&self) -> bool {
        self.total <= self.maximum
    }

    /// What the requester reads if they do not.
    #[must_use]
    pub fn reason_pt(&self) -> Option<String> {
        (!self.fits()).then(|| {
            format!(
                "os anexos somam {} e um e-mail leva até {}",
                above(self.total, self.maximum),
                size_pt(self.maximum)
            )
        })
    }
}

/// Judges the attachments of an e-mail by their sizes.
#[must_use]
pub fn judge_for_email(sizes: impl IntoIterator<Item = u64>, limits: &MediaLimits) -> EmailVerdict {
    EmailVerdict { total: sizes.into_iter().fold(0, u64::saturating_add), maximum: limits.email.maximo }
}
