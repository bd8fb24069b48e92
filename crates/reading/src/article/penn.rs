//! Part-of-speech tags of the Penn Treebank (Marcus, Santorini and Marcinkiewicz 1993).

/// A Penn Treebank tag. The first [`Tag::OPEN`] are those between which context has to decide; a word with one
/// of the others has no second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[rustfmt::skip]
pub enum Tag {
    /// Coordinating conjunction.
    Cc,
    /// Cardinal number.
    Cd,
    /// Determiner.
    Dt,
    /// Existential "there".
    Ex,
    /// Preposition or subordinating conjunction.
    In,
    /// Adjective.
    Jj,
    /// Comparative adjective.
    Jjr,
    /// Superlative adjective.
    Jjs,
    /// Modal.
    Md,
    /// Singular noun.
    Nn,
    /// Plural noun.
    Nns,
    /// Singular proper noun.
    Nnp,
    /// Plural proper noun.
    Nnps,
    /// Predeterminer.
    Pdt,
    /// Possessive ending.
    Pos,
    /// Personal pronoun.
    Prp,
    /// Possessive pronoun.
    PRPS,
    /// Adverb.
    Rb,
    /// Comparative adverb.
    Rbr,
    /// Superlative adverb.
    Rbs,
    /// Particle.
    Rp,
    /// Interjection.
    Uh,
    /// Verb, base form.
    Vb,
    /// Verb, past tense.
    Vbd,
    /// Verb, gerund or present participle.
    Vbg,
    /// Verb, past participle.
    Vbn,
    /// Verb, present, not third person singular.
    Vbp,
    /// Verb, present, third person singular.
    Vbz,
    /// Wh-determiner.
    Wdt,
    /// Wh-pronoun.
    Wp,
    /// Foreign word.
    Fw,
    /// List item marker.
    Ls,
    /// Symbol.
    Sym,
    /// "to".
    To,
    /// Possessive wh-pronoun.
    WPS,
    /// Wh-adverb.
    Wrb,
    /// Hyphen between parts of a word.
    Hyph,
    /// Sentence-final punctuation.
    Stop,
    /// Comma.
    Comma,
    /// Colon, semicolon, dash.
    Colon,
    /// Opening bracket.
    Open,
    /// Closing bracket.
    Close,
    /// Opening quotation mark.
    OpenQuote,
    /// Closing quotation mark.
    CloseQuote,
    /// Currency sign.
    Currency,
    /// Number sign.
    Hash,
}

impl Tag {
    /// How many tags compete in the tagger.
    pub const OPEN: usize = 30;

    /// Every tag, in the order of their numbers.
    pub const ALL: [Tag; 46] = [
        Tag::Cc,
        Tag::Cd,
        Tag::Dt,
        Tag::Ex,
        Tag::In,
        Tag::Jj,
        Tag::Jjr,
        Tag::Jjs,
        Tag::Md,
        Tag::Nn,
        Tag::Nns,
        Tag::Nnp,
        Tag::Nnps,
        Tag::Pdt,
        Tag::Pos,
        Tag::Prp,
        Tag::PRPS,
        Tag::Rb,
        Tag::Rbr,
        Tag::Rbs,
        Tag::Rp,
        Tag::Uh,
        Tag::Vb,
        Tag::Vbd,
        Tag::Vbg,
        Tag::Vbn,
        Tag::Vbp,
        Tag::Vbz,
        Tag::Wdt,
        Tag::Wp,
        Tag::Fw,
        Tag::Ls,
        Tag::Sym,
        Tag::To,
        Tag::WPS,
        Tag::Wrb,
        Tag::Hyph,
        Tag::Stop,
        Tag::Comma,
        Tag::Colon,
        Tag::Open,
        Tag::Close,
        Tag::OpenQuote,
        Tag::CloseQuote,
        Tag::Currency,
        Tag::Hash,
    ];

    /// The tag as the Treebank writes it.
    pub fn name(self) -> &'static str {
        match self {
            Tag::Cc => "CC",
            Tag::Cd => "CD",
            Tag::Dt => "DT",
            Tag::Ex => "EX",
            Tag::Fw => "FW",
            Tag::In => "IN",
            Tag::Jj => "JJ",
            Tag::Jjr => "JJR",
            Tag::Jjs => "JJS",
            Tag::Ls => "LS",
            Tag::Md => "MD",
            Tag::Nn => "NN",
            Tag::Nns => "NNS",
            Tag::Nnp => "NNP",
            Tag::Nnps => "NNPS",
            Tag::Pdt => "PDT",
            Tag::Pos => "POS",
            Tag::Prp => "PRP",
            Tag::PRPS => "PRP$",
            Tag::Rb => "RB",
            Tag::Rbr => "RBR",
            Tag::Rbs => "RBS",
            Tag::Rp => "RP",
            Tag::Sym => "SYM",
            Tag::To => "TO",
            Tag::Uh => "UH",
            Tag::Vb => "VB",
            Tag::Vbd => "VBD",
            Tag::Vbg => "VBG",
            Tag::Vbn => "VBN",
            Tag::Vbp => "VBP",
            Tag::Vbz => "VBZ",
            Tag::Wdt => "WDT",
            Tag::Wp => "WP",
            Tag::WPS => "WP$",
            Tag::Wrb => "WRB",
            Tag::Hyph => "HYPH",
            Tag::Stop => ".",
            Tag::Comma => ",",
            Tag::Colon => ":",
            Tag::Open => "-LRB-",
            Tag::Close => "-RRB-",
            Tag::OpenQuote => "``",
            Tag::CloseQuote => "''",
            Tag::Currency => "$",
            Tag::Hash => "#",
        }
    }

    /// The tag of a Treebank name.
    pub fn parse(name: &str) -> Option<Tag> {
        Tag::ALL.into_iter().find(|t| t.name() == name)
    }

    /// Any noun, common or proper.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps)
    }

    /// A proper noun.
    pub fn is_name(self) -> bool {
        matches!(self, Tag::Nnp | Tag::Nnps)
    }

    /// Any form of a verb but a modal.
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::Vb | Tag::Vbd | Tag::Vbg | Tag::Vbn | Tag::Vbp | Tag::Vbz)
    }

    /// A verb form that shows tense.
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::Vbd | Tag::Vbp | Tag::Vbz | Tag::Md)
    }

    /// Any adjective.
    pub fn is_adjective(self) -> bool {
        matches!(self, Tag::Jj | Tag::Jjr | Tag::Jjs)
    }

    /// Any adverb.
    pub fn is_adverb(self) -> bool {
        matches!(self, Tag::Rb | Tag::Rbr | Tag::Rbs)
    }

    /// Punctuation of any kind.
    pub fn is_punctuation(self) -> bool {
        self >= Tag::Stop && self <= Tag::CloseQuote
    }
}
