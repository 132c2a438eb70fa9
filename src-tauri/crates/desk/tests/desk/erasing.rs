//! Erasing people and co-ops, and what is held about somebody.

use std::fs;

use desk::exchange::ExportKind;

use crate::support::{Computer, begin, decide, person};

#[test]
fn an_erased_person_is_in_no_file_and_texts_that_name_them_are_listed() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    let asha = desk.save_person(&id, None, &person("Asha", "Needlewoman")).unwrap();
    let mut moved = person("Asha", "Needlewoman");
    moved.home.lines = "7 Hidden Yard".to_owned();
    desk.save_person(&id, Some(&asha), &moved).unwrap();
    desk.save_person(&id, None, &person("Bea", "Jones")).unwrap();
    decide(&mut desk, &id, "purpose", "Asha bakes bread for Halifax.");
    desk.back_up().unwrap();
    let needles = ["Needlewoman", "Hidden Yard", "asha@example.org"];
    for needle in needles {
        assert!(computer.holds(needle), "the scan must be able to find {needle}");
    }

    let about = desk.about_person(&id, &asha).unwrap();
    for held in
        ["Asha Needlewoman", "7 Hidden Yard", "12 Well Lane", "1990-04-12", "asha@example.org", "bakes bread"]
    {
        assert!(about.contains(held), "{held} is missing in:\n{about}");
    }
    assert!(!about.contains("Jones"), "nothing of others");
    let out = desk.write_about_person(&id, &asha, computer.folder()).unwrap();
    let name = out.file_name().unwrap().to_string_lossy().to_lowercase();
    assert!(!name.contains("asha") && !name.contains("northgate"), "{name}");
    assert_eq!(fs::read_to_string(out).unwrap(), about);

    let erased = desk.erase_person(&id, &asha).unwrap();
    for needle in needles {
        assert!(!computer.holds(needle), "{needle} is still there");
    }
    assert_eq!(erased.left, Vec::<std::path::PathBuf>::new());
    assert_eq!(erased.mentions.len(), 1, "{:?}", erased.mentions);
    assert!(erased.mentions[0].after.contains("Asha bakes"));
    assert!(computer.holds("Jones"));
    assert_eq!(desk.formation(&id).unwrap().people.len(), 1);
    assert!(
        desk.history_view(&id)
            .unwrap()
            .acts
            .iter()
            .flat_map(|act| &act.lines)
            .any(|line| line.what.contains("erased"))
    );
    assert!(desk.history_view(&id).unwrap().removed.is_empty());
    assert!(desk.about_person(&id, &asha).is_err());
    assert!(desk.erase_person(&id, &asha).is_err());
    desk.undo(&id).unwrap();
    drop(desk);
    assert!(!computer.holds("Needlewoman"), "after closing");
    assert_eq!(computer.open().formation(&id).unwrap().people.len(), 1);
}

#[test]
fn that_somebody_was_taken_out_goes_along_once_they_are_erased() {
    let [one, edited, untouched] = ["one", "edited", "untouched"].map(Computer::new);
    let folder = tempfile::tempdir().unwrap();
    let mut desk = one.open();
    let id = begin(&mut desk, "Northgate");
    let asha = desk.save_person(&id, None, &person("Asha", "Needlewoman")).unwrap();
    let before = desk.export(&id, &folder.path().join("before.coop"), ExportKind::Full).unwrap();
    desk.remove_person(&id, &asha).unwrap();
    desk.erase_person(&id, &asha).unwrap();
    assert!(!one.holds("Needlewoman"));
    assert!(desk.about_person(&id, &asha).is_err(), "nothing is held");
    assert!(desk.erase_person(&id, &asha).is_err(), "nothing is held");
    let after = desk.export(&id, &folder.path().join("after.coop"), ExportKind::Full).unwrap();

    for (computer, is_edited) in [(&edited, true), (&untouched, false)] {
        let mut other = computer.open();
        other.import(&before.file, before.words.as_deref()).unwrap();
        if is_edited {
            other.save_person(&id, Some(&asha), &person("Asha", "Elsewhere")).unwrap();
        }
        let imported = other.import(&after.file, after.words.as_deref()).unwrap();
        assert_eq!(imported.conflicts, usize::from(is_edited));
        assert_eq!(other.formation(&id).unwrap().people.len(), usize::from(is_edited));
    }
}

#[test]
fn erasing_that_was_cut_short_is_finished_when_asked_again_and_on_the_next_day() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    let asha = desk.save_person(&id, None, &person("Asha", "Needlewoman")).unwrap();
    desk.erase_person(&id, &asha).unwrap();
    // What the store leaves beside its file until that is clean.
    let note = computer.places().store.join("toad-lane.store.erasing");
    assert!(!note.exists());
    fs::write(&note, "").unwrap();
    desk.erase_person(&id, &asha).unwrap();
    assert!(!note.exists());
    assert!(desk.erase_person(&id, &asha).is_err(), "it is finished");
    fs::write(&note, "").unwrap();
    drop(desk);
    computer.clock.set(20_001);
    drop(computer.open());
    assert!(!note.exists());
}

