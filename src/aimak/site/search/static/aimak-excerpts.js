// Sphinx looks for the stem itself in a page, which seldom stands there: «өкмөт» is found, its excerpt is not. Here the
// words of the page are stemmed too, so the excerpt starts at the word found, and that word is marked.
document.addEventListener("DOMContentLoaded", () => {
  if (typeof Search === "undefined") return;
  // The theme brings the search to every page; Sphinx takes each for its search page, and marks nothing there.
  if (!document.getElementById("search-results")) SphinxHighlight.highlightSearchWords();
  // Sphinx leaves numbers out of a query, though they stand in the index: a law is known by its number.
  let asked = "";
  const parseQuery = Search._parseQuery;
  Search._parseQuery = (query) => {
    const parsed = parseQuery(query);
    asked = query;
    for (const term of splitQuery(query.trim())) if (/^\d+$/.test(term)) [1, 3].forEach((place) => parsed[place].add(term));
    return parsed;
  };
  // Among equal hits Sphinx goes by the alphabet. In twelve units every word is used somewhere: who explains it comes
  // before who only mentions it, and a law is looked for by its number. A word in a title counts 15,
  // which only sheets to print may not rely on: they repeat the words of a chapter in their headings.
  const EXPLAINS = [
    ["book/library/glossary", 2.3],
    ["book/how-to-use", 2.2],
    ["book/library/law", 1.9],
    ["book/library/templates", 1.9],
    ["book/intro", 2.05],
    ["book/chapters/", 2],
    ["notebooks/", 0.5],
    ["book/handouts/", -8.5],
    ["book/groupwork/", -8.5],
    ["book/library/awaiting-review", -1],
  ];
  const NUMBER = 0.5;
  Scorer.score = ([page, , , , score]) => {
    const law = page === "book/library/law" && /^[№\s\d]+$/.test(asked) ? NUMBER : 0;
    const found = EXPLAINS.find(([name]) => page.startsWith(name));
    return score + law + (found ? found[1] : 0);
  };
  const BEFORE = 100;
  const LENGTH = 240;

  const found = (text, stems) => {
    const stemmer = new Stemmer();
    const words = [];
    for (const match of text.matchAll(/[\p{Letter}\p{Number}_]+/gu))
      if (stems.has(stemmer.stemWord(match[0].toLowerCase()))) words.push(match);
    return words;
  };

  /** The page without what stands around it: its bar names languages and headings before any text. */
  const article = (html) => {
    const part = new DOMParser().parseFromString(html, "text/html").querySelector("article");
    return part ? `<div role="main">${part.innerHTML}</div>` : html;
  };

  /** Marks as Sphinx's own: built from text, so nothing of the page is taken for markup. */
  const marked = (text, words) => {
    const line = document.createElement("p");
    line.className = "context";
    let from = 0;
    for (const { index, 0: word } of words) {
      line.append(text.slice(from, index));
      const mark = line.appendChild(document.createElement("span"));
      mark.className = "highlighted";
      mark.textContent = word;
      from = index + word.length;
    }
    line.append(text.slice(from));
    return line;
  };

  Search.makeSearchSummary = (html, stems, anchor) => {
    const text = Search.htmlToText(article(html), anchor).replace(/\s+/g, " ").trim();
    const words = found(text, stems);
    // The page that a reader opens marks what it is told: the words as they stand there.
    const told = new Set((localStorage.getItem("sphinx_highlight_terms") || "").split(" ").filter(Boolean));
    words.forEach((match) => told.add(match[0].toLowerCase()));
    localStorage.setItem("sphinx_highlight_terms", [...told].join(" "));
    const wanted = Math.max(0, (words.length ? words[0].index : 0) - BEFORE);
    const start = wanted ? text.indexOf(" ", wanted) + 1 : 0;
    const part = text.slice(start, start + LENGTH);
    const inside = words
      .filter((match) => match.index >= start && match.index + match[0].length <= start + part.length)
      .map((match) => ({ index: match.index - start + (start ? 2 : 0), 0: match[0] }));
    return marked((start ? "… " : "") + part + (start + LENGTH < text.length ? " …" : ""), inside);
  };
});
