//! Layer 4, the network folder (step 3): everything that came and went, readable without carteiro.
//!
//! ```text
//! <root>/<ano>/Entrada/<mês-dia>/<hash>.eml          every mail, synced before anything acts on it
//! <root>/<ano>/<categoria>/<protocolo> <assunto>/
//!     pedido.eml  mensagem-email.txt/.html  mensagem-whatsapp.txt  anexos/  imagens/
//!     lista-original.*  lista-usada-*.csv  lista-recusados-*.csv
//!     originais/  recibos/  relatorio/  historico.txt  conteudo.json (what goes out)  manifesto.txt (every file's hash)
//! ```
//! A file is written beside its place, synced, then renamed; so what is there is whole. On a share that is not
//! mounted nothing is written: it would land beside it.

mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::office::Channel;
use crate::office::content::{ContentFile, Filing, Message};

pub use names::{folder, legal};

/// Files of a batch that are written and synced at the same time: one journal of the disk takes them all.
const WRITERS: usize = 64;

/// So many files are open at a time at most: a process may have a thousand.
const OPEN_MAX: usize = 256;

/// A writer needs little more than a path.
const WRITER_STACK: usize = 128 << 10;

/// The hash of every file of a request.
const MANIFEST: &str = "manifesto.txt";

/// The story of a request.
const STORY: &str = "historico.txt";

/// The end of a file's name while it is being written.
const BESIDE: &str = ".carteiro-tmp";

/// Large files are read in pieces of this size.
const PIECE_BYTES: usize = 256 * 1024;

/// The network folder.
#[derive(Debug, Clone)]
pub struct Archive {
    root: PathBuf,
    require_mount: bool,
}

/// Why the archive could not be used.
#[derive(Debug, Error)]
pub enum ArchiveError {
    /// The share is not there.
    #[error("the network folder `{path}` is not mounted; mount the share, intake goes on by itself then")]
    NotMounted {
        /// The root.
        path: PathBuf,
    },
    /// The system said no.
    #[error("cannot {what} `{path}` in the archive: {source}")]
    Io {
        /// What was being done.
        what: &'static str,
        /// To which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file that goes out is not the one that was filed.
    #[error("`{path}` was changed after it was filed; a person has to look at it before it goes out")]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The list of what goes out cannot be read.
    #[error("cannot read `{path}`: {source}")]
    Content {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: serde_json::Error,
    },
}

/// `conteudo.json`: what goes out, and the hash of every file.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Manifest {
    assunto: Option<String>,
    mensagens: BTreeMap<Channel, ManifestMessage>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct ManifestMessage {
    texto: ManifestFile,
    html: Option<ManifestFile>,
    imagens: Vec<ManifestFile>,
    anexos: Vec<ManifestFile>,
}

#[derive(Debug, Default, Clone, Serialize, Deserialize)]
struct ManifestFile {
    arquivo: String,
    nome: String,
    tipo: String,
    cid: Option<String>,
    sha256: String,
}

impl Archive {
    /// The archive below a root.
    #[must_use]
    pub const fn new(root: PathBuf, require_mount: bool) -> Self {
        Self { root, require_mount }
    }

    /// The root.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether the folder can be written to now.
    ///
    /// # Errors
    /// [`ArchiveError::NotMounted`], if a mount is required and the root lies on the system's own disk, or if
    /// the root does not exist.
    pub fn ready(&self) -> Result<(), ArchiveError> {
        let missing = || ArchiveError::NotMounted { path: self.root.clone() };
        let root = fs::metadata(&self.root).map_err(|_| missing())?;
        if !root.is_dir() {
            return Err(missing());
        }
        #[cfg(unix)]
        if self.require_mount {
            use std::os::unix::fs::MetadataExt as _;
            let system = fs::metadata("/").map_err(|_| missing())?;
            if system.dev() == root.dev() {
                return Err(missing());
            }
        }
        Ok(())
    }

    /// Keeps the raw bytes of mails before anything acts on them, each at its [`raw_path`]. Whatever has that path and
    /// size is there already. The syncs of several files go on at the same time: the disk, or the share, groups them.
    ///
    /// # Errors
    /// [`ArchiveError`], if one cannot be written and synced.
    pub fn keep_all(&self, mut mails: Vec<(&str, &[u8])>) -> Result<(), ArchiveError> {
        mails.retain(|(path, raw)| !fs::metadata(self.root.join(path)).is_ok_and(|it| it.len() == raw.len() as u64));
        if mails.is_empty() {
            return Ok(());
        }
        // The same bytes twice in a batch are one file, written once.
        mails.sort_unstable();
        mails.dedup_by_key(|(path, _)| *path);
        self.ready()?;
        for part in mails.chunks(OPEN_MAX) {
            self.write_all(part)?;
        }
        let folders: BTreeSet<&Path> = mails.iter().filter_map(|(path, _)| Path::new(path).parent()).collect();
        folders.into_iter().for_each(|it| sync_folder(&self.root.join(it)));
        Ok(())
    }

