//! Finding one's way: many co-ops on one desk, the palette, and the size of everything.

use crate::markup::tags;
use crate::stage::{Begun, Stage, event, region};

#[test]
fn many_co_ops_are_paged_filtered_searched_and_copied() {
    let mut kept = Begun::new("northgate-bakers");
    for number in 1..=52 {
        let name = format!("Group {number} Co-operative Limited");
        let begin = [("kind", "worker/clg"), ("nation", "england"), ("name", name.as_str())];
        kept.stage.act("start", "begin", &begin);
    }
    let first = region(&kept.stage.go("desk"), "main");
    assert!(first.contains("Page 1 of 2, 53 co-ops") && first.contains("Group 52 Co"), "{first}");
    assert!(!first.contains("Group 1 Co"));
    let second = kept.stage.act("desk", "page", &[("page", "1")]);
    assert_eq!(second.focus.as_deref(), Some("list"));
    assert!(region(&second, "main").contains("Group 1 Co") && region(&second, "main").contains("Northgate"));
    let filtered = kept.stage.act("desk", "filter", &[("words", "GROUP 5"), ("programme", "")]);
    assert_eq!(filtered.focus, None, "somebody who types keeps the focus");
    let main = region(&filtered, "main");
    assert!(main.contains("Group 50 Co") && main.contains("Group 5 Co") && !main.contains("Group 49 Co"));
    assert!(
        region(&kept.stage.act("desk", "filter", &[("words", "zzz")]), "main").contains("None of your 53")
    );
    kept.stage.act("desk", "all", &[]);
    kept.act("notes", "keep", &[("programme", "Spring"), ("stage", ""), ("next-step", "")]);
    let main = region(&kept.stage.act("desk", "filter", &[("programme", "Spring")]), "main");
    assert!(main.contains("Northgate") && !main.contains("Group 52 Co"), "{main}");
    kept.stage.act("desk", "all", &[]);

    for (words, to) in [
        ("northgate", "/tasks"),
        ("PATEL", "/person/asha"),
        ("good bread", "/question/purpose"),
        ("quorum", "/rules/"),
    ] {
        let found = kept.stage.act("desk", "search", &[("search", words)]);
        assert_eq!(found.focus.as_deref(), Some("hits"));
        let main = region(&found, "main");
        let hits = main.split("<ul class=\"hits\">").nth(1).unwrap().split("</ul>").next().unwrap();
        assert!(hits.contains(to), "{words}: {hits}");
    }
    for nothing in ["", "   ", "zzzzzz", "status"] {
        let main = region(&kept.stage.act("desk", "search", &[("search", nothing)]), "main");
        let hits = main.split("<ul class=\"hits\">").nth(1).unwrap().split("</ul>").next().unwrap();
        assert!(nothing == "status" || !hits.contains("<li>"), "{nothing}: {hits}");
        assert!(!hits.contains("/question/registered-email"), "a value's keys are no words: {hits}");
    }

    let id = kept.id.clone();
    let copied = kept.stage.act("desk", "copy", &[("formation", &id)]);
    let main = region(&copied, "main");
    assert!(main.contains("A copy is in your list") && main.contains("A co-op without a name yet"), "{main}");
    let copy = main.split("href=\"#/f/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    assert!(region(&kept.stage.go(&format!("f/{copy}/people")), "main").contains("Nobody is entered yet"));
    let answers = region(&kept.stage.go(&format!("f/{copy}/answers")), "main");
    assert!(answers.contains("We bake good bread") && !answers.contains(">Agreed<"), "{answers}");
}

#[test]
fn the_palette_goes_anywhere_and_leaves_the_page_alone() {
    let mut kept = Begun::new("northgate-bakers");
    let shown = kept.go("checks");
    let mut find = |at: String, words: &str| {
        let reply = kept.stage.act(&at, "find", &[("palette-words", words)]);
        assert_eq!(reply.at, at);
        let [patch] = reply.patches.as_slice() else { panic!("more than the list changes") };
        assert_eq!((patch.region.as_str(), reply.focus.as_deref()), ("found", None));
        (reply.title.clone(), patch.html.clone(), reply.say.unwrap())
    };
    let at = shown.at.clone();
    let (title, _, _) = find(at.clone(), "");
    assert_eq!(title, shown.title);
    for (words, to) in [
        ("hist", "/history\""),
        ("pat asha", "/person/asha\""),
        ("1.", "/rules/"),
        ("full name", "/question/name\""),
        ("backups", "\"backups\""),
    ] {
        let (_, html, say) = find(at.clone(), words);
        assert!(html.contains(to), "{words}: {html}");
        assert!(say.contains("found"));
        let chosen: Vec<_> =
            tags(&html).into_iter().filter(|tag| tag.get("aria-selected") == Some("true")).collect();
        assert_eq!(chosen.len(), 1);
    }
    let (_, html, say) = find("desk".to_owned(), "zzz");
    assert!(html.contains("Nothing found.") && say == "Nothing found.", "it is seen and heard: {html}");
    assert!(find("desk".to_owned(), "northgate").1.contains("/tasks"));
}

#[test]
fn everything_is_made_larger_within_bounds_and_stays_so() {
    let mut kept = Begun::new("northgate-bakers");
    let mut size = |act: &str, at: &str| kept.stage.act(at, act, &[]);
    assert_eq!(size("larger", "desk").size, Some(110));
    assert!(size("larger", "desk").patches.is_empty(), "the page stays as it is");
    for _ in 0..20 {
        size("larger", "desk");
    }
    assert_eq!(size("larger", "desk").size, Some(300));
    for _ in 0..20 {
        size("smaller", "desk");
    }
    let smallest = size("smaller", "settings");
    assert_eq!(smallest.size, Some(80));
    assert!(region(&smallest, "main").contains("Now 80%"));
    let Begun { stage, store, .. } = kept;
    drop(stage);
    assert_eq!(Stage::new(store.path()).screens.size(), Some(80));
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    assert_eq!(stage.act("desk", "usual-size", &[]).size, Some(100));
    let long = "n".repeat(81);
    let refused = stage.act("settings", "set-name", &[("your-name", &long)]);
    assert!(refused.title.starts_with("Error") && region(&refused, "main").contains(&long));
    let hidden = stage.act("settings", "set-name", &[("your-name", "A\u{7}sha")]);
    assert!(region(&hidden, "main").contains("U+0007"));
    // The host's act, and not a page's, names a file.
    assert!(
        stage.screens.handle(&event("backups", "restore-file", &[("path", "/etc/passwd")])).ask.is_some()
    );
}
