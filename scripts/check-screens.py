"""Runs axe-core on every page of a folder in Chromium, in light, in dark and with forced colours."""

import json
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

import axe_playwright_python
import websocket

AXE = (pathlib.Path(axe_playwright_python.__path__[0]) / "axe.min.js").read_text()
# What colours cannot change is asked once.
EVERYTHING = "{ resultTypes: ['violations'] }"
COLOURS = "{ resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }"
# A colour on its way from one look to the other is neither.
STILL = ("prefers-reduced-motion", "reduce")
LOOKS = [
    ("light", [("prefers-color-scheme", "light"), ("forced-colors", "none"), STILL], EVERYTHING),
    ("dark", [("prefers-color-scheme", "dark"), ("forced-colors", "none"), STILL], COLOURS),
    ("forced colours", [("prefers-color-scheme", "light"), ("forced-colors", "active"), STILL], COLOURS),
]
# What axe does not ask of them: controls of 24 by 24 CSS pixels, but for links within a sentence (WCAG 2.2, 2.5.8);
# and nothing wider than a window of 320.
SMALL = """(() => {
  const unseen = (e) => !e.checkVisibility() || e.closest('.unseen, .skip, dialog:not([open])');
  const inText = (e) => e.tagName === 'A' && getComputedStyle(e).display === 'inline';
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((e) => !unseen(e) && !inText(e))
    .map((e) => [e.getBoundingClientRect(), e])
    .filter(([box]) => box.width < 23.5 || box.height < 23.5)
    .map(([box, e]) => `${e.outerHTML.slice(0, 120)} is ${Math.round(box.width)} by ${Math.round(box.height)}`)
    // A tick box or radio button counts with its label, which takes the click as well.
    .filter((words) => !/type="(radio|checkbox)"/.test(words));
})()"""
WIDE = "document.documentElement.scrollWidth > innerWidth + 1 ? [`the page is ${document.documentElement.scrollWidth} wide`] : []"
# What somebody leads a page by is as large as a thumb.
THUMB = """[...document.querySelectorAll('button.main, a.button.main')].filter((e) => e.checkVisibility())
  .map((e) => [e.getBoundingClientRect().height, e]).filter(([height]) => height < 43.5)
  .map(([height, e]) => `${e.outerHTML.slice(0, 120)} is ${Math.round(height)} high`)"""
# Somebody who reads better so sets lines, letters and words apart (WCAG 2.2, 1.4.12): nothing is cut off then.
SPACED = """(() => {
  const style = document.createElement('style');
  style.textContent = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'
    + ' p { margin-block-end: 2em !important }';
  document.head.append(style);
})()"""
CUT_OFF = """[...document.querySelectorAll('body *')]
  .filter((e) => e.checkVisibility() && !e.closest('.unseen, .skip, svg') && e.textContent.trim())
  .filter((e) => {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(e);
    // Three dots say that there is more, and where they lead to it stands whole.
    return textOverflow !== 'ellipsis' && ((/hidden|clip/.test(overflowX) && e.scrollWidth > e.clientWidth + 1)
      || (/hidden|clip/.test(overflowY) && e.scrollHeight > e.clientHeight + 1));
  })
  .map((e) => `the words are cut off in ${e.outerHTML.slice(0, 120)}`)"""
# Another language's words are longer: every vowel stands twice, which makes a text more than a third longer. The rules stay
# English, and a picture of a page is as it is.
LONGER = """(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.parentElement.closest('svg, textarea, .rule-text, .code, [lang="en"]')) {
      text.data = text.data.replace(/[aeiouy]/gi, (vowel) => vowel + vowel);
    }
  }
})()"""
WORKERS = 3


