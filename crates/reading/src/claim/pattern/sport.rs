//! Numbers of sports news: how often in a row somebody won or lost.

use super::Patterns;
use super::figure::Figure;
use crate::symbol::Sym;

/// What is won or lost in a row, and the words for that.
const WINS: [&str; 3] = ["win", "victory", "triumph"];
const LOSSES: [&str; 3] = ["loss", "defeat", "setback"];
const GAMES: [&str; 3] = ["game", "match", "race"];
const STRAIGHT: [&str; 3] = ["straight", "consecutive", "successive"];
const ROW: [&str; 3] = ["in", "a", "row"];

impl Patterns<'_> {
    /// "*won* nine *straight games*", "nine *wins in a row*", "a *winning streak* of nine *games*".
    pub(super) fn in_a_row(&self, figure: &Figure) -> Option<Sym> {
        let noun = self.word(figure.head).filter(|_| !figure.bare)?.lemma().clone();
        let is_straight =
            (figure.tokens.end..figure.head).filter_map(|at| self.word(at)).any(|w| w.is_any(&STRAIGHT));
        let row = (figure.head + 1..).zip(ROW).all(|(at, word)| self.word(at).is_some_and(|w| w.is(word)));
        let verb = |of: &str| self.before(figure, |w| w.tag().is_verb() && w.lemma() == of);
        let streak = |kind: &str| {
            self.words_before(figure)
                .zip(self.words_before(figure).skip(1))
                .any(|(a, b)| a.is(kind) && b.is("streak"))
        };
        let games = GAMES.contains(&noun.as_str());
        let told = is_straight || row;
        match () {
            () if told && WINS.contains(&noun.as_str()) => Some("wins in a row"),
            () if told && LOSSES.contains(&noun.as_str()) => Some("defeats in a row"),
            () if games && (told && verb("win") || streak("winning")) => Some("wins in a row"),
            () if games && (told && verb("lose") || streak("losing")) => Some("defeats in a row"),
            () => None,
        }
        .map(Sym::new_static)
    }
}
