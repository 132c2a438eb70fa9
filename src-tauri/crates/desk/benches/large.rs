//! A desk with 10,000 co-ops that were changed 1,000 times each: what opening it takes, its list, a search, a co-op, a
//! change, and its memory. No criterion: most of it happens once.
//!
//! The store is made at the first run, which takes a while and some gigabytes below the target folder, and is kept
//! there. `CO_OPS` and `CHANGES` make another.

// A bench that cannot set up has nothing to measure.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use desk::view::DeskQuery;
use desk::{Answer, Desk, Host, Places, examples};
use serde_json::{Value as Json, json};
use store::{ActId, Change, ChangeId, FieldPath, FormationId, Salt, Store};

const FILE: &str = "toad-lane.store";
/// In so many passes over all co-ops their changes are written, so that a co-op's lie apart in the log.
const PASSES: usize = 2;
/// So many co-ops are written in one go: on the disk, a page of an index is then written once for many changes.
const AT_ONCE: usize = 2_000;
const BEGAN: i64 = 1_764_000_000_000;

/// A computer without a clock, on which every id is new.
struct Computer(Cell<u64>);

impl Host for Computer {
    fn today(&self) -> jiff::civil::Date {
        jiff::civil::date(2026, 12, 1)
    }

    fn now_ms(&self) -> i64 {
        BEGAN + 365 * 24 * 60 * 60 * 1_000
    }

    fn time_of_day(&self) -> String {
        "14:02".to_owned()
    }

    fn date_and_time(&self, ms: i64) -> String {
        ms.to_string()
    }

    fn new_id(&self) -> String {
        self.0.set(self.0.get() + 1);
        id("new", self.0.get() as usize, std::process::id() as usize)
    }
}

/// As random as the ids of the app, and the same at each run.
fn spread(kind: &str, of: usize, number: usize) -> u64 {
    let begun =
        kind.bytes().fold(0x9e37_79b9_7f4a_7c15, |sum: u64, byte| sum.rotate_left(8) ^ u64::from(byte));
    let mut sum = begun ^ (of as u64).wrapping_mul(0xbf58_476d_1ce4_e5b9) ^ (number as u64).rotate_left(32);
    for _ in 0..3 {
        sum = (sum ^ (sum >> 31)).wrapping_mul(0x94d0_49bb_1331_11eb);
    }
    sum ^ (sum >> 29)
}

fn id(kind: &str, of: usize, number: usize) -> String {
    let (high, low) = (spread(kind, of, number), spread(kind, number, of.wrapping_add(1)));
    format!(
        "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        low >> 52,
        low & 0xffff_ffff_ffff
    )
}

/// What co-ops hold: the fields of some examples.
fn examples_as_stored() -> Vec<Vec<(FieldPath, Json)>> {
    let folder = tempfile::tempdir().unwrap();
    let places = Places { store: folder.path().to_owned() };
    let mut desk = Desk::open(&places, Box::new(Computer(Cell::new(0)))).unwrap();
    let files = examples().into_iter().map(|(file, _)| file).step_by(4);
    let ids: Vec<String> = files.map(|file| desk.take_in_example(file).unwrap()).collect();
    drop(desk);
    let store = Store::open(&folder.path().join(FILE), None).unwrap();
    let fields = |id: &String| store.fields(&FormationId::new(id).unwrap()).unwrap().into_iter().collect();
    ids.iter().map(fields).collect()
}

/// A co-op that is changed: each field is set once, then any of them again and again.
struct Changed<'a> {
    co_op: usize,
    fields: &'a [(FieldPath, Json)],
}

impl Changed<'_> {
    fn formation(&self) -> FormationId {
        FormationId::new(id("co-op", self.co_op, 0)).unwrap()
    }

    fn field(&self, number: usize) -> usize {
        let count = self.fields.len();
        if number < count { number } else { (spread("field", self.co_op, number) % count as u64) as usize }
    }

    fn value(&self, number: usize) -> Json {
        let (path, value) = &self.fields[self.field(number)];
        let mut value = value.clone();
        if path.as_str() == "decision/name" {
            value["value"] = json!(format!("Alder Street Bakers {:05}", self.co_op));
        } else if let Some(reason) = value.get_mut("reason") {
            *reason =
                json!(format!("So agreed at meeting {number}, after those who were away had been asked."));
        }
        value
    }

    /// The changes from one place in its history to another.
    fn changes(&self, from: usize, to: usize) -> Vec<Change> {
        let mut last: BTreeMap<usize, usize> = BTreeMap::new();
        last.extend((0..from).map(|number| (self.field(number), number)));
        let change = |number: usize| {
            let before = last.insert(self.field(number), number);
            Change {
                seq: 0,
                id: ChangeId::new(id("change", self.co_op, number)).unwrap(),
                act: ActId::new(id("act", self.co_op, number)).unwrap(),
                formation: self.formation(),
                field: self.fields[self.field(number)].0.clone(),
                value: Some(self.value(number)),
                author: ["Asha Patel", "Gwen Morgan", "Tom Reid"][number % 3].to_owned(),
                at: BEGAN + (number * 86_400 * 300) as i64,
                replaces: before
                    .map(|one| ChangeId::new(id("change", self.co_op, one)).unwrap())
                    .into_iter()
                    .collect(),
                reverts: None,
                received: true,
                erased: false,
            }
        };
        (from..to).map(change).collect()
    }
}

