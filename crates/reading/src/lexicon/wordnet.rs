//! Which words may tell of one thing: senses, kinds and families of words, from WordNet 3.1 (Miller 1995, "WordNet: a
//! lexical database for English"; its licence stands in NOTICE).
//!
//! `examples/pack_wordnet.rs` packs the table; it is read in place. Only the first senses of a word count, for the rarer
//! ones tie everything to everything.

use std::sync::LazyLock;

/// How the table begins.
pub const MAGIC: &[u8; 4] = b"GSW1";

/// So many senses of a word are kept, the most frequent ones.
pub const SENSES: usize = 6;

/// So many of them say what a word may mean the same as.
const MEANT: usize = 3;

/// How many kinds WordNet's lexicographers sort synsets into: acts, artifacts, events, people, ...
pub const KINDS: usize = 45;

/// The kind of people (`noun.person` of WordNet's `lexnames`).
pub const PEOPLE: u32 = 18;

/// The kinds of what happens and takes its time: acts, events, processes (`noun.act`, `noun.event`, `noun.process`).
pub const HAPPENINGS: [u32; 3] = [4, 11, 22];

static TABLE: &[u8] = include_bytes!("wordnet/table.bin");

static WORDNET: LazyLock<WordNet> = LazyLock::new(|| WordNet::read(TABLE).unwrap_or_default());

/// The parts of speech that it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// A noun.
    Noun,
    /// A verb.
    Verb,
    /// An adjective.
    Adjective,
}

/// The table, and where its sections begin, in bytes.
#[derive(Debug, Default)]
pub struct WordNet {
    bytes: &'static [u8],
    words: usize,
    letters_at: usize,
    entries_at: usize,
    entries: usize,
    ties_at: usize,
    ties: usize,
    letters: usize,
}

/// What a word may mean, as a part of speech.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meaning {
    /// The word, by its number.
    pub word: Option<u32>,
    /// How often it stands in the texts that senses were counted in, whatever it means there.
    pub count: u32,
    /// Words that are derived from it, or it from them, by their numbers, ascending.
    pub family: Vec<u32>,
    /// What it means, and what the verbs and nouns of its family mean: synsets, ascending.
    pub synsets: Vec<u32>,
    /// The kinds right above what it means, ascending.
    pub above: Vec<u32>,
    /// What it entails or causes, or is grouped with, ascending.
    pub beside: Vec<u32>,
    /// Of each kind of synsets it is, by its number, how often in a thousand; those that it is not fall away.
    pub kinds: Vec<(u32, u32)>,
}

/// How the meanings of two words hang together, the nearest tie first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// One word.
    Same,
    /// One is derived from the other: "arrive", "arrival".
    Family,
    /// They share a meaning, or one entails the other.
    Synonym,
    /// What one means is a kind of what the other means.
    Kind,
}

