//! A person who uses the keyboard alone. Every key goes through the window as a pressed key does.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

use crate::app::App;

/// More stops than any screen has.
const MANY: usize = 200;

/// The words by which a screen reader would name what has the focus.
const FOCUSED: &str = "const e = document.activeElement; if (!e || e === document.body) return ''; \
    const label = e.labels && e.labels[0]; \
    const words = label ? label.textContent : e.getAttribute('aria-label') || e.textContent || e.value || ''; \
    return words.replace(/\\s+/g, ' ').trim();";

/// Whether the focus is in a group that has an option whose label begins with `name`.
const HAS_OPTION: &str = "const e = document.activeElement; \
    return e.type === 'radio' && [...e.form.elements[e.name]].some((o) => o.labels[0].textContent.trim().startsWith(name));";

/// Whether the focus is on that option.
const AT_OPTION: &str = "return document.activeElement.labels[0].textContent.trim().startsWith(name);";

/// Counts what a pointer does, and writes down whenever the focus is nowhere as a key is pressed, or for a quarter of a
/// second. Tab alone may lead out of the page: it goes round by way of the window's own frame.
const WATCH: &str = "window.pointed = 0; window.lost = []; let last = ''; let since = null; \
    for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'click']) window.addEventListener(kind, (event) => { \
        if (kind !== 'click' || event.detail > 0) window.pointed += 1; }, true); \
    const nowhere = () => last !== 'Tab' && (!document.activeElement || document.activeElement === document.body); \
    const lost = () => window.lost.push(location.hash + ' after ' + last); \
    window.addEventListener('keydown', (event) => { if (nowhere()) lost(); last = event.key; }, true); \
    const look = (now) => { \
        since = nowhere() ? (since ?? now) : null; \
        if (since !== null && now - since > 250) { lost(); since = now; } \
        requestAnimationFrame(look); }; \
    look(performance.now()); return null;";

pub struct Keyboard<'a>(&'a App);

impl<'a> Keyboard<'a> {
    pub async fn only(app: &'a App) -> Self {
        app.run(WATCH).await;
        Self(app)
    }

    pub async fn press(&self, key: Key) {
        self.send(vec![key.into()]).await;
    }

    pub async fn write(&self, text: &str) {
        self.send(text.chars().collect()).await;
    }

    async fn send(&self, keys: Vec<char>) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.0.page.perform_actions(actions).await.unwrap();
    }

    async fn focused(&self) -> String {
        self.0.run(FOCUSED).await.as_str().unwrap_or_default().to_owned()
    }

    /// Tabs to the control whose name begins so.
    pub async fn to(&self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..MANY {
            let focused = self.focused().await;
            if focused.starts_with(name) {
                return;
            }
            passed.push(focused);
            self.press(Key::Tab).await;
        }
        passed.truncate(MANY / 4);
        panic!("{MANY} presses do not reach \u{201c}{name}\u{201d}: {passed:#?}");
    }

    /// Tabs to a box and ticks it.
    pub async fn tick(&self, name: &str) {
        self.to(name).await;
        self.press(Key::Space).await;
    }

    /// Tabs to the group of options that has one of this name, and goes down to it.
    pub async fn choose(&self, name: &str) {
        let asked = format!("const name = {}; {HAS_OPTION}", json!(name));
        self.go_on(Key::Tab, &asked).await;
        self.press(Key::Space).await;
        self.go_on(Key::Down, &format!("const name = {}; {AT_OPTION}", json!(name))).await;
    }

    /// Presses a key until the page answers a question with yes.
    async fn go_on(&self, key: Key, question: &str) {
        for _ in 0..MANY {
            if self.0.run(question).await == json!(true) {
                return;
            }
            self.press(key).await;
        }
        panic!("{MANY} presses lead nowhere: {question}");
    }

    /// Tabs to a field and types over what it held.
    pub async fn fill_anew(&self, label: &str, text: &str) {
        self.to(label).await;
        let held = self.0.run("return document.activeElement.value").await;
        if held.as_str().is_some_and(|held| !held.is_empty()) {
            self.send_with(Key::Control, 'a').await;
        }
        self.write(text).await;
    }

    async fn send_with(&self, held: Key, value: char) {
        let held: char = held.into();
        let actions = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: held });
        self.0.page.perform_actions(actions).await.unwrap();
    }

    /// Tabs to a button or a link and presses Enter on it.
    pub async fn follow(&self, name: &str) {
        self.to(name).await;
        self.press(Key::Enter).await;
    }

    /// Presses a key while Control is held.
    pub async fn hold(&self, value: char) {
        self.send_with(Key::Control, value).await;
    }

    /// Presses keys together, and lets them go the other way round.
    pub async fn chord(&self, keys: &[Key]) {
        let keys: Vec<char> = keys.iter().map(|key| (*key).into()).collect();
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in &keys {
            actions = actions.then(KeyAction::Down { value: *value });
        }
        for value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *value });
        }
        self.0.page.perform_actions(actions).await.unwrap();
    }

    /// Goes to a place by the list of all places. Its words find nothing else.
    pub async fn go(&self, words: &str) {
        self.hold('k').await;
        self.0.announces("found").await;
        self.write(words).await;
        // Said from its beginning: "11 found" ends as "1 found" does.
        self.0.announces_first("1 found").await;
        self.press(Key::Enter).await;
    }

    /// Nothing was done with a pointer since the beginning, and the focus was always somewhere.
    pub async fn was_enough(&self) {
        assert_eq!(self.0.run("return window.pointed").await, json!(0), "pointer events");
        assert_eq!(self.0.run("return [...new Set(window.lost)]").await, json!([]), "the focus was lost");
    }
}
