//! Words and numbers: where they end, and where Penn cuts them.

use super::scan::{Class, Scanner};

/// Longest token in bytes; what is longer is cut. Words of the language stay far below, and the stages that
/// follow are linear only in tokens of bounded length.
pub(super) const LONGEST: usize = 256;

/// Takes the word that starts where the scanner stands. What lies before `from` (a sign, a dot, "#", "@", an
/// apostrophe) belongs to it already.
pub(super) fn word(scanner: &mut Scanner, from: usize) {
    let start = scanner.at;
    if let Some(end) = url(scanner) {
        return scanner.take(end, Class::Word);
    }
    let Extent { end, apostrophe } = extent(scanner, from);
    if scanner.byte(end) == b'$' && end - start <= 3 && upper(scanner.slice(start, end)) {
        return scanner.take(end + 1, Class::Currency);
    }
    if scanner.digit(from) {
        return number(scanner, end);
    }
    if let Some(code) = money_code(scanner, scanner.slice(start, end)) {
        scanner.take(start + code, Class::Word);
        return word(scanner, scanner.at);
    }
    if let Some((end, class)) = abbreviation(scanner, end) {
        return scanner.take(end, class);
    }
    let text = scanner.slice(start, end);
    let clitic = if apostrophe || text.len() == CANNOT.len() { clitic(text) } else { None };
    match clitic {
        Some((cut, class)) => {
            scanner.take(start + cut, Class::Word);
            scanner.take(end, class);
        }
        None => scanner.take(end, Class::Word),
    }
}

/// "EUR" of "EUR5m", "Rs" of "Rs500": how long the sign of a currency is that is written onto a number.
fn money_code(scanner: &Scanner, text: &str) -> Option<usize> {
    /// No sign is longer.
    const LONGEST: usize = 4;
    let letters = text.bytes().take(LONGEST + 1).take_while(u8::is_ascii_alphabetic).count();
    let digit = text.as_bytes().get(letters).is_some_and(u8::is_ascii_digit);
    (digit && scanner.lexicon.is_money_code(text.get(..letters)?)).then_some(letters)
}

/// Where a run of letters that starts at an offset ends; at most [`LONGEST`] bytes on.
pub(super) fn letters(scanner: &Scanner, from: usize) -> usize {
    let mut at = from;
    while let Some(c) = scanner.peek(at).filter(|c| c.is_alphabetic() && at - from < LONGEST) {
        at += c.len_utf8();
    }
    at
}

/// Letters, digits, and the marks and invisible joiners that belong to a letter.
fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{fe0f}')
}

/// How far a word reaches.
struct Extent {
    end: usize,
    /// Is there an apostrophe in it?
    apostrophe: bool,
}

/// Where the word ends: letters and digits, and what joins them.
fn extent(scanner: &Scanner, from: usize) -> Extent {
    let start = scanner.at;
    let (mut at, mut part, mut last) = (from, from, ' ');
    // A sign before the word may be an apostrophe.
    let mut apostrophe = from > start;
    while at - start < LONGEST {
        let run = scanner.plain_run(at, start + LONGEST);
        if run > 0 {
            at += run;
            last = char::from(scanner.byte(at - 1));
            continue;
        }
        let Some(c) = scanner.peek(at) else { break };
        if is_word(c) {
            last = c;
            at += c.len_utf8();
            continue;
        }
        let Some(next) = join(scanner, c, last, part, at) else { break };
        if matches!(c, '\'' | '’') {
            apostrophe = true;
        } else {
            part = next;
        }
        at = next;
        last = ' ';
    }
    Extent { end: at, apostrophe }
}

/// If `c` at `at` joins what is before and after it into one word: where the word goes on.
/// `part` is where the letters or digits right before started, `last` the last of them.
fn join(scanner: &Scanner, c: char, last: char, part: usize, at: usize) -> Option<usize> {
    let next = at + c.len_utf8();
    let follows = scanner.peek(next)?;
    let length = at - part;
    let joins = match c {
        _ if last == ' ' => false,
        '\'' | '’' => follows.is_alphabetic(),
        '-' => follows.is_alphanumeric() && !is_dash(scanner, part, at),
        '‐' | '‑' | '@' => follows.is_alphanumeric(),
        '/' => follows.is_alphanumeric(),
        '_' => true,
        '&' => last.is_uppercase() && follows.is_uppercase(),
        '.' => full_stop_joins(scanner, last, part, next),
        ',' => last.is_ascii_digit() && length <= 3 && (three_digits(scanner, next) || lakhs(scanner, next)),
        ':' => last.is_ascii_digit() && length <= 2 && scanner.digit(next),
        _ => false,
    };
    if joins {
        return Some(next);
    }
    spaced_join(scanner, last, part, at)
}

