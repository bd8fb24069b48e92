//! Benchmarks per stage, on articles that the benchmark makes up.
//!
//!     cargo bench                     # all
//!     cargo bench -- words tokens     # some
//!
//! `words` is the yardstick: unicode-segmentation's words of the same text, article by article as the program reads
//! it. What the project promises are ratios to it, taken in one run on one core. That crate has a shortcut for text
//! that is ASCII throughout, which makes it four times as fast there; `word_bounds`, the splitting itself, has none.
//! So what is measured against them runs on three kinds of text, see [`Texts`].

use std::fs;
use std::path::PathBuf;

use divan::{Bencher, black_box};
use gainsay::article::load::{self, Overrides};
use gainsay::article::{self, Article, Document};
use gainsay::claim;
use gainsay::diagnostic::Part;
use gainsay::graph::{self, Candidate, Parsed};
use gainsay::lexicon::Lexicon;
use gainsay::rules::{self, RuleSet};
use gainsay::source::SourceMap;
use gainsay::symbol::Sym;
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    divan::main();
}

/// Articles for the benchmarks of single stages.
const ARTICLES: usize = 200;
/// Articles that were published before the draft.
const ARCHIVE: usize = 2_000;

/// What is read.
#[derive(Debug, Clone, Copy)]
enum Texts {
    /// Made up, ASCII throughout.
    Plain,
    /// Made up, with the signs that newspapers use: curly quotation marks, dashes, accented names.
    Typed,
    /// The project's own articles, some of one kind and some of the other.
    Fixtures,
}

const TEXTS: [Texts; 3] = [Texts::Plain, Texts::Typed, Texts::Fixtures];

impl Texts {
    fn articles(self) -> Vec<(String, String)> {
        match self {
            Texts::Plain => made_up(ARTICLES),
            Texts::Typed => typographic(ARTICLES),
            Texts::Fixtures => fixtures(),
        }
    }
}

#[divan::bench(args = TEXTS)]
fn words(bencher: Bencher, texts: Texts) {
    let articles = texts.articles();
    bencher.bench(|| articles.iter().map(|(_, text)| black_box(text).unicode_words().count()).sum::<usize>());
}

#[divan::bench(args = TEXTS)]
fn word_bounds(bencher: Bencher, texts: Texts) {
    let articles = texts.articles();
    bencher.bench(|| {
        articles.iter().map(|(_, text)| black_box(text).split_word_bounds().count()).sum::<usize>()
    });
}

#[divan::bench]
fn load(bencher: Bencher) {
    bencher
        .with_inputs(|| files(ARTICLES))
        .bench_values(|files| one_core(|| load::load_memory(files, &Overrides::default())));
}

#[divan::bench]
fn tokens_and_tags(bencher: Bencher) {
    bencher
        .with_inputs(|| documents(ARTICLES))
        .bench_values(|documents| documents.into_iter().map(tokens).collect::<Vec<_>>());
}

