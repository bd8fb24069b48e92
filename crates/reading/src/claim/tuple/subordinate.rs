//! Clauses below another: whose they are, and how far they are claimed.

use super::Lowering;
use super::context::{Context, PREVENTING};
use super::extent::extent;
use crate::article::Tag;
use crate::claim::clause::{Clause, Complement, Nominal, Relation, reports};
use crate::claim::{PhraseKind, Tense, VerbGroup};
use crate::lexicon::{Frame, Sense, Senses};

/// What is seen or heard is told of somebody else.
const PERCEIVING: [&str; 7] = ["see", "watch", "hear", "observe", "notice", "feel", "witness"];

/// What gives a reason, or what holds all the same.
const REASONS: [&str; 4] = ["because", "although", "though", "since"];

impl Lowering<'_> {
    /// A clause below another: who its subject is and how far it is claimed hangs on the relation.
    pub(super) fn subordinate(
        &mut self,
        above: &VerbGroup,
        inner: &Clause,
        subject: Option<&Nominal>,
        object: Option<&Nominal>,
        context: &Context,
    ) {
        let verb = &inner.verb;
        match &inner.relation {
            Relation::Content => {
                let speaker = subject.and_then(|s| Some((*s.phrases.first()?, s.tokens.to(above.tokens))));
                // "dismissed the claim: "Ann is safe"": what is said instead.
                let instead = object.is_some() && self.is_behind_colon(inner);
                let above = &VerbGroup {
                    senses: if instead { above.senses.without(Sense::Denying) } else { above.senses },
                    ..above.clone()
                };
                // "was so ill that she left", "was arrested amid fears that": nobody says so.
                let quiet = above.senses.has(Sense::Copula) || above.passive || object.is_some();
                let says = instead || reports(above) || !quiet;
                self.clause(inner, verb, subject, None, &context.content(above, speaker.filter(|_| says)));
            }
            Relation::Infinitive => self.clause(inner, verb, subject, None, &context.infinitive(above)),
            // "saw him *leave*", "made him *leave*": he left.
            Relation::ObjectInfinitive if verb.tokens.len() == 1 && !above.senses.has(Sense::Intending) => {
                // "did not see him leave": he may have.
                let seen = PERCEIVING.contains(&above.lemma.as_str());
                let context = if seen { context.plain() } else { context.caused() };
                self.clause(inner, verb, object, None, &context);
            }
            Relation::ObjectInfinitive => self.clause(inner, verb, object, None, &context.infinitive(above)),
            // "avoided hitting a child"
            Relation::Participle if above.senses.has(Sense::Averting) && verb.tense == Tense::Gerund => {
                self.clause(inner, verb, subject, None, &context.infinitive(above));
            }
            Relation::Adverbial(word) => {
                let gerund = verb.tense == Tense::Gerund;
                // "accused her of lying", "kept them from leaving": whoever is accused lies.
                let of_object = gerund && self.is_of_object(word, above, object);
                // "need not worry, because it is over": the reason is told as it is.
                let reason = REASONS.contains(&word.as_str()) && verb.tense == Tense::Past;
                let context = if reason { &context.settled() } else { context };
                let circumstance = context.adverbial(word, self.lexicon);
                let ascribed = of_object || gerund && above.passive;
                let context = if ascribed { circumstance.ascribed(word, above) } else { circumstance };
                self.clause(inner, verb, if of_object { object } else { subject }, None, &context);
            }
            Relation::Conjoined => {
                let mut verb = sharing_auxiliary(above, verb.clone());
                // "has not been arrested *or* charged"
                let bare = above.negated && !inner.verb.tense.is_finite();
                verb.negated |= self.is_alternative(inner, bare);
                verb.passive |= above.passive && self.may_be_participle(inner);
                self.clause(inner, &verb, subject, None, context);
            }
            _ => self.clause(inner, verb, subject, None, &context.plain()),
        }
    }

    /// "of lying", "from leaving", "for helping" behind an object that is somebody: what that one does.
    fn is_of_object(&self, preposition: &str, above: &VerbGroup, object: Option<&Nominal>) -> bool {
        const PERSON: Senses = Senses::of(&[Sense::Person, Sense::Office, Sense::Group]);
        let [only] = object.map_or(&[][..], |object| object.phrases.as_slice()) else { return false };
        let phrase = self.reading.phrase(*only);
        let head = self.article.tokens.get(phrase.head as usize);
        let somebody = head.is_some_and(|head| self.lexicon.look_up(&head.lemma).senses.meets(PERSON));
        let named = !phrase.name.is_empty() || phrase.kind == PhraseKind::Pronoun;
        // "kept the boat from sinking"
        (preposition == "from" && PREVENTING.contains(&above.lemma.as_str()))
            || matches!(preposition, "of" | "for" | "with") && (somebody || named)
    }

    /// The object of a verb that stands only behind the one joined to it: "killed and robbed *him*".
    pub(super) fn shared_object<'c>(&self, clause: &'c Clause, verb: &VerbGroup) -> Option<&'c Nominal> {
        let [Complement::Clause(inner), ..] = clause.complements.as_slice() else { return None };
        let between = self.article.tokens.get(verb.tokens.end as usize..inner.verb.tokens.start as usize)?;
        let joined =
            inner.relation == Relation::Conjoined && matches!(between, [only] if only.tag == Tag::Cc);
        let frame = self.lexicon.look_up(&verb.lemma).verb.map(|(_, frame)| frame);
        let acts = !verb.passive && !reports(verb) && frame == Some(Frame::Acts);
        match inner.complements.first() {
            Some(Complement::Object(object)) if joined && acts => Some(object),
            _ => None,
        }
    }

    /// Does a colon stand in front of a clause, before its quotation mark?
    fn is_behind_colon(&self, clause: &Clause) -> bool {
        let before = self.article.tokens.get(..extent(clause).start as usize).unwrap_or_default();
        let mut before = before.iter().rev().skip_while(|token| token.tag == Tag::OpenQuote);
        before.next().is_some_and(|token| token.tag == Tag::Colon)
    }

    /// "*nor* apologised", "has not been arrested *or* charged": does the conjunction before a verb deny it, too?
    fn is_alternative(&self, clause: &Clause, denied: bool) -> bool {
        let before =
            clause.verb.tokens.start.checked_sub(1).and_then(|at| self.article.tokens.get(at as usize));
        before.is_some_and(|token| {
            token.tag == Tag::Cc && (token.lemma == "nor" || denied && token.lemma == "or")
        })
    }

    /// "was charged and brought before a judge": can what looks like a past tense be a participle without object?
    fn may_be_participle(&self, clause: &Clause) -> bool {
        let verb = &clause.verb;
        let word = self.article.tokens.get(verb.head as usize).map_or("", |t| self.article.word(t));
        let entry = self.lexicon.look_up(&verb.lemma);
        let transitive = entry.has_readings || entry.verb.is_some_and(|(_, frame)| frame == Frame::Acts);
        verb.tense == Tense::Past
            && verb.tokens.len() == 1
            && !clause.complements.iter().any(|c| matches!(c, Complement::Object(_)))
            && (transitive || (word.ends_with(['d', 't']) && !word.ends_with("ed") && word != "went"))
    }

    /// "is unable to train", "has yet to reply": the adjective or adverb rules the infinitive as a verb would.
    pub(super) fn with_predicative(&self, verb: &VerbGroup, before: Option<&Complement>) -> VerbGroup {
        // "stopped him to ask": only an infinitive right behind the verb fails with it.
        let verb = match before {
            None | Some(Complement::Adjective(_) | Complement::Adverb(_)) => verb.clone(),
            Some(_) => VerbGroup { senses: verb.senses.without(Sense::Failing), ..verb.clone() },
        };
        let last = match before {
            Some(Complement::Adjective(tokens) | Complement::Adverb(tokens)) => tokens.end.checked_sub(1),
            _ => None,
        };
        let token = last.and_then(|at| self.article.tokens.get(at as usize));
        let senses = token.map_or(Senses::NONE, |t| self.lexicon.look_up(&t.lemma).senses);
        VerbGroup { senses: verb.senses.and(senses), ..verb }
    }
}

/// "was arrested and charged": the second verb shares the auxiliaries of the first.
fn sharing_auxiliary(above: &VerbGroup, inner: VerbGroup) -> VerbGroup {
    if matches!(inner.tense, Tense::Participle | Tense::Infinitive)
        || inner.tense == Tense::Gerund && above.tense.is_finite()
    {
        let passive = inner.passive && above.passive;
        VerbGroup { tense: above.tense, passive, modal: above.modal.clone(), ..inner }
    } else {
        inner
    }
}
