use proptest::prelude::*;

use super::*;

fn words(text: &str) -> Vec<String> {
    let article = Article::from_text(text, Lexicon::built_in());
    article.tokens.iter().map(|t| article.word(t).to_string()).collect()
}

/// The tokens of one line, joined by bars.
fn cut(text: &str) -> String {
    words(text).join("|")
}

/// The sentences of one line.
fn sentences(text: &str) -> Vec<String> {
    let article = Article::from_text(text, Lexicon::built_in());
    article.sentences.iter().map(|s| article.phrase(s.tokens).to_string()).collect()
}

#[test]
fn words_are_cut_as_penn_does() {
    for (text, expected) in [
        ("She didn't say Kenya's won't.", "She|did|n't|say|Kenya|'s|wo|n't|."),
        ("They’ve seen it; we cannot.", "They|’ve|seen|it|;|we|can|not|."),
        ("the workers' union", "the|workers|'|union"),
        ("O'Brien's car", "O'Brien|'s|car"),
        ("a three-year, 6.1-magnitude counter-terrorism", "a|three-year|,|6.1-magnitude|counter-terrorism"),
        (
            "It cost $3.5 million, US$12,000 or 40% (€5).",
            "It|cost|$|3.5|million|,|US$|12,000|or|40|%|(|€|5|)|.",
        ),
        ("#1 and #news by @desk", "#|1|and|#news|by|@desk"),
        ("at 3:10 p.m. or 11am", "at|3:10|p.m.|or|11|am"),
        ("fell 200ft, ran 5km in the 1990s, 20th", "fell|200|ft|,|ran|5|km|in|the|1990s|,|20th"),
        ("Well ... no… yes. . . .", "Well|...|no|…|yes|. . . ."),
        ("rain -- snow - hail — sleet–ice - - fog", "rain|--|snow|-|hail|—|sleet|–|ice|- -|fog"),
        ("-5 degrees, 3-1, 8-10", "-5|degrees|,|3-1|,|8-10"),
        (
            "see https://example.com/a?b=(c). Or mail a.b@example.org.",
            "see|https://example.com/a?b=(c|)|.|Or|mail|a.b@example.org|.",
        ),
        ("AT&T and R&D", "AT&T|and|R&D"),
        ("the '90s, get 'em", "the|'90s|,|get|'em"),
        ("On 5,12,2000 others", "On|5|,|12|,|2000|others"),
        ("Lt.-Gen. Roe", "Lt.|-|Gen.|Roe"),
    ] {
        assert_eq!(cut(text), expected, "{text}");
    }
}

#[test]
fn pulled_apart_text_is_put_together() {
    for (text, expected) in [
        ("a magnitude 6 . 1 quake at 1: 30 a. m. today", "a|magnitude|6 . 1|quake|at|1: 30|a. m.|today"),
        (
            "fell 2, 000 feet in the U. S. on 09 / 14 / 2013",
            "fell|2, 000|feet|in|the|U. S.|on|09 / 14 / 2013",
        ),
        ("In 2012, 300 left . Then", "In|2012|,|300|left|.|Then"),
        ("the D.A. 's office", "the|D.A.|'s|office"),
    ] {
        assert_eq!(cut(text), expected, "{text}");
    }
}

#[test]
fn quotation_marks_have_a_side() {
    for (text, expected) in [
        ("\"We won,\" he said.", "`` ''"),
        ("He saw \"the end.\" And (\"more\").", "`` '' `` ''"),
        ("He hid \"in a shed, \" she said, \"all night. \"", "`` '' `` ''"),
        ("He hid \"in a shed. \" Then she rang. \"Come in, \" he said", "`` '' `` ''"),
        ("It was cold there, \" she said. \"It snowed. \"", "'' `` ''"),
        ("He said: \" We won . \" She cried: \"No! \"", "`` '' `` ''"),
        ("She called it 'a miracle' and 'luck'.", "`` '' `` ''"),
        ("“Go,” ‘stay’", "`` '' `` ''"),
        ("``So,'' he said", "`` ''"),
    ] {
        let article = Article::from_text(text, Lexicon::built_in());
        let quotes = article.tokens.iter().map(|t| t.tag);
        let quotes: Vec<_> =
            quotes.filter(|t| matches!(t, Tag::OpenQuote | Tag::CloseQuote)).map(Tag::name).collect();
        assert_eq!(quotes.join(" "), expected, "{text}");
    }
}

