//! What a proposition holds in other words: "is located in Lyon" is "is in Lyon", "the founder of the bank" founded it.

use smallvec::{SmallVec, smallvec};

use super::filler::{Filler, Position, position};
use super::words::family_of;
use super::{COPULA, Proposition};
use crate::article::family::agent;
use crate::article::{Tag, Token};
use crate::claim::{ArgumentRole, Claim, Origin, Polarity, Predicate};
use crate::graph::extract::extractor::Extractor;
use crate::graph::extract::lemma::Lemma;
use crate::lexicon::{Frame, Sense, Senses};

/// The other propositions that follow from one.
pub(super) fn paraphrase(
    extractor: &Extractor<'_>,
    claim: &Claim,
    proposition: &Proposition,
) -> Vec<Proposition> {
    let senses = match claim.origin {
        Origin::Nominal => Senses::NONE,
        _ => extractor.lexicon.look_up(&claim.predicate.lemma).senses,
    };
    let follows = Paraphrase { extractor, claim, senses, proposition };
    let found = [
        follows.belonging(),
        follows.acting(),
        follows.occurring(),
        follows.existing(),
        follows.joined(),
        follows.receiving(),
        follows.within_event(),
        follows.left_so(),
    ];
    found.into_iter().flatten().chain(follows.opposites()).collect()
}

struct Paraphrase<'a> {
    extractor: &'a Extractor<'a>,
    claim: &'a Claim,
    /// Of which classes the verb is.
    senses: Senses,
    proposition: &'a Proposition,
}

