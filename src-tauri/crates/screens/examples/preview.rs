//! Writes every screen in its states as a page on the disk: `cargo run -p screens --example preview -- FOLDER`.
//! The pages link the app's own styles and hold no script; they are for looking at, and for checking
//! accessibility without a window. It fails where a kind of address has no page, in English or in Welsh.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "preview/apart.rs"]
mod apart;
#[path = "../tests/screens/stage.rs"]
mod stage;
#[path = "preview/welsh.rs"]
mod welsh;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use screens::{KINDS, Reply, kind_of};
use stage::{Stage, event};

const LONG: &str = "The Greater Northgate, Ovenden and Wheatley Bakers, Millers, Confectioners and Allied Trades Workers\u{2019} Co-operative Society (2026) Limited";

struct Preview {
    folder: PathBuf,
    shell: String,
    written: Vec<String>,
    /// The kinds of addresses that have a page: by language.
    drawn: BTreeSet<(&'static str, &'static str)>,
}

impl Preview {
    /// Writes one screen.
    fn page(&mut self, name: &str, reply: &Reply) {
        let mut page =
            self.shell.replace("<title>Toad Lane</title>", &format!("<title>{}</title>", reply.title));
        if let Some(language) = reply.language {
            page = page.replace("lang=\"en-GB\"", &format!("lang=\"{language}\""));
        }
        for patch in &reply.patches {
            let region = format!("id=\"{}\"", patch.region);
            let at = page.find(&region).expect("the region is in index.html");
            let open = page[..at].rfind('<').unwrap();
            let name = page[open + 1..].split(' ').next().unwrap().to_owned();
            let end = at + page[at..].find('>').unwrap();
            // No region of the window's page holds an element of its own kind, but for those in which all is new.
            let close = end + page[end..].find(&format!("</{name}>")).unwrap();
            let tag = page[at..end].replace(" hidden", if patch.html.is_empty() { " hidden" } else { "" });
            page.replace_range(at..close, &format!("{tag}>{}", patch.html));
        }
        fs::write(self.folder.join(format!("{name}.html")), page).unwrap();
        assert!(!self.written.iter().any(|one| one == name), "two pages are called {name}");
        self.written.push(name.to_owned());
        self.drawn.insert((reply.language.unwrap_or_default(), kind_of(&reply.at)));
    }

    /// Writes the screen at an address that goes on under another.
    fn page_at(&mut self, name: &str, stage: &mut Stage, at: &str) {
        let reply = stage.go(at);
        self.page(name, &reply);
        self.drawn.insert((reply.language.unwrap_or_default(), kind_of(at)));
    }

    /// The kinds of addresses that have no page in a language.
    fn missing(&self, language: &str) -> Vec<&'static str> {
        KINDS.iter().filter(|kind| !self.drawn.contains(&(language, **kind))).copied().collect()
    }
}

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("the folder to write to"));
    fs::create_dir_all(&folder).unwrap();
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/static").canonicalize().unwrap();
    let shell = fs::read_to_string(ui.join("index.html"))
        .unwrap()
        .replace("href=\"styles/", &format!("href=\"{}/styles/", ui.display()))
        .replace("  <script type=\"module\" src=\"app.js\"></script>\n", "");
    let mut preview = Preview { folder, shell, written: Vec::new(), drawn: BTreeSet::new() };
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    before_anything(&mut preview, &mut stage);
    let bakers = stage.example("northgate-bakers");
    finished(&mut preview, &mut stage, &bakers);
    kept(&mut preview, &mut stage, &bakers);
    by_hand(&mut preview, &mut stage);
    answering(&mut preview, &mut stage);
    begun(&mut preview, &mut stage);
    every_question(&mut preview, &mut stage, &bakers);
    let growers = stage.example("ashlow-growers");
    registrar(&mut preview, &mut stage, &growers);
    let classes = format!("f/{growers}/question/classes");
    preview.page("question-classes", &stage.go(&classes));
    preview.page("question-classes-error", &stage.act(&classes, "agree", &[]));
    organisations(&mut preview, &mut stage);
    apart::sponsored(&mut preview);
    for language in apart::LANGUAGES {
        apart::damaged(&mut preview, language);
        apart::passphrase(&mut preview, language);
    }
    many(&mut preview);
    welsh::in_welsh(&mut preview);
    let missing = ["en-GB", "cy"].map(|language| preview.missing(language));
    assert!(
        missing.iter().all(Vec::is_empty),
        "kinds of addresses without a page, in English and Welsh: {missing:?}"
    );
    println!("{} pages", preview.written.len());
}

