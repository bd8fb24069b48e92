//! Prints the time expressions of a text file as JSON: `times FILE YYYY-MM-DD`. For measuring.

use gainsay::article::Article;
use gainsay::claim::time::times;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let path = args.next().ok_or("which file?")?;
    let mut article = Article::from_text(&std::fs::read_to_string(path)?);
    article.meta.published = args.next().map(|date| date.parse()).transpose()?;
    let found: Vec<_> = times(&article)
        .iter()
        .map(|time| {
            let span = article.span(time.tokens);
            serde_json::json!({
                "start": span.start,
                "end": span.end,
                "text": article.phrase(time.tokens),
                "type": time.kind.name(),
                "value": time.value,
            })
        })
        .collect();
    let json = serde_json::json!({ "times": found });
    std::io::Write::write_all(&mut std::io::stdout(), json.to_string().as_bytes())?;
    Ok(())
}
