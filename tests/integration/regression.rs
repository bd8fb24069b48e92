//! One test for every mistake that users met, named after it.

use std::fs;
use std::process::{Command, Output};

use crate::hostile::Desk;

/// The settings are put into a file, and the two reports checked with it.
fn with_settings(desk: &Desk, settings: &str) -> Output {
    fs::write(desk.0.join("s.toml"), settings).unwrap();
    desk.check("--format short --config s.toml")
}

/// The run fails, names the place, and still finds what there is to find.
fn assert_told(output: &Output, place: &str) {
    let (found, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(told.contains(place), "{place}: {told}");
    assert!(found.contains("error[toll]"), "{place}: {found}");
    assert_eq!(output.status.code(), Some(2), "{place}");
}

#[test]
fn an_exception_whose_end_is_not_understood_hides_nothing() {
    let desk = Desk::new("until");
    let found = String::from_utf8(desk.check("--format json").stdout).unwrap();
    let fingerprint = found.split("\"fingerprint\": \"").nth(1).and_then(|rest| rest.get(..16)).unwrap();
    let ignore = format!("[[ignore]]\nfingerprint = \"{fingerprint}\"\nreason = \"known\"\n");
    assert_eq!(with_settings(&desk, &ignore).status.code(), Some(0));
    for end in ["until = 2025-01-01T00:00:00Z", "untill = 2025-01-01"] {
        assert_told(&with_settings(&desk, &format!("{ignore}{end}\n")), "s.toml:4:");
    }
}

#[test]
fn a_year_without_newspapers_is_no_date_of_publication() {
    let desk = Desk::new("year");
    assert_told(&with_settings(&desk, "[articles]\n\"a.md\" = 0025-08-12\n"), "s.toml:2:10");
    let told = String::from_utf8(desk.check("--date-of a.md=0025-08-12").stderr).unwrap();
    assert!(told.contains("no article is of the year 25"), "{told}");
}

#[test]
fn an_archive_or_a_pack_that_is_not_there_is_shown_in_the_settings() {
    let desk = Desk::new("nowhere");
    assert_told(&with_settings(&desk, "[check]\nagainst = [\"nowhere\"]\n"), "s.toml:2:12");
    assert_told(&with_settings(&desk, "[packs]\npaths = [\"nowhere\"]\n"), "s.toml:2:10");
    assert_told(&with_settings(&desk, "[packs]\npaths = [\"a.md\"]\n"), "s.toml:2:10");
}

#[test]
fn an_archive_that_the_command_line_replaces_need_not_be_there() {
    let desk = Desk::new("replaced");
    fs::write(desk.0.join("s.toml"), "[check]\nagainst = [\"nowhere\"]\n").unwrap();
    let output = desk.check("--config s.toml --against b.md");
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn counts_in_a_baseline_cannot_overflow() {
    let desk = Desk::new("overflow");
    let entry = format!("{{\"fingerprint\": \"x\", \"count\": {}}}", u64::MAX);
    let baseline = format!("{{\"schema\": \"gainsay/baseline/1\", \"findings\": [{entry}, {entry}]}}");
    fs::write(desk.0.join("known.json"), baseline).unwrap();
    assert_eq!(desk.check("--baseline known.json").status.code(), Some(1));
}

#[test]
fn a_baseline_may_begin_with_a_byte_order_mark() {
    let desk = Desk::new("mark");
    desk.check("--write-baseline known.json");
    let baseline = fs::read_to_string(desk.0.join("known.json")).unwrap();
    fs::write(desk.0.join("known.json"), format!("\u{feff}{baseline}")).unwrap();
    assert_eq!(desk.check("--baseline known.json").status.code(), Some(0));
}

#[test]
fn a_file_may_end_within_its_second_mark_of_byte_order() {
    let desk = Desk::new("half-mark");
    fs::write(desk.0.join("half.json"), b"\xEF\xBB\xBF\xEF").unwrap();
    assert_ne!(desk.check("half.json").status.code(), Some(101));
}

#[test]
fn a_million_threads_are_refused() {
    let desk = Desk::new("threads");
    let output = desk.check("--threads 1000000");
    assert!(String::from_utf8_lossy(&output.stderr).contains("not a number from 1 to 1024"));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
#[cfg(target_os = "linux")]
fn what_does_not_end_is_neither_settings_nor_baseline() {
    let desk = Desk::new("endless");
    assert_told(&desk.check("--format short --baseline /dev/zero"), "cannot read /dev/zero");
    assert_told(&desk.check("--format short --config /dev/zero"), "cannot read /dev/zero");
}

/// What `mkfifo` makes would be waited for.
#[test]
#[cfg(unix)]
fn a_pipe_in_a_pack_is_passed_over() {
    let desk = Desk::new("pack-pipe");
    let made = Command::new("mkfifo").arg(desk.0.join("empty/rule.toml")).status();
    assert!(made.is_ok_and(|status| status.success()));
    assert_told(&with_settings(&desk, "[packs]\npaths = [\"empty\"]\n"), "there are no rules in empty");
}

#[test]
#[cfg(target_os = "linux")]
fn an_argument_that_is_not_utf8_is_named() {
    use std::os::unix::ffi::OsStrExt;
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let output = command.arg("check").arg(std::ffi::OsStr::from_bytes(b"caf\xe9.md")).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("`caf\u{fffd}.md` is not UTF-8"), "{told}");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn columns_are_as_many_as_somebody_says() {
    let desk = Desk::new("columns");
    let shown = |args: &str, columns: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.current_dir(&desk.0).args(args.split(' ')).env("COLUMNS", columns);
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let widest = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    for args in [
        "check a.md b.md",
        "inspect a.md --layer sentences",
        "inspect a.md --layer claims",
        "explain a.md:5 b.md:5",
    ] {
        for (columns, most) in [("70", 70), ("40", 40), ("30", 40)] {
            let text = shown(args, columns);
            // What has six columns or words that are too long may need more.
            let most = if args.ends_with("claims") { most.max(6 * 12 + 10) } else { most };
            assert!(widest(&text) <= most, "{args}, {columns}: {text}");
        }
        // Nobody says it: what goes by lines is not broken.
        assert_eq!(shown(args, ""), shown(args, "0"), "{args}");
    }
    assert!(widest(&shown("inspect a.md --layer sentences", "")) > 80);
}

#[test]
fn quotations_are_shown_as_they_are_written() {
    let desk = Desk::new("quoted");
    let report = |speaker: &str| {
        format!(
            "“I’d never gone to the river bank’s edge before the flood came,” {speaker} said in Zagreb.\n"
        )
    };
    fs::write(desk.0.join("a.md"), report("Mayor Ana Kovac")).unwrap();
    fs::write(desk.0.join("b.md"), report("Governor Luis Prado")).unwrap();
    let found: serde_json::Value = serde_json::from_slice(&desk.check("--format json").stdout).unwrap();
    let written = "I'd never gone to the river bank's edge before the flood came";
    assert_eq!(found["findings"][0]["rule"], "other-speaker");
    assert_eq!(found["findings"][0]["labels"][0]["value"], written);
    assert_eq!(found["findings"][0]["sides"][0]["value"], written);
    let output =
        Command::new(env!("CARGO_BIN_EXE_gainsay")).current_dir(&desk.0).args(["explain", "a.md:1"]).output();
    let told = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(told.contains(&format!("quote: {written}")), "{told}");
}

#[test]
fn values_of_one_side_are_told_apart() {
    let desk = Desk::new("values");
    let report = |height: &str| {
        format!("Ana Kovac fell {height} from a bridge in Lyon on Monday. France has many bridges.\n")
    };
    for (name, height) in [("a.md", "nearly 60 feet"), ("b.md", "90 feet"), ("c.md", "nearly 60 feet")] {
        fs::write(desk.0.join(name), report(height)).unwrap();
    }
    let found: serde_json::Value = serde_json::from_slice(&desk.check("--format json").stdout).unwrap();
    let labels = found["findings"][0]["labels"].as_array().unwrap();
    let values: Vec<&str> = labels.iter().map(|label| label["value"].as_str().unwrap()).collect();
    assert_eq!(values, ["nearly 60 feet", "90 feet"]);
}

/// What two reports are found to contradict each other in, one finding a line.
fn found_between(name: &str, first: &str, second: &str) -> String {
    let desk = Desk::new(name);
    fs::write(desk.0.join("a.md"), format!("{first}\n")).unwrap();
    fs::write(desk.0.join("b.md"), format!("{second}\n")).unwrap();
    String::from_utf8(desk.check("--format short").stdout).unwrap()
}

#[test]
fn half_of_so_many_is_not_so_many() {
    for (first, second) in [
        (
            "They stole half of the £40 million in Lima on Monday.",
            "They stole £20 million in Lima on Monday.",
        ),
        (
            "Half the 40 passengers on the bus in Lima were killed on Monday.",
            "Twenty passengers on the bus in Lima were killed on Monday.",
        ),
        (
            "Dozens of the 400 passengers on the bus in Lima were killed on Monday.",
            "Forty passengers on the bus in Lima were killed on Monday.",
        ),
    ] {
        assert_eq!(found_between("half", first, second), "", "{first}");
    }
}

#[test]
fn what_one_buys_is_sold() {
    let bought = "Lyon bank Harbour Trust bought the ferry Jadran in Split on Friday.";
    assert_eq!(found_between("sold", bought, "The ferry Jadran was sold in Split on Friday."), "");
}

#[test]
fn explain_tells_both_sides_of_whoever_takes_part() {
    let desk = Desk::new("sides");
    fs::write(desk.0.join("a.md"), "Police arrested Ana Kovac in Split on Monday.\n").unwrap();
    fs::write(desk.0.join("b.md"), "Police did not arrest Ana Kovac in Split on Monday.\n").unwrap();
    let mut explain = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let output = explain.current_dir(&desk.0).args(["explain", "a.md:1", "b.md:1"]).output();
    let told = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(told.contains("did-or-not is silent: its conditions hold"), "{told}");
}

#[test]
fn short_sentences_are_said_in_many_stories() {
    let desk = Desk::new("said");
    let articles = [
        "The studio in Split will film the Jadran saga in May. \"This is not a rush job,\" producer Ivo Saric said.\n",
        "Producer Ivo Saric of the Jadran saga spoke in Split on Monday. The studio films it in May.\n",
        "Singer Vera Holm showed her ring in Arvik. \"This is not a fake job,\" Vera Holm said.\n",
        "Vera Holm, a singer in Arvik, has a new ring. She showed it to fans of Arvik's choir.\n",
    ];
    for (name, text) in ["a.md", "b.md", "c.md", "d.md"].iter().zip(articles) {
        fs::write(desk.0.join(name), text).unwrap();
    }
    let mut check = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let output = check.current_dir(&desk.0).args(["check", ".", "--format", "short"]).output();
    let told = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(!told.contains("reworded"), "{told}");
}

#[test]
fn a_town_lies_in_the_state_behind_its_comma() {
    let vermont =
        "Warrants were issued for James Falk, 44, of Vermont, on Friday. James Falk was seen in a car.";
    for town in ["St. Albans, Vt.", "Birmingham, Vt."] {
        let other = format!("Warrants were issued for James Falk, 44, of {town} He was seen in a car.");
        assert_eq!(found_between("home", vermont, &other), "", "{town}");
    }
    let other = "Warrants were issued for James Falk, 44, of Birmingham, Alabama, on Friday.";
    assert_ne!(found_between("home", vermont, other), "");
}

#[test]
fn months_without_a_year_are_two_sides() {
    let desk = Desk::new("months");
    fs::write(
        desk.0.join("a.md"),
        "Singer Ana Kovac is back. Ana Kovac launched her own label Brightwater in December.\n",
    )
    .unwrap();
    fs::write(
        desk.0.join("b.md"),
        "Ana Kovac sang old songs. Ana Kovac has launched the label Brightwater in September.\n",
    )
    .unwrap();
    let mut check = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let output = check.current_dir(&desk.0).args(["check", ".", "--format", "json"]).output();
    let told: serde_json::Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
    let sides = told["findings"][0]["sides"].as_array().unwrap();
    let values: Vec<&str> = sides.iter().filter_map(|side| side["value"].as_str()).collect();
    assert_eq!(values, ["December", "September"]);
}

#[test]
fn words_of_one_name_neighbours_and_verbs_of_headlines_are_no_slips() {
    let one = "Police in Hong Kong warned protesters late on Sunday. Reforms in Hong Kong were promised by the \
               government, said students. Shops in Hong Kong stayed shut. Riot officers withdrew from Hong Kong \
               streets. Leaders told Hong Kong voters to wait.";
    let other = "Tear gas was fired in Hong Kong at night. Banks in Hong Kong opened late on Sunday. Students left \
                 Hong Kong streets, police said. The government promised Hong Kong voters reforms. Riot officers in \
                 Hong Kong warned leaders, shops stayed shut.";
    assert_eq!(found_between("name-spelling", one, other), "");
    let one = "Denise Arlen Denies Slamming Lyon Council on Radio";
    let other = "Denise Arlen, the mayor of Lyon, has denied slamming the council on the radio. Arlen spoke on Monday. \
                 Denise Arlen said that the council had slammed her.";
    assert_eq!(found_between("name-spelling", one, other), "");
    let one = "Marston and Marton elect mayors. The road from Marston to Marton was closed by snow on Monday. Schools in \
               Marston opened late.";
    let other =
        "Snow closed the road from Marston to Marton on Monday. Schools in Marton and Marston opened late.";
    assert_eq!(found_between("name-spelling", one, other), "");
    let slip =
        "Mayor Denise Arlin was in Lyon. Denise Arlen, the mayor, had slammed the council on the radio.";
    assert_ne!(found_between("name-spelling", slip, other), "");
}

#[test]
fn a_toll_of_a_day_is_not_that_of_somebody_whose_day_nobody_tells() {
    let desk = Desk::new("toll-of-a-day");
    let shot = "Dr. Marten Slopek, just back from church, was heating soup in his kitchen last fall when he was gunned \
                down with a single shot through a window in Buffalo.\nSlopek's killer is still at large. Authorities \
                have named a suspect in the slaying, the activist James Kapper.\n";
    let wanted = "The FBI put the alleged terrorist Omar Laden and the activist James Kapper on its list of the most \
                  wanted fugitives Monday.\nLaden is indicted as the architect of the bombings of two embassies. The \
                  Aug. 7, 1998, bombings killed more than 200 people, including 12 Americans. Kapper is charged with \
                  gunning down Dr. Marten Slopek last fall in his home in Buffalo.\n";
    let sought = "Police seek James Kapper in the shooting death of a doctor in Buffalo.\nKapper was spotted near the \
                  scene of the Oct. 23 slaying of Marten Slopek, 52. The FBI says Kapper is wanted as a witness in the \
                  slaying.\n";
    for (name, text) in [("a.md", shot), ("b.md", wanted), ("c.md", sought)] {
        fs::write(desk.0.join(name), text).unwrap();
    }
    assert_eq!(String::from_utf8(desk.check("c.md --format short").stdout).unwrap(), "");
}

#[test]
fn figures_of_what_belongs_to_somebody_are_not_of_that_one() {
    for (first, second) in [
        (
            "An earthquake shook Valdoria in Chile on Monday. Valdoria's largest suburb has a population of 20,000.",
            "An earthquake shook Valdoria in Chile on Monday. Valdoria has a population of 28,000.",
        ),
        (
            "Acme bought Brill in Lyon on Monday. Acme's subsidiary employs 400 people.",
            "Acme bought Brill in Lyon on Monday. Acme employs 2,400 people.",
        ),
        (
            "Ana Kovac won in Lyon on Monday. Kovac's coach, 54, cheered.",
            "Ana Kovac won in Lyon on Monday. Ana Kovac, 25, cheered.",
        ),
    ] {
        assert_eq!(found_between("possessed", first, second), "");
    }
}

#[test]
fn nobody_of_a_part_and_ages_of_two_people_contradict_nothing() {
    for (first, second) in [
        (
            "A bus and a tram collided in Zagreb on Thursday. No one on the bus was hurt.",
            "A bus and a tram collided in Zagreb on Thursday. Seven tram passengers were hurt.",
        ),
        (
            "Police arrested a 22-year-old man on Thursday over the fire at the Marcon mosque in Bolton. Rachel Knox \
             said officers had searched a house.",
            "Police arrested a 19-year-old student on Tuesday over the fire at the Marcon mosque in Bolton. Rachel \
             Knox said he was being questioned.",
        ),
    ] {
        assert_eq!(found_between("parts-and-people", first, second), "");
    }
    let nobody = "A bus and a tram collided in Zagreb on Thursday. No one was hurt.";
    let seven = "A bus and a tram collided in Zagreb on Thursday. Seven passengers were hurt.";
    assert_ne!(found_between("nobody", nobody, seven), "");
}

#[test]
fn conditions_any_day_and_two_things_contradict_nothing() {
    for (first, second) in [
        (
            "The Alba smelter in Split will close in March if no buyer is found.",
            "The Alba smelter in Split will not close in March.",
        ),
        (
            "Bells rang in Uster on Sunday in memory of the eleven people who died in the train crash at Uster a year ago.",
            "Uster remembers. Eleven people were killed on a foggy Thursday when an express hit a local train at Uster.",
        ),
        (
            "Police searched the offices of Delta Pharm in Basel on Tuesday. The company is suspected of having hidden \
             side effects of its painkiller Dolex, prosecutor Urs Kern said.",
            "In the affair around the painkiller Dolex, police searched the villa of Delta Pharm's chief Hans Vogt in \
             Basel on Thursday. Prosecutor Urs Kern said notebooks had been seized.",
        ),
    ] {
        assert_eq!(found_between("conditions", first, second), "");
    }
    let flat = "The Alba smelter in Split will close in March.";
    let denied = "The Alba smelter in Split will not close in March.";
    assert_ne!(found_between("flat", flat, denied), "");
}

#[test]
fn what_nearly_was_and_who_once_lived_there_contradict_nothing() {
    for (first, second) in [
        (
            "The rocket Nova lifted off from Kourou at 21:15 local time on Monday.",
            "The rocket Nova lifted off from Kourou at 0015 GMT on Tuesday.",
        ),
        (
            "A magnitude 6.3 earthquake struck off Crete on Thursday, the Athens observatory said.",
            "Crete was shaken by aftershocks on Thursday night after the earthquake. The largest of them had a magnitude of 4.9, said the \
             Athens observatory.",
        ),
        ("The Marjan bridge in Split nearly collapsed.", "The Marjan bridge in Split did not collapse."),
        (
            "Nobody was seriously hurt in the crash near Brno on Monday, Jan Cerny said.",
            "Four people were hurt in the crash near Brno on Monday, Jan Cerny said.",
        ),
        (
            "Two men were killed in a crash near Vanora on Saturday.",
            "Three women were killed in a crash near Vanora on Saturday.",
        ),
        (
            "Singer Mia Dell, of Linz, was arrested in Graz on Monday.",
            "Singer Mia Dell, who lived in Vienna as a child, was arrested in Graz on Monday.",
        ),
        (
            "Prado video is fake\n\nA video of the Prado in flames is fake, police said.",
            "Small fire at Prado\n\nA small fire broke out at the Prado. The Prado opened late.",
        ),
    ] {
        assert_eq!(found_between("nearly", first, second), "");
    }
}
