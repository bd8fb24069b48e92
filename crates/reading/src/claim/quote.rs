//! Quotations: what stands between quotation marks, and who says it.

use super::{Argument, ArgumentRole, Attribution, Claim, Phrase, PhraseId, Reading};
use crate::article::{Article, Tag, Tokens};
use crate::lexicon::{Lexicon, Sense};

/// A quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// The words between the marks.
    pub tokens: Tokens,
    /// Who says it, if the text tells.
    pub speaker: Option<PhraseId>,
    /// Who says it, where the words beside it name one, and one alone: ", said Ann Lee".
    pub named: Option<PhraseId>,
}

/// Finds the quotations of an article and gives what they claim to their speakers.
pub fn attribute(article: &Article, lexicon: &Lexicon, reading: &mut Reading) {
    let (mut quotes, open) = quotes(article);
    let reports = reports(&reading.claims, lexicon);
    for quote in &mut quotes {
        let tag = tag(article, &reading.claims, &reports, quote.tokens)
            .or_else(|| beside(article, &reading.claims, quote.tokens));
        let said = tag.and_then(|(_, speaker)| speaker.phrases.first().copied());
        let signed = || signed(article, &reading.phrases, quote.tokens);
        let headed = || headed(article, &reading.phrases, quote.tokens);
        quote.speaker = said.or_else(signed).or_else(headed);
        let alone = tag.is_none_or(|(claim, speaker)| {
            let tokens = claim.predicate.tokens.to(speaker.tokens);
            !claim.predicate.passive && speaker.phrases.len() == 1 && adjoins(article, tokens, quote.tokens)
        });
        let named = |id: &PhraseId| reading.phrases.get(id.0 as usize).is_some_and(|p| !p.name.is_empty());
        quote.named = quote.speaker.filter(|id| alone && named(id));
    }
    go_on(article, &mut quotes, &open);
    for claim in &mut reading.claims {
        // "was *"rigged"*": the word that matters stands between the marks.
        let said = Tokens { start: claim.predicate.head, end: claim.predicate.tokens.end };
        let behind = quotes.partition_point(|q| q.tokens.end < said.end);
        let Some(quote) = quotes.get(behind).filter(|q| q.tokens.contains(said)) else { continue };
        let known = claim.attribution.and_then(|a| a.speaker);
        let named =
            quote.speaker.map(|id| reading.phrases.get(id.0 as usize).map_or(quote.tokens, |p| p.tokens));
        let at = claim.attribution.map_or(named.unwrap_or(quote.tokens), |a| a.tokens);
        let denied = claim.attribution.is_some_and(|a| a.denied);
        claim.attribution =
            Some(Attribution { speaker: known.or(quote.speaker), tokens: at, quoted: true, denied });
    }
    reading.quotes = quotes;
}

/// Gives quotations that name no speaker the one of their neighbour: "..., he said. "We will go on."" in one
/// paragraph, and paragraphs that are not closed because the next goes on.
fn go_on(article: &Article, quotes: &mut [Quote], open: &[bool]) {
    let block = |at: u32| {
        let number = article.sentence_at(at) as usize;
        article.sentences.get(number).map(|s| s.block)
    };
    for i in 1..quotes.len() {
        let (Some(before), Some(own)) = (quotes.get(i - 1), quotes.get(i)) else { continue };
        let together =
            block(before.tokens.start) == block(own.tokens.start) || open.get(i - 1) == Some(&true);
        let speaker = own.speaker.or(before.speaker.filter(|_| together));
        if let Some(quote) = quotes.get_mut(i) {
            quote.speaker = speaker;
        }
    }
    for i in (1..quotes.len()).rev() {
        let next = quotes.get(i).and_then(|q| q.speaker);
        if let Some(quote) =
            quotes.get_mut(i - 1).filter(|q| q.speaker.is_none() && open.get(i - 1) == Some(&true))
        {
            quote.speaker = next;
        }
    }
}

/// The first and the last sentence of a quotation.
fn sentences(article: &Article, quote: Tokens) -> (u32, u32) {
    let first = article.sentence_at(quote.start) as usize;
    let behind = article.sentences.partition_point(|s| s.tokens.start < quote.end);
    (first as u32, behind.saturating_sub(1) as u32)
}

