// Widgets are shown only when somebody comes near them: their script weighs more than the whole page.
// Without it (and in print) the table beside each exploration says the same.
(function () {
  "use strict";
  var VIEW = 'script[type="application/vnd.jupyter.widget-view+json"]';
  var here = document.currentScript.src;
  var loading = false;

  function name(root) {
    // noUiSlider's handles have no name of their own: they get the words of the label beside them.
    root.querySelectorAll(".widget-slider").forEach(function (slider) {
      var label = slider.querySelector(".widget-label");
      var handle = slider.querySelector('[role="slider"]');
      if (label && handle && !handle.getAttribute("aria-label")) {
        handle.setAttribute("aria-label", label.textContent);
      }
    });
  }

  function load() {
    if (loading) { return; }
    loading = true;
    window.__jupyter_widgets_assets_path__ = new URL("vendor/widgets/", here).href;
    var script = document.createElement("script");
    script.src = new URL("vendor/widgets/embed.js", here).href;
    // The widget manager waits for the page's load event, which is long past: what it wants to do then is done now.
    var listen = window.addEventListener;
    window.addEventListener = function (type, act) {
      if (type === "load") { setTimeout(act, 0); } else { listen.apply(window, arguments); }
    };
    script.onload = script.onerror = function () { window.addEventListener = listen; };
    document.body.appendChild(script);
    new MutationObserver(function () { name(document); }).observe(document.body, { childList: true, subtree: true });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var views = document.querySelectorAll(VIEW);
    if (!views.length) { return; }
    var near = new IntersectionObserver(function (seen) {
      if (seen.some(function (one) { return one.isIntersecting; })) { near.disconnect(); load(); }
    }, { rootMargin: "200px" });
    views.forEach(function (view) {
      // The first touch, scroll or key near the widget loads it; a script element itself has no place on the page.
      var place = document.createElement("div");
      place.className = "aimak-widget-place";
      view.parentNode.insertBefore(place, view);
      place.style.minHeight = "1px";
      near.observe(place);
    });
  });
})();
