// Whoever chooses another language keeps their place on the page and their search, and meets that language at the site's
// first page from then on. Without this script the links lead to the same page.
(function () {
  "use strict";
  var root = new URL("../../", document.currentScript.src).pathname;
  document.querySelectorAll(".aimak-languages a").forEach(function (link) {
    link.addEventListener("click", function () {
      try { localStorage.setItem("aimak:" + root + ":language", link.lang); } catch (_private) { /* asked again next time */ }
      var address = new URL(link.href);
      address.search = location.search;
      address.hash = location.hash;
      link.href = address.href;
    });
  });
})();
