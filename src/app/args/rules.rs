//! What there is to do with rules.

use std::path::PathBuf;

use clap::{Args as Group, Subcommand};

use super::value::rule_id;
use crate::app::choice::Format;

/// `gainsay rules`
#[derive(Debug, Group)]
pub(in crate::app) struct Rules {
    #[command(subcommand)]
    pub(in crate::app) action: RulesAction,
    /// Read this settings file instead of the nearest gainsay.toml
    #[arg(long, global = true, value_name = "FILE")]
    pub(in crate::app) config: Option<PathBuf>,
}

/// What to do with rules.
#[derive(Debug, Subcommand)]
pub(in crate::app) enum RulesAction {
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
