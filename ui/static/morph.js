// @ts-check
// Puts what came from the app on the page, and leaves alone what is as it was: focus, caret and scroll stay.
// It knows neither what a screen means nor what a person does.

/** The page's only way to make elements from text: one policy, where the window knows policies. */
const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("toadlane", {
  createHTML: (/** @type {string} */ html) => html,
});

/** What of the page stays as it is, by the places where the app's answer names it. @type {WeakMap<Node, Element>} */
const kept = new WeakMap();

/** What came, with what stays in its places. @param {Node} fresh */
function filled(fresh) {
  if (fresh instanceof Element) for (const place of fresh.querySelectorAll("template")) place.replaceWith(kept.get(place) ?? "");
  return kept.get(fresh) ?? fresh;
}

/** @param {string} html */
export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = policy ? policy.createHTML(html) : html;
  for (const place of template.content.querySelectorAll("template")) {
    const stays = document.getElementById(place.id);
    if (!stays) throw new Error("What should stay is not there: " + place.id);
    kept.set(place, stays);
  }
  return template.content;
}

/** Makes `old` like `fresh` while keeping every element that is the same: focus, caret and scroll stay.
 * An element that stays is never moved, for moving it would take the focus away: what stands before it goes.
 * @param {Element} old @param {ParentNode & Node} fresh */
export function morph(old, fresh) {
  const staying = new Set([...fresh.children].map((child) => child.id));
  /** @type {Map<string, Element>} */
  const known = new Map();
  for (const child of [...old.children]) {
    if (child.id && !staying.has(child.id)) child.remove();
    else if (child.id) known.set(child.id, child);
  }
  // Two texts would be left where an element went, and no text of what came would find its own.
  old.normalize();
  let next = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const id = idOf(wanted);
    const found = id ? known.get(id) : idOf(next) ? null : next;
    if (!found || (found.nodeName !== wanted.nodeName && !kept.has(wanted))) {
      old.insertBefore(filled(wanted), next);
      continue;
    }
    while (next && next !== found) {
      const passed = next;
      next = next.nextSibling;
      if (idOf(passed)) found.after(passed);
      else passed.remove();
    }
    next = found.nextSibling;
    if (kept.has(wanted)) continue;
    if (found instanceof Element && wanted instanceof Element) same(found, wanted);
    else if (found.nodeValue !== wanted.nodeValue) found.nodeValue = wanted.nodeValue;
  }
  while (next?.nextSibling) next.nextSibling.remove();
  next?.remove();
}

/** @param {Node | null} node */
const idOf = (node) => (node instanceof Element ? node.id : "");

/** @param {Element} old @param {Element} fresh */
function same(old, fresh) {
  // The web view finds out by itself what is as it was, much sooner than going through it here does.
  if (old.isEqualNode(fresh)) return;
  const open = old instanceof HTMLDetailsElement && old.open;
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (open) old.setAttribute("open", "");
  morph(old, fresh);
}
