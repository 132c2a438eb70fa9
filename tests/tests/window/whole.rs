//! A reply says what is new alone. After each act the page is what it is when the window is loaded anew and gets all of it.

use serde_json::{Value as Json, json};

use crate::app::{App, Chooser, Home, bounded};

/// All that stands on the page, but for what the script adds to it.
const PAGE: &str = "const added = ['role', 'aria-expanded', 'open', 'tabindex', 'class'];
    const said = (node) => node.nodeType !== 1 ? node.nodeValue.trim() : '<' + node.localName + ' '
        + [...node.attributes].filter((one) => !added.includes(one.name)).map((one) => one.name + '=' + one.value).sort().join(' ')
        + '>' + [...node.childNodes].map(said).filter((words) => words).join(' ');
    return ['head', 'nav', 'main', 'aside'].map((id) => said(document.getElementById(id))).join('\\n');";

/// Does something and is done once the page that comes of it stands.
async fn act(app: &App, script: &str) {
    let waits = "new MutationObserver((_, seen) => (seen.disconnect(), done(null)))
        .observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });";
    app.run_async(&format!("{waits} {script}")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_acts_leave_on_the_page_is_the_page() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        let id = app.example("Northgate").await;
        for (screen, acts) in [
            (
                "rules",
                &[
                    "#down-quorum",
                    "#down-quorum",
                    "#up-quorum",
                    "#out-notice",
                    "#remove-yes",
                    "#back-notice",
                    "#undo",
                ][..],
            ),
            ("rules", &["#ask-comment-quorum", "#comment-no", "#seek"]),
            (
                "question/annual-meeting",
                &["[type=radio]:not(:checked)", "[type=radio]:not(:checked)", "#usual"],
            ),
            ("question/purpose", &["#agree", "#previous"]),
            ("pack/constitution/3", &["#later", "#earlier"]),
        ] {
            app.go(&format!("f/{id}/{screen}")).await;
            let stays = "window.stays = document.querySelector('article.rule:last-of-type'); return null";
            app.run(stays).await;
            for element in acts {
                act(&app, &format!("document.querySelector('{element}').click();")).await;
                let left: Json = app.run("return document.querySelectorAll('#table template').length").await;
                assert_eq!(left, json!(0), "{element} on {screen} left a place unfilled");
            }
            let kept = app.run("return window.stays === null || window.stays.isConnected").await;
            assert_eq!(kept, json!(true), "what is as it was was made anew on {screen}");
            let page = app.run(PAGE).await;
            app.page.refresh().await.unwrap();
            app.says("Toad Lane").await;
            let anew = app.run(PAGE).await;
            assert_eq!(page, anew, "after {acts:?} on {screen}");
        }
        app.close().await;
    })
    .await;
}
