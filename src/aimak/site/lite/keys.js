// The app has shortcuts for single keys: D D deletes a cell, A adds one. Inside a form a key belongs to the form.

const OF_SLIDER = /^(Arrow|Page|Home|End)/;

/** Keep plain keys that are pressed in a form, and the menu of the right button, from the app. What the browser itself does with them stays. */
export function keepKeys() {
  const guard = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest?.(".aimak-form")) return;
    if (event.target.matches(".noUi-handle") && OF_SLIDER.test(event.key)) return;
    event.stopImmediatePropagation();
  };
  addEventListener("keydown", guard, true); // on the window, so ahead of the app's own listener on the document
  // The browser's own menu copies and pastes, in the reader's language; the app's is about cells.
  addEventListener("contextmenu", (event) => event.stopImmediatePropagation(), true);
}