/// A co-op that organisations found.
fn organisations(preview: &mut Preview, stage: &mut Stage) {
    let id = stage.example("pennine-wholefoods");
    for screen in
        ["people", "person/new", "person/asha", "organisation/new", "organisation/calder", "privacy"]
    {
        let name = format!("pennine-{}", screen.replace('/', "-"));
        preview.page(&name, &stage.go(&format!("f/{id}/{screen}")));
    }
    let at = |screen: &str| format!("f/{id}/{screen}");
    preview.page("pennine-people-remove", &stage.act(&at("people"), "ask-remove", &[("person", "calder")]));
    let wrong = [("name", "Hebble Bakers Limited"), ("form", "club")];
    preview.page("pennine-organisation-error", &stage.act(&at("organisation/new"), "done", &wrong));
    let begun = stage.act(&at("organisation/new"), "save", &[("number", "7")]).at;
    preview.page("pennine-organisation-findings", &stage.go(&begun));
}

fn before_anything(preview: &mut Preview, stage: &mut Stage) {
    preview.page("desk-empty", &stage.go("desk"));
    preview.page("start", &stage.go("start"));
    preview.page("start-error", &stage.act("start", "begin", &[("name", "Siop Bara\u{2019}r W\u{177}l")]));
    preview.page_at("start-found", stage, "start/worker/cs");
    preview.page("find", &stage.go("find"));
    preview.page("find-error", &stage.act("find", "advise", &[("say", "workers")]));
    let answers = [("need", "workers"), ("money", "members"), ("size", "two"), ("say", "one-founder")];
    preview.page("found", &stage.act("find", "advise", &answers));
    preview.page("found-one-form", &stage.act("find", "advise", &[("need", "residents")]));
    preview.page("starters", &stage.go("starters"));
    preview.page("starter", &stage.go("starter/food-shop"));
    preview.page("starter-error", &stage.act("starter/pub", "begin", &[("name", LONG)]));
    preview.page("about", &stage.go("about"));
    preview.page("notices", &stage.go("notices"));
    preview.page("unknown", &stage.go("nowhere"));
}

fn finished(preview: &mut Preview, stage: &mut Stage, id: &str) {
    preview.page("desk", &stage.go("desk"));
    preview.page("desk-remove", &stage.act("desk", "ask-remove", &[("formation", id)]));
    for screen in ["tasks", "answers", "people", "person/new", "person/asha", "rules", "checks", "pack"] {
        let name = format!("bakers-{}", screen.replace('/', "-"));
        preview.page(&name, &stage.go(&format!("f/{id}/{screen}")));
    }
    preview.page(
        "bakers-people-remove",
        &stage.act(&format!("f/{id}/people"), "ask-remove", &[("person", "asha")]),
    );
    preview.page("bakers-registrar", &stage.go(&format!("f/{id}/registrar")));
    papers(preview, stage, id);
    let pack = tempfile::tempdir().unwrap();
    let export = event(&format!("f/{id}/pack"), "export-draft", &[]);
    preview.page("bakers-pack-made", &stage.screens.chosen(export.clone(), Some(pack.path())));
    preview.page(
        "bakers-pack-error",
        &stage.screens.chosen(export, Some(&pack.path().join("manifest.json/none"))),
    );
}

/// The registrar's questions of a society, one of them answered by hand.
fn registrar(preview: &mut Preview, stage: &mut Stage, id: &str) {
    let at = format!("f/{id}/registrar/fca-answers/what-happens-to-a-surplus");
    preview.page("growers-registrar", &stage.go(&format!("f/{id}/registrar")));
    preview.page("growers-registrar-answer", &stage.go(&at));
    preview.page("growers-registrar-empty", &stage.act(&at, "done", &[("text", " ")]));
    stage.act(&at, "done", &[("text", "Half stays in the co-op.\n\n- Members get the rest.")]);
    preview.page("growers-registrar-own", &stage.go(&at));
    preview.page("growers-registrar-with-own", &stage.go(&format!("f/{id}/registrar")));
    stage.act(&at, "take-draft", &[]);
}

