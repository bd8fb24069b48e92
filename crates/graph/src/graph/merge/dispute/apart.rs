//! What sets two values apart for sure, however much their sentences share.

use jiff::civil::Date;
use smallvec::SmallVec;

use super::features::{BESIDE, nearest_time, relation};
use super::{Corpus, Given, Kind, Relation, Word};
use crate::claim::Modality;
use crate::claim::state::OF;
use crate::claim::time::When;
use crate::graph::Value;
use crate::graph::extract::{Lemma, Signature};
use crate::graph::merge::story::DAYS_APART;
use crate::lexicon::Lexicon;

/// Do two values answer two questions? A bare number is no age here, though it may be one where they meet.
pub(super) fn are_apart<P>(x: &Given<'_, P>, y: &Given<'_, P>, corpus: &Corpus<'_>) -> bool {
    let lexicon = corpus.lexicon;
    x.kind != y.kind
        || happens_again(x, corpus)
        || happens_again(y, corpus)
        || are_of_others(x, y)
        || are_counts_of_others(x, y, corpus)
        || are_namesakes(x, y, corpus)
        || is_of_what_is_possessed(x, y)
        || is_of_what_is_possessed(y, x)
        || are_dated_apart(x, y)
        || are_in_two_years(x, y)
        || are_ages_of_two_days(x, y, lexicon)
        || are_measured_from_others(x, y)
        || is_plan_and_outcome(x, y)
        || is_half_time_score(x, y)
        || are_stages(x, y, lexicon)
        || are_of_two_ages(x, y, lexicon)
        || are_of_two_objects(x, y)
        || gives_both(x, y, lexicon)
        || gives_both(y, x, lexicon)
        || are_parts(x, y)
}

/// Is it a time of what happens again and again: "won the cup in 2010", "in 2012"?
fn happens_again<P>(x: &Given<'_, P>, corpus: &Corpus<'_>) -> bool {
    x.kind == Kind::Time && x.signature.class.is_some_and(|class| corpus.repeated.contains(&class))
}

/// Do the subjects of the two claims bear names, and others?
fn are_of_others<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let named = relation(x, y, |w, g| {
        let (from, to) = g.signature.owner;
        w.name && from <= w.at && w.at < to
    });
    named == Some(Relation::Excluded)
}

/// "Two men were killed", "three women were killed"; "a 22-year-old man", "a 19-year-old woman".
fn are_counts_of_others<P>(x: &Given<'_, P>, y: &Given<'_, P>, corpus: &Corpus<'_>) -> bool {
    let nouns = x.signature.noun.zip(y.signature.noun);
    nouns.is_some_and(|(a, b)| corpus.opposites.contains(&[a, b]) || corpus.opposites.contains(&[b, a]))
}

/// "Marco Silvestri", "Luca Silvestri": the subjects share a surname, and each has a name of which the other report knows
/// nothing.
fn are_namesakes<P>(x: &Given<'_, P>, y: &Given<'_, P>, corpus: &Corpus<'_>) -> bool {
    let names = |g: &Given<'_, P>| {
        let (from, to) = g.signature.owner;
        let own = g.around.iter().filter(|w| w.name && from <= w.at && w.at < to);
        let mut names: SmallVec<[(u16, Lemma); 4]> = own.map(|w| (w.at, w.word)).collect();
        names.sort_unstable();
        names
    };
    let (a, b) = (names(x), names(y));
    let (Some((_, surname)), Some((_, other))) = (a.last(), b.last()) else { return false };
    let strange = |names: &[(u16, Lemma)], others: &[(u16, Lemma)], article: u32| {
        let there = |word| others.iter().any(|(_, other)| *other == word) || corpus.is_named(word, article);
        names.iter().any(|(_, word)| !there(*word))
    };
    surname == other && strange(&a, &b, y.article) && strange(&b, &a, x.article)
}

/// "Acme's subsidiary has 400 workers", "Acme has 2,400": the one is of something that belongs to the other's subject, and
/// that the sentence of the other does not name.
fn is_of_what_is_possessed<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let subject = |w: &Word, g: &Given<'_, P>| {
        let (from, to) = g.signature.owner;
        from <= w.at && w.at < to
    };
    let strange = |thing: Lemma| y.around.iter().all(|w| w.word != thing);
    y.signature.possessed.is_none()
        && x.signature.possessed.is_some_and(strange)
        && relation(x, y, subject) == Some(Relation::Same)
}

/// "20 miles north of Lyon", "35 miles from Paris": names stand right beside two measures, and others.
fn are_measured_from_others<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let beside = || relation(x, y, |w, _| w.name && w.distance <= BESIDE);
    x.kind == Kind::Measure && beside() == Some(Relation::Excluded)
}

/// "Five were hurt, three of them badly" against "three were badly hurt": the sentence of the one has the other's value too.
fn gives_both<P>(x: &Given<'_, P>, y: &Given<'_, P>, lexicon: &Lexicon) -> bool {
    let same = |s: &Signature<P>| Relation::of(s, y.signature, lexicon) == Some(Relation::Same);
    x.passage.values.iter().filter(|s| s.words != x.signature.words).any(same)
}

