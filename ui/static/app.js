// @ts-check
// Sends what a person does to the app, and shows its answer.
// It keeps nothing of its own: what is true is in the app, and what is shown came from there.

import { morph, parse } from "./morph.js";

/**
 * @typedef {{ at: string, act: string | null, fields: [string, string][] }} Event_
 * @typedef {{ region: string, html: string }} Patch
 * @typedef {{ at: string, title: string, language: string | null, page: number | null, anew: boolean, patches: Patch[], focus: string | null, say: string | null, checking: boolean }} Reply
 * @typedef {{ invoke(command: string, values: object): Promise<Reply> }} Internals
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 */

const BUSY_AFTER_MS = 500;
const SAVE_AFTER_MS = 1000;
const SAID_FOR_MS = 5000;
const LOOK_EVERY_MS = 5000;
const LATER_MS = 50;
const PARTS = 16;
const CHECK_EVERY_MS = 2000;

/** Where somebody begins on another screen, or another page of a list: what is further down may wait. */
const BEGINNINGS = ["heading", "list"];
/** What long pages are made of, and how much of it fills a large window.
 * @type {[string, number][]} */
const LONG = [
  [".sheets > *, .paper > .rule", 9],
  [".column > *, .answer, .desk-row, #pages, .marked > .rule-text > *", 24],
];

/** @param {string} id */
const byId = (id) => document.getElementById(id);

/** Where we are: the screen the app last showed. */
let here = "";
/** The number of the page that is shown: the app then sends what is new on it. @type {number | null} */
let shows = null;
/** Controls typed in since they were last sent, by id: an answer that comes late must not undo them.
 * @type {Set<string>} */
const typed = new Set();
/** What somebody was last at, by pointer or by keys: it stays where it is when something appears above it.
 * @type {Element | null} */
let anchor = null;
/** Calls never overlap: each waits for the one before. */
let queue = Promise.resolve();
/** @type {number | undefined} */
let saveTimer;
/** @type {number | undefined} */
let checkTimer;

// ---- sending ----------------------------------------------------------------------------------------------

/** @param {Event_} event */
function invoke(event) {
  const internals = /** @type {{ __TAURI_INTERNALS__: Internals }} */ (/** @type {any} */ (window));
  return internals.__TAURI_INTERNALS__.invoke("event", { event: { ...event, shows } });
}

/** Asks the app to stop what it is doing. It waits for no turn, and what is stopped has the answer. */
function stop() {
  if (!byId("busy")?.hidden && !byId("stop")?.hidden) invoke({ at: here, act: "stop", fields: [] }).catch(() => {});
}

/**
 * @param {() => Event_ | null} make called when its turn comes, so that it sees what came back before
 * @param {{ push?: boolean, stops?: boolean, y?: number }} [how] `stops`: whether a person may stop it
 */
function send(make, how = {}) {
  queue = queue.then(async () => {
    const event = make();
    if (event === null) return;
    const busy = setTimeout(() => (show("stop", how.stops ?? false), show("busy", true)), BUSY_AFTER_MS);
    try {
      const reply = await invoke(event);
      take(reply, event, how.push ?? true, how.y ?? 0);
    } catch (reason) {
      console.error(reason);
      show("lost", true);
    } finally {
      clearTimeout(busy);
      show("busy", false);
    }
  });
  return queue;
}

/** @param {string} at @param {boolean} [push] @param {number} [y] how far down somebody was there */
function go(at, push = true, y = 0) {
  flush();
  send(() => ({ at, act: null, fields: [] }), { push, y });
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} pressed the button, which may name an act of its own
 * @param {string} [act]
 */
function submit(form, pressed, act) {
  saveLater(null);
  return send(() => {
    // What it was about is no longer shown: its fields must not be taken for those of what is.
    if (!form.isConnected) return null;
    const fields = fieldsOf(form, pressed);
    for (const control of controls(form)) typed.delete(control.id);
    return { at: here, act: act ?? pressed?.dataset.act ?? form.dataset.act ?? null, fields };
  }, { stops: form.hasAttribute("data-stops") });
}

/** @param {HTMLFormElement} form @param {HTMLElement | null} pressed @returns {[string, string][]} */
function fieldsOf(form, pressed) {
  /** @type {[string, string][]} */
  const fields = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") fields.push([name, whole(value)]);
  }
  if (pressed instanceof HTMLButtonElement && pressed.name) fields.push([pressed.name, pressed.value]);
  return fields;
}

