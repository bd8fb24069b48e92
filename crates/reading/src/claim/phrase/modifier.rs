//! What stands between determiner and head: amounts, adjectives, participles, nouns, names.

use super::Surroundings;
use super::name::{self, Parts};
use super::{Determiner, behind_preposition};
use crate::article::{Tag, Tokens};
use crate::claim::input::{Input, Parsed, Word};
use crate::claim::quantity::{Amount, Unit, amount, joined_amount, opens_amount, ordinal, score};
use crate::claim::verb::{is_state, like_participle, noun_for_gerund};
use crate::lexicon::{Sense, Senses};

/// No noun phrase is longer, in tokens; a bound keeps the work on hostile text linear.
const LONGEST: u32 = 40;

/// Everything from behind the determiner up to the head.
pub(super) fn modifiers<'a>(
    around: &Surroundings,
    mut input: Input<'a>,
    parts: &mut Parts,
) -> Parsed<'a, ()> {
    while let Some(next) = input.next().filter(|_| input.at() < parts.start + LONGEST) {
        if let Some((time, after)) = around.time_at(input.at()) {
            match time_modifier(input, after, parts) {
                Some(rest) => {
                    parts.time = Some(time);
                    parts.end = rest.at();
                    input = rest;
                    continue;
                }
                None => break,
            }
        }
        if let Some(rest) = one_modifier(input, next, parts) {
            parts.end = rest.at();
            input = rest;
        } else {
            break;
        }
    }
    Ok((input, ()))
}

/// "After a short absence *Ann Lee* began": behind a preposition that opens the sentence, a name in front of the verb is its
/// subject, unless the noun before it says who that is ("After a long fight boxer Ann Lee won").
fn opens_subject(input: Input<'_>, parts: &Parts) -> bool {
    /// No name has more words.
    const LONGEST: usize = 4;
    const TITLE: Senses = Senses::of(&[Sense::Person, Sense::Office, Sense::Group, Sense::Place]);
    let first = parts.start.checked_sub(1).and_then(|at| input.word(at)).is_some_and(|w| w.tag() == Tag::In);
    let opens = first && parts.start.checked_sub(2).and_then(|at| input.word(at)).is_none();
    let noun =
        |w: Word| w.tag() == Tag::Nn && !w.written().senses.meets(TITLE) && !w.written().has(Sense::Rank);
    let names = (0..LONGEST).take_while(|at| input.peek(*at).is_some_and(|w| w.tag().is_name())).count();
    let verb = input.peek(names).is_some_and(|w| matches!(w.tag(), Tag::Vbd | Tag::Vbz));
    opens
        && parts.has_noun
        && parts.determiner == Determiner::Indefinite
        && input.before(1).is_some_and(noun)
        && verb
}

/// "a *"quick* fix" patch": do a few words between quotation marks describe the noun behind them?
fn opens_quoted(input: Input<'_>, parts: &Parts) -> bool {
    /// No more words stand between the marks.
    const LONGEST: usize = 4;
    let nominal =
        |w: Word| w.tag().is_noun() || w.tag().is_adjective() || matches!(w.tag(), Tag::Cd | Tag::Hyph);
    let inside = (1..=LONGEST).take_while(|at| input.peek(*at).is_some_and(nominal)).count();
    let stop = usize::from(input.peek(inside + 1).is_some_and(|w| matches!(w.tag(), Tag::Stop | Tag::Comma)));
    let closes = input.peek(inside + 1 + stop).is_some_and(|w| w.tag() == Tag::CloseQuote);
    // "fell into a *"crisis"*"
    let noun = input.peek(inside + 2).is_some_and(|w| w.tag().is_noun())
        || input.peek(inside).is_some_and(|w| w.tag().is_noun());
    parts.determiner != Determiner::None && !parts.has_noun && inside > 0 && closes && noun
}

/// The mark that closes them.
fn closes_quoted(input: Input<'_>, parts: &Parts) -> bool {
    let mut before = (parts.start..input.at()).filter_map(|at| input.word(at));
    input.peek(1).is_some_and(|w| w.tag().is_noun()) && before.any(|w| w.tag() == Tag::OpenQuote)
}

