//! What is refused is told whole: once at the top, with a way to the field, and once at the field; it names the field and
//! what is wrong with it, and says what to do.

use scraper::{Html, Selector};

use crate::markup::html;
use crate::stage::Begun;

/// A form, what is typed into it, the field that is told, and a word of the message that names that field.
type Refusal = (&'static str, &'static str, Vec<(&'static str, String)>, &'static str, &'static str);

fn typed(field: &'static str, text: &str) -> Vec<(&'static str, String)> {
    vec![(field, text.to_owned())]
}

/// One refusal of each kind of field that somebody fills in. `ID` stands for the co-op.
fn refusals() -> Vec<Refusal> {
    let long = "x".repeat(6_000);
    let begun = |fields: &[(&'static str, &str)]| {
        fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
    };
    vec![
        ("start", "begin", begun(&[("nation", "england")]), "kind-1", "legal form"),
        ("start", "begin", begun(&[("kind", "worker/clg")]), "nation-1", "nation"),
        ("starter/bakery", "begin", begun(&[("nation", "england")]), "form-1", "legal form"),
        ("starter/bakery", "begin", begun(&[("form", "clg")]), "nation-1", "nation"),
        (
            "start",
            "begin",
            vec![
                ("kind", "worker/clg".to_owned()),
                ("nation", "england".to_owned()),
                ("name", long.repeat(2)),
            ],
            "name",
            "name",
        ),
        ("find", "advise", Vec::new(), "need", "question"),
        ("settings", "set-name", typed("your-name", &long), "your-name", "name"),
        ("f/ID/notes", "keep", typed("programme", &long), "programme", "programme"),
        ("f/ID/notes", "keep", typed("stage", &long), "stage", "stage"),
        ("f/ID/notes", "keep", typed("next-step", &long), "next-step", "next step"),
        ("f/ID/notes", "add-note", typed("note", ""), "note", "note"),
        ("f/ID/notes", "add-note", typed("note", &long.repeat(4)), "note", "note"),
        (
            "f/ID/person/asha",
            "done",
            begun(&[("born-day", "31"), ("born-month", "2"), ("born-year", "1990")]),
            "born-day",
            "date",
        ),
        ("f/ID/pack", "save-calendar", Vec::new(), "began-day", "day"),
        (
            "f/ID/pack",
            "save-calendar",
            begun(&[("began-day", "31"), ("began-month", "2"), ("began-year", "2026")]),
            "began-day",
            "date",
        ),
        ("f/ID/question/registered-email", "agree", typed("text", ""), "text", "answer"),
        (
            "f/ID/question/joining-age",
            "agree",
            begun(&[("choice", "own"), ("number", "many")]),
            "number",
            "number",
        ),
        ("f/ID/rules", "comment", begun(&[("rule", "quorum"), ("comment", "")]), "comment", "comment"),
        (
            "f/ID/rule/quorum",
            "done",
            begun(&[("heading", ""), ("text", "1. Three of us.")]),
            "rule-heading",
            "heading",
        ),
        ("f/ID/rule/quorum", "done", begun(&[("heading", "Quorum"), ("text", "")]), "rule-text", "rule"),
        (
            "f/ID/rule/quorum",
            "done",
            vec![("heading", "Quorum".to_owned()), ("text", "1. Three.".to_owned()), ("why", long.clone())],
            "rule-why",
            "reason",
        ),
        ("f/ID/pack/constitution/1", "turn", typed("page", "999"), "page", "page"),
        (
            "passphrase",
            "encrypt",
            begun(&[("passphrase", "four legs good"), ("passphrase-again", "four legs good")]),
            "written",
            "recovery code",
        ),
        (
            "passphrase",
            "encrypt",
            begun(&[("written", "yes"), ("passphrase", "one"), ("passphrase-again", "two")]),
            "passphrase-again",
            "passphrases",
        ),
        (
            "passphrase",
            "encrypt",
            begun(&[("written", "yes"), ("passphrase", "short"), ("passphrase-again", "short")]),
            "passphrase",
            "passphrase",
        ),
    ]
}

fn words(page: &Html, selector: &str) -> Option<String> {
    let found = page.select(&Selector::parse(selector).unwrap()).next()?;
    Some(found.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
}

fn saves_as_one_writes(act: &str) -> bool {
    ["keep", "save"].contains(&act)
}

#[test]
fn what_is_refused_names_the_field_the_problem_and_what_to_do() {
    let mut kept = Begun::new("northgate-bakers");
    let mut wrong = Vec::new();
    for (at, act, fields, field, named) in refusals() {
        let at = at.replace("ID", &kept.id);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reply = kept.stage.act(&at, act, &fields);
        let page = Html::parse_fragment(&html(&reply));
        let told = words(&page, "#trouble").unwrap_or_default();
        let link = words(&page, &format!("#trouble a[href=\"#{field}\"]")).unwrap_or_default();
        let mut fault = |what: &str| wrong.push(format!("{at}, {act}, {field}: {what}: {told}"));
        // Who is still writing is told and keeps the focus; whoever pressed a button is led to what is wrong.
        let focus = if saves_as_one_writes(act) { None } else { Some("trouble") };
        if !reply.title.starts_with("Error: ") || reply.focus.as_deref() != focus || reply.say.is_none() {
            fault("the title or the focus does not say so");
        }
        if !link.to_lowercase().contains(named) {
            fault("does not name the field");
        }
        let mend = told.split(&link).nth(1).unwrap_or_default();
        if link.is_empty() || mend.split_whitespace().count() < 3 {
            fault("says nothing to do");
        }
        if page.select(&Selector::parse(&format!("[id=\"{field}\"]")).unwrap()).next().is_none() {
            fault("leads nowhere");
        }
        let at_field = Selector::parse(".wrong").unwrap();
        let beside: Vec<String> = page.select(&at_field).map(|found| found.text().collect()).collect();
        // The number of a page stands alone in its line, right below what is said at the top.
        if field != "page" && !beside.iter().any(|words| words.contains(&link)) {
            fault("is not said at the field");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
