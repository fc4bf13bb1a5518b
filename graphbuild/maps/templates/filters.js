// Which flows are shown, why the others are not, and the controls that change it.

// Smaller parties of the scene, which stand folded at the head of their columns.
let foldedNow = new Set();
const foldedOf = (scene) => new Set(scene ? scene.rest.flatMap(([, numbers]) => numbers) : []);

// The first reason a flow is hidden, or "" when it is shown.
function hiddenBecause(edge) {
  if (!state.rest && foldedNow.has(edge.source) + foldedNow.has(edge.target)) return "of smaller parties";
  if (state.hidden.has(edge.family)) return "kind of contract";
  if (state.instrument && edge.instrument !== state.instrument) return "other contract";
  if (state.states.has(edge.firmness)) return "state of the money";
  if (state.tier && TIERS.indexOf(edge.tier) > TIERS.indexOf(state.tier)) return "weaker source";
  if (!state.statuses.has(edge.status)) return "status";
  if (edge.unverified && !state.unverified) return "unverified";
  if (!edge.isCounted && !edge.unverified && !ENDED.has(edge.status) && !state.uncounted) return "not counted";
  if (state.firmOnly && edge.firmness !== "firm") return "not firm";
  if (state.minimum > 0 && (edge.usd ?? 0) < state.minimum) return edge.usd === null ? "no figure" : "smaller";
  if (state.until && !isKnownBy(edge)) return "known later";
  return "";
}

let shownEdges = new Set();
let shownNodes = new Set();

function applyFilters() {
  const scene = currentScene();
  applyMoment();
  foldedNow = foldedOf(scene);
  shownEdges = new Set();
  shownNodes = new Set();
  findWay();
  const onWay = new Set(wayFlows.map((edge) => edge.number));
  const reasons = new Map(), lit = state.view === "overview" ? litScene(state.lit) : null;
  for (const edge of scene ? sceneEdges(scene) : []) {
    const reason = hiddenBecause(edge);
    const chosen = (state.selected && state.selected.kind === "f" && state.selected.row === edge)
      || (lit && lit.of.includes(edge.number)) || onWay.has(edge.number);
    if (reason && !chosen) { reasons.set(reason, (reasons.get(reason) || 0) + 1); continue; }
    shownEdges.add(edge.number);
    shownNodes.add(edge.source);
    shownNodes.add(edge.target);
  }
  if (state.selected && state.selected.kind === "n") shownNodes.add(state.selected.row.number);
  if (scene && state.view === "ego") shownNodes.add(NODE_OF_ID.get(scene.id).number);
  // A scenario's parties stay in sight whatever is filtered, except what their contracts hide.
  if (scene && scene.cascade) for (const number of scene.cascade.shocked) shownNodes.add(number);
  if (scene && scene.cascade) for (const each of scene.cascade.steps) for (const short of each.short) shownNodes.add(short[0]);
  // An owner without a contract of its own is why its vehicle is in the picture.
  if (scene && (state.view === "lookthrough" || scene.cascade)) {
    for (const { node } of scenePlaces(scene)) {
      const owner = shownNodes.has(node.number) && node.parentNumber !== null ? NODES[node.parentNumber] : null;
      if (owner && placeOf(scene, owner)) shownNodes.add(owner.number);
    }
  }
  if (scene && state.view === "loops") for (const number of scene.nodes) shownNodes.add(number);
  return reasons;
}

const edgesOfScene = new WeakMap();
function sceneEdges(scene) {
  if (!edgesOfScene.has(scene)) {
    const numbers = new Set(scene.of.filter((_, i) => scene.roles[i] !== "t"));
    for (const block of sceneBlocks(scene)) if (block.kind === "f") numbers.add(block.row.number);
    for (const band of scene.bands) for (const number of band.of) numbers.add(number);
    edgesOfScene.set(scene, [...numbers].sort((a, b) => a - b).map((number) => EDGES[number]));
  }
  return edgesOfScene.get(scene);
}

