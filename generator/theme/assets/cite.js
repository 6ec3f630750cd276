/* Buttons that copy: a citation or one of its formats, the permalink of a claim, the address of a page.
   Without JavaScript, texts can be marked and permalinks are links. */
(function () {
  "use strict"

  var SHOWN_FOR = 2000
  var NAMED_BY = 10 // words
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

  function tell(button, word) {
    var shown = button.dataset.shown
    button.textContent = word
    said.textContent = ""
    window.setTimeout(function () { said.textContent = word }, 50)
    window.setTimeout(function () { button.textContent = shown }, SHOWN_FOR)
  }

  /* `text` is asked for at the click; `what` tells buttons of one name apart for screen readers. */
  function button(name, what, text) {
    var made = document.createElement("button")
    made.type = "button"
    made.className = "copy"
    made.textContent = made.dataset.shown = name
    made.setAttribute("aria-label", name + ": " + what)
    made.addEventListener("click", function () {
      copy(text()).then(
        function () { tell(made, words.copied) },
        function () { tell(made, words.failed) }
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

  // How to cite

  function copyBeside(place, what, text) {
    place.append(" ", button(words.copy, what, function () { return text.textContent }))
  }

  document.querySelectorAll(".cite").forEach(function (cite) {
    var what = cite.getAttribute("aria-label")
    var line = cite.querySelector(".cite-line")
    line.after(button(words.copy, what, function () { return line.textContent }))
    cite.querySelectorAll("details").forEach(function (format) {
      copyBeside(format, what + ", " + format.querySelector("summary").textContent, format.querySelector("pre"))
    })
  })

  /* Of many claims few are cited: each gets its buttons when it is opened. */
  function dress(claim) {
    if (!claim.open || claim.querySelector("button")) return
    var what = claim.querySelector("summary").textContent
    var line = claim.querySelector(".cite-line")
    line.after(button(words.copy, what, function () { return line.textContent }))
    claim.querySelectorAll(".cite-format").forEach(function (name) {
      copyBeside(name, what + ", " + name.textContent, name.nextElementSibling)
    })
  }

  document.querySelectorAll(".cite-claims > details").forEach(function (claim) {
    claim.addEventListener("toggle", function () { dress(claim) })
    dress(claim)
  })

  /* Chromium opens what a link leads into by itself; where a browser does not, this does. */
  function reveal() {
    var line = Array.from(document.querySelectorAll(".cite-claims .cite-line")).find(function (each) {
      return "#" + each.id === location.hash || "#" + encodeURIComponent(each.id) === location.hash
    })
    if (!line || line.checkVisibility()) return
    line.closest("details").open = line.closest(".cite-box").open = true
    line.scrollIntoView()
  }

  window.addEventListener("hashchange", reveal)
  reveal()

  // Links of claims, in lists and in tables

  /* The first words of the sentence that the link belongs to. */
  function beginning(link) {
    var mark = link.closest("li, tr").querySelector("sup:has(a.footnote-ref)")
    if (!mark) return link.textContent
    var before = document.createRange()
    before.setStart(mark.closest("td, li, p"), 0)
    before.setEndBefore(mark)
    var all = before.toString().trim().split(/\s+/)
    return all.length > NAMED_BY ? all.slice(0, NAMED_BY).join(" ") + " …" : all.join(" ")
  }

  document.querySelectorAll("a.permalink, .linked td > a.origin").forEach(function (link) {
    var what = beginning(link)
    var copies = window.dossierCopyLink(link, what)
    var cite = link.parentElement.querySelector("a.cite-link")
    copies.classList.add("sign")
    copies.title = words.link
    copies.textContent = copies.dataset.shown = ""
    link.after(" ", copies)
    if (cite) cite.setAttribute("aria-label", cite.textContent + ": " + what)
  })

  var way = document.querySelector("p > a.crumb:only-child")
  if (way && document.querySelector(".cite")) {
    way.after(button(words.link, document.querySelector("h1").textContent, function () { return addressHere("") }))
  }
})()
