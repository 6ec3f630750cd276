/* A link to a claim that its article's page does not have: one line above all says so, and leads to the corrections. */
(function () {
  "use strict"

  var CITE = /^_zitieren-/
  var OTHER = /^(_|fn|absatz-)|^top$/i // ways about the page
  var words = document.currentScript.dataset
  var line = null

  function wanted() {
    try {
      return decodeURIComponent(location.hash.slice(1))
    } catch (fault) {
      return location.hash.slice(1)
    }
  }

  function tell() {
    var id = wanted()
    var claim = id.replace(CITE, "")
    if (line) line.remove()
    if (!claim || document.getElementById(id)) return
    if (document.getElementById(claim)) { // withdrawn, so nothing says how to cite it; there stands why
      location.replace("#" + encodeURIComponent(claim))
      return
    }
    if (OTHER.test(claim)) return
    var link = document.createElement("a")
    link.href = words.corrections
    link.textContent = words.link
    line = document.createElement("p")
    line.className = "claim-gone"
    line.setAttribute("role", "status")
    document.querySelector("main h1").before(line)
    line.append(words.gone + " ", link)
    line.scrollIntoView({ block: "center" })
  }

  window.addEventListener("hashchange", tell)
  tell()
})()
