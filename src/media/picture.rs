//! Pictures to what WhatsApp takes, by the smallest visible loss: without any loss where that fits, then JPEG of
//! falling quality, then fewer pixels. The picture is turned upright, and nothing about place or person stays in it.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{
    AnimationDecoder as _, DynamicImage, GenericImageView as _, ImageDecoder, ImageEncoder as _, ImageReader, Limits,
};

use super::judge::size_pt;
use super::kind::Kind;
use super::name::fitting_name;
use super::{Converted, MediaError, Plan, Tool, jpeg};

/// JPEG qualities, best first: 95 is not told from the original, 75 is where text begins to show rims.
const QUALITIES: [u8; 5] = [95, 90, 85, 80, 75];

/// Longer sides tried when no quality suffices: a phone shows 1,440 points.
const SIDES: [u32; 8] = [4096, 3200, 2560, 2048, 1600, 1280, 1024, 800];

/// Quality of pictures with fewer pixels.
const QUALITY_SMALLER: u8 = 85;

/// Bytes of memory for each allowed pixel while decoding: four colours of 16 bits.
const BYTES_PER_PIXEL: u64 = 8;

/// A picture without loss of this many bytes more than the limit is not tried.
const SAMPLE_SIDE: u32 = 512;

/// A picture as it is worked on.
struct Opened {
    image: DynamicImage,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
}

/// Converts a picture as planned.
///
/// # Errors
/// [`MediaError`] if the bytes are damaged or no result keeps the limit.
pub fn convert_picture(bytes: &[u8], plan: &Plan) -> Result<Converted, MediaError> {
    if plan.tool != Tool::Picture {
        return Err(MediaError::NoPicture);
    }
    let look = jpeg::look(bytes);
    if plan.kind == Kind::Jpeg && !look.is_cmyk && !look.is_turned {
        let stripped = jpeg::without_private_data(bytes).filter(|it| it.len() as u64 <= plan.bytes_max);
        if let Some(stripped) = stripped {
            let changed = "dados de local e de câmera removidos; a imagem é a mesma".to_owned();
            return Ok(finished(plan, Kind::Jpeg, stripped, changed));
        }
    }
    let opened = decode(bytes, plan.pixels_max)?;
    let mut changes = Vec::new();
    if plan.kind != plan.into {
        changes.push(format!("era {}", plan.kind.in_words()));
    }
    let Opened { mut image, orientation, profile } = opened;
    if orientation != Orientation::NoTransforms {
        image.apply_orientation(orientation);
        changes.push("endireitada".to_owned());
    }
    let had_colours = image.color();
    let image = if is_see_through(&image) {
        changes.push("o fundo transparente ficou branco".to_owned());
        on_white(&image)
    } else {
        without_alpha(image)
    };
    let profile = profile.filter(|_| !look.is_cmyk);
    if look.is_cmyk {
        changes.push("cores de impressão (CMYK) passaram a cores de tela".to_owned());
    } else if had_colours.bits_per_pixel() / u16::from(had_colours.channel_count()).max(1) > 8 {
        changes.push("16 bits por cor passaram a 8".to_owned());
    }
    encode(&image, profile.as_deref(), plan, bytes.len() as u64, changes)
}

/// Opens a picture that has no more pixels than allowed.
///
/// # Errors
/// [`MediaError`] if it is damaged or too large.
pub(super) fn open(bytes: &[u8], pixels_max: u64) -> Result<DynamicImage, MediaError> {
    decode(bytes, pixels_max).map(|it| it.image)
}

fn damaged(error: &image::ImageError) -> MediaError {
    MediaError::Damaged(error.to_string())
}

fn decode(bytes: &[u8], pixels_max: u64) -> Result<Opened, MediaError> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| MediaError::Damaged(error.to_string()))?;
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(pixels_max.saturating_mul(BYTES_PER_PIXEL));
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(|it| damaged(&it))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > pixels_max {
        return Err(MediaError::TooLarge { width, height, pixels_max });
    }
    decoder.set_limits(limits).map_err(|it| damaged(&it))?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(|it| damaged(&it))?;
    Ok(Opened { image, orientation, profile })
}

/// Whether some pixel lets the background through.
pub(super) fn is_see_through(image: &DynamicImage) -> bool {
    let sees = |alpha: Option<&u8>| alpha.is_some_and(|it| *it < u8::MAX);
    if let Some(pixels) = image.as_rgba8() {
        return pixels.pixels().any(|it| sees(it.0.last()));
    }
    image.color().has_alpha() && image.to_rgba8().pixels().any(|it| sees(it.0.last()))
}

/// The picture on a white sheet.
fn on_white(image: &DynamicImage) -> DynamicImage {
    let (width, height) = image.dimensions();
    let mut sheet = image::RgbImage::new(width, height);
    for (below, above) in sheet.pixels_mut().zip(image.to_rgba8().pixels()) {
        let [red, green, blue, alpha] = above.0;
        let mix = |colour: u8| {
            let sum = u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
            u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)
        };
        below.0 = [mix(red), mix(green), mix(blue)];
    }
    DynamicImage::ImageRgb8(sheet)
}

