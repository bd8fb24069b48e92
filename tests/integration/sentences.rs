//! The annotated sentences of `tests/sentences`: what the grammar must read out of each, and what it must not.
//!
//! A file holds the sentences of one construction. [`Entry`] and [`tuple::Tuple`] are their language.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gainsay::article::Article;
use gainsay::claim::{self, Reading};
use gainsay::lexicon::Lexicon;
use serde::Deserialize;

mod tuple;

use tuple::{Given, Tuple};

/// A file of sentences.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sentence: Vec<Entry>,
}

/// A sentence, or a few that belong together, with what is to be read out of them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// A line is a paragraph; the first of several without a full stop is a headline.
    text: String,
    /// The day of publication.
    published: Option<toml::value::Datetime>,
    /// Claims that must be there.
    #[serde(default)]
    must: Vec<Tuple>,
    /// Claims that must not be there.
    #[serde(default)]
    must_not: Vec<Tuple>,
    /// All time expressions with their values.
    times: Option<BTreeMap<String, String>>,
    /// The sentences that the text is cut into.
    sentences: Option<Vec<String>>,
    /// Some of the tokens.
    #[serde(default)]
    tokens: Vec<String>,
    /// All quotations with their speakers ("" where the text names none).
    quotes: Option<BTreeMap<String, String>>,
    /// Why the grammar does not read it yet; an entry that passes must have none.
    todo: Option<String>,
}

impl Entry {
    /// Everything in which the reading differs from the annotation.
    fn mistakes(&self) -> Vec<String> {
        let mut article = Article::from_text(&self.text, Lexicon::built_in());
        article.meta.published = self.published.and_then(|d| d.to_string().parse().ok());
        let reading = claim::read(&article, Lexicon::built_in());
        let given: Vec<Given> = reading
            .claims
            .iter()
            .map(|claim| Given { article: &article, reading: &reading, claim })
            .collect();
        let missing = self.must.iter().filter(|tuple| !given.iter().any(|g| tuple.is_stated_by(g)));
        let mut found: Vec<String> = missing.map(|tuple| format!("missing   {tuple}")).collect();
        for tuple in &self.must_not {
            let wrong = given.iter().filter(|g| tuple.is_within(g));
            found.extend(wrong.map(|g| format!("must not  {tuple}\n    but       {g}")));
        }
        found.extend(self.other_layers(&article, &reading));
        if !found.is_empty() {
            found.extend(given.iter().map(|g| format!("given     {g}")));
        }
        found
    }

    /// Sentences, tokens, times and quotations.
    fn other_layers(&self, article: &Article, reading: &Reading) -> Vec<String> {
        let mut found = Vec::new();
        let sentences: Vec<&str> = article.sentences.iter().map(|s| article.phrase(s.tokens)).collect();
        if self.sentences.as_ref().is_some_and(|wanted| *wanted != sentences) {
            found.push(format!("sentences {sentences:?}"));
        }
        let words: Vec<&str> = article.tokens.iter().map(|t| article.word(t)).collect();
        if self.tokens.iter().any(|wanted| !words.contains(&wanted.as_str())) {
            found.push(format!("tokens    {words:?}"));
        }
        let time = |t: &claim::TimeMention| (article.phrase(t.tokens).to_owned(), t.value.clone());
        let times: BTreeMap<String, String> = reading.times.iter().map(time).collect();
        if self.times.as_ref().is_some_and(|wanted| *wanted != times) {
            found.push(format!("times     {times:?}"));
        }
        let speaker = |q: &claim::Quote| q.speaker.map_or("", |id| article.phrase(reading.phrase(id).tokens));
        let quote = |q: &claim::Quote| (article.phrase(q.tokens).to_owned(), speaker(q).to_owned());
        let quotes: BTreeMap<String, String> = reading.quotes.iter().map(quote).collect();
        if self.quotes.as_ref().is_some_and(|wanted| *wanted != quotes) {
            found.push(format!("quotes    {quotes:?}"));
        }
        found
    }

    /// What is to be reported of the entry: nothing if all is as it should be.
    fn report(&self, file: &str) -> Option<String> {
        let mistakes = self.mistakes();
        match &self.todo {
            None if mistakes.is_empty() => None,
            None => Some(format!("{file}: {}\n    {}\n", self.text, mistakes.join("\n    "))),
            Some(why) if mistakes.is_empty() => {
                Some(format!("{file}: {}\n    passes; take out todo = {why:?}\n", self.text))
            }
            Some(_) => None,
        }
    }
}

/// All entries with the names of their files.
fn entries() -> Vec<(String, Entry)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sentences");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "toml"));
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let file: File = match toml::from_str(&fs::read_to_string(&path).unwrap()) {
            Ok(file) => file,
            Err(mistake) => panic!("{name}: {mistake}"),
        };
        all.extend(file.sentence.into_iter().map(|entry| (name.clone(), entry)));
    }
    all
}

#[test]
fn annotated_sentences_are_read_as_they_should_be() {
    let entries = entries();
    assert!(entries.len() >= 160, "only {} sentences", entries.len());
    let wrong: Vec<String> = entries.iter().filter_map(|(file, entry)| entry.report(file)).collect();
    let todo = entries.iter().filter(|(_, entry)| entry.todo.is_some()).count();
    assert!(
        wrong.is_empty(),
        "{}\n{} of {} wrong, {todo} to do",
        wrong.join("\n"),
        wrong.len(),
        entries.len()
    );
}

#[test]
fn every_entry_asks_for_something() {
    for (file, entry) in entries() {
        let layers = entry.times.is_some() || entry.sentences.is_some() || entry.quotes.is_some();
        assert!(layers || !entry.must.is_empty() || !entry.tokens.is_empty(), "{file}: {}", entry.text);
    }
}

#[test]
fn a_wrong_annotation_is_reported() {
    let entry = |annotation: &str| -> Entry {
        toml::from_str(&format!("text = 'Police arrested two men in Selby on 3 May 2021.'\n{annotation}"))
            .unwrap()
    };
    let right = "must = [{ verb = 'arrest', event = 'arrest', subject = 'police', object = 'men', in = 'Selby', \
                 when = '2021-05-03', amount = '2 man' }]";
    assert_eq!(entry(right).mistakes(), Vec::<String>::new());
    for wrong in [
        "must = [{ verb = 'release' }]",
        "must = [{ verb = 'arrest', event = 'release' }]",
        "must = [{ verb = 'arrest', subject = 'men' }]",
        "must = [{ verb = 'arrest', in = 'York' }]",
        "must = [{ verb = 'arrest', with = 'Selby' }]",
        "must = [{ verb = 'arrest', when = '2021-05-04' }]",
        "must = [{ verb = 'arrest', amount = '3 man' }]",
        "must = [{ verb = 'arrest', ordinal = 2 }]",
        "must = [{ verb = 'arrest', polarity = 'negated' }]",
        "must = [{ verb = 'arrest', modality = 'may' }]",
        "must = [{ verb = 'arrest', passive = true }]",
        "must = [{ verb = 'arrest', speaker = 'police' }]",
        "must_not = [{ verb = 'arrest', object = 'two men' }]",
        "sentences = ['Police arrested two men']",
        "tokens = ['men in']",
        "times = {}",
        "quotes = { 'two men' = 'Police' }",
    ] {
        assert!(!entry(wrong).mistakes().is_empty(), "{wrong}");
    }
}
