use super::*;

#[test]
fn elements_and_text_know_where_they_stand() {
    let file = "<?xml version='1.0'?><!-- c --><a x='1 &amp; 2'><b:c>On <i>Mon</i>&#100;ay &lt;<![CDATA[<3]]></b:c><d/></a>";
    let tree = Tree::read(file);
    assert_eq!(tree.broken, None);
    let root = tree.root().unwrap();
    assert_eq!((tree.name(root), tree.attribute(root, "x").as_deref()), ("a", Some("1 & 2")));
    let child = tree.child(root, "c").unwrap();
    assert_eq!((tree.name(child), tree.local(child)), ("b:c", "c"));
    let text = tree.text(child);
    assert_eq!(text.text, "On Monday <<3");
    for (word, source) in [("Mon", "Mon"), ("d", "&#100;"), ("ay", "ay"), ("<", "&lt;"), ("3", "3")] {
        let at = text.text.find(word).unwrap();
        assert_eq!(&file[text.map.to_disk(at..at + word.len()).range()], source);
    }
    assert!(tree.markup(child).text.starts_with("On <i>"));
    assert_eq!(tree.children(root).map(|id| tree.local(id)).collect::<Vec<_>>(), ["c", "d"]);
}

#[test]
fn a_broken_document_is_read_to_its_mistake() {
    for (file, message) in [
        ("<a><b>x</b><c>y</d></a>", "is broken XML: expected </c>, but </d> was found"),
        ("<a><b>x</b>", "is broken XML: “a” is not closed"),
        ("<a><b>x</b><!-- never", "is broken XML"),
    ] {
        let tree = Tree::read(file);
        let root = tree.root().unwrap();
        assert_eq!(tree.line(tree.child(root, "b").unwrap()).as_deref(), Some("x"), "{file}");
        assert!(tree.broken.as_ref().unwrap().message.starts_with(message), "{:?}", tree.broken);
    }
    assert!(Tree::read("no markup").root().is_none());
    // A lone "&" is what many feeds have.
    assert_eq!(Tree::read("<a>R & D</a>").broken, None);
}

#[test]
fn no_depth_exhausts_the_stack() {
    let file = "<a>".repeat(200_000);
    let tree = Tree::read(&file);
    assert_eq!(tree.inside(tree.root().unwrap()).count(), 199_999);
}

#[test]
fn a_mark_of_byte_order_that_is_left_counts() {
    let text = "\u{feff}<nitf>é</nitf>";
    let tree = Tree::read(text);
    assert_eq!(&text[tree.range(tree.root().unwrap())], "<nitf>é</nitf>");
}
