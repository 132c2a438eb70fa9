//! Rules changed by hand: written, moved, taken out, put back, marked, and talked about.

use screens::Reply;

use crate::markup::{fields, html, tags};
use crate::stage::{Stage, region};

struct Ruled {
    stage: Stage,
    id: String,
    _store: tempfile::TempDir,
}

const SOCIETY: &str = "gwlan-y-dwr";
const COMPANY: &str = "northgate-bakers";

impl Ruled {
    fn new(example: &str) -> Self {
        let store = tempfile::tempdir().unwrap();
        let mut stage = Stage::new(store.path());
        let id = stage.example(example);
        stage.act("settings", "set-name", &[("your-name", "Asha Patel")]);
        Self { stage, id, _store: store }
    }

    fn go(&mut self, screen: &str) -> Reply {
        self.stage.go(&format!("f/{}/{screen}", self.id))
    }

    fn act(&mut self, screen: &str, act: &str, fields: &[(&str, &str)]) -> Reply {
        self.stage.act(&format!("f/{}/{screen}", self.id), act, fields)
    }

    fn main(&mut self, screen: &str) -> String {
        region(&self.go(screen), "main")
    }

    /// The rules in their order, as the contents have them: slugs.
    fn order(&mut self) -> Vec<String> {
        let main = self.main("rules");
        let links = tags(&main).into_iter().filter(|tag| tag.name == "a");
        links.filter_map(|tag| Some(tag.get("href")?.strip_prefix("#rule-")?.to_owned())).collect()
    }

    fn reword(&mut self, act: &str, text: &str) -> Reply {
        let words = [("heading", "Quorum"), ("text", text), ("why", "We are few.")];
        self.act("rule/quorum", act, &words)
    }
}

