// Names and announcements that the app's own parts lack, for those who work by keyboard or screen reader.

import { say } from "./words.js";

const text = (node) => node?.textContent.trim() || "";

function nameSliders(root) {
  for (const handle of root.querySelectorAll(".noUi-handle:not([aria-label])")) {
    const slider = handle.closest(".widget-slider, .jupyter-widget-slider");
    const own = text(slider?.querySelector(".widget-label"));
    const line = handle.closest(".aimak-line");
    const name = own || text(line?.querySelector(".widget-label"));
    if (name) handle.setAttribute("aria-label", name);
  }
}

// A region is announced if it was there, as one, before its text changed.
function announceResults(root) {
  for (const result of root.querySelectorAll(".aimak-result .widget-html-content:not([role])")) result.setAttribute("role", "status");
}

// The app calls the list of cells a feed, whose parts must be articles; and its skip link comes first in the page anyway.
function mendRoles(root) {
  for (const cell of root.querySelectorAll("[role=feed] > .jp-Cell:not([role])")) cell.setAttribute("role", "article");
  for (const link of root.querySelectorAll(".skip-link[tabindex='1']")) Object.assign(link, { tabIndex: 0, textContent: say("skip") });
}

// Names that the app has in English only, whatever its language.
const ENGLISH = { "main area toolbar": "buttons", "main area content": "exercise", "Markdown Cell Content": "text" };

function nameParts(root) {
  for (const [name, key] of Object.entries(ENGLISH)) {
    for (const part of root.querySelectorAll(`[aria-label="${name}"]`)) part.setAttribute("aria-label", say(key));
  }
}

function nameEditors(root) {
  for (const box of root.querySelectorAll(".cm-content[role=textbox]:not([aria-label])")) box.setAttribute("aria-label", say("code"));
}

/** Name what is on the page now and whatever comes. */
export function nameEverything() {
  let waiting = false;
  const name = () => {
    waiting = false;
    nameSliders(document);
    announceResults(document);
    mendRoles(document);
    nameParts(document);
    nameEditors(document);
  };
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(name);
  }).observe(document.body, { childList: true, subtree: true });
  name();
}
