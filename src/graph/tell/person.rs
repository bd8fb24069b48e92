//! What people are: how old, of which rank, from where.

use super::said::{Bearer, Content, Who, Whom};
use super::statement::{Stating, near};
use crate::article::Tokens;
use crate::article::token::fold::fold;
use crate::claim::quantity::{Amount, Unit};
use crate::claim::{Argument, ArgumentRole, Claim, Modality, Origin, Phrase, PhraseId, PhraseKind, Polarity};
use crate::graph::Value;
use crate::graph::name::EntityKind;
use crate::lexicon::Sense;
use crate::symbol::Sym;

impl Stating<'_, '_> {
    /// "36-year-old Ann Lee", "Ann Lee, 36, of Lyon": what stands beside the names of people.
    pub(super) fn people(&mut self) {
        for i in 0..self.gathering.reading.phrases.len() {
            let id = PhraseId(i as u32);
            let phrase = self.gathering.reading.phrase(id);
            let set = self.gathering.entities_of(id);
            let [who] = set.as_slice() else { continue };
            let Some(name) = self.gathering.local.name(*who) else { continue };
            if phrase.name.is_empty() || self.gathering.lexicon.demonym(&name.written).is_some() {
                continue;
            }
            if let Some(amount) = phrase.amount.as_ref().filter(|a| a.quantity.unit == Unit::Age) {
                let words = amount.tokens.to(phrase.name);
                let value = Value::from(amount.quantity.clone());
                self.add(Bearer::Who(*who), "age", None, value, words, None);
            }
            self.home(phrase, *who);
        }
    }

    /// "Ann Lee, 36, of Lyon", "Ann Lee of Lyon".
    fn home(&mut self, phrase: &Phrase, who: Who) {
        if self.gathering.kind(who) != EntityKind::Person {
            return;
        }
        let article = self.gathering.article;
        let word = |i: u32| article.tokens.get(i as usize).map_or("", |t| article.word(t));
        let mut at = phrase.tokens.end;
        if word(at) == "," && word(at + 2) == "," && word(at + 1).bytes().all(|b| b.is_ascii_digit()) {
            at += 3;
        }
        let place = self.gathering.place_at(at + 1).filter(|_| word(at) == "of");
        let Some(place) = place.filter(|place| !self.is_country(*place)) else { return };
        let words = Tokens { start: phrase.name.start, end: at + 2 };
        self.add(Bearer::Who(who), "home", None, Content::Who(place), words, None);
    }

    /// Is it a country? Somebody of one country may well live in another.
    fn is_country(&self, who: Who) -> bool {
        let place = self.gathering.local.name(who).and_then(|name| name.place);
        place.is_some_and(|place| self.gathering.lexicon.country(place) == Some(place))
    }

    /// "Ann Lee, who lives in Lyon,".
    pub(super) fn residence(&mut self, number: usize, claim: &Claim) {
        let (held, lives) = (claim.polarity == Polarity::Affirmed, &claim.predicate.lemma);
        if !held || claim.modality != Modality::Did || !self.gathering.lexicon.has(lives, Sense::Residing) {
            return;
        }
        let Some(subject) = claim.subject.as_ref().and_then(|s| s.phrases.first().copied()) else { return };
        let [who] = *self.gathering.entities_of(subject) else { return };
        let inside =
            |a: &&Argument| matches!(&a.role, ArgumentRole::Oblique(preposition) if preposition == "in");
        let Some(home) = claim.arguments.iter().find(inside) else { return };
        let places = home.phrases.iter().flat_map(|phrase| self.gathering.entities_of(*phrase));
        let town = |who: &Who| self.gathering.kind(*who) == EntityKind::Place && !self.is_country(*who);
        let Some(place) = places.into_iter().find(town) else { return };
        if self.gathering.kind(who) == EntityKind::Person {
            let words = near(claim.predicate.tokens, home.tokens);
            self.add(Bearer::Who(who), "home", None, Content::Who(place), words, Some(number));
        }
    }

