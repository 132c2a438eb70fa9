//! Looking back, undoing, the bin, backups, the damaged store, handing on and taking in, privacy, notes.

use std::path::{Path, PathBuf};

use desk::{Answer, Desk, Places};
use screens::{Ask, Reply};

use crate::markup::{html, tags};
use crate::stage::{Begun, Stage, region};

/// The purpose as its question holds it.
fn purpose(kept: &mut Begun) -> String {
    let main = region(&kept.go("question/purpose"), "main");
    let area = tags(&main).into_iter().find(|tag| tag.name == "textarea" && tag.get("name") == Some("text"));
    area.unwrap().text
}

/// Sends what the host sends once somebody chose.
fn choose(stage: &mut Stage, reply: &Reply, path: Option<&Path>) -> Reply {
    let asked = reply.ask.clone().expect("something is asked for").into_event();
    stage.screens.chosen(asked, path)
}

fn only_file(folder: &Path) -> PathBuf {
    let files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [file] = files.as_slice() else { panic!("{files:?}") };
    file.clone()
}

#[test]
fn what_was_done_is_undone_from_any_screen_and_named() {
    let mut kept = Begun::new("northgate-bakers");
    let before = purpose(&mut kept);
    kept.say("To bake.");
    let head = region(&kept.go("tasks"), "head");
    let undo = tags(&head).into_iter().find(|tag| tag.get("id") == Some("undo")).unwrap();
    assert!(undo.get("title").is_some_and(|title| title.contains("exist?")), "{undo:?}");
    let undone = kept.act("people", "undo", &[]);
    assert_eq!((undone.at.as_str(), undone.focus.as_deref()), (kept.at("people").as_str(), None));
    assert!(undone.say.as_deref().is_some_and(|say| say.starts_with("Undone: ")), "{:?}", undone.say);
    assert_eq!(purpose(&mut kept), before);
    kept.act("question/purpose", "redo", &[]);
    assert_eq!(purpose(&mut kept), "To bake.");
    // A co-op is not undone out of existence.
    for _ in 0..3 {
        kept.act("tasks", "undo", &[]);
    }
    let nothing = kept.act("tasks", "undo", &[]);
    assert!(nothing.say.as_deref().is_some_and(|say| say.contains("nothing to undo")), "{:?}", nothing.say);
    assert!(region(&nothing, "head").contains("aria-disabled"));
}

#[test]
fn undoing_what_a_screen_shows_leads_to_the_tasks() {
    let mut kept = Begun::new("northgate-bakers");
    let at = kept.act("person/new", "save", &[("first", "Cai")]).at;
    let undone = kept.stage.act(&at, "undo", &[]);
    assert_eq!(undone.at, kept.at("tasks"));
}

#[test]
fn any_moment_is_shown_compared_and_put_back() {
    let mut kept = Begun::new("northgate-bakers");
    kept.say("To bake bread.");
    kept.say("To bake cake.");
    let history = region(&kept.go("history"), "main");
    assert!(history.contains("To bake bread.") && history.contains("24 November 2026"), "{history}");
    // One day, on which the group agreed: one long mark, at the end.
    let marks = tags(&history).into_iter().filter(|tag| tag.name == "rect");
    let marks: Vec<_> =
        marks.map(|tag| (tag.get("x").unwrap().to_owned(), tag.get("height").unwrap().to_owned())).collect();
    assert_eq!(marks, [("998".to_owned(), "10".to_owned())]);
    let looked = kept.act("history", "look", &[("place", "2")]);
    assert_eq!(looked.focus.as_deref(), Some("place"), "the slider keeps the focus");
    let moment = looked.at.rsplit('/').next().unwrap().to_owned();
    let main = region(&looked, "main");
    assert!(main.contains("As it was on 24 November 2026") && main.contains("To bake bread."), "{main}");
    assert!(main.contains("Asha Patel"));

    let now = region(&kept.act("history", "look", &[("place", "3")]), "main");
    assert!(now.contains("Nothing became different since"), "{now}");
    let wrong = kept.act("history", "look", &[("place", "99")]);
    assert!(region(&wrong, "main").contains("not there any more"));

    let acts: Vec<String> = tags(&history)
        .iter()
        .filter_map(|tag| Some(tag.get("href")?.split_once("/history/")?.1.to_owned()))
        .collect();
    let (last, first) = (acts.first().unwrap(), acts.last().unwrap());
    let compared = kept.act("history", "compare", &[("from", &moment), ("to", last)]);
    assert_eq!(compared.focus.as_deref(), Some("compared"));
    let main = region(&compared, "main");
    assert!(main.contains("1 rule reads differently") && main.contains("To bake cake."), "{main}");
    let same = region(&kept.act("history", "compare", &[("from", first), ("to", first)]), "main");
    assert!(same.contains("Nothing differs"));

    let screen = format!("history/{moment}");
    let asked = kept.act(&screen, "ask-restore", &[]);
    assert_eq!(asked.focus.as_deref(), Some("restoring"));
    assert_eq!(purpose(&mut kept), "To bake cake.", "asking changes nothing");
    let restored = kept.act(&screen, "restore", &[]);
    assert!(restored.say.as_deref().is_some_and(|say| say.contains("1 thing changed")), "{:?}", restored.say);
    assert_eq!(purpose(&mut kept), "To bake bread.");
    kept.act("history", "undo", &[]);
    assert_eq!(purpose(&mut kept), "To bake cake.");
}

