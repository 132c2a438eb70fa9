//! The pack's papers: their pages as they will be printed.

use std::collections::BTreeSet;
use std::fs;

use screens::Ask;

use crate::markup::{html, tags};
use crate::naming;
use crate::shown::whole;
use crate::stage::{Stage, event, region};

/// The words of the page that is shown, as somebody reads them who does not see it.
fn words(main: &str) -> String {
    let words = main.split("<div class=\"words\">").nth(1).unwrap().split("</div>").next().unwrap();
    tags(words).into_iter().map(|tag| tag.text).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_paper_of_the_pack_leads_to_its_pages() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let pack = region(&stage.go(&format!("f/{id}/pack")), "main");
    let links: BTreeSet<String> = tags(&pack)
        .into_iter()
        .filter_map(|tag| Some(tag.get("href")?.strip_prefix("#/")?.to_owned()))
        .filter(|at| at.contains("/pack/"))
        .collect();
    assert_eq!(links.len(), 22, "{links:?}");
    for at in links {
        let reply = stage.go(&at);
        let main = region(&reply, "main");
        assert_eq!(reply.at, at);
        assert_eq!(main.matches("<svg ").count(), 1, "{at}");
        assert!(main.contains("aria-label=\"Page 1 of "), "{at}");
        assert!(words(&main).len() > 40, "{at}: {}", words(&main));
    }
}

#[test]
fn a_paper_is_read_page_by_page_and_keeps_its_size() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let at = |page: usize| format!("f/{id}/pack/constitution/{page}");
    let first = stage.go(&at(1));
    assert!(region(&first, "main").contains("class=\"sheet fit\""));
    let large = stage.act(&at(1), "zoom", &[("zoom", "large")]);
    assert_eq!((large.at.as_str(), large.focus.as_deref()), (at(1).as_str(), None));
    let second = stage.act(&at(1), "later", &[]);
    assert_eq!((second.at.as_str(), second.focus.as_deref()), (at(2).as_str(), None));
    let say = second.say.clone().unwrap();
    let pages: usize = say.strip_prefix("Page 2 of ").unwrap().parse().unwrap();
    assert!(region(&second, "main").contains("class=\"sheet large\""), "the size is gone after turning");
    assert_ne!(words(&region(&first, "main")), words(&region(&second, "main")));
    assert_eq!(stage.act(&at(2), "earlier", &[]).at, at(1));
    // There is nothing before the first page, nor after the last.
    assert_eq!(stage.act(&at(1), "earlier", &[]).at, at(1));
    assert_eq!(stage.act(&at(pages), "later", &[]).at, at(pages));
    assert_eq!(stage.go(&at(pages + 7)).at, at(pages));
    assert_eq!(stage.act(&at(1), "turn", &[("page", &pages.to_string())]).at, at(pages));
    for wrong in ["0", "x", "", &(pages + 1).to_string()] {
        let reply = stage.act(&at(2), "turn", &[("page", wrong)]);
        assert_eq!((reply.at.as_str(), reply.focus.as_deref()), (at(2).as_str(), Some("trouble")), "{wrong}");
        assert!(html(&reply).contains(&format!("Write a number from 1 to {pages}")), "{wrong}");
    }
    assert!(html(&stage.go(&format!("f/{id}/pack/nothing/1"))).contains("That paper is not there"));
}

#[test]
fn a_page_follows_every_decision_and_says_draft_while_something_stops_the_pack() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let at = format!("f/{id}/pack/constitution/1");
    let before = region(&stage.go(&at), "main");
    assert!(!before.contains("#d1d1d1") && !before.contains("DRAFT"), "nothing stops the pack");
    let name = [("text", "Southgate Bakers Co-operative Limited"), ("status", "agreed")];
    stage.act(&format!("f/{id}/question/name"), "answer", &name);
    let after = region(&stage.go(&at), "main");
    assert!(words(&after).contains("Southgate Bakers"), "{}", words(&after));
    assert_ne!(before, after);
    stage.act(&format!("f/{id}/question/name"), "answer", &[("text", ""), ("status", "open")]);
    let draft = region(&stage.go(&at), "main");
    assert!(draft.contains("#d1d1d1") && draft.contains("every page says DRAFT"), "the mark is not drawn");
    let pack = region(&stage.go(&format!("f/{id}/pack")), "main");
    assert!(pack.contains("Draft</span>") && !pack.contains("Ready</span>"));
}

