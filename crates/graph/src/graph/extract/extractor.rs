//! From claims to event mentions: who, whom, where and when, by the verb's frame.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::assertion::Locus;
use super::local::Local;
use super::referent::{Referent, Referents};
use crate::article::{Article, Tokens};
use crate::claim::factuality::factuality;
use crate::claim::pattern::background::is_past;
use crate::claim::pattern::office::Scene;
use crate::claim::time::When;
use crate::claim::{Argument, ArgumentRole, Claim, Determiner, Origin, Phrase, PhraseId, Reading, Thematic};
use crate::graph::mention::{EventMention, Extent, Roles, extend};
use crate::graph::name::{EntityKind, Name};
use crate::lexicon::{ClassId, Frame, Lexicon, PlaceId, Sense};

/// A mention's words are given whole up to this many tokens; longer ones are cut to the predicate.
const SHORTEST: usize = 24;

/// What is needed to see who takes part in a claim.
pub(super) struct Extractor<'a> {
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

impl<'a> Extractor<'a> {
    /// The event that a claim mentions, if its predicate names one.
    pub(super) fn mention(&self, number: u32, claim: &Claim) -> Option<EventMention<Referent>> {
        let class = self.class(claim)?;
        if self.lexicon.class(class).is_report() || self.reading.repeats(claim) {
            return None;
        }
        let own = claim.time.map(|t| self.reading.time(t)).filter(|t| t.kind.is_dated()).map(|t| t.when);
        let past = match own {
            Some(when) => Some(when).filter(|when| is_past(self.article, when)),
            None => self.reading.background_of(claim.sentence),
        };
        // What somebody is quoted with is not what the report itself opens with.
        let quoted = claim.attribution.is_some_and(|a| a.quoted);
        let another = self.is_another(claim);
        let main = claim.sentence < self.lead_end && past.is_none() && !quoted && !another;
        let roles = self.roles(claim);
        Some(EventMention {
            claim: number,
            class,
            time: own.or(past).map(Arc::new),
            main,
            background: past.is_some() || (!main && self.is_abroad(roles.place())),
            roles,
            indefinite: another || self.is_indefinite(claim),
            polarity: claim.polarity,
            modality: claim.held(),
            certainty: factuality(self.article, self.lexicon, claim).certainty,
            speaker: self.speaker(number),
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

    /// Does it lie in another country than most places that the article names?
    fn is_abroad(&self, places: &[Referent]) -> bool {
        let country = |who: &Referent| self.lexicon.country(self.local.name(*who)?.place?);
        let mut countries = places.iter().filter_map(country).peekable();
        countries.peek().is_some() && countries.all(|c| self.country.is_some_and(|own| own != c))
    }

    /// Those whom a phrase mentions.
    pub(super) fn entities_of(&self, phrase: PhraseId) -> Referents {
        let mut set = Referents::new();
        for id in self.local.of(phrase) {
            extend(&mut set, &[Referent::Named(*id)]);
        }
        if set.is_empty() {
            set.extend(self.reading.phrase(phrase).years_of_nameless().map(Referent::Aged));
        }
        set
    }

    /// The name of the one person or body that a phrase mentions.
    pub(super) fn name_of(&self, phrase: PhraseId) -> Option<&'a Name> {
        self.local
            .name(self.the_one(phrase)?)
            .filter(|name| matches!(name.kind, EntityKind::Person | EntityKind::Unknown))
    }

    /// The one whom or which a phrase mentions.
    pub(super) fn the_one(&self, phrase: PhraseId) -> Option<Referent> {
        match self.entities_of(phrase).as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// The place that a phrase mentions, as far as is known.
    pub(super) fn place(&self, phrase: PhraseId) -> Option<Referent> {
        let place = |who: &Referent| matches!(self.kind(*who), EntityKind::Place | EntityKind::Unknown);
        self.entities_of(phrase).first().copied().filter(place)
    }

    /// Is it a country?
    pub(super) fn is_country(&self, who: Referent) -> bool {
        let place = self.local.name(who).and_then(|name| name.place);
        place.is_some_and(|place| self.lexicon.country(place) == Some(place))
    }

    /// Where offices are looked for.
    pub(super) fn scene(&self) -> Scene<'a> {
        Scene { article: self.article, lexicon: self.lexicon, country: self.country }
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

    /// What somebody or something is. Whoever is known by an age alone is a person.
    pub(super) fn kind(&self, who: Referent) -> EntityKind {
        self.local.name(who).map_or(EntityKind::Person, |name| name.kind)
    }

    /// Whom a claim is attributed to.
    pub(super) fn speaker(&self, claim: u32) -> Option<Referent> {
        let phrase = self.reading.claims.get(claim as usize)?.attribution?.speaker?;
        self.entities_of(phrase).first().copied()
    }

    /// The first claim whose predicate stands in some tokens.
    pub(super) fn claim_within(&self, tokens: Tokens) -> Option<u32> {
        let (claims, sentences) = (&self.reading.claims, &self.article.sentences);
        let sentence = self.article.sentence_at(tokens.start);
        let from = claims.partition_point(|c| c.sentence < sentence);
        let starts = |c: &Claim| sentences.get(c.sentence as usize).map_or(u32::MAX, |s| s.tokens.start);
        let mut near = claims.iter().enumerate().skip(from).take_while(|(_, c)| starts(c) < tokens.end);
        near.find(|(_, c)| tokens.overlaps(c.predicate.tokens)).map(|(at, _)| at as u32)
    }

    /// The phrase with this head.
    pub(super) fn headed_by(&self, head: u32) -> Option<&'a Phrase> {
        self.heads.get(&head).map(|id| self.reading.phrase(*id))
    }

    /// Some tokens of the article, and the claim that they belong to; none where words alone say something.
    pub(super) fn locus(&self, tokens: Tokens, claim: Option<u32>) -> Locus {
        let speaker = claim.and_then(|number| self.speaker(number));
        Locus { extent: Extent::of(self.article, tokens), speaker }
    }

    /// Some tokens of the article, with the first claim whose predicate stands in them.
    pub(super) fn standing(&self, tokens: Tokens) -> Locus {
        self.locus(tokens, self.claim_within(tokens))
    }

    /// When it was of which some words tell, if the claim says so that they stand in.
    pub(super) fn time_of(&self, tokens: Tokens) -> Option<When> {
        let sentence = self.article.sentence_at(tokens.start);
        let around = |c: &&Claim| {
            let arguments = c.subject.iter().chain(&c.arguments).map(|a| a.tokens);
            arguments.chain([c.predicate.tokens]).any(|part| part.overlaps(tokens))
        };
        let times = self.reading.in_sentence(sentence).iter().filter(around).filter_map(|c| c.time);
        times.map(|time| self.reading.time(time).when).next()
    }

    /// Who takes part in the event of a claim, and where it is.
    fn roles(&self, claim: &Claim) -> Roles<Referent> {
        let [mut who, mut whom, mut participants, mut places] = [(); 4].map(|()| Referents::new());
        let frame = self.frame(claim);
        let subject = claim.subject.iter().map(|s| (s, &ArgumentRole::Subject));
        let arguments = claim.arguments.iter().map(|a| (a, &a.role));
        for (argument, role) in subject.chain(arguments) {
            let set = self.set(argument);
            match role.thematic(frame, claim.predicate.passive) {
                Some(Thematic::Agent) => extend(&mut who, &set),
                Some(Thematic::Patient) => extend(&mut whom, &set),
                Some(Thematic::Participant) => extend(&mut participants, &self.agents(&set)),
                Some(Thematic::Location) => extend(&mut places, &self.places_of(argument)),
                None => {}
            }
        }
        extend(&mut participants, &who);
        extend(&mut participants, &whom);
        if places.is_empty() {
            places = self.places_around(claim);
        }
        Roles::new([&who, &whom, &participants, &places])
    }

    fn frame(&self, claim: &Claim) -> Frame {
        let symmetric = claim.predicate.class.is_some_and(|c| self.lexicon.class(c).symmetric);
        if symmetric {
            return Frame::Shares;
        }
        // Where the subject names the event, the object is where it struck.
        if self.class(claim) == claim.predicate.class { claim.predicate.frame } else { Frame::Undergoes }
    }

    pub(super) fn set(&self, argument: &Argument) -> Referents {
        let mut set = Referents::new();
        for phrase in &argument.phrases {
            extend(&mut set, &self.entities_of(*phrase));
        }
        set
    }

    /// Those who can act: not places.
    fn agents(&self, set: &Referents) -> Referents {
        let agent = |who: &&Referent| self.kind(**who) != EntityKind::Place;
        set.iter().filter(agent).copied().collect()
    }

    pub(super) fn places(&self, set: &Referents) -> Referents {
        let place =
            |who: &&Referent| matches!(self.kind(**who), EntityKind::Place | EntityKind::Organization);
        set.iter().filter(place).copied().collect()
    }

    /// "*Another bomb* killed three": no event that was told of before.
    fn is_another(&self, claim: &Claim) -> bool {
        let harms = claim.predicate.class.is_some_and(|class| self.lexicon.class(class).counts.is_some());
        let another = |id: &PhraseId| self.reading.phrase(*id).determiner == Determiner::Other;
        harms
            && !claim.predicate.passive
            && claim.predicate.frame == Frame::Acts
            && claim.subject.iter().flat_map(|subject| &subject.phrases).any(another)
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
