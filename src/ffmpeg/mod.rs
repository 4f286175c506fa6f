//! Layer 4, ffmpeg: sound and video to what WhatsApp takes, by a separate process with limits of time and memory.
//!
//! ```text
//! bytes ──► private folder/in.EXT ──► ffmpeg (no network, no other files, niced by its limits) ──► out.EXT ──► bytes
//! ```
//! The folder is removed whatever happens. A crash leaves one folder `carteiro-media-*` in the temporary directory and
//! nothing else: the original is in the archive, the next start converts again.

mod arguments;

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rustix::process::{Pid, Resource, Rlimit};
use thiserror::Error;
use tokio::io::AsyncReadExt as _;
use tokio::process::Command;

use crate::media::{Converted, Kind, MediaLimits, Plan, kind_of, size_pt};

/// Why a conversion by ffmpeg failed.
#[derive(Debug, Error)]
pub enum FfmpegError {
    /// It is not installed.
    #[error("cannot convert `{name}`: the program `{program}` is not installed (install the package ffmpeg)")]
    NotInstalled {
        /// The file.
        name: String,
        /// The program that was looked for.
        program: String,
    },
    /// A file could not be written or read, or the process not started.
    #[error("cannot convert `{name}`: {source}")]
    Io {
        /// The file.
        name: String,
        /// What went wrong.
        source: std::io::Error,
    },
    /// It took longer than allowed.
    #[error("cannot convert `{name}`: not done after {seconds} s")]
    TooSlow {
        /// The file.
        name: String,
        /// The limit.
        seconds: u64,
    },
    /// ffmpeg said no.
    #[error("cannot convert `{name}`: ffmpeg says: {said}")]
    Refused {
        /// The file.
        name: String,
        /// The last line of what it said.
        said: String,
    },
    /// It plays too long to be brought below the limit in a quality that anybody would watch.
    #[error("cannot convert `{name}`: {seconds} s of it do not fit into {bytes_max} bytes")]
    TooLong {
        /// The file.
        name: String,
        /// How long it plays.
        seconds: u64,
        /// The limit.
        bytes_max: u64,
    },
    /// The result is not what was asked for.
    #[error("cannot convert `{name}`: the result is not usable ({what})")]
    Unusable {
        /// The file.
        name: String,
        /// What is wrong with it.
        what: String,
    },
}

impl FfmpegError {
    /// What the requester reads: why, and what to do.
    #[must_use]
    pub fn in_portuguese(&self) -> String {
        match self {
            Self::NotInstalled { .. } => {
                "a conversão de áudio e vídeo não está instalada neste servidor; envie o vídeo em MP4 (H.264) ou o áudio em MP3".to_owned()
            }
            Self::TooLong { seconds, bytes_max, .. } => format!(
                "a gravação dura {} min e não cabe em {}; corte-a em partes menores ou publique-a e envie o endereço",
                seconds.div_ceil(60),
                size_pt(*bytes_max)
            ),
            Self::TooSlow { .. } => "a conversão demorou demais; envie uma gravação mais curta ou já em MP4 (H.264)".to_owned(),
            Self::Refused { .. } | Self::Unusable { .. } => {
                "o arquivo não pôde ser convertido: está danificado ou em formato pouco usado; envie-o em MP4 (H.264), MP3 ou JPG".to_owned()
            }
            Self::Io { .. } => "a conversão falhou no servidor; a Assessoria foi avisada".to_owned(),
        }
    }
}

/// The program, as `PATH` finds it.
pub const PROGRAM: &str = "ffmpeg";

/// The first line of `ffmpeg -version`; `None` if it is not installed. For `carteiro check`.
pub async fn version(program: &str) -> Option<String> {
    let output = Command::new(program).arg("-version").stdin(Stdio::null()).kill_on_drop(true).output();
    let output = tokio::time::timeout(Duration::from_secs(10), output).await.ok()?.ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.lines().next().filter(|it| it.contains("ffmpeg")).map(ToOwned::to_owned)
}

