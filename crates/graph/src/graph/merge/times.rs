//! Times as articles share them: of ten thousand reports there are few days, told very often.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::claim::time::When;
use crate::graph::Value;

/// Times, each kept once.
#[derive(Default)]
pub(super) struct Times(FxHashSet<Arc<When>>);

impl Times {
    /// The same time as it is known already.
    pub(super) fn shared(&mut self, time: Arc<When>) -> Arc<When> {
        match self.0.get(&time) {
            Some(known) => known.clone(),
            None => {
                self.0.insert(time.clone());
                time
            }
        }
    }

    /// The same value, with its time as it is known already.
    pub(super) fn shared_in(&mut self, value: Value) -> Value {
        if let Value::Time(time) = value { Value::Time(self.shared(time)) } else { value }
    }
}
