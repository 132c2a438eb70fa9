//! Rules edited by hand: reworded, added, taken out, moved, undone, joined; and what the papers then say.

use std::path::PathBuf;

use desk::exchange::ExportKind;
use desk::{ConstitutionEdition, Desk, PackKind, RuleWords, WorkedOut, edition_of};
use formation::Formation;
use formation::edit::EditKind;

use crate::support::Computer;

fn words(heading: &str, text: &str) -> RuleWords {
    RuleWords {
        heading: heading.into(),
        text: text.into(),
        provides: Vec::new(),
        why: "We like it so.".into(),
    }
}

fn group(computer: &Computer) -> (Desk, String) {
    let mut desk = computer.open();
    let id = desk.take_in_example("clyde-menders").unwrap();
    (desk, id)
}

fn with_rules<T>(formation: Formation, work: impl FnOnce(&WorkedOut<'_>) -> T) -> T {
    let assets = desk::Assets::embedded().unwrap();
    work(&WorkedOut::new(&assets, formation, jiff::civil::date(2026, 11, 24)).unwrap())
}

fn headings(desk: &Desk, id: &str) -> Vec<String> {
    let rules = desk.rules_view(id).unwrap();
    rules
        .parts
        .iter()
        .flat_map(|part| &part.rules)
        .map(|row| format!("{} {}", row.rule.number, row.rule.slug))
        .collect()
}

#[test]
fn every_edit_is_kept_across_a_restart_and_undone_one_by_one() {
    let computer = Computer::new("a");
    let (mut desk, id) = group(&computer);
    let mut states = vec![desk.formation(&id).unwrap()];
    desk.reword(&id, "quorum", &words("Quorum", "1. Half of us.\n2. See [](#notice).")).unwrap();
    states.push(desk.formation(&id).unwrap());
    let added = desk.add_rule(&id, "quorum", &words("Dogs", "Dogs may come in.")).unwrap();
    states.push(desk.formation(&id).unwrap());
    assert!(desk.move_rule(&id, &added, true).unwrap());
    states.push(desk.formation(&id).unwrap());
    desk.remove_rule(&id, "copies", "").unwrap();
    states.push(desk.formation(&id).unwrap());
    drop(desk);
    let mut desk = computer.open();
    assert_eq!(&desk.formation(&id).unwrap(), states.last().unwrap());
    let order = headings(&desk, &id);
    let dogs = order.iter().position(|rule| rule.ends_with(&added)).unwrap();
    assert!(order[dogs + 1].ends_with(" quorum"), "{order:#?}");
    assert!(!order.iter().any(|rule| rule.ends_with(" copies")));
    for (index, rule) in order.iter().enumerate() {
        assert!(rule.starts_with(&format!("{} ", index + 1)), "{rule}");
    }
    for state in states.iter().rev().skip(1) {
        desk.undo(&id).unwrap().unwrap();
        assert_eq!(&desk.formation(&id).unwrap(), state);
    }
    for state in states.iter().skip(1) {
        desk.redo(&id).unwrap().unwrap();
        assert_eq!(&desk.formation(&id).unwrap(), state);
    }
}

#[test]
fn the_models_wording_is_kept_beside_an_edit_and_can_be_put_back() {
    let computer = Computer::new("a");
    let (mut desk, id) = group(&computer);
    let before = desk.formation(&id).unwrap();
    let model = desk.rules_view(&id).unwrap();
    let model = model.row("quorum").unwrap();
    desk.reword(&id, "quorum", &words("Quorum", "Half of us.")).unwrap();
    let edits = desk.formation(&id).unwrap().edits;
    let EditKind::Replaced { was, .. } = &edits.rules["quorum"].kind else { panic!("{edits:?}") };
    assert_eq!(was.heading, model.rule.heading);
    // A second edit keeps the model's words, not the first edit's.
    desk.reword(&id, "quorum", &words("Quorum", "Most of us.")).unwrap();
    let again = desk.formation(&id).unwrap().edits;
    let EditKind::Replaced { was: still, .. } = &again.rules["quorum"].kind else { panic!("{again:?}") };
    assert_eq!(still, was);
    // The model's own words, typed, are no edit.
    desk.reword(&id, "quorum", &words(&was.heading, &was.text)).unwrap();
    assert_eq!(desk.formation(&id).unwrap(), before);
    desk.reword(&id, "quorum", &words("Quorum", "Half of us.")).unwrap();
    desk.put_back(&id, "quorum").unwrap();
    assert_eq!(desk.formation(&id).unwrap(), before);
    assert!(desk.put_back(&id, "quorum").is_err());
    desk.move_rule(&id, "quorum", true).unwrap();
    desk.move_back(&id, "quorum").unwrap();
    assert_eq!(desk.formation(&id).unwrap(), before);
}

#[test]
fn what_does_not_fit_is_refused_with_the_field_and_nothing_is_saved() {
    let computer = Computer::new("a");
    let (mut desk, id) = group(&computer);
    let before = desk.history_view(&id).unwrap().acts.len();
    let long = "a".repeat(10_001);
    for (heading, text, field) in [
        ("", "Words.", "rule-heading"),
        ("Quorum", "  ", "rule-text"),
        ("Quorum", long.as_str(), "rule-text"),
        ("Quorum", "a\u{0}b", "rule-text"),
        ("Quorum", "a\u{202e}b", "rule-text"),
    ] {
        let failure = desk.reword(&id, "quorum", &words(heading, text)).unwrap_err();
        assert_eq!(failure.field.as_deref(), Some(field), "{heading:?} {text:.9?}");
        assert!(desk.add_rule(&id, "quorum", &words(heading, text)).is_err());
    }
    assert!(desk.reword(&id, "no-such-rule", &words("A", "b")).is_err());
    assert!(desk.reword(&id, "words-used", &words("A", "b")).is_err(), "the app works that rule out");
    assert!(desk.add_rule(&id, "../x", &words("A", "b")).is_err());
    assert_eq!(desk.history_view(&id).unwrap().acts.len(), before);
}

#[test]
fn a_marked_edition_shows_the_edit_against_the_model_with_its_reason() {
    let computer = Computer::new("a");
    let (mut desk, id) = group(&computer);
    desk.reword(&id, "quorum", &words("Quorum", "Half of us and one dog.")).unwrap();
    desk.add_rule(&id, "quorum", &words("Dogs", "Dogs may come in.")).unwrap();
    with_rules(desk.formation(&id).unwrap(), |rules| {
        let (paper, _, edition) = edition_of(rules, ConstitutionEdition::Marked, None).unwrap();
        let text = typeset::markdown(&paper.paper);
        for said in ["one dog", "Dogs may come in", "We like it so", "Table of changes"] {
            assert!(text.contains(said), "{said}");
        }
        let _ = edition;
    });
}

/// Hands a co-op on whole: the file, and the words that open it.
fn sent(desk: &Desk, id: &str, computer: &Computer, name: &str) -> (PathBuf, String) {
    let sent = desk.export(id, &computer.folder().join(name), ExportKind::Full).unwrap();
    (sent.file, sent.words.unwrap())
}

#[test]
fn two_peoples_edits_of_different_rules_join_and_of_one_rule_wait_to_be_settled() {
    let one = Computer::new("a");
    let (mut desk, id) = group(&one);
    let (file, words_for_it) = sent(&desk, &id, &one, "there.coop");
    let other = Computer::new("b");
    let mut theirs = other.open();
    theirs.import(&file, Some(&words_for_it)).unwrap();
    desk.reword(&id, "quorum", &words("Quorum", "Half of us.")).unwrap();
    theirs.reword(&id, "notice", &words("Notice", "A week.")).unwrap();
    theirs.reword(&id, "quorum", &words("Quorum", "Most of us.")).unwrap();
    let (file, words_for_it) = sent(&theirs, &id, &one, "back.coop");
    desk.import(&file, Some(&words_for_it)).unwrap();
    let edits = desk.formation(&id).unwrap().edits;
    assert!(edits.rules.contains_key("notice") && edits.rules.contains_key("quorum"));
    let conflicts = desk.conflicts(&id).unwrap();
    assert_eq!(conflicts.len(), 1, "{conflicts:#?}");
    assert!(conflicts[0].sides.iter().any(|side| side.value.contains("Most of us")));
}

#[test]
fn a_text_only_file_carries_the_edits_and_not_the_reasons() {
    let computer = Computer::new("a");
    let (mut desk, id) = group(&computer);
    desk.reword(&id, "quorum", &words("Quorum", "Half of us.")).unwrap();
    desk.add_rule(&id, "quorum", &words("Dogs", "Dogs may come in.")).unwrap();
    let file = desk.export(&id, &computer.folder().join("text.coop"), ExportKind::Text).unwrap().file;
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("Half of us.") && !text.contains("We like it so."));
    let other = Computer::new("b");
    let mut theirs = other.open();
    let imported = theirs.import(&file, None).unwrap();
    let edits = theirs.formation(&imported.formation).unwrap().edits;
    assert_eq!((edits.rules.len(), edits.places.len()), (2, 1));
}

