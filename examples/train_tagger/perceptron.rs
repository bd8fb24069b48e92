//! The averaged perceptron.

use std::collections::BTreeMap;

use gainsay::article::tag::features::{self, Word};
use gainsay::article::tag::model::{self, Model, Row};
use gainsay::article::tag::{Tag, tag_of_sign};
use rustc_hash::FxHashMap;

use super::corpus::Sentence;

/// Passes over the corpus.
const PASSES: usize = 8;
/// A word seen so often has only the tags it was seen with.
const FREQUENT: u32 = 20;
/// A word seen no more often is like those that are not in the corpus.
const RARE: u32 = 5;
/// An ending must have been seen so often on rare words to say something.
const LEAST_ENDING: u32 = 5;
/// Least share of a frequent word's uses that is taken for more than a slip.
const LEAST_SHARE: f64 = 0.004;
/// A feature must have been corrected so often during training to be kept.
const LEAST_USE: u32 = 3;
/// Buckets of the written table, as a power of two.
const BITS: u32 = 15;
/// How many of the table's four slots a bucket are filled. Weights are dropped, lightest first, until they fit.
const FILLED: usize = (4 << BITS) * 3 / 4;

type Rows = Vec<Row>;

/// Trains on the sentences and gives the weights file.
pub(crate) fn train(sentences: &[Sentence]) -> Vec<u8> {
    let dictionary = dictionary(sentences);
    let bytes = model::write(&dictionary, BITS).expect("room");
    let model = Model::read(&bytes);
    let prepared: Vec<Prepared> = sentences.iter().map(|s| Prepared::new(s, &model)).collect();
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    order.extend((0..sentences.len()).filter(|i| sentences[*i].news));
    let mut random = 0x2545_f491_4f6c_dd1d;
    let mut perceptron = Perceptron::default();
    for pass in 1..=PASSES {
        shuffle(&mut order, &mut random);
        let wrong: usize = order.iter().map(|i| perceptron.learn(&prepared[*i])).sum();
        println!("pass {pass}: {wrong} wrong");
    }
    // The dictionary comes first, so that its rows lie in their own buckets.
    let mut rows = dictionary;
    let taken = slots(&rows);
    rows.extend(perceptron.averages(taken));
    model::write(&rows, BITS).expect("room for all rows")
}

