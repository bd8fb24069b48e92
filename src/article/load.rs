//! From paths to [`Document`]s: files are found, read, decoded, repaired and freed of their markup.
//!
//! Whatever is wrong with one input becomes a problem; the others are read all the same. Work is shared among
//! threads, and the results come in the order of the paths.

use std::sync::Arc;

use rayon::prelude::*;

use super::Document;
use super::encoding::{self, How, mojibake};
use super::markup::{self, Format, Page};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{OffsetMap, SourceFile, SourceId, SourceMap};

pub mod inputs;
mod overrides;
mod unsaved;

use inputs::{Found, Input, Trouble, called};
pub use overrides::{Known, Origin, Overrides, PathPattern};
pub use unsaved::Unsaved;

/// What was read, and what could not be.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The files, in the order of their paths.
    pub sources: SourceMap,
    /// Their articles, in the same order.
    pub documents: Vec<Document>,
    /// How many of the documents, the first ones, are drafts; the others are an archive.
    pub drafts: usize,
    /// Errors (missing, unreadable, binary files; folders without articles) and warnings (encodings, garbled
    /// text, empty articles, front matter), those about files that were not read first.
    pub problems: Vec<Diagnostic>,
}

/// What to read.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// Files and folders; "-" for standard input.
    pub drafts: &'a [String],
    /// Files and folders to check them against. What both name is a draft.
    pub archive: &'a [String],
    /// Files that are drafts unless they are found in the archive; where there is no other draft they are drafts in any
    /// case.
    pub open: &'a [String],
    /// Texts in the place of files. One that is found neither among drafts nor in the archive is open.
    pub unsaved: Unsaved,
    /// What standard input holds.
    pub stdin: Option<&'a [u8]>,
}

/// Reads all articles that are wanted, drafts first. Of the archive's articles only errors are told: what is odd about
/// them is not the business of who checks a draft.
pub fn load(wanted: &Wanted<'_>, overrides: &Overrides) -> Loaded {
    let mut found = Found::with(&wanted.unsaved);
    let (mut drafts, problems) = found.find(wanted.drafts, overrides);
    let (mut archive, archive_problems) = found.find(wanted.archive, overrides);
    let open: Vec<String> = wanted.open.iter().chain(wanted.unsaved.names()).cloned().collect();
    let (others, open_problems) = found.find(&open, overrides);
    drafts.extend(others);
    if drafts.is_empty() {
        let (asked, _) = Found::with(&wanted.unsaved).find(&open, overrides);
        let asked: Vec<_> = asked.iter().map(Input::own_path).collect();
        (drafts, archive) = archive.into_iter().partition(|input| asked.contains(&input.own_path()));
    }
    drafts.sort_by(|a, b| a.name.cmp(&b.name));
    let problems = problems.into_iter().chain(open_problems).collect();
    let loaded = Loaded { problems, ..Loaded::default() }.open(&drafts, wanted, overrides);
    let (drafts, told) = (loaded.documents.len(), loaded.problems.len());
    let mut loaded = loaded.and(archive_problems).open(&archive, wanted, overrides);
    loaded.drafts = drafts;
    let mut at = 0..;
    loaded.problems.retain(|p| at.next().is_some_and(|at| at < told) || p.severity == Severity::Error);
    loaded
}

/// Reads articles that are in memory, in the order given: names and contents.
pub fn load_memory(articles: Vec<(String, Vec<u8>)>, overrides: &Overrides) -> Loaded {
    let open = |(name, bytes): (String, Vec<u8>)| {
        decode(&name, bytes).map_err(|trouble| Box::new(trouble.with(&name)))
    };
    Loaded::default().assemble(articles.into_par_iter().map(open).collect(), overrides)
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

fn open(input: &Input, wanted: &Wanted<'_>) -> Result<Opened, Trouble> {
    let bytes = match &input.path {
        Some(path) => match wanted.unsaved.bytes(path) {
            Some(bytes) => bytes.to_vec(),
            None => inputs::read(path)?,
        },
        None => wanted.stdin.ok_or(Trouble::NoStdin)?.to_vec(),
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

impl Loaded {
    fn and(mut self, problems: Vec<Diagnostic>) -> Loaded {
        self.problems.extend(problems);
        self
    }

    /// Reads some articles.
    fn open(self, inputs: &[Input], wanted: &Wanted<'_>, overrides: &Overrides) -> Loaded {
        let open = |input: &Input| open(input, wanted).map_err(|trouble| Box::new(trouble.with(&input.name)));
        self.assemble(inputs.par_iter().map(open).collect(), overrides)
    }

    /// Gives every file its id, then takes the markup off all of them.
    fn assemble(mut self, files: Vec<Result<Opened, Box<Diagnostic>>>, overrides: &Overrides) -> Loaded {
        let mut opened = Vec::new();
        for file in files {
            match file {
                Ok(Opened { file, format, how }) => opened.push((self.sources.add(file), format, how)),
                Err(problem) => self.problems.push(*problem),
            }
        }
        let sources = &self.sources;
        let read: Vec<_> = opened
            .par_iter()
            .map(|(id, format, how)| document(*id, sources.get(*id), *format, *how, overrides))
            .collect();
        for (document, found) in read {
            self.documents.push(document);
            self.problems.extend(found);
        }
        self.drafts = self.documents.len();
        self
    }
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
        let mut diagnostic = Diagnostic::new(problem.code, problem.severity, message);
        if problem.code == markup::AMBIGUOUS_DATE {
            diagnostic.help =
                Some("write it as 2013-05-02, or say it with --date-of or in gainsay.toml".to_owned());
        }
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
