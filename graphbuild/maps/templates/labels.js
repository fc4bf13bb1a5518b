// Words on the map: the most important first, none on top of another.

const FONT = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, system-ui, sans-serif';
const MOST_LABELS = 90;
const widths = new Map();

function textWidth(ctx, text, weight, size) {
  const key = `${weight} ${size} ${text}`;
  if (!widths.has(key)) {
    ctx.save();
    ctx.font = `${weight} ${size}px ${FONT}`;
    widths.set(key, ctx.measureText(text).width);
    ctx.restore();
  }
  return widths.get(key);
}

function meets(box, boxes) {
  return boxes.some((b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3]);
}

const OTHER_SIDES = { l: "lrab", r: "rlba", a: "abrl", b: "barl" };

function labelBox(side, x, y, r, w, h, scale) {
  const gap = 4 / scale;
  if (side === "l") return [x - r - gap - w, y - h / 2, x - r - gap, y + h / 2];
  if (side === "r") return [x + r + gap, y - h / 2, x + r + gap + w, y + h / 2];
  if (side === "a") return [x - w / 2, y - r - gap - h, x + w / 2, y - r - gap];
  return [x - w / 2, y + r + gap, x + w / 2, y + r + gap + h];
}

function writeText(ctx, text, box, weight, size, colour, halo) {
  ctx.font = `${weight} ${size}px ${FONT}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = halo;
  ctx.strokeStyle = theme.paper;
  const y = (box[1] + box[3]) / 2;
  ctx.strokeText(text, box[0], y);
  ctx.fillStyle = colour;
  ctx.fillText(text, box[0], y);
}

// A box moved sideways as little as keeps it in the window.
function within(box, [left, , right]) {
  const move = Math.max(0, left - box[0]) - Math.max(0, box[2] - right);
  return [box[0] + move, box[1], box[2] + move, box[3]];
}

// The part of the plane the window shows: left, top, right, bottom.
function windowBox() {
  const corner = network.DOMtoCanvas({ x: 0, y: 0 }), other = network.DOMtoCanvas({ x: holder.clientWidth, y: holder.clientHeight });
  return [corner.x, corner.y, other.x, other.y];
}

const isInside = (x, y, box) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];

function labelRank(item) {
  const row = item.node, focus = hovered || state.selected;
  if (focus && focus.kind === "n" && focus.row === row) return -3;
  if (focus && focus.kind === "f" && (focus.row.source === row.number || focus.row.target === row.number)) return -2;
  if (row.anchor || (stressNow && stressNow.short.has(row.number))) return -1;
  return isNear(row) ? 0 : 1;
}

// `view` is what of the plane is seen: names of what is outside it are not written. Returns where each name stands.
function drawLabels(ctx, scene, scale, boxes, view) {
  const items = scenePlaces(scene).filter((item) => shownNodes.has(item.node.number));
  // a name over another party's shape, or right beside it, would be read as that one's
  const aside = 9 / scale;
  const shapes = items.map(({ node, x, y }) => ({ node, box: [x - node.r - aside, y - node.r * 0.8, x + node.r + aside, y + node.r * 0.8] }));
  const isOnOther = (box, item) => shapes.some((each) => each.node !== item.node && meets(box, [each.box]));
  for (const item of items) item.rank = labelRank(item);
  items.sort((a, b) => a.rank - b.rank || b.node.r - a.node.r || a.node.number - b.node.number);
  const named_ = [];
  for (const item of items) {
    if (named_.length >= MOST_LABELS) break;
    const rank = item.rank;
    const isBig = item.node.r * scale > 15 || rank < 0;
    const size = isBig ? 12.5 : 11, weight = isBig ? 600 : 400;
    const w = textWidth(ctx, item.node.label, weight, size) / scale, h = (size + 2) / scale;
    const sides = [...OTHER_SIDES[item.side]].map((side) => labelBox(side, item.x, item.y, item.node.r, w, h, scale));
    if (isInside(item.x, item.y, view)) sides.push(...["a", "b"].map((side) => within(labelBox(side, item.x, item.y, item.node.r, w, h, scale), view)));
    const tried = sides.filter((box) => !meets(box, boxes) && !isOnOther(box, item));
    // cut off at the edge of the window a name says little: another side is better, or none
    let place = tried.find((box) => box[0] >= view[0] && box[2] <= view[2]) || null;
    if (!place && (rank > -1 || !isInside(item.x, item.y, view))) continue;
    place ||= within(tried[0] || labelBox(item.side, item.x, item.y, item.node.r, w, h, scale), view);
    boxes.push(place);
    ctx.globalAlpha = isFaintNode(item.node) ? 0.35 : 1;
    writeText(ctx, item.node.label, place, weight, size / scale, theme.ink, 3.5 / scale);
    ctx.globalAlpha = 1;
    named_.push({ box: place, node: item.node });
    const short = stressNow && stressNow.short.get(item.node.number);
    if (short) drawBelow(ctx, item, place, scale, boxes, view, shortWords(short), theme.alarm);
    else if (item.node.coreR && rank !== 1 && !(isTimeline() && state.until)) drawBelow(ctx, item, place, scale, boxes, view, `● revenue ${ATLAS.facts.revenue}`, theme.core);
  }
  // amounts on lines keep off the shapes too
  for (const { box } of shapes) boxes.push([box[0] + aside, box[1], box[2] - aside, box[3]]);
  return named_;
}

// Under a name: what the anchor earns, in the colour of the dot drawn to scale; since when a party is short.
function drawBelow(ctx, item, name, scale, boxes, view, text, colour) {
  const w = textWidth(ctx, text, 500, 11) / scale, h = 14 / scale;
  const isLeft = name[2] <= item.x - item.node.r, isRight = name[0] >= item.x + item.node.r;
  const wanted = isLeft ? name[2] - w : isRight ? name[0] : (name[0] + name[2]) / 2 - w / 2;
  const x = Math.max(view[0] + 3 / scale, Math.min(wanted, view[2] - 3 / scale - w));
  const y = name[3] <= item.y - item.node.r ? name[1] - h : name[3];
  const box = [x, y, x + w, y + h];
  if (colour === theme.alarm && meets(box, boxes)) return; // its ring says so too
  boxes.push(box);
  ctx.globalAlpha = isFaintNode(item.node) ? 0.35 : 1;
  writeText(ctx, text, box, 500, 11 / scale, colour, 3.5 / scale);
  ctx.globalAlpha = 1;
}

// Amounts on lines: where the scene asks for them, and on what the reader chose.
function drawAmounts(ctx, scene, scale, boxes) {
  for (const stroke of sceneStrokes(scene)) {
    if (!stroke.edge || !isShownStroke(stroke)) continue;
    const edge = stroke.edge, strength = emphasis(stroke);
    const asked = (scene.amounts && strength > 0) || (strength === 2 && !hovered);
    const mark = strength === 0 ? "" : (edge.unverified ? "?" : "") + (ENDED.has(edge.status) ? "×" : "");
    const label = stroke.role === "s" ? edge.label.replace("part of ", "together ") : edge.label;
    const unpaid = stressNow && stressNow.unpaid.get(edge.number);
    const amount = unpaid ? `${band(unpaid)} unpaid` : edge.usd !== null ? label : "";
    const text = [stroke.role !== "m" && asked ? amount : "", mark].filter(Boolean).join(" ");
    if (!text || (stroke.role === "m" && !asked)) continue;
    const w = textWidth(ctx, text, 500, 10.5) / scale, h = 13 / scale;
    const box = [0.5, 0.38, 0.62, 0.28, 0.72].map((t) => pointOn(stroke, t))
      .map(([x, y]) => [x - w / 2, y - h / 2, x + w / 2, y + h / 2]).find((tried) => !meets(tried, boxes));
    if (!box) continue;
    boxes.push(box);
    ctx.globalAlpha = strength ? 1 : 0.3;
    writeText(ctx, text, box, 500, 10.5 / scale, text === "?" ? theme.muted : theme.ink, 3.5 / scale);
    ctx.globalAlpha = 1;
  }
}