#[test]
fn a_person_taken_off_the_list_is_brought_back() {
    let mut kept = Begun::new("northgate-bakers");
    kept.act("people", "remove", &[("person", "asha")]);
    assert!(region(&kept.go("history"), "main").contains("id=\"bring-back-1\""));
    kept.act("history", "bring-back-taken-out", &[("kind", "person"), ("which", "asha")]);
    assert!(region(&kept.go("people"), "main").contains("Asha Patel"));
}

#[test]
fn what_was_removed_comes_back_from_the_notice_and_from_the_bin() {
    let mut kept = Begun::new("northgate-bakers");
    let id = kept.id.clone();
    for from in ["desk", "bin"] {
        let removed = kept.stage.act("desk", "remove", &[("formation", &id)]);
        assert_eq!(removed.focus.as_deref(), Some("removed"));
        assert!(region(&removed, "main").contains("Bring it back"));
        assert!(region(&kept.stage.go("bin"), "main").contains("30 more days"));
        kept.stage.act(from, "bring-back", &[("formation", &id)]);
        assert!(region(&kept.go("tasks"), "main").contains("Northgate"), "{from}");
    }
    kept.stage.act("desk", "remove", &[("formation", &id)]);
    let asked = kept.stage.act("bin", "ask-erase", &[("formation", &id)]);
    assert!(region(&asked, "main").contains("cannot be undone"));
    let erased = kept.stage.act("bin", "erase", &[("formation", &id)]);
    assert!(region(&erased, "main").contains("The bin is empty"), "{}", region(&erased, "main"));
    let again = kept.stage.act("bin", "erase", &[("formation", &id)]);
    assert!(again.title.starts_with("Error"));
}

#[test]
fn a_backup_is_made_carried_away_and_put_back() {
    let mut kept = Begun::new("northgate-bakers");
    kept.say("Before.");
    let made = kept.stage.act("backups", "back-up", &[]);
    assert_eq!(made.focus.as_deref(), Some("done"));
    kept.say("After.");
    let stick = tempfile::tempdir().unwrap();
    let asks = kept.stage.act("backups", "back-up-to", &[]);
    assert!(region(&choose(&mut kept.stage, &asks, None), "main").contains("Backups"));
    assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), 0);
    choose(&mut kept.stage, &asks, Some(stick.path()));
    let nowhere = stick.path().join("none");
    let refused = choose(&mut kept.stage, &asks, Some(&nowhere));
    assert!(refused.title.starts_with("Error"), "{}", region(&refused, "main"));
    assert!(region(&refused, "main").contains("/none/"), "{}", region(&refused, "main"));

    let number = {
        let main = region(&kept.stage.go("backups"), "main");
        let field = tags(&main).into_iter().find(|tag| tag.get("name") == Some("backup")).unwrap();
        field.get("value").unwrap().to_owned()
    };
    let asked = region(&kept.stage.act("backups", "ask-restore", &[("backup", &number)]), "main");
    assert!(asked.contains("Northgate Bakers Co-operative Limited: 1 change"), "{asked}");
    let restored = kept.stage.act("backups", "restore", &[("backup", &number)]);
    assert!(region(&restored, "main").contains("The backup is put back"), "{}", region(&restored, "main"));
    assert_eq!(purpose(&mut kept), "Before.");
    assert!(kept.stage.act("backups", "restore", &[("backup", "999")]).title.starts_with("Error"));
    assert_eq!(purpose(&mut kept), "Before.", "the desk is open again after what went wrong");

    let asks = kept.stage.act("backups", "restore-file", &[]);
    let restored = choose(&mut kept.stage, &asks, Some(&only_file(stick.path())));
    assert!(region(&restored, "main").contains("The backup is put back"), "{}", region(&restored, "main"));
    assert_eq!(purpose(&mut kept), "After.");
}

