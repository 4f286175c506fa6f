//! The rules folder: which files of it are read.

use std::io;
use std::path::Path;

use crate::rules::{RuleFile, is_rule_file};

/// A larger file is no rule file; somebody saved something else into the folder.
const FILE_BYTES_MAX: u64 = 4 * 1024 * 1024;

/// More files than this are no rules folder (200 rules are many).
const FILES_MAX: usize = 5_000;

/// Reads the rule files of a folder, with `textos/` and `modelos/`. Files of editors are left out.
///
/// # Errors
/// The folder or one of its rule files cannot be read: half a folder is never taken for a whole one.
pub fn read_folder(folder: &Path) -> io::Result<Vec<RuleFile>> {
    let mut files = Vec::new();
    for below in ["", "textos", "modelos"] {
        let entries = match std::fs::read_dir(folder.join(below)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound && !below.is_empty() => continue,
            Err(error) => return Err(error),
        };
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let name = if below.is_empty() { name } else { format!("{below}/{name}") };
            files.extend(read_file(&entry.path(), name)?);
            if files.len() > FILES_MAX {
                return Err(io::Error::other(format!("more than {FILES_MAX} files")));
            }
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// One file, or nothing if it is none of ours. Names that look like rules with a wrong ending are handed on, so
/// that somebody is told.
fn read_file(path: &Path, name: String) -> io::Result<Option<RuleFile>> {
    let lower = name.to_lowercase();
    let is_misnamed =
        !name.contains('/') && !name.starts_with(['.', '~', '#']) && lower.contains(".toml") && !lower.ends_with('~');
    if !is_rule_file(&name) && !is_misnamed {
        return Ok(None);
    }
    let facts = match std::fs::metadata(path) {
        Ok(facts) => facts,
        // Between the listing and the look an editor has renamed it: the next look sees the new name.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if !facts.is_file() {
        return Ok(None);
    }
    if facts.len() > FILE_BYTES_MAX {
        return Err(io::Error::other(format!("`{name}` is larger than {FILE_BYTES_MAX} bytes")));
    }
    Ok(Some(RuleFile { name, bytes: std::fs::read(path)? }))
}
