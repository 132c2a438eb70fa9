//! The store's commands, as somebody at a terminal uses them.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

struct Terminal {
    folder: tempfile::TempDir,
}

impl Terminal {
    fn run(&self, line: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_toadlane-cli"));
        command.current_dir(self.folder.path()).args(line.split(' ').map(|word| word.replace('_', " ")));
        command.output().unwrap()
    }

    /// Runs a line and returns what it says; it must end with the code.
    fn says(&self, line: &str, code: i32) -> String {
        let output = self.run(line);
        let told = String::from_utf8(output.stdout).unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{line}\n{told}\n{error}");
        format!("{told}{error}")
    }

    fn first_line(&self, line: &str) -> String {
        self.says(line, 0).lines().next().unwrap().to_owned()
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }
}

#[test]
fn a_co_op_goes_from_one_store_to_another_and_back() {
    let terminal = Terminal { folder: tempfile::tempdir().unwrap() };
    let id = terminal.first_line("new --type worker --form clg --name Northgate_Bakers --store one");
    assert!(terminal.says("list --store one", 0).contains("Northgate Bakers"));
    assert!(terminal.says(&format!("history {id} --store one"), 0).contains("Northgate Bakers (proposed)"));
    assert!(terminal.says("history nowhere --store one", 2).contains("not there"));
    terminal.says("new --store one", 2);

    let words = terminal.first_line(&format!("export {id} --out full.coop --store one"));
    fs::write(terminal.path("words"), &words).unwrap();
    assert!(terminal.says("import full.coop --store two", 2).contains("five words"));
    let preview = terminal.says("import full.coop --words-file words --store two", 1);
    assert!(preview.contains("Nothing was taken in") && preview.contains("Northgate Bakers"), "{preview}");
    assert!(!terminal.says("list --store two", 0).contains("Northgate"));
    terminal.says("import full.coop --words-file words --yes --store two", 0);
    assert!(terminal.says("list --store two", 0).contains(&id));

    terminal.first_line(&format!("export {id} --out text.coop --text-only --store two"));
    assert_eq!(
        terminal.says("compare text.coop full.coop --words-file words", 0),
        "",
        "nobody is entered yet"
    );
    let checked = terminal.says("check text.coop", 1);
    assert!(checked.contains("findings"), "{checked}");
    assert_eq!(checked, terminal.says("check full.coop --words-file words", 1));
    terminal.says("constitution text.coop --format text --out rules.txt", 0);
    assert!(fs::read_to_string(terminal.path("rules.txt")).unwrap().contains("Northgate Bakers"));
    assert!(
        terminal.says("merge text.coop full.coop --out c.coop --words-file words", 2).contains("history")
    );
    let joined = terminal.first_line("merge full.coop full.coop --out joined.coop --words-file words");
    fs::write(terminal.path("both"), format!("{words}\n{joined}\n")).unwrap();
    assert_eq!(terminal.says("compare full.coop joined.coop --words-file both", 0), "");
}

#[test]
fn a_damaged_store_is_put_back() {
    let terminal = Terminal { folder: tempfile::tempdir().unwrap() };
    terminal.first_line("new --type worker --form clg --name Northgate --store one");
    assert!(terminal.says("backup --store one", 0).contains("somebody asked"));
    terminal.first_line("new --type worker --form clg --name Southgate --store one");
    assert!(terminal.says("restore --store one", 0).contains("whole"));
    fs::create_dir(terminal.path("stick")).unwrap();
    assert!(terminal.says("backup --to stick --store one", 0).contains("Copied to"));

    let store = terminal.path("one/toad-lane.store");
    fs::write(&store, vec![7; 9_000]).unwrap();
    assert!(terminal.says("list --store one", 2).contains("Go back to a backup"));
    assert!(terminal.says("restore --store one", 1).contains("backup"));
    let told = terminal.says("restore --salvage --store one", 0);
    assert!(told.contains("set-aside"), "{told}");
    let listed = terminal.says("list --store one", 0);
    assert!(listed.contains("Northgate"), "{listed}");
    let copy = fs::read_dir(terminal.path("stick")).unwrap().next().unwrap().unwrap().path();
    fs::rename(copy, terminal.path("stick/copy.store")).unwrap();
    terminal.says("restore --from stick/copy.store --store one", 0);
    assert!(terminal.says("list --store one", 0).contains("Southgate"));
    assert!(Path::new(&store).exists());
    terminal.says("restore --from stick/none.store --store one", 2);
    terminal.says("restore --backup 99 --store one", 2);
}

