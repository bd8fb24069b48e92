//! Statements about words themselves: how a name is spelled, how a quotation runs.

use std::hash::Hash;

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

/// One statement for each article and name that another name of its theme resembles.
pub(super) fn names(
    articles: &[Parsed],
    themes: &[StoryId],
    entities: &[Entity],
    slots: &mut Slots,
    statements: &mut Vec<Statement>,
) {
    let mut found: Vec<(u32, Tokens, EntityId)> = Vec::new();
    for (i, entity) in entities.iter().enumerate() {
        let mut last = None;
        for (article, phrase) in &entity.mentions {
            let tokens = articles[*article as usize].reading.phrase(*phrase).name;
            if last != Some(*article) && !tokens.is_empty() {
                last = Some(*article);
                found.push((*article, tokens, EntityId(i as u32)));
            }
        }
    }
    let name = |e: EntityId| &entities[e.0 as usize].name;
    let alike = alike(&found, themes, name);
    for ((article, tokens, entity), group) in found.into_iter().zip(alike) {
        let Some(group) = group else { continue };
        let (parsed, value) = (&articles[article as usize], Value::Entity(entity));
        let made = statement(parsed, article, tokens, Owner::Likeness(group), "name", value, slots);
        statements.push(Statement { entity: Some(entity), ..made });
    }
}

/// One statement for each article and word with a capital that another one of its theme resembles: names that stand
/// before nouns ("the Finnish crew", "a Danish-flagged ship").
pub(super) fn modifiers(
    articles: &[Parsed],
    themes: &[StoryId],
    slots: &mut Slots,
    statements: &mut Vec<Statement>,
) {
    let mut found: Vec<(u32, Tokens, Sym)> = Vec::new();
    for (i, parsed) in articles.iter().enumerate() {
        let mut known: FxHashSet<Sym> = FxHashSet::default();
        let words = capitalised(parsed).into_iter().filter(|(_, word)| known.insert(*word));
        found.extend(words.map(|(at, word)| (i as u32, Tokens { start: at, end: at + 1 }, word)));
    }
    let names: FxHashMap<Sym, Name> = found.iter().map(|(.., word)| (*word, Name::modifier(*word))).collect();
    let alike = alike(&found, themes, |word| &names[&word]);
    for ((article, tokens, word), group) in found.into_iter().zip(alike) {
        let Some(group) = group else { continue };
        let (parsed, value) = (&articles[article as usize], Value::Text(word));
        statements.push(statement(parsed, article, tokens, Owner::Modifier(group), "name", value, slots));
    }
}

/// The group of each of these that another one of its theme resembles.
fn alike<'a, T: Copy + Eq + Hash>(
    found: &[(u32, Tokens, T)],
    themes: &[StoryId],
    name: impl Fn(T) -> &'a Name,
) -> Vec<Option<u32>> {
    let mut numbers: FxHashMap<(StoryId, T), usize> = FxHashMap::default();
    let mut names: Vec<(StoryId, &Name)> = Vec::new();
    let mut number_of = |theme: StoryId, what: T| {
        *numbers.entry((theme, what)).or_insert_with(|| {
            names.push((theme, name(what)));
            names.len() - 1
        })
    };
    let numbers: Vec<usize> =
        found.iter().map(|(article, _, what)| number_of(themes[*article as usize], *what)).collect();
    let groups = group_names(&names);
    let mut sizes = vec![0; groups.len()];
    groups.iter().for_each(|group| sizes[*group] += 1);
    let group = |n: usize| groups.get(n).filter(|g| sizes[**g] > 1).map(|g| *g as u32);
    numbers.into_iter().map(group).collect()
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
    Statement {
        article,
        claim: claim_within(parsed, tokens),
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
fn claim_within(parsed: &Parsed, tokens: Tokens) -> Option<u32> {
    let claims = &parsed.reading.claims;
    let sentence = parsed.article.sentences.partition_point(|s| s.tokens.end <= tokens.start) as u32;
    let from = claims.partition_point(|c| c.sentence < sentence);
    let near = claims[from..]
        .iter()
        .take_while(|c| parsed.article.sentences[c.sentence as usize].tokens.start < tokens.end);
    near.enumerate().find(|(_, c)| tokens.overlaps(c.predicate.tokens)).map(|(i, _)| (from + i) as u32)
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
