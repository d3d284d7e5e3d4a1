// What pages do beyond forms and links: charts from their data, files dropped on the form, the link of the first start.
"use strict";
const narrow = matchMedia("(max-width: 600px)").matches;
// ast: expressions are interpreted, not compiled, so that the page may forbid eval.
const drawn = (place, spec) => window.vegaEmbed(place, spec, { ast: true, actions: false, renderer: "canvas", defaultStyle: false, tooltip: false });
const LEAST_WIDTH = 120;
// On a phone panels stand below one another, and the plot gives up what its labels need beyond the screen.
async function draw(place, spec) {
  const plot = spec.spec || spec;
  if (narrow && spec.columns) spec.columns = 1;
  if (narrow && plot.width > place.clientWidth) plot.width = place.clientWidth;
  if (narrow) spec.autosize = "pad"; // fit would cut what stands beside the plot
  await drawn(place, spec);
  for (let times = 0; narrow && times < 3; times++) {
    const beyond = place.querySelector("canvas").clientWidth - place.clientWidth;
    if (beyond <= 0 || !(plot.width > LEAST_WIDTH)) break;
    plot.width = Math.max(LEAST_WIDTH, plot.width - beyond);
    await drawn(place, spec);
  }
  if (narrow) place.classList.add("fitted");
}
for (const place of document.querySelectorAll(".vega")) {
  const spec = JSON.parse(document.getElementById(place.dataset.spec).textContent);
  window.addEventListener("load", () => draw(place, spec));
}
// A table wider than a phone is read row by row there, each cell beside its heading; a long one stays a table to be swiped.
for (const table of narrow ? document.querySelectorAll("figure.table table") : []) {
  if (table.scrollWidth <= table.parentElement.clientWidth || table.tBodies[0].rows.length > 15) continue;
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  for (const row of table.querySelectorAll("tbody tr, tfoot tr")) {
    [...row.cells].forEach((cell, at) => { if (at) cell.dataset.label = heads[at]; else cell.classList.add("first"); });
  }
  table.classList.add("stack");
}
for (const here of document.querySelectorAll(".bar nav [aria-current], .tabs [aria-current]")) here.scrollIntoView({ inline: "center", block: "nearest" });
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
