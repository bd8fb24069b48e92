//! What can be wrong with a rule file, and how it is told.

use std::ops::Range;

use nom::Offset;

use crate::Sym;
use crate::diagnostic::{Diagnostic, Severity};
use crate::hint::hint;
use crate::source::{SourceFile, SourceId, Span};

/// The kinds of mistake in a rule file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mistake {
    /// The file is not TOML.
    Toml,
    /// A key that nobody reads.
    UnknownKey,
    /// A key that has to be there.
    MissingKey,
    /// A TOML value of the wrong type.
    Shape,
    /// A TOML value of the right type that means nothing here.
    Value,
    /// An expression that cannot be read.
    Syntax,
    /// A name that no `[find]` table introduces.
    UnknownVariable,
    /// A field that statements do not have.
    UnknownField,
    /// A function that does not exist.
    UnknownFunction,
    /// Types that do not go together.
    Type,
    /// A `{placeholder}` that cannot be filled.
    Placeholder,
    /// A variable that nothing uses.
    UnusedVariable,
    /// Two variables that no condition joins.
    Unjoined,
    /// A condition that no pair of statements can meet.
    Contradiction,
    /// A rule without tests.
    Untested,
    /// Two rules of one name.
    DuplicateId,
}

impl Mistake {
    /// Every kind.
    pub const ALL: [Mistake; 16] = [
        Mistake::Toml,
        Mistake::UnknownKey,
        Mistake::MissingKey,
        Mistake::Shape,
        Mistake::Value,
        Mistake::Syntax,
        Mistake::UnknownVariable,
        Mistake::UnknownField,
        Mistake::UnknownFunction,
        Mistake::Type,
        Mistake::Placeholder,
        Mistake::UnusedVariable,
        Mistake::Unjoined,
        Mistake::Contradiction,
        Mistake::Untested,
        Mistake::DuplicateId,
    ];

    /// The code of its diagnostics.
    pub fn code(self) -> &'static str {
        match self {
            Mistake::Toml => "rule/toml",
            Mistake::UnknownKey => "rule/unknown-key",
            Mistake::MissingKey => "rule/missing-key",
            Mistake::Shape => "rule/wrong-shape",
            Mistake::Value => "rule/bad-value",
            Mistake::Syntax => "rule/syntax",
            Mistake::UnknownVariable => "rule/unknown-variable",
            Mistake::UnknownField => "rule/unknown-field",
            Mistake::UnknownFunction => "rule/unknown-function",
            Mistake::Type => "rule/type",
            Mistake::Placeholder => "rule/unknown-placeholder",
            Mistake::UnusedVariable => "rule/unused-variable",
            Mistake::Unjoined => "rule/unjoined",
            Mistake::Contradiction => "rule/contradiction",
            Mistake::Untested => "rule/untested",
            Mistake::DuplicateId => "rule/duplicate-id",
        }
    }

    /// What it means, for the reference page.
    pub fn doc(self) -> &'static str {
        match self {
            Mistake::Toml => "the file is not TOML",
            Mistake::UnknownKey => "a key that nobody reads",
            Mistake::MissingKey => "a key that has to be there",
            Mistake::Shape => "a TOML value of the wrong type",
            Mistake::Value => "a TOML value of the right type that means nothing here",
            Mistake::Syntax => "an expression that cannot be read",
            Mistake::UnknownVariable => "a name that no `[find]` table introduces",
            Mistake::UnknownField => "a field that statements do not have",
            Mistake::UnknownFunction => "a function that does not exist",
            Mistake::Type => "types that do not go together",
            Mistake::Placeholder => "a placeholder that cannot be filled",
            Mistake::UnusedVariable => "a variable that nothing uses",
            Mistake::Unjoined => "two variables that no condition joins",
            Mistake::Contradiction => "a condition that no pair of statements can meet",
            Mistake::Untested => "a rule without tests",
            Mistake::DuplicateId => "two rules of one name",
        }
    }

    /// Does the rule still run?
    pub fn severity(self) -> Severity {
        match self {
            Mistake::Untested => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// Collects the mistakes of one file.
#[derive(Debug)]
pub struct Problems<'f> {
    source: SourceId,
    file: &'f SourceFile,
    found: Vec<Diagnostic>,
}

impl<'f> Problems<'f> {
    /// None yet.
    pub fn new(source: SourceId, file: &'f SourceFile) -> Problems<'f> {
        Problems { source, file, found: Vec::new() }
    }

    /// Notes a mistake at bytes of the file's text; `label` is what stands under them.
    pub fn add(&mut self, mistake: Mistake, at: Range<usize>, message: String, label: &str) {
        self.add_at(mistake, self.span(at), message, label);
    }

    /// Notes a mistake at bytes of the file.
    pub fn add_at(&mut self, mistake: Mistake, at: Span, message: String, label: &str) {
        let problem = Diagnostic::new(mistake.code(), mistake.severity(), message);
        self.found.push(problem.with_label(self.source, at, label));
    }

    /// Notes a name that no `[find]` table introduces.
    pub fn unknown_variable(&mut self, mistake: Mistake, name: &str, at: Range<usize>, variables: &[Sym]) {
        let message = format!("unknown variable `{name}`");
        self.add(mistake, at, message, "no `[find]` table has this name");
        let names: Vec<&str> = variables.iter().map(|v| v.as_str()).collect();
        self.help(hint(name, &names));
    }

    /// Is nothing noted that keeps the rule from running?
    pub fn is_sound(&self) -> bool {
        self.found.iter().all(|p| p.severity < Severity::Error)
    }

    /// Says what to do about the mistake noted last.
    pub fn help(&mut self, help: impl Into<String>) {
        if let Some(last) = self.found.last_mut() {
            last.help = Some(help.into());
        }
    }

    /// Bytes of the file's text as bytes of the file.
    pub fn span(&self, at: Range<usize>) -> Span {
        self.file.map.to_disk(at)
    }

    /// The file's text.
    pub fn text(&self) -> &'f str {
        &self.file.text
    }

    /// Everything noted, in order of the places.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|p| p.labels.first().map(|l| l.span));
        self.found
    }
}

