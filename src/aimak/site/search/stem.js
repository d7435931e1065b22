// The stem of a word a reader types: the same as the index has, which Python made (aimak.site.search).
var Stemmer = (() => {
  let BaseStemmer, PorterStemmer, RussianStemmer;
  __STEMMERS__
  const porter = new PorterStemmer();
  const russian = new RussianStemmer();
  const CYRILLIC = __CYRILLIC__, FOLDED = __FOLDED__, KEPT = __KEPT__, LEAST = __LEAST__, HARD = __HARD__;
  const SPELLINGS = __SPELLINGS__.map(([pattern, spelling]) => [new RegExp(pattern), spelling]);
  const RULES = __PATTERNS__.map((pattern) => new RegExp(pattern));
  const VOWELS = __VOWELS__;
  const FLEETING = new RegExp(__FLEETING__);

  const oneSpelling = (word) => {
    const folded = [...word.toLowerCase()].map((letter) => FOLDED[letter] || letter).join("");
    return SPELLINGS.reduce((made, [pattern, spelling]) => made.replace(pattern, spelling), folded);
  };

  const without = (rule, word) => {
    const left = (word.match(rule) || ["", ""])[1];
    if (left.length < LEAST || ![...VOWELS].some((vowel) => left.includes(vowel))) return "";
    const last = left.slice(-1);
    return left.slice(0, -1) + (HARD[last] || last);
  };

  const kyrgyz = (word) => {
    while (!KEPT.includes(word)) {
      const left = RULES.map((rule) => without(rule, word)).filter((one) => one);
      if (!left.length) break;
      word = left.find((one) => KEPT.includes(one)) || left[0];
    }
    return word;
  };

  return function () {
    this.fold = oneSpelling; // the box above a table compares parts of words
    this.stemWord = (word) => {
      const folded = oneSpelling(word);
      const latin = /[a-z]/.test(folded);
      if (CYRILLIC === "kyrgyz" && !latin) return kyrgyz(folded);
      const stem = latin ? porter.stemWord(folded) : russian.stemWord(folded).replace(FLEETING, "$1к");
      return stem.length < LEAST ? folded : stem;
    };
  };
})();
