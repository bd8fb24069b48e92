use super::*;

fn language(text: &str, declared: Option<&str>) -> Option<String> {
    let block = Block { kind: BlockKind::Paragraph, range: 0..text.len() };
    other(text, &[block], declared)
}

const ENGLISH_TEXT: &str = "A fire on the ferry Brava killed nine people off the coast of Valdoria on Monday, police said. \
    The ship was towed to the port by two tugs, and the crew were taken to a hospital in the town. The cause of the fire \
    is not known, but the owner said that it had begun in the engine room.";
const FRENCH_TEXT: &str = "Un incendie à bord du ferry Brava a fait neuf morts au large de Valdoria lundi, a annoncé la \
    police. Le navire a été remorqué vers le port par deux remorqueurs et les membres de l'équipage ont été conduits dans \
    un hôpital de la ville. La cause du feu n'est pas connue, selon le propriétaire du navire.";
const GERMAN_TEXT: &str = "Bei einem Brand auf der Fähre Brava sind am Montag vor der Küste von Valdoria neun Menschen ums \
    Leben gekommen, teilte die Polizei mit. Das Schiff wurde von zwei Schleppern in den Hafen gebracht, und die Besatzung \
    kam in ein Krankenhaus der Stadt. Die Ursache des Feuers ist nach Angaben des Eigners nicht bekannt.";

#[test]
fn small_words_tell_a_language() {
    assert_eq!(language(ENGLISH_TEXT, None), None);
    assert_eq!(language(FRENCH_TEXT, None).as_deref(), Some("French"));
    assert_eq!(language(GERMAN_TEXT, None).as_deref(), Some("German"));
    assert_eq!(
        language("Пожар на пароме унес жизни людей", None).as_deref(),
        Some("a language of another script")
    );
}

#[test]
fn what_an_article_says_of_itself_decides_where_the_text_is_short() {
    assert_eq!(language("Neun Tote auf Brava", Some("de")).as_deref(), Some("“de”"));
    assert_eq!(language("Nine dead on Brava", Some("en-GB")), None);
    assert_eq!(language("Nine dead on Brava", None), None);
    // A template may be in another language than its reports.
    assert_eq!(language(ENGLISH_TEXT, Some("de")), None);
}

#[test]
fn names_and_results_are_not_taken_for_another_language() {
    let results = "Marcos de la Torre beat Juan del Rio, Luis de Soto beat Jan van der Berg. ".repeat(12);
    assert_eq!(language(&results, None), None);
}

#[test]
fn two_sentences_tell_a_language() {
    for (text, expected) in [
        ("Un incendie a fait neuf morts lundi à Lyon. La cause du feu n'est pas connue.", "French"),
        ("Le président a annoncé mardi sa démission. Il quittera ses fonctions en juin.", "French"),
        (
            "El ministro de Finanzas dimitió el viernes. Será sustituido por la alcaldesa de Sevilla.",
            "Spanish",
        ),
        (
            "Der Finanzminister ist am Freitag zurückgetreten. Sein Nachfolger wird der Bürgermeister von Köln.",
            "German",
        ),
        ("Il ministro delle Finanze si è dimesso venerdì. Sarà sostituito dal sindaco di Torino.", "Italian"),
        (
            "O ministro das Finanças demitiu-se na sexta-feira. Será substituído pelo presidente da câmara.",
            "Portuguese",
        ),
        (
            "De minister van Financiën is vrijdag afgetreden. Hij wordt opgevolgd door de burgemeester.",
            "Dutch",
        ),
        ("Nio personer omkom i måndags vid en brand på en färja. Orsaken är inte känd.", "Swedish"),
        ("Dziewięć osób zginęło w poniedziałek w pożarze na promie. Przyczyna nie jest znana.", "Polish"),
    ] {
        assert_eq!(language(text, None).as_deref(), Some(expected), "{text}");
        assert_eq!(language(text, Some("en")), None, "what it says of itself is believed: {text}");
    }
}

#[test]
fn headlines_and_names_are_no_other_language() {
    for text in [
        "Marcos de la Torre beat Juan del Rio, Luis de Soto beat Jan van der Berg.",
        "Banco de la Nación names Juan de los Santos y Ruiz head of Caja de Ahorros del Sur",
        "Comédie de Paris stages Le Bourgeois gentilhomme, La Dame aux camélias, Les Misérables, En attendant Godot",
        "Film: Der Himmel über Berlin; Das Boot; Die Fälscher; Das Leben der Anderen win prizes",
        "Results: 1. S. Na 2. I. Su 3. U. Je 4. A. Da",
        "War hero, son die on bus in LA as crash toll rises",
        "Real Sociedad 2 Celta de Vigo 1, Deportivo Alavés 0 Rayo Vallecano 0, Athletic de Bilbao 3",
        "President Macron told the crowd: \"Je suis triste ce soir, mais la France ne va pas plier.\"",
        "Deaths: Smith, A. E., Selby. Jones, D. L., York. Brown, E. I., Leeds. Green, A. D., Hull. White, L. O., Selby. \
         Black, I. A., York. Grey, D. E., Leeds. Wood, L. A., Hull. Hill, E. D., Selby. Hall, O. I., York. Clark, A. L.",
        "The co-op's non-resident growers, e.g. those in Zone No. 4, paid 30% less, i.e. $1.5 per unit",
    ] {
        assert_eq!(language(text, None), None, "{text}");
    }
}

#[test]
fn the_lists_are_well_formed() {
    let file: File = serde_json::from_str(table!("languages")).unwrap();
    assert_eq!(file.language[ENGLISH].name, "English");
    assert!(
        file.language.iter().all(|l| l.words.iter().all(|w| *w == w.to_lowercase() && w.len() <= LONGEST))
    );
    let small = SmallWords::from(file);
    assert!(small.in_names.iter().filter(|in_names| **in_names).count() > 20);
}
