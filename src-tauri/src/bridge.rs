//! The one command that a page can call: what a person did goes in, what changes on the page comes out.
//!
//! One event at a time: the screens are behind a lock, and so is the store. The word to stop alone passes by it.

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use desk::{Failure, Opening, Places, Stop};
use screens::{Event, Reply, Screens};
use serde::Serialize;
use tauri::{AppHandle, Manager, Runtime, WebviewWindow};

use crate::dialogs::Dialogs;
use crate::host::Machine;
use crate::windows;

/// The screens of this window, opened at the first use.
pub struct Session {
    places: Result<Places, Failure>,
    dialogs: Dialogs,
    /// Whether the person asked to stop what is being done.
    stop: Stop,
    /// None once the window is closed.
    screens: OnceLock<Mutex<Option<Screens>>>,
}

/// An event that no screen answered, in words that the page shows.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Unanswered {
    /// What happened.
    pub sentence: &'static str,
    /// What to do.
    pub what_to_do: &'static str,
}

/// What the page sends while it waits for an answer, to have that answer sooner.
const STOP: &str = "stop";

const CLOSING: Unanswered =
    Unanswered { sentence: "Toad Lane is closing.", what_to_do: "Start it again to go on." };

/// The answer to the word to stop: the event that is stopped has the answer that counts.
const STOPPING: Unanswered = Unanswered {
    sentence: "Toad Lane is stopping.",
    what_to_do: "Wait a moment: nothing is left half done.",
};

const FAULTY: Unanswered = Unanswered {
    sentence: "Toad Lane made a mistake and could not do this.",
    what_to_do: "What was saved before is safe. Try again; if it happens again, start Toad Lane anew.",
};

impl Session {
    /// A session that has not touched the store yet.
    pub fn new(places: Result<Places, Failure>, dialogs: Dialogs) -> Self {
        Self { places, dialogs, stop: Stop::default(), screens: OnceLock::new() }
    }

    /// Opens the store, unless it is open. Where it cannot be opened the screens say why.
    pub fn open(&self) {
        drop(self.screens());
    }

    /// Closes the store after the event in hand. What was called saved is on the disk already.
    pub fn close(&self) {
        if self.screens.get().is_some() {
            self.screens().take();
        }
    }

    fn screens(&self) -> MutexGuard<'_, Option<Screens>> {
        let screens = self.screens.get_or_init(|| Mutex::new(Some(self.opened())));
        // An event that panicked has changed nothing in half: every act is one transaction of the store.
        screens.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn opened(&self) -> Screens {
        match self.places.clone() {
            Ok(places) => {
                let stop = self.stop.clone();
                Screens::open(Opening::new(places, move || Box::new(Machine { stop: stop.clone() })))
            }
            Err(failure) => Screens::cannot_start(failure),
        }
    }

    fn answer<R: Runtime>(&self, app: &AppHandle<R>, event: &Event) -> Result<Reply, Unanswered> {
        let mut screens = self.screens();
        self.stop.forget();
        let mut reply = screens.as_mut().ok_or(CLOSING)?.handle(event);
        drop(screens);
        let Some(ask) = reply.ask.take() else { return Ok(reply) };
        // Not under the lock: a person may think about a folder for as long as they like.
        let path = self.dialogs.ask(app, &ask);
        Ok(self.screens().as_mut().ok_or(CLOSING)?.chosen(ask.into_event(), path.as_deref()))
    }

    /// How large everything is to be shown, in hundredths of the usual size; none when nobody set it.
    fn size(&self) -> Option<u16> {
        self.screens().as_ref().and_then(Screens::size)
    }
}

/// Answers an event of the page.
#[tauri::command]
pub async fn event<R: Runtime>(window: WebviewWindow<R>, event: Event) -> Result<Reply, Unanswered> {
    if event.act.as_deref() == Some(windows::CLOSED) {
        // Nobody is left to read the reply, or to be told that the window is gone already.
        let _ = window.destroy();
        return Err(CLOSING);
    }
    if event.act.as_deref() == Some(STOP) {
        window.state::<Session>().stop.ask();
        return Err(STOPPING);
    }
    let app = window.app_handle().clone();
    let work = move || app.state::<Session>().answer(&app, &event);
    let reply = tauri::async_runtime::spawn_blocking(work).await.unwrap_or(Err(FAULTY));
    if let Ok(Reply { size: Some(size), .. }) = reply {
        windows::resize(&window, size);
    }
    reply
}