/// Eight bits for each colour, no alpha; grey stays grey.
fn without_alpha(image: DynamicImage) -> DynamicImage {
    if image.color().has_color() {
        DynamicImage::ImageRgb8(image.into_rgb8())
    } else {
        DynamicImage::ImageLuma8(image.into_luma8())
    }
}

/// Tries the results in the order of their loss and takes the first that fits.
fn encode(
    image: &DynamicImage,
    profile: Option<&[u8]>,
    plan: &Plan,
    bytes_before: u64,
    mut changes: Vec<String>,
) -> Result<Converted, MediaError> {
    let fits = |bytes: &Vec<u8>| bytes.len() as u64 <= plan.bytes_max;
    let size = |bytes: &Vec<u8>| format!("{} → {}", size_pt(bytes_before), size_pt(bytes.len() as u64));
    if plan.into == Kind::Png && may_fit_without_loss(image, plan.bytes_max)? {
        let bytes = as_png(image, profile)?;
        if fits(&bytes) {
            changes.push(format!("gravada em PNG, sem perda ({})", size(&bytes)));
            return Ok(finished(plan, Kind::Png, bytes, changes.join("; ")));
        }
    }
    for quality in QUALITIES {
        let bytes = as_jpeg(image, profile, quality)?;
        if fits(&bytes) {
            changes.push(format!("gravada em JPG, qualidade {quality} ({})", size(&bytes)));
            return Ok(finished(plan, Kind::Jpeg, bytes, changes.join("; ")));
        }
    }
    let (width, height) = image.dimensions();
    for side in SIDES.into_iter().filter(|it| *it < width.max(height)) {
        let smaller = image.resize(side, side, image::imageops::FilterType::Lanczos3);
        let bytes = as_jpeg(&smaller, profile, QUALITY_SMALLER)?;
        if fits(&bytes) {
            let (new_width, new_height) = smaller.dimensions();
            changes.push(format!(
                "reduzida de {width} x {height} para {new_width} x {new_height} pontos ({})",
                size(&bytes)
            ));
            return Ok(finished(plan, Kind::Jpeg, bytes, changes.join("; ")));
        }
    }
    Err(MediaError::StillTooLarge { bytes_max: plan.bytes_max })
}

fn finished(plan: &Plan, kind: Kind, bytes: Vec<u8>, what_changed_pt: String) -> Converted {
    Converted { name: fitting_name(&plan.name, kind), mime: kind.mime(), bytes, what_changed_pt }
}

/// Whether a result without loss may fit, judged by a piece from the middle: a photograph of many pixels never does,
/// and the seconds of trying it are saved.
fn may_fit_without_loss(image: &DynamicImage, bytes_max: u64) -> Result<bool, MediaError> {
    let (width, height) = image.dimensions();
    if width <= SAMPLE_SIDE * 2 && height <= SAMPLE_SIDE * 2 {
        return Ok(true);
    }
    let (piece_width, piece_height) = (width.min(SAMPLE_SIDE), height.min(SAMPLE_SIDE));
    let piece = image.crop_imm((width - piece_width) / 2, (height - piece_height) / 2, piece_width, piece_height);
    let bytes = as_png(&piece, None)?.len() as u64;
    let whole =
        bytes * u64::from(width) * u64::from(height) / (u64::from(piece_width) * u64::from(piece_height)).max(1);
    // The middle is usually the busiest part; the rest may be far emptier.
    Ok(whole <= bytes_max.saturating_mul(4))
}

fn as_png(image: &DynamicImage, profile: Option<&[u8]>) -> Result<Vec<u8>, MediaError> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.to_vec()).map_err(|it| MediaError::Damaged(it.to_string()))?;
    }
    image.write_with_encoder(encoder).map_err(|it| damaged(&it))?;
    Ok(bytes)
}

fn as_jpeg(image: &DynamicImage, profile: Option<&[u8]>, quality: u8) -> Result<Vec<u8>, MediaError> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.to_vec()).map_err(|it| MediaError::Damaged(it.to_string()))?;
    }
    image.write_with_encoder(encoder).map_err(|it| damaged(&it))?;
    Ok(bytes)
}

/// Pixels of a GIF that are looked at to see whether it moves.
const GIF_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Whether a GIF has a second frame.
pub(super) fn gif_moves(bytes: &[u8]) -> bool {
    let Ok(mut decoder) = GifDecoder::new(Cursor::new(bytes)) else { return false };
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(GIF_BYTES_MAX);
    decoder.set_limits(limits).is_ok() && decoder.into_frames().take(2).filter(Result::is_ok).count() == 2
}

/// Whether a TIFF has a second page (TIFF 6.0, 2: each directory ends with the place of the next).
pub(super) fn has_second_page(bytes: &[u8]) -> bool {
    second_page(bytes).unwrap_or(false)
}

fn second_page(bytes: &[u8]) -> Option<bool> {
    let little = bytes.starts_with(b"II");
    let number = |at: usize, size: usize| {
        let raw = bytes.get(at..at.checked_add(size)?)?;
        let add = |sum: usize, byte: &u8| sum << 8 | usize::from(*byte);
        Some(if little { raw.iter().rev().fold(0, add) } else { raw.iter().fold(0, add) })
    };
    let directory = number(4, 4)?;
    let entries = number(directory, 2)?;
    Some(number(directory + 2 + entries * 12, 4)? != 0)
}
