use super::*;

fn node(column: Column, group: usize) -> Node {
    let lines = [String::new(), String::new()];
    Node { column, shape: Shape::Value, lines, href: None, severity: None, group }
}

fn edge(from: usize, to: usize) -> Edge {
    Edge { from, to, link: Link::Tells }
}

#[test]
fn edges_that_cross_are_untangled() {
    let nodes: Vec<Node> =
        [Column::Articles, Column::Events].iter().flat_map(|c| (0..3).map(|_| node(*c, 0))).collect();
    let edges = [edge(0, 5), edge(1, 4), edge(2, 3)];
    let columns = order(&nodes, &edges);
    let [(Column::Articles, articles), (Column::Events, events)] = columns.as_slice() else {
        panic!("{columns:?}")
    };
    let across: Vec<usize> = articles.iter().map(|article| 5 - article).collect();
    assert_eq!(&across, events);
}

#[test]
fn groups_stay_together_and_empty_columns_are_none() {
    let nodes = [1, 2, 1, 2].map(|group| node(Column::Values, group));
    let columns = order(&nodes, &[]);
    assert_eq!(columns, [(Column::Values, vec![0, 2, 1, 3])]);
}
