// Quizzes answer in the page itself. The words come from the page (data-texts and the answers that stand below each
// question), so this script has none of its own. Without it the answers open with a press, and nothing else is missing.
(function () {
  "use strict";

  function part(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function question(fieldset, texts, changed) {
    var inputs = Array.from(fieldset.querySelectorAll("input"));
    var reasons = Array.from(fieldset.querySelectorAll("details li"));
    var said = fieldset.querySelector(".aimak-quiz-said");
    var button = fieldset.querySelector("button");
    var answer = fieldset.querySelector("details");
    var state = { answered: false, right: false };

    function is(place) { return reasons[place].dataset.is === "right"; }

    function forget() {
      state.answered = state.right = false;
      said.replaceChildren();
      delete said.dataset.is;
      changed();
    }

    function check() {
      var chosen = inputs.map(function (_, place) { return place; }).filter(function (place) { return inputs[place].checked; });
      if (!chosen.length) { said.replaceChildren(part("p", texts.choose)); return; }
      var wrong = chosen.some(function (place) { return !is(place); });
      var all = inputs.every(function (input, place) { return input.type === "radio" || input.checked || !is(place); });
      var kind = wrong ? "wrong" : all ? "right" : "missing";
      var verdict = document.createElement("p");
      verdict.append(part("strong", texts[kind]));
      if (inputs[0].type === "radio") {
        verdict.append(" ", reasons[chosen[0]].querySelector(".aimak-quiz-why").cloneNode(true));
        said.replaceChildren(verdict);
      } else {
        var list = document.createElement("ul");
        chosen.forEach(function (place) { list.append(reasons[place].cloneNode(true)); });
        said.replaceChildren(verdict, list);
      }
      said.dataset.is = kind;
      state.answered = true;
      state.right = kind === "right";
      answer.hidden = false;
      changed();
    }

    // Whoever can check an answer sees all answers after a first try.
    answer.hidden = true;
    button.hidden = false;
    button.addEventListener("click", check);
    inputs.forEach(function (input) { input.addEventListener("change", forget); });
    return state;
  }

  document.querySelectorAll(".aimak-quiz").forEach(function (quiz) {
    var texts = JSON.parse(quiz.dataset.texts);
    var score = quiz.querySelector(".aimak-quiz-score");
    var states = [];

    function changed() {
      if (!states.every(function (state) { return state.answered; })) { score.replaceChildren(); return; }
      document.dispatchEvent(new CustomEvent("aimak-quiz-answered")); // that, and nothing of the answers, is kept
      var right = states.filter(function (state) { return state.right; }).length;
      var text = texts.score.replace("{right}", right).replace("{all}", states.length);
      score.replaceChildren(part("p", right < states.length ? text + " " + texts.again : text));
    }

    quiz.querySelectorAll(".aimak-question").forEach(function (fieldset) {
      states.push(question(fieldset, texts, changed));
    });
  });
})();
