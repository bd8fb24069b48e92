//! A picture of nodes in columns as SVG. What it looks like stands in the page's style.

use maud::{Markup, html};

use super::columns::{Edge, Link, Node, Shape, order};

/// How large a node is, and how far apart nodes and columns stand.
const WIDTH: usize = 230;
const HEIGHT: usize = 42;
const GAP: usize = 12;
const BETWEEN: usize = 72;
/// Above the nodes stand the titles of the columns.
const TOP: usize = 36;
const MARGIN: usize = 8;
/// The two lines of a node are cut if they are longer than this, in characters.
const LONGEST: [usize; 2] = [27, 32];

/// Draws nodes and edges.
pub(super) fn svg(nodes: &[Node], edges: &[Edge]) -> Markup {
    let columns = order(nodes, edges);
    let rows = columns.iter().map(|(_, column)| column.len()).max().unwrap_or_default();
    let (width, height) =
        (2 * MARGIN + columns.len() * (WIDTH + BETWEEN) - BETWEEN, 2 * MARGIN + TOP + rows * (HEIGHT + GAP));
    let mut places = vec![(0, 0); nodes.len()];
    for (at, (_, column)) in columns.iter().enumerate() {
        let free = (rows - column.len()) * (HEIGHT + GAP) / 2;
        for (row, node) in column.iter().enumerate() {
            let place = (left(at), MARGIN + TOP + free + row * (HEIGHT + GAP));
            places.get_mut(*node).into_iter().for_each(|known| *known = place);
        }
    }
    let place = |node: usize| places.get(node).copied().unwrap_or_default();
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {width} {height}")) width=(width) height=(height) {
            @for (at, (column, _)) in columns.iter().enumerate() {
                text.column x=(left(at)) y=(MARGIN + TOP / 2) { (column.title()) }
            }
            g.edges {
                @for edge in edges {
                    path.(class(edge.link)) data-from=(edge.from) data-to=(edge.to) d=(curve(place(edge.from), place(edge.to))) {
                        @if let Link::Role(role) = edge.link { title { (role.name()) } }
                    }
                }
            }
            @for (_, column) in &columns {
                @for (number, node) in column.iter().filter_map(|number| Some((*number, nodes.get(*number)?))) {
                    (self::node(number, node, place(number)))
                }
            }
        }
    }
}

fn left(column: usize) -> usize {
    MARGIN + column * (WIDTH + BETWEEN)
}

fn class(link: Link) -> &'static str {
    match link {
        Link::Tells => "tells",
        Link::Disputed(severity) => severity.name(),
        Link::Role(_) => "role",
    }
}

/// From the right side of one node to the left side of another.
fn curve(from: (usize, usize), to: (usize, usize)) -> String {
    let ((x1, y1), (x2, y2)) = ((from.0 + WIDTH, from.1 + HEIGHT / 2), (to.0, to.1 + HEIGHT / 2));
    let bend = x2.saturating_sub(x1) / 2;
    format!("M{x1} {y1}C{} {y1} {} {y2} {x2} {y2}", x1 + bend, x2.saturating_sub(bend))
}

fn node(number: usize, node: &Node, (x, y): (usize, usize)) -> Markup {
    let shape = match node.shape {
        Shape::Article => "article",
        Shape::Value => "value",
        Shape::Event => "event",
        Shape::Entity => "entity",
        Shape::Place => "place",
    };
    let severity = node.severity.map_or("", |severity| severity.name());
    let round = if matches!(node.shape, Shape::Entity | Shape::Place) { HEIGHT / 2 } else { 4 };
    let ([one, two], [room, more_room]) = (&node.lines, LONGEST);
    // What stands on one line is in its middle.
    let (first, second) = if two.is_empty() { (26, 0) } else { (18, 34) };
    let drawn = html! {
        title { (one) @if !two.is_empty() { " – " (two) } }
        rect x=(x) y=(y) width=(WIDTH) height=(HEIGHT) rx=(round) {}
        text.one x=(x + 14) y=(y + first) { (cut(one, room)) }
        @if !two.is_empty() { text.two x=(x + 14) y=(y + second) { (cut(two, more_room)) } }
    };
    html! {
        g.node.(shape).(severity) data-node=(number) {
            @if let Some(href) = &node.href { a href=(format!("#{href}")) { (drawn) } } @else { (drawn) }
        }
    }
}

/// What there is room for.
fn cut(line: &str, room: usize) -> String {
    match line.char_indices().nth(room) {
        None => line.to_owned(),
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
    }
}
