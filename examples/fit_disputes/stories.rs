//! Annotated articles, and what they say of pairs of values.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gainsay::article::load::{Overrides, Wanted, load};
use gainsay::diagnostic::Part;
use gainsay::graph::{self, Likeness, Parsed};
use gainsay::lexicon::Lexicon;
use gainsay::symbol::Sym;
use gainsay::{article, claim};

use crate::gold::{Place, files, overlap, read};

/// What the annotation says of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Two values of this hard group.
    Disputed(usize),
    /// A later state: neither.
    Updated,
    /// No dispute.
    Apart,
    /// The articles have no answers; hardly a dispute.
    Unanswered,
}

/// A pair of values.
pub(crate) struct Example {
    pub(crate) corpus: String,
    pub(crate) story: String,
    /// None where the pair joins articles of two folders.
    pub(crate) folder: Option<String>,
    pub(crate) members: [usize; 2],
    pub(crate) features: Vec<f64>,
    /// Does one article give both?
    pub(crate) within: bool,
    pub(crate) answer: Answer,
    /// What it counts for.
    pub(crate) share: f64,
}

impl Example {
    pub(crate) fn is_disputed(&self) -> bool {
        matches!(self.answer, Answer::Disputed(_))
    }
}

/// A group's grade, and where each of its values stands.
type Stated = (String, Vec<Vec<Place>>);

/// The pairs of all folders of a corpus, and those that join two folders of one topic.
pub(crate) fn annotated(corpus: &Path) -> Vec<Example> {
    let name = corpus.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut examples = Vec::new();
    let mut topics: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for gold in files(corpus) {
        let folder = gold.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let articles = corpus.join("articles").join(&folder);
        let groups: Vec<Stated> =
            read(&gold).iter().map(|group| (group.grade.clone(), group.places(&articles))).collect();
        let topic: String = folder.chars().take_while(char::is_ascii_digit).collect();
        let story = if topic.is_empty() { folder.clone() } else { topic.clone() };
        let (files, pairs) = pairs(std::slice::from_ref(&articles));
        let first = examples.len();
        for pair in pairs {
            let places =
                pair.places.each_ref().map(|place| (files[place[0].0 as usize].1.clone(), place[0].1));
            let answer = answer(&groups, &places);
            let folder = Some(folder.clone());
            examples.push(example(pair, &name, &story, folder, answer, 1.0));
        }
        share(&mut examples[first..]);
        if !topic.is_empty() {
            topics.entry(topic).or_default().push(articles);
        }
    }
    for (topic, folders) in topics.iter().filter(|(_, folders)| folders.len() > 1) {
        let (files, pairs) = pairs(folders);
        let joins =
            |pair: &Likeness| files[pair.places[0][0].0 as usize].0 != files[pair.places[1][0].0 as usize].0;
        examples.extend(
            pairs.into_iter().filter(joins).map(|pair| example(pair, &name, topic, None, Answer::Apart, 1.0)),
        );
    }
    examples
}

/// The pairs of a folder of articles without answers.
pub(crate) fn unanswered(folder: &PathBuf, share: f64) -> Vec<Example> {
    let name = folder.display().to_string();
    let (_, pairs) = pairs(std::slice::from_ref(folder));
    pairs.into_iter().map(|pair| example(pair, &name, &name, None, Answer::Unanswered, share)).collect()
}

fn example(
    pair: Likeness,
    corpus: &str,
    story: &str,
    folder: Option<String>,
    answer: Answer,
    share: f64,
) -> Example {
    let within = pair.places[0][0].0 == pair.places[1][0].0;
    let Likeness { features, members, .. } = pair;
    Example {
        corpus: corpus.to_owned(),
        story: story.to_owned(),
        folder,
        members,
        features,
        within,
        answer,
        share,
    }
}

/// Of one group a hundred pairs are little more than one; a later state counts for nothing.
fn share(examples: &mut [Example]) {
    let mut sizes: BTreeMap<usize, f64> = BTreeMap::new();
    for example in examples.iter() {
        if let Answer::Disputed(group) = example.answer {
            *sizes.entry(group).or_default() += 1.0;
        }
    }
    for example in examples {
        example.share = match example.answer {
            Answer::Disputed(group) => 1.0 / sizes[&group].sqrt(),
            Answer::Updated => 0.0,
            Answer::Apart | Answer::Unanswered => example.share,
        };
    }
}

/// The folder and the name of each article of some folders, and all pairs of their values.
fn pairs(folders: &[PathBuf]) -> (Vec<(String, String)>, Vec<Likeness>) {
    let lexicon = Lexicon::built_in();
    let drafts: Vec<String> = folders.iter().map(|f| f.display().to_string()).collect();
    let loaded = load(&Wanted { drafts: &drafts, ..Wanted::default() }, &Overrides::default());
    let mut files = Vec::new();
    let parsed = loaded.documents.into_iter().map(|document| {
        let path = PathBuf::from(&loaded.sources.get(document.source).path);
        let part = |p: Option<&std::ffi::OsStr>| p.unwrap_or_default().to_string_lossy().into_owned();
        files.push((part(path.parent().and_then(Path::file_name)), part(path.file_name())));
        let name = Sym::from(part(path.file_name()));
        let article = article::read(document, lexicon);
        let reading = claim::read(&article, lexicon);
        Parsed { article, reading, part: Part::Draft, outlet: name.clone(), name }
    });
    let parsed: Vec<Parsed> = parsed.collect();
    let pairs = graph::disputes(&parsed, lexicon);
    (files, pairs)
}

fn answer(groups: &[Stated], places: &[Place; 2]) -> Answer {
    let values = |values: &[Vec<Place>], place: &Place| -> Vec<usize> {
        let stands = |value: &Vec<Place>| value.iter().any(|other| overlap(other, place));
        (0..values.len()).filter(|at| stands(&values[*at])).collect()
    };
    let mut found = Answer::Apart;
    for (number, (grade, stated)) in groups.iter().enumerate() {
        let [a, b] = places.each_ref().map(|place| values(stated, place));
        if a.iter().any(|x| b.iter().any(|y| x != y)) {
            match grade.as_str() {
                "hard" => return Answer::Disputed(number),
                "update" => found = Answer::Updated,
                _ => {}
            }
        }
    }
    found
}
