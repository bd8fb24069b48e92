//! What [gainsay](https://crates.io/crates/gainsay) reads in a news article: who did what, when and where, with the place
//! of each word in the file.
//!
//! ```
//! use gainsay_reading::article::Article;
//! use gainsay_reading::claim;
//! use gainsay_reading::lexicon::Lexicon;
//!
//! let lexicon = Lexicon::built_in();
//! let article = Article::from_text("A fire on the ferry Jadran killed nine people.", lexicon);
//! let reading = claim::read(&article, lexicon);
//! assert_eq!(reading.claims[0].predicate.lemma, "kill");
//! ```
//!
//! [`article`] makes sentences of bytes in any format of newsrooms, [`claim`] finds claims in them, and [`lexicon`] is the
//! vocabulary of both. What is wrong with a file is a [`diagnostic`], with its place in a [`source`].

pub mod article;
pub mod claim;
pub mod diagnostic;
pub mod hint;
pub mod lexicon;
pub mod logistic;
pub mod source;
pub mod symbol;
pub mod truth;
