//! Verb groups: auxiliaries, negation, adverbs, main verb and particle.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::input::{Input, Parsed, Word, no_match, tagged, word};
use crate::article::lemma::lemma;
use crate::article::{Tag, Tokens};
use crate::lexicon::{Entry, Sense, Senses};
use crate::symbol::Sym;

mod lone;

pub(super) use lone::{adjective_for_verb, like_participle, noun_for_gerund, opening_participle};

/// A verb with all that goes with it: "has not been formally charged", "will check into".
#[derive(Debug, Clone, PartialEq)]
pub struct VerbGroup {
    /// From the first auxiliary (or adverb between) to the verb or its particle.
    pub tokens: Tokens,
    /// The main verb.
    pub head: u32,
    /// Its lemma, with its particle.
    pub lemma: Sym,
    /// When, as the form shows it.
    pub tense: Tense,
    /// A passive: be or get with a past participle, or a past participle alone.
    pub passive: bool,
    /// Is there a "not", "never", "n't"?
    pub negated: bool,
    /// The modal, if there is one ("may").
    pub modal: Option<Sym>,
    /// What the adverbs in the group say of certainty.
    pub adverbs: Senses,
    /// What the main verb is: copula, reporting, light, ...
    pub senses: Senses,
}

/// More adverbs do not stand in a row; a bound keeps the work on hostile text linear.
const MOST_ADVERBS: usize = 8;

/// What the form of a verb group shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tense {
    /// "met", "has met", "was met"
    Past,
    /// "meets", "is meeting"
    Present,
    /// "will meet"
    Future,
    /// "to meet"
    Infinitive,
    /// "meeting" without an auxiliary
    Gerund,
    /// "arrested" without an auxiliary
    Participle,
}

impl Tense {
    /// Can such a verb head a main clause?
    pub fn is_finite(self) -> bool {
        matches!(self, Tense::Past | Tense::Present | Tense::Future)
    }
}

