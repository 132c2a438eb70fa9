//! Erasing people and co-ops, and what is held about somebody.

use std::fs;

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
