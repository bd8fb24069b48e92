//! The command line's grammar.

#[cfg(feature = "serve")]
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;

#[cfg(feature = "serve")]
use clap::value_parser;
use clap::{Args as Group, Parser, Subcommand};
use clap_complete::Shell;
use jiff::civil::Date;

use super::choice::{Amount, Format, GraphFormat, Layer, ReportFormat, When};
use super::git::Side;
use super::output::OutputFile;
use crate::article::load::PathPattern;
use crate::config::FailOn;
use crate::diagnostic::Percent;
use crate::session::explain::Position;

mod rules;
mod value;

pub(super) use rules::{Rules, RulesAction};

#[cfg(feature = "serve")]
use value::max_body;
use value::{article, date, date_of, fail_on, file, fingerprint, output_file, reason, threads};

/// The commit since which something has changed, if no other is named.
const HEAD: &str = "HEAD";

/// Reads news articles and shows where they contradict each other or themselves.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
    /// Use colours; NO_COLOR turns them off as well
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: When,
    /// Make links of the paths of articles; FORCE_HYPERLINK=1 and =0 decide as well
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) hyperlinks: When,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Read articles and show where they contradict each other or themselves
    Check(Check),
    /// Show what the program reads in one article
    Inspect(Inspect),
    /// Tell what the program believes of one place or two, and what rules make of them
    Explain(Explain),
    /// Write what articles say together: who and what they name, what happened, and where each says so
    Graph(Graph),
    /// List, explain and test rules
    Rules(Rules),
    /// Check drafts over HTTP
    #[cfg(feature = "serve")]
    Serve(Serve),
    /// Write into gainsay.toml that findings are known and do not count
    Accept(Accept),
    /// Write a gainsay.toml with comments
    Init(Init),
    /// Show which settings are in force, and where they stand
    Config(ShowConfig),
    /// Serve an editor: findings while a draft is being written (language server, on standard input and output)
    Lsp(Lsp),
    /// Print a shell's completion script
    Completions(Completions),
}

/// `gainsay check`
#[derive(Debug, Group)]
#[command(
    after_help = "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 the work could not be done."
)]
pub(super) struct Check {
    /// Articles (text, Markdown, HTML), folders of them, or - for standard input
    #[arg(required_unless_present_any = ["changed", "staged"], value_name = "PATH")]
    pub(super) paths: Vec<String>,
    /// Check only what git says has changed since a commit, new files too; all other articles of the paths, or
    /// of the project if none are named, are what it is checked against
    #[arg(long, value_name = "COMMIT", num_args = 0..=1, require_equals = true, default_missing_value = HEAD)]
    pub(super) changed: Option<String>,
    /// The same for what is staged for the next commit, as it stands in the index; with --changed=COMMIT, what differs
    /// there from that commit
    #[arg(long)]
    pub(super) staged: bool,
    /// Check again whenever an article, the settings or a rule changes
    #[arg(long, conflicts_with_all = ["changed", "staged", "write_baseline"])]
    pub(super) watch: bool,
    /// Check the articles against what was published before: tell only findings that touch one of them
    /// [default: what gainsay.toml says]
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pub(super) against: Vec<String>,
    /// How to print findings
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: ReportFormat,
    /// Write findings to a file as well; may be repeated
    #[arg(long, value_name = "FORMAT=FILE", value_parser = output_file)]
    pub(super) output: Vec<OutputFile>,
    /// Print findings and errors only
    #[arg(long, short)]
    pub(super) quiet: bool,
    /// Print how many findings each rule has, and no more
    #[arg(long, conflicts_with = "quiet")]
    pub(super) summary: bool,
    /// Fail from this severity on [default: error, or what gainsay.toml says]
    #[arg(long, value_name = "SEVERITY", value_parser = fail_on())]
    pub(super) fail_on: Option<FailOn>,
    /// Tell only findings that are right so often (0 to 1), and those of which it is not known
    /// [default: 0, or what gainsay.toml says]
    #[arg(long, value_name = "SHARE", allow_hyphen_values = true)]
    pub(super) min_confidence: Option<Percent>,
    /// Say when an article was published that does not say so itself; may be repeated
    #[arg(long, value_name = "NAME=YYYY-MM-DD", value_parser = date_of, allow_hyphen_values = true)]
    pub(super) date_of: Vec<(PathPattern, Date)>,
    /// Count only findings that are not in this file
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write the findings to a file for --baseline, and do not fail because of them
    #[arg(long, value_name = "FILE", value_parser = file)]
    pub(super) write_baseline: Option<PathBuf>,
    /// Read this settings file instead of the nearest gainsay.toml
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Work on so many articles at a time [default: one for every processor]
    #[arg(long, value_name = "N", value_parser = threads)]
    pub(super) threads: Option<NonZeroUsize>,
}

impl Check {
    /// Does git decide what is checked?
    pub(super) fn asks_git(&self) -> bool {
        self.changed.is_some() || self.staged
    }

    /// The commit since when.
    pub(super) fn base(&self) -> &str {
        self.changed.as_deref().unwrap_or(HEAD)
    }

    /// What is held against it.
    pub(super) fn side(&self) -> Side {
        if self.staged { Side::Index } else { Side::Tree }
    }

    /// How much to print.
    pub(super) fn amount(&self) -> Amount {
        match (self.quiet, self.summary) {
            (true, _) => Amount::Quiet,
            (_, true) => Amount::Summary,
            _ => Amount::All,
        }
    }
}