#[test]
fn every_edition_is_saved_where_the_person_says() {
    let store = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let at = format!("f/{id}/pack");
    let main = region(&stage.go(&at), "main");
    let offered: Vec<String> = tags(&main)
        .into_iter()
        .filter(|tag| tag.get("name") == Some("edition"))
        .map(|tag| tag.get("value").unwrap().to_owned())
        .collect();
    assert_eq!(offered.len(), 8);
    for edition in offered {
        let reply = stage.act(&at, "save-edition", &[("edition", &edition)]);
        let Some(Ask::Save { name, ending, event, .. }) = reply.ask else {
            panic!("{edition} asks for no file")
        };
        assert_eq!(name, format!("northgate-bakers-co-operative-limited-2026-11-24-{edition}.{ending}"));
        // A person may change their mind.
        let nothing = stage.screens.chosen(event.clone(), None);
        assert_eq!(nothing.say.as_deref(), Some("No file chosen. Nothing was saved."));
        let path = folder.path().join(&name);
        fs::write(&path, "what was there").unwrap();
        let saved = stage.screens.chosen(event, Some(&path));
        assert_eq!((saved.at.as_str(), saved.focus.as_deref()), (at.as_str(), Some("made")));
        assert!(region(&saved, "main").contains(&name), "{edition}");
        let begins: &[u8] = match ending {
            "pdf" => b"%PDF-",
            "docx" => b"PK",
            "html" => b"<!doctype html>",
            _ => b"",
        };
        let bytes = fs::read(&path).unwrap();
        assert!(
            bytes.len() > 2_000 && bytes.to_ascii_lowercase().starts_with(&begins.to_ascii_lowercase()),
            "{edition}"
        );
    }
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 8, "{left:?}");
}

#[test]
fn a_paper_is_saved_for_a_word_processor_where_the_person_says() {
    let (store, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let at = format!("f/{id}/pack/founding-minutes/1");
    let Some(Ask::Save { name, ending, event, .. }) = stage.act(&at, "save-word", &[]).ask else {
        panic!("it asks for no file")
    };
    assert_eq!(ending, "docx");
    assert_eq!(name, "northgate-bakers-co-operative-limited-2026-11-24-founding-minutes.docx");
    let nothing = stage.screens.chosen(event.clone(), None);
    assert_eq!(nothing.say.as_deref(), Some("No file chosen. Nothing was saved."));
    let path = folder.path().join(&name);
    let saved = stage.screens.chosen(event.clone(), Some(&path));
    assert_eq!((saved.at.as_str(), saved.focus.as_deref()), (at.as_str(), Some("made")));
    assert!(region(&saved, "main").contains(&name));
    assert!(fs::read(&path).unwrap().starts_with(b"PK"));
    let refused = stage.screens.chosen(event, Some(&folder.path().join("none/minutes.docx")));
    assert!(region(&refused, "main").contains("cannot be used: it is not there"));
}

#[test]
fn the_days_that_fall_due_are_saved_for_a_calendar_once_somebody_says_when_it_began() {
    let store = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let at = format!("f/{id}/pack");
    let boxes = |year| [("began-day", "1"), ("began-month", "12"), ("began-year", year)];
    let reply = stage.act(&at, "save-calendar", &boxes("2026"));
    let Some(Ask::Save { name, ending, event, .. }) = reply.ask else { panic!("it asks for no file") };
    assert_eq!(
        (name.as_str(), ending),
        ("northgate-bakers-co-operative-limited-2026-12-01-calendar.ics", "ics")
    );
    let nothing = stage.screens.chosen(event.clone(), None);
    assert_eq!(nothing.say.as_deref(), Some("No file chosen. Nothing was saved."));
    let path = folder.path().join(&name);
    let saved = stage.screens.chosen(event, Some(&path));
    assert_eq!((saved.at.as_str(), saved.focus.as_deref()), (at.as_str(), Some("made")));
    assert!(region(&saved, "main").contains(&name));
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains("DTSTART;VALUE=DATE:20271214\r\n"),
        "{text}"
    );
    // A day that leads beyond every calendar is refused before anybody is asked for a file.
    let far = stage.act(&at, "save-calendar", &boxes("9999"));
    assert!(far.ask.is_none());
    let main = region(&far, "main");
    assert!(main.contains("too far ahead") && main.contains("value=\"9999\""), "{main}");
}