/// Pages of the pack's papers, as they will be printed.
fn papers(preview: &mut Preview, stage: &mut Stage, id: &str) {
    let at = |paper: &str| format!("f/{id}/pack/{paper}");
    preview.page("bakers-paper", &stage.go(&at("constitution/1")));
    preview.page("bakers-paper-private", &stage.go(&at("private-details/1")));
    for edition in ["explained", "summary", "large-print", "to-share"] {
        preview.page(&format!("edition-{edition}"), &stage.go(&format!("f/{id}/read/{edition}/2")));
    }
    let typed = [("page", "seven")];
    preview.page("edition-no-page", &stage.act(&format!("f/{id}/read/summary/1"), "turn", &typed));
    preview.page("bakers-paper-last", &stage.go(&at("founding-minutes/99")));
    preview.page("bakers-paper-no-page", &stage.act(&at("constitution/2"), "turn", &[("page", "seven")]));
    preview.page("bakers-paper-large", &stage.act(&at("constitution/3"), "zoom", &[("zoom", "large")]));
    stage.act(&at("constitution/3"), "zoom", &[("zoom", "fit")]);
    let back = [("back", "memorandum/all"), ("back", "consents-to-act/asha-1")];
    preview.page("bakers-pack-signed", &stage.act(&format!("f/{id}/pack"), "sign", &back));
    stage.act(&format!("f/{id}/pack"), "sign", &[]);
    let folder = tempfile::tempdir().unwrap();
    let save = event(&format!("f/{id}/pack"), "save-edition", &[("edition", "summary")]);
    let path = folder.path().join("summary.pdf");
    preview.page("bakers-edition-saved", &stage.screens.chosen(save.clone(), Some(&path)));
    preview.page("bakers-edition-error", &stage.screens.chosen(save, Some(&path.join("none.pdf"))));
}