#[divan::bench]
fn claims(bencher: Bencher) {
    let articles: Vec<_> = documents(ARTICLES).into_iter().map(tokens).collect();
    bencher.bench(|| {
        articles.iter().map(|article| claim::read(article, Lexicon::built_in())).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn times(bencher: Bencher) {
    let articles: Vec<_> = documents(ARTICLES).into_iter().map(tokens).collect();
    bencher.bench(|| {
        articles.iter().map(|article| claim::time::times(article, Lexicon::built_in())).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn graph_of(bencher: Bencher) {
    let parsed = parsed(ARTICLES);
    bencher.bench(|| graph::build(black_box(&parsed), Lexicon::built_in()));
}

#[divan::bench]
fn rules_on(bencher: Bencher) {
    let graph = graph::build(&parsed(ARTICLES), Lexicon::built_in());
    let rules = built_in().rules;
    bencher.bench(|| rules::check(black_box(&rules), &graph));
}

#[divan::bench]
fn load_rules(bencher: Bencher) {
    bencher.bench(built_in);
}

/// From bytes to claims, on one thread.
#[divan::bench(args = TEXTS)]
fn bytes_to_claims(bencher: Bencher, texts: Texts) {
    bencher.with_inputs(|| bytes(texts.articles())).bench_values(|files| one_core(|| claims_of(files)));
}

/// From bytes to findings, on one thread.
#[divan::bench(args = TEXTS)]
fn bytes_to_findings(bencher: Bencher, texts: Texts) {
    let rules = built_in().rules;
    let files = || bytes(texts.articles());
    bencher.with_inputs(files).bench_values(|files| one_core(|| findings(files, &rules)));
}

/// From bytes to findings for more and more articles: ten times the articles, ten times the time.
#[divan::bench(args = [100, 1_000, 10_000], sample_count = 5, sample_size = 1)]
fn corpus(bencher: Bencher, articles: usize) {
    let rules = built_in().rules;
    bencher.with_inputs(|| files(articles)).bench_values(|files| one_core(|| findings(files, &rules)));
}

/// A draft against an archive, first part: the archive and the draft are read. The second part, `draft_compared`, is
/// to take less than a ninth of it.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn draft_read(bencher: Bencher) {
    bencher.with_inputs(newsroom).bench_values(|files| one_core(|| draft_and_archive(files)));
}

/// A draft against an archive, second part: all that is done with them but reading.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn draft_compared(bencher: Bencher) {
    bencher.with_inputs(|| draft_and_archive(newsroom())).bench_values(|parsed| {
        one_core(|| {
            let rules = built_in().rules;
            let lexicon = Lexicon::built_in();
            let candidate = |p: &Parsed| Candidate { part: p.part, names: graph::names(p, lexicon) };
            let kept = graph::candidates(&parsed.iter().map(candidate).collect::<Vec<_>>());
            let parsed = parsed.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(parsed, _)| parsed);
            rules::check(&rules, &graph::build(&parsed.collect::<Vec<_>>(), lexicon)).len()
        })
    });
}

/// A draft of 500 words, and what was published before.
fn newsroom() -> Vec<(String, Vec<u8>)> {
    let draft = ("draft.txt".to_owned(), format!("{}{}", article(0, 1), typographic_article(0, 1)));
    bytes(std::iter::once(draft).chain(made_up(ARCHIVE)).collect())
}

fn draft_and_archive(files: Vec<(String, Vec<u8>)>) -> Vec<Parsed> {
    let mut parsed = claims_of(files);
    parsed.iter_mut().skip(1).for_each(|parsed| parsed.part = Part::Archive);
    parsed
}

fn findings(files: Vec<(String, Vec<u8>)>, rules: &[rules::Rule]) -> usize {
    rules::check(rules, &graph::build(&claims_of(files), Lexicon::built_in())).len()
}

fn claims_of(files: Vec<(String, Vec<u8>)>) -> Vec<Parsed> {
    load::load_memory(files, &Overrides::default()).documents.into_iter().map(parse).collect()
}

fn one_core<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().num_threads(1).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

fn files(count: usize) -> Vec<(String, Vec<u8>)> {
    bytes(made_up(count))
}

fn bytes(articles: Vec<(String, String)>) -> Vec<(String, Vec<u8>)> {
    articles.into_iter().map(|(name, text)| (name, text.into_bytes())).collect()
}

fn documents(count: usize) -> Vec<Document> {
    load::load_memory(files(count), &Overrides::default()).documents
}

fn parsed(count: usize) -> Vec<Parsed> {
    documents(count).into_iter().map(parse).collect()
}

fn tokens(document: Document) -> Article {
    article::read(document, Lexicon::built_in())
}

fn parse(document: Document) -> Parsed {
    let name = Sym::from(format!("{}.txt", document.source.0));
    let article = tokens(document);
    let reading = claim::read(&article, Lexicon::built_in());
    Parsed { article, reading, part: Part::Draft, outlet: name.clone(), name }
}

fn built_in() -> RuleSet {
    RuleSet::built_in(&mut SourceMap::default(), Lexicon::built_in())
}

/// The articles under `fixtures/`, in the order of their paths.
fn fixtures() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures"))];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            let article = path.extension().is_some_and(|e| e == "md" || e == "txt" || e == "html");
            match fs::read_to_string(&path) {
                Ok(text) if article => found.push((path.display().to_string(), text)),
                Ok(_) => {}
                Err(_) => folders.push(path),
            }
        }
    }
    found.sort();
    found
}

const GIVEN: [&str; 12] =
    ["Ana", "Karl", "Lena", "Omar", "Petra", "Luis", "Nils", "Ivan", "Rosa", "Samir", "Greta", "Paul"];
const SYLLABLES: [&str; 16] = [
    "Ko", "va", "Bren", "dal", "Mar", "tin", "Sol", "berg", "Has", "lin", "Ver", "mo", "Tra", "sen", "Qui",
    "rog",
];
const TOWNS: [&str; 10] =
    ["Lisbon", "Oslo", "Vienna", "Lima", "Nairobi", "Hanoi", "Quito", "Rabat", "Dublin", "Tbilisi"];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const GIVEN_ACCENTED: [&str; 8] = ["José", "Zoë", "Björn", "Seán", "Łucja", "Renée", "Søren", "Iñaki"];
