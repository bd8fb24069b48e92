//! Bytes become text: which encoding a file has, and where each character stands on disk.
//!
//! UTF-8 is the rule. UTF-16 is known by its byte order mark or by the zero bytes of Latin text; HTML may name
//! its encoding; what is left is read as Windows-1252, the encoding of old wire copy. Text that was decoded
//! wrongly *before* it was saved is the matter of [`mojibake`].

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::source::OffsetMap;

pub mod mojibake;

/// How far into a file binary content and a declared encoding are looked for, in bytes.
const HEAD: usize = 8 * 1024;

/// A file's text and the way back to its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The whole file as text, without a byte order mark.
    pub text: String,
    /// From `text` to bytes on disk.
    pub map: OffsetMap,
    /// How it was read.
    pub how: How,
}

/// How a file's bytes were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// As UTF-8, with or without byte order mark: nothing to say.
    Utf8,
    /// As the encoding that an XML declaration names: nothing to say.
    Declared,
    /// As another encoding, by the name the WHATWG gives it.
    As(&'static str),
    /// As UTF-8 in which stray bytes were read as Windows-1252; the number of such bytes.
    Mixed(usize),
}

/// The file holds no text; what it seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binary(pub &'static str);

/// First bytes of files that people put beside articles by mistake.
/// Source: the formats' own specifications, as collected in file(1).
const MAGIC: [(&[u8], &str); 10] = [
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xD0\xCF\x11\xE0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"7z\xBC\xAF", "a 7z archive"),
    (b"\x7FELF", "a program"),
    (b"\xFF\xFE\0\0", "UTF-32 text"),
];

/// Reads bytes as text. `declared` says whether the encoding that an XML declaration or `<meta charset>` names is to be
/// honoured.
///
/// # Errors
/// [`Binary`] when the bytes are no text: a known file format, or zero bytes near the beginning.
pub fn decode(bytes: Vec<u8>, declared: bool) -> Result<Decoded, Binary> {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Binary(what));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        // A template with a mark of its own is put behind the server's.
        let marks = mark * bytes.chunks_exact(mark).take_while(|next| bytes.starts_with(next)).count();
        return Ok(if encoding == UTF_8 { utf8(bytes, marks) } else { legacy(&bytes, marks, encoding) });
    }
    if let Some(encoding) = unmarked_utf16(&bytes) {
        return Ok(legacy(&bytes, 0, encoding));
    }
    let head = bytes.get(..HEAD).unwrap_or(&bytes);
    if head.contains(&0) || controls(head) > head.len() / 10 {
        return Err(Binary("binary data"));
    }
    if declared && std::str::from_utf8(&bytes).is_err() {
        let (named, by_xml) = declared_encoding(head);
        if let Some(encoding) = named.filter(|e| *e != UTF_8 && (by_xml || *e != WINDOWS_1252)) {
            let decoded = legacy(&bytes, 0, encoding);
            // An XML declaration is the standard's own way to say so: there is nothing odd about it.
            return Ok(if by_xml { Decoded { how: How::Declared, ..decoded } } else { decoded });
        }
    }
    Ok(utf8(bytes, 0))
}

/// How many bytes are control characters that no text editor writes.
fn controls(head: &[u8]) -> usize {
    head.iter().filter(|b| matches!(b, 0x00..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F)).count()
}

/// UTF-8 from byte `mark` on; bytes that are none are read as Windows-1252.
fn utf8(mut bytes: Vec<u8>, mark: usize) -> Decoded {
    let mut map = OffsetMap::identity();
    if mark > 0 {
        bytes.drain(..mark);
        map.push(bytes.len(), mark, bytes.len());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, map, how: How::Utf8 },
        Err(error) => mixed(error.as_bytes(), mark),
    }
}