    /// Writes files beside their places, syncs them all at the same time, and gives them their names.
    ///
    /// A folder takes one new name at a time: who asks for many at once only waits. The syncs alone gain by company.
    fn write_all(&self, files: &[(&str, &[u8])]) -> Result<(), ArchiveError> {
        let mut begun: Vec<Begun> = Vec::with_capacity(files.len());
        let kept = self.write_beside(files, &mut begun).and_then(|()| self.synced(&begun)).and_then(|()| {
            let renamed = |it: &Begun| fs::rename(&it.beside, &it.target).map_err(|source| it.failed(source));
            begun.iter().try_for_each(renamed)
        });
        if kept.is_err() {
            // Half a file must not stay visible; if it cannot be removed either, the next try overwrites it.
            begun.iter().for_each(|it| drop(fs::remove_file(&it.beside)));
        }
        kept
    }

    fn write_beside(&self, files: &[(&str, &[u8])], begun: &mut Vec<Begun>) -> Result<(), ArchiveError> {
        let mut made: Option<PathBuf> = None;
        for (path, bytes) in files {
            let target = self.root.join(path);
            let failed = |what| {
                let path = target.clone();
                move |source| ArchiveError::Io { what, path, source }
            };
            let folder = target.parent().unwrap_or(&self.root).to_owned();
            if made.as_ref() != Some(&folder) {
                make_folder(&folder).map_err(failed("make the folder of"))?;
                made = Some(folder);
            }
            let beside = beside(&target);
            let file = for_the_group().open(&beside).map_err(failed("write"))?;
            begun.push(Begun { target, beside, file });
            let Some(last) = begun.last_mut() else { continue };
            last.file.write_all(bytes).map_err(|source| last.failed(source))?;
        }
        Ok(())
    }

    fn synced(&self, begun: &[Begun]) -> Result<(), ArchiveError> {
        let sync = |it: &Begun| it.file.sync_all().map_err(|source| it.failed(source));
        if let [one] = begun {
            return sync(one);
        }
        let share = begun.len().div_ceil(WRITERS).max(1);
        let broken = |source| ArchiveError::Io { what: "write", path: self.root.clone(), source };
        std::thread::scope(|scope| {
            let writer = || std::thread::Builder::new().stack_size(WRITER_STACK);
            let writers = begun
                .chunks(share)
                .map(|part| writer().spawn_scoped(scope, move || part.iter().try_for_each(sync)).map_err(broken))
                .collect::<Result<Vec<_>, _>>()?;
            let ended = |it: std::thread::ScopedJoinHandle<'_, Result<(), ArchiveError>>| {
                it.join().unwrap_or_else(|_| Err(self.broke_down()))
            };
            writers.into_iter().try_for_each(ended)
        })
    }

    /// Whoever was writing into the archive did not come back.
    pub(crate) fn broke_down(&self) -> ArchiveError {
        ArchiveError::Io { what: "write", path: self.root.clone(), source: io::Error::other("a writer broke down") }
    }

    /// The same for a mail that is too large for the memory: it goes from file to file. Returns its digest and path.
    ///
    /// # Errors
    /// [`ArchiveError`], if it cannot be read, or written and synced.
    pub fn keep_raw_file(
        &self,
        (year, month, day): (i16, i8, i8),
        source: &Path,
    ) -> Result<(String, String), ArchiveError> {
        self.ready()?;
        let reading = |error| ArchiveError::Io { what: "read", path: source.to_owned(), source: error };
        let sha256 = sha256_of(&mut File::open(source).map_err(reading)?).map_err(reading)?;
        let name = sha256.get(..32).unwrap_or(&sha256);
        let path = format!("{year}/Entrada/{month:02}-{day:02}/{name}.eml");
        let target = self.root.join(&path);
        let writing = |error| ArchiveError::Io { what: "write", path: target.clone(), source: error };
        make_folder(target.parent().unwrap_or(&self.root)).map_err(writing)?;
        let beside = beside(&target);
        let copied = copy_synced(source, &beside).and_then(|()| fs::rename(&beside, &target));
        if let Err(error) = copied {
            let _ = fs::remove_file(&beside);
            return Err(writing(error));
        }
        Ok((sha256, path))
    }

