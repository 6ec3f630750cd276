/* The note behind a numbered mark, shown beside it: on a click, by Enter or Space, and where the pointer rests on it.
   Without JavaScript (or the Popover API) a mark is what it always is: a link to its note at the foot of the page. */
(function () {
  "use strict"

  var SHOW_AFTER = 350
  var HIDE_AFTER = 300

  var list = document.querySelector(".footnote")
  if (!list || !HTMLElement.prototype.showPopover) return

  var box = document.createElement("div")
  var shown = null // the mark whose note is open
  var pinned = false // opened on purpose: it has the focus and stays
  var timer = 0

  box.className = "evidence-box md-typeset"
  box.id = "_beleg"
  box.popover = "manual"
  box.tabIndex = -1
  box.setAttribute("role", "dialog")
  document.body.append(box)

  var marks = document.querySelectorAll("a.footnote-ref")
  marks.forEach(function (mark) {
    mark.setAttribute("aria-haspopup", "dialog")
    mark.setAttribute("aria-expanded", "false")
  })

  function noteOf(mark) {
    return document.getElementById(decodeURIComponent(mark.hash.slice(1)))
  }

  function bare(node) {
    var copy = node.cloneNode(true)
    copy.querySelectorAll(".footnote-backref").forEach(function (link) { link.remove() })
    copy.querySelectorAll("[id]").forEach(function (each) { each.removeAttribute("id") })
    copy.removeAttribute("id")
    return copy
  }

  function fill(mark, note) {
    var head = note.parentElement.previousElementSibling
    var foot = document.createElement("p")
    var more = document.createElement("a")
    var close = document.createElement("button")
    more.href = mark.getAttribute("href")
    more.textContent = list.dataset.more
    close.type = "button"
    close.textContent = list.dataset.close
    close.addEventListener("click", hideAndReturn)
    foot.className = "evidence-links"
    var place = note.querySelector("a.note-place")
    foot.append(more)
    if (place && window.dossierCopyLink) foot.append(window.dossierCopyLink(place, mark.getAttribute("aria-label")))
    var said = bare(note)
    var cite = said.querySelector("a.cite-link")
    if (cite) foot.append(cite)
    foot.append(close)
    box.replaceChildren()
    if (head && head.matches(".note-article")) box.append(bare(head))
    box.append.apply(box, said.childNodes)
    box.append(foot)
    box.setAttribute("aria-label", mark.getAttribute("aria-label"))
  }

  function show(mark) {
    var note = noteOf(mark)
    window.clearTimeout(timer)
    if (!note) return false
    if (shown !== mark) {
      hide()
      fill(mark, note)
      box.showPopover()
      window.dossierPlace(box, mark.getBoundingClientRect())
      shown = mark
      mark.setAttribute("aria-expanded", "true")
      mark.setAttribute("aria-controls", box.id)
    }
    return true
  }

  function hide() {
    window.clearTimeout(timer)
    if (!shown) return
    shown.setAttribute("aria-expanded", "false")
    shown.removeAttribute("aria-controls")
    shown = null
    pinned = false
    box.hidePopover()
  }

  function hideAndReturn() {
    var mark = shown
    var inside = box.contains(document.activeElement)
    hide()
    if (mark && inside) mark.focus({ preventScroll: true })
  }

  function pin(mark) {
    if (shown === mark && pinned) {
      hideAndReturn()
    } else if (show(mark)) {
      pinned = true
      box.focus({ preventScroll: true })
    }
  }

  function markOf(target) {
    return target instanceof Element ? target.closest("a.footnote-ref") : null
  }

  document.addEventListener("click", function (event) {
    var mark = markOf(event.target)
    if (mark && noteOf(mark)) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      pin(mark)
    } else if (!box.contains(event.target) || event.target.closest("a[href]")) {
      hide()
    }
  })

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && shown) {
      hideAndReturn()
      event.stopPropagation()
    } else if (event.key === " " && markOf(event.target)) {
      event.preventDefault()
      pin(markOf(event.target))
    } else if (event.key === "Tab" && box.contains(document.activeElement)) {
      leaveAtTheEnds(event)
    }
  }, true)

  /* The box stands at the end of the document, but Tab goes on from the mark that it belongs to. */
  function leaveAtTheEnds(event) {
    var inside = Array.from(box.querySelectorAll("a[href], button"))
    var at = inside.indexOf(document.activeElement)
    if (event.shiftKey ? at > 0 : at < inside.length - 1) return
    if (event.shiftKey) event.preventDefault()
    hideAndReturn()
  }

  document.addEventListener("focusin", function (event) {
    if (shown && pinned && !box.contains(event.target) && event.target !== shown) hide()
  })

  /* Pointers that rest: the note may be reached with the pointer, and goes only after both are left. */
  if (window.matchMedia("(hover: hover)").matches) {
    document.addEventListener("pointerover", function (event) {
      var mark = markOf(event.target)
      if (event.pointerType !== "mouse" || pinned) return
      window.clearTimeout(timer)
      if (mark && mark !== shown) timer = window.setTimeout(show, SHOW_AFTER, mark)
      else if (!mark && shown && !box.contains(event.target)) timer = window.setTimeout(hide, HIDE_AFTER)
    })
  }
})()