/// Recognises a verb group.
///
/// ```
/// use gainsay_reading::claim::input::reading;
/// use gainsay_reading::claim::verb::verb_group;
/// reading("They have not been charged.", |input| {
///     let verb = verb_group(input.skip(1)).unwrap().1;
///     assert!(verb.negated && verb.passive && verb.lemma == "charge");
/// });
/// ```
pub fn verb_group(input: Input<'_>) -> Parsed<'_, VerbGroup> {
    let opens = |t: Tag| t.is_verb() || t.is_adverb() || matches!(t, Tag::Md | Tag::To);
    if !input.next().is_some_and(|w| opens(w.tag())) {
        return no_match();
    }
    let (rest, to) = opt(tagged(Tag::To)).parse(skip_adverbs(input))?;
    let mut reading = Reading { to: to.is_some(), ..Reading::default() };
    let mut rest = reading.adverbs_of(input, rest);
    loop {
        rest = reading.adverbs(rest);
        rest = reading.behind_mark(rest);
        let Some(found) = rest.next() else { break };
        if reading.takes(found) {
            reading.take(found, rest.at());
        } else if reading.takes_adjective(found, rest.peek(1)) {
            reading.take_participle(found, rest.at());
        } else {
            break;
        }
        rest = rest.skip(1);
        if !reading.may_go_on() {
            break;
        }
    }
    let Some(head) = reading.head else { return no_match() };
    if reading.negated && reading.partly {
        reading.senses.insert(Sense::Doubt);
    }
    let (rest, mut lemma, mut entry) = particle(input.skip((head - input.at()) as usize), rest);
    if let Some(participle) = &reading.participle {
        (lemma, entry) = (participle.clone(), input.lexicon().look_up(participle));
    }
    let tokens = Tokens { start: reading.first.unwrap_or(input.at()), end: rest.at() };
    Ok((
        rest,
        VerbGroup {
            tokens,
            head,
            lemma,
            tense: reading.tense(),
            passive: reading.passive(),
            negated: reading.negated,
            modal: reading.modal.cloned(),
            adverbs: reading.senses,
            senses: entry.senses,
        },
    ))
}

/// Steps over adverbs, up to [`MOST_ADVERBS`].
pub(super) fn skip_adverbs(input: Input<'_>) -> Input<'_> {
    let adverb = |at: &usize| input.peek(*at).is_some_and(|w| w.tag().is_adverb());
    input.skip((0..MOST_ADVERBS).take_while(adverb).count())
}

/// A verb group while it is being read.
#[derive(Default)]
struct Reading<'a> {
    to: bool,
    first: Option<u32>,
    head: Option<u32>,
    tag: Option<Tag>,
    /// The tag of the first verb: shows the tense.
    first_tag: Option<Tag>,
    first_lemma: Option<&'a Sym>,
    last_lemma: Option<&'a Sym>,
    /// The auxiliary before the main verb.
    auxiliary: Option<&'a Sym>,
    modal: Option<&'a Sym>,
    negated: bool,
    senses: Senses,
    /// The lemma of a participle that is tagged as an adjective.
    participle: Option<Sym>,
    /// Is there an adverb that "not" denies instead of the verb: "not immediately"?
    partly: bool,
}

impl<'a> Reading<'a> {
    /// The dictionary form of the last verb.
    fn last(&self) -> Option<&str> {
        self.participle.as_ref().or(self.last_lemma).map(Sym::as_str)
    }

    /// Notes the adverbs between two places.
    fn adverbs_of(&mut self, from: Input<'a>, to: Input<'a>) -> Input<'a> {
        let mut at = from;
        while at.at() < to.at() {
            if let Some(adverb) = at.next() {
                self.adverb(adverb);
            }
            at = at.skip(1);
        }
        if self.to {
            self.first.get_or_insert(to.at() - 1);
        }
        to
    }

    /// Steps over adverbs in front of more verbs.
    fn adverbs(&mut self, input: Input<'a>) -> Input<'a> {
        let after = skip_adverbs(input);
        let goes_on = after.next().is_some_and(|w| self.takes(w) || self.takes_adjective(w, after.peek(1)));
        if self.head.is_some() && !goes_on {
            // Adverbs behind the verb are adjuncts, but "not" belongs to it: "is not a minister".
            return match input.next() {
                Some(w) if negates(w) => {
                    self.negated = true;
                    input.skip(1)
                }
                _ => input,
            };
        }
        self.adverbs_of(input, after)
    }

    /// "was *"rigged"* by officials": a participle between quotation marks is the auxiliary's.
    fn behind_mark(&self, input: Input<'a>) -> Input<'a> {
        let is = |at: usize, tag: Tag| input.peek(at).is_some_and(|w| w.tag() == tag);
        let participle = is(1, Tag::Vbn) || input.peek(1).is_some_and(like_participle);
        // "had *"reached* the edge"": "have" waits for it, however much is quoted.
        let waits = self.last() == Some("have") && (participle || is(1, Tag::Vbd));
        let marked = is(0, Tag::OpenQuote) && (participle && is(2, Tag::CloseQuote) || waits);
        if marked && matches!(self.last(), Some("be" | "have" | "get")) { input.skip(1) } else { input }
    }

    fn adverb(&mut self, w: Word<'_>) {
        // "has yet to reply"
        self.negated |= negates(w) || (self.to && w.written().has(Sense::Failing));
        // "They not only repulsed the attack": it is said to have been, and more.
        self.negated &= !["only", "just", "merely", "simply"].iter().any(|word| w.is(word));
        self.partly |= self.negated && w.written().has(Sense::Partly);
        for sense in [Sense::Hearsay, Sense::Doubt] {
            if w.written().has(sense) {
                self.senses.insert(sense);
            }
        }
    }

    /// Can this word go on with the group?
    fn takes(&self, w: Word<'_>) -> bool {
        let tag = w.tag();
        if tag == Tag::Md {
            return self.head.is_none() && !self.to;
        }
        if !tag.is_verb() {
            return false;
        }
        // "is missing", "was dead": a state, whatever the tagger takes it for.
        if self.last().is_none_or(|l| l == "be") && is_state(w) {
            return false;
        }
        match self.last() {
            None => !self.to || tag == Tag::Vb || tag == Tag::Vbp,
            Some(last) => {
                let auxiliary = self.is_modal(last) || matches!(last, "be" | "have" | "do" | "get");
                auxiliary && (tag != Tag::Vbd || last == "have" || last == "be") && tag != Tag::Vbz
            }
        }
    }

    /// "was jailed", "were acquitted": a participle behind a form of be that the tagger takes for an adjective.
    fn takes_adjective(&self, w: Word<'_>, next: Option<Word<'_>>) -> bool {
        let nominal = |w: Word| w.tag().is_noun() || w.tag().is_adjective();
        let auxiliary = matches!(self.last(), Some("be" | "have" | "get"));
        auxiliary && like_participle(w) && !next.is_some_and(nominal)
    }

    fn take_participle(&mut self, w: Word<'a>, at: u32) {
        self.take(w, at);
        self.tag = Some(Tag::Vbn);
        self.participle = Some(lemma(w.text(), Tag::Vbn));
    }

    fn may_go_on(&self) -> bool {
        self.last().is_some_and(|last| self.is_modal(last) || matches!(last, "be" | "have" | "do" | "get"))
    }

    fn is_modal(&self, lemma: &str) -> bool {
        self.modal.is_some_and(|modal| modal == lemma)
    }

    fn take(&mut self, w: Word<'a>, at: u32) {
        self.first.get_or_insert(at);
        self.first_tag.get_or_insert(w.tag());
        if w.tag() == Tag::Md {
            self.modal = Some(w.lower());
            self.last_lemma = Some(w.lower());
            return;
        }
        self.auxiliary = self.last_lemma.filter(|_| self.head.is_some() || self.modal.is_some());
        self.head = Some(at);
        self.tag = Some(w.tag());
        self.first_lemma.get_or_insert(w.lemma());
        self.last_lemma = Some(w.lemma());
    }

    fn tense(&self) -> Tense {
        if self.to {
            return Tense::Infinitive;
        }
        match self.first_tag {
            Some(Tag::Md) => Tense::Future,
            Some(Tag::Vbd) => Tense::Past,
            Some(Tag::Vbg) => Tense::Gerund,
            Some(Tag::Vbn) => Tense::Participle,
            // "has met" is past, "is meeting" and "meets" are present.
            Some(Tag::Vbz | Tag::Vbp) if self.perfect() => Tense::Past,
            Some(Tag::Vbz | Tag::Vbp) => Tense::Present,
            _ => Tense::Infinitive,
        }
    }

    /// "has met", "has been met"
    fn perfect(&self) -> bool {
        self.auxiliary.is_some() && self.first_lemma.is_some_and(|l| l == "have")
    }

    fn passive(&self) -> bool {
        let participle = matches!(self.tag, Some(Tag::Vbn | Tag::Vbd));
        match self.auxiliary {
            Some(aux) => participle && matches!(aux.as_str(), "be" | "get"),
            None => self.tag == Some(Tag::Vbn) && self.first_tag == Some(Tag::Vbn),
        }
    }
}

fn negates(w: Word<'_>) -> bool {
    // "n ’ t", taken apart, is known by its lemma.
    w.written().has(Sense::Negator)
        || (w.tag() == Tag::Rb && w.known().has(Sense::Negator))
        || (w.tag() == Tag::Rb && w.is("no"))
}

/// A word for a state that no listed verb leads to: "missing", "dead".
pub(super) fn is_state(w: Word<'_>) -> bool {
    w.written().state.is_some() && w.known().verb.is_none()
}

/// An adverb right behind a verb that changes what it means: "broke down", "carried away".
fn is_particle(w: Word<'_>) -> bool {
    w.tag() == Tag::Rb && w.is_any(&["up", "down", "out", "off", "away"])
}

/// "showed *up* to court": a particle in front of "to", unless a bound follows ("jumped up to 40 feet").
fn up_to(input: Input<'_>) -> Parsed<'_, Word<'_>> {
    let (rest, up) = word(|w: Word| w.is("up"))(input)?;
    let to = rest.next().is_some_and(|w| w.is("to"));
    if to && rest.peek(1).is_some_and(|w| w.tag() != Tag::Cd) { Ok((rest, up)) } else { no_match() }
}

/// "check into", "step down", "take into custody": the lemma with what the lexicon or the tagger says belongs to it,
/// and what the lexicon knows of it.
fn particle<'a>(verb: Input<'a>, rest: Input<'a>) -> (Input<'a>, Sym, &'a Entry) {
    let Some(head) = verb.next() else { return (rest, Sym::default(), &Entry::UNKNOWN) };
    let contiguous = rest.at() == verb.at() + 1;
    if contiguous {
        let lexicon = rest.lexicon();
        if head.known().has(Sense::OpensPhrase)
            && let Some((more, key)) = lexicon.phrase(head.lemma(), |i| rest.peek(i).map(|w| w.lemma()))
            && let Some(entry) = lexicon.entry(&key).filter(|e| e.verb.is_some() || e.has(Sense::Phrasal))
        {
            return (rest.skip(more), key, entry);
        }
        if let Ok((after, particle)) = alt((tagged(Tag::Rp), word(is_particle), up_to)).parse(rest) {
            let lemma = Sym::from(format!("{} {}", head.lemma(), particle.lemma()));
            let entry = lexicon.look_up(&lemma);
            return (after, lemma, entry);
        }
    }
    (rest, head.lemma().clone(), head.known())
}

#[cfg(test)]
mod tests;
