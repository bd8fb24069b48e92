//! What a session believes of one place or two, and what its rules make of them.
//!
//! The same graph is asked that a check reads, and the same findings are told: whatever is explained here of a rule, a
//! check of the same articles tells as well.

use serde::Serialize;

use super::Session;
use crate::diagnostic::Diagnostic;
use crate::graph::Parsed;

pub mod both;
pub mod coreference;
pub mod given;
pub mod judge;
mod place;
pub mod text;

use both::{Both, Pair};
use given::{Asked, Given};
use judge::Judge;
pub use place::Position;
use place::{Place, locate};

/// The name of the format for programs.
const SCHEMA: &str = "gainsay/explanation/1";

/// What is told of one place or two.
#[derive(Debug, Serialize)]
pub struct Explanation<'a> {
    schema: &'static str,
    /// Each by itself.
    pub(crate) places: Vec<Given<'a>>,
    /// Where two places were named.
    pub(crate) both: Option<Both<'a>>,
}

/// One place or two about which is asked.
#[derive(Debug)]
pub struct Question<'s> {
    session: &'s Session,
    /// What is wrong with the articles, the settings and the positions.
    pub problems: Vec<Diagnostic>,
    positions: Vec<Position>,
    /// The places that were found, each with its article.
    places: Vec<(Place, Parsed)>,
}

impl Session {
    /// Asks about one place or two.
    pub fn explain(&self, positions: &[Position]) -> Question<'_> {
        let mut problems = match positions.len() {
            2.. => self.check().problems.clone(),
            // Rules are asked about two places only.
            _ => {
                let found = &self.material().problems;
                [&found.inputs[..], &found.unmatched, &self.rules().problems].concat()
            }
        };
        // That nothing uses an exception says nothing here, where not all articles are read.
        problems.retain(|problem| problem.code != "ignore/unused");
        let mut places = Vec::new();
        for position in positions {
            match locate(position, self) {
                Ok(place) => places.extend(place),
                Err(problem) => problems.push(*problem),
            }
        }
        Question { session: self, problems, positions: positions.to_vec(), places }
    }
}

impl Question<'_> {
    /// What is told of the places; nothing if one of them was not found.
    pub fn answer(&self) -> Option<Explanation<'_>> {
        if self.places.len() != self.positions.len() {
            return None;
        }
        let asked = Asked { session: self.session, parsed: &self.places };
        let places: Vec<Place> = self.places.iter().map(|(place, _)| *place).collect();
        let given = self.positions.iter().zip(&places);
        let given = given.filter_map(|(position, place)| asked.given(position, place)).collect();
        let both = <[Place; 2]>::try_from(places).ok().map(|places| {
            let judge = Judge { session: self.session, places };
            Pair { asked, places, judge }.explain()
        });
        Some(Explanation { schema: SCHEMA, places: given, both })
    }
}
