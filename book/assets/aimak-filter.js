// The box above a table: it keeps the rows in which all typed words stand. Its words come from the page; words are
// folded and stemmed by the site's own search (language_data.js), so окмоту finds өкмөтү here as well.
(function () {
  "use strict";
  const WORD = /[\p{Letter}\p{Number}]+/gu;
  // “№ 67” or “No. 67” asks for the number of an act, and for nothing else that is 67.
  const NUMBERED = /(?:№|\bno\.?)\s*([\p{Letter}\p{Number}][\p{Letter}\p{Number}\-/]*)/giu;

  function words(text, stemmer) {
    return Array.from(text.matchAll(WORD), function (match) {
      return { folded: stemmer.fold(match[0]), stem: stemmer.stemWord(match[0].toLowerCase()) };
    });
  }

  function read(row, stemmer) {
    const number = row.querySelector(".aimak-number");
    const said = number ? number.textContent.replace(/^№\s*/, "") : "";
    return { row: row, words: words(row.textContent, stemmer), number: stemmer.fold(said) };
  }

  function asked(query, stemmer) {
    const numbers = Array.from(query.matchAll(NUMBERED), function (match) { return stemmer.fold(match[1]); });
    return { numbers: numbers, words: words(query.replace(NUMBERED, " "), stemmer) };
  }

  // A number is found from its beginning, a word by any part of it or by another form of it.
  function stands(word, among) {
    const digits = /^\p{Number}+$/u.test(word.folded);
    return among.some(function (one) {
      if (digits) return one.folded.startsWith(word.folded);
      return one.folded.includes(word.folded) || (word.stem.length > 2 && one.stem === word.stem);
    });
  }

  function fits(known, query) {
    return query.numbers.every(function (number) { return known.number === number; }) &&
      query.words.every(function (word) { return stands(word, known.words); });
  }

  function part(name, attributes, text) {
    const made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text) made.textContent = text;
    return made;
  }

  function start(place, number) {
    const table = Array.from(document.querySelectorAll("table.aimak-filtered")).find(function (one) {
      return place.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
    if (!table) return;
    const texts = JSON.parse(place.dataset.texts);
    const stemmer = new Stemmer();
    const rows = Array.from(table.tBodies[0].rows, function (row) { return read(row, stemmer); });
    const id = "aimak-filter-" + number;
    const input = part("input", { id: id, type: "search", autocomplete: "off", "aria-describedby": id + "-hint" });
    const said = part("p", { class: "aimak-filter-said", role: "status" });
    place.append(part("label", { "for": id }, texts.label), input, part("p", { id: id + "-hint", class: "aimak-filter-hint" }, texts.hint), said);

    input.addEventListener("input", function () {
      const query = asked(input.value, stemmer);
      let shown = 0;
      rows.forEach(function (known) {
        known.row.hidden = !fits(known, query);
        shown += known.row.hidden ? 0 : 1;
      });
      const count = texts.count.replace("{shown}", shown).replace("{all}", rows.length);
      said.textContent = input.value.trim() ? (shown ? count : texts.none) : "";
    });
  }

  document.querySelectorAll(".aimak-filter").forEach(start);
})();