    /// How large a file is.
    ///
    /// # Errors
    /// [`ArchiveError`], with the file that could not be looked at.
    pub fn size(&self, path: &str) -> Result<u64, ArchiveError> {
        let path = self.root.join(path);
        let looked = fs::metadata(&path);
        looked.map(|it| it.len()).map_err(|source| ArchiveError::Io { what: "look at", path, source })
    }

    /// The digest of a file, read piece by piece.
    ///
    /// # Errors
    /// [`ArchiveError`], with the file that could not be read.
    pub fn digest(&self, path: &str) -> Result<String, ArchiveError> {
        let path = self.root.join(path);
        let read = File::open(&path).and_then(|mut it| sha256_of(&mut it));
        read.map_err(|source| ArchiveError::Io { what: "read", path, source })
    }

    /// Writes a file: beside its place, synced, renamed.
    ///
    /// # Errors
    /// [`ArchiveError`], with the file that could not be written.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), ArchiveError> {
        self.ready()?;
        self.write_all(&[(path, bytes)])?;
        sync_folder(self.root.join(path).parent().unwrap_or(&self.root));
        Ok(())
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`ArchiveError`], with the file that could not be read.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, ArchiveError> {
        let path = self.root.join(path);
        fs::read(&path).map_err(|source| ArchiveError::Io { what: "read", path, source })
    }

    /// The first bytes of a file, at most so many.
    ///
    /// # Errors
    /// [`ArchiveError`], with the file that could not be read.
    pub fn head(&self, path: &str, most: u64) -> Result<Vec<u8>, ArchiveError> {
        let path = self.root.join(path);
        let mut head = Vec::new();
        let read = File::open(&path).and_then(|it| it.take(most).read_to_end(&mut head));
        read.map(|_| head).map_err(|source| ArchiveError::Io { what: "read", path, source })
    }

    /// Files what goes out: text, formatting, pictures and files of each channel, and `conteudo.json` last.
    /// Written again with the same content it changes nothing.
    ///
    /// # Errors
    /// [`ArchiveError`], with the file that could not be written.
    pub fn file(&self, folder: &str, filing: &Filing) -> Result<(), ArchiveError> {
        let mut manifest = Manifest { assunto: filing.subject.clone(), mensagens: BTreeMap::new() };
        for (channel, message) in &filing.messages {
            let name = channel.as_str();
            let mut entry = ManifestMessage {
                texto: self.put(folder, &format!("mensagem-{name}.txt"), &plain(&message.text))?,
                ..ManifestMessage::default()
            };
            if let Some(html) = &message.html {
                let file = ContentFile { mime: "text/html".to_owned(), bytes: html.clone().into_bytes(), ..plain("") };
                entry.html = Some(self.put(folder, &format!("mensagem-{name}.html"), &file)?);
            }
            for (n, picture) in message.inline.iter().enumerate() {
                entry.imagens.push(self.put(
                    folder,
                    &format!("imagens/{} {}", n + 1, legal(&picture.name)),
                    picture,
                )?);
            }
            for (n, file) in message.files.iter().enumerate() {
                let path = format!("anexos/{name} {} {}", n + 1, legal(&file.name));
                entry.anexos.push(self.put(folder, &path, file)?);
            }
            manifest.mensagens.insert(*channel, entry);
        }
        let path = format!("{folder}/conteudo.json");
        let text = serde_json::to_vec_pretty(&manifest)
            .map_err(|source| ArchiveError::Content { path: self.root.join(&path), source })?;
        self.write(&path, &text)
    }

    /// Reads what goes out, and refuses what is not what was filed.
    ///
    /// # Errors
    /// [`ArchiveError::Changed`] names the file that a person changed.
    pub fn filed(&self, folder: &str) -> Result<Filing, ArchiveError> {
        let path = format!("{folder}/conteudo.json");
        let manifest: Manifest = serde_json::from_slice(&self.read(&path)?)
            .map_err(|source| ArchiveError::Content { path: self.root.join(&path), source })?;
        let mut filing = Filing { subject: manifest.assunto, messages: BTreeMap::new() };
        for (channel, entry) in manifest.mensagens {
            let text = self.take(folder, &entry.texto)?;
            let html = entry.html.as_ref().map(|it| self.take(folder, it)).transpose()?;
            let message = Message {
                text: String::from_utf8_lossy(&text.bytes).into_owned(),
                html: html.map(|it| String::from_utf8_lossy(&it.bytes).into_owned()),
                inline: entry.imagens.iter().map(|it| self.take(folder, it)).collect::<Result<_, _>>()?,
                files: entry.anexos.iter().map(|it| self.take(folder, it)).collect::<Result<_, _>>()?,
            };
            filing.messages.insert(channel, message);
        }
        Ok(filing)
    }

    /// The files of a request's folder, relative to it, in the order of their names.
    ///
    /// # Errors
    /// [`ArchiveError`], if a folder cannot be listed; a folder that is not there has no files.
    pub fn files_of(&self, folder: &str) -> Result<Vec<String>, ArchiveError> {
        let root = self.inside(folder)?;
        let mut found = Vec::new();
        let mut open = vec![root.clone()];
        while let Some(at) = open.pop() {
            let entries = match fs::read_dir(&at) {
                Ok(entries) => entries,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(source) => return Err(ArchiveError::Io { what: "list", path: at, source }),
            };
            for entry in entries.flatten() {
                let path = entry.path();
                if entry.file_type().is_ok_and(|it| it.is_dir()) {
                    open.push(path);
                } else if let Ok(below) = path.strip_prefix(&root) {
                    found.push(below.to_string_lossy().into_owned());
                }
            }
        }
        found.sort();
        Ok(found)
    }

    /// Writes `manifesto.txt`: the SHA-256 of every file of a folder, in the form of `sha256sum`. The story goes on after
    /// it, so it is left out. Gives the number of files and the hash of the manifest; `None` if it had said the same.
    ///
    /// # Errors
    /// [`ArchiveError`], with the file that could not be read or written.
    pub fn seal(&self, folder: &str) -> Result<Option<(usize, String)>, ArchiveError> {
        let mut text = String::new();
        let mut files = 0;
        for name in self.files_of(folder)? {
            if name == MANIFEST || name == STORY || name.ends_with(BESIDE) {
                continue;
            }
            let hash = sha256_hex(&self.read(&format!("{folder}/{name}"))?);
            text.push_str(&format!("{hash}  {name}\n"));
            files += 1;
        }
        let path = format!("{folder}/{MANIFEST}");
        if files == 0 || self.read(&path).is_ok_and(|it| it == text.as_bytes()) {
            return Ok(None);
        }
        self.write(&path, text.as_bytes())?;
        Ok(Some((files, sha256_hex(text.as_bytes()))))
    }

    /// Removes a request's folder with all that is in it.
    ///
    /// # Errors
    /// [`ArchiveError`], with the folder that could not be removed.
    pub fn remove(&self, folder: &str) -> Result<(), ArchiveError> {
        self.ready()?;
        let path = self.inside(folder)?;
        removed(fs::remove_dir_all(&path), path)
    }

    /// Removes one file; one that is gone already is no error.
    ///
    /// # Errors
    /// [`ArchiveError`], with the file that could not be removed.
    pub fn remove_file(&self, path: &str) -> Result<(), ArchiveError> {
        self.ready()?;
        let path = self.inside(path)?;
        removed(fs::remove_file(&path), path)
    }

    /// A path below the root, never the root itself or one outside it.
    fn inside(&self, path: &str) -> Result<PathBuf, ArchiveError> {
        let below = Path::new(path);
        let plain = below.components().all(|it| matches!(it, std::path::Component::Normal(_)));
        if plain && below.components().next().is_some() {
            return Ok(self.root.join(below));
        }
        let source = io::Error::from(io::ErrorKind::InvalidInput);
        Err(ArchiveError::Io { what: "find", path: below.to_owned(), source })
    }

    fn put(&self, folder: &str, path: &str, file: &ContentFile) -> Result<ManifestFile, ArchiveError> {
        self.write(&format!("{folder}/{path}"), &file.bytes)?;
        Ok(ManifestFile {
            arquivo: path.to_owned(),
            nome: file.name.clone(),
            tipo: file.mime.clone(),
            cid: file.content_id.clone(),
            sha256: sha256_hex(&file.bytes),
        })
    }

    fn take(&self, folder: &str, entry: &ManifestFile) -> Result<ContentFile, ArchiveError> {
        let path = format!("{folder}/{}", entry.arquivo);
        let bytes = self.read(&path)?;
        if sha256_hex(&bytes) != entry.sha256 {
            return Err(ArchiveError::Changed { path: self.root.join(path) });
        }
        Ok(ContentFile { name: entry.nome.clone(), mime: entry.tipo.clone(), content_id: entry.cid.clone(), bytes })
    }
}

