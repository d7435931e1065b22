// What stands in a notebook: its answers, its forms, what a trainee changed. Plain functions of plain JSON.

export const MIME = "application/vnd.aimak.answers+json";

/** What stands in a task's cell before anything was written: see `exercises/nbgrader_config.py`. */
const STUBS = ["", "# ✎"];

const joined = (source) => (Array.isArray(source) ? source.join("") : source || "");
const gradeId = (cell) => cell.metadata?.nbgrader?.grade_id || "";

/** What the course says of a notebook: {unit, assignment, kind, version, language}, and of a copy {placed, text, texts,
 *  cells, declined}; {} for others. */
export const about = (notebook) => notebook.metadata?.aimak || {};

/** The newest saved output of each form: form -> {record, output}. */
export function answers(notebook) {
  const found = {};
  for (const cell of notebook.cells || []) {
    for (const output of cell.outputs || []) {
      const record = output.data?.[MIME];
      if (!record?.form || record.unit !== about(notebook).assignment) continue;
      const before = found[record.form];
      if (!before || record.saved_at >= before.record.saved_at) found[record.form] = { record, output };
    }
  }
  return found;
}

/** The records alone, as a list. */
export const records = (notebook) => Object.values(answers(notebook)).map((one) => one.record);

/** The form that a cell shows; empty for any other cell. */
const formOf = (cell, notebook) => {
  const start = `${about(notebook).assignment}-form-`;
  return gradeId(cell).startsWith(start) ? gradeId(cell).slice(start.length) : "";
};

