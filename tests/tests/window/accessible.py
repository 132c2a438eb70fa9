"""What a screen reader finds in the window, over AT-SPI: for each line that is read, one line of JSON is written.

Finds the page on the accessibility bus and asks it for all that can take the focus, as a screen reader does that jumps
from one control to the next.
"""

import json
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

warnings.simplefilter("ignore")  # that a newer release of the binding spells it otherwise
# A busy machine answers late, and a page that was just drawn answers later.
Atspi.set_timeout(20_000, 30_000)
PATIENCE = 30


def children(node):
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield child


def page_of(node, depth=0):
    """The web page below a node: the first that a screen reader would call a document."""
    if node.get_role() == Atspi.Role.DOCUMENT_WEB:
        return node
    for child in children(node) if depth < 12 else ():
        found = page_of(child, depth + 1)
        if found is not None:
            return found
    return None


def page():
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        for program in children(Atspi.get_desktop(0)):
            found = page_of(program)
            if found is not None:
                return found
        time.sleep(0.1)
    names = [program.get_name() for program in children(Atspi.get_desktop(0))]
    sys.exit(f"No page on the accessibility bus, among {names}.")


def matches(root, state):
    """All below the page that is in a state, in the order of the page."""
    every = Atspi.CollectionMatchType.ALL
    rule = Atspi.MatchRule.new(Atspi.StateSet.new([state]), every, {}, every, [], every, [], every, False)
    return root.get_collection_iface().get_matches(rule, Atspi.CollectionSortOrder.CANONICAL, 0, True)


def is_invalid(node, role):
    """Asked of the thing itself: WebKit's page takes this state for another when it looks for it."""
    may_be = role in ("entry", "password text", "combo box", "radio button", "check box")
    return may_be and node.get_state_set().contains(Atspi.StateType.INVALID_ENTRY)


for _ in sys.stdin:
    root = page()
    # What it heard before is the last screen's.
    root.clear_cache()
    found = [(node, node.get_role_name()) for node in matches(root, Atspi.StateType.FOCUSABLE)]
    heard = {
        "focusable": [[role, node.get_name()] for node, role in found],
        "checked": len(matches(root, Atspi.StateType.CHECKED)),
        "invalid": sum(is_invalid(node, role) for node, role in found),
    }
    print(json.dumps(heard), flush=True)