function sayCounts(reasons) {
  const scene = currentScene();
  const total = scene ? sceneEdges(scene).length : 0;
  const deals = new Set([...shownEdges].map((number) => EDGES[number].deal)).size;
  const all = ATLAS.facts.dealsTotal ?? new Set(EDGES.map((edge) => edge.deal)).size;
  const hidden = [...reasons.values()].reduce((sum, n) => sum + n, 0);
  const parts = [`Shown: ${deals.toLocaleString("en")} of ${plural(all, "deal", "deals")}, `,
    `${plural(shownEdges.size, "flow", "flows")}.`];
  sayMonth();
  const own = currentView().table;
  fill(byId("counts"), total || !own.length ? parts.join("") : `${plural(own[0].texts.length, "row", "rows")} in the table.`);
  const why = [...reasons].sort((a, b) => b[1] - a[1]).map(([reason, n]) => `${n.toLocaleString("en")} ${reason}`);
  const isSums = Boolean(scene && scene.ladder && !total);
  document.body.classList.toggle("of-sums", isSums);
  byId("sums-said").hidden = !isSums || state.table;
  byId("nothing").hidden = !total || shownEdges.size > 0;
  if (!total && own.length) { fill(byId("left-out"), "This picture shows the scores’ own figures; filters do not change it."); return; }
  fill(byId("left-out"),
    hidden ? `Hidden by filters: ${hidden.toLocaleString("en")} of ${plural(total, "flow", "flows")} (${why.join(", ")}). ` : "",
    hidden ? el("button", { class: "link", type: "button", onclick: () => { showEverything(); change({}, "filters"); } }, "Show everything") : "",
    " ", el("button", { class: "link", type: "button", onclick: () => { resetFilters(); change({}, "filters"); } }, "Reset filters"),
    currentView().leftOut ? ` ${currentView().leftOut}` : "");
}

function lineSample(colour, dash, width = 4) {
  const sample = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  sample.setAttribute("class", "sample");
  sample.setAttribute("viewBox", "0 0 34 12");
  sample.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
  const set = { x1: 0, y1: 6, x2: 34, y2: 6, stroke: colour, "stroke-width": width, "stroke-dasharray": dash.join(" ") };
  for (const [name, value] of Object.entries(set)) line.setAttribute(name, value);
  line.style.stroke = colour;
  sample.append(line);
  return sample;
}

function toggleIn(set, value, isOn) {
  const next = new Set(set);
  if (isOn) next.add(value); else next.delete(value);
  return next;
}

function buildFilters() {
  const count = (test) => EDGES.filter(test).length;
  fill(byId("families"), ...ATLAS.legend.families.map((family) => {
    const n = count((edge) => edge.family === family.id);
    if (!n) return null;
    const box = el("input", { type: "checkbox", "data-family": family.id,
      onchange: () => change({ hidden: toggleIn(state.hidden, family.id, !box.checked) }, "filters") });
    return el("label", { class: "check" }, box, lineSample(`var(--of-${family.id})`, [], 5), family.label, el("span", { class: "n" }, n.toLocaleString("en")));
  }));
  fill(byId("firmness"), ...ATLAS.legend.firmness.map((row) => {
    const n = count((edge) => edge.firmness === row.id);
    const box = el("input", { type: "checkbox", "data-state": row.id, onchange: () => change({ states: toggleIn(state.states, row.id, !box.checked) }, "filters") });
    return el("label", { class: "check" }, box, lineSample("currentColor", row.dash, 3), row.label, el("span", { class: "n" }, n.toLocaleString("en")));
  }));
  const kinds = [...new Set(EDGES.map((edge) => edge.instrument))].sort();
  fill(byId("instrument"), el("option", { value: "" }, "All contracts"), ...kinds.map((kind) => el("option", { value: kind }, `Only: ${kind} (${count((edge) => edge.instrument === kind)})`)));
  fill(byId("tier"), el("option", { value: "" }, "any, also unnamed sources"), ...TIERS.slice(0, -1).map((tier) => el("option", { value: tier }, tier)));
  for (const id of ["instrument", "tier"]) byId(id).addEventListener("change", () => change({ [id]: byId(id).value }, "filters"));
  fill(byId("statuses"), ...STATUSES.map((status) => {
    const n = count((edge) => edge.status === status);
    if (!n) return null;
    const box = el("input", { type: "checkbox", "data-status": status,
      onchange: () => change({ statuses: toggleIn(state.statuses, status, box.checked) }, "filters") });
    return el("label", { class: "check" }, box, status, el("span", { class: "n" }, n.toLocaleString("en")));
  }));
  const none = count((edge) => edge.usd === null);
  byId("minimum").max = String(MINIMA.length - 1);
  byId("minimum-hint").textContent = none ? `${plural(none, "flow has", "flows have")} no figure in dollars and show at $0 only.` : "";
  byId("n-unverified").textContent = count((edge) => edge.unverified).toLocaleString("en");
  byId("n-uncounted").textContent = count((edge) => !edge.isCounted && !edge.unverified && !ENDED.has(edge.status)).toLocaleString("en");
  byId("until").max = String(MONTHS.length);
  drawMonths();
  byId("nothing-reset").addEventListener("click", () => { resetFilters(); change({}, "filters"); });
  for (const [id, name] of [["firm-only", "firmOnly"], ["unverified", "unverified"], ["uncounted", "uncounted"], ["rest", "rest"]]) {
    byId(id).addEventListener("change", () => change({ [name]: byId(id).checked }, "filters"));
  }
  byId("minimum").addEventListener("input", () => change({ minimum: MINIMA[Number(byId("minimum").value)].usd }, "filters"));
  byId("until").addEventListener("input", () => change({ until: MONTHS[Number(byId("until").value)] || "" }, "filters"));
}

