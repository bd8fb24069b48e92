//! Annotated articles, and what they say of pairs that may be alike.

use std::fs;
use std::path::Path;

use gainsay::article::load::{Overrides, Wanted, load};
use gainsay::diagnostic::Part;
use gainsay::graph::{self, Likeness, Parsed};
use gainsay::lexicon::Lexicon;
use gainsay::source::Span;
use gainsay::symbol::Sym;
use gainsay::{article, claim};

use crate::gold::{self, Group, Place, Value, overlap};

/// Two names or quotations that may be one.
pub(crate) struct Candidate {
    /// The folder that it is from, by its name.
    pub(crate) corpus: String,
    pub(crate) folder: String,
    /// Folders of one story are left out together.
    pub(crate) story: String,
    /// Where each of the two stands.
    pub(crate) members: Vec<String>,
    pub(crate) features: Vec<f64>,
    pub(crate) verdict: Verdict,
    /// Is it from articles with answers?
    pub(crate) answered: bool,
}

/// What the annotation says of a pair.
#[derive(Clone, Copy)]
pub(crate) struct Verdict {
    /// The two stand for two values of a fact that exclude each other.
    pub(crate) hard: bool,
    /// And it is for the words themselves: what the model is to learn.
    pub(crate) alike: bool,
}

/// So many articles are few.
const FEW: usize = 3;

/// The pairs of names and of quotations in all stories of a corpus.
pub(crate) fn candidates(corpus: &Path) -> [Vec<Candidate>; 2] {
    let (mut names, mut quotes) = (Vec::new(), Vec::new());
    for file in gold::files(corpus) {
        let folder = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let articles = corpus.join("articles").join(&folder);
        let groups: Vec<Vec<Stated>> = gold::read(&file)
            .iter()
            .filter(|g| g.grade != "imprecise")
            .map(|g| stated(g, &articles))
            .collect();
        let name = name(corpus);
        let whole = (name.clone(), folder.clone(), vec![articles.display().to_string()]);
        let some = few(&articles).into_iter().zip(0..);
        let some = some.map(|(some, at)| (format!("{name} by {FEW}"), format!("{folder} {at}"), some));
        for (corpus, folder, files) in std::iter::once(whole).chain(some) {
            let parsed = read(&files);
            let files: Vec<String> = parsed.iter().map(|p| p.name.to_string()).collect();
            let story = Story { corpus: &corpus, folder: &folder, files: &files, groups: &groups };
            let [spelled, quoted] = graph::alike(&parsed, Lexicon::built_in());
            names.extend(spelled.into_iter().map(|pair| story.candidate(pair, true)));
            quotes.extend(quoted.into_iter().map(|pair| story.candidate(pair, false)));
        }
    }
    [names, quotes]
}

/// The articles of a story as those have them who check few at a time: each twice, with its neighbours and with others.
fn few(articles: &Path) -> Vec<Vec<String>> {
    let entries = fs::read_dir(articles).expect("articles");
    let mut all: Vec<String> = entries.map(|e| e.expect("an entry").path().display().to_string()).collect();
    all.sort();
    let step = all.len().div_ceil(FEW);
    let near = all.chunks(FEW).map(<[String]>::to_vec);
    let far = (0..step).map(|from| all.iter().skip(from).step_by(step).cloned().collect());
    near.chain(far).filter(|some: &Vec<String>| some.len() > 1 && some.len() < all.len()).collect()
}

/// The pairs of names and of quotations in a folder of articles without answers.
pub(crate) fn unanswered(folder: &Path) -> [Vec<Candidate>; 2] {
    let parsed = read(&[folder.display().to_string()]);
    let files: Vec<String> = parsed.iter().map(|p| p.name.to_string()).collect();
    let name = name(folder);
    let story = Story { corpus: &name, folder: &name, files: &files, groups: &[] };
    let [spelled, quoted] = graph::alike(&parsed, Lexicon::built_in());
    let candidate = |pair, names| Candidate { answered: false, ..story.candidate(pair, names) };
    [
        spelled.into_iter().map(|pair| candidate(pair, true)).collect(),
        quoted.into_iter().map(|pair| candidate(pair, false)).collect(),
    ]
}

/// Articles by their paths, or all of a folder, read.
fn read(drafts: &[String]) -> Vec<Parsed> {
    let lexicon = Lexicon::built_in();
    let loaded = load(&Wanted { drafts, ..Wanted::default() }, &Overrides::default());
    let parsed = loaded.documents.into_iter().map(|document| {
        let path = &loaded.sources.get(document.source).path;
        let name = Sym::from(path.rsplit('/').next().unwrap_or(path));
        let article = article::read(document, lexicon);
        let reading = claim::read(&article, lexicon);
        Parsed { article, reading, part: Part::Draft, outlet: name.clone(), name }
    });
    parsed.collect()
}

/// What articles state of one value: where, and the words.
struct Stated {
    places: Vec<Place>,
    words: Vec<String>,
}

struct Story<'a> {
    corpus: &'a str,
    folder: &'a str,
    files: &'a [String],
    groups: &'a [Vec<Stated>],
}

impl Story<'_> {
    fn candidate(&self, pair: Likeness, names: bool) -> Candidate {
        let place = |(article, span): &(u32, Span)| (self.files[*article as usize].clone(), *span);
        let places: Vec<Place> = pair.places.iter().flatten().map(place).collect();
        let hard = self.groups.iter().any(|values| hit(values, &places) > 1);
        let spelled = || self.groups.iter().any(|values| spells(values, &pair.words));
        let (corpus, folder) = (self.corpus.to_owned(), self.folder.to_owned());
        // Folders of one topic begin with its number.
        let topic: String = self.folder.chars().take_while(char::is_ascii_digit).collect();
        Candidate {
            story: if topic.is_empty() {
                folder.split(' ').next().unwrap_or(&folder).to_owned()
            } else {
                topic
            },
            members: pair.members.map(|m| m.to_string()).to_vec(),
            features: pair.features,
            verdict: Verdict { hard, alike: hard && (!names || spelled()) },
            answered: true,
            corpus,
            folder,
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Where a group's values stand.
fn stated(group: &Group, articles: &Path) -> Vec<Stated> {
    let value = |value: &Value| Stated {
        places: value.places(articles),
        words: value.mentions.iter().flat_map(|mention| words(&mention.text)).collect(),
    };
    group.values.iter().map(value).collect()
}

/// The words of a text as names are compared.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace("’s", "").replace("'s", "").replace(['\'', '’'], "");
    text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// How many of the values stand in these places.
fn hit(values: &[Stated], places: &[Place]) -> usize {
    values.iter().filter(|v| v.places.iter().any(|a| places.iter().any(|b| overlap(a, b)))).count()
}

/// Does one value have the one word and another value the other?
fn spells(values: &[Stated], [a, b]: &[Sym; 2]) -> bool {
    let has = |value: &Stated, word: &Sym, not: &Sym| {
        value.words.iter().any(|w| w == word) && !value.words.iter().any(|w| w == not)
    };
    values.iter().any(|v| has(v, a, b)) && values.iter().any(|v| has(v, b, a))
}
