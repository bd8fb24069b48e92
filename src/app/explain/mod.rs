//! `gainsay explain`: what the program believes of one place or two, and what rules make of them.

use std::io;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::args::{Explain, Format};
use super::outcome::Outcome;
use super::terminal::Terminal;
use super::{settings, stdin};
use crate::config::{Config, FailOn};
use crate::diagnostic::{Diagnostic, Report};
use crate::lexicon::Lexicon;
use crate::view::json;
use crate::{Inputs, Merged};

mod both;
mod given;
mod judge;
mod place;
mod text;

use both::{Both, Pair};
use given::{Given, Told};
use judge::Judge;
pub(super) use place::Position;
use place::{Place, locate};

/// The name of the format for programs.
const SCHEMA: &str = "gainsay/explanation/1";

/// What is told of one place or two.
#[derive(Serialize)]
struct Explanation<'a> {
    schema: &'static str,
    places: Vec<Given<'a>>,
    /// Where two places were named.
    both: Option<Both<'a>>,
}

/// Explains one place or two.
///
/// # Errors
/// Those of reading standard input and of writing.
pub(super) fn run(args: &Explain, terminal: &Terminal) -> io::Result<Outcome> {
    let first = args.positions.first().map(|position| position.path.as_str());
    let near = first.filter(|path| *path != stdin::NAME).unwrap_or(".");
    let (config, lexicon) = settings::load(args.config.as_deref(), Path::new(near));
    let merged = crate::merge(&inputs(args, &config, lexicon)?);
    let mut sources = merged.sources.clone();
    let set = config.rule_set(&mut sources, &merged.graph.lexicon);
    let mut problems = merged.report.problems.clone();
    problems.extend(set.problems.iter().cloned());
    if args.with.is_empty() {
        problems.extend(config.missing_archives(&mut sources));
    }
    let places = places(&args.positions, &merged, &mut problems);
    if places.len() == args.positions.len() {
        let told = Told(&merged);
        let given =
            args.positions.iter().zip(&places).filter_map(|(at, place)| told.given(at, place)).collect();
        let both = <[Place; 2]>::try_from(places).ok().map(|places| {
            let judge = Judge::new(&merged, &config, &set, args.baseline.as_deref(), places, &mut sources);
            problems.extend(judge.settled.problems.iter().cloned());
            Pair { told, places, judge: &judge }.explain()
        });
        let explanation = Explanation { schema: SCHEMA, places: given, both };
        terminal.print(|out| match args.format {
            Format::Human => text::write(&explanation, out),
            Format::Json => json::write(&explanation, out),
        })?;
    }
    terminal.problems(&problems, &sources)?;
    Ok(Outcome::of(&Report { problems, ..Report::default() }, FailOn::Never))
}

/// What to read: the articles that are named, and those that a check would hold them against.
fn inputs(args: &Explain, config: &Config, lexicon: Arc<Lexicon>) -> io::Result<Inputs> {
    let named = args.positions.iter().map(|position| position.path.clone());
    let named = named.filter(|path| !Path::new(path).is_dir());
    let paths: Vec<String> = named.chain(settings::archive(&args.with, config)).collect();
    Ok(Inputs {
        stdin: stdin::read_if_named(&paths)?,
        paths,
        known: settings::dated(&args.date_of).chain(settings::known(config)).collect(),
        house: config.house.clone(),
        lexicon,
        exclude: config.exclude.iter().map(|pattern| pattern.value.clone()).collect(),
        ..Inputs::default()
    })
}

/// The places of all positions, with what is wrong with them.
fn places(positions: &[Position], merged: &Merged, problems: &mut Vec<Diagnostic>) -> Vec<Place> {
    let mut places = Vec::new();
    for position in positions {
        match locate(position, merged) {
            Ok(place) => places.extend(place),
            Err(problem) => problems.push(*problem),
        }
    }
    places
}
