//! A reply says only what is new on a page. Put onto the page before, as the script puts it, that is the page as it was
//! meant: whatever was done, whatever the window missed.

use std::collections::BTreeMap;

use scraper::Html;
use screens::{Event, Reply};

use crate::shown::addresses;
use crate::stage::{Begun, event};

/// What a window shows, and which page that is.
#[derive(Default)]
struct Window {
    regions: BTreeMap<String, String>,
    page: Option<u64>,
    /// How many bytes came.
    came: usize,
}

impl Window {
    fn take(&mut self, reply: &Reply) {
        for patch in &reply.patches {
            self.came += patch.html.len();
            let was = self.regions.get(&patch.region).map_or("", String::as_str);
            let html = filled(&patch.html, was);
            self.regions.insert(patch.region.clone(), html);
        }
        self.page = reply.page.or(self.page);
    }
}

/// New HTML with the elements that stay in the place of their templates.
fn filled(html: &str, was: &str) -> String {
    let was = Html::parse_fragment(was);
    let mut pieces = html.split("<template id=\"");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (id, rest) = piece.split_once("\"></template>").expect("a template is empty");
        let element = was.root_element().descendent_elements().find(|element| element.attr("id") == Some(id));
        out.push_str(&element.unwrap_or_else(|| panic!("{id} was not there")).html());
        out.push_str(rest);
    }
    out
}

/// HTML as a parser reads it.
fn read(html: &str) -> String {
    Html::parse_fragment(html).root_element().inner_html()
}

/// Two desks on which the same is done: one hears which page the window shows, the other does not and says all.
struct Twins {
    short: Begun,
    long: Begun,
    window: Window,
}

impl Twins {
    fn new(example: &str) -> Self {
        Self { short: Begun::new(example), long: Begun::new(example), window: Window::default() }
    }

    /// Does something on both, and returns how many bytes one sent and how many the other would have.
    fn act(&mut self, asked: &Event) -> (usize, usize) {
        let before = self.window.came;
        let whole = self.long.stage.screens.handle(asked);
        let asked = Event { shows: self.window.page, ..asked.clone() };
        let short = self.short.stage.screens.handle(&asked);
        self.window.take(&short);
        assert_eq!((&short.at, &short.focus, &short.say), (&whole.at, &whole.focus, &whole.say));
        for patch in &whole.patches {
            let shown = self.window.regions.get(&patch.region).map_or("", String::as_str);
            assert!(
                read(shown) == read(&patch.html),
                "after {asked:?} {} shows:\n{shown}\nand was meant to show:\n{}",
                patch.region,
                patch.html
            );
        }
        (self.window.came - before, whole.patches.iter().map(|patch| patch.html.len()).sum())
    }

    fn go(&mut self, screen: &str) -> (usize, usize) {
        self.act(&Event { at: self.short.at(screen), ..Event::default() })
    }

    fn done(&mut self, screen: &str, act: &str, fields: &[(&str, &str)]) -> (usize, usize) {
        self.act(&event(&self.short.at(screen), act, fields))
    }
}

/// An act: the screen, what is done there, and the fields.
type Done = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const ACTS: [Done; 19] = [
    ("question/purpose", "answer", &[("text", "To bake bread."), ("status", "open")]),
    ("question/purpose", "answer", &[("text", ""), ("status", "agreed")]),
    ("question/purpose", "agree", &[("text", "To bake cake."), ("status", "agreed")]),
    ("rules", "move-down", &[("rule", "quorum")]),
    ("rules", "move-up", &[("rule", "quorum")]),
    ("rules", "ask-comment", &[("rule", "quorum")]),
    ("rules", "comment", &[("rule", "quorum"), ("comment", "Is it <template id=\"at-notice\"></template>?")]),
    ("rules", "search", &[("words", "quorum")]),
    ("rules", "ask-remove", &[("rule", "notice")]),
    ("rules", "remove", &[("rule", "notice"), ("why", "")]),
    ("rules", "undo", &[]),
    ("rules", "redo", &[]),
    ("rules", "put-back", &[("rule", "notice")]),
    ("rule/quorum", "save", &[("heading", "Quorum of bakers"), ("text", "All of us."), ("why", "")]),
    ("rule/quorum", "save", &[("heading", "Quorum of bakers"), ("text", ""), ("why", "")]),
    ("people", "remove", &[("person", "asha")]),
    ("people", "undo", &[]),
    ("pack", "sign", &[("back", "founders-register/asha-1")]),
    ("checks", "agree-usual", &[]),
];

#[test]
fn what_is_new_makes_the_page_that_was_meant() {
    let mut twins = Twins::new("northgate-bakers");
    for (screen, act, fields) in ACTS {
        twins.go(screen);
        twins.done(screen, act, fields);
        // What stands on the page that was gone to is the same as what the act left.
        twins.go(screen);
        assert_eq!(twins.go(screen).0, 0, "{screen} twice: nothing is new");
    }
    let id = twins.short.id.clone();
    for at in addresses(&mut Begun::new("northgate-bakers").stage, &id) {
        twins.act(&Event { at, ..Event::default() });
    }
    for (at, act, fields) in [
        ("desk", "search", [("search", "bread")]),
        ("desk", "ask-remove", [("formation", id.as_str())]),
        ("settings", "set-language", [("language", "cy")]),
        ("settings", "set-language", [("language", "en-GB")]),
        ("desk", "find", [("palette-words", "quorum")]),
    ] {
        twins.act(&event(at, act, &fields));
    }
}

#[test]
fn an_act_on_a_long_page_sends_a_part_of_it() {
    let mut twins = Twins::new("northgate-bakers");
    twins.go("rules");
    for (act, rule) in [("move-down", "quorum"), ("move-up", "quorum"), ("ask-remove", "notice")] {
        let (sent, all) = twins.done("rules", act, &[("rule", rule)]);
        assert!(0 < sent && sent < all / 4, "{act} sent {sent} of {all} bytes");
    }
}

#[test]
fn a_window_that_missed_a_page_or_was_loaded_anew_gets_all_of_it() {
    let mut twins = Twins::new("northgate-bakers");
    twins.go("rules");
    twins.done("rules", "move-down", &[("rule", "quorum")]);
    // A reply that never arrived.
    let lost = event(&twins.short.at("rules"), "move-down", &[("rule", "notice")]);
    twins.long.stage.screens.handle(&lost);
    twins.short.stage.screens.handle(&Event { shows: twins.window.page, ..lost });
    let (sent, all) = twins.done("rules", "move-up", &[("rule", "quorum")]);
    assert_eq!(sent, all, "it does not show the page before");
    twins.window = Window::default();
    let (sent, all) = twins.go("rules");
    assert_eq!(sent, all, "it shows nothing");
    assert!(twins.go("rules").0 == 0, "and then it shows that");
}
