// The notebook while it is open: answers into the kernel at the start, and into the browser's drive at every Save.

import { about, answers, records, withAnswers } from "./notebook.js";
import { language } from "./words.js";

const QUIET_MS = 1500; // changes that are no answers are saved together

const once = (signal, wanted) =>
  new Promise((resolve) => {
    const look = (_sender, value) => {
      if (!wanted(value)) return;
      signal.disconnect(look);
      resolve(value);
    };
    signal.connect(look);
  });

/** The open notebook of the app, once it is there. */
async function panelOf(app, path) {
  await app.restored;
  for (;;) {
    const panel = app.shell.currentWidget;
    if (panel?.context?.path === path && panel.content?.model) {
      await panel.context.ready;
      return panel;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export class Work {
  /**
   * told: {saving(), saved(), failed(error)} — what to do when the state of the file changes.
   * keeps: false where the drive keeps nothing.
   */
  static async open(app, path, told) {
    return new Work(app, await panelOf(app, path), told);
  }

  constructor(app, panel, told) {
    Object.assign(this, { app, panel, told, stopped: false, dirty: false, timer: 0 });
    this.known = answers(this.model.toJSON()); // no answer that was ever there gets lost from the file
    this.guardSaves();
    this.model.contentChanged.connect(() => this.changed());
  }

  get model() {
    return this.panel.context.model;
  }

  /** The notebook as it is to be kept and handed in: as it stands, with every answer that was saved. */
  notebook() {
    const now = this.model.toJSON();
    Object.assign(this.known, answers(now));
    return withAnswers(now, this.known);
  }

  // Everything that saves (the app's own autosave, Ctrl+S, this page) goes through here.
  guardSaves() {
    // One after the other: of two at once the app takes the one that ends first for somebody else's change, and asks.
    const context = this.panel.context;
    const write = context.save.bind(context);
    let last = Promise.resolve();
    context.save = () => (last = last.catch(() => {}).then(() => write()));
    const contents = this.app.serviceManager.contents;
    const usual = contents.save.bind(contents);
    contents.save = async (path, options) => {
      if (options?.type !== "notebook" || path !== this.panel.context.path) return usual(path, options);
      if (this.stopped) return { ...options, path, last_modified: new Date().toISOString() };
      const content = this.notebook(); // running a form again takes its answer off the page for a moment
      try {
        const kept = await usual(path, { ...options, content });
        this.told.saved();
        return kept;
      } catch (error) {
        // The trainee is told in the bar, in words; the app's own message would name an exception.
        this.told.failed(error);
        return { ...options, path, name: path, writable: true, last_modified: new Date().toISOString() };
      }
    };
  }

  changed() {
    const now = JSON.stringify(records(this.model.toJSON()));
    const answered = now !== this.last;
    this.last = now;
    this.dirty = true;
    clearTimeout(this.timer);
    if (answered) this.save();
    else this.timer = setTimeout(() => this.save(), QUIET_MS);
  }

  /** Save until nothing is left to save; calls that come while it saves wait for the same end. */
  save() {
    this.dirty = true;
    this.saving ||= this.saveAll().finally(() => (this.saving = null));
    return this.saving;
  }

  async saveAll() {
    this.told.saving();
    while (this.dirty && !this.stopped) {
      this.dirty = false;
      await this.panel.context.save();
    }
  }

  // The book leaves this code out; so does the app.
  hideCode() {
    for (const cell of this.panel.content.widgets) {
      const tags = cell.model.getMetadata("tags") || [];
      if (tags.includes("remove-input") || tags.includes("hide-input")) cell.inputHidden = true;
    }
  }

  /** Start the kernel with the saved answers and show the forms. Resolves when all cells have run. */
  async start(auto) {
    const session = this.panel.context.sessionContext;
    this.hideCode();
    await session.ready;
    session.kernelChanged.connect((_session, { newValue }) => newValue && this.begin());
    session.statusChanged.connect((_session, status) => status === "restarting" && this.afterRestart(session));
    await this.begin();
    if (!auto) return;
    await this.app.commands.execute("notebook:run-all-cells");
    this.panel.content.activeCellIndex = 0;
    this.panel.content.node.scrollTop = 0;
    this.panel.content.outerNode?.scrollTo(0, 0);
  }

  async afterRestart(session) {
    await once(session.statusChanged, (status) => status === "idle");
    await this.begin();
  }

  /** Tell the kernel the reader's language and the answers saved so far. */
  async begin() {
    const told = JSON.stringify({ unit: about(this.model.toJSON()).assignment, language, records: Object.values(this.known).map((one) => one.record) });
    const code = `from aimak.lesson.browser import begin as _begin\n_begin(${JSON.stringify(told)})`;
    const kernel = this.panel.context.sessionContext.session.kernel;
    const reply = await kernel.requestExecute({ code, silent: true, store_history: false }).done;
    if (reply.content.status !== "ok") console.warn("aimak:", reply.content.evalue);
  }

  /** Save and change nothing from now on. */
  async stop({ late } = {}) {
    if (!late) await this.save();
    this.stopped = true;
    clearTimeout(this.timer);
    // The app's autosave would find the other tab's newer file, and ask which one to keep.
    this.panel.context.save = async () => {};
  }
}
