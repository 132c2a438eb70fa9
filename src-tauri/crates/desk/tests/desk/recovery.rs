//! Backups on their rhythm, putting one back, and every rung of the ladder.

use std::fs;

use desk::{Answer, Desk, Failure, FailureCode, recovery};

use crate::support::{Computer, begin, decide, text};

fn damage(computer: &Computer, needle: &str) {
    let path = computer.places().store.join("toad-lane.store");
    let mut bytes = fs::read(&path).unwrap();
    let mut flipped = 0;
    for at in 0..bytes.len() - needle.len() {
        if bytes[at..].starts_with(needle.as_bytes()) {
            bytes[at] ^= 1;
            flipped += 1;
        }
    }
    assert!(flipped > 0, "the damage must be there");
    fs::write(path, bytes).unwrap();
}

#[test]
fn backups_are_made_on_their_rhythm() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    assert!(desk.backups_view().unwrap().is_empty(), "there is nothing to back up yet");
    let id = begin(&mut desk, "Northgate");
    drop(desk);
    let whys = |desk: &Desk| -> Vec<String> {
        desk.backups_view().unwrap().into_iter().map(|backup| backup.why).collect()
    };
    assert_eq!(whys(&computer.open()), ["the first opening of that day"]);
    assert_eq!(computer.open().backups_view().unwrap().len(), 1, "once a day");
    computer.clock.set(20_001);
    let mut desk = computer.open();
    assert_eq!(desk.backups_view().unwrap().len(), 2, "and on the next");
    for number in 0..49 {
        decide(&mut desk, &id, "name", format!("Northgate {number}"));
    }
    drop(desk);
    let mut desk = computer.open();
    assert_eq!(desk.backups_view().unwrap().len(), 2, "49 changes are not many");
    decide(&mut desk, &id, "name", "Northgate 50");
    drop(desk);
    let desk = computer.open();
    assert_eq!(whys(&desk)[0], "after many changes");
    assert_eq!(desk.backups_view().unwrap()[0].changes, Some(55));
}

/// Whoever sits before the page founds co-ops, and knows no databases.
#[test]
fn damage_is_told_in_words_of_our_own() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    begin(&mut desk, "Northgate");
    drop(desk);
    let path = computer.places().store.join("toad-lane.store");
    let whole = fs::read(&path).unwrap();
    let pages = whole.len() / 4_096;
    let mut told = 0;
    for page in 0..pages {
        let mut bytes = whole.clone();
        bytes[page * 4_096..(page + 1) * 4_096].fill(0x41);
        fs::write(&path, bytes).unwrap();
        let view = recovery::recovery_view(&computer.places(), &computer.clock, &computer.access()).unwrap();
        let Some(wrong) = view.wrong else { continue };
        let said = format!("{} {}", wrong.sentence, wrong.what_to_do);
        for foreign in ["database", "Tree", "tree", "Page", "SQL", "malformed", "error code", "\n", "***"] {
            assert!(!said.contains(foreign), "page {page}: {said}");
        }
        assert!(said.contains("Go back to a backup"), "page {page}: {said}");
        told += 1;
    }
    assert!(told + 1 >= pages, "{told} of {pages} ruined pages were told");
}

#[test]
fn a_copy_on_a_stick_can_be_put_back() {
    let computer = Computer::new("a");
    let stick = tempfile::tempdir().unwrap();
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    let file = desk.back_up_to(stick.path()).unwrap();
    let second = desk.back_up_to(stick.path()).unwrap();
    assert_ne!(file, second, "what is there is not overwritten");
    assert_eq!(desk.back_up_to(&stick.path().join("none")).unwrap_err().code, FailureCode::Files);
    decide(&mut desk, &id, "name", "Westgate");
    assert_eq!(
        recovery::restore_file(&computer.places(), &computer.access(), &file, None).unwrap_err().code,
        FailureCode::InUse
    );
    drop(desk);
    let aside =
        recovery::restore_file(&computer.places(), &computer.access(), &file, None).unwrap().aside.unwrap();
    assert_eq!(text(&computer.open(), &id, "name").unwrap(), "Northgate");
    assert!(aside.exists());
    // On another computer, where there is nothing yet.
    let other = Computer::new("b");
    recovery::restore_file(&other.places(), &computer.access(), &file, None).unwrap();
    assert_eq!(text(&other.open(), &id, "name").unwrap(), "Northgate");
}

