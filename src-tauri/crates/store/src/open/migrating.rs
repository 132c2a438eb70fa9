//! A migration that is killed or fails anywhere: the store has the tables of one version whole, and the backup is there.
//!
//! There is one version so far, so these are tests of two made-up steps after it. A child process takes them, with a
//! library between it and the disk that kills it, or makes the disk fail, at the n-th call.
//! Between two calls nothing changes on the disk, so whatever a kill can leave is met. Each run proves that its fault
//! fired; the first that needs none has gone past the last call.

// What clippy.toml allows in tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::fs;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

use rusqlite::types::Value;
use serde_json::json;
use tempfile::TempDir;

use super::*;
use crate::change::{Act, NewChange};
use crate::id::{ChangeId, FieldPath, FormationId};

#[path = "../../tests/store/failing_disk.rs"]
mod failing_disk;
mod large;

/// The statements of two steps. With so small a cache they reach the disk while the step is still under way.
const STEPS: [&[&str]; 2] = [
    &[
        "PRAGMA cache_size = 10",
        "ALTER TABLE formation ADD COLUMN note TEXT",
        "CREATE TABLE later (key INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
        "INSERT INTO later WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)
         SELECT i, printf('%03000d', i) FROM n",
        "UPDATE formation SET note = 'carried over'",
        "CREATE INDEX change_by_author ON change (author)",
    ],
    &[
        "ALTER TABLE later RENAME TO kept",
        "UPDATE kept SET text = text || '.' WHERE key % 2 = 0",
        "DROP INDEX change_by_author",
        "CREATE INDEX kept_by_end ON kept (substr(text, -4))",
    ],
];

/// Writes so much that the log shows it, and then goes on for minutes: long enough to be killed there.
const STANDSTILL: &str = "PRAGMA cache_size = 10;
    CREATE TABLE signal AS
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
    SELECT printf('%03000d', i) AS text FROM n;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000000)
    SELECT count(*) FROM n;";
/// How long the log is when a standstill was reached; all steps together write less.
const SIGNAL: u64 = 1_000_000;

/// The scripts of the versions up to `version`; with a standstill before one statement of all.
fn scripts(version: usize, standstill: Option<usize>) -> Vec<String> {
    let mut number = 0;
    let step = |statements: &&[&str]| {
        let mut script = String::new();
        for statement in *statements {
            if standstill == Some(number) {
                script.push_str(STANDSTILL);
            }
            script.push_str(statement);
            script.push(';');
            number += 1;
        }
        script
    };
    let steps: Vec<String> = STEPS.iter().map(step).collect();
    std::iter::once(schema::MIGRATIONS[0].to_owned()).chain(steps).take(version).collect()
}

fn open(path: &Path, scripts: &[String]) -> Result<Store, StoreError> {
    let scripts: Vec<&str> = scripts.iter().map(String::as_str).collect();
    Store::open_with(path, None, &scripts, Beginning::UnlessThereWasOne, CHECKED_FIRST)
}

fn store_in(folder: &Path) -> PathBuf {
    folder.join("toad-lane.store")
}

/// A folder with a copy of a store of the first version, of a few changes.
fn older() -> TempDir {
    static STORE: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = STORE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(&store_in(folder.path()), None).unwrap();
        for number in 0..CHANGES {
            let act = Act::of_asha(format!("a{number}"), 1_000 + number);
            let id = ChangeId::new(format!("c{number}")).unwrap();
            let change = NewChange::set(id, FieldPath::new("name").unwrap(), json!(number));
            store.append(&FormationId::new(format!("f{}", number % 2)).unwrap(), &act, &[change]).unwrap();
        }
        store.close().unwrap();
        fs::read(store_in(folder.path())).unwrap()
    });
    let folder = tempfile::tempdir().unwrap();
    fs::write(store_in(folder.path()), bytes).unwrap();
    folder
}

const CHANGES: i64 = 5;

/// Everything in a database: its version, its tables, every row.
fn dump(path: &Path) -> (i64, Vec<Vec<Value>>) {
    let connection = Connection::open(path).unwrap();
    let rows = |sql: &str| {
        let mut statement = connection.prepare(sql).unwrap();
        let columns = statement.column_count();
        let row = |row: &rusqlite::Row<'_>| (0..columns).map(|column| row.get(column)).collect();
        statement.query_map([], row).unwrap().collect::<Result<Vec<Vec<Value>>, _>>().unwrap()
    };
    let mut all = rows("SELECT type, name, sql FROM sqlite_schema ORDER BY name");
    let tables: Vec<Value> =
        all.iter().filter(|row| row[0] == "table".to_owned().into()).map(|row| row[1].clone()).collect();
    for table in tables {
        let Value::Text(table) = table else { panic!("{table:?}") };
        all.extend(rows(&format!("SELECT * FROM \"{table}\"")));
    }
    (connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap(), all)
}

/// What a store of each version holds when nothing goes wrong.
fn whole() -> &'static [(i64, Vec<Vec<Value>>)] {
    static WHOLE: OnceLock<Vec<(i64, Vec<Vec<Value>>)>> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let version = |version| {
            let folder = older();
            drop(open(&store_in(folder.path()), &scripts(version, None)).unwrap());
            dump(&store_in(folder.path()))
        };
        (1..=3).map(version).collect()
    })
}

/// What the child does; nothing when run as a test.
#[test]
fn child_migrates() {
    let Some(path) = std::env::var_os("MIGRATED_STORE").map(PathBuf::from) else { return };
    let standstill = std::env::var("MIGRATION_STANDS_AT").ok().map(|number| number.parse().unwrap());
    let told = match open(&path, &scripts(3, standstill)) {
        Ok(_) => "told ok\n".to_owned(),
        Err(error) => format!("told error {error}\n"),
    };
    std::io::stdout().write_all(told.as_bytes()).unwrap();
}

