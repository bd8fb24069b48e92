//! The averaged perceptron.

use std::collections::BTreeMap;

use gainsay::article::tag::features::{self, Word};
use gainsay::article::tag::model::{self, Model};
use gainsay::article::tag::{Tag, tag_of_sign};
use rustc_hash::FxHashMap;

use super::corpus::Sentence;

/// Passes over the corpus.
const PASSES: usize = 8;
/// A word seen so often has only the tags it was seen with.
const FREQUENT: u32 = 20;
/// Least share of a frequent word's uses that is taken for more than a slip.
const LEAST_SHARE: f64 = 0.004;
/// A feature must have been corrected so often during training to be kept.
const LEAST_USE: u32 = 2;
/// Buckets of the written table, as a power of two.
const BITS: u32 = 17;
/// Features are dropped, lightest first, until the table has about so many bytes.
const LARGEST: usize = 2_900_000;

type Rows = Vec<(u64, Vec<(u8, i8)>)>;

/// Trains on the sentences and gives the weights file.
pub(crate) fn train(sentences: &[Sentence]) -> Vec<u8> {
    let dictionary = dictionary(sentences);
    let bytes = model::write(&dictionary, 15);
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
    let mut rows = perceptron.averages(model::write(&dictionary, BITS).len());
    rows.extend(dictionary);
    model::write(&rows, BITS)
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

/// Which tags each word has, as shares of 127.
fn dictionary(sentences: &[Sentence]) -> Rows {
    let mut counts: BTreeMap<u64, BTreeMap<u8, u32>> = BTreeMap::new();
    for (word, tag) in sentences.iter().flat_map(|s| &s.words) {
        if tag_of_sign(word).is_none() {
            *counts
                .entry(Word::new(word, None, &Model::EMPTY).entry())
                .or_default()
                .entry(*tag as u8)
                .or_default() += 1;
        }
    }
    let mut rows = Vec::new();
    for (entry, tags) in counts {
        let all: u32 = tags.values().sum();
        if all < 2 {
            continue;
        }
        let share = |n: u32| f64::from(n) / f64::from(all);
        let kept = tags.iter().filter(|(_, n)| all < FREQUENT || share(**n) >= LEAST_SHARE);
        let mut row: Vec<(u8, i8)> = kept.map(|(tag, n)| (*tag, (share(*n) * 127.0) as i8)).collect();
        if all < FREQUENT {
            row.push((features::RARE_TAG, 0));
        }
        rows.push((entry, row));
    }
    rows
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
        let mut scores = [0; Tag::ALL.len()];
        for feature in features {
            for weight in self.rows.get(feature).map_or(&[][..], |row| &row.1) {
                scores[weight.tag as usize] += weight.now;
            }
        }
        let allowed = Tag::ALL.into_iter().zip(scores).filter(|(tag, _)| word.allows(*tag));
        allowed.rev().max_by_key(|(_, score)| *score).map_or(Tag::Nn, |(tag, _)| tag)
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

    /// Averaged weights in a byte each; as many features as fit beside `taken` bytes.
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
            let size: usize = taken + rows.iter().map(|(_, row)| 3 + 2 * row.len()).sum::<usize>();
            println!("weights of {least} or more units of {unit:.3}: {} features, {size} bytes", rows.len());
            if size <= LARGEST {
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
