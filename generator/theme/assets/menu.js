/* The menu of narrow screens, which opens and closes without this: Escape and a touch elsewhere close it as well. */
(function () {
  "use strict"

  var menu = document.querySelector("details.menu")

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !menu.open) return
    var inside = menu.contains(document.activeElement) || document.activeElement === document.body
    menu.open = false
    if (inside) menu.querySelector("summary").focus()
  })

  document.addEventListener("pointerdown", function (event) {
    if (!menu.contains(event.target)) menu.open = false
  })
})()
