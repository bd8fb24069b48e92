//! "Did you mean ...?": what a person may have meant by a word that nobody knows.

/// Longer words than this (in characters) are not compared.
const LONGEST: usize = 40;

/// The candidate that a person may have meant by `word`, if one is near enough.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    let lower = word.to_lowercase();
    let distance = |candidate: &str| strsim::damerau_levenshtein(&lower, candidate);
    let nearest = candidates.into_iter().map(|c| (distance(c), c)).min_by_key(|(distance, _)| *distance);
    // One letter in three may be wrong; a little more where the first is right, for few slips begin a word.
    let most = |candidate: &str| match candidate.chars().next() == lower.chars().next() {
        true => length.div_ceil(3),
        false => (length / 3).max(1),
    };
    nearest.filter(|(distance, candidate)| *distance <= most(candidate)).map(|(_, candidate)| candidate)
}

/// "did you mean `x`?", or else the list of what there is.
pub fn hint(word: &str, candidates: &[&str]) -> String {
    match nearest(word, candidates.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("one of: {}", candidates.join(", ")),
    }
}

#[cfg(test)]
mod tests;
