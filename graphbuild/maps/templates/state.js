// What the reader chose, and how it stands in the address: #v=overview&sel=f:...&min=...

const STATUSES = ATLAS.legend.statuses;
const ENDED = new Set(ATLAS.legend.ended);
const TIERS = ATLAS.legend.tiers;
const MINIMA = ATLAS.legend.minima;
const MONTHS = VIEWS.some((view) => view.chronicle) ? VIEWS.find((view) => view.chronicle).chronicle.moments.slice(0, -1).map((moment) => moment.month)
  : [...new Set(EDGES.map((edge) => edge.known.slice(0, 7)).filter(Boolean))].sort();

const state = {
  view: VIEWS[0].name, scene: "", selected: null, table: false, theme: "",
  hidden: new Set(), states: new Set(), instrument: "", tier: "", statuses: new Set(), firmOnly: false, unverified: true,
  uncounted: false, minimum: 0, until: "", lit: "", way: [], embed: false, rest: false, at: "", step: -1, quarter: "",
};

const listeners = [];
const onChange = (listener) => listeners.push(listener);

const currentView = () => VIEWS.find((view) => view.name === state.view) || VIEWS[0];
function currentScene() {
  const scenes = currentView().scenes;
  return scenes.find((scene) => scene.id === state.scene) || scenes[0] || null;
}

// The loop that is lit on the whole map, if one is.
function litScene(id) {
  const loops = VIEWS.find((view) => view.name === "loops");
  return (loops && id && loops.scenes.find((scene) => scene.id === id)) || null;
}

function resetFilters() {
  Object.assign(state, { hidden: new Set(), states: new Set(), instrument: "", tier: "" });
  state.statuses = new Set(STATUSES.filter((status) => !ENDED.has(status)));
  Object.assign(state, { firmOnly: false, unverified: true, uncounted: false, until: "", rest: false });
  state.minimum = currentView().minimum;
}

function showEverything() {
  resetFilters();
  state.statuses = new Set(STATUSES);
  Object.assign(state, { uncounted: true, minimum: 0, rest: true });
}

function change(patch, reason = "") {
  const was = { view: state.view, scene: state.scene, selected: state.selected, rest: state.rest };
  Object.assign(state, patch);
  if (state.scene !== was.scene || state.view !== was.view) state.at = "";
  if ((state.scene !== was.scene || state.view !== was.view) && !("step" in patch)) state.step = -1;
  if (state.view !== was.view && !("minimum" in patch)) state.minimum = currentView().minimum;
  writeHash();
  for (const listener of listeners) listener(was, reason);
}

function writeHash() {
  const said = new URLSearchParams();
  const view = currentView();
  if (state.view !== VIEWS[0].name) said.set("v", state.view);
  if (view.scenes.length && state.scene && state.scene !== view.scenes[0].id) said.set("s", state.scene);
  if (state.selected) said.set("sel", `${state.selected.kind}:${state.selected.row.id}`);
  if (state.hidden.size) said.set("hide", [...state.hidden].sort().join(","));
  if (state.states.size) said.set("not", [...state.states].sort().join(","));
  if (state.instrument) said.set("kind", state.instrument);
  if (state.tier) said.set("tier", state.tier);
  const usual = STATUSES.filter((status) => !ENDED.has(status));
  const chosen = STATUSES.filter((status) => state.statuses.has(status));
  if (chosen.join() !== usual.join()) said.set("st", chosen.join(","));
  if (state.firmOnly) said.set("firm", "1");
  if (!state.unverified) said.set("unv", "0");
  if (state.uncounted) said.set("unc", "1");
  if (state.minimum !== view.minimum) said.set("min", String(state.minimum));
  if (state.until) said.set("until", state.until);
  if (state.lit) said.set("lit", state.lit);
  if (state.way.length) said.set("from", state.way[0]), said.set("to", state.way[1]);
  if (state.rest) said.set("rest", "1");
  if (state.at) said.set("at", state.at);
  if (state.step >= 0) said.set("shock", String(state.step));
  if (state.quarter) said.set("q", state.quarter);
  if (state.embed) said.set("embed", "1");
  if (state.table) said.set("t", "1");
  if (state.theme) said.set("theme", state.theme);
  const text = said.toString();
  if (text === location.hash.slice(1)) return;
  // A page inside a frame may not touch its history; the map works without.
  try { history.replaceState(null, "", `#${text}`); } catch { /* keep going */ }
}

function readHash() {
  const said = new URLSearchParams(location.hash.slice(1));
  const view = VIEWS.find((candidate) => candidate.name === said.get("v"));
  state.view = (view || VIEWS[0]).name;
  resetFilters();
  const scenes = currentView().scenes;
  state.scene = (scenes.find((scene) => scene.id === said.get("s")) || scenes[0] || { id: "" }).id;
  const families = new Set(ATLAS.legend.families.map((family) => family.id));
  state.hidden = new Set((said.get("hide") || "").split(",").filter((id) => families.has(id)));
  state.states = new Set((said.get("not") || "").split(",").filter((id) => ATLAS.legend.firmness.some((row) => row.id === id)));
  state.instrument = EDGES.some((edge) => edge.instrument === said.get("kind")) ? said.get("kind") : "";
  state.tier = TIERS.includes(said.get("tier")) ? said.get("tier") : "";
  if (said.has("st")) {
    const named = new Set(said.get("st").split(","));
    state.statuses = new Set(STATUSES.filter((status) => named.has(status)));
  }
  state.firmOnly = said.get("firm") === "1";
  state.unverified = said.get("unv") !== "0";
  state.uncounted = said.get("unc") === "1";
  const minimum = Number(said.get("min"));
  const step = MINIMA.find((each) => each.usd >= minimum) || MINIMA[MINIMA.length - 1];
  if (said.has("min") && Number.isFinite(minimum) && minimum >= 0) state.minimum = step.usd;
  const until = said.get("until") || "";
  state.until = MONTHS.includes(until) ? until : "";
  state.table = said.get("t") === "1";
  state.lit = litScene(said.get("lit")) ? said.get("lit") : "";
  const ends = [said.get("from"), said.get("to")];
  state.way = ends.every((id) => NODE_OF_ID.has(id)) ? ends : [];
  state.rest = said.get("rest") === "1";
  state.at = /^-?\d+,-?\d+,\d+(\.\d+)?$/.test(said.get("at") || "") ? said.get("at") : "";
  const shock = Number(said.get("shock") ?? -1);
  state.step = Number.isInteger(shock) ? shock : -1;
  state.quarter = /^\d{4}-Q[1-4]$/.test(said.get("q") || "") ? said.get("q") : "";
  state.embed = said.get("embed") === "1";
  state.theme = ["dark", "light"].includes(said.get("theme")) ? said.get("theme") : "";
  const [kind, ...rest] = (said.get("sel") || "").split(":");
  const rows = { f: EDGE_OF_ID, n: NODE_OF_ID, b: BAND_OF_ID }[kind];
  const row = rows && rows.get(rest.join(":"));
  state.selected = row ? { kind, row } : null;
}
