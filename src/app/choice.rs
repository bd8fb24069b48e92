//! What the command line lets one choose from.

use clap::ValueEnum;

/// How much of a report people get to see. Programs get all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// Everything.
    All,
    /// Findings and errors.
    Quiet,
    /// How many findings there are.
    Summary,
}

/// When to do what not every terminal knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl When {
    /// Whether to do it, if that is not for the surroundings to say.
    pub(super) fn holds(self, surroundings: impl FnOnce() -> bool) -> bool {
        match self {
            When::Auto => surroundings(),
            When::Always => true,
            When::Never => false,
        }
    }
}

/// For whom to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Human,
    /// For programs
    Json,
}

/// The forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// With the passages that contradict each other
    Human,
    /// file:line:column and one line
    Short,
    /// For programs: gainsay/findings/1
    Json,
    /// SARIF 2.1.0, for code-scanning services
    Sarif,
    /// Annotations for GitHub Actions
    Github,
    /// A review comment
    Markdown,
    /// A page for the browser, with the articles, their graph and a timeline
    Html,
}

/// The forms of a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum GraphFormat {
    /// Entities and events with their mentions: gainsay/graph/1
    Json,
    /// Nodes and edges, for programs that draw or analyse graphs
    Graphml,
    /// Nodes and edges, for Graphviz
    Dot,
}

/// What the program makes of an article, stage by stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Layer {
    /// Headlines and sentences
    Sentences,
    /// Words with their tags and lemmas
    Tokens,
    /// Time expressions with what they mean
    Times,
    /// Who did what, when, and who says so
    Claims,
    /// Who and what is named
    Entities,
    /// What happened
    Events,
    /// What rules compare: the statements, each with the slot that it fills
    Slots,
}
