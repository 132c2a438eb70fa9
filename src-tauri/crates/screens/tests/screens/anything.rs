//! Events that no page of ours sends: any act at any address with any fields. Each gets a page, nothing breaks, and the
//! store is whole afterwards.

use std::collections::BTreeSet;

use crate::corpus::texts;
use crate::markup::{html, tags};
use crate::shown::addresses;
use crate::skeleton::forms;
use crate::stage::{Stage, event, region};

fn calls() -> usize {
    if std::env::var_os("SOAK").is_some() { 10_000 } else { 250 }
}

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// Addresses, each with the acts that its page has; acts, names of fields and values that there are anywhere, and some
/// that there are not.
struct Everything {
    pages: Vec<(String, Vec<String>)>,
    acts: Vec<String>,
    fields: Vec<String>,
    values: Vec<String>,
}

impl Everything {
    fn of(stage: &mut Stage, id: &str) -> Self {
        let outside = [
            "desk",
            "start",
            "start/worker/cs",
            "find",
            "starters",
            "starter/bakery",
            "bin",
            "backups",
            "take-in",
        ];
        let settings = ["settings", "models", "passphrase", "passphrase/change", "about", "notices", ""];
        let mut all: Vec<String> = outside.into_iter().chain(settings).map(str::to_owned).collect();
        all.extend(addresses(stage, id));
        let (mut acts, mut fields, mut values) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut pages = Vec::new();
        for at in all {
            let page = html(&stage.go(&at));
            let here = tags(&page).iter().filter_map(|tag| tag.get("data-act").map(str::to_owned)).collect();
            for field in forms(&page).into_iter().flat_map(|form| form.fields) {
                fields.insert(field.name);
                values.insert(field.held);
            }
            acts.extend(Vec::clone(&here));
            pages.push((at, here));
        }
        assert!(pages.len() > 80 && acts.len() > 30 && fields.len() > 50, "{acts:?} {fields:?}");
        // These ask first, so a page has them only after that.
        acts.extend(["remove", "erase", "restore", "settle", "unlock", "screen-locked"].map(str::to_owned));
        let nowhere =
            ["f", "f/", "f//tasks", "f/none/tasks", "///", "desk/desk", "f/../../etc/passwd", "\u{0}", "π"];
        let none = ["question/none", "rule/none", "history/-1"].map(|screen| format!("f/{id}/{screen}"));
        pages.extend(nowhere.map(str::to_owned).into_iter().chain(none).map(|at| (at, Vec::new())));
        values.extend(texts());
        values.extend([
            id.to_owned(),
            "x".repeat(300_000),
            "-1".repeat(40),
            "99999999999999999999".to_owned(),
        ]);
        let list = |set: BTreeSet<String>| set.into_iter().collect();
        Self { pages, acts: list(acts), fields: list(fields), values: list(values) }
    }

    /// An act: mostly one of the page's own, sometimes another's, or none at all.
    fn act<'e>(&'e self, here: &'e Vec<String>, dice: &mut Dice) -> &'e str {
        let among = match dice.below(10) {
            0 => &self.values,
            1..=3 => &self.acts,
            _ if here.is_empty() => &self.acts,
            _ => here,
        };
        let act: &String = dice.one(among);
        act
    }
}

#[test]
fn whatever_is_sent_gets_a_page_and_the_store_stays_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(folder.path());
    let id = stage.example("northgate-bakers");
    let everything = Everything::of(&mut stage, &id);
    let mut dice = Dice(20_261_130);
    let (mut done, mut refused) = (0, 0);
    for _ in 0..calls() {
        let (at, here) = dice.one(&everything.pages);
        let act = everything.act(here, &mut dice);
        let fields: Vec<(&str, &str)> = (0..dice.below(12))
            .map(|_| (dice.one(&everything.fields).as_str(), dice.one(&everything.values).as_str()))
            .collect();
        let reply = stage.screens.handle(&event(at, act, &fields));
        let silent = reply.patches.is_empty() && reply.ask.is_none() && reply.say.is_none();
        assert!(!reply.title.is_empty() || silent, "{act} at {at} with {fields:?} has no page");
        if reply.title.starts_with("Error") {
            refused += 1
        } else {
            done += 1
        }
        // Somebody may have locked it, or removed the co-op.
        if let Some(ask) = reply.ask {
            stage.screens.chosen(ask.into_event(), None);
        }
    }
    assert!(done > calls() / 10 && refused > calls() / 50, "{done} done, {refused} refused");
    drop(stage);
    let mut again = Stage::apart(folder.path());
    let desk = again.go("desk");
    assert!(!desk.title.starts_with("Error"), "{}", region(&desk, "main"));
    assert!(region(&desk, "main").contains("href=\"#/start\""), "{}", region(&desk, "main"));
}
