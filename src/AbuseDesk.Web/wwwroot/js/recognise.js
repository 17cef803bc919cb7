// Says whose location it is while it is typed, and shows the clauses of the day when it was seen.
import { replaceClauses } from "./clauses.js";

const pause = 250;
const watched = ["url", "customer", "seen", "zone", "offset"];

export function recognise(form) {
  let timer = 0;
  let asked = 0;
  const ask = async seenToo => {
    const mine = ++asked;
    const query = new URLSearchParams(watched.map(name => [name, form.elements[name]?.value ?? ""]));
    if (seenToo) {
      const page = await read(`/reports/file?${new URLSearchParams({ seen: query.get("seen"), zone: query.get("zone"), offset: query.get("offset") })}`);
      if (page && mine === asked) {
        replaceClauses(form, page);
        show(form, page, ["which"]);
      }
    }
    const fragment = await read(`/reports/known?${query}`);
    if (fragment && mine === asked) show(form, fragment);
  };
  let seenChanged = false;
  form.addEventListener("input", event => {
    if (!watched.includes(event.target.name)) return;
    seenChanged ||= ["seen", "zone", "offset"].includes(event.target.name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      ask(seenChanged);
      seenChanged = false;
    }, pause);
  });
  if (form.elements.url.value) ask(form.dataset.draft === "restore");
}

async function read(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return null; // the form can be sent all the same
  }
}

function show(form, fragment, parts = ["known", "before"]) {
  for (const id of parts) {
    const fresh = fragment.getElementById(id);
    if (fresh) form.querySelector(`#${id}`).replaceChildren(...document.adoptNode(fresh).childNodes);
  }
}