    /// Titles and ages: "General Ann Lee", "Ann Lee, 23,".
    pub(super) fn description(&mut self, number: usize, claim: &Claim) {
        let said = claim.arguments.first().filter(|a| a.role == ArgumentRole::Complement);
        let (Some(subject), Some(said)) = (&claim.subject, said) else { return };
        let Some(id) = subject.phrases.first() else { return };
        let whom: Whom = self.gathering.entities_of(*id);
        let [who] = whom.as_slice() else { return };
        let phrase = said.phrases.first().map(|p| self.gathering.reading.phrase(*p));
        let age = phrase.and_then(|p| p.amount.as_ref()).filter(|a| is_age(a, phrase) && self.is_present(a));
        if let Some(amount) = age {
            let words = near(subject.tokens, amount.tokens);
            let value = Value::from(amount.quantity.clone());
            self.add(Bearer::Who(*who), "age", None, value, words, Some(number));
        }
        let titles = match said.phrases.is_empty() {
            true if claim.origin == Origin::Apposition => vec![said.tokens],
            true => Vec::new(),
            // "Sgt. Lee became Capt. Roe's driver": the captain is another.
            false if claim.origin == Origin::Copula && phrase.is_some_and(|p| !p.name.is_empty()) => {
                Vec::new()
            }
            false => titles_of(phrase),
        };
        for title in titles {
            for (name, tokens) in self.ranks(title) {
                let words = near(tokens, subject.tokens);
                self.add(Bearer::Who(*who), "title", None, Value::Text(name), words, Some(number));
            }
        }
    }

    /// Is it the age at the time of the report, in digits? "She was 18 at the time", "18 when it happened".
    fn is_present(&self, amount: &Amount) -> bool {
        let article = self.gathering.article;
        let word = |i: u32| article.tokens.get(i as usize).map_or("", |t| article.word(t));
        let digits = word(amount.tokens.start).starts_with(|c: char| c.is_ascii_digit());
        let then = matches!(word(amount.tokens.end), "when" | "at" | "then");
        !then && (digits || amount.quantity.unit == Unit::Age)
    }

    /// The ranks and offices named in some words: "Field Marshal, Army Chief" gives both.
    fn ranks(&self, tokens: Tokens) -> Vec<(Sym, Tokens)> {
        let (article, lexicon) = (self.gathering.article, self.gathering.lexicon);
        let lower = |i: u32| {
            article
                .tokens
                .get(i as usize)
                .filter(|_| i < tokens.end)
                .map(|t| fold(article.word(t), |lower| Sym::from(lower)))
        };
        let mut found = Vec::new();
        let mut at = tokens.start;
        let mut shaded = false;
        while at < tokens.end {
            let Some(word) = lower(at) else { break };
            let long = lexicon.phrase(&word, |i| lower(at + 1 + i as u32));
            let long =
                long.filter(|(_, key)| lexicon.has(key, Sense::Rank) || lexicon.has(key, Sense::Office));
            // "former general", "deputy prime minister" are other titles.
            let shade = lexicon.has(&word, Sense::Shade);
            let (length, key) = long.map_or((1, word), |(more, key)| (more as u32 + 1, key));
            if lexicon.has(&key, Sense::Rank) && !shaded {
                found.push((key, Tokens { start: at, end: at + length }));
            }
            found.extend(self.office(tokens.start, at + length - 1));
            shaded = shade;
            at += length;
        }
        found
    }
}

impl Stating<'_, '_> {
    /// The office whose name ends at a token, if a list tells what it excludes ("assistant district attorney").
    fn office(&self, first: u32, last: u32) -> Option<(Sym, Tokens)> {
        let article = self.gathering.article;
        let longest = first.max(last.saturating_sub(2));
        (longest..=last).find_map(|start| {
            let tokens = Tokens { start, end: last + 1 };
            let name = fold(article.phrase(tokens), |lower| Sym::from(lower));
            (!self.gathering.lexicon.opposites(&name).is_empty()).then_some((name, tokens))
        })
    }
}

fn titles_of(phrase: Option<&Phrase>) -> Vec<Tokens> {
    phrase.map(|p| if p.titles.is_empty() { p.tokens } else { p.titles }).into_iter().collect()
}

fn is_age(amount: &Amount, phrase: Option<&Phrase>) -> bool {
    let bare = phrase.is_some_and(|p| p.kind == PhraseKind::Elliptic);
    let plausible = (1.0..120.0).contains(&amount.quantity.amount);
    amount.quantity.unit == Unit::Age || (amount.quantity.unit == Unit::None && bare && plausible)
}
