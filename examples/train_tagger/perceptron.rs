//! The averaged perceptron.

use std::collections::BTreeMap;

use gainsay::article::tag::features::{self, Before};
use gainsay::article::tag::model::{self, Entry, Model, Usage, Weights};
use gainsay::article::tag::{Line, Tag, Tags, Word, best, tag_of_sign};
use rustc_hash::FxHashMap;

use super::corpus::Sentence;

/// Passes over the corpus.
const PASSES: usize = 8;
/// Perceptrons that learn it, each in an order of its own; the weights are the mean of theirs.
const PERCEPTRONS: usize = 4;
/// By how much the right tag has to win; one that wins by less is learned again. Held out parts of MASC are tagged best
/// with 20 to 40, by 0.15 % of the words better than without, in its news as elsewhere.
const MARGIN: i32 = 40;
/// A word seen so often has only the tags it was seen with.
const FREQUENT: u32 = 10;
/// A word seen no more often is like those that are not in the corpus.
const RARE: u32 = 5;
/// An ending must have been seen so often on rare words to say something.
const LEAST_ENDING: u32 = 5;
/// Least share of a frequent word's uses that is taken for more than a slip.
const LEAST_SHARE: f64 = 0.01;
/// A word seen less often is not in the dictionary.
const LEAST_WORD: u32 = 2;
/// Least share of a word's uses that makes a tag one of its common tags.
const COMMON_SHARE: f64 = 0.06;
/// A feature must have been corrected so often during training to be kept.
const LEAST_USE: u32 = 3;
/// Buckets of the dictionary and of the weights, as powers of two.
const WORD_BITS: u32 = 13;
const ROW_BITS: u32 = 14;

/// Trains on the sentences and gives the weights file.
pub(crate) fn train(sentences: &[Sentence]) -> Vec<u8> {
    let dictionary = dictionary(sentences);
    println!("{} entries", dictionary.len());
    let bytes = model::write(&dictionary, WORD_BITS, &[], 0).expect("room");
    let model = Model::read(&bytes);
    let prepared: Vec<Prepared> = sentences.iter().map(|s| Prepared::new(s, &model)).collect();
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    order.extend((0..sentences.len()).filter(|i| sentences[*i].news));
    let mut random = 0x2545_f491_4f6c_dd1d;
    let mut mean = Mean::default();
    for _ in 0..PERCEPTRONS {
        let mut perceptron = Perceptron::default();
        for pass in 1..=PASSES {
            shuffle(&mut order, &mut random);
            let wrong: usize = order.iter().map(|i| perceptron.learn(&prepared[*i])).sum();
            println!("pass {pass}: {wrong} wrong");
        }
        mean.add(perceptron);
    }
    model::write(&dictionary, WORD_BITS, &mean.weights(), ROW_BITS).expect("room for all words")
}

/// Xorshift (Marsaglia 2003) and Fisher-Yates.
fn shuffle(order: &mut [usize], random: &mut u64) {
    for i in (1..order.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        order.swap(i, (*random % (i as u64 + 1)) as usize);
    }
}

/// How often each tag was seen.
#[derive(Default)]
struct Counts(BTreeMap<Tag, u32>);

impl Counts {
    fn add(&mut self, tag: Tag) {
        *self.0.entry(tag).or_default() += 1;
    }

    fn all(&self) -> u32 {
        self.0.values().sum()
    }

    /// The tags with at least a share of all uses.
    fn with_share(&self, least: f64) -> Tags {
        let all = f64::from(self.all());
        let tags: Vec<Tag> =
            self.0.iter().filter(|(_, n)| f64::from(**n) / all >= least).map(|(tag, _)| *tag).collect();
        Tags::of(&tags)
    }

    /// Without the tags that do not compete, unless one of them is the most frequent: then nothing but that.
    fn competing(mut self) -> Counts {
        let most = self.0.iter().max_by_key(|(_, n)| **n).map(|(tag, _)| *tag);
        match most.filter(|tag| !Tags::OPEN.has(*tag)) {
            Some(only) => self.0.retain(|tag, _| *tag == only),
            None => self.0.retain(|tag, _| Tags::OPEN.has(*tag)),
        }
        self
    }

    fn word(&self) -> Usage {
        let rare = self.all() < FREQUENT;
        let allowed = self.with_share(if rare { 0.0 } else { LEAST_SHARE });
        Usage { allowed, common: self.with_share(COMMON_SHARE), rare }
    }

    fn ending(&self) -> Usage {
        let common = self.with_share(COMMON_SHARE);
        Usage { allowed: common, common, rare: true }
    }
}

/// Which tags each word has, and each ending of rare words.
fn dictionary(sentences: &[Sentence]) -> Vec<Entry> {
    let mut words: BTreeMap<u64, Counts> = BTreeMap::new();
    let mut endings: BTreeMap<u64, Counts> = BTreeMap::new();
    let unknown: Vec<(Word, Tag)> = sentences
        .iter()
        .flat_map(|s| &s.words)
        .filter(|(word, _)| tag_of_sign(word).is_none())
        .map(|(word, tag)| (Word::new(word, None, &Model::EMPTY), *tag))
        .collect();
    for (word, tag) in &unknown {
        words.entry(word.entry()).or_default().add(*tag);
    }
    for (word, tag) in &unknown {
        if words[&word.entry()].all() <= RARE {
            for ending in word.endings() {
                endings.entry(ending).or_default().add(*tag);
            }
        }
    }
    let words = words.into_iter().map(|(entry, tags)| (entry, tags.competing()));
    let words = words.filter(|(_, tags)| tags.all() >= LEAST_WORD).map(|(entry, tags)| (entry, tags.word()));
    let endings = endings.into_iter().map(|(entry, tags)| (entry, tags.competing()));
    let endings =
        endings.filter(|(_, tags)| tags.all() >= LEAST_ENDING).map(|(entry, tags)| (entry, tags.ending()));
    words.chain(endings).collect()
}

