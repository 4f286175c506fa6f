//! Pictures, audio and video.

use std::time::Duration;

use carteiro::ffmpeg::{self, FfmpegError};
use carteiro::media::{
    Kind, MediaError, MediaLimits, Plan, Tool, Verdict, convert_picture, judge, judge_for_email, kind_of,
};
use image::GenericImageView as _;

fn bytes_of(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/media/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn limits() -> &'static MediaLimits {
    MediaLimits::shipped()
}

fn plan_of(name: &str) -> Plan {
    match judge(name, &bytes_of(name), limits()) {
        Verdict::Convert(plan) => plan,
        other @ (Verdict::AsIs { .. } | Verdict::Refuse { .. }) => panic!("{name}: {other:?}"),
    }
}

/// What is expected of a file: it goes (under this name), is converted (into this name), or is refused (with this
/// word in the reason).
enum Expected {
    Goes(&'static str),
    MustBeConverted(&'static str),
    IsMadeBetter(&'static str),
    CannotGo(&'static str),
}

use Expected::{CannotGo, Goes, IsMadeBetter, MustBeConverted};

#[test]
fn every_file_is_judged_by_its_content() {
    let table: &[(&str, Kind, Expected)] = &[
        ("arte.jpg", Kind::Jpeg, Goes("arte.jpg")),
        ("arte.png", Kind::Png, Goes("arte.png")),
        ("alfa_cheio.png", Kind::Png, Goes("alfa_cheio.png")),
        ("cinza.png", Kind::Png, Goes("cinza.png")),
        ("arte_com_nome_errado.png", Kind::Jpeg, Goes("arte_com_nome_errado.jpg")),
        ("arte.bmp", Kind::Bmp, MustBeConverted("arte.png")),
        ("arte.tif", Kind::Tiff, MustBeConverted("arte.png")),
        ("arte.gif", Kind::Gif, MustBeConverted("arte.png")),
        ("arte.webp", Kind::Webp, MustBeConverted("arte.png")),
        ("arte_sem_perda.webp", Kind::Webp, MustBeConverted("arte_sem_perda.png")),
        ("grafica_cmyk.jpg", Kind::Jpeg, MustBeConverted("grafica_cmyk.jpg")),
        ("cinza16.png", Kind::Png, MustBeConverted("cinza16.png")),
        ("foto.heic", Kind::Heic, MustBeConverted("foto.jpg")),
        ("foto.avif", Kind::Avif, MustBeConverted("foto.jpg")),
        ("animado.gif", Kind::Gif, MustBeConverted("animado.mp4")),
        ("animado.webp", Kind::Webp, MustBeConverted("animado.mp4")),
        ("com_local.jpg", Kind::Jpeg, IsMadeBetter("com_local.jpg")),
        ("deitada.jpg", Kind::Jpeg, IsMadeBetter("deitada.jpg")),
        ("fundo_transparente.png", Kind::Png, IsMadeBetter("fundo_transparente.png")),
        ("duas_paginas.tif", Kind::Tiff, CannotGo("várias páginas")),
        ("cortada.jpg", Kind::Jpeg, CannotGo("danificada")),
        ("cortada.png", Kind::Png, CannotGo("danificada")),
        ("arte.psd", Kind::Psd, CannotGo("Photoshop")),
        ("arte.ai", Kind::Illustrator, CannotGo("Illustrator")),
        ("desenho_antigo.cdr", Kind::Cdr, CannotGo("CorelDRAW")),
        ("desenho_x4.cdr", Kind::Cdr, CannotGo("CorelDRAW")),
        ("arte.svg", Kind::Svg, CannotGo("SVG")),
        ("arte.eps", Kind::PostScript, CannotGo("PostScript")),
        ("h264.mp4", Kind::Mp4, Goes("h264.mp4")),
        ("mudo.mp4", Kind::Mp4, Goes("mudo.mp4")),
        ("novo.3gp", Kind::ThreeGp, Goes("novo.3gp")),
        ("h265.mp4", Kind::Mp4, MustBeConverted("h265.mp4")),
        ("dois_sons.mp4", Kind::Mp4, MustBeConverted("dois_sons.mp4")),
        ("som_mp3.mp4", Kind::Mp4, MustBeConverted("som_mp3.mp4")),
        ("antigo.3gp", Kind::ThreeGp, MustBeConverted("antigo.mp4")),
        ("iphone.mov", Kind::Mov, MustBeConverted("iphone.mp4")),
        ("filme.mkv", Kind::Mkv, MustBeConverted("filme.mp4")),
        ("filme.webm", Kind::Webm, MustBeConverted("filme.mp4")),
        ("filme.avi", Kind::Avi, MustBeConverted("filme.mp4")),
        ("filme.wmv", Kind::WindowsMedia, MustBeConverted("filme.mp4")),
        ("filme.mpg", Kind::Mpeg, MustBeConverted("filme.mp4")),
        ("filme.ts", Kind::Mpeg, MustBeConverted("filme.mp4")),
        ("filme.flv", Kind::Flv, MustBeConverted("filme.mp4")),
        ("filme.ogv", Kind::OggVideo, MustBeConverted("filme.mp4")),
        ("sem_fim.mp4", Kind::Mp4, CannotGo("incompleto")),
        ("som.mp3", Kind::Mp3, Goes("som.mp3")),
        ("som_sem_etiqueta.mp3", Kind::Mp3, Goes("som_sem_etiqueta.mp3")),
        ("som.aac", Kind::Aac, Goes("som.aac")),
        ("som.m4a", Kind::M4a, Goes("som.m4a")),
        ("som.amr", Kind::Amr, Goes("som.amr")),
        ("opus.ogg", Kind::OggOpus, Goes("opus.ogg")),
        ("vorbis.ogg", Kind::OggVorbis, MustBeConverted("vorbis.m4a")),
        ("som_alac.m4a", Kind::M4a, MustBeConverted("som_alac.m4a")),
        ("som.wav", Kind::Wav, MustBeConverted("som.m4a")),
        ("som.flac", Kind::Flac, MustBeConverted("som.m4a")),
        ("som.aiff", Kind::Aiff, MustBeConverted("som.m4a")),
        ("som.wma", Kind::Wma, MustBeConverted("som.m4a")),
        ("aviso.pdf", Kind::Pdf, Goes("aviso.pdf")),
        ("so_nao_imprime.pdf", Kind::Pdf, Goes("so_nao_imprime.pdf")),
        ("feito_no_illustrator.pdf", Kind::Illustrator, Goes("feito_no_illustrator.pdf")),
        ("carta.docx", Kind::Docx, Goes("carta.docx")),
        ("tabela.xlsx", Kind::Xlsx, Goes("tabela.xlsx")),
        ("tabela.xls", Kind::Xls, Goes("tabela.xls")),
        ("slides.pptx", Kind::Pptx, Goes("slides.pptx")),
        ("texto.txt", Kind::Text, Goes("texto.txt")),
        ("com_senha.pdf", Kind::Pdf, CannotGo("senha")),
        ("com_senha.docx", Kind::LockedOffice, CannotGo("senha")),
        ("carta.odt", Kind::OpenDocument, CannotGo("LibreOffice")),
        ("texto.rtf", Kind::Rtf, CannotGo("RTF")),
        ("pagina.html", Kind::Html, CannotGo("HTML")),
        ("pacote.zip", Kind::Zip, CannotGo("ZIP")),
        ("programa.pdf", Kind::Program, CannotGo("programas")),
        ("vazio.jpg", Kind::Empty, CannotGo("vazio")),
        ("lixo.dat", Kind::Unknown, CannotGo("não foi reconhecido")),
    ];
    for (name, kind, expected) in table {
        let bytes = bytes_of(name);
        // An Illustrator file without its private data is a PDF; only its name tells.
        assert_eq!(kind_of(&bytes), *kind, "{name}");
        match (judge(name, &bytes, limits()), expected) {
            (Verdict::AsIs { name: under, .. }, Goes(expected)) => assert_eq!(under, *expected),
            (Verdict::Convert(plan), MustBeConverted(expected)) => {
                assert_eq!((plan.name.as_str(), plan.is_required), (*expected, true), "{name}");
            }
            (Verdict::Convert(plan), IsMadeBetter(expected)) => {
                assert_eq!((plan.name.as_str(), plan.is_required), (*expected, false), "{name}");
            }
            (Verdict::Refuse { reason_pt, remedy_pt, .. }, CannotGo(word)) => {
                assert!(reason_pt.contains(word), "{name}: {reason_pt}");
                assert!(remedy_pt.ends_with('.') && remedy_pt.len() > 20, "{name}: {remedy_pt}");
            }
            (verdict, _) => panic!("{name}: {verdict:?}"),
        }
    }
    let files = std::fs::read_dir(format!("{}/tests/media", env!("CARGO_MANIFEST_DIR"))).unwrap().count();
    assert_eq!(files, table.len(), "every file of tests/media has its line");
}

/// Where the red ball of the drawing lies, and its green ground.
const BALL: (f64, f64) = (0.75, 0.66);
const GROUND: (f64, f64) = (0.97, 0.05);

fn colour_at(image: &image::DynamicImage, (x, y): (f64, f64)) -> [u8; 3] {
    let (width, height) = image.dimensions();
    let [red, green, blue, _] = image.get_pixel((f64::from(width) * x) as u32, (f64::from(height) * y) as u32).0;
    [red, green, blue]
}

fn is_near(one: [u8; 3], other: [u8; 3]) -> bool {
    one.iter().zip(other).all(|(a, b)| a.abs_diff(b) < 25)
}

#[test]
fn a_converted_picture_shows_the_same_upright_and_without_private_data() {
    let check = |name: &str, mime: &str| {
        let converted = convert_picture(&bytes_of(name), &plan_of(name)).unwrap();
        assert_eq!(converted.mime, mime, "{name}");
        let image = image::load_from_memory(&converted.bytes).unwrap();
        assert_eq!(image.dimensions(), (240, 160), "{name}");
        assert!(!image.color().has_alpha(), "{name}");
        assert!(is_near(colour_at(&image, BALL), [221, 34, 34]), "{name}: {:?}", colour_at(&image, BALL));
        assert!(is_near(colour_at(&image, GROUND), [0, 170, 85]), "{name}: {:?}", colour_at(&image, GROUND));
        let again = judge(&converted.name, &converted.bytes, limits());
        assert!(matches!(again, Verdict::AsIs { .. }), "{name}: the result goes as it is: {again:?}");
        assert!(memchr::memmem::find(&converted.bytes, b"Exif").is_none(), "{name}");
        assert!(!converted.what_changed_pt.is_empty(), "{name}");
    };
    check("arte.bmp", "image/png");
    check("arte.tif", "image/png");
    check("arte.gif", "image/png");
    check("arte.webp", "image/png");
    check("arte_sem_perda.webp", "image/png");
    check("grafica_cmyk.jpg", "image/jpeg");
    check("com_local.jpg", "image/jpeg");
    check("deitada.jpg", "image/jpeg");
    check("fundo_transparente.png", "image/png");
}

#[test]
fn the_place_is_cut_out_of_a_photograph_without_touching_a_pixel() {
    let original = bytes_of("com_local.jpg");
    let converted = convert_picture(&original, &plan_of("com_local.jpg")).unwrap();
    let pixels = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().into_rgb8().into_raw();
    assert_eq!(pixels(&original), pixels(&converted.bytes));
    assert!(original.len() > converted.bytes.len());
}

#[test]
fn transparent_ground_becomes_white_and_not_black() {
    let converted = convert_picture(&bytes_of("fundo_transparente.png"), &plan_of("fundo_transparente.png")).unwrap();
    let image = image::load_from_memory(&converted.bytes).unwrap();
    assert_eq!(colour_at(&image, (0.01, 0.01)), [255, 255, 255]);
}

/// A picture of noise, which no encoder makes small, with its limit.
fn noise(side: u32) -> Vec<u8> {
    let mut state = 0x2545_f491_u32;
    let image = image::RgbImage::from_fn(side, side, |_, _| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let [red, green, blue, _] = state.to_le_bytes();
        image::Rgb([red, green, blue])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn a_png_above_the_limit_is_brought_below_it_by_the_smallest_loss() {
    let bytes = noise(1350);
    assert!(bytes.len() as u64 > limits().whatsapp.imagem.maximo);
    let Verdict::Convert(plan) = judge("Programac\u{327}a\u{303}o.png", &bytes, limits()) else { panic!() };
    assert!(plan.is_required);
    assert!(plan.reason_pt.contains("5,2 MB") && plan.reason_pt.contains("5 MB"), "{}", plan.reason_pt);
    let converted = convert_picture(&bytes, &plan).unwrap();
    assert_eq!(converted.name, "Programação.jpg");
    assert!(converted.bytes.len() as u64 <= plan.bytes_max);
    assert_eq!(image::load_from_memory(&converted.bytes).unwrap().dimensions(), (1350, 1350), "no pixel is lost");
}

#[test]
fn where_no_quality_suffices_the_picture_is_made_smaller_and_this_is_said() {
    let bytes = noise(900);
    let plan = |bytes_max: u64| Plan { bytes_max, ..plan_of("arte.bmp") };
    let converted = convert_picture(&bytes, &plan(950_000)).unwrap();
    assert!(converted.bytes.len() <= 950_000);
    assert!(converted.what_changed_pt.contains("900 x 900 para 800 x 800"), "{}", converted.what_changed_pt);
    assert_eq!(image::load_from_memory(&converted.bytes).unwrap().dimensions(), (800, 800));
    let small = noise(100);
    assert_eq!(convert_picture(&small, &plan(1000)), Err(MediaError::StillTooLarge { bytes_max: 1000 }));
}

#[test]
fn a_picture_of_too_many_pixels_is_not_opened() {
    // A header that announces 60,000 x 60,000 pixels; unpacked it would be ten gigabytes.
    let mut bytes = bytes_of("arte.bmp");
    bytes[18..22].copy_from_slice(&60_000_u32.to_le_bytes());
    bytes[22..26].copy_from_slice(&60_000_u32.to_le_bytes());
    let result = convert_picture(&bytes, &plan_of("arte.bmp"));
    assert!(matches!(result, Err(MediaError::TooLarge { width: 60_000, height: 60_000, .. })), "{result:?}");
}

#[test]
fn films_and_sounds_above_their_limit_are_converted_and_documents_refused() {
    let limit = limits().whatsapp.audio.maximo as usize;
    let mut sound = bytes_of("som.mp3");
    sound.resize(limit + 1, 0);
    assert!(matches!(judge("palestra.mp3", &sound, limits()), Verdict::Convert(plan) if plan.into == Kind::M4a));
    let mut paper = bytes_of("aviso.pdf");
    paper.resize(limits().whatsapp.documento.maximo as usize + 1, b' ');
    assert!(
        matches!(judge("livro.pdf", &paper, limits()), Verdict::Refuse { reason_pt, .. } if reason_pt.contains("100 MB"))
    );
}

#[test]
fn the_attachments_of_an_email_are_limited_together() {
    assert!(judge_for_email([10 << 20, 15 << 20], limits()).fits());
    let too_much = judge_for_email([10 << 20, 15 << 20, 1], limits());
    assert!(!too_much.fits());
    assert_eq!(too_much.reason_pt().unwrap(), "os anexos somam pouco mais de 25 MB e um e-mail leva até 25 MB");
    assert!(judge_for_email([], limits()).fits());
}

#[test]
fn damaged_files_end_with_a_verdict() {
    // Steps are odd, so that over the files every kind of place is hit.
    for name in ["arte.jpg", "arte.png", "arte.tif", "arte.gif", "arte.webp", "com_local.jpg", "grafica_cmyk.jpg"] {
        let whole = bytes_of(name);
        let plan = Plan {
            kind: kind_of(&whole),
            into: Kind::Png,
            bytes_max: 5 << 20,
            name: name.to_owned(),
            reason_pt: String::new(),
            is_required: true,
            pixels_max: 1_000_000,
            tool: Tool::Picture,
        };
        for at in (0..whole.len()).step_by(whole.len() / 15 + 1) {
            let _ = judge(name, &whole[..at], limits());
            let _ = convert_picture(&whole[..at], &plan);
            let mut flipped = whole.clone();
            flipped[at] ^= 0x55;
            let _ = judge(name, &flipped, limits());
            let _ = convert_picture(&flipped, &plan);
        }
    }
    for name in [
        "h264.mp4",
        "iphone.mov",
        "foto.heic",
        "com_senha.pdf",
        "tabela.xlsx",
        "tabela.xls",
        "vorbis.ogg",
        "som.aac",
        "filme.mkv",
    ] {
        let whole = bytes_of(name);
        for at in (0..whole.len()).step_by(whole.len() / 150 + 1) {
            let _ = judge(name, &whole[..at], limits());
            let mut flipped = whole.clone();
            flipped[at] ^= 0xff;
            let _ = judge(name, &flipped, limits());
        }
    }
}

/// A program that stands for ffmpeg.
fn stand_in(folder: &std::path::Path, script: &str) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let path = folder.join("ffmpeg");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path.to_string_lossy().into_owned()
}

async fn convert_by(script: &str, name: &str, seconds: u64) -> Result<carteiro::media::Converted, FfmpegError> {
    let folder = tempfile::tempdir().unwrap();
    let program = stand_in(folder.path(), script);
    let mut limits = limits().clone();
    limits.conversao.segundos = seconds;
    ffmpeg::convert(&program, &bytes_of(name), &plan_of(name), &limits).await
}

#[tokio::test]
async fn without_ffmpeg_the_requester_is_told_what_to_send() {
    let error = ffmpeg::convert("/nonexistent/ffmpeg", &bytes_of("som.wav"), &plan_of("som.wav"), limits()).await;
    let error = error.unwrap_err();
    assert!(matches!(error, FfmpegError::NotInstalled { .. }));
    assert!(error.to_string().contains("install the package ffmpeg"), "{error}");
    assert!(error.in_portuguese().contains("envie o vídeo em MP4"));
    assert_eq!(ffmpeg::version("/nonexistent/ffmpeg").await, None);
}

#[tokio::test]
async fn an_ffmpeg_that_hangs_is_stopped() {
    let error = convert_by("exec sleep 60", "som.wav", 1).await.unwrap_err();
    assert!(matches!(error, FfmpegError::TooSlow { seconds: 1, .. }), "{error}");
}

#[tokio::test]
async fn ffmpeg_runs_under_limits_of_memory_processor_and_file_size() {
    // The stand-in waits until its limits are set and says what they are (KB, seconds, blocks of 512 bytes).
    let script =
        "sleep 0.5; echo memory $(ulimit -v) seconds $(ulimit -t) file $(ulimit -f) core $(ulimit -c) >&2; exit 1";
    let folder = tempfile::tempdir().unwrap();
    let program = stand_in(folder.path(), script);
    let mut limits = limits().clone();
    limits.conversao.memoria = 64 << 20;
    limits.conversao.segundos = 50;
    let error = ffmpeg::convert(&program, &bytes_of("som.wav"), &plan_of("som.wav"), &limits).await.unwrap_err();
    assert!(error.to_string().ends_with("memory 65536 seconds 200 file 131072 core 0"), "{error}");
}

#[tokio::test]
async fn a_result_that_is_not_what_was_asked_for_is_not_taken() {
    let script = "for last; do :; done; case \"$last\" in *out.m4a) echo no sound > \"$last\";; esac";
    let error = convert_by(script, "som.wav", 20).await.unwrap_err();
    assert!(matches!(error, FfmpegError::Unusable { .. }), "{error}");
    let error = convert_by("echo 'Invalid data found' >&2; exit 1", "som.wav", 20).await.unwrap_err();
    assert!(error.to_string().contains("Invalid data found"), "{error}");
}

#[tokio::test]
async fn a_recording_that_cannot_fit_is_said_to_be_too_long() {
    // Three days of film in 16 MB.
    let error = convert_by("echo '  Duration: 72:00:00.00, start: 0' >&2; exit 1", "filme.mkv", 20).await.unwrap_err();
    assert!(matches!(error, FfmpegError::TooLong { seconds: 259_200, .. }), "{error}");
    assert!(error.in_portuguese().contains("4320 min"), "{}", error.in_portuguese());
}

#[tokio::test]
async fn one_tile_of_an_iphone_photograph_is_not_taken_for_the_whole() {
    // The stand-in gives a picture of other sides than the original has.
    let tile = format!("{}/tests/media/arte_com_nome_errado.png", env!("CARGO_MANIFEST_DIR"));
    let whole = format!("for last; do :; done; cp '{tile}' \"$last\"");
    assert!(convert_by(&whole, "foto.heic", 20).await.is_ok(), "240 x 160, as the original");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tile.jpg");
    image::RgbImage::new(64, 64).save(&path).unwrap();
    let part = format!("for last; do :; done; cp '{}' \"$last\"", path.display());
    let error = convert_by(&part, "foto.heic", 20).await.unwrap_err();
    assert!(matches!(error, FfmpegError::Unusable { .. }), "{error}");
}

#[tokio::test]
async fn the_installed_ffmpeg_makes_what_whatsapp_takes() {
    // On a host without ffmpeg this only shows that its absence is known; the stand-ins above test the rest.
    if ffmpeg::version(ffmpeg::PROGRAM).await.is_none() {
        let error = ffmpeg::convert(ffmpeg::PROGRAM, &bytes_of("som.wav"), &plan_of("som.wav"), limits()).await;
        assert!(matches!(error, Err(FfmpegError::NotInstalled { .. })));
        return;
    }
    let generous = {
        let mut limits = limits().clone();
        limits.conversao.segundos = Duration::from_secs(60).as_secs();
        limits
    };
    for name in ["som.wav", "som.flac", "vorbis.ogg", "filme.avi", "iphone.mov", "h265.mp4", "animado.gif"] {
        let converted = ffmpeg::convert(ffmpeg::PROGRAM, &bytes_of(name), &plan_of(name), &generous).await.unwrap();
        let verdict = judge(&converted.name, &converted.bytes, limits());
        assert!(matches!(verdict, Verdict::AsIs { .. }), "{name}: {verdict:?}");
    }
}
