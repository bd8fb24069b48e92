//! Where the nodes of a picture stand: in columns, each in an order with few crossings (barycentres; Sugiyama, Tagawa
//! and Toda 1981). All in whole numbers, so that a picture is the same everywhere.

use std::collections::BTreeMap;

use crate::diagnostic::Severity;
use crate::graph::Role;

/// The columns, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Articles,
    Values,
    Events,
    Entities,
}

impl Column {
    /// What stands above it.
    pub(super) fn title(self) -> &'static str {
        match self {
            Column::Articles => "Articles",
            Column::Values => "In dispute",
            Column::Events => "Events",
            Column::Entities => "Who and where",
        }
    }
}

/// What a node is drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Article,
    Value,
    Event,
    Entity,
    Place,
}

/// A node of a picture.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) column: Column,
    pub(super) shape: Shape,
    /// What it is, and what is to be said of it.
    pub(super) lines: [String; 2],
    /// The name of what it leads to on the page.
    pub(super) href: Option<String>,
    /// Of the worst finding that it is in.
    pub(super) severity: Option<Severity>,
    /// Nodes of one group stand together; 0 is none.
    pub(super) group: usize,
}

/// An edge of a picture, from left to right.
#[derive(Debug)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) link: Link,
}

/// What an edge says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// An article tells of an event.
    Tells,
    /// An article gives a value in dispute; a value is of an event, of somebody or of something.
    Disputed(Severity),
    /// Somebody takes part; something is there.
    Role(Role),
}

/// How often columns are put in order.
const ROUNDS: usize = 6;
/// Orders are compared on this scale, however long a column is.
const SCALE: usize = 10_000;

/// The columns that have nodes, each with its nodes from top to bottom.
pub(super) fn order(nodes: &[Node], edges: &[Edge]) -> Vec<(Column, Vec<usize>)> {
    let mut columns: BTreeMap<Column, Vec<usize>> = BTreeMap::new();
    for (number, node) in nodes.iter().enumerate() {
        columns.entry(node.column).or_default().push(number);
    }
    let mut columns: Vec<(Column, Vec<usize>)> = columns.into_iter().collect();
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for edge in edges {
        for (one, other) in [(edge.from, edge.to), (edge.to, edge.from)] {
            near.get_mut(one).into_iter().for_each(|near| near.push(other));
        }
    }
    let mut heights = vec![0; nodes.len()];
    columns.iter().for_each(|(_, column)| measure(column, &mut heights));
    for round in 0..ROUNDS {
        let count = columns.len();
        for step in 0..count {
            let at = if round % 2 == 0 { step } else { count - 1 - step };
            if let Some((_, column)) = columns.get_mut(at) {
                sort(column, nodes, &near, &heights);
                measure(column, &mut heights);
            }
        }
    }
    columns
}

/// How far down each node of a column stands.
fn measure(column: &[usize], heights: &mut [usize]) {
    for (row, node) in column.iter().enumerate() {
        heights
            .get_mut(*node)
            .into_iter()
            .for_each(|height| *height = (2 * row + 1) * SCALE / (2 * column.len()));
    }
}

/// Puts a column in the order of the mean height of each node's neighbours, with groups together.
fn sort(column: &mut [usize], nodes: &[Node], near: &[Vec<usize>], heights: &[usize]) {
    let height = |node: usize| heights.get(node).copied().unwrap_or_default();
    let pull = |node: usize| match near.get(node).map(Vec::as_slice) {
        None | Some([]) => height(node),
        Some(near) => near.iter().map(|other| height(*other)).sum::<usize>() / near.len(),
    };
    let group = |node: usize| nodes.get(node).map_or(0, |node| node.group);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for node in column.iter().filter(|node| group(**node) > 0) {
        groups.entry(group(*node)).or_default().push(pull(*node));
    }
    let of_group = |node: usize| match groups.get(&group(node)) {
        None => pull(node),
        Some(pulls) => pulls.iter().sum::<usize>() / pulls.len().max(1),
    };
    column.sort_by_key(|node| (of_group(*node), group(*node), pull(*node)));
}

#[cfg(test)]
mod tests;
