//! The elements of HTML that matter here, and the stack of those that are open.

use super::Attributes;
use crate::article::markup::cues::Cues;

/// What an element means for the text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A block of its own: paragraphs, list items, table cells.
    Block,
    /// A heading of some level.
    Heading(u8),
    /// The report, or a teaser of another.
    Article,
    /// The page's main part.
    Main,
    /// The head of the page, or of the article.
    Header,
    /// Navigation, the foot of the page.
    Beside,
    /// A sidebar; on some pages the report.
    Aside,
    /// A picture with its caption.
    Caption,
    /// Not for reading, and no boundary between words.
    Skip,
    /// A hyperlink.
    Link,
    /// A date for programs.
    Time,
    /// The page's title.
    Title,
    /// A line break.
    Break,
    /// A rule between paragraphs.
    Rule,
    /// What the page says of itself.
    Meta,
    /// A quotation that gets its marks from the browser.
    Quote,
    /// Above the line.
    Raised,
}

/// All elements that are not simply part of the line they stand in, sorted by name.
/// Source: HTML Living Standard, sections 4 and 15.3, and the elements of HTML 3.2 that it calls obsolete.
const ELEMENTS: [(&str, Role); 80] = [
    ("a", Role::Link),
    ("address", Role::Block),
    ("article", Role::Article),
    ("aside", Role::Aside),
    ("audio", Role::Skip),
    ("blockquote", Role::Block),
    ("body", Role::Block),
    ("br", Role::Break),
    ("button", Role::Skip),
    ("canvas", Role::Skip),
    ("caption", Role::Caption),
    ("center", Role::Block),
    ("dd", Role::Block),
    ("del", Role::Skip),
    ("details", Role::Block),
    ("dialog", Role::Beside),
    ("dir", Role::Block),
    ("div", Role::Block),
    ("dl", Role::Block),
    ("dt", Role::Block),
    ("fieldset", Role::Block),
    ("figcaption", Role::Caption),
    ("figure", Role::Caption),
    ("footer", Role::Beside),
    ("form", Role::Block),
    ("frameset", Role::Block),
    ("h1", Role::Heading(1)),
    ("h2", Role::Heading(2)),
    ("h3", Role::Heading(3)),
    ("h4", Role::Heading(4)),
    ("h5", Role::Heading(5)),
    ("h6", Role::Heading(6)),
    ("head", Role::Block),
    ("header", Role::Header),
    ("hgroup", Role::Block),
    ("hr", Role::Rule),
    ("html", Role::Block),
    ("iframe", Role::Skip),
    ("label", Role::Skip),
    ("legend", Role::Block),
    ("li", Role::Block),
    ("main", Role::Main),
    ("map", Role::Skip),
    ("math", Role::Skip),
    ("menu", Role::Beside),
    ("meta", Role::Meta),
    ("nav", Role::Beside),
    ("noframes", Role::Skip),
    ("noscript", Role::Skip),
    ("object", Role::Skip),
    ("ol", Role::Block),
    ("optgroup", Role::Skip),
    ("option", Role::Skip),
    ("p", Role::Block),
    ("pre", Role::Block),
    ("q", Role::Quote),
    ("s", Role::Skip),
    ("script", Role::Skip),
    ("search", Role::Beside),
    ("section", Role::Block),
    ("select", Role::Skip),
    ("strike", Role::Skip),
    ("style", Role::Skip),
    ("summary", Role::Block),
    ("sup", Role::Raised),
    ("svg", Role::Skip),
    ("table", Role::Block),
    ("tbody", Role::Block),
    ("td", Role::Block),
    ("template", Role::Skip),
    ("textarea", Role::Skip),
    ("tfoot", Role::Block),
    ("th", Role::Block),
    ("thead", Role::Block),
    ("time", Role::Time),
    ("title", Role::Title),
    ("tr", Role::Block),
    ("ul", Role::Block),
    ("video", Role::Skip),
    ("xmp", Role::Block),
];

/// An element, as an index into [`ELEMENTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Element(usize);

impl Element {
    pub(super) fn named(name: &[u8]) -> Option<Element> {
        ELEMENTS.binary_search_by(|(n, _)| n.as_bytes().cmp(name)).ok().map(Element)
    }

    pub(super) fn role(self) -> Role {
        ELEMENTS.get(self.0).map_or(Role::Block, |(_, role)| *role)
    }
}

/// Does an element's class or id name furniture? Elements that hold the report or the whole page are exempt.
pub(super) fn is_furniture(role: Role, attributes: &Attributes) -> bool {
    if !matches!(role, Role::Block | Role::Header | Role::Aside | Role::Caption) {
        return false;
    }
    let classes = &Cues::builtin().classes;
    let names = ["class", "id"].into_iter().filter_map(|name| attributes.get(name));
    names.flat_map(str::split_whitespace).any(|name| {
        let name = name.to_ascii_lowercase();
        let mut words = name.split(['-', '_']).filter(|w| !w.is_empty());
        let first = words.next().unwrap_or("");
        let last = words.next_back().unwrap_or(first);
        let says_with = matches!(first, "has" | "no" | "with" | "without" | "is" | "js");
        classes.contains(&name) || (!says_with && (classes.contains(first) || classes.contains(last)))
    })
}