#[test]
fn a_damaged_store_shows_every_way_out_and_each_works() {
    for act in ["salvage", "salvage-alone", "restore"] {
        let mut kept = Begun::new("northgate-bakers");
        kept.say("Before.");
        kept.stage.act("backups", "back-up", &[]);
        kept.say("Between.");
        kept.say("After.");
        let Begun { stage, id, store } = kept;
        drop(stage);
        let file = store.path().join("toad-lane.store");
        damage(&file);
        let mut stage = Stage::new(store.path());
        let page = stage.go("desk");
        let main = region(&page, "main");
        assert!(main.contains("much can be saved") && main.contains("1 change that came after"), "{main}");
        assert!(!html(&page).contains("<nav"), "there is no desk to go to");
        let out = tempfile::tempdir().unwrap();
        let asks = stage.act("desk", "export", &[]);
        let written = choose(&mut stage, &asks, Some(out.path()));
        assert_eq!(written.focus.as_deref(), Some("done"));
        assert!(std::fs::read_to_string(only_file(out.path())).unwrap().contains("Before."));
        assert!(region(&stage.act("desk", "try-again", &[]), "main").contains("much can be saved"));
        let number = tags(&main).into_iter().find(|tag| tag.get("name") == Some("backup"));
        let number = number.unwrap().get("value").unwrap().to_owned();
        let opened = stage.act("desk", act, &[("backup", &number)]);
        assert!(region(&opened, "main").contains("open again"), "{act}: {}", region(&opened, "main"));
        let question = region(&stage.go(&format!("f/{id}/question/purpose")), "main");
        let expected = if act == "restore" { "Before." } else { "Between." };
        assert!(question.contains(expected), "{act}: {question}");
    }
}

/// Alters the last change wherever it stands, as a bad disk would.
fn damage(file: &Path) {
    let mut bytes = std::fs::read(file).unwrap();
    let needle = b"After.";
    let places: Vec<usize> =
        (0..bytes.len() - needle.len()).filter(|at| bytes[*at..].starts_with(needle)).collect();
    assert!(!places.is_empty(), "the damage must be there");
    for at in places {
        bytes[at] ^= 1;
    }
    std::fs::write(file, bytes).unwrap();
}

