// Runs in the exercise's page before JupyterLite starts: puts the notebook that was asked for into the browser's drive.
(function () {
  "use strict";
  var root = new URL("../", document.currentScript.src);

  // JupyterLite opens the file once its own start is done; until then the drive is filled.
  async function place() {
    var path = new URLSearchParams(location.search).get("path") || "";
    var app = window.jupyterapp;
    if (!app || !path) { return setTimeout(place, 50); }
    var contents = app.serviceManager.contents;
    try {
      await contents.get(path, { content: false });
    } catch (_missing) {
      var got = await fetch(new URL("exercises/" + path, root));
      if (!got.ok) { got = await fetch(new URL("lessons/" + path, root)); }
      await contents.save(path, { type: "notebook", format: "json", content: await got.json() });
      await app.commands.execute("docmanager:open", { path: path });
    }
  }
  place();
})();
