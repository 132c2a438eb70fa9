//! What a session leaves on the computer: outside the store's folder, and outside what a person saved, nothing of what
//! was on the screen. The app starts as people start it, because a driver cannot see a view that keeps nothing.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use desk::{Host, Opening, Places};

use crate::app::Home;
use crate::display::Display;
use crate::process::{Group, PATIENCE, members, shell, until};

/// What is on the pages: one of the example's people, and the co-op.
const LAST: &str = "Greenwood";
const STREET: &str = "8 Free School Lane";
const EMAIL: &str = "tom@example.org";
const NAME: &str = "Northgate Bakers Co-operative Limited";
/// Typed into the window.
const TYPED: &str = "Wiggleswick";

/// A host that needs neither a clock nor chance: it puts one co-op on the desk.
struct StillHost(AtomicUsize);

impl Host for StillHost {
    fn today(&self) -> jiff::civil::Date {
        jiff::civil::date(2026, 11, 24)
    }

    fn now_ms(&self) -> i64 {
        1_795_528_920_000
    }

    fn time_of_day(&self) -> String {
        "14:02".to_owned()
    }

    fn date_and_time(&self, _ms: i64) -> String {
        "24 November 2026, 14:02".to_owned()
    }

    fn new_id(&self) -> String {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        format!("{number:08x}-0000-4000-8000-000000000000")
    }
}

/// Puts a co-op on the desk before anybody opens the window.
fn prepare(home: &Home) {
    let places = Places { store: home.store() };
    let mut desk = Opening::new(places, || Box::new(StillHost(AtomicUsize::new(1)))).open().unwrap();
    desk.take_in_example("northgate-bakers").unwrap();
}

/// Every file below a folder, but for those below some others.
fn files(folder: &Path, but: &[PathBuf]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if but.contains(&path) {
            continue;
        }
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files(&path, but)),
            // Pipes and sockets hold nothing.
            Ok(kind) if kind.is_file() => found.push(path),
            _ => {}
        }
    }
    found
}

/// Which of the words stand in a file or in its name, as UTF-8 or as a browser keeps text.
fn traces(file: &Path, words: &[&str]) -> Vec<String> {
    let bytes = fs::read(file).unwrap_or_default();
    let name = file.to_string_lossy().to_lowercase();
    let has = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window.eq_ignore_ascii_case(needle));
    let stands = |word: &str| {
        let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        has(word.as_bytes()) || has(&wide) || name.contains(&word.to_lowercase())
    };
    let found = words.iter().filter(|word| stands(word));
    found.map(|word| format!("{word} in {}", file.display())).collect()
}

/// What the files below a home tell of these words, but for what lies in the store and among what was saved.
pub fn left_behind(home: &Home, words: &[&str]) -> Vec<String> {
    let kept = [home.store(), home.exports()];
    let files = files(home.path(), &kept);
    assert!(!files.is_empty(), "the app writes nothing below its home, so nothing is shown");
    files.iter().flat_map(|file| traces(file, words)).collect()
}

fn stored(home: &Home, word: &str) -> bool {
    files(&home.store(), &[]).iter().any(|file| !traces(file, &[word]).is_empty())
}

/// Waits until the app and its web view have nothing left to do: no driver says when a page is there.
fn settle(app: &Group) {
    let begun = Instant::now();
    loop {
        let before = worked(app);
        std::thread::sleep(Duration::from_millis(300));
        // A caret that blinks is no work.
        if worked(app) - before <= 2 || begun.elapsed() > PATIENCE {
            return;
        }
    }
}

/// How long all its processes have had the processor, as the kernel counts it: in hundredths of a second.
fn worked(app: &Group) -> u64 {
    let time = |process: u32| -> Option<u64> {
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
        Some(fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?)
    };
    members(app.0.id()).into_iter().filter_map(time).sum()
}

/// Goes to a place by its name, as the palette lists it.
fn go(app: &Group, display: &Display, place: &str) {
    display.press("ctrl+k");
    settle(app);
    display.write(place);
    settle(app);
    display.press("Return");
    settle(app);
}

/// Types into a person's own form: what is typed reaches the store only from a page that shows the person.
fn type_a_name(app: &Group, home: &Home, display: &Display) {
    for _ in 0..4 {
        settle(app);
        for place in [NAME, "people", LAST] {
            go(app, display, place);
        }
        // From the heading to the first name.
        display.press("Tab");
        display.press("ctrl+a");
        display.write(TYPED);
        // What is typed is sent after a rest.
        std::thread::sleep(Duration::from_secs(1));
        settle(app);
        if stored(home, TYPED) {
            return;
        }
    }
    panic!("what was typed never reached the store");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_leaves_nothing_outside_the_store() {
    let home = Home::new();
    prepare(&home);
    let display = Display::new();
    let said = home.path().join("said.txt");
    let mut command = Command::new(shell());
    display.surround(&mut command, home.path()).env("TOADLANE_DATA_DIR", home.store());
    // Whatever any part of it would put among the passing files.
    let passing = home.path().join("tmp");
    fs::create_dir(&passing).unwrap();
    command.env("TMPDIR", &passing).env("XDG_RUNTIME_DIR", &passing);
    command.stdout(File::create(home.path().join("out.txt")).unwrap());
    let mut app = Group::start(command.stderr(File::create(&said).unwrap()));
    let window = display.window("Toad Lane").await;
    until("the web view", || (members(app.0.id()).len() >= 3).then_some(())).await;
    type_a_name(&app, &home, &display);
    for place in ["read the rules", "the pack", "history", "checks", "settings"] {
        go(&app, &display, place);
    }
    let words = [LAST, STREET, EMAIL, NAME, TYPED];
    assert!(words.iter().all(|word| stored(&home, word)), "what is looked for is in the store");
    // The task bar, and whoever looks over a shoulder, learn no name.
    for word in words {
        assert!(!display.has_window(&format!(".*{word}.*")), "a window is called after {word}");
    }
    display.close(&window);
    assert!(app.ended().success());
    assert_eq!(left_behind(&home, &words), Vec::<String>::new());
    // And what would be there would be found.
    fs::write(passing.join("trace"), TYPED.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>())
        .unwrap();
    assert_eq!(left_behind(&home, &words).len(), 1);
}