#[test]
fn a_co_op_goes_to_another_desk_and_what_copies_disagree_on_is_settled() {
    let mut kept = Begun::new("northgate-bakers");
    let stick = tempfile::tempdir().unwrap();
    kept.stage.act("settings", "set-name", &[("your-name", "Asha")]);
    let asks = kept.act("hand-on", "export-full", &[]);
    let made = choose(&mut kept.stage, &asks, Some(stick.path()));
    let main = region(&made, "main");
    let words = main.split("secret-words").nth(1).unwrap().split("</ol>").next().unwrap();
    let words: Vec<String> =
        tags(words).into_iter().filter(|tag| tag.name == "li").map(|tag| tag.text).collect();
    assert_eq!(words.len(), 5, "{main}");
    kept.go("tasks");
    let again = region(&kept.go("hand-on"), "main");
    assert!(again.contains(&format!("<li>{}</li>", words[0])), "the words are nowhere else: {again}");
    let words = words.join(" ");
    let file = only_file(stick.path());
    assert!(!file.to_string_lossy().contains("asha"));

    let elsewhere = tempfile::tempdir().unwrap();
    let mut other = Stage::apart(elsewhere.path());
    let asks = other.act("take-in", "choose", &[]);
    assert!(matches!(&asks.ask, Some(Ask::File { endings: ["coop"], .. })));
    let locked = choose(&mut other, &asks, Some(&file));
    assert_eq!(locked.focus.as_deref(), Some("words"), "nobody was asked yet: that is no error");
    assert!(!locked.title.starts_with("Error"));
    let wrong = other.act("take-in", "words", &[("words", "not the right ones at all")]);
    assert!(wrong.title.starts_with("Error") && region(&wrong, "main").contains("id=\"words-wrong\""));
    let preview = other.act("take-in", "words", &[("words", &words)]);
    assert!(
        region(&preview, "main").contains("You do not have this co-op yet"),
        "{}",
        region(&preview, "main")
    );
    let taken = other.act("take-in", "take-in", &[]);
    assert_eq!(taken.at, kept.at("tasks"));

    // Both change the same thing; then the copy comes back.
    other.act("settings", "set-name", &[("your-name", "Bea")]);
    let answer = [("text", "To bake for Halifax."), ("status", "agreed")];
    other.act(&kept.at("question/purpose"), "answer", &answer);
    kept.say("To bake for Calderdale.");
    let back = tempfile::tempdir().unwrap();
    let asks = other.act(&kept.at("hand-on"), "export-full", &[]);
    let main = region(&choose(&mut other, &asks, Some(back.path())), "main");
    let words = main.split("secret-words").nth(1).unwrap().split("</ol>").next().unwrap();
    let words: Vec<String> =
        tags(words).into_iter().filter(|tag| tag.name == "li").map(|tag| tag.text).collect();
    let asks = kept.stage.act("take-in", "choose", &[]);
    choose(&mut kept.stage, &asks, Some(&only_file(back.path())));
    let preview = region(&kept.stage.act("take-in", "words", &[("words", &words.join(" "))]), "main");
    assert!(preview.contains("On 1 thing the two copies disagree"), "{preview}");
    let taken = kept.stage.act("take-in", "take-in", &[]);
    assert_eq!((taken.at, taken.focus.as_deref()), (kept.at("hand-on"), Some("conflicts")));
    // Until it is settled, the pages of the co-op say so and no final pack is offered.
    for screen in ["tasks", "pack"] {
        let main = region(&kept.go(screen), "main");
        assert!(main.contains("Copies disagree on 1 thing"), "{screen}: {main}");
        assert!(!main.contains("export-final"), "{screen}: {main}");
    }
    let main = region(&kept.go("question/purpose"), "main");
    assert!(main.contains("Two copies disagree on this"), "{main}");
    let main = region(&kept.go("hand-on"), "main");
    for side in ["Asha", "Bea", "To bake for Halifax.", "To bake for Calderdale."] {
        assert!(main.contains(side), "{side}: {main}");
    }
    let theirs =
        main.split("<form class=\"option side\"").skip(1).find(|side| side.contains("Halifax")).unwrap();
    let field = |name: &str| {
        let tag = tags(theirs).into_iter().find(|tag| tag.get("name") == Some(name));
        tag.unwrap().get("value").unwrap().to_owned()
    };
    let settled = kept.act("hand-on", "settle", &[("field", &field("field")), ("side", &field("side"))]);
    assert!(
        settled.say.as_deref().is_some_and(|say| say.contains("agree on everything")),
        "{:?}",
        settled.say
    );
    assert_eq!(purpose(&mut kept), "To bake for Halifax.");
    for screen in ["tasks", "pack", "question/purpose"] {
        let main = region(&kept.go(screen), "main");
        assert!(!main.contains("id=\"disagree\""), "{screen}: {main}");
    }
}

