//! The app speaks the language that somebody chose, says what is English on a Welsh page, and can go back.

use crate::markup::{html, tags};
use crate::stage::{Stage, region};

const INDEX: &str = include_str!("../../../../../ui/static/index.html");

/// What of the window's own page is said in each language.
const SHELL: [&str; 6] = ["names", "skip", "lost-words", "busy-words", "palette-label", "shortcuts"];

fn in_welsh(stage: &mut Stage) {
    stage.act("settings", "set-language", &[("language", "cy")]);
}

fn words(html: &str) -> String {
    let texts = tags(html).into_iter().map(|tag| tag.text);
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn choosing_a_language_changes_the_whole_page_and_stays() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let english = stage.go(&format!("f/{id}/tasks"));
    assert_eq!(english.language, Some("en-GB"));
    assert!(english.patches.iter().all(|patch| !SHELL.contains(&patch.region.as_str())));
    assert!(!html(&english).contains("lang="), "nothing of an English page is foreign");

    let chosen = stage.act("settings", "set-language", &[("language", "cy")]);
    assert_eq!(chosen.language, Some("cy"));
    assert_eq!(chosen.title, "Gosodiadau \u{2013} Toad Lane");
    for name in SHELL {
        assert!(!region(&chosen, name).is_empty(), "{name} stays as it was");
    }
    drop(stage);
    // A desk that is opened anew speaks it, too.
    let mut stage = Stage::new(store.path());
    let welsh = stage.go(&format!("f/{id}/tasks"));
    assert!(region(&welsh, "nav").contains("Pob ateb"), "{}", region(&welsh, "nav"));
    assert!(region(&welsh, "head").contains("Dadwneud"));
    assert!(region(&welsh, "main").contains("Y cam nesaf"));

    let back = stage.act("settings", "set-language", &[("language", "en-GB")]);
    assert_eq!(back.language, Some("en-GB"));
    // The window takes its own words back, and they are those with which it begins.
    for name in SHELL {
        let said = words(&format!("<p>{}</p>", region(&back, name)));
        let at = INDEX.find(&format!("id=\"{name}\"")).unwrap_or_else(|| panic!("no {name}"));
        let end = at + INDEX[at..].find('>').unwrap() + 1;
        let begun = words(&format!("<p>{}", &INDEX[end..]));
        assert!(begun.starts_with(&said), "{name}: {said}");
    }
    assert!(stage.go("settings").patches.iter().all(|patch| !SHELL.contains(&patch.region.as_str())));
}

#[test]
fn what_has_no_welsh_is_marked_as_english() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    in_welsh(&mut stage);
    let question = stage.go(&format!("f/{id}/question/governance"));
    let main = region(&question, "main");
    assert!(main.contains("Pwy sy\u{2019}n rhedeg y fenter"), "{main}");
    assert!(main.contains("Bwrdd etholedig"), "the words of an answer");
    assert!(main.contains("<span lang=\"en\">The law wants some named people"), "{main}");
    let rules = tags(&region(&question, "aside"));
    let paper = rules.iter().find(|tag| tag.name == "article").unwrap();
    assert_eq!(paper.get("lang"), Some("en"), "rules stay English");
    // Of the rules, what is the library's is English, and what the app says of it is not.
    let rules = region(&stage.go(&format!("f/{id}/rules")), "main");
    assert!(rules.contains("Newid neu roi sylw") && rules.contains("Cynnwys y rheolau"), "{rules}");
    let marked = tags(&rules).into_iter().filter(|tag| tag.get("class") == Some("rule-text"));
    assert!(marked.into_iter().all(|tag| tag.get("lang") == Some("en")), "{rules}");
    // What the group wrote is in whatever language it is.
    let asked =
        region(&stage.act(&format!("f/{id}/question/purpose"), "agree", &[("text", "Bara da.")]), "main");
    assert!(!asked.contains("<span lang=\"en\">Bara da."));
}

#[test]
fn every_screen_is_whole_in_welsh() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("gwlan-y-dwr");
    in_welsh(&mut stage);
    for at in crate::shown::addresses(&mut stage, &id) {
        let reply = stage.go(&at);
        assert_eq!(reply.at, at);
        let page = tags(&html(&reply));
        crate::shown::whole(&page, &at);
        // No screen is English as a whole: that would hide what nobody translated.
        let frame = tags(&region(&reply, "main"));
        assert_eq!(frame[0].get("lang"), None, "{at}");
        crate::naming::apart(&html(&reply), &at);
    }
    for at in [
        "desk",
        "start",
        "find",
        "starters",
        "starter/bakery",
        "about",
        "bin",
        "backups",
        "take-in",
        "settings",
        "models",
        "passphrase",
        "notices",
        "no/such/screen",
    ] {
        let page = html(&stage.go(at));
        crate::shown::whole(&tags(&page), at);
        crate::naming::apart(&page, at);
    }
}

#[test]
fn words_from_right_to_left_turn_nothing_round() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let fields = [("kind", "worker/clg"), ("nation", "england"), ("name", "\u{5dc}\u{5d7}\u{5dd}")];
    let at = stage.act("start", "begin", &fields).at;
    let id = at.split('/').nth(1).unwrap().to_owned();
    let asked = region(&stage.act("desk", "ask-remove", &[("formation", &id)]), "main");
    assert!(asked.contains("Move \u{2068}\u{5dc}\u{5d7}\u{5dd}\u{2069} to the bin?"), "{asked}");
}

#[test]
fn what_is_put_into_a_message_with_signs_is_no_markup() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let folder = tempfile::tempdir().unwrap();
    let named = folder.path().join("<a>b & c");
    std::fs::create_dir(&named).unwrap();
    let export = crate::stage::event(&format!("f/{id}/pack"), "export-draft", &[]);
    let made = region(&stage.screens.chosen(export, Some(&named)), "main");
    assert!(made.contains("&#60;a&#62;b &#38; c") && !made.contains("<a>b"), "{made}");
}
