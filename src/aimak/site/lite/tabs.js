// One exercise, one working tab: a second tab asks first, and the first one saves before it stops.

import { ask } from "./dialog.js";
import { NAME } from "./drive.js";
import { say } from "./words.js";

const ANSWER_MS = 500; // how long a tab may take to say that it is there
const SAVE_MS = 10_000; // how long it may take to save

const me = String(crypto.getRandomValues(new Uint32Array(2)));
let channel = null;
let waiting = {};
let leave = null;

const keptOwner = (path, value) => {
  try {
    const key = `aimak-owner ${NAME}${path}`;
    if (value) localStorage.setItem(key, value);
    return localStorage.getItem(key);
  } catch {
    return null; // a window that stores nothing: then no other tab sees its files either
  }
};

const heard = (type, patience) =>
  new Promise((resolve) => {
    waiting[type] = resolve;
    setTimeout(() => resolve(null), patience);
  });

/** Wait until this tab may work on `path`. Resolves with false if the trainee wants to work in the other tab. */
export async function mayWork(path) {
  channel = new BroadcastChannel(`aimak ${NAME}${path}`);
  channel.addEventListener("message", ({ data }) => listen(data));
  const answer = heard("here", ANSWER_MS);
  channel.postMessage({ type: "who", from: me });
  if (await answer) {
    const buttons = [{ key: "there", label: say("goThere") }, { key: "here", label: say("goOnHere") }];
    if ((await ask(say("elsewhereTitle"), [say("elsewhere")], buttons, "there")) === "there") return false;
    const saved = heard("saved", SAVE_MS);
    channel.postMessage({ type: "give", from: me });
    await saved;
  }
  keptOwner(path, me);
  return true;
}

async function listen({ type, from, to }) {
  if (from === me || (to && to !== me)) return;
  if (type === "who" && leave) channel.postMessage({ type: "here", from: me, to: from });
  if (type === "give" && leave) {
    const last = leave;
    leave = null;
    await last();
    channel.postMessage({ type: "saved", from: me, to: from });
  }
  waiting[type]?.(from);
}

/** From now on this tab answers for `path`; `stop` saves and ends its work when another tab takes over. */
export function answerFor(path, stop) {
  leave = stop;
  // A tab that slept while another one took over must not save over that one's work.
  const look = () => {
    const owner = keptOwner(path);
    if (document.visibilityState === "visible" && leave && owner && owner !== me) {
      leave = null;
      stop({ late: true });
    }
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", look);
}
