// Putting it together: tabs, scene picker, legend, theme, keys.

const KEYS = [["/", "search"], ["f", "filters"], ["w", "way between two parties"], ["t", "table or map"], ["← ↑ ↓ →", "walk from party to party"],
  ["Enter", "read the details"], ["Esc", "back"], ["+ − 0", "closer, further, whole picture"], ["?", "this list"]];

function showTabs() {
  fill(byId("tabs"), ...(VIEWS.length > 1 ? VIEWS : []).map((view) => el("button", {
    type: "button", "aria-current": view.name === state.view ? "page" : null, "data-view": view.name,
    onclick: () => change({ view: view.name, scene: (view.scenes[0] || { id: "" }).id, selected: null, lit: "" }, "view") }, view.title)));
  const tabs = byId("tabs"), current = tabs.querySelector("[aria-current]");
  if (current) tabs.scrollLeft = Math.max(0, current.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2);
}

// Up to four tabs stand beside the title, more have a row of their own.
const hasManyTabs = () => document.body.classList.toggle("many-tabs", VIEWS.length > 4);

function showExports() {
  document.querySelector("[data-export=own]").hidden = !currentView().table.length;
}

function showPicker() {
  const view = currentView(), scene = currentScene(), box = byId("scene-box");
  box.hidden = view.scenes.length < 2;
  byId("scene-label").textContent = view.scenes.length > 6 ? `${view.picking} (${view.scenes.length})` : view.picking;
  if (byId("scene").dataset.view !== view.name) {
    const order = view.name === "ego" ? [...view.scenes].sort((a, b) => a.title.localeCompare(b.title, "en")) : view.scenes;
    fill(byId("scene"), ...order.map((each) => el("option", { value: each.id }, each.remark ? `${each.remark}: ${each.title}` : each.title)));
    byId("scene").dataset.view = view.name;
    if (view.name === "loops" || view.scenes.length < 8) byId("scene").size = Math.min(view.scenes.length, 8); else byId("scene").removeAttribute("size");
  }
  if (scene) byId("scene").value = scene.id;
  byId("scene-title").hidden = Boolean(scene) && view.name === "overview";
  byId("scene-title").textContent = scene ? (view.name === "overview" ? "" : scene.title) : view.title;
  byId("scene-caption").textContent = view.empty || scene.caption;
}

function svgShape(shape) {
  const corners = { hexagon: "10,1 18,5.5 18,14.5 10,19 2,14.5 2,5.5", triangle: "10,2 19,18 1,18", diamond: "10,1 19,10 10,19 1,10" };
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const tag = corners[shape] ? "polygon" : shape === "circle" ? "circle" : "rect";
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", tag);
  const set = corners[shape] ? { points: corners[shape] } : shape === "circle" ? { cx: 10, cy: 10, r: 8.5 }
    : { x: 2, y: 2, width: 16, height: 16, rx: shape === "rounded" ? 5 : 0 };
  for (const [name, value] of Object.entries(set)) drawn.setAttribute(name, value);
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "shape");
  svg.setAttribute("aria-hidden", "true");
  svg.append(drawn);
  return svg;
}

function buildLegend() {
  const legend = ATLAS.legend, facts = ATLAS.facts;
  fill(byId("shapes"), ...legend.shapes.map((row) => el("div", { class: "key" }, svgShape(row.id), row.label)));
  const source = byId("revenue-source"), href = webLink(facts.revenueUrl);
  if (source && href) fill(source, el("a", { href, target: "_blank", rel: "noopener noreferrer" }, source.textContent));
  byId("core-text").textContent = facts.revenue ? `${facts.anchor}’s revenue, ${facts.revenue}, on the same scale` : "the anchor’s revenue, where one is known";
}

function applyTheme() {
  const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  byId("theme").textContent = dark ? "Light" : "Dark";
  readTheme();
}

// Where the picture was before details opened: closing them brings it back, unless the reader moved it.
let atRest = null;
const forgetRest = () => { atRest = null; };