/// UTF-8 with stray bytes, each read as Windows-1252.
fn mixed(bytes: &[u8], mark: usize) -> Decoded {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut map = OffsetMap::identity();
    let (mut at, mut stray, mut multibyte) = (mark, 0, false);
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid();
        if !valid.is_empty() {
            multibyte |= !valid.is_ascii();
            text.push_str(valid);
            map.push(valid.len(), at, valid.len());
            at += valid.len();
        }
        for byte in chunk.invalid() {
            let (char, _) = WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(byte));
            text.push_str(&char);
            map.push(char.len(), at, 1);
            at += 1;
            stray += 1;
        }
    }
    let how = if multibyte { How::Mixed(stray) } else { How::As(WINDOWS_1252.name()) };
    Decoded { text, map, how }
}

/// Any other encoding, from byte `mark` on. The decoder is fed byte by byte so that every character's bytes are
/// known; runs of ASCII are copied as they are.
fn legacy(bytes: &[u8], mark: usize, encoding: &'static Encoding) -> Decoded {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len());
    let mut map = OffsetMap::identity();
    // Bytes from `from` to `at` were fed and have not come out as a character yet.
    let (mut from, mut at) = (mark, mark);
    while let Some(rest) = bytes.get(at..).filter(|r| !r.is_empty()) {
        let ascii =
            if from == at && encoding.is_ascii_compatible() { Encoding::ascii_valid_up_to(rest) } else { 0 };
        if let Some(run) = rest.get(..ascii).filter(|r| !r.is_empty()) {
            text.push_str(&String::from_utf8_lossy(run));
            map.push(run.len(), at, run.len());
            at += run.len();
            from = at;
            continue;
        }
        let before = text.len();
        let last = rest.len() == 1;
        feed(&mut decoder, rest.get(..1).unwrap_or(rest), last, &mut text);
        at += 1;
        if text.len() > before {
            map.push(text.len() - before, from, at - from);
            from = at;
        }
    }
    Decoded { text, map, how: How::As(encoding.name()) }
}

/// Feeds one byte to a decoder and appends what comes out.
fn feed(decoder: &mut encoding_rs::Decoder, byte: &[u8], last: bool, text: &mut String) {
    // Ten bytes hold any one character and the replacement characters that a broken sequence leaves before it.
    let mut buffer = [0u8; 32];
    let (_, _, written, _) = decoder.decode_to_utf8(byte, &mut buffer, last);
    text.push_str(&String::from_utf8_lossy(buffer.get(..written).unwrap_or_default()));
}

/// UTF-16 without byte order mark shows in Latin text by a zero in nearly every second byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let pairs = head.len() / 2;
    if pairs < 4 || !head.contains(&0) {
        return None;
    }
    let (mut even, mut odd) = (0, 0);
    for pair in head.chunks_exact(2) {
        even += usize::from(pair.first() == Some(&0));
        odd += usize::from(pair.last() == Some(&0));
    }
    let (most, few) = (pairs * 7 / 10, pairs / 50);
    match (even, odd) {
        _ if odd >= most && even <= few => Some(UTF_16LE),
        _ if even >= most && odd <= few => Some(UTF_16BE),
        _ => None,
    }
}

/// A part of an archive, which is XML; what is no text gives none.
pub(crate) fn xml_text(bytes: Vec<u8>) -> String {
    decode(bytes, true).map_or_else(|_| String::new(), |decoded| decoded.text)
}

/// The encoding that `<?xml version="1.0" encoding="..."?>`, `<meta charset=...>` or
/// `<meta http-equiv ... content="...; charset=...">` names.
/// Says as well whether it was the XML declaration.
fn declared_encoding(head: &[u8]) -> (Option<&'static Encoding>, bool) {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let declaration = head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"));
    match declaration.and_then(|(declaration, _)| label_behind(declaration, "encoding")) {
        Some(encoding) => (Some(encoding), true),
        None => (label_behind(&head, "charset"), false),
    }
}

/// The encoding that a text in lower case names behind a key.
fn label_behind(text: &str, key: &str) -> Option<&'static Encoding> {
    let (_, after) = text.split_once(key)?;
    let after = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label = after.split(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c)).next()?;
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests;
