use std::sync::atomic::AtomicUsize;

use super::*;

/// Answers with the body and how many drafts this desk has had; falls over at "fall".
struct Fragile {
    seen: usize,
}

impl Check for Fragile {
    fn check(&mut self, _: &Ask, body: Vec<u8>) -> Answer {
        self.seen += 1;
        assert_ne!(body, b"fall");
        Ok(Checked { json: body, articles: self.seen, findings: 0 })
    }
}

fn run(threads: usize, bodies: &[&str]) -> (Vec<Answer>, usize) {
    let desks = Arc::new(AtomicUsize::new(0));
    let made = Arc::clone(&desks);
    let pool = Pool::start(threads, move || {
        made.fetch_add(1, Ordering::Relaxed);
        Fragile { seen: 0 }
    });
    let pool = pool.unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let check = |body: &str| {
        let ask = Ask { name: "a.md".to_owned(), published: None, min_confidence: None };
        runtime.block_on(pool.check(ask, Held::of(body)))
    };
    let answers = bodies.iter().map(|body| check(body)).collect();
    (answers, desks.load(Ordering::Relaxed))
}

#[test]
fn a_check_that_falls_over_ends_nothing_else() {
    let (answers, desks) = run(1, &["one", "fall", "fall", "two", "three"]);
    let checked =
        |body: &str, articles| Ok(Checked { json: body.as_bytes().to_vec(), articles, findings: 0 });
    let internal = || Err(Problem::internal());
    // Behind each fall there is a new desk.
    assert_eq!(answers, [checked("one", 1), internal(), internal(), checked("two", 1), checked("three", 2)]);
    assert_eq!(desks, 3);
}

#[test]
fn a_desk_that_cannot_be_made_is_tried_again() {
    let tries = AtomicUsize::new(0);
    let pool = Pool::start(1, move || {
        assert!(tries.fetch_add(1, Ordering::Relaxed) > 0);
        Fragile { seen: 0 }
    });
    let pool = pool.unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let ask = Ask { name: "a.md".to_owned(), published: None, min_confidence: None };
    assert!(runtime.block_on(pool.check(ask, Held::of("one"))).is_ok());
    assert!(pool.is_ready());
}
