//! What a page can never do, even with hostile words in it: read back in the running window.

use std::io::Read;
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::json;

use crate::app::{App, Chooser, Home, bounded};

/// A server that nobody should ever talk to.
pub struct Ear {
    pub port: u16,
    pub heard: Arc<Mutex<Vec<String>>>,
    /// How often somebody came to the door, even without a word: that alone tells that a page was opened.
    pub came: Arc<AtomicUsize>,
}

impl Ear {
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&heard);
        let came = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&came);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                counted.fetch_add(1, Ordering::SeqCst);
                let kept = Arc::clone(&kept);
                // Who only holds the door open keeps nobody else out.
                std::thread::spawn(move || {
                    let mut bytes = [0; 256];
                    let read = stream.read(&mut bytes).unwrap_or(0);
                    if read > 0 {
                        kept.lock().unwrap().push(String::from_utf8_lossy(&bytes[..read]).into_owned());
                    }
                });
            }
        });
        Self { port, heard, came }
    }
}

/// Each is tried in the page and must come back as said.
const ATTEMPTS: [(&str, &str); 21] = [
    ("eval", "try { (0, eval)('1'); return 'ran'; } catch (e) { return 'refused'; }"),
    (
        "a function from text",
        "try { new Function('return 1')(); return 'ran'; } catch (e) { return 'refused'; }",
    ),
    (
        "a timer from text",
        "try { setTimeout('window.late = 1', 0); } catch (e) { return 'refused'; } \
         await new Promise((done) => setTimeout(done, 50)); return window.late ? 'ran' : 'refused';",
    ),
    (
        "a script element",
        "try { const s = document.createElement('script'); s.textContent = 'window.injected = 1'; \
         document.body.append(s); } catch (e) { return 'refused'; } return window.injected ? 'ran' : 'refused';",
    ),
    (
        "markup from text",
        "try { document.createElement('p').innerHTML = '<b>x</b>'; return 'ran'; } catch (e) { return 'refused'; }",
    ),
    (
        "another policy",
        "try { trustedTypes.createPolicy('mine', { createHTML: (s) => s }); return 'ran'; } catch (e) { return 'refused'; }",
    ),
    (
        "a second policy of ours",
        "try { trustedTypes.createPolicy('toadlane', { createHTML: (s) => s }); return 'ran'; } catch (e) { return 'refused'; }",
    ),
    (
        "an inline handler",
        "const b = document.createElement('button'); try { b.setAttribute('onclick', 'window.clicked = 1'); } \
      catch (e) { return 'refused'; } b.click(); return window.clicked ? 'ran' : 'refused';",
    ),
    ("fetching", "try { await fetch(EAR + 'fetch'); return 'ran'; } catch (e) { return 'refused'; }"),
    (
        "an image",
        "return await new Promise((done) => { const i = new Image(); i.onload = () => done('ran'); \
         i.onerror = () => done('refused'); i.src = EAR + 'image'; });",
    ),
    (
        "a socket",
        "return await new Promise((done) => { try { const s = new WebSocket(EAR.replace('http', 'ws') + 'socket'); \
         s.onopen = () => done('ran'); s.onerror = () => done('refused'); } catch (e) { done('refused'); } });",
    ),
    (
        "a frame",
        "const f = document.createElement('iframe'); f.src = EAR + 'frame'; document.body.append(f); \
         await new Promise((done) => setTimeout(done, 100)); f.remove(); return 'refused';",
    ),
    (
        "a style in an attribute",
        "const p = document.createElement('p'); p.setAttribute('style', 'position: fixed'); document.body.append(p); \
         const at = getComputedStyle(p).position; p.remove(); return at === 'fixed' ? 'ran' : 'refused';",
    ),
    ("a call to another computer", "return typeof RTCPeerConnection === 'undefined' ? 'refused' : 'ran';"),
    (
        "loading ahead",
        "for (const rel of ['preload', 'modulepreload', 'prefetch']) { const l = document.createElement('link'); \
         l.rel = rel; l.as = 'script'; l.href = EAR + rel; document.head.append(l); } \
         await new Promise((done) => setTimeout(done, 100)); return 'refused';",
    ),
    (
        "an image within a drawing",
        "const n = 'http://www.w3.org/2000/svg'; const s = document.createElementNS(n, 'svg'); \
         const i = document.createElementNS(n, 'image'); i.setAttribute('href', EAR + 'drawing'); s.append(i); \
         document.body.append(s); await new Promise((done) => setTimeout(done, 100)); s.remove(); return 'refused';",
    ),
    (
        "a film",
        "const v = document.createElement('video'); v.poster = EAR + 'poster'; v.src = EAR + 'film'; \
         document.body.append(v); await new Promise((done) => setTimeout(done, 100)); v.remove(); return 'refused';",
    ),
    (
        "an object",
        "const o = document.createElement('object'); o.data = EAR + 'object'; document.body.append(o); \
         await new Promise((done) => setTimeout(done, 100)); o.remove(); return 'refused';",
    ),
    (
        "a form that posts",
        "const f = document.createElement('form'); f.method = 'post'; f.action = EAR + 'form'; document.body.append(f); \
         HTMLFormElement.prototype.submit.call(f); await new Promise((done) => setTimeout(done, 100)); f.remove(); \
         return 'refused';",
    ),
    ("a beacon", "navigator.sendBeacon(EAR + 'beacon', 'x'); return 'refused';"),
    ("a window", "const w = window.open(EAR + 'window'); return w ? 'ran' : 'refused';"),
];

