use super::{Version, read};
use crate::rules::testing::told;
use crate::source::{OffsetMap, SourceFile, SourceId};

#[test]
fn versions_are_compared_by_their_numbers() {
    let version = |text| Version::read(text);
    assert!(version("0.9") < version("0.10.1") && version("1") == version("1.0.0"));
    assert_eq!(version("1.2.3-rc.1").map(|v| v.to_string()).as_deref(), Some("1.2.3"));
    for text in ["", "1.", "1.2.3.4", "v1", "1.x", "-1"] {
        assert_eq!(version(text), None, "{text}");
    }
    assert!(Version::of_program() > Version::read("0.0.1").unwrap());
}

#[test]
fn a_pack_that_this_program_can_run_is_read_whole() {
    let text =
        "name = 'harbour desk'\nversion = '1.4'\nlicence = 'CC-BY-4.0'\nabout = 'ships'\ngainsay = '0.1'\n";
    let file = SourceFile::new("pack.toml".into(), text.into(), OffsetMap::identity());
    let (manifest, problems) = read(SourceId(0), &file);
    assert_eq!(told(&problems, &file), "");
    let manifest = manifest.unwrap();
    assert_eq!((manifest.name.as_str(), manifest.version), ("harbour desk", Version::read("1.4.0")));
    assert_eq!(manifest.licence.as_deref(), Some("CC-BY-4.0"));
}
