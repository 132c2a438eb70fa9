//! A co-op with a long life: its history is handed on and joined whole, a file holds as many edits as it is said to, and
//! what is shown of a long history takes the memory of what is shown.

use std::cell::Cell;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::time::Instant;

use desk::exchange::{Coop, ExportKind, ImportView};
use desk::{Desk, Host, Places, RuleWords};

use crate::support::{begin, decide, person, text};

/// Edits that each file has room for, as the documentation says.
const ROOM_FOR: usize = 36_000;
/// What a file may have, and what is inside it once it is unpacked.
const MOST_BYTES: usize = 8 * 1024 * 1024;
const MOST_INSIDE: usize = 32 * 1024 * 1024;

/// How heavy it may be: lists and objects weigh 3, further values and keys 2.
const HEAVIEST: usize = 2_300_000;

/// The weight of a JSON text, signs within its texts left out.
fn weight(text: &[u8]) -> usize {
    let text = std::str::from_utf8(text).unwrap().replace("\\\\", "").replace("\\\"", "");
    let outside = text.split('"').step_by(2).flat_map(str::chars);
    outside
        .map(|sign| match sign {
            '[' | '{' => 3,
            ',' | ':' => 2,
            _ => 0,
        })
        .sum()
}

fn edits() -> usize {
    if std::env::var_os("SOAK").is_some() { 20_000 } else { 600 }
}

/// A computer whose ids are as long, and as hard to pack, as those that the app makes.
struct Computer {
    name: &'static str,
    count: Cell<u64>,
}

impl Host for Computer {
    fn today(&self) -> jiff::civil::Date {
        jiff::civil::date(2026, 11, 24)
    }

    fn now_ms(&self) -> i64 {
        self.count.set(self.count.get() + 1);
        1_790_000_000_000 + i64::try_from(self.count.get()).unwrap() * 7_919
    }

    fn time_of_day(&self) -> String {
        "14:02".to_owned()
    }

    fn date_and_time(&self, ms: i64) -> String {
        format!("day {}", ms / 86_400_000)
    }