/// Is the hyphen written for a dash: "four workers-two women", "the driver-who fled", "Lee-were hurt"?
fn is_dash(scanner: &Scanner, part: usize, at: usize) -> bool {
    let end = letters(scanner, at + 1);
    let (before, behind) = (scanner.slice(part, at), scanner.slice(at + 1, end));
    let counts = before.ends_with('s') && before.len() > 5 && scanner.lexicon.counts_behind_dash(behind);
    // A compound ends differently ("sit-and-wait"), and no compound's first part is a number.
    scanner.byte(end) == b' ' && (counts || scanner.lexicon.is_behind_dash(behind))
}

/// Is a full stop inside a word? In decimals, "U.S" and "example.com" it is; in "end.The" a space is missing.
fn full_stop_joins(scanner: &Scanner, last: char, part: usize, next: usize) -> bool {
    let Some(follows) = scanner.peek(next).filter(|c| c.is_alphanumeric()) else { return false };
    if last.is_ascii_digit() {
        return follows.is_ascii_digit() || follows.is_lowercase();
    }
    let starts_sentence = follows.is_uppercase() && last.is_lowercase() && next - part > 2;
    // "Ph.D.", "Psy.D."
    let degree = next - part <= 4
        && scanner.peek(part).is_some_and(char::is_uppercase)
        && scanner.byte(next + follows.len_utf8()) == b'.';
    !starts_sentence || degree
}

/// "1,20,000", as India groups: two digits before each group up to the last.
fn lakhs(scanner: &Scanner, at: usize) -> bool {
    /// No amount has more such groups.
    const MOST: usize = 4;
    let two = |at: usize| scanner.digit(at) && scanner.digit(at + 1) && scanner.byte(at + 2) == b',';
    let groups = (0..MOST).take_while(|group| two(at + 3 * group)).count();
    groups > 0 && three_digits(scanner, at + 3 * groups)
}

/// Exactly three digits: a group of thousands.
fn three_digits(scanner: &Scanner, at: usize) -> bool {
    (at..at + 3).all(|i| scanner.digit(i)) && !scanner.digit(at + 3)
}

/// Numbers that a program took apart and put together badly: "6 . 1", "2, 000", "1: 30", "09 / 14".
fn spaced_join(scanner: &Scanner, last: char, part: usize, at: usize) -> Option<usize> {
    let length = at - part;
    if !last.is_ascii_digit() || length > 3 || scanner.slice(part, at).bytes().any(|b| !b.is_ascii_digit()) {
        return None;
    }
    let two_digits = |at| scanner.digit(at) && scanner.digit(at + 1) && !scanner.digit(at + 2);
    let next = at + 2;
    if scanner.goes_on(at, ": ") && length <= 2 && scanner.byte(next) < b'6' && two_digits(next) {
        return Some(next);
    }
    if scanner.goes_on(at, ", ") && scanner.goes_on(next, "000") && three_digits(scanner, next) {
        return Some(next);
    }
    let next = at + 3;
    let decimal = scanner.goes_on(at, " . ") && scanner.digit(next) && !scanner.digit(next + 2);
    let date = scanner.goes_on(at, " / ") && length <= 2 && scanner.digit(next);
    (decimal || date).then_some(next)
}

/// A web address; its end excludes the punctuation of the sentence.
fn url(scanner: &Scanner) -> Option<usize> {
    let start = scanner.at;
    match scanner.four(start) {
        Some(b"www.") => {}
        Some(b"http") if scanner.goes_on(start, "http://") || scanner.goes_on(start, "https://") => {}
        _ => return None,
    }
    let mut at = start;
    while let Some(c) = scanner.peek(at).filter(|_| at - start < LONGEST) {
        if c.is_whitespace() || matches!(c, '"' | '<' | '>' | '“' | '”' | '’') {
            break;
        }
        at += c.len_utf8();
    }
    let address = scanner.slice(start, at);
    let end = start + address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']).len();
    (end > start + 4).then_some(end)
}

fn upper(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_uppercase())
}

