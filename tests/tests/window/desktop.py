"""A desktop on a bus of its own: it has one person logged in, and says on the bus whatever it is told to say.

Each line that is read is a signal: path, interface, name, and what it carries as GLib writes it. A line is written when
the signal is on the bus; the first, when the desktop itself is.
"""

import sys
import threading

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

LOGIN = "org.freedesktop.login1"
OURS = "/org/freedesktop/login1/session/ours"
ASKED = """<node><interface name="org.freedesktop.login1.Manager"><method name="GetSession">
    <arg type="s" direction="in"/><arg type="o" direction="out"/></method></interface></node>"""


def answer(_bus, _sender, _path, _interface, _method, asked, invocation):
    if asked.unpack() == ("auto",):
        invocation.return_value(GLib.Variant("(o)", (OURS,)))
    else:
        invocation.return_dbus_error("org.freedesktop.login1.NoSuchSession", "There is no such login.")


def say_what_is_read(bus):
    for line in sys.stdin:
        path, interface, name, carries = line.split(maxsplit=3)
        bus.emit_signal(None, path, interface, name, GLib.Variant.parse(None, carries.strip(), None, None))
        bus.flush_sync()
        print("said", flush=True)


def begin(bus, _name):
    print("there", flush=True)
    threading.Thread(target=say_what_is_read, args=(bus,), daemon=True).start()


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object("/org/freedesktop/login1", Gio.DBusNodeInfo.new_for_xml(ASKED).interfaces[0], answer, None, None)
Gio.bus_own_name_on_connection(bus, LOGIN, Gio.BusNameOwnerFlags.NONE, begin, lambda *_: sys.exit("The name is taken."))
GLib.MainLoop().run()
