// Bars, ribbons and words that belong to places of a scene; what can be pointed at beside parties.

const BANDS = VIEWS.flatMap((view) => view.scenes.flatMap((scene) => scene.bands));
const BAND_OF_ID = new Map(BANDS.map((band) => [band.id, band]));

const blocksOfScene = new WeakMap();
function sceneBlocks(scene) {
  if (!blocksOfScene.has(scene)) {
    blocksOfScene.set(scene, scene.blocks.map(([x, y, w, h, tone, fill, refers, says]) => {
      const number = Number(refers.slice(1)), kind = refers.slice(0, 1);
      const row = kind === "f" ? EDGES[number] : kind === "n" ? NODES[number] : null;
      return { x, y, w, h, tone, fill, kind, row, says };
    }));
  }
  return blocksOfScene.get(scene);
}

function layBand(band) {
  const p = band.path;
  band.line = new Path2D();
  band.line.moveTo(p[0], p[1]);
  band.line.bezierCurveTo(p[2], p[3], p[4], p[5], p[6], p[7]);
}

for (const band of BANDS) {
  layBand(band);
  band.whole = band.parts.reduce((sum, part) => sum + part, 0);
  band.edges = band.of.map((number) => EDGES[number]);
}

// Dollars of the band that filters leave; its ribbon is as wide as that. A consortium's whole
// hangs on its first member, and its members share status and dates.
const shownUsd = (band) => band.of.reduce((sum, number, i) => sum + (shownEdges.has(number) ? band.parts[i] : 0), 0);
const bandWidth = (band) => (band.whole ? band.width * shownUsd(band) / band.whole : 0);
const isShownBlock = (block) => block.kind !== "f" || shownEdges.has(block.row.number);

function blockColour(tone) {
  return theme.family[tone] || { core: theme.core, strong: theme.bar }[tone] || theme.muted;
}

const isChosen = (kind, row) => {
  const focus = hovered || state.selected;
  return Boolean(focus) && focus.kind === kind && focus.row === row;
};

function drawBlock(ctx, block) {
  const { x, y, w, h, fill } = block, colour = blockColour(block.tone);
  const chosen = block.row && isChosen(block.kind, block.row);
  ctx.save();
  ctx.fillStyle = ctx.strokeStyle = fill === "line" ? theme.line : colour;
  if (fill === "none") {
    ctx.globalAlpha = 0.35;
    ctx.fillStyle = theme.line;
    if (chosen) ctx.fillRect(x, y, w, h);
  } else if (fill === "line" || fill === "firm" || fill === "past") {
    ctx.globalAlpha = fill === "past" ? 0.6 : 1;
    ctx.fillRect(x, y, w, h);
  } else {
    ctx.globalAlpha = fill === "contingent" ? 0.22 : 0;
    ctx.fillRect(x, y, w, h);
    ctx.globalAlpha = 1;
    ctx.lineWidth = 1.2;
    ctx.setLineDash(fill === "contingent" ? [5, 3] : fill === "headline" ? [1.5, 2.5] : []);
    ctx.strokeRect(x + 0.6, y + 0.6, Math.max(w - 1.2, 0.4), h - 1.2);
  }
  if (chosen && fill !== "none") {
    ctx.globalAlpha = 1;
    ctx.setLineDash([]);
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 2;
    ctx.strokeRect(x - 2.5, y - 2.5, w + 5, h + 5);
  }
  ctx.restore();
}

// Ribbons of money that is not firm are striped, as its lines are dashed and dotted.
const BAND_DASH = { contingent: [16, 4], headline: [3, 4] };

function bandAlpha(band) {
  const focus = hovered || state.selected;
  if (!focus) return 0.5;
  const isNear_ = focus.row === band || (focus.kind === "f" && band.of.includes(focus.row.number))
    || (focus.kind === "n" && band.edges.some((edge) => edge.source === focus.row.number || edge.target === focus.row.number));
  return isNear_ ? 0.85 : 0.14;
}

function drawBands(ctx, scene) {
  for (const band of [...scene.bands].sort((a, b) => b.width - a.width)) {
    const width = bandWidth(band);
    if (!width) continue;
    ctx.save();
    ctx.globalAlpha = bandAlpha(band);
    ctx.strokeStyle = theme.family[band.family];
    ctx.lineWidth = width;
    ctx.setLineDash(BAND_DASH[band.firmness] || []);
    ctx.stroke(band.line);
    ctx.restore();
  }
}