#[test]
fn an_edition_replaces_nothing_that_nobody_was_asked_about_and_a_refusal_is_a_sentence() {
    let store = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let save = event(&format!("f/{id}/pack"), "save-edition", &[("edition", "text")]);
    // The dialog asked about "rules"; the file is called "rules.txt".
    fs::write(folder.path().join("rules.txt"), "ours").unwrap();
    let saved = stage.screens.chosen(save.clone(), Some(&folder.path().join("rules")));
    assert!(region(&saved, "main").contains("rules (2).txt"));
    assert_eq!(fs::read(folder.path().join("rules.txt")).unwrap(), b"ours");
    let refused = stage.screens.chosen(save, Some(&folder.path().join("none/rules.txt")));
    assert_eq!(refused.focus.as_deref(), Some("trouble"));
    assert!(region(&refused, "main").contains("cannot be used: it is not there"));
    let unknown = stage.act(&format!("f/{id}/pack"), "save-edition", &[("edition", "x")]);
    assert!(unknown.ask.is_none());
}

/// The keys of the places to sign, and whether each is ticked.
fn places(main: &str) -> Vec<(String, bool)> {
    let boxes = tags(main).into_iter().filter(|tag| tag.get("name") == Some("back"));
    boxes.map(|tag| (tag.get("value").unwrap().to_owned(), tag.get("checked").is_some())).collect()
}

#[test]
fn a_signed_sheet_is_ticked_until_somebody_undoes_it_or_its_words_change() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let at = format!("f/{id}/pack");
    let ticked = |main: &str| places(main).iter().filter(|(_, ticked)| *ticked).count();
    let main = region(&stage.go(&at), "main");
    let all = places(&main);
    assert!(all.len() > 10 && ticked(&main) == 0, "{all:?}");
    assert!(main.contains(&format!("0 of {} signed and back", all.len())));
    assert!(!all.iter().any(|(key, _)| key.to_lowercase().contains("patel")), "a key holds a name: {all:?}");
    let keys: Vec<&str> = all.iter().map(|(key, _)| key.as_str()).collect();
    for key in ["memorandum/all", "consents-to-act/asha-1", "consents-to-act/owen-1"] {
        assert!(keys.contains(&key), "{keys:?}");
    }
    let two = [("back", "memorandum/all"), ("back", "consents-to-act/owen-1")];
    let reply = stage.act(&at, "sign", &two[..1]);
    assert_eq!(reply.say, Some(format!("1 of {} signed and back.", all.len())));
    assert_eq!(ticked(&region(&stage.act(&at, "sign", &two), "main")), 2);
    assert_eq!(ticked(&region(&stage.act(&at, "undo", &[]), "main")), 1);
    assert_eq!(ticked(&region(&stage.act(&at, "redo", &[]), "main")), 2);
    // A decision that neither prints leaves both signed; the co-op's name does not.
    let decide = |stage: &mut Stage, slug: &str, text: &str| {
        stage.act(&format!("f/{id}/question/{slug}"), "agree", &[("text", text), ("status", "agreed")]);
        region(&stage.go(&at), "main")
    };
    assert_eq!(ticked(&decide(&mut stage, "purpose", "We bake good bread.")), 2);
    let renamed = decide(&mut stage, "name", "Southgate Bakers Co-operative Limited");
    assert_eq!(ticked(&renamed), 0);
    assert_eq!(renamed.matches("changed since it was signed").count(), 2);
    // Nobody signs a draft.
    stage.act(&format!("f/{id}/question/name"), "answer", &[("text", ""), ("status", "open")]);
    let draft = region(&stage.act(&at, "sign", &two), "main");
    assert!(places(&draft).is_empty() && draft.contains("Do not sign yet"));
}

/// The addresses that a page leads to under a path.
fn leads_to(main: &str, path: &str) -> BTreeSet<String> {
    let links =
        tags(main).into_iter().filter_map(|tag| Some(tag.get("href")?.strip_prefix("#/")?.to_owned()));
    links.filter(|at| at.contains(path)).collect()
}

