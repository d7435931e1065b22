// The site's service worker: answers from what is kept on this device, file by file, in one version at a time.
//
// Files are kept once, by their content; a list says which content stands at which address in a version. A page keeps
// the version that it was opened in, also when a newer worker has taken over, so that an update never breaks it.
"use strict";

const VERSION = __VERSION__;
const SCOPE = new URL(self.registration.scope);
const PREFIX = "aimak:" + SCOPE.pathname + ":";
const CONTENT = PREFIX + "content";
const STATE = PREFIX + "state";
const AT_ONCE = 4;
const PLAIN = { headers: { "Content-Type": "text/plain; charset=utf-8" } };

// ---- what is remembered between two starts of the worker

async function recall(name, otherwise) {
  const found = await (await caches.open(STATE)).match(new URL("state/" + name, SCOPE));
  return found ? found.json() : otherwise;
}

async function remember(name, value) {
  await (await caches.open(STATE)).put(new URL("state/" + name, SCOPE), new Response(JSON.stringify(value)));
}

let pages = null; // id of a page or worker -> the older version that it keeps

async function versionOf(id) {
  pages = pages || (await recall("pages", {}));
  return pages[id] || VERSION;
}

const lists = {}; // version -> promise of its list: {files: {address: [digest, bytes, set]}}

function listOf(version) {
  lists[version] = lists[version] || recall("list/" + version, { files: {} });
  return lists[version];
}

async function fetchList() {
  const got = await fetch(new URL("files-" + VERSION + ".json", SCOPE));
  if (!got.ok) { throw new Error("the list of files is missing"); }
  lists[VERSION] = Promise.resolve(await got.json());
  await remember("list/" + VERSION, await lists[VERSION]);
}

// ---- install and update

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    await fetchList();
    // A browser may ask the server while the worker starts, and throw the answer away: not here.
    if (event.addRoutes) {
      await event.addRoutes({ condition: { requestMode: "navigate" }, source: "fetch-event" }).catch(() => undefined);
    }
    // The first worker starts at once. A later one fetches what is new of that which is kept, and then waits until the
    // reader agrees or every page is closed.
    if (!self.registration.active) { return self.skipWaiting(); }
    const trouble = await fetchMissing(await setsKept(), null);
    if (trouble && trouble !== "full") { throw new Error(trouble); } // the browser tries again
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const before = await recall("current", VERSION);
    if (before !== VERSION) {
      pages = await recall("pages", {});
      for (const one of await everybody()) { pages[one] = pages[one] || before; }
      await remember("pages", pages);
    }
    await remember("current", VERSION);
    await tidy();
    await self.clients.claim();
  })());
});

// The sets that pages have asked for; the large ones if the version before has them whole, or nearly so.
async function setsKept() {
  const before = await listOf(await recall("current", VERSION));
  const sets = report(await thereNow(), "", before).sets;
  const whole = (name) => sets[name] && sets[name].kept > 0.9 * sets[name].all;
  return (await recall("asked", ["pages"])).filter((name) => !name.startsWith("exercise") || whole(name));
}

async function everybody() {
  const found = await self.clients.matchAll({ includeUncontrolled: true, type: "all" });
  return found.map((one) => one.id);
}

// Forget versions that no open page uses, and contents that no version uses.
async function tidy() {
  const here = new Set(await everybody());
  pages = Object.fromEntries(Object.entries(await recall("pages", {})).filter(([id]) => here.has(id)));
  await remember("pages", pages);
  const used = new Set([VERSION, ...Object.values(pages)]);
  const state = await caches.open(STATE);
  const contents = new Set();
  for (const request of await state.keys()) {
    const version = request.url.split("/state/list/")[1];
    if (!version) { continue; }
    if (used.has(version)) {
      const list = await (await state.match(request)).json();
      for (const [digest] of Object.values(list.files)) { contents.add(digest); }
    } else { await state.delete(request); }
  }
  const kept = await caches.open(CONTENT);
  for (const request of await kept.keys()) {
    if (!contents.has(request.url.split("/content/")[1])) { await kept.delete(request); }
  }
}

// ---- answers

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (url.origin !== SCOPE.origin) { return; }
  if (url.pathname === "/api/service-worker-heartbeat") {
    event.respondWith(new Response("ok"));
  } else if (request.method === "POST" && /\/api\/(drive|stdin\/)/.test(url.pathname)) {
    event.respondWith(ask(request, url));
  } else if (request.method === "GET" && url.pathname.startsWith(SCOPE.pathname)) {
    event.respondWith(answer(event, nameOf(url)));
  }
});

function nameOf(url) {
  const name = decodeURIComponent(url.pathname.slice(SCOPE.pathname.length));
  return name === "" || name.endsWith("/") ? name + "index.html" : name;
}

