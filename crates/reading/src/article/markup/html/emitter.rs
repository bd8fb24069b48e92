//! Between html5gum and the [`Reader`]: tags with the attributes that matter, text with the bytes it stands for.

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

use super::{Attributes, Reader};

/// The attributes that anybody asks for.
const ATTRIBUTES: [&str; 14] = [
    "class", "content", "datetime", "hidden", "href", "id", "itemprop", "lang", "name", "property",
    "pubdate", "role", "style", "type",
];

/// Runs the tokenizer over a page that begins at byte `from` of `text`.
pub(super) fn run(text: &str, from: usize, reader: &mut Reader) {
    let page = text.get(from..).unwrap_or("");
    let tags = Tags {
        page: page.as_bytes(),
        from,
        position: 0,
        done: 0,
        name: Vec::new(),
        is_start: false,
        self_closing: false,
        tag_start: 0,
        last_start_tag: Vec::new(),
        attribute: Vec::new(),
        value: Vec::new(),
        attributes: Attributes::default(),
        reader,
    };
    // Reading a string cannot fail: the error type has no values.
    let Ok(_) = Tokenizer::new_with_emitter(page, tags).finish();
}

struct Tags<'a, 'r> {
    page: &'a [u8],
    /// Where the page begins in the whole text.
    from: usize,
    /// How far the tokenizer has read, in bytes of the page.
    position: usize,
    /// Up to where text was handed on.
    done: usize,
    name: Vec<u8>,
    is_start: bool,
    self_closing: bool,
    tag_start: usize,
    last_start_tag: Vec<u8>,
    attribute: Vec<u8>,
    value: Vec<u8>,
    attributes: Attributes,
    reader: &'a mut Reader<'r>,
}

impl Tags<'_, '_> {
    fn end_attribute(&mut self) {
        if let Some(name) = ATTRIBUTES.iter().find(|n| n.as_bytes() == self.attribute) {
            let value = String::from_utf8_lossy(&self.value).into_owned();
            self.attributes.0.push((name, value));
        }
        self.attribute.clear();
        self.value.clear();
    }
}

impl Emitter for Tags<'_, '_> {
    type Token = std::convert::Infallible;

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn init_string(&mut self) {
        self.done = self.done.max(self.position);
    }

    fn emit_string(&mut self, text: &[u8]) {
        // Most text stands in the page as it is; what does not (entities) stands for all bytes since the last.
        let end = self.position.min(self.page.len());
        let same =
            end.checked_sub(text.len()).filter(|s| *s >= self.done && self.page.get(*s..end) == Some(text));
        let start = same.unwrap_or(self.done).min(end);
        self.reader.text(text, self.from + start, self.from + end);
        self.done = end.max(self.done);
    }

    fn start_open_tag(&mut self) {
        self.tag_start = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.name.clear();
        self.attributes.0.clear();
        self.is_start = true;
        self.self_closing = false;
    }

    fn init_end_tag(&mut self) {
        self.name.clear();
        self.attributes.0.clear();
        self.is_start = false;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn init_attribute(&mut self) {
        self.end_attribute();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.value.extend_from_slice(value);
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_attribute();
        let (start, end) = (self.from + self.tag_start, self.from + self.position.min(self.page.len()));
        self.last_start_tag.clear();
        let next = naive_next_state(&self.name).filter(|_| self.is_start);
        if self.is_start {
            // "<svg/>" and its like hold nothing; "<script/>" holds what follows, as browsers see it.
            let empty = self.self_closing && next.is_none();
            self.reader.start_tag(&self.name, &self.attributes, empty, start..end.max(start));
            self.last_start_tag.extend_from_slice(&self.name);
        } else {
            self.reader.end_tag(&self.name, start);
        }
        self.done = self.position;
        next
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        !self.is_start && !self.last_start_tag.is_empty() && self.last_start_tag == self.name
    }

    fn set_self_closing(&mut self) {
        self.self_closing = true;
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Self::Token> {
        None
    }

    fn set_last_start_tag(&mut self, _: Option<&[u8]>) {}
    fn emit_eof(&mut self) {}
    fn emit_error(&mut self, _: Error) {}
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn emit_current_comment(&mut self) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn emit_current_doctype(&mut self) {}
}