function refresh(was = {}, reason = "") {
  if ("selected" in was && !was.selected && state.selected) {
    atRest = { position: network.getViewPosition(), scale: network.getScale(), isWhole, scene: currentScene() };
  }
  applyTheme();
  document.body.classList.toggle("embed", state.embed);
  document.body.classList.toggle("is-read", Boolean(currentScene() && currentScene().ladder));
  const reasons = applyFilters();
  applyStress();
  showFilters();
  showTabs();
  showPicker();
  showExports();
  sayCounts(reasons);
  showWay();
  showPanel();
  showTable();
  showLight();
  showStress();
  showChronicle();
  document.body.classList.toggle("has-readout", Boolean(stressNow) || isTimeline());
  if (holder.clientWidth !== network.canvas.frame.canvas.clientWidth) resize();
  showScene(currentScene());
  if (!state.selected && atRest) {
    if (atRest.scene === currentScene() && atRest.isWhole) fitScene(currentScene());
    else if (atRest.scene === currentScene()) network.moveTo({ position: atRest.position, scale: atRest.scale });
    forgetRest();
  }
  if ("rest" in was && was.rest !== state.rest && isWhole) fitScene(currentScene());
  if (reason === "select") keepSelectedInSight();
  network.redraw();
}

// vis-network would scale the picture with its window; here the scale stays and the left edge too.
function resize() {
  const scale = network.getScale(), corner = network.DOMtoCanvas({ x: 0, y: 0 });
  network.setSize(`${holder.clientWidth}px`, `${holder.clientHeight}px`);
  network.moveTo({ position: { x: corner.x + holder.clientWidth / 2 / scale, y: corner.y + holder.clientHeight / 2 / scale }, scale });
  network.redraw();
}

// What was chosen must not end up behind the panel: move the picture by as little as that takes.
function keepSelectedInSight() {
  const scene = currentScene(), chosen = state.selected;
  if (!scene || !chosen) return;
  const rows = chosen.kind === "b" ? [] : chosen.kind === "n" ? [chosen.row] : [NODES[chosen.row.source], NODES[chosen.row.target]];
  const isRead = stops(scene).filter((stop) => stop.row === chosen.row && scene.ladder);
  const spots = [...rows.map((row) => placeOf(scene, row)).filter(Boolean), ...isRead].map((item) => network.canvasToDOM({ x: item.x, y: item.y }));
  if (!spots.length) return;
  const sheet = byId("panel").getBoundingClientRect(), map = holder.getBoundingClientRect();
  const room = { x: holder.clientWidth, y: Math.min(map.bottom, sheet.top > map.top + 80 ? sheet.top : map.bottom) - map.top };
  const move = {};
  for (const axis of ["x", "y"]) {
    const low = Math.min(...spots.map((spot) => spot[axis])), high = Math.max(...spots.map((spot) => spot[axis]));
    const margin = Math.min(axis === "x" ? 130 : 60, room[axis] / 4), over = high - (room[axis] - margin), under = margin - low;
    // Too wide for the room: where the money goes is what must be seen.
    if (high - low > room[axis] - 2 * margin) move[axis] = spots[spots.length - 1][axis] - room[axis] / 2;
    else move[axis] = over > 0 ? over : under > 0 ? -under : 0;
  }
  if (!move.x && !move.y) return;
  const at = network.getViewPosition(), scale = network.getScale();
  network.moveTo({ position: { x: at.x + move.x / scale, y: at.y + move.y / scale } });
  isWhole = false;
}

function lightUp() {
  const loops = VIEWS.find((view) => view.name === "loops"), scene = currentScene();
  if (state.lit) change({ lit: "" }, "light");
  else if (loops && scene) change({ view: "overview", scene: "all", lit: scene.id, selected: null }, "light");
}

