// A kernel that cannot get one of its files says nothing, and the page would wait for ever: so the files are looked at.

import { spoken } from "./words.js";

const FOLDER = new URL("../static/pyodide/", location.href);
const CORE = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"];
// One file of texts a language: the others' are not fetched, and not kept.
const ofOthers = (name) => ![undefined, spoken].includes(/^aimak_texts_(\w+?)-/.exec(name)?.[1]);
const FIRST_MS = 8_000; // a kernel that starts as it should is mostly there by then
const AGAIN_MS = 20_000;

async function there(name) {
  // What was fetched before is taken from what the browser keeps; of the rest only the answer's head is read.
  const answer = await fetch(new URL(name, FOLDER), { cache: "force-cache" });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

async function look() {
  for (const name of CORE) await (await there(name)).body?.cancel();
  const lock = await (await there("pyodide-lock.json")).json();
  for (const { file_name: name } of Object.values(lock.packages)) {
    // A file of another site is only asked for by the cell that needs it.
    if (!/^https?:/.test(name) && !ofOthers(name)) await (await there(name)).body?.cancel();
  }
}

/** Watch a kernel that starts: `trouble` rejects if a file of it cannot be had; call `stop` when it runs. */
export function watch() {
  let timer;
  let stopped = false;
  const trouble = new Promise((_resolve, reject) => {
    const next = (ms) => {
      if (!stopped) timer = setTimeout(() => look().then(() => next(AGAIN_MS), reject), ms);
    };
    next(FIRST_MS);
  });
  trouble.catch(() => {});
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
  };
  return { trouble, stop };
}
