//! Undoing, looking back and putting back, across restarts; the bin and its thirty days.

use desk::view::{ActKind, ActRow, TakenOutKind, offered};
use desk::{FailureCode, RuleWords};

use crate::support::{Computer, begin, decide, person, text};

#[test]
fn undo_and_redo_go_on_after_a_restart() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    let other = begin(&mut desk, "Southgate");
    decide(&mut desk, &id, "name", "Northgate Bakers");
    decide(&mut desk, &other, "name", "Southgate Carers");
    decide(&mut desk, &id, "name", "Northgate Bakers Co-operative");
    drop(desk);
    let mut desk = computer.open();
    let question = desk.undo(&id).unwrap().unwrap();
    assert!(question.contains("name") || question.contains("called"), "{question}");
    assert_eq!(text(&desk, &id, "name").unwrap(), "Northgate Bakers");
    assert_eq!(text(&desk, &other, "name").unwrap(), "Southgate Carers", "another co-op is left alone");
    drop(desk);
    let mut desk = computer.open();
    desk.redo(&id).unwrap().unwrap();
    assert_eq!(text(&desk, &id, "name").unwrap(), "Northgate Bakers Co-operative");
    assert_eq!(desk.redo(&id).unwrap(), None);
    desk.undo(&id).unwrap().unwrap();
    desk.undo(&id).unwrap().unwrap();
    assert_eq!(text(&desk, &id, "name").unwrap(), "Northgate");
    decide(&mut desk, &id, "name", "Westgate");
    assert_eq!(desk.redo(&id).unwrap(), None, "after something new there is no again");
    let history = desk.history_view(&id).unwrap();
    assert_eq!(history.acts.len(), 8, "nothing was taken out of the history");
    assert_eq!(history.acts[1].kind, ActKind::Reverted);
    let line = &history.acts[0].lines[0];
    assert_eq!((line.before.as_str(), line.after.as_str()), ("Northgate (proposed)", "Westgate (agreed)"));
}

#[test]
fn who_took_an_answer_down_is_known_where_they_said_their_name() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    assert!(desk.taken_down(&id).unwrap().is_empty(), "nobody said their name");
    desk.set_name("Asha Patel").unwrap();
    decide(&mut desk, &id, "name", "Northgate Bakers");
    desk.set_name("Bea Jones").unwrap();
    decide(&mut desk, &id, "purpose", "To bake good bread together.");
    let taken_down = desk.taken_down(&id).unwrap();
    let by: Vec<_> =
        taken_down.iter().map(|(slug, by)| (slug.as_str(), by.split(',').next().unwrap())).collect();
    assert_eq!(by, [("name", "Asha Patel"), ("purpose", "Bea Jones")]);
}

#[test]
fn any_moment_can_be_seen_compared_and_put_back() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    let asha = desk.save_person(&id, None, &person("Asha", "Patel")).unwrap();
    let then = desk.history_view(&id).unwrap().acts[0].moment;
    let before = desk.formation(&id).unwrap();
    decide(&mut desk, &id, "name", "Westgate");
    desk.save_person(&id, None, &person("Bea", "Jones")).unwrap();
    desk.remove_person(&id, &asha).unwrap();
    assert_eq!(desk.formation_at(&id, then).unwrap(), before);

    let differs = desk.compare_moments(&id, Some(then), None).unwrap();
    let lines: Vec<_> =
        differs.lines.iter().map(|line| format!("{}: {} > {}", line.what, line.before, line.after)).collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines.iter().any(|line| line == "Asha Patel: entered > taken out"), "{lines:?}");
    assert!(lines.iter().any(|line| line == "Bea Jones: nothing > entered"), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("Northgate (proposed) > Westgate (agreed)")), "{lines:?}");
    assert!(!differs.rules.is_empty(), "a rule that names the co-op differs");

    assert_eq!(desk.restore(&id, then).unwrap(), 3);
    assert_eq!(desk.formation(&id).unwrap(), before);
    assert_eq!(desk.compare_moments(&id, Some(then), None).unwrap(), Default::default());
    desk.undo(&id).unwrap().unwrap();
    assert_eq!(text(&desk, &id, "name").unwrap(), "Westgate", "putting back can itself be undone");
    assert_eq!(desk.restore(&id, 999_999).unwrap(), 0, "a moment to come is now");
    assert_eq!(desk.formation_at("nowhere", 1).unwrap_err().code, FailureCode::NotFound);
}

