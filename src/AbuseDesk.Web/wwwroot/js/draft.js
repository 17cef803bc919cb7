// What was typed outlives a closed tab, until it is filed. Screenshots do not: pictures stay out of the browser's store.
const prefix = "abusedesk-report-";
const pause = 300;

export function keepDraft(form) {
  const key = prefix + form.dataset.owner;
  if (document.querySelector("[data-filed]")) forgetDrafts();
  if (form.dataset.draft === "restore" && restore(form, read(key))) say("A draft from before is back");
  let timer = 0;
  form.addEventListener("input", event => {
    if (event.target.type === "file") return;
    clearTimeout(timer);
    timer = setTimeout(() => write(key, form), pause);
  });
  addEventListener("pagehide", () => {
    if (timer) write(key, form);
    timer = 0;
  });
}

export function forgetDrafts() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

function fields(form) {
  return [...form.elements].filter(field => field.name && !field.name.startsWith("__") && !["file", "submit"].includes(field.type));
}

function write(key, form) {
  const typed = {};
  for (const field of fields(form)) if (field.type !== "radio" || field.checked) typed[field.name] = field.value;
  try {
    localStorage.setItem(key, JSON.stringify(typed));
    say("Draft kept, also when this tab is closed");
  } catch {
    say("The browser keeps no draft");
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function restore(form, typed) {
  if (!typed) return false;
  for (const field of fields(form)) {
    if (!(field.name in typed)) continue;
    if (field.type === "radio") field.checked = field.value === typed[field.name];
    else field.value = typed[field.name];
  }
  return true;
}

function say(sentence) {
  document.getElementById("saved").textContent = sentence;
}
