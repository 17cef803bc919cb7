// What is typed is kept after a pause, and the preview follows. Without this the buttons do the same.
const form = document.getElementById("edit");
const field = document.getElementById("text");
const lines = document.getElementById("lines");
const kept = document.getElementById("kept");
const mistake = document.getElementById("mistake");
let frame = document.getElementById("frame");
const Pause = 700;
let timer, running = false, again = false, before = field.value;

function number() {
  const texts = field.value.split("\n");
  while (lines.childElementCount > texts.length) lines.lastElementChild.remove();
  while (lines.childElementCount < texts.length) lines.append(document.createElement("li"));
  texts.forEach((text, index) => {
    const line = lines.children[index];
    if (line.textContent !== text) line.textContent = text;
    line.id = `l${index + 1}`;
  });
}

function say(answer) {
  mistake.hidden = !answer.sentence;
  mistake.querySelector("span").textContent = answer.sentence ?? "";
  mistake.querySelector("a")?.remove();
  lines.querySelectorAll(".bad").forEach(line => line.classList.remove("bad"));
  frame.classList.toggle("old", Boolean(answer.sentence));
  if (answer.line) lines.children[answer.line - 1]?.classList.add("bad");
  if (answer.sentence) return;
  document.getElementById("waits")?.remove();
  // replacing keeps the way back free of previews
  const address = new URL(frame.dataset.source, location.href);
  address.searchParams.set("at", Date.now());
  const fresh = frame.cloneNode();
  fresh.src = address.pathname + address.search + (frame.hasAttribute("sandbox") ? "" : "#view=FitH&navpanes=0");
  frame.replaceWith(fresh);
  frame = fresh;
}

async function keep() {
  if (running) { again = true; return; }
  running = true;
  const text = field.value;
  try {
    const address = new URL(form.dataset.address, location.href);
    address.searchParams.set("handler", "Typed");
    const answer = await fetch(address, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    const said = await answer.json();
    kept.textContent = said.kept === false ? "not kept" : "kept just now";
    if (said.kept !== false) before = text;
    say(said);
  } catch {
    kept.textContent = "not kept: the desk does not answer; copy your text before you leave";
  }
  running = false;
  if (again) { again = false; keep(); }
}

if (!field.readOnly) {
  field.addEventListener("input", () => {
    number();
    kept.textContent = "not kept yet";
    clearTimeout(timer);
    timer = setTimeout(keep, Pause);
  });
  // a tab that closes within the pause
  addEventListener("pagehide", () => {
    if (field.value === before) return;
    const address = new URL(form.dataset.address, location.href);
    address.searchParams.set("handler", "Typed");
    navigator.sendBeacon(address, new FormData(form));
  });
}
mistake.addEventListener("click", event => {
  if (!event.target.matches("a")) return;
  event.preventDefault();
  const line = document.querySelector(event.target.hash);
  line?.scrollIntoView({ block: "center" });
});
document.getElementById("on")?.addEventListener("change", () => document.getElementById("tried").requestSubmit());