#[test]
fn a_store_is_locked_with_a_passphrase_from_a_file() {
    let terminal = Terminal { folder: tempfile::tempdir().unwrap() };
    terminal.first_line("new --type worker --form clg --name Northgate_Bakers --store one");
    assert!(terminal.says("encryption --store one", 0).contains("is not encrypted"));
    fs::write(terminal.path("right"), "Four legs Good\n").unwrap();
    fs::write(terminal.path("wrong"), "two legs bad").unwrap();
    fs::write(terminal.path("empty"), "\n").unwrap();
    assert!(terminal.says("encryption --on empty --store one", 2).contains("nothing in it"));
    let code = terminal.first_line("encryption --on right --store one");
    assert_eq!(code.split(' ').count(), 8);
    fs::write(terminal.path("code"), &code).unwrap();
    assert!(terminal.says("encryption --store one", 0).contains("is encrypted"));
    assert!(terminal.says("list --store one", 2).contains("locked with a passphrase"));
    let refused = terminal.says("list --store one --passphrase-file wrong", 2);
    assert!(refused.contains("not the passphrase") && refused.contains("Nothing was changed"), "{refused}");
    assert!(terminal.says("list --store one --passphrase-file right", 0).contains("Northgate"));
    assert!(terminal.says("restore --store one --recovery-code-file code", 0).contains("whole"));
    let stick = terminal.path("stick");
    fs::create_dir(&stick).unwrap();
    terminal.says("backup --to stick --store one --passphrase-file right", 0);
    let kept: Vec<_> = fs::read_dir(&stick).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(kept.len(), 2, "the copy and its key file");
    terminal.says("encryption --change wrong --store one --passphrase-file right", 0);
    terminal.says("encryption --off --store one", 2);
    terminal.says("encryption --off --store one --passphrase-file wrong", 0);
    assert!(terminal.says("list --store one", 0).contains("Northgate"));
}

/// What the system is made to say about the folder `stick` of a terminal, to one program alone.
fn where_the_stick_is(terminal: &Terminal, kind: &str, line: &str) -> (i32, String) {
    let folder = terminal.folder.path().canonicalize().unwrap();
    let stick = folder.join("stick");
    fs::create_dir_all(&stick).unwrap();
    let mut mounts = fs::read_to_string("/proc/self/mountinfo").unwrap();
    mounts.push_str(&format!("9999 1 0:999 / {} rw - {kind} /dev/stick rw\n", stick.display()));
    fs::write(folder.join("mounts"), mounts).unwrap();
    let program = env!("CARGO_BIN_EXE_toadlane-cli");
    let command = format!("mount --bind mounts /proc/$$/mountinfo && exec {program} {line}");
    let output = Command::new("unshare")
        .current_dir(&folder)
        .args(["--mount", "--map-root-user", "sh", "-c", &command])
        .output()
        .unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
#[cfg(target_os = "linux")]
fn a_store_does_not_live_on_a_stick_or_a_network_but_copies_may() {
    let terminal = Terminal { folder: tempfile::tempdir().unwrap() };
    terminal.first_line("new --store here --type worker --form clg --name Stick");
    for (kind, why) in [("vfat", "can be pulled out"), ("nfs4", "network drive")] {
        let (code, error) = where_the_stick_is(&terminal, kind, "list --store stick/toad-lane");
        assert_eq!(code, 2, "{kind}: {error}");
        assert!(error.contains(why) && error.contains("A backup or a .coop file may go anywhere"), "{error}");
        assert!(
            fs::read_dir(terminal.path("stick")).unwrap().next().is_none(),
            "{kind}: something was written"
        );
        // The same place is fit for a copy, and another for a store.
        let (code, error) = where_the_stick_is(&terminal, kind, "backup --store here --to stick");
        assert_eq!(code, 0, "{kind}: {error}");
        for file in fs::read_dir(terminal.path("stick")).unwrap() {
            fs::remove_file(file.unwrap().path()).unwrap();
        }
    }
    for kind in ["tmpfs", "overlay", "ext4"] {
        let (code, error) = where_the_stick_is(&terminal, kind, "list --store stick/toad-lane");
        assert_eq!(code, 0, "{kind}: {error}");
    }
}
