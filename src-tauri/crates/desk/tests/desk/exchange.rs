//! Handing a co-op on, joining copies, and files made to do harm.

use std::fs;
use std::path::Path;

use desk::exchange::{Coop, ExportKind, merge};
use desk::{Desk, FailureCode, PackKind};

use crate::support::{Computer, begin, decide, person, text};

fn send(from: &Desk, id: &str, folder: &Path, name: &str) -> (std::path::PathBuf, String) {
    let exported = from.export(id, &folder.join(name), ExportKind::Full).unwrap();
    (exported.file, exported.words.unwrap())
}

#[test]
fn two_peoples_copies_join_and_what_they_disagree_on_is_settled_once() {
    let (asha, bea) = (Computer::new("asha"), Computer::new("bea"));
    let folder = tempfile::tempdir().unwrap();
    let mut one = asha.open();
    let id = begin(&mut one, "Northgate");
    one.save_person(&id, None, &person("Asha", "Patel")).unwrap();
    let (file, words) = send(&one, &id, folder.path(), "to-bea.coop");
    assert_eq!(words.split(' ').count(), 5);
    let bytes = fs::read(&file).unwrap();
    assert!(!bytes.windows(5).any(|window| window == b"Patel"), "people are never in the open");

    let mut other = bea.open();
    let failure = other.preview_import(&file, None).unwrap_err();
    assert_eq!((failure.code, failure.field.as_deref()), (FailureCode::Input, Some("words")));
    assert!(other.preview_import(&file, Some("five words that are wrong")).is_err());
    let preview = other.preview_import(&file, Some(&words)).unwrap();
    assert!(preview.is_new && preview.changes == 6 && preview.name == "Northgate", "{preview:?}");
    assert!(other.desk_view().unwrap().formations.is_empty(), "a preview writes nothing");
    let imported = other.import(&file, Some(&words.to_uppercase())).unwrap();
    assert_eq!((imported.formation.as_str(), imported.changes, imported.conflicts), (id.as_str(), 6, 0));
    assert_eq!(other.formation(&id).unwrap(), one.formation(&id).unwrap());

    decide(&mut one, &id, "name", "Northgate Bakers");
    decide(&mut one, &id, "purpose", "Bread");
    decide(&mut other, &id, "name", "Northgate Bread");
    other.save_person(&id, None, &person("Bea", "Jones")).unwrap();
    let (file, words) = send(&other, &id, folder.path(), "to-asha.coop");
    let preview = one.preview_import(&file, Some(&words)).unwrap();
    assert!(!preview.is_new && preview.changes == 2);
    let backups = one.backups_view().unwrap().len();
    let imported = one.import(&file, Some(&words)).unwrap();
    assert_eq!((imported.changes, imported.conflicts), (2, 1));
    assert_eq!(one.backups_view().unwrap().len(), backups + 1, "a backup before");
    assert_eq!(one.import(&file, Some(&words)).unwrap().changes, 0, "again changes nothing");
    let conflicts = one.conflicts(&id).unwrap();
    assert_eq!(conflicts, preview.conflicts, "the preview said so");
    let values: Vec<_> = conflicts[0].sides.iter().map(|side| side.value.as_str()).collect();
    assert_eq!(values, ["Northgate Bakers (agreed)", "Northgate Bread (agreed)"]);
    assert_eq!(one.formation(&id).unwrap().people.len(), 2);
    let chosen = &conflicts[0].sides[0];
    one.settle(&id, &conflicts[0].field, &chosen.change).unwrap();
    assert!(one.conflicts(&id).unwrap().is_empty());
    assert_eq!(text(&one, &id, "name").unwrap(), "Northgate Bakers");
    let (file, words) = send(&one, &id, folder.path(), "back.coop");
    other.import(&file, Some(&words)).unwrap();
    assert!(other.conflicts(&id).unwrap().is_empty());
    assert_eq!(other.formation(&id).unwrap(), one.formation(&id).unwrap());
    // Both copies write the same file, apart from its encryption: the round trip loses nothing.
    let (mine, my_words) = send(&one, &id, folder.path(), "mine.coop");
    let (theirs, their_words) = send(&other, &id, folder.path(), "theirs.coop");
    let mine = Coop::from_file(&mine, Some(&my_words)).unwrap();
    let theirs = Coop::from_file(&theirs, Some(&their_words)).unwrap();
    assert_eq!(mine.fields(), theirs.fields());
    assert_eq!(merge(&mine, &theirs).unwrap().write(), mine.write(), "joining them adds nothing");
    assert_eq!(Coop::read(&mine.write()).unwrap().write(), mine.write());
}