/// Where the raw bytes of a mail lie, relative to the root; `day` is `(year, month, day)` of its arrival. The same bytes
/// on the same day are one file.
#[must_use]
pub fn raw_path((year, month, day): (i16, i8, i8), sha256: &str) -> String {
    let name = sha256.get(..32).unwrap_or(sha256);
    format!("{year}/Entrada/{month:02}-{day:02}/{name}.eml")
}

/// Makes a rename last. A share (cifs) may refuse to sync a folder: the rename has been asked for all the same.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn plain(text: &str) -> ContentFile {
    ContentFile {
        name: String::new(),
        mime: "text/plain".to_owned(),
        content_id: None,
        bytes: text.to_owned().into_bytes(),
    }
}

/// SHA-256 in hexadecimal.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// SHA-256 of what a file holds, in hexadecimal.
fn sha256_of(file: &mut File) -> io::Result<String> {
    let mut digest = Sha256::new();
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()),
            count => digest.update(piece.get(..count).unwrap_or_default()),
        }
    }
}

fn copy_synced(from: &Path, to: &Path) -> io::Result<()> {
    let mut file = for_the_group().open(to)?;
    io::copy(&mut File::open(from)?, &mut file)?;
    file.sync_all()
}

/// Makes a folder and those above it, for the desk's group only.
fn make_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        fs::DirBuilder::new().recursive(true).mode(0o750).create(folder)
    }
    #[cfg(not(unix))]
    fs::create_dir_all(folder)
}

