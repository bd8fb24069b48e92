use super::*;
use crate::article::Article;
use crate::claim::read;

fn parsed(text: &str, part: Part) -> Parsed {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(text, lexicon);
    let reading = read(&article, lexicon);
    Parsed { article, reading, part, outlet: Sym::default(), name: Sym::default() }
}

/// The texts of the archive that are kept.
fn kept(draft: &str, archive: &[String]) -> Vec<String> {
    let archive = archive.iter().map(|text| parsed(text, Part::Archive));
    let articles = std::iter::once(parsed(draft, Part::Draft)).chain(archive).collect();
    let kept = candidates(articles, Lexicon::built_in());
    assert_eq!(kept.first().map(|p| p.part), Some(Part::Draft), "drafts are always kept");
    kept.iter().skip(1).map(|p| p.article.text.to_string()).collect()
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
