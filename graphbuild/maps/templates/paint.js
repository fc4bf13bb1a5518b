// The lines of a scene: sleeve, body, head, marks. Geometry comes from the page's data.

const DASH = Object.fromEntries(ATLAS.legend.firmness.map((row) => [row.id, row.dash]));
const strokesOfScene = new WeakMap();

function headLength(width) { return Math.min(5 + width * 0.7, 17); }

// Paths as the browser draws them; the body ends where the head begins.
function sceneStrokes(scene) {
  if (strokesOfScene.has(scene)) return strokesOfScene.get(scene);
  const strokes = [...scene.roles].map((role, i) => {
    const p = scene.paths.slice(i * 8, i * 8 + 8);
    const width = scene.widths[i];
    const length = Math.hypot(p[6] - p[4], p[7] - p[5]) || 1;
    const dir = [(p[6] - p[4]) / length, (p[7] - p[5]) / length];
    const cut = role === "f" || role === "s" ? headLength(width) * 0.8 : 0;
    const path = new Path2D();
    path.moveTo(p[0], p[1]);
    path.bezierCurveTo(p[2], p[3], p[4], p[5], p[6] - dir[0] * cut, p[7] - dir[1] * cut);
    const xs = [p[0], p[2], p[4], p[6]], ys = [p[1], p[3], p[5], p[7]];
    return { role, width, path, dir, tip: [p[6], p[7]], points: p,
      edge: role === "t" ? null : EDGES[scene.of[i]], node: role === "t" ? NODES[scene.of[i]] : null,
      box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
  });
  // Ties below everything; then wide lines, so that thin ones stay visible on top of them.
  strokes.sort((a, b) => (a.edge ? 1 : 0) - (b.edge ? 1 : 0) || b.width - a.width);
  strokesOfScene.set(scene, strokes);
  return strokes;
}

function pointOn(stroke, t) {
  const p = stroke.points, u = 1 - t;
  const at = (i) => u * u * u * p[i] + 3 * u * u * t * p[i + 2] + 3 * u * t * t * p[i + 4] + t * t * t * p[i + 6];
  return [at(0), at(1)];
}

function isShownStroke(stroke) {
  if (stroke.role === "t") return shownNodes.has(stroke.node.number) && shownNodes.has(stroke.node.parentNumber);
  return shownEdges.has(stroke.edge.number);
}

// 2: what the reader chose or points at, 1: as usual, 0: stands back.
function emphasis(stroke) {
  const focus = hovered || state.selected;
  if (!focus && stressNow && stroke.edge) return stressNow.unpaid.has(stroke.edge.number) ? 2 : 0;
  if (!focus) return litFlows ? (stroke.edge && litFlows.has(stroke.edge.number) ? 2 : 0) : 1;
  if (!stroke.edge) return focus.kind === "n" && focus.row === stroke.node ? 1 : 0;
  if (focus.kind === "b") return focus.row.of.includes(stroke.edge.number) ? 2 : 0;
  if (focus.kind === "f") return stroke.edge.deal === focus.row.deal ? 2 : 0;
  return stroke.edge.source === focus.row.number || stroke.edge.target === focus.row.number ? 2 : 0;
}

function drawHead(ctx, stroke, colour, isHollow) {
  const length = headLength(stroke.width);
  const half = Math.max(3, stroke.width * 0.6 + 1.6);
  const [dx, dy] = stroke.dir, [x, y] = stroke.tip;
  const bx = x - dx * length, by = y - dy * length;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(bx - dy * half, by + dx * half);
  ctx.lineTo(bx + dy * half, by - dx * half);
  ctx.closePath();
  ctx.fillStyle = isHollow ? theme.paper : colour;
  ctx.fill();
  ctx.lineWidth = 1.1;
  ctx.strokeStyle = colour;
  if (isHollow) ctx.stroke();
}

// Talk is hollow: a wide headline is a dotted tube, a thin one a dotted line.
function drawBody(ctx, stroke, colour, firmness) {
  const width = stroke.width, dash = DASH[firmness];
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  if (firmness === "headline" && width > 4) {
    ctx.setLineDash([1.6, 2.6]);
    ctx.stroke(stroke.path);
    ctx.setLineDash([]);
    ctx.strokeStyle = theme.paper;
    ctx.lineWidth = width - 2.4;
    const alpha = ctx.globalAlpha;
    ctx.globalAlpha = 1;
    ctx.stroke(stroke.path);
    ctx.globalAlpha = alpha * 0.16;
    ctx.strokeStyle = colour;
    ctx.stroke(stroke.path);
    ctx.globalAlpha = alpha;
    return;
  }
  const stretch = firmness === "contingent" ? 1 + width / 16 : 1;
  ctx.setLineDash(dash.map((part) => part * stretch));
  ctx.stroke(stroke.path);
  ctx.setLineDash([]);
}

function drawStroke(ctx, stroke, scene) {
  const strength = emphasis(stroke);
  ctx.save();
  if (stroke.role === "t") {
    ctx.globalAlpha = strength ? 0.5 : 0.12;
    ctx.strokeStyle = theme.muted;
    ctx.lineWidth = 0.8;
    ctx.setLineDash([1, 3]);
    ctx.stroke(stroke.path);
    ctx.restore();
    return;
  }
  const edge = stroke.edge, colour = theme.family[edge.family];
  // on dark paper thin and faint lines sink in sooner
  const usual = Math.min(1, (theme.dark ? 1.35 : 1) * edge.opacity * (stroke.role === "m" ? 0.5 : stroke.width < 2 ? 0.62 : 0.8));
  ctx.globalAlpha = strength === 2 ? Math.max(usual, edge.unverified ? 0.55 : 0.95) : strength ? usual : usual * 0.13;
  if (scene.marks.includes(edge.number) || isFresh(edge) || (stressNow && stressNow.unpaid.has(edge.number) && stroke.role !== "m") || (litFlows && litFlows.has(edge.number) && stroke.role !== "m")) {
    ctx.save();
    ctx.globalAlpha *= 0.5;
    ctx.strokeStyle = theme.glow;
    ctx.lineWidth = stroke.width + (litFlows ? 7 : 12);
    ctx.lineCap = "round";
    ctx.stroke(stroke.path);
    ctx.restore();
  }
  if (stroke.role === "f" && edge.sleeve) {
    ctx.save();
    ctx.globalAlpha *= 0.2;
    ctx.strokeStyle = colour;
    ctx.lineWidth = edge.sleeve;
    ctx.stroke(stroke.path);
    ctx.restore();
  }
  drawBody(ctx, stroke, colour, edge.firmness);
  if (stroke.role !== "m") drawHead(ctx, stroke, colour, edge.firmness === "headline");
  ctx.restore();
}

function drawStrokes(ctx, scene) {
  const later = [];
  for (const stroke of sceneStrokes(scene)) {
    if (!isShownStroke(stroke)) continue;
    if (emphasis(stroke) === 2) later.push(stroke);
    else drawStroke(ctx, stroke, scene);
  }
  for (const stroke of later) drawStroke(ctx, stroke, scene);
}

// Lines down the columns, under everything.
function drawColumns(ctx, scene, scale, top, bottom) {
  ctx.strokeStyle = theme.rule;
  ctx.lineWidth = 1 / scale;
  for (const [x] of scene.headings) {
    ctx.beginPath();
    ctx.moveTo(x, top + (headRoom(scene) - 2) / scale);
    ctx.lineTo(x, bottom);
    ctx.stroke();
  }
}

// Headings stay at the top of the window, and nothing of the picture runs through them.
function drawHeadings(ctx, scene, scale, [left, top, right], boxes) {
  if (!scene.headings.length) return;
  ctx.save();
  ctx.fillStyle = theme.paper;
  const strip = [left, top, right, top + (headRoom(scene) - 4) / scale];
  ctx.fillRect(left, top, right - left, strip[3] - top);
  boxes.push(strip);
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.font = `600 ${11 / scale}px ${FONT}`;
  const gap = Math.min(...scene.headings.slice(1).map(([x], i) => x - scene.headings[i][0]));
  for (const [x, whole] of scene.headings) {
    // where columns stand close, the first word says enough
    const text = ctx.measureText(whole.toUpperCase()).width > gap - 8 / scale ? whole.split(/,| & | or /)[0] : whole;
    ctx.fillStyle = theme.muted;
    // of a column in sight the heading is too, whole
    const keep = (said, at) => {
      const half = ctx.measureText(said).width / 2;
      return at < left || at > right ? at : Math.min(Math.max(at, left + half), right - half);
    };
    ctx.fillText(text.toUpperCase(), keep(text.toUpperCase(), x), top + 14 / scale);
    const folded = state.rest ? null : foldAt(scene, x);
    if (!folded) continue;
    ctx.font = `400 ${11 / scale}px ${FONT}`;
    ctx.fillStyle = theme.link;
    const many = `+ ${folded[1].length.toLocaleString("en")}`, whole_ = `${many} smaller`;
    const more = ctx.measureText(whole_).width > gap - 6 / scale ? many : whole_;
    ctx.fillText(more, keep(more, x), top + 28 / scale);
    ctx.font = `600 ${11 / scale}px ${FONT}`;
  }
  ctx.restore();
}

const foldAt = (scene, x) => scene.rest.find((fold) => fold[0] === x);

// The fold whose words are under a point of the window.
function foldUnder(scene, dom) {
  if (state.rest || dom.y < 24 || dom.y > 44) return null;
  return scene.rest.find((fold) => Math.abs(network.canvasToDOM({ x: fold[0], y: 0 }).x - dom.x) < 40) || null;
}

function distanceTo(stroke, x, y) {
  let least = Infinity;
  for (let i = 0; i <= 32; i += 1) {
    const [px, py] = pointOn(stroke, i / 32);
    least = Math.min(least, Math.hypot(px - x, py - y));
  }
  return least;
}

// The flow under a point of the plane: of several, the one whose middle line is nearest.
const probe = document.createElement("canvas").getContext("2d");
function flowAt(scene, x, y, scale) {
  const strokes = sceneStrokes(scene), reach = 5 / scale;
  let found = null, least = Infinity;
  for (let i = strokes.length - 1; i >= 0; i -= 1) {
    const stroke = strokes[i];
    if (!stroke.edge || !isShownStroke(stroke)) continue;
    const room = reach + stroke.width / 2, box = stroke.box;
    if (x < box[0] - room || y < box[1] - room || x > box[2] + room || y > box[3] + room) continue;
    probe.lineWidth = Math.max(stroke.width, 2 * reach);
    if (!probe.isPointInStroke(stroke.path, x, y)) continue;
    const away = distanceTo(stroke, x, y);
    if (away < least) { least = away; found = stroke.edge; }
  }
  return found;
}
