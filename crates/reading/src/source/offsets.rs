//! The way from a cleaned text back to the file on disk.

use std::ops::Range;

use super::Span;

/// A piece of an [`OffsetMap`]: a run of units, each so many bytes of text that stand for so many on disk.
///
/// Text that is as it is on disk has units of one byte for one. An entity is one unit; the letters of a file in
/// UTF-16 are a run of units of one byte for two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Piece {
    /// Where it starts in the text and on disk.
    text: u32,
    disk: u32,
    /// How many units, and how long each is.
    units: u32,
    text_unit: u32,
    disk_unit: u32,
}

impl Piece {
    /// Is its text as it is on disk?
    fn is_plain(&self) -> bool {
        (self.text_unit, self.disk_unit) == (1, 1)
    }

    fn text_end(&self) -> u32 {
        self.text.saturating_add(self.units.saturating_mul(self.text_unit))
    }

    fn disk_end(&self) -> u32 {
        self.disk.saturating_add(self.units.saturating_mul(self.disk_unit))
    }

    /// The unit that an offset in the text lies in; the last for what lies beyond.
    fn unit_of_text(&self, offset: usize) -> u32 {
        let inside = offset.saturating_sub(self.text as usize) / (self.text_unit as usize).max(1);
        u32::try_from(inside).unwrap_or(u32::MAX).min(self.units.saturating_sub(1))
    }

    /// Where a unit starts on disk.
    fn disk_of_unit(&self, unit: u32) -> usize {
        (self.disk + unit * self.disk_unit) as usize
    }
}

/// Leads from offsets in a cleaned text (decoded, entities resolved, markup dropped) to bytes on disk and back.
///
/// Made of pieces in ascending order of both sides. Where text stands as it is on disk it maps byte by byte, else
/// in units (an entity, a re-encoded character) that map as a whole. No pieces at all: the identity.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
}

impl OffsetMap {
    /// The map of a text that is the file itself.
    pub fn identity() -> OffsetMap {
        OffsetMap::default()
    }

    /// Is this the identity?
    pub fn is_identity(&self) -> bool {
        self.pieces.is_empty()
    }

    /// How many pieces it is made of: what it takes to store it.
    pub fn pieces(&self) -> usize {
        self.pieces.len()
    }

    /// Appends to the map: the next `text_len` bytes of text stand for `disk_len` bytes at `disk`.
    /// What continues the piece before is merged with it.
    pub fn push(&mut self, text_len: usize, disk: usize, disk_len: usize) {
        match text_len == disk_len {
            true => self.push_units(text_len, (1, 1), disk),
            false => self.push_units(1, (text_len, disk_len), disk),
        }
    }

    /// The same for bytes that map as a whole even if they are as many on both sides.
    pub fn push_unit(&mut self, text_len: usize, disk: usize, disk_len: usize) {
        self.push_units(1, (text_len, disk_len), disk);
    }

    fn push_units(&mut self, units: usize, (text_unit, disk_unit): (usize, usize), disk: usize) {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (units, disk) = (clamp(units), clamp(disk));
        let (text_unit, disk_unit) = (clamp(text_unit), clamp(disk_unit));
        let text = self.pieces.last().map_or(0, Piece::text_end);
        if let Some(last) = self.pieces.last_mut() {
            let same = (last.text_unit, last.disk_unit) == (text_unit, disk_unit);
            if same && last.disk_end() == disk {
                last.units += units;
                return;
            }
        }
        self.pieces.push(Piece { text, disk, units, text_unit, disk_unit });
    }

    /// Appends the map of a text that follows: its first `text_len` bytes.
    pub fn append(&mut self, text_len: usize, map: &OffsetMap) {
        match map.is_identity() {
            true => self.push(text_len, 0, text_len),
            false => map.copy_pieces(0..text_len, self),
        }
    }

