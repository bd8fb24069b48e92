use super::*;

#[derive(Serialize)]
struct Two(&'static str, &'static str);

impl Row for Two {
    const HEAD: &'static [&'static str] = &["who", "what"];

    fn cells(&self) -> Vec<String> {
        vec![self.0.to_owned(), self.1.to_owned()]
    }
}

fn shown(width: Option<usize>) -> String {
    let rows = [Two("the mayor", "opened the new bridge over the river"), Two("she", "left")];
    let mut out = Vec::new();
    write(&rows, width, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_row_is_a_line_unless_a_width_is_given() {
    let whole = "who        what\nthe mayor  opened the new bridge over the river\nshe        left\n";
    assert_eq!(shown(None), whole);
    assert_eq!(shown(Some(47)), whole);
}

#[test]
fn the_widest_column_gives_way() {
    let narrow = "who        what\nthe mayor  opened the new\n           bridge over the\n           river\nshe        left\n";
    assert_eq!(shown(Some(26)), narrow);
}
