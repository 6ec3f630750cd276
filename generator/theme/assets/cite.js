/* Buttons that copy: a citation or one of its formats, the permalink of a claim, the address of a page.
   Without JavaScript, texts can be marked and permalinks are links. */
(function () {
  "use strict"

  var SHOWN_FOR = 2000
  var words = document.currentScript.dataset
  var said = document.createElement("p")

  said.className = "copied visually-hidden"
  said.setAttribute("role", "status")
  document.body.append(said)

  /* For pages from a disk, and where the clipboard is refused. */
  function copyMarked(text) {
    var area = document.createElement("textarea")
    var before = document.activeElement
    area.className = "visually-hidden"
    area.value = text
    // beside the button, as what has the focus may not be left: an open note would close
    ;(before && before.parentElement || document.body).append(area)
    area.select()
    var done = document.execCommand("copy")
    area.remove()
    if (before) before.focus({ preventScroll: true })
    return done ? Promise.resolve() : Promise.reject(new Error("copy"))
  }

  function copy(text) {
    if (!navigator.clipboard) return copyMarked(text)
    return navigator.clipboard.writeText(text).catch(function () { return copyMarked(text) })
  }

  function tell(button, name, word) {
    button.textContent = word
    said.textContent = ""
    window.setTimeout(function () { said.textContent = word }, 50)
    window.setTimeout(function () { button.textContent = name }, SHOWN_FOR)
  }

  /* `text` is asked for at the click; `what` tells buttons of one name apart for screen readers. */
  function button(name, what, text) {
    var made = document.createElement("button")
    made.type = "button"
    made.className = "copy"
    made.textContent = name
    if (what) made.setAttribute("aria-label", name + ": " + what)
    made.addEventListener("click", function () {
      copy(text()).then(
        function () { tell(made, name, words.copied) },
        function () { tell(made, name, words.failed) }
      )
    })
    return made
  }

  /* From a disk, what is copied is where the page stands on the net. */
  var canonical = document.querySelector("link[rel=canonical]")
  var fromDisk = location.protocol === "file:" && canonical

  function addressHere(hash) {
    return (fromDisk ? canonical.href : location.origin + location.pathname) + hash
  }

  function addressOf(link) {
    if (link.pathname === location.pathname) return addressHere(link.hash)
    if (!fromDisk) return link.href
    var folder = /\/index\.html$/.test(location.pathname) ? "." : ".." // actors/usa.html is actors/usa/ there
    var path = link.getAttribute("href").replace(/(^|\/)index\.html/, "$1").replace(/\.html(?=#|$)/, "/")
    return new URL(path, new URL(folder + "/", canonical.href)).href
  }

  window.dossierCopyLink = function (link, what) {
    return button(words.link, what, function () { return addressOf(link) })
  }

  document.querySelectorAll(".cite").forEach(function (cite) {
    var line = cite.querySelector(".cite-line")
    var what = cite.getAttribute("aria-label")
    line.after(button(words.copy, what, function () { return line.textContent }))
    cite.querySelectorAll("details").forEach(function (format) {
      var code = format.querySelector("pre")
      var name = format.querySelector("summary").textContent
      format.append(button(words.copy, what + ", " + name, function () { return code.textContent }))
    })
  })

  document.querySelectorAll("a.permalink").forEach(function (link) {
    link.after(" ", window.dossierCopyLink(link, link.textContent))
  })

  var way = document.querySelector("p > a.crumb:only-child")
  if (way && document.querySelector(".cite")) {
    way.after(button(words.link, document.querySelector("h1").textContent, function () { return addressHere("") }))
  }
})()
