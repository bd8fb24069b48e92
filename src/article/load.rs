//! From paths to [`Document`]s: files are found, read, decoded, repaired and freed of their markup.
//!
//! Whatever is wrong with one input becomes a problem; the others are read all the same. Work is shared among
//! threads, and the results come in the order of the paths.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::encoding::{self, How, mojibake};
use super::markup::{self, Format, Page};
use super::{Document, Meta};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{OffsetMap, SourceFile, SourceId, SourceMap};

pub mod inputs;

use inputs::{Input, Trouble, called};

/// What the user says of articles that do not say it of themselves; it overrides what they say.
///
/// A name matches a path that it ends, by whole components: "story.txt" and "a/story.txt" match
/// "wire/a/story.txt". The longest name that matches counts.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// Dates of publication, from `--date-of` and the `[articles]` table.
    pub dates: BTreeMap<String, Date>,
    /// Outlets, by the same names.
    pub outlets: BTreeMap<String, String>,
}

impl Overrides {
    /// Does an override's name match a path?
    pub fn matches(name: &str, path: &str) -> bool {
        let name = name.strip_prefix("./").unwrap_or(name);
        path.strip_suffix(name)
            .is_some_and(|rest| !name.is_empty() && (rest.is_empty() || rest.ends_with('/')))
    }

    fn find<'a, T>(map: &'a BTreeMap<String, T>, path: &str) -> Option<&'a T> {
        let matching = map.iter().filter(|(name, _)| Overrides::matches(name, path));
        matching.max_by_key(|(name, _)| name.len()).map(|(_, value)| value)
    }

    fn meta(&self, path: &str) -> Meta {
        let published = Overrides::find(&self.dates, path).copied();
        Meta { title: None, outlet: Overrides::find(&self.outlets, path).cloned(), published }
    }
}

/// What was read, and what could not be.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The files, in the order of their paths.
    pub sources: SourceMap,
    /// Their articles, in the same order.
    pub documents: Vec<Document>,
    /// Errors (missing, unreadable, binary files; folders without articles) and warnings (encodings, garbled
    /// text, empty articles, front matter), those about files that were not read first.
    pub problems: Vec<Diagnostic>,
}

/// Reads all articles that `paths` name. `stdin` is what standard input holds, read for the path "-".
pub fn load(paths: &[String], stdin: Option<&[u8]>, overrides: &Overrides) -> Loaded {
    let (inputs, problems) = inputs::find(paths);
    let open = |input: &Input| open(input, stdin).map_err(|trouble| Box::new(trouble.with(&input.name)));
    assemble(inputs.par_iter().map(open).collect(), problems, overrides)
}

/// Reads articles that are in memory, in the order given: names and contents.
pub fn load_memory(articles: Vec<(String, Vec<u8>)>, overrides: &Overrides) -> Loaded {
    let open = |(name, bytes): (String, Vec<u8>)| {
        decode(&name, bytes).map_err(|trouble| Box::new(trouble.with(&name)))
    };
    assemble(articles.into_par_iter().map(open).collect(), Vec::new(), overrides)
}

/// Reads one article in memory. The path decides the format and is matched against the overrides.
pub fn document_from_bytes(path: &str, bytes: Vec<u8>, overrides: &Overrides) -> Loaded {
    load_memory(vec![(path.to_string(), bytes)], overrides)
}

/// A file that was read, before it has its place among the others.
struct Opened {
    file: SourceFile,
    format: Format,
    how: How,
}

fn open(input: &Input, stdin: Option<&[u8]>) -> Result<Opened, Trouble> {
    let bytes = match &input.path {
        Some(path) => inputs::read(path)?,
        None => stdin.ok_or(Trouble::NoStdin)?.to_vec(),
    };
    decode(&input.name, bytes)
}