/// A time inside a phrase stands behind a determiner or before a possessive mark, and before more of the phrase.
fn time_modifier<'a>(input: Input<'a>, after: u32, parts: &Parts) -> Option<Input<'a>> {
    let rest = input.skip((after - input.at()) as usize);
    let mark = rest.next().is_some_and(|w| w.tag() == Tag::Pos);
    let rest = if mark { rest.skip(1) } else { rest };
    let comma = parts.determiner == Determiner::Indefinite && goes_on_behind_comma(rest, parts);
    // "the *recently* opened plant"
    let lately = input.next().is_some_and(|w| w.tag().is_adverb())
        && rest.next().is_some_and(|w| matches!(w.tag(), Tag::Vbn | Tag::Vbd))
        && rest.peek(1).is_some_and(|w| w.tag().is_noun());
    // "*recent* advances": no time, but what describes a noun.
    let describes = after == input.at() + 1
        && input.next().is_some_and(|w| w.tag().is_adjective())
        && rest.next().is_some_and(|w| w.tag().is_noun())
        && !parts.has_noun;
    if describes {
        return Some(rest);
    }
    let comma = comma || lately;
    // "the October 1998 *shooting* death"
    let nominal = |w: Word| w.tag().is_noun() || w.tag().is_adjective();
    let gerund = rest.next().is_some_and(|w| w.tag() == Tag::Vbg) && rest.peek(1).is_some_and(nominal);
    let noun_follows = comma || gerund || rest.next().is_some_and(nominal);
    let inside = parts.determiner != Determiner::None && !parts.has_noun;
    // "an Amnesty International *2004* report"
    let year = after == input.at() + 1 && input.next().is_some_and(|w| w.tag() == Tag::Cd);
    let dated =
        year && parts.determiner != Determiner::None && input.before(1).is_some_and(|w| w.tag().is_name());
    let thing = rest.next().is_some_and(|w| w.tag().is_noun());
    (noun_follows && (mark || inside) || dated && thing).then_some(rest)
}

/// "a five-year*, $40 million* contract", "a long*, bitter* strike": does the phrase go on behind a comma?
fn goes_on_behind_comma(input: Input<'_>, parts: &Parts) -> bool {
    let more =
        |w: Word| w.tag().is_adjective() || matches!(w.tag(), Tag::Currency | Tag::Cd | Tag::Vbn | Tag::Vbd);
    let described = input.before(1).is_some_and(|w| w.tag().is_adjective() || w.split_at_hyphen().is_some());
    let comma = input.next().is_some_and(|w| w.tag() == Tag::Comma);
    let adjectives = (1..5).take_while(|i| input.peek(*i).is_some_and(more)).count();
    let opens = parts.determiner != Determiner::None && !parts.has_noun && described;
    opens && comma && adjectives > 0 && input.peek(adjectives + 1).is_some_and(|w| w.tag().is_noun())
}

/// "a quiet *and* often lonely man": the phrase goes on with more adjectives and its noun.
fn joins_adjectives(input: Input<'_>, parts: &Parts) -> bool {
    let described = input.before(1).is_some_and(|w| w.tag().is_adjective());
    let adverb = usize::from(input.peek(1).is_some_and(|w| w.tag().is_adverb()));
    let adjective = |i: &usize| input.peek(*i).is_some_and(|w| w.tag().is_adjective() || w.tag() == Tag::Vbn);
    let adjectives = (1 + adverb..5).take_while(adjective).count();
    let noun = input.peek(1 + adverb + adjectives).is_some_and(|w| w.tag().is_noun());
    (parts.determiner != Determiner::None || behind(parts, input, |t| t == Tag::In))
        && !parts.has_noun
        && described
        && adjectives > 0
        && noun
}

/// Does the phrase stand behind a word of this kind?
fn behind(parts: &Parts, input: Input<'_>, test: impl Fn(Tag) -> bool) -> bool {
    parts.start.checked_sub(1).and_then(|at| input.word(at)).is_some_and(|w| test(w.tag()))
}

fn plain(tag: Tag) -> bool {
    matches!(tag, Tag::Nn | Tag::Nns)
}

/// Is the verb in front of the phrase an auxiliary that waits for a participle?
fn waits(parts: &Parts, input: Input<'_>) -> bool {
    let before = parts.start.checked_sub(1).and_then(|at| input.word(at));
    before.is_some_and(|w| ["be", "have", "get"].contains(&w.lemma().as_str()))
}

/// "a *badly* damaged car", "13 *fully* loaded guns": an adverb in front of what describes a noun.
fn grades(input: Input<'_>, parts: &Parts) -> bool {
    let describes = |w: Word| match w.tag() {
        Tag::Vbn => input.peek(2).is_some_and(|w| w.tag().is_noun() || w.tag().is_adjective()),
        Tag::Vbd => takes_participle(input, parts) && input.peek(2).is_some_and(|w| w.tag().is_noun()),
        tag => tag.is_adjective(),
    };
    input.peek(1).is_some_and(describes)
}

