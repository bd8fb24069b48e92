//! Markdown: headings, paragraphs, list items and quotations, and what stands in HTML; code, images, link targets and
//! what was struck out are left out.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::html::{self, superscript};
use crate::article::{Block, BlockKind};

/// Where a text shows code between fences, in bytes.
pub fn fenced(text: &str) -> Vec<Range<usize>> {
    let events = Parser::new(text).into_offset_iter();
    let code =
        events.filter(|(event, _)| matches!(event, Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_)))));
    code.map(|(_, range)| range).collect()
}

/// Reads a text from byte `from` on.
pub fn read(text: &str, from: usize, builder: &mut Builder) -> Vec<Block> {
    let body = text.get(from..).unwrap_or("");
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS;
    let mut reader = Reader {
        text,
        builder,
        blocks: Vec::new(),
        skipped: 0,
        deleted: 0,
        raised: false,
        links: 0,
        linked: 0,
        title: false,
    };
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        reader.event(&event, from + range.start..from + range.end);
    }
    reader.end_block(BlockKind::Paragraph, text.len());
    reader.blocks
}

struct Reader<'a> {
    text: &'a str,
    builder: &'a mut Builder,
    blocks: Vec<Block>,
    /// How many open elements are left out.
    skipped: usize,
    /// How many open tags of HTML inside lines say that text was deleted.
    deleted: usize,
    /// Is the text raised above the line?
    raised: bool,
    /// How many links are open, and how many bytes of the block stand in links.
    links: usize,
    linked: usize,
    /// Was there a headline?
    title: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event, range: Range<usize>) {
        match event {
            // A comment may stand before the text of its line, which is of the same block.
            Event::Start(Tag::HtmlBlock) => self.html(range),
            Event::Start(tag) => self.start(tag, range.start),
            Event::InlineHtml(tag) => self.inline(tag, range),
            Event::Text(_) | Event::Code(_) if self.deleted > 0 => {}
            Event::Text(words) if self.raised && self.skipped == 0 => {
                if let Some(shown) = superscript(words, self.builder.last()) {
                    self.builder.push(shown.as_bytes(), range);
                }
            }
            Event::End(tag) => self.end(*tag, range.end),
            Event::Text(words) | Event::Code(words) if self.skipped == 0 => {
                // Inline code stands between backticks, which belong to its range.
                self.builder.push(words.as_bytes(), range);
                self.linked += if self.links > 0 { words.len() } else { 0 };
            }
            Event::SoftBreak | Event::HardBreak => self.builder.push(b"\n", range),
            Event::Rule => self.end_block(BlockKind::Paragraph, range.start),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag, at: usize) {
        match tag {
            Tag::Link { .. } => self.links += 1,
            // What is indented in an article is a paragraph, not a program.
            Tag::CodeBlock(CodeBlockKind::Indented) => self.end_block(BlockKind::Paragraph, at),
            Tag::CodeBlock(_) | Tag::Image { .. } | Tag::MetadataBlock(_) => self.skipped += 1,
            Tag::Strikethrough => self.deleted += 1,
            Tag::HtmlBlock | Tag::Emphasis | Tag::Strong | Tag::Superscript | Tag::Subscript => {}
            Tag::BlockQuote(_) => {
                self.end_block(BlockKind::Paragraph, at);
                self.builder.open_quote();
            }
            _ => self.end_block(BlockKind::Paragraph, at),
        }
    }

    fn end(&mut self, tag: TagEnd, at: usize) {
        match tag {
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            TagEnd::Image | TagEnd::MetadataBlock(_) => self.skipped = self.skipped.saturating_sub(1),
            TagEnd::Strikethrough => self.deleted = self.deleted.saturating_sub(1),
            TagEnd::CodeBlock => {
                self.skipped = self.skipped.saturating_sub(1);
                self.end_block(BlockKind::Paragraph, at);
            }
            TagEnd::BlockQuote(_) => {
                self.end_block(BlockKind::Paragraph, at);
                self.builder.close_quote();
            }
            TagEnd::HtmlBlock
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
            TagEnd::Heading(level) => {
                let headline = level == HeadingLevel::H1 && !self.title;
                self.title |= headline;
                self.end_block(if headline { BlockKind::Headline } else { BlockKind::Heading }, at);
            }
            _ => self.end_block(BlockKind::Paragraph, at),
        }
    }

    /// A block of HTML: what is text in it is read.
    fn html(&mut self, range: Range<usize>) {
        self.end_block(BlockKind::Paragraph, range.start);
        let text = self.text.get(..range.end).unwrap_or("");
        let mut blocks = html::read(text, range.start, self.builder).blocks;
        let title = blocks.iter().any(|block| block.kind == BlockKind::Headline);
        // A second headline is a heading.
        for block in blocks.iter_mut().filter(|block| self.title && block.kind == BlockKind::Headline) {
            block.kind = BlockKind::Heading;
        }
        self.title |= title;
        self.blocks.append(&mut blocks);
    }

    /// A tag of HTML inside a line.
    fn inline(&mut self, tag: &str, range: Range<usize>) {
        let inner =
            tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').to_ascii_lowercase();
        let name = inner.split_whitespace().next().unwrap_or("");
        match name {
            "del" | "s" | "strike" => self.deleted += 1,
            "/del" | "/s" | "/strike" => self.deleted = self.deleted.saturating_sub(1),
            "sup" => self.raised = true,
            "/sup" => self.raised = false,
            "br" if self.skipped == 0 => self.builder.push(b"\n", range),
            _ => {}
        }
    }

    /// Ends a block; one that is all link leads away from the article.
    fn end_block(&mut self, kind: BlockKind, at: usize) {
        (self.deleted, self.raised) = (0, false);
        let linked = std::mem::take(&mut self.linked);
        let Some(mut block) = self.builder.end_block(kind, at) else { return };
        if kind == BlockKind::Paragraph && linked * 10 >= block.range.len() * 9 {
            block.kind = BlockKind::Furniture;
        }
        self.blocks.push(block);
    }
}

#[cfg(test)]
mod tests;