#[test]
fn a_person_taken_out_can_be_brought_back() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    let asha = desk.save_person(&id, None, &person("Asha", "Patel")).unwrap();
    let before = desk.formation(&id).unwrap();
    desk.remove_person(&id, &asha).unwrap();
    let removed = desk.history_view(&id).unwrap().removed;
    assert_eq!((removed[0].id.as_str(), removed[0].name.as_str()), (asha.as_str(), "Asha Patel"));
    let bin = desk.bin_view().unwrap().taken_out;
    assert_eq!(
        (bin[0].formation.as_str(), bin[0].co_op.as_str(), &bin[0].row),
        (&*id, "Northgate", &removed[0])
    );
    desk.bring_back_taken_out(&id, TakenOutKind::Person, &asha).unwrap();
    assert_eq!(desk.formation(&id).unwrap(), before);
    assert!(desk.history_view(&id).unwrap().removed.is_empty());
    assert!(desk.bin_view().unwrap().taken_out.is_empty());
}

fn dogs() -> RuleWords {
    let [heading, text] = ["Dogs in the bakehouse", "Dogs may wait by the door."].map(str::to_owned);
    RuleWords { heading, text, provides: Vec::new(), why: String::new() }
}

#[test]
fn a_rule_of_their_own_comes_back_to_where_it_stood_with_its_latest_words() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    let rule = desk.add_rule(&id, "quorum", &dogs()).unwrap();
    let longer = RuleWords { text: "Dogs may wait by the door. Cats may not.".to_owned(), ..dogs() };
    desk.reword(&id, &rule, &longer).unwrap();
    desk.move_rule(&id, &rule, true).unwrap();
    // A rule of the model's that was reworded and put back is not taken out.
    desk.reword(&id, "quorum", &RuleWords { heading: "Quorum".to_owned(), ..dogs() }).unwrap();
    desk.put_back(&id, "quorum").unwrap();
    let before = desk.formation(&id).unwrap();
    desk.remove_rule(&id, &rule, "").unwrap();
    let removed = desk.history_view(&id).unwrap().removed;
    assert_eq!(removed.len(), 1, "{removed:?}");
    let (row, name) = (&removed[0], "Dogs in the bakehouse");
    assert_eq!((row.kind, row.name.as_str(), row.days_left), (TakenOutKind::Rule, name, 30));
    assert_eq!(row.id, rule);
    let acts = desk.history_view(&id).unwrap().acts.len();
    desk.bring_back_taken_out(&id, TakenOutKind::Rule, &rule).unwrap();
    assert_eq!(desk.formation(&id).unwrap(), before);
    assert_eq!(desk.history_view(&id).unwrap().acts.len(), acts + 1, "it is a new change");
    let again = desk.bring_back_taken_out(&id, TakenOutKind::Rule, &rule).unwrap_err();
    assert_eq!(again.code, FailureCode::NotFound, "it is in");
    let quorum = desk.bring_back_taken_out(&id, TakenOutKind::Rule, "quorum").unwrap_err();
    assert_eq!(quorum.code, FailureCode::NotFound);
}

#[test]
fn a_long_history_offers_its_first_moment_and_those_compared() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    for day in 0..3 {
        computer.clock.set(20_000 + day);
        for note in 0..75 {
            desk.add_note(&id, &format!("Note {note} of day {day}")).unwrap();
        }
    }
    let acts = desk.history_view(&id).unwrap().acts;
    assert_eq!(acts.len(), 226);
    let moments: Vec<i64> = offered(&acts, 50, &[acts[70].moment]).iter().map(|act| act.moment).collect();
    let expected = [70, 75, 150, 225].map(|index: usize| acts[index].moment);
    assert_eq!((moments.len(), &moments[50..]), (54, &expected[..]));
    // Those that are offered say what they changed, the others only when they were.
    let telling = desk.history_telling(&id, 50, &[acts[70].moment]).unwrap().acts;
    for (index, (told, whole)) in telling.iter().zip(&acts).enumerate() {
        let lines = if moments.contains(&whole.moment) { whole.lines.clone() } else { Vec::new() };
        assert_eq!(told, &ActRow { lines, ..whole.clone() }, "act {index}");
        assert!(!whole.lines.is_empty(), "act {index}");
    }
    assert_eq!(telling.len(), acts.len());
}

