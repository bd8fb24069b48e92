//! Annotated articles of one folder, and what was read where they are annotated.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gainsay::article::Tokens;
use gainsay::article::load::{Overrides, Wanted, load};
use gainsay::diagnostic::Part;
use gainsay::graph::coref::Known;
use gainsay::graph::parts::{Agreement, ClaimPart, Context, Descriptions, Parts, Reader};
use gainsay::graph::{self, Graph, Parsed, Value};
use gainsay::lexicon::Lexicon;
use gainsay::symbol::Sym;
use gainsay::{article, claim};

use crate::gold::{self, Place, overlap};
use crate::typed::{Kind, Read, Where};

/// The articles of a folder as one graph, and its groups.
pub(crate) struct Folder {
    pub(crate) name: String,
    graph: Graph,
    described: Descriptions,
    pub(crate) groups: Vec<Group>,
    parsed: BTreeMap<String, Parsed>,
}

/// A group of mentions, by the values that they give.
pub(crate) struct Group {
    pub(crate) kind: String,
    /// What values of this kind are typed as, if they are.
    pub(crate) typed: Option<Kind>,
    pub(crate) hard: bool,
    pub(crate) what: String,
    pub(crate) values: Vec<Vec<Mention>>,
}

/// Words that give a value, and what was read there.
#[derive(Clone)]
pub(crate) struct Mention {
    pub(crate) place: Place,
    pub(crate) text: String,
    /// The values of the group's kind.
    pub(crate) typed: Vec<Read>,
    pub(crate) parts: Parts,
}

impl Mention {
    /// Do two share words?
    pub(crate) fn meets(&self, other: &Mention) -> bool {
        overlap(&self.place, &other.place)
    }
}

impl Group {
    /// The pairs of mentions of two values.
    pub(crate) fn disputed(&self) -> impl Iterator<Item = (&Mention, &Mention)> {
        let values = self.values.iter().enumerate();
        values.flat_map(|(at, a)| self.values.iter().skip(at + 1).flat_map(|b| crate::pairs(a, b)))
    }

    /// Does a part belong to what the values of such a group have in common, and not to what they dispute?
    pub(crate) fn shares(&self, part: ClaimPart) -> bool {
        use ClaimPart::{Noun, Object, Place, Predicate, Subject, Time};
        let counts = matches!(self.kind.as_str(), "count" | "measure" | "money");
        let disputed = match self.kind.as_str() {
            "date" => part == Time,
            "place" => part == Place,
            "participant" => matches!(part, Subject | Object),
            "role" => part == Object,
            "status" | "polarity" => part == Predicate,
            // How somebody is called may be said in any claim.
            "name" => true,
            _ => false,
        };
        !disputed && (part != Noun || counts)
    }
}

impl Folder {
    /// Reads the articles that a file of answers is about.
    pub(crate) fn read(corpus: &Path, gold: &Path) -> Folder {
        let name = gold.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let articles = corpus.join("articles").join(&name);
        let lexicon = Lexicon::built_in();
        let parsed = parse(&articles, lexicon);
        let graph = graph::build(&parsed, lexicon);
        let known = Known::of(&graph);
        let readers: BTreeMap<&str, (Reader<'_>, &Parsed)> = (0..)
            .zip(&parsed)
            .zip(&known)
            .map(|((at, parsed), known)| {
                (parsed.name.as_str(), (Reader::new(at, parsed, known, &graph), parsed))
            })
            .collect();
        let described = Descriptions::of(&parsed, &known);
        let group = |group: gold::Group| {
            let typed = Kind::named(&group.kind);
            let mention = |mention: &gold::Mention| {
                let place = mention.place(&articles);
                let (reader, parsed) = readers[place.0.as_str()];
                let words = words(parsed, &place);
                let there = Where { parsed, reader, words };
                let typed = typed.map_or_else(Vec::new, |kind| kind.values(there));
                let narrowest = typed.iter().map(|(at, _)| *at).min_by_key(|at| (at.len(), at.start));
                let value = narrowest.unwrap_or(words);
                let typed = typed.into_iter().map(|(_, value)| value).collect();
                Mention { place, text: mention.text.clone(), typed, parts: reader.parts(value, words) }
            };
            let values = group.values.iter().map(|value| value.mentions.iter().map(mention).collect());
            let (values, hard) = (values.collect(), group.grade == "hard");
            Group { typed, hard, values, kind: group.kind, what: group.what }
        };
        let groups = gold::read(gold).into_iter().map(group).collect();
        let parsed = parsed.into_iter().map(|parsed| (parsed.name.to_string(), parsed)).collect();
        Folder { name, graph, described, groups, parsed }
    }

    /// How a part of two mentions agrees, if it is known on both sides.
    pub(crate) fn compare(&self, x: &Mention, y: &Mention, part: ClaimPart) -> Option<Agreement> {
        x.parts.compare(&y.parts, part, self.context())
    }

    fn context(&self) -> Context<'_> {
        Context { graph: &self.graph, described: &self.described }
    }

