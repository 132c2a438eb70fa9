//! Writes every screen in its states as a page on the disk: `cargo run -p screens --example preview -- FOLDER`.
//! The pages link the app's own styles and hold no script; they are for looking at, and for checking
//! accessibility without a window.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "../tests/screens/stage.rs"]
mod stage;

use std::fs;
use std::path::{Path, PathBuf};

use screens::Reply;
use stage::{Stage, event};

const LONG: &str = "The Greater Northgate, Ovenden and Wheatley Bakers, Millers, Confectioners and Allied Trades Workers\u{2019} Co-operative Society (2026) Limited";

struct Preview {
    folder: PathBuf,
    shell: String,
    written: Vec<String>,
}

impl Preview {
    /// Writes one screen.
    fn page(&mut self, name: &str, reply: &Reply) {
        let mut page =
            self.shell.replace("<title>Toad Lane</title>", &format!("<title>{}</title>", reply.title));
        for patch in &reply.patches {
            let empty = format!("id=\"{}\"", patch.region);
            let at = page.find(&empty).expect("the region is in index.html");
            let end = at + page[at..].find('>').unwrap();
            let tag = page[at..end].replace(" hidden", if patch.html.is_empty() { " hidden" } else { "" });
            page.replace_range(at..=end, &format!("{tag}>{}", patch.html));
        }
        fs::write(self.folder.join(format!("{name}.html")), page).unwrap();
        self.written.push(name.to_owned());
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
    let mut preview = Preview { folder, shell, written: Vec::new() };
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    before_anything(&mut preview, &mut stage);
    let bakers = stage.example("northgate-bakers");
    finished(&mut preview, &mut stage, &bakers);
    begun(&mut preview, &mut stage);
    every_question(&mut preview, &mut stage, &bakers);
    println!("{} pages", preview.written.len());
}

fn before_anything(preview: &mut Preview, stage: &mut Stage) {
    preview.page("desk-empty", &stage.go("desk"));
    preview.page("start", &stage.go("start"));
    preview.page("start-error", &stage.act("start", "begin", &[("name", "Siop Bara\u{2019}r W\u{177}l")]));
    preview.page("start-found", &stage.go("start/worker/cs"));
    preview.page("find", &stage.go("find"));
    preview.page("find-error", &stage.act("find", "advise", &[("say", "workers")]));
    let answers = [("need", "workers"), ("money", "members"), ("size", "two"), ("say", "one-founder")];
    preview.page("found", &stage.act("find", "advise", &answers));
    preview.page("found-one-form", &stage.act("find", "advise", &[("need", "residents")]));
    preview.page("starters", &stage.go("starters"));
    preview.page("starter", &stage.go("starter/food-shop"));
    preview.page("starter-error", &stage.act("starter/pub", "begin", &[("name", LONG)]));
    preview.page("about", &stage.go("about"));
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
    let pack = tempfile::tempdir().unwrap();
    let export = event(&format!("f/{id}/pack"), "export-draft", &[]);
    preview.page("bakers-pack-made", &stage.screens.folder_chosen(export.clone(), Some(pack.path())));
    preview
        .page("bakers-pack-error", &stage.screens.folder_chosen(export, Some(Path::new("/nowhere/at/all"))));
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
    let name = format!("f/{id}/question/name");
    preview.page("begun-question-name", &stage.go(&name));
    preview
        .page("begun-question-agree-nothing", &stage.act(&format!("f/{id}/question/purpose"), "agree", &[]));
    let warning = [("check", "no-such-check"), ("about", "formation"), ("by", ""), ("reason", "")];
    preview.page("begun-checks-error", &stage.act(&format!("f/{id}/checks"), "accept", &warning));
}

fn every_question(preview: &mut Preview, stage: &mut Stage, id: &str) {
    let answers = stage.go(&format!("f/{id}/answers"));
    let html = stage::region(&answers, "main");
    let slugs: Vec<&str> =
        html.split("/question/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for slug in slugs {
        preview.page(&format!("question-{slug}"), &stage.go(&format!("f/{id}/question/{slug}")));
    }
}