/// "found 13 fully *loaded* guns": in front of the verb, a past tense is more likely one ("Two later left town").
fn takes_participle(input: Input<'_>, parts: &Parts) -> bool {
    let opening = |t: Tag| t.is_verb() || matches!(t, Tag::In | Tag::To | Tag::Cc | Tag::Comma);
    parts.determiner == Determiner::Indefinite || behind(parts, input, opening)
}

/// "named Ann Lee *finance minister*": behind such a verb and a name, the office.
fn becomes(input: Input<'_>, parts: &Parts) -> bool {
    const APPOINTING: [&str; 5] = ["name", "appoint", "elect", "make", "crown"];
    /// No office has more words.
    const LONGEST: usize = 3;
    let verb = parts.start.checked_sub(1).and_then(|at| input.word(at));
    let appoints = verb.is_some_and(|w| w.tag().is_verb() && APPOINTING.contains(&w.lemma().as_str()));
    let named = input.before(1).is_some_and(|w| w.tag().is_name());
    let noun = |at: &usize| input.peek(*at).is_some_and(|w| matches!(w.tag(), Tag::Nn | Tag::Jj));
    let office = |at: usize| input.peek(at).is_some_and(|w| w.written().has(Sense::Office));
    appoints && named && (0..LONGEST).take_while(noun).any(office)
}

fn plural_noun(w: Word<'_>) -> bool {
    w.tag() == Tag::Nns
}

/// "34-year"
fn is_in_years(w: Word<'_>) -> bool {
    w.split_at_hyphen().is_some_and(|(_, unit)| unit.eq_ignore_ascii_case("year"))
}

/// "no one", "this one": "one" is no number.
fn is_pro_form(w: Word<'_>, parts: &Parts) -> bool {
    w.is("one") && matches!(parts.determiner, Determiner::Negative | Determiner::Demonstrative)
}

