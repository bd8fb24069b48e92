//! English stands in the crate that reads articles (`article/`, `claim/` and the lexicon). `graph/` and `rules/` compare
//! values: no word of an article is held against a literal there.

use gainsay::graph::role::ROLES;

use crate::code::Code;

/// The words of the rule language and of rule files, which are read as text.
const RULE_LANGUAGE: &[&str] = &[
    "alias", "and", "article", "conflict", "eq", "equals", "event", "fact", "false", "find", "gather",
    "house", "in", "inside", "is", "label", "ladder", "ne", "not", "opposite", "or", "outcome", "place",
    "report", "rungs", "silent", "test", "title", "toml", "true", "when", "where", "with", "within",
];

/// Calls in which a literal is compared with text.
const COMPARING: &[&str] = &[
    "contains",
    "ends_with",
    "eq_ignore_ascii_case",
    "find",
    "has",
    "is",
    "is_any",
    "is_behind",
    "rfind",
    "rsplit_once",
    "split",
    "split_once",
    "starts_with",
    "strip_prefix",
    "strip_suffix",
    "trim_end_matches",
    "trim_start_matches",
];

#[test]
fn no_word_is_compared_in_the_graph_and_the_rules() {
    let mut wrong = Vec::new();
    for (module, text) in Code::read().modules {
        if ["graph", "rules"].contains(&module[0].as_str())
            && module.last().is_none_or(|last| last != "testing")
        {
            let words = compared(&text).into_iter().filter(|word| !is_rule_language(word));
            wrong.extend(words.map(|word| format!("{}: {word:?}", module.join("::"))));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

fn is_rule_language(word: &str) -> bool {
    RULE_LANGUAGE.contains(&word) || ROLES.iter().any(|(role, _)| *role == word)
}

/// The words among the literals of some code that are compared with something: beside `==`, in patterns, as
/// arguments of [`COMPARING`].
fn compared(code: &str) -> Vec<String> {
    let literals = literals(code);
    let is_compared = |(start, end): &(usize, usize)| {
        let (before, behind) = (code[..*start].trim_end(), code[*end..].trim_start());
        beside_equals(before, behind) || in_pattern(before, behind) || in_call(before)
    };
    let word = |(start, end): &(usize, usize)| code[start + 1..end - 1].trim().to_owned();
    let is_word =
        |word: &String| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || " '’".contains(c));
    literals.iter().filter(|at| is_compared(at)).map(word).filter(is_word).collect()
}

/// Where the string literals of some code stand.
fn literals(code: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut chars = code.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        match c {
            // '"' and '\'' are no strings; a lifetime has no second quotation mark.
            '\'' => {
                let rest = &code[start + 1..];
                let escaped = rest.starts_with('\\');
                let close = rest.char_indices().nth(if escaped { 2 } else { 1 });
                if let Some((at, '\'')) = close {
                    while chars.next_if(|(next, _)| *next <= start + 1 + at).is_some() {}
                }
            }
            '"' => {
                let mut escaped = false;
                for (at, c) in chars.by_ref() {
                    if c == '"' && !escaped {
                        found.push((start, at + 1));
                        break;
                    }
                    escaped = c == '\\' && !escaped;
                }
            }
            _ => {}
        }
    }
    found
}

fn beside_equals(before: &str, behind: &str) -> bool {
    let before = before.trim_end_matches(['&', '*', '(']).trim_end();
    let before = before.strip_suffix("Some").unwrap_or(before).trim_end();
    let behind = behind.trim_start_matches(')').trim_start();
    let equals = |text: &str| text.ends_with("==") || text.ends_with("!=");
    equals(before) || behind.starts_with("==") || behind.starts_with("!=")
}

/// `"a" | "b" => ...`, `Some("a") if ... => ...`, `matches!(x, "a" | "b")`.
fn in_pattern(before: &str, behind: &str) -> bool {
    let behind = behind.trim_start_matches([')', ',']).trim_start();
    let arm = behind.starts_with("=>") || behind.starts_with("if ");
    let alternative = |text: &str| text.ends_with('|') && !text.ends_with("||");
    let other = behind.starts_with('|') && !behind.starts_with("||");
    let in_matches = before.rfind("matches!(").is_some_and(|at| {
        let inside = &before[at + "matches!(".len()..];
        let mut depth = 0;
        let stays_open = inside.chars().all(|c| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth >= 0
        });
        stays_open && inside.contains(',')
    });
    arm || alternative(before) || other || in_matches
}

fn in_call(before: &str) -> bool {
    let before = before.trim_end_matches(['&', '[']).trim_end();
    let Some(call) = before.strip_suffix('(') else { return false };
    let name = call.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default();
    COMPARING.contains(&name)
}

#[test]
fn comparisons_are_found() {
    let code = r#"
        if word == "of" || Some("from") != last { panic!("no word") }
        match word { "he" | "him" => 1, "it" if plural => 2, _ => 0 };
        let both = matches!(word, "both" | "two") && text.starts_with("the ") && text.split(' ').count() == 2;
        let message = format!("that is {}", "fine");
    "#;
    assert_eq!(compared(code), ["of", "from", "he", "him", "it", "both", "two", "the"]);
}