#[test]
fn a_draft_is_made_while_a_rule_points_to_one_that_is_out() {
    let computer = Computer::new("a");
    let (mut desk, id) = group(&computer);
    desk.remove_rule(&id, "quorum", "").unwrap();
    let folder = computer.folder().join("out");
    std::fs::create_dir(&folder).unwrap();
    let draft = desk.export_pack(&id, &folder, PackKind::Draft);
    assert!(draft.is_ok(), "{draft:?}");
    let view = desk.rules_view(&id).unwrap();
    let mut rules = view.parts.iter().flat_map(|part| &part.rules);
    let shows_the_gap = rules.any(|row| format!("{:?}", row.rule).contains("[rule that is not in]"));
    assert!(shows_the_gap, "whoever reads the rule sees what is missing");
}

#[test]
fn comments_join_go_into_no_paper_and_into_no_text_only_file() {
    let one = Computer::new("a");
    let (mut desk, id) = group(&one);
    let sealed = |desk: &mut Desk, name: &str| {
        let folder = one.folder().join(name);
        std::fs::create_dir(&folder).unwrap();
        desk.export_pack(&id, &folder, PackKind::Draft).unwrap().seal
    };
    let before = sealed(&mut desk, "before");
    let (file, words_for_it) = sent(&desk, &id, &one, "there.coop");
    let other = Computer::new("b");
    let mut theirs = other.open();
    theirs.import(&file, Some(&words_for_it)).unwrap();
    desk.set_name("Asha").unwrap();
    theirs.set_name("Bea").unwrap();
    desk.comment(&id, "quorum", "Too many.").unwrap();
    theirs.comment(&id, "quorum", "Too few.").unwrap();
    let (file, words_for_it) = sent(&theirs, &id, &one, "back.coop");
    desk.import(&file, Some(&words_for_it)).unwrap();
    assert!(desk.conflicts(&id).unwrap().is_empty(), "each comment is a field of its own");
    let rules = desk.rules_view(&id).unwrap();
    let mut said: Vec<String> =
        rules.row("quorum").unwrap().comments.iter().map(|one| format!("{}: {}", one.by, one.text)).collect();
    said.sort();
    assert_eq!(said, ["Asha: Too many.", "Bea: Too few."]);
    assert_eq!(sealed(&mut desk, "after"), before, "the pack is the same, byte for byte");
    let file = desk.export(&id, &one.folder().join("text.coop"), ExportKind::Text).unwrap().file;
    assert!(!std::fs::read_to_string(&file).unwrap().contains("Too many."));
    assert!(desk.search("too few").unwrap().hits.iter().any(|hit| hit.to.ends_with("/rules/quorum")));
}
