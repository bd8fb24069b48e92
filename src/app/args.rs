//! The command line's grammar.

#[cfg(feature = "serve")]
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
#[cfg(feature = "serve")]
use clap::value_parser;
use clap::{Args as Group, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use super::choice::{Amount, Format, GraphFormat, Layer, ReportFormat, When};
use super::git::Side;
use super::output::OutputFile;
use crate::article::load::PathPattern;
use crate::article::markup::date::YEARS;
use crate::config::{FailOn, is_fingerprint};
use crate::diagnostic::Percent;
use crate::hint::hint;
use crate::session::explain::Position;

/// The commit since which something has changed, if no other is named.
const HEAD: &str = "HEAD";

/// Articles that are worked on at a time are no more than these.
const MOST_THREADS: usize = 1024;

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
    /// The same for what is staged for the next commit, as it stands in the index
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
    #[arg(long, value_name = "FILE")]
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

/// `gainsay rules`
#[derive(Debug, Group)]
pub(super) struct Rules {
    #[command(subcommand)]
    pub(super) action: RulesAction,
    /// Read this settings file instead of the nearest gainsay.toml
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

/// What to do with rules.
#[derive(Debug, Subcommand)]
pub(super) enum RulesAction {
    /// List all rules
    List {
        /// How to print them
        #[arg(long, value_name = "FORMAT", default_value = "human")]
        format: Format,
    },
    /// Tell why a rule exists, with examples
    Explain {
        /// The rule's id
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Print a rule's file, to start one's own from
    Show {
        /// The rule's id
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Write a rule with tests that works and can be changed
    New {
        /// The rule's id: its file will be ID.toml
        #[arg(value_name = "ID", value_parser = rule_id)]
        id: String,
        /// The pack's folder [default: the first one that gainsay.toml names, or this folder]
        #[arg(long, value_name = "FOLDER")]
        pack: Option<PathBuf>,
        /// Write a file of words and facts, lexicon/ID.toml, instead of a rule
        #[arg(long)]
        lexicon: bool,
    },
    /// Run the tests inside rule files
    Test {
        /// Rule files or folders of them [default: all rules]
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// How to print what comes of them
        #[arg(long, value_name = "FORMAT", default_value = "human")]
        format: Format,
    },
    /// Show what a rule would report on articles, and what it would only just not
    Try {
        /// The rule's file, or its id
        #[arg(value_name = "RULE")]
        rule: PathBuf,
        /// Articles, folders of them, or - for standard input
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<String>,
        /// How many near misses to show
        #[arg(long, value_name = "N", default_value_t = 3)]
        near: usize,
    },
    /// Measure rules on articles whose conflicts were annotated by hand
    Measure {
        /// The folder of annotations, NAME.json for a folder NAME of articles
        #[arg(long, value_name = "FOLDER")]
        gold: PathBuf,
        /// The folder that holds the folders of articles [default: `articles` beside the annotations]
        #[arg(long, value_name = "FOLDER")]
        articles: Option<PathBuf>,
        /// How to print the figures
        #[arg(long, value_name = "FORMAT", default_value = "human")]
        format: Format,
    },
    /// Print the JSON schema of rule files, for editors
    Schema {
        /// Of lexicon files instead
        #[arg(long)]
        lexicon: bool,
    },
    /// Print the reference page of the rule language
    Reference,
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

fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    // Its names are the possible values: parsing one of them cannot fail.
    PossibleValuesParser::new(FailOn::NAMES).map(|name| name.parse().unwrap_or(FailOn::Never))
}

fn fingerprint(text: &str) -> Result<String, String> {
    match is_fingerprint(text) {
        true => Ok(text.to_owned()),
        false => Err("a fingerprint has 16 digits from 0 to f and stands below its finding".to_owned()),
    }
}

/// In one line, as settings are read.
fn reason(text: &str) -> Result<String, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() { Err("an empty reason is none".to_owned()) } else { Ok(words.join(" ")) }
}

fn article(text: &str) -> Result<String, String> {
    match PathPattern::new(text) {
        _ if text.is_empty() => Err("the name is missing".to_owned()),
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(format!("`{text}` is no glob: {error}")),
    }
}

/// A name that a file can have everywhere, and that settings can write without quotes.
fn rule_id(text: &str) -> Result<String, String> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    match text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(fits) {
        true => Ok(text.to_owned()),
        false => Err("an id is made of lower-case letters, digits and hyphens, as in `other-day`".to_owned()),
    }
}

fn date(text: &str) -> Result<Date, String> {
    let date: Date = text.parse().map_err(|_| "not a day of the calendar, written YYYY-MM-DD".to_owned())?;
    match YEARS.contains(&date.year()) {
        true => Ok(date),
        false => Err(format!("no article is of the year {}", date.year())),
    }
}

/// More would only cost memory.
fn threads(text: &str) -> Result<NonZeroUsize, String> {
    let number = text.parse().ok().filter(|n: &NonZeroUsize| n.get() <= MOST_THREADS);
    number.ok_or_else(|| format!("not a number from 1 to {MOST_THREADS}"))
}

/// No more than is read of a file.
#[cfg(feature = "serve")]
fn max_body(text: &str) -> Result<usize, String> {
    let most = crate::article::load::inputs::MAX_BYTES as usize;
    let number = text.parse().ok().filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| format!("not a number from 1 to {most}"))
}

fn date_of(text: &str) -> Result<(PathPattern, Date), String> {
    let (name, day) = text.rsplit_once('=').ok_or("not written NAME=YYYY-MM-DD")?;
    let day = date(day)?;
    match PathPattern::new(name) {
        _ if name.is_empty() => Err("the name is missing".to_owned()),
        Ok(pattern) => Ok((pattern, day)),
        Err(error) => Err(format!("`{name}` is no glob: {error}")),
    }
}

fn output_file(text: &str) -> Result<OutputFile, String> {
    let (format, path) = text.split_once('=').ok_or("not written FORMAT=FILE")?;
    let named = |known: &&ReportFormat| known.to_possible_value().is_some_and(|v| v.matches(format, false));
    let format = ReportFormat::value_variants().iter().find(named).ok_or_else(|| {
        let known: Vec<_> =
            ReportFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value).collect();
        let names: Vec<&str> = known.iter().map(|value| value.get_name()).collect();
        format!("there is no format `{format}`; {}", hint(format, &names))
    })?;
    if path.is_empty() {
        return Err("the file is missing".to_owned());
    }
    Ok(OutputFile { format: *format, path: PathBuf::from(path) })
}