/** Half a character cannot be sent. @param {string} text */
function whole(text) {
  const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
  return text.replace(lone, "\uFFFD").replace(/\r\n/g, "\n");
}

/** Sends what was typed and not sent yet. */
function flush() {
  saveLater(null);
  const form = saving(document.activeElement) ?? document.querySelector("form[data-autosave]");
  if (form instanceof HTMLFormElement && controls(form).some((control) => typed.has(control.id))) {
    submit(form, null, form.dataset.autosave);
  }
}

/** Saves a form in a while; or, with none, no longer. @param {HTMLFormElement | null} form */
function saveLater(form) {
  clearTimeout(saveTimer);
  saveTimer = form ? setTimeout(() => submit(form, null, form.dataset.autosave), SAVE_AFTER_MS) : undefined;
}

// ---- receiving --------------------------------------------------------------------------------------------

/** @param {Reply} reply @param {Event_} event @param {boolean} push @param {number} y */
function take(reply, event, push, y) {
  show("lost", false);
  const moved = reply.at !== here;
  // Somebody new, or a new rule, got an address: what is still being typed there stays.
  const stem = here.replace(/(?<=(?:person|organisation)\/)new$/, "").replace(/rule-after\/.*$/, "rule/");
  const wasNew = event.act !== null && stem !== here;
  const entered = wasNew && reply.at.startsWith(stem);
  if (moved && !entered) (typed.clear(), saveLater(null));
  const at = document.activeElement;
  const left = window.scrollY;
  const holds = (!moved || entered) && !reply.focus && byId("main")?.contains(anchor) ? anchor : null;
  const height = holds?.getBoundingClientRect().top;
  // Another screen, or page of a list, read from its top on: nothing of the one before stays.
  const anew = reply.anew && BEGINNINGS.includes(reply.focus ?? "");
  for (const patch of reply.patches) {
    const region = byId(patch.region);
    if (!region) continue;
    const fresh = parse(patch.html);
    folds(fresh);
    if (anew && (region.id === "main" || region.id === "aside")) takePlace(region, fresh);
    else morph(region, fresh);
    // The layout asks for this rather than for :empty, which WebKit does not see change inside :has().
    region.hidden = patch.html === "";
  }
  // Where the element was made anew, its heir takes the focus over.
  if (!reply.focus && at?.id && document.activeElement !== at) byId(at.id)?.focus({ preventScroll: true });
  folds(document);
  document.title = reply.title;
  if (reply.language) document.documentElement.lang = reply.language;
  if (moved) {
    const address = "#/" + reply.at;
    // Who was just entered got an address: going back must not lead to an empty form.
    const stays = here === "" || !push || wasNew;
    // Whoever comes back finds the place where they were, in a hundred rules as well.
    if (!stays) history.replaceState({ at: here, y: left }, "");
    if (stays) history.replaceState({ at: reply.at }, "", address);
    else history.pushState({ at: reply.at }, "", address);
    if (!entered && !reply.focus?.startsWith("rule-")) {
      if (y) layOut(true);
      window.scrollTo(0, y);
    }
  }
  if (holds?.isConnected) window.scrollBy(0, Math.round(holds.getBoundingClientRect().top - (height ?? 0)));
  here = reply.at;
  if (reply.page) {
    shows = reply.page;
    const saved = event.act === saving(at)?.dataset.autosave ? at : null;
    for (const control of document.querySelectorAll("#table :is(input, textarea, select)")) if (isControl(control)) settle(control, saved);
  }
  if (reply.focus) focus(reply.focus);
  if (reply.say) say(reply.say);
  // The app checks what it keeps: should that turn out to be damaged, whoever only reads must hear of it too.
  clearTimeout(checkTimer);
  if (reply.checking) checkTimer = setTimeout(() => (flush(), act("checked")), CHECK_EVERY_MS);
}

/** Shows what another screen has. Of a long one, what is further down is laid out once the picture stands, a part at a
 * time: somebody begins at its top. What is above never waits, so nothing that is seen moves.
 * @param {Element} region @param {DocumentFragment} fresh */
