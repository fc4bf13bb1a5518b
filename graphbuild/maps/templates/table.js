// The same flows as a table, and as files.

const money = (edge, state_) => edge[`${state_}_high`] ?? edge[`${state_}_low`] ?? 0;
const COLUMNS = [
  ["From", (e) => NODES[e.source].name], ["To", (e) => NODES[e.target].name], ["Contract", (e) => e.instrument],
  ["Deal", (e) => e.title], ["Amount", (e) => e.label, (e) => e.usd ?? -1],
  ["Firm", (e) => e.firm, (e) => money(e, "firm")], ["Contingent", (e) => e.contingent, (e) => money(e, "contingent")],
  ["Headline", (e) => e.headline, (e) => money(e, "headline")], ["Status", (e) => e.status],
  ["Known on", (e) => e.known], ["Source", (e) => (e.unverified ? "? unverified" : e.tier)],
];
const ROWS_AT_FIRST = 400;
let sortBy = { column: 4, falling: true }, hasAllRows = false;

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
      document.querySelectorAll("#table th button")[column].focus();
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
  const edges = sorted(inTable()), rows = hasAllRows ? edges : edges.slice(0, ROWS_AT_FIRST);
  const more = edges.length - rows.length;
  fill(section, el("table", { class: "data" },
    el("caption", {}, `${plural(edges.length, "flow", "flows")}, amounts in US dollars; a consortium’s member shows the whole as “part of”.`),
    el("thead", {}, el("tr", {}, ...COLUMNS.map(headCell))), el("tbody", {}, ...rows.map(bodyRow))),
    more ? el("button", { type: "button", class: "plain", onclick: () => { hasAllRows = true; showTable(); } }, `Show ${plural(more, "more flow", "more flows")}`) : null);
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
  if (kind === "csv") save(`${stem}.csv`, new Blob(["\ufeff", csvText(rows)], { type: "text/csv" }));
  if (kind === "json") save(`${stem}.json`, new Blob([JSON.stringify({ as_of: facts.asOf, inputs: facts.digest, flows: rows }, null, 1)], { type: "application/json" }));
  if (kind === "png") {
    const canvas = holder.querySelector("canvas"), copy = document.createElement("canvas");
    Object.assign(copy, { width: canvas.width, height: canvas.height });
    const ctx = copy.getContext("2d");
    ctx.fillStyle = theme.paper;
    ctx.fillRect(0, 0, copy.width, copy.height);
    ctx.drawImage(canvas, 0, 0);
    copy.toBlob((blob) => save(`${stem}.png`, blob));
  }
}
