// Before the app opens a notebook: the site's copy goes into the browser's drive, and never over a trainee's work.

import { ask } from "./dialog.js";
import * as drive from "./drive.js";
import { about, carried, decide, fits, placed, retold, touched } from "./notebook.js";
import { say, spoken } from "./words.js";

const ROOT = new URL("../", location.href);

/** Where the site's copies lie, and how their names in the drive begin: a lesson and an exercise share a file's name. */
const KINDS = [["lessons", "lesson-"], ["exercises", ""]];

/** The notebook that the address asks for. */
export const path = (new URLSearchParams(location.search).get("path") || "").replace(/^\/+/, "");

/** In this tab, once somebody else sat down: the exercise, and the name under which what is in the drive is to be kept. */
const ANOTHER = "aimak-another";

/** The name under which what is in the drive now can be kept; empty if it cannot be told. */
export async function nameToKeep() {
  try {
    return keptName(await drive.names(), (await drive.read(path)).last_modified);
  } catch {
    return "";
  }
}

/** Open the exercise empty, for somebody else; what is there is kept under `name`. The work must have stopped. */
export function openForAnother(name) {
  sessionStorage.setItem(ANOTHER, JSON.stringify([path, name]));
  location.reload();
}

/**
 * The name that `openForAnother` left, once: a page that is loaded again is for whoever works there by then.
 * Empty where a window keeps nothing: there even to look is refused.
 */
function keptForFormer() {
  try {
    const [of, name] = JSON.parse(sessionStorage.getItem(ANOTHER) || "[]");
    sessionStorage.removeItem(ANOTHER);
    return of === path ? name : "";
  } catch {
    return "";
  }
}

async function listed() {
  for (const [kind, prefix] of KINDS) {
    if (!path.startsWith(prefix)) continue;
    const folder = `${kind}/${spoken}`;
    const answer = await fetch(new URL(`${folder}/index.json`, ROOT)).catch(() => null);
    const found = answer?.ok ? Object.values(await answer.json()).find((one) => prefix + one.file === path) : null;
    if (found) return { ...found, url: new URL(`${folder}/${found.file}`, ROOT) };
  }
  return null;
}

async function ofSite() {
  const entry = await listed();
  if (!entry) return null;
  const answer = await fetch(entry.url);
  if (!answer.ok) throw new Error(`${entry.url}: ${answer.status}`);
  return { notebook: await answer.json(), sha256: entry.sha256, text: entry.text };
}

/** A name that no file has: `budget (2026-11-25 14.30).ipynb`. */
export function keptName(taken, changed) {
  const when = new Date(changed);
  const two = (number) => String(number).padStart(2, "0");
  const day = [when.getFullYear(), two(when.getMonth() + 1), two(when.getDate())].join("-");
  const start = `${path.replace(/\.ipynb$/, "")} (${day} ${two(when.getHours())}.${two(when.getMinutes())}`;
  let name = `${start}).ipynb`;
  for (let n = 2; taken.includes(name); n += 1) name = `${start}, ${n}).ipynb`;
  return name;
}

async function chosen(mine, site, changed) {
  const name = keptName(await drive.names(), changed);
  const canCarry = fits(mine, site.notebook);
  const buttons = [
    canCarry && { key: "carry", label: say("carry"), note: say("carryNote", { name }) },
    { key: "mine", label: say("mine") },
    { key: "fresh", label: say("fresh"), note: say("freshNote", { name }) },
  ].filter(Boolean);
  const choice = await ask(say("newVersionTitle"), [say("newVersion")], buttons, "mine");
  if (choice === "mine") {
    const aimak = { ...about(mine), declined: site.sha256 };
    return { [path]: { ...mine, metadata: { ...mine.metadata, aimak } } };
  }
  const fresh = placed(site.notebook, site);
  return { [name]: mine, [path]: choice === "carry" ? carried(mine, fresh) : fresh };
}

/**
 * Make the notebook ready for the app. Rejects if it can be had from nowhere.
 * Returns {keeps}: false if this window stores nothing.
 */
export async function prepare() {
  if (!path) return { keeps: true };
  const former = keptForFormer(); // before anything may fail: at a later load somebody's work is there
  if (!(await drive.works())) {
    serve(await ofSite());
    return { keeps: false };
  }
  const there = await drive.read(path);
  const site = await ofSite().catch((error) => {
    if (there) return null; // what is in the drive is enough
    throw error;
  });
  if (!site) {
    if (!there) throw new Error(`no ${path}`);
    return { keeps: true };
  }
  const what = decide(there?.content, site.notebook, site.sha256);
  const forAnother = former && there && touched(there.content);
  try {
    if (forAnother) {
      await drive.write({ [former]: there.content, [path]: placed(site.notebook, site) });
      return { keeps: true };
    }
    if (what === "put") await drive.write({ [path]: placed(site.notebook, site) });
    if (what === "keep" && about(there.content).text !== site.text) {
      await drive.write({ [path]: retold(there.content, site.notebook, site) });
    }
    if (what === "ask") await drive.write(await chosen(there.content, site, there.last_modified));
  } catch (error) {
    // No room for a second copy. What is there stays as it is, and is shown to none but the one whose it is.
    if (there && !forAnother) return { keeps: true };
    serve(site);
    return { keeps: false, full: error.name === "QuotaExceededError" };
  }
  return { keeps: true };
}

/** Without a drive the app asks the site for its files: answer with the exercise, from this page's memory. */
function serve(site) {
  if (!site) return;
  // The app reads these where its settings do not say.
  document.body.dataset.contentsAllJsonFile = "all.json";
  document.body.dataset.enableMemoryStorage = "true";
  for (const what of ["contents", "settings", "workspaces"]) {
    document.body.dataset[`${what}StorageDrivers`] = '["memoryStorageDriver"]';
  }
  const file = new URL(`files/${encodeURIComponent(path)}`, ROOT).href;
  const list = new URL("api/contents/all.json", ROOT).href;
  const content = placed(site.notebook, site);
  const now = new Date(0).toISOString();
  const json = (value) => new Response(JSON.stringify(value), { headers: { "Content-Type": "application/json" } });
  const usual = window.fetch;
  window.fetch = (what, ...more) => {
    const address = new URL(what.url || what, location.href).href.split("?")[0];
    if (address === list) return Promise.resolve(json({ content: [{ ...drive.model(path, content, now), content: null }] }));
    return address === file ? Promise.resolve(json(content)) : usual(what, ...more);
  };
}
