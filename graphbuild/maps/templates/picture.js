// The scene as an SVG file: the same lines, shapes and words as on screen, ready for an article.

const SVG = "http://www.w3.org/2000/svg";

function mark(tag, set, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(set)) if (value !== null && value !== undefined && value !== "") made.setAttribute(name, value);
  // XML knows no control characters
  if (text) made.textContent = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return made;
}

const tenth = (value) => Math.round(value * 10) / 10;
const curve = (p) => `M${tenth(p[0])} ${tenth(p[1])}C${p.slice(2).map(tenth).join(" ")}`;

// Takes the words the painter writes; everything else of a drawing context is not asked of it.
function wordTaker(into) {
  return {
    font: "", textAlign: "left", fillStyle: "", strokeStyle: "", lineWidth: 0, globalAlpha: 1,
    save() {}, restore() {}, strokeText() {},
    measureText(text) { probe.font = this.font; return probe.measureText(text); },
    fillText(text, x, y) {
      const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(this.font);
      const anchor = { left: "start", start: "start", center: "middle", right: "end", end: "end" }[this.textAlign];
      into.append(mark("text", { x: tenth(x), y: tenth(y), "font-size": size, "font-weight": weight, fill: this.fillStyle,
        "text-anchor": anchor, "dominant-baseline": "central", opacity: this.globalAlpha, stroke: theme.paper, "stroke-width": 3,
        "stroke-linejoin": "round", "paint-order": "stroke" }, text));
    },
  };
}

function inkStroke(into, stroke, scene) {
  if (stroke.role === "t") {
    into.append(mark("path", { d: curve(stroke.points), fill: "none", stroke: theme.muted, "stroke-width": 0.8, "stroke-dasharray": "1 3", opacity: 0.5 }));
    return;
  }
  const edge = stroke.edge, colour = theme.family[edge.family], isTalk = edge.firmness === "headline";
  const opacity = edge.opacity * (stroke.role === "m" ? 0.5 : 0.8), cut = stroke.role === "m" ? 0 : headLength(stroke.width) * 0.8;
  const p = [...stroke.points];
  p[6] -= stroke.dir[0] * cut;
  p[7] -= stroke.dir[1] * cut;
  const line = (set) => into.append(mark("path", { d: curve(p), fill: "none", ...set }));
  const isLit = litFlows && litFlows.has(edge.number);
  if (scene.marks.includes(edge.number) || isLit || (stressNow && stressNow.unpaid.has(edge.number))) line({ stroke: theme.glow, "stroke-width": stroke.width + 8, opacity: 0.45 });
  if (stroke.role === "f" && edge.sleeve) line({ stroke: colour, "stroke-width": edge.sleeve, opacity: opacity * 0.2 });
  const isTube = isTalk && stroke.width > 4;
  line({ stroke: colour, "stroke-width": stroke.width, opacity, "stroke-dasharray": (isTube ? [1.6, 2.6] : DASH[edge.firmness]).join(" ") });
  if (isTube) line({ stroke: theme.paper, "stroke-width": stroke.width - 2.4 });
  if (stroke.role === "m") return;
  const length = headLength(stroke.width), half = Math.max(3, stroke.width * 0.6 + 1.6);
  const [dx, dy] = stroke.dir, [x, y] = stroke.tip, bx = x - dx * length, by = y - dy * length;
  const corners = [[x, y], [bx - dy * half, by + dx * half], [bx + dy * half, by - dx * half]];
  into.append(mark("polygon", { points: corners.map((at) => at.map(tenth).join(",")).join(" "), fill: isTalk ? theme.paper : colour, stroke: colour, opacity }));
}

function inkShape(shape, x, y, r, set) {
  const corners = { hexagon: [6, 0, 1.1, 0], triangle: [3, -Math.PI / 2, 1.42, 0.12], diamond: [4, 0, 1.25, 0] }[shape];
  if (corners) {
    const [count, turn, reach, sink] = corners;
    const points = Array.from({ length: count }, (_, i) => turn + (2 * Math.PI * i) / count)
      .map((angle) => `${tenth(x + r * reach * Math.cos(angle))},${tenth(y + r * sink + r * reach * Math.sin(angle))}`);
    return mark("polygon", { points: points.join(" "), ...set });
  }
  if (shape === "circle") return mark("circle", { cx: tenth(x), cy: tenth(y), r: tenth(r), ...set });
  const half = r * (shape === "rounded" ? 0.91 : 0.89);
  return mark("rect", { x: tenth(x - half), y: tenth(y - half), width: tenth(2 * half), height: tenth(2 * half), rx: shape === "rounded" ? tenth(r * 0.45) : null, ...set });
}

