//! How far a clause is claimed: what the clauses above it do to its polarity, modality and attribution.

use crate::article::Tokens;
use crate::claim::{Attribution, Modality, Origin, PhraseId, Tense, VerbGroup};
use crate::lexicon::{Lexicon, Sense, Senses};

/// What a clause takes over from above.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Context {
    pub(super) negated: bool,
    pub(super) modality: Modality,
    pub(super) attribution: Option<Attribution>,
    /// What comes from above alone, for clauses that share no verb with this one.
    above: (bool, Modality),
}

impl Default for Context {
    fn default() -> Context {
        Context { negated: false, modality: Modality::Did, attribution: None, above: (false, Modality::Did) }
    }
}

impl Context {
    /// Adds what the clause's own verb group says.
    pub(super) fn with_verb(self, verb: &VerbGroup, lexicon: &Lexicon) -> Context {
        let (negated, modality) = self.above;
        Context {
            negated: negated ^ verb.negated,
            modality: weaker(modality, own_modality(verb, lexicon)),
            ..self
        }
    }

    /// Adds what adverbs beside the verb say: "perhaps", "reportedly".
    pub(super) fn with_adverbs(self, senses: Senses) -> Context {
        Context { modality: weaker(self.modality, of_adverbs(senses)), ..self }
    }

    /// What is to come under a condition need not come: "will close *if no buyer is found*".
    pub(super) fn under_condition(self, conditional: bool) -> Context {
        let open = conditional && self.modality == Modality::Will;
        Context { modality: if open { Modality::Would } else { self.modality }, ..self }
    }

    /// Adds "according to ...".
    pub(super) fn with_speaker(self, speaker: Option<Attribution>) -> Context {
        Context { attribution: speaker.or(self.attribution), ..self }
    }

    /// For what hangs beside the verb: participles and relative clauses.
    pub(super) fn plain(self) -> Context {
        // A planned event's circumstances are planned with it.
        let modality = match self.modality {
            // What is said of the event need not be said of them.
            Modality::Did | Modality::Reportedly => self.above.1,
            planned => planned,
        };
        Context { negated: false, above: (false, modality), ..self }
    }

    /// For what has come about, whatever is planned around it.
    pub(super) fn settled(self) -> Context {
        let planned = |m| matches!(m, Modality::Will | Modality::May | Modality::Would);
        let modality = |m| if planned(m) { Modality::Did } else { m };
        let (negated, above) = self.above;
        Context { modality: modality(self.modality), above: (negated, modality(above)), ..self }
    }

    /// For what a claim, a report or a fear says ("the claim that ...").
    pub(super) fn hearsay(self) -> Context {
        let (negated, modality) = self.above;
        let modality = weaker(modality, Modality::Reportedly);
        Context { modality, above: (negated, modality), ..self }
    }

    /// For what is called untrue: "the report of her arrest is a hoax".
    pub(super) fn untrue(self) -> Context {
        let (negated, modality) = self.above;
        Context { negated: true, above: (!negated, modality), ..self }
    }

    /// For what somebody or something is there to do: "plans to meet".
    pub(super) fn purpose(self) -> Context {
        let modality = weaker(self.modality, Modality::Will);
        Context { negated: false, modality, above: (false, modality), ..self }
    }

    /// The same, negated or not.
    pub(super) fn with_polarity(self, negated: bool) -> Context {
        Context { negated, ..self }
    }

    /// For the event that an object names: "avoided arrest", "denied the murder".
    pub(super) fn object_of(self, verb: &VerbGroup, speaker: Option<(PhraseId, Tokens)>) -> Context {
        match () {
            () if verb.senses.has(Sense::Denying) => self.content(verb, speaker),
            () if verb.senses.has(Sense::Averting) => Context { negated: !self.negated, ..self },
            // What the clause itself does not hold, the nouns in it do not hold either way.
            () => Context { negated: false, ..self },
        }
    }

    /// For what somebody says, thinks or denies.
    pub(super) fn content(self, verb: &VerbGroup, speaker: Option<(PhraseId, Tokens)>) -> Context {
        // "did not deny that he had fled": nothing is denied.
        let denied = verb.senses.has(Sense::Denying) && !verb.negated;
        let factive = verb.senses.has(Sense::Factive);
        let said = speaker.map(|(speaker, tokens)| Attribution {
            speaker: Some(speaker),
            tokens,
            quoted: false,
            denied: denied || (verb.negated && !factive && !verb.senses.has(Sense::Denying)),
        });
        let modality = if verb.senses.has(Sense::Seeming) && !verb.senses.has(Sense::Factive) && verb.passive
        {
            Modality::Reportedly
        } else if FEARING.contains(&verb.lemma.as_str()) {
            weaker(self.above.1, Modality::May)
        } else {
            self.above.1
        };
        let negated = denied;
        Context { negated, attribution: said.or(self.attribution), modality, above: (negated, modality) }
    }

