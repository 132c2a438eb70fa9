//! What somebody writes or chooses is never lost, and never taken for something else: however fast they are, and however
//! long the app takes to answer.

use std::time::Duration;

use fantoccini::key::Key;
use serde_json::{Value as Json, json};

use crate::app::{App, Chooser, Home, bounded};
use crate::keyboard::Keyboard;

/// A page, with what it takes to write on it.
struct Writer<'a> {
    app: &'a App,
    keys: Keyboard<'a>,
    coop: String,
}

impl<'a> Writer<'a> {
    async fn of_an_example(app: &'a App) -> Self {
        let coop = app.example("Northgate").await;
        // Answers can be made to wait, as on a slow computer; how many came is counted.
        app.run(
            "const send = window.fetch; window.waits = 0; window.came = 0;
            window.fetch = (to, how) => send(to, how).then(async (answer) => {
                if (window.waits) await new Promise((done) => setTimeout(done, window.waits));
                setTimeout(() => (window.came += 1));
                return answer; }); return null",
        )
        .await;
        Self { app, keys: Keyboard::only(app).await, coop }
    }

    async fn at(&self, screen: &str) {
        self.wait_for_answers_of(0).await;
        let address = format!("f/{}/{screen}", self.coop);
        self.app.go(&address).await;
        // What was written before is saved first, and its answer is no screen.
        for _ in 0..400 {
            if self.app.run("return location.hash").await == json!(format!("#/{address}")) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("{address} did not come");
    }

    /// Lets each answer wait for so many milliseconds.
    async fn wait_for_answers_of(&self, milliseconds: u32) {
        self.app.run(&format!("window.waits = {milliseconds}; return null")).await;
    }

    /// Puts the caret at the end of a field.
    async fn enter(&self, id: &str) {
        let end = "const field = document.getElementById(arguments[0]); field.focus();
            if (typeof field.selectionStart === 'number') field.setSelectionRange(9e9, 9e9); return null";
        self.app.page.execute(end, vec![json!(id)]).await.unwrap();
    }

    async fn value(&self, id: &str) -> String {
        let value = "return document.getElementById(arguments[0]).value";
        self.app.page.execute(value, vec![json!(id)]).await.unwrap().as_str().unwrap().to_owned()
    }

    /// The id of what has the focus.
    async fn focused(&self) -> Json {
        self.app.run("return document.activeElement.id").await
    }

    /// Which answers are chosen.
    async fn chosen(&self) -> Json {
        self.app.run("return [...document.querySelectorAll('#options :checked')].map((one) => one.id)").await
    }

    /// Does something, and waits until as many answers came as that and what is under way ask for.
    async fn answered(&self, answers: u32, act: impl Future<Output = ()>) {
        let before = self.app.run("return window.came").await.as_u64().unwrap();
        act.await;
        let wanted = before + u64::from(answers);
        for _ in 0..400 {
            if self.app.run("return window.came").await.as_u64().unwrap() >= wanted {
                return;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("the app did not answer");
    }

    async fn press_key(&self, key: Key) {
        self.keys.press(key).await;
    }

    /// Presses what is at a place, as a mouse does, so many times at once.
    async fn press(&self, element: &str, times: u32) {
        let press = "const element = document.querySelector(arguments[0]);
            for (let time = 1; time <= arguments[1]; time += 1)
                element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: time })); return null";
        self.app.page.execute(press, vec![json!(element), json!(times)]).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_does_what_the_form_is_for() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        let writer = Writer::of_an_example(&app).await;
        writer.at("question/name").await;
        let name = writer.value("text").await;
        writer.enter("text").await;
        writer.keys.write("x").await;
        writer.press_key(Key::Enter).await;
        app.leaves("What is the co-op").await;
        writer.at("question/name").await;
        assert_eq!(writer.value("text").await, format!("{name}x"));
        assert_eq!(
            app.run("return document.getElementById('status-agreed').checked").await,
            json!(true),
            "Enter agrees, and takes nothing back"
        );
        app.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_agrees_to_one_question() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        let writer = Writer::of_an_example(&app).await;
        for waits in [0, 300] {
            writer.at("question/name").await;
            let next = app.run("return document.getElementById('next').hash").await;
            writer.wait_for_answers_of(waits).await;
            writer.press("#agree", 2).await;
            app.leaves("What is the co-op").await;
            // Whatever else was sent has come, too.
            writer.answered(1, async { writer.press("#siblings a", 1).await }).await;
            let back: Vec<Json> = vec![next.clone()];
            app.page.execute("history.back(); return arguments[0]", back).await.unwrap();
            tokio::time::sleep(Duration::from_millis(600)).await;
            assert_eq!(app.run("return location.hash").await, next, "with answers after {waits} ms");
        }
        app.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_saved_meanwhile_stays_as_it_was_typed() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        let writer = Writer::of_an_example(&app).await;
        for (question, id) in [("name", "text"), ("purpose", "text"), ("objects", "lines")] {
            writer.at(&format!("question/{question}")).await;
            let before = writer.value(id).await;
            writer.enter(id).await;
            writer.answered(1, writer.keys.write(" and ")).await;
            writer.keys.write("more").await;
            assert_eq!(writer.value(id).await, format!("{before} and more"), "in {question}");
        }
        // A line that was begun is there when its words come.
        let before = writer.value("lines").await;
        writer.answered(1, writer.press_key(Key::Enter)).await;
        writer.keys.write("Milk").await;
        assert_eq!(writer.value("lines").await, format!("{before}\nMilk"));
        app.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_of_a_mistake_takes_nobody_out_of_the_field() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        let writer = Writer::of_an_example(&app).await;
        writer.at("question/name").await;
        app.run("document.getElementById('text').select(); return null").await;
        app.run("document.getElementById('text').focus(); return null").await;
        writer.press_key(Key::Delete).await;
        app.main_says("There is no answer to agree to yet").await;
        writer.answered(1, writer.keys.write("Hebble")).await;
        writer.keys.write("Q").await;
        assert_eq!(writer.value("text").await, "HebbleQ");

        writer.at("rule/quorum").await;
        app.run("const heading = document.getElementById('rule-heading') ?? document.querySelector('[name=heading]');
            heading.focus(); heading.select(); return null").await;
        let field = writer.focused().await;
        writer.answered(1, writer.press_key(Key::Delete)).await;
        assert_eq!(writer.focused().await, field, "what is missing is said beside whoever writes");
        app.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_choice_counts() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        let writer = Writer::of_an_example(&app).await;
        writer.at("question/objects-scope").await;
        let is_first = "return document.getElementById('choice-1').checked";
        if app.run(is_first).await == json!(false) {
            writer.answered(1, writer.press("#choice-1", 1)).await;
        }
        writer.enter("choice-1").await;
        writer
            .answered(2, async {
                writer.press_key(Key::Down).await;
                writer.press_key(Key::Down).await;
            })
            .await;
        assert_eq!(writer.chosen().await, json!(["choice-3"]));

        // Several, in an order of the group's own: each tick is its option's, wherever that stands by now.
        writer.at("question/reserved-decisions").await;
        let before = writer.chosen().await.as_array().unwrap().len();
        writer.wait_for_answers_of(500).await;
        let open = "return [...document.querySelectorAll('#options :not(:checked)')].filter((one) => one.type === 'checkbox').map((one) => one.id)";
        let open = app.run(open).await;
        let [first, second] = [0, 1].map(|at| open[at].as_str().unwrap().to_owned());
        writer
            .answered(2, async {
                for id in [&second, &first] {
                    writer.press(&format!("label[for={id}]"), 1).await;
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            })
            .await;
        let chosen = writer.chosen().await;
        let chosen = chosen.as_array().unwrap();
        assert!(chosen.contains(&json!(first)) && chosen.contains(&json!(second)), "{chosen:?}");
        assert_eq!(chosen.len(), before + 2);

        // An answer of their own is chosen by writing it.
        writer.at("question/leaving-notice").await;
        writer.enter("number").await;
        writer.answered(1, async {
            writer.keys.write("9").await;
            writer.press_key(Key::Tab).await;
        })
        .await;
        assert_eq!(writer.value("number").await, "9");
        assert_eq!(writer.chosen().await, json!(["choice-own"]));
        app.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn founders_are_kept_as_they_are_typed() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        let writer = Writer::of_an_example(&app).await;
        writer.at("organisation/new").await;
        writer.wait_for_answers_of(800).await;
        writer.enter("name").await;
        writer.keys.write("Hebble Bakers").await;
        tokio::time::sleep(Duration::from_millis(1300)).await;
        writer.answered(2, writer.keys.write(" Limited")).await;
        assert_eq!(writer.value("name").await, "Hebble Bakers Limited");
        let address = app.run("return location.hash").await;
        assert!(!address.as_str().unwrap().ends_with("new"), "{address}");

        // All but a date that is none.
        writer.at("person/new").await;
        for (id, text) in [("born-day", "31"), ("born-month", "2"), ("born-year", "1990"), ("last", "Hughes")]
        {
            writer.enter(id).await;
            writer.keys.write(text).await;
        }
        writer.answered(1, writer.press_key(Key::Tab)).await;
        app.main_says("Not saved").await;
        writer.at("people").await;
        app.main_says("Hughes").await;

        // What another act of the page does leaves a note that is being written alone.
        writer.at("notes").await;
        writer.enter("note").await;
        writer.keys.write("Ask about the lease").await;
        writer.enter("next-step").await;
        writer
            .answered(1, async {
                writer.keys.write("Call Sue").await;
                writer.press_key(Key::Tab).await;
            })
            .await;
        assert_eq!(writer.value("note").await, "Ask about the lease");
        app.close().await;
    })
    .await;
}