/// The words of a page, without its tags.
fn words(html: &str) -> String {
    tags(html)
        .iter()
        .map(|tag| tag.text.as_str())
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_rule_moves_one_place_and_keeps_the_focus() {
    let mut ruled = Ruled::new(COMPANY);
    let before = ruled.order();
    let at = before.iter().position(|slug| slug == "quorum").unwrap();
    let moved = ruled.act("rules", "move-up", &[("rule", "quorum")]);
    assert_eq!(moved.focus.as_deref(), Some("up-quorum"));
    let acts = tags(&region(&moved, "main")).into_iter().find(|tag| tag.get("id") == Some("acts-quorum"));
    assert!(acts.unwrap().get("open").is_some(), "the button that has the focus is shown");
    assert!(moved.say.clone().unwrap().contains(&at.to_string()), "{:?}", moved.say);
    let after = ruled.order();
    assert_eq!((after[at - 1].as_str(), &after[at]), ("quorum", &before[at - 1]));
    let page = words(&ruled.main("rules"));
    assert!(page.contains("Moved by Asha Patel, 24 November 2026, 14:02."), "{page}");
    let back = ruled.act("rules", "move-back", &[("rule", "quorum")]);
    assert_eq!(back.focus.as_deref(), Some("rule-quorum"));
    assert_eq!(ruled.order(), before);
    let first = before[0].clone();
    let stuck = ruled.act("rules", "move-up", &[("rule", &first)]);
    assert_eq!(stuck.say.as_deref(), Some("It cannot go further."));
}

#[test]
fn taking_out_asks_first_and_says_what_nothing_else_provides_for() {
    let mut ruled = Ruled::new(SOCIETY);
    let rules = ruled.order().len();
    let slugs = ruled.order();
    let lost: Vec<&String> = slugs
        .iter()
        .filter(|slug| {
            let asked = ruled.act("rules", "ask-remove", &[("rule", slug)]);
            assert_eq!(asked.focus.as_deref(), Some("removing"), "{slug}");
            words(&region(&asked, "main")).contains("provides for:")
        })
        .collect();
    assert!(lost.iter().any(|slug| *slug == "quorum") || lost.len() > 5, "{lost:?}");
    assert!(lost.len() < slugs.len(), "some rules are nobody\u{2019}s business");
    assert_eq!(ruled.order().len(), rules, "asking takes nothing out");
    let long = "x".repeat(3_000);
    let refused = ruled.act("rules", "remove", &[("rule", "quorum"), ("why", &long)]);
    assert!(region(&refused, "main").contains("id=\"rule-why-wrong\""));
    ruled.act("rules", "remove", &[("rule", "quorum"), ("why", "We all come.")]);
    let page = words(&ruled.main("rules"));
    assert!(!ruled.order().contains(&"quorum".to_owned()));
    assert!(page.contains("taken out by Asha Patel, 24 November 2026, 14:02. Why: We all come."), "{page}");
    let back = ruled.act("rules", "put-back", &[("rule", "quorum")]);
    assert_eq!(back.focus.as_deref(), Some("rule-quorum"));
    assert_eq!(ruled.order(), slugs);
}

#[test]
fn a_rule_is_written_by_hand_confirmed_and_put_back() {
    let mut ruled = Ruled::new(SOCIETY);
    let model = fields(&ruled.main("rule/quorum"), "save");
    // Saved as it came, nothing is changed by hand.
    let sent: Vec<(&str, &str)> = model.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    ruled.act("rule/quorum", "save", &sent);
    assert!(!ruled.main("rules").contains("Your own words"));
    let saved = ruled.reword("save", "Half of us must come.");
    assert_eq!(saved.focus, None, "somebody who types keeps the focus");
    let main = region(&saved, "main");
    assert!(main.contains("The model\u{2019}s words provided for"), "the check asks at once: {main}");
    assert!(region(&saved, "aside").contains("<del>"), "the change is marked beside");
    assert!(words(&main).contains("1 rule differs from the model"), "the count for the fee");
    // Going on without a tick is asked about; with it, it is not.
    let asked = ruled.reword("done", "Half of us must come.");
    assert_eq!(asked.focus.as_deref(), Some("leaving"));
    let ticks: Vec<String> = tags(&region(&asked, "main"))
        .iter()
        .filter(|tag| tag.get("name") == Some("provides"))
        .map(|tag| tag.get("value").unwrap().to_owned())
        .collect();
    assert!(!ticks.is_empty());
    let checks = html(&ruled.go("checks"));
    assert!(checks.contains("/rule/quorum\""), "the checks lead to where it is mended");
    let mut typed = vec![("heading", "Quorum"), ("text", "Half of us must come."), ("why", "We are few.")];
    typed.extend(ticks.iter().map(|tick| ("provides", tick.as_str())));
    let done = ruled.act("rule/quorum", "done", &typed);
    assert_eq!(done.focus.as_deref(), Some("rule-quorum"));
    assert!(!html(&ruled.go("checks")).contains("provided for"), "what is ticked is confirmed");
    let page = words(&ruled.main("rules"));
    let by_hand = "Your own words, written by Asha Patel, 24 November 2026, 14:02. Why: We are few.";
    assert!(page.contains(by_hand) && page.contains("Half of us must come."), "{page}");
    ruled.act("rule/quorum", "put-back", &[]);
    assert_eq!(fields(&ruled.main("rule/quorum"), "save"), model);
}

#[test]
fn words_that_do_not_fit_stay_on_the_page() {
    let mut ruled = Ruled::new(COMPANY);
    let long = "word ".repeat(2_500);
    for (screen, act) in [("rule/quorum", "save"), ("rule/quorum", "done"), ("rule-after/quorum", "add")] {
        for (heading, text, why, wrong) in [
            ("", "Half of us.", "Because", "rule-heading"),
            ("Quorum", " ", "Because", "rule-text"),
            ("Quorum", long.as_str(), "Because", "rule-text"),
            ("Quorum", "Half of us.", long.as_str(), "rule-why"),
        ] {
            let reply = ruled.act(screen, act, &[("heading", heading), ("text", text), ("why", why)]);
            let main = region(&reply, "main");
            let focus = if act == "save" { None } else { Some("trouble") };
            assert_eq!(reply.focus.as_deref(), focus, "{screen}, {wrong}");
            assert!(reply.say.is_some(), "{screen}, {wrong}: nobody is told");
            assert!(main.contains(&format!("id=\"{wrong}-wrong\"")), "{screen}, {wrong}");
            let shown = fields(&main, act);
            for typed in [("heading", heading), ("text", text), ("why", why)] {
                let typed = (typed.0.to_owned(), typed.1.to_owned());
                assert!(shown.contains(&typed), "{screen}, {wrong}: {} is lost", typed.0);
            }
        }
    }
    assert!(!ruled.main("rules").contains("Your own words"));
}

#[test]
fn a_rule_of_their_own_comes_after_another() {
    let mut ruled = Ruled::new(COMPANY);
    let words_typed = [("heading", "C\u{175}n"), ("text", "Dogs may come in."), ("why", "")];
    let added = ruled.act("rule-after/quorum", "add", &words_typed);
    let slug = added.at.rsplit('/').next().unwrap().to_owned();
    assert_eq!(added.focus, Some(format!("rule-{slug}")));
    let order = ruled.order();
    let at = order.iter().position(|one| *one == slug).unwrap();
    assert_eq!(order[at - 1], "quorum");
    let page = words(&ruled.main("rules"));
    assert!(page.contains("making, written by Asha Patel") && page.contains("Dogs may come in."), "{page}");
}

#[test]
fn changes_are_marked_for_eyes_and_for_ears() {
    let mut ruled = Ruled::new(COMPANY);
    assert!(ruled.main("marked").contains("Nothing differs"));
    let moment = ruled.act("history", "look", &[("place", "1")]).at;
    let moment = moment.rsplit('/').next().unwrap().to_owned();
    assert!(ruled.main(&format!("history/{moment}")).contains(&format!("/marked/{moment}")));
    ruled.reword("save", "Half of us must come.");
    for screen in ["marked".to_owned(), "marked/usual".to_owned(), format!("marked/{moment}")] {
        let main = ruled.main(&screen);
        let (marks, spoken) =
            (main.matches("<ins>").count(), main.matches("<ins><span class=\"unseen\">").count());
        assert!(marks > 0 && marks == spoken, "{screen}: {marks} marks, {spoken} in words");
        assert!(main.contains("<del><span class=\"unseen\"> (gone:) </span>"), "{screen}");
        assert!(main.contains("<td>We are few.</td>"), "{screen}: the reason stands in the table");
    }
    let chosen = ruled.act("marked", "against", &[("against", "usual")]);
    assert!(chosen.at.ends_with("/marked/usual"));
    assert!(ruled.act("marked", "against", &[("against", "nothing")]).title.contains("not"));
}

#[test]
fn a_reader_leaves_a_comment_that_is_settled_and_taken_away() {
    let mut ruled = Ruled::new(COMPANY);
    let asked = ruled.act("rules", "ask-comment", &[("rule", "quorum")]);
    assert_eq!(asked.focus.as_deref(), Some("comment"));
    assert!(words(&region(&asked, "main")).contains("It stands there as Asha Patel\u{2019}s."));
    let empty = ruled.act("rules", "comment", &[("rule", "quorum"), ("comment", " ")]);
    assert!(region(&empty, "main").contains("id=\"comment-wrong\""));
    let long = "w".repeat(2_001);
    let refused = ruled.act("rules", "comment", &[("rule", "quorum"), ("comment", &long)]);
    assert!(region(&refused, "main").contains(&long), "what was written stays");
    ruled.act("rules", "comment", &[("rule", "quorum"), ("comment", "Two is too few, surely.")]);
    let page = ruled.main("rules");
    let said = words(&page);
    assert!(said.contains("Two is too few, surely. Asha Patel, 24 November 2026, 14:02"), "{said}");
    assert!(said.contains("1 open comment") && said.contains("1 comment"));
    let which = page.split("id=\"settle-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let one = [("rule", "quorum"), ("which", which.as_str())];
    ruled.act("rules", "settle", &one);
    assert!(!words(&ruled.main("rules")).contains("1 open comment"));
    ruled.act("rules", "open-again", &one);
    assert!(words(&ruled.main("rules")).contains("1 open comment"));
    // On a rule that went out it is still read.
    ruled.act("rules", "remove", &[("rule", "quorum"), ("why", "")]);
    assert!(words(&ruled.main("rules")).contains("Two is too few, surely."));
    ruled.act("rules", "remove-comment", &one);
    assert!(!words(&ruled.main("rules")).contains("Two is too few"));
}

#[test]
fn every_act_by_hand_is_undone() {
    let mut ruled = Ruled::new(SOCIETY);
    let rule = ("rule", "quorum");
    ruled.act("rules", "comment", &[rule, ("comment", "Why?")]);
    let which =
        ruled.main("rules").split("id=\"settle-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    ruled.act("rules", "move-down", &[rule]);
    ruled.reword("save", "Half of us must come.");
    let which = ("which", which.as_str());
    for (screen, act, fields) in [
        ("rules", "move-up", vec![("rule", "notice")]),
        ("rules", "move-down", vec![("rule", "notice")]),
        ("rules", "move-back", vec![rule]),
        ("rules", "remove", vec![("rule", "notice"), ("why", "x")]),
        ("rules", "put-back", vec![rule]),
        ("rules", "comment", vec![rule, ("comment", "No.")]),
        ("rules", "settle", vec![rule, which]),
        ("rules", "remove-comment", vec![rule, which]),
        ("rule/quorum", "save", vec![("heading", "Quorum"), ("text", "All of us.")]),
        ("rule/quorum", "put-back", vec![]),
        ("rule-after/quorum", "add", vec![("heading", "Dogs"), ("text", "Dogs may come in.")]),
    ] {
        let before = ruled.main("rules");
        ruled.act(screen, act, &fields);
        let done = ruled.main("rules");
        assert_ne!(done, before, "{act} does something");
        let undone = ruled.act("rules", "undo", &[]);
        assert!(undone.say.clone().unwrap().starts_with("Undone"), "{act}");
        assert_eq!(ruled.main("rules"), before, "{act} is undone");
        ruled.act("rules", "redo", &[]);
        assert_eq!(words(&ruled.main("rules")).len(), words(&done).len(), "{act} is done again");
        ruled.act("rules", "undo", &[]);
    }
}

#[test]
fn words_are_found_in_the_rules() {
    let mut ruled = Ruled::new(COMPANY);
    let found = ruled.act("rules", "search", &[("words", "a meeting COUNT")]);
    assert_eq!(found.focus.as_deref(), Some("sought"));
    assert!(region(&found, "main").contains("/rules/quorum\""));
    let none = ruled.act("rules", "search", &[("words", "zzz")]);
    assert_eq!(none.say.as_deref(), Some("Not found in the rules."));
    assert!(ruled.act("rules", "search", &[("words", " ")]).focus.is_some());
}

/// What the comment's field holds on a page; none where nobody writes one.
fn half_written(reply: &Reply) -> Option<String> {
    let main = region(reply, "main");
    tags(&main).into_iter().find(|tag| tag.get("id") == Some("comment")).map(|tag| tag.text)
}

#[test]
fn a_half_written_comment_outlives_whatever_else_is_done() {
    let mut ruled = Ruled::new(COMPANY);
    let other = ruled.stage.example(SOCIETY);
    let rule = ("rule", "quorum");
    ruled.act("rules", "ask-comment", &[rule]);
    let kept = ruled.act("rules", "write-comment", &[rule, ("comment", "Is half")]);
    assert!(kept.patches.is_empty(), "nothing is drawn anew under somebody's hands");
    for (act, fields) in [
        ("move-down", [("rule", "notice")]),
        ("ask-remove", [("rule", "notice")]),
        ("search", [("words", "bread")]),
        ("undo", [("rule", "")]),
    ] {
        let page = ruled.act("rules", act, &fields);
        assert_eq!(half_written(&page).as_deref(), Some("Is half"), "{act}");
    }
    ruled.go("tasks");
    assert_eq!(half_written(&ruled.go("rules")).as_deref(), Some("Is half"));
    let elsewhere = ruled.act("rules", "ask-comment", &[("rule", "notice")]);
    assert_eq!(half_written(&elsewhere).as_deref(), Some("Is half"));
    assert_eq!(elsewhere.focus.as_deref(), Some("comment"));
    assert_eq!(half_written(&ruled.stage.go(&format!("f/{other}/rules"))), None);
    let left = ruled.act("rules", "leave-none", &[rule]);
    assert_eq!((half_written(&left), left.focus.as_deref()), (None, Some("ask-comment-quorum")));
    ruled.act("rules", "ask-comment", &[rule]);
    let done = ruled.act("rules", "comment", &[rule, ("comment", "Is half too many?")]);
    assert_eq!(half_written(&done), None);
    assert!(words(&region(&done, "main")).contains("Is half too many?"));
}

#[test]
fn a_new_rule_is_saved_as_soon_as_it_has_a_heading_and_a_text() {
    let mut ruled = Ruled::new(COMPANY);
    let before = ruled.order();
    let half = ruled.act("rule-after/quorum", "save", &[("heading", "Bread"), ("text", " ")]);
    assert!(half.at.ends_with("rule-after/quorum") && !half.title.starts_with("Error"), "{}", half.title);
    assert_eq!((half.focus.as_deref(), ruled.order()), (None, before.clone()));
    let words = [("heading", "Bread"), ("text", "We ba")];
    let saved = ruled.act("rule-after/quorum", "save", &words);
    let slug = saved.at.split_once("/rule/").expect("it has an address of its own").1.to_owned();
    assert_eq!(saved.focus, None, "whoever writes goes on writing");
    // What is typed next is saved there, and makes no second rule.
    ruled.act(&format!("rule/{slug}"), "save", &[("heading", "Bread"), ("text", "We bake each day.")]);
    let after = ruled.order();
    assert_eq!(after.len(), before.len() + 1);
    let at = before.iter().position(|rule| rule == "quorum").unwrap();
    assert_eq!(after[at + 1], slug);
    assert!(ruled.main("rules").contains("We bake each day."));
}

#[test]
fn the_history_calls_rules_by_their_headings() {
    let mut ruled = Ruled::new(COMPANY);
    let own = [("heading", "Bread for all"), ("text", "We bake each day.")];
    let added = ruled.act("rule-after/quorum", "save", &own).at.split_once("/rule/").unwrap().1.to_owned();
    ruled.reword("save", "Half of us.");
    ruled.act("rules", "move-up", &[("rule", "quorum")]);
    for rule in ["quorum", &added] {
        ruled.act("rules", "comment", &[("rule", rule), ("comment", "Is it so?")]);
    }
    let page = words(&ruled.main("history"));
    let heading = "How many members make a meeting count";
    for what in ["Rule edited by hand", "Where the rule stands", "Comment on the rule"] {
        assert!(page.contains(&format!("{what}: {heading}")), "{what}: {page}");
    }
    for what in ["Rule edited by hand", "Comment on the rule"] {
        assert!(page.contains(&format!("{what}: Bread for all")), "{what}: {page}");
    }
    assert!(!page.contains(": quorum") && !page.contains(&added), "{page}");
}
