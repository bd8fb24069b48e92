//! Codes that a publishing system puts something in place of: `{{< tweet 12 >}}`, `[gallery ids="1,2"]`, `![[map]]`.
//!
//! Nobody reads them, in whichever format they stand. A pair of codes around text leaves the text, unless it is a
//! caption, an address or a program.

use std::ops::Range;

use super::cues::Cues;

/// The longest code, in bytes; what is longer is text that only looks like one.
const LONGEST: usize = 1000;

/// How codes begin and end. Sources: Hugo, Jekyll and Liquid, Obsidian, kramdown.
const FENCES: [(&str, &str); 7] =
    [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}"), ("![[", "]]"), ("{:", "}"), ("{#", "#}")];

/// Codes in `{% ... %}` whose inside is no text.
const PAIRED: [&str; 3] = ["comment", "highlight", "raw"];

/// May a text hold codes at all?
pub(crate) fn may_hold(text: &str) -> bool {
    text.contains('{') || text.contains("[[") || text.contains("[/") || text.contains("=\"")
}

/// The codes in a text, ascending and apart from each other.
pub(crate) fn find(text: &str) -> Vec<Range<usize>> {
    let mut codes: Vec<Range<usize>> = Vec::new();
    if !may_hold(text) {
        return codes;
    }
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find(['{', '[', '!'])) {
        let start = at + next;
        let rest = text.get(start..).unwrap_or("");
        match code(rest) {
            Some(length) => {
                codes.push(start..start + length);
                at = start + length;
            }
            None => at = start + 1,
        }
    }
    codes
}

/// The length of the code that a text begins with.
fn code(text: &str) -> Option<usize> {
    let head = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
    for (open, close) in FENCES {
        let Some(inside) = head.strip_prefix(open) else { continue };
        let Some(end) = inside.find(close) else { continue };
        let length = open.len() + end + close.len();
        let name = inside.split_whitespace().next().unwrap_or("");
        let paired = open == "{%" && PAIRED.contains(&name);
        return Some(if paired { closing(text, length, &format!("{{% end{name} %}}")) } else { length });
    }
    let inside = head.strip_prefix('[')?;
    let (slash, inside) = inside.strip_prefix('/').map_or((0, inside), |inside| (1, inside));
    let name_end = inside.find(|c: char| !c.is_ascii_lowercase() && c != '-')?;
    let (name, after) = inside.split_at(name_end);
    let known = Cues::builtin().shortcodes.contains(name);
    // "[video]" alone says that there is one; "[photo: AP]" is what a reader wrote.
    let end = after.find(']').filter(|_| known)?;
    let said = after.get(..end)?.trim_matches([' ', '/']);
    let (address, number) = (said.contains("://"), said.bytes().all(|byte| byte.is_ascii_digit()));
    if !said.contains('=') && !address && !number {
        return None;
    }
    let length = 1 + slash + name_end + end + 1;
    Some(if slash == 0 { closing(text, length, &format!("[/{name}]")) } else { length })
}

/// Where the code that closes another ends, if there is one near.
fn closing(text: &str, from: usize, code: &str) -> usize {
    let near = text.get(from..text.floor_char_boundary(from + LONGEST)).unwrap_or("");
    near.find(code).map_or(from, |at| from + at + code.len())
}

#[cfg(test)]
mod tests;