function takePlace(region, fresh) {
  for (const [parts, atOnce] of LONG) [...fresh.querySelectorAll(parts)].slice(atOnce).forEach((part) => part.classList.add("later"));
  region.replaceChildren(...fresh.childNodes);
  requestAnimationFrame(() => setTimeout(layOut, LATER_MS));
}

/** @param {boolean} [all] whether nothing may wait any longer: somebody goes elsewhere on the page */
function layOut(all) {
  const parts = [...document.querySelectorAll(".later")];
  for (const part of all ? parts : parts.splice(0, PARTS)) {
    part.classList.remove("later");
    if (!part.className) part.removeAttribute("class");
  }
  if (!all && parts.length) setTimeout(layOut, LATER_MS);
}

/** @param {string} id */
function focus(id) {
  const element = byId(id);
  if (!element) return;
  if (!BEGINNINGS.includes(id)) layOut(true);
  // What is only read, such as an item of a rule, takes the focus when a link leads to it.
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  if (id === "heading") return;
  const still = id === "list" || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const block = id === "list" || id.startsWith("rule-") ? "start" : "nearest";
  element.scrollIntoView({ block, behavior: still ? "auto" : "smooth" });
}

/** Tells a screen reader what a fold is and whether it is open: WebKit on Linux names neither by itself.
 * @param {ParentNode} within */
function folds(within) {
  for (const fold of within.querySelectorAll("summary")) {
    fold.setAttribute("role", "button");
    fold.setAttribute("aria-expanded", String(fold.parentElement?.hasAttribute("open")));
  }
}

/** When the same words were said last. */
let said = 0;

/** Tells who listens. Writing saves each second: that it is saved is heard once in a while. @param {string} words */
function say(words) {
  const region = byId("say");
  if (!region || (region.textContent === words && Date.now() - said < SAID_FOR_MS)) return;
  said = Date.now();
  region.textContent = words;
}

/** @param {string} id @param {boolean} shown */
function show(id, shown) {
  const element = byId(id);
  if (element) element.hidden = !shown;
}

// ---- the controls ------------------------------------------------------------------------------------------

/** Shows what the app says a control holds, unless something else was typed since.
 * @param {Control} control @param {Element | null} saved where somebody writes, when what they wrote was saved meanwhile */
function settle(control, saved) {
  // The app keeps no space and no empty line at an end. Whoever goes on writing there needs them; and writing anew what is
  // so already would take the marks of its spelling away.
  const isWritten = control === document.activeElement && types(control);
  const isSo = control === saved || control.value.trim() === /** @type {HTMLInputElement} */ (control).defaultValue?.trim();
  if (typed.has(control.id) || (isWritten && isSo)) return;
  if (control instanceof HTMLSelectElement) {
    for (const option of control.options) option.selected = option.defaultSelected;
  } else if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
    control.checked = control.defaultChecked;
  } else if (control.value !== control.defaultValue) {
    control.value = control.defaultValue;
  }
}

/** @param {unknown} element @returns {element is Control} */
function isControl(element) {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}

/** @param {HTMLFormElement} form */
function controls(form) {
  return [...form.elements].filter(isControl);
}

/** The form that saves by itself and that an element is part of. @param {unknown} element */
function saving(element) {
  const form = element instanceof Element ? element.closest("form[data-autosave]") : null;
  return form instanceof HTMLFormElement ? form : null;
}

// ---- what a person does ------------------------------------------------------------------------------------

document.addEventListener("click", (click) => {
  const link = click.target instanceof Element ? click.target.closest("a[href]") : null;
  if (!link) return;
  click.preventDefault();
  const to = link.getAttribute("href") ?? "";
  const rule = "rule-" + to.slice(1);
  if (to.startsWith("#/")) {
    go(to.slice(2));
  } else if (byId(rule) ?? byId(to.slice(1))) {
    focus(byId(rule) ? rule : to.slice(1));
  } else if (here.startsWith("f/")) {
    // A rule refers to another, which is not on this screen.
    go(here.split("/").slice(0, 2).join("/") + "/rules/" + to.slice(1));
  }
});

/** Forms that were sent off and have no answer yet. @type {WeakSet<HTMLFormElement>} */
const sent = new WeakSet();
/** What these do is done once, and another page may stand under the pointer when it is. */
const ONCE = "button.main, button.danger";

