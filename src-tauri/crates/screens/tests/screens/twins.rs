//! Two hundred hostile texts through every field that there is, each beside its shadow: a harmless text of the same
//! length, with the same gaps. Whatever page comes back has no element, at any depth, with any attribute, id or link, that
//! the pages with harmless texts do not have; and what the shadow's page shows of the shadow, it shows of the text.

use std::collections::BTreeSet;

use screens::Reply;

use crate::corpus::texts;
use crate::markup::html;
use crate::skeleton::{Field, Form, forms, is_foreign, said, skeleton};
use crate::stage::{Stage, event};

/// A text of letters, as long and with the same gaps, and unlike every other text's.
fn shadow(text: &str) -> String {
    const LETTERS: &[u8] = b"bcdfghjklmnpqrstvwxz";
    let seed: usize = text.bytes().fold(7, |seed, byte| (seed * 31 + usize::from(byte)) % 1_000_003);
    let letter = |at: usize| char::from(LETTERS[(seed + at * at * 7 + at * (seed % 17)) % LETTERS.len()]);
    text.chars().enumerate().map(|(at, c)| if c.is_whitespace() { c } else { letter(at) }).collect()
}

/// What stands for the text in a field.
pub const TEXT: &str = "\u{1}";

/// One desk with the hostile text, one with its shadow, and the same done at both.
pub struct Twins {
    pub stages: [Stage; 2],
    pub ids: [String; 2],
    _stores: [tempfile::TempDir; 2],
    texts: [String; 2],
    /// What was typed so far, and where it must be shown again.
    typed: Vec<[String; 2]>,
    /// Every element that was ever on a page of the harmless desk.
    pub known: BTreeSet<String>,
    /// How often a text stood on a page.
    pub shown: usize,
}

impl Twins {
    pub fn new() -> Self {
        let stores = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let mut stages = [Stage::new(stores[0].path()), Stage::new(stores[1].path())];
        let ids = [0, 1].map(|at| stages[at].example("northgate-bakers"));
        let texts = [String::new(), String::new()];
        Self {
            stages,
            ids,
            _stores: stores,
            texts,
            typed: Vec::new(),
            known: begun().into_iter().chain(refused()).collect(),
            shown: 0,
        }
    }

    pub fn say(&mut self, text: &str) {
        self.texts = [text.to_owned(), shadow(text)];
        if !self.typed.contains(&self.texts) {
            self.typed.push(self.texts.clone());
        }
    }

    pub fn go(&mut self, at: &str) -> [Reply; 2] {
        self.both(at, |stage, at, _| stage.go(at))
    }

    pub fn act(&mut self, at: &str, act: &str, fields: &[(&str, &str)]) -> [Reply; 2] {
        self.both(at, |stage, at, text| {
            let fields: Vec<(&str, String)> =
                fields.iter().map(|(name, value)| (*name, value.replace(TEXT, text))).collect();
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            stage.screens.handle(&event(at, act, &fields))
        })
    }

    /// Does the same at both desks and compares what comes back.
    pub fn both(&mut self, at: &str, mut act: impl FnMut(&mut Stage, &str, &str) -> Reply) -> [Reply; 2] {
        let replies = [0, 1].map(|twin| act(&mut self.stages[twin], at, &self.texts[twin]));
        let pages = [0, 1].map(|twin| unnamed(&html(&replies[twin]).replace(&self.ids[twin], "ID")));
        let bones = [0, 1].map(|twin| skeleton(&pages[twin]));
        let text = &self.texts[0];
        assert!(!is_foreign(&pages[0]), "{at} with {text:?}");
        self.known.extend(bones[1].iter().cloned());
        let foreign: Vec<&String> =
            bones[0].iter().filter(|line| !self.known.contains(*line) && !is_of_a_rule(line)).collect();
        assert!(foreign.is_empty(), "{at} with {text:?}: {foreign:#?}");
        let said = [0, 1].map(|twin| squeezed(&said(&pages[twin]).concat()));
        for typed in &self.typed {
            let [here, there] = [0, 1].map(|twin| said[twin].matches(&squeezed(&typed[twin])).count());
            // A rule with a character that nobody sees is refused, and its shadow is not.
            let may_be_refused = typed[0].chars().any(is_hidden);
            assert!(
                may_be_refused || here >= there.min(1),
                "{at}: {:?} is not shown as it was typed",
                typed[0]
            );
            self.shown += here;
        }
        replies
    }
}

