// The browser's drive: the place where JupyterLite's contents live (IndexedDB, through localforage). It is read and
// written here only before the app is started.

/** JupyterLite's own name for it: the same in every build, another one for every site on a host. */
export const NAME = `JupyterLite Storage - ${new URL("../", location.href).pathname}`;
const STORE = "files";

const told = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error || new Error("blocked"));
  });

async function open(version) {
  const request = indexedDB.open(NAME, version);
  request.onupgradeneeded = () => {
    if (!request.result.objectStoreNames.contains(STORE)) request.result.createObjectStore(STORE);
  };
  const database = await told(request);
  if (database.objectStoreNames.contains(STORE)) return database;
  database.close(); // made by a part of the app that keeps settings under the same name
  return open(database.version + 1);
}

async function inStore(mode, act) {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = transaction.onerror = () => reject(transaction.error || new Error("aborted"));
    });
    const [answer] = await Promise.all([told(act(transaction.objectStore(STORE))), done]);
    return answer;
  } finally {
    database.close(); // an open connection would keep the app from adding its own stores
  }
}

/** True if this window keeps files at all: a browser that stores nothing has no drive. */
export async function works() {
  try {
    await inStore("readonly", (store) => store.count());
    return true;
  } catch {
    return false;
  }
}

/** What the drive holds under a name, as {content, last_modified, …}; undefined if nothing. */
export const read = (path) => inStore("readonly", (store) => store.get(path));

/** The names of all files. */
export const names = async () => (await inStore("readonly", (store) => store.getAllKeys())).map(String);

/** Put files into the drive, all of them or none: {path: notebook}. Rejects with a QuotaExceededError when it is full. */
export async function write(notebooks) {
  const now = new Date().toISOString();
  await inStore("readwrite", (store) => {
    let last;
    for (const [path, content] of Object.entries(notebooks)) last = store.put(model(path, content, now), path);
    return last;
  });
}

/** A file as JupyterLite's contents describe it. */
export function model(path, content, now) {
  return {
    name: path.split("/").pop(), path, type: "notebook", format: "json", mimetype: "application/json",
    content, size: new Blob([JSON.stringify(content)]).size, created: now, last_modified: now, writable: true,
  };
}
