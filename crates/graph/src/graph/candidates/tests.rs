use super::*;
use crate::article::Article;
use crate::claim::read;

fn candidate(text: &str, part: Part) -> Candidate {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(text, lexicon);
    let reading = read(&article, lexicon);
    let parsed = Parsed { article, reading, part, outlet: Sym::default(), name: Sym::default() };
    Candidate { part, names: names(&parsed, lexicon) }
}

/// The texts of the archive that are kept.
fn kept(draft: &str, archive: &[String]) -> Vec<String> {
    let old = archive.iter().map(|text| candidate(text, Part::Archive));
    let articles: Vec<Candidate> = std::iter::once(candidate(draft, Part::Draft)).chain(old).collect();
    let kept = candidates(&articles);
    assert_eq!(kept.first(), Some(&true), "drafts are always kept");
    archive.iter().zip(&kept[1..]).filter(|(_, kept)| **kept).map(|(text, _)| text.clone()).collect()
}

#[test]
fn what_shares_a_name_is_kept() {
    let archive = ["Ana Kovac won in Lima.", "Rain fell in Oslo.", "Kovac lost."].map(String::from);
    assert_eq!(kept("Ana Kovac, 36, won in Rabat.", &archive), ["Ana Kovac won in Lima.", "Kovac lost."]);
    assert_eq!(kept("It rained.", &archive), [""; 0]);
}

#[test]
fn a_name_that_everybody_has_leads_to_the_nearest_only() {
    let mut archive = vec!["Rain fell in Oslo.".to_owned(); COMMON + NEAREST];
    archive.push("Ana Kovac won in Oslo.".to_owned());
    let kept = kept("Ana Kovac won in Oslo.", &archive);
    assert_eq!(kept.len(), NEAREST);
    assert_eq!(kept.last(), archive.last(), "who shares a rare name comes first, wherever it stands");
}
