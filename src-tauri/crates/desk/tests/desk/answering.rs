//! The registrar answered in the group's own words: kept, printed, compared with the rules, and taken back.

use desk::{Desk, PackKind, WorkedOut, pack};
use formation::pack::papers;

use crate::support::Computer;

const SURPLUS: &str = "fca-answers/what-happens-to-a-surplus";

fn group(computer: &Computer) -> (Desk, String) {
    let mut desk = computer.open();
    let id = desk.take_in_example("clyde-menders").unwrap();
    (desk, id)
}

/// The sheet as plain text.
fn printed(desk: &Desk, id: &str) -> String {
    let assets = desk::Assets::embedded().unwrap();
    let formation = desk.formation(id).unwrap();
    let worked_out = WorkedOut::new(&assets, formation, jiff::civil::date(2026, 11, 24)).unwrap();
    let edition = pack::edition(&worked_out, PackKind::Draft);
    let papers = papers(&worked_out.case(), &edition);
    let sheet = papers.iter().find(|paper| paper.paper.slug == "fca-answers").unwrap();
    assert_eq!(sheet.problems, Vec::<String>::new());
    typeset::text(&sheet.paper)
}

#[test]
fn own_words_are_printed_in_place_of_ours_and_survive_a_restart() {
    let computer = Computer::new("a");
    let (mut desk, id) = group(&computer);
    let ours = printed(&desk, &id);
    let own = "It stays with us.\n\n- One half mends tools <b>now</b>.\n- The rest waits: {{ name }}.";
    desk.answer_registrar(&id, SURPLUS, own).unwrap();
    drop(desk);
    let desk = computer.open();
    let sheet = printed(&desk, &id);
    for line in ["It stays with us.", "One half mends tools <b>now</b>.", "The rest waits: {{ name }}."] {
        assert!(sheet.contains(line), "{line} is not in:\n{sheet}");
    }
    assert!(!sheet.contains("The rules let members use a surplus only as follows"), "{sheet}");
    // Everything else is as it was.
    let of = |text: &str, from: &str, to: &str| {
        let (_, rest) = text.split_once(from).unwrap();
        rest.split_once(to).unwrap().0.to_owned()
    };
    let control = "How do members control it democratically?";
    let surplus = "What happens to a surplus?";
    assert_eq!(of(&sheet, control, surplus), of(&ours, control, surplus));
}

#[test]
fn our_own_draft_is_no_answer_of_theirs() {
    let (mut desk, id) = group(&Computer::new("a"));
    let before = desk.formation(&id).unwrap();
    let draft = desk.sheet_answer_view(&id, SURPLUS).unwrap().text;
    desk.answer_registrar(&id, SURPLUS, &format!("{draft}\n")).unwrap();
    assert_eq!(desk.formation(&id).unwrap(), before);
    desk.answer_registrar(&id, SURPLUS, "It stays.").unwrap();
    assert!(desk.sheet_answer_view(&id, SURPLUS).unwrap().row.is_own);
    desk.answer_registrar(&id, SURPLUS, &draft).unwrap();
    assert_eq!(desk.formation(&id).unwrap(), before);
    desk.answer_registrar(&id, SURPLUS, "It stays.").unwrap();
    desk.take_draft(&id, SURPLUS).unwrap();
    assert_eq!(desk.formation(&id).unwrap(), before);
    assert!(desk.take_draft(&id, SURPLUS).is_err());
    desk.undo(&id).unwrap();
    assert!(desk.sheet_answer_view(&id, SURPLUS).unwrap().row.is_own);
}

#[test]
fn every_draft_can_be_gone_on_with_as_it_stands() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let mut asked = 0;
    for (example, _) in desk::examples() {
        let id = desk.take_in_example(example).unwrap();
        for sheet in desk.sheets_view(&id).unwrap().sheets {
            for row in sheet.answers {
                asked += 1;
                assert!(!row.is_own && row.words > 5, "{example}: {}", row.heading);
                let view = desk.sheet_answer_view(&id, &row.question).unwrap();
                // Read back from signs, it says the same.
                desk.answer_registrar(&id, &row.question, &view.text).unwrap();
                desk.answer_registrar(&id, &row.question, &format!("{} Indeed.", view.text)).unwrap();
                let own = desk.sheet_answer_view(&id, &row.question).unwrap().row.html.0;
                let plain = |html: &str| {
                    html.split_whitespace()
                        .collect::<String>()
                        .replace("Indeed.", "")
                        .replace("<bdi>", "")
                        .replace("</bdi>", "")
                };
                assert_eq!(plain(&own), plain(&row.html.0), "{example}: {}", row.heading);
            }
        }
    }
    assert!(asked > 50, "{asked} questions of all examples");
}

#[test]
fn what_does_not_fit_is_refused_in_words_and_changes_nothing() {
    let (mut desk, id) = group(&Computer::new("a"));
    let before = desk.formation(&id).unwrap();
    for (question, text, said) in [
        (SURPLUS, "  ", "the text is empty"),
        (SURPLUS, "a\u{202e}b", "hidden character"),
        ("fca-answers/none", "Words.", "not"),
        ("memorandum/none", "Words.", "not"),
    ] {
        let failure = desk.answer_registrar(&id, question, text).unwrap_err();
        assert!(failure.sentence.contains(said), "{}", failure.sentence);
    }
    assert_eq!(desk.formation(&id).unwrap(), before);
}