#[test]
fn sentences_end_where_they_should() {
    // A bar stands where one sentence ends and the next begins.
    for text in [
        "Mr. Roe met Gen. A. B. Coe. |They spoke.",
        "He lives in the U.S. |He likes it.",
        "The U.S. Navy came. |It left at 5 p.m. |The ship sank.",
        "It opened at 9 a.m. Monday on St. Mary Ave. near Acme Inc. offices.",
        "“We won.” |She left.",
        "“We won,” she said. |He did not.",
        "\"Why now?\" Mr. Roe asked. |\"Because.\" |He sat.",
        "It rose 3.5 percent. |12 people left.",
        "He paused ... and left. |(He was ill.) |Then he slept!",
        "Police hid it... |They lied.",
        "It grew by approx. 5 percent on Jan. 5 in Tucson, Ariz., on No. 10 street.",
        "Acme Corp. |The firm fell.",
        "1. The first point. |It is short.",
        "She cried \"stop! \" |The van left.",
    ] {
        let expected: Vec<_> = text.split('|').map(str::trim).collect();
        assert_eq!(sentences(&text.replace('|', "")), expected, "{text}");
    }
    assert_eq!(sentences("He said it ended.The next began."), ["He said it ended.", "The next began."]);
}

#[test]
fn a_headline_needs_no_full_stop() {
    let article =
        Article::from_text("Quake shakes Aland\n\nA quake shook Aland. No one died.\n", Lexicon::built_in());
    let kinds: Vec<_> = article.sentences.iter().map(|s| (s.kind, s.block)).collect();
    let (headline, paragraph) = (BlockKind::Headline, BlockKind::Paragraph);
    assert_eq!(kinds, [(headline, 0), (paragraph, 1), (paragraph, 1)]);
}

#[test]
fn datelines_stand_outside_sentences() {
    for (text, place, sentence) in [
        ("LIMA – The mine closed.", "LIMA", "The mine closed."),
        ("LIMA (Reuters) - The mine closed.", "LIMA", "The mine closed."),
        ("Lima (ANX): The mine closed.", "Lima", "The mine closed."),
        ("NEW YORK, May 3 (AP) — Shares fell.", "NEW YORK", "Shares fell."),
        ("CUSCO, Peru, Jan. 5 (AP) -- Shares fell.", "CUSCO, Peru", "Shares fell."),
        ("ST. PAUL, Minn. (AP) -- Snow fell.", "ST. PAUL, Minn.", "Snow fell."),
        ("(Reuters) - Shares fell.", "", "Shares fell."),
        ("Lima – In a first, mines closed.", "Lima", "In a first, mines closed."),
        ("Roe – Coe said – left.", "", "Roe – Coe said – left."),
        ("Note: The mine closed.", "", "Note: The mine closed."),
        ("Roe (32): The man.", "", "Roe (32): The man."),
    ] {
        let article = Article::from_text(text, Lexicon::built_in());
        assert_eq!(article.dateline.map_or("", |d| article.phrase(d)), place, "{text}");
        assert_eq!(sentences(text), [sentence], "{text}");
    }
}

