//! The buses over which a desktop speaks with a window, and its screen reader asks what is in it: one of its own for
//! each test.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{ChildStdin, ChildStdout, Command, Stdio};

use serde::Deserialize;

use crate::app::Home;
use crate::display::Display;
use crate::process::Group;

/// A bus that is the session's and the system's in one. It starts the accessibility bus for whoever asks for it.
pub struct Bus {
    address: String,
    _daemon: Group,
}

impl Bus {
    pub fn new(display: &Display, home: &Home) -> Self {
        let mut command = Command::new("dbus-daemon");
        display.surround(&mut command, home.path());
        command.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let listens = format!("--address=unix:path={}", home.path().join("bus").display());
        command.arg(listens).env_remove("DBUS_SESSION_BUS_ADDRESS").env("XDG_RUNTIME_DIR", home.path());
        let mut daemon = Group::start(command.stdout(Stdio::piped()).stderr(Stdio::null()));
        let mut address = String::new();
        BufReader::new(daemon.0.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self { address: address.trim().to_owned(), _daemon: daemon }
    }

    /// What a program runs in that a screen reader can ask, or that asks as one.
    pub fn surround(&self, command: &mut Command, home: &Path) {
        self.beside(command, home).env_remove("AT_SPI_BUS_ADDRESS").env_remove("NO_AT_BRIDGE");
    }

    /// What a program runs in that has a desktop beside it, and no screen reader.
    pub fn beside<'c>(&self, command: &'c mut Command, home: &Path) -> &'c mut Command {
        command
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env("DBUS_SYSTEM_BUS_ADDRESS", &self.address)
            .env("XDG_RUNTIME_DIR", home)
    }
}

/// What a screen reader is told of a page.
#[derive(Debug, Deserialize)]
pub struct Heard {
    /// The role and the name of all that can take the focus.
    pub focusable: Vec<(String, String)>,
    /// How much of it is ticked.
    pub checked: usize,
    /// How much of it holds what cannot be taken.
    pub invalid: usize,
}

/// Asks the window as a screen reader does.
pub struct Reader {
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
    _program: Group,
}

impl Reader {
    pub fn new(display: &Display, bus: &Bus, home: &Home) -> Self {
        // Not whichever python comes first: the binding belongs to the system's.
        let mut command = Command::new("/usr/bin/python3");
        display.surround(&mut command, home.path());
        bus.surround(&mut command, home.path());
        command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/window/accessible.py"));
        let mut program = Group::told(command.stdout(Stdio::piped()));
        let asks = program.0.stdin.take().unwrap();
        let answers = BufReader::new(program.0.stdout.take().unwrap());
        Self { asks, answers, _program: program }
    }

    /// What can take the focus in the page, and how it stands.
    pub fn hears(&mut self) -> Heard {
        writeln!(self.asks).unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        assert!(!line.is_empty(), "the accessibility bus gives no answer");
        serde_json::from_str(&line).unwrap()
    }
}

/// A desktop that says on the bus what it is told to say.
pub struct Desktop {
    tells: ChildStdin,
    told: BufReader<ChildStdout>,
    _program: Group,
}

impl Desktop {
    /// Returns when it is there, so that whoever starts after it can ask it.
    pub fn new(display: &Display, bus: &Bus, home: &Home) -> Self {
        let mut command = Command::new("/usr/bin/python3");
        display.surround(&mut command, home.path());
        bus.beside(&mut command, home.path());
        command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/window/desktop.py"));
        let mut program = Group::told(command.stdout(Stdio::piped()));
        let tells = program.0.stdin.take().unwrap();
        let told = BufReader::new(program.0.stdout.take().unwrap());
        let mut desktop = Self { tells, told, _program: program };
        desktop.answered("the desktop does not start");
        desktop
    }

    /// Says a signal, with what it carries as GLib writes it; returns when it is on the bus.
    pub fn says(&mut self, path: &str, owner: &str, name: &str, carries: &str) {
        writeln!(self.tells, "{path} {owner} {name} {carries}").unwrap();
        self.answered(&format!("{name} could not be said"));
    }

    fn answered(&mut self, otherwise: &str) {
        let mut line = String::new();
        self.told.read_line(&mut line).unwrap();
        assert!(!line.is_empty(), "{otherwise}");
    }
}
