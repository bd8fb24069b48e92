//! Statements about words themselves: how a name is spelled, how a quotation runs.

use rustc_hash::FxHashMap;

use super::build::Parsed;
use super::entity::Entity;
use super::likeness::{group_names, group_quotes};
use super::name::Name;
use super::statement::{Owner, Slots};
use super::value::Value;
use super::{ArticleNode, EntityId, Statement};
use crate::Sym;
use crate::article::{Article, Tokens};
use crate::claim::PhraseId;

/// A quotation has at least so many words to be compared.
const SHORTEST_QUOTE: usize = 5;

/// One statement for each article and name that another name resembles.
pub(super) fn names(
    articles: &[Parsed],
    nodes: &[ArticleNode],
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
            let story = nodes[*article as usize].story;
            let owner = Owner::Likeness(groups[i] as u32, story);
            let value = Value::Text(entity.name.written);
            let made = statement(parsed, *article, tokens, owner, "name", value, slots);
            statements.push(Statement { entity: Some(EntityId(i as u32)), ..made });
        }
    }
}

/// One statement for each quotation that shares a run of words with another.
pub(super) fn quotes(articles: &[Parsed], slots: &mut Slots, statements: &mut Vec<Statement>) {
    let mut found: Vec<(u32, Tokens, Option<PhraseId>)> = Vec::new();
    for (i, parsed) in articles.iter().enumerate() {
        let long = parsed.reading.quotes.iter().filter(|q| q.tokens.len() >= SHORTEST_QUOTE);
        found.extend(long.map(|q| (i as u32, q.tokens, q.speaker)));
    }
    let lowered: Vec<Vec<String>> =
        found.iter().map(|(a, tokens, _)| words(&articles[*a as usize].article, *tokens)).collect();
    let borrowed: Vec<Vec<&str>> = lowered.iter().map(|q| q.iter().map(String::as_str).collect()).collect();
    let groups = group_quotes(&borrowed);
    let mut sizes: FxHashMap<usize, usize> = FxHashMap::default();
    for group in &groups {
        *sizes.entry(*group).or_default() += 1;
    }
    for (i, (article, tokens, _)) in found.iter().enumerate() {
        if sizes.get(&groups[i]).is_none_or(|n| *n < 2) {
            continue;
        }
        let parsed = &articles[*article as usize];
        let value = Value::Text(Sym::from(&lowered[i].join(" ")));
        let owner = Owner::Quote(groups[i] as u32);
        statements.push(statement(parsed, *article, *tokens, owner, "quote", value, slots));
    }
}

fn statement(
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

/// The words of a quotation in lower case: letters and digits only, so that "can't" is "cant", and without what
/// an editor put in brackets.
fn words(article: &Article, tokens: Tokens) -> Vec<String> {
    let mut depth = 0usize;
    let mut found = Vec::new();
    for word in article.phrase(tokens).split_whitespace() {
        depth += word.matches(['(', '[']).count();
        let letters: String =
            word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        if depth == 0 && !letters.is_empty() {
            found.push(letters);
        }
        depth = depth.saturating_sub(word.matches([')', ']']).count());
    }
    found
}
