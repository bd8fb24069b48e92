//! Which words of made-up reports tell of one event, and which of two.

use gainsay::Session;

/// A word of a report: its number, the word, and which of them it is.
type Word = (usize, &'static str, usize);

struct Case {
    name: &'static str,
    /// The day of publication, and the text.
    reports: &'static [(&'static str, &'static str)],
    one: &'static [(Word, Word)],
    two: &'static [(Word, Word)],
}

#[test]
fn what_is_one_event_is_one_and_what_is_two_is_two() {
    let mut wrong = Vec::new();
    for case in CASES {
        let mut session = Session::default();
        for (number, (day, text)) in case.reports.iter().enumerate() {
            let head = if day.is_empty() { String::new() } else { format!("---\ndate: {day}\n---\n") };
            session.set_text(&format!("{number}.md"), format!("{head}{text}"));
        }
        let coreference = session.coreference();
        let event_of = |(report, word, nth): Word| {
            let path = format!("{report}.md");
            let text = session.articles().map(|id| session.sources().get(id)).find(|file| file.path == path);
            let text = &text.expect("a report").text;
            let (at, _) = text.match_indices(word).nth(nth - 1).expect("a word of the report");
            let mentions = coreference.mentions.iter().position(|mention| {
                let span = mention.extent.span;
                let source = session.graph().articles[mention.article as usize].source;
                session.sources().get(source).path == path && (span.start..span.end).contains(&(at as u32))
            });
            let mention = mentions.unwrap_or_else(|| panic!("{}: no event: {word}", case.name)) as u32;
            coreference.events.iter().position(|event| event.contains(&mention))
        };
        for (pairs, one) in [(case.one, true), (case.two, false)] {
            for (a, b) in pairs {
                if (event_of(*a) == event_of(*b)) != one {
                    wrong.push(format!(
                        "{}: {a:?} and {b:?} are {}",
                        case.name,
                        if one { "one" } else { "two" }
                    ));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

const CASES: &[Case] = &[
    Case {
        name: "blast",
        reports: &[
            (
                "2025-03-04",
                "# Blast kills six at Torvik mill\n\nAn explosion at a grain mill in Torvik killed six workers on Monday, police said. The blast tore the roof off the building. Firefighters put out the fire by noon.\n",
            ),
            (
                "2025-03-04",
                "# Six dead after mill explosion in Torvik\n\nSix people died on Monday when a blast destroyed a grain mill in Torvik. Owner Karin Holt said the explosion was the worst in the history of the company. Firemen extinguished the blaze.\n",
            ),
        ],
        one: &[
            ((0, "explosion", 1), (1, "blast", 1)),
            ((0, "explosion", 1), (0, "blast", 1)),
            ((0, "killed", 1), (1, "died", 1)),
            ((0, "explosion", 1), (1, "explosion", 2)),
        ],
        two: &[((0, "killed", 1), (1, "destroyed", 1)), ((0, "said", 1), (1, "said", 1))],
    },
    Case {
        name: "strikes two weeks apart",
        reports: &[
            (
                "2025-05-05",
                "# Rockets hit Marovo market\n\nA rocket strike on the market of Marovo on 5 May killed eight people, the governor said. The strike damaged 20 houses.\n",
            ),
            (
                "2025-05-19",
                "# Rockets hit Marovo again\n\nA rocket strike on the market of Marovo on 19 May killed three people, the governor said. The strike damaged a school.\n",
            ),
        ],
        one: &[((0, "strike", 1), (0, "strike", 2))],
        two: &[
            ((0, "strike", 1), (1, "strike", 1)),
            ((0, "killed", 1), (1, "killed", 1)),
            ((0, "strike", 2), (1, "strike", 2)),
        ],
    },
    Case {
        name: "arrest",
        reports: &[
            (
                "",
                "Police arrested Henrik Dahl in Tarnholm on Monday. He is accused of theft. Dahl was held at his home.\n",
            ),
            (
                "",
                "Officers picked up Henrik Dahl in Tarnholm on Monday. The arrest of Dahl surprised his neighbours.\n",
            ),
            ("", "Henrik Dahl was detained by police in Tarnholm. He denied the theft.\n"),
        ],
        one: &[
            ((0, "arrested", 1), (1, "arrest", 1)),
            ((0, "arrested", 1), (2, "detained", 1)),
            ((0, "theft", 1), (2, "theft", 1)),
        ],
        two: &[],
    },
    Case {
        name: "acquitted",
        reports: &[
            (
                "",
                "A court in Varn acquitted Maria Lopes of fraud on Friday. Judge Otto Brandt said the evidence was weak.\n",
            ),
            (
                "",
                "The acquittal of Maria Lopes came after a trial of nine days. Lopes was acquitted of fraud.\n",
            ),
        ],
        one: &[
            ((0, "acquitted", 1), (1, "acquittal", 1)),
            ((0, "acquitted", 1), (1, "acquitted", 1)),
            ((0, "fraud", 1), (1, "fraud", 1)),
        ],
        two: &[((0, "said", 1), (1, "trial", 1))],
    },
    Case {
        name: "passive",
        reports: &[
            (
                "",
                "Norland Bank bought the insurer Fjordsure for 90 million dollars on Tuesday. The bank announced the purchase in Oslo.\n",
            ),
            (
                "",
                "The insurer Fjordsure was bought by Norland Bank for 94 million dollars. The acquisition was announced on Tuesday.\n",
            ),
        ],
        one: &[
            ((0, "bought", 1), (1, "bought", 1)),
            ((0, "announced", 1), (1, "announced", 1)),
            ((0, "purchase", 1), (1, "acquisition", 1)),
            ((0, "bought", 1), (0, "purchase", 1)),
        ],
        two: &[((0, "bought", 1), (1, "announced", 1))],
    },
    Case {
        name: "father and son",
        reports: &[
            (
                "",
                "Erik Sand, 71, died on Sunday in a hospital in Bergen. His son Jonas Sand was injured in the crash.\n",
            ),
            (
                "",
                "Jonas Sand, 34, was injured in the crash near Bergen. His father Erik Sand died in hospital.\n",
            ),
            ("", "Jonas Sand died on Wednesday of a heart attack. He was 34.\n"),
        ],
        one: &[
            ((0, "died", 1), (1, "died", 1)),
            ((0, "injured", 1), (1, "injured", 1)),
            ((0, "crash", 1), (1, "crash", 1)),
        ],
        two: &[],
    },
    Case {
        name: "matches",
        reports: &[
            (
                "2025-04-06",
                "# Rovers beat United\n\nRovers beat United 2-1 at Hill Park on 5 April. Sam Otto scored both goals.\n",
            ),
            (
                "2025-04-20",
                "# Rovers beat City\n\nRovers beat City 3-0 at Hill Park on 19 April. Sam Otto scored twice.\n",
            ),
        ],
        one: &[],
        two: &[((0, "beat", 2), (1, "beat", 2))],
    },
    Case {
        name: "quake",
        reports: &[
            (
                "",
                "An earthquake of magnitude 6.1 shook northern Kessa on Thursday, killing 40 people. The quake destroyed hundreds of houses.\n",
            ),
            (
                "",
                "At least 38 people were killed when a powerful quake struck northern Kessa on Thursday. Rescuers searched the rubble of collapsed houses.\n",
            ),
        ],
        one: &[
            ((0, "earthquake", 1), (1, "quake", 1)),
            ((0, "killing", 1), (1, "killed", 1)),
            ((0, "shook", 1), (1, "struck", 1)),
        ],
        two: &[((0, "destroyed", 1), (1, "searched", 1))],
    },
    Case {
        name: "resign",
        reports: &[
            (
                "",
                "Finance Minister Pavel Orlik resigned on Friday after an inquiry. President Mara Lind accepted the resignation.\n",
            ),
            (
                "",
                "President Mara Lind fired Finance Minister Pavel Orlik on Friday. Orlik quit, his office said. His departure follows an inquiry into his expenses.\n",
            ),
        ],
        one: &[
            ((0, "resigned", 1), (0, "resignation", 1)),
            ((0, "resigned", 1), (1, "quit", 1)),
            ((0, "inquiry", 1), (1, "inquiry", 1)),
        ],
        two: &[],
    },
    Case {
        name: "briefs",
        reports: &[
            (
                "2025-01-10",
                "# Weekly fishing report\n\nBoats landed 40 tonnes of cod in Sandvik in the week to 10 January. Prices rose to 5 dollars a kilo.\n",
            ),
            (
                "2025-01-17",
                "# Weekly fishing report\n\nBoats landed 38 tonnes of cod in Sandvik in the week to 17 January. Prices rose to 6 dollars a kilo.\n",
            ),
            (
                "2025-01-24",
                "# Weekly fishing report\n\nBoats landed 45 tonnes of cod in Sandvik in the week to 24 January. Prices rose to 5 dollars a kilo.\n",
            ),
            (
                "2025-02-07",
                "# Weekly fishing report\n\nBoats landed 41 tonnes of cod in Sandvik in the week to 7 February. Prices rose to 7 dollars a kilo.\n",
            ),
        ],
        one: &[],
        two: &[
            ((0, "landed", 1), (1, "landed", 1)),
            ((1, "landed", 1), (2, "landed", 1)),
            ((0, "landed", 1), (3, "landed", 1)),
        ],
    },
    Case {
        name: "walkout",
        reports: &[
            (
                "2025-06-02",
                "# Dockers walk out in Port Ellen\n\nAbout 300 dockers walked out in Port Ellen on Monday over pay. The union said the strike would last three days. Ferries were cancelled.\n",
            ),
            (
                "2025-06-03",
                "# Port Ellen strike halts ferries\n\nThe strike of dockers in Port Ellen entered its second day on Tuesday. Ferry company Norline cancelled 14 sailings. The union demands a raise of 6 percent.\n",
            ),
        ],
        one: &[((0, "strike", 1), (1, "strike", 2)), ((0, "cancelled", 1), (1, "cancelled", 1))],
        two: &[((0, "said", 1), (1, "demands", 1)), ((1, "strike", 2), (1, "cancelled", 1))],
    },
    Case {
        name: "fisherman",
        reports: &[
            (
                "",
                "A fisherman drowned off Sula on Sunday. Ola Lind, 42, fell from his boat. The fall was seen by his brother.\n",
            ),
            (
                "",
                "Ola Lind, a fisherman from Sula, drowned when he fell overboard. The 42-year-old was alone.\n",
            ),
        ],
        one: &[
            ((0, "drowned", 1), (1, "drowned", 1)),
            ((0, "fell", 1), (1, "fell", 1)),
            ((0, "fell", 1), (0, "fall", 1)),
        ],
        two: &[((0, "drowned", 1), (1, "fell", 1))],
    },
    Case {
        name: "vote",
        reports: &[
            (
                "",
                "Parliament rejected the budget by 61 votes to 58 on Thursday. Opposition leader Nils Berg called the rejection a defeat for the government.\n",
            ),
            (
                "",
                "The budget was rejected in parliament by 58 votes to 61. Prime Minister Eva Dahl announced new talks with the opposition.\n",
            ),
        ],
        one: &[((0, "rejected", 1), (1, "rejected", 1)), ((0, "rejected", 1), (0, "rejection", 1))],
        two: &[((0, "rejected", 1), (1, "announced", 1)), ((0, "called", 1), (1, "announced", 1))],
    },
    Case {
        name: "merger",
        reports: &[
            (
                "",
                "Altra and Benco agreed to merge, the companies announced on Monday. The merger creates the largest brewer in the region. Shares of Altra rose 8 percent.\n",
            ),
            (
                "",
                "Shares in Altra jumped after the brewer announced a merger with Benco. The deal is worth 2 billion dollars.\n",
            ),
        ],
        one: &[
            ((0, "merger", 1), (1, "merger", 1)),
            ((0, "merge", 1), (1, "merger", 1)),
            ((0, "announced", 1), (1, "announced", 1)),
        ],
        two: &[((0, "rose", 1), (1, "announced", 1))],
    },
    Case {
        name: "bus",
        reports: &[
            (
                "",
                "A lorry collided with a school bus near Aldby on Wednesday morning. Eleven pupils were hurt in the collision. The driver of the lorry was arrested.\n",
            ),
            (
                "",
                "Eleven pupils were injured when their bus crashed with a lorry near Aldby. Police arrested the lorry driver. The road was closed for hours.\n",
            ),
        ],
        one: &[
            ((0, "collided", 1), (0, "collision", 1)),
            ((0, "hurt", 1), (1, "injured", 1)),
            ((0, "arrested", 1), (1, "arrested", 1)),
        ],
        two: &[
            ((0, "hurt", 1), (1, "arrested", 1)),
            ((0, "collided", 1), (1, "arrested", 1)),
            ((0, "arrested", 1), (1, "injured", 1)),
        ],
    },
    Case {
        name: "concerts",
        reports: &[
            (
                "2025-08-10",
                "Singer Luna Grey cancelled her concert in Varn on Saturday because of a throat infection. The cancellation disappointed 9,000 fans.\n",
            ),
            (
                "2025-09-21",
                "Singer Luna Grey cancelled her concert in Lund on 20 September because of a storm.\n",
            ),
        ],
        one: &[((0, "cancelled", 1), (0, "cancellation", 1))],
        two: &[((0, "cancelled", 1), (1, "cancelled", 1))],
    },
    Case {
        name: "painting",
        reports: &[
            (
                "",
                "Thieves stole a painting from the Halle museum on Sunday night. The theft was discovered by a guard. The painting is worth 3 million euros.\n",
            ),
            (
                "",
                "A painting was stolen from the museum in Halle. A guard discovered the theft on Monday morning. The thieves escaped through a window.\n",
            ),
        ],
        one: &[
            ((0, "stole", 1), (1, "stolen", 1)),
            ((0, "theft", 1), (1, "theft", 1)),
            ((0, "stole", 1), (0, "theft", 1)),
            ((0, "discovered", 1), (1, "discovered", 1)),
        ],
        two: &[((0, "stole", 1), (1, "discovered", 1)), ((0, "discovered", 1), (1, "escaped", 1))],
    },
    Case {
        name: "flood",
        reports: &[
            (
                "",
                "Floods killed 12 people in the valley of Orra. Rescuers evacuated 400 villagers. The evacuation took two days.\n",
            ),
            (
                "",
                "The floods in Orra have claimed 13 lives. About 400 villagers were evacuated by helicopter. Prime Minister Eva Dahl visited the valley.\n",
            ),
        ],
        one: &[((0, "evacuated", 1), (1, "evacuated", 1)), ((0, "evacuated", 1), (0, "evacuation", 1))],
        two: &[((0, "killed", 1), (1, "visited", 1)), ((0, "killed", 1), (1, "evacuated", 1))],
    },
    Case {
        name: "quarters",
        reports: &[
            (
                "2025-04-24",
                "# Norline profit rises\n\nNorline reported a profit of 4 million dollars for the first quarter on 24 April.\n",
            ),
            (
                "2025-07-24",
                "# Norline profit falls\n\nNorline reported a profit of 3 million dollars for the second quarter on 24 July.\n",
            ),
        ],
        one: &[],
        two: &[((0, "reported", 1), (1, "reported", 1))],
    },
];