/// Converts sound, video, or a picture that only ffmpeg reads.
///
/// # Errors
/// [`FfmpegError`] says why there is no result.
pub async fn convert(program: &str, bytes: &[u8], plan: &Plan, limits: &MediaLimits) -> Result<Converted, FfmpegError> {
    let name = plan.name.clone();
    let io = |source: std::io::Error| FfmpegError::Io { name: name.clone(), source };
    let folder = Folder::make().map_err(io)?;
    let source = folder.path.join(format!("in.{}", plan.kind.extensions().first().unwrap_or(&"bin")));
    let target = folder.path.join(format!("out.{}", plan.into.extensions().first().unwrap_or(&"bin")));
    tokio::fs::write(&source, bytes).await.map_err(io)?;
    let seconds = if plan.into == Kind::Jpeg { None } else { Some(duration(program, &source, plan, limits).await?) };
    let job = arguments::Job { source: &source, target: &target, plan, bytes, seconds };
    let arguments = job.arguments().ok_or_else(|| FfmpegError::TooLong {
        name: plan.name.clone(),
        seconds: seconds.unwrap_or(0.0).ceil() as u64,
        bytes_max: plan.bytes_max,
    })?;
    let ended = run(program, &arguments, plan, limits).await?;
    if !ended.success {
        return Err(FfmpegError::Refused { name: plan.name.clone(), said: last_line(&ended.said) });
    }
    let result = tokio::fs::read(&target).await.map_err(io)?;
    check(&result, bytes, plan)?;
    let changed = format!(
        "era {}; convertido para {} ({} → {})",
        plan.kind.in_words(),
        plan.into.in_words(),
        size_pt(bytes.len() as u64),
        size_pt(result.len() as u64)
    );
    Ok(Converted { name: plan.name.clone(), mime: plan.into.mime(), bytes: result, what_changed_pt: changed })
}

/// Whether the result is of the kind and size that was planned, and whole.
fn check(result: &[u8], original: &[u8], plan: &Plan) -> Result<(), FfmpegError> {
    let unusable = |what: String| FfmpegError::Unusable { name: plan.name.clone(), what };
    let kind = kind_of(result);
    if kind != plan.into {
        return Err(unusable(format!("it is {kind:?}, not {:?}", plan.into)));
    }
    if result.len() as u64 > plan.bytes_max {
        return Err(unusable(format!("it has {} bytes", result.len())));
    }
    // Older ffmpeg takes one tile of an iPhone's photograph for the whole.
    if matches!(plan.kind, Kind::Heic | Kind::Avif) && !crate::media::is_whole_picture(result, original) {
        return Err(unusable("it is only a part of the picture".to_owned()));
    }
    Ok(())
}

/// How a run ended.
struct Ended {
    success: bool,
    said: String,
}

/// What ffmpeg says is kept up to this many bytes.
const SAID_MAX: u64 = 64 * 1024;

/// Runs ffmpeg under the limits.
async fn run(program: &str, arguments: &[String], plan: &Plan, limits: &MediaLimits) -> Result<Ended, FfmpegError> {
    let io = |source: std::io::Error| {
        if source.kind() == std::io::ErrorKind::NotFound {
            FfmpegError::NotInstalled { name: plan.name.clone(), program: program.to_owned() }
        } else {
            FfmpegError::Io { name: plan.name.clone(), source }
        }
    };
    let mut child = Command::new(program)
        .args(arguments)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .map_err(io)?;
    limit(child.id(), limits);
    let mut stderr = child.stderr.take();
    let mut said = Vec::new();
    let work = async {
        if let Some(pipe) = stderr.as_mut() {
            // What goes beyond the limit is read and dropped, so that ffmpeg never waits for us.
            let mut kept = pipe.take(SAID_MAX);
            let _ = kept.read_to_end(&mut said).await;
            let _ = tokio::io::copy(kept.into_inner(), &mut tokio::io::sink()).await;
        }
        child.wait().await
    };
    let status = tokio::time::timeout(Duration::from_secs(limits.conversao.segundos), work).await;
    match status {
        Ok(status) => {
            let success = status.map_err(io)?.success();
            Ok(Ended { success, said: String::from_utf8_lossy(&said).into_owned() })
        }
        Err(_) => {
            let _ = child.kill().await;
            Err(FfmpegError::TooSlow { name: plan.name.clone(), seconds: limits.conversao.segundos })
        }
    }
}

