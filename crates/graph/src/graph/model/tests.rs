use std::mem::size_of;

use super::{Edge, Node, Provenance};
use crate::graph::EventMention;

/// Of ten thousand articles there are hundreds of thousands of each.
#[test]
fn what_there_is_very_often_is_small() {
    assert!(size_of::<Node>() <= 24, "{}", size_of::<Node>());
    assert!(size_of::<Edge>() <= 16, "{}", size_of::<Edge>());
    assert!(size_of::<Provenance>() <= 40, "{}", size_of::<Provenance>());
    assert!(size_of::<EventMention>() <= 72, "{}", size_of::<EventMention>());
}