function showLight() {
  const button = byId("light"), lit = litScene(state.lit);
  litFlows = lit && state.view === "overview" ? new Set(lit.of) : null;
  const isOnWay = !litFlows && wayFlows.length > 0;
  const canLight = state.view === "loops" && VIEWS.some((view) => view.name === "overview") && currentScene();
  button.hidden = !(canLight || litFlows);
  button.textContent = litFlows ? "Show all flows again" : "Light it up on the whole map";
  if (litFlows) byId("scene-caption").textContent = `${lit.title}: ${lit.remark} can go round.`;
  if (isOnWay) litFlows = new Set(wayFlows.map((edge) => edge.number));
}

function toggleSheet(isOpen) {
  const isNarrow = matchMedia("(max-width: 799px)").matches;
  const open = isNarrow && (isOpen ?? !document.body.classList.contains("controls-open"));
  document.body.classList.toggle("controls-open", open);
  byId("filters-toggle").setAttribute("aria-expanded", String(open));
}

function goBack() {
  if (document.body.classList.contains("controls-open")) toggleSheet(false);
  else if (state.selected) { change({ selected: null }, "select"); holder.focus(); }
  else if (state.table) change({ table: false }, "table");
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  if (/^(input|select|textarea)$/i.test(event.target.tagName) && event.key !== "Escape") return;
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const onMap = document.activeElement === holder;
  const acts = { "/": () => { toggleSheet(true); byId("search").focus(); }, f: () => { toggleSheet(true); byId("families").querySelector("input")?.focus(); },
    w: () => { toggleSheet(true); byId("way-box").open = true; byId("way-from").focus(); }, t: () => change({ table: !state.table }, "table"), Escape: goBack, "?": () => byId("keys").showModal(),
    "+": () => zoomBy("in"), "-": () => zoomBy("out"), 0: () => zoomBy("fit") };
  if (arrows[event.key] && onMap) { event.preventDefault(); walk(...arrows[event.key]); }
  else if (event.key === "Enter" && onMap && state.selected) byId("panel-close").focus();
  else if (acts[event.key]) { event.preventDefault(); acts[event.key](); }
}

function start() {
  readHash();
  hasManyTabs();
  applyTheme();
  buildFilters();
  buildLegend();
  openSearch();
  openWay();
  openStress();
  fill(byId("keys-list"), ...KEYS.flatMap(([key, what]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, what)]));
  openStage();
  onChange(refresh);
  byId("scene").addEventListener("change", () => change({ scene: byId("scene").value, selected: null }, "scene"));
  byId("panel-close").addEventListener("click", () => { change({ selected: null }, "select"); holder.focus(); });
  byId("table-toggle").addEventListener("click", () => change({ table: !state.table }, "table"));
  byId("theme").addEventListener("click", () => change({ theme: document.documentElement.dataset.theme === "dark" ? "light" : "dark" }, "theme"));
  byId("help").addEventListener("click", () => byId("keys").showModal());
  byId("filters-toggle").addEventListener("click", () => toggleSheet());
  byId("play").addEventListener("click", togglePlay);
  for (const button of document.querySelectorAll("[data-export]")) button.addEventListener("click", () => { exportAs(button.dataset.export); byId("export").open = false; });
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => zoomBy(button.dataset.zoom));
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", () => { readHash(); refresh({}, "select"); if (state.at) goToPlace(); });
  new ResizeObserver(() => { resize(); showScene(currentScene()); if (isWhole && !state.selected) fitScene(currentScene()); else if (state.at && !state.selected) goToPlace(); }).observe(holder);
  byId("light").addEventListener("click", lightUp);
  addEventListener("beforeprint", unrollForPrint);
  addEventListener("afterprint", () => { resize(); fitScene(currentScene()); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => refresh());
  network.setSize(`${holder.clientWidth}px`, `${holder.clientHeight}px`);
  refresh({}, state.selected ? "select" : "");
  if (state.at) goToPlace();
  requestAnimationFrame(() => { performance.mark("usable"); document.body.dataset.ready = "1"; });
}

start();