fn make(folder: &Path, co_ops: usize, changes: usize) {
    let began = Instant::now();
    let examples = examples_as_stored();
    let held: Vec<usize> = examples.iter().map(Vec::len).collect();
    println!("making {co_ops} co-ops with {changes} changes each, of {held:?} fields");
    fs::create_dir_all(folder).unwrap();
    let mut store = Store::open(&folder.join(FILE), None).unwrap();
    for pass in 0..PASSES {
        let (from, to) = (changes * pass / PASSES, changes * (pass + 1) / PASSES);
        for begin in (0..co_ops).step_by(AT_ONCE) {
            let end = co_ops.min(begin + AT_ONCE);
            let copies = (begin..end).map(|co_op| {
                let changed = Changed { co_op, fields: &examples[co_op % examples.len()] };
                (changed.formation(), changed.changes(from, to))
            });
            store.receive_all(copies, &Salt::new(id("salt", begin, pass))).unwrap();
            println!("  pass {pass}, {end} co-ops, {:.0} s", began.elapsed().as_secs_f64());
        }
    }
    store.close().unwrap();
}

fn main() {
    let size = |name, usual| env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let (co_ops, changes): (usize, usize) = (size("CO_OPS", 10_000), size("CHANGES", 1_000));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("large-{co_ops}-{changes}"));
    if !folder.exists() {
        let part = folder.with_extension("part");
        // Left by a run that was stopped.
        let _ = fs::remove_dir_all(&part);
        make(&part, co_ops, changes);
        fs::rename(&part, &folder).unwrap();
    }
    let bytes = fs::metadata(folder.join(FILE)).unwrap().len();
    println!("{co_ops} co-ops with {changes} changes each: {:.1} MB", bytes as f64 / 1e6);
    memory("at the beginning");
    store_alone(&folder);
    let mut desk = opened(&folder);
    work(&desk, co_ops, "while it is checked");
    commits(&mut desk, co_ops, "while it is checked");
    said("wait for the check, and for what is due then, a backup among it", || {
        while desk.is_being_checked() {
            desk.look_after().unwrap();
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    assert_eq!(desk.notice(), None);
    memory("once it was checked");
    work(&desk, co_ops, "afterwards");
    commits(&mut desk, co_ops, "afterwards");
    memory("at the end");
}

fn store_alone(folder: &Path) {
    let store = said("open the store", || Store::open(&folder.join(FILE), None).unwrap());
    said("list its co-ops", || store.formations().unwrap());
    let name = FieldPath::new("decision/name").unwrap();
    said("the name of each", || store.field_of_all(&name).unwrap());
    said("what was cleared", || store.cleared(None, "person/").unwrap());
    for which in ["the first search", "another search"] {
        said(&format!("{which} of its fields, for words that stand nowhere"), || {
            store.search("nobody says this", &mut |_, _, _| true).unwrap();
        });
    }
    said("close it, its check stopped", || drop(store));
    said("check it whole, and nothing else", || Store::open_checked(&folder.join(FILE), None).unwrap());
}

fn opened(folder: &Path) -> Desk {
    let places = Places { store: folder.to_owned() };
    let desk = said("open the desk", || Desk::open(&places, Box::new(Computer(Cell::new(0)))).unwrap());
    said("the first page of its list", || desk.desk_page(&DeskQuery::default()).unwrap());
    memory("with the desk open");
    desk
}

/// What a person waits for who reads.
fn work(desk: &Desk, co_ops: usize, when: &str) {
    let page = DeskQuery { page: 100, ..DeskQuery::default() };
    said(&format!("page 101 of the list, {when}"), || desk.desk_page(&page).unwrap());
    let narrowed = DeskQuery { words: format!("{:05}", co_ops / 2), ..DeskQuery::default() };
    said(&format!("the list narrowed to one name, {when}"), || desk.desk_page(&narrowed).unwrap());
    said(&format!("the same again, {when}"), || desk.desk_page(&narrowed).unwrap());
    for words in ["meeting", &format!("Bakers {:05}", co_ops / 3), "nobody says this", "england", "zq"] {
        said(&format!("search \u{201c}{words}\u{201d}, {when}"), || desk.search(words).unwrap());
    }
    each(&format!("open a co-op, {when}"), 100, |number| {
        let co_op = id("co-op", spread("open", number, co_ops) as usize % co_ops, 0);
        desk.tasks_view(&co_op).unwrap();
    });
}

fn commits(desk: &mut Desk, co_ops: usize, when: &str) {
    each(&format!("save an answer, {when}"), 400, |number| {
        let co_op = id("co-op", spread("change", number, co_ops) as usize % co_ops, 0);
        let value = Some(format!("Bread for street {number}").into());
        let answer = Answer { value, status: "agreed".to_owned(), reason: String::new() };
        desk.decide(&co_op, "purpose", &answer).unwrap();
    });
}

fn said<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (began, worked) = (Instant::now(), worked());
    let done = work();
    println!("{what}: {:.1?}, {:.1?} of a processor", began.elapsed(), self::worked() - worked);
    done
}

/// How long a processor worked for this thread: on a busy computer it is that which tells. Nothing where the system does not
/// say so.
fn worked() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(told.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0))
}

/// Does the same many times.
fn each(what: &str, times: u32, mut work: impl FnMut(usize)) {
    let began_with = worked();
    let mut took: Vec<Duration> = (0..times as usize)
        .map(|number| {
            let began = Instant::now();
            work(number);
            began.elapsed()
        })
        .collect();
    let worked = (worked() - began_with) / times;
    took.sort();
    let at = |part: usize| took[took.len() * part / 100];
    println!("{what}: half within {:.1?}, p95 {:.1?}, {worked:.1?} of a processor each", at(50), at(95));
}

/// What the process holds, where the system says so.
fn memory(when: &str) {
    let told = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line =
        |name: &str| told.lines().find_map(|line| line.strip_prefix(name)).map(str::trim).map(str::to_owned);
    if let (Some(now), Some(most)) = (line("VmRSS:"), line("VmHWM:")) {
        println!("memory {when}: {now}, at most {most}");
    }
}
