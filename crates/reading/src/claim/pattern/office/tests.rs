use super::*;

#[test]
fn one_office_has_several_names() {
    let lexicon = Lexicon::built_in();
    let read = |text: &str| Office::read(text, lexicon);
    let office = read("foreign minister of Norway");
    assert_eq!(office, read("Norway's Foreign Minister"));
    assert_eq!(office.head(), "minister");
    assert_eq!(office.of.unwrap().place, lexicon.likeliest_place("Norway"));
    let of_no_place = read("head of the harbour police").of.unwrap();
    assert_eq!((of_no_place.written.as_str(), of_no_place.place), ("harbour police", None));
    assert_eq!(read("secretary-general").of, None);
}
