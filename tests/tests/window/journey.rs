//! From the start screen to the papers in a folder, as a group does it: with a pointer, with keys alone, across
//! closing and killing, and with names that would like to be code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use fantoccini::key::Key;
use serde_json::json;

use crate::app::{App, Chooser, Home, bounded};
use crate::group::{self, FOUNDERS, NAME, OPEN};
use crate::keyboard::Keyboard;
use crate::process::until;
use crate::traces::left_behind;

/// What a group adds to a rule in its own words.
const RULE: &str = "Somebody who is ill may take part by telephone.";

/// The one folder that a pack made inside `folder`.
fn pack_in(folder: &Path) -> PathBuf {
    let made: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [pack] = made.as_slice() else { panic!("not one pack: {made:?}") };
    pack.clone()
}

/// Everything that the PDFs of a pack say, with single spaces.
fn words_of(pack: &Path) -> String {
    let mut words = String::new();
    let mut files: Vec<PathBuf> = fs::read_dir(pack).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "pdf"));
    files.sort();
    assert!(files.len() >= 11, "{files:?}");
    for file in files {
        let output = Command::new("pdftotext").arg(&file).arg("-").output().unwrap();
        assert!(output.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&output.stderr));
        words.push_str(&String::from_utf8(output.stdout).unwrap());
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every word that the group typed stands in the pack.
fn holds_everything(pack: &Path) {
    let words = words_of(pack);
    let answers = OPEN.iter().flat_map(|(_, fields)| fields.iter().map(|(_, text)| *text));
    let people = FOUNDERS.iter().flat_map(|founder| [founder.last, founder.street, founder.email]);
    for typed in [NAME].into_iter().chain(answers).chain(people) {
        assert!(words.contains(typed), "\u{201c}{typed}\u{201d} is in no paper of the pack");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_founds_its_co_op_and_keeps_the_pack_where_it_likes() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Dialog).await;
        app.picture("desk").await;
        group::found(&app).await;
        app.picture("checks").await;
        app.follow("The pack").await;
        app.heading("The pack").await;

        // A person may change their mind: nothing is made then.
        app.press("Make the final pack").await;
        app.display.window("Where should the pack go\\?").await;
        app.display.press("Escape");
        app.announces("No folder chosen").await;
        assert_eq!(fs::read_dir(home.exports()).unwrap().count(), 0);

        app.press("Make the final pack").await;
        app.display.window("Where should the pack go\\?").await;
        app.display.choose_folder("Where should the pack go\\?", &home.exports()).await;
        app.says("The pack is made").await;
        app.picture("pack").await;
        holds_everything(&pack_in(&home.exports()));
        app.close().await;
        // Neither the desktop's dialog nor its list of recent files tells of anybody.
        let people: Vec<&str> = FOUNDERS.iter().flat_map(|one| [one.last, one.street, one.email]).collect();
        assert_eq!(left_behind(&home, &people), Vec::<String>::new());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_alone_are_enough() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        let keys = Keyboard::only(&app).await;
        keys.follow("Begin a co-op").await;
        app.heading("Begin a co-op").await;
        keys.choose(group::KIND).await;
        keys.choose("England").await;
        keys.fill_anew("Name, as far as you know it", NAME).await;
        keys.press(Key::Enter).await;
        app.says("Everything there is to do").await;

        for (question, fields) in [("What is the co-op's full name?", &[][..])].into_iter().chain(OPEN) {
            keys.follow("All answers").await;
            app.heading("All answers").await;
            keys.follow(question).await;
            app.heading(question).await;
            for (label, text) in fields {
                keys.fill_anew(label, text).await;
            }
            keys.follow("Agree").await;
            app.leaves(question).await;
        }
        for founder in &FOUNDERS {
            keys.follow("People").await;
            app.heading("People").await;
            keys.follow("Enter a person").await;
            app.says("It is saved as you go").await;
            let fields = founder.fields();
            let (names, rest) = fields.split_at(2);
            for (label, text) in names {
                keys.fill_anew(label, text).await;
            }
            for role in founder.roles {
                keys.tick(role).await;
            }
            for (label, text) in rest {
                keys.fill_anew(label, text).await;
            }
            keys.follow("Done").await;
            app.heading("People").await;
            app.says(founder.last).await;
        }
        keys.follow("Checks").await;
        app.heading("Checks").await;
        keys.follow("We agree to every usual answer").await;
        app.says("Nothing stops the pack").await;

        // A rule in their own words, and what that changed.
        keys.go("notice of a members").await;
        app.heading("Articles").await;
        keys.follow("Change or comment").await;
        keys.follow("Edit the words").await;
        app.heading("yourselves").await;
        keys.to("What it says").await;
        keys.chord(&[Key::Control, Key::End]).await;
        keys.press(Key::Enter).await;
        keys.press(Key::Enter).await;
        keys.write(RULE).await;
        app.says("These are your own words").await;
        keys.follow("Done").await;
        app.says("Your own words").await;
        keys.go("Read the rules").await;
        app.says("1 article with words of your own").await;
        keys.follow("See what changed").await;
        app.heading("What changed").await;
        app.main_says(RULE).await;
        keys.follow("The pack").await;
        app.heading("The pack").await;
        keys.follow("Make the final pack").await;
        app.says("The pack is made").await;
        keys.was_enough().await;
        holds_everything(&pack_in(&home.exports()));
        app.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_co_op_is_there_again_after_closing() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        group::begin(&app, NAME).await;
        group::agree(&app, OPEN[1].0, OPEN[1].1).await;
        group::enter(&app, &FOUNDERS[0]).await;
        app.close().await;

        let app = App::start(&home, Chooser::Named).await;
        app.says("Your co-ops").await;
        app.follow(NAME).await;
        app.heading(NAME).await;
        app.follow("People").await;
        app.says("Asha Patel").await;
        group::open(&app, OPEN[1].0).await;
        assert_eq!(app.value("Your answer").await, OPEN[1].1[0].1);
        app.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_called_saved_outlives_a_kill() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        group::begin(&app, NAME).await;
        app.kill();
        for round in 1..=3 {
            let purpose = format!("We bake for round {round}.");
            let app = App::start(&home, Chooser::Named).await;
            app.follow(NAME).await;
            app.heading(NAME).await;
            group::open(&app, OPEN[1].0).await;
            if round > 1 {
                assert_eq!(app.value("Your answer").await, format!("We bake for round {}.", round - 1));
            }
            app.fill("Your answer", &purpose).await;
            // The rule beside the question is written from what was saved.
            app.says_in_paper(&purpose).await;
            app.kill();
        }
        let app = App::start(&home, Chooser::Named).await;
        app.follow(NAME).await;
        app.heading(NAME).await;
        group::open(&app, OPEN[1].0).await;
        assert_eq!(app.value("Your answer").await, "We bake for round 3.");
        app.close().await;
    })
    .await;
}

