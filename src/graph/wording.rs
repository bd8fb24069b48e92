//! Statements about words themselves: how a name is spelled, how a quotation runs.

use rustc_hash::{FxHashMap, FxHashSet};

use super::build::Parsed;
use super::entity::Entity;
use super::likeness::{group_names, group_quotes};
use super::name::Name;
use super::statement::{Owner, Slots};
use super::value::Value;
use super::{EntityId, Statement, StoryId};
use crate::Sym;
use crate::article::{Article, BlockKind, Tag, Tokens};
use crate::claim::PhraseId;

/// A quotation has at least so many words to be compared.
const SHORTEST_QUOTE: usize = 5;

/// One statement for each article and name that another name resembles.
pub(super) fn names(
    articles: &[Parsed],
    themes: &[StoryId],
    entities: &[Entity],
    slots: &mut Slots,
    statements: &mut Vec<Statement>,
) {
    let names: Vec<&Name> = entities.iter().map(|e| &e.name).collect();
    let groups = group_names(&names);
    let mut sizes: FxHashMap<usize, usize> = FxHashMap::default();
    for group in &groups {
        *sizes.entry(*group).or_default() += 1;
    }
    for (i, entity) in entities.iter().enumerate() {
        if sizes.get(&groups[i]).is_none_or(|n| *n < 2) {
            continue;
        }
        let mut last = None;
        for (article, phrase) in &entity.mentions {
            let parsed = &articles[*article as usize];
            let tokens = parsed.reading.phrase(*phrase).name;
            if last == Some(*article) || tokens.is_empty() {
                continue;
            }
            last = Some(*article);
            let theme = themes[*article as usize];
            let owner = Owner::Likeness(groups[i] as u32, theme);
            let value = Value::Entity(EntityId(i as u32));
            let made = statement(parsed, *article, tokens, owner, "name", value, slots);
            statements.push(Statement { entity: Some(EntityId(i as u32)), ..made });
        }
    }
}

/// One statement for each article and word with a capital that another one resembles: names that stand before nouns
/// ("the Finnish crew", "a Danish-flagged ship").
pub(super) fn modifiers(
    articles: &[Parsed],
    themes: &[StoryId],
    slots: &mut Slots,
    statements: &mut Vec<Statement>,
) {
    let mut found: Vec<(u32, Tokens, Name)> = Vec::new();
    for (i, parsed) in articles.iter().enumerate() {
        let first = found.len();
        for (at, word) in capitalised(parsed) {
            if found[first..].iter().all(|(_, _, known)| known.written != word) {
                found.push((i as u32, Tokens { start: at, end: at + 1 }, Name::modifier(word)));
            }
        }
    }
    let names: Vec<&Name> = found.iter().map(|(_, _, name)| name).collect();
    let groups = group_names(&names);
    let mut words: FxHashMap<(usize, StoryId), FxHashSet<Sym>> = FxHashMap::default();
    for ((article, _, name), group) in found.iter().zip(&groups) {
        words.entry((*group, themes[*article as usize])).or_default().insert(name.written);
    }
    for ((article, tokens, name), group) in found.iter().zip(&groups) {
        let theme = themes[*article as usize];
        if words.get(&(*group, theme)).is_some_and(|w| w.len() > 1) {
            let (parsed, owner) = (&articles[*article as usize], Owner::Modifier(*group as u32, theme));
            let value = Value::Text(name.written);
            statements.push(statement(parsed, *article, *tokens, owner, "name", value, slots));
        }
    }
}

/// The words with a capital inside the sentences of the text that are no part of a phrase's name.
fn capitalised(parsed: &Parsed) -> Vec<(u32, Sym)> {
    let article = &parsed.article;
    let mut found = Vec::new();
    let mut names = parsed.reading.phrases.iter().map(|p| p.name).filter(|n| !n.is_empty()).peekable();
    for sentence in article.sentences.iter().filter(|s| s.kind == BlockKind::Paragraph) {
        for at in sentence.tokens.start + 1..sentence.tokens.end {
            while names.next_if(|n| n.end <= at).is_some() {}
            let Some(token) = article.tokens.get(at as usize) else { continue };
            let word = article.word(token).split('-').next().unwrap_or_default();
            let tagged = token.tag.is_name() || token.tag == Tag::Jj;
            let mut letters = word.chars();
            let written = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
            if tagged && written && names.peek().is_none_or(|n| at < n.start) {
                found.push((at, Sym::from(word)));
            }
        }
    }
    found
}

