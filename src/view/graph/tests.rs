use std::io;

use super::*;
use crate::article::Article;
use crate::claim::trigger::eventive;
use crate::diagnostic::Part;
use crate::graph::Parsed;
use crate::graph::coref::{Coreference, Known, Told};
use crate::lexicon::Lexicon;
use crate::source::SourceId;
use crate::source::{OffsetMap, SourceFile};
use crate::symbol::Sym;
use crate::view::sample::graph_of;

const FIRST: &str = "Police arrested Petra Vollan & <Henrik> Dahl in Tarnholm on Monday.";
const SECOND: &str = "Petra Vollan was not arrested, officials said.";

type Write = fn(&Graph, &SourceMap, &mut dyn io::Write) -> io::Result<()>;

fn written(write: Write) -> String {
    let graph = graph_of(&[("Post", FIRST), ("Star", SECOND)]);
    let mut sources = SourceMap::default();
    for (path, text) in [("a.txt", FIRST), ("b.txt", SECOND)] {
        sources.add(SourceFile::new(path.to_owned(), text.into(), OffsetMap::identity()));
    }
    let mut out = Vec::new();
    write(&graph, &sources, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn as_json(graph: &Graph, sources: &SourceMap, out: &mut dyn io::Write) -> io::Result<()> {
    let texts = [FIRST, SECOND];
    let lexicon = Lexicon::built_in();
    let told = Known::of(graph).into_iter().zip(texts).zip(0..).map(|((known, text), number)| {
        let article = Article { source: SourceId(number), ..Article::from_text(text, lexicon) };
        let reading = crate::claim::read(&article, lexicon);
        let parsed =
            Parsed { article, reading, part: Part::Draft, outlet: Sym::default(), name: Sym::default() };
        Told::of(number, &parsed, &known, lexicon, &eventive::tells)
    });
    json::write(graph, &Coreference::of(told.collect()), sources, out)
}

#[test]
fn json_has_every_mention_with_its_place() {
    let json: serde_json::Value = serde_json::from_str(&written(as_json)).unwrap();
    assert_eq!(json["schema"], "gainsay/graph/1");
    assert_eq!(json["articles"][1]["source"], "Star");
    let mut mentions = 0;
    for thing in json["entities"].as_array().unwrap().iter().chain(json["events"].as_array().unwrap()) {
        for mention in thing["mentions"].as_array().unwrap() {
            let text = if mention["path"] == "a.txt" { FIRST } else { SECOND };
            let at = |end: &str| mention[end].as_u64().unwrap() as usize;
            assert_eq!(text[at("start")..at("end")], *mention["text"].as_str().unwrap());
            mentions += 1;
        }
    }
    assert!(mentions >= 5, "{json}");
    let arrests: Vec<_> =
        json["events"].as_array().unwrap().iter().filter(|event| event["class"] == "arrest").collect();
    let polarities: Vec<&str> = arrests
        .iter()
        .flat_map(|event| event["mentions"].as_array().unwrap())
        .map(|mention| mention["polarity"].as_str().unwrap())
        .collect();
    assert_eq!(polarities, ["affirmed", "negated"]);
    let patient = arrests[0]["roles"].as_array().unwrap().iter().find(|r| r["role"] == "patient").unwrap();
    let name = &json["entities"][patient["entity"].as_u64().unwrap() as usize]["name"];
    assert_eq!(name, "Petra Vollan");
}

#[test]
fn json_is_of_its_schema() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../../docs/graph.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let json: serde_json::Value = serde_json::from_str(&written(as_json)).unwrap();
    let errors: Vec<String> = schema.iter_errors(&json).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert!(!schema.is_valid(&serde_json::json!({ "schema": "gainsay/graph/1" })));
}

#[test]
fn graphml_escapes_what_articles_say() {
    let xml = written(graphml::write);
    assert!(xml.starts_with("<?xml") && xml.ends_with("</graphml>\n"));
    assert!(!xml.contains("& ") && !xml.contains("<Henrik>"), "{xml}");
    assert_eq!(xml.matches("<node ").count(), xml.matches("</node>").count());
    assert!(xml.contains(r#"<data key="kind">tells</data><data key="path">a.txt</data>"#), "{xml}");
}

#[test]
fn dot_draws_every_node() {
    let dot = written(dot::write);
    assert!(dot.starts_with("digraph {"));
    assert!(dot.contains(r#"label = "Petra Vollan" shape = ellipse"#), "{dot}");
    assert!(dot.contains(r#"label = "patient""#), "{dot}");
}