#[test]
fn the_text_file_and_the_papers_hold_no_notes() {
    let mut kept = Begun::new("northgate-bakers");
    let keep = [("programme", "Spring XQ intake"), ("stage", "XQ drafting"), ("next-step", "XQ ring Asha")];
    let saved = kept.act("notes", "keep", &keep);
    assert_eq!((saved.focus, saved.say.as_deref()), (None, Some("Saved.")));
    kept.act("notes", "add-note", &[("note", "XQ they never pay on time")]);
    let main = region(&kept.go("notes"), "main");
    assert!(main.contains("XQ they never pay") && main.contains("Spring XQ intake"), "{main}");
    let desk = region(&kept.stage.go("desk"), "main");
    assert!(desk.contains("Spring XQ intake") && desk.contains("XQ ring Asha"), "{desk}");

    for act in ["export-text", "export-full"] {
        let stick = tempfile::tempdir().unwrap();
        let asks = kept.act("hand-on", act, &[]);
        let main = region(&choose(&mut kept.stage, &asks, Some(stick.path())), "main");
        let file = only_file(stick.path());
        if act == "export-full" {
            // They are nowhere else: whatever is done meanwhile, they are still there to be written down.
            kept.go("tasks");
            assert!(region(&kept.go("hand-on"), "main").contains("secret-words"));
        }
        if act == "export-text" {
            assert!(!std::fs::read_to_string(&file).unwrap().contains("XQ"));
        }
        // What comes out of the file elsewhere has none of it, however it was locked.
        let elsewhere = tempfile::tempdir().unwrap();
        let mut other = Stage::apart(elsewhere.path());
        let asks = other.act("take-in", "choose", &[]);
        choose(&mut other, &asks, Some(&file));
        if let Some(words) = main.split("secret-words").nth(1) {
            let words = tags(words.split("</ol>").next().unwrap());
            let words: Vec<String> =
                words.into_iter().filter(|tag| tag.name == "li").map(|tag| tag.text).collect();
            other.act("take-in", "words", &[("words", &words.join(" "))]);
        }
        let at = other.act("take-in", "take-in", &[]).at;
        let id = at.split('/').nth(1).unwrap();
        for screen in ["history", "notes", "tasks"] {
            let shown = html(&other.go(&format!("f/{id}/{screen}")));
            assert!(!shown.contains("XQ"), "{act}, {screen}: {shown}");
        }
    }
    let out = tempfile::tempdir().unwrap();
    let asks = kept.act("pack", "export-draft", &[]);
    choose(&mut kept.stage, &asks, Some(out.path()));
    let pack = only_file(out.path());
    let manifest = std::fs::read_to_string(pack.join("manifest.json")).unwrap();
    assert!(!manifest.contains("XQ"));
    // Putting a moment back leaves the notes alone.
    kept.say("To bake.");
    let looked = kept.act("history", "look", &[("place", "1")]).at;
    kept.stage.act(&looked, "restore", &[]);
    assert!(region(&kept.go("notes"), "main").contains("XQ they never pay"));

    let empty = kept.act("notes", "add-note", &[("note", "  ")]);
    assert!(empty.title.starts_with("Error") && region(&empty, "main").contains("href=\"#note\""));
    let long = "x".repeat(121);
    let refused = kept.act("notes", "keep", &[("programme", &long)]);
    assert!(region(&refused, "main").contains(&long), "what was typed stays");
    let main = region(&kept.go("notes"), "main");
    let which = tags(&main).into_iter().find(|tag| tag.get("name") == Some("which")).unwrap();
    kept.act("notes", "remove-note", &[("which", which.get("value").unwrap())]);
    assert!(region(&kept.go("notes"), "main").contains("No note yet"));
    kept.act("notes", "undo", &[]);
    assert!(region(&kept.go("notes"), "main").contains("XQ they never pay"));
}

