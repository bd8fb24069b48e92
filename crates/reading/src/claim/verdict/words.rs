//! The words by which stories are called untrue.

/// What is told, shown or seen.
pub(super) const STORY: [&str; 36] = [
    "story",
    "tale",
    "thing",
    "report",
    "claim",
    "rumor",
    "rumour",
    "account",
    "allegation",
    "assertion",
    "news",
    "article",
    "post",
    "tweet",
    "statement",
    "quote",
    "quotation",
    "interview",
    "letter",
    "document",
    "photo",
    "photograph",
    "picture",
    "image",
    "video",
    "footage",
    "clip",
    "scene",
    "stunt",
    "recording",
    "screenshot",
    "legend",
    "information",
    "announcement",
    "headline",
    "prank",
];
/// What shows something, and may be a fake where what it shows is none.
pub(super) const PICTURES: [&str; 10] = [
    "photo",
    "photograph",
    "picture",
    "image",
    "video",
    "footage",
    "clip",
    "recording",
    "screenshot",
    "selfie",
];
/// What points at something just told, alone or before a noun.
pub(super) const POINTERS: [&str; 5] = ["it", "this", "that", "these", "those"];
/// What leaves nothing of a story.
pub(super) const NOTHING: [&str; 2] = ["none", "nothing"];
/// What is not so is as good as false.
pub(super) const TRUE: [&str; 6] = ["true", "real", "genuine", "authentic", "accurate", "truth"];
/// Whatever was treated so did not come about.
pub(super) const FAKED: [&str; 2] = ["fake", "fabricate"];
/// Who believed what is not so.
pub(super) const DUPED: [&str; 5] = ["dupe", "fool", "fall for", "hoodwink", "take in"];
/// Where stories come from that nobody need believe.
pub(super) const SATIRICAL: [&str; 3] = ["satirical", "satire", "parody"];
/// "No, it *did* not."
pub(super) const AUXILIARIES: [&str; 3] = ["do", "be", "have"];
/// "That is not the case."
pub(super) const CASE: &str = "case";
/// What was done to a story that does not hold.
pub(super) const FORGED: [&str; 14] = [
    "alter",
    "manipulate",
    "fake",
    "fabricate",
    "stage",
    "debunk",
    "invent",
    "make up",
    "concoct",
    "photoshop",
    "doctor",
    "forge",
    "disprove",
    "retract",
];
/// Behind these stands what something was seen to be in the end, whoever saw it.
pub(super) const EXPOSING: [&str; 6] = ["expose", "reveal", "unmask", "out", "debunk", "classify"];
/// Behind these stands what a story was seen to be.
pub(super) const ENDING: [&str; 2] = ["prove", "turn out"];
/// What did not come about.
pub(super) const HAPPENING: [&str; 3] = ["happen", "occur", "take place"];
/// Before a colon these tell how true a story is.
pub(super) const RATINGS: [&str; 6] = ["rating", "verdict", "ruling", "status", "conclusion", "finding"];
/// What stands before something that only some hold for true.
pub(super) const HEDGES: [&str; 10] = [
    "supposed",
    "alleged",
    "purported",
    "so-called",
    "apparent",
    "rumored",
    "rumoured",
    "unconfirmed",
    "claims",
    "claimed",
];
/// What a story is called that does not hold, or a thing that is none; beside [`Sense::Untrue`](crate::lexicon::Sense).
pub(super) const TRICKS: [&str; 10] = [
    "stunt",
    "joke",
    "scam",
    "legend",
    "nonsense",
    "bunk",
    "rubbish",
    "clickbait",
    "photoshop",
    "photoshopped",
];
/// What a report, a claim or a picture is called that does not hold.
pub(super) const WRONG: [&str; 5] = ["wrong", "incorrect", "inaccurate", "misleading", "baseless"];
/// Who or what is called so is none, whatever it is: "the sturgeon is *a hoax*".
pub(super) const HOAXES: [&str; 9] =
    ["hoax", "fake", "sham", "forgery", "prank", "spoof", "myth", "fabrication", "legend"];
/// A report with these words tells of a deceit, or takes something back: it tells no story flatly.
pub(super) const DECEITS: [&str; 16] = [
    "rumor",
    "rumour",
    "fraud",
    "fraudster",
    "perjury",
    "forged",
    "forger",
    "scam",
    "scammer",
    "hoaxer",
    "swindler",
    "deceive",
    "apologize",
    "apologise",
    "apology",
    "retraction",
];
/// A play is staged, too.
pub(super) const STAGE: &str = "stage";