const COMMANDS: [&str; 7] = [
    "plugin:dialog|open",
    "plugin:dialog|save",
    "plugin:event|emit",
    "plugin:window|close",
    "plugin:webview|create_webview_window",
    "plugin:path|resolve_directory",
    "plugin:fs|read_file",
];

#[tokio::test(flavor = "multi_thread")]
async fn the_page_runs_no_foreign_script_and_reaches_nobody() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        let ear = Ear::new();
        let address = format!("http://127.0.0.1:{}/", ear.port);
        for (attempt, script) in ATTEMPTS {
            let script = format!(
                "const EAR = '{address}'; const attempt = async () => {{ {script} }}; \
                 attempt().then(done, (error) => done('failed: ' + error));"
            );
            assert_eq!(app.run_async(&script).await, json!("refused"), "{attempt}");
        }
        assert_eq!(app.run("return typeof window.__TAURI__").await, json!("undefined"));
        for command in COMMANDS {
            let script = format!(
                "window.__TAURI_INTERNALS__.invoke('{command}', {{ options: {{}} }}) \
                 .then(() => done('answered'), (error) => done(String(error)));"
            );
            let refused = app.run_async(&script).await;
            assert!(
                refused.as_str().is_some_and(|words| words.contains("not allowed")),
                "{command}: {refused}"
            );
        }
        assert_eq!(*ear.heard.lock().unwrap(), Vec::<String>::new());
        app.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_stays_where_it_is() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        let ear = Ear::new();
        let address = format!("http://127.0.0.1:{}/", ear.port);
        app.run("window.stayed = 'here'; return null").await;
        for leave in [
            "location.href = EAR + 'location'",
            "location.replace('https://example.org/')",
            "location.href = 'file:///etc/hostname'",
            "location.href = 'data:text/html,<h1>gone</h1>'",
            "const a = document.createElement('a'); a.href = EAR + 'link'; document.body.append(a); a.click(); a.remove()",
            "const a = document.createElement('a'); a.href = EAR + 'blank'; a.target = '_blank'; document.body.append(a); a.click(); a.remove()",
            "const a = document.createElement('a'); a.href = EAR + 'file'; a.download = 'x'; document.body.append(a); a.click(); a.remove()",
            "const f = document.createElement('form'); f.action = EAR + 'form'; document.body.append(f); f.submit(); f.remove()",
            "const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0; url=' + EAR + 'meta'; document.head.append(m)",
        ] {
            // A refusal says nothing, so the page is given the time that leaving would take.
            let script = format!("const EAR = '{address}'; {{ {leave} }} setTimeout(() => done(window.stayed), 300);");
            assert_eq!(app.run_async(&script).await, json!("here"), "{leave}");
        }
        let at = app.page.current_url().await.unwrap();
        assert_eq!((at.scheme(), at.host_str()), ("tauri", Some("localhost")));
        assert_eq!(app.page.windows().await.unwrap().len(), 1);
        app.says("Your co-ops").await;
        assert_eq!(*ear.heard.lock().unwrap(), Vec::<String>::new());
        app.close().await;
    })
    .await;
}
