//! A co-op as large as the app takes one: as many people, rules and letters as there may be. It is kept to the letter,
//! its rules are laid out whole, and it can be handed on and taken in; one more of anything is refused in words.

use std::fmt::Write as _;
use std::fs;

use desk::exchange::ExportKind;
use desk::{Assets, FailureCode, SavedEdition};
use formation::{Formation, answers_file};

use crate::support::Computer;

/// Letters of a rule, rules of a group's own, and people, at most. The rules are as long as that in `make soak` alone.
const LETTERS: usize = 10_000;
const RULES: usize = 100;
const PEOPLE: usize = 500;

/// The answers of a co-op with so many people, and so many rules of its own of so many letters.
fn answers(people: usize, rules: usize, letters: usize) -> String {
    let mut file = String::from(
        "format = 1\ntype = \"worker\"\nform = \"clg\"\nnation = \"england\"\n\
         [decisions]\nname = \"Northgate Bakers Co-operative Limited\"\n",
    );
    for number in 1..=people {
        let _ = write!(
            file,
            "[[people]]\nid = \"p{number}\"\nname = {{ first = \"Asha\", last = \"Patel {number}\" }}\n\
             born = 1990-04-12\nnationality = [\"British\"]\nemail = \"p{number}@example.org\"\n\
             home = {{ lines = [\"{number} Well Lane\"], town = \"Halifax\", postcode = \"HX1 2AB\", country = \"England\" }}\n\
             roles = [\"member\"]\n"
        );
    }
    for number in 1..=rules {
        let text = "Bread for everybody. ".repeat(letters / 21 + 1);
        let text: String = text.chars().take(letters).collect();
        let _ = write!(
            file,
            "[[edits]]\nrule = \"own-{number}\"\ndo = \"add\"\nheading = \"Own {number}\"\ntext = \"{text}\"\n\
             after = \"quorum\"\n"
        );
    }
    file
}

fn read(people: usize, rules: usize, letters: usize) -> Result<Formation, String> {
    let assets = Assets::embedded().unwrap();
    answers_file::read(&assets.library, &answers(people, rules, letters)).map_err(|error| error.to_string())
}

#[test]
fn a_co_op_with_as_much_of_everything_as_there_may_be_is_kept_and_handed_on() {
    let computer = Computer::new("asha");
    let mut desk = computer.open();
    let letters = if std::env::var_os("SOAK").is_some() { LETTERS } else { 500 };
    let large = read(PEOPLE, RULES, letters).unwrap();
    let id = desk.take_in(&large).unwrap();
    drop(desk);
    let mut desk = computer.open();
    let kept = desk.formation(&id).unwrap();
    assert_eq!((kept.people.len(), &kept.edits), (PEOPLE, &large.edits));
    assert_eq!(kept.people, large.people);
    assert_eq!(desk.people_view(&id).unwrap().people.len(), PEOPLE);
    assert!(desk.about_person(&id, "p500").unwrap().contains("500 Well Lane"));
    // Every letter of every rule.
    let file = computer.folder().join("rules.txt");
    desk.save_edition(&id, SavedEdition::Text, &file).unwrap();
    let said = fs::read_to_string(&file).unwrap();
    let breads = said.split_whitespace().filter(|word| *word == "everybody.").count();
    assert!(breads >= RULES * (letters / 21), "{breads}");
    // One more rule, or letter, than there may be.
    let rule =
        desk::RuleWords { heading: "One more".to_owned(), text: "1. More.".to_owned(), ..Default::default() };
    let failure = desk.add_rule(&id, "quorum", &rule).unwrap_err();
    assert!(failure.code == FailureCode::Input && failure.sentence.contains("100 rules"), "{failure}");
    let long = desk::RuleWords { text: "x".repeat(100_000), ..rule };
    let failure = desk.reword(&id, "quorum", &long).unwrap_err();
    assert!(failure.code == FailureCode::Input && failure.sentence.contains("10000"), "{failure}");
    // Somebody else gets all of it.
    let exported = desk.export_into(&id, computer.folder(), ExportKind::Full).unwrap();
    let other = Computer::new("bea");
    let mut theirs = other.open();
    theirs.import(&exported.file, exported.words.as_deref()).unwrap();
    assert_eq!(theirs.formation(&id).unwrap(), kept);
}

/// A file that nobody could take in is not made: whoever hands it on would learn of it too late.
#[test]
fn a_file_that_nobody_could_take_in_is_refused_before_it_is_made() {
    let computer = Computer::new("asha");
    let mut desk = computer.open();
    let id = desk.take_in(&read(PEOPLE + 1, 0, 0).unwrap()).unwrap();
    let file = computer.folder().join("too-many.coop");
    let failure = desk.export(&id, &file, ExportKind::Full).unwrap_err();
    assert!(failure.sentence.contains("people") && failure.what_to_do.contains("Backups"), "{failure}");
    assert!(!file.exists());
    desk.export(&id, &file, ExportKind::Text).unwrap();
    assert!(desk.preview_import(&file, None).is_ok());
    assert!(read(1, RULES + 1, 10).unwrap_err().contains("100"), "one rule too many");
    assert!(read(1, 1, LETTERS + 1).unwrap_err().contains("10000"), "one letter too many");
}