/// Is it the part of a page that a well-known service fills: consent to cookies, teasers, comments, embedded posts?
/// The whole page may be of such a class ("cookieconsent-open"), and so may the report.
pub(super) fn is_service(element: Element, attributes: &Attributes) -> bool {
    let whole = [&b"html"[..], b"body"].into_iter().any(|name| Element::named(name) == Some(element));
    if whole || matches!(element.role(), Role::Article | Role::Main | Role::Heading(1)) {
        return false;
    }
    if attributes
        .get("role")
        .is_some_and(|role| matches!(role, "dialog" | "alertdialog" | "navigation" | "search"))
    {
        return true;
    }
    let services = &Cues::builtin().services;
    let names = ["class", "id"].into_iter().filter_map(|name| attributes.get(name));
    names.flat_map(str::split_whitespace).any(|name| services.begin(&name.to_ascii_lowercase()))
}

/// Is an element not shown?
pub(super) fn is_hidden(attributes: &Attributes) -> bool {
    let style = attributes.get("style").map(|s| s.to_ascii_lowercase().replace(' ', ""));
    attributes.get("hidden").is_some() || style.is_some_and(|s| s.contains("display:none"))
}

#[derive(Debug, Clone, Copy)]
struct Open {
    element: Element,
    classed: bool,
    hidden: bool,
    /// It opened this article.
    article: Option<usize>,
}

/// The open elements, and how many of each sort there are.
#[derive(Debug, Default)]
pub(super) struct Stack {
    open: Vec<Open>,
    counts: Vec<usize>,
    article: Option<usize>,
    skip: usize,
    beside: usize,
    aside: usize,
    caption: usize,
    main: usize,
    classed: usize,
    heading: Vec<u8>,
}

impl Stack {
    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    pub(super) fn is_skipped(&self) -> bool {
        self.skip > 0
    }

    pub(super) fn is_beside(&self) -> bool {
        self.beside > 0
    }

    pub(super) fn is_aside(&self) -> bool {
        self.aside > 0
    }

    pub(super) fn is_caption(&self) -> bool {
        self.caption > 0
    }

    pub(super) fn is_main(&self) -> bool {
        self.main > 0
    }

    pub(super) fn is_classed(&self) -> bool {
        self.classed > 0
    }

    /// The number of the outermost open article.
    pub(super) fn article(&self) -> Option<usize> {
        self.article
    }

    /// The level of the innermost open heading.
    pub(super) fn heading(&self) -> Option<u8> {
        self.heading.last().copied()
    }

    /// Opens an element; `article` is its number if it is an outermost article.
    pub(super) fn push(&mut self, element: Element, classed: bool, article: Option<usize>) {
        self.counts.resize(ELEMENTS.len(), 0);
        if let Some(count) = self.counts.get_mut(element.0) {
            *count += 1;
        }
        if let Role::Heading(level) = element.role() {
            self.heading.push(level);
        }
        self.article = self.article.or(article);
        let open = Open { element, classed, hidden: self.is_page_header(element), article };
        self.open.push(open);
        self.count(open, true);
    }

    /// Hides the innermost element.
    pub(super) fn hide(&mut self) {
        if let Some(open) = self.open.last_mut().filter(|o| !o.hidden) {
            open.hidden = true;
            self.beside += 1;
        }
    }

    /// A header outside every article is that of the page.
    fn is_page_header(&self, element: Element) -> bool {
        element.role() == Role::Header && self.article.is_none() && self.main == 0
    }

    fn count(&mut self, open: Open, up: bool) {
        let change = |n: &mut usize| *n = if up { *n + 1 } else { n.saturating_sub(1) };
        match open.element.role() {
            Role::Skip => change(&mut self.skip),
            Role::Beside => change(&mut self.beside),
            Role::Aside => change(&mut self.aside),
            Role::Caption => change(&mut self.caption),
            Role::Main => change(&mut self.main),
            _ => {}
        }
        if open.hidden {
            change(&mut self.beside);
        }
        if open.classed {
            change(&mut self.classed);
        }
    }

    /// Closes what the start of `element` closes without saying so: an open paragraph or heading.
    pub(super) fn close_implied(&mut self, element: Element) {
        let implied = |open: &Open| {
            matches!(open.element.role(), Role::Heading(_))
                || (open.element == element && Element::named(b"p") == Some(element))
        };
        if self.open.last().is_some_and(implied) {
            self.pop_last();
        }
    }

    /// Closes an element and all that was opened in it. Without such an element open, nothing happens.
    pub(super) fn pop(&mut self, element: Element) {
        if self.counts.get(element.0).is_none_or(|count| *count == 0) {
            return;
        }
        while self.pop_last().is_some_and(|popped| popped != element) {}
    }

    fn pop_last(&mut self) -> Option<Element> {
        let open = self.open.pop()?;
        if let Some(count) = self.counts.get_mut(open.element.0) {
            *count = count.saturating_sub(1);
        }
        if let Role::Heading(_) = open.element.role() {
            self.heading.pop();
        }
        if open.article.is_some() {
            self.article = None;
        }
        self.count(open, false);
        Some(open.element)
    }
}
