//! From claims to event mentions: who, whom, where and when, by the verb's frame.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::age;
use super::local::Local;
use super::said::{Who, Whom};
use crate::article::{Article, BlockKind, Tokens};
use crate::claim::time::{TimexKind, When};
use crate::claim::{Argument, ArgumentRole, Claim, Determiner, Origin, Phrase, PhraseId, Reading};
use crate::graph::mention::{EventMention, Extent, Roles, extend};
use crate::graph::name::{EntityKind, Name};
use crate::lexicon::{ClassId, Frame, Lexicon, PlaceId, Sense};

/// What happened more days ago than this is not what a report is about.
pub(in crate::graph) const RECENT: i32 = 10;
/// How many sentences of body text make an article's lead.
const LEAD: usize = 3;
/// A mention's words are given whole up to this many tokens; longer ones are cut to the predicate.
const SHORTEST: usize = 24;

/// What is needed to see who takes part in a claim.
pub(super) struct Gathering<'a> {
    pub(super) article: &'a Article,
    pub(super) reading: &'a Reading,
    pub(super) lexicon: &'a Lexicon,
    pub(super) local: &'a Local<'a>,
    /// The phrase of each head token.
    pub(super) heads: FxHashMap<u32, PhraseId>,
    /// First sentence behind the lead.
    pub(super) lead_end: u32,
    /// The country in which most places lie that the article names.
    pub(super) country: Option<PlaceId>,
}

impl<'a> Gathering<'a> {
    /// The sentence behind the headline and the first sentences of the text.
    pub(super) fn lead_end(article: &Article) -> u32 {
        let body = article.sentences.iter().enumerate().filter(|(_, s)| s.kind == BlockKind::Paragraph);
        body.map(|(i, _)| i as u32).nth(LEAD).unwrap_or(article.sentences.len() as u32)
    }

    /// The event that a claim mentions, if its predicate names one.
    pub(super) fn mention(&self, number: usize, claim: &Claim) -> Option<EventMention<Who>> {
        let class = self.class(claim)?;
        if self.lexicon.class(class).name == "report" || self.repeats(claim) {
            return None;
        }
        let own = claim.time.map(|t| self.reading.time(t)).filter(|t| dates(t.kind)).map(|t| t.when);
        let past = match own {
            Some(when) => Some(when).filter(|when| is_past(self.article, when)),
            None => self.past(claim.sentence),
        };
        let main = claim.sentence < self.lead_end && past.is_none();
        let roles = self.roles(claim);
        Some(EventMention {
            claim: number as u32,
            class,
            time: own.or(past).map(Arc::new),
            main,
            background: past.is_some() || (!main && self.is_abroad(roles.place())),
            roles,
            indefinite: self.is_indefinite(claim),
            polarity: claim.polarity,
            modality: claim.modality,
            speaker: self.speaker(number as u32),
            predicate: Extent::of(self.article, claim.predicate.tokens),
            extent: Extent::of(self.article, self.words(claim)),
        })
    }

    /// The class of the event that a claim tells of. "An aftershock shook the town": the subject names it more closely
    /// than the verb.
    fn class(&self, claim: &Claim) -> Option<ClassId> {
        let (verb, subject) = (claim.predicate.class, self.subject_class(claim));
        let closer = |noun: &ClassId| verb.is_some_and(|verb| self.lexicon.class(*noun).parent == Some(verb));
        subject.filter(closer).or(verb).or(subject)
    }

    /// The other year or month than that of the report of which a sentence tells.
    pub(super) fn past(&self, sentence: u32) -> Option<When> {
        past(self.article, self.reading, sentence)
    }

    /// Does it lie in another country than most places that the article names?
    fn is_abroad(&self, places: &[Who]) -> bool {
        let country = |who: &Who| self.lexicon.country(self.local.name(*who)?.place?);
        let mut countries = places.iter().filter_map(country).peekable();
        countries.peek().is_some() && countries.all(|c| self.country.is_some_and(|own| own != c))
    }

    /// Those whom a phrase mentions.
    pub(super) fn entities_of(&self, phrase: PhraseId) -> Whom {
        let mut set = Whom::new();
        for id in self.local.of(phrase) {
            extend(&mut set, &[Who::Named(*id)]);
        }
        if set.is_empty() {
            set.extend(age::of_nameless(self.reading.phrase(phrase)).map(Who::Aged));
        }
        set
    }