/// Which of two versions is shown is not what anybody decided: it must not be signed.
#[test]
fn no_final_pack_is_made_while_copies_disagree() {
    let (asha, bea) = (Computer::new("asha"), Computer::new("bea"));
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut other) = (asha.open(), bea.open());
    one.set_name("Asha Patel").unwrap();
    other.set_name("Bea Jones").unwrap();
    let id = begin(&mut one, "Northgate");
    let (file, words) = send(&one, &id, folder.path(), "to-bea.coop");
    other.import(&file, Some(&words)).unwrap();
    decide(&mut one, &id, "name", "Hillside");
    decide(&mut other, &id, "name", "Valley");
    assert_eq!(other.tasks_view(&id).unwrap().conflicts, 0);
    let (file, words) = send(&one, &id, folder.path(), "again.coop");
    assert_eq!(other.import(&file, Some(&words)).unwrap().conflicts, 1);

    let failure = other.export_pack(&id, folder.path(), PackKind::Final).unwrap_err();
    assert_eq!(failure.code, FailureCode::Blocked, "{failure}");
    assert!(failure.sentence.contains("Copies disagree on 1 thing"), "{failure}");
    assert!(failure.what_to_do.contains("Hand it on"), "{failure}");
    other.export_pack(&id, folder.path(), PackKind::Draft).unwrap();
    assert_eq!(other.tasks_view(&id).unwrap().conflicts, 1);
    assert_eq!(other.pack_view(&id).unwrap().conflicts, 1);
    assert!(other.question_view(&id, "name").unwrap().disputed);
    assert!(!other.question_view(&id, "purpose").unwrap().disputed);
    // What came in last is not what is shown.
    assert_eq!(text(&other, &id, "name").as_deref(), Some("Valley"));
    let by = other.taken_down(&id).unwrap().remove("name").unwrap();
    assert!(by.starts_with("Bea Jones"), "{by}");

    let conflict = other.conflicts(&id).unwrap().remove(0);
    let hillside = conflict.sides.iter().find(|side| side.value.contains("Hillside")).unwrap();
    other.settle(&id, &conflict.field, &hillside.change).unwrap();
    assert_eq!(other.tasks_view(&id).unwrap().conflicts, 0);
    assert_eq!(other.pack_view(&id).unwrap().conflicts, 0);
    assert!(!other.question_view(&id, "name").unwrap().disputed);
    let failure = other.export_pack(&id, folder.path(), PackKind::Final).unwrap_err();
    assert!(!failure.sentence.contains("disagree"), "what else stops it: {failure}");
}