function drawBlocks(ctx, scene) {
  drawBands(ctx, scene);
  for (const block of sceneBlocks(scene)) if (isShownBlock(block)) drawBlock(ctx, block);
}

const toneOf = (tone) => ({ ink: theme.ink, muted: theme.muted, core: theme.core })[tone];

function drawNotes(ctx, scene, boxes) {
  ctx.save();
  ctx.textBaseline = "middle";
  for (const [x, y, text, anchor, tone, size, strong] of scene.notes) {
    ctx.font = `${strong ? 600 : 400} ${size}px ${FONT}`;
    ctx.textAlign = anchor === "middle" ? "center" : anchor;
    ctx.direction = "ltr";
    ctx.fillStyle = toneOf(tone);
    if (scene.halo) {
      Object.assign(ctx, { strokeStyle: theme.paper, lineWidth: 4, lineJoin: "round" });
      ctx.strokeText(text, x, y);
    }
    ctx.fillText(text, x, y);
    const w = ctx.measureText(text).width, left = anchor === "end" ? x - w : anchor === "middle" ? x - w / 2 : x;
    boxes.push([left, y - size / 2, left + w, y + size / 2]);
  }
  ctx.restore();
}

// The block or ribbon under a point, blocks first.
function shapeAt(scene, x, y) {
  const blocks = sceneBlocks(scene);
  for (let i = blocks.length - 1; i >= 0; i -= 1) {
    const block = blocks[i];
    if (block.row && isShownBlock(block) && x >= block.x - 2 && x <= block.x + block.w + 2 && y >= block.y - 2 && y <= block.y + block.h + 2) {
      return { kind: block.kind, row: block.row, says: block.says };
    }
  }
  for (let i = scene.bands.length - 1; i >= 0; i -= 1) {
    const band = scene.bands[i], width = bandWidth(band);
    probe.lineWidth = Math.max(width, 4);
    if (width && probe.isPointInStroke(band.line, x, y)) return { kind: "b", row: band };
  }
  return null;
}

// Everything of a scene the arrow keys can reach, with where it is.
function stops(scene) {
  const found = scenePlaces(scene).filter((item) => shownNodes.has(item.node.number))
    .map((item) => ({ x: item.x, y: item.y, kind: "n", row: item.node, anchor: item.node.anchor }));
  const seen = new Set(found.map((stop) => stop.row));
  for (const block of sceneBlocks(scene)) {
    if (!block.row || seen.has(block.row) || !isShownBlock(block)) continue;
    seen.add(block.row);
    found.push({ x: block.x + block.w / 2, y: block.y + block.h / 2, kind: block.kind, row: block.row });
  }
  for (const band of scene.bands) {
    if (bandWidth(band)) found.push({ x: (band.path[0] + band.path[6]) / 2, y: (band.path[1] + band.path[7]) / 2, kind: "b", row: band });
  }
  return found;
}

function bandPanel(band) {
  const edges = band.edges.filter((edge) => shownEdges.has(edge.number)).sort((a, b) => (b.usd ?? -1) - (a.usd ?? -1) || a.number - b.number);
  const family = ATLAS.legend.families.find((row) => row.id === band.family);
  return [
    el("p", { class: "kicker" }, lineSample(theme.family[band.family], [], 6), `${family.label} · ${band.firmness}`),
    el("h2", {}, named(band.title)),
    el("p", { class: "amount", id: "panel-amount" }, usd(shownUsd(band))),
    el("p", { class: "quiet" }, `${capital(band.firmness)} part of ${plural(edges.length, "flow", "flows")}; a ceiling counts in full, a consortium once.`),
    el("h3", {}, "Why it is here: its flows"),
    el("ul", { class: "flows" }, ...edges.map((edge) => el("li", {}, el("button", { type: "button", class: "row", onclick: () => select("f", edge) },
      colourDot(edge), el("span", { class: "who" }, named(`${NODES[edge.source].label} → ${NODES[edge.target].label}`), el("small", {}, `${edge.instrument}, ${edge.status}`)),
      el("span", { class: "sum" }, edge.label))))),
  ];
}

// US dollars at three significant digits, as the page's other figures are written.
function usd(value) {
  for (const [size, unit] of [[1e12, "tn"], [1e9, "bn"], [1e6, "m"], [1e3, "k"]]) {
    if (value >= size * 0.9995) return `$${Number((value / size).toPrecision(3)).toLocaleString("en")}${unit}`;
  }
  return `$${Math.round(value)}`;
}