    /// The name of the one person or body that a phrase mentions.
    pub(super) fn name_of(&self, phrase: PhraseId) -> Option<&'a Name> {
        let set = self.entities_of(phrase);
        let [one] = set.as_slice() else { return None };
        self.local.name(*one).filter(|name| matches!(name.kind, EntityKind::Person | EntityKind::Unknown))
    }

    /// The place whose name starts at a token, or one token on ("the Azores").
    pub(super) fn place_at(&self, token: u32) -> Option<Who> {
        let phrases = &self.reading.phrases;
        let from = phrases.partition_point(|p| p.tokens.start < token);
        let phrase = phrases.get(from).filter(|p| p.tokens.start == token && !p.name.is_empty())?;
        let id = PhraseId(from as u32);
        let set = self.entities_of(id);
        let place = |who: &Who| matches!(self.kind(*who), EntityKind::Place | EntityKind::Unknown);
        set.first().copied().filter(place).filter(|_| phrase.name.start <= token + 1)
    }

    /// "The shooting occurred on Friday", "the quake struck Oslo": the subject names the event, the verb none.
    fn subject_class(&self, claim: &Claim) -> Option<ClassId> {
        let told = matches!(claim.origin, Origin::Clause | Origin::Relative) && !claim.predicate.passive;
        let subject = claim.subject.as_ref().filter(|_| told)?.phrases.first()?;
        let phrase = self.reading.phrase(*subject);
        let head = self.article.tokens.get(phrase.head as usize).filter(|_| phrase.name.is_empty())?;
        let reports = self.lexicon.has(&claim.predicate.lemma, Sense::Reporting);
        self.lexicon.entry(&head.lemma).and_then(|e| e.noun).filter(|_| !reports && !phrase.plural)
    }

    /// A noun that a light verb governs ("held talks") is told by the verb's claim already.
    fn repeats(&self, claim: &Claim) -> bool {
        claim.origin == Origin::Nominal
            && self.beside(claim).iter().any(|c| {
                c.origin != Origin::Nominal
                    && c.predicate.class == claim.predicate.class
                    && c.arguments
                        .iter()
                        .any(|a| a.role == ArgumentRole::Object && a.tokens.contains(claim.predicate.tokens))
            })
    }

    /// What somebody or something is. Whoever is known by an age alone is a person.
    pub(super) fn kind(&self, who: Who) -> EntityKind {
        self.local.name(who).map_or(EntityKind::Person, |name| name.kind)
    }

    /// Whom a claim is attributed to.
    pub(super) fn speaker(&self, claim: u32) -> Option<Who> {
        let phrase = self.reading.claims.get(claim as usize)?.attribution?.speaker?;
        self.entities_of(phrase).first().copied()
    }

    /// The first claim whose predicate stands in some tokens.
    pub(super) fn claim_within(&self, tokens: Tokens) -> Option<u32> {
        let (claims, sentences) = (&self.reading.claims, &self.article.sentences);
        let sentence = sentences.partition_point(|s| s.tokens.end <= tokens.start) as u32;
        let from = claims.partition_point(|c| c.sentence < sentence);
        let starts = |c: &Claim| sentences.get(c.sentence as usize).map_or(u32::MAX, |s| s.tokens.start);
        let mut near = claims.iter().enumerate().skip(from).take_while(|(_, c)| starts(c) < tokens.end);
        near.find(|(_, c)| tokens.overlaps(c.predicate.tokens)).map(|(at, _)| at as u32)
    }

    /// The phrase with this head.
    pub(super) fn headed_by(&self, head: u32) -> Option<&'a Phrase> {
        self.heads.get(&head).map(|id| self.reading.phrase(*id))
    }

    /// The claims of a claim's sentence.
    pub(super) fn beside(&self, claim: &Claim) -> &'a [Claim] {
        let claims = &self.reading.claims;
        let from = claims.partition_point(|c| c.sentence < claim.sentence);
        let to = claims.partition_point(|c| c.sentence <= claim.sentence);
        &claims[from..to]
    }

    /// Who takes part in the event of a claim, and where it is.
    fn roles(&self, claim: &Claim) -> Roles<Who> {
        let [mut who, mut whom, mut participants, mut places] = [(); 4].map(|()| Whom::new());
        let frame = self.frame(claim);
        let subject = claim.subject.iter().map(|s| (s, &ArgumentRole::Subject));
        let arguments = claim.arguments.iter().map(|a| (a, &a.role));
        for (argument, role) in subject.chain(arguments) {
            let set = self.set(argument);
            match place_of(role, frame, claim.predicate.passive) {
                Place::Who => extend(&mut who, &set),
                Place::Whom => extend(&mut whom, &set),
                Place::Together => extend(&mut participants, &self.agents(&set)),
                Place::Where => extend(&mut places, &self.places(&set)),
                Place::Nowhere => {}
            }
        }
        extend(&mut participants, &who);
        extend(&mut participants, &whom);
        Roles::new([&who, &whom, &participants, &places])
    }

    fn frame(&self, claim: &Claim) -> Frame {
        let symmetric = claim.predicate.class.is_some_and(|c| self.lexicon.class(c).symmetric);
        if symmetric {
            return Frame::Shares;
        }
        match claim.predicate.class {
            // Where the subject names the event, the object is where it struck.
            None => Frame::Undergoes,
            Some(_) => claim.predicate.frame,
        }
    }

    fn set(&self, argument: &Argument) -> Whom {
        let mut set = Whom::new();
        for phrase in &argument.phrases {
            extend(&mut set, &self.entities_of(*phrase));
        }
        set
    }

    /// Those who can act: not places.
    fn agents(&self, set: &Whom) -> Whom {
        let agent = |who: &&Who| self.kind(**who) != EntityKind::Place;
        set.iter().filter(agent).copied().collect()
    }

    fn places(&self, set: &Whom) -> Whom {
        let place = |who: &&Who| matches!(self.kind(**who), EntityKind::Place | EntityKind::Organization);
        set.iter().filter(place).copied().collect()
    }

    /// Does a noun name the event as one of several, or any one?
    fn is_indefinite(&self, claim: &Claim) -> bool {
        let noun = self.headed_by(claim.predicate.head).filter(|_| claim.origin == Origin::Nominal);
        noun.is_some_and(|phrase| match phrase.determiner {
            Determiner::Indefinite | Determiner::Other => true,
            Determiner::None => phrase.plural,
            _ => false,
        })
    }

    /// The words of a mention: from its first participant to its last, if that is short enough.
    pub(super) fn words(&self, claim: &Claim) -> Tokens {
        let mut words = claim.predicate.tokens;
        let near = claim.subject.iter().chain(
            claim.arguments.iter().filter(|a| !matches!(a.role, ArgumentRole::Clause | ArgumentRole::Manner)),
        );
        for argument in near {
            let wider = words.to(argument.tokens);
            if wider.len() <= SHORTEST {
                words = wider;
            }
        }
        words
    }
}

