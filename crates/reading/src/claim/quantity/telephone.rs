//! Telephone numbers, which count nothing: "555-0199", "+1 212 555 0100", "(030) 123 456", "020 7946 0958".

use smallvec::SmallVec;

use super::grouping::near;
use crate::claim::input::{Input, Word};

/// No number has more pieces.
const MOST: usize = 8;

/// Words in front of a number that say what it is for.
const CUES: [&str; 14] = [
    "call",
    "phone",
    "telephone",
    "tel",
    "tel.",
    "hotline",
    "helpline",
    "dial",
    "text",
    "fax",
    "ring",
    "mobile",
    "whatsapp",
    "sms",
];

/// Does the next word belong to a telephone number, whose pieces stand on both sides of it?
pub(super) fn is_telephone(input: Input<'_>) -> bool {
    let Some(first) = input.next().filter(|w| has_digits(*w)) else { return false };
    let beside = |a: Option<Word<'_>>, b: Option<Word<'_>>| {
        a.zip(b).is_some_and(|(a, b)| is_piece(a) && is_piece(b) && near(a, b))
    };
    let back = (1..MOST).take_while(|n| beside(input.before(*n), word(input, 1 - *n as isize))).count();
    let ahead = (1..MOST).take_while(|n| beside(input.peek(n - 1), input.peek(*n))).count();
    let alone = back + ahead == 0;
    // "0800111999": nobody counts with a zero in front.
    let number =
        |text: &str| text.len() > 6 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    if alone && !first.text().contains('-') {
        return number(first.text());
    }
    let pieces =
        (1..=back).rev().filter_map(|n| input.before(n)).chain((0..=ahead).filter_map(|n| input.peek(n)));
    let pieces: SmallVec<[&str; MOST]> = pieces.map(|w| w.text()).collect();
    let cued = (1..=3).filter_map(|n| input.before(back + n)).any(|w| w.is_any(&CUES));
    reads_as_telephone(&pieces, cued)
}

/// A word by its distance from the next one.
fn word<'a>(input: Input<'a>, at: isize) -> Option<Word<'a>> {
    if at < 0 { input.before(at.unsigned_abs()) } else { input.peek(at.unsigned_abs()) }
}

/// "555-0199", "212"
fn has_digits(word: Word<'_>) -> bool {
    let digits = |b: u8| b.is_ascii_digit();
    word.text().bytes().any(digits) && word.text().bytes().all(|b| digits(b) || b == b'-')
}

fn is_piece(word: Word<'_>) -> bool {
    has_digits(word) || word.is_any(&["+", "(", ")", "/", "-"])
}

/// Are groups of digits so long, and so joined, as those of a telephone number?
fn reads_as_telephone(pieces: &[&str], cued: bool) -> bool {
    let groups = pieces.iter().flat_map(|piece| piece.split('-')).filter(|g| !g.is_empty());
    let groups: SmallVec<[&str; MOST]> = groups.filter(|g| g.bytes().all(|b| b.is_ascii_digit())).collect();
    let lengths: SmallVec<[usize; MOST]> = groups.iter().map(|g| g.len()).collect();
    let total: usize = lengths.iter().sum();
    let joined = pieces.iter().any(|piece| piece.contains('-') || *piece == "(");
    let american = matches!(lengths.as_slice(), [3, 4] | [3, 3, 4] | [1, 3, 3, 4]);
    let trunk = groups.first().is_some_and(|g| g.starts_with('0') && (3..=5).contains(&g.len()));
    match groups.len() {
        0 | 1 => false,
        _ if pieces.first() == Some(&"+") => (8..=15).contains(&total),
        _ if trunk => (8..=12).contains(&total),
        _ if joined && american => true,
        _ => cued && (7..=15).contains(&total),
    }
}
