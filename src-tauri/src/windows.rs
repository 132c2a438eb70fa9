//! The main window, and what its page can never do: leave, open another window, fetch or save a file.
//!
//! The content security policy stops scripts and connections. It stops no navigation: that is done here.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tauri::plugin::TauriPlugin;
use tauri::webview::{NewWindowResponse, PermissionResponse, WebviewWindow, WebviewWindowBuilder};
use tauri::{App, Builder, Runtime, Url, WebviewUrl, WindowEvent};
use tauri_plugin_window_state::StateFlags;

/// The window's label in `capabilities/`.
const MAIN: &str = "main";

/// Opens the main window. Its title never changes: the name of a co-op is nobody's business in a task bar.
pub fn open_main<R: Runtime>(app: &App<R>) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Toad Lane")
        .inner_size(1280.0, 800.0)
        .min_inner_size(480.0, 360.0)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .general_autofill_enabled(false)
        .initialization_script(NO_CALLS)
        // Nothing of what was shown stays in the web view's folders. WebDriver cannot see such a view.
        .incognito(!automated())
        .devtools(cfg!(debug_assertions))
        .build()
        .map(|window| {
            #[cfg(target_os = "linux")]
            check_spelling(&window);
            close_after_the_last_word(&window);
        })
}

/// A page could call other computers by it, past the content security policy.
const NO_CALLS: &str = "delete window.RTCPeerConnection; delete window.webkitRTCPeerConnection;";

/// Has the web view mark what is misspelt in the texts that ask for it, by the dictionaries of this computer; WebKitGTK
/// does so by itself nowhere. A language without a dictionary is not checked.
#[cfg(target_os = "linux")]
fn check_spelling<R: Runtime>(window: &WebviewWindow<R>) {
    use webkit2gtk::{WebContextExt, WebViewExt};

    // A web view that cannot is no reason to stop.
    let _ = window.with_webview(|view| {
        if let Some(context) = view.inner().context() {
            context.set_spell_checking_languages(&["en_GB", "cy_GB"]);
            context.set_spell_checking_enabled(true);
        }
    });
}

/// Has the window open as large as it was left. Where it stood is the desktop's business.
pub fn kept_as_left<R: Runtime>() -> TauriPlugin<R> {
    tauri_plugin_window_state::Builder::default()
        .with_state_flags(StateFlags::SIZE | StateFlags::MAXIMIZED)
        .with_filename("window.json")
        .build()
}

/// Tells the page that the window closes. It sends what was typed and not sent yet, and then [`CLOSED`].
const CLOSING: &str = "window.dispatchEvent(new Event('toadlane-closing'))";

/// The act by which the page says that it has nothing left to send.
pub const CLOSED: &str = "closed";

/// How long a window waits for a page that does not answer.
const LAST_WORD: Duration = Duration::from_secs(3);

/// Closes the window once the page has sent what it holds; at once when somebody asks a second time.
fn close_after_the_last_word<R: Runtime>(window: &WebviewWindow<R>) {
    let asked = AtomicBool::new(false);
    let page = window.clone();
    window.on_window_event(move |event| {
        let WindowEvent::CloseRequested { api, .. } = event else { return };
        if asked.swap(true, Ordering::SeqCst) || page.eval(CLOSING).is_err() {
            return;
        }
        api.prevent_close();
        let page = page.clone();
        thread::spawn(move || {
            thread::sleep(LAST_WORD);
            // Gone already, if the page answered.
            let _ = page.destroy();
        });
    });
}

/// Shows everything so large, in hundredths of the usual size.
pub fn resize<R: Runtime>(window: &WebviewWindow<R>, size: u16) {
    // A web view that cannot is no reason to stop: everything is as large as before.
    let _ = window.set_zoom(f64::from(size) / 100.0);
}

/// Refuses whatever a page may ask of a person's machine: camera, microphone, place, notices.
pub fn without_powers<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.on_permission_request(|_, _| PermissionResponse::Deny)
}

/// Whether WebDriver drives the window, as Tauri itself decides it.
pub fn automated() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() == Ok("true")
}

/// Whether an address is the app's own, as the platform's web view writes it.
fn is_ours(url: &Url) -> bool {
    if cfg!(windows) {
        url.scheme() == "http" && url.host_str() == Some("tauri.localhost")
    } else {
        url.scheme() == "tauri" && url.host_str() == Some("localhost")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::is_ours;

    #[test]
    #[cfg(not(windows))]
    fn the_page_goes_nowhere_but_to_the_app() {
        for ours in ["tauri://localhost", "tauri://localhost/", "tauri://localhost/index.html#f/1"] {
            assert!(is_ours(&ours.parse().unwrap()), "{ours}");
        }
        for foreign in [
            "https://example.org/",
            "http://localhost/",
            "http://tauri.localhost/",
            "tauri://localhost.example.org/",
            "tauri://example.org/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "javascript:alert(1)",
            "about:blank",
            "blob:tauri://localhost/1",
            "mailto:post@example.org",
        ] {
            assert!(!is_ours(&foreign.parse().unwrap()), "{foreign}");
        }
    }
}