function inkParty(into, { node, x, y }) {
  into.append(inkShape(node.shape, x, y, node.r, { fill: node.open ? theme.paper : theme.disc, stroke: node.anchor ? theme.core : theme.muted,
    "stroke-width": node.anchor ? 2 : 1, "stroke-dasharray": node.open ? "3 2.5" : null }));
  if (node.firmR > 0.8) into.append(inkShape(node.shape, x, y, Math.min(node.firmR, node.r), { fill: theme.firm, opacity: node.open ? 0.45 : null }));
  inkShort(into, { node, x, y });
  if (node.coreR) into.append(mark("circle", { cx: x, cy: y, r: node.coreR, ...(node.coreR < node.r ? { fill: theme.core } : { fill: "none", stroke: theme.core }) }));
}

function inkBlock(into, block) {
  if (block.fill === "none") return;
  const colour = block.fill === "line" ? theme.line : blockColour(block.tone), isSolid = ["line", "firm", "past"].includes(block.fill);
  const dash = { contingent: "5 3", headline: "1.5 2.5" }[block.fill];
  into.append(mark("rect", { x: block.x, y: tenth(block.y), width: block.w, height: block.h, fill: colour,
    "fill-opacity": isSolid ? null : block.fill === "contingent" ? 0.22 : 0, stroke: isSolid ? null : colour, "stroke-dasharray": dash }));
}

// The same picture in pixels, with title, date and inputs: a copy that travels keeps its source.
function savePng(name) {
  const image = new Image();
  image.onload = () => {
    const scale = Math.min(2, 6000 / Math.max(image.width, image.height)), copy = document.createElement("canvas");
    Object.assign(copy, { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
    copy.getContext("2d").drawImage(image, 0, 0, copy.width, copy.height);
    copy.toBlob((blob) => save(name, blob));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureText())}`;
}

// Kinds of contract in the picture, left to right.
function inkLegend(into, left, y) {
  const used = new Set([...shownEdges].map((number) => EDGES[number].family));
  let x = left;
  for (const row of ATLAS.legend.families.filter((family) => used.has(family.id))) {
    into.append(mark("line", { x1: x, x2: x + 22, y1: y - 4, y2: y - 4, stroke: theme.family[row.id], "stroke-width": 4 }),
      mark("text", { x: x + 28, y, "font-size": 11, fill: theme.ink }, row.label));
    probe.font = `400 11px ${FONT}`;
    x += 28 + probe.measureText(row.label).width + 18;
  }
}

function pictureText() {
  const scene = currentScene(), facts = ATLAS.facts, [left, top, right, bottom] = shownFrame(scene);
  const head = 58, foot = 52, width = right - left, height = bottom - top + head + foot;
  const root = mark("svg", { xmlns: SVG, viewBox: [left, top - head, width, height].map(tenth).join(" "), width: tenth(width), height: tenth(height), "font-family": FONT, role: "img" });
  root.append(mark("title", {}, `${facts.title}: ${scene.title}`), mark("rect", { x: left, y: top - head, width, height, fill: theme.paper }));
  const say_ = (text, x, y, size, set) => root.append(mark("text", { x: tenth(x), y: tenth(y), "font-size": size, fill: theme.ink, ...set }, text));
  say_(`${facts.title}: ${scene.title}`, left + 12, top - head + 26, 20, { "font-weight": 600 });
  for (const [x, text] of scene.headings) {
    root.append(mark("line", { x1: x, x2: x, y1: top + 6, y2: bottom, stroke: theme.rule }));
    say_(text.toUpperCase(), x, top - 4, 11, { "text-anchor": "middle", fill: theme.muted, "font-weight": 600 });
  }
  for (const band of scene.bands) root.append(mark("path", { d: curve(band.path), fill: "none", stroke: theme.family[band.family], "stroke-width": bandWidth(band), opacity: 0.5,
    "stroke-dasharray": (BAND_DASH[band.firmness] || []).join(" ") }));
  for (const block of sceneBlocks(scene)) if (isShownBlock(block)) inkBlock(root, block);
  for (const stroke of sceneStrokes(scene)) if (isShownStroke(stroke)) inkStroke(root, stroke, scene);
  for (const item of scenePlaces(scene)) if (shownNodes.has(item.node.number)) inkParty(root, item);
  const words = wordTaker(root), boxes = [];
  drawNotes(words, scene, boxes);
  drawLabels(words, scene, 1, boxes, [left, top, right, bottom]);
  drawAmounts(words, scene, 1, boxes);
  inkLegend(root, left + 12, bottom + foot - 30);
  say_(`Solid firm, dashed contingent, dotted headline. As of ${facts.asOf}, inputs ${facts.digest}. ${stressNow ? "A loss model between two ends, no forecast" : "Exposure is not loss"}; nothing here is investment advice.`, left + 12, bottom + foot - 12, 11, { fill: theme.muted });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}