/// A file that only the service and the desk's group may read.
fn for_the_group() -> fs::OpenOptions {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o640);
    }
    options
}

/// A file that is being written, beside its place.
struct Begun {
    target: PathBuf,
    beside: PathBuf,
    file: File,
}

impl Begun {
    fn failed(&self, source: io::Error) -> ArchiveError {
        ArchiveError::Io { what: "write", path: self.target.clone(), source }
    }
}

/// Where a file is written before it gets its name.
fn beside(target: &Path) -> PathBuf {
    let mut beside = target.as_os_str().to_owned();
    beside.push(BESIDE);
    PathBuf::from(beside)
}

/// What is gone already needs no removing.
fn removed(done: io::Result<()>, path: PathBuf) -> Result<(), ArchiveError> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done.map_err(|source| ArchiveError::Io { what: "remove", path, source }),
    }
}

#[cfg(test)]
mod tests {
    use super::{Archive, ArchiveError};
    use crate::office::Channel;
    use crate::office::content::{ContentFile, Filing, Message};

    fn filing() -> Filing {
        let file = |name: &str| ContentFile {
            name: name.to_owned(),
            mime: "application/pdf".to_owned(),
            content_id: None,
            bytes: b"%PDF".to_vec(),
        };
        let message = Message {
            text: "Olá".to_owned(),
            html: Some("<p>Olá</p>".to_owned()),
            inline: Vec::new(),
            files: vec![file("a:b.pdf"), file("a?b.pdf")],
        };
        Filing { subject: Some("Aviso".to_owned()), messages: [(Channel::Email, message)].into() }
    }

    #[test]
    fn what_was_filed_is_read_back_and_a_change_by_hand_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let archive = Archive::new(dir.path().to_owned(), false);
        archive.file("2026/geral/AR-2026-0001 Aviso", &filing()).unwrap();
        assert_eq!(archive.filed("2026/geral/AR-2026-0001 Aviso").unwrap(), filing());
        archive.write("2026/geral/AR-2026-0001 Aviso/mensagem-email.txt", "Olá!".as_bytes()).unwrap();
        let refused = archive.filed("2026/geral/AR-2026-0001 Aviso").unwrap_err();
        assert!(matches!(refused, ArchiveError::Changed { .. }), "{refused}");
    }

    #[test]
    fn nothing_is_written_beside_a_share_that_is_not_mounted() {
        let dir = tempfile::tempdir().unwrap();
        let gone = Archive::new(dir.path().join("share"), false);
        assert!(matches!(gone.write("a.txt", b"x"), Err(ArchiveError::NotMounted { .. })));
        assert!(!dir.path().join("share").exists());
    }
}
