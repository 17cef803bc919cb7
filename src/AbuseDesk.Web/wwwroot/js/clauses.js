// The list of clauses shrinks to those that have all the words; a chosen one stays in sight.
export function filterClauses(form) {
  const part = form.querySelector("#clauses");
  part.querySelector("#clause-words").hidden = false;
  bringIntoSight(part);
  part.addEventListener("input", event => {
    if (event.target.id === "clause-words") filter(part);
  });
  part.addEventListener("keydown", event => {
    if (event.target.id !== "clause-words" || event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    shown(part)[0]?.querySelector("input").click();
  });
  // the browser can only point at what is in sight
  part.addEventListener("invalid", () => {
    part.querySelector("#clause-words").value = "";
    filter(part);
  }, true);
}

/** Puts the clauses of another day in place; the chosen number stays chosen where it is there too. */
export function replaceClauses(form, page) {
  const part = form.querySelector("#clauses");
  const fresh = page.querySelector("#clauses");
  if (!fresh) return;
  const chosen = part.querySelector(":checked")?.value;
  part.querySelector("legend").replaceWith(document.adoptNode(fresh.querySelector("legend")));
  part.querySelector(".choices").replaceWith(document.adoptNode(fresh.querySelector(".choices")));
  for (const radio of part.querySelectorAll("[type=radio]")) radio.checked = radio.value === chosen;
  filter(part);
  bringIntoSight(part);
}

function filter(part) {
  const words = part.querySelector("#clause-words").value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const label of part.querySelectorAll(".choices label")) {
    const text = label.textContent.toLowerCase();
    label.hidden = !label.querySelector(":checked") && !words.every(word => text.includes(word));
  }
  part.querySelector("#no-clause").hidden = shown(part).length > 0;
}

// the list scrolls by itself, not the page
function bringIntoSight(part) {
  const list = part.querySelector(".choices");
  const chosen = list.querySelector("label:has(:checked)");
  if (chosen) list.scrollTop += chosen.getBoundingClientRect().top - list.getBoundingClientRect().top;
}

function shown(part) {
  return [...part.querySelectorAll(".choices label:not([hidden])")];
}
