//! Thematic roles: how an argument of a verb takes part in its event.

use super::ArgumentRole;
use crate::lexicon::Frame;

/// How an argument takes part in the event of its predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Thematic {
    /// Who did it.
    Agent,
    /// To whom it was done.
    Patient,
    /// One of several on one footing.
    Participant,
    /// Where.
    Location,
}

impl ArgumentRole {
    /// How the argument takes part in the event of a predicate with this frame, if it does.
    pub fn thematic(&self, frame: Frame, passive: bool) -> Option<Thematic> {
        match (self, frame) {
            (ArgumentRole::Subject | ArgumentRole::Object, Frame::Shares) => Some(Thematic::Participant),
            (ArgumentRole::Subject, Frame::Undergoes) => Some(Thematic::Patient),
            (ArgumentRole::Subject, Frame::Acts) if passive => Some(Thematic::Patient),
            (ArgumentRole::Subject, Frame::Acts) => Some(Thematic::Agent),
            // "entered the clinic", "reached Oslo"
            (ArgumentRole::Object, Frame::Undergoes) => Some(Thematic::Location),
            (ArgumentRole::Object, _) => Some(Thematic::Patient),
            (ArgumentRole::Oblique(preposition), frame) => behind(preposition, frame),
            _ => None,
        }
    }

    /// Does it say at which place something was, no less ("in Lyon", not "into Lyon")?
    pub fn is_place(&self) -> bool {
        matches!(self, ArgumentRole::Oblique(preposition) if says_where(preposition))
    }
}

/// Does a preposition say at which place something was?
pub fn says_where(preposition: &str) -> bool {
    matches!(preposition, "in" | "at" | "near" | "off")
}

/// Does a preposition say what somebody or something is or becomes: "appointed as judge"?
pub fn says_as_what(preposition: &str) -> bool {
    preposition == "as"
}

fn behind(preposition: &str, frame: Frame) -> Option<Thematic> {
    match preposition {
        "in" | "at" | "on" | "near" | "off" | "outside" | "inside" | "into" | "through" | "across" => {
            Some(Thematic::Location)
        }
        "with" | "between" | "against" | "and" | "alongside" | "of" if frame == Frame::Shares => {
            Some(Thematic::Participant)
        }
        "by" => Some(Thematic::Agent),
        _ => None,
    }
}
