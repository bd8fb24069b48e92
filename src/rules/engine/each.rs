//! Statements read side by side: of a whole archive one rule after the other runs, and each has all threads.

use rayon::prelude::*;

use crate::graph::StatementId;

/// So many are read before what they gave is taken: what all give at a time would be much.
const STRETCH: usize = 8192;

/// Fewer are not worth another thread.
const LEAST: usize = 256;

/// Reads something of each statement, and hands it over in their order.
pub(super) fn read_each<T: Send>(
    statements: &[StatementId],
    read: impl Fn(StatementId) -> T + Sync,
    mut take: impl FnMut(StatementId, T),
) {
    for stretch in statements.chunks(STRETCH) {
        let all = stretch.par_iter().with_min_len(LEAST).map(|statement| read(*statement));
        let all: Vec<T> = all.collect();
        stretch.iter().zip(all).for_each(|(statement, found)| take(*statement, found));
    }
}

/// The statements of which something holds, in their order.
pub(super) fn those_that(
    statements: &[StatementId],
    holds: impl Fn(StatementId) -> bool + Sync,
) -> Vec<StatementId> {
    let mut those = Vec::new();
    read_each(statements, holds, |statement, holds| those.extend(holds.then_some(statement)));
    those
}
