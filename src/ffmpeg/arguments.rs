//! The command line of ffmpeg for each kind of work, and the rates that keep the result below its limit.

use std::path::Path;

use crate::media::{Kind, Plan, mp4};

/// One conversion.
pub(super) struct Job<'a> {
    pub(super) source: &'a Path,
    pub(super) target: &'a Path,
    pub(super) plan: &'a Plan,
    pub(super) bytes: &'a [u8],
    /// How long it plays; `None` for pictures.
    pub(super) seconds: Option<f64>,
}

/// Bits a second of speech and music that nobody minds, and the least that can be understood.
const AUDIO_BEST: f64 = 128_000.0;
const AUDIO_LEAST: f64 = 24_000.0;

/// Bits a second of video at 720 lines, and the least at 360 lines that can be watched.
const VIDEO_BEST: f64 = 2_500_000.0;
const VIDEO_LEAST: f64 = 150_000.0;

/// The sound of a video.
const VIDEO_SOUND: f64 = 64_000.0;

/// Container and the encoder's own error take a part of the limit.
const SHARE: f64 = 0.92;

impl Job<'_> {
    /// The command line; `None` if the recording is too long for its limit.
    pub(super) fn arguments(&self) -> Option<Vec<String>> {
        let mut all: Vec<String> = Vec::new();
        let mut add = |words: &[&str]| all.extend(words.iter().map(|it| (*it).to_owned()));
        // Only files, so that a prepared playlist reaches neither the network nor other programs.
        add(&["-nostdin", "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file"]);
        add(&["-i", &self.source.to_string_lossy(), "-map_metadata", "-1", "-map_chapters", "-1"]);
        let work = if self.plan.into == Kind::Jpeg {
            ["-frames:v", "1", "-q:v", "2", "-f", "image2", "-update", "1"].map(ToOwned::to_owned).to_vec()
        } else if self.plan.into == Kind::Mp4 {
            self.video()?
        } else {
            self.audio()?
        };
        add(&work.iter().map(String::as_str).collect::<Vec<_>>());
        add(&["-y", &self.target.to_string_lossy()]);
        Some(all)
    }

    /// Bits a second that the limit allows.
    fn bits_per_second(&self) -> f64 {
        let bits = self.plan.bytes_max as f64 * 8.0 * SHARE;
        bits / self.seconds.unwrap_or(0.0).max(1.0)
    }

    fn audio(&self) -> Option<Vec<String>> {
        let rate = self.bits_per_second().min(AUDIO_BEST);
        let channels = if rate < AUDIO_BEST / 2.0 { "1" } else { "2" };
        let rate_text = format!("{}", rate as u64);
        let words =
            ["-map", "0:a:0", "-vn", "-sn", "-dn", "-c:a", "aac", "-b:a", &rate_text, "-ac", channels, "-f", "ipod"];
        (rate >= AUDIO_LEAST).then(|| words.map(ToOwned::to_owned).to_vec())
    }

    fn video(&self) -> Option<Vec<String>> {
        let rate = (self.bits_per_second() - VIDEO_SOUND).min(VIDEO_BEST);
        if rate < VIDEO_LEAST {
            return None;
        }
        let mut words: Vec<String> =
            ["-map", "0:v:0", "-map", "0:a:0?", "-sn", "-dn"].iter().map(|it| (*it).to_owned()).collect();
        if self.picture_can_stay() {
            words.extend(["-c:v", "copy"].map(ToOwned::to_owned));
        } else {
            words.extend(picture_words(rate));
        }
        let sound = format!("{VIDEO_SOUND}");
        let rest = ["-c:a", "aac", "-b:a", &sound, "-ac", "2", "-movflags", "+faststart", "-f", "mp4"];
        words.extend(rest.map(ToOwned::to_owned));
        Some(words)
    }

    /// An H.264 picture that fits is not encoded anew: only the container or the sound is wrong.
    fn picture_can_stay(&self) -> bool {
        let tracks = mp4::tracks(self.bytes);
        let is_h264 = tracks.video.first().is_some_and(|it| it == b"avc1");
        let fits = (self.bytes.len() as f64) < self.plan.bytes_max as f64 * SHARE;
        is_h264 && fits && matches!(self.plan.kind, Kind::Mp4 | Kind::Mov | Kind::ThreeGp)
    }
}

/// H.264 in constant quality, held below the rate; fewer lines where the rate is low. Sides must be even.
fn picture_words(rate: f64) -> Vec<String> {
    let lines = if rate > 1_000_000.0 {
        720
    } else if rate > 450_000.0 {
        480
    } else {
        360
    };
    let scale = format!(
        "scale=w='if(gt(iw,ih),-2,min({lines},trunc(iw/2)*2))':h='if(gt(iw,ih),min({lines},trunc(ih/2)*2),-2)'"
    );
    let rate = rate as u64;
    [
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
        "-profile:v",
        "main",
        "-pix_fmt",
        "yuv420p",
        "-crf",
        "23",
        "-maxrate",
        &rate.to_string(),
        "-bufsize",
        &rate.saturating_mul(2).to_string(),
        "-threads",
        "1",
        "-vf",
        &scale,
    ]
    .map(ToOwned::to_owned)
    .to_vec()
}