#[test]
fn spans_lead_to_the_disk() {
    // On disk: "A&amp;B won."
    let mut map = OffsetMap::identity();
    map.push(1, 0, 1);
    map.push(1, 1, 5);
    map.push(6, 6, 6);
    let block = Block { kind: BlockKind::Paragraph, range: 0..8 };
    let text = Arc::from("A&B won.");
    let article = read(
        Document { source: SourceId(0), text, map, meta: Meta::default(), blocks: vec![block] },
        Lexicon::built_in(),
    );
    let spans: Vec<_> = article.tokens.iter().map(|t| t.span.range()).collect();
    assert_eq!(spans, [0..7, 8..11, 11..12]);
}

#[test]
fn hostile_text_is_cut_into_bounded_tokens() {
    for text in ["7".repeat(1 << 20), "[".repeat(10_000), "a.".repeat(1 << 18), ". ) ".repeat(1 << 16)] {
        let article = Article::from_text(&text, Lexicon::built_in());
        let longest = article.tokens.iter().map(|t| t.span.len()).max().unwrap();
        assert!(longest <= word::LONGEST + 4, "{longest}");
        let sentence = article.sentences.iter().map(|s| s.tokens.len()).max().unwrap();
        assert!(sentence <= sentence::LONGEST, "{sentence}");
    }
}

/// Text from the pieces that trouble tokenizers.
fn troublesome() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        " ", "  ", "\n", ".", "..", "…", ",", ":", "'", "’", "\"", "“", "”", "-", "–", "$", "US$", "%", "#",
        "@", "(", ")", "1", "23", "000", "6 . 1", "a. m.", "p.m.", "U.S.", "Mr.", "J.", "Inc.", "The",
        "said", "don't", "s", "www.a.b", "é", "ß", "日本", "🦀", "\u{301}", "\u{200b}", "&", "/", "LIMA",
        "(AP)", "km",
    ]);
    prop::collection::vec(parts, 0..40).prop_map(|p| p.concat())
}

/// What must hold of every article.
fn check(text: &str) {
    let article = Article::from_text(text, Lexicon::built_in());
    let mut last = 0;
    for token in &article.tokens {
        let (start, end) = (token.start as usize, token.end as usize);
        assert!(last <= start && start < end, "{text:?}");
        assert!(text.get(start..end).is_some(), "{text:?}");
        assert_eq!(token.span.range(), start..end);
        last = end;
    }
    let mut last = 0;
    for sentence in &article.sentences {
        assert!(last <= sentence.tokens.start && !sentence.tokens.is_empty(), "{text:?}");
        assert!(sentence.tokens.range().end <= article.tokens.len());
        assert!(article.dateline.is_none_or(|d| !d.overlaps(sentence.tokens)));
        last = sentence.tokens.end;
    }
    let kept: usize =
        article.tokens.iter().map(|t| article.word(t).chars().filter(|c| c.is_alphanumeric()).count()).sum();
    assert_eq!(kept, text.chars().filter(|c| c.is_alphanumeric()).count(), "no letter is lost: {text:?}");
}

