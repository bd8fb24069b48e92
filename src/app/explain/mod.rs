//! `gainsay explain`: what the program believes of one place or two, and what rules make of them.

use std::io;
use std::path::Path;

use serde::Serialize;

use super::args::{Explain, Format};
use super::outcome::Outcome;
use super::terminal::Terminal;
use super::{settings, stdin};
use crate::config::FailOn;
use crate::diagnostic::{Diagnostic, Report};
use crate::rules;
use crate::view::json;
use crate::{Inputs, Merged};

mod both;
mod given;
mod place;
mod text;

use both::{Both, Pair};
use given::{Given, Told};
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
    let config = settings::load(args.config.as_deref(), Path::new(near));
    let named = args.positions.iter().map(|position| position.path.clone());
    let paths: Vec<String> =
        named.filter(|path| !Path::new(path).is_dir()).chain(args.with.clone()).collect();
    let known = settings::dated(&args.date_of).chain(settings::known(&config)).collect();
    let (stdin, house) = (stdin::read_if_named(&paths)?, config.house.clone());
    let inputs = Inputs { stdin, paths, known, house, ..Inputs::default() };
    let merged = crate::merge(&inputs);
    let mut sources = merged.sources.clone();
    let set = config.rule_set(&mut sources);
    let mut problems = merged.report.problems.clone();
    problems.extend(set.problems.iter().cloned());
    let places = places(&args.positions, &merged, &mut problems);
    if places.len() == args.positions.len() {
        let told = Told(&merged);
        let given =
            args.positions.iter().zip(&places).filter_map(|(at, place)| told.given(at, place)).collect();
        let findings = rules::check(&set.rules, &merged.graph);
        let both = <[Place; 2]>::try_from(places)
            .ok()
            .map(|places| Pair { told, places, sources: &sources, findings: &findings }.explain(&set.rules));
        let explanation = Explanation { schema: SCHEMA, places: given, both };
        terminal.print(|out| match args.format {
            Format::Human => text::write(&explanation, out),
            Format::Json => json::write(&explanation, out),
        })?;
    }
    terminal.problems(&problems, &sources)?;
    Ok(Outcome::of(&Report { problems, ..Report::default() }, FailOn::Never))
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
