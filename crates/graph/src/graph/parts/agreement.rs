//! How two parts lie to each other.

/// How a part of one claim lies to the same part of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Agreement {
    /// They say the same.
    Equal,
    /// They may mean one thing: a town and its country, a man and a minister.
    Compatible,
    /// They mean two things.
    Different,
    /// Nobody knows.
    Unknown,
}