/// The elements of a co-op that was just begun: a text may stop a pack, as missing answers do, and the pages say so.
fn begun() -> BTreeSet<String> {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let begin = [("kind", "worker/clg"), ("nation", "england"), ("name", "Plain")];
    let at = stage.act("start", "begin", &begin).at;
    let id = at.split('/').nth(1).unwrap();
    let pages = SHOWING.map(|screen| html(&stage.go(&format!("f/{id}/{screen}"))).replace(id, "ID"));
    // A check may lead to a rule that was added, or reworded: the one text refers to what is not there, or says what the
    // checks stop, and its shadow cannot.
    let rules = ["RULE", "quorum"];
    let to_a_rule =
        (3..9).flat_map(|depth| rules.map(|rule| format!("{depth} a href=\"#/f/ID/rule/{rule}\"")));
    pages.iter().flat_map(|page| skeleton(page)).chain(to_a_rule).collect()
}

/// The elements of a rule whose words are refused: of a text with hidden characters alone, and never of its shadow.
fn refused() -> BTreeSet<String> {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    const HIDDEN: &str = "Plain a\u{202e}b words.";
    let typed = [
        ("rule/quorum", "save", "1. Plain words."),
        ("rule/quorum", "save", HIDDEN),
        ("rule-after/quorum", "save", HIDDEN),
        ("rule-after/quorum", "add", HIDDEN),
    ];
    let pages = typed.map(|(screen, act, text)| {
        let fields = [("heading", "Quorum"), ("text", text), ("why", "Plain")];
        html(&stage.act(&format!("f/{id}/{screen}"), act, &fields)).replace(&id, "ID")
    });
    pages.iter().flat_map(|page| skeleton(page)).collect()
}

/// Whether an element is one of the few that a rule's own signs make, or the marks of what changed in it: two of the
/// texts are made of them.
fn is_of_a_rule(line: &str) -> bool {
    const MADE: [&str; 10] = [
        "del",
        "ins",
        "ul",
        "li",
        "p",
        "strong",
        "a href=\"#quorum\"",
        "a href=\"#none\"",
        "span class=\"blank\"",
        "span class=\"label\"",
    ];
    line.split_once(' ').is_some_and(|(_, element)| MADE.contains(&element))
}

/// A page on which all rules that were added have one address: it is made of the heading, and of an id that ends alike
/// for all of them here.
fn unnamed(page: &str) -> String {
    let mut pieces: Vec<&str> = page.split("-000000").collect();
    let last = pieces.pop().unwrap();
    let is_of_a_slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let named = pieces.into_iter().map(|piece| {
        let prefixes = [
            "at-",
            "rule-",
            "acts-",
            "do-",
            "edit-",
            "up-",
            "down-",
            "out-",
            "add-",
            "ask-comment-",
            "hand-",
            "back-",
        ];
        let kept = piece.trim_end_matches(is_of_a_slug);
        let slug = &piece[kept.len()..];
        let prefix = prefixes
            .iter()
            .find(|prefix| slug.starts_with(**prefix) && kept.ends_with("id=\""))
            .unwrap_or(&"");
        format!("{kept}{prefix}RULE")
    });
    named.chain([last.to_owned()]).collect()
}

/// Controls, and marks that turn the direction of what follows.
pub fn is_hidden(c: char) -> bool {
    let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && c != '\n')
}

/// With single gaps: in a line of a list they are single.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What takes words, with the screen it stands on: every form of every screen, and of alike questions one.
fn places(twins: &mut Twins) -> Vec<(String, Form)> {
    let id = twins.ids[0].clone();
    let mut places: Vec<(String, Form)> = Vec::new();
    let mut add = |at: &str, page: &str| {
        for form in forms(page) {
            let names = |form: &Form| {
                form.fields
                    .iter()
                    .filter(|field| field.is_typed)
                    .map(|field| field.name.clone())
                    .collect::<Vec<_>>()
            };
            let kind = |at: &str| at.replace(&id, "ID").split('/').take(3).collect::<Vec<_>>().join("/");
            if !places.iter().any(|(there, known)| {
                kind(there) == kind(at) && known.act == form.act && names(known) == names(&form)
            }) {
                places.push((at.replace(&id, "ID"), form));
            }
        }
    };
    let mut addresses = crate::shown::addresses(&mut twins.stages[0], &id);
    addresses.extend(OUTSIDE.map(str::to_owned));
    for at in addresses {
        add(&at, &html(&twins.stages[0].go(&at)));
    }
    // What opens only when somebody asks for it.
    for (screen, act, fields) in ASKED {
        let at = format!("f/{id}/{screen}");
        let pages = twins.stages.each_mut().map(|stage| html(&stage.act(&at, act, &[*fields])));
        add(&at, &pages[0]);
    }
    places
}