async function answer(event, name) {
  const request = event.request;
  const version = request.mode === "navigate" ? VERSION : await versionOf(event.clientId);
  if (version !== VERSION && event.resultingClientId && request.mode !== "navigate") {
    pages[event.resultingClientId] = version; // a worker that an older page starts is as old as the page
    event.waitUntil(remember("pages", pages));
  }
  const entry = (await listOf(version)).files[name];
  if (!entry) { return fromServer(request); }
  const kept = await caches.open(CONTENT);
  const found = await kept.match(keyOf(entry[0]));
  if (found) { return found; }
  const got = await fromServer(request);
  if (got.ok && !got.redirected) { event.waitUntil(keep(entry, got.clone()).catch(() => undefined)); }
  return got;
}

async function fromServer(request) {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== "navigate") { throw error; }
    return new Response("No internet, and this page is not stored on this device. Open it once with internet.\n" +
      "Нет интернета, и эта страница не сохранена на этом устройстве. Откройте её один раз с интернетом.\n" +
      "Интернет жок, бул барак ушул түзмөктө сакталган эмес. Аны бир жолу интернет менен ачыңыз.\n",
      { ...PLAIN, status: 503 });
  }
}

function keyOf(digest) { return new URL("content/" + digest, SCOPE).href; }

// Keep a content, if it is the one that the list names. Returns whether it is.
async function keep(entry, response) {
  const copy = response.clone();
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  const digest = Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, entry[0].length);
  if (digest !== entry[0]) { return false; }
  await (await caches.open(CONTENT)).put(keyOf(digest), copy);
  return true;
}

// ---- JupyterLite's kernel reaches the page's files through the worker: a question goes out, the page answers.

const channel = new BroadcastChannel("/sw-api.v1");

async function ask(request, url) {
  const question = await request.json();
  const mark = question.requestId || crypto.randomUUID();
  return new Promise((resolve) => {
    const hear = (event) => {
      const said = event.data;
      const same = said.requestId === mark || (said.requestId === undefined && url.pathname.includes("/api/stdin/"));
      if (said.browsingContextId !== question.browsingContextId || !same || !("response" in said)) { return; }
      channel.removeEventListener("message", hear);
      resolve(new Response(JSON.stringify(said.response)));
    };
    channel.addEventListener("message", hear);
    channel.postMessage({ ...question, requestId: mark, pathname: url.pathname });
  });
}

// ---- what pages ask for: keep a set of files, say how much is kept, take over

self.addEventListener("message", (event) => {
  const asked = event.data || {};
  if (asked.aimak === "take over") { self.skipWaiting(); }
  if (asked.aimak === "keep") { event.waitUntil(keepSets(asked.sets, event.source)); }
});

async function thereNow() {
  const kept = await caches.open(CONTENT);
  return new Set((await kept.keys()).map((one) => one.url.split("/content/")[1]));
}

let keeping = null;

async function keepSets(sets, page) {
  await remember("asked", [...new Set([...(await recall("asked", [])), ...sets])]);
  while (keeping) { await keeping; } // two pages ask, one worker fetches
  keeping = fetchMissing(sets, page);
  try { await keeping; } finally { keeping = null; }
}

async function fetchMissing(sets, page) {
  const there = await thereNow();
  const list = await listOf(VERSION);
  const missing = Object.entries(list.files).filter(([, entry]) => sets.includes(entry[2]) && !there.has(entry[0]));
  let trouble = "";
  const one = async () => {
    for (let next = missing.shift(); next && !trouble; next = missing.shift()) {
      const [name, entry] = next;
      try {
        const got = await fetch(new URL(name.split("/").map(encodeURIComponent).join("/"), SCOPE), { cache: "no-cache" });
        if (!got.ok) { trouble = "missing"; continue; }
        if (!(await keep(entry, got))) { trouble = "changed"; continue; } // the server has a newer version already
        there.add(entry[0]);
      } catch (error) { trouble = error.name === "QuotaExceededError" ? "full" : "broken off"; }
      if (page && there.size % 20 === 0) { page.postMessage(report(there, "", list)); }
    }
  };
  if (page) { page.postMessage(report(there, "", list)); }
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  if (page) { page.postMessage(report(there, trouble || "done", list)); }
  if (trouble === "changed" && page) { await self.registration.update().catch(() => undefined); }
  return trouble;
}

// Bytes kept and bytes in all, by set.
function report(there, state, list) {
  const sets = {};
  for (const [digest, size, set] of Object.values(list.files)) {
    sets[set] = sets[set] || { kept: 0, all: 0 };
    sets[set].all += size;
    if (there.has(digest)) { sets[set].kept += size; }
  }
  return { aimak: "kept", state, sets };
}
