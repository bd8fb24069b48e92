use super::*;

#[test]
fn paths_become_uris_and_come_back() {
    for path in ["/a/b.md", "/a b/c#d?.md", "/é/100%/日本.txt", "/a/+&=;,'.md"] {
        let uri = of_file(path.as_bytes()).unwrap();
        assert!(uri.as_str().is_ascii());
        assert_eq!(to_path(uri.as_str()).as_deref(), Some(Path::new(path)));
    }
    assert_eq!(of_file("/a b/é.md".as_bytes()).unwrap().as_str(), "file:///a%20b/%C3%A9.md");
}

#[test]
fn clients_write_uris_in_several_ways() {
    let path = |uri| to_path(uri).map(|path| path.display().to_string());
    assert_eq!(path("file:///c%3A/a.md").as_deref(), Some("c:/a.md"));
    assert_eq!(path("file://localhost/a.md").as_deref(), Some("/a.md"));
    assert_eq!(path("file:/a.md").as_deref(), Some("/a.md"));
    for other in ["file://elsewhere/a.md", "untitled:Untitled-1", "https://a.example/b", "file:", ""] {
        assert_eq!(path(other), None, "{other}");
    }
}

#[test]
fn what_is_no_file_has_a_name_that_says_what_it_is() {
    assert_eq!(name_of_other("untitled:Untitled-1", "markdown"), "untitled-Untitled-1.md");
    assert_eq!(name_of_other("git:/../../etc", "plaintext"), "git--------etc.txt");
}