/// Screens of no co-op that take words. What a passphrase is typed into is apart: it never comes back.
const OUTSIDE: [&str; 8] =
    ["desk", "start", "start/worker/clg", "find", "starter/bakery", "backups", "take-in", "settings"];

/// Acts that open a form on the page.
const ASKED: [(&str, &str, &(&str, &str)); 2] =
    [("rules", "ask-comment", &("rule", "quorum")), ("rules", "ask-remove", &("rule", "quorum"))];

/// Screens that show what was typed elsewhere.
const SHOWING: [&str; 22] = [
    "tasks",
    "answers",
    "people",
    "person/asha",
    "rules",
    "rule/quorum",
    "marked",
    "marked/usual",
    "checks",
    "pack",
    "pack/constitution/1",
    "pack/founding-minutes/1",
    "history",
    "hand-on",
    "privacy",
    "notes",
    "question/name",
    "question/purpose",
    "question/objects",
    "question/registered-office",
    "question/general-meeting-quorum",
    "question/admission",
];

/// The most characters that every field of a form takes.
fn room(form: &Form) -> usize {
    let room = |field: &Field| match field.name.as_str() {
        "your-name" => 80,
        "programme" | "stage" | "next-step" => 120,
        "heading" => 200,
        _ => 1_800,
    };
    form.fields.iter().filter(|field| field.is_typed).map(room).min().unwrap()
}

/// Texts in as few pieces as have room.
pub fn packed(texts: &[String], room: usize) -> Vec<String> {
    let mut packs: Vec<String> = Vec::new();
    for text in texts {
        match packs.last_mut().filter(|pack| pack.chars().count() + 1 + text.chars().count() <= room) {
            Some(pack) => pack.extend([" ", text]),
            None => packs.push(text.clone()),
        }
    }
    packs
}

impl Twins {
    /// Sends a form with the text in each of its fields.
    fn send(&mut self, at: &str, form: &Form) {
        let at = at.replace("ID", &self.ids[0]);
        let value = |field: &Field| if field.is_typed { TEXT.to_owned() } else { field.held.clone() };
        let fields: Vec<(String, String)> =
            form.fields.iter().map(|field| (field.name.clone(), value(field))).collect();
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.act(&at, &form.act, &fields);
    }

    /// Looks at every screen that shows what was typed.
    pub fn walk(&mut self) {
        let id = self.ids[0].clone();
        for screen in SHOWING {
            self.go(&format!("f/{id}/{screen}"));
        }
        for at in ["desk", "bin", "settings"] {
            self.go(at);
        }
    }
}

/// Sends a part of the texts through every form, and looks at every screen afterwards.
fn through_every_form(some: &[String]) {
    let mut twins = Twins::new();
    let places = places(&mut twins);
    let fields = places.iter().flat_map(|(_, form)| &form.fields).filter(|field| field.is_typed).count();
    assert!(places.len() >= 23 && fields >= 63, "only {fields} fields in {} forms", places.len());
    for (at, form) in &places {
        for pack in packed(some, room(form)) {
            twins.say(&pack);
            twins.send(at, form);
        }
    }
    twins.walk();
    assert!(twins.shown > 100, "shown {} times", twins.shown);
}

/// How many texts go through the forms together: so many fit the longest fields, and no screen grows out of bounds.
const TOGETHER: usize = 35;

/// Two tests, for a machine with two cores.
fn half(which: usize) {
    // Those with marks that hide or turn are refused in every field: `hostile` and the desk's `letters` try that.
    let all: Vec<String> = texts().into_iter().filter(|text| !text.chars().any(is_hidden)).collect();
    assert!(all.len() >= 200, "{}", all.len());
    all.chunks(TOGETHER).skip(which).step_by(2).for_each(through_every_form);
}

#[test]
fn every_text_in_every_field_of_every_form_is_text() {
    half(0);
}

#[test]
fn every_other_text_in_every_field_of_every_form_is_text() {
    half(1);
}
