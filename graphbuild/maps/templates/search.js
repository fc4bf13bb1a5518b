// One box finds parties and deals; the keyboard is enough to use it.

const plainText = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
let searchIndex = null, found = [], active = -1;

function index() {
  searchIndex ||= [
    ...NODES.map((row) => ({ kind: "n", row, text: plainText(`${row.name} ${row.id} ${row.ticker}`), start: plainText(row.name) })),
    ...EDGES.map((row) => ({ kind: "f", row, text: plainText(`${row.title} ${row.id} ${row.facility}`), start: plainText(row.title) })),
  ];
  return searchIndex;
}

function lookFor(text) {
  const words = plainText(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const rank = (item) => (item.kind === "n" ? 0 : 2) + (item.start.startsWith(words[0]) ? 0 : 1);
  const weight = (item) => (item.kind === "n" ? item.row.r : item.row.usd || 0);
  return index().filter((item) => words.every((word) => item.text.includes(word)))
    .sort((a, b) => rank(a) - rank(b) || weight(b) - weight(a) || a.row.number - b.row.number).slice(0, 10);
}

function showFound() {
  const list = byId("found"), input = byId("search");
  list.hidden = !found.length;
  input.setAttribute("aria-expanded", String(found.length > 0));
  fill(list, ...found.map((item, i) => el("li", { role: "option", id: `found-${i}`, "aria-selected": String(i === active),
    onmousedown: (event) => { event.preventDefault(); choose(i); } },
  named(item.kind === "n" ? item.row.name : item.row.title || item.row.id),
  el("small", {}, item.kind === "n" ? item.row.kind : `${item.row.label}, ${item.row.status}`))));
  if (active >= 0) input.setAttribute("aria-activedescendant", `found-${active}`);
  else input.removeAttribute("aria-activedescendant");
}

function choose(i) {
  const item = found[i];
  if (!item) return;
  closeSearch();
  byId("search").value = "";
  select(item.kind, item.row);
  holder.focus();
}

function closeSearch() { found = []; active = -1; showFound(); }

function openSearch() {
  const input = byId("search");
  input.addEventListener("input", () => { found = lookFor(input.value); active = found.length ? 0 : -1; showFound(); });
  input.addEventListener("blur", closeSearch);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!found.length) return;
      active = (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      showFound();
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      closeSearch();
      input.value = "";
      holder.focus();
    }
  });
}
