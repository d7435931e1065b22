// What the front page of the course shows: this exercise was opened, saved, handed in. Only that, and only on this device;
// `book/assets/aimak-progress.js` reads it.

const KEY = `aimak:${new URL("../../", location.href).pathname}:progress`;

/** How far somebody came with an exercise; what was reached is not lost again. */
export const OPENED = 1;
export const SAVED = 2;
export const HANDED_IN = 3;

function read() {
  try {
    const { units = {} } = JSON.parse(localStorage.getItem(KEY)) || {};
    return units && typeof units === "object" ? units : {};
  } catch {
    return {}; // spoilt, or a window that stores nothing
  }
}

/** Note how far the open notebook came. about: what the course says of it, see `notebook.js`. A lesson is only looked at. */
export function note({ unit, kind }, level) {
  if (!unit) return;
  const units = read();
  const part = kind ? "exercise" : "lesson";
  units[unit] = { ...units[unit], [part]: Math.max(units[unit]?.[part] || 0, kind ? level : OPENED) };
  try {
    localStorage.setItem(KEY, JSON.stringify({ last: unit, units }));
  } catch {
    // The exercise works without.
  }
}