/// How often the app is killed in the middle of a word.
fn kills() -> usize {
    if std::env::var_os("SOAK").is_some() { 100 } else { 3 }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_in_the_middle_of_writing_costs_nothing_that_was_acknowledged() {
    let home = Home::new();
    let mut written_meanwhile = 0;
    bounded(async {
        let app = App::start(&home, Chooser::Named).await;
        group::begin(&app, NAME).await;
        app.kill();
    })
    .await;
    for round in 0..kills() {
        bounded(async {
            let app = App::start(&home, Chooser::Named).await;
            app.follow(NAME).await;
            app.heading(NAME).await;
            group::open(&app, OPEN[1].0).await;
            app.fill("Your answer", &format!("Round{round}")).await;
            // Another number of words each round, so that the kill meets the saving in every state.
            let words: Vec<String> = (0..20 + round * 7 % 40).map(|number| format!("word{number}")).collect();
            let beginning = |count: usize| format!("Round{round} {}", words[..count].join(" "));
            let field = app.field("Your answer").await;
            let mut acknowledged = 0;
            for word in &words {
                field.send_keys(&format!(" {word}")).await.unwrap();
                let paper = app.text().await;
                let shown = (1..=words.len()).rev().find(|count| paper.contains(&beginning(*count)));
                acknowledged = acknowledged.max(shown.unwrap_or(0));
            }
            app.kill();
            written_meanwhile += usize::from(acknowledged > 0);

            let app = App::start(&home, Chooser::Named).await;
            app.follow(NAME).await;
            app.heading(NAME).await;
            group::open(&app, OPEN[1].0).await;
            let kept = app.value("Your answer").await;
            if acknowledged > 0 {
                let said = beginning(acknowledged);
                assert!(kept.starts_with(&said), "{acknowledged} words were there: {kept}");
                assert!(beginning(words.len()).starts_with(&kept), "what was never written: {kept}");
            }
            app.kill();
        })
        .await;
    }
    assert!(written_meanwhile > 0, "nothing was saved while somebody wrote");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_word_is_saved_when_the_window_is_closed_at_once() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        group::begin(&app, NAME).await;
        group::open(&app, OPEN[1].0).await;
        app.fill("Your answer", "The last word.").await;
        let window = app.display.window("Toad Lane").await;
        app.display.close(&window);
        until("the window to go", || (!app.display.has_window("Toad Lane")).then_some(())).await;
        app.kill();

        let app = App::start(&home, Chooser::Named).await;
        app.follow(NAME).await;
        app.heading(NAME).await;
        group::open(&app, OPEN[1].0).await;
        assert_eq!(app.value("Your answer").await, "The last word.");
        app.close().await;
    })
    .await;
}