impl Paraphrase<'_> {
    /// The noun that says what somebody is, and where it stands.
    fn noun(&self) -> Option<(u32, &Token)> {
        let complement = self.claim.arguments.iter().find(|a| a.role == ArgumentRole::Complement)?;
        let head = complement.phrases.first().map(|id| self.extractor.reading.phrase(*id).head);
        let at = head.or(complement.tokens.end.checked_sub(1))?;
        let token = self.extractor.article.tokens.get(at as usize).filter(|_| self.proposition.copular);
        token.map(|token| (at, token))
    }

    /// Does a word say that what follows is not quite so: "former"?
    fn is_shade(&self, at: u32) -> bool {
        let token = self.extractor.article.tokens.get(at as usize);
        token.is_some_and(|token| self.extractor.lexicon.has(&token.lemma, Sense::Shade))
    }

    /// Where something lies, and to what somebody belongs: as if it were said with "is".
    fn belonging(&self) -> Option<Proposition> {
        let lies = self.senses.has(Sense::Locating) || self.senses.has(Sense::Serving);
        let employed = self.senses.has(Sense::Employing) && self.claim.predicate.passive;
        let noun = self.noun().map(|(_, token)| token);
        let general = noun.filter(|t| self.extractor.lexicon.has(&t.lemma, Sense::Belonging));
        if !lies && !employed && general.is_none() {
            return None;
        }
        let general = general.map(|token| family_of(&token.lemma));
        let mut fillers = self.proposition.fillers.clone();
        for (at, filler) in fillers.iter_mut().enumerate() {
            // Not the other way round: Lyon is in nothing that lies in it.
            filler.position = if at == 0 { Position::Agent } else { Position::Location };
            filler.words.retain(|word| Some(*word) != general);
            filler.head = filler.head.filter(|head| Some(*head) != general);
        }
        fillers.retain(|filler| filler.is_told());
        let predicates = smallvec![Lemma::of(COPULA)];
        let proposition = Proposition { predicates, copular: true, fillers, ..self.proposition.clone() };
        (proposition.fillers.len() > 1).then_some(proposition)
    }

    /// "Ann Lee is the founder of the bank": she founded it.
    fn acting(&self) -> Option<Proposition> {
        let (_, noun) = self.noun()?;
        let (own, predicate) = (family_of(&noun.lemma), family_of(agent(&noun.lemma)?));
        let mut fillers: SmallVec<[Filler; 3]> = self.proposition.fillers.clone();
        let whole = fillers.iter_mut().find(|f| f.position == Position::Complement)?;
        whole.position = Position::Patient;
        whole.head = None;
        // What hangs on the founder is what was founded.
        whole.hanging.clear();
        whole.words.retain(|word| *word != own);
        fillers.retain(|filler| filler.is_told());
        let predicates = smallvec![predicate];
        // Whoever is not its founder never founded it.
        let background = self.proposition.background || self.proposition.polarity == Polarity::Negated;
        let proposition =
            Proposition { predicates, copular: false, background, fillers, ..self.proposition.clone() };
        let done = |filler: &Filler| filler.position == Position::Patient;
        proposition.fillers.iter().any(done).then_some(proposition)
    }

    /// "Ann Lee is the wife of Bob Roe", "is married to Bob Roe": both are married.
    fn joined(&self) -> Option<Proposition> {
        let Predicate { passive, frame, .. } = self.claim.predicate;
        if passive && frame == Frame::Shares {
            let mut fillers = self.proposition.fillers.clone();
            let partner = fillers.iter_mut().find(|f| matches!(f.position, Position::Behind(_)))?;
            partner.position = Position::Participant;
            return Some(Proposition { fillers, ..self.proposition.clone() });
        }
        let (at, noun) = self.noun()?;
        let verb = self.extractor.lexicon.converse(&noun.lemma)?;
        let own = family_of(&noun.lemma);
        let mut fillers = self.proposition.fillers.clone();
        for filler in &mut fillers {
            filler.position = Position::Participant;
            filler.words.retain(|word| *word != own);
            filler.head = filler.head.filter(|head| *head != own);
            // "the wife of the *former* envoy"
            filler.shaded &= at.checked_sub(1).is_some_and(|before| self.is_shade(before));
        }
        fillers.retain(|filler| filler.is_told());
        let predicates = smallvec![family_of(verb)];
        let proposition = Proposition { predicates, copular: false, fillers, ..self.proposition.clone() };
        (proposition.fillers.len() > 1).then_some(proposition)
    }

    /// "Ann Lee was awarded the prize": she received it.
    fn receiving(&self) -> Option<Proposition> {
        let Predicate { lemma, passive, .. } = &self.claim.predicate;
        let verb = self.extractor.lexicon.converse(lemma).filter(|_| *passive)?;
        let object = self.claim.arguments.iter().any(|argument| argument.role == ArgumentRole::Object);
        let mut fillers = self.proposition.fillers.clone();
        let subject = fillers.first_mut().filter(|_| object && self.claim.subject.is_some())?;
        subject.position = Position::Agent;
        let predicates = smallvec![family_of(verb)];
        Some(Proposition { predicates, fillers, ..self.proposition.clone() })
    }

    /// "The bridge was closed": it is closed, as the opposite of open.
    fn left_so(&self) -> Option<Proposition> {
        let Predicate { passive, head, .. } = self.claim.predicate;
        let token = self.extractor.article.tokens.get(head as usize).filter(|_| passive)?;
        let word = self.extractor.article.word(token);
        self.extractor.lexicon.opposites(word).first()?;
        let mut fillers = self.proposition.fillers.clone();
        let by = |filler: &Filler| filler.position == Position::Agent;
        fillers.retain(|filler| !by(filler));
        let subject = fillers.first_mut().filter(|_| self.claim.subject.is_some())?;
        subject.position = Position::Agent;
        fillers.push(Filler::of_word(family_of(word)));
        let predicates = smallvec![Lemma::of(COPULA)];
        Some(Proposition { predicates, copular: true, fillers, ..self.proposition.clone() })
    }

    /// "The crash killed nine": nine were killed in the crash.
    fn within_event(&self) -> Option<Proposition> {
        let Claim { predicate, subject, .. } = self.claim;
        let subject = subject.as_ref().filter(|_| !predicate.passive && predicate.class.is_some())?;
        let [only] = subject.phrases.as_slice() else { return None };
        let head = self.extractor.article.tokens.get(self.extractor.reading.phrase(*only).head as usize)?;
        self.extractor.lexicon.look_up(&head.lemma).noun?;
        let mut fillers = self.proposition.fillers.clone();
        let event = fillers.first_mut().filter(|filler| filler.position == Position::Agent)?;
        event.position = Position::Location;
        Some(Proposition { fillers, ..self.proposition.clone() })
    }

    /// "The meeting took place in Lyon", "a meeting was held in Lyon": a meeting in Lyon.
    fn occurring(&self) -> Option<Proposition> {
        let predicate = &self.claim.predicate;
        let held = self.senses.has(Sense::Light) && predicate.passive && predicate.class.is_some();
        let placed = self.takes_place();
        if !held && !placed && !self.senses.has(Sense::Occurring) {
            return None;
        }
        let mut fillers = self.proposition.fillers.clone();
        fillers.retain(|filler| !placed || filler.position != Position::Patient);
        let event = fillers.first_mut()?;
        event.position = Position::Event;
        let predicates = smallvec![event.head?];
        Some(Proposition { predicates, fillers, ..self.proposition.clone() })
    }

    /// "There were no arrests at the march": nobody was arrested there.
    fn existing(&self) -> Option<Proposition> {
        let (_, noun) = self.noun()?;
        let article = self.extractor.article;
        let subject = self.claim.subject.as_ref()?.tokens;
        let expletive = article.tokens.get(subject.range())?.iter().all(|token| token.tag == Tag::Ex);
        let class = self.extractor.lexicon.look_up(&noun.lemma).noun.filter(|_| expletive)?;
        let class = self.extractor.lexicon.class(class);
        let mut fillers = self.proposition.fillers.clone();
        fillers.retain(|filler| filler.position == Position::Complement || filler.is_told());
        let event = fillers.iter_mut().find(|filler| filler.position == Position::Complement)?;
        event.position = Position::Event;
        let predicates = smallvec![family_of(&noun.lemma), Lemma::of(&class.name)];
        let proposition = Proposition { predicates, copular: false, fillers, ..self.proposition.clone() };
        (proposition.fillers.len() > 1).then_some(proposition)
    }

    /// Do verb and object together say no more than that it was: "took place"?
    fn takes_place(&self) -> bool {
        let Claim { predicate, arguments, .. } = self.claim;
        let object = arguments.iter().find(|a| a.role == ArgumentRole::Object && a.tokens.len() == 1);
        let noun = object.and_then(|a| self.extractor.article.tokens.get(a.tokens.start as usize));
        let phrase = noun.map(|noun| format!("{} {}", predicate.lemma, noun.lemma));
        phrase.is_some_and(|phrase| self.extractor.lexicon.has(&phrase, Sense::Occurring))
    }

    /// The fillers as another verb places its subject and its object: to lose is undergone, to win is not.
    fn placed(&self, mut fillers: SmallVec<[Filler; 3]>, frame: Frame) -> SmallVec<[Filler; 3]> {
        let passive = self.claim.predicate.passive;
        if let (Some((first, rest)), Some(_)) = (fillers.split_first_mut(), &self.claim.subject) {
            first.position = position(frame, passive, &ArgumentRole::Subject);
            for object in rest.iter_mut().filter(|filler| filler.position == Position::Patient) {
                object.position = position(frame, passive, &ArgumentRole::Object);
            }
        }
        fillers
    }

    /// Whoever voted for the bill did not vote against it.
    fn other_side(&self) -> Vec<Proposition> {
        let Claim { predicate, arguments, .. } = self.claim;
        let mut found = Vec::new();
        for argument in arguments {
            let ArgumentRole::Oblique(preposition) = &argument.role else { continue };
            let opposites = self.extractor.lexicon.opposites(&format!("{} {preposition}", predicate.lemma));
            let others = opposites.iter().filter_map(|other| other.strip_prefix(predicate.lemma.as_str()));
            for other in others {
                let mut fillers = self.proposition.fillers.clone();
                let own = Position::Behind(Lemma::of(preposition));
                let sides = fillers.iter_mut().filter(|filler| filler.position == own);
                sides.for_each(|filler| filler.position = Position::Behind(Lemma::of(other.trim_start())));
                found.push(Proposition { fillers, polarity: Polarity::Negated, ..self.proposition.clone() });
            }
        }
        found
    }

    /// Whoever was acquitted was not convicted, and whoever is dead is not alive.
    fn opposites(&self) -> Vec<Proposition> {
        let Proposition { polarity, fillers, .. } = self.proposition;
        let clause = matches!(self.claim.origin, Origin::Clause | Origin::Relative | Origin::Copula);
        let finite = clause && self.claim.predicate.tense.is_finite() && self.claim.subject.is_some();
        // "Struck down *a law*": which one, one word does not tell.
        let vague = |f: &Filler| f.position == Position::Patient && f.indefinite && f.words.len() < 2;
        if *polarity == Polarity::Negated || !finite || fillers.iter().any(vague) {
            return Vec::new();
        }
        let denial = |predicates, fillers| Proposition {
            predicates,
            fillers,
            polarity: Polarity::Negated,
            ..self.proposition.clone()
        };
        let lexicon = self.extractor.lexicon;
        let Some((_, noun)) = self.noun() else {
            // Beside words that name no kind of event, opposites are opinions ("the plan failed"), unless something is
            // decided ("upheld the verdict").
            let Predicate { lemma, class, passive, .. } = &self.claim.predicate;
            let object = fillers.iter().any(|filler| filler.position == Position::Patient);
            // "She lost": one of many rounds, of which she may have won others.
            let lone = fillers.len() == 1 && class.is_some_and(|class| lexicon.class(class).repeats);
            let own = !lone && (class.is_some() || object && !passive);
            let frame = |word: &str| match (class, lexicon.look_up(word).verb) {
                (Some(_), Some((_, frame))) => Some(frame),
                (Some(_), None) => object.then_some(Frame::Acts),
                (None, _) => Some(Frame::Acts),
            };
            let opposites = lexicon.opposites(lemma).iter().filter(|_| own);
            let opposites = opposites.filter_map(|word| Some((word, frame(word)?)));
            let otherwise = opposites
                .map(|(word, frame)| denial(smallvec![family_of(word)], self.placed(fillers.clone(), frame)));
            return otherwise.chain(self.other_side()).collect();
        };
        let instead = |word: &str| {
            let mut fillers = fillers.clone();
            let complement = fillers.iter_mut().find(|f| f.position == Position::Complement)?;
            complement.words = smallvec![family_of(word)];
            complement.head = None;
            Some(denial(self.proposition.predicates.clone(), fillers))
        };
        let alone = fillers.iter().all(|f| f.position != Position::Complement || f.words.len() == 1);
        let opposites = lexicon.opposites(&noun.lemma).iter().filter(|_| alone);
        opposites.filter_map(|word| instead(word)).collect()
    }
}

impl Filler {
    /// Is it told whom or what it means?
    fn is_told(&self) -> bool {
        self.who.is_some() || !self.words.is_empty()
    }
}
