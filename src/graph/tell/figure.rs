//! Figures that no event counts: what a thing measures, how far a place is, somebody's record.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::said::{Bearer, Content, Said, What, Who};
use super::statement::Stating;
use crate::article::{Article, Tag, Tokens};
use crate::claim::quantity::{Bound, Quantity, Unit, score};
use crate::claim::{Claim, Phrase, PhraseId, PhraseKind, Reading};
use crate::graph::Value;
use crate::graph::name::EntityKind;
use crate::lexicon::{Lexicon, Sense};
use crate::symbol::Sym;

/// From so much on, a number before a sum in brackets is a sum itself.
const LEAST_SUM: f64 = 1e6;
/// How many words may give the direction ("miles north of", "miles south and east of").
const DIRECTION: u32 = 3;

/// An amount with where it stands.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    /// The amount alone, with its hedge and unit.
    pub(super) tokens: Tokens,
    /// The amount and what it counts.
    pub(super) words: Tokens,
    /// What it means.
    pub(super) quantity: Quantity,
    /// The noun that it stands with, or the amount's last word.
    pub(super) head: u32,
    /// Does it stand without a noun?
    pub(super) bare: bool,
    /// The sentence.
    pub(super) sentence: u32,
}

/// The figures of an article, in reading order. Ages are not among them.
pub(super) fn figures(article: &Article, reading: &Reading) -> Vec<Figure> {
    let mut found: Vec<Figure> = reading.phrases.iter().filter_map(|p| of_phrase(article, p)).collect();
    found.sort_by_key(|f| f.tokens);
    convert(article, &mut found);
    found
}

/// "about 58 km (36 miles)": the figure in brackets is as exact as the one before.
fn convert(article: &Article, figures: &mut [Figure]) {
    for i in 1..figures.len() {
        let (end, bound) = (figures[i - 1].tokens.end, figures[i - 1].quantity.bound);
        let bracket = article.tokens.get(end as usize).is_some_and(|t| article.word(t) == "(");
        let figure = &mut figures[i];
        if bracket && figure.tokens.start == end + 1 && figure.quantity.bound == Bound::Exactly {
            figure.quantity.bound = bound;
        }
    }
}

fn of_phrase(article: &Article, phrase: &Phrase) -> Option<Figure> {
    let amount = phrase.amount.as_ref()?;
    let quantity = &amount.quantity;
    let year = quantity.unit == Unit::None && (1900.0..2100.0).contains(&quantity.amount);
    if quantity.unit == Unit::Age || year {
        return None;
    }
    let counted = matches!(quantity.unit, Unit::Count(_));
    let head = Tokens { start: phrase.head, end: phrase.head + 1 };
    let words = if counted { amount.tokens.to(head) } else { amount.tokens };
    Some(Figure {
        tokens: amount.tokens,
        words,
        quantity: quantity.clone(),
        head: phrase.head,
        bare: phrase.kind == PhraseKind::Elliptic,
        sentence: sentence_at(article, amount.tokens.start),
    })
}

fn sentence_at(article: &Article, token: u32) -> u32 {
    article.sentences.partition_point(|s| s.tokens.end <= token) as u32
}

/// The unit that a word names.
fn unit_named<'l>(word: &str, lexicon: &'l Lexicon) -> Option<&'l Sym> {
    lexicon.entry(word).and_then(|e| e.unit).map(|id| &lexicon.unit(id).name)
}

/// What a unit measures ("length").
pub(super) fn dimension<'a>(unit: &'a str, lexicon: &'a Lexicon) -> &'a str {
    lexicon.unit_named(unit).map_or(unit, |id| &lexicon.unit(id).dimension)
}

impl Stating<'_, '_> {
    /// What the figures of an article say of the things of its theme. Of two values for one thing in one article
    /// the second is of something else.
    pub(super) fn figures(&mut self, figures: &[Figure]) {
        let first = self.statements.len();
        for figure in figures {
            self.attribute(figure);
            self.distance(figure);
            self.series(figure);
            self.sum(figure);
        }
        self.models(figures);
        self.blocks();
        let mut given: FxHashMap<(Bearer, Sym, Option<What>), Content> = FxHashMap::default();
        let stated = self.statements.split_off(first);
        let mut is_first = |said: &Said| {
            let slot = (said.bearer, said.role.clone(), said.what.clone());
            *given.entry(slot).or_insert_with(|| said.content.clone()) == said.content
        };
        self.statements.extend(stated.into_iter().filter(|s| is_first(s)));
        figures.windows(2).for_each(|pair| self.exchange(&pair[0], &pair[1]));
        for i in 0..self.gathering.reading.phrases.len() {
            self.record(PhraseId(i as u32));
        }
    }