// The second half of a double click.
document.addEventListener("click", (click) => {
  if (click.detail > 1 && click.target instanceof Element && click.target.closest(ONCE)) click.preventDefault();
}, true);

document.addEventListener("submit", (submitted) => {
  const form = submitted.target;
  if (!(form instanceof HTMLFormElement) || form.method === "dialog") return;
  submitted.preventDefault();
  const isOnce = submitted.submitter?.matches(ONCE) ?? true;
  if (isOnce && sent.has(form)) return;
  sent.add(form);
  // What is still being typed elsewhere comes first: undoing takes that back, and not what was before it.
  if (!form.dataset.autosave) flush();
  submit(form, submitted.submitter).then(() => sent.delete(form));
});

// Enter does what a form is for. By itself the web view presses the first button in it, which may take an answer back.
document.addEventListener("keydown", (key) => {
  const form = key.target instanceof HTMLInputElement && key.target.form;
  if (key.key !== "Enter" || key.isComposing || !form || form.method === "dialog") return;
  key.preventDefault();
  const button = form.querySelector("button:not([data-act], [name])");
  if (button || form.dataset.act) form.requestSubmit(/** @type {HTMLElement | null} */ (button));
});

document.addEventListener("input", (input) => {
  const control = input.target;
  if (!isControl(control)) return;
  choosing(control).forEach((one) => typed.add(one.id));
  const form = saving(control);
  if (!form) return;
  // Boxes that make sense only together, such as a date, wait until all of them are left. A long text is saved while
  // it is being written; a short one when the person pauses, so that nobody is told off in the middle of a word.
  const together = control.closest("[data-together]");
  const waits = control instanceof HTMLTextAreaElement && saveTimer !== undefined;
  if (together) saveLater(null);
  else if (!waits) saveLater(form);
});

/** What somebody chooses by writing in a control or pressing it: an answer of their own is chosen by writing it, and with a
 * radio button, all of its name are settled. @param {Control} control @returns {Control[]} */
function choosing(control) {
  const meant = byId(/** @type {HTMLElement | null} */ (control.closest("[data-means]"))?.dataset.means ?? "");
  if (meant instanceof HTMLOptionElement && control.value) meant.selected = true;
  if (meant instanceof HTMLInputElement && control.value) meant.checked = true;
  const select = meant?.closest("select");
  return [control, ...(select ? [select] : []), ...[control, meant].flatMap(radios)];
}

/** @param {unknown} one @returns {Control[]} all radio buttons of its name */
function radios(one) {
  if (!(one instanceof HTMLInputElement && one.type === "radio" && one.form)) return [];
  return controls(one.form).filter((other) => other.name === one.name);
}

document.addEventListener("change", (change) => {
  const control = change.target;
  const form = saving(control);
  if (!form || !isControl(control) || control.closest("[data-together]")) return;
  submit(form, null, form.dataset.autosave);
});

document.addEventListener("focusout", (left) => {
  const together = left.target instanceof Element ? left.target.closest("[data-together]") : null;
  const form = saving(together);
  if (!together || !form || together.contains(/** @type {Node | null} */ (left.relatedTarget))) return;
  if (controls(form).some((control) => together.contains(control) && typed.has(control.id))) {
    submit(form, null, form.dataset.autosave);
  }
});

byId("stop")?.addEventListener("click", stop);

/** What keys do together with Ctrl, and F1 alone; `Z` stands for z with Shift. @type {Record<string, () => void>} */
const keys = {
  s: () => (flush(), queue.then(() => say((byId("saved") ?? byId("all-saved"))?.textContent + "."))),
  k: () => openPalette(),
  z: () => byId("undo")?.click(),
  Z: () => byId("redo")?.click(),
  f1: () => open("shortcuts"),
  "/": () => open("shortcuts"),
  "+": () => act("larger"),
  "=": () => act("larger"),
  "-": () => act("smaller"),
  0: () => act("usual-size"),
  pageup: () => byId("earlier")?.click(),
  pagedown: () => byId("later")?.click(),
};

/** @param {string} act @param {[string, string][]} [fields] */
function act(act, fields = []) {
  return send(() => ({ at: here, act, fields }), { push: false });
}

