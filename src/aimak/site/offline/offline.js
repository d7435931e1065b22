// In every page: starts the site's service worker, offers an update, and says what is stored for use without internet.
(function () {
  "use strict";
  var TEXTS = __TEXTS__;
  var root = new URL("./", document.currentScript.src);
  var exercise = location.href.indexOf(new URL("lite/", root).href) === 0;
  var asked = new URLSearchParams(location.search).get("lang") || document.documentElement.lang;
  var language = TEXTS[asked] ? asked : "en";
  var say = TEXTS[language];
  var aimak = window.aimak = window.aimak || {};
  aimak.offlineReady = Promise.resolve(false);
  // An exercise waits for this before it starts: its kernel reaches the notebook's file through the worker. JupyterLite
  // removes every worker that it does not know in its own version: ours is made known.
  aimak.start = function (version) {
    try { localStorage.setItem(new URL("sw.js", root).href + "-version", version); } catch (_private) { /* no storage */ }
    return aimak.offlineReady;
  };
  if (!("serviceWorker" in navigator)) { return; } // plain http on a local network

  var workers = navigator.serviceWorker;
  aimak.offlineReady = workers.register(new URL("sw.js", root).href, { updateViaCache: "all" }).then(function (registration) {
    if (registration.waiting && workers.controller) { offer(registration); }
    registration.addEventListener("updatefound", function () {
      var worker = registration.installing;
      worker.addEventListener("statechange", function () {
        if (worker.state === "installed" && workers.controller) { offer(registration); }
      });
    });
    return workers.controller ? true : new Promise(function (resolve) {
      workers.addEventListener("controllerchange", function () { resolve(true); }, { once: true });
      setTimeout(function () { resolve(Boolean(workers.controller)); }, 10000);
    });
  }).catch(function () { return false; });

  // ---- an update is offered, not forced
  var wanted = false;
  function offer(registration) {
    whenReady(function () {
      if (document.querySelector(".aimak-update")) { return; }
      style();
      var bar = document.createElement("div");
      bar.className = "aimak-update";
      bar.setAttribute("role", "status");
      bar.append(say.new + " ", button(say.use, function () {
        wanted = true;
        registration.waiting.postMessage({ aimak: "take over" });
      }), button(say.later, function () { bar.remove(); }));
      document.body.append(bar);
    });
  }
  workers.addEventListener("controllerchange", function () {
    if (!wanted) { return; }
    // An exercise may want to save first; it sets this.
    Promise.resolve(aimak.beforeUpdate && aimak.beforeUpdate()).finally(function () { location.reload(); });
  });

  function button(text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  // ---- what is stored
  var KEEP = "aimak:" + root.pathname + ":exercises";
  function wants() { try { return localStorage.getItem(KEEP) === "yes"; } catch (_private) { return false; } }
  // Each kind has files for everybody and files of a language; a reader keeps those of the language that they read.
  function setsOf(kind) { return [kind, kind + "-" + language]; }
  function ask() {
    var sets = setsOf("pages").concat(exercise || wants() ? setsOf("exercise") : []);
    workers.ready.then(function (registration) { registration.active.postMessage({ aimak: "keep", sets: sets }); });
  }
  function store() {
    try { localStorage.setItem(KEEP, "yes"); } catch (_private) { /* asked again next time */ }
    ask();
  }
  workers.addEventListener("message", function (event) {
    var said = event.data || {};
    if (said.aimak !== "kept" || exercise) { return; }
    whenReady(function () { show(said); });
  });

  function megabytes(bytes) { return (bytes / 1e6).toFixed(1).replace(".", language === "en" ? "." : ","); }

  function sum(said, kind) {
    return setsOf(kind).reduce(function (whole, name) {
      var set = said.sets[name] || { kept: 0, all: 0 };
      return { kept: whole.kept + set.kept, all: whole.all + set.all };
    }, { kept: 0, all: 0 });
  }

  function show(said) {
    var line = document.querySelector(".aimak-stored");
    if (!line) {
      style();
      line = document.createElement("p");
      line.className = "aimak-stored";
      // Below the links to the next page, which stand in a row of their own.
      var foot = document.querySelector("footer.bd-footer-content") || document.querySelector("footer:not(.prev-next-footer)");
      (foot || document.body).append(line);
    }
    var pages = sum(said, "pages"), more = sum(said, "exercise");
    // A notebook stands among the downloads and in the app; so a few contents count in both sets.
    var both = wants() || more.kept > 0.5 * more.all;
    var kept = pages.kept + (both ? more.kept : 0);
    var all = pages.all + (both ? more.all : 0);
    line.textContent = said.state === "full" ? say.full
      : (kept < all ? say.part.replace("{done}", megabytes(kept)) : say.stored)
        .replace("{size}", megabytes(kept < all ? all : kept));
    if (more.kept < more.all && !wants()) {
      line.append(" ", button(say.more.replace("{size}", megabytes(more.all - more.kept)), store));
    }
  }

  function style() {
    if (document.querySelector("style.aimak-offline")) { return; }
    var sheet = document.createElement("style");
    sheet.className = "aimak-offline";
    sheet.textContent = ".aimak-update{position:fixed;left:0;right:0;bottom:0;z-index:2000;padding:.5rem 1rem;" +
      "background:#063a55;color:#fff;font:16px/1.4 sans-serif}" +
      ".aimak-update button,.aimak-stored button{min-height:44px;min-width:44px;margin:.25rem .5rem;padding:0 1rem;" +
      "border:1px solid currentColor;border-radius:6px;background:#fff;color:#063a55;font:inherit}" +
      ".aimak-stored{font-size:.9rem;padding:0 1rem;color:#46545f}@media print{.aimak-update,.aimak-stored{display:none}}";
    document.head.append(sheet);
  }

  function whenReady(act) {
    if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", act); } else { act(); }
  }

  // Storing starts when the page is quiet; an exercise has its own files to fetch first.
  window.addEventListener("load", function () {
    aimak.offlineReady.then(function (ready) { if (ready) { setTimeout(ask, exercise ? 15000 : 500); } });
  });
})();