    /// "a depth of 4.5 miles", "the magnitude was 5.9", "a 5.9-magnitude quake".
    fn attribute(&mut self, figure: &Figure) {
        let Some((noun, start)) = self.attribute_noun(figure) else { return };
        if self.gathering.past(figure.sentence).is_some() {
            return;
        }
        let mut quantity = figure.quantity.clone();
        if let (Unit::None, Some(unit)) = (&quantity.unit, unit_named(noun, self.gathering.lexicon)) {
            quantity.unit = Unit::Measure(unit.clone());
        }
        let what = match self.bearer(figure) {
            Some(place) => What::Place(Sym::from(format!("{noun} of ")), place),
            None => What::Word(noun.clone()),
        };
        let words = figure.words.to(Tokens { start, end: figure.tokens.end });
        self.add(Bearer::Theme, "attribute", Some(what), Value::from(quantity), words, None);
    }

    /// "40 million euros ($44 million)": a sum and what it is in other money.
    fn exchange(&mut self, sum: &Figure, converted: &Figure) {
        let amount = sum.quantity.amount;
        let (own, foreign) = match (&sum.quantity.unit, &converted.quantity.unit) {
            (Unit::Money(own), Unit::Money(foreign)) if own != foreign => (own.as_str(), foreign),
            // "the 40 billion ($44 billion) loan": its own currency goes without saying.
            (Unit::None | Unit::Count(_), Unit::Money(foreign)) if amount >= LEAST_SUM => ("", foreign),
            _ => return,
        };
        let article = self.gathering.article;
        let between = article.tokens.get(sum.tokens.end as usize..converted.tokens.start as usize);
        let mut between = between.unwrap_or_default().iter().map(|t| article.word(t));
        // The noun of the sum may stand before the bracket: "a 40 million euro loan ($44 million)".
        if sum.sentence == converted.sentence && between.next_back() == Some("(") {
            let what = What::Word(Sym::from(format!("{own} {amount} in {foreign}")));
            let words = sum.tokens.to(converted.tokens);
            let value = Value::from(converted.quantity.clone());
            self.add(Bearer::Theme, "exchange", Some(what), value, words, None);
        }
    }