/// One more word of the phrase, if the word can be one.
fn one_modifier<'a>(input: Input<'a>, next: Word<'a>, parts: &mut Parts) -> Option<Input<'a>> {
    let (at, tag) = (input.at(), next.tag());
    if !parts.has_noun
        && (parts.amount.is_none() || tag == Tag::Currency && input.before(1).is_some_and(|w| w.is(",")))
        && !is_pro_form(next, parts)
        && let Ok((rest, found)) = amount(input)
    {
        // "the first two": an ordinal may stand before the amount, nothing else.
        let stands_alone = rest.next().is_none_or(|w| !matches!(w.tag(), Tag::Pos));
        if stands_alone {
            parts.take_amount(found, at);
            return Some(rest);
        }
    }
    if tag == Tag::Nn && becomes(input, parts) {
        return None;
    }
    // "took two drivers *hostage*": what they became.
    if parts.has_noun && next.written().has(Sense::Taken) && input.before(1).is_some_and(plural_noun) {
        return None;
    }
    // "beat Rovers 3-1": the score is no part of the name. "The valley changed hands": a verb.
    if parts.has_noun && (score(next.text()).is_some() || like_participle(next)) {
        return None;
    }
    // "Mother of four jailed": a verb, where no noun follows; but "the five injured".
    let counted = parts.amount.is_some() && !parts.has_noun && next.written().state.is_none();
    if counted && like_participle(next) && !input.peek(1).is_some_and(|w| w.tag().is_noun()) {
        return None;
    }
    // "changed hands nine times": another phrase.
    if tag == Tag::Cd && input.before(1).is_some_and(plural_noun) && input.peek(1).is_some_and(plural_noun) {
        return None;
    }
    // "a barge two miles inland": another phrase, where "Resolution 2788" is one.
    let thing = |w: Word| w.tag() == Tag::Nn;
    let determined = parts.determiner == Determiner::Indefinite;
    if determined
        && tag == Tag::Cd
        && input.before(1).is_some_and(thing)
        && input.peek(1).is_some_and(plural_noun)
    {
        return None;
    }
    // "fined Ann Lee 5,000 euros": a sum is no part of a name.
    let named = || input.before(1).is_some_and(|w| w.tag() == Tag::Nnp);
    let sum = || amount(input).is_ok_and(|(_, found)| matches!(found.quantity.unit, Unit::Money(_)));
    if parts.has_noun && tag == Tag::Cd && named() && sum() {
        return None;
    }
    if next.tag() == Tag::Nnp && opens_subject(input, parts) {
        return None;
    }
    // "Minister Brandt meeting President Denn"
    if parts.has_noun && noun_for_gerund(input).is_ok() {
        return None;
    }
    // "a deal worth 20 million euros"
    if parts.has_noun && next.is("worth") && opens_amount(input.skip(1)) {
        return None;
    }
    match tag {
        Tag::OpenQuote => return opens_quoted(input, parts).then(|| input.skip(1)),
        Tag::CloseQuote => return closes_quoted(input, parts).then(|| input.skip(1)),
        _ => {}
    }
    // "a five-year, $40 million contract"
    if tag == Tag::Comma {
        return goes_on_behind_comma(input, parts).then(|| input.skip(1));
    }
    let follows = |test: fn(Tag) -> bool| input.peek(1).is_some_and(|w| test(w.tag()));
    let more = |t: Tag| t.is_noun() || t.is_adjective() || matches!(t, Tag::Cd | Tag::Vbn | Tag::Vbg);
    // "a quake of magnitude 6.4 *flattened* much of the town"
    let measured = parts.amount.as_ref().is_some_and(|a| {
        a.tokens.end == at && a.tokens.len() > 1 && matches!(a.quantity.unit, Unit::Measure(_))
    });
    let fits = match tag {
        t if t.is_noun() => true,
        Tag::Jj | Tag::Jjr | Tag::Jjs | Tag::Hyph | Tag::Fw => true,
        // "Resolution 2788", "the 747"
        Tag::Cd => parts.amount.is_none() || parts.has_noun,
        // "14 missing"
        _ if parts.amount.is_some() && !parts.has_noun && is_state(next) => true,
        Tag::Vbn | Tag::Vbg if parts.opened() && !parts.has_noun && !measured && follows(more) => true,
        // "this *finding* showed": between a determiner and a finite verb, a noun.
        Tag::Vbg
            if parts.determiner != Determiner::None && !parts.opened_by_word() && follows(Tag::is_finite) =>
        {
            parts.has_noun = true;
            true
        }
        // "with *existing* bank debt"
        Tag::Vbg if next.written().has(Sense::Lasting) => !parts.has_noun && follows(more),
        // "behind closed doors"
        // "treated *wounded* soldiers"
        Tag::Vbn
            if parts.start == at
                && behind(parts, input, |t| t.is_finite() || t == Tag::Vbn)
                && !waits(parts, input) =>
        {
            follows(plain)
        }
        Tag::Vbd | Tag::Vbn if behind_preposition(input) || behind(parts, input, |t| t == Tag::To) => {
            let noun = input.peek(2).is_some_and(|w| w.tag().is_noun());
            follows(|t| matches!(t, Tag::Nn | Tag::Nns))
                // "of *ousted* Prime Minister Jan Novak"
                || tag == Tag::Vbn && follows(Tag::is_name)
                || tag == Tag::Vbd && follows(Tag::is_noun)
                || follows(Tag::is_adjective) && noun
        }
        _ if name::is_particle(next.text()) => name::goes_on(input),
        Tag::Rb | Tag::Rbr | Tag::Rbs => {
            let first = input.at() == parts.start;
            !parts.has_noun && (parts.opened() || behind_preposition(input) || first) && grades(input, parts)
        }
        // "a sparsely *populated* area"
        Tag::Vbn | Tag::Vbd if input.before(1).is_some_and(|w| w.tag().is_adverb()) => {
            let follows = follows(|t| t.is_noun() || t.is_adjective());
            let opened = parts.opened() || behind(parts, input, |t| t == Tag::In);
            opened && !parts.has_noun && takes_participle(input, parts) && follows
        }
        Tag::Cc if next.is("&") => parts.has_noun && follows(Tag::is_noun),
        Tag::Cc => joins_adjectives(input, parts),
        Tag::Currency | Tag::Sym | Tag::Hash => !parts.has_noun,
        _ => false,
    };
    // An adjective behind a noun belongs to the phrase only if a noun follows ("US military leader").
    if !fits || (tag.is_adjective() && parts.has_noun && !follows(more)) {
        return None;
    }
    if let Some(mut quantity) = joined_amount(next, input.lexicon()) {
        // "34-year old": a hyphen is missing.
        if input.peek(1).is_some_and(|w| w.is("old")) && is_in_years(next) {
            quantity.unit = Unit::Age;
        }
        parts.take_joined(Amount { tokens: Tokens::new(at as usize, at as usize + 1), quantity });
    }
    // "the fourth and final defendant": the fourth says more.
    let counted = |(number, _): &(i32, u32)| *number > 0;
    if let Some(number) =
        ordinal(next).filter(|_| !tag.is_name() && !parts.ordinal.as_ref().is_some_and(counted))
    {
        parts.ordinal = Some((number, at));
    }
    parts.take_word(next, at);
    Some(input.skip(1))
}
