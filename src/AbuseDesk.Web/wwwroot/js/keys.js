// Keys of the desk. Every one of them only does what a link or a button on the page does too.
const pages = { q: "/", d: "/deadlines", r: "/review", f: "/reports/file" };
let waiting = false;

export function listenForKeys(page) {
  page.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (press(page, event.key)) event.preventDefault();
  });
}

function typing(target) {
  return target.isContentEditable || (target.matches?.("input, select, textarea") && !target.matches("[type=checkbox], [type=radio]"));
}

function press(page, key) {
  if (waiting) {
    waiting = false;
    if (!pages[key]) return false;
    location.assign(pages[key]);
    return true;
  }
  switch (key) {
    case "g": waiting = true; return true;
    case "f": location.assign(pages.f); return true;
    case "/": page.getElementById("find")?.focus(); return true;
    case "?": return toggleKeys(page);
    case "j": return move(page, 1);
    case "k": return move(page, -1);
    case "Enter": return open(page);
    default: return false;
  }
}

function rows(page) {
  return [...page.querySelectorAll(".list tbody tr:not(.group)")].filter(row => row.querySelector("a[href]"));
}

function move(page, step) {
  const all = rows(page);
  if (all.length === 0) return false;
  const from = all.findIndex(row => row.classList.contains("at"));
  const to = from < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, from + step));
  all[from]?.classList.remove("at");
  all[to].classList.add("at");
  all[to].scrollIntoView({ block: "nearest" });
  return true;
}

function open(page) {
  const link = page.querySelector(".list tr.at a[href]");
  if (!link || page.activeElement?.matches("a, button, summary, input")) return false;
  location.assign(link.href);
  return true;
}

function toggleKeys(page) {
  const keys = page.querySelector("details.allkeys");
  if (!keys) return false;
  keys.open = !keys.open;
  if (keys.open) keys.scrollIntoView({ block: "nearest" });
  return true;
}
