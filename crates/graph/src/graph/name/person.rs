//! When two names of persons may be one: short and full forms, initials, and the ways to write other alphabets.

use smallvec::SmallVec;

use super::{Name, plain_words};
use crate::lexicon::spelling::sound;
use crate::lexicon::{Lexicon, Sense};
use crate::symbol::Sym;

/// Given names that sound alike are one from so many letters on: "Sergei" and "Sergey", but not "Joan" and "Juan".
const SOUNDING: usize = 5;

/// "Lena Falk" and "Maria Lena Falk", "J. Smith" and "John Smith", "Smith" and "John Smith", "Jörg Falk" and "Joerg
/// Falk"; but not "Jane Smith" and "John Smith". A surname alone agrees too ("Falk" and "Lena Falk").
pub(super) fn agree(a: &Name, b: &Name, lexicon: &Lexicon) -> bool {
    let one = |x: &[Sym], y: &[Sym]| words_agree(x, y, lexicon);
    !(is_half_of(a, b, lexicon) || is_half_of(b, a, lexicon))
        && (one(&a.words, &b.words)
            || is_shortened(a, b, lexicon)
            || is_shortened(b, a, lexicon)
            || run_together(a, b)
            || transcribed(a, lexicon).is_some_and(|own| one(&own, &b.words))
            || transcribed(b, lexicon).is_some_and(|others| one(&a.words, &others)))
}

/// "Aguilar" of "Carlos Aguilar Melchor": behind given names, the first of two surnames, by which most call her.
pub(super) fn first_surname<'n>(name: &'n Name, lexicon: &Lexicon) -> Option<&'n Sym> {
    let given = |word: &Sym| lexicon.has(word, Sense::GivenName);
    let [first, .., own, last] = name.words.as_slice() else { return None };
    (given(first) && !given(own) && !given(last) && own.len() > 2 && last.len() > 2).then_some(own)
}

/// "Abdulrahman" and "Abdul Rahman": the same letters, cut into words otherwise.
fn run_together(a: &Name, b: &Name) -> bool {
    let length = |name: &Name| name.words.iter().map(|word| word.len()).sum::<usize>();
    let letters =
        |name: &Name| name.words.iter().flat_map(|word| word.bytes()).collect::<SmallVec<[u8; 32]>>();
    a.words.len() != b.words.len() && length(a) == length(b) && letters(a) == letters(b)
}

/// The last word with all that a hyphen joins to it: "guangcheng" of "Chen Guang-cheng".
pub(super) fn joined(name: &Name) -> Option<Sym> {
    let last = name.written.rsplit(' ').next().filter(|last| last.contains('-'))?;
    let parts = last.split('-').count();
    let from = name.words.len().checked_sub(parts).filter(|_| parts > 1)?;
    Some(Sym::from(name.words.get(from..)?.iter().map(Sym::as_str).collect::<String>()))
}

/// Is the one the other without the second of two surnames: "Carlos Aguilar", "Carlos Aguilar Melchor"?
fn is_shortened(short: &Name, long: &Name, lexicon: &Lexicon) -> bool {
    let Some((_, rest)) = long.words.split_last() else { return false };
    short.words.len() > 1
        && short.words.last() == first_surname(long, lexicon)
        && words_agree(&short.words, rest, lexicon)
}

/// The words as those write them who have no umlauts: "Jörg Müller" is "Joerg Mueller" too. None where that makes no
/// difference.
pub(super) fn transcribed(name: &Name, lexicon: &Lexicon) -> Option<SmallVec<[Sym; 2]>> {
    if name.written.is_ascii() {
        return None;
    }
    let mut written = String::with_capacity(name.written.len() + 4);
    for letter in name.written.chars() {
        match letter {
            'ä' | 'Ä' => written.push_str("ae"),
            'ö' | 'Ö' | 'ø' | 'Ø' => written.push_str("oe"),
            'ü' | 'Ü' => written.push_str("ue"),
            'å' | 'Å' => written.push_str("aa"),
            other => written.push(other),
        }
    }
    (written != name.written.as_str()).then(|| plain_words(&written, lexicon))
}

/// Is the one name but the last half of the other's double surname ("Lund", "Ana Meyer-Lund")? An article of Arabic names
/// is no half: "Assad" is "Bashar al-Assad".
fn is_half_of(short: &Name, long: &Name, lexicon: &Lexicon) -> bool {
    let [_] = short.words.as_slice() else { return false };
    let last = long.written.rsplit(' ').next().unwrap_or_default();
    let before = long.words.len().checked_sub(2).and_then(|at| long.words.get(at));
    last.contains('-') && before.is_some_and(|word| !lexicon.is_name_article(word))
}

fn words_agree(a: &[Sym], b: &[Sym], lexicon: &Lexicon) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (Some((last_short, given)), Some((last_long, others))) = (short.split_last(), long.split_last())
    else {
        return false;
    };
    if last_short != last_long {
        return false;
    }
    // "George H. W. Bush" is not "George W. Bush".
    if let ([_, x, ..], [_, y, ..]) = (given, others)
        && is_initial(x)
        && is_initial(y)
        && x != y
    {
        return false;
    }
    // Every given name of the shorter must match one of the longer, in order.
    let mut from = 0;
    let mut named = (0..).zip(given).filter(|(at, word)| *at == 0 || !lexicon.is_name_article(word));
    named.all(|(_, g)| match others[from..].iter().position(|o| given_agree(g, o, lexicon)) {
        Some(at) => {
            from += at + 1;
            true
        }
        None => false,
    })
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// Can two given names be one's: the same, short and full, an initial, or one of another alphabet in two writings?
pub(in crate::graph) fn given_agree(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let initial = |x: &str, y: &str| x.chars().count() == 1 && y.starts_with(x);
    let (full_a, full_b) = (full(a, lexicon), full(b, lexicon));
    full_a == full_b || initial(a, b) || initial(b, a) || sound_alike(full_a, full_b)
}

fn sound_alike(a: &str, b: &str) -> bool {
    let long = |name: &str| name.chars().count() >= SOUNDING;
    long(a) && long(b) && a.chars().next() == b.chars().next() && sound(a) == sound(b)
}

/// The full form of a given name, in the usual writing.
fn full<'a>(given: &'a str, lexicon: &'a Lexicon) -> &'a str {
    lexicon.full_name(given).map_or(given, Sym::as_str)
}
