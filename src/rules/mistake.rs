//! What can be wrong with a rule file, and how it is told.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity};
use crate::hint::hint;
use crate::source::{SourceFile, SourceId, Span};
use crate::symbol::Sym;

/// The kinds of mistake in a rule file or a pack.
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
    /// A name that no `[find]` or `[gather]` table introduces.
    UnknownVariable,
    /// A field that statements do not have.
    UnknownField,
    /// A function that does not exist.
    UnknownFunction,
    /// A word that the field never holds: an event class, a role, a modality.
    UnknownWord,
    /// `over` names a rule that does not exist.
    UnknownRule,
    /// Types that do not go together.
    Type,
    /// A placeholder that cannot be filled.
    Placeholder,
    /// A variable that nothing uses.
    UnusedVariable,
    /// Two variables that no condition joins.
    Unjoined,
    /// Conditions that cannot be true together.
    Contradiction,
    /// A condition or an outcome that never decides anything.
    Unreachable,
    /// A rule without tests.
    Untested,
    /// A rule that none of its tests makes fire.
    NeverFires,
    /// Two rules of one name.
    DuplicateId,
    /// A pack that asks for a newer program.
    NewerVersion,
    /// A pack folder without rules in it.
    Misplaced,
}

impl Mistake {
    /// Every kind.
    pub const ALL: [Mistake; 22] = [
        Mistake::Toml,
        Mistake::UnknownKey,
        Mistake::MissingKey,
        Mistake::Shape,
        Mistake::Value,
        Mistake::Syntax,
        Mistake::UnknownVariable,
        Mistake::UnknownField,
        Mistake::UnknownFunction,
        Mistake::UnknownWord,
        Mistake::UnknownRule,
        Mistake::Type,
        Mistake::Placeholder,
        Mistake::UnusedVariable,
        Mistake::Unjoined,
        Mistake::Contradiction,
        Mistake::Unreachable,
        Mistake::Untested,
        Mistake::NeverFires,
        Mistake::DuplicateId,
        Mistake::NewerVersion,
        Mistake::Misplaced,
    ];

    /// The code of its diagnostics.
    pub fn code(self) -> &'static str {
        self.told().0
    }

    /// What it means, for the reference page.
    pub fn doc(self) -> &'static str {
        self.told().1
    }

    fn told(self) -> (&'static str, &'static str) {
        match self {
            Mistake::Toml => ("rule/toml", "the file is not TOML"),
            Mistake::UnknownKey => ("rule/unknown-key", "a key that nobody reads"),
            Mistake::MissingKey => ("rule/missing-key", "a key that has to be there"),
            Mistake::Shape => ("rule/wrong-shape", "a TOML value of the wrong type"),
            Mistake::Value => ("rule/bad-value", "a TOML value of the right type that means nothing here"),
            Mistake::Syntax => ("rule/syntax", "an expression that cannot be read"),
            Mistake::UnknownVariable => {
                ("rule/unknown-variable", "a name that no `[find]` or `[gather]` table introduces")
            }
            Mistake::UnknownField => ("rule/unknown-field", "a field that statements do not have"),
            Mistake::UnknownFunction => ("rule/unknown-function", "a function that does not exist"),
            Mistake::UnknownWord => {
                ("rule/unknown-word", "a word that the field never holds: an event class, a role, a modality")
            }
            Mistake::UnknownRule => ("rule/unknown-rule", "`over` names a rule that does not exist"),
            Mistake::Type => ("rule/type", "types that do not go together"),
            Mistake::Placeholder => ("rule/unknown-placeholder", "a placeholder that cannot be filled"),
            Mistake::UnusedVariable => ("rule/unused-variable", "a variable that nothing uses"),
            Mistake::Unjoined => ("rule/unjoined", "two variables that no condition joins"),
            Mistake::Contradiction => ("rule/contradiction", "conditions that cannot be true together"),
            Mistake::Unreachable => {
                ("rule/unreachable", "a condition or an outcome that never decides anything")
            }
            Mistake::Untested => ("rule/untested", "a rule without tests"),
            Mistake::NeverFires => ("rule/never-fires", "a rule that none of its tests makes fire"),
            Mistake::DuplicateId => ("rule/duplicate-id", "two rules of one name"),
            Mistake::NewerVersion => ("pack/newer-version", "a pack that asks for a newer program"),
            Mistake::Misplaced => ("pack/misplaced", "a pack folder without rules in it"),
        }
    }

    /// Does the rule still run?
    pub fn severity(self) -> Severity {
        match self {
            Mistake::Untested | Mistake::NeverFires | Mistake::Unreachable => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// Collects the mistakes of one file.
#[derive(Debug)]
pub struct Problems<'f> {
    source: SourceId,
    file: &'f SourceFile,
    /// What stands before the "/" in place of the code's own family.
    family: Option<&'static str>,
    found: Vec<Diagnostic>,
}

impl<'f> Problems<'f> {
    /// None yet.
    pub fn new(source: SourceId, file: &'f SourceFile) -> Problems<'f> {
        Problems { source, file, family: None, found: Vec::new() }
    }

    /// The same for a file that is no rule: its codes begin with another word ("lexicon/unknown-key").
    pub fn of(family: &'static str, source: SourceId, file: &'f SourceFile) -> Problems<'f> {
        Problems { family: Some(family), ..Problems::new(source, file) }
    }

    /// Notes why a file is not TOML.
    pub fn add_toml(&mut self, errors: &[toml::de::Error]) {
        for error in errors {
            let at = error.span().unwrap_or(0..0);
            self.add(Mistake::Toml, at, format!("not TOML: {}", error.message()), "here");
        }
    }

    /// Notes a mistake at bytes of the file's text; `label` is what stands under them.
    pub fn add(&mut self, mistake: Mistake, at: Range<usize>, message: String, label: &str) {
        self.add_at(mistake, self.span(at), message, label);
    }

    /// Notes a mistake at bytes of the file.
    pub fn add_at(&mut self, mistake: Mistake, at: Span, message: String, label: &str) {
        let code = match (self.family, mistake.code().split_once('/')) {
            (Some(family), Some((_, name))) => format!("{family}/{name}"),
            _ => mistake.code().to_string(),
        };
        let problem = Diagnostic::new(&code, mistake.severity(), message);
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
