// The reader's language: links to the others, and JupyterLab's own texts.

import { NAMES, say, spoken } from "./words.js";

const made = (tag, properties) => Object.assign(document.createElement(tag), properties);

/** Where the same notebook is in another language: one work, whatever the language. */
function addressIn(code) {
  const to = new URL(location.href);
  to.searchParams.set("lang", code);
  return to.href;
}

/** Put the links on the page. `leave` is called before one is followed; the page waits for it. */
export function showLanguages(leave) {
  const nav = made("nav", { id: "aimak-languages" });
  nav.setAttribute("aria-label", say("languages"));
  for (const [code, name] of Object.entries(NAMES)) {
    const link = made("a", { href: addressIn(code), textContent: name, lang: code, hreflang: code });
    if (code === spoken) link.setAttribute("aria-current", "true");
    link.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // another tab, which asks by itself
      event.preventDefault();
      if (code === spoken) return;
      await leave();
      location.assign(link.href);
    });
    nav.append(link);
  }
  document.body.append(nav);
}

const LABELS = { "run-all": "runAll", download: "downloadFile" };

/** Of the wheels with texts only the reader's language is loaded; English needs none. */
const isRead = (name) => !name.startsWith("aimak-texts-") || name === `aimak-texts-${spoken}`;

/** Give JupyterLab the reader's language, once the page has read its settings and before the app starts with them. */
export function speakToApp() {
  const script = document.getElementById("jupyter-config-data");
  const observer = new MutationObserver(() => {
    observer.disconnect();
    const config = JSON.parse(script.textContent);
    const settings = config.settingsOverrides;
    if (spoken !== "en") settings["@jupyterlab/translation-extension:plugin"] = { locale: spoken };
    for (const button of settings["@jupyterlab/notebook-extension:panel"].toolbar) {
      if (LABELS[button.name]) button.label = say(LABELS[button.name]);
    }
    const { loadPyodideOptions } = config.litePluginSettings["@jupyterlite/pyodide-kernel-extension:kernel"];
    loadPyodideOptions.packages = loadPyodideOptions.packages.filter(isRead);
    script.textContent = JSON.stringify(config);
  });
  observer.observe(script, { childList: true });
}
