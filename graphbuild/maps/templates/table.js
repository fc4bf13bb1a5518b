// The same flows as a table, and as files.

const money = (edge, state_) => edge[`${state_}_high`] ?? edge[`${state_}_low`] ?? 0;
const COLUMNS = [
  ["From", (e) => NODES[e.source].name], ["To", (e) => NODES[e.target].name],
  ["Amount", (e) => e.label, (e) => e.usd ?? -1],
  ["Firm", (e) => e.firm, (e) => money(e, "firm")], ["Contingent", (e) => e.contingent, (e) => money(e, "contingent")],
  ["Headline", (e) => e.headline, (e) => money(e, "headline")],
  ["Contract", (e) => e.instrument], ["Deal", (e) => e.title], ["Status", (e) => e.status],
  ["Known on", (e) => e.known], ["Source", (e) => (e.unverified ? "? unverified" : e.tier)],
];
const ROWS_AT_FIRST = 400;
let sortBy = { column: 2, falling: true }, hasAllRows = false;

const inTable = () => [...shownEdges].map((number) => EDGES[number]);

function sorted(edges) {
  const [, text, number] = COLUMNS[sortBy.column];
  const key = number || text, sign = sortBy.falling ? -1 : 1;
  const order = number ? (a, b) => key(a) - key(b) : (a, b) => key(a).localeCompare(key(b), "en");
  return edges.sort((a, b) => sign * order(a, b) || a.number - b.number);
}

function headCell([label, , number], column) {
  const isSorted = sortBy.column === column;
  const direction = sortBy.falling ? "descending" : "ascending";
  return el("th", { scope: "col", "aria-sort": isSorted ? direction : "none", class: number ? "num" : null },
    el("button", { type: "button", onclick: () => {
      sortBy = { column, falling: isSorted ? !sortBy.falling : Boolean(number) };
      showTable();
      document.querySelectorAll("#table .flows-table th button")[column].focus();
    } }, label, isSorted ? (sortBy.falling ? " ▾" : " ▴") : ""));
}

function bodyRow(edge) {
  const cells = COLUMNS.map(([, text, number], i) => (i === 0
    ? el("th", { scope: "row" }, el("button", { type: "button", class: "link", onclick: () => select("f", edge) }, named(text(edge))))
    : el("td", { class: number || i === 8 || i === 9 ? "num" : null }, text(edge) ? named(text(edge)) : "–")));
  return el("tr", { "data-flow": edge.id }, ...cells);
}

function showTable() {
  const section = byId("table");
  section.hidden = !state.table;
  byId("table-toggle").setAttribute("aria-pressed", String(state.table));
  byId("table-toggle").textContent = state.table ? "Map" : "Table";
  document.body.classList.toggle("as-table", state.table);
  if (!state.table) { hasAllRows = false; fill(section); return; }
  const own = currentView().table, hasFlows = !own.length || shownEdges.size > 0;
  const edges = sorted(inTable()), rows = hasAllRows ? edges : edges.slice(0, ROWS_AT_FIRST);
  const more = edges.length - rows.length;
  const flows = [el("table", { class: "data flows-table" },
    el("caption", {}, el("span", {}, `${plural(edges.length, "flow", "flows")}, amounts in US dollars; a consortium’s member shows the whole as “part of”.`)),
    el("thead", {}, el("tr", {}, ...COLUMNS.map(headCell))), el("tbody", {}, ...rows.map(bodyRow))),
    more ? el("button", { type: "button", class: "plain", onclick: () => { hasAllRows = true; showTable(); } }, `Show ${plural(more, "more flow", "more flows")}`) : null];
  fill(section, own.length ? ownTable(currentView()) : null, ...(hasFlows ? flows : []));
}

// Figures of a view that are not amounts of flows: sums, shares, what changed.
let ownSort = { view: "", column: -1, falling: false };

function ownTable(view) {
  if (ownSort.view !== view.name) ownSort = { view: view.name, column: -1, falling: false };
  const order = view.table[0].texts.map((_, i) => i), by = view.table[ownSort.column];
  if (by) {
    const sign = ownSort.falling ? -1 : 1;
    const compare = by.numbers ? (a, b) => (by.numbers[a] ?? -1) - (by.numbers[b] ?? -1) : (a, b) => by.texts[a].localeCompare(by.texts[b], "en");
    order.sort((a, b) => sign * compare(a, b) || a - b);
  }
  const head = (column, i) => el("th", { scope: "col", class: column.numbers ? "num" : null,
    "aria-sort": i === ownSort.column ? (ownSort.falling ? "descending" : "ascending") : "none" },
  el("button", { type: "button", onclick: () => {
    ownSort = { view: view.name, column: i, falling: i === ownSort.column ? !ownSort.falling : Boolean(column.numbers) };
    showTable();
    document.querySelectorAll("#table .own th button")[i].focus();
  } }, column.title, i === ownSort.column ? (ownSort.falling ? " ▾" : " ▴") : ""));
  const cell = (column, i, row) => el(i ? "td" : "th", { scope: i ? null : "row", class: column.numbers ? "num" : null }, named(column.texts[row] || "–"));
  return el("table", { class: "data own" }, el("caption", {}, el("span", {}, view.tableTitle)), el("thead", {}, el("tr", {}, ...view.table.map(head))),
    el("tbody", {}, ...order.map((row) => el("tr", {}, ...view.table.map((column, i) => cell(column, i, row))))));
}

function ownCsv(view) {
  const cells = view.table[0].texts.map((_, row) => view.table.map((column) => (column.numbers ? column.numbers[row] : column.texts[row])));
  return [view.table.map((column) => column.title), ...cells].map((row) => row.map(csvCell).join(",")).join("\r\n");
}

const EXPORTED = ["id", "deal", "instrument", "title", "status", "firmness", "label", "usd", "firm_low", "firm_high",
  "contingent_low", "contingent_high", "headline_low", "headline_high", "past_low", "past_high", "counted", "unverified",
  "agreed_on", "known", "runs", "paid_in", "tier", "quote", "url", "accession", "note"];

function exportRow(edge) {
  const row = { source: NODES[edge.source].id, source_name: NODES[edge.source].name, target: NODES[edge.target].id, target_name: NODES[edge.target].name };
  for (const name of EXPORTED) row[name] = edge[name];
  return row;
}

// A cell that begins like a formula is made text, so that no spreadsheet runs it.
function csvCell(value) {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvText(rows) {
  const names = ["source", "source_name", "target", "target_name", ...EXPORTED];
  return [names, ...rows.map((row) => names.map((name) => row[name]))].map((cells) => cells.map(csvCell).join(",")).join("\r\n");
}

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function exportAs(kind) {
  const facts = ATLAS.facts, stem = `graphbuild-${state.view}-${facts.asOf}`;
  const rows = inTable().map(exportRow);
  if (kind === "own") save(`${stem}-figures.csv`, new Blob(["\ufeff", ownCsv(currentView())], { type: "text/csv" }));
  if (kind === "csv") save(`${stem}.csv`, new Blob(["\ufeff", csvText(rows)], { type: "text/csv" }));
  if (kind === "json") save(`${stem}.json`, new Blob([JSON.stringify({ as_of: facts.asOf, inputs: facts.digest, flows: rows }, null, 1)], { type: "application/json" }));
  if (kind === "svg") save(`${stem}.svg`, new Blob([pictureText()], { type: "image/svg+xml" }));
  if (kind === "png") savePng(`${stem}.png`);
}
