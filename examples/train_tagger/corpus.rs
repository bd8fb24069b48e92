//! Reads MASC and mends what its automatic preparation left odd.

use std::path::Path;

use gainsay::article::tag::{Tag, tag_of_sign};

/// Of so many sentences, one is read as a headline, too.
const HEADLINE_EVERY: usize = 6;
/// Longest headline in words.
const HEADLINE: usize = 12;

/// A sentence to learn from.
pub(crate) struct Sentence {
    /// Words and their tags.
    pub(crate) words: Vec<(String, Tag)>,
    /// From the news part of the corpus?
    pub(crate) news: bool,
}

/// All sentences, in the order of the files' names.
pub(crate) fn read(folder: &Path) -> Vec<Sentence> {
    let mut files: Vec<_> = ["written", "spoken"]
        .into_iter()
        .flat_map(|part| std::fs::read_dir(folder.join(part)).expect("a folder of MASC"))
        .map(|entry| entry.expect("a folder that can be read").path())
        .collect();
    files.sort();
    let mut sentences = Vec::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let news = ["wsj", "NYT", "2000", "2002", "Article"].iter().any(|start| name.starts_with(start));
        let text =
            String::from_utf8_lossy(&std::fs::read(&file).expect("a file that can be read")).into_owned();
        for line in text.lines() {
            let words = mend(line.split_whitespace().filter_map(parse).collect());
            if !words.is_empty() {
                sentences.push(Sentence { words, news });
            }
        }
    }
    sentences
}

fn parse(token: &str) -> Option<(String, Tag)> {
    let (word, tag) = token.rsplit_once('_')?;
    let tag = match tag {
        "(" => Tag::Open,
        ")" => Tag::Close,
        "-" | "..." => Tag::Colon,
        "PP" => Tag::Prp,
        _ => Tag::parse(tag).or_else(|| tag_of_sign(word))?,
    };
    (!word.is_empty()).then(|| (word.to_string(), tag))
}

fn mend(words: Vec<(String, Tag)>) -> Vec<(String, Tag)> {
    let mut mended: Vec<(String, Tag)> = Vec::new();
    let mut words = words.into_iter().peekable();
    let mut quoted = false;
    while let Some((word, tag)) = words.next() {
        let next = words.peek().map(|(w, _)| w.clone());
        match word.as_str() {
            "'" | "’" => {
                if let (Some(ending), Some(last)) = (next.filter(|n| is_ending(n)), mended.last_mut()) {
                    words.next();
                    let joined = contract(last, &ending);
                    mended.push(joined);
                } else {
                    mended.push((word, tag));
                }
            }
            "\"" => {
                quoted = !quoted;
                mended.push((word, if quoted { Tag::OpenQuote } else { Tag::CloseQuote }));
            }
            "." if next.as_deref().is_some_and(|n| n == "," || n.starts_with(char::is_lowercase))
                && mended.last().is_some_and(|(_, t)| t.is_name()) =>
            {
                if let Some(last) = mended.last_mut() {
                    last.0.push('.');
                }
            }
            _ if word.len() > 1 && word.starts_with('$') && word.ends_with(|c: char| c.is_ascii_digit()) => {
                mended.push(("$".into(), Tag::Currency));
                mended.push((word[1..].to_string(), Tag::Cd));
            }
            _ if tag == Tag::Nn && is_capital_abbreviation(&word) => mended.push((word, Tag::Nnp)),
            _ => {
                let tag = tag_of_sign(&word).unwrap_or(tag);
                mended.push((word, tag));
            }
        }
    }
    mended
}

fn is_ending(word: &str) -> bool {
    matches!(word, "t" | "s" | "m" | "re" | "ve" | "ll" | "d")
}

/// "didn", "’", "t" becomes "did", "n't".
fn contract(last: &mut (String, Tag), ending: &str) -> (String, Tag) {
    let tag = match ending {
        "t" => {
            if last.0.ends_with('n') {
                last.0.pop();
            }
            last.1 = match last.0.to_lowercase().as_str() {
                "did" | "was" | "were" | "had" => Tag::Vbd,
                "do" | "are" | "have" | "ai" => Tag::Vbp,
                "does" | "is" | "has" => Tag::Vbz,
                _ => Tag::Md,
            };
            return ("n't".into(), Tag::Rb);
        }
        "s" if matches!(last.1, Tag::Prp | Tag::Ex | Tag::Dt | Tag::Wp | Tag::Wrb) => Tag::Vbz,
        "s" => Tag::Pos,
        "ll" | "d" => Tag::Md,
        _ => Tag::Vbp,
    };
    (format!("'{ending}"), tag)
}

/// "Mr.", "U.S.", which MASC often calls common nouns.
fn is_capital_abbreviation(word: &str) -> bool {
    word.ends_with('.') && word.len() > 1 && word.starts_with(char::is_uppercase)
}

/// Adds the starts of some sentences as headlines, a quarter of them in capitals. MASC has few headlines, and
/// in them capitals say nothing of names.
pub(crate) fn add_headlines(sentences: &mut Vec<Sentence>) {
    let chosen = sentences.iter().step_by(HEADLINE_EVERY).enumerate();
    let headlines: Vec<Sentence> = chosen.map(|(i, sentence)| headline(sentence, i % 4 == 0)).collect();
    sentences.extend(headlines);
}

fn headline(sentence: &Sentence, shouted: bool) -> Sentence {
    let kept = sentence.words.iter().filter(|(_, tag)| *tag != Tag::Stop).take(HEADLINE);
    let words = kept.enumerate().map(|(i, (word, tag))| {
        let small = word.len() <= 4 && matches!(tag, Tag::In | Tag::Dt | Tag::To | Tag::Cc);
        let word = match word.as_str() {
            _ if shouted => word.to_uppercase(),
            _ if small && i > 0 || is_clitic(word) => word.clone(),
            _ => capitalise(word),
        };
        (word, *tag)
    });
    Sentence { words: words.collect(), news: false }
}

fn is_clitic(word: &str) -> bool {
    word.starts_with(['\'', '’']) || word == "n't"
}

fn capitalise(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