#[test]
fn every_edition_is_read_page_by_page_and_saved_from_there() {
    let (store, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let mut offered = BTreeSet::new();
    for screen in ["pack", "privacy", "marked/usual"] {
        offered.extend(leads_to(&region(&stage.go(&format!("f/{id}/{screen}")), "main"), "/read/"));
    }
    let at = |edition: &str| format!("f/{id}/read/{edition}/1");
    let editions = ["explained", "large-print", "marked/usual", "summary", "to-share"];
    assert_eq!(offered, editions.map(at).into());
    let mut seen = BTreeSet::new();
    for edition in editions {
        let reply = stage.go(&at(edition));
        whole(&tags(&html(&reply)), edition);
        naming::apart(&html(&reply), edition);
        let first = region(&reply, "main");
        assert_eq!(first.matches("<svg ").count(), 1, "{edition}");
        assert!(seen.insert(words(&first)), "{edition} is the page of another");
        let second = stage.act(&at(edition), "later", &[]);
        assert_eq!(second.at, at(edition).replace("/1", "/2"));
        assert!(second.say.is_some_and(|say| say.starts_with("Page 2 of ")), "{edition}");
        let saves = tags(&first).into_iter().filter_map(|tag| Some(tag.get("data-act")?.to_owned()));
        let saves: Vec<String> = saves.filter(|act| act.starts_with("save-")).collect();
        let as_word = !["large-print", "to-share"].contains(&edition);
        assert_eq!(saves.len(), if as_word { 2 } else { 1 }, "{edition}");
        for act in saves {
            let Some(Ask::Save { name, ending, event, .. }) = stage.act(&at(edition), &act, &[]).ask else {
                panic!("{edition} asks for no file")
            };
            let path = folder.path().join(&name);
            let nothing = stage.screens.chosen(event.clone(), None);
            assert_eq!(nothing.say.as_deref(), Some("No file chosen. Nothing was saved."));
            let saved = stage.screens.chosen(event, Some(&path));
            assert_eq!((saved.at.as_str(), saved.focus.as_deref()), (at(edition).as_str(), Some("made")));
            assert!(region(&saved, "main").contains(&name));
            let begins: &[u8] = if ending == "pdf" { b"%PDF-" } else { b"PK" };
            assert!(fs::read(&path).unwrap().starts_with(begins), "{edition}");
        }
        let wrong = stage.act(&at(edition), "turn", &[("page", "none")]);
        assert!(html(&wrong).contains("Write a number from 1 to"), "{edition}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 8);
}

#[test]
fn the_rules_are_read_and_saved_marked_against_a_moment_that_somebody_chose() {
    let (store, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let then = stage.act(&format!("f/{id}/history"), "look", &[("place", "1")]);
    let moment = then.at.rsplit('/').next().unwrap().to_owned();
    let loud = [("heading", "Quorum"), ("text", "1. Whoever sings the loudest is enough."), ("why", "")];
    stage.act(&format!("f/{id}/rule/quorum"), "save", &loud);
    let marked = region(&stage.go(&format!("f/{id}/marked/{moment}")), "main");
    let at = leads_to(&marked, "/read/").pop_first().unwrap();
    assert_eq!(at, format!("f/{id}/read/marked/{moment}/1"));
    let page = region(&stage.go(&at), "main");
    assert!(words(&page).contains("Marked against these rules as they were on 24 November 2026, "));
    assert!(words(&page).contains("sings the loudest"), "{}", words(&page));
    assert!(page.contains("What changed in the rules since 24 November 2026, "));
    for act in ["save-pdf", "save-word"] {
        let Some(Ask::Save { name, event, .. }) = stage.act(&at, act, &[]).ask else { panic!("no file") };
        assert!(name.starts_with("northgate-bakers-co-operative-limited-2026-11-24-marked."), "{name}");
        let saved = stage.screens.chosen(event, Some(&folder.path().join(&name)));
        assert_eq!(saved.focus.as_deref(), Some("made"), "{name}");
    }
    // Against the model's own words the same rule is marked; against its words of now, none is.
    let model = region(&stage.go(&format!("f/{id}/read/marked/model/1")), "main");
    assert!(words(&model).contains("own words, with the same answers") && words(&model).contains("loudest"));
    let latest = stage.act(&format!("f/{id}/history"), "look", &[("place", "2")]).at;
    let latest = latest.rsplit('/').next().unwrap().to_owned();
    let same = region(&stage.go(&format!("f/{id}/read/marked/{latest}/1")), "main");
    assert!(words(&same).contains("Nothing changed."), "{}", words(&same));
    assert!(html(&stage.go(&format!("f/{id}/read/marked/999999/1"))).contains("That moment is not there"));
}