#[test]
fn a_damaged_store_is_told_and_the_backup_with_what_came_since_put_back() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    desk.back_up().unwrap();
    decide(&mut desk, &id, "purpose", "Bread for Halifax");
    decide(&mut desk, &id, "name", "Westgate");
    drop(desk);
    damage(&computer, "Bread for");
    let failure = Desk::open(&computer.places(), Box::new(computer.clock.clone())).err().unwrap();
    assert_eq!(failure.code, FailureCode::Damaged);
    assert!(failure.sentence.contains("damaged") && failure.what_to_do.contains("backup"), "{failure}");

    let view = recovery::recovery_view(&computer.places(), &computer.clock, &computer.access()).unwrap();
    assert_eq!(view.wrong.unwrap().code, FailureCode::Damaged);
    assert_eq!((view.backups.len(), view.since, view.lost), (1, 1, 1));
    assert_eq!(view.ways.len(), 4, "{:?}", view.ways);

    let out = computer.folder().join("readable.txt");
    let count =
        recovery::export_readable(&computer.places(), &computer.clock, &computer.access(), &out).unwrap();
    let readable = fs::read_to_string(&out).unwrap();
    assert_eq!(count, view.readable);
    assert!(
        readable.contains("Westgate") && readable.contains("1 more changes could not be read"),
        "{readable}"
    );

    let recovered =
        recovery::salvage(&computer.places(), &computer.clock, &computer.access(), false).unwrap();
    assert_eq!((recovered.added, recovered.lost), (1, 1));
    assert!(recovered.aside.unwrap().exists());
    let desk = computer.open();
    assert_eq!(text(&desk, &id, "name").unwrap(), "Westgate", "what was done since");
    assert_eq!(text(&desk, &id, "purpose"), None, "what could not be read");
    assert!(
        recovery::recovery_view(&computer.places(), &computer.clock, &computer.access()).is_err(),
        "not while it is open"
    );
    drop(desk);
    assert_eq!(
        recovery::recovery_view(&computer.places(), &computer.clock, &computer.access()).unwrap().wrong,
        None
    );
}

#[test]
fn without_a_backup_what_can_be_read_is_kept() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    decide(&mut desk, &id, "purpose", "Bread for Halifax");
    drop(desk);
    damage(&computer, "Bread for");
    let recovered = recovery::salvage(&computer.places(), &computer.clock, &computer.access(), true).unwrap();
    assert_eq!((recovered.added, recovered.lost), (5, 1));
    assert_eq!(text(&computer.open(), &id, "name").unwrap(), "Northgate");
}

#[test]
fn an_earlier_backup_can_be_put_back_by_its_number() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    desk.back_up().unwrap();
    decide(&mut desk, &id, "name", "Westgate");
    desk.back_up().unwrap();
    let first = desk.backups_view().unwrap().last().unwrap().number;
    drop(desk);
    recovery::restore_backup(&computer.places(), &computer.access(), first).unwrap();
    assert_eq!(text(&computer.open(), &id, "name").unwrap(), "Northgate");
    assert_eq!(
        recovery::restore_backup(&computer.places(), &computer.access(), 99).unwrap_err().code,
        FailureCode::NotFound
    );
}

