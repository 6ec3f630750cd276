/* Where a box that floats beside a word stands: below it or, where there is more room, above it, inside the window. */
(function () {
  "use strict"

  var GAP = 6

  /* `at` is the word's rectangle in the window; the box stands in the document and scrolls with it. */
  window.dossierPlace = function (box, at) {
    var widest = document.documentElement.clientWidth - box.offsetWidth - GAP
    var left = Math.max(GAP, Math.min(at.left - 16, widest))
    var above = at.bottom + GAP + box.offsetHeight > window.innerHeight && at.top > window.innerHeight - at.bottom
    var top = above ? at.top - box.offsetHeight - GAP : at.bottom + GAP
    box.style.left = left + window.scrollX + "px"
    box.style.top = top + window.scrollY + "px"
  }
})()