#[test]
fn a_removed_co_op_waits_in_the_bin() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    let before = desk.formation(&id).unwrap();
    desk.remove(&id).unwrap();
    assert!(desk.desk_view().unwrap().formations.is_empty());
    assert_eq!(desk.formation(&id).unwrap_err().code, FailureCode::NotFound);
    let bin = desk.bin_view().unwrap().formations;
    assert_eq!((bin.len(), bin[0].name.as_str(), bin[0].days_left), (1, "Northgate", 30));
    desk.bring_back(&id).unwrap();
    assert_eq!(desk.formation(&id).unwrap(), before);
    assert!(desk.bin_view().unwrap().formations.is_empty());
}

/// A co-op that was brought back is not put into the bin by undoing: what is undone is what came before.
#[test]
fn undoing_passes_over_the_bin() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    decide(&mut desk, &id, "name", "Westgate");
    let before = desk.reversible(&id).unwrap();
    desk.remove(&id).unwrap();
    desk.bring_back(&id).unwrap();
    assert_eq!(desk.reversible(&id).unwrap(), before, "it offers what it offered before");
    desk.undo(&id).unwrap().unwrap();
    assert!(desk.bin_view().unwrap().formations.is_empty());
    assert_eq!(text(&desk, &id, "name").unwrap(), "Northgate");
    desk.redo(&id).unwrap().unwrap();
    assert_eq!(text(&desk, &id, "name").unwrap(), "Westgate");
    desk.remove(&id).unwrap();
    desk.undo(&id).unwrap().unwrap();
    assert_eq!(desk.bin_view().unwrap().formations.len(), 1, "it stays in the bin until it is brought back");
}

/// Days on which the desk is opened after the removal on day 20,000; whether the bin is empty at the end.
#[test]
fn the_bin_is_emptied_after_thirty_days_by_two_days_clocks() {
    let cases: &[(&str, &[i64], bool)] = &[
        ("at once", &[20_000], false),
        ("29 days", &[20_010, 20_020, 20_029], false),
        ("31 days, the first opening that says so", &[20_020, 20_031], false),
        ("31 and 32 days", &[20_031, 20_032], true),
        ("twice on the 31st day", &[20_031, 20_031], false),
        ("a clock that leaps a century ahead", &[60_000, 20_001, 20_002], false),
        ("a clock set back to 1970", &[0, 1, 20_002], false),
        ("a year later, and the day after", &[20_365, 20_366], true),
    ];
    for (name, days, emptied) in cases {
        let computer = Computer::new("a");
        let mut desk = computer.open();
        let gone = begin(&mut desk, "Gone Away Co-operative");
        let kept = begin(&mut desk, "Kept");
        desk.remove(&gone).unwrap();
        drop(desk);
        for day in *days {
            computer.clock.set(*day);
            drop(computer.open());
        }
        let desk = computer.open();
        assert!(desk.notice().is_none(), "{name}: {:?}", desk.notice());
        assert_eq!(desk.bin_view().unwrap().formations.is_empty(), *emptied, "{name}");
        assert_eq!(!computer.holds("Gone Away"), *emptied, "{name}: words in the files");
        assert_eq!(text(&desk, &kept, "name").unwrap(), "Kept", "{name}");
    }
}