    fn new_id(&self) -> String {
        self.count.set(self.count.get() + 1);
        let half = |which: u8| {
            let mut hasher = DefaultHasher::new();
            (self.name, self.count.get(), which).hash(&mut hasher);
            hasher.finish()
        };
        let digits = format!("{:016x}{:016x}", half(0), half(1));
        [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
    }
}

fn open(folder: &tempfile::TempDir, name: &'static str) -> Desk {
    let mut desk = Desk::open(
        &Places { store: folder.path().to_owned() },
        Box::new(Computer { name, count: Cell::new(0) }),
    )
    .unwrap();
    desk.set_name("Asha Patel").unwrap();
    desk
}

/// One edit, of another kind each time: what people do all day, and what they take back.
fn edit(desk: &mut Desk, id: &str, asha: &str, number: usize) {
    let words =
        format!("We bake bread, and have talked of it {number} times. {}", "Bread. ".repeat(number % 20));
    match number % 5 {
        0 => decide(desk, id, "purpose", words),
        1 => {
            let typed = RuleWords { heading: "Quorum".to_owned(), text: words, ..RuleWords::default() };
            desk.reword(id, "quorum", &typed).unwrap();
        }
        2 => {
            desk.save_person(id, Some(asha), &person("Asha", &format!("Patel-{number}"))).unwrap();
        }
        3 => decide(desk, id, "objects", vec![words]),
        _ => {
            desk.undo(id).unwrap();
        }
    }
}

fn hand_over(from: &Desk, id: &str, to: &mut Desk, folder: &tempfile::TempDir) -> (ImportView, usize) {
    let exported = from.export_into(id, folder.path(), ExportKind::Full).unwrap();
    let length = usize::try_from(fs::metadata(&exported.file).unwrap().len()).unwrap();
    let began = Instant::now();
    let view = to.preview_import(&exported.file, exported.words.as_deref()).unwrap();
    let looked_at = began.elapsed();
    let imported = to.import(&exported.file, exported.words.as_deref()).unwrap();
    println!("a file of {length} bytes: looked at in {looked_at:?}, taken in within {:?}", began.elapsed());
    assert_eq!(imported.changes, view.changes);
    (view, length)
}

#[test]
fn a_long_history_is_handed_on_and_joined_whole() {
    let folders = [(); 3].map(|()| tempfile::tempdir().unwrap());
    let (mut one, mut other) = (open(&folders[0], "asha"), open(&folders[1], "bea"));
    let id = begin(&mut one, "Northgate");
    let asha = one.save_person(&id, None, &person("Asha", "Patel")).unwrap();
    (0..edits()).for_each(|number| edit(&mut one, &id, &asha, number));
    let (view, length) = hand_over(&one, &id, &mut other, &folders[2]);
    assert!(view.is_new && view.changes > edits() * 4 / 5, "{}", view.changes);
    assert_eq!(one.formation(&id).unwrap(), other.formation(&id).unwrap());
    // Both go on, and join.
    decide(&mut one, &id, "name", "Northgate Bakers");
    decide(&mut other, &id, "purpose", "Bread for Halifax.");
    let (view, _) = hand_over(&other, &id, &mut one, &folders[2]);
    assert_eq!((view.is_new, view.changes, view.conflicts.len()), (false, 1, 0));
    let (view, _) = hand_over(&one, &id, &mut other, &folders[2]);
    assert_eq!((view.is_new, view.changes, view.conflicts.len()), (false, 1, 0));
    assert_eq!(one.formation(&id).unwrap(), other.formation(&id).unwrap());
    assert_eq!(text(&one, &id, "purpose").as_deref(), Some("Bread for Halifax."));
    let acts = |desk: &Desk| desk.history_telling(&id, 0, &[]).unwrap().acts.len();
    assert_eq!(acts(&one), acts(&other));
    assert_eq!(acts(&one), edits() + 4);

    // As many again fit as there is room for: so long is an edit, in the file and inside it.
    let file = folders[2].path().join("whole.coop");
    let words = one.export(&id, &file, ExportKind::Full).unwrap().words;
    let inside = Coop::from_file(&file, words.as_deref()).unwrap().write();
    let (packed, unpacked, heavy) = (length / edits(), inside.len() / edits(), weight(&inside) / edits());
    println!("{} edits: {packed} bytes each in the file, {unpacked} inside it, weight {heavy}", edits());
    assert!(packed <= MOST_BYTES / ROOM_FOR && unpacked <= MOST_INSIDE / ROOM_FOR, "{packed}, {unpacked}");
    assert!(heavy <= HEAVIEST / ROOM_FOR, "{heavy}");
}

/// The test that is a process of its own: memory is counted by process, and other tests run beside this one.
#[cfg(target_os = "linux")]
const LOOKING: &str = "long_life::child_looks_at_a_long_history";

#[cfg(target_os = "linux")]
#[test]
fn what_is_shown_of_a_long_history_takes_no_memory_for_the_rest_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", LOOKING, "--nocapture"])
        .env("LONG_LIFE", folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    println!("{said}");
    assert!(child.status.success(), "{said}{}", String::from_utf8_lossy(&child.stderr));
    assert!(said.contains("looking took"), "it never looked: {said}");
}

/// Looks; nothing when run as a test.
#[cfg(target_os = "linux")]
#[test]
fn child_looks_at_a_long_history() {
    /// How many acts, of two kilobytes each: a history of twelve megabytes.
    const ACTS: usize = 6_000;
    /// In kilobytes. The whole history, read once, is more than twice as much.
    const MOST: u64 = 8_000;
    let Some(folder) = std::env::var_os("LONG_LIFE") else { return };
    let places = Places { store: folder.into() };
    let open = || Desk::open(&places, Box::new(Computer { name: "asha", count: Cell::new(0) })).unwrap();
    let mut desk = open();
    let (long, short) = (begin(&mut desk, "Northgate"), begin(&mut desk, "Southgate"));
    drop(desk);
    lengthen(&places.store.join("toad-lane.store"), &long, ACTS);
    let desk = open();
    let look = |id: &str| {
        let acts = desk.history_telling(id, 200, &[]).unwrap().acts.len();
        assert!(desk.reversible(id).unwrap().undo.is_some() || acts == 1);
        assert!(desk.bin_view().unwrap().taken_out.is_empty());
        acts
    };
    // What is kept for a next time is kept by now.
    assert_eq!(look(&short), 1);
    // The most is counted from here.
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = memory("VmRSS");
    assert_eq!(look(&long), ACTS + 1);
    let took = memory("VmHWM").saturating_sub(before);
    println!("{ACTS} acts: looking took {took} kB");
    assert!(took < MOST, "{took} kB");
}

/// The test that is a process of its own, as the one above.
#[cfg(target_os = "linux")]
const READING: &str = "long_life::child_reads_the_worst_files";

#[cfg(target_os = "linux")]
#[test]
fn the_worst_that_may_be_inside_a_file_takes_no_more_memory_than_a_small_computer_has() {
    let child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", READING, "--nocapture"])
        .env("WORST_FILES", "read")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    println!("{said}");
    assert!(child.status.success(), "{said}{}", String::from_utf8_lossy(&child.stderr));
    assert_eq!(said.matches(" took ").count(), 8, "it did not read them all: {said}");
}

/// Reads; nothing when run as a test.
#[cfg(target_os = "linux")]
#[test]
fn child_reads_the_worst_files() {
    /// In kilobytes.
    const MOST: u64 = 300_000;
    /// How heavy they are: nearly as a file may be. A list weighs 3, a value 2, a key 2.
    const WEIGHT: usize = 2_299_900;
    if std::env::var_os("WORST_FILES").is_none() {
        return;
    }
    let many = |one: &str, weight: usize| format!("[{}0]", one.repeat(WEIGHT / weight));
    let keys = |value: &str, weight: usize| {
        let fields = (0..WEIGHT / weight).map(|number| format!("\"{number:x}\":{value}"));
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    };
    let worst = [
        ("numbers", many("0,", 2)),
        ("texts", many("\"a\",", 2)),
        ("lists within a list", many("[0],", 5)),
        ("objects within a list", many("{\"a\":\"a\"},", 7)),
        ("keys", keys("0", 4)),
        ("keys with texts", keys("\"a\"", 4)),
        ("keys with lists", keys("[0]", 7)),
        ("a long text", format!("\"{}\"", "\\u0041".repeat(5_500_000))),
    ];
    for (name, value) in worst {
        let file = format!(
            "{{\"body\":{{\"app\":\"1\",\"extensions\":{{}},\"kind\":\"text\",\"snapshot\":{{\"form\":{value}}}}},\
             \"format\":1,\"sha256\":\"\",\"toad-lane\":\"co-op file\"}}"
        );
        drop(value);
        assert!(file.len() < MOST_INSIDE, "{name}: {} bytes", file.len());
        fs::write("/proc/self/clear_refs", "5").unwrap();
        let error = Coop::read(file.as_bytes()).unwrap_err();
        // It was read whole: what is wrong with it is what stands at its end.
        assert!(error.to_string().contains("altered"), "{name}: {error}");
        let took = memory("VmHWM");
        println!("{name}: {} bytes took {took} kB", file.len());
        assert!(took < MOST, "{name}: {took} kB");
    }
}

/// Puts acts into a co-op's history, past the desk, which would take long to work each out.
#[cfg(target_os = "linux")]
fn lengthen(file: &std::path::Path, id: &str, acts: usize) {
    let mut store = store::Store::open(file, None).unwrap();
    let id = store::FormationId::new(id).unwrap();
    for number in 0..acts {
        let act = store::Act {
            id: store::ActId::new(format!("act-{number:032}")).unwrap(),
            author: "Asha Patel".to_owned(),
            at: 1_790_000_000_000,
            salt: store::Salt::new("secret"),
            reverts: None,
        };
        let value = serde_json::json!({"reason": null, "status": "agreed", "value": format!("{number} {}", "bread ".repeat(330))});
        let change = store::NewChange::set(
            store::ChangeId::new(format!("change-{number:029}")).unwrap(),
            store::FieldPath::new("decision/purpose").unwrap(),
            value,
        );
        store.append(&id, &act, &[change]).unwrap();
    }
    store.close().unwrap();
}

/// What the kernel says of this process's memory, in kilobytes: "VmRSS" is what it has, "VmHWM" the most it had.
#[cfg(target_os = "linux")]
fn memory(which: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(which)?.strip_prefix(':')).unwrap();
    line.trim().strip_suffix(" kB").unwrap().parse().unwrap()
}
