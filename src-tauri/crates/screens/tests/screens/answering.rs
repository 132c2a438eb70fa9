//! Answering: what an answer changes in the rules is marked beside its question; and the list of all answers, from which
//! a question is opened and to which agreeing leads back.

use crate::markup::{tags, unescaped};
use crate::stage::{Begun, region};

/// What stands between two tags, without tags.
fn within(html: &str, name: &str) -> Vec<String> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let inside = |part: &str| part.split(&close).next().unwrap_or_default().to_owned();
    html.split(&open).skip(1).map(|part| words(&inside(part))).collect()
}

fn words(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    unescaped(&out).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_an_answer_changes_against_the_usual_one_is_marked_and_said() {
    let mut group = Begun::new("northgate-bakers");
    let question = "question/general-meeting-quorum";
    let usual = group.act(question, "usual", &[]);
    let aside = region(&usual, "aside");
    assert!(
        aside.contains("beside-quorum") && !aside.contains("<ins>") && !aside.contains("id=\"marks\""),
        "{aside}"
    );

    let own = [("choice", "own"), ("share", "75"), ("at-least", "7"), ("at-most", ""), ("status", "agreed")];
    let aside = region(&group.act(question, "answer", &own), "aside");
    let (came, went) = (within(&aside, "ins"), within(&aside, "del"));
    assert!(came.iter().any(|words| words.contains('7')), "{came:?}: {aside}");
    assert!(!went.is_empty(), "{aside}");
    assert!(
        came.iter().all(|words| words.starts_with('(') && words.ends_with(')')),
        "marks are said: {came:?}"
    );
    assert!(aside.contains("Marked: what your answer changes against the usual one."), "{aside}");
    let first = aside.split("<article").nth(1).unwrap();
    assert!(first.contains("<ins>"), "the rule of the question stands first: {aside}");

    // The usual answer that the group agreed to changes nothing.
    let main = region(&group.act(question, "usual", &[]), "main");
    let shown = crate::markup::fields(&main, "answer");
    let shown: Vec<(&str, &str)> =
        shown.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    group.act(question, "agree", &shown);
    let aside = region(&group.go(question), "aside");
    assert!(!aside.contains("<ins>") && !aside.contains("<del>"), "{aside}");
    // Nor does one to a question of which nothing is usual.
    group.act("question/purpose", "answer", &[("text", "We bake for everyone."), ("status", "agreed")]);
    let aside = region(&group.go("question/purpose"), "aside");
    assert!(aside.contains("We bake for everyone.") && !aside.contains("<ins>"), "{aside}");
}

/// What is said beside a question of rules that come and go, with each of its choices.
fn coming_and_going(group: &mut Begun, slug: &str) -> (usize, usize) {
    let question = format!("question/{slug}");
    let main = region(&group.go(&question), "main");
    let choices = tags(&main)
        .iter()
        .filter(|tag| {
            tag.get("name") == Some("choice") && tag.get("value").is_some_and(|value| value != "own")
        })
        .count();
    assert!(choices > 1, "{slug}: {main}");
    let mut said = (0, 0);
    for choice in 0..choices {
        let choice = choice.to_string();
        let reply = group.act(&question, "answer", &[("choice", &choice), ("status", "proposed")]);
        let aside = region(&reply, "aside");
        let said_here = words(&aside);
        let count = |words: &str| said_here.matches(words).count();
        said.0 += count("Your answer adds this rule.") + aside.matches(">added<").count();
        said.1 += count("Your answer leaves this rule out.") + aside.matches(">left out<").count();
        // What is left out is no longer there to be read.
        let rules = region(&group.go("rules"), "main");
        let links = tags(&aside);
        let links = links.iter().filter_map(|tag| tag.get("href")?.split_once("/rules/"));
        for (_, rule) in links {
            assert!(rules.contains(&format!("id=\"rule-{rule}\"")), "{slug}: {rule} is linked and not in");
        }
    }
    said
}

#[test]
fn a_rule_that_an_answer_adds_or_leaves_out_says_so_in_words() {
    let mut group = Begun::new("northgate-bakers");
    let added = coming_and_going(&mut group, "governance");
    assert!(added.0 > 0, "{added:?}");
    let left_out = coming_and_going(&mut group, "pausing");
    assert!(left_out.1 > 0, "{left_out:?}");
}

#[test]
fn from_the_list_of_answers_agreeing_leads_back_to_the_row_and_on_to_the_next_open_one() {
    let mut group = Begun::new("northgate-bakers");
    // The second is not the one that stands next in the list.
    for slug in ["purpose", "pausing"] {
        group.act(&format!("question/{slug}"), "answer", &[("status", "parked")]);
    }
    for list in ["answers", "answers/open"] {
        let from = if list == "answers" { "all" } else { "open" };
        let listed = region(&group.go(list), "main");
        assert!(listed.contains(&format!("/question/purpose/{from}\"")), "{listed}");
        let question = format!("question/purpose/{from}");
        let main = region(&group.go(&question), "main");
        assert!(main.contains("You opened this from the list"), "{main}");
        assert!(main.contains("Agree and go back") && !main.contains("id=\"next\""), "{main}");
        // Saving while somebody types, and a refusal, stay where they are.
        let typed = group.act(&question, "answer", &[("text", "We bake."), ("status", "proposed")]);
        assert!(typed.at.ends_with(&question), "{}", typed.at);
        let refused = group.act(&question, "agree", &[("text", " "), ("status", "open")]);
        assert!(refused.at.ends_with(&question) && refused.title.starts_with("Error"), "{}", refused.at);

        let back = group.act(&question, "agree", &[("text", "We bake."), ("status", "proposed")]);
        assert!(back.at.ends_with(list), "{}", back.at);
        assert_eq!(back.focus.as_deref(), Some("answer-purpose"));
        let main = region(&back, "main");
        let controls: Vec<_> = tags(&main).into_iter().filter(|tag| tag.name == "a").collect();
        let row = controls.iter().position(|tag| tag.get("id") == Some("answer-purpose")).unwrap();
        let next = controls[row + 1].get("href").unwrap();
        assert!(next.ends_with(&format!("/question/pausing/{from}")), "one Tab away: {next}");
        group.act("question/purpose", "answer", &[("status", "parked")]);
    }
}

#[test]
fn what_nobody_settled_can_be_listed_alone() {
    let mut group = Begun::new("northgate-bakers");
    let rows = |main: &str| tags(main).iter().filter(|tag| tag.name == "dt").count();
    let all = region(&group.go("answers"), "main");
    group.act("question/purpose", "answer", &[("text", ""), ("status", "parked")]);
    let open = region(&group.go("answers/open"), "main");
    assert!(rows(&open) > 0 && rows(&open) < rows(&all), "{} of {}", rows(&open), rows(&all));
    assert!(open.contains("answer-purpose\"") && !open.contains(">Agreed<"), "{open}");
    let said = format!("Open, proposed or parked ({})", rows(&open));
    assert!(unescaped(&open).contains(&said), "{said}: {open}");
    let current: Vec<_> = tags(&open).into_iter().filter(|tag| tag.get("aria-current").is_some()).collect();
    assert_eq!(current.len(), 1);
    assert!(current[0].get("href").unwrap().ends_with("/answers/open"));
}