class Tab:
    """One page of the browser, told what to do over its own line."""

    def __init__(self, port):
        request = urllib.request.Request(f"http://127.0.0.1:{port}/json/new?about:blank", method="PUT")
        address = json.load(urllib.request.urlopen(request))["webSocketDebuggerUrl"]
        # A whole constitution, marked, takes axe more than a minute on a busy machine.
        self.line = websocket.create_connection(address, timeout=600, suppress_origin=True)
        self.count = 0
        self.call("Page.enable")

    def call(self, method, **params):
        self.count += 1
        self.line.send(json.dumps({"id": self.count, "method": method, "params": params}))
        return self.wait(lambda message: message.get("id") == self.count).get("result", {})

    def wait(self, wanted):
        while True:
            message = json.loads(self.line.recv())
            if wanted(message):
                if "error" in message:
                    raise RuntimeError(message["error"])
                return message

    def go(self, address):
        self.count += 1
        self.line.send(json.dumps({"id": self.count, "method": "Page.navigate", "params": {"url": address}}))
        self.wait(lambda message: message.get("method") == "Page.loadEventFired")

    def value(self, script):
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:500])
        return answer["result"].get("value")

    def look(self, features):
        self.call("Emulation.setEmulatedMedia", features=[{"name": name, "value": value} for name, value in features])

    def width(self, width):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)


# A constitution has a hundred rules, all written by one template, and axe's time grows faster than a page does. So of
# the rules on a page the first dozen are judged, and all that somebody did something to.
FEWER = """
[...document.querySelectorAll("article.rule")].forEach((rule, place) => {
  const special = rule.querySelector(".by-hand, .said, .confirm, textarea, [open]");
  if (place >= 12 && !special) rule.remove();
});
true
"""


def judge(tab, page):
    """Returns what is wrong with a page, in words."""
    wrong = []
    tab.width(1280)
    tab.look(LOOKS[0][1])
    tab.go(page.as_uri())
    tab.value(FEWER)
    tab.value(AXE + "; true")
    for name, features, how in LOOKS:
        tab.look(features)
        for violation in tab.value(f"axe.run(document, {how}).then((result) => result.violations)"):
            for node in violation["nodes"]:
                why = " ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])
                wrong.append(f"{page.stem}, {name}: {violation['id']}: {node['html'][:160]} {why[:200]}")
    wrong += [f"{page.stem}: a target is too small: {words}" for words in tab.value(SMALL)]
    wrong += [f"{page.stem}: a main button is small: {words}" for words in tab.value(THUMB)]
    tab.width(320)
    wrong += [f"{page.stem}, 320 pixels wide: {words}" for words in tab.value(WIDE)]
    tab.value(LONGER)
    wrong += [f"{page.stem}, 320 pixels wide, with longer words: {words}" for words in tab.value(WIDE)]
    tab.width(1280)
    wrong += [f"{page.stem}, with longer words: {words}" for words in tab.value(f"[...({WIDE}), ...{CUT_OFF}]")]
    tab.go(page.as_uri())
    tab.value(SPACED)
    wrong += [f"{page.stem}, set apart: {words}" for words in tab.value(f"[...({WIDE}), ...{CUT_OFF}]")]
    return wrong


def browser(folder):
    """Starts Chromium and returns it with the port it listens on."""
    program = shutil.which("chromium") or sys.exit("Install chromium: it opens the screens that are judged.")
    arguments = ["--headless", "--remote-debugging-port=0", f"--user-data-dir={folder}", "--hide-scrollbars"]
    arguments += ["--disable-background-networking", "--no-first-run", "--remote-allow-origins=*"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")  # it refuses to run as root otherwise; what it opens is ours
    running = subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    port = pathlib.Path(folder) / "DevToolsActivePort"
    for _ in range(300):
        if port.exists() and port.read_text().strip():
            return running, port.read_text().split()[0]
        time.sleep(0.1)
    sys.exit("Chromium did not start.")


def main(folder):
    pages = sorted(pathlib.Path(folder).resolve().glob("*.html"))
    if not pages:
        sys.exit(f"There are no screens in {folder}.")
    todo, wrong = queue.Queue(), []
    for page in pages:
        todo.put(page)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        running, port = browser(profile)

        def work():
            tab = Tab(port)
            while True:
                try:
                    page = todo.get_nowait()
                except queue.Empty:
                    return
                try:
                    wrong.extend(judge(tab, page))
                except Exception as error:  # a page that was not judged has not passed
                    wrong.append(f"{page.stem}: not judged: {error}")

        workers = [threading.Thread(target=work) for _ in range(WORKERS)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        running.terminate()
        running.wait()
    for words in sorted(wrong):
        print(words)
    if not todo.empty():
        sys.exit("Chromium stopped before every screen was judged.")
    print(f"{len(pages)} screens in {len(LOOKS)} looks: {len(wrong)} violations")
    sys.exit(1 if wrong else 0)


main(sys.argv[1])
