//! The passphrase that locks the desk: set, changed, taken off; and what a locked desk shows.

use screens::Reply;

use crate::markup::html;
use crate::stage::{Begun, Stage, region};

#[test]
fn a_locked_desk_shows_nothing_until_it_is_opened() {
    let mut kept = Begun::new("northgate-bakers");
    kept.say("Hidden away.");
    let Begun { stage, id, store } = kept;
    drop(stage);
    let places = desk::Places { store: store.path().to_owned() };
    let code = "one two three four five six seven eight";
    desk::encryption::turn_on(&places, Stage::host().as_ref(), "Four legs Good", code).unwrap();
    let wrong = [("passphrase", "four legs good"), ("recovery-code", "one two"), ("passphrase", "")];
    let right =
        [("passphrase", "Four legs Good"), ("recovery-code", "ONE two three four five six seven eight")];
    for (field, words) in right {
        let mut stage = Stage::new(store.path());
        for at in ["desk", "backups", &format!("f/{id}/question/purpose")] {
            let page = stage.go(at);
            let main = region(&page, "main");
            assert!(main.contains("are locked") && !html(&page).contains("Northgate"), "{at}: {main}");
            assert!(!html(&page).contains("<nav"), "there is no desk to go to");
        }
        for (field, words) in wrong {
            let page = stage.act("desk", "unlock", &[(field, words)]);
            assert!(page.title.starts_with("Error"), "{}", page.title);
            let main = region(&page, "main");
            assert!(main.contains("Nothing was changed"), "{main}");
            assert!(words.is_empty() || !main.contains(words), "what was typed is not on the page: {main}");
        }
        let opened = stage.act("desk", "unlock", &[(field, words)]);
        assert!(region(&opened, "main").contains("Northgate"), "{}", region(&opened, "main"));
        let question = region(&stage.go(&format!("f/{id}/question/purpose")), "main");
        assert!(question.contains("Hidden away."), "{question}");
        // Backups go on while it is locked to others: what closes the desk opens it again by itself.
        stage.act("backups", "back-up", &[]);
        let restored = stage.act("backups", "restore", &[("backup", "1")]);
        assert!(region(&restored, "main").contains("is put back"), "{}", region(&restored, "main"));
    }
}

/// Says yes to everything that the page about the passphrase asks.
fn set_passphrase(stage: &mut Stage, passphrase: &str) -> (Reply, String) {
    let main = region(&stage.go("passphrase"), "main");
    let list = main.split("offered-code").nth(1).unwrap().split("</ol>").next().unwrap();
    let code: Vec<&str> = list.split("<li>").skip(1).map(|item| item.split('<').next().unwrap()).collect();
    let fields = [("written", "yes"), ("passphrase", passphrase), ("passphrase-again", passphrase)];
    (stage.act("passphrase", "encrypt", &fields), code.join(" "))
}

fn is_locked(reply: &Reply) -> bool {
    region(reply, "main").contains("are locked</h1>") && !html(reply).contains("Northgate")
}

#[test]
fn a_passphrase_is_set_changed_and_taken_off() {
    let mut kept = Begun::new("northgate-bakers");
    let stage = &mut kept.stage;
    let refused = [
        (vec![("passphrase", "four legs good"), ("passphrase-again", "four legs good")], "written"),
        (vec![("written", "yes"), ("passphrase", "four"), ("passphrase-again", "five")], "passphrase-again"),
        (vec![("written", "yes"), ("passphrase", "short"), ("passphrase-again", "short")], "passphrase"),
    ];
    let offered =
        |main: &str| main.split("offered-code").nth(1).unwrap().split("</ol>").next().unwrap().to_owned();
    let first = offered(&region(&stage.go("passphrase"), "main"));
    for (fields, field) in refused {
        let page = stage.act("passphrase", "encrypt", &fields);
        let main = region(&page, "main");
        assert!(
            main.contains(&format!("href=\"#{field}\"")) && main.contains(&format!("id=\"{field}-wrong\"")),
            "{main}"
        );
        assert!(!main.contains("four legs good"), "what was typed is not on the page");
        assert_eq!(offered(&main), first, "the code that is being written down stays");
    }
    let (set, code) = set_passphrase(stage, "four legs good");
    assert_eq!(set.focus.as_deref(), Some("done"), "{}", region(&set, "main"));
    // What is on paper opens it; so does what comes after it, and nothing that was before.
    assert!(is_locked(&stage.act("passphrase", "lock", &[])));
    assert!(!is_locked(&stage.act("desk", "unlock", &[("recovery-code", &code)])));
    let wrong = [
        ("passphrase", "two legs"),
        ("new-passphrase", "two legs better"),
        ("passphrase-again", "two legs better"),
    ];
    let page = stage.act("passphrase/change", "change", &wrong);
    assert!(region(&page, "main").contains("id=\"passphrase-wrong\""), "{}", region(&page, "main"));
    let short = [("passphrase", "four legs good"), ("new-passphrase", "two"), ("passphrase-again", "two")];
    let page = stage.act("passphrase/change", "change", &short);
    assert!(region(&page, "main").contains("id=\"new-passphrase-wrong\""), "{}", region(&page, "main"));
    let right = [
        ("recovery-code", code.as_str()),
        ("new-passphrase", "two legs better"),
        ("passphrase-again", "two legs better"),
    ];
    let page = stage.act("passphrase/change", "change", &right);
    assert_eq!(page.at, "passphrase", "{}", region(&page, "main"));
    let new = offered(&region(&stage.go("passphrase/code"), "main"));
    assert_ne!(new, first);
    stage.act("passphrase/code", "new-code", &[("written", "yes"), ("passphrase", "two legs better")]);
    stage.act("passphrase", "lock", &[]);
    for (field, words) in [("passphrase", "four legs good"), ("recovery-code", code.as_str())] {
        assert!(is_locked(&stage.act("desk", "unlock", &[(field, words)])), "{words} opens nothing any more");
    }
    assert!(!is_locked(&stage.act("desk", "unlock", &[("passphrase", "two legs better")])));
    let off = stage.act("passphrase/off", "decrypt", &[("passphrase", "two legs better")]);
    assert!(region(&off, "main").contains("The passphrase is off."), "{}", region(&off, "main"));
    let Begun { stage, store, .. } = kept;
    drop(stage);
    let again = Stage::new(store.path()).go("desk");
    assert!(region(&again, "main").contains("Northgate"));
}

