//! The same co-op made into papers by another person on another computer: the same bytes, and in none of them a word
//! of who made them, where, or on what.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// In the name of everything around the program that has a name.
const NEEDLES: [&str; 2] = ["haystackone", "haystacktwo"];

/// What the example's co-op is called.
const NAME: &str = "Northgate Bakers Co-operative Limited";

/// Somebody at their own computer.
struct Person {
    needle: &'static str,
    zone: &'static str,
    language: &'static str,
    home: tempfile::TempDir,
}

impl Person {
    fn new(needle: &'static str, zone: &'static str, language: &'static str) -> Self {
        Self { needle, zone, language, home: tempfile::tempdir().unwrap() }
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join(self.needle)
    }

    /// Runs the program in a folder of their own, on a computer of their name.
    fn run(&self, zone: &str, arguments: &[&str]) {
        let folder = self.folder();
        let script = format!("hostname {} && exec \"$0\" \"$@\"", self.needle);
        let output = Command::new("unshare")
            .args(["--uts", "--map-root-user", "sh", "-c", &script])
            .arg(env!("CARGO_BIN_EXE_toadlane-cli"))
            .args(arguments)
            .current_dir(&folder)
            .envs(["USER", "LOGNAME", "HOSTNAME", "EMAIL", "NAME"].map(|name| (name, self.needle)))
            .envs(["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"].map(|name| (name, &folder)))
            .envs([("TZ", zone), ("LANG", self.language)])
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Everything that the program makes of the example, by name.
    fn makes(&self) -> BTreeMap<String, PathBuf> {
        let example = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../../assets/library/examples/northgate-bakers.toml");
        let folder = self.folder();
        let answers = folder.join(format!("{}.toml", self.needle));
        fs::create_dir(&folder).unwrap();
        fs::copy(example, &answers).unwrap();
        let answers = answers.to_str().unwrap();
        self.run(self.zone, &["pack", "--date", "2026-11-24", "--out", "pack", answers]);
        // These are of today, which is another day elsewhere.
        for format in ["pdf", "docx", "html", "md", "text", "json"] {
            let out = format!("articles.{format}");
            self.run("UTC", &["constitution", "--format", format, "--out", &out, answers]);
        }
        self.run(self.zone, &["calendar", "--registered", "2026-12-01", "--out", "calendar.ics", answers]);
        fs::remove_file(answers).unwrap();
        let files =
            [folder.join("pack"), folder].into_iter().flat_map(|folder| fs::read_dir(folder).unwrap());
        let files = files.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
        files.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), path)).collect()
    }
}

/// The same day for both, also at midnight.
fn made_on_one_day() -> [(Person, BTreeMap<String, PathBuf>); 2] {
    let day = || jiff::Timestamp::now().as_second() / 86_400;
    loop {
        let begun = day();
        let both = [
            Person::new(NEEDLES[0], "Pacific/Auckland", "cy_GB.UTF-8"),
            Person::new(NEEDLES[1], "America/Los_Angeles", "C"),
        ];
        let both = both.map(|person| {
            let files = person.makes();
            (person, files)
        });
        if day() == begun {
            return both;
        }
    }
}

/// What stands in a file, with what is packed in it unpacked.
fn unpacked(file: &Path) -> String {
    let (program, arguments): (&str, &[&str]) = match file.extension().and_then(|ending| ending.to_str()) {
        Some("pdf") => ("qpdf", &["--qdf", "--object-streams=disable", "--"]),
        Some("docx") => ("unzip", &["-p"]),
        _ => return String::from_utf8(fs::read(file).unwrap()).unwrap(),
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(file);
    if program == "qpdf" {
        command.arg("-");
    }
    let output = command.output().unwrap_or_else(|error| panic!("{program} is needed: {error}"));
    assert!(output.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What a PDF says of itself in one field, to whoever asks for its properties.
fn property<'s>(said: &'s str, field: &str) -> Option<&'s str> {
    said.lines().find_map(|line| line.strip_prefix(field)).map(str::trim)
}

#[test]
fn no_file_tells_who_made_it_where_or_on_what_and_all_are_the_same_elsewhere() {
    let [(_here, here), (_there, there)] = made_on_one_day();
    assert!(here.len() >= 30 && here.keys().eq(there.keys()), "{:?}", here.keys());
    // Of the computer on which the test itself runs, too.
    let system = fs::read_to_string("/proc/sys/kernel/hostname").unwrap();
    let traces = [NEEDLES[0], NEEDLES[1], system.trim(), env!("CARGO_MANIFEST_DIR"), "/tmp/", "/home/"];
    let traces: Vec<String> =
        traces.iter().filter(|trace| trace.len() > 4).map(|trace| trace.to_lowercase()).collect();
    let (mut named, mut papers) = (0, 0);
    for (name, file) in &here {
        assert!(fs::read(file).unwrap() == fs::read(&there[name]).unwrap(), "{name} is another elsewhere");
        let inside = unpacked(file).to_lowercase();
        let told: Vec<&String> = traces.iter().filter(|trace| inside.contains(*trace)).collect();
        assert!(told.is_empty(), "{name} says {told:?}");
        named += usize::from(inside.contains(&NAME.to_lowercase()));
        if name.ends_with(".pdf") {
            let said = Command::new("pdfinfo").arg(file).output().unwrap().stdout;
            let said = String::from_utf8(said).unwrap();
            assert_eq!(property(&said, "Author:"), Some(NAME), "{name}");
            let creator = property(&said, "Creator:");
            assert!(creator.is_some_and(|words| words.starts_with("Toad Lane ")), "{name}: {said}");
            assert_eq!(creator, property(&said, "Producer:"), "{name}: {said}");
            papers += 1;
        }
    }
    assert!(papers > 20, "{papers} papers");
    // What is looked through is words, and not how they are packed.
    assert_eq!(named, here.len(), "every file names the co-op");
}
