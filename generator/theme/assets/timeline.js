/* Filters of the timeline: the form, hidden without this script, and the address say the same.
   Events stay in the page; those that do not match are hidden, and years without any. */
(function () {
  "use strict";

  var form = document.querySelector(".timeline-filters");
  if (!form) return;
  var status = form.querySelector("[role=status]");
  var unknownNote = form.querySelector(".timeline-unknown");
  var fields = Array.from(form.querySelectorAll("select, input"));
  var names = {};
  form.querySelectorAll("select option").forEach(function (option) {
    names[option.value] = option.text.replace(/ \([^()]*\)$/, "");
  });

  /* Letters alone: ü, ue and u are one, as are ß and ss. */
  function folded(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u00ad\u2060]/g, "").replace(/ß/g, "ss")
      .replace(/ae/g, "a").replace(/oe/g, "o").replace(/ue/g, "u").replace(/\s+/g, " ").trim();
  }

  var years = Array.from(document.querySelectorAll("ol.timeline")).map(function (list) {
    var heading = list.previousElementSibling;
    return {
      list: list,
      heading: heading,
      links: Array.from(document.querySelectorAll('a[href$="#' + heading.id + '"]')),
      events: Array.from(list.children).map(function (item) {
        var topics = item.dataset.topics ? item.dataset.topics.split(" ") : [];
        return { item: item, topics: new Set(topics), type: item.dataset.type, text: "" };
      }),
    };
  });

  /* All that the event shows, what its claims say, and the names of topics that it is too short to show. */
  function textOf(event) {
    if (!event.text) {
      event.text = folded(event.item.textContent + " " + (event.item.dataset.words || "") + " " + Array.from(event.topics, function (id) {
        return names[id] || "";
      }).join(" "));
    }
    return event.text;
  }

  function chosen() {
    return { words: folded(form.elements.q.value).split(" ").filter(Boolean),
      type: form.elements.type.value,
      topics: fields.filter(function (field) {
        return field.tagName === "SELECT" && field.name !== "type" && field.value;
      }).map(function (field) { return field.value; }) };
  }

  function matches(event, wanted) {
    return (!wanted.type || event.type === wanted.type) &&
      wanted.topics.every(function (id) { return event.topics.has(id); }) &&
      wanted.words.every(function (word) { return textOf(event).includes(word); });
  }

  function show() {
    var wanted = chosen();
    var shown = 0;
    years.forEach(function (year) {
      var before = shown;
      year.events.forEach(function (event) {
        event.item.hidden = !matches(event, wanted);
        if (!event.item.hidden) shown += 1;
      });
      var empty = shown === before;
      year.list.hidden = year.heading.hidden = empty;
      year.links.forEach(function (link) {
        link.classList.toggle("empty", empty);
        if (empty) link.removeAttribute("href");
        else link.setAttribute("href", "#" + year.heading.id);
      });
    });
    var words = status.dataset.shown.replace("{shown}", shown.toLocaleString(document.documentElement.lang));
    status.textContent = shown ? words : words + ". " + status.dataset.nothing;
    var filtered = Boolean(wanted.type || wanted.topics.length || wanted.words.length);
    form.classList.toggle("filtered", filtered);
    form.elements.reset.disabled = !filtered;
  }

  /* What the address asks for; a value that no list has is named, not obeyed. */
  function read() {
    var asked = new URLSearchParams(location.search);
    var unknown = [];
    fields.forEach(function (field) {
      var value = asked.get(field.name) || "";
      field.value = value;
      if (field.value !== value && field.tagName === "SELECT") {
        unknown.push(field.name + "=" + value);
        field.value = "";
      }
    });
    unknownNote.hidden = !unknown.length;
    unknownNote.textContent = unknown.length ? unknownNote.dataset.words.replace("{values}", unknown.join(", ")) : "";
    show();
  }

  function write() {
    var asked = new URLSearchParams(location.search);
    fields.forEach(function (field) {
      var value = field.value.trim();
      if (value) asked.set(field.name, value);
      else asked.delete(field.name);
    });
    var query = asked.toString();
    try {
      history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch (error) {
      /* some browsers keep the address of a file as it is; the filters work all the same */
    }
    unknownNote.hidden = true;
    show();
  }

  form.addEventListener("input", write);
  form.addEventListener("change", write);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    fields.forEach(function (field) { field.value = ""; });
    write();
    fields[0].focus();
  });
  window.addEventListener("popstate", read);
  window.addEventListener("pageshow", read); /* after the browser has filled in the form again */
  form.hidden = false;
  read();
})();
