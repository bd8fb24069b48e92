//! Lines that are not reporting: link teasers, bylines, captions, author boxes, share buttons, notices.
//!
//! Known by the cue phrases of `lexicon/furniture.toml` and by a few shapes. When in doubt a line is
//! reporting: a claim lost is worse than a button read.

use encoding_rs::Encoding;

use super::cues::{self, Cues};
use super::stamp::{self, Stamps};
use crate::article::{Block, BlockKind};

/// How many blocks from the beginning bylines and dates are looked for, and how many from the end author boxes.
const TOP: usize = 8;
const END: usize = 5;

/// Where in the article a block stands.
#[derive(Debug, Clone, Copy)]
struct Position {
    top: bool,
    end: bool,
}

/// Marks the blocks that are furniture, and collects what date lines say.
pub fn mark(text: &str, blocks: &mut [Block], cues: &Cues) -> Stamps {
    let mut stamps = Stamps::default();
    let mut lower = String::new();
    let count = blocks.len();
    for (index, block) in blocks.iter_mut().enumerate() {
        let line = text.get(block.range.clone()).unwrap_or("");
        if line.len() > cues.longest {
            continue;
        }
        let place = Position { top: index < TOP, end: index + END >= count && index > 0 };
        if let Some(stamp) = stamp::stamp(line, place.top, cues) {
            stamps.add(&stamp, &block.range);
            block.kind = BlockKind::Furniture;
        } else if matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading) {
            fold(line, &mut lower);
            if is_furniture(line, &lower, place, cues) {
                block.kind = BlockKind::Furniture;
            }
        }
    }
    stamps
}

/// Lower case, straight apostrophes, no bullets or arrows in front.
fn fold(line: &str, lower: &mut String) {
    lower.clear();
    let mut rest =
        line.trim_start_matches(|c: char| c.is_whitespace() || "•*·-–—>»→►▶|#+".contains(c)).trim_end();
    while !rest.is_empty() {
        let (ascii, other) = rest.split_at(Encoding::ascii_valid_up_to(rest.as_bytes()));
        let start = lower.len();
        lower.push_str(ascii);
        if let Some(run) = lower.get_mut(start..) {
            run.make_ascii_lowercase();
        }
        let mut chars = other.chars();
        match chars.next() {
            Some('’' | '‘') => lower.push('\''),
            Some(char) => lower.extend(char.to_lowercase()),
            None => {}
        }
        rest = chars.as_str();
    }
}

fn is_furniture(line: &str, lower: &str, place: Position, cues: &Cues) -> bool {
    if is_list_of_buttons(lower, cues) {
        return true;
    }
    if lower.starts_with(['"', '“', '\'', '«', '„']) {
        return false;
    }
    is_label(lower, cues)
        || cues.openings.strip(lower).is_some()
        || place.end && cues.closings.strip(lower).is_some()
        || cues.anywhere.iter().any(|cue| lower.contains(cue.as_str()))
        || ends_in_credit(lower, cues)
        || (place.top || place.end) && is_byline(line, cues)
        || place.end && is_author_box(line, cues)
        || is_address(lower)
        || is_relative_time(lower, cues)
}

/// "Share", "Facebook | Twitter | Email", "Share Tweet".
fn is_list_of_buttons(lower: &str, cues: &Cues) -> bool {
    /// The longest name of a button, in bytes.
    const LONGEST: usize = 40;
    let is_button = |item: &str| {
        if item.len() > LONGEST {
            return false;
        }
        let item = item.trim_matches(|c: char| c.is_whitespace() || "().[]:…".contains(c));
        item.is_empty() || cues.whole.contains(item)
    };
    lower.split(['|', '•', '·', ',', '/', '»', '>', '\n']).all(is_button)
        || lower.split_whitespace().all(is_button)
}

/// "Read More: ...", "Related |", "Watch".
fn is_label(lower: &str, cues: &Cues) -> bool {
    cues.labels.strip(lower).is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with([':', '|', '»', '>', '→', '…', '.'])
    })
}

