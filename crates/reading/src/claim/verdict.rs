//! What a report says of the story that it tells: that it is a hoax, that none of it is true.
//!
//! Whoever debunks a story tells of it in other words than those who believed it: what is told apart here is not what
//! happened but whether the story holds.

use super::{Argument, ArgumentRole, Attribution, Claim, Determiner, Modality, Polarity, Reading};
use crate::article::fold::fold;
use crate::article::{Article, BlockKind, Sentence, Tag, Token, Tokens};
use crate::lexicon::{Lexicon, Sense};

mod words;

use words::{
    AUXILIARIES, CASE, DECEITS, DUPED, ENDING, EXPOSING, FAKED, FORGED, HAPPENING, HEDGES, HOAXES, NOTHING,
    PICTURES, POINTERS, RATINGS, SATIRICAL, STAGE, STORY, TRICKS, TRUE, WRONG,
};

/// What belongs to a word stands no further behind it.
const NEAR: usize = 4;
/// A verdict of more words, or other marks, is a sentence.
const LONGEST_RATING: usize = 4;

/// Behind this and a colon stands what a verdict is about.
const CLAIM: &str = "claim";

/// What is called untrue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The story that the report tells.
    OfStory,
    /// What stands right before: "none of this is true".
    OfThis,
    /// What the sentence tells itself: "the rumour that the fish was sold is false".
    OfItself,
}

/// Does a sentence say, in the report's own voice, that the story told does not hold?
pub fn verdict(article: &Article, reading: &Reading, sentence: u32, lexicon: &Lexicon) -> Option<Verdict> {
    let tokens = article.sentences.get(sentence as usize)?.tokens;
    let reader = Reader { article, reading, lexicon };
    // "Ten years ago a picture went round the world; it was a hoax."
    if reading.background_of(sentence).is_some() || reader.is_long_ago(tokens) {
        return None;
    }
    if reader.is_no(tokens) && reader.is_asked(sentence) {
        return Some(Verdict::OfThis);
    }
    if reader.rates(tokens) || reader.is_rating_alone(tokens, sentence) {
        return Some(Verdict::OfStory);
    }
    if reader.sets_right(tokens) {
        return Some(Verdict::OfItself);
    }
    let answers = reader.answers_no(tokens);
    let mut claims = reading.in_sentence(sentence).iter();
    claims.find_map(|claim| {
        let told = claim.modality == Modality::Did && reader.is_own_voice(claim);
        match () {
            () if !told => None,
            () if reader.debunks(claim) || answers && reader.is_bare(claim) => Some(reader.untrue(claim)),
            () if answers && reader.denies(claim, tokens) => Some(Verdict::OfItself),
            () => None,
        }
    })
}

/// Does any word of a report call anything untrue? What it tells is then not told flatly.
pub fn is_doubted(article: &Article, lexicon: &Lexicon) -> bool {
    let doubts = |token: &Token| {
        let named = token.tag.is_noun() || token.tag.is_adjective();
        fold(&token.lemma, |lemma| {
            DECEITS.contains(&lemma)
                || named && lexicon.has(lemma, Sense::Untrue)
                || token.tag.is_verb() && FORGED.contains(&lemma) && lemma != STAGE
        })
    };
    let text = article.sentences.iter().filter(|sentence| sentence.kind != BlockKind::Furniture);
    text.flat_map(|s| article.tokens.get(s.tokens.range()).unwrap_or_default()).any(doubts)
}

/// Do some words speak of a picture? A fake one proves nothing of what it shows.
pub fn names_picture(article: &Article, tokens: Tokens) -> bool {
    let words = article.tokens.get(tokens.range()).unwrap_or_default();
    words.iter().any(|token| PICTURES.contains(&token.lemma.as_str()))
}

/// Does a sentence leave it to others to say so, with any word: "a supposed crab", "claims to have"?
pub fn is_hedged(article: &Article, lexicon: &Lexicon, sentence: Tokens) -> bool {
    let words = article.tokens.get(sentence.range()).unwrap_or_default();
    words.iter().any(|token| {
        let senses = lexicon.look_up(&token.lemma).senses;
        let says = token.tag.is_verb() && (senses.has(Sense::Reporting) || senses.has(Sense::Seeming));
        says || senses.has(Sense::Hearsay) || fold(article.word(token), |word| HEDGES.contains(&word))
    })
}