#[test]
fn an_erased_co_op_is_in_no_file() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Needlework Co-operative");
    let kept = begin(&mut desk, "Kept");
    desk.back_up().unwrap();
    assert!(computer.holds("Needlework"));
    desk.erase_formation(&id).unwrap();
    assert!(!computer.holds("Needlework"));
    assert!(desk.formation(&id).is_err());
    assert!(desk.bin_view().unwrap().formations.is_empty());
    assert_eq!(desk.desk_view().unwrap().formations.len(), 1);
    assert!(desk.formation(&kept).is_ok());
    assert!(desk.erase_formation(&id).is_err());
}

/// A needle in every place that can name somebody. What the report does not name is in no file; what is in a file, the
/// report names.
#[test]
fn whatever_still_names_an_erased_person_is_in_the_report_and_nothing_else_is_in_a_file() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    // A short name, which is a word in none of the needles by chance.
    desk.set_name("Bo Li").unwrap();
    let id = begin(&mut desk, "Northgate");
    let other = begin(&mut desk, "Westgate");
    let binned = begin(&mut desk, "Eastgate");
    desk.set_name("").unwrap();
    let mut typed = person("Bo", "Li");
    typed.middle = "Nixi".to_owned();
    typed.former = "Qvist".to_owned();
    typed.home.lines = "needle-home-before".to_owned();
    let bo = desk.save_person(&id, None, &typed).unwrap();
    typed.home.lines = "needle-home".to_owned();
    desk.save_person(&id, Some(&bo), &typed).unwrap();
    desk.save_person(&id, None, &person("Bea", "needle-of-bea")).unwrap();
    desk.save_person(&other, None, &person("Bo", "Li")).unwrap();
    let answer = |value: &str, reason: &str| desk::Answer {
        value: Some(value.into()),
        status: "agreed".to_owned(),
        reason: reason.to_owned(),
    };
    desk.decide(&id, "purpose", &answer("Bo needle-answer-before", "")).unwrap();
    desk.decide(&id, "purpose", &answer("Plain", "Li needle-reason")).unwrap();
    desk.decide(&id, "registered-email", &answer("needle-answer.nixi@example.org", "")).unwrap();
    desk.accept(&id, "some-check", "decision:name", "Bo Li", "needle-accepted").unwrap();
    desk.comment(&id, "quorum", "Ask Bo: needle-comment").unwrap();
    desk.add_note(&id, "Ms Qvist needle-note").unwrap();
    let rule = desk::RuleWords {
        heading: "Quorum".to_owned(),
        text: "Half of us and Bo, needle-rule.".to_owned(),
        ..desk::RuleWords::default()
    };
    desk.reword(&id, "quorum", &rule).unwrap();
    desk.decide(&other, "purpose", &answer("Like Bo, needle-elsewhere", "")).unwrap();
    desk.decide(&binned, "purpose", &answer("Bo needle-in-the-bin", "")).unwrap();
    desk.remove(&binned).unwrap();
    desk.decide(
        &other,
        "objects",
        &desk::Answer {
            value: Some(serde_json::json!(["needle-of-others, a boat and a lift"])),
            ..answer("", "")
        },
    )
    .unwrap();
    desk.set_name("Bo Li").unwrap();
    desk.back_up().unwrap();

    let erased_needles = ["needle-home-before", "needle-home", "1990-04-12", "bo@example.org"];
    let named = [
        "needle-answer-before",
        "needle-reason",
        "needle-answer.nixi",
        "needle-accepted",
        "needle-comment",
        "needle-note",
        "needle-rule",
        "needle-elsewhere",
        "needle-in-the-bin",
    ];
    let about = desk.about_person(&id, &bo).unwrap();
    for needle in erased_needles.iter().chain(&named) {
        assert!(computer.holds(needle), "the scan must be able to find {needle}");
        assert!(about.contains(needle), "{needle} is missing in:\n{about}");
    }
    for words in
        ["Bo Li (", "settings of this computer", "Westgate", "Eastgate", "earlier", "who made each change"]
    {
        assert!(about.contains(words), "{words} is missing in:\n{about}");
    }
    for others in ["needle-of-bea", "needle-of-others"] {
        assert!(!about.contains(others), "{others} is nobody\u{2019}s business in:\n{about}");
    }

    let erased = desk.erase_person(&id, &bo).unwrap();
    let report: String =
        erased.mentions.iter().map(|line| format!("{}: {}\n", line.what, line.after)).collect();
    // Whoever has the same name elsewhere keeps what was entered there: it is told, and erased there.
    assert!(report.contains("A person, in the co-op \u{201c}Westgate\u{201d}: Bo Li"), "{report}");
    for needle in ["needle-home-before", "needle-home"] {
        assert!(!computer.holds(needle) && !report.contains(needle), "{needle} is still there");
    }
    for needle in named {
        assert!(
            computer.holds(needle) && report.contains(needle),
            "{needle} is not in the report:\n{report}"
        );
    }
    assert!(report.contains("Bo Li (") && report.contains("settings of this computer"), "{report}");
    drop(desk);
    assert!(!computer.holds("needle-home"), "after closing");
}
