// Without this script the slides are a plain page, one below the other: so they read on a phone and print on paper.
// With it they fill the screen of a hall. `?print-pdf` keeps them plain for the printer.
(function () {
  "use strict";
  var asked = location.search;
  var inNotes = /[?&]receiver/.test(asked); // the speaker's window shows the slides small, in frames
  var isPhone = window.matchMedia("(max-width: 700px)").matches;
  if (/[?&]print-pdf/.test(asked) || (isPhone && !inNotes)) { return plain(); }
  document.querySelector(".aimak-slides").classList.add("reveal");
  document.documentElement.classList.add("in-hall");
  window.Reveal.initialize({
    width: 1280, height: 720, margin: 0, center: false, hash: true, help: false, transition: "none", slideNumber: "c/t",
    navigationMode: "linear", jumpToSlide: false, scrollActivationWidth: null, plugins: [window.RevealNotes],
  });

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