    /// For "to meet" below "plan", "fail", "manage".
    pub(super) fn infinitive(self, verb: &VerbGroup) -> Context {
        let has = |s| verb.senses.has(s);
        let (negated, modality) = if has(Sense::Failing) || has(Sense::Averting) {
            // "unlikely to": both fails and is still to come.
            let coming = if has(Sense::Intending) { Modality::Will } else { Modality::Did };
            (!self.negated, weaker(self.modality, coming))
        } else if PERMITTING.contains(&verb.lemma.as_str()) && verb.passive && verb.tense == Tense::Present {
            (self.negated, weaker(self.modality, Modality::May))
        } else if (verb.passive && (has(Sense::Factive) || FINDING.contains(&verb.lemma.as_str())))
            || (has(Sense::Achieving) && !has(Sense::Intending))
        {
            (self.negated, self.modality)
        } else if has(Sense::Intending) {
            (self.negated, weaker(self.modality, Modality::Will))
        } else if FEARING.contains(&verb.lemma.as_str()) && verb.passive {
            (self.negated, weaker(self.modality, Modality::May))
        } else if has(Sense::Seeming) || (verb.passive && has(Sense::Reporting)) {
            (self.negated, weaker(self.modality, Modality::Reportedly))
        } else if verb.lemma == "be" && verb.tense == Tense::Past {
            // "was to cost 2 billion": what was meant, whatever came of it.
            (self.negated, weaker(self.modality, Modality::Would))
        } else {
            // "went to Oslo to sign the deal"
            return self.purpose();
        };
        Context { negated, modality, above: (negated, modality), ..self }
    }

    /// For what somebody is accused *of* or kept *from* doing.
    pub(super) fn ascribed(self, preposition: &str, verb: &VerbGroup) -> Context {
        let (negated, modality) = match verb.lemma.as_str() {
            "acquit" | "clear" | "exonerate" | "absolve" => (true, self.above.1),
            "accuse" | "suspect" | "charge" if preposition != "for" => {
                (false, weaker(self.above.1, Modality::Reportedly))
            }
            verb if preposition == "from" && PREVENTING.contains(&verb) => (true, self.above.1),
            _ => return self,
        };
        Context { negated, modality, above: (negated, modality), ..self }
    }

    /// For what somebody is made or allowed to do: "did not let him *leave*".
    pub(super) fn caused(self) -> Context {
        Context { above: (self.negated, self.modality), ..self }
    }

    /// For "after they met", "if they meet".
    pub(super) fn adverbial(self, word: &str, lexicon: &Lexicon) -> Context {
        let negated = word == "without";
        let modality =
            if lexicon.has(word, Sense::Conditional) { Modality::Would } else { self.plain().above.1 };
        Context { negated, modality, above: (negated, modality), ..self }
    }
}

/// Whoever "is allowed to" do something may do it or not: "is licensed to carry 120 people".
const PERMITTING: [&str; 9] =
    ["allow", "permit", "authorize", "authorise", "license", "certify", "entitle", "design", "build"];

/// "It is *feared* that three have died": what may be so.
const FEARING: [&str; 2] = ["fear", "worry"];
/// What somebody or something "was found to be" it is.
const FINDING: [&str; 5] = ["find", "discover", "prove", "determine", "see"];

/// Who is kept "from" doing something does not do it.
pub(super) const PREVENTING: [&str; 20] = [
    "stop",
    "prevent",
    "keep",
    "bar",
    "ban",
    "block",
    "hinder",
    "deter",
    "discourage",
    "dissuade",
    "prohibit",
    "restrain",
    "save",
    "protect",
    "forbid",
    "exclude",
    "disqualify",
    "preclude",
    "spare",
    "suspend",
];

/// The one of two modalities that commits itself less.
fn weaker(a: Modality, b: Modality) -> Modality {
    a.max(b)
}

fn own_modality(verb: &VerbGroup, lexicon: &Lexicon) -> Modality {
    let of_modal = verb.modal.as_ref().map_or(Modality::Did, |modal| {
        if modal == "could" && is_unable(verb) {
            Modality::Did
        } else if lexicon.has(modal, Sense::DoubtModal) {
            Modality::May
        } else if lexicon.has(modal, Sense::ConditionalModal) {
            Modality::Would
        } else {
            Modality::Will
        }
    });
    weaker(of_modal, of_adverbs(verb.adverbs))
}

/// "could not find him": who could not, did not. "Could not have found him" is a guess, and so is what "could not be".
fn is_unable(verb: &VerbGroup) -> bool {
    let bare = verb.head == verb.tokens.start + 2;
    verb.negated && bare && !verb.passive && !verb.senses.has(Sense::Copula)
}

fn of_adverbs(senses: Senses) -> Modality {
    if senses.has(Sense::Hearsay) {
        Modality::Reportedly
    } else if senses.has(Sense::Doubt) {
        Modality::May
    } else {
        Modality::Did
    }
}

/// How sure the grammar is, by construction: finite clauses with subject and object are read best.
pub(super) fn confidence(origin: Origin, has_subject: bool, arguments: usize, verb: &VerbGroup) -> f32 {
    let base: f32 = match origin {
        Origin::Clause => 0.85,
        Origin::Copula => 0.8,
        Origin::Relative => 0.7,
        Origin::Participle => 0.55,
        Origin::Apposition => 0.6,
        Origin::Nominal => 0.3,
    };
    let subject = if has_subject { 0.0 } else { -0.35 };
    let bare = if arguments == 0 { -0.25 } else { 0.0 };
    let many = if arguments > 4 { -0.1 } else { 0.0 };
    let vague = if verb.tense == Tense::Infinitive { -0.1 } else { 0.0 };
    (base + subject + bare + many + vague).clamp(0.05, 0.99)
}