/// "Nine of the 30 failed", "21 of the 30 passed": two parts of one whole, of which two things are said or which make it up;
/// "of the 50 villagers", "48 were saved": a whole and a part of it.
fn are_parts<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let whole = |g: &Given<'_, P>| {
        let end = g.signature.words.1;
        // "Of 30 people, 18 left"
        let opens =
            |s: &Signature<P>| s.words.1 <= g.signature.words.0 && s.words.0 < 3 && is_behind_of(s, 2);
        let behind =
            |s: &&Signature<P>| (end..=end + 3).contains(&s.words.0) && is_behind_of(s, 3) || opens(s);
        let amount = |s: &Signature<P>| if let Value::Quantity(q) = &s.value { Some(q.amount) } else { None };
        let own = amount(g.signature)?;
        let whole = g.passage.values.iter().find(behind).and_then(amount)?;
        (whole > own).then_some((own, whole))
    };
    if let (Some((a, all)), Some((b, of))) = (whole(x), whole(y))
        && all == of
    {
        let predicates = x.signature.predicate.zip(y.signature.predicate);
        return a + b == all || predicates.is_some_and(|(p, q)| p != q);
    }
    let of_the = |g: &Given<'_, P>| is_behind_of(g.signature, 2) && !is_behind_of(g.signature, 1);
    x.kind == Kind::Number && of_the(x) != of_the(y)
}

/// Does "of" stand among so many words right before a value?
fn is_behind_of<P>(signature: &Signature<P>, words: usize) -> bool {
    signature.before.iter().take(words).any(|word| *word == Lemma::of(OF))
}

/// Are two amounts dated so many days apart that they are of two things: "in 2007", "of 2019"? Times themselves are not.
fn are_dated_apart<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let dated = |g: &Given<'_, P>| match &nearest_time(g)?.value {
        Value::Time(when) if g.kind != Kind::Time => when.days,
        _ => None,
    };
    let apart = |from: Date, to: Date| to.since(from).is_ok_and(|gap| gap.get_days() > DAYS_APART);
    dated(x).zip(dated(y)).is_some_and(|(a, b)| apart(a.1, b.0) || apart(b.1, a.0))
}

/// "Police arrested a 22-year-old on Thursday", "a 19-year-old on Tuesday": two people.
fn are_ages_of_two_days<P>(x: &Given<'_, P>, y: &Given<'_, P>, lexicon: &Lexicon) -> bool {
    let times = || nearest_time(x).zip(nearest_time(y));
    x.kind == Kind::Age
        && times().is_some_and(|(a, b)| Relation::of(a, b, lexicon) == Some(Relation::Excluded))
}

/// "Arrested on Monday", "arrested in 2019": a day or a month of one year against the whole of another is of another time.
fn are_in_two_years<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let (Value::Time(a), Value::Time(b)) = (&x.signature.value, &y.signature.value) else { return false };
    let whole = |when: &When| when.year.is_some() && when.month.is_none() && when.day.is_none();
    let years = [a, b].map(|when| when.year.or_else(|| when.days.map(|(first, _)| first.year())));
    whole(a) != whole(b) && matches!(years, [Some(a), Some(b)] if a != b)
}

/// "Carried 98 people", "can carry 120"; "cost 3 billion", "was to cost 2 billion": what was against what might be.
fn is_plan_and_outcome<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let open = |g: &Given<'_, P>| matches!(g.signature.modality, Modality::May | Modality::Would);
    let did = |g: &Given<'_, P>| g.signature.modality == Modality::Did;
    x.kind != Kind::Time && (open(x) && did(y) || did(x) && open(y))
}

/// "Won 3-1", "led 2-1 at half-time": by the one score a match ended, and by the other it did not.
fn is_half_time_score<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let told = |g: &Given<'_, P>| g.signature.predicate.is_some();
    x.kind == Kind::Pair && told(x) && told(y) && x.signature.class.is_some() != y.signature.class.is_some()
}

/// "A 22-year-old was held on Thursday", "a 19-year-old on Tuesday": two times in sentences with ages that all exclude each
/// other are of two people.
fn are_of_two_ages<P>(x: &Given<'_, P>, y: &Given<'_, P>, lexicon: &Lexicon) -> bool {
    let is_age = |s: &&Signature<P>| Kind::of(&s.value, lexicon) == Some(Kind::Age);
    let (own, others) = (x.passage.values.iter().filter(is_age), y.passage.values.iter().filter(is_age));
    let apart = |s: &Signature<P>, t: &Signature<P>| Relation::of(s, t, lexicon) == Some(Relation::Excluded);
    let mut pairs = own.flat_map(|s| others.clone().map(move |t| (s, t))).peekable();
    x.kind == Kind::Time && pairs.peek().is_some() && pairs.all(|(s, t)| apart(s, t))
}

/// "Searched the offices on Tuesday", "searched the villa on Thursday": two times of what was done to two things, of which
/// neither sentence names the other's.
fn are_of_two_objects<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let strange = |thing: Lemma, g: &Given<'_, P>| g.around.iter().all(|w| w.word != thing);
    let objects = x.signature.object.zip(y.signature.object);
    x.kind == Kind::Time && objects.is_some_and(|((a, _), (b, _))| strange(a, y) && strange(b, x))
}

/// "10 percent was done on Monday", "60 percent on Tuesday": two times with shares that exclude each other are of two
/// stages.
fn are_stages<P>(x: &Given<'_, P>, y: &Given<'_, P>, lexicon: &Lexicon) -> bool {
    let share = |s: &&Signature<P>| Kind::of(&s.value, lexicon) == Some(Kind::Percent);
    let excludes =
        |s: &Signature<P>, t: &Signature<P>| Relation::of(s, t, lexicon) == Some(Relation::Excluded);
    let excluded = |s: &Signature<P>| y.passage.values.iter().filter(share).any(|t| excludes(s, t));
    x.kind == Kind::Time && x.passage.values.iter().filter(share).any(excluded)
}
