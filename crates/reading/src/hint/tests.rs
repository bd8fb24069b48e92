use super::nearest;

#[test]
fn one_letter_in_three_may_be_wrong() {
    let known = ["once", "toll", "sum", "other-day", "source"];
    for (word, meant) in [
        ("tol", "toll"),
        ("tolll", "toll"),
        ("onec", "once"),
        ("sun", "sum"),
        ("sauce", "source"),
        ("otherday", "other-day"),
    ] {
        assert_eq!(nearest(word, known), Some(meant), "{word}");
    }
    for word in ["nope", "tell-me", "x"] {
        assert_eq!(nearest(word, known), None, "{word}");
    }
}