/** Each cell with the heading that stands above it, below the notebook's own title: [{cell, title}]. */
function headed(notebook) {
  let title = "";
  return notebook.cells.map((cell) => {
    const headings = cell.cell_type === "markdown" ? [...joined(cell.source).matchAll(/^#{2,3} +(.+)$/gm)] : [];
    if (headings.length) title = headings.at(-1)[1].trim();
    return { cell, title };
  });
}

/** The notebook's own title: its first heading. */
export function titleOf(notebook) {
  const texts = notebook.cells.filter((cell) => cell.cell_type === "markdown").map((cell) => joined(cell.source));
  return texts.join("\n").match(/^# +(.+)$/m)?.[1] || "";
}

/** The forms in their order: [{form, title}]. */
export const forms = (notebook) =>
  headed(notebook)
    .map(({ cell, title }) => ({ form: formOf(cell, notebook), title }))
    .filter((one) => one.form);

/** The headings of an analyst's tasks in which nothing was written. */
function unwritten(notebook) {
  const start = `${about(notebook).assignment}-task-`;
  const open = (cell) => gradeId(cell).startsWith(start) && STUBS.includes(joined(cell.source).trim());
  return headed(notebook).filter(({ cell }) => open(cell)).map(({ title }) => title);
}

/** The notebook with each of `known` (form -> {record, output}) in it whose form has no answer there. */
export function withAnswers(notebook, known) {
  const there = answers(notebook);
  const missing = Object.entries(known).filter(([form]) => !there[form]);
  if (!missing.length) return notebook;
  const cells = notebook.cells.map((cell) => {
    const mine = missing.find(([form]) => form === formOf(cell, notebook));
    return mine ? { ...cell, outputs: [...(cell.outputs || []), mine[1].output] } : cell;
  });
  return { ...notebook, cells };
}

/** A short mark of all that is written in the cells. For telling changes, not for safety (plain http has no SHA). */
export const mark = (notebook) => markOf(notebook.cells);

function markOf(cells) {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const letter of JSON.stringify(cells.map((cell) => [cell.cell_type, joined(cell.source)]))) {
    const code = letter.codePointAt(0);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return (a >>> 0).toString(16) + (b >>> 0).toString(16);
}

/** The cells that only tell something: id -> mark. They differ from language to language, and no answer stands in them. */
const texts = (notebook) =>
  Object.fromEntries(notebook.cells.filter((cell) => !gradeId(cell)).map((cell) => [cell.id, markOf([cell])]));

const withAbout = (notebook, more) => ({
  ...notebook,
  metadata: { ...notebook.metadata, aimak: { ...about(notebook), ...more } },
});

/** The site's copy as it goes into the drive: it remembers what it was.
 *  site: {sha256, text} — what it is made from in every language, and this language's own file. */
export const placed = (notebook, { sha256, text }) =>
  withAbout(notebook, { placed: sha256, text, texts: texts(notebook), cells: mark(notebook) });

/** The cells that only some languages have: see `aimak.course.translate`. */
const ofLanguage = (cell) => ["aimak-language", "aimak-notice"].includes(cell.id);

/** `mine` in the words of the site's copy: another language, or a better translation. A text that the trainee changed
 *  stays his; so does everything that nbgrader knows. */
export function retold(mine, site, { text }) {
  const known = about(mine).texts || {};
  const theirs = new Map(site.cells.filter((cell) => !gradeId(cell)).map((cell) => [cell.id, cell]));
  const asPlaced = (cell) => !gradeId(cell) && known[cell.id] === markOf([cell]);
  const cells = mine.cells
    .filter((cell) => !ofLanguage(cell))
    .map((cell) => (asPlaced(cell) && theirs.get(cell.id)) || cell);
  const code = cells.findIndex((cell) => cell.cell_type === "code");
  cells.splice(Math.max(code, 0), 0, ...site.cells.filter((cell) => cell.id === "aimak-language"));
  cells.unshift(...site.cells.filter((cell) => cell.id === "aimak-notice"));
  const made = { ...mine, cells };
  const untouched = about(mine).cells === mark(mine);
  const more = { language: about(site).language, text, texts: texts(site) };
  return withAbout(made, untouched ? { ...more, cells: mark(made) } : more);
}

/** True if a trainee saved an answer or changed a cell. A copy that cannot say what it was counts as worked on. */
export const touched = (notebook) => records(notebook).length > 0 || about(notebook).cells !== mark(notebook);

/** What to do with the site's copy: "put" it, "keep" what is there, or "ask". */
export function decide(mine, site, sha256) {
  if (!mine) return "put";
  const { placed: from, declined } = about(mine);
  if (from === sha256 || declined === sha256 || mark(mine) === mark(site)) return "keep";
  return touched(mine) ? "ask" : "put";
}

const solutions = (notebook) =>
  new Map(notebook.cells.filter((cell) => cell.metadata?.nbgrader?.solution).map((cell) => [gradeId(cell), cell.source]));

/** True if every answer of `mine` has its place in the new version. */
export function fits(mine, site) {
  const there = new Set(forms(site).map((one) => one.form));
  const tasks = solutions(site);
  return Object.keys(answers(mine)).every((form) => there.has(form)) && [...solutions(mine).keys()].every((id) => tasks.has(id));
}

/** The new version with the answers of `mine`: the records of its forms, and what was written in task cells. */
export function carried(mine, site) {
  const written = solutions(mine);
  const cells = site.cells.map((cell) =>
    cell.metadata?.nbgrader?.solution && written.has(gradeId(cell)) ? { ...cell, source: written.get(gradeId(cell)) } : cell,
  );
  return withAnswers({ ...site, cells }, answers(mine));
}

const empty = (value) => value === null || value === undefined || value === "";

/** What is still missing: {none: [title], partly: [title], code} — `code` is the trainee code, or empty. */
export function missing(notebook) {
  const known = answers(notebook);
  const who = known.who?.record.values || {};
  const open = { none: [], partly: [], code: String(who.trainee || "").trim(), who: "" };
  for (const { form, title } of forms(notebook)) {
    const record = known[form]?.record;
    const values = Object.values(record?.values || {});
    if (form === "who") open.who = title;
    const stale = record && form !== "who" && record.municipality !== who.municipality;
    if (!record || stale || values.every(empty)) open.none.push(title);
    else if (values.some(empty)) open.partly.push(title);
  }
  open.none.push(...unwritten(notebook));
  return open;
}

/** A name for a hand-in: unit, trainee code if there is one, and time. */
export function fileName(notebook, now) {
  const two = (number) => String(number).padStart(2, "0");
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  const code = missing(notebook).code.replace(/[^\p{L}\p{N}]/gu, "").slice(0, 20);
  const parts = [about(notebook).assignment || "notebook", code, day, two(now.getHours()) + two(now.getMinutes())];
  return `${parts.filter(Boolean).join("-")}.ipynb`;
}
