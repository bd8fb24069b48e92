//! What [gainsay](https://crates.io/crates/gainsay) makes of many news articles: one graph of whom and what they name, what
//! happened, and who states what of it, each with its place in an article.
//!
//! ```
//! use gainsay_graph::graph::{Parsed, build};
//! use gainsay_graph::article::Article;
//! use gainsay_graph::claim;
//! use gainsay_graph::diagnostic::Part;
//! use gainsay_graph::lexicon::Lexicon;
//!
//! let lexicon = Lexicon::built_in();
//! let article = Article::from_text("A fire on the ferry Jadran killed nine people.", lexicon);
//! let reading = claim::read(&article, lexicon);
//! let parsed = Parsed { article, reading, part: Part::Draft, outlet: "Post".into(), name: "fire.txt".into() };
//! let graph = build(&[parsed], lexicon);
//! assert!(graph.statements().any(|(_, statement)| statement.role == "killed"));
//! ```
//!
//! [`graph`] is all that is here. The other modules are those of
//! [gainsay-reading](https://crates.io/crates/gainsay-reading), which reads the articles.

pub mod graph;

pub use gainsay_reading::{article, claim, diagnostic, lexicon, logistic, source, symbol, truth};
