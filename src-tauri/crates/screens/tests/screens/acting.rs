//! What acts do: every field is read, nothing typed is lost, and the page goes where it should.

use screens::{Ask, Reply};

use crate::markup::{fields, tags, unescaped};
use crate::stage::{Begun, EXAMPLES, Stage, event, region};

/// Sends a form as it came, which must change nothing on the page it leads to.
fn resend(begun: &mut Begun, screen: &str, act: &str) -> (String, String) {
    let before = region(&begun.go(screen), "main");
    let sent = fields(&before, act);
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let after = region(&begun.act(screen, act, &sent), "main");
    (before, after)
}

#[test]
fn every_field_of_every_question_is_read_back() {
    for example in EXAMPLES {
        let mut begun = Begun::new(example);
        let answers = region(&begun.go("answers"), "main");
        let slugs: Vec<String> = tags(&answers)
            .iter()
            .filter_map(|tag| {
                tag.get("href")?.split_once("/question/")?.1.strip_suffix("/all").map(str::to_owned)
            })
            .collect();
        assert!(slugs.len() > 50, "{example}");
        for slug in slugs {
            let (before, after) = resend(&mut begun, &format!("question/{slug}"), "answer");
            assert_eq!(fields(&before, "answer"), fields(&after, "answer"), "{example}, {slug}");
            assert!(!after.contains("id=\"trouble\""), "{example}, {slug}: {after}");
        }
    }
}

#[test]
fn every_field_of_a_person_is_read_and_shown_again() {
    let mut begun = Begun::new("northgate-bakers");
    let blank = fields(&region(&begun.go("person/new"), "main"), "save");
    let typed: Vec<(String, String)> =
        blank.into_iter().map(|(name, _)| (name.clone(), format!("typed in {name}"))).collect();
    let mut sent: Vec<(&str, &str)> =
        typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    sent.push(("role", "treasurer"));
    // A date of words is refused; so the page must bring back everything.
    let reply = begun.act("person/new", "done", &sent);
    assert_eq!(reply.focus.as_deref(), Some("trouble"));
    assert!(reply.title.starts_with("Error: "));
    assert!(region(&reply, "head").contains("not saved"));
    let mut shown = fields(&region(&reply, "main"), "save");
    shown.sort();
    let mut expected: Vec<(String, String)> =
        sent.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    expected.sort();
    assert_eq!(shown, expected);
}

#[test]
fn every_field_of_an_organisation_is_read_and_shown_again() {
    let mut begun = Begun::new("pennine-wholefoods");
    let blank = fields(&region(&begun.go("organisation/new"), "main"), "save");
    let mut typed: Vec<(String, String)> =
        blank.into_iter().map(|(name, _)| (name.clone(), format!("typed in {name}"))).collect();
    typed.sort();
    assert_eq!(typed.len(), 9, "{typed:?}");
    let mut sent: Vec<(&str, &str)> =
        typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    // A form that nobody offered is refused; so the page must bring back everything else.
    sent.push(("form", "club"));
    let reply = begun.act("organisation/new", "done", &sent);
    assert_eq!(reply.focus.as_deref(), Some("trouble"));
    let mut shown = fields(&region(&reply, "main"), "save");
    shown.sort();
    assert_eq!(shown, typed);
}

