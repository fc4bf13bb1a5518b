// The network on screen: vis-network holds places, pan and zoom; lines and words are ours.

let namesOnMap = [];
let network = null, dataset = null, hovered = null, drawnScene = null, isWhole = true, litFlows = null;
const holder = byId("network");
const FINGER = 12;

const placesOfScene = new WeakMap();
function scenePlaces(scene) {
  if (!placesOfScene.has(scene)) {
    placesOfScene.set(scene, scene.nodes.map((number, i) => ({
      node: NODES[number], x: scene.xy[2 * i], y: scene.xy[2 * i + 1], side: scene.sides[i] })));
  }
  return placesOfScene.get(scene);
}

const placeOf = (scene, node) => scenePlaces(scene).find((item) => item.node === node);

// Parties that what is pointed at or chosen touches; kept, because every redraw asks for all discs.
let near = { row: null, shown: null, numbers: new Set() };
function nearNodes(focus) {
  if (near.row === focus.row && near.shown === shownEdges) return near.numbers;
  const edges = focus.kind === "b" ? focus.row.edges : focus.kind === "f" ? EDGES.filter((edge) => edge.deal === focus.row.deal)
    : focus.row.edges.filter((edge) => shownEdges.has(edge.number));
  const numbers = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  if (focus.kind === "n") numbers.add(focus.row.number);
  near = { row: focus.row, shown: shownEdges, numbers };
  return numbers;
}

function isFaintNode(node) {
  const focus = hovered || state.selected;
  if (focus) return !nearNodes(focus).has(node.number);
  if (stressNow) return !stressNow.touched.has(node.number);
  return litFlows !== null && !node.edges.some((edge) => litFlows.has(edge.number));
}

function isNear(node) {
  const focus = hovered || state.selected;
  return Boolean(focus) && focus.kind === "n" && nearNodes(focus).has(node.number);
}

function renderNode({ ctx, id, x, y }) {
  const node = NODES[id];
  return {
    drawNode() {
      if (!shownNodes.has(id)) return;
      const focus = hovered || state.selected;
      const isStrong = Boolean(focus) && focus.kind === "n" && focus.row === node;
      drawParty(ctx, node, x, y, isStrong, isFaintNode(node), network.getScale());
    },
    nodeDimensions: { width: Math.max(2 * node.r, 12), height: Math.max(2 * node.r, 12) },
  };
}

function openStage() {
  dataset = new vis.DataSet(VIS_NODES.map((row) => ({ ...row, ctxRenderer: renderNode })));
  const edges = new vis.DataSet(VIS_EDGES);
  network = new vis.Network(holder, { nodes: dataset, edges }, readJson("vis-options"));
  network.on("beforeDrawing", (ctx) => {
    const scene = currentScene();
    if (!scene) return;
    const scale = network.getScale();
    showScales(scene, scale);
    const [, top, , bottom] = windowBox();
    drawColumns(ctx, scene, scale, top, bottom);
    drawBlocks(ctx, scene);
    drawStrokes(ctx, scene);
  });
  network.on("afterDrawing", (ctx) => {
    const scene = currentScene();
    if (!scene) return;
    const scale = network.getScale(), view = windowBox(), boxes = [];
    drawHeadings(ctx, scene, scale, view, boxes);
    drawNotes(ctx, scene, boxes);
    namesOnMap = drawLabels(ctx, scene, scale, boxes, view);
    drawAmounts(ctx, scene, scale, boxes);
  });
  network.on("click", (event) => pick(event.nodes, event.pointer));
  network.on("doubleClick", (event) => { if (event.nodes.length) goToEntity(NODES[event.nodes[0]]); });
  network.on("hoverNode", (event) => { if (shownNodes.has(event.node)) point({ kind: "n", row: NODES[event.node] }); });
  network.on("blurNode", () => point(null));
  network.on("zoom", () => { isWhole = false; forgetRest(); keepZoomSane(); notePlace(); });
  network.on("dragEnd", () => { isWhole = false; forgetRest(); if (currentScene() && currentScene().ladder) slideReading(0, 0); notePlace(); });
  holder.addEventListener("wheel", scrollReading, { capture: true, passive: false });
  holder.addEventListener("mousemove", onMove);
  holder.addEventListener("mouseleave", () => point(null));
}

