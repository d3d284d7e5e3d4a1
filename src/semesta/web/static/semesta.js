// What pages do beyond forms and links: charts from their data, files dropped on the form, the link of the first start.
"use strict";
for (const place of document.querySelectorAll(".vega")) {
  const spec = JSON.parse(document.getElementById(place.dataset.spec).textContent);
  // ast: expressions are interpreted, not compiled, so that the page may forbid eval.
  window.addEventListener("load", () => window.vegaEmbed(place, spec, { ast: true, actions: false, renderer: "canvas", defaultStyle: false, tooltip: false }));
}
for (const form of document.querySelectorAll("form.drop")) {
  const input = form.querySelector("input[type=file]");
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => { event.preventDefault(); form.classList.remove("over"); input.files = event.dataTransfer.files; });
  const box = form.querySelector("#holds_people"), people = form.querySelector("#people");
  if (box) { const show = () => { people.hidden = !box.checked; }; box.addEventListener("change", show); show(); }
}
const byLink = document.getElementById("by-link");
if (byLink && location.hash.length > 1) {
  byLink.elements.token.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  byLink.submit();
}