fn decode(name: &str, bytes: Vec<u8>) -> Result<Opened, Trouble> {
    if bytes.len() as u64 > inputs::MAX_BYTES {
        return Err(Trouble::TooLong);
    }
    let format = Format::of(name, &bytes);
    let decoded =
        encoding::decode(bytes, format == Format::Html).map_err(|binary| Trouble::Binary(binary.0))?;
    let file = SourceFile::new(name.to_string(), decoded.text.into(), decoded.map);
    Ok(Opened { file, format, how: decoded.how })
}

/// Gives every file its id, then takes the markup off all of them.
fn assemble(
    files: Vec<Result<Opened, Box<Diagnostic>>>,
    mut problems: Vec<Diagnostic>,
    overrides: &Overrides,
) -> Loaded {
    let mut sources = SourceMap::default();
    let mut opened = Vec::new();
    for file in files {
        match file {
            Ok(Opened { file, format, how }) => opened.push((sources.add(file), format, how)),
            Err(problem) => problems.push(*problem),
        }
    }
    let read: Vec<_> = opened
        .par_iter()
        .map(|(id, format, how)| document(*id, sources.get(*id), *format, *how, overrides))
        .collect();
    let mut documents = Vec::with_capacity(read.len());
    for (document, found) in read {
        documents.push(document);
        problems.extend(found);
    }
    Loaded { sources, documents, problems }
}

/// Makes a file's document, and says what is odd about it.
fn document(
    source: SourceId,
    file: &SourceFile,
    format: Format,
    how: How,
    overrides: &Overrides,
) -> (Document, Vec<Diagnostic>) {
    let mut problems = Vec::from_iter(encoding_warning(&file.path, how));
    let (given, to_file) = match mojibake::repair(&file.text) {
        Some(repaired) => {
            problems.push(mojibake_warning(source, file, &repaired));
            (Arc::from(repaired.text), repaired.map)
        }
        None => (file.text.clone(), OffsetMap::identity()),
    };
    let to_disk = to_file.through(&file.map);
    let Page { text, map, blocks, meta, problems: found } = markup::read(&given, format);
    let told = overrides.meta(&file.path);
    for problem in found {
        if problem.code == markup::AMBIGUOUS_DATE && told.published.is_some() {
            continue;
        }
        let message = format!("{}: {}", called(&file.path), problem.message);
        let diagnostic = Diagnostic::new(problem.code, problem.severity, message);
        problems.push(diagnostic.with_label(source, to_disk.to_disk(problem.range), problem.label));
    }
    if blocks.is_empty() {
        let message = format!("{} has no text to read", called(&file.path));
        problems.push(Diagnostic::new("input/empty", Severity::Warning, message));
    }
    let document = Document { source, text, map: map.through(&to_disk), meta: told.or(meta), blocks };
    (document, problems)
}

fn encoding_warning(name: &str, how: How) -> Option<Diagnostic> {
    let message = match how {
        How::Utf8 => return None,
        How::As(encoding) => format!("{} is not UTF-8 and was read as {encoding}", called(name)),
        How::Mixed(bytes) => {
            let (s, were) = if bytes == 1 { ("", "was") } else { ("s", "were") };
            format!("{} has {bytes} byte{s} that are not UTF-8 and {were} read as windows-1252", called(name))
        }
    };
    let help = "save the file as UTF-8";
    Some(Diagnostic::new("input/encoding", Severity::Warning, message).with_help(help))
}

fn mojibake_warning(source: SourceId, file: &SourceFile, repaired: &mojibake::Repaired) -> Diagnostic {
    let (found, meant) = repaired.example(&file.text);
    let count = repaired.count;
    let s = if count == 1 { "" } else { "s" };
    let message =
        format!("{} has {count} garbled character{s}: “{found}” is read as “{meant}”", called(&file.path));
    let span = file.map.to_disk(repaired.first.clone());
    Diagnostic::new("input/mojibake", Severity::Warning, message)
        .with_label(source, span, format!("read as “{meant}”"))
        .with_help("the text was decoded with the wrong table before it was saved; get it anew if you can")
}

#[cfg(test)]
mod tests;