/// What came in would be erased with the rest when the thirty days of the bin are over.
#[test]
fn nothing_joins_a_co_op_that_is_in_the_bin_or_was_erased() {
    let (asha, bea) = (Computer::new("asha"), Computer::new("bea"));
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut other) = (asha.open(), bea.open());
    let id = begin(&mut one, "Northgate");
    let (file, words) = send(&one, &id, folder.path(), "to-bea.coop");
    other.import(&file, Some(&words)).unwrap();
    decide(&mut other, &id, "purpose", "Bread");
    let (file, words) = send(&other, &id, folder.path(), "to-asha.coop");

    one.remove(&id).unwrap();
    let backups = one.backups_view().unwrap().len();
    let failures =
        [one.preview_import(&file, Some(&words)).unwrap_err(), one.import(&file, Some(&words)).unwrap_err()];
    for failure in failures {
        assert_eq!(failure.code, FailureCode::Input, "{failure}");
        assert!(failure.sentence.contains("\u{201c}Northgate\u{201d} is in the bin"), "{failure}");
        assert!(failure.what_to_do.contains("Bring it back first"), "{failure}");
    }
    assert_eq!(one.backups_view().unwrap().len(), backups, "nothing was begun");
    one.bring_back(&id).unwrap();
    assert_eq!(text(&one, &id, "purpose"), None, "nothing was written");
    assert_eq!(one.import(&file, Some(&words)).unwrap().changes, 1, "now it joins");
    assert_eq!(text(&one, &id, "purpose").as_deref(), Some("Bread"));

    one.erase_formation(&id).unwrap();
    let backups = one.backups_view().unwrap().len();
    let failures =
        [one.preview_import(&file, Some(&words)).unwrap_err(), one.import(&file, Some(&words)).unwrap_err()];
    for failure in failures {
        assert_eq!(failure.code, FailureCode::Input, "{failure}");
        assert!(failure.sentence.contains("was erased on this computer"), "{failure}");
    }
    assert_eq!(one.backups_view().unwrap().len(), backups, "nothing was begun");
    assert!(one.desk_view().unwrap().formations.is_empty());
    // What it says to do is true.
    let file = folder.path().join("text.coop");
    other.export(&id, &file, ExportKind::Text).unwrap();
    assert_ne!(one.import(&file, None).unwrap().formation, id, "it comes as a co-op of its own");
}

#[test]
fn a_text_only_file_holds_nobodys_particulars() {
    let computer = Computer::new("a");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("text.coop");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    desk.save_person(&id, None, &person("Asha", "Needlewoman")).unwrap();
    let answer = desk::Answer {
        value: Some("Bread".into()),
        status: "agreed".to_owned(),
        reason: "Needlewoman asked for it".to_owned(),
    };
    desk.decide(&id, "purpose", &answer).unwrap();
    desk.accept(&id, "some-check", "decision:name", "Needlewoman", "Because").unwrap();
    let exported = desk.export(&id, &file, ExportKind::Text).unwrap();
    assert_eq!(exported.words, None);
    let written = fs::read_to_string(&file).unwrap();
    for needle in ["Needlewoman", "Asha", "Well Lane", "this computer", id.as_str()] {
        assert!(!written.contains(needle), "{needle} is in the file");
    }
    assert!(written.contains("Bread"));
    let imported = desk.import(&file, None).unwrap();
    assert_ne!(imported.formation, id, "it comes as a co-op of its own");
    assert_eq!(text(&desk, &imported.formation, "name").unwrap(), "Northgate");
    assert!(desk.formation(&imported.formation).unwrap().people.is_empty());
}