/// A text in a rule file, and where it stands.
#[derive(Debug, Clone)]
pub struct Located<'a> {
    /// The text, without quotes.
    pub text: &'a str,
    place: Place,
}

/// Where a text in a rule file stands.
#[derive(Debug, Clone)]
enum Place {
    /// Byte by byte from here on.
    Exact(usize),
    /// Somewhere in here: the TOML string has escapes, so that its bytes are not the text's.
    Whole(Range<usize>),
}

impl<'a> Located<'a> {
    /// The text of a TOML string that stands, with its quotes, at `at` of `file`.
    pub fn new(text: &'a str, at: Range<usize>, file: &str) -> Located<'a> {
        let written = file.get(at.clone()).unwrap_or("");
        let quotes = ["'''", "\"\"\"", "'", "\""].into_iter().find(|q| written.starts_with(q));
        let inner = quotes.and_then(|q| written.strip_prefix(q)?.strip_suffix(q)).unwrap_or("");
        // TOML drops a newline right after opening quotes.
        let newline = inner.len() - inner.trim_start_matches(['\r', '\n']).len();
        let dropped = [0, 1, 2].into_iter().filter(|n| *n <= newline).find(|n| inner.get(*n..) == Some(text));
        let place = match (dropped, quotes) {
            (Some(n), Some(q)) => Place::Exact(at.start + q.len() + n),
            _ => Place::Whole(at),
        };
        Located { text, place }
    }

    /// Where a slice of the text stands. An empty one (the end) is shown on the closing quote.
    pub fn at(&self, part: &str) -> Range<usize> {
        match &self.place {
            Place::Whole(range) => range.clone(),
            Place::Exact(start) => {
                let from = start + self.text.offset(part);
                from..from + part.len().max(1)
            }
        }
    }

    /// Where the whole text stands.
    pub fn whole(&self) -> Range<usize> {
        self.at(self.text)
    }
}