const TOWNS_ACCENTED: [&str; 6] = ["Malmö", "Kraków", "Bogotá", "Zürich", "Córdoba", "Reykjavík"];

/// Made-up articles: three reports of every story, each story with people of its own.
fn made_up(count: usize) -> Vec<(String, String)> {
    (0..count).map(|i| (format!("a{i:05}.txt"), article(i / 3, i % 3))).collect()
}

/// The same, as newspapers type: curly quotation marks, apostrophes, dashes, accented names.
fn typographic(count: usize) -> Vec<(String, String)> {
    (0..count).map(|i| (format!("t{i:05}.txt"), typographic_article(i / 3, i % 3))).collect()
}

/// One of a list for a story.
fn pick(list: &[&'static str], story: usize, salt: usize) -> &'static str {
    list[(story * 7 + salt * 13) % list.len()]
}

/// A name that no other story has, of as many as four syllables make: what stories share joins them.
fn surname(story: usize, salt: usize) -> String {
    /// Odd, so that no two numbers come to the same.
    const SPREAD: usize = 40_503;
    let n = (story * 2 + salt) * SPREAD;
    let syllable = |k: u32| SYLLABLES[(n / SYLLABLES.len().pow(k)) % SYLLABLES.len()].to_lowercase();
    let word: String = (0..4).map(syllable).collect();
    word[..1].to_uppercase() + &word[1..]
}

fn article(story: usize, report: usize) -> String {
    let surname = |salt| surname(story, salt);
    let (a, b) = (
        format!("{} {}", pick(&GIVEN, story, 1), surname(1)),
        format!("{} {}", pick(&GIVEN, story, 2), surname(2)),
    );
    let (town, day) = (pick(&TOWNS, story, 3), pick(&DAYS, story, 4));
    let killed = 3 + story % 40 + report % 2;
    let sb = surname(2);
    format!(
        "Minister meets rescuers after blast in {town}\n\
         Foreign Minister {a} met the head of the rescue service, {b}, in {town} on {day}, two days after an \
         explosion killed at least {killed} people and injured more than 40 others in the harbour.\n\
         \"We will rebuild every house on the river bank before the winter comes,\" {sb} said at a news conference \
         that was broadcast live. The minister, who arrived from the capital in the morning, did not take questions.\n\
         According to police, the blast damaged 12 warehouses and a ship that was carrying 300 tons of grain. \
         A fire broke out at 3:10 p.m. and burned for six hours before firefighters brought it under control.\n\
         {b}, 54, has led the service since 2011. He was appointed after his predecessor resigned over a scandal \
         about missing funds, which an inquiry later blamed on a contractor.\n\
         The meeting was the first between the two since the election in March. They agreed to speak again next \
         week, a spokesman for the ministry said, adding that aid worth $4.2 million would be sent.\n\
         Witnesses described how workers fled across the bridge as windows broke in the streets around the port. \
         Hospitals in {town} treated dozens of people, most of them for cuts and burns; three remained in \
         intensive care on Wednesday night.\n\
         An opposition party called for the resignation of the harbour master, who denied that safety rules had \
         been ignored. Prosecutors have opened an investigation but have charged nobody so far.\n"
    )
}

fn typographic_article(story: usize, report: usize) -> String {
    let (sa, sb) = (surname(story, 1), surname(story, 2));
    let (a, b) = (pick(&GIVEN_ACCENTED, story, 1), pick(&GIVEN_ACCENTED, story, 2));
    let (town, day) = (pick(&TOWNS_ACCENTED, story, 3), pick(&DAYS, story, 4));
    let injured = 11 + story % 30 + report % 2;
    format!(
        "Minister’s visit to {town} follows blaze at market\n\
         {town} – Interior Minister {a} {sa} toured {town}’s old market on {day}, a day after a fire that injured \
         {injured} people and destroyed 60 stalls — the third such fire since January.\n\
         “We’ll find out who didn’t do their job,” {sa} told traders. “That’s a promise, and it won’t be broken.”\n\
         The city’s fire chief, {b} {sb}, 47, said the flames had spread “within minutes” through the roof, which \
         hadn’t been inspected in the 2010–2015 period. Damage was put at €3.4 million.\n\
         {sb} – who’s led the brigade for six years – said that nobody was missing. The mayor’s office called the \
         minister’s remarks ‘unhelpful’; a spokeswoman said the council couldn’t comment on an open inquiry.\n\
         “They knew,” said a café owner whose stall burned down. “Everyone knew the wiring was old.”\n\
         Prosecutors questioned two electricians on Friday but haven’t named a suspect. {sa} and the mayor will meet \
         next week at the ministry’s request, the state broadcaster reported.\n"
    )
}