function keepZoomSane() {
  const scale = network.getScale();
  if (scale < 0.12 || scale > 6) network.moveTo({ scale: Math.min(6, Math.max(0.12, scale)) });
}

function pick(nodes, pointer) {
  const scene = currentScene();
  const shown = nodes.filter((number) => shownNodes.has(number));
  const party = shown.length ? NODES[shown[0]] : partyUnder(scene, pointer.canvas);
  if (party) { select("n", party); return; }
  if (scene && foldUnder(scene, pointer.DOM)) { change({ rest: true }, "filters"); return; }
  const shape = scene && shapeAt(scene, pointer.canvas.x, pointer.canvas.y);
  const edge = scene && flowAt(scene, pointer.canvas.x, pointer.canvas.y, network.getScale());
  if (edge) select("f", edge);
  else if (shape) select(shape.kind, shape.row);
  else if (state.selected) change({ selected: null }, "select");
}

// A party by its name, or, for a finger, by a small shape that the finger covers.
function partyUnder(scene, at) {
  const name = namesOnMap.find(({ box, node }) => shownNodes.has(node.number) && isInside(at.x, at.y, box));
  if (name || !scene || !matchMedia("(pointer: coarse)").matches) return name ? name.node : null;
  const reach = FINGER / network.getScale();
  const near_ = scenePlaces(scene).filter((item) => shownNodes.has(item.node.number)).map((item) => ({ node: item.node, away: Math.hypot(item.x - at.x, item.y - at.y) - item.node.r }))
    .filter((item) => item.away < reach).sort((a, b) => a.away - b.away)[0];
  return near_ ? near_.node : null;
}

function select(kind, row) {
  hovered = null;
  byId("tip").hidden = true;
  const scene = currentScene();
  const isHere = scene && (kind === "b" || (kind === "f" ? sceneEdges(scene).includes(row) : isPlaced(scene, row)));
  const patch = { selected: { kind, row } };
  if (!isHere) {
    const other = VIEWS.find((view) => view.scenes.some((candidate) =>
      kind === "f" ? sceneEdges(candidate).includes(row) : candidate.nodes.includes(row.number)));
    if (other) {
      const found = other.scenes.find((candidate) =>
        kind === "f" ? sceneEdges(candidate).includes(row) : candidate.id === row.id || candidate.nodes.includes(row.number));
      Object.assign(patch, { view: other.name, scene: found.id });
    }
  }
  change(patch, "select");
}

// A party without a flow to draw is still shown where a bar or a row stands for it.
const isPlaced = (scene, node) => placeOf(scene, node) || sceneBlocks(scene).some((block) => block.row === node);

function goToEntity(node) {
  const ego = VIEWS.find((view) => view.name === "ego");
  if (ego && ego.scenes.some((scene) => scene.id === node.id)) {
    change({ view: "ego", scene: node.id, selected: { kind: "n", row: node } }, "select");
  }
}

let moveQueued = false;
function onMove(event) {
  if (moveQueued || event.buttons) return;
  moveQueued = true;
  requestAnimationFrame(() => {
    moveQueued = false;
    if (hovered && hovered.kind === "n") { placeTip(event); return; }
    const box = holder.getBoundingClientRect();
    const at = network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top });
    const scene = currentScene();
    const edge = scene && flowAt(scene, at.x, at.y, network.getScale());
    const named_ = partyUnder(scene, at);
    // said, not lit: what is lit moves its name, and the pointer would lose it
    if (named_) { point(null); showTip(...tipLines({ kind: "n", row: named_ })); placeTip(event); return; }
    const fold = scene && foldUnder(scene, { x: event.clientX - box.left, y: event.clientY - box.top });
    if (fold) { point(null); showTip(el("strong", {}, `${fold[2]}; click to unfold`)); placeTip(event); return; }
    point(edge ? { kind: "f", row: edge } : scene && shapeAt(scene, at.x, at.y));
    placeTip(event);
  });
}

