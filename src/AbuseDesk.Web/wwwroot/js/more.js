// "Show more" puts the next rows below the ones that are there, instead of opening the next page.
export function listenForMore(page) {
  page.addEventListener("click", async event => {
    const link = event.target.closest?.("a[data-more]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const foot = link.closest(".foot");
    const table = previousTable(foot);
    if (!table) return;
    event.preventDefault();
    if (!await append(table, foot, link.href)) location.assign(link.href);
  });
}

function previousTable(foot) {
  return foot?.previousElementSibling?.matches("table.list") ? foot.previousElementSibling : null;
}

async function append(table, foot, address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return false;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  const rows = next.querySelector(`table.${[...table.classList].join(".")}`);
  if (!rows) return false;
  for (const body of [...rows.tBodies]) addRows(table, document.adoptNode(body));
  foot.replaceWith(document.adoptNode(next.querySelector(`table.${[...table.classList].join(".")} ~ .foot`)));
  return true;
}

// a group that goes on needs no second heading
function addRows(table, body) {
  const heading = row => row?.querySelector("th[scope=rowgroup]")?.firstChild.textContent;
  const last = table.tBodies[table.tBodies.length - 1];
  if (heading(body.rows[0]) !== heading(last.rows[0])) {
    table.append(body);
    return;
  }
  for (const row of [...body.rows]) if (!row.classList.contains("group")) last.append(row);
}
