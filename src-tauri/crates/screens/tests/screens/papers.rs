//! The pack's papers: their pages as they will be printed.

use crate::markup::{html, tags};
use crate::stage::{Stage, region};

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
    let links: Vec<String> = tags(&pack)
        .into_iter()
        .filter_map(|tag| Some(tag.get("href")?.strip_prefix("#/")?.to_owned()))
        .filter(|at| at.contains("/pack/"))
        .collect();
    assert_eq!(links.len(), 15, "{links:?}");
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
