use jiff::civil::date as day;

use super::*;
use crate::article::markup::builder::Built;

fn page(text: &str) -> (Built, Html) {
    let mut builder = Builder::default();
    let html = read(text, 0, &mut builder);
    (builder.finish().unwrap(), html)
}

fn blocks(text: &str) -> Vec<(BlockKind, String)> {
    let (built, html) = page(text);
    html.blocks.into_iter().map(|b| (b.kind, built.text[b.range].to_string())).collect()
}

fn paragraphs(text: &str) -> Vec<String> {
    blocks(text).into_iter().filter(|(kind, _)| *kind == BlockKind::Paragraph).map(|(_, text)| text).collect()
}

use BlockKind::{Furniture, Heading, Headline, Paragraph};

#[test]
fn the_report_is_what_remains() {
    let text =
        "<!DOCTYPE html><html><head><title>Ferry sinks | Evening Post</title><style>p{}</style></head><body>
<header><h1>Evening Post</h1></header><nav><ul><li><a href=/>Home</a></ul></nav>
<article><header><h1>Ferry <em>sinks</em></h1></header>
<p>A ferry sank off Ber<b>gen</b> on Monday<br>morning &amp; nobody was hurt.</p>
<figure><img src=a.png><figcaption>The ferry in 2009</figcaption></figure>
<h2>Search</h2><p>Divers found it.<p>They said so.
<div class=\"social-share\">Tell your friends</div>
<ul><li><a href=/x>All about ferries</a></li><li>Two divers dived.</li></ul>
<script>var p = '<p>no</p>';</script>
<aside>Five ferries that sank</aside></article>
<article><p>Bridge closed</p></article>
<footer><p>About us</p></footer></body></html>";
    let expected = [
        (Headline, "Ferry sinks"),
        (Paragraph, "A ferry sank off Bergen on Monday\nmorning & nobody was hurt."),
        (Furniture, "The ferry in 2009"),
        (Heading, "Search"),
        (Paragraph, "Divers found it."),
        (Paragraph, "They said so."),
        (Furniture, "Tell your friends"),
        (Furniture, "All about ferries"),
        (Paragraph, "Two divers dived."),
    ];
    assert_eq!(blocks(text), expected.map(|(kind, text)| (kind, text.to_string())));
    assert_eq!(page(text).1.meta.title.as_deref(), Some("Ferry sinks"));
}

#[test]
fn words_lead_back_to_their_bytes() {
    let text = "é<p>A&nbsp;fer<i>r</i>y &#8220;sank&rdquo; &amp; R&D &lt;so&gt; <é\r\n1 < 2 &unknown; caf&eacute\r\n end";
    let (built, _) = page(text);
    for (word, source) in [
        ("ferry", "fer<i>r</i>y"),
        ("“", "&#8220;"),
        ("sank”", "sank&rdquo;"),
        (" & ", " &amp; "),
        ("R&D", "R&D"),
        ("<so>", "&lt;so&gt;"),
        ("<é", "<é"),
        ("1 < 2", "1 < 2"),
        ("&unknown;", "&unknown;"),
        ("café", "caf&eacute"),
        ("end", "end"),
    ] {
        let at = built.text.find(word).unwrap_or_else(|| panic!("{word} in {}", built.text));
        assert_eq!(&text[built.map.to_disk(at..at + word.len()).range()], source);
    }
}

#[test]
fn broken_pages_give_what_they_have() {
    assert_eq!(
        paragraphs("<p>One.<div>Two.</p><p>Three.</b></div></div></article>Four."),
        ["One.", "Two.", "Three.", "Four."]
    );
    assert_eq!(paragraphs("<nav><p>Only this is there."), ["Only this is there."]);
    assert_eq!(paragraphs("<div><nav>Home</div><p>Text."), ["Text."]);
    assert_eq!(paragraphs("<h1>Title<p>Text.</p><p>More."), ["Text.", "More."]);
    assert_eq!(paragraphs("<svg/><p>Text.</p><script>never closed <p>no"), ["Text."]);
    assert_eq!(paragraphs("no markup at all. <"), ["no markup at all. <"]);
    assert_eq!(paragraphs("One.<br><br/>Two.<br>Still two."), ["One.", "Two.\nStill two."]);
    assert_eq!(paragraphs("<br><br><br>One.<br> <br><br>Two."), ["One.", "Two."]);
    assert_eq!(paragraphs(""), Vec::<String>::new());
}