/// Days on which the desk is opened after something was taken out on day 20,000; whether it is gone at the end.
#[test]
fn what_was_taken_out_goes_after_thirty_days_by_two_days_clocks() {
    let cases: &[(&str, &[i64], bool)] = &[
        ("29 days", &[20_010, 20_020, 20_029], false),
        ("31 days, the first opening that says so", &[20_020, 20_031], false),
        ("31 and 32 days", &[20_031, 20_032], true),
        ("twice on the 31st day", &[20_031, 20_031], false),
        ("a clock that leaps a century ahead", &[60_000, 20_001, 20_002], false),
    ];
    for (name, days, emptied) in cases {
        let computer = Computer::new("a");
        let mut desk = computer.open();
        let id = begin(&mut desk, "Kept");
        let gone = desk.save_person(&id, None, &person("Asha", "Needlewoman")).unwrap();
        desk.save_person(&id, None, &person("Bea", "Jones")).unwrap();
        let rule = desk.add_rule(&id, "quorum", &dogs()).unwrap();
        let [heading, text] = ["Cats", "Cats may not."].map(str::to_owned);
        desk.add_rule(&id, "quorum", &RuleWords { heading, text, ..dogs() }).unwrap();
        desk.remove_person(&id, &gone).unwrap();
        desk.remove_rule(&id, &rule, "").unwrap();
        drop(desk);
        for day in *days {
            computer.clock.set(*day);
            drop(computer.open());
        }
        let desk = computer.open();
        assert!(desk.notice().is_none(), "{name}: {:?}", desk.notice());
        assert_eq!(desk.history_view(&id).unwrap().removed.is_empty(), *emptied, "{name}");
        assert_eq!(desk.bin_view().unwrap().taken_out.is_empty(), *emptied, "{name}");
        for needle in ["Needlewoman", "Dogs may wait"] {
            assert_eq!(!computer.holds(needle), *emptied, "{name}: {needle} in the files");
        }
        let formation = desk.formation(&id).unwrap();
        assert_eq!((formation.people.len(), formation.edits.added()), (1, 1), "{name}: what is in stays");
    }
}

/// The clock is far behind on the day of the removal: as after a flat battery. Days on which the desk is opened after that,
/// and whether it is gone at the end.
#[test]
fn what_is_removed_while_the_clock_is_behind_has_its_thirty_days() {
    let cases: &[(&str, &[i64], bool)] = &[
        ("the clock is put right", &[20_000], false),
        ("the days after", &[20_000, 20_001, 20_002], false),
        (
            "every day for three weeks",
            &[20_000, 20_001, 20_003, 20_005, 20_009, 20_013, 20_020, 20_021],
            false,
        ),
        ("40 and 41 days", &[20_000, 20_001, 20_040, 20_041], true),
    ];
    for (name, days, emptied) in cases {
        let computer = Computer::new("a");
        computer.clock.set(19_998);
        let mut desk = computer.open();
        let gone = begin(&mut desk, "Gone Away Co-operative");
        let kept = begin(&mut desk, "Kept");
        let asha = desk.save_person(&kept, None, &person("Asha", "Needlewoman")).unwrap();
        drop(desk);
        computer.clock.set(19_999);
        drop(computer.open());
        computer.clock.set(18_000);
        let mut desk = computer.open();
        desk.remove(&gone).unwrap();
        desk.remove_person(&kept, &asha).unwrap();
        drop(desk);
        for day in *days {
            computer.clock.set(*day);
            drop(computer.open());
        }
        let desk = computer.open();
        assert!(desk.notice().is_none(), "{name}: {:?}", desk.notice());
        let bin = desk.bin_view().unwrap();
        assert_eq!((bin.formations.is_empty(), bin.taken_out.is_empty()), (*emptied, *emptied), "{name}");
        for needle in ["Gone Away", "Needlewoman"] {
            assert_eq!(!computer.holds(needle), *emptied, "{name}: {needle} in the files");
        }
    }
}

#[test]
fn emptying_the_bin_of_many_makes_one_backup_and_leaves_those_of_earlier_days() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    begin(&mut desk, "Kept");
    for number in 0..12 {
        let gone = begin(&mut desk, &format!("Gone {number}"));
        desk.remove(&gone).unwrap();
    }
    drop(desk);
    for day in [20_028, 20_029, 20_031] {
        computer.clock.set(day);
        drop(computer.open());
    }
    computer.clock.set(20_032);
    let desk = computer.open();
    assert!(desk.bin_view().unwrap().formations.is_empty());
    let made: Vec<_> = desk.backups_view().unwrap().into_iter().map(|row| row.made).collect();
    for day in ["day 20028", "day 20029", "day 20031"] {
        assert!(made.iter().any(|one| one == day), "{day}: {made:?}");
    }
    assert_eq!(made.iter().filter(|one| *one == "day 20032").count(), 2, "the day's, and one before erasing");
}