/// The reporting claims in the order of their verbs, as indexes.
fn reports(claims: &[Claim], lexicon: &Lexicon) -> Vec<usize> {
    let says = |claim: &Claim| {
        !claim.predicate.tokens.is_empty() && lexicon.has(&claim.predicate.lemma, Sense::Reporting)
    };
    let mut reports: Vec<usize> = (0..claims.len()).filter(|i| claims.get(*i).is_some_and(says)).collect();
    reports.sort_by_key(|i| claims.get(*i).map(|c| c.predicate.tokens.start));
    reports
}

/// An opening mark that waits for its closing one.
#[derive(Clone, Copy)]
struct Opened {
    /// The first token behind it.
    start: usize,
    /// The paragraph that it stands in.
    block: u32,
    single: bool,
}

/// The stretches between quotation marks, and which of them lack their closing mark: such a quotation goes on in
/// the next paragraph, which begins with a new mark. A mark that is never closed opens none.
fn quotes(article: &Article) -> (Vec<Quote>, Vec<bool>) {
    let (mut found, mut unclosed) = (Vec::new(), Vec::new());
    let mut open: Option<Opened> = None;
    for (i, token) in article.tokens.iter().enumerate() {
        if !matches!(token.tag, Tag::OpenQuote | Tag::CloseQuote) {
            continue;
        }
        let opens = token.tag == Tag::OpenQuote;
        let single = is_single(article.word(token));
        let (block, first) = paragraph(article, i);
        let inner = |o: Opened| o.single != single && (!opens || !o.single && o.block == block);
        if open.is_some_and(inner) {
            continue;
        }
        let goes_on = |o: &Opened| first && o.single == single && o.block + 1 == block;
        if open.is_none() && !opens && !single {
            open = unopened(article, &found, block);
        }
        if let Some(mark) = open.filter(|o| i > o.start && (!opens || goes_on(o))) {
            found.push(Quote { tokens: Tokens::new(mark.start, i), speaker: None, named: None });
            unclosed.push(opens);
        }
        open = opens.then_some(Opened { start: i + 1, block, single });
    }
    (found, unclosed)
}

/// A closing mark that no opening one waits for, the first in its paragraph: the quotation of the paragraph before goes on
/// without a mark of its own.
fn unopened(article: &Article, found: &[Quote], block: u32) -> Option<Opened> {
    let behind = found.last().map_or(0, |quote| quote.tokens.end as usize + 1);
    let first = article.sentences.partition_point(|s| s.block < block);
    let start = article.sentences.get(first)?.tokens.start as usize;
    (behind <= start).then_some(Opened { start, block, single: false })
}

/// Is it a mark that stands around quotations in quotations, and in British texts around others too?
fn is_single(mark: &str) -> bool {
    mark != "''" && mark.starts_with(['\'', '‘', '’', '‚', '‹', '›']) || mark == "`"
}

/// The paragraph of a token, and whether it is the first there.
fn paragraph(article: &Article, at: usize) -> (u32, bool) {
    let number = article.sentences.partition_point(|s| s.tokens.end as usize <= at);
    let block = |number: usize| article.sentences.get(number).map(|s| s.block);
    let starts = article.sentences.get(number).is_some_and(|s| s.tokens.start as usize == at);
    let own = block(number).unwrap_or(u32::MAX);
    (own, starts && number.checked_sub(1).and_then(block) != Some(own))
}

/// "..." - Ann Lee, mayor: the name behind a dash.
fn signed(article: &Article, phrases: &[Phrase], quote: Tokens) -> Option<PhraseId> {
    let word = |at: u32| article.tokens.get(at as usize).map_or("", |t| article.word(t));
    let mark = |at: u32| article.tokens.get(at as usize).is_some_and(|t| t.tag == Tag::CloseQuote);
    let dash = quote.end + u32::from(mark(quote.end));
    if !matches!(word(dash), "-" | "--" | "–" | "—") {
        return None;
    }
    let first = phrases.partition_point(|p| p.tokens.end <= dash + 1);
    let named = phrases.get(first).filter(|p| p.tokens.start == dash + 1 && !p.name.is_empty())?;
    let ends = |at: u32| {
        article
            .tokens
            .get(at as usize)
            .is_none_or(|t| matches!(t.tag, Tag::Comma | Tag::Stop | Tag::OpenQuote))
            || article.sentences.iter().any(|s| s.tokens.end == at)
    };
    ends(named.tokens.end).then_some(PhraseId(first as u32))
}