#[test]
fn a_store_that_is_gone_is_not_begun_over_in_silence() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    desk.back_up().unwrap();
    drop(desk);
    let file = computer.places().store.join("toad-lane.store");
    for empty in [false, true] {
        fs::remove_file(&file).unwrap();
        if empty {
            fs::write(&file, "").unwrap();
        }
        let failure = Desk::open(&computer.places(), Box::new(computer.clock.clone())).err().unwrap();
        assert_eq!(failure.code, FailureCode::Damaged, "{failure}");
        let view = recovery::recovery_view(&computer.places(), &computer.clock, &computer.access()).unwrap();
        assert_eq!((view.backups.len(), view.readable), (1, 0));
        recovery::salvage(&computer.places(), &computer.clock, &computer.access(), false).unwrap();
        assert_eq!(text(&computer.open(), &id, "name").unwrap(), "Northgate");
    }
    fs::remove_file(&file).unwrap();
    recovery::salvage(&computer.places(), &computer.clock, &computer.access(), true).unwrap();
    assert!(computer.open().desk_view().unwrap().formations.is_empty(), "who wants to begin over may");
}

/// A co-op whose store is so long that it is open before it was checked.
fn long(computer: &Computer) -> String {
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    decide(&mut desk, &id, "purpose", "Bread for Halifax");
    for number in 0..115 {
        let reason = format!("{number} {}", "bread ".repeat(32_000));
        let answer = Answer { value: Some("Halifax".into()), status: "agreed".to_owned(), reason };
        desk.decide(&id, "community", &answer).unwrap();
    }
    decide(&mut desk, &id, "community", "Halifax");
    drop(desk);
    let length = fs::metadata(computer.places().store.join("toad-lane.store")).unwrap().len();
    assert!(length > 20_000_000, "{length} bytes are not a long store");
    id
}

/// Waits for the check of a long store.
fn checked(desk: &mut Desk) -> Result<(), Failure> {
    while desk.is_being_checked() {
        desk.look_after()?;
        std::thread::yield_now();
    }
    Ok(())
}

#[test]
fn damage_that_is_found_while_people_work_is_told_and_what_they_did_is_kept() {
    let computer = Computer::new("a");
    let id = long(&computer);
    computer.open().back_up().unwrap();
    damage(&computer, "Bread for");
    let path = computer.places().store.join("toad-lane.store");
    let found = fs::read(&path).unwrap();

    let mut desk = computer.open();
    assert!(desk.is_being_checked());
    decide(&mut desk, &id, "name", "Westgate");
    let failure = checked(&mut desk).unwrap_err();
    assert_eq!(failure.code, FailureCode::Damaged);
    assert!(failure.sentence.contains("a value was altered"), "{failure}");
    assert!(failure.sentence.contains("Toad Lane has not touched it since"), "{failure}");
    drop(desk);
    assert!(fs::read(&path).unwrap() == found, "the file is as it was found");

    let view = recovery::recovery_view(&computer.places(), &computer.clock, &computer.access()).unwrap();
    assert_eq!(view.wrong.unwrap().code, FailureCode::Damaged);
    assert_eq!((view.since, view.lost), (1, 1));
    let recovered =
        recovery::salvage(&computer.places(), &computer.clock, &computer.access(), false).unwrap();
    assert_eq!((recovered.added, recovered.lost), (1, 1));
    let mut desk = computer.open();
    assert_eq!(text(&desk, &id, "name").unwrap(), "Westgate", "what was done before anybody knew");
    assert_eq!(text(&desk, &id, "purpose").unwrap(), "Bread for Halifax", "out of the backup");
    checked(&mut desk).unwrap();
}

#[test]
fn a_long_store_is_cared_for_once_it_is_known_to_be_whole() {
    let computer = Computer::new("a");
    long(&computer);
    let backups = |desk: &Desk| desk.backups_view().unwrap().len();
    computer.clock.set(20_001);
    let mut desk = computer.open();
    assert_eq!(backups(&desk), 1, "the one of the busy day before: nothing is due until it was checked");
    checked(&mut desk).unwrap();
    assert_eq!(backups(&desk), 2, "the day's backup");
    assert_eq!(desk.notice(), None);
    drop(desk);
    computer.clock.set(20_002);
    let desk = computer.open();
    assert!(desk.is_being_checked());
    drop(desk);
    assert_eq!(
        backups(&computer.open()),
        3,
        "made when the desk closed, though nobody had waited for the check"
    );
}