proptest! {
    #[test]
    fn tokens_and_sentences_are_in_order(text in troublesome()) {
        check(&text);
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn abbreviations_end_sentences_by_their_kinds() {
    for (text, expected) in [
        // Never.
        ("He met Gen. Roe. She left.", vec!["He met Gen. Roe.", "She left."]),
        ("Reno vs. Lowell ended 2-2. Fans left.", vec!["Reno vs. Lowell ended 2-2.", "Fans left."]),
        // Sometimes.
        ("She works for Brandt Inc. in Reno.", vec!["She works for Brandt Inc. in Reno."]),
        ("She works for Brandt Inc. The firm grew.", vec!["She works for Brandt Inc.", "The firm grew."]),
        // Only with a capital.
        ("He fell ill. Ana Sol called a doctor.", vec!["He fell ill.", "Ana Sol called a doctor."]),
        (
            "It stands in Reno, Nev. Lowell, Mass. is far.",
            vec!["It stands in Reno, Nev. Lowell, Mass. is far."],
        ),
        ("They attended mass. Ana Sol wept.", vec!["They attended mass.", "Ana Sol wept."]),
        // Mostly.
        ("It began at 5 p.m. Ana Sol left.", vec!["It began at 5 p.m.", "Ana Sol left."]),
        ("It began at 5 p.m. Monday in Reno.", vec!["It began at 5 p.m. Monday in Reno."]),
        ("It began at 5 p.m. EST in Reno.", vec!["It began at 5 p.m. EST in Reno."]),
        // Units behind numbers, and the same letters before names.
        ("The wall fell 6 ft. Ana Sol ran.", vec!["The wall fell 6 ft.", "Ana Sol ran."]),
        ("He drove to Ft. Reno. It rained.", vec!["He drove to Ft. Reno.", "It rained."]),
        // Degrees.
        (
            "Ana Sol, Ph.D., and Lee Roe, a Psy.D. student, left.",
            vec!["Ana Sol, Ph.D., and Lee Roe, a Psy.D. student, left."],
        ),
    ] {
        assert_eq!(sentences(text), expected);
    }
}

#[test]
fn numbers_of_lists_belong_to_what_they_number() {
    for (text, expected) in [
        (
            "We know this: 1. The dam failed. 2. The road was cut.",
            vec!["We know this: 1. The dam failed.", "2. The road was cut."],
        ),
        ("1. The dam failed. 2. The road was cut.", vec!["1. The dam failed.", "2. The road was cut."]),
        (
            "Options: A. The dam is built. B. The town moves.",
            vec!["Options: A. The dam is built.", "B. The town moves."],
        ),
        ("He is number 1. The dam failed.", vec!["He is number 1.", "The dam failed."]),
        ("It was built in 2013. The dam failed.", vec!["It was built in 2013.", "The dam failed."]),
    ] {
        assert_eq!(sentences(text), expected);
    }
}

#[test]
fn sentences_may_start_small() {
    for (text, expected) in [
        ("Sales rose. iPhones sold well. eBay closed.", 3),
        ("The camp fell. al-Nusra fled. el-Sayed stayed.", 3),
        ("The mayor lost. de Blanc won. van der Roe wept.", 3),
        ("He said no. but she went. and so on.", 1),
        ("It cost 3. e.g. at night.", 1),
    ] {
        assert_eq!(sentences(text).len(), expected, "{:?}", sentences(text));
    }
}

#[test]
fn full_stops_within_names_and_lists_end_nothing() {
    for (text, number) in [
        ("Shares of Zap! Inc. rose. They fell later.", 2),
        ("The case is Lund v. Harbour Bank. It is old.", 2),
        ("It begins at 5 p.m. Eastern time. It ends late.", 2),
        ("It begins at 5 p.m. Moscow time. It ends late.", 2),
        ("It began at 5 p.m. Each time it ended late.", 2),
        ("a) The dam broke. b) The road was cut.", 2),
        ("She lives on Harbour St. He does not.", 2),
        ("He met the rector of St. Anne in May. He left.", 2),
        ("Lund (b. 1950) wrote it. It is old.", 2),
        ("The rate rose 3.5 pct. Shares fell.", 2),
    ] {
        assert_eq!(sentences(text).len(), number, "{text}: {:?}", sentences(text));
    }
}

#[test]
fn signs_of_currencies_stand_apart_from_numbers() {
    assert_eq!(cut("EUR5m, USD40 million, Rs500"), "EUR|5|m|,|USD|40|million|,|Rs|500");
    assert_eq!(cut("MH17, F16, EUR"), "MH17|,|F16|,|EUR");
}

#[test]
fn india_groups_by_two_digits() {
    assert_eq!(cut("It cost 1,20,000 or 12,34,56,789 rupees."), "It|cost|1,20,000|or|12,34,56,789|rupees|.");
    assert_eq!(cut("pages 1,20,30 and 1,20"), "pages|1|,|20|,|30|and|1|,|20");
}
