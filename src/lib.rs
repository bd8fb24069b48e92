//! gainsay reads news articles and shows where they contradict each other or themselves.
//!
//! A [`Session`] holds articles, rules and settings, and answers what is asked of them:
//!
//! ```
//! use gainsay::{Archive, Inputs, Options, Project, Session};
//!
//! # fn main() -> std::io::Result<()> {
//! # let folder = std::env::temp_dir().join(format!("gainsay-example-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! # let wire = folder.join("wire.txt").display().to_string();
//! # std::fs::write(&wire, "Police in Split said on Monday that a fire on the ferry Jadran killed nine people.")?;
//! let archive = Archive::Paths(vec![wire]);
//! let inputs = Inputs { archive, ..Inputs::default() };
//! let mut session = Session::new(Project::default(), inputs, Options::default());
//!
//! // A draft that is not saved yet.
//! session.set_text("draft.txt", "A fire on the ferry Jadran killed ten people in Split on Monday, police said.");
//! for finding in &session.check().findings {
//!     let first = &finding.labels[0];
//!     let file = session.sources().get(first.source);
//!     assert_eq!((file.path.as_str(), file.position(first.span).line), ("draft.txt", 1));
//! }
//! assert_eq!(session.check().findings.len(), 1);
//! assert!(session.graph().events.len() >= 1);
//! # std::fs::remove_dir_all(&folder)
//! # }
//! ```
//!
//! Behind it stand the stages, each a module of its own: [`article`] makes sentences of bytes, [`claim`] finds in them who
//! did what, [`graph`] makes one graph of all articles, [`rules`] find in it what cannot both be true, and [`view`] shows
//! that. [`app`] is the command line, [`lsp`] serves editors.

pub mod app;
pub mod config;
pub mod lsp;
pub mod rule_test;
pub mod rules;
#[cfg(feature = "serve")]
mod serve;
pub mod session;
pub mod suppress;
pub mod view;

pub use gainsay_graph::graph;
pub use gainsay_reading::{article, claim, diagnostic, hint, lexicon, logistic, source, symbol, truth};

pub use config::Config;
pub use diagnostic::{Diagnostic, Report, Severity};
pub use graph::Graph;
pub use lexicon::Lexicon;
pub use session::{Archive, Inputs, Options, Project, Session};
