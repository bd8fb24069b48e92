//! From paths to [`Document`]s: files are found, read, decoded, repaired and freed of their markup.
//!
//! Whatever is wrong with one input becomes a problem; the others are read all the same. Work is shared among
//! threads, and the results come in the order of the paths.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::encoding::{self, How, mojibake};
use super::markup::{self, Format, Page};
use super::wire::{self, Extracted, Item, Items};
use super::{Document, Meta, language, typography};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{OffsetMap, SourceFile, SourceId, SourceMap};

pub mod inputs;
mod overrides;
mod unsaved;

use inputs::{Found, Input, Trouble, called};
pub use overrides::{Known, Origin, Overrides, PathPattern};
pub use unsaved::{Unsaved, own_path};

/// What a page holds that this program wrote, among its first bytes: with such a page in its folder, articles would be
/// held against their own quotations.
const REPORT: &str = "<meta name=\"generator\" content=\"gainsay ";
const REPORT_HEAD: usize = 2048;

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
    let (mut archive, mut archive_problems) = found.find(wanted.archive, overrides);
    // An archive may have to be filled yet; it is told, for it may be the wrong folder as well.
    let unfilled = |problem: &Diagnostic| problem.code == inputs::NO_ARTICLES;
    let empty = archive_problems.iter_mut().filter(|problem| unfilled(problem));
    empty.for_each(|problem| problem.severity = Severity::Note);
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
    loaded
        .problems
        .retain(|p| at.next().is_some_and(|at| at < told) || p.severity == Severity::Error || unfilled(p));
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

/// An article's file with another content: the same article for a [`SourceMap`] and for all that knows its id.
///
/// None where more has to be done than to exchange the one for the other: the content is not one article in UTF-8, or
/// something is odd about it.
pub fn anew(
    document: &Document,
    sources: &SourceMap,
    bytes: Vec<u8>,
    overrides: &Overrides,
) -> Option<(SourceFile, Document)> {
    let source = document.source;
    let before = sources.get(source);
    let Opened { mut file, how, articles } = decode(&before.path, bytes).ok()?;
    file.raw = before.raw.clone();
    let raw = match articles {
        Articles::Text(format) => Raw::Text(format),
        Articles::Extracted(page) => Raw::Page(page),
        Articles::Items(items, _) => Raw::Item(Box::new(items.only()?)),
    };
    match self::document(source, &file, raw, overrides) {
        (Some(document), problems) if problems.is_empty() && how == How::Utf8 => Some((file, document)),
        _ => None,
    }
}

/// A file that was read, before it has its place among the others.
struct Opened {
    file: SourceFile,
    how: How,
    articles: Articles,
}

/// What of a file is to become articles.
enum Articles {
    /// The whole file is one article.
    Text(Format),
    /// One article, whose text was taken out of the file.
    Extracted(Box<Page>),
    /// The articles of a format that has them in fields; `None`: all of them, else those of these numbers.
    Items(Box<Items>, Option<BTreeSet<usize>>),
}

/// An article that has its place among the others, with its markup.
enum Raw {
    Text(Format),
    Page(Box<Page>),
    Item(Box<Item>),
}

fn open(input: &Input, wanted: &Wanted<'_>) -> Result<Opened, Trouble> {
    let bytes = match &input.path {
        Some(path) => match wanted.unsaved.bytes(path) {
            Some(bytes) => bytes.to_vec(),
            None => inputs::read(path)?,
        },
        None => wanted.stdin.ok_or(Trouble::NoStdin)?.to_vec(),
    };
    let mut opened = decode(&input.name, bytes)?;
    if let (Articles::Items(_, only), Some(numbers)) = (&mut opened.articles, &input.only) {
        *only = Some(numbers.clone());
    }
    opened.file.raw = input.raw_name().map(Arc::from);
    Ok(opened)
}