/// Sets the limits of memory, processor time and file size on the child. That it may run for a moment without them
/// does no harm: it cannot allocate more than a few megabytes before it has read its input.
fn limit(child: Option<u32>, limits: &MediaLimits) {
    let Some(pid) = child.and_then(|it| i32::try_from(it).ok()).and_then(Pid::from_raw) else { return };
    let set = |resource, most: u64| {
        let limit = Rlimit { current: Some(most), maximum: Some(most) };
        // A child that has already ended has no limits to set.
        let _ = rustix::process::prlimit(Some(pid), resource, limit);
    };
    set(Resource::As, limits.conversao.memoria);
    set(Resource::Cpu, limits.conversao.segundos.saturating_mul(4));
    set(Resource::Fsize, limits.whatsapp.video.maximo.saturating_mul(4));
    set(Resource::Core, 0);
}

/// How long the recording plays: ffmpeg prints it when it is asked to do nothing.
async fn duration(program: &str, source: &Path, plan: &Plan, limits: &MediaLimits) -> Result<f64, FfmpegError> {
    let arguments: Vec<String> = ["-nostdin", "-hide_banner", "-protocol_whitelist", "file", "-i"]
        .iter()
        .map(|it| (*it).to_owned())
        .chain([source.to_string_lossy().into_owned()])
        .collect();
    // Without an output it ends with an error, and has said what we want to know.
    let ended = run(program, &arguments, plan, limits).await?;
    Ok(said_duration(&ended.said).unwrap_or(0.0))
}

/// `  Duration: 00:01:02.50, start: …`.
fn said_duration(said: &str) -> Option<f64> {
    let (_, rest) = said.split_once("Duration: ")?;
    let mut parts = rest.split(',').next()?.trim().splitn(3, ':');
    let hours: f64 = parts.next()?.parse().ok()?;
    let minutes: f64 = parts.next()?.parse().ok()?;
    let seconds: f64 = parts.next()?.parse().ok()?;
    Some(hours * 3600.0 + minutes * 60.0 + seconds)
}

/// The last line that is not blank, without the path of our folder.
fn last_line(said: &str) -> String {
    const LINE_MAX: usize = 200;
    let line = said.lines().rev().find(|it| !it.trim().is_empty()).unwrap_or("nothing");
    line.chars().take(LINE_MAX).collect()
}

/// A private folder that goes with the value.
struct Folder {
    path: PathBuf,
}

impl Folder {
    fn make() -> std::io::Result<Self> {
        use std::os::unix::fs::DirBuilderExt as _;
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("carteiro-media-{}-{number}", std::process::id()));
        if path.exists() {
            // Left by an earlier process with our number that was killed.
            std::fs::remove_dir_all(&path)?;
        }
        // 0700: recordings may show people.
        std::fs::DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Self { path })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the system's own cleaning of the temporary directory.
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::{last_line, said_duration};

    #[test]
    fn the_duration_is_read_from_what_ffmpeg_says() {
        let said = "Input #0, avi, from 'x':\n  Duration: 01:02:03.50, start: 0.000000, bitrate: 2 kb/s\n";
        assert_eq!(said_duration(said), Some(3723.5));
        assert_eq!(said_duration("Duration: N/A, bitrate: N/A"), None);
        assert_eq!(last_line("one\ntwo\n\n"), "two");
    }
}