/// One statement for each quotation of some length. Those that share a run of words share a slot.
pub(super) fn quotes(articles: &[Parsed], slots: &mut Slots, statements: &mut Vec<Statement>) {
    let mut found: Vec<(u32, Tokens, Option<PhraseId>)> = Vec::new();
    for (i, parsed) in articles.iter().enumerate() {
        let long = parsed
            .reading
            .quotes
            .iter()
            .filter(|q| q.tokens.len() >= SHORTEST_QUOTE && is_whole(parsed, q.tokens));
        found.extend(long.map(|q| (i as u32, q.tokens, q.speaker)));
    }
    let lowered: Vec<Vec<String>> =
        found.iter().map(|(a, tokens, _)| words(&articles[*a as usize].article, *tokens)).collect();
    let borrowed: Vec<Vec<&str>> = lowered.iter().map(|q| q.iter().map(String::as_str).collect()).collect();
    let groups = group_quotes(&borrowed);
    for (i, (article, tokens, _)) in found.iter().enumerate() {
        let parsed = &articles[*article as usize];
        let value = Value::Text(Sym::from(&lowered[i].join(" ")));
        let owner = Owner::Quote(groups[i] as u32);
        statements.push(statement(parsed, *article, *tokens, owner, "quote", value, slots));
    }
}

/// Does it begin with a word? An apostrophe that was taken for a quotation mark leaves the end of one ("'s").
fn is_whole(parsed: &Parsed, tokens: Tokens) -> bool {
    let article = &parsed.article;
    article
        .tokens
        .get(tokens.start as usize)
        .is_some_and(|t| !matches!(article.word(t), "s" | "t" | "d" | "m" | "re" | "ve" | "ll"))
}

/// A statement that stands on words alone.
pub(super) fn statement(
    parsed: &Parsed,
    article: u32,
    tokens: Tokens,
    owner: Owner,
    role: &str,
    value: Value,
    slots: &mut Slots,
) -> Statement {
    let role = Sym::from(role);
    let claim = claim_within(parsed, tokens);
    Statement {
        article,
        claim: u32::try_from(claim).unwrap_or(u32::MAX),
        slot: slots.of(owner, role, None),
        role,
        what: None,
        value,
        span: parsed.article.span(tokens),
        event: None,
        mention: None,
        entity: None,
    }
}

/// The first claim whose predicate stands in some tokens.
fn claim_within(parsed: &Parsed, tokens: Tokens) -> usize {
    let claims = &parsed.reading.claims;
    let sentence = parsed.article.sentences.partition_point(|s| s.tokens.end <= tokens.start) as u32;
    let from = claims.partition_point(|c| c.sentence < sentence);
    let near = claims[from..]
        .iter()
        .take_while(|c| parsed.article.sentences[c.sentence as usize].tokens.start < tokens.end);
    near.enumerate().find(|(_, c)| tokens.overlaps(c.predicate.tokens)).map_or(usize::MAX, |(i, _)| from + i)
}

/// The words of a quotation in lower case: letters and digits only, run together as in speech ("I am" is "I'm", as a
/// matter of style), and without what an editor put in brackets.
fn words(article: &Article, tokens: Tokens) -> Vec<String> {
    let mut depth = 0usize;
    let mut found: Vec<String> = Vec::new();
    for word in article.phrase(tokens).split_whitespace() {
        depth += word.matches(['(', '[']).count();
        let plain: String =
            word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        if depth == 0 && !plain.is_empty() {
            match (contracted(&plain), found.last_mut()) {
                (Some(short), Some(last)) => last.push_str(short),
                _ => found.push(plain),
            }
        }
        depth = depth.saturating_sub(word.matches([')', ']']).count());
    }
    found
}

/// The short form of a word that speech runs together with the one before.
fn contracted(word: &str) -> Option<&'static str> {
    match word {
        "is" | "has" => Some("s"),
        "am" => Some("m"),
        "are" => Some("re"),
        "have" => Some("ve"),
        "will" => Some("ll"),
        "had" | "would" => Some("d"),
        _ => None,
    }
}
