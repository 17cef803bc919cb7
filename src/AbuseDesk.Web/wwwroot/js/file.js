// The form of a report. It works without any of this; with it, it is faster.
import { keepDraft } from "./draft.js";
import { filterClauses } from "./clauses.js";
import { gatherScreenshots } from "./screenshots.js";
import { recognise } from "./recognise.js";

const form = document.getElementById("report");

form.classList.add("js");
gatherScreenshots(form);
keepDraft(form);
filterClauses(form);
recognise(form);
sendByKey(form);

function sendByKey(form) {
  const button = form.querySelector("#send");
  button.querySelector("kbd").hidden = false;
  document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
  // a second press must not file the same report again
  let sent = false;
  form.addEventListener("submit", event => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener("pageshow", () => { sent = false; });
}
