//! How much findings count: from when on they fail a run, and what a project makes of a rule.

use std::str::FromStr;

use crate::diagnostic::Severity;

/// From which severity on findings fail a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailOn {
    /// From this one on.
    At(Severity),
    /// Findings never do.
    Never,
}

/// What a project makes of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The rule does not run.
    Off,
    /// Its findings have this severity.
    At(Severity),
}

impl FailOn {
    /// Every way to write it.
    pub const NAMES: [&str; 4] = ["error", "warning", "note", "never"];

    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            FailOn::At(severity) => severity.name(),
            FailOn::Never => "never",
        }
    }
}

impl FromStr for FailOn {
    type Err = ();
    fn from_str(name: &str) -> Result<FailOn, ()> {
        if name == "never" { Ok(FailOn::Never) } else { name.parse().map(FailOn::At) }
    }
}

impl Level {
    /// Every way to write it.
    pub const NAMES: [&str; 4] = ["error", "warning", "note", "off"];

    /// The severity, unless the rule is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::At(severity) => Some(severity),
        }
    }

    /// As it is written.
    pub fn name(self) -> &'static str {
        self.severity().map_or("off", Severity::name)
    }
}

impl FromStr for Level {
    type Err = ();
    fn from_str(name: &str) -> Result<Level, ()> {
        if name == "off" { Ok(Level::Off) } else { name.parse().map(Level::At) }
    }
}
