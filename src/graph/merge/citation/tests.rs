use crate::lexicon::Lexicon;
use crate::rules::testing::load;
use crate::rules::{RuleTest, TestArticle};

/// What a rule about circular sources says of reports, each with its outlet.
fn circular(reports: &[(&str, &str)]) -> Vec<String> {
    let rule = "summary = 's'\nseverity = 'note'\nwhy = 'w'\n[find.a]\nrole = 'killed'\ncircular = true\n\
                [where]\nall = []\n[report]\nmessage = '{a.source} has it from {a.speaker}'\n\
                [[test]]\nexpect = 'conflict'\narticle = []";
    let (rule, ..) = load("circular", rule);
    let article = |(source, text): &(&str, &str)| TestArticle {
        source: Some((*source).to_string()),
        title: None,
        published: None,
        text: (*text).to_string(),
    };
    let test = RuleTest { articles: reports.iter().map(article).collect(), ..RuleTest::default() };
    let found = crate::session::check_test(&test, &rule.unwrap(), Lexicon::built_in()).findings;
    found.iter().flat_map(|f| &f.labels).map(|l| l.source.0.to_string()).collect()
}

const STAR: &str = "A fire killed 12 people in Lyon on Monday, the Morning Post reported. Rescuers from Porto Lenti came to help.";
const POST: &str = "A fire killed 12 people in Lyon on Monday, the Evening Star reported. Rescuers from Porto Lenti came to help.";
const POLICE: &str =
    "A fire killed 12 people in Lyon on Monday, Ana Kovac assertion. Rescuers from Porto Lenti came to help.";

#[test]
fn reports_that_name_each_other_are_circular() {
    assert_eq!(circular(&[("Morning Post", POST), ("Evening Star", STAR)]), ["0", "1"]);
    assert_eq!(circular(&[("Morning Post", POLICE), ("Evening Star", STAR)]), [""; 0]);
    assert_eq!(circular(&[("Union Daily", POST), ("Evening Star", STAR)]), [""; 0]);
}