function showFilters() {
  for (const box of document.querySelectorAll("[data-family]")) box.checked = !state.hidden.has(box.dataset.family);
  for (const box of document.querySelectorAll("[data-status]")) box.checked = state.statuses.has(box.dataset.status);
  for (const box of document.querySelectorAll("[data-state]")) box.checked = !state.states.has(box.dataset.state);
  byId("instrument").value = state.instrument;
  byId("tier").value = state.tier;
  byId("firm-only").checked = state.firmOnly;
  byId("unverified").checked = state.unverified;
  byId("uncounted").checked = state.uncounted;
  byId("rest").checked = state.rest;
  byId("n-rest").textContent = foldedNow.size.toLocaleString("en");
  byId("rest").parentElement.hidden = !foldedNow.size;
  let step = MINIMA.findIndex((minimum) => minimum.usd >= state.minimum);
  if (step < 0) step = MINIMA.length - 1;
  byId("minimum").value = String(step);
  byId("minimum-text").textContent = MINIMA[step].text;
  byId("minimum").setAttribute("aria-valuetext", `at least ${MINIMA[step].text}`);
  const month = state.until ? MONTHS.indexOf(state.until) : MONTHS.length;
  byId("until").value = String(month);
  byId("until-text").textContent = state.until || ATLAS.facts.asOf;
  byId("until").setAttribute("aria-valuetext", `known by ${state.until || ATLAS.facts.asOf}`);
}

// How many deals became known in each month, above the slider that walks through them.
function drawMonths() {
  const deals = new Map(MONTHS.map((month) => [month, new Set()]));
  const month = (edge) => (CHRONICLE ? MONTHS[edge.since] : edge.known.slice(0, 7));
  for (const edge of EDGES) deals.get(month(edge))?.add(edge.deal);
  const most = Math.max(1, ...[...deals.values()].map((set) => set.size)), svg = byId("months");
  svg.setAttribute("viewBox", `-0.5 0 ${MONTHS.length + 1} 10`);
  svg.replaceChildren(...MONTHS.map((month, i) => {
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect"), height = (10 * deals.get(month).size) / most;
    for (const [name, value] of Object.entries({ x: i - 0.4, y: 10 - height, width: 0.8, height })) bar.setAttribute(name, value);
    return bar;
  }));
}

const isFresh = (edge) => state.until !== "" && (isTimeline() ? edge.since === momentNumber() && momentNumber() > 0 : edge.known.slice(0, 7) === state.until);

function sayMonth() {
  const fresh = new Set([...shownEdges].map((number) => EDGES[number]).filter(isFresh).map((edge) => edge.deal));
  byId("month-said").textContent = state.until ? `${plural(fresh.size, "deal", "deals")} new in this month${fresh.size ? ", glowing" : ""}${isTimeline() ? "" : "; figures are today’s"}` : "";
}

let playing = 0;
function togglePlay() {
  if (playing) { clearInterval(playing); playing = 0; byId("play").textContent = "▶"; return; }
  if (!MONTHS.length) return;
  let month = state.until ? MONTHS.indexOf(state.until) : -1;
  byId("play").textContent = "❚❚";
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  playing = setInterval(() => {
    month += 1;
    if (month >= MONTHS.length) { togglePlay(); change({ until: "" }, "filters"); return; }
    change({ until: MONTHS[month] }, "filters");
  }, calm ? 1600 : 700);
}