function point(target) {
  if (!target) showTip();
  if ((hovered && hovered.row) === (target && target.row)) return;
  hovered = target;
  showTip(...(target ? tipLines(target) : []));
  network.redraw();
}

function showTip(...lines) {
  const tip = byId("tip");
  tip.hidden = !lines.length;
  holder.classList.toggle("pointing", lines.length > 0);
  fill(tip, ...lines);
}

function tipLines({ kind, row, says }) {
  if (kind === "b") return [el("strong", {}, usd(shownUsd(row))), el("div", {}, named(row.title)), el("div", { class: "quiet" }, `${row.family}, ${row.firmness}`)];
  if (says) return [el("strong", {}, named(says))];
  if (kind === "n") return [el("strong", {}, named(row.name)), el("div", {}, row.kind)];
  const state_ = row.unverified ? "unverified" : row.firmness;
  return [el("strong", {}, row.label), el("div", {}, named(NODES[row.source].label), " → ", named(NODES[row.target].label)),
    el("div", { class: "quiet" }, `${row.instrument}, ${row.status}, ${state_}`)];
}

function placeTip(event) {
  const tip = byId("tip"), room = byId("main").getBoundingClientRect();
  const x = Math.min(event.clientX - room.left + 14, room.width - tip.offsetWidth - 8);
  const y = Math.min(event.clientY - room.top + 14, room.height - tip.offsetHeight - 8);
  tip.style.left = `${Math.max(4, x)}px`;
  tip.style.top = `${Math.max(4, y)}px`;
}

// Places of the scene into vis-network; what the scene does not have is hidden.
function showScene(scene) {
  const isHere = Boolean(scene) && drawnScene === scene, row = isHere && scene.ladder ? topRow(scene) : 0;
  const kept = isHere && !isWhole && !scene.ladder ? { ...network.getViewPosition(), x: acrossWide(scene, network.getViewPosition().x), scale: network.getScale() } : null;
  if (squeeze(scene)) drawnScene = undefined;
  if (drawnScene === scene) return;
  for (const node of NODES) {
    const cap = (scene && scene.largest) || Infinity;
    node.r = Math.min(node.wholeR, cap);
  }
  const here = new Map(scene ? scenePlaces(scene).map((item) => [item.node.number, item]) : []);
  if (drawnScene !== null || scene !== VIEWS[0].scenes[0]) {
    dataset.update(NODES.map((node) => {
      const item = here.get(node.number);
      return item ? { id: node.number, x: item.x, y: item.y, hidden: false } : { id: node.number, hidden: true };
    }));
  }
  drawnScene = scene;
  fitScene(scene);
  if (row) goToRow(scene, row);
  if (kept) {
    isWhole = false;
    network.moveTo({ position: { x: acrossWide(scene, kept.x, true), y: kept.y }, scale: kept.scale });
  }
  // vis-network leaves out a disc whose old place was off screen and learns its new one by that
  requestAnimationFrame(() => network.redraw());
}

// Arrow keys: the nearest shown party in that direction, neighbours before strangers.
function walk(dx, dy) {
  const scene = currentScene();
  if (!scene) return;
  const items = stops(scene), chosen = state.selected && state.selected.row;
  const from = chosen && items.find((item) => item.row === chosen);
  if (!from) {
    const first = items.find((item) => item.anchor) || items[0];
    if (first) select(first.kind, first.row);
    return;
  }
  let best = null, least = Infinity;
  for (const item of items) {
    const along = (item.x - from.x) * dx + (item.y - from.y) * dy;
    if (item === from || along <= 1) continue;
    const aside = Math.abs((item.x - from.x) * dy - (item.y - from.y) * dx);
    const cost = (along + 2 * aside) * (item.kind === "n" && isNear(item.row) ? 0.4 : 1);
    if (cost < least) { least = cost; best = item; }
  }
  if (best) select(best.kind, best.row);
}
