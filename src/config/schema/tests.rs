use super::settings;
use crate::config::read;
use crate::lexicon::Lexicon;
use crate::rules::RuleSet;
use crate::rules::schema::testing::{misfit, read as as_json, undescribed};
use crate::source::SourceMap;

/// Settings with every key.
const WHOLE: &str = r#"
[articles]
"a.txt" = 2025-07-25
"wire/*.txt" = { published = 2025-07-25, source = "Post", title = "Fire" }
[check]
fail-on = "warning"
min-confidence = 0.5
against = ["archive"]
exclude = ["notes"]
[packs]
paths = ["desk"]
built-in = ["numbers"]
off = ["quotes"]
[lexicon]
paths = ["words.toml"]
[rules]
toll = "note"
"toll/rise" = "off"
own = "error"
[[for]]
articles = ["opinion/**"]
rules = { toll = "off" }
packs = { quotes = "note" }
[[ignore]]
fingerprint = "0123456789abcdef"
reason = "checked"
until = 2026-01-01
articles = ["drafts/*.md"]
"#;

#[test]
fn what_the_program_reads_fits_and_what_it_refuses_does_not() {
    let set = RuleSet::built_in(&mut SourceMap::default(), Lexicon::built_in());
    let schema = settings(&set);
    assert_eq!(read::read(WHOLE).mistakes, []);
    assert_eq!(misfit(&as_json(WHOLE), &schema, ""), None);
    assert_eq!(misfit(&as_json(include_str!("../../app/init/gainsay.toml")), &schema, ""), None);
    for (wrong, why) in [
        ("[chek]", ".chek: unknown"),
        ("[check]\nfail_on = 'error'", ".check.fail_on: unknown"),
        ("[rules]\ntoll = 'warn'", ".rules.toll: \"warn\" is not one of the words"),
        ("[packs]\npaths = 'desk'", ".packs.paths: not \"array\""),
        ("[[for]]\nrules = { toll = 'off' }", ".for[0]: no articles"),
        ("[[ignore]]\nfingerprint = '0123456789abcdef'", ".ignore[0]: no reason"),
    ] {
        assert_ne!(read::read(wrong).mistakes, [], "{wrong}");
        assert_eq!(misfit(&as_json(wrong), &schema, "").as_deref(), Some(why), "{wrong}");
    }
}

#[test]
fn every_key_is_described() {
    let set = RuleSet::built_in(&mut SourceMap::default(), Lexicon::built_in());
    assert_eq!(undescribed(&settings(&set), ""), [""; 0]);
}
