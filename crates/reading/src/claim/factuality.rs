//! How far a sentence holds what its clauses say, by its form as a whole, and the factuality of a claim in the terms of
//! FactBank (Saurí and Pustejovsky 2009): how certain, affirmed or negated, and by whom.

use super::{Attribution, Claim, Modality, Polarity};
use crate::article::{Article, Sentence, Tag, Tokens};
use crate::lexicon::{Lexicon, Sense};

/// How certain a source is of what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// "was arrested"
    Certain,
    /// "was probably arrested", "must have been arrested"
    Probable,
    /// "may have been arrested"
    Possible,
    /// The source commits itself to nothing: what is planned, asked, supposed, or only heard.
    Unknown,
}

impl Certainty {
    /// As annotations name it.
    pub fn name(self) -> &'static str {
        match self {
            Certainty::Certain => "certain",
            Certainty::Probable => "probable",
            Certainty::Possible => "possible",
            Certainty::Unknown => "unknown",
        }
    }
}

/// What a source holds of an event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Factuality {
    /// How certain it is.
    pub certainty: Certainty,
    /// Is it so or not? Nothing where the source does not commit itself.
    pub polarity: Option<Polarity>,
    /// Whose view it is; nobody means the narrator's.
    pub source: Option<Attribution>,
}

/// What its source holds of a claim.
///
/// ```
/// use gainsay_reading::article::Article;
/// use gainsay_reading::claim::{self, factuality::{Certainty, factuality}};
/// use gainsay_reading::lexicon::Lexicon;
/// let lexicon = Lexicon::built_in();
/// let article = Article::from_text("The thief was probably not seen.", lexicon);
/// let reading = claim::read(&article, lexicon);
/// let found = factuality(&article, lexicon, &reading.claims[0]);
/// assert_eq!((found.certainty, found.polarity), (Certainty::Probable, Some(claim::Polarity::Negated)));
/// ```
pub fn factuality(article: &Article, lexicon: &Lexicon, claim: &Claim) -> Factuality {
    let certainty = match claim.modality {
        Modality::Did => Certainty::Certain,
        Modality::May if is_probable(article, lexicon, claim) => Certainty::Probable,
        Modality::May => Certainty::Possible,
        Modality::Will | Modality::Would | Modality::Reportedly => Certainty::Unknown,
    };
    let polarity = (certainty != Certainty::Unknown).then_some(claim.polarity);
    Factuality { certainty, polarity, source: claim.attribution }
}

/// "Has not *yet* taken effect": by tomorrow it may have. So may what "will not open *until Monday*", and whoever "had never
/// met him *before Saturday*" met him then.
pub fn is_so_far(article: &Article, claim: &Claim) -> bool {
    let Tokens { start, end } = claim.predicate.tokens;
    let around = article.tokens.get(start as usize..=end as usize).unwrap_or_default();
    let has = |word: &str| around.iter().any(|token| token.lemma == word);
    let behind = |word: &str| claim.arguments.iter().any(|argument| argument.role.is_behind(word));
    let until = || behind("until") || behind("till") || (has("have") && behind("before"));
    claim.polarity == Polarity::Negated && (has("yet") || until())
}

/// Does a word in or beside the verb hold it to be more likely than not?
fn is_probable(article: &Article, lexicon: &Lexicon, claim: &Claim) -> bool {
    let beside = claim.arguments.iter().map(|a| a.tokens).filter(|t| t.len() == 1);
    let verb = claim.predicate.tokens;
    // "The thieves *probably* left": the adverb stands in front of the group.
    let ahead = Tokens { start: verb.start.saturating_sub(1), end: verb.start };
    let mut words = [ahead, verb].into_iter().chain(beside).flat_map(|t| t.range());
    words.any(|at| article.tokens.get(at).is_some_and(|t| lexicon.has(&t.lemma, Sense::Probable)))
}

impl Claim {
    /// How far a report holds the claim in its own voice: a denial that it quotes is somebody else's.
    pub fn held(&self) -> Modality {
        let quoted_denial = self.polarity == Polarity::Negated && self.attribution.is_some();
        if quoted_denial { self.modality.max(Modality::Reportedly) } else { self.modality }
    }
}

/// Weakens the claims of a sentence that asks, or that supposes what did not happen.
pub(super) fn weaken(article: &Article, lexicon: &Lexicon, sentence: &Sentence, claims: &mut [Claim]) {
    if claims.is_empty() {
        return;
    }
    if asks(article, sentence) {
        claims.iter_mut().for_each(|claim| claim.modality = claim.modality.max(Modality::May));
    }
    if let Some((start, end)) = supposed(article, lexicon, sentence) {
        let within = |claim: &&mut Claim| (start..end).contains(&claim.predicate.head);
        claims
            .iter_mut()
            .filter(within)
            .for_each(|claim| claim.modality = claim.modality.max(Modality::Would));
    }
}

/// "The firm said that it *would* close the plant": what was to come when it was said, under no condition.
pub fn is_foretold(article: &Article, lexicon: &Lexicon, claim: &Claim) -> bool {
    let told = claim.attribution.is_some_and(|attribution| !attribution.quoted && !attribution.denied);
    let sentence = article.sentences.get(claim.sentence as usize).map(|s| s.tokens).unwrap_or_default();
    let words = article.tokens.get(sentence.range()).unwrap_or_default();
    claim.modality == Modality::Would
        && told
        && !words.iter().any(|token| lexicon.has(&token.lemma, Sense::Conditional))
}

/// A question for yes or no: "Did police arrest him?", "He was arrested?". "Why was he arrested?" holds that he was.
fn asks(article: &Article, sentence: &Sentence) -> bool {
    let tokens = article.tokens.get(sentence.tokens.range()).unwrap_or(&[]);
    let mark = |tag: Tag| matches!(tag, Tag::CloseQuote | Tag::OpenQuote | Tag::Close | Tag::Open);
    let last = tokens.iter().rev().find(|t| !mark(t.tag));
    let first = tokens.iter().find(|t| !mark(t.tag));
    let asking = first.is_some_and(|t| matches!(t.tag, Tag::Wrb | Tag::Wp | Tag::Wdt | Tag::WPS));
    last.is_some_and(|t| article.word(t) == "?") && !asking
}

/// The words of a condition that its word order tells: "*Had police not arrested him*, he would have fled".
fn supposed(article: &Article, lexicon: &Lexicon, sentence: &Sentence) -> Option<(u32, u32)> {
    let tokens = article.tokens.get(sentence.tokens.range())?;
    if !tokens.iter().any(|t| t.tag == Tag::Md && lexicon.has(&t.lemma, Sense::ConditionalModal)) {
        return None;
    }
    let word = |at: usize| tokens.get(at).map_or("", |t| article.word(t));
    let inverts = |at: usize| ["had", "were", "should"].iter().any(|w| word(at).eq_ignore_ascii_case(w));
    let nominal = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|t| t.tag.is_noun() || matches!(t.tag, Tag::Dt | Tag::Prp | Tag::PRPS | Tag::Cd))
    };
    let opens = |at: usize| match at.checked_sub(1) {
        None => true,
        Some(before) => {
            tokens.get(before).is_some_and(|t| matches!(t.tag, Tag::Comma | Tag::OpenQuote | Tag::Vbn))
        }
    };
    let at = (0..tokens.len()).find(|at| inverts(*at) && nominal(at + 1) && opens(*at))?;
    let end = (at..tokens.len()).find(|i| tokens.get(*i).is_some_and(|t| t.tag == Tag::Comma));
    let start = sentence.tokens.start;
    Some((start + at as u32, start + end.unwrap_or(tokens.len()) as u32))
}
