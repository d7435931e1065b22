// Every text of the exercise app, by language, in this one place. English is the source; ru and ky follow from catalogs.

const ENGLISH = {
  starting: "Getting ready. The first time this takes up to half a minute.",
  running: "Showing your exercise …",
  ready: "Ready. Your answers are kept in this browser.",
  readyCode: "Ready. Press “Run everything” above, or run one cell after another.",
  readyLesson: "Ready. Press “Run everything” above to see the tables. The charts stand on the page of the lesson.",
  code: "Code",
  saved: "Saved in this browser at {time}.",
  saving: "Saving …",
  noKernel: "The exercise could not start. Load the page again. If that does not help, hand in what you have.",
  noApp: "The exercise app could not start: a file is missing. Load the page again, or tell your trainer.",
  noExercise: "The exercise could not be loaded. Look whether the network is there, and load the page again.",
  full: "There is no room left in this browser, so your last answers are not kept. Press “Hand in” to get them as a file.",
  keepsNothing: "This window keeps nothing. Press “Hand in” before you close it.",
  work: "Your work",
  handIn: "Hand in",
  close: "Close",
  earlier: "Your earlier copies in this browser:",
  // The question that a new version asks.
  newVersionTitle: "There is a new version of this exercise",
  newVersion: "You have worked on an earlier version. What do you want to do? Nothing of yours is deleted.",
  carry: "Take my answers into the new version",
  carryNote: "Your copy is also kept as “{name}”.",
  mine: "Keep working on mine",
  fresh: "Start with the new version",
  freshNote: "Yours is kept as “{name}”.",
  // Two tabs.
  elsewhereTitle: "This exercise is open in another tab",
  elsewhere: "Work there, and close this tab. Or go on here: the other tab saves what it has and stops.",
  goOnHere: "Go on here",
  goThere: "I work there",
  stopped: "This tab is closed for work. You can close it.",
  movedTitle: "Your work goes on in another tab",
  moved: "What you had here is saved. You can close this tab.",
  // Handing in.
  handedInTitle: "Your file is ready",
  handedIn: "It is called “{name}” and lies among your downloads.",
  next: "Send this file to your trainer, by WhatsApp, mail or on a USB stick. That is your hand-in.",
  again: "You may go on working and hand in again. The later file counts.",
  share: "Share it (WhatsApp …)",
  sharedAs: "It is sent as “{name}”. Your trainer can use it as it is.",
  shareFailed: "Sharing did not work here. Send the file from your downloads.",
  download: "Download it again",
  who: "Who are you?",
  complete: "Every task has an answer.",
  unanswered: "Not answered yet:",
  partly: "{task} (some fields are empty)",
  noCode: "Your trainee code is missing. Fill in “{task}” and save, or your trainer will not know whose file this is.",
  unsavedTitle: "Some answers are not saved yet",
  unsaved: "You typed something here and did not press “Save and check”:",
  saveAll: "Save them and hand in",
  handInAnyway: "Hand in without them",
  back: "Go back",
};

const WORDS = { en: ENGLISH };

/** The reader's language, from the address; English where there is no table for it. */
export const language = new URLSearchParams(location.search).get("lang") || "en";

/** The language that the page's own texts are in. */
export const spoken = WORDS[language] ? language : "en";

/** A text in the reader's language, with `{names}` filled in. */
export function say(key, values = {}) {
  const text = WORDS[spoken][key] || ENGLISH[key];
  return text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
}