/// Takes a number, and the unit that is written onto it as a token of its own.
fn number(scanner: &mut Scanner, end: usize) {
    let start = scanner.at;
    let text = scanner.slice(start, end);
    let Some(cut) = text.find(|c: char| c.is_alphabetic()) else {
        return scanner.take(end, Class::Number);
    };
    let (digits, unit) = text.split_at(cut);
    let is_unit = scanner.lexicon.is_unit(unit) || is_stone(digits, unit);
    if !digits.ends_with(|c: char| c.is_ascii_digit()) || !is_unit {
        let end = clitic(text).map_or(end, |(cut, _)| start + cut);
        return scanner.take(end, Class::Word);
    }
    scanner.take(start + cut, Class::Number);
    match abbreviation(scanner, end) {
        Some((end, class)) => scanner.take(end, class),
        None => scanner.take(end, Class::Word),
    }
}

/// "12st", "11st": a weight, where "21st" is an ordinal.
fn is_stone(digits: &str, unit: &str) -> bool {
    unit == "st" && (!digits.ends_with('1') || digits.ends_with("11"))
}

/// Does the full stop at `end` belong to the word that ends there? Then the end of both, and what they are.
fn abbreviation(scanner: &Scanner, end: usize) -> Option<(usize, Class)> {
    let dot = scanner.byte(end) == b'.' && scanner.byte(end + 1) != b'.';
    if !dot {
        return None;
    }
    let word = scanner.slice(scanner.at, end);
    let after = end + 1;
    let spaced =
        |next: &str| scanner.goes_on(after, next).then_some((after + next.len(), Class::Abbreviation));
    let pulled_apart = match word {
        "a" | "p" => spaced(" m."),
        "A" | "P" => spaced(" M."),
        "U" => spaced(" S.").or_else(|| spaced(" K.")).or_else(|| spaced(" N.")),
        "D" => spaced(" C."),
        _ => None,
    };
    if pulled_apart.is_some() {
        return pulled_apart;
    }
    let mut letters = word.chars();
    if letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() {
        return Some((after, Class::Initial));
    }
    let lexicon = scanner.lexicon;
    let word = seat_of(word);
    let number_follows = || scanner.digit(after) || (scanner.byte(after) == b' ' && scanner.digit(after + 1));
    if lexicon.is_title(word) && !(scanner.after_number() && lexicon.is_unit(word)) {
        Some((after, Class::Title))
    } else if lexicon.is_abbreviation(word) || lexicon.is_title(word) || is_dotted(word) {
        Some((after, Class::Abbreviation))
    } else if lexicon.is_before_numbers(word) && number_follows() || is_versus(scanner, word, after) {
        Some((after, Class::Title))
    } else {
        None
    }
}

/// "Brandt v. Tolle": between the names of two parties.
fn is_versus(scanner: &Scanner, word: &str, after: usize) -> bool {
    let capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
    let before = scanner.last().is_some_and(|piece| capital(piece.text(scanner.text()).chars().next()));
    word == "v" && before && scanner.byte(after) == b' ' && capital(scanner.peek(after + 1))
}

/// "R-Ind", "D-N.Y": the state behind a party's letter.
fn seat_of(word: &str) -> &str {
    let letter = |party: &str| party.len() == 1 && party.starts_with(|c: char| c.is_ascii_uppercase());
    word.split_once('-').filter(|(party, _)| letter(party)).map_or(word, |(_, state)| state)
}

/// Letters with full stops between them, of which one at least stands alone: "U.S", "Ph.D".
fn is_dotted(word: &str) -> bool {
    let mut alone = false;
    let mut parts = 0;
    for part in word.split('.') {
        let letters = part.chars().count();
        if letters == 0 || letters > 3 || !part.chars().all(char::is_alphabetic) {
            return false;
        }
        alone |= letters == 1;
        parts += 1;
    }
    alone && parts > 1
}

/// The one word that Penn cuts without an apostrophe, after "can".
const CANNOT: &str = "cannot";

/// Where Penn cuts a contraction or a possessive ("do|n't", "Pakistan|'s"), and what the ending is.
fn clitic(word: &str) -> Option<(usize, Class)> {
    if word.eq_ignore_ascii_case(CANNOT) {
        return Some((3, Class::Word));
    }
    let (cut, apostrophe) = word.char_indices().rev().take(4).find(|(_, c)| matches!(c, '\'' | '’'))?;
    let ending = word.get(cut + apostrophe.len_utf8()..)?;
    let is = |other: &str| ending.eq_ignore_ascii_case(other);
    let before = word.get(..cut)?;
    let (cut, class) = if is("t") && before.ends_with(['n', 'N']) {
        (cut - 1, Class::Word)
    } else if is("s") {
        (cut, Class::Possessive)
    } else if ["re", "ve", "ll", "d", "m"].into_iter().any(is) {
        (cut, Class::Word)
    } else {
        return None;
    };
    (cut > 0).then_some((cut, class))
}
