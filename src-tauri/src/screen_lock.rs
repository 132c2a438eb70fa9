//! Tells the page when the desktop locks its own screen, and when the computer goes to sleep.
//!
//! Listens on the desktop's two buses, which are sockets of this computer. It asks one question there, which login this
//! window belongs to, and says nothing else. Must not know what there is to lock: the page sends what was typed, and
//! `screens` decides.
//!
//! Linux alone. Windows and macOS say it in ways of their own, which are not listened to yet: there a desk locks when
//! nobody touched it for a while, and not with the screen.

use gtk::gio::{self, BusType, Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags};
use gtk::glib::variant::{ObjectPath, ToVariant};
use gtk::glib::{self, Variant};
use tauri::{AppHandle, Manager, Runtime};

/// Tells the page that nobody looks at the screen any more.
const SCREEN_LOCKED: &str = "window.dispatchEvent(new Event('toadlane-screen-locked'))";

/// Desktops agree on the signal and not on whose it is. More than one may say it: the page locks once.
const SCREEN_SAVERS: [&str; 4] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
];

/// Who knows of logins and of sleep.
const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_MANAGER: &str = "org.freedesktop.login1.Manager";
const LOGIN_PATH: &str = "/org/freedesktop/login1";

/// Listens from now on. Where there is no bus it does nothing, and the desk locks when it is left alone.
pub fn listen<R: Runtime>(app: &AppHandle<R>) {
    let page = app.clone();
    on_bus(BusType::Session, move |bus| {
        for owner in SCREEN_SAVERS {
            // Whichever program it is: whoever can speak on this bus is the person at the desk.
            hear(bus, &Signal { sender: None, owner, name: "ActiveChanged", path: None }, is_true, &page);
        }
    });
    let page = app.clone();
    on_bus(BusType::System, move |bus| {
        let (owner, path) = (LOGIN_MANAGER, Some(LOGIN_PATH));
        hear(bus, &Signal { sender: Some(LOGIN), owner, name: "PrepareForSleep", path }, is_true, &page);
        hear_lock(bus, page);
    });
}

/// One signal of a bus.
struct Signal<'a> {
    sender: Option<&'a str>,
    owner: &'a str,
    name: &'a str,
    path: Option<&'a str>,
}

fn on_bus(bus: BusType, then: impl FnOnce(&DBusConnection) + 'static) {
    gio::bus_get(bus, None::<&Cancellable>, move |connection| {
        let Ok(connection) = connection else { return };
        // By itself this library ends the program when a bus ends.
        connection.set_exit_on_close(false);
        then(&connection);
    });
}

/// Tells the page each time somebody says this signal and means it.
fn hear<R: Runtime>(
    bus: &DBusConnection,
    signal: &Signal<'_>,
    means_it: fn(&Variant) -> bool,
    page: &AppHandle<R>,
) {
    // A bus that nobody holds is closed. The window listens as long as it is there, so this is never given back.
    let (page, held) = (page.clone(), bus.clone());
    let Signal { sender, owner, name, path } = *signal;
    bus.signal_subscribe(
        sender,
        Some(owner),
        Some(name),
        path,
        None,
        DBusSignalFlags::NONE,
        move |_, _, _, _, _, said| {
            let _open = &held;
            if means_it(said) {
                tell(&page);
            }
        },
    );
}

/// Hears the lock of this window's own login. Several people may be logged in, and one who locks theirs should not
/// close the desk of another; where nobody can say which login this is, any lock counts.
fn hear_lock<R: Runtime>(bus: &DBusConnection, page: AppHandle<R>) {
    let held = bus.clone();
    let then = move |answer: Result<Variant, glib::Error>| {
        let path = answer.ok().and_then(|answer| answer.get::<(ObjectPath,)>());
        let path = path.as_ref().map(|(path,)| path.as_str());
        let owner = "org.freedesktop.login1.Session";
        hear(&held, &Signal { sender: Some(LOGIN), owner, name: "Lock", path }, |_| true, &page);
    };
    bus.call(
        Some(LOGIN),
        LOGIN_PATH,
        LOGIN_MANAGER,
        "GetSession",
        // The login that the asking process belongs to, or else the one in which its user sees windows.
        Some(&("auto",).to_variant()),
        None,
        DBusCallFlags::NO_AUTO_START,
        -1,
        None::<&Cancellable>,
        then,
    );
}

/// Whether a signal says that something begins: the same signal says that it is over.
fn is_true(said: &Variant) -> bool {
    *said == (true,).to_variant()
}

fn tell<R: Runtime>(app: &AppHandle<R>) {
    for page in app.webview_windows().values() {
        // A page that is not there yet, or no more, shows nothing.
        let _ = page.eval(SCREEN_LOCKED);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_beginning_counts_and_only_as_it_is_said() {
        assert!(is_true(&(true,).to_variant()));
        for other in [
            (false,).to_variant(),
            (1_i32,).to_variant(),
            ("true",).to_variant(),
            (true, true).to_variant(),
            true.to_variant(),
            ().to_variant(),
        ] {
            assert!(!is_true(&other), "{other}");
        }
    }
}
