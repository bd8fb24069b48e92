//! Markdown: headings, paragraphs, list items and quotations; code, images and link targets are left out.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use crate::article::{Block, BlockKind};

/// Reads a text from byte `from` on.
pub fn read(text: &str, from: usize, builder: &mut Builder) -> Vec<Block> {
    let body = text.get(from..).unwrap_or("");
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader { builder, blocks: Vec::new(), skipped: 0, links: 0, linked: 0, title: false };
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        reader.event(&event, from + range.start..from + range.end);
    }
    reader.end_block(BlockKind::Paragraph, text.len());
    reader.blocks
}

struct Reader<'a> {
    builder: &'a mut Builder,
    blocks: Vec<Block>,
    /// How many open elements are left out.
    skipped: usize,
    /// How many links are open, and how many bytes of the block stand in links.
    links: usize,
    linked: usize,
    /// Was there a headline?
    title: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range.start),
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
            Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.skipped += 1;
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            _ => self.end_block(BlockKind::Paragraph, at),
        }
    }

    fn end(&mut self, tag: TagEnd, at: usize) {
        match tag {
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            TagEnd::CodeBlock => {
                self.skipped = self.skipped.saturating_sub(1);
                self.end_block(BlockKind::Paragraph, at);
            }
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
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

    /// Ends a block; one that is all link leads away from the article.
    fn end_block(&mut self, kind: BlockKind, at: usize) {
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