fn decode(name: &str, bytes: Vec<u8>) -> Result<Opened, Trouble> {
    if bytes.len() as u64 > inputs::MAX_BYTES {
        return Err(Trouble::TooLong(inputs::MAX_BYTES));
    }
    let format = Format::of(name, &bytes);
    if format == Format::Docx {
        let Extracted { text, page } = wire::extract(&bytes).map_err(Trouble::Broken)?;
        let file = SourceFile::extracted(name.to_string(), text);
        return Ok(Opened { file, how: How::Utf8, articles: Articles::Extracted(Box::new(page)) });
    }
    let decoded =
        encoding::decode(bytes, format.declares_encoding()).map_err(|binary| Trouble::Binary(binary.0))?;
    let file = SourceFile::new(name.to_string(), decoded.text.into(), decoded.map);
    let most = if format.has_items() { inputs::MAX_ITEMS } else { inputs::MAX_TEXT };
    if file.text.len() > most {
        return Err(Trouble::TooLong(most as u64));
    }
    let articles = match format.has_items() {
        true => Articles::Items(Box::new(wire::read(&file.text, format)), None),
        false => Articles::Text(format),
    };
    Ok(Opened { file, how: decoded.how, articles })
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
        let mut raw = Vec::new();
        for file in files {
            match file {
                Ok(opened) => self.add(opened, &mut raw),
                Err(problem) => self.problems.push(*problem),
            }
        }
        let sources = &self.sources;
        let read: Vec<_> =
            raw.into_par_iter().map(|(id, raw)| document(id, sources.get(id), raw, overrides)).collect();
        for (document, found) in read {
            self.documents.extend(document);
            self.problems.extend(found);
        }
        self.drafts = self.documents.len();
        self
    }

    /// Gives a file, or each of its articles, its id.
    fn add(&mut self, opened: Opened, raw: &mut Vec<(SourceId, Raw)>) {
        let Opened { file, how, articles } = opened;
        self.problems.extend(encoding_warning(&file.path, how));
        match articles {
            Articles::Text(format) => raw.push((self.sources.add(file), Raw::Text(format))),
            Articles::Extracted(page) => raw.push((self.sources.add(file), Raw::Page(page))),
            Articles::Items(items, only) => self.add_items(&file, *items, only.as_ref(), raw),
        }
    }

    fn add_items(
        &mut self,
        file: &SourceFile,
        items: Items,
        only: Option<&BTreeSet<usize>>,
        raw: &mut Vec<(SourceId, Raw)>,
    ) {
        let Items { items, many, broken } = items;
        if let Some(broken) = broken {
            let severity = Severity::Error;
            let message = format!("{} {}", called(&file.path), broken.message);
            let span = file.map.to_disk(broken.range);
            let source = self.sources.add(file.clone());
            let mut problem = Diagnostic::new("input/broken", severity, message);
            problem.help = broken.help.map(str::to_owned);
            self.problems.push(problem.with_label(source, span, broken.label));
        } else if items.is_empty() {
            let message = format!("{} holds no articles", called(&file.path));
            self.problems.push(Diagnostic::new("input/empty", Severity::Warning, message));
        }
        for (number, item) in (1..).zip(items) {
            if only.is_some_and(|only| !only.contains(&number)) {
                continue;
            }
            let source = if many { file.item(number, item.id.clone()) } else { file.clone() };
            raw.push((self.sources.add(source), Raw::Item(Box::new(item))));
        }
    }
}

/// Makes an article's document, and says what is odd about it. There is none of an article that is not to be read.
fn document(
    source: SourceId,
    file: &SourceFile,
    raw: Raw,
    overrides: &Overrides,
) -> (Option<Document>, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let head = file.text.get(..file.text.floor_char_boundary(REPORT_HEAD)).unwrap_or_default();
    if head.contains(REPORT) {
        return (None, vec![passed_over(file, "it is a report of this program's")]);
    }
    let (page, to_disk) = match raw {
        Raw::Page(page) => (*page, OffsetMap::identity()),
        Raw::Item(item) => {
            if let Some(status) = &item.withdrawn {
                return (None, vec![passed_over(file, &format!("its publisher marks it as “{status}”"))]);
            }
            (item.page(), (*file.map).clone())
        }
        Raw::Text(format) => {
            let (given, to_file) = match mojibake::repair(&file.text) {
                Some(repaired) => {
                    problems.push(mojibake_warning(source, file, &repaired));
                    (Arc::from(repaired.text), repaired.map)
                }
                None => (file.text.clone(), OffsetMap::identity()),
            };
            (markup::read(&given, format), to_file.through(&file.map))
        }
    };
    if page.text.len() > inputs::MAX_TEXT {
        return (None, vec![Trouble::TooLong(inputs::MAX_TEXT as u64).with(&file.path)]);
    }
    let Page { text, map, blocks, meta, problems: found, .. } = typography::page(page);
    let told = file.names().fold(Meta::default(), |told, name| told.or(overrides.meta(name)));
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
    let meta = told.or(meta);
    if let Some(other) = language::other(&text, &blocks, meta.language.as_deref()) {
        problems.push(passed_over(file, &format!("it is in {other}, not in English")));
        return (None, problems);
    }
    (Some(Document { source, text, map: map.through(&to_disk), meta, blocks }), problems)
}

/// An article that is not read, and why.
fn passed_over(file: &SourceFile, why: &str) -> Diagnostic {
    let message = format!("{} is passed over: {why}", called(&file.path));
    Diagnostic::new("input/passed-over", Severity::Warning, message)
}

fn encoding_warning(name: &str, how: How) -> Option<Diagnostic> {
    let message = match how {
        How::Utf8 | How::Declared => return None,
        How::As(encoding) => format!("{} is not UTF-8 and was read as {encoding}", called(name)),
        How::Mixed(bytes) => {
            let told = match bytes {
                1 => "1 byte that is not UTF-8 and was".to_owned(),
                _ => format!("{bytes} bytes that are not UTF-8 and were"),
            };
            format!("{} has {told} read as windows-1252", called(name))
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
