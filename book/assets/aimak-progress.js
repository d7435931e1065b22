// Progress through the course, kept on this device: which chapters were read to their end, whose questions were answered,
// which lessons and exercises were opened, saved, handed in (the exercise app writes these, see site/lite/progress.js).
// The words come from the page. Without this script, or where nothing can be stored, the page is whole without marks.
(function () {
  "use strict";
  var root = new URL("../../", document.currentScript.src).pathname;
  var KEY = "aimak:" + root + ":progress";
  var told = document.getElementById("aimak-progress-texts");
  var texts = told ? JSON.parse(told.textContent) : null;
  var PARTS = ["chapter", "quiz", "lesson", "exercise"];
  var HANDED_IN = 3; // an exercise is 1 opened, 2 saved, 3 handed in
  var SIGNS = { done: "✔", begun: "◐", open: "○" };
  if (!texts) { return; }

  function read() {
    try {
      var kept = JSON.parse(localStorage.getItem(KEY) || "{}");
      return { last: String(kept.last || ""), units: kept.units && typeof kept.units === "object" ? kept.units : {} };
    } catch (_privateOrSpoilt) { return { last: "", units: {} }; }
  }

  function write(kept) {
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch (_private) { /* nothing is kept, nothing is shown */ }
  }

  function note(unit, part) {
    var kept = read();
    kept.units[unit] = Object.assign({}, kept.units[unit]);
    kept.units[unit][part] = 1;
    kept.last = unit;
    write(kept);
    show();
  }

  function stateOf(unit, part) {
    var level = (read().units[unit] || {})[part] || 0;
    if (part === "exercise" && level > 0 && level < HANDED_IN) { return "begun"; }
    return level ? "done" : "open";
  }

  function stateOfUnit(unit) {
    var states = PARTS.map(function (part) { return stateOf(unit, part); });
    if (states.every(function (one) { return one === "done"; })) { return "done"; }
    return states.every(function (one) { return one === "open"; }) ? "open" : "begun";
  }

  function make(name, look, text) {
    var made = document.createElement(name);
    if (look) { made.className = look; }
    if (text) { made.textContent = text; }
    return made;
  }

  function sign(state, name) {
    var made = make("span", "aimak-sign", SIGNS[state]);
    made.setAttribute("role", "img");
    made.setAttribute("aria-label", name);
    return made;
  }

  // ---- what this page is, and what is done on it
  var here = location.pathname.match(/\/(book\/chapters|notebooks)\/(\w+)\.html$/);

  function watchChapter(unit) {
    var end = document.querySelector(".aimak-actions");
    if (!end) { return; }
    var watch = new IntersectionObserver(function (seen) {
      if (seen.some(function (one) { return one.isIntersecting; })) { watch.disconnect(); note(unit, "chapter"); }
    });
    watch.observe(end);
    document.addEventListener("aimak-quiz-answered", function () { note(unit, "quiz"); });
  }

  // ---- what is shown
  function unitOf(link) { return (link.pathname.match(/\/book\/chapters\/(\w+)\.html$/) || [])[1]; }

  function unitLinks(place) {
    return Array.from(document.querySelectorAll(place + " a")).filter(unitOf);
  }

  function markSidebar() {
    unitLinks(".bd-sidebar-primary").forEach(function (link) {
      var state = stateOfUnit(unitOf(link));
      var old = link.querySelector(".aimak-sign");
      if (old) { old.remove(); }
      if (state !== "open") { link.append(sign(state, texts[state])); }
    });
  }

  function markCards(cards, anything) {
    cards.forEach(function (link) {
      var card = link.closest("li"), unit = unitOf(link);
      var old = card.querySelector(".aimak-parts");
      if (old) { old.remove(); }
      card.classList.toggle("aimak-unit-done", stateOfUnit(unit) === "done");
      if (!anything) { return; }
      var list = make("ul", "aimak-parts");
      PARTS.forEach(function (part) {
        var item = make("li"), state = stateOf(unit, part);
        item.append(sign(state, texts[state] + ":"), " ", texts[part]);
        list.append(item);
      });
      card.append(list);
    });
  }

  function nextStep(cards) {
    var units = cards.map(unitOf), last = Math.max(0, units.indexOf(read().last));
    var order = units.slice(last).concat(units.slice(0, last));
    var unit = order.filter(function (one) { return stateOfUnit(one) !== "done"; })[0];
    if (!unit) { return null; }
    var link = cards[units.indexOf(unit)];
    var part = PARTS.filter(function (one) { return stateOf(unit, one) !== "done"; })[0];
    var app = root + "lite/notebooks/index.html?lang=" + document.documentElement.lang + "&path=" + unit + ".ipynb";
    var address = { lesson: link.href.replace("book/chapters/", "notebooks/"), exercise: app }[part] || link.href;
    return { address: address, text: texts["next_" + part].replace("{unit}", link.querySelector("strong").textContent) };
  }

  function button(text, act) {
    var made = make("button", "aimak-plain", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function forget() {
    var before = read();
    try { localStorage.removeItem(KEY); } catch (_private) { /* there is nothing */ }
    show(before);
  }

  function showBoard(board, cards, before) {
    var anything = Object.keys(read().units).length > 0;
    var done = cards.filter(function (link) { return stateOfUnit(unitOf(link)) === "done"; }).length;
    board.hidden = !anything && !before;
    board.replaceChildren();
    if (board.hidden) { return; }
    if (!anything) {
      board.append(make("p", "", texts.forgotten), button(texts.undo, function () { write(before); show(); }));
      return;
    }
    var count = texts.count.replace("{done}", done).replace("{all}", cards.length);
    board.append(make("p", "", count));
    var step = nextStep(cards);
    var line = make("p", "aimak-actions");
    var link = make("a", "aimak-button", step ? step.text : "");
    if (step) { link.href = step.address; line.append(link); } else { line.append(texts.all_done); }
    line.append(button(texts.forget, forget));
    board.append(line, make("p", "aimak-small", texts.kept));
  }

  function show(before) {
    markSidebar();
    var board = document.querySelector(".aimak-progress");
    if (!board) { return; }
    var cards = unitLinks(".aimak-units");
    markCards(cards, Object.keys(read().units).length > 0);
    showBoard(board, cards, before);
  }

  if (here && here[1] === "notebooks") { note(here[2], "lesson"); } else if (here) { watchChapter(here[2]); }
  show();
  // Another tab, or the exercise that somebody comes back from, may have written meanwhile.
  window.addEventListener("storage", function (event) { if (event.key === KEY || event.key === null) { show(); } });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { show(); } });
})();