/// Shows everything as large as somebody set it, once the desk is open.
pub fn resize_as_set<R: Runtime>(app: &AppHandle<R>) {
    let size = app.state::<Session>().size();
    for (size, window) in size.into_iter().zip(app.webview_windows().values()) {
        windows::resize(window, size);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use std::path::Path;

    use serde_json::{Value as Json, json};
    use tauri::ipc::{CallbackFn, InvokeBody};
    use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
    use tauri::webview::InvokeRequest;
    use tauri::{App, WebviewUrl, WebviewWindowBuilder};

    use super::*;

    /// The app without a display, with the real configuration and the real capabilities.
    fn app(places: Result<Places, Failure>, label: &str) -> (App<MockRuntime>, WebviewWindow<MockRuntime>) {
        let app = mock_builder()
            .invoke_handler(tauri::generate_handler![super::event])
            .manage(Session::new(places, Dialogs::Named { folder: None, file: None }))
            .build(tauri::generate_context!())
            .unwrap();
        let window = WebviewWindowBuilder::new(&app, label, WebviewUrl::default()).build().unwrap();
        (app, window)
    }

    fn store(folder: &Path) -> Result<Places, Failure> {
        Ok(Places { store: folder.to_owned() })
    }

    fn call(window: &WebviewWindow<MockRuntime>, command: &str, body: Json) -> Result<Json, Json> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().unwrap(),
            body: InvokeBody::Json(body),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(window, request).map(|body| body.deserialize().unwrap())
    }

    fn go(at: &str) -> Json {
        json!({ "event": { "at": at } })
    }

    #[test]
    fn the_page_gets_a_screen_for_an_event() {
        let folder = tempfile::tempdir().unwrap();
        let (_app, window) = app(store(folder.path()), "main");
        let reply = call(&window, "event", go("desk")).unwrap();
        assert_eq!(reply["at"], "desk");
        assert!(reply["patches"].as_array().is_some_and(|patches| !patches.is_empty()), "{reply}");
        let keys: Vec<&String> = reply.as_object().unwrap().keys().collect();
        assert!(!keys.contains(&&"ask".to_owned()), "the page learns what only the host asks: {keys:?}");
    }

    #[test]
    fn an_event_holds_what_the_screens_know_and_nothing_more() {
        let folder = tempfile::tempdir().unwrap();
        let (_app, window) = app(store(folder.path()), "main");
        for wrong in [
            json!({}),
            json!({ "event": null }),
            json!({ "event": "desk" }),
            json!({ "event": {} }),
            json!({ "event": { "at": 1 } }),
            json!({ "event": { "at": "desk", "folder": "/etc" } }),
            json!({ "event": { "at": "desk", "fields": { "name": "x" } } }),
            json!({ "event": { "at": "desk", "fields": [["name"]] } }),
        ] {
            assert!(call(&window, "event", wrong.clone()).is_err(), "{wrong}");
        }
        // And none of it did harm.
        assert!(call(&window, "event", go("desk")).is_ok());
    }

    #[test]
    fn fifty_megabytes_in_a_field_are_refused_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let (_app, window) = app(store(folder.path()), "main");
        let much = "x".repeat(50_000_000);
        let fields = json!([["kind", "worker/clg"], ["nation", "england"], ["name", much]]);
        let reply =
            call(&window, "event", json!({ "event": { "at": "start", "act": "begin", "fields": fields } }));
        let reply = reply.unwrap();
        assert!(
            reply["title"].as_str().is_some_and(|title| title.starts_with("Error")),
            "{}",
            reply["title"]
        );
        let desk = call(&window, "event", go("desk")).unwrap();
        assert_eq!(desk["at"], "desk");
    }

    #[test]
    fn the_page_may_call_one_command_and_no_other_window_any() {
        let folder = tempfile::tempdir().unwrap();
        let (app, window) = app(store(folder.path()), "main");
        for command in [
            "plugin:dialog|open",
            "plugin:dialog|save",
            "plugin:dialog|message",
            "plugin:event|emit",
            "plugin:path|resolve_directory",
            "plugin:webview|create_webview_window",
            "plugin:window|close",
            "plugin:app|version",
            "plugin:image|from_path",
            "plugin:resources|close",
            "plugin:fs|read_file",
            "open",
        ] {
            let refused = call(&window, command, json!({ "options": {}, "path": "/etc/passwd" }));
            assert!(refused.is_err(), "{command} answered {refused:?}");
        }
        let second = WebviewWindowBuilder::new(&app, "second", WebviewUrl::default()).build().unwrap();
        assert!(call(&second, "event", go("desk")).is_err());
    }

    #[test]
    fn the_word_to_stop_waits_for_nothing_and_is_forgotten_by_the_next_event() {
        let folder = tempfile::tempdir().unwrap();
        let (app, window) = app(store(folder.path()), "main");
        call(&window, "event", go("desk")).unwrap();
        let session = app.state::<Session>();
        let at_work = session.screens();
        let stop = json!({ "event": { "at": "desk", "act": "stop" } });
        assert_eq!(call(&window, "event", stop), Err(json!(STOPPING)));
        assert!(session.stop.is_asked());
        drop(at_work);
        call(&window, "event", go("desk")).unwrap();
        assert!(!session.stop.is_asked());
    }

    #[test]
    fn a_store_that_cannot_be_opened_still_makes_a_page() {
        let folder = tempfile::tempdir().unwrap();
        let (_first, window) = app(store(folder.path()), "main");
        call(&window, "event", go("desk")).unwrap();
        let (_second, other) = app(store(folder.path()), "main");
        let reply = call(&other, "event", go("desk")).unwrap().to_string();
        assert!(reply.contains("open already"), "{reply}");
    }

    #[test]
    fn a_closed_window_lets_go_of_the_store_and_answers_nothing_more() {
        let folder = tempfile::tempdir().unwrap();
        let (first, window) = app(store(folder.path()), "main");
        call(&window, "event", go("desk")).unwrap();
        first.state::<Session>().close();
        assert_eq!(call(&window, "event", go("desk")), Err(json!(CLOSING)));
        let (_second, other) = app(store(folder.path()), "main");
        let reply = call(&other, "event", go("desk")).unwrap().to_string();
        assert!(!reply.contains("open already"), "{reply}");
    }
}
