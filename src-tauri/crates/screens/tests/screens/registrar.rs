//! The registrar's questions on the screen.

use crate::markup::{fields, tags};
use crate::stage::{Stage, region};

const SURPLUS: &str = "registrar/fca-answers/what-happens-to-a-surplus";

#[test]
fn a_question_is_answered_by_hand_and_given_back_to_the_decisions() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("gwlan-y-dwr");
    let at = format!("f/{id}/{SURPLUS}");
    let all = format!("f/{id}/registrar");
    assert!(!region(&stage.go(&all), "main").contains("In your own words."));
    let page = stage.go(&at);
    let drafted = fields(&region(&page, "main"), "done");
    assert!(!region(&page, "main").contains("take-draft"));
    // What is saved while somebody types leaves them where they are, with what they typed.
    let typed = "It stays. <script>alert(1)</script>\n\n- & more";
    let saved = stage.act(&at, "save", &[("text", typed)]);
    assert_eq!(saved.at, at);
    let main = region(&saved, "main");
    assert!(main.contains("take-draft") && !main.contains("<script>"), "{main}");
    assert!(region(&saved, "aside").contains("What we would answer today"));
    let done = stage.act(&at, "done", &[("text", typed)]);
    assert_eq!(done.at, all);
    assert!(region(&done, "main").contains("In your own words."));
    assert_eq!(done.say.as_deref(), Some("Saved."));
    let back = stage.act(&at, "take-draft", &[]);
    assert_eq!(fields(&region(&back, "main"), "done"), drafted);
}

#[test]
fn an_empty_answer_is_refused_at_its_field_and_what_was_typed_stays() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("gwlan-y-dwr");
    let reply = stage.act(&format!("f/{id}/{SURPLUS}"), "done", &[("text", "a\u{202e}b")]);
    let main = region(&reply, "main");
    let field = tags(&main).into_iter().find(|tag| tag.get("id") == Some("sheet-text")).unwrap();
    assert_eq!(field.get("aria-invalid"), Some("true"));
    assert!(main.contains("a\u{202e}b"));
}

#[test]
fn a_form_that_asks_for_facts_alone_says_so_and_so_does_an_association() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    for (example, said) in [
        ("northgate-bakers", "The form asks for facts alone"),
        ("canalside-designers", "The form asks for facts alone"),
        ("moorside-buying-group", "Nobody registers an association"),
    ] {
        let id = stage.example(example);
        let main = region(&stage.go(&format!("f/{id}/registrar")), "main");
        assert!(main.contains(said), "{example}: {main}");
    }
}