#[test]
fn an_organisation_is_entered_and_a_person_acts_for_it() {
    let mut begun = Begun::new("pennine-wholefoods");
    let typed = [("name", "Todmorden Tools Limited"), ("form", "company"), ("number", "09876543")];
    let reply = begun.act("organisation/new", "save", &typed);
    assert_eq!(reply.focus, None, "somebody who types keeps the focus");
    let at = reply.at.split_once("organisation/").unwrap().1.to_owned();
    let findings = region(&begun.go(&format!("organisation/{at}")), "main");
    assert!(findings.contains("Nobody acts for Todmorden Tools Limited"), "{findings}");
    let typed = [("first", "Bea"), ("last", "Jones"), ("acts-for", at.as_str()), ("acts-as", "director")];
    let bea = begun.act("person/new", "save", &typed).at;
    let bea = bea.split_once("person/").unwrap().1.to_owned();
    let findings = region(&begun.go(&format!("organisation/{at}")), "main");
    assert!(!findings.contains("Nobody acts for"), "{findings}");
    assert!(findings.contains("Bea Jones"), "{findings}");
    let (before, after) = resend(&mut begun, &format!("person/{bea}"), "save");
    assert_eq!(fields(&before, "save"), fields(&after, "save"));
    let (before, after) = resend(&mut begun, &format!("organisation/{at}"), "save");
    assert_eq!(fields(&before, "save"), fields(&after, "save"));
    begun.act("people", "remove-organisation", &[("person", &at)]);
    let people = region(&begun.go("people"), "main");
    assert!(!people.contains("Todmorden Tools") && people.contains("Bea Jones"), "{people}");
    begun.act("history", "bring-back-taken-out", &[("kind", "organisation"), ("which", &at)]);
    assert!(region(&begun.go("people"), "main").contains("Acts for Todmorden Tools Limited"));
}

#[test]
fn an_organisation_is_offered_where_it_can_join() {
    for (example, offered) in
        [("pennine-wholefoods", true), ("ashlow-growers", true), ("northgate-bakers", false)]
    {
        let mut begun = Begun::new(example);
        for screen in ["people", "person/new"] {
            let main = region(&begun.go(screen), "main");
            assert_eq!(main.contains("/organisation/new\""), offered, "{example}, {screen}");
        }
    }
}

#[test]
fn a_person_is_entered_once_and_then_changed() {
    let mut begun = Begun::new("northgate-bakers");
    let reply = begun.act("person/new", "save", &[("first", "Si\u{e2}n"), ("role", "member")]);
    assert_eq!(reply.focus, None, "somebody who types keeps the focus");
    let at = reply.at.split_once("person/").unwrap().1.to_owned();
    assert_ne!(at, "new");
    let before = region(&begun.go("people"), "main").matches("/person/").count();
    begun.act(
        &format!("person/{at}"),
        "save",
        &[("first", "Si\u{e2}n"), ("last", "T\u{177}"), ("role", "member")],
    );
    let people = region(&begun.go("people"), "main");
    assert_eq!(people.matches("/person/").count(), before);
    assert!(people.contains("Si\u{e2}n T\u{177}"));
    begun.act("people", "remove", &[("person", &at)]);
    assert!(!region(&begun.go("people"), "main").contains("Si\u{e2}n T\u{177}"));
}

#[test]
fn a_changed_answer_is_proposed_until_the_group_agrees() {
    let mut begun = Begun::new("northgate-bakers");
    let status = |reply: &Reply| {
        let sent = fields(&region(reply, "main"), "answer");
        sent.into_iter().find(|(name, _)| name == "status").map(|(_, value)| value).unwrap()
    };
    assert_eq!(status(&begun.go("question/purpose")), "agreed");
    let changed = [("text", "We bake for everyone."), ("status", "agreed"), ("reason", "It is shorter")];
    let reply = begun.act("question/purpose", "answer", &changed);
    assert_eq!(status(&reply), "proposed");
    assert!(region(&reply, "aside").contains("We bake for everyone."), "the rule stands beside, rewritten");
    let agreed =
        begun.act("question/purpose", "agree", &[("text", "We bake for everyone."), ("status", "proposed")]);
    assert_ne!(agreed.at, reply.at, "it goes on");
    assert_eq!(status(&begun.go("question/purpose")), "agreed");
    begun.act("question/purpose", "usual", &[]);
    assert_eq!(status(&begun.go("question/purpose")), "open");
}