impl WordNet {
    /// The table that the program carries.
    pub fn built_in() -> &'static WordNet {
        &WORDNET
    }

    /// A table, if the bytes are one.
    fn read(bytes: &'static [u8]) -> Option<WordNet> {
        let bytes = bytes.strip_prefix(MAGIC)?;
        let head = |at: usize| u32_at(bytes, at * 4).map(|number| number as usize);
        let [words, synsets, _, entries, ties] = [head(0)?, head(1)?, head(2)?, head(3)?, head(4)?];
        let letters_at = 5 * 4;
        let entries_at = letters_at + (words + 1) * 4;
        let entries_start = entries_at + (words + 1) * 4;
        let ties_at = entries_start + entries * 4;
        let ties_start = ties_at + (synsets + 1) * 4;
        let letters = ties_start + ties * 4;
        Some(WordNet {
            bytes,
            words,
            letters_at,
            entries_at,
            entries: entries_start,
            ties_at,
            ties: ties_start,
            letters,
        })
    }

    /// What a lemma may mean as a part of speech. A participle or a plural that is no word of its own means what its verb or
    /// noun does; a word that the table lacks means nothing.
    pub fn meaning(&self, lemma: &str, part: Part) -> Meaning {
        let Some(word) = self.find(lemma) else { return Meaning::default() };
        let mut meaning = Meaning { word: Some(word), count: self.count(word), ..Meaning::default() };
        let mut kinds = [0; KINDS];
        for (own, senses, family) in self.parts(word) {
            if own != part as u32 {
                continue;
            }
            for (at, sense) in senses.iter().enumerate() {
                let (synset, count) = (sense & 0x3ffff, sense >> 18);
                let [kind, ties @ ..] = &self.tied(synset)[..] else { continue };
                if let Some(share) = kinds.get_mut(*kind as usize) {
                    *share += count;
                }
                if at < MEANT {
                    meaning.synsets.push(synset);
                    meaning.add_ties(ties);
                }
            }
            for member in family {
                let (word, part) = (member & 0x0fff_ffff, member >> 28);
                meaning.family.push(word);
                if part != Part::Adjective as u32 {
                    meaning.synsets.extend(self.meant(word, part));
                }
            }
        }
        meaning.kinds = shares(&kinds);
        meaning.ordered()
    }

    /// Is a lemma a word of this part of speech? Nothing of a lemma that the table lacks.
    pub fn is_part(&self, lemma: &str, part: Part) -> Option<bool> {
        let word = self.find(lemma)?;
        Some(self.parts(word).iter().any(|(own, ..)| *own == part as u32))
    }

    /// How often a lemma was counted among so many words in all, as its information in bits; words that are not known are
    /// as rare as the rarest.
    pub fn information(&self, lemma: &str) -> f64 {
        let count = self.find(lemma).map_or(0, |word| self.count(word));
        (COUNTED / (f64::from(count) + 1.0)).log2()
    }

    /// The first meanings of a word.
    fn meant(&self, word: u32, part: u32) -> Vec<u32> {
        let parts = self.parts(word).into_iter().filter(|(own, ..)| *own == part);
        parts.flat_map(|(_, senses, _)| senses.into_iter().take(MEANT).map(|s| s & 0x3ffff)).collect()
    }

    /// The number of a word.
    fn find(&self, lemma: &str) -> Option<u32> {
        let (mut low, mut high) = (0, self.words);
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.letters(middle).cmp(lemma.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle as u32),
            }
        }
        None
    }

    fn letters(&self, word: usize) -> &[u8] {
        let [from, to] = self.range(self.letters_at, word as u32);
        self.bytes.get(self.letters + from..self.letters + to).unwrap_or_default()
    }

    fn count(&self, word: u32) -> u32 {
        let [from, _] = self.range(self.entries_at, word);
        u32_at(self.bytes, self.entries + from * 4).unwrap_or_default()
    }

    /// Of each part of speech that a word is: its number, the senses, the family.
    fn parts(&self, word: u32) -> Vec<(u32, Vec<u32>, Vec<u32>)> {
        let [from, to] = self.range(self.entries_at, word);
        let all = self.numbers(self.entries, from + 1, to);
        let (mut rest, mut parts) = (&all[..], Vec::new());
        while let [head, behind @ ..] = rest {
            let (senses, family) = ((head >> 4 & 0xf) as usize, (head >> 8) as usize);
            let Some((own, left)) = behind.split_at_checked(senses + family) else { break };
            let (senses, family) = own.split_at(senses);
            parts.push((head & 0xf, senses.to_vec(), family.to_vec()));
            rest = left;
        }
        parts
    }

    /// The kind of a synset, and what it is tied to.
    fn tied(&self, synset: u32) -> Vec<u32> {
        let [from, to] = self.range(self.ties_at, synset);
        self.numbers(self.ties, from, to)
    }

    fn numbers(&self, section: usize, from: usize, to: usize) -> Vec<u32> {
        (from..to).filter_map(|at| u32_at(self.bytes, section + at * 4)).collect()
    }

    /// From where to where something of this number reaches.
    fn range(&self, section: usize, number: u32) -> [usize; 2] {
        let at = |number: usize| u32_at(self.bytes, section + number * 4).unwrap_or_default() as usize;
        [at(number as usize), at(number as usize + 1)]
    }
}

/// How many words senses were counted of, in all.
const COUNTED: f64 = 235_000.0;

impl Meaning {
    /// The kind that most of its uses are of.
    pub fn main_kind(&self) -> Option<u32> {
        let most = self.kinds.iter().max_by_key(|(kind, share)| (*share, std::cmp::Reverse(*kind)));
        most.map(|(kind, _)| *kind)
    }

    fn add_ties(&mut self, ties: &[u32]) {
        for tie in ties {
            let (synset, beside) = (tie & 0x0fff_ffff, tie >> 28 == 1);
            if beside { self.beside.push(synset) } else { self.above.push(synset) }
        }
    }

    fn ordered(mut self) -> Meaning {
        for list in [&mut self.family, &mut self.synsets, &mut self.above, &mut self.beside] {
            list.sort_unstable();
            list.dedup();
        }
        self
    }

    /// How two words hang together; nothing if their meanings do not.
    pub fn relation(&self, other: &Meaning) -> Option<Relation> {
        let word = self.word.zip(other.word);
        if word.is_some_and(|(a, b)| a == b) {
            return Some(Relation::Same);
        }
        let derived = |a: &Meaning, b: &Meaning| b.word.is_some_and(|b| a.family.binary_search(&b).is_ok());
        if derived(self, other) || derived(other, self) {
            return Some(Relation::Family);
        }
        let tied = |list: &[u32], of: &[u32]| meet(list, of);
        if tied(&self.synsets, &other.synsets)
            || tied(&self.beside, &other.synsets)
            || tied(&self.synsets, &other.beside)
        {
            return Some(Relation::Synonym);
        }
        let kind = tied(&self.above, &other.synsets) || tied(&self.synsets, &other.above);
        kind.then_some(Relation::Kind)
    }
}

/// Have two ascending lists something in common?
fn meet(a: &[u32], b: &[u32]) -> bool {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => a.next(),
            std::cmp::Ordering::Greater => b.next(),
            std::cmp::Ordering::Equal => return true,
        };
    }
    false
}

/// Counts as parts of a thousand.
fn shares(counts: &[u32]) -> Vec<(u32, u32)> {
    let all: u32 = counts.iter().sum();
    let shares = (0..).zip(counts).filter(|(_, count)| **count > 0);
    shares.map(|(at, count)| (at, count * 1000 / all.max(1))).collect()
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

#[cfg(test)]
mod tests;
