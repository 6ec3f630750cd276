/* What a link leads to, shown beside it where the pointer or the keyboard's focus rests: the page's kind, title, first
   facts and words, read from that page itself when it is asked for. Nothing for fingers, and nothing without
   JavaScript or from a disk: there a link is a link. */
(function () {
  "use strict"

  var SHOW_AFTER = 450
  var HIDE_AFTER = 300
  var FACTS = 2
  var LONGEST = { fact: 120, text: 320 }
  /* A page of the dossier lies in the folder of its kind: actors/usa/ (or actors/usa.html). */
  var PAGE = /^[^/]+\/(?!index\.html)[^/]+(\/|\.html)$/
  /* These say already where they lead, or are in another box; so do points of a chart, which have a title. */
  var WITHOUT = "nav, .crumb, .footnote, .evidence-box, .search-results"
  var ANSWERS = ".answers h2"
  /* Where the words of a page begin: an intro, the answers to a question, a chart in words, else its first fact. */
  var BEGINNINGS = [".intro p", ANSWERS, "figure.chart desc", "li:has(a.footnote-ref)"]

  var script = document.currentScript
  var root = new URL("..", script.src)
  var main = document.querySelector("main")
  var hovers = window.matchMedia("(hover: hover)").matches
  if (!main || !hovers || !HTMLElement.prototype.showPopover || location.protocol === "file:") return

  var box = document.createElement("div")
  var read = new Map() // address → the page there, as a promise
  var wanted = null // the link that was rested on last
  var shown = null // the link whose preview is open
  var timer = 0

  box.className = "preview-box"
  box.id = "_vorschau"
  box.popover = "manual"
  box.setAttribute("role", "tooltip")
  main.append(box)

  /* The href of a link in a drawing is no text; on a page by hand it may be no address. */
  function addressOf(link) {
    try {
      return new URL(link.getAttribute("href"), location.href)
    } catch (error) {
      return null
    }
  }

  function idIn(address) {
    try {
      return decodeURIComponent(address.hash.slice(1))
    } catch (error) {
      return "" // a percent sign that encodes nothing
    }
  }

  function linkOf(target) {
    var link = target instanceof Element ? target.closest("main a[href]") : null
    if (!link || link.closest(WITHOUT) || link.querySelector(":scope > title")) return null
    var address = addressOf(link)
    var inside = address && address.href.startsWith(root.href) && PAGE.test(address.pathname.slice(root.pathname.length))
    return inside && address.pathname !== location.pathname ? link : null
  }

  // What a page says of itself

  /* Of small words behind others, those that tell what kind of statement it is are kept, in brackets. */
  function words(node, without) {
    var copy = node.cloneNode(true)
    copy.querySelectorAll("sup, .headerlink, .cite-link, " + without).forEach(function (each) { each.remove() })
    copy.querySelectorAll(".badge, .origin").forEach(function (each) { each.prepend("("); each.append(")") })
    return copy.textContent.replace(/\s+/g, " ").replace(/ ([.,;])/g, "$1").replace(/[·\s]+$/, "").trim()
  }

  function cut(text, longest) {
    var end = text.lastIndexOf(" ", longest)
    return text.length <= longest ? text : text.slice(0, end > 0 ? end : longest) + " …"
  }

  function factsOf(page) {
    return Array.from(page.querySelectorAll("dl.facts > div"), function (fact) {
      var said = Array.from(fact.querySelectorAll("dd"), function (each) { return words(each, ".visually-hidden") })
      return [words(fact.querySelector("dt"), ".visually-hidden"), cut(said.join("; "), LONGEST.fact)]
    })
  }

  /* The claim that the link leads to, else where the words of the page begin. */
  function textsOf(page, id) {
    var claim = id && page.getElementById(id)
    var beginning = BEGINNINGS.find(function (each) { return page.querySelector(each) })
    var all = beginning ? Array.from(page.querySelectorAll(beginning)) : []
    if (beginning !== ANSWERS) all = all.slice(0, 1)
    if (claim && claim.matches("li > .claim, li > p > .claim")) all = [claim.closest("li")]
    return all.map(function (each) { return cut(words(each, "a.origin, .visually-hidden"), LONGEST.text) })
  }

  function summary(page, id) {
    var kind = page.querySelector("meta[property='article:section']")
    var title = page.querySelector("main h1")
    if (!kind || !title) return null
    var facts = factsOf(page)
    var name = kind.content
    if (facts.length && facts[0][0] === name) name = facts.shift().join(": ")
    return { kind: name, title: words(title, "button"), facts: facts.slice(0, FACTS), texts: textsOf(page, id) }
  }

  function pageAt(address) {
    if (!read.has(address)) {
      var asked = fetch(address).then(function (got) { return got.ok ? got.text() : "" })
      var parsed = asked.then(function (html) { return new DOMParser().parseFromString(html, "text/html") })
      read.set(address, parsed.catch(function () {
        read.delete(address) // the net may be back the next time
        return new Document()
      }))
    }
    return read.get(address)
  }

  // The box

  function line(name, text) {
    var made = document.createElement("p")
    made.className = name
    made.textContent = text
    return made
  }

  function fill(said) {
    var name = line("visually-hidden", script.dataset.preview)
    box.replaceChildren(name, line("preview-kind", said.kind), line("preview-title", said.title))
    said.facts.forEach(function (fact) { box.append(line("preview-fact", fact.join(": "))) })
    said.texts.forEach(function (text) { box.append(line("preview-text", text)) })
  }

  /* Of a link that breaks over two lines, the part under the pointer. */
  function partOf(link, point) {
    var part = point && Array.from(link.getClientRects()).find(function (each) {
      return each.left <= point.x && point.x <= each.right && each.top <= point.y && point.y <= each.bottom
    })
    return part || link.getBoundingClientRect()
  }

  function ask(link, point) {
    if (!rests(link)) return
    wanted = link
    var address = addressOf(link)
    var id = idIn(address)
    pageAt(address.origin + address.pathname).then(function (page) {
      var said = summary(page, id)
      if (!said || wanted !== link || !rests(link) || document.querySelector(".evidence-box:popover-open")) return
      close()
      fill(said)
      box.showPopover()
      window.dossierPlace(box, partOf(link, point))
      shown = wanted = link
      link.setAttribute("aria-describedby", box.id)
    })
  }

  function close() {
    if (!shown) return
    shown.removeAttribute("aria-describedby")
    shown = null
    box.hidePopover()
  }

  function hide() {
    window.clearTimeout(timer)
    wanted = null
    close()
  }

  function after(pause, what, link, point) {
    window.clearTimeout(timer)
    timer = window.setTimeout(what, pause, link, point)
  }

  function rests(link) {
    return link.matches(":hover, :focus-visible")
  }

  /* It stays as long as the pointer or the focus is on the link, or the pointer in the box. */
  function held() {
    return rests(shown) || box.matches(":hover")
  }

  function leave() {
    window.clearTimeout(timer)
    wanted = shown
    if (shown && !held()) after(HIDE_AFTER, hide)
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType !== "mouse") return
    var link = linkOf(event.target)
    if (link && link !== shown) after(SHOW_AFTER, ask, link, { x: event.clientX, y: event.clientY })
    else leave()
  })

  document.documentElement.addEventListener("pointerleave", leave)

  document.addEventListener("focusin", function (event) {
    var link = linkOf(event.target)
    if (link && link !== shown && link.matches(":focus-visible")) after(SHOW_AFTER, ask, link)
  })

  document.addEventListener("focusout", function () {
    window.setTimeout(function () { if (shown && !held()) close() }) // once it is known where the focus goes
  })

  document.addEventListener("click", function (event) {
    if (!box.contains(event.target)) hide()
  })

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide()
  }, true)
})()
