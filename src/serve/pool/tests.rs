use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use tokio::time::timeout;

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

/// Waits for a sign before it answers, and counts what it begins.
struct Gate {
    signs: Arc<Mutex<Receiver<()>>>,
    begun: Arc<AtomicUsize>,
}

impl Check for Gate {
    fn check(&mut self, _: &Ask, _: Vec<u8>) -> Answer {
        self.begun.fetch_add(1, Ordering::Relaxed);
        self.signs.lock().unwrap().recv().unwrap();
        Ok(Checked::default())
    }
}

#[test]
fn what_nobody_waits_for_any_more_is_not_checked() {
    let (sign, signs) = mpsc::channel();
    let (signs, begun) = (Arc::new(Mutex::new(signs)), Arc::new(AtomicUsize::new(0)));
    let counted = Arc::clone(&begun);
    let pool =
        Pool::start(1, move || Gate { signs: Arc::clone(&signs), begun: Arc::clone(&counted) }).unwrap();
    let ask = || Ask { name: "a.md".to_owned(), published: None, min_confidence: None };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(async {
        let mut first = Box::pin(pool.check(ask(), Held::of("one")));
        // Both are sent off; then the second client goes away.
        assert!(timeout(Duration::ZERO, &mut first).await.is_err());
        assert!(timeout(Duration::ZERO, pool.check(ask(), Held::of("two"))).await.is_err());
        sign.send(()).unwrap();
        sign.send(()).unwrap();
        assert!(first.await.is_ok());
        assert!(pool.check(ask(), Held::of("three")).await.is_ok());
    });
    assert_eq!(begun.load(Ordering::Relaxed), 2);
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