#[test]
fn breaks_without_words_between_them_end_one_block_after_another() {
    // One block of all of them would be looked through anew at each.
    let (built, html) = page(&"<br>".repeat(1000));
    assert!(html.blocks.is_empty());
    assert_eq!(built.text, "\n\n");
}

#[test]
fn hidden_text_and_page_headers_are_not_read() {
    let text = "<div hidden>No.</div><p style='DISPLAY: none'>No.</p><header>No.</header><main><header>Yes.</header><p>A ferry sank.</main>";
    assert_eq!(paragraphs(text), ["Yes.", "A ferry sank."]);
}

#[test]
fn a_class_of_the_whole_report_is_no_furniture() {
    assert_eq!(
        paragraphs("<div class=share><p>A ferry sank.</p></div><p>Yes.</p>"),
        ["A ferry sank.", "Yes."]
    );
    assert_eq!(
        paragraphs("<div class='has-share'><p>A.</p></div><p>Divers found it.</p>"),
        ["A.", "Divers found it."]
    );
}

#[test]
fn metadata_from_every_place() {
    let meta = |head: &str| page(&format!("{head}<p>A ferry sank on Monday.<p>Divers found it.")).1.meta;
    let full = Meta {
        title: Some("Ferry sinks".into()),
        outlet: Some("Evening Post".into()),
        published: Some(day(2013, 5, 2)),
        ..Meta::default()
    };
    let ld = r#"{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],
        "headline":"Ferry sinks","datePublished":"2013-05-02T22:00:00-04:00","publisher":{"@type":"Organization","name":"Evening Post"}}]}"#;
    assert_eq!(meta(&format!("<script type=application/ld+json>{ld}</script>")), full);
    let og = "<meta property='og:title' content='Ferry sinks - Evening Post'><meta property=og:site_name content='Evening Post'><meta property='article:published_time' content='2013-05-02T22:00Z'>";
    assert_eq!(meta(og), full);
    assert_eq!(meta(&format!("<script type=application/ld+json>{{broken</script>{og}")), full);
    assert_eq!(meta("<title>Ferry sinks | Evening Post</title>").title.as_deref(), Some("Ferry sinks"));
    assert_eq!(meta("<title>Ferry sinks</title><h1>Ferry lost</h1>").title.as_deref(), Some("Ferry lost"));
    assert_eq!(meta("<meta name=date content='05/02/2013'>").published, None);
    assert_eq!(meta("<meta name=DC.date.issued content='2013-05-02'>").published, full.published);
    assert_eq!(meta("<time datetime=2013-05-02>Thursday</time>").published, full.published);
}

#[test]
fn a_time_within_the_story_is_not_its_date() {
    let text = "<p>One.<p>Two.<p>It sank on <time datetime=1994-09-28>28 September</time>.";
    assert_eq!(page(text).1.meta.published, None);
    let text = "<p>One.<p>Two.<p>Posted <time itemprop=datePublished datetime=2013-05-02>today</time>.";
    assert_eq!(page(text).1.meta.published, Some(day(2013, 5, 2)));
}

#[test]
fn a_report_in_a_sidebar_is_found_where_nothing_else_is() {
    let report = "<p>A ferry sank off Bergen on Monday, police said.</p><p>Divers found it.</p>";
    let banner = "<div><p>We like cookies.</p></div>";
    assert_eq!(
        paragraphs(&format!("{banner}<aside class=main><h1>Ferry</h1>{report}</aside>")).len(),
        2 + 1,
        "the banner is told from the report by its words later"
    );
    assert_eq!(
        paragraphs(&format!("{report}<aside><p>Also: a bridge fell.</p></aside>")),
        ["A ferry sank off Bergen on Monday, police said.", "Divers found it."]
    );
    assert_eq!(
        paragraphs(&format!("<article><p>A brief.</p></article><aside>{report}{report}</aside>")),
        ["A brief."]
    );
}

#[test]
fn parts_that_services_fill_are_not_read() {
    for part in [
        "<div id=onetrust-banner-sdk><p>We value you.</p></div>",
        "<div id=CybotCookiebotDialog><p>We value you.</p></div>",
        "<div class='taboola trc_related_container'><p>You won't believe it.</p></div>",
        "<div id=disqus_thread><p>First! Nine died.</p></div>",
        "<blockquote class=twitter-tweet><p>Forty dead!</p></blockquote>",
        "<div class='jp-relatedposts'><p>A bridge fell.</p></div>",
        "<div role=dialog><p>Subscribe now.</p></div>",
        "<p>The ferry<del> killed nine and</del> sank.</p>",
    ] {
        let read = paragraphs(&format!(
            "<body class=cookieconsent-open><p>A ferry sank.</p>{part}<p>Divers found it.</p>"
        ));
        assert!(read.len() <= 3 && !read.concat().contains(['!', '9']), "{part}: {read:?}");
        assert!(!read.concat().contains("nine") && !read.concat().contains("value"), "{part}: {read:?}");
    }
}