/// Rules written, moved, taken out, marked and talked about: in a company as it came, and in a society in Welsh words.
fn by_hand(preview: &mut Preview, stage: &mut Stage) {
    let bakers = stage.example("northgate-bakers");
    let at = |screen: &str| format!("f/{bakers}/{screen}");
    preview.page("rules-search", &stage.act(&at("rules"), "search", &[("words", "surplus")]));
    preview.page("rules-search-nothing", &stage.act(&at("rules"), "search", &[("words", LONG)]));
    preview.page("marked-nothing", &stage.go(&at("marked")));
    preview.page("rule-model", &stage.go(&at("rule/quorum")));
    preview.page("rule-new", &stage.go(&at("rule-after/quorum")));
    let empty = [("heading", LONG), ("text", ""), ("why", "Because.")];
    preview.page("rule-new-error", &stage.act(&at("rule-after/quorum"), "add", &empty));
    preview.page("rules-comment", &stage.act(&at("rules"), "ask-comment", &[("rule", "quorum")]));
    preview.page("rules-comment-error", &stage.act(&at("rules"), "comment", &[("rule", "quorum")]));

    let mill = stage.example("gwlan-y-dwr");
    let at = |screen: &str| format!("f/{mill}/{screen}");
    let rule = ("rule", "quorum");
    stage.act("settings", "set-name", &[("your-name", "Si\u{e2}n o\u{2019}r T\u{177} Gwyn")]);
    preview.page("rules-take-out", &stage.act(&at("rules"), "ask-remove", &[rule]));
    let text = "1. Mae hanner yr aelodau yn ddigon: half of the members are enough, and never fewer than 5.\n2. See \
                [](#notice) for how they are called.\n   (a) Nobody counts twice.\n   (b) A member on a screen counts \
                as one in the room.\n\nThe **chair** counts at the start, and again whenever somebody asks.";
    let why = "Rydym yn fach. We are few, and live far apart.";
    let words = [("heading", "C\u{175}orwm y cyfarfod"), ("text", text), ("why", why)];
    preview.page("rule-edited", &stage.act(&at("rule/quorum"), "save", &words));
    preview.page("rule-unconfirmed", &stage.act(&at("rule/quorum"), "done", &words));
    let empty = [("heading", LONG), ("text", "")];
    preview.page("rule-error", &stage.act(&at("rule/quorum"), "save", &empty));
    let own = [("heading", LONG), ("text", text), ("why", why)];
    stage.act(&at("rule-after/quorum"), "add", &own);
    stage.act(&at("rules"), "move-down", &[("rule", "notice")]);
    let out = [("rule", "copies"), ("why", "They are on our website.")];
    stage.act(&at("rules"), "remove", &out);
    for comment in ["Is half not too many in lambing time?", &format!("{LONG}\n\n{text}")] {
        stage.act(&at("rules"), "comment", &[rule, ("comment", comment)]);
    }
    let said = stage::region(&stage.go(&at("rules")), "main");
    let which = said.split("id=\"settle-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    stage.act(&at("rules"), "settle", &[rule, ("which", &which)]);
    preview.page("rules-by-hand", &stage.act(&at("rules"), "move-up", &[rule]));
    preview.page("marked", &stage.go(&at("marked")));
    preview.page("marked-usual", &stage.go(&at("marked/usual")));
    let moment = stage.act(&at("history"), "look", &[("place", "1")]).at;
    let moment = moment.rsplit('/').next().unwrap().to_owned();
    for against in ["model", "usual", &moment] {
        let name = if against == moment { "moment" } else { against };
        preview.page(&format!("edition-marked-{name}"), &stage.go(&at(&format!("read/marked/{against}/1"))));
    }
    preview.page("edition-marked-bars", &stage.go(&at("read/marked/usual/6")));
    stage.act("settings", "set-name", &[("your-name", "")]);
}

/// Looking back, handing on, privacy, notes, backups, the bin.
fn kept(preview: &mut Preview, stage: &mut Stage, id: &str) {
    let at = |screen: &str| format!("f/{id}/{screen}");
    for purpose in [
        "We bake good bread.",
        "We bake good bread for Halifax and give the people who bake it a fair living.",
    ] {
        stage.act(&at("question/purpose"), "answer", &[("text", purpose), ("status", "agreed")]);
    }
    stage.act(&at("people"), "remove", &[("person", "asha")]);
    for screen in ["history", "hand-on", "privacy", "notes"] {
        preview.page(&format!("bakers-{screen}"), &stage.go(&at(screen)));
    }
    let moment = stage.act(&at("history"), "look", &[("place", "2")]);
    preview.page("bakers-moment", &moment);
    preview.page("bakers-moment-restore", &stage.act(&moment.at, "ask-restore", &[]));
    let (from, to) =
        (moment.at.rsplit('/').next().unwrap(), stage.act(&at("history"), "look", &[("place", "4")]).at);
    let to = to.rsplit('/').next().unwrap();
    preview.page("bakers-compared", &stage.act(&at("history"), "compare", &[("from", from), ("to", to)]));
    stage.act(&at("history"), "bring-back-taken-out", &[("kind", "person"), ("which", "asha")]);
    preview.page("bakers-privacy-erase", &stage.act(&at("privacy"), "ask-erase", &[("person", "asha")]));
    let note = "Assessor asked about the quorum in 2025.\nThey prefer a share to a number.";
    stage.act(
        &at("notes"),
        "keep",
        &[
            ("programme", "Spring intake 2027"),
            ("stage", "Drafting"),
            ("next-step", "Ring Asha about the lease"),
        ],
    );
    stage.act(&at("notes"), "add-note", &[("note", note)]);
    preview.page("bakers-notes-filled", &stage.go(&at("notes")));
    preview.page("bakers-notes-error", &stage.act(&at("notes"), "add-note", &[]));
    let folder = tempfile::tempdir().unwrap();
    let full = event(&at("hand-on"), "export-full", &[]);
    preview.page("bakers-hand-on-made", &stage.screens.chosen(full, Some(folder.path())));
    let file = fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    let choose = event("take-in", "choose", &[]);
    preview.page("take-in", &stage.go("take-in"));
    preview.page("take-in-words", &stage.screens.chosen(choose.clone(), Some(&file)));
    preview.page("take-in-wrong", &stage.act("take-in", "words", &[("words", "not these five words")]));
    let text = tempfile::tempdir().unwrap();
    stage.screens.chosen(event(&at("hand-on"), "export-text", &[]), Some(text.path()));
    let file = fs::read_dir(text.path()).unwrap().next().unwrap().unwrap().path();
    preview.page("take-in-preview", &stage.screens.chosen(choose, Some(&file)));
    preview.page("settings", &stage.go("settings"));
    preview.page("settings-error", &stage.act("settings", "set-name", &[("your-name", LONG)]));
    preview.page("backups-empty", &stage.go("backups"));
    preview.page("backups-made", &stage.act("backups", "back-up", &[]));
    stage.act(&at("question/purpose"), "answer", &[("text", "We bake."), ("status", "agreed")]);
    preview.page("backups-restore", &stage.act("backups", "ask-restore", &[("backup", "1")]));
    preview.page("desk-search", &stage.act("desk", "search", &[("search", "bread")]));
    preview.page("desk-copied", &stage.act("desk", "copy", &[("formation", id)]));
    preview.page("bin-empty", &stage.go("bin"));
    preview.page("desk-removed", &stage.act("desk", "remove", &[("formation", id)]));
    preview.page("bin", &stage.go("bin"));
    preview.page("bin-erase", &stage.act("bin", "ask-erase", &[("formation", id)]));
    stage.act("bin", "bring-back", &[("formation", id)]);
    disagreeing(preview);
}

/// Two copies that say two things about one question.
fn disagreeing(preview: &mut Preview) {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (mut asha, mut bea) = (Stage::apart(here.path()), Stage::apart(there.path()));
    let id = asha.example("northgate-bakers");
    asha.act("settings", "set-name", &[("your-name", "Asha Patel")]);
    bea.act("settings", "set-name", &[("your-name", "Si\u{e2}n o\u{2019}r T\u{177} Gwyn")]);
    carry(&mut asha, &mut bea, &id);
    let say = |stage: &mut Stage, text: &str| {
        stage.act(&format!("f/{id}/question/purpose"), "answer", &[("text", text), ("status", "agreed")]);
    };
    say(&mut asha, "We bake good bread for Halifax.");
    say(&mut bea, "We bake good bread for all of Calderdale, and teach others to.");
    let joined = carry(&mut bea, &mut asha, &id);
    preview.page("take-in-conflict", &joined.0);
    preview.page("bakers-conflicts", &joined.1);
    for stage in [&mut asha, &mut bea] {
        stage.act("settings", "set-language", &[("language", "cy")]);
    }
    say(&mut asha, "We bake.");
    say(&mut bea, "We bake cake.");
    let joined = carry(&mut bea, &mut asha, &id);
    preview.page("cy-take-in-conflict", &joined.0);
    preview.page("cy-conflicts", &joined.1);
}

/// Hands a co-op on, and returns what the other sees before and after taking it in.
fn carry(from: &mut Stage, to: &mut Stage, id: &str) -> (Reply, Reply) {
    let folder = tempfile::tempdir().unwrap();
    let made =
        from.screens.chosen(event(&format!("f/{id}/hand-on"), "export-full", &[]), Some(folder.path()));
    let main = stage::region(&made, "main");
    let list = main.split("secret-words").nth(1).unwrap().split("</ol>").next().unwrap().to_owned();
    let words: Vec<&str> = list.split("<li>").skip(1).filter_map(|item| item.split('<').next()).collect();
    let file = fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    to.screens.chosen(event("take-in", "choose", &[]), Some(&file));
    let before = to.act("take-in", "words", &[("words", &words.join(" "))]);
    (before, to.act("take-in", "take-in", &[]))
}

/// More co-ops than a page lists.
fn many(preview: &mut Preview) {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    for number in 1..=53 {
        let name = format!("Group {number} Co-operative Limited");
        stage.act("start", "begin", &[("kind", "worker/clg"), ("nation", "england"), ("name", &name)]);
    }
    let first = stage::region(&stage.go("desk"), "main");
    let mut ids: Vec<&str> =
        first.split("href=\"#/f/").skip(1).filter_map(|rest| rest.split('/').next()).collect();
    ids.dedup();
    let kept = [
        ("Spring intake 2027", "With the registrar", "Wait for the certificate"),
        ("Spring intake 2027", "Deciding", "Second evening on 3 December"),
        ("Spring intake 2027", "Signing", "Collect two signatures"),
        ("Autumn intake 2026", "Registered", "Bank account"),
        ("Autumn intake 2026", "Deciding", "Ring about the lease"),
    ];
    for (id, (programme, how_far, next)) in ids.iter().zip(kept) {
        let keep = [("programme", programme), ("stage", how_far), ("next-step", next)];
        stage.act(&format!("f/{id}/notes"), "keep", &keep);
    }
    preview.page("desk-many", &stage.go("desk"));
    preview.page("desk-second-page", &stage.act("desk", "page", &[("page", "1")]));
    preview.page("desk-filtered", &stage.act("desk", "filter", &[("words", "zzz")]));
}

fn begun(preview: &mut Preview, stage: &mut Stage) {
    let begin = [("kind", "worker/clg"), ("nation", "wales"), ("name", LONG)];
    let at = stage.act("start", "begin", &begin).at;
    let id = at.split('/').nth(1).unwrap().to_owned();
    for screen in ["tasks", "answers", "people", "checks", "pack"] {
        preview.page(&format!("begun-{screen}"), &stage.go(&format!("f/{id}/{screen}")));
    }
    let person = [
        ("first", "Angharad Si\u{e2}n"),
        ("last", "Llywelyn-Ffrancon o\u{2019}r T\u{177} Gwyn a\u{2019}r D\u{175}r"),
        ("born-day", "31"),
        ("born-month", "2"),
        ("born-year", "1990"),
        ("home-lines", "3 Stryd Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch\nUpper flat"),
        ("home-town", "Y Felinheli"),
        ("role", "member"),
    ];
    preview.page("begun-person-error", &stage.act(&format!("f/{id}/person/new"), "done", &person));
    preview.page("begun-paper-draft", &stage.go(&format!("f/{id}/pack/constitution/1")));
    let name = format!("f/{id}/question/name");
    preview.page("begun-question-name", &stage.go(&name));
    preview
        .page("begun-question-agree-nothing", &stage.act(&format!("f/{id}/question/purpose"), "agree", &[]));
    let warning = [("check", "no-such-check"), ("about", "formation"), ("by", ""), ("reason", "")];
    preview.page("begun-checks-error", &stage.act(&format!("f/{id}/checks"), "accept", &warning));
}

/// A question whose answer is not the usual one; and the list that questions are opened from.
fn answering(preview: &mut Preview, stage: &mut Stage) {
    let id = stage.example("northgate-bakers");
    let at = |screen: &str| format!("f/{id}/{screen}");
    preview.page("answers-all-settled", &stage.go(&at("answers/open")));
    let own =
        [("choice", "own"), ("share", "75"), ("at-least", "7"), ("at-most", ""), ("status", "proposed")];
    preview.page("question-marked", &stage.act(&at("question/general-meeting-quorum"), "answer", &own));
    let board = [("choice", "1"), ("status", "proposed")];
    preview.page("question-adds", &stage.act(&at("question/governance"), "answer", &board));
    stage.act(&at("question/governance"), "usual", &[]);
    let never = [("choice", "1"), ("status", "proposed")];
    preview.page("question-removes", &stage.act(&at("question/pausing"), "answer", &never));
    stage.act(&at("question/purpose"), "answer", &[("text", ""), ("status", "parked")]);
    preview.page("answers-open", &stage.go(&at("answers/open")));
    preview.page("question-from-all", &stage.go(&at("question/purpose/all")));
    preview.page("question-from-open", &stage.go(&at("question/purpose/open")));
    let answered = [("text", "We bake."), ("status", "proposed")];
    preview.page("answers-back", &stage.act(&at("question/purpose/all"), "agree", &answered));
    preview.page("rules-at-rule", &stage.go(&at("rules/quorum")));
    let moment = stage.act(&at("history"), "look", &[("place", "2")]).at;
    preview.page("marked-moment", &stage.go(&at(&format!("marked/{}", moment.rsplit('/').next().unwrap()))));
    let dogs = [("heading", "Dogs in the bakehouse"), ("text", "Dogs may wait by the door.")];
    stage.act(&at("rule-after/quorum"), "add", &dogs);
    let rules = stage::region(&stage.go(&at("rules")), "main");
    let dogs = rules.split("id=\"rule-dogs").nth(1).unwrap().split('"').next().unwrap().to_owned();
    stage.act(&at("rules"), "remove", &[("rule", &format!("dogs{dogs}"))]);
    stage.act(&at("people"), "remove", &[("person", "asha")]);
    preview.page("history-taken-out", &stage.go(&at("history")));
    preview.page("bin-taken-out", &stage.go("bin"));
    let folder = tempfile::tempdir().unwrap();
    let share = event(&at("privacy"), "share", &[]);
    let path = folder.path().join("copy.pdf");
    preview.page("privacy-shared", &stage.screens.chosen(share, Some(&path)));
}

fn every_question(preview: &mut Preview, stage: &mut Stage, id: &str) {
    let answers = stage.go(&format!("f/{id}/answers"));
    let html = stage::region(&answers, "main");
    let slugs: Vec<&str> =
        html.split("/question/").skip(1).filter_map(|rest| rest.split(['/', '"']).next()).collect();
    for slug in slugs {
        preview.page(&format!("question-{slug}"), &stage.go(&format!("f/{id}/question/{slug}")));
    }
}