/// Files cut, altered or made up: refused with a sentence, and the store as it was.
#[test]
fn hostile_files_change_nothing() {
    let computer = Computer::new("a");
    let folder = tempfile::tempdir().unwrap();
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    decide(&mut desk, &id, "purpose", "Bread for Halifax");
    let file = folder.path().join("text.coop");
    desk.export(&id, &file, ExportKind::Text).unwrap();
    let good = fs::read(&file).unwrap();
    let before = fs::read(computer.places().store.join("toad-lane.store")).unwrap();
    let text = String::from_utf8(good.clone()).unwrap();

    let mut bad: Vec<(String, Vec<u8>)> = Vec::new();
    for at in 0..good.len() {
        bad.push((format!("cut at {at}"), good[..at].to_vec()));
        for bit in [0x01, 0x02, 0x08, 0x10, 0x20, 0x80] {
            let mut altered = good.clone();
            altered[at] ^= bit;
            bad.push((format!("byte {at}, bit {bit}"), altered));
        }
    }
    let swap = |from: &str, to: &str| {
        assert!(text.contains(from), "{from} is not in the file");
        text.replacen(from, to, 1).into_bytes()
    };
    let deep = |count: usize| [vec![b'['; count], vec![b']'; count]].concat();
    let many = format!("{{{}}}", (0..200_000).map(|n| format!("\"k{n}\":1")).collect::<Vec<_>>().join(","));
    let made: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("a newer format", swap("\"format\":1", "\"format\":2")),
        ("an unknown key", swap("\"format\":1", "\"extra\":0,\"format\":1")),
        ("an unknown key inside", swap("\"app\":", "\"aaa\":1,\"app\":")),
        ("a key twice", swap("\"format\":1", "\"format\":1,\"format\":1")),
        ("a value twice", swap("\"snapshot\":{", "\"snapshot\":{\"form\":\"cs\",")),
        ("white space", swap("\"format\":1", "\"format\": 1")),
        ("a wrong type", swap("\"format\":1", "\"format\":\"1\"")),
        ("a number beyond", swap("\"format\":1", "\"format\":1e999")),
        ("not a number", swap("\"format\":1", "\"format\":NaN")),
        ("another answer", swap("Bread for", "Cakes for")),
        ("a full file in the open", swap("\"kind\":\"text\"", "\"kind\":\"full\"")),
        ("a byte order mark", [b"\xef\xbb\xbf".as_slice(), &good].concat()),
        ("UTF-16", text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("bad UTF-8", [good.as_slice(), b"\xff"].concat()),
        ("depth 10,000", deep(10_000)),
        ("depth 100", deep(100)),
        ("200,000 keys", many.into_bytes()),
        ("more than 8 MB", vec![b' '; 8 * 1024 * 1024 + 1]),
        ("zeros", vec![0; 5_000]),
        ("a zip", b"PK\x03\x04rest".to_vec()),
        ("a database", b"SQLite format 3\0rest".to_vec()),
        ("a PDF", b"%PDF-1.7\n".to_vec()),
        ("an age header alone", b"age-encryption.org/v1\n".to_vec()),
        ("age in armour", b"-----BEGIN AGE ENCRYPTED FILE-----\n".to_vec()),
        (
            "age that asks for hours",
            b"age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw 63\nMAAwdLk\n--- x\n".to_vec(),
        ),
    ];
    bad.extend(made.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)));
    assert!(bad.len() >= 2_000, "only {} files", bad.len());
    for (name, bytes) in &bad {
        fs::write(&file, bytes).unwrap();
        let failure = desk.preview_import(&file, Some("some words")).expect_err(name);
        assert!(matches!(failure.code, FailureCode::Input), "{name}: {failure}");
        assert!(!failure.what_to_do.is_empty(), "{name}");
    }
    // Paths that are no files at all.
    for path in [folder.path(), &folder.path().join("none"), Path::new("/dev/zero")] {
        assert!(desk.import(path, None).is_err(), "{}", path.display());
    }
    let sparse = folder.path().join("sparse.coop");
    fs::File::create(&sparse).unwrap().set_len(4 * 1024 * 1024 * 1024).unwrap();
    assert!(desk.import(&sparse, None).is_err());
    drop(desk);
    let after = fs::read(computer.places().store.join("toad-lane.store")).unwrap();
    // Opening put the log back into the file; nothing else may have come to it.
    let desk = computer.open();
    assert_eq!(desk.desk_view().unwrap().formations.len(), 1);
    assert!(after.len() >= before.len());
    assert_eq!(desk.history_view(&id).unwrap().acts.len(), 2);
}

#[test]
fn hidden_characters_are_refused_where_they_are_typed() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    for hidden in ['\0', '\u{1b}', '\u{7f}', '\u{85}'] {
        let answer = desk::Answer {
            value: Some(format!("Bre{hidden}ad").into()),
            status: "agreed".to_owned(),
            reason: String::new(),
        };
        assert_eq!(desk.decide(&id, "purpose", &answer).unwrap_err().code, FailureCode::Input, "{hidden:?}");
    }
    decide(&mut desk, &id, "purpose", "Bara i bawb, ŵ ŷ \u{1f35e}.\nخبز");
}