#[test]
fn what_does_not_fit_is_kept_and_explained_at_the_field() {
    let mut begun = Begun::new("northgate-bakers");
    for (slug, sent, field, value) in [
        ("joining-age", &[("choice", "own"), ("number", "sixteen")][..], "number", "sixteen"),
        ("joining-age", &[("choice", "own"), ("number", "")][..], "number", ""),
        ("joining-age", &[("choice", "own"), ("number", "900")][..], "number", "900"),
    ] {
        let sent: Vec<(&str, &str)> =
            sent.iter().copied().chain([("reason", "because"), ("status", "open")]).collect();
        let reply = begun.act(&format!("question/{slug}"), "agree", &sent);
        let main = region(&reply, "main");
        assert_eq!(reply.focus.as_deref(), Some("trouble"), "{slug}: {main}");
        let shown = fields(&main, "answer");
        assert!(shown.contains(&(field.to_owned(), value.to_owned())), "{slug}: {shown:?}");
        assert!(shown.contains(&("reason".to_owned(), "because".to_owned())));
        assert!(main.contains("id=\"answer-wrong\""));
    }
}

#[test]
fn there_is_no_agreeing_to_nothing() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let begin = [("kind", "worker/clg"), ("nation", "wales"), ("name", "")];
    let at = stage.act("start", "begin", &begin).at.replace("tasks", "question/purpose");
    let reply = stage.act(&at, "agree", &[("text", "  "), ("status", "open")]);
    assert!(region(&reply, "main").contains("no answer to agree to"));
    let parked = stage.act(&at, "answer", &[("text", ""), ("status", "parked")]);
    assert!(!parked.title.starts_with("Error"));
}

#[test]
fn the_start_keeps_what_was_typed() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let reply = stage.act("start", "begin", &[("kind", "worker/cs"), ("name", "Siop y W\u{ea}n")]);
    let shown = fields(&region(&reply, "main"), "begin");
    assert!(shown.contains(&("kind".to_owned(), "worker/cs".to_owned())), "{shown:?}");
    assert!(shown.contains(&("name".to_owned(), "Siop y W\u{ea}n".to_owned())), "{shown:?}");
    let main = region(&reply, "main");
    assert!(main.contains("href=\"#nation-1\"") && main.contains("id=\"nation-1\""));
}

#[test]
fn seven_questions_lead_to_a_form_that_can_be_begun() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let refused = stage.act("find", "advise", &[("say", "users")]);
    let main = region(&refused, "main");
    assert!(refused.title.starts_with("Error: "));
    assert!(main.contains("href=\"#need\"") && main.contains("id=\"need\""), "{main}");
    assert!(fields(&main, "advise").contains(&("say".to_owned(), "users".to_owned())), "the answer is kept");

    let found = stage.act("find", "advise", &[("need", "workers"), ("money", "members"), ("speed", "days")]);
    let main = region(&found, "main");
    assert!(main.contains("Worker co-operative") && main.contains("If it fails"));
    assert!(main.contains("href=\"#/start/worker/cs\""), "{main}");
    let start = stage.go("start/worker/cs");
    assert_eq!(start.at, "start/worker/cs", "who looks anew finds it chosen still");
    let start = region(&start, "main");
    assert!(fields(&start, "begin").contains(&("kind".to_owned(), "worker/cs".to_owned())));
}

#[test]
fn a_starter_proposes_answers_and_agrees_to_none() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let refused = stage.act("starter/food-shop", "begin", &[("name", "Siop y W\u{ea}n")]);
    let main = region(&refused, "main");
    assert!(main.contains("href=\"#form-1\""), "{main}");
    assert!(fields(&main, "begin").contains(&("name".to_owned(), "Siop y W\u{ea}n".to_owned())));

    let typed = [("form", "cs"), ("nation", "wales"), ("name", "Siop y W\u{ea}n Cyfyngedig")];
    let begun = stage.act("starter/food-shop", "begin", &typed);
    let id = begun.at.split('/').nth(1).expect("it is begun").to_owned();
    let question = stage.go(&format!("f/{id}/question/minimum-holding"));
    assert!(region(&question, "main").contains("roposed"), "{}", region(&question, "main"));
    let example = stage.act("starter/food-shop", "example", &[]);
    assert!(example.at.ends_with("/tasks"));
}