fn child(folder: &Path) -> Command {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", "open::migrating::child_migrates", "--nocapture"])
        .env("MIGRATED_STORE", store_in(folder))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    child
}

/// Runs the child with a fault at the n-th call; returns how it ended and how many faults fired.
fn run(folder: &Path, at: usize, settings: &[(&str, &str)]) -> (Output, u64) {
    failing_disk::run(&mut child(folder), folder, at, settings)
}

/// The store is of one version whole; once it was changed there is a good backup of it as it was; and what was cut
/// short can be done again. Returns the version that was found.
fn holds(folder: &Path, when: &str) -> i64 {
    let path = store_in(folder);
    let found = dump(&path);
    assert!(whole().contains(&found), "{when}: the store is between two versions: {}", found.0);
    let backups = backup::backups(&path).unwrap();
    assert!(found.0 == 1 || !backups.is_empty(), "{when}: it was changed without a backup");
    for backup in &backups {
        // Of the version before: of the first, or of the second where the first step was done and the next was not.
        let version = dump(&backup.path);
        assert!(
            whole().contains(&version) && version.0 < 3,
            "{when}: {} is not whole",
            backup.path.display()
        );
    }
    let before = backups.iter().find(|backup| dump(&backup.path).0 == 1);
    assert!(found.0 == 1 || before.is_some(), "{when}: no backup is of the version before");
    if found.0 == 1 {
        // As if the newer version had never been there.
        let store = Store::open(&path, None).unwrap_or_else(|error| panic!("{when}: {error}"));
        assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: CHANGES }, "{when}");
    }
    let store = open(&path, &scripts(3, None)).unwrap_or_else(|error| panic!("{when}: {error}"));
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: CHANGES }, "{when}");
    drop(store);
    assert_eq!(&dump(&path), &whole()[2], "{when}: opened again, it is not the newest version");
    found.0
}

#[test]
fn a_migration_killed_at_any_call_leaves_one_version_whole_and_a_backup() {
    for half in ["0", "1"] {
        let mut versions = [0; 3];
        let mut calls = 0;
        for at in 1.. {
            let folder = older();
            let (child, fired) = run(folder.path(), at, &[("FAULT_KILL", "1"), ("FAULT_SHORT", half)]);
            if fired == 0 {
                assert!(child.status.success(), "{at}: nothing was to stop it");
                calls = at - 1;
                break;
            }
            assert_eq!((child.status.signal(), fired), (Some(9), 1), "call {at}: it was not killed");
            let version = holds(folder.path(), &format!("killed at call {at}, half: {half}"));
            versions[usize::try_from(version).unwrap() - 1] += 1;
        }
        println!("killed at each of {calls} calls; then of version 1, 2, 3: {versions:?}");
        assert!(calls > 100, "a migration makes more than {calls} calls");
        assert!(versions.iter().all(|count| *count > 0), "no kill came in the middle: {versions:?}");
    }
}

#[test]
fn a_migration_killed_at_any_statement_leaves_one_version_whole_and_a_backup() {
    let statements = STEPS.iter().map(|step| step.len()).sum();
    for number in 0..statements {
        let folder = older();
        let mut log = store_in(folder.path()).into_os_string();
        log.push("-wal");
        let mut child = child(folder.path()).env("MIGRATION_STANDS_AT", number.to_string()).spawn().unwrap();
        while fs::metadata(&log).map_or(0, |metadata| metadata.len()) < SIGNAL {
            assert!(child.try_wait().unwrap().is_none(), "statement {number}: it never stood still");
            std::thread::sleep(Duration::from_millis(2));
        }
        child.kill().unwrap();
        assert_eq!(child.wait().unwrap().signal(), Some(9));
        let version = holds(folder.path(), &format!("killed at statement {number}"));
        assert_eq!(version, if number < STEPS[0].len() { 1 } else { 2 }, "statement {number}");
    }
}

#[test]
fn a_disk_that_fails_during_a_migration_leaves_one_version_whole_and_a_backup() {
    // In `make soak` every call; otherwise every seventh, beginning elsewhere for each kind of failure.
    let step = if std::env::var_os("SOAK").is_some() { 1 } else { 7 };
    let (mut runs, mut told_runs) = (0, 0);
    for kind in 0..8_usize {
        let flag = |bit| if kind & bit == 0 { "0" } else { "1" };
        let error = if kind & 1 == 0 { "5" } else { "28" };
        let settings = [("FAULT_ERROR", error), ("FAULT_STICKY", flag(2)), ("FAULT_SHORT", flag(4))];
        for at in (1 + kind % step..).step_by(step) {
            let folder = older();
            let (child, fired) = run(folder.path(), at, &settings);
            let told = String::from_utf8_lossy(&child.stdout).into_owned();
            assert!(child.status.success() && told.contains("told "), "{settings:?} at {at}: {told}");
            if fired == 0 {
                break;
            }
            runs += 1;
            told_runs += usize::from(told.contains("told error"));
            let version = holds(folder.path(), &format!("{settings:?} at call {at}"));
            // Whoever is told that all is well has the newest version.
            assert!(version == 3 || told.contains("told error"), "{settings:?} at {at}: {version}, {told}");
        }
    }
    println!("{runs} runs, a fault fired in each, {told_runs} told of it");
    assert!(runs * step > 500 && told_runs * 2 > runs, "{told_runs} told of {runs}");
}