/// Which role of the event an argument fills.
enum Place {
    Who,
    Whom,
    Together,
    Where,
    Nowhere,
}

fn place_of(role: &ArgumentRole, frame: Frame, passive: bool) -> Place {
    match (role, frame) {
        (ArgumentRole::Subject | ArgumentRole::Object, Frame::Shares) => Place::Together,
        (ArgumentRole::Subject, Frame::Undergoes) => Place::Whom,
        (ArgumentRole::Subject, Frame::Acts) if passive => Place::Whom,
        (ArgumentRole::Subject, Frame::Acts) => Place::Who,
        // "entered the clinic", "reached Oslo"
        (ArgumentRole::Object, Frame::Undergoes) => Place::Where,
        (ArgumentRole::Object, _) => Place::Whom,
        (ArgumentRole::Oblique(preposition), frame) => match preposition.as_str() {
            "in" | "at" | "on" | "near" | "outside" | "inside" | "into" => Place::Where,
            "with" | "between" | "against" | "and" | "alongside" | "of" if frame == Frame::Shares => {
                Place::Together
            }
            "by" => Place::Who,
            _ => Place::Nowhere,
        },
        _ => Place::Nowhere,
    }
}

/// The other year or month than that of the report of which a sentence tells, if it does: what it says happened
/// then, and is background. "It killed 600 people" goes on with what the sentence before it tells.
pub(super) fn past(article: &Article, reading: &Reading, sentence: u32) -> Option<When> {
    let goes_on =
        |tokens: Tokens| article.tokens.get(tokens.start as usize).is_some_and(|t| article.word(t) == "It");
    match times_of(article, reading, sentence)?.find(|when| is_past(article, when)) {
        None if article.sentences.get(sentence as usize).is_some_and(|s| goes_on(s.tokens)) => {
            times_of(article, reading, sentence.checked_sub(1)?)?.find(|when| is_past(article, when))
        }
        found => found,
    }
}

fn is_past(article: &Article, when: &When) -> bool {
    match (when.days, article.meta.published) {
        (Some((_, last)), Some(published)) => published.since(last).is_ok_and(|s| s.get_days() > RECENT),
        _ => {
            let dated = when.year.is_some() || when.month.is_some();
            dated && when.weekday.is_none() && when.day.is_none()
        }
    }
}

/// The dates in a sentence.
fn times_of<'r>(
    article: &Article,
    reading: &'r Reading,
    sentence: u32,
) -> Option<impl Iterator<Item = When> + use<'r>> {
    let tokens = article.sentences.get(sentence as usize)?.tokens;
    let from = reading.times.partition_point(|t| t.tokens.start < tokens.start);
    let within = reading.times[from..].iter().take_while(move |t| t.tokens.start < tokens.end);
    Some(within.filter(|t| dates(t.kind)).map(|t| t.when))
}

pub(super) fn dates(kind: TimexKind) -> bool {
    matches!(kind, TimexKind::Date | TimexKind::Time)
}