struct Reader<'a> {
    article: &'a Article,
    reading: &'a Reading,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    /// Does a claim say that what is told does not hold?
    fn debunks(&self, claim: &Claim) -> bool {
        let subject = claim.subject.as_ref();
        let points = subject.is_some_and(|subject| self.points(subject));
        let story = subject.is_some_and(|subject| self.is_story(subject));
        let told = points || story;
        // "The claim that it was a hoax is false", "another picture was a hoax".
        let twice = self.tokens(before_verb(claim)).iter().any(|token| self.is_untrue(token));
        if twice || subject.is_some_and(|subject| self.is_another(subject)) {
            return false;
        }
        let any = |test: &dyn Fn(&Argument) -> bool| claim.arguments.iter().any(test);
        let object = |test: &dyn Fn(&Argument) -> bool| any(&|a| a.role == ArgumentRole::Object && test(a));
        let called = |test: &dyn Fn(&str) -> bool| any(&|a| self.is_called(a, test));
        let untrue = || called(&|lemma| self.lexicon.has(lemma, Sense::Untrue));
        let verb = claim.predicate.lemma.as_str();
        let copula = self.lexicon.has(verb, Sense::Copula) && !claim.predicate.passive;
        let satire = |a: &Argument| matches!(a.role, ArgumentRole::Oblique(_)) && self.has(a, &SATIRICAL);
        match claim.polarity {
            Polarity::Affirmed if told && any(&satire) => true,
            _ if claim.time.is_some() || any(&is_narrow) => false,
            Polarity::Negated if copula => {
                (told || self.is_there(claim)) && called(&|lemma| TRUE.contains(&lemma))
                    || points && called(&|lemma| lemma == CASE)
            }
            Polarity::Negated => HAPPENING.contains(&verb) && (told || self.is_never(claim)),
            Polarity::Affirmed if copula && any(&|a| self.is_quoted(a)) => false,
            Polarity::Affirmed if copula && any(&|a| self.is_hoax(a)) => true,
            Polarity::Affirmed if copula && any(&|a| self.is_not_true(a)) => told,
            Polarity::Affirmed if copula || ENDING.contains(&verb) => {
                told && (untrue() || called(&|lemma| TRICKS.contains(&lemma)))
                    || story && called(&|lemma| WRONG.contains(&lemma))
            }
            Polarity::Affirmed if EXPOSING.contains(&verb) && untrue() => true,
            Polarity::Affirmed if DUPED.contains(&verb) => any(&|a| self.names_untrue(a)),
            Polarity::Affirmed if claim.predicate.passive => told && FORGED.contains(&verb),
            Polarity::Affirmed => {
                FORGED.contains(&verb) && object(&|a| self.is_story(a))
                    || FAKED.contains(&verb) && object(&|a| self.is_event(a))
            }
        }
    }

    /// "FALSE", "PROBABLY FALSE": is a sentence a verdict in capitals on what stands behind "Claim:", or on what was asked?
    fn is_rating_alone(&self, own: Tokens, number: u32) -> bool {
        let words = self.tokens(own);
        let capitals = |token: &Token| !self.article.word(token).contains(char::is_lowercase);
        let is_claim = |of: &Sentence| {
            let words = self.tokens(of.tokens);
            words.first().is_some_and(|token| fold(&token.lemma, |lemma| lemma == CLAIM))
                && words.get(1).is_some_and(|token| self.article.word(token) == ":")
        };
        let before = || self.article.sentences.iter().take_while(|of| of.tokens.start < own.start);
        let rated = || self.is_asked(number) || before().any(is_claim);
        words.iter().all(capitals) && self.is_untrue_only(words) && rated()
    }

    /// "Rating: FALSE": does a line give a verdict, and nothing else?
    fn rates(&self, sentence: Tokens) -> bool {
        let words = match self.tokens(sentence) {
            [own, rest @ ..] if matches!(own.tag, Tag::PRPS | Tag::Dt) => rest,
            words => words,
        };
        let [label, colon, rest @ ..] = words else { return false };
        // "Hoax: ..."
        let heads = self.is_untrue(label) && !rest.is_empty();
        let rating = fold(&label.lemma, |lemma| RATINGS.contains(&lemma));
        self.article.word(colon) == ":" && (heads || rating && self.is_untrue_only(rest))
    }

    /// "Ten years *ago*", "*last year*"
    fn is_long_ago(&self, sentence: Tokens) -> bool {
        let tokens = self.tokens(sentence);
        let last = |pair: &[Token]| matches!(pair, [a, b] if a.lemma == "last" && b.lemma == "year");
        tokens.iter().any(|token| token.lemma == "ago") || tokens.windows(2).any(last)
    }

    /// "No."
    fn is_no(&self, sentence: Tokens) -> bool {
        matches!(self.tokens(sentence), [no, stop] if self.article.word(no) == "No" && stop.tag == Tag::Stop)
    }

    /// Does the sentence before ask?
    fn is_asked(&self, sentence: u32) -> bool {
        let before = sentence.checked_sub(1).and_then(|at| self.article.sentences.get(at as usize));
        let last = before.and_then(|before| self.tokens(before.tokens).last());
        last.is_some_and(|token| self.article.word(token) == "?")
    }

    /// "The sturgeon is *a hoax*", "the papers are *forgeries*": is it called a thing that it only seems to be?
    fn is_hoax(&self, argument: &Argument) -> bool {
        argument.role == ArgumentRole::Complement
            && argument.phrases.iter().map(|id| self.reading.phrase(*id)).any(|phrase| {
                let head = self.article.tokens.get(phrase.head as usize);
                let hoax = |token: &Token| fold(&token.lemma, |lemma| HOAXES.contains(&lemma));
                (phrase.plural || phrase.determiner == Determiner::Indefinite) && head.is_some_and(hoax)
            })
    }

    /// "Simply *not true*"
    fn is_not_true(&self, argument: &Argument) -> bool {
        let words = self.tokens(argument.tokens);
        let not = |token: &Token| self.lexicon.has(&token.lemma, Sense::Negator);
        let [.., negator, last] = words else { return false };
        argument.role == ArgumentRole::Complement && not(negator) && TRUE.contains(&last.lemma.as_str())
    }

    /// Do some of its words stand between quotation marks?
    fn is_quoted(&self, argument: &Argument) -> bool {
        let from = argument.tokens.start.saturating_sub(1);
        let words = self.tokens(Tokens { start: from, end: argument.tokens.end });
        words.iter().any(|token| token.tag == Tag::OpenQuote)
    }

    /// "Another picture"
    fn is_another(&self, subject: &Argument) -> bool {
        subject.phrases.iter().any(|id| self.reading.phrase(*id).determiner == Determiner::Other)
    }

    /// "*The rumour that the fish was sold* is false": does the subject say what is untrue?
    fn is_specific(&self, claim: &Claim) -> bool {
        let that = |token: &Token| fold(self.article.word(token), |word| word == "that");
        let pointer = claim.subject.as_ref().is_none_or(|subject| self.points(subject));
        !pointer && self.tokens(before_verb(claim)).iter().skip(1).any(that)
    }

    /// Are some words a verdict, and no sentence?
    fn is_untrue_only(&self, rest: &[Token]) -> bool {
        let not = |token: &Token| self.lexicon.has(&token.lemma, Sense::Negator);
        rest.len() <= LONGEST_RATING
            && rest.iter().any(|token| self.is_untrue(token) || self.is_wrong(token))
            && !rest.iter().any(not)
    }

    /// "*Contrary to reports*": does a sentence set right what others told?
    fn sets_right(&self, sentence: Tokens) -> bool {
        let tokens = self.tokens(sentence);
        if tokens.iter().any(|t| t.tag == Tag::OpenQuote) {
            return false;
        }
        let among = |token: Option<&Token>, words: &[&str]| {
            token.is_some_and(|token| fold(&token.lemma, |lemma| words.contains(&lemma)))
        };
        tokens.windows(2).enumerate().any(|(at, pair)| {
            let contrary = among(pair.first(), &["contrary"]) && among(pair.get(1), &["to"]);
            // What is hedged behind it is what others told.
            let own = Tokens { start: sentence.start, end: sentence.start + at as u32 };
            contrary
                && tokens.iter().skip(at + 2).take(NEAR).any(|token| among(Some(token), &STORY))
                && (at == 0 || !is_hedged(self.article, self.lexicon, own))
        })
    }

    /// Does an argument name something untrue: "a hoax story"?
    fn names_untrue(&self, argument: &Argument) -> bool {
        self.tokens(argument.tokens).iter().any(|token| self.is_untrue(token))
    }

    fn is_wrong(&self, token: &Token) -> bool {
        fold(&token.lemma, |lemma| WRONG.contains(&lemma))
    }

    fn is_untrue(&self, token: &Token) -> bool {
        fold(&token.lemma, |lemma| self.lexicon.has(lemma, Sense::Untrue))
    }

    /// Does an argument have one of some words?
    fn has(&self, argument: &Argument, words: &[&str]) -> bool {
        let among = |token: &Token| fold(&token.lemma, |lemma| words.contains(&lemma));
        self.tokens(argument.tokens).iter().any(among)
    }

    /// "faked *her death*", not passports
    fn is_event(&self, argument: &Argument) -> bool {
        let mut heads = argument.phrases.iter().map(|id| self.reading.phrase(*id).head as usize);
        let event = |token: &Token| self.lexicon.look_up(&token.lemma).noun.is_some();
        heads.any(|head| self.article.tokens.get(head).is_some_and(event))
    }

    /// "There": does a subject name nothing?
    fn is_expletive(&self, subject: &Argument) -> bool {
        self.tokens(subject.tokens).iter().all(|token| token.tag == Tag::Ex)
    }

    /// "No, *there is no crocodile in the lake*", "No, *it did not*": whatever was told, there is nothing to it.
    fn is_bare(&self, claim: &Claim) -> bool {
        let bare = claim.arguments.is_empty() && AUXILIARIES.contains(&claim.predicate.lemma.as_str());
        let subject = claim.subject.as_ref();
        claim.polarity == Polarity::Negated
            && subject.is_some_and(|subject| self.is_expletive(subject) || bare && self.points(subject))
    }

    /// What a claim that debunks calls untrue.
    fn untrue(&self, claim: &Claim) -> Verdict {
        match () {
            () if self.is_specific(claim) => Verdict::OfItself,
            () if self.is_anaphoric(claim) => Verdict::OfThis,
            () => Verdict::OfStory,
        }
    }

    /// "No, *the lake does not hold a crocodile*": does a claim right behind the "no" deny something? Nobody is addressed in
    /// between.
    fn denies(&self, claim: &Claim, sentence: Tokens) -> bool {
        let at_once =
            claim.subject.as_ref().is_some_and(|subject| subject.tokens.start == sentence.start + 2);
        at_once && claim.polarity == Polarity::Negated && !is_hedged(self.article, self.lexicon, sentence)
    }

    /// "*No,* there is no crocodile in the lake": does a sentence answer what was told or asked?
    fn answers_no(&self, sentence: Tokens) -> bool {
        let [first, second, ..] = self.tokens(sentence) else { return false };
        self.article.word(first) == "No" && second.tag == Tag::Comma
    }

    /// Does the subject of a claim point back at what was said just before it: "this", "those statements"?
    fn is_anaphoric(&self, claim: &Claim) -> bool {
        let points = |token: &Token| fold(self.article.word(token), |word| POINTERS.contains(&word));
        claim.subject.as_ref().is_some_and(|subject| self.tokens(subject.tokens).iter().any(points))
    }

    /// Is it the report that speaks, whatever it takes its knowledge from ("a police report confirms that ...")? A verb of
    /// saying in front of the claim makes it a view, even where it is not clear whose ("while some assert that ...").
    fn is_own_voice(&self, claim: &Claim) -> bool {
        let senses = |token: &Token| self.lexicon.look_up(&token.lemma).senses;
        let says = |token: &Token| {
            let senses = senses(token);
            token.tag.is_verb()
                && (senses.has(Sense::Reporting) || senses.has(Sense::Seeming))
                && !senses.has(Sense::Factive)
        };
        match claim.attribution {
            Some(Attribution { tokens, quoted, denied, .. }) => {
                // "It turns out that ..."
                let known = |token: &Token| senses(token).has(Sense::Factive) || token.lemma == "turn";
                !quoted && !denied && self.tokens(tokens).iter().any(known)
            }
            None => {
                let sentence = self.article.sentences.get(claim.sentence as usize);
                let start = sentence.map_or(claim.predicate.tokens.start, |sentence| sentence.tokens.start);
                !self.tokens(Tokens { start, end: claim.predicate.tokens.start }).iter().any(says)
            }
        }
    }

    /// Is it a story of some kind: "the whole thing", "none of those claims"?
    fn is_story(&self, subject: &Argument) -> bool {
        let heads = subject.phrases.iter().map(|id| self.reading.phrase(*id).head);
        let last = subject.tokens.end.saturating_sub(1);
        let mut nouns = heads.chain([last]).filter_map(|at| self.article.tokens.get(at as usize));
        nouns.any(|token| fold(&token.lemma, |lemma| STORY.contains(&lemma)))
            || self.tokens(subject.tokens).iter().any(|token| NOTHING.contains(&token.lemma.as_str()))
    }

    /// Is it one word that points at what was just told: "it", "this"?
    fn points(&self, subject: &Argument) -> bool {
        let [only] = self.tokens(subject.tokens) else { return false };
        fold(self.article.word(only), |word| POINTERS.contains(&word) || NOTHING.contains(&word))
    }

    /// Does it say that there is none of something told: "there is no truth to the story"?
    fn is_there(&self, claim: &Claim) -> bool {
        let of_story = |a: &Argument| matches!(a.role, ArgumentRole::Oblique(_)) && self.is_told(a);
        claim.subject.as_ref().is_some_and(|subject| self.is_expletive(subject))
            && claim.arguments.iter().any(of_story)
    }

    fn is_told(&self, argument: &Argument) -> bool {
        self.points(argument) || self.is_story(argument)
    }

    /// "The accident *never* happened."
    fn is_never(&self, claim: &Claim) -> bool {
        let start = claim.predicate.tokens.start.saturating_sub(1);
        let words = self.tokens(Tokens { start, end: claim.predicate.tokens.end });
        words.iter().any(|token| token.lemma == "never")
    }

    /// Is something called that: does the head of an argument, or its last word, meet a test?
    fn is_called(&self, argument: &Argument, test: &dyn Fn(&str) -> bool) -> bool {
        if !matches!(argument.role, ArgumentRole::Object | ArgumentRole::Complement)
            && !argument.role.is_behind("as")
        {
            return false;
        }
        let called = |at: u32| {
            let token = self.article.tokens.get(at as usize);
            token.is_some_and(|token| fold(&token.lemma, |lemma| test(lemma)))
        };
        match argument.phrases.as_slice() {
            [] => called(argument.tokens.end.saturating_sub(1)),
            phrases => phrases.iter().any(|id| called(self.reading.phrase(*id).head)),
        }
    }

    fn tokens(&self, tokens: Tokens) -> &[Token] {
        self.article.tokens.get(tokens.range()).unwrap_or_default()
    }
}

/// From the beginning of its subject to its verb.
fn before_verb(claim: &Claim) -> Tokens {
    let end = claim.predicate.tokens.start;
    let start = claim.subject.as_ref().map_or(end, |subject| subject.tokens.start.min(end));
    Tokens { start, end }
}

/// "It did not happen *overnight*", "it is not true *that* ...": does an argument leave the rest as it is?
fn is_narrow(argument: &Argument) -> bool {
    matches!(argument.role, ArgumentRole::Clause | ArgumentRole::Time)
        || ["at", "in", "on"].iter().any(|word| argument.role.is_behind(word))
}

#[cfg(test)]
mod tests;