/// `gainsay inspect`
#[derive(Debug, Group)]
pub(super) struct Inspect {
    /// The article, or - for standard input
    #[arg(value_name = "PATH")]
    pub(super) path: String,
    /// What to show
    #[arg(long, value_name = "LAYER")]
    pub(super) layer: Layer,
    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
    /// The day it was published, if it does not say so itself
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) published: Option<Date>,
}

/// `gainsay graph`
#[derive(Debug, Group)]
pub(super) struct Graph {
    /// Articles (text, Markdown, HTML), folders of them, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<String>,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub(super) format: GraphFormat,
    /// Say when an article was published that does not say so itself; may be repeated
    #[arg(long, value_name = "NAME=YYYY-MM-DD", value_parser = date_of, allow_hyphen_values = true)]
    pub(super) date_of: Vec<(PathPattern, Date)>,
    /// Read this settings file instead of the nearest gainsay.toml
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Work on so many articles at a time [default: one for every processor]
    #[arg(long, value_name = "N", value_parser = threads)]
    pub(super) threads: Option<NonZeroUsize>,
}

/// `gainsay explain`
#[derive(Debug, Group)]
pub(super) struct Explain {
    /// A line of an article, or two to compare; with a column, the sentence that stands there
    #[arg(required = true, num_args = 1..=2, value_name = "FILE:LINE[:COLUMN]")]
    pub(super) positions: Vec<Position>,
    /// Read these drafts as well, as a check of all of them would
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pub(super) with: Vec<String>,
    /// Read what was published before, as a check would [default: what gainsay.toml says]
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pub(super) against: Vec<String>,
    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
    /// Say when an article was published that does not say so itself; may be repeated
    #[arg(long, value_name = "NAME=YYYY-MM-DD", value_parser = date_of, allow_hyphen_values = true)]
    pub(super) date_of: Vec<(PathPattern, Date)>,
    /// Say which findings stand in this file, and so do not count
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Read this settings file instead of the nearest gainsay.toml
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

/// `gainsay serve`
#[cfg(feature = "serve")]
#[derive(Debug, Group)]
#[command(after_help = "POST /v1/check checks the article in its body; docs/serve.md tells all of it.")]
pub(super) struct Serve {
    /// What was published before: files and folders that drafts are checked against
    /// [default: what gainsay.toml says]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<String>,
    /// The same, as `gainsay check` has it
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pub(super) against: Vec<String>,
    /// Read this settings file instead of the nearest gainsay.toml
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Where to listen; port 0 takes any that is free, and prints it
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    pub(super) listen: SocketAddr,
    /// Answer only who brings the token in this file, as Authorization: Bearer TOKEN
    /// [default: the token in GAINSAY_TOKEN, if it is set]
    #[arg(long, value_name = "FILE")]
    pub(super) token_file: Option<PathBuf>,
    /// Refuse longer bodies
    #[arg(long, value_name = "BYTES", default_value_t = 4 * 1024 * 1024, value_parser = max_body)]
    pub(super) max_body: usize,
    /// Wait no longer for what a client sends, nor for a check
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = value_parser!(u32).range(1..=3600))]
    pub(super) timeout: u32,
    /// Serve so many connections at a time
    #[arg(long, value_name = "N", default_value_t = 512, value_parser = value_parser!(u32).range(1..=65536))]
    pub(super) max_connections: u32,
    /// Check so many drafts at a time; each takes the memory of the archive [default: one for every processor]
    #[arg(long, value_name = "N", value_parser = threads)]
    pub(super) workers: Option<NonZeroUsize>,
    /// Write no line for each request
    #[arg(long, short)]
    pub(super) quiet: bool,
}

/// `gainsay accept`
#[derive(Debug, Group)]
pub(super) struct Accept {
    /// What stands below the findings: 16 digits from 0 to f
    #[arg(required = true, value_name = "FINGERPRINT", value_parser = fingerprint)]
    pub(super) fingerprints: Vec<String>,
    /// Why they are none
    #[arg(long, value_name = "TEXT", value_parser = reason)]
    pub(super) reason: String,
    /// The last day on which they do not count
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) until: Option<Date>,
    /// An article that they stand in (a name, the end of a path, a glob); may be repeated. A check without it does not
    /// call the entry unused
    #[arg(long = "in", value_name = "ARTICLE", value_parser = article)]
    pub(super) articles: Vec<String>,
    /// Write into this settings file instead of the nearest gainsay.toml
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

/// `gainsay init`
#[derive(Debug, Group)]
pub(super) struct Init {
    /// The folder [default: this one]
    #[arg(value_name = "FOLDER")]
    pub(super) folder: Option<PathBuf>,
}

/// `gainsay config`
#[derive(Debug, Group)]
pub(super) struct ShowConfig {
    /// The article whose settings to show [default: those of this folder]
    #[arg(value_name = "PATH")]
    pub(super) path: Option<PathBuf>,
    /// Read this settings file instead of the nearest gainsay.toml
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Print the JSON schema of gainsay.toml instead, for editors
    #[arg(long)]
    pub(super) schema: bool,
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
}

/// `gainsay lsp`
#[derive(Debug, Group)]
pub(super) struct Lsp {
    /// Speak on standard input and output, as it does in any case; editors say so
    #[arg(long)]
    stdio: bool,
}

/// `gainsay completions`
#[derive(Debug, Group)]
pub(super) struct Completions {
    /// The shell
    pub(super) shell: Shell,
}
