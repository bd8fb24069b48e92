//! Numbers of business news: how many jobs go, what a bidder pays for a share.

use super::Patterns;
use super::figure::Figure;
use crate::claim::input::Word;
use crate::symbol::Sym;

/// What is cut, and who loses it.
const JOBS: [&str; 3] = ["job", "position", "post"];
const STAFF: [&str; 3] = ["worker", "employee", "staff"];
/// What is done to jobs, and to those who have them.
const CUTTING: [&str; 8] = ["cut", "shed", "axe", "eliminate", "slash", "lose", "lay off", "scrap"];
const DISMISSING: [&str; 2] = ["lay off", "lay"];
/// A share of what, and the words between it and its price.
const SHARE: &str = "share";
const EACH: [&str; 4] = ["a", "per", "each", "every"];
/// Who buys a company offers so much for a share; what it earns is told for a share, too.
const BUYING: [&str; 7] = ["pay", "offer", "bid", "buy", "acquire", "purchase", "receive"];

impl Patterns<'_> {
    /// "will *cut 500 jobs*", "500 *job cuts*", "*lay off* 500 workers".
    pub(super) fn jobs_cut(&self, figure: &Figure) -> Option<Sym> {
        let verb =
            |of: &'static [&str]| move |w: Word<'_>| w.tag().is_verb() && of.contains(&w.lemma().as_str());
        let is = |at: u32, noun: &str| self.word(at).is_some_and(|w| w.lemma() == noun);
        let jobs = self.is_of(figure, &JOBS)
            && (self.before(figure, verb(&CUTTING)) || self.behind(figure, verb(&CUTTING)));
        let cuts = is(figure.head, "cut") && figure.head.checked_sub(1).is_some_and(|at| is(at, JOBS[0]));
        let staff = self.is_of(figure, &STAFF)
            && (self.before(figure, verb(&DISMISSING)) || self.behind(figure, verb(&DISMISSING)));
        (jobs || cuts || staff).then(|| Sym::new_static("number of jobs cut"))
    }

    /// "pays *$20 a share*", "*$20 for each share*": what a bidder pays.
    pub(super) fn per_share(&self, figure: &Figure) -> Option<Sym> {
        let behind = |at: u32| self.word(figure.tokens.end + at);
        let each = |at: u32| behind(at).is_some_and(|w| w.is_any(&EACH));
        let share = |at: u32| behind(at).is_some_and(|w| w.lemma() == SHARE);
        let told = each(0) && share(1) || behind(0).is_some_and(|w| w.is("for")) && each(1) && share(2);
        let buying = |w: Word<'_>| w.tag().is_verb() && BUYING.contains(&w.lemma().as_str());
        let bought = || {
            self.reading
                .in_sentence(figure.sentence)
                .iter()
                .any(|claim| self.word(claim.predicate.head).is_some_and(buying))
        };
        (told && bought()).then(|| Sym::new_static("price of a share"))
    }
}