#[test]
fn a_desk_that_nobody_touches_locks_itself() {
    let mut kept = Begun::new("northgate-bakers");
    let stage = &mut kept.stage;
    let long = [("seconds", "86400")];
    assert!(
        stage.act("desk", "rest", &long).patches.is_empty(),
        "without a passphrase there is nothing to lock"
    );
    set_passphrase(stage, "four legs good");
    assert!(stage.act("desk", "rest", &[("seconds", "899")]).patches.is_empty());
    assert!(is_locked(&stage.act("desk", "rest", &[("seconds", "900")])));
    stage.act("desk", "unlock", &[("passphrase", "four legs good")]);
    let saved = region(&stage.act("passphrase", "set-rest", &[("rest", "never")]), "main");
    assert!(saved.contains("<option value=\"never\" selected"), "{saved}");
    assert!(stage.act("desk", "rest", &long).patches.is_empty());
    stage.act("passphrase", "set-rest", &[("rest", "5")]);
    assert!(is_locked(&stage.act("desk", "rest", &[("seconds", "300")])));
    // Somebody may be typing the passphrase by now.
    let locked = stage.act("desk", "rest", &[("seconds", "600")]);
    assert!(locked.patches.is_empty() && locked.focus.is_none() && locked.say.is_none(), "{locked:?}");
    assert_eq!(locked.title, stage.go("desk").title);
}

#[test]
fn a_desk_locks_itself_with_the_screen() {
    let mut kept = Begun::new("northgate-bakers");
    let stage = &mut kept.stage;
    assert!(
        stage.act("desk", "screen-locked", &[]).patches.is_empty(),
        "without a passphrase there is nothing to lock"
    );
    set_passphrase(stage, "four legs good");
    // However long somebody set it to stay open: that is for a desk whose screen anybody can see.
    stage.act("passphrase", "set-rest", &[("rest", "never")]);
    let locked = stage.act("desk", "screen-locked", &[]);
    assert!(is_locked(&locked) && !region(&locked, "main").contains("Northgate"));
    assert!(is_locked(&stage.go("desk")));
    // Several parts of a desktop say the same: by now somebody may be typing the passphrase.
    let again = stage.act("desk", "screen-locked", &[]);
    assert!(again.patches.is_empty() && again.focus.is_none() && again.say.is_none(), "{again:?}");
    assert!(!is_locked(&stage.act("desk", "unlock", &[("passphrase", "four legs good")])));
}

#[test]
fn the_disk_is_spoken_of_until_somebody_has_read_it_or_set_a_passphrase() {
    let store = tempfile::tempdir().unwrap();
    let speaks = |stage: &mut Stage| region(&stage.go("desk"), "main").contains("disk is encrypted");
    let mut stage = Stage::new(store.path());
    assert!(speaks(&mut stage));
    set_passphrase(&mut stage, "four legs good");
    assert!(!speaks(&mut stage), "a passphrase does what was advised");
    stage.act("passphrase/off", "decrypt", &[("passphrase", "four legs good")]);
    assert!(speaks(&mut stage));
    let away = stage.act("desk", "advice-read", &[]);
    assert!(!region(&away, "main").contains("disk is encrypted"));
    drop(stage);
    assert!(!speaks(&mut Stage::new(store.path())), "it stays away");
}
