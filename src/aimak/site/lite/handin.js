// Hand in: save, give one file, and say what to do next.

import { ask } from "./dialog.js";
import * as drive from "./drive.js";
import { about, fileName, forms, missing } from "./notebook.js";
import { HANDED_IN, note } from "./progress.js";
import { nameToKeep, openForAnother } from "./opening.js";
import { say } from "./words.js";

const SAVED_MS = 8_000; // how long a form may take to save when this page presses its button

const unsavedForms = () => [...document.querySelectorAll(".aimak-form.aimak-unsaved")];

/** True if something was typed and not saved. */
export const typed = () => unsavedForms().length > 0;

function titleOf(form, notebook) {
  const place = [...document.querySelectorAll(".aimak-form")].indexOf(form);
  return forms(notebook)[place]?.title || say("who");
}

/** Press “Save and check” in every form that was changed since. */
export async function saveForms() {
  for (const form of unsavedForms()) form.querySelector(".aimak-save")?.click();
  const end = Date.now() + SAVED_MS;
  while (typed() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
}

function download(file) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: file.name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The file as this browser can share it; null if it shares no files. Chromium refuses to share unknown kinds, and says so
 *  only after the trainee has chosen WhatsApp; a text it takes. Collecting reads what is inside, not the name. */
export function shareable(file, name) {
  if (!navigator.canShare) return null;
  const plain = new File([file], `${name}.txt`, { type: "text/plain" });
  const same = new File([file], name, { type: "application/x-ipynb+json" });
  const order = navigator.userAgentData ? [plain] : [same, plain];
  return order.find((one) => navigator.canShare({ files: [one] })) || null;
}

async function earlierCopies(path) {
  const start = `${path.replace(/( \(\d{4}-.*)?\.ipynb$/, "")} (`;
  const names = await drive.names().catch(() => []);
  const others = names.filter((name) => name.startsWith(start) && name !== path);
  if (!others.length) return null;
  const box = Object.assign(document.createElement("div"), { className: "aimak-earlier" });
  box.append(Object.assign(document.createElement("p"), { textContent: say("earlier") }));
  for (const name of others) {
    const to = new URL(location.href);
    to.searchParams.set("path", name);
    box.append(Object.assign(document.createElement("a"), { href: to.href, textContent: name }));
  }
  return box;
}

function toldOf(open) {
  const lines = [];
  const named = (title) => title || say("who"); // the first form may stand below no heading but the title
  if (!open.code) lines.push(say("noCode", { task: named(open.who) }));
  const tasks = [...open.none.map(named), ...open.partly.map((title) => say("partly", { task: named(title) }))];
  if (tasks.length) lines.push(say("unanswered", { count: tasks.length }), tasks);
  else if (open.code) lines.push(say("complete"));
  return lines;
}

/** What the button does. `work` is the open notebook, `path` its name in the drive; `keeps` is false if there is none. */
export async function handIn(work, path, keeps) {
  const waiting = unsavedForms().map((form) => titleOf(form, work.notebook()));
  if (waiting.length) {
    const buttons = ["saveAll", "handInAnyway", "back"].map((key) => ({ key, label: say(key) }));
    const choice = await ask(say("unsavedTitle"), [say("unsaved"), waiting], buttons, "back");
    if (choice === "back") return;
    if (choice === "saveAll") await saveForms();
  }
  await work.save();
  const notebook = work.notebook();
  const name = fileName(notebook, new Date());
  const file = new File([JSON.stringify(notebook, null, 1)], name, { type: "application/x-ipynb+json" });
  download(file);
  note(about(notebook), HANDED_IN);
  const kept = keeps && (await nameToKeep());
  if ((await handedIn(file, notebook, path, kept)) !== "another") return;
  await work.stop();
  openForAnother(kept);
}

/** Tell what became of the hand-in, and which button ended that. `kept`: where the answers stay if somebody else comes. */
async function handedIn(file, notebook, path, kept) {
  const name = file.name;
  const shared = shareable(file, name);
  const said = Object.assign(document.createElement("p"), { className: "aimak-said" });
  said.setAttribute("role", "status");
  const share = async () => {
    try {
      await navigator.share({ files: [shared], title: name });
      said.textContent = "";
    } catch (error) {
      if (error.name !== "AbortError") said.textContent = say("shareFailed"); // AbortError: the trainee changed his mind
    }
  };
  const lines = [say("handedIn", { name }), ...toldOf(missing(notebook)), say("next"), say("again"), await earlierCopies(path), said];
  const buttons = [
    shared && { key: "share", label: say("share"), act: share, note: shared.name === name ? "" : say("sharedAs", { name: shared.name }) },
    { key: "download", label: say("download"), act: () => download(file) },
    { key: "close", label: say("close") },
    kept && { key: "another", label: say("nextPerson"), note: say("anotherNote", { name: kept }) },
  ].filter(Boolean);
  return ask(say("handedInTitle"), lines, buttons, "close");
}