#[test]
fn chosen_answers_move_up() {
    let mut begun = Begun::new("northgate-bakers");
    let main = region(&begun.go("question/surplus"), "main");
    let before = fields(&main, "answer");
    let chosen: Vec<&(String, String)> = before.iter().filter(|(name, _)| name == "choice").collect();
    assert!(chosen.len() > 1, "{before:?}");
    let mut sent: Vec<(&str, &str)> =
        before.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    sent.push(("earlier", &chosen[1].1));
    let after = fields(&region(&begun.act("question/surplus", "answer", &sent), "main"), "answer");
    let after: Vec<&(String, String)> = after.iter().filter(|(name, _)| name == "choice").collect();
    assert_eq!((after[0], after[1]), (chosen[1], chosen[0]));
}

#[test]
fn a_pack_asks_for_a_folder_and_then_says_where_it_is() {
    let mut begun = Begun::new("northgate-bakers");
    let at = format!("f/{}/pack", begun.id);
    let reply = begun.act("pack", "export-draft", &[]);
    let Some(Ask::Folder { event: asked, .. }) = reply.ask.clone() else { panic!("no folder is asked for") };
    assert!(!serde_json::to_string(&reply).unwrap().contains("\"ask\""), "the page must not see it");
    let cancelled = begun.stage.screens.chosen(asked.clone(), None);
    assert_eq!(cancelled.say.as_deref(), Some("No folder chosen. Nothing was made."));
    let folder = tempfile::tempdir().unwrap();
    let made = begun.stage.screens.chosen(asked, Some(folder.path()));
    assert_eq!((made.at.as_str(), made.focus.as_deref()), (at.as_str(), Some("made")));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    let file = folder.path().join("a-file");
    std::fs::write(&file, "").unwrap();
    let refused = begun.stage.screens.chosen(event(&at, "export-draft", &[]), Some(&file));
    assert!(refused.title.starts_with("Error: "), "{}", unescaped(&region(&refused, "main")));
}

#[test]
fn removing_asks_first() {
    let mut begun = Begun::new("northgate-bakers");
    let id = begun.id.clone();
    let asked = begun.stage.act("desk", "ask-remove", &[("formation", &id)]);
    assert_eq!(asked.focus.as_deref(), Some("removing"));
    assert!(region(&begun.stage.go("desk"), "main").contains(&id), "asking removes nothing");
    let removed = begun.stage.act("desk", "remove", &[("formation", &id)]);
    assert!(!region(&removed, "main").contains(&format!("#/f/{id}")));
}

#[test]
fn classes_of_members_are_typed_row_by_row() {
    let mut begun = Begun::new("ashlow-growers");
    let shown = region(&begun.go("question/classes"), "main");
    assert!(shown.contains("id=\"name-4\""), "the classes there are, and a row for another: {shown}");
    let gareth = tags(&shown)
        .iter()
        .find(|tag| tag.get("name") == Some("first-2"))
        .and_then(|tag| tag.get("value"))
        .unwrap()
        .to_owned();
    let mut typed = vec![
        ("choice", "own"),
        ("name-1", "Carers"),
        ("test-1", "cares for people"),
        ("least-1", "2"),
        ("most-1", "3"),
        ("votes-1", "50"),
        ("name-2", "Families"),
        ("test-2", "is cared for"),
        ("least-2", "2"),
        ("votes-2", "40"),
        ("first-2", gareth.as_str()),
    ];
    let refused = |begun: &mut Begun, typed: &[(&str, &str)], field: &str| {
        let reply = begun.act("question/classes", "agree", typed);
        assert_eq!(reply.focus.as_deref(), Some("trouble"));
        let page = region(&reply, "main");
        assert!(page.contains(&format!("href=\"#{field}\"")), "no way to {field}: {page}");
        page
    };
    let page = refused(&mut begun, &typed, "choice-1");
    assert!(page.contains("come to 90%"), "{page}");
    assert!(page.contains("value=\"is cared for\""), "nothing typed is lost");
    typed[9] = ("votes-2", "most of it");
    refused(&mut begun, &typed, "votes-2");
    typed[9] = ("votes-2", "50");
    typed[6] = ("name-2", "carers");
    refused(&mut begun, &typed, "name-2");
    typed[6] = ("name-2", "Families");
    begun.act("question/classes", "agree", &typed);
    let rules = region(&begun.go("question/classes"), "aside");
    assert!(rules.contains("Families") && !rules.contains("Eaters"), "{rules}");
}
