//! A copy to share: what is private about people is in none of its words; and bringing back what was taken out of a co-op.

use std::path::Path;
use std::process::Command;

use screens::Ask;

use crate::markup::tags;
use crate::stage::{EXAMPLES, Stage, event, region};

/// The words of a PDF, as another program reads them, in one line.
fn read(file: &Path) -> String {
    let output =
        Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(file).arg("-").output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_copy_to_share_has_what_is_public_and_nothing_that_is_private() {
    for example in EXAMPLES {
        let store = tempfile::tempdir().unwrap();
        let mut stage = Stage::new(store.path());
        let id = stage.example(example);
        let people = region(&stage.go(&format!("f/{id}/people")), "main");
        let people: Vec<String> = tags(&people)
            .iter()
            .filter_map(|tag| Some(tag.get("href")?.split_once("/person/")?.1.to_owned()))
            .filter(|person| person != "new")
            .collect();
        assert!(people.len() > 2, "{example}: {people:?}");
        // Everybody's private words are their own, and stand in nothing else.
        let mut planted = Vec::new();
        for (index, person) in people.iter().enumerate() {
            let at = format!("f/{id}/person/{person}");
            let main = region(&stage.go(&at), "main");
            let private = [
                ("home-lines", format!("{} Zephyr Yard", 900 + index)),
                ("home-postcode", format!("ZE{index} 9QZ")),
                ("email", format!("quince{index}@private.example")),
                ("phone", format!("07700 9001{index:02}")),
                ("born-day", "23".to_owned()),
                ("born-month", "2".to_owned()),
                ("born-year", format!("{}", 1951 + index)),
            ];
            let mut sent = crate::markup::fields(&main, "save");
            for (name, value) in &private {
                sent.retain(|(one, _)| one != name);
                sent.push(((*name).to_owned(), value.clone()));
            }
            let sent: Vec<(&str, &str)> =
                sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let saved = stage.act(&at, "done", &sent);
            assert!(!saved.title.starts_with("Error"), "{}", region(&saved, "main"));
            planted.extend(private.iter().take(4).map(|(_, value)| value.clone()));
            planted.push(format!("23 February {}", 1951 + index));
        }
        // Somebody typed some of them where they do not belong.
        let purpose = format!("We meet at {} and write to {}.", planted[0], planted[2]);
        stage.act(&format!("f/{id}/question/purpose"), "answer", &[("text", &purpose), ("status", "agreed")]);
        let words =
            [("heading", "Where we meet"), ("text", &*format!("At {}, ring {}.", planted[0], planted[3]))];
        stage.act(&format!("f/{id}/rule-after/quorum"), "add", &words);

        let at = format!("f/{id}/privacy");
        let asked = stage.act(&at, "share", &[]);
        let Some(Ask::Save { name, ending, .. }) = &asked.ask else { panic!("{:?}", asked.ask) };
        assert!(name.ends_with("-to-share.pdf") && *ending == "pdf", "{name}");
        let none = stage.screens.chosen(event(&at, "share", &[]), None);
        assert_eq!(none.say.as_deref(), Some("No file chosen. Nothing was saved."));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("copy.pdf");
        let saved = stage.screens.chosen(event(&at, "share", &[]), Some(&file));
        assert_eq!(saved.focus.as_deref(), Some("done"), "{}", region(&saved, "main"));
        let copy = read(&file);
        for words in &planted {
            assert!(!copy.contains(words.as_str()), "{example}: {words} is in the copy");
        }
        assert!(copy.contains("We meet at") && copy.contains("Where we meet"), "{example}: {copy}");
        // The scan can tell: a public name of each is there, and so is what the group decided.
        let privacy = region(&stage.go(&at), "main");
        let names = tags(&privacy)
            .iter()
            .filter(|tag| tag.get("href").is_some_and(|to| to.contains("/person/")))
            .count();
        assert_eq!(names, people.len());
        for heading in
            ["A copy to share", "Who founds it", "What we decided", "Home address", "E-mail address"]
        {
            assert!(copy.contains(heading), "{example}: {heading}");
        }
        let last = stage.go(&format!("f/{id}/person/{}", people[0]));
        let last = crate::markup::fields(&region(&last, "main"), "save");
        let last = last.into_iter().find(|(name, _)| name == "last").unwrap().1;
        assert!(copy.contains(&last), "{example}: {last}");
    }
}

#[test]
fn a_rule_of_their_own_is_brought_back_from_the_history_and_from_the_bin() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let words = [("heading", "Dogs in the bakehouse"), ("text", "Dogs may wait by the door.")];
    let at = stage.act(&format!("f/{id}/rule-after/quorum"), "add", &words).at;
    let rule = region(&stage.go(&format!("f/{id}/rules")), "main");
    let rule = tags(&rule)
        .iter()
        .filter_map(|tag| Some(tag.get("id")?.strip_prefix("rule-")?.to_owned()))
        .find(|slug| slug.starts_with("dogs"))
        .unwrap_or_else(|| panic!("{at}"));
    for screen in [format!("f/{id}/history"), "bin".to_owned()] {
        stage.act(&format!("f/{id}/rules"), "remove", &[("rule", &rule)]);
        assert!(!region(&stage.go(&format!("f/{id}/rules")), "main").contains("Dogs may wait"), "it is out");
        let listed = region(&stage.go(&screen), "main");
        assert!(listed.contains("Dogs in the bakehouse") && listed.contains("30 more days"), "{listed}");
        let sent = crate::markup::fields(&listed, "bring-back-taken-out");
        let sent: Vec<(&str, &str)> =
            sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let back = stage.act(&screen, "bring-back-taken-out", &sent);
        assert_eq!(back.say.as_deref(), Some("The rule is in again."), "{}", region(&back, "main"));
        assert!(region(&stage.go(&format!("f/{id}/rules")), "main").contains("Dogs may wait"), "{screen}");
    }
}
