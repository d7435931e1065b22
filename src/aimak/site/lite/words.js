// Every text of the exercise app, in this one place. English is the source; `words-<language>.js` beside this file holds
// the others, made from the catalogs when the site is built, and only the reader's own is loaded.

const _ = (text) => text; // marks a text for the catalogs
const plural = (...forms) => forms; // the forms that go with a `count`

const ENGLISH = {
  starting: _("Getting ready. The first time this takes up to half a minute."),
  running: _("Showing your exercise …"),
  ready: _("Ready. Your answers are kept in this browser."),
  readyCode: _("Ready. Press “Run everything” above, or run one cell after another."),
  readyLesson: _("Ready. Press “Run everything” above to see the tables. The charts stand on the page of the lesson."),
  code: _("Code"),
  saved: _("Saved in this browser at {time}."),
  saving: _("Saving …"),
  noKernel: _("The exercise could not start. Load the page again. If that does not help, hand in what you have."),
  noApp: _("The exercise app could not start: a file is missing. Load the page again, or tell your trainer."),
  noExercise: _("The exercise could not be loaded. Look whether the network is there, and load the page again."),
  full: _("There is no room left in this browser, so your last answers are not kept. Press “Hand in” to get them as a file."),
  keepsNothing: _("This window keeps nothing. Press “Hand in” before you close it."),
  work: _("Your work"),
  handIn: _("Hand in"),
  close: _("Close"),
  earlier: _("Earlier copies in this browser:"),
  // Several people, one computer.
  notYou: _("Not you?"),
  whoseTitle: _("Whose answers are these?"),
  whose: _("They were saved in this browser under the trainee code {trainee}."),
  mineToo: _("They are mine"),
  another: _("I am somebody else"),
  nextPerson: _("Somebody else works here now"),
  anotherNote: _("An empty exercise opens. These answers are kept as “{name}”."),
  // The question that a new version asks.
  newVersionTitle: _("There is a new version of this exercise"),
  newVersion: _("You have worked on an earlier version. What do you want to do? Nothing of yours is deleted."),
  carry: _("Take my answers into the new version"),
  carryNote: _("Your copy is also kept as “{name}”."),
  mine: _("Keep working on mine"),
  fresh: _("Start with the new version"),
  freshNote: _("Yours is kept as “{name}”."),
  // Two tabs.
  elsewhereTitle: _("This exercise is open in another tab"),
  elsewhere: _("Work there, and close this tab. Or go on here: the other tab saves what it has and stops."),
  goOnHere: _("Go on here"),
  goThere: _("I work there"),
  stopped: _("This tab is closed for work. You can close it."),
  movedTitle: _("Your work goes on in another tab"),
  moved: _("What you had here is saved. You can close this tab."),
  // Handing in.
  handedInTitle: _("Your file is ready"),
  handedIn: _("It is called “{name}” and lies among your downloads."),
  next: _("Send this file to your trainer, by WhatsApp, mail or on a USB stick. That is your hand-in."),
  again: _("You may go on working and hand in again. The later file counts."),
  share: _("Share it (WhatsApp …)"),
  sharedAs: _("It is sent as “{name}”. Your trainer can use it as it is."),
  shareFailed: _("Sharing did not work here. Send the file from your downloads."),
  download: _("Download it again"),
  who: _("Who are you?"),
  complete: _("Every task has an answer."),
  unanswered: plural("{count} task is not answered yet:", "{count} tasks are not answered yet:"),
  partly: _("{task} (some fields are empty)"),
  noCode: _("Your trainee code is missing. Fill in “{task}” and save, or your trainer will not know whose file this is."),
  unsavedTitle: _("Some answers are not saved yet"),
  unsaved: _("You typed something here and did not press “Save and check”:"),
  saveAll: _("Save them and hand in"),
  handInAnyway: _("Hand in without them"),
  back: _("Go back"),
  // The app's own buttons, and the languages.
  runAll: _("Run everything"),
  downloadFile: _("Download"),
  languages: _("Language"),
  buttons: _("Buttons"),
  exercise: _("Exercise"),
  text: _("Text"),
  skip: _("Go to the exercise"),
};

/** The languages of the course, each by its own name. */
export const NAMES = { en: "English", ru: "Русский", ky: "Кыргызча" };

/** The reader's language, from the address; English where there is none. */
export const language = new URLSearchParams(location.search).get("lang") || "en";

const ENGLISH_ONLY = { texts: {}, form: (count) => Number(count !== 1) };
const other = /^[a-z]{2,3}$/.test(language) && language !== "en";
const told = other ? await import(`./words-${language}.js`).catch(() => ENGLISH_ONLY) : ENGLISH_ONLY;

/** The language that the page's own texts are in. */
export const spoken = told === ENGLISH_ONLY ? "en" : language;

const formOf = (text, form, { count }) => (Array.isArray(text) ? text[form(count)] : text);

/** A text in the reader's language, with `{names}` filled in; `count` chooses among its forms. */
export function say(key, values = {}) {
  const text = told.texts[key];
  const said = text ? formOf(text, told.form, values) : formOf(ENGLISH[key], ENGLISH_ONLY.form, values);
  return said.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
}
