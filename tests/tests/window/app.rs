//! The real app in a real window, driven by WebKit's own driver: one display and one driver for every test.
//!
//! Controls are found as a person finds them: by their label, or by their role and name.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::bus::{Bus, Desktop};
use crate::display::Display;
use crate::process::{Group, PATIENCE, shell, until};

/// Where an app's files live, from one start to the next.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The folder that the app is told to keep its store in.
    pub fn store(&self) -> PathBuf {
        self.path().join("store")
    }

    /// The folder that a debug build takes for the one a person chose.
    pub fn exports(&self) -> PathBuf {
        let folder = self.path().join("exports");
        fs::create_dir_all(&folder).unwrap();
        folder
    }
}

/// Who answers when the app asks for a folder.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Chooser {
    /// The desktop's dialog.
    Dialog,
    /// [`Home::exports`], at once.
    Named,
}

/// WebKit's driver, which starts the app in its own surroundings.
fn driver(
    home: &Home,
    chooser: Chooser,
    display: &Display,
    bus: Option<&Bus>,
    log: &Path,
    port: u16,
) -> Command {
    let mut command = Command::new("WebKitWebDriver");
    display
        .surround(&mut command, home.path())
        .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("TOADLANE_DATA_DIR", home.store())
        .stdout(Stdio::null())
        .stderr(fs::File::create(log).unwrap());
    if let Some(bus) = bus {
        bus.surround(&mut command, home.path());
    }
    if chooser == Chooser::Named {
        command.env("TOADLANE_FOLDER", home.exports());
    }
    command
}

/// Marks the heading until the next page came, which may be this one again: of that the app sends nothing, but the page's
/// language is written down each time.
const LEAVE: &str = "const left = document.getElementById('heading'); left.setAttribute('data-left', '');
    new MutationObserver((_, seen) => { seen.disconnect(); left.removeAttribute('data-left'); })
        .observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });";

pub struct App {
    pub page: Client,
    // Dropped in this order: the driver and the app before their display.
    driver: Group,
    pub display: Display,
    log: PathBuf,
}

impl App {
    pub async fn start(home: &Home, chooser: Chooser) -> Self {
        Self::driven(home, chooser, Display::new(), None).await
    }

    /// Starts it where a screen reader can ask it.
    pub async fn heard(home: &Home, chooser: Chooser) -> (Self, Bus) {
        let display = Display::new();
        let bus = Bus::new(&display, home);
        (Self::driven(home, chooser, display, Some(&bus)).await, bus)
    }

    /// Starts it on a desktop that locks its screen when it is told to.
    pub async fn on_a_desktop(home: &Home, chooser: Chooser) -> (Self, Bus, Desktop) {
        let display = Display::new();
        let bus = Bus::new(&display, home);
        let desktop = Desktop::new(&display, &bus, home);
        (Self::driven(home, chooser, display, Some(&bus)).await, bus, desktop)
    }

    async fn driven(home: &Home, chooser: Chooser, display: Display, bus: Option<&Bus>) -> Self {
        let log = home.path().join("app.log");
        let capabilities = json!({
            "webkitgtk:browserOptions": { "binary": shell(), "args": [] },
            "timeouts": { "script": 30_000, "pageLoad": 30_000, "implicit": 0 },
        });
        let Json::Object(capabilities) = capabilities else { unreachable!() };
        let mut tries = 3;
        let (driver, page) = loop {
            let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            let driver = Group::start(&mut driver(home, chooser, &display, bus, &log, port));
            until("WebKitWebDriver to listen", || TcpStream::connect(("127.0.0.1", port)).ok()).await;
            let connector = hyper_util::client::legacy::connect::HttpConnector::new();
            let mut client = ClientBuilder::new(connector);
            let session = client.capabilities(capabilities.clone());
            match session.connect(&format!("http://127.0.0.1:{port}")).await {
                Ok(page) => break (driver, page),
                // The port was free a moment ago. Whoever took it was not the driver, and has gone.
                Err(_) if tries > 1 && TcpStream::connect(("127.0.0.1", port)).is_err() => tries -= 1,
                Err(error) => panic!("no session: {error}\n{}", fs::read_to_string(&log).unwrap()),
            }
        };
        let app = Self { page, driver, display, log };
        app.heading_exists().await;
        app
    }