/// Names that would like to be code.
const HOSTILE: [&str; 4] = [
    "<img src=x onerror=\"window.harmed=1\"> Co-operative Limited",
    "</h1><script>window.harmed=1</script> Co-operative Limited",
    "{{ 7 * 7 }} {% raw %} [](#name) **Bold** &amp; Co-operative Limited",
    "\"><svg onload=window.harmed=1>' Co-operative Limited",
];

#[tokio::test(flavor = "multi_thread")]
async fn hostile_words_are_words() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        for name in HOSTILE {
            group::begin(&app, name).await;
            app.heading(name).await;
            group::open(&app, "What is the co-op's full name?").await;
            assert_eq!(app.value("Your answer").await, name);
            app.says_in_paper(name).await;
            for screen in ["All answers", "Read the rules"] {
                app.follow(screen).await;
                app.main_says(name).await;
            }
            app.follow("Toad Lane").await;
            app.heading("Your co-ops").await;
            app.main_says(name).await;
            let foreign =
                "return document.querySelectorAll('main img, main svg, main script, main b').length";
            assert_eq!(app.run(foreign).await, json!(0), "{name}");
            assert_eq!(app.run("return window.harmed ?? null").await, json!(null), "{name}");
            assert_eq!(app.page.title().await.unwrap(), "Your co-ops \u{2013} Toad Lane");
        }
        app.picture("hostile").await;
        app.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_window_on_the_same_store_says_why_it_cannot_help() {
    bounded(async {
        let home = Home::new();
        let first = App::start(&home, Chooser::Named).await;
        let second = App::start(&home, Chooser::Named).await;
        second.says("open already").await;
        second.says("Close the other window").await;
        second.press("Try to open it once more").await;
        second.announces("open already").await;
        second.picture("in-use").await;
        first.heading("Your co-ops").await;
        first.close().await;
        // And then the store is free again.
        tokio::time::timeout(Duration::from_secs(60), async {
            second.press("Try to open it once more").await;
            second.heading("Your co-ops").await;
            second.close().await;
        })
        .await
        .unwrap();
    })
    .await;
}