    /// Takes back what stands from byte `text_len` of the text on, which must not lie inside a unit.
    pub fn truncate(&mut self, text_len: usize) {
        while let Some(last) = self.pieces.last_mut() {
            let inside = (text_len.saturating_sub(last.text as usize)) / (last.text_unit as usize).max(1);
            let inside = u32::try_from(inside).unwrap_or(u32::MAX).min(last.units);
            if inside > 0 {
                last.units = inside;
                return;
            }
            self.pieces.pop();
        }
    }

    /// The bytes on disk that a range of text stands for.
    pub fn to_disk(&self, text: Range<usize>) -> Span {
        if self.pieces.is_empty() {
            return Span::new(text.start, text.end);
        }
        let start = self.piece_of_text(text.start);
        let from = if start.is_plain() {
            start.disk as usize + text.start.saturating_sub(start.text as usize)
        } else {
            start.disk_of_unit(start.unit_of_text(text.start))
        };
        if text.is_empty() {
            return Span::new(from, from);
        }
        let last = self.piece_of_text(text.end - 1);
        let to = if last.is_plain() {
            last.disk as usize + (text.end - last.text as usize)
        } else {
            last.disk_of_unit(last.unit_of_text(text.end - 1)) + last.disk_unit as usize
        };
        Span::new(from, to)
    }

    /// The range of text that stands for a span on disk.
    pub fn to_text(&self, span: Span) -> Range<usize> {
        if self.pieces.is_empty() {
            return span.range();
        }
        let start = self.text_of_disk(span.start, false);
        let end = self.text_of_disk(span.end, true);
        start..end.max(start)
    }

    /// The map that leads through this one and then through `below`: this one's disk side is the text side
    /// of `below` (reading text -> decoded text -> disk).
    pub fn through(&self, below: &OffsetMap) -> OffsetMap {
        if self.is_identity() {
            return below.clone();
        }
        if below.is_identity() {
            return self.clone();
        }
        let mut map = OffsetMap::identity();
        for piece in &self.pieces {
            if piece.is_plain() {
                below.copy_pieces(piece.disk as usize..piece.disk_end() as usize, &mut map);
                continue;
            }
            for unit in 0..piece.units {
                let start = piece.disk_of_unit(unit);
                let disk = below.to_disk(start..start + piece.disk_unit as usize);
                map.push_unit(piece.text_unit as usize, disk.start as usize, disk.len());
            }
        }
        map
    }

    /// Pushes the part of this map that lies in a range of its text to another map.
    fn copy_pieces(&self, text: Range<usize>, to: &mut OffsetMap) {
        let mut at = text.start;
        let first = self.pieces.partition_point(|p| p.text_end() as usize <= at);
        for piece in self.pieces.iter().skip(first) {
            let end = text.end.min(piece.text_end() as usize);
            if piece.is_plain() && at < end {
                to.push(end - at, piece.disk as usize + (at - piece.text as usize), end - at);
                at = end;
            }
            while at < end {
                let unit = piece.unit_of_text(at);
                let next = end.min((piece.text + (unit + 1) * piece.text_unit) as usize);
                to.push_unit(next - at, piece.disk_of_unit(unit), piece.disk_unit as usize);
                at = next;
            }
            if at >= text.end {
                return;
            }
        }
        if at < text.end {
            let disk = self.to_disk(text.end..text.end);
            to.push(text.end - at, disk.start as usize, 0);
        }
    }

    fn piece_of_text(&self, offset: usize) -> Piece {
        let at = self.pieces.partition_point(|p| p.text as usize <= offset);
        self.pieces[at.saturating_sub(1)]
    }

    fn text_of_disk(&self, offset: u32, end: bool) -> usize {
        let at = self.pieces.partition_point(|p| if end { p.disk < offset } else { p.disk <= offset });
        let p = self.pieces[at.saturating_sub(1)];
        let inside = offset.saturating_sub(p.disk);
        let units = match p.disk_unit {
            0 => {
                if inside == 0 {
                    0
                } else {
                    p.units
                }
            }
            unit if end => inside.div_ceil(unit),
            unit => inside / unit,
        };
        (p.text + units.min(p.units) * p.text_unit) as usize
    }
}
