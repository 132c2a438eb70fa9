//! Hostile words in every kind of field of the real window: they stand there to the letter, nothing runs, and nobody is
//! asked for anything. The whole corpus goes through every form in `screens`' own tests; here are the worst of it.

use std::sync::atomic::Ordering;

use serde_json::{Value as Json, json};

use crate::app::{App, Chooser, Home, bounded};
use crate::guard::Ear;

/// `EAR` becomes the address of a server that nobody should ever talk to.
const WORST: [&str; 12] = [
    "<script>window.harmed=1</script>",
    "<img src=EAR/image onerror=window.harmed=1>",
    "\"><svg onload=window.harmed=1>",
    "' autofocus onfocus=window.harmed=1 x='",
    "</textarea></form></main><iframe srcdoc='<script>parent.harmed=1</script>'>",
    "<link rel=preconnect href=EAR><link rel=prefetch href=EAR/prefetch>",
    "<meta http-equiv=refresh content='0;url=EAR/refresh'>",
    "<style>@import 'EAR/style';</style><p style='background:url(EAR/paper)'>",
    "<a href='javascript:window.harmed=1' ping=EAR>here</a> [here](javascript:window.harmed=1)",
    "--><details open ontoggle=window.harmed=1><!-- {{ 7 * 7 }} {% raw %}",
    "<base href=EAR><form action=EAR/f><input type=image src=EAR/x>",
    "<video src=EAR/video poster=EAR/poster><source onerror=window.harmed=1></video>",
];

/// What goes wherever it can: screen, act, and the fields that take the text; `TEXT` stands for it.
const FIELDS: [(&str, &str, &str); 9] = [
    ("question/purpose", "answer", r#"[["text", "TEXT"], ["reason", "TEXT"], ["status", "agreed"]]"#),
    ("question/objects", "answer", r#"[["lines", "TEXT"], ["reason", "TEXT"], ["status", "disputed"]]"#),
    ("question/name", "answer", r#"[["text", "TEXT"], ["reason", "TEXT"], ["status", "agreed"]]"#),
    (
        "person/new",
        "save",
        r#"[["first", "TEXT"], ["last", "TEXT"], ["former", "TEXT"], ["nationality", "TEXT"], ["occupation", "TEXT"], ["email", "TEXT"], ["home-lines", "TEXT"], ["home-town", "TEXT"], ["home-postcode", "TEXT"]]"#,
    ),
    ("rules", "comment", r#"[["rule", "quorum"], ["comment", "TEXT"]]"#),
    ("rule-after/quorum", "add", r#"[["heading", "TEXT"], ["text", "TEXT"], ["why", "TEXT"]]"#),
    ("rule/quorum", "save", r#"[["heading", "TEXT"], ["text", "TEXT"], ["why", "TEXT"]]"#),
    ("notes", "add-note", r#"[["note", "TEXT"]]"#),
    ("notes", "keep", r#"[["programme", "TEXT"], ["stage", "TEXT"], ["next-step", "TEXT"]]"#),
];

const SCREENS: [&str; 17] = [
    "tasks",
    "answers",
    "people",
    "rules",
    "rule/quorum",
    "rule-after/quorum",
    "marked",
    "marked/usual",
    "checks",
    "pack",
    "pack/constitution/1",
    "history",
    "hand-on",
    "privacy",
    "notes",
    "question/name",
    "question/purpose",
];

/// Whatever no page of ours has; and what a text would have done.
const FOREIGN: &str = "const own = /^(tauri|ipc):|^http:\\/\\/ipc\\.localhost/;
    const all = [...document.querySelectorAll('*')];
    return {
        elements: all.filter((e) => /^(script|img|iframe|object|embed|video|audio|source|track|base|meta|link|style|picture|portal|math|template|noscript|b|i|image)$/i.test(e.tagName) && !e.closest('head')).map((e) => e.outerHTML.slice(0, 200)),
        head: document.head.children.length,
        attributes: all.flatMap((e) => [...e.attributes].filter((a) => /^on|^(style|src|srcset|srcdoc|action|formaction|ping|background|poster|autofocus)$/i.test(a.name)).map((a) => e.tagName + ' ' + a.name)),
        links: all.filter((e) => e.hasAttribute('href') && !e.closest('head') && !/^#[a-z0-9\\/-]*$/.test(e.getAttribute('href'))).map((e) => e.outerHTML.slice(0, 200)),
        fetched: performance.getEntriesByType('resource').map((e) => e.name).filter((name) => !own.test(name)),
        refused: window.refused,
        harmed: window.harmed ?? null,
        windows: window.length,
    };";

/// What the page says and holds.
const SAID: &str = "const main = document.getElementById('main');
    return main.textContent + [...main.querySelectorAll('input, textarea')].map((e) => e.value).join(' ');";

#[tokio::test(flavor = "multi_thread")]
async fn the_worst_words_in_every_field_run_nothing_and_reach_nobody() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        let ear = Ear::new();
        let worst = WORST.map(|text| text.replace("EAR", &format!("http://127.0.0.1:{}", ear.port)));
        app.run("window.refused = []; addEventListener('securitypolicyviolation', (e) => window.refused.push(e.blockedURI)); return null").await;
        let harmless = app.run(FOREIGN).await;
        let id = app.example("Northgate Bakers").await;
        let mut refused = Vec::new();
        for text in &worst {
            let name: String = text.chars().take(80).collect();
            let mut typed = vec![json!({ "at": "settings", "act": "set-name", "fields": [["your-name", name]] })];
            for (screen, act, fields) in FIELDS {
                let within = json!(text).to_string();
                let fields: Json = serde_json::from_str(&fields.replace("\"TEXT\"", &within)).unwrap();
                typed.push(json!({ "at": format!("f/{id}/{screen}"), "act": act, "fields": fields }));
            }
            let script = format!(
                "const events = {}; (async () => {{ const titles = []; for (const event of events) \
                 titles.push((await window.__TAURI_INTERNALS__.invoke('event', {{ event }})).title); return titles; }})().then(done);",
                json!(typed)
            );
            let titles = app.run_async(&script).await;
            let titles: Vec<String> = serde_json::from_value(titles).unwrap();
            refused.extend(titles.into_iter().filter(|title| title.starts_with("Error")).map(|title| (text, title)));
        }
        assert_eq!(refused, [], "a field did not take them");

        let mut shown = 0;
        for at in ["desk", "settings"].map(str::to_owned).into_iter().chain(SCREENS.map(|at| format!("f/{id}/{at}"))) {
            app.go(&at).await;
            assert_eq!(app.run(FOREIGN).await, harmless, "{at}");
            let said = app.run(SAID).await;
            shown += worst.iter().filter(|text| said.as_str().unwrap().contains(text.as_str())).count();
        }
        // Comments, rules, notes and the history have every one of them.
        assert!(shown >= 4 * WORST.len(), "only {shown} are shown to the letter");
        app.picture("worst").await;
        assert_eq!(*ear.heard.lock().unwrap(), Vec::<String>::new());
        assert_eq!(ear.came.load(Ordering::SeqCst), 0, "somebody came to the door without a word");
        app.close().await;
    })
    .await;
}
