//! Text with marks in it, which may overlap.

use std::ops::Range;

use maud::{Markup, html};

/// A piece of text.
pub(super) struct Stroke<M> {
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// What to draw of it.
    pub(super) mark: M,
}

/// Cuts a range of text where marks begin and end, and draws each piece: it gets the text and the marks that cover it,
/// and of these tells which begin with the piece and which end with it. Marks come in order of where they begin.
pub(super) fn pieces<M>(
    text: &str,
    range: &Range<usize>,
    marks: &[Stroke<M>],
    draw: impl Fn(&str, &[Part<'_, M>]) -> Markup,
) -> Markup {
    let mut cuts: Vec<usize> = marks.iter().flat_map(|mark| [mark.range.start, mark.range.end]).collect();
    cuts.extend([range.start, range.end]);
    cuts.retain(|cut| range.contains(cut) || *cut == range.end);
    cuts.sort_unstable();
    cuts.dedup();
    let (mut waiting, mut open): (_, Vec<&Stroke<M>>) = (marks.iter().peekable(), Vec::new());
    let pieces = cuts.windows(2).map(|piece| {
        let [start, end] = *piece else { return html! {} };
        while let Some(mark) = waiting.next_if(|mark| mark.range.start <= start) {
            open.push(mark);
        }
        open.retain(|mark| mark.range.end > start);
        let part = |mark: &&'_ Stroke<M>| (mark.range.start.max(range.start), mark.range.end.min(range.end));
        let parts: Vec<Part<'_, M>> = open
            .iter()
            .map(|stroke| {
                let (first, last) = part(stroke);
                Part { mark: &stroke.mark, begins: first == start, ends: last == end }
            })
            .collect();
        draw(text.get(start..end).unwrap_or_default(), &parts)
    });
    html! { @for piece in pieces { (piece) } }
}

/// A mark on a piece of text.
pub(super) struct Part<'m, M> {
    pub(super) mark: &'m M,
    /// Does the mark begin with the piece?
    pub(super) begins: bool,
    /// Does it end with it?
    pub(super) ends: bool,
}

#[cfg(test)]
mod tests;
