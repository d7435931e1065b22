// The bar that is always there: what became of the work, and the button that hands it in.

import { say } from "./words.js";

const made = (tag, properties) => Object.assign(document.createElement(tag), properties);

/** Put the bar on the page. Returns {tell(key, values), warn(key), button, offer(key, act)}. A warning stays until `tell` names it gone. */
export function showBar() {
  const bar = made("section", { id: "aimak-bar" });
  bar.setAttribute("aria-label", say("work"));
  const line = made("p", { id: "aimak-state" });
  line.setAttribute("role", "status");
  const button = made("button", { type: "button", className: "aimak-button aimak-first", textContent: say("handIn") });
  button.disabled = true;
  const buttons = made("div", { className: "aimak-buttons" });
  buttons.append(button);
  bar.append(line, buttons);
  document.body.append(bar);
  document.documentElement.classList.add("aimak-app");
  // A long text makes the bar higher; the app then ends above it.
  new ResizeObserver(() => {
    document.documentElement.style.setProperty("--aimak-bar", `${bar.offsetHeight}px`);
    dispatchEvent(new Event("resize"));
  }).observe(bar);
  let warning = "";
  const show = (text, kind) => {
    if (line.textContent !== text) line.textContent = text;
    bar.dataset.kind = kind;
  };
  return {
    button,
    /** A second button, beside the first. */
    offer: (key, act) => {
      const second = made("button", { type: "button", className: "aimak-button", textContent: say(key) });
      second.addEventListener("click", act);
      buttons.prepend(second);
      return second;
    },
    /** Say how things are; a warning in force is not written over. */
    tell: (key, values) => warning || show(say(key, values), key),
    /** Say what is wrong until `calm` takes it back. */
    warn: (key) => show(say((warning = key)), "warning"),
    calm: (key) => {
      if (warning === key) warning = "";
    },
  };
}