    /// The noun that says what a figure measures, and the token it stands at.
    fn attribute_noun<'f>(&'f self, figure: &'f Figure) -> Option<(&'f Sym, u32)> {
        let (article, lexicon) = (self.gathering.article, self.gathering.lexicon);
        let at =
            |back: u32| figure.tokens.start.checked_sub(back).and_then(|i| article.tokens.get(i as usize));
        if let Unit::Measure(unit) = &figure.quantity.unit
            && dimension(unit, lexicon) == "magnitude"
        {
            // An aftershock is a kind of quake: another event.
            let head = article.tokens.get(figure.head as usize)?;
            let class = lexicon.entry(&head.lemma).and_then(|e| e.noun).map(|c| lexicon.class(c));
            return class.is_none_or(|c| c.parent.is_none()).then_some((unit, figure.tokens.start));
        }
        let (link, noun) = (at(1)?, at(2)?);
        let linked = lexicon.has(&link.lemma, Sense::Copula) || matches!(article.word(link), "of" | "at");
        let sense = |s| lexicon.has(&noun.lemma, s);
        let names_measure = noun.tag == Tag::Nn && !sense(Sense::Group) && !sense(Sense::Vague);
        let measured = match &figure.quantity.unit {
            Unit::Measure(_) | Unit::Percent => !matches!(figure.quantity.bound, Bound::Range(..)),
            Unit::None => figure.bare,
            _ => false,
        };
        (linked && names_measure && measured).then_some((&noun.lemma, figure.tokens.start - 2))
    }

    /// The place that the clause of a figure is about: "The island has a population of ...".
    fn bearer(&self, figure: &Figure) -> Option<Who> {
        let claims = &self.gathering.reading.claims;
        let from = claims.partition_point(|c| c.sentence < figure.sentence);
        let near = claims[from..].iter().take_while(|c| c.sentence == figure.sentence);
        let holds = |c: &&Claim| c.arguments.iter().any(|a| a.tokens.contains(figure.tokens));
        let describes = |c: &&Claim| c.predicate.lemma == "have" || c.predicate.lemma == "be";
        let subject = near
            .filter(holds)
            .filter(describes)
            .find_map(|c| c.subject.as_ref()?.phrases.first().copied())?;
        let set = self.gathering.entities_of(subject);
        set.iter().copied().find(|who| self.gathering.kind(*who) == EntityKind::Place)
    }

    /// "three aftershocks", "two explosions": how often something happened.
    fn series(&mut self, figure: &Figure) {
        let lexicon = self.gathering.lexicon;
        let Unit::Count(noun) = &figure.quantity.unit else { return };
        let class = lexicon.entry(noun).and_then(|e| e.noun).map(|c| lexicon.class(c));
        // Those that are counted by whom they happen to, and those that several share, are told otherwise.
        let Some(class) = class.filter(|c| c.counts.is_none() && !c.symmetric) else { return };
        let whole = figure.quantity.amount > 1.0 && figure.quantity.amount.fract() == 0.0;
        if whole && self.gathering.past(figure.sentence).is_none() {
            let value = Value::from(figure.quantity.clone());
            let what = What::Word(class.name.clone());
            self.add(Bearer::Theme, "series", Some(what), value, figure.words, None);
        }
    }

    /// "stole jewels worth $5 million", "was fined $3 million": the sum of an event at the head of a report.
    fn sum(&mut self, figure: &Figure) {
        let main =
            figure.sentence < self.gathering.lead_end && self.gathering.past(figure.sentence).is_none();
        if !main || !matches!(figure.quantity.unit, Unit::Money(_)) {
            return;
        }
        let (article, lexicon) = (self.gathering.article, self.gathering.lexicon);
        let sentence = article.sentences.get(figure.sentence as usize).map(|s| s.tokens).unwrap_or_default();
        let tokens = article.tokens.get(sentence.range()).unwrap_or_default();
        let named = |t: &crate::article::Token| {
            let entry = lexicon.entry(&t.lemma)?;
            let class = if t.tag.is_verb() { entry.verb.map(|v| v.0) } else { entry.noun };
            class.map(|c| &lexicon.class(c).name)
        };
        let mut classes: SmallVec<[&Sym; 4]> = SmallVec::new();
        for class in tokens.iter().filter_map(named) {
            if !classes.contains(&class) {
                classes.push(class);
                let value = Value::from(figure.quantity.clone());
                self.add(Bearer::Theme, "sum", Some(What::Word(class.clone())), value, figure.words, None);
            }
        }
    }

    /// "about 20 miles north of Port Ellery": how far, and in which direction.
    fn distance(&mut self, figure: &Figure) {
        let Unit::Measure(unit) = &figure.quantity.unit else { return };
        if dimension(unit, self.gathering.lexicon) != "length" {
            return;
        }
        let article = self.gathering.article;
        let end = figure.tokens.end;
        let word = |i: u32| article.tokens.get(i as usize).map(|t| article.word(t));
        let Some(of) = (end..=end + DIRECTION).find(|i| matches!(word(*i), Some("of" | "from"))) else {
            return;
        };
        if of == end && word(of) == Some("of") {
            return;
        }
        let Some(place) = self.gathering.place_at(of + 1) else { return };
        let words = Tokens { start: figure.tokens.start, end: of + 2 };
        let (what, value) = (What::Place(Sym::default(), place), Value::from(figure.quantity.clone()));
        self.add(Bearer::Theme, "distance", Some(what), value, words, None);
        if of == end + 1
            && let Some(direction) = word(end)
        {
            let Quantity { amount, .. } = figure.quantity;
            let what = What::Place(Sym::from(format!("{amount} {unit} from ")), place);
            let value = Value::Text(Sym::from(direction.to_lowercase()));
            self.add(Bearer::Theme, "direction", Some(what), value, words, None);
        }
    }

    /// "Falk (31-2, 20 KOs)", "Falk, 30-2,": somebody's wins and defeats.
    fn record(&mut self, id: PhraseId) {
        let article = self.gathering.article;
        let phrase = self.gathering.reading.phrase(id);
        if phrase.name.is_empty() {
            return;
        }
        let at = phrase.tokens.end;
        let token = |i: u32| article.tokens.get(i as usize);
        let opened = token(at).is_some_and(|t| matches!(article.word(t), "(" | ","));
        let Some(quantity) = token(at + 1).filter(|_| opened).and_then(|t| score(article.word(t))) else {
            return;
        };
        if let [who] = self.gathering.entities_of(id).as_slice() {
            let words = phrase.name.to(Tokens { start: at + 1, end: at + 2 });
            let value = Value::from(quantity);
            self.add(Bearer::Who(*who), "record", None, value, words, None);
        }
    }
}

#[cfg(test)]
mod tests;
