// Without this script the slides are a plain page, one below the other: so they read on a phone and print on paper.
// With it they fill the screen of a hall. `?print-pdf` keeps them plain for the printer.
(function () {
  "use strict";
  var LEAST = 0.7; // of the usual size of letters: below, the hall does not read them
  var asked = location.search;
  // For the printer, when it has laid out the pages: makes every slide fit, returns the headings of those that do not.
  window.aimakFit = function () {
    return Array.from(document.querySelectorAll(".slides > section")).filter(function (slide) { return !fit(slide); })
      .map(function (slide) { return slide.querySelector("h1, h2").textContent; });
  };
  var inNotes = /[?&]receiver/.test(asked); // the speaker's window shows the slides small, in frames
  var isPhone = window.matchMedia("(max-width: 700px)").matches;
  if (/[?&]print-pdf/.test(asked) || (isPhone && !inNotes)) { return plain(); }
  document.querySelector(".aimak-slides").classList.add("reveal");
  document.documentElement.classList.add("in-hall");
  window.Reveal.on("ready", function (event) { fit(event.currentSlide); });
  window.Reveal.on("slidechanged", function (event) { fit(event.currentSlide); });
  window.Reveal.initialize({
    width: 1280, height: 720, margin: 0, center: false, hash: true, help: false, transition: "none", slideNumber: "c/t",
    navigationMode: "linear", jumpToSlide: false, scrollActivationWidth: null, plugins: [window.RevealNotes],
  });

  // A translation may be longer than its slide: its letters then get smaller, step by step.
  function fit(slide) {
    for (var size = 1; size >= LEAST; size -= 0.05) {
      slide.style.fontSize = size + "em";
      if (slide.scrollHeight <= slide.clientHeight + 1 && slide.scrollWidth <= slide.clientWidth + 1) { return true; }
    }
    return false;
  }

  // A trainer with a phone in the hand unfolds what to say.
  function plain() {
    document.documentElement.classList.add("plain");
    Array.prototype.forEach.call(document.querySelectorAll("aside.notes"), function (note) {
      var box = document.createElement("details"), name = document.createElement("summary");
      name.textContent = document.body.dataset.note;
      box.append(name);
      box.append.apply(box, Array.from(note.childNodes));
      note.append(box);
    });
  }
})();
