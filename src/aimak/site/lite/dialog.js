// Questions and messages: the browser's own dialog, so that focus stays in it and a screen reader reads it.

const made = (tag, text, className = "") => Object.assign(document.createElement(tag), { textContent: text, className });

/**
 * Show a dialog and tell which button was pressed.
 * lines: texts; a list of texts becomes a list; an element is shown as it is.
 * buttons: [{key, label, note, act}]; the first one is the usual choice. With `act` a button acts and the dialog stays.
 * escape: what the Escape key means.
 */
export function ask(title, lines, buttons, escape) {
  const dialog = document.createElement("dialog");
  dialog.className = "aimak-dialog";
  const heading = made("h2", title);
  heading.id = `aimak-dialog-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(heading, ...lines.filter(Boolean).map(part));
  const told = new Promise((resolve) => {
    for (const { key, label, note, act } of buttons) {
      const button = made("button", label, key === buttons[0].key ? "aimak-button aimak-first" : "aimak-button");
      button.type = "button";
      button.addEventListener("click", act || (() => dialog.close(key)));
      const row = made("p", "", "aimak-choice");
      row.append(button, ...(note ? [made("span", note)] : []));
      dialog.append(row);
    }
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      dialog.close(escape);
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue || escape);
    });
  });
  // The app has shortcuts for single letters; keys pressed in a dialog are not for it.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  return told;
}

function part(line) {
  if (line instanceof Node) return line;
  if (!Array.isArray(line)) return made("p", line);
  const list = document.createElement("ul");
  list.append(...line.map((one) => made("li", one)));
  return list;
}