#[test]
fn whose_data_is_where_is_said_and_a_person_can_be_told_and_erased() {
    let mut kept = Begun::new("northgate-bakers");
    let main = region(&kept.go("privacy"), "main");
    let asha = main.split("<section class=\"card\"").nth(1).unwrap();
    let row = |what: &str| {
        let row = asha.split("<tr>").find(|row| row.contains(&format!(">{what}</th>")));
        row.unwrap_or_else(|| panic!("no {what}: {asha}")).to_owned()
    };
    assert!(row("Name").contains("class=\"public\""));
    assert!(
        row("Home address").contains("class=\"private\"") && row("Home address").contains("private sheet")
    );
    assert!(row("Date of birth").contains("private sheet") && row("Date of birth").contains("not the day"));
    assert!(row("Month and year of birth").contains(">April 1990<"), "{}", row("Month and year of birth"));
    assert!(row("E-mail address").contains("class=\"private\""));

    let out = tempfile::tempdir().unwrap();
    let asks = kept.act("privacy", "about", &[("person", "asha")]);
    choose(&mut kept.stage, &asks, Some(out.path()));
    let file = only_file(out.path());
    assert!(!file.to_string_lossy().to_lowercase().contains("asha"));
    assert!(std::fs::read_to_string(&file).unwrap().contains("Asha Patel"));

    let asked = region(&kept.act("privacy", "ask-erase", &[("person", "asha")]), "main");
    assert!(asked.contains("cannot be undone") && asked.contains("a registrar has already published"));
    let erased = kept.act("privacy", "erase", &[("person", "asha")]);
    assert_eq!(erased.focus.as_deref(), Some("done"));
    for screen in ["people", "history", "privacy"] {
        assert!(!region(&kept.go(screen), "main").contains("Patel"), "{screen}");
    }
}

/// Makes a store so long that it is open before it was checked, and with the backup that closing makes of it, so long that
/// the page about damage comes before everything was looked at. Past the screens: they would draw each page.
fn lengthen(store: &Path, id: &str) {
    let mut desk = Desk::open(&Places { store: store.to_owned() }, Stage::host()).unwrap();
    for number in 0..140 {
        let reason = format!("{number} {}", "bread ".repeat(32_000));
        let answer = Answer { value: Some("Halifax".into()), status: "agreed".to_owned(), reason };
        desk.decide(id, "community", &answer).unwrap();
    }
}

#[test]
fn a_long_store_is_checked_while_people_work_and_damage_is_told_with_every_way_out() {
    let mut kept = Begun::new("northgate-bakers");
    kept.stage.act("backups", "back-up", &[]);
    let (file, folder) = (kept.store.path().join("toad-lane.store"), kept.store.path().to_owned());
    let Begun { stage, id, store: _store } = kept;
    drop(stage);
    lengthen(&folder, &id);

    // A whole one first: the page says so until it was checked.
    let mut stage = Stage::new(&folder);
    let first = stage.go("desk");
    assert!(first.checking && region(&first, "main").contains("being checked"), "{}", region(&first, "main"));
    let mut told = stage.act("desk", "checked", &[]);
    while told.checking {
        assert!(told.patches.is_empty(), "the page stays as it is");
        told = stage.act("desk", "checked", &[]);
    }
    let patches: Vec<_> =
        told.patches.iter().map(|patch| (patch.region.as_str(), patch.html.as_str())).collect();
    assert_eq!(patches, [("checking", "")]);
    assert!(!region(&stage.go("desk"), "main").contains("being checked"));
    let at = format!("f/{id}/question/purpose");
    stage.act(&at, "answer", &[("text", "After."), ("status", "agreed")]);
    drop(stage);

    damage(&file);
    let mut stage = Stage::new(&folder);
    let at = format!("f/{id}/question/name");
    let fields = [("text", "Meanwhile Bakers Co-operative Limited"), ("status", "agreed")];
    let mut told = stage.act(&at, "answer", &fields);
    assert!(told.checking, "{}", region(&told, "main"));
    // The page comes at once, and says more as more is found.
    let mut pages = Vec::new();
    while told.checking {
        told = stage.act(&at, "checked", &[]);
        pages
            .extend(told.patches.iter().find(|patch| patch.region == "main").map(|patch| patch.html.clone()));
    }
    let (first, last) = (pages.first().unwrap(), pages.last().unwrap());
    assert!(first.contains("much can be saved") && first.contains("is being counted"), "{first}");
    assert!(!first.contains("can still be read"), "{first}");
    assert!(last.contains("can still be read") && !last.contains("is being counted"), "{last}");
    assert!(!html(&told).contains("<nav"), "there is no desk to go to");
    let opened = region(&stage.act("desk", "salvage", &[]), "main");
    assert!(opened.contains("open again"), "{opened}");
    assert!(opened.contains("Meanwhile Bakers"), "what was done before anybody knew: {opened}");
}
