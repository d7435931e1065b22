// Runs in JupyterLite's notebook app, before it starts and while it works. The page waits for this module (it has an
// `await` of its own) and only then loads the app: so the notebook is in the drive when the app opens it.

import { showBar } from "./bar.js";
import { ask } from "./dialog.js";
import { handIn, saveForms, typed } from "./handin.js";
import { keepKeys } from "./keys.js";
import { watch } from "./kernel.js";
import { showLanguages, speakToApp } from "./languages.js";
import { nameEverything } from "./names.js";
import { about, missing, titleOf } from "./notebook.js";
import { nameToKeep, openForAnother, path, prepare } from "./opening.js";
import { OPENED, SAVED, note } from "./progress.js";
import { answerFor, mayWork } from "./tabs.js";
import { say, spoken } from "./words.js";
import { Work } from "./work.js";

const START_MS = 240_000; // the slowest phone has a kernel by then
const SILENT_MS = 15_000; // how long nothing may follow an error while the kernel starts
const OF_KERNEL = /python|pyodide|wasm|program terminated/i;
const APP_MS = 120_000; // an app that is not there by then will not come

document.documentElement.lang = spoken;
const bar = showBar();
bar.tell("starting");
let opened = null; // the work, once there is one
showLanguages(async () => opened?.save().catch(() => {}));
speakToApp();

const clock = () => new Intl.DateTimeFormat(spoken, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date());
const forever = new Promise(() => {});

async function before() {
  if (path && !(await mayWork(path))) {
    bar.warn("stopped");
    await forever; // the app is not started in this tab
  }
  try {
    return await prepare();
  } catch (error) {
    console.error("aimak:", error);
    bar.warn("noExercise");
    return forever;
  }
}

async function started() {
  const end = Date.now() + APP_MS;
  while (!window.jupyterapp) {
    if (Date.now() > end) throw new Error("no app");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return window.jupyterapp;
}

async function after({ keeps, full }) {
  if (!path) return;
  let lost = !keeps;
  let work = null;
  let atRest = false; // while the exercise starts, that it saves as well would only confuse
  const trouble = full ? "full" : "keepsNothing";
  if (!keeps) bar.warn(trouble);
  const told = {
    saving: () => atRest && bar.tell("saving"),
    saved: () => {
      if (keeps) {
        lost = false;
        bar.calm("full");
        if (work && Object.keys(work.known).length) {
          keepForGood();
          note(about(work.notebook()), SAVED);
        }
      }
      if (atRest) bar.tell("saved", { time: clock() });
    },
    failed: (error) => {
      console.warn("aimak:", error);
      lost = true;
      bar.warn("full");
    },
  };
  const app = await started();
  app.restored.then(() => app.shell.menu?.hide()); // every menu is switched off: the languages stand there
  work = opened = await Work.open(app, path, told);
  keepTitle(titleOf(work.model.toJSON()));
  const kind = about(work.model.toJSON()).kind; // "form" or "analyst"; a lesson has none, and nothing to hand in
  addEventListener("beforeunload", (event) => {
    const unsaved = (lost && Object.keys(work.known).length) || work.saving || typed();
    if (unsaved && !work.stopped) event.preventDefault();
  });
  answerFor(path, (how) => moved(work, how));
  note(about(work.model.toJSON()), OPENED);
  bar.button.hidden = !kind;
  bar.button.disabled = false;
  bar.button.addEventListener("click", () => handIn(work, path, keeps));
  if (keeps && Object.keys(work.known).length) bar.offer("notYou", (event) => askWhose(work, event.target));
  bar.tell("running");
  const begun = noticeFailure();
  const kernel = watch();
  try {
    const started = work.start(kind === "form"); // code may import what is not on the site, so it runs when asked to
    await Promise.race([started, kernel.trouble]);
    begun();
    atRest = true;
    bar.tell({ form: "ready", analyst: "readyCode" }[kind] || "readyLesson");
  } catch (error) {
    console.error("aimak:", error);
    bar.warn("noKernel");
  } finally {
    kernel.stop();
  }
}

// On a computer that several people use, the answers of whoever sat there before are on the page.
async function askWhose(work, button) {
  const name = await nameToKeep();
  const trainee = missing(work.notebook()).code;
  const buttons = [
    { key: "mine", label: say("mineToo") },
    name && { key: "another", label: say("another"), note: say("anotherNote", { name }) },
  ].filter(Boolean);
  const lines = [trainee && say("whose", { trainee }), typed() && say("unsavedTitle")];
  const choice = await ask(say("whoseTitle"), lines, buttons, "back");
  if (choice === "mine") button.remove();
  if (choice !== "another") return;
  await work.stop();
  openForAnother(name);
}

// The app puts its own name there, and does so again when the file changes.
function keepTitle(title) {
  const put = () => {
    if (title && document.title !== title) document.title = title;
  };
  put();
  new MutationObserver(put).observe(document.head, { childList: true, subtree: true, characterData: true });
}

// Ask the browser not to clear this site when it makes room. Chromium decides by itself; Firefox would ask the trainee.
let asked = false;
function keepForGood() {
  if (asked || !navigator.userAgentData) return;
  asked = true;
  navigator.storage?.persist?.().catch(() => {});
}

// A kernel that lacks a file never answers; all that comes is an error that nobody caught. Say so when nothing follows
// it for a while; a slow device that starts after all takes the words back.
function noticeFailure() {
  let timer = setTimeout(() => bar.warn("noKernel"), START_MS);
  const soon = (event) => {
    const said = String(event.reason?.message ?? event.reason ?? event.message);
    if (!OF_KERNEL.test(said)) return; // the app has rejections of its own that mean nothing
    clearTimeout(timer);
    timer = setTimeout(() => bar.warn("noKernel"), SILENT_MS);
  };
  addEventListener("unhandledrejection", soon);
  addEventListener("error", soon);
  return () => {
    clearTimeout(timer);
    removeEventListener("unhandledrejection", soon);
    removeEventListener("error", soon);
    bar.calm("noKernel");
  };
}

async function moved(work, how) {
  if (!how?.late) await saveForms();
  await work.stop(how);
  bar.button.disabled = true;
  bar.warn("stopped");
  void ask(say("movedTitle"), [say("moved")], [{ key: "close", label: say("close") }], "close");
}

keepKeys();
nameEverything();
const ready = await before();
after(ready).catch((error) => {
  console.error("aimak:", error);
  bar.warn("noApp");
});