/// The nearest reporting clause around the quotation, and whom it names: in its sentence, or the one that a quotation of
/// whole sentences follows.
fn tag<'c>(
    article: &Article,
    claims: &'c [Claim],
    reports: &[usize],
    quote: Tokens,
) -> Option<(&'c Claim, &'c Argument)> {
    let (first, last) = sentences(article, quote);
    let verb = |i: &usize| claims.get(*i).map(|c| c.predicate.tokens);
    let at = reports.partition_point(|i| verb(i).is_some_and(|v| v.start < quote.start));
    let behind = reports.partition_point(|i| verb(i).is_some_and(|v| v.start < quote.end));
    let beside = [at.checked_sub(1), Some(behind)].into_iter().flatten();
    let near = beside.filter_map(|at| claims.get(*reports.get(at)?));
    let claim = near.filter(|c| (first..=last).contains(&c.sentence)).min_by_key(|c| {
        let at = c.predicate.tokens;
        if at.start >= quote.end { at.start - quote.end } else { quote.start.saturating_sub(at.end) }
    })?;
    let subject = claim.subject.as_ref().or(claim.arguments.first())?;
    Some((claim, subject))
}

/// "..." snapped Ann Lee; "..." Ann Lee laughed. Right behind a quotation that does not end its sentence, whoever does
/// anything says it.
fn beside<'c>(article: &Article, claims: &'c [Claim], quote: Tokens) -> Option<(&'c Claim, &'c Argument)> {
    let token = |at: u32| article.tokens.get(at as usize);
    let goes_on = token(quote.end.checked_sub(1)?)
        .is_some_and(|t| t.tag == Tag::Comma || matches!(article.word(t), "?" | "!"));
    if !goes_on || token(quote.end)?.tag != Tag::CloseQuote {
        return None;
    }
    let behind = quote.end + 1;
    let ends = |at: u32| token(at).is_none_or(|t| t.tag.is_punctuation() || t.tag.is_adverb());
    let (_, sentence) = sentences(article, quote);
    let first = claims.partition_point(|c| c.sentence < sentence);
    claims.get(first..)?.iter().take_while(|c| c.sentence == sentence).find_map(|claim| {
        let verb = claim.predicate.tokens;
        let inverted = |a: &&Argument| a.role == ArgumentRole::Object && a.tokens.start == verb.end;
        let speaker = match verb.start == behind && verb.len() == 1 {
            true => claim.arguments.iter().find(inverted),
            false => claim
                .subject
                .as_ref()
                .filter(|s| s.tokens.start == behind && s.tokens.end == verb.start && ends(verb.end)),
        };
        Some((claim, speaker?))
    })
}

/// Ann Lee: "...": the name in front of a colon, at the head of its sentence.
fn headed(article: &Article, phrases: &[Phrase], quote: Tokens) -> Option<PhraseId> {
    let colon = quote.start.checked_sub(2)?;
    if article.tokens.get(colon as usize).is_none_or(|t| article.word(t) != ":") {
        return None;
    }
    let number = phrases.partition_point(|p| p.tokens.end < colon);
    let named = phrases.get(number).filter(|p| p.tokens.end == colon && !p.name.is_empty())?;
    let sentence = article.sentence_at(named.tokens.start) as usize;
    let opens = article.sentences.get(sentence).is_some_and(|s| s.tokens.start == named.tokens.start);
    opens.then_some(PhraseId(number as u32))
}

/// Does nothing but marks stand between the two, or a colon right before the quotation?
fn adjoins(article: &Article, tag: Tokens, quote: Tokens) -> bool {
    let before = quote.start.checked_sub(2).and_then(|at| article.tokens.get(at as usize));
    if tag.end <= quote.start && before.is_some_and(|t| article.word(t) == ":") {
        return true;
    }
    let (from, to) = if tag.start >= quote.end { (quote.end, tag.start) } else { (tag.end, quote.start) };
    (from..to).all(|at| article.tokens.get(at as usize).is_some_and(|t| t.tag.is_punctuation()))
}

#[cfg(test)]
mod tests;
