// A stress scenario over its map: what falls short by a quarter at one size of the shock.

const SURE = [["both", "at both ends"], ["worse", "at the worse end"], ["missing", "cannot be said: no figure for cash"]];
const BEARERS = 12;
let stressNow = null;

const cascadeNow = () => { const scene = currentScene(); return scene ? scene.cascade : null; };
const stepNumber = (cascade) => (state.step >= 0 && state.step < cascade.steps.length ? state.step : cascade.opening);
function quarterNumber(cascade) {
  const at = cascade.quarters.indexOf(state.quarter);
  return at < 0 ? cascade.quarters.length - 1 : at;
}

// Courses are written as changes: quarter, low, high.
function courseAt(changes, quarter) {
  let found = [0, 0];
  for (let i = 0; i < changes.length && changes[i] <= quarter; i += 3) found = [changes[i + 1], changes[i + 2]];
  return found;
}

const band = ([low, high]) => (usd(low) === usd(high) ? usd(high) : `${low ? `${usd(low)} to ` : "up to "}${usd(high)}`);
const hasPassed = (number, quarter) => number >= 0 && number <= quarter;

// What holds at the chosen size by the chosen quarter; null where the scene is no scenario.
function applyStress() {
  const cascade = cascadeNow();
  stressNow = null;
  if (!cascade) return;
  const step = cascade.steps[stepNumber(cascade)], quarter = quarterNumber(cascade);
  const short = new Map(), unpaid = new Map();
  for (const [number, better, worse, missing, changes, through] of step.short) {
    const sure = hasPassed(better, quarter) ? 0 : hasPassed(worse, quarter) ? 1 : hasPassed(missing, quarter) ? 2 : -1;
    if (sure < 0) continue;
    const since = [better, worse, missing].filter((each) => each >= 0);
    short.set(number, { sure, since: Math.min(...since), money: courseAt(changes, quarter), through });
  }
  for (const [flows, changes] of step.unpaid) {
    const money = courseAt(changes, quarter);
    if (money[1]) for (const flow of flows) unpaid.set(flow, money);
  }
  const touched = new Set([...short.keys(), ...cascade.shocked]);
  for (const flow of unpaid.keys()) touched.add(EDGES[flow].source).add(EDGES[flow].target);
  stressNow = { cascade, step, quarter, short, unpaid, touched, shocked: new Set(cascade.shocked) };
}

// Beside a party that is short: since when, and how sure. Solid, ring and dashed ring, never colour alone.
function drawShort(ctx, node, x, y, scale) {
  const found = stressNow && stressNow.short.get(node.number), isShocked = stressNow && stressNow.shocked.has(node.number);
  if (!found && !isShocked) return;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = theme.alarm;
  if (found) {
    const r = Math.max(node.r, 5 / scale) + 4 / scale;
    ctx.lineWidth = (found.sure === 2 ? 2 : 3.5) / scale;
    ctx.setLineDash(found.sure === 2 ? [4 / scale, 3 / scale] : []);
    if (found.sure === 0) { ctx.globalAlpha = 0.55; ctx.fill(outline(node.shape, x, y, node.r)); ctx.globalAlpha = 1; }
    ctx.stroke(outline(node.shape, x, y, r));
  }
  if (isShocked) drawBolt(ctx, x + node.r * 0.7 + 6 / scale, y - node.r * 0.7 - 6 / scale, 7 / scale);
  ctx.restore();
}

function boltPoints(x, y, r) {
  return [[0.2, -1.2], [-0.7, 0.25], [-0.05, 0.25], [-0.25, 1.2], [0.7, -0.3], [0.05, -0.3]].map(([dx, dy]) => [x + dx * r, y + dy * r]);
}

function drawBolt(ctx, x, y, r) {
  ctx.setLineDash([]);
  ctx.beginPath();
  boltPoints(x, y, r).forEach(([px, py], i) => (i ? ctx.lineTo(px, py) : ctx.moveTo(px, py)));
  ctx.closePath();
  ctx.fill();
}

const shortWords = (found) => `short from ${stressNow.cascade.quarters[found.since]}${["", "", " ?"][found.sure]}`;

function inkShort(into, { node, x, y }) {
  const found = stressNow && stressNow.short.get(node.number);
  if (found) into.append(inkShape(node.shape, x, y, node.r + 4, { fill: found.sure ? "none" : theme.alarm, "fill-opacity": found.sure ? null : 0.55,
    stroke: theme.alarm, "stroke-width": found.sure === 2 ? 2 : 3.5, "stroke-dasharray": found.sure === 2 ? "4 3" : null }));
  if (stressNow && stressNow.shocked.has(node.number)) {
    into.append(mark("polygon", { points: boltPoints(x + node.r * 0.7 + 6, y - node.r * 0.7 - 6, 7).map((at) => at.map(tenth).join(",")).join(" "), fill: theme.alarm }));
  }
}

