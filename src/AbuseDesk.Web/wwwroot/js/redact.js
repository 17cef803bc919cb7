// Boxes over a screenshot, drawn with the mouse or moved with the keyboard. The numbers in the form are what is sent.
const svg = document.querySelector("svg.redacting");
const list = document.getElementById("boxes");
const names = ["x", "y", "w", "h"];
const rects = new Map();
if (svg && list) begin();

function begin() {
  for (const hidden of document.querySelectorAll("#add-box, .drawn")) hidden.hidden = false;
  svg.querySelectorAll("rect").forEach(rect => rect.remove());
  svg.addEventListener("pointerdown", press);
  svg.addEventListener("keydown", type);
  list.addEventListener("input", draw);
  addEventListener("pageshow", draw);
  document.getElementById("add-box").addEventListener("click", add);
  const preview = document.getElementById("preview");
  preview.type = "button";
  const say = () => preview.setAttribute("aria-pressed", svg.classList.contains("result"));
  preview.addEventListener("click", () => { svg.classList.toggle("result"); say(); });
  say();
  draw();
}

function size() {
  return [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height];
}

function fields(row) {
  return names.map(name => row.querySelector(`[name=${name}]`));
}

function read(row) {
  const numbers = fields(row).map(field => field.value.trim() === "" ? NaN : Number(field.value));
  return numbers.every(Number.isFinite) && numbers[2] > 0 && numbers[3] > 0 ? numbers : null;
}

function write(row, box) {
  fields(row).forEach((field, index) => { field.value = box ? Math.round(box[index]) : ""; });
  draw();
}

// one rectangle for each row that holds a box; kept, so that it keeps the focus
function draw() {
  [...list.children].forEach((row, index) => {
    const box = read(row);
    if (!box) {
      rects.get(row)?.remove();
      rects.delete(row);
      return;
    }
    if (!rects.has(row)) rects.set(row, svg.appendChild(rectangle()));
    const rect = rects.get(row);
    ["x", "y", "width", "height"].forEach((name, part) => rect.setAttribute(name, box[part]));
    rect.setAttribute("aria-label", `Box ${index + 1}: ${box[2]} by ${box[3]} at ${box[0]}, ${box[1]}`);
  });
}

function rectangle() {
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  rect.setAttribute("tabindex", "0");
  rect.setAttribute("role", "button");
  rect.setAttribute("aria-describedby", "keys");
  return rect;
}

function rowOf(rect) {
  return [...rects].find(([, other]) => other === rect)?.[0];
}

function freeRow() {
  const free = [...list.children].find(row => fields(row).every(field => field.value === ""));
  if (free) return free;
  const row = list.lastElementChild.cloneNode(true);
  fields(row).forEach(field => { field.value = ""; });
  row.querySelector("legend span").textContent = list.children.length + 1;
  return list.appendChild(row);
}

function add() {
  const [width, height] = size();
  const row = freeRow();
  write(row, [width * 3 / 8, height * 3 / 8, Math.max(1, width / 4), Math.max(1, height / 4)]);
  rects.get(row).focus();
}

function at(event) {
  const [width, height] = size();
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return [Math.min(Math.max(point.x, 0), width), Math.min(Math.max(point.y, 0), height)];
}

// a finger scrolls; boxes are added by their button there
function press(event) {
  if (event.button !== 0 || event.pointerType === "touch") return;
  event.preventDefault();
  const start = at(event);
  const held = rowOf(event.target);
  const row = held ?? freeRow();
  const box = held && read(held);
  svg.setPointerCapture(event.pointerId);
  const move = moved => {
    const now = at(moved);
    write(row, box ? inside([box[0] + now[0] - start[0], box[1] + now[1] - start[1], box[2], box[3]]) : between(start, now));
  };
  const release = () => {
    svg.removeEventListener("pointermove", move);
    rects.get(row)?.focus();
  };
  svg.addEventListener("pointermove", move);
  svg.addEventListener("lostpointercapture", release, { once: true });
}

function between([x, y], [u, v]) {
  const [left, top, right, bottom] = [Math.floor(Math.min(x, u)), Math.floor(Math.min(y, v)), Math.ceil(Math.max(x, u)), Math.ceil(Math.max(y, v))];
  return right - left < 3 || bottom - top < 3 ? null : [left, top, right - left, bottom - top];
}

function inside([x, y, w, h]) {
  const [width, height] = size();
  const [across, down] = [Math.min(Math.max(Math.round(w), 1), width), Math.min(Math.max(Math.round(h), 1), height)];
  return [Math.min(Math.max(Math.round(x), 0), width - across), Math.min(Math.max(Math.round(y), 0), height - down), across, down];
}

function type(event) {
  const row = rowOf(event.target);
  if (!row) return;
  const step = event.ctrlKey ? 1 : Math.max(1, Math.round(size()[0] / 100));
  const [dx, dy] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key] ?? [0, 0];
  if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    write(row, null);
    document.getElementById("add-box").focus();
  } else if (dx || dy) {
    event.preventDefault();
    const [x, y, w, h] = read(row);
    write(row, event.shiftKey ? inside([x, y, w + dx, h + dy]) : inside([x + dx, y + dy, w, h]));
  }
}
