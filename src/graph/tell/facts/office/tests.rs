use super::*;

#[test]
fn one_office_has_several_names() {
    let office = Office::read("foreign minister of Norway");
    assert_eq!(office, Office::read("Norway's Foreign Minister"));
    assert_eq!(office.head(), "minister");
    assert_eq!(office.of.unwrap().place, Lexicon::current().likeliest_place("Norway"));
    let of_no_place = Office::read("head of the harbour police").of.unwrap();
    assert_eq!((of_no_place.written.as_str(), of_no_place.place), ("harbour police", None));
    assert_eq!(Office::read("secretary-general").of, None);
}
