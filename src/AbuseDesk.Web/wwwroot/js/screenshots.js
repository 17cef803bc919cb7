// Pictures that are pasted, dropped or chosen add up in the one file field of the form, each with its preview.
const kinds = { "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp" };
let pasted = 0;

export function gatherScreenshots(form) {
  const input = form.querySelector("#screenshots");
  form.querySelector("#shots-how").textContent = "or paste or drop it anywhere on this page";
  let files = [...input.files];
  const set = next => {
    files = next;
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    input.files = transfer.files;
    draw(form, files, index => set(files.filter((_, other) => other !== index)));
  };
  const add = more => {
    const pictures = more.filter(file => file.type in kinds);
    refuse(form, more.filter(file => !(file.type in kinds)));
    set([...files, ...pictures]);
  };
  input.addEventListener("change", () => add([...input.files]));
  document.addEventListener("paste", event => {
    const clips = [...event.clipboardData?.files ?? []];
    if (clips.length === 0) return;
    event.preventDefault();
    add(clips.map(named));
  });
  listenForDrops(add);
  addEventListener("pageshow", () => set([...input.files]));
}

// what comes from the clipboard has a name that says nothing
function named(file) {
  const ending = kinds[file.type];
  return ending ? new File([file], `pasted-${++pasted}.${ending}`, { type: file.type }) : file;
}

function listenForDrops(add) {
  const carriesFiles = event => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", event => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", event => {
    document.body.classList.remove("dropping");
    if (!carriesFiles(event)) return;
    event.preventDefault();
    add([...event.dataTransfer.files]);
  });
}

function refuse(form, files) {
  const line = form.querySelector("#shots-refused");
  line.hidden = files.length === 0;
  line.textContent = files.length === 0 ? "" : `“${files[0].name}” is no PNG, JPEG or WebP picture; it was left out.`;
}

function draw(form, files, remove) {
  const list = form.querySelector("#shots");
  for (const old of list.querySelectorAll(".shot")) {
    URL.revokeObjectURL(old.querySelector("img").src);
    old.remove();
  }
  const last = list.querySelector(".add");
  for (const [index, file] of files.entries()) last.before(preview(file, index, remove));
}

function preview(file, index, remove) {
  const item = document.createElement("li");
  item.className = "shot";
  const picture = document.createElement("img");
  picture.className = "post";
  picture.alt = `Screenshot ${index + 1}`;
  const frame = document.createElement("span");
  frame.className = "pic";
  frame.append(picture);
  const number = document.createElement("b");
  number.textContent = index + 1;
  const facts = document.createElement("span");
  facts.textContent = ` ${file.name}, ${size(file.size)} `;
  picture.addEventListener("load", () => {
    facts.textContent = ` ${file.name}, ${picture.naturalWidth} × ${picture.naturalHeight}, ${size(file.size)} `;
  });
  picture.src = URL.createObjectURL(file);
  item.append(frame, number, facts, removal(index, remove));
  return item;
}

function removal(index, remove) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn quiet small";
  button.textContent = "Remove";
  button.setAttribute("aria-label", `Remove screenshot ${index + 1}`);
  button.addEventListener("click", () => {
    remove(index);
    document.getElementById("screenshots").focus();
  });
  return button;
}

function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