/** @param {string} id */
function open(id) {
  const dialog = byId(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/** Whether somebody types into an element, so that its own undo counts. @param {unknown} element */
const types = (element) => isControl(element) && !/^(radio|checkbox|range|select-one)$/.test(element.type);

/** What a word means is shown by the style; Esc hides it until the word is left. @param {string} done */
const leaves = (done) => document.addEventListener(done, (left) => {
  if (left.target instanceof Element) left.target.closest(".term.hushed")?.classList.remove("hushed");
});
["mouseout", "focusout"].forEach(leaves);
// It does not rise through the page, so it is caught on its way down.
document.addEventListener("toggle", () => folds(document), true);

["keydown", "pointerdown", "wheel"].forEach((sign) => document.addEventListener(sign, () => layOut(true), true));
// The web view on Linux knows no scroll anchoring: a finding that appears above would move the next tick away.
for (const sign of ["focusin", "pointerdown"]) {
  document.addEventListener(sign, ({ target }) => {
    // A press on a label lets go of what was written in, and for that moment the whole screen has the focus.
    if (target instanceof Element && target.id !== "main") anchor = target;
  }, true);
}

document.addEventListener("keydown", (key) => {
  if (key.key === "Escape") stop();
  if (key.key === "Escape") document.querySelectorAll(".term:hover, .term:focus-within").forEach((term) => term.classList.add("hushed"));
  const name = key.shiftKey && key.key === "Z" ? "Z" : key.key.toLowerCase();
  const held = (key.ctrlKey || key.metaKey) && !key.altKey;
  if (keys[name] && (held || name === "f1")) {
    if (/^z$/i.test(name) && types(key.target)) return;
    key.preventDefault();
    keys[name]();
  } else if (key.altKey && (key.key === "ArrowLeft" || key.key === "ArrowRight")) {
    key.preventDefault();
    history.go(key.key === "ArrowLeft" ? -1 : 1);
  }
});

// ---- the palette: a field, and under it a list through which the arrow keys step ---------------------------------

const words = /** @type {HTMLInputElement} */ (byId("palette-words"));
const options = () => [...document.querySelectorAll("#found [role=option]")];

function openPalette() {
  words.value = "";
  open("palette");
  find();
}

const find = () => act("find", [["palette-words", whole(words.value)]]).then(() => choose(0));

/** @param {number} place */
function choose(place) {
  const all = options();
  const chosen = all.at(all.length ? place % all.length : 0);
  for (const option of all) option.setAttribute("aria-selected", String(option === chosen));
  words.setAttribute("aria-activedescendant", chosen?.id ?? "");
  chosen?.scrollIntoView({ block: "nearest" });
}

/** @param {Element | null | undefined} option */
function follow(option) {
  if (!(option instanceof HTMLElement)) return;
  option.closest("dialog")?.close();
  go(option.dataset.to ?? "desk");
}

words.addEventListener("input", find);
words.addEventListener("keydown", (key) => {
  const isChosen = (/** @type {Element} */ option) => option.id === words.getAttribute("aria-activedescendant");
  const step = { ArrowDown: 1, ArrowUp: -1, Enter: 0 }[key.key];
  if (step === undefined) return;
  key.preventDefault();
  if (step) choose(options().findIndex(isChosen) + step);
  else queue.then(() => follow(options().find(isChosen)));
});
byId("found")?.addEventListener("click", (click) => follow(/** @type {Element} */ (click.target).closest("li")));

// The window waits for this last word, so that what was typed is not lost.
window.addEventListener("toadlane-closing", () => (flush(), act("closed")));
// The desktop locks its screen: a desk with a passphrase goes along.
window.addEventListener("toadlane-screen-locked", () => (flush(), act("screen-locked")));
window.addEventListener("popstate", ({ state }) => go(location.hash.replace(/^#\//, "") || "desk", false, state?.y));
window.addEventListener("pagehide", flush);
document.addEventListener("visibilitychange", () => document.hidden && flush());

// When nobody is there the app may lock itself. The clock goes on while the computer sleeps.
let touched = Date.now();
for (const sign of ["keydown", "pointermove", "wheel"]) window.addEventListener(sign, () => (touched = Date.now()), true);
setInterval(() => {
  const seconds = Math.floor((Date.now() - touched) / 1000);
  if (seconds >= 60) (flush(), act("rest", [["seconds", String(seconds)]]));
}, LOOK_EVERY_MS);

go(location.hash.startsWith("#/") ? location.hash.slice(2) : "desk");