/// "... in Selby on Monday. (AP Photo/Jane Doe)".
fn ends_in_credit(lower: &str, cues: &Cues) -> bool {
    let Some(inside) = lower.trim_end_matches('.').strip_suffix([')', ']']) else { return false };
    let Some((_, credit)) = inside.rsplit_once(['(', '[']) else { return false };
    let begins = |cue: &String| {
        credit.strip_prefix(cue.as_str()).is_some_and(|c| !c.starts_with(char::is_alphanumeric))
    };
    let ends =
        |cue: &String| credit.strip_suffix(cue.as_str()).is_some_and(|c| !c.ends_with(char::is_alphanumeric));
    credit.len() <= 100 && cues.credits.iter().any(|cue| begins(cue) || ends(cue))
}

/// "By Jane Doe and John Roe, Evening Post": names, and the few words that stand beside them.
fn is_byline(line: &str, cues: &Cues) -> bool {
    let line = line.trim().trim_end_matches('.');
    let head = line.char_indices().nth(16).map_or(line, |(end, _)| line.get(..end).unwrap_or(line));
    let lower = head.to_lowercase();
    let Some(rest) = cues.bylines.strip(&lower).filter(|_| head.len() == lower.len()) else { return false };
    let names = line.get(lower.len() - rest.len()..).unwrap_or("").trim_start_matches(':');
    let mut count = 0;
    names.split_whitespace().all(|word| {
        count += 1;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let name = bare.starts_with(char::is_uppercase) && !bare.contains(|c: char| c.is_ascii_digit());
        name || bare.is_empty() || word.starts_with('@') || cues.byline_words.contains(bare)
    }) && (1..=14).contains(&count)
}

/// "Jane Doe is an associate editor at ...", "Jane Doe covers courts for ...".
fn is_author_box(line: &str, cues: &Cues) -> bool {
    let is_name = |w: &&str| w.starts_with(char::is_uppercase) && !w.trim_end().ends_with([',', ':', ';']);
    let names = line.split_inclusive(' ').take(5).take_while(is_name);
    let rest = line.get(names.map(str::len).sum()..).unwrap_or("");
    if rest.len() == line.len() {
        return false;
    }
    let verb = |v: &String| rest.strip_prefix(v.as_str()).is_some_and(|r| r.starts_with(' '));
    if cues.author_verbs.iter().any(verb) && line.split_whitespace().count() <= 30 {
        return true;
    }
    let Some(about) = ["is a ", "is an ", "is the ", "is our "].iter().find_map(|is| rest.strip_prefix(is))
    else {
        return false;
    };
    let place =
        |w: &&str| matches!(*w, "at" | "for" | "with" | "of" | "in" | "covering" | "based" | "and" | "who");
    about
        .split(|c: char| c.is_whitespace() || ",.;".contains(c))
        .take(8)
        .take_while(|w| !place(w))
        .any(|w| cues.author_roles.contains(w.to_lowercase().as_str()))
}

/// "5 hours ago", "Updated 10 mins ago": when somebody looked at the page, not when something happened.
fn is_relative_time(lower: &str, cues: &Cues) -> bool {
    /// Labels and fillers stand around the time.
    const WORDS: usize = 8;
    if !lower.contains("ago") && !lower.contains("just now") {
        return false;
    }
    let mut count = 0;
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| {
        count += 1;
        let known = cues.ago.contains(word) || cues.dates.sort(word) != cues::Sort::Other;
        count <= WORDS && (known || word.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

/// A line that is little more than a web or mail address or a handle.
fn is_address(lower: &str) -> bool {
    let address = |word: &str| {
        word.starts_with("http://")
            || word.starts_with("https://")
            || word.starts_with("www.")
            || word.starts_with('@')
    };
    let mail =
        |word: &str| word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    if !lower.contains('@') && !lower.contains("www.") && !lower.contains("://") {
        return false;
    }
    let words = lower.split_whitespace().count();
    words <= 12 && lower.split_whitespace().any(mail) || words <= 4 && lower.split_whitespace().any(address)
}

#[cfg(test)]
mod tests;
