//! `gainsay lsp`: a language server on standard input and output.

use std::io::{self, BufReader};

use super::outcome::Outcome;
use super::settings;
use crate::diagnostic::{Diagnostic, Label};
use crate::lsp::{self, Ended};
use crate::session::Session;
use crate::session::explain::{Position, text};

/// Serves an editor until it goes.
///
/// # Errors
/// Those of writing.
pub(super) fn run() -> io::Result<Outcome> {
    let ended = lsp::serve(BufReader::new(io::stdin()), io::stdout(), Some(settings::today()), explain)?;
    Ok(match ended {
        Ended::Orderly => Outcome::Clean,
        // The protocol wants it so of a server whose client goes without a word.
        Ended::Abruptly => Outcome::Findings,
    })
}

/// What `gainsay explain` says of the two passages that a finding rests on.
fn explain(session: &Session, finding: &Diagnostic) -> String {
    let position = |label: &Label| {
        let file = session.sources().get(label.source);
        let at = file.position(label.span);
        Position::new(file.path.clone(), at.line, at.column)
    };
    let first = finding.labels.first();
    let other = finding.labels.iter().find(|label| first.is_some_and(|first| first.value != label.value));
    let positions: Vec<Position> = first.into_iter().chain(other).map(position).collect();
    let question = session.explain(&positions);
    let mut out = Vec::new();
    // Memory takes all that is written.
    let _ = question.answer().map(|explanation| text::write(&explanation, &mut out));
    String::from_utf8_lossy(&out).into_owned()
}