struct Prepared {
    /// The sentence's words, and an empty one.
    words: Vec<Word>,
    tags: Vec<Tag>,
    line: Line,
}

impl Prepared {
    fn new(sentence: &Sentence, model: &Model) -> Prepared {
        let known = |word: &str, tag| match word {
            "\"" => Some(tag),
            _ => tag_of_sign(word),
        };
        let mut words: Vec<Word> =
            sentence.words.iter().map(|(word, tag)| Word::new(word, known(word, *tag), model)).collect();
        let line = Line::of(&words);
        words.push(Word::default());
        Prepared { words, tags: sentence.words.iter().map(|(_, tag)| *tag).collect(), line }
    }
}

#[derive(Default)]
struct Weight {
    tag: u8,
    now: i32,
    sum: i64,
    since: u32,
}

#[derive(Default)]
struct Perceptron {
    rows: FxHashMap<u64, Learned>,
    steps: u32,
}

/// The weights of a feature.
#[derive(Default)]
struct Learned {
    /// How often they were asked, and corrected.
    hits: u32,
    used: u32,
    weights: Vec<Weight>,
}

impl Perceptron {
    fn learn(&mut self, sentence: &Prepared) -> usize {
        let mut before = Before::first(sentence.line.loud);
        let mut wrong = 0;
        let mut features = Vec::new();
        for (words, truth) in sentence.words.windows(2).zip(&sentence.tags) {
            let [word, next] = words else { continue };
            let allowed = sentence.line.allowed(word, before);
            let tag = allowed.only().unwrap_or_else(|| {
                features.clear();
                features::each(word, next, before, |feature| features.push(feature));
                let scores = self.scores(&features);
                let guess = best(allowed, |tag| scores[tag as usize]);
                if allowed.has(*truth) {
                    wrong += usize::from(guess != *truth);
                    let rival = best(allowed.without(Tags::of(&[*truth])), |tag| scores[tag as usize]);
                    if scores[rival as usize] + MARGIN > scores[*truth as usize] {
                        self.correct(&features, rival, *truth);
                    }
                }
                self.steps += 1;
                guess
            });
            before = before.then(tag);
        }
        wrong
    }

    fn scores(&mut self, features: &[u64]) -> [i32; Tag::OPEN] {
        let mut scores = [0; Tag::OPEN];
        for feature in features {
            if let Some(row) = self.rows.get_mut(feature) {
                row.hits += 1;
                row.weights.iter().for_each(|weight| scores[weight.tag as usize] += weight.now);
            }
        }
        scores
    }

    fn correct(&mut self, features: &[u64], guess: Tag, truth: Tag) {
        for feature in features {
            let row = self.rows.entry(*feature).or_default();
            row.used += 1;
            for (tag, by) in [(guess as u8, -1), (truth as u8, 1)] {
                let at = row.weights.iter().position(|w| w.tag == tag).unwrap_or_else(|| {
                    row.weights.push(Weight { tag, ..Weight::default() });
                    row.weights.len() - 1
                });
                let weight = &mut row.weights[at];
                weight.sum += i64::from(weight.now) * i64::from(self.steps - weight.since);
                weight.since = self.steps;
                weight.now += by;
            }
        }
    }
}

/// The mean of the averages of several perceptrons.
#[derive(Default)]
struct Mean(FxHashMap<u64, Row>);

/// How often a feature was asked and corrected, and its weights.
#[derive(Default)]
struct Row {
    hits: u32,
    used: u32,
    weights: [f64; Tag::OPEN],
}

impl Mean {
    fn add(&mut self, perceptron: Perceptron) {
        let steps = perceptron.steps;
        for (feature, learned) in perceptron.rows {
            let row = self.0.entry(feature).or_default();
            row.hits += learned.hits;
            row.used += learned.used;
            for w in &learned.weights {
                let sum = w.sum + i64::from(w.now) * i64::from(steps - w.since);
                row.weights[w.tag as usize] += sum as f64 / f64::from(steps);
            }
        }
    }

    /// Averaged weights in a byte each, those first that matter most.
    fn weights(self) -> Vec<Weights> {
        let mut rows: Vec<(u64, Row)> = self.0.into_iter().filter(|(_, row)| row.used >= LEAST_USE).collect();
        let matters =
            |row: &Row| f64::from(row.hits) * row.weights.iter().fold(0.0, |most: f64, w| most.max(w.abs()));
        rows.sort_by(|(a, x), (b, y)| matters(y).total_cmp(&matters(x)).then(a.cmp(b)));
        println!("{} features", rows.len());
        let mut sizes: Vec<f64> =
            rows.iter().flat_map(|(_, row)| row.weights.map(f64::abs)).filter(|w| *w > 0.0).collect();
        sizes.sort_by(f64::total_cmp);
        let unit = sizes[sizes.len() - 1 - sizes.len() / 2000] / 127.0;
        let byte = |w: f64| (w / unit).round().clamp(-127.0, 127.0) as i8;
        rows.into_iter().map(|(feature, row)| (feature, row.weights.map(byte))).collect()
    }
}