    /// Ends the session, as closing the window does.
    pub async fn close(self) {
        self.page.clone().close().await.unwrap();
    }

    /// Ends the app in the middle of whatever it does.
    pub fn kill(self) {
        drop(self.driver);
    }

    async fn heading_exists(&self) {
        self.find("a heading", "//h1").await;
    }

    /// Waits for an element.
    async fn find(&self, what: &str, path: &str) -> Element {
        let begun = Instant::now();
        loop {
            if let Ok(element) = self.page.find(Locator::XPath(path)).await {
                return element;
            }
            if begun.elapsed() > PATIENCE && !self.is_working().await {
                self.picture("missing").await;
                panic!("there is no {what} on:\n{}\n{}", self.text().await, self.log());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Whether the page says that the app is at work. Setting a passphrase takes long on a busy machine, and every test is
    /// bounded.
    async fn is_working(&self) -> bool {
        self.page.find(Locator::Css("#busy:not([hidden])")).await.is_ok()
    }

    /// Everything that the page says.
    pub async fn text(&self) -> String {
        // The body may be exchanged while it is read.
        match self.page.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// What the app and WebKit wrote for programmers.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Waits until the page says this.
    pub async fn says(&self, words: &str) {
        let begun = Instant::now();
        loop {
            let text = self.text().await;
            if text.contains(words) {
                return;
            }
            if begun.elapsed() > PATIENCE {
                self.picture("unsaid").await;
                panic!("the page does not say \u{201c}{words}\u{201d}:\n{text}\n{}", self.log());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the paper beside the question, or on the page, says this.
    pub async fn says_in_paper(&self, words: &str) {
        let path = format!("//article[contains(normalize-space(.), {})]", quoted(words));
        self.find(&format!("paper that says \u{201c}{words}\u{201d}"), &path).await;
    }

    /// Waits until the screen itself says this, beside what stands around it.
    pub async fn main_says(&self, words: &str) {
        let path = format!("//main[contains(normalize-space(.), {})]", quoted(words));
        self.find(&format!("screen that says \u{201c}{words}\u{201d}"), &path).await;
    }

    /// Waits until a screen reader is told this.
    pub async fn announces(&self, words: &str) {
        let path = format!("//*[@role='status'][contains(normalize-space(.), {})]", quoted(words));
        self.find(&format!("announcement \u{201c}{words}\u{201d}"), &path).await;
    }

    /// Waits until what a screen reader is told begins so.
    pub async fn announces_first(&self, words: &str) {
        let path = format!("//*[@role='status'][starts-with(normalize-space(.), {})]", quoted(words));
        self.find(&format!("announcement \u{201c}{words}\u{201d} \u{2026}"), &path).await;
    }

    /// Waits until another screen than the one with this heading is shown.
    pub async fn leaves(&self, heading: &str) {
        let path = format!("//h1[not(contains(normalize-space(.), {}))]", quoted(heading));
        self.find(&format!("way on from \u{201c}{heading}\u{201d}"), &path).await;
    }

    /// Waits for the screen with this heading.
    pub async fn heading(&self, words: &str) {
        let path = format!("//h1[contains(normalize-space(.), {})]", quoted(words));
        self.find(&format!("heading \u{201c}{words}\u{201d}"), &path).await;
    }

    /// The form's control with this label.
    pub async fn field(&self, label: &str) -> Element {
        self.find(&format!("field \u{201c}{label}\u{201d}"), &labelled(label)).await
    }

    /// What a field holds now.
    pub async fn value(&self, label: &str) -> String {
        self.field(label).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Types into a field, over what it held.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        if !self.value(label).await.is_empty() {
            field.clear().await.unwrap();
        }
        field.send_keys(text).await.unwrap();
    }

    /// Chooses a radio button or ticks a box, by its words.
    pub async fn choose(&self, label: &str) {
        if !self.field(label).await.is_selected().await.unwrap() {
            let words = self.find(&format!("label \u{201c}{label}\u{201d}"), &named("label", label)).await;
            self.click(words, label).await;
            // Said here, where it happens: what was not taken shows much later otherwise, as something else.
            let taken = self.field(label).await.is_selected().await.unwrap();
            assert!(taken, "\u{201c}{label}\u{201d} was pressed and is not chosen");
        }
    }

    async fn click(&self, element: Element, words: &str) {
        // The driver scrolls no further than to the window's edge, where bars may lie over the page.
        let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' }); return null;";
        let argument = serde_json::to_value(&element).unwrap();
        let begun = Instant::now();
        loop {
            self.page.execute(middle, vec![argument.clone()]).await.unwrap();
            // A page that changes just now may put something else under the pointer.
            let Err(error) = element.click().await else { return };
            if begun.elapsed() > PATIENCE {
                self.picture("unclicked").await;
                panic!("\u{201c}{words}\u{201d} cannot be clicked: {error:?}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Presses the button whose words begin so.
    pub async fn press(&self, words: &str) {
        let button = self.find(&format!("button \u{201c}{words}\u{201d}"), &named("button", words)).await;
        self.click(button, words).await;
    }

    /// Opens or closes what is folded under these words.
    pub async fn press_summary(&self, words: &str) {
        let summary = self.find(&format!("fold \u{201c}{words}\u{201d}"), &named("summary", words)).await;
        self.click(summary, words).await;
    }

    /// Follows the link whose words begin so.
    pub async fn follow(&self, words: &str) {
        let link = self.find(&format!("link \u{201c}{words}\u{201d}"), &named("a", words)).await;
        self.click(link, words).await;
    }

    /// Follows the link to a screen and waits for it, also where that screen is there already: what stands on it may move.
    pub async fn follow_to(&self, screen: &str) {
        self.run(&format!("{LEAVE} return null")).await;
        self.follow(screen).await;
        let path = format!("//h1[not(@data-left) and contains(normalize-space(.), {})]", quoted(screen));
        self.find(&format!("heading \u{201c}{screen}\u{201d}"), &path).await;
    }

    /// Goes to an address, as a link to it does, and waits for what is there.
    pub async fn go(&self, at: &str) {
        let leave = format!(
            "{LEAVE} const link = document.createElement('a'); link.href = '#/' + arguments[0];
            document.body.append(link); link.click(); link.remove(); return null"
        );
        self.page.execute(&leave, vec![json!(at)]).await.unwrap();
        self.find(&format!("screen {at}"), "//h1[not(@data-left)]").await;
    }

    /// Puts an example on the desk and returns its co-op's id.
    pub async fn example(&self, name: &str) -> String {
        let path = format!("//form[h3[starts-with(normalize-space(.), {})]]//button", quoted(name));
        let button = self.find(&format!("example \u{201c}{name}\u{201d}"), &path).await;
        self.click(button, name).await;
        self.announces("The example is in your list").await;
        let id = self.run("return document.querySelector('.desk-row a').hash.split('/')[2]").await;
        id.as_str().unwrap().to_owned()
    }

    /// Runs a function's body in the page.
    pub async fn run(&self, script: &str) -> Json {
        self.page.execute(script, Vec::new()).await.unwrap()
    }

    /// Runs a function's body that calls `done`.
    pub async fn run_async(&self, script: &str) -> Json {
        let script = format!("const done = arguments[arguments.length - 1];\n{script}");
        self.page.execute_async(&script, Vec::new()).await.unwrap()
    }

    /// Keeps a picture of the window for whoever looks after the tests.
    pub async fn picture(&self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{name}.png")), self.page.screenshot().await.unwrap()).unwrap();
    }
}

/// The path of the control whose label begins so.
fn labelled(label: &str) -> String {
    format!("//*[@id=//label[starts-with(normalize-space(.), {})]/@for]", quoted(label))
}

fn named(tag: &str, words: &str) -> String {
    format!("//{tag}[starts-with(normalize-space(.), {})]", quoted(words))
}

/// Writes words as a string of XPath, which knows no escapes: pieces between apostrophes are joined again.
fn quoted(words: &str) -> String {
    let pieces: Vec<String> = words.split('\'').map(|piece| format!("'{piece}'")).collect();
    format!("concat({}, '')", pieces.join(", \"'\", "))
}

/// A call to the driver has no limit of its own, and waits for ever for a page that does not paint.
pub async fn bounded(test: impl Future<Output = ()>) {
    tokio::time::timeout(Duration::from_secs(300), test).await.expect("the test took more than five minutes");
}