    /// Was on each side a value read that the other does not have, so that the two are not one?
    pub(crate) fn differ(&self, x: &Mention, y: &Mention) -> bool {
        let lacks =
            |value: &Read, of: &Mention| !of.typed.iter().any(|other| value.is(other, self.context()));
        let theirs: Vec<&Read> = y.typed.iter().filter(|value| lacks(value, x)).collect();
        let mut ours = x.typed.iter().filter(|value| lacks(value, y));
        ours.any(|a| theirs.iter().any(|b| a.differs(b, self.context())))
    }

    /// The sentence that a mention stands in.
    pub(crate) fn sentence(&self, mention: &Mention) -> &str {
        let Some(Parsed { article, .. }) = self.parsed.get(&mention.place.0) else { return "" };
        let here = |tokens: Tokens| overlap(&(mention.place.0.clone(), article.span(tokens)), &mention.place);
        let sentence = article.sentences.iter().find(|sentence| here(sentence.tokens));
        sentence.map_or("", |sentence| article.phrase(sentence.tokens))
    }

    /// A part of a mention, to be looked at.
    pub(crate) fn part(&self, mention: &Mention, part: ClaimPart) -> String {
        let parts = &mention.parts;
        match part {
            ClaimPart::Predicate => {
                parts.predicate.as_ref().map_or_else(String::new, |p| p.lemma.to_string())
            }
            ClaimPart::Time => parts.time.as_ref().map_or_else(String::new, |time| time.when.to_string()),
            _ => parts.filler(part).map_or_else(String::new, |filler| {
                let named: Vec<String> =
                    filler.meant.iter().map(|id| Value::Entity(*id).text(&self.graph)).collect();
                format!("{} {named:?}", filler.head)
            }),
        }
    }

    /// A value, to be looked at.
    pub(crate) fn shown(&self, value: &Read) -> String {
        match value {
            Read::Value(value) => value.text(&self.graph),
            Read::Filler(filler) => filler.head.to_string(),
        }
    }
}

fn parse(articles: &Path, lexicon: &Lexicon) -> Vec<Parsed> {
    let drafts = [articles.display().to_string()];
    let loaded = load(&Wanted { drafts: &drafts, ..Wanted::default() }, &Overrides::default());
    let parsed = loaded.documents.into_iter().map(|document| {
        let path = PathBuf::from(&loaded.sources.get(document.source).path);
        let name = Sym::from(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
        let article = article::read(document, lexicon);
        let reading = claim::read(&article, lexicon);
        Parsed { article, reading, part: Part::Draft, outlet: name.clone(), name }
    });
    parsed.collect()
}

/// The words at a place of an article.
fn words(parsed: &Parsed, place: &Place) -> Tokens {
    let tokens = &parsed.article.tokens;
    let start = tokens.partition_point(|token| token.span.end <= place.1.start);
    let end = tokens.partition_point(|token| token.span.start < place.1.end);
    Tokens::new(start, end)
}