fn slots(rows: &[Row]) -> usize {
    rows.iter().map(|(_, weights)| model::slots(weights.len())).sum()
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
type Counts = BTreeMap<u8, u32>;

/// Which tags each word has, and each ending of rare words, as shares of 127.
fn dictionary(sentences: &[Sentence]) -> Rows {
    let mut words: BTreeMap<u64, Counts> = BTreeMap::new();
    let mut endings: BTreeMap<u64, Counts> = BTreeMap::new();
    let unknown: Vec<(Word, u8)> = sentences
        .iter()
        .flat_map(|s| &s.words)
        .filter(|(word, _)| tag_of_sign(word).is_none())
        .map(|(word, tag)| (Word::new(word, None, &Model::EMPTY), *tag as u8))
        .collect();
    for (word, tag) in &unknown {
        *words.entry(word.entry()).or_default().entry(*tag).or_default() += 1;
    }
    for (word, tag) in &unknown {
        if words[&word.entry()].values().sum::<u32>() <= RARE {
            for ending in word.endings() {
                *endings.entry(ending).or_default().entry(*tag).or_default() += 1;
            }
        }
    }
    let words = words.into_iter().filter_map(|(entry, tags)| Some((entry, word_row(&tags)?)));
    let endings = endings.into_iter().filter_map(|(entry, tags)| Some((entry, ending_row(&tags)?)));
    words.chain(endings).collect()
}

fn word_row(tags: &Counts) -> Option<Vec<(u8, i8)>> {
    let all: u32 = tags.values().sum();
    let frequent = all >= FREQUENT;
    let mut row = shares(tags, if frequent { LEAST_SHARE } else { 0.0 });
    if !frequent {
        row.push((features::RARE_TAG, 0));
    }
    (all > 1).then_some(row)
}

fn ending_row(tags: &Counts) -> Option<Vec<(u8, i8)>> {
    let all: u32 = tags.values().sum();
    (all >= LEAST_ENDING).then(|| shares(tags, f64::from(features::SHARE_IN_CLASS) / 127.0))
}

/// The tags with at least a share of all uses, with their shares of 127.
fn shares(tags: &Counts, least: f64) -> Vec<(u8, i8)> {
    let all: u32 = tags.values().sum();
    let share = |n: &u32| f64::from(*n) / f64::from(all);
    tags.iter().filter(|(_, n)| share(n) >= least).map(|(tag, n)| (*tag, (share(n) * 127.0) as i8)).collect()
}

struct Prepared {
    words: Vec<Word>,
    tags: Vec<Tag>,
    loud: bool,
}

impl Prepared {
    fn new(sentence: &Sentence, model: &Model) -> Prepared {
        let known = |word: &str, tag| match word {
            "\"" => Some(tag),
            _ => tag_of_sign(word),
        };
        let words: Vec<Word> =
            sentence.words.iter().map(|(word, tag)| Word::new(word, known(word, *tag), model)).collect();
        let tags = sentence.words.iter().map(|(_, tag)| *tag).collect();
        let loud = features::is_loud(&words);
        Prepared { words, tags, loud }
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
    rows: FxHashMap<u64, (u32, Vec<Weight>)>,
    steps: u32,
}

impl Perceptron {
    fn learn(&mut self, sentence: &Prepared) -> usize {
        let (mut before, mut last) = (features::EDGE, features::EDGE);
        let mut wrong = 0;
        for (at, (word, truth)) in sentence.words.iter().zip(&sentence.tags).enumerate() {
            let tag = word.only_tag().unwrap_or_else(|| {
                let features = features::features(&sentence.words, at, last, before, sentence.loud);
                let guess = self.guess(word, &features);
                if guess != *truth && word.allows(*truth) {
                    wrong += 1;
                    self.correct(&features, guess, *truth);
                }
                self.steps += 1;
                guess
            });
            before = last;
            last = tag as u8;
        }
        wrong
    }

    fn guess(&self, word: &Word, features: &[u64]) -> Tag {
        let mut scores = [0; 64];
        for feature in features {
            for weight in self.rows.get(feature).map_or(&[][..], |row| &row.1) {
                scores[weight.tag as usize] += weight.now;
            }
        }
        word.best(&scores)
    }

    fn correct(&mut self, features: &[u64], guess: Tag, truth: Tag) {
        for feature in features {
            let row = self.rows.entry(*feature).or_default();
            row.0 += 1;
            for (tag, by) in [(guess as u8, -1), (truth as u8, 1)] {
                let at = row.1.iter().position(|w| w.tag == tag).unwrap_or_else(|| {
                    row.1.push(Weight { tag, ..Weight::default() });
                    row.1.len() - 1
                });
                let weight = &mut row.1[at];
                weight.sum += i64::from(weight.now) * i64::from(self.steps - weight.since);
                weight.since = self.steps;
                weight.now += by;
            }
        }
    }

    /// Averaged weights in a byte each; as many as fit beside `taken` slots.
    fn averages(self, taken: usize) -> Rows {
        let steps = self.steps;
        let mut averages: Vec<(u64, Vec<(u8, f64)>)> = Vec::new();
        for (feature, (used, row)) in self.rows {
            if used >= LEAST_USE {
                let average = |w: &Weight| {
                    (w.sum + i64::from(w.now) * i64::from(steps - w.since)) as f64 / f64::from(steps)
                };
                averages.push((feature, row.iter().map(|w| (w.tag, average(w))).collect()));
            }
        }
        averages.sort_by_key(|(feature, _)| *feature);
        println!("{} features", averages.len());
        let mut sizes: Vec<f64> =
            averages.iter().flat_map(|(_, row)| row.iter().map(|w| w.1.abs())).collect();
        sizes.sort_by(f64::total_cmp);
        let unit = sizes[sizes.len() - 1 - sizes.len() / 2000] / 127.0;
        let mut least = 1;
        loop {
            let rows: Rows =
                averages.iter().filter_map(|(f, row)| Some((*f, quantise(row, unit, least)?))).collect();
            let size = taken + slots(&rows);
            println!("weights of {least} or more units of {unit:.3}: {} features, {size} slots", rows.len());
            if size <= FILLED {
                return rows;
            }
            least += 1;
        }
    }
}

/// A row in units, without weights below `least`; none if nothing is left.
fn quantise(row: &[(u8, f64)], unit: f64, least: i8) -> Option<Vec<(u8, i8)>> {
    let mut row: Vec<(u8, i8)> = row
        .iter()
        .map(|(tag, weight)| (*tag, (weight / unit).round().clamp(-127.0, 127.0) as i8))
        .filter(|(_, weight)| weight.abs() >= least)
        .collect();
    row.sort_unstable();
    (!row.is_empty()).then_some(row)
}