function shortRows() {
  const rows = [...stressNow.short].map(([number, found]) => ({ node: NODES[number], ...found }));
  rows.sort((a, b) => a.since - b.since || a.sure - b.sure || b.money[1] - a.money[1]);
  return rows.map((row) => el("tr", {}, el("td", { class: "num" }, stressNow.cascade.quarters[row.since]),
    el("th", { scope: "row" }, el("button", { type: "button", class: "link", onclick: () => select("n", row.node) }, named(row.node.label)),
      el("small", {}, SURE[row.sure][1])), el("td", { class: "num" }, band(row.money))));
}

function bearerRows(bearers) {
  return bearers.map(([holder, number, firmLow, firmHigh, contLow, contHigh, missing, kinds, flow]) => {
    const name = number >= 0 ? el("button", { type: "button", class: "link", onclick: () => select("n", NODES[number]) }, named(NODES[number].label))
      : flow >= 0 ? el("button", { type: "button", class: "link", onclick: () => select("f", EDGES[flow]) }, named(holder)) : named(holder);
    const contingent = contHigh ? ` and ${band([contLow, contHigh])} contingent` : "";
    return el("tr", {}, el("th", { scope: "row" }, name, el("small", {}, kinds)),
      el("td", { class: contHigh ? null : "num" }, `${firmHigh ? `${band([firmLow, firmHigh])} firm` : ""}${firmHigh ? contingent : contingent.replace(" and ", "")}`
        || (missing ? `up to ${usd(missing)} if missing cash is none` : "nothing")));
  });
}

function showStress() {
  const box = byId("stress"), bar = byId("stress-bar");
  box.hidden = bar.hidden = !stressNow;
  byId("time-bar").hidden = Boolean(stressNow);
  byId("credit-words").textContent = stressNow ? "A loss model between two ends, no forecast." : "Exposure is not loss.";
  if (!stressNow) return;
  const { cascade, step, quarter, short } = stressNow, steps = cascade.steps.length;
  byId("shock").max = String(steps - 1);
  byId("shock").value = String(stepNumber(cascade));
  byId("shock").disabled = steps < 2;
  byId("shock-text").textContent = `${step.label}${step.isStory && steps > 1 ? ", as told" : ""}`;
  byId("shock").setAttribute("aria-valuetext", step.words);
  byId("quarter").max = String(cascade.quarters.length - 1);
  byId("quarter").value = String(quarter);
  byId("quarter-text").textContent = cascade.quarters[quarter];
  byId("quarter").setAttribute("aria-valuetext", `${cascade.quarters[quarter]}, ${plural(short.size, "party", "parties")} short of cash`);
  byId("shock-words").textContent = `${capital(step.words)}.`;
  byId("story").textContent = cascade.story;
  const sure = SURE.map((_, i) => [...short.values()].filter((each) => each.sure === i).length);
  byId("short-said").textContent = short.size
    ? `Short of cash by ${cascade.quarters[quarter]}: ${[`${sure[0]} at both ends`, `${sure[1]} at the worse end only`, `${sure[2]} without a figure for cash`].filter((_, i) => sure[i]).join(", ")}.`
    : `Nobody is short of cash by ${cascade.quarters[quarter]}.`;
  fill(byId("short-rows"), ...shortRows());
  byId("short-table").hidden = !short.size;
  const shown = step.bearers.slice(0, BEARERS), more = step.bearers.length - shown.length;
  fill(byId("bearer-rows"), ...bearerRows(shown));
  byId("bearer-table").hidden = !shown.length;
  byId("bearer-more").textContent = more > 0 ? `${plural(more, "smaller holder", "smaller holders")}: graphbuild stress --scenario ${state.scene} --limit 100.` : shown.length ? "" : "Nobody bears a loss at this size.";
  fill(byId("stress-notes"), ...cascade.notes.map((note) => el("li", {}, note)),
    ...cascade.sources.map((href) => el("li", {}, "source: ", el("a", { href, target: "_blank", rel: "noopener noreferrer" }, new URL(href).hostname))));
}

let unrolling = 0;
function toggleUnroll() {
  const button = byId("unroll");
  if (unrolling) { clearInterval(unrolling); unrolling = 0; button.textContent = "▶"; return; }
  const cascade = cascadeNow();
  if (!cascade) return;
  let quarter = state.quarter && quarterNumber(cascade) < cascade.quarters.length - 1 ? quarterNumber(cascade) : -1;
  button.textContent = "❚❚";
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  unrolling = setInterval(() => {
    quarter += 1;
    if (cascadeNow() !== cascade || quarter >= cascade.quarters.length) { toggleUnroll(); return; }
    change({ quarter: cascade.quarters[quarter] }, "stress");
  }, calm ? 1600 : 700);
}

function openStress() {
  byId("shock").addEventListener("input", () => change({ step: Number(byId("shock").value) }, "stress"));
  byId("quarter").addEventListener("input", () => change({ quarter: cascadeNow().quarters[Number(byId("quarter").value)] }, "stress"));
  byId("unroll").addEventListener("click", toggleUnroll);
}