#[test]
fn what_is_raised_is_an_ordinal_a_power_or_a_note() {
    for (html, read) in [
        ("<p>The 21<sup>st</sup> ship, 40 km<sup>2</sup> of oil.", "The 21st ship, 40 km² of oil."),
        (
            "<p>It killed nine<sup>3</sup> people<sup class=reference><a href=#n>[1]</a></sup>.",
            "It killed nine people.",
        ),
        ("<p>About 10<sup>6</sup> litres.", "About 10^6 litres."),
        ("<p>He said <q>we won</q>.", "He said “we won”."),
        ("<p>Open<sup>2<p>Next.", "Open"),
    ] {
        assert_eq!(paragraphs(html)[0], read);
    }
}

#[test]
fn the_age_of_a_page_is_no_paragraph() {
    let text = "<h1>Ferry</h1><time datetime=2013-05-02T20:00:00Z>5 hours ago</time><p>A ferry sank.</p>";
    assert!(blocks(text).contains(&(Furniture, "5 hours ago".into())));
    let text = "<h1>Ferry</h1><p>On <time datetime=2013-05-02>Thursday</time> a ferry sank.</p>";
    assert_eq!(paragraphs(text), ["On Thursday a ferry sank."]);
}

#[test]
fn names_of_json_ld_may_stand_elsewhere_and_its_json_be_careless() {
    let meta = |head: &str| page(&format!("{head}<p>A ferry sank on Monday.<p>Divers found it.")).1.meta;
    let ld = |json: &str| format!("<script type=application/ld+json>{json}</script>");
    let article = |more: &str| {
        format!(r#"{{"@type":"NewsArticle","headline":"Ferry sinks","datePublished":"2013-05-02"{more}}}"#)
    };
    let graph = format!(
        r##"{{"@graph":[{},{{"@type":"Organization","@id":"#o","name":"Evening Post"}},{{"@id":"#a","name":"Ann Roe"}}]}}"##,
        article(
            r##","publisher":{"@id":"#o"},"author":[{"@id":"#a"}],"dateModified":"2013-05-03","inLanguage":"en""##
        )
    );
    let told = meta(&ld(&graph));
    assert_eq!(told.outlet.as_deref(), Some("Evening Post"));
    assert_eq!(told.byline.as_deref(), Some("Ann Roe"));
    assert_eq!((told.updated, told.language.as_deref()), (Some(day(2013, 5, 3)), Some("en")));
    let elsewhere = ld(r##"{"@id":"#o","@type":"Organization","name":"Evening Post"}"##);
    let told = meta(&(ld(&article(r##","publisher":{"@id":"#o"}"##)) + &elsewhere));
    assert_eq!(told.outlet.as_deref(), Some("Evening Post"));
    for careless in [
        article("").replace("Ferry sinks", "Ferry\n\tsinks"),
        format!("//<![CDATA[\n{}\n//]]>", article("")),
        format!("<![CDATA[{}]]>", article("")),
        format!("<!-- {} -->", article("")),
        format!("{};", article("")),
        article(",").replace(",}", " , }"),
    ] {
        assert_eq!(meta(&ld(&careless)).published, Some(day(2013, 5, 2)), "{careless}");
    }
    let circle =
        ld(&article(r##","publisher":{"@id":"#o"}"##)) + &ld(r##"{"@id":"#o","name":{"@id":"#o"}}"##);
    assert_eq!(meta(&circle).outlet, None);
}

#[test]
fn the_times_of_comments_and_teasers_are_not_the_reports() {
    let published = |html: &str| page(html).1.meta.published;
    let report = "<h1>Ferry</h1><p>A ferry sank on Monday.</p>";
    let teaser = "<aside><time datetime=2012-01-01>then</time></aside>";
    let comment = "<section><time datetime=2014-01-01>later</time><p>Sad.</p></section>";
    assert_eq!(published(&format!("<article>{report}</article>{comment}")), None);
    let own = "<time datetime=2013-05-02>2 May</time>";
    assert_eq!(published(&format!("{teaser}<article>{own}{report}</article>")), Some(day(2013, 5, 2)));
    assert_eq!(published(&format!("{own}<article>{report}</article>{comment}")), Some(day(2013, 5, 2)));
}
