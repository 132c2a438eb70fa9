//! Processes that end with the test that started them.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How long anything may take on a busy machine with two cores.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A process with all that it starts: killed as one group, however the test ends.
pub struct Group(pub Child);

impl Group {
    pub fn start(command: &mut Command) -> Self {
        Self::spawned(command.stdin(Stdio::null()))
    }

    /// Starts a process that hears what it is told.
    pub fn told(command: &mut Command) -> Self {
        Self::spawned(command.stdin(Stdio::piped()))
    }

    fn spawned(command: &mut Command) -> Self {
        let name = command.get_program().to_owned();
        let child = command.process_group(0).spawn();
        Self(child.unwrap_or_else(|error| panic!("{name:?} does not start: {error}")))
    }

    /// Waits for the process itself to end.
    pub fn ended(&mut self) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.0.try_wait().unwrap() {
                return status;
            }
            assert!(begun.elapsed() < PATIENCE, "the process did not end");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
        // Only when the last of them is gone are its files free for the next start.
        let begun = Instant::now();
        while !members(self.0.id()).is_empty() && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

/// The shell, built beside this test.
pub fn shell() -> PathBuf {
    let chosen = std::env::var_os("TOADLANE_SHELL").map(PathBuf::from);
    let path = chosen.unwrap_or_else(|| {
        let test = std::env::current_exe().unwrap();
        test.parent().and_then(|deps| deps.parent()).unwrap().join("toadlane")
    });
    assert!(path.exists(), "{} is not there: run `cargo build --package toadlane` first", path.display());
    path
}

/// Asks again until there is an answer.
pub async fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(begun.elapsed() < PATIENCE, "waited {PATIENCE:?} for {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The living processes of a group.
pub fn members(group: u32) -> Vec<u32> {
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let ids = processes.filter_map(|process| process.file_name().to_str()?.parse().ok());
    ids.filter(|id| group_of(*id) == Some(group)).collect()
}

fn group_of(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // After the name in brackets: state, parent, group.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    // The first thread of a killed process ends before the others, which still hold its files.
    let threads = fs::read_dir(format!("/proc/{process}/task")).map_or(0, Iterator::count);
    let ended = fields.next()? == "Z" && threads <= 1;
    let group = fields.nth(1)?.parse().ok()?;
    (!ended).then_some(group)
}

/// The internet sockets that the processes of a group hold open, as the kernel lists them.
pub fn open_sockets(group: u32) -> Vec<String> {
    let lines: Vec<String> = ["tcp", "tcp6", "udp", "udp6"]
        .iter()
        .flat_map(|list| fs::read_to_string(format!("/proc/net/{list}")))
        .flat_map(|list| list.lines().skip(1).map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let mut found = Vec::new();
    for process in members(group) {
        let files = fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten().flatten();
        for link in files.filter_map(|file| fs::read_link(file.path()).ok()) {
            let link = link.to_string_lossy();
            let Some(inode) = link.strip_prefix("socket:[").and_then(|rest| rest.strip_suffix(']')) else {
                continue;
            };
            let held = lines.iter().filter(|line| line.split_whitespace().nth(9) == Some(inode));
            found.extend(held.cloned());
        }
    }
    found
}
