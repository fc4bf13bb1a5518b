// The timeline: every flow as it was known at the end of a month, and what that month brought.

const CHRONICLE = VIEWS.map((view) => view.chronicle).find(Boolean) || null;
const VARYING = ["label", "usd", "firmness", "status", "isCounted"];
const EVENTS_AT_ONCE = 40;
const isTimeline = () => Boolean(currentView().chronicle);
const momentNumber = () => {
  const at = state.until ? CHRONICLE.moments.findIndex((moment) => moment.month === state.until) : -1;
  return at < 0 ? CHRONICLE.moments.length - 1 : at;
};

if (CHRONICLE) {
  for (const edge of EDGES) Object.assign(edge, { since: CHRONICLE.since[edge.number], versions: [], today: {} });
  for (const edge of EDGES) for (const name of VARYING) edge.today[name] = edge[name];
  for (const [number, since, ...values] of CHRONICLE.versions) {
    EDGES[number].versions.push({ since, values: Object.fromEntries(VARYING.map((name, i) => [name, values[i]])) });
  }
}

// Width is the square root of dollars, as everywhere; the scale is the legend's.
function lineWidth(usd_) {
  const [mark] = ATLAS.legend.widths;
  return Math.max(ATLAS.legend.thinnest, mark.px * Math.sqrt((usd_ || 0) / mark.usd));
}

let shownMoment = -1;
function applyMoment() {
  if (!CHRONICLE) return;
  const last = CHRONICLE.moments.length - 1, at = isTimeline() ? momentNumber() : last;
  if (at === shownMoment) return;
  shownMoment = at;
  for (const edge of EDGES) {
    const known = at === last ? null : edge.versions.filter((each) => each.since <= at).pop();
    Object.assign(edge, edge.today, known ? known.values : {}, { isOfThen: Boolean(known) && VARYING.some((name) => known.values[name] !== edge.today[name]) });
  }
  const scene = currentScene();
  if (!isTimeline() || !scene) return;
  for (const stroke of sceneStrokes(scene)) {
    if (!stroke.edge || !stroke.edge.versions.length) continue;
    stroke.today ??= stroke.width;
    const edge = stroke.edge;
    stroke.width = edge.isOfThen && edge.usd !== edge.today.usd && stroke.role !== "m" ? lineWidth(edge.usd) : stroke.today;
  }
}

const isKnownBy = (edge) => (isTimeline() ? edge.since <= momentNumber() : Boolean(edge.known) && edge.known.slice(0, 7) <= state.until);

// Step lines over the last years: what came before is too little to see, and is in the table.
const CHART_MONTHS = 36;
function chart() {
  const month = (moment) => Number(moment.month.slice(0, 4)) * 12 + Number(moment.month.slice(5));
  const last = month(CHRONICLE.moments[CHRONICLE.moments.length - 1]), chosen = CHRONICLE.moments[momentNumber()];
  const moments = CHRONICLE.moments.filter((moment) => last - month(moment) < CHART_MONTHS), at = moments.indexOf(chosen);
  const first = month(moments[0]), span = last - first, most = Math.max(1, ...moments.flatMap((moment) => moment.drawn));
  const width = 300, height = 110, x = (i) => (span ? ((month(moments[i]) - first) * width) / span : width), y = (value) => height - (value / most) * (height - 14);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `-4 -4 ${width + 8} ${height + 20}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `Money known by month, up to ${usd(most)}: firm solid, contingent dashed, headline dotted.`);
  const style = [DASH.firm, DASH.contingent, DASH.headline];
  svg.append(mark("line", { x1: 0, x2: width, y1: height, y2: height, stroke: theme.line }));
  if (at >= 0) svg.append(mark("line", { x1: x(at), x2: x(at), y1: 0, y2: height, stroke: theme.accent }));
  style.forEach((dash, k) => {
    const d = moments.map((moment, i) => `${i ? `H${tenth(x(i))}V` : `M${tenth(x(i))} `}${tenth(y(moment.drawn[k]))}`).join("");
    svg.append(mark("path", { d, fill: "none", stroke: theme.ink, "stroke-width": 2, "stroke-dasharray": dash.join(" ") }));
    if (at >= 0) svg.append(mark("circle", { cx: x(at), cy: y(moments[at].drawn[k]), r: 3.5, fill: theme.accent }));
  });
  svg.append(mark("text", { x: 0, y: 8, class: "tick" }, usd(most)), mark("text", { x: 0, y: height + 14, class: "tick" }, moments[0].month),
    mark("text", { x: width, y: height + 14, "text-anchor": "end", class: "tick" }, moments[moments.length - 1].month));
  return svg;
}

function showChronicle() {
  const box = byId("chronicle"), isHere = isTimeline() && CHRONICLE;
  box.hidden = !isHere;
  if (!isHere) return;
  const moment = CHRONICLE.moments[momentNumber()], isToday = momentNumber() === CHRONICLE.moments.length - 1;
  byId("moment-title").textContent = isToday ? `Known by ${ATLAS.facts.asOf}: ${plural(moment.deals, "deal", "deals")}` : `Known by the end of ${moment.month}: ${plural(moment.deals, "deal", "deals")}`;
  fill(byId("moment-sums"), ...["Firm", "Contingent", "Headline"].map((label, i) => el("tr", {}, el("td", {}, lineSample("currentColor", [DASH.firm, DASH.contingent, DASH.headline][i], 3)),
    el("th", { scope: "row" }, label), el("td", {}, moment.sums[i]))));
  fill(byId("moment-chart"), chart());
  const changed = moment.events.filter((event) => event[2]), fresh = moment.events.filter((event) => !event[2]);
  const item = ([deal, title, words]) => {
    const edge = EDGES.find((each) => each.deal === deal);
    return el("li", {}, edge ? el("button", { type: "button", class: "link", onclick: () => select("f", edge) }, named(edge.title || title)) : named(title || deal), words ? el("small", {}, ` ${words}`) : "");
  };
  const list = (title, events) => (events.length ? [el("h3", {}, `${title} (${events.length})`), el("ul", { class: "events" }, ...events.slice(0, EVENTS_AT_ONCE).map(item)),
    events.length > EVENTS_AT_ONCE ? el("p", { class: "hint" }, `${events.length - EVENTS_AT_ONCE} more are in the table.`) : null] : []);
  fill(byId("moment-events"), ...list("Changed in this month", changed), ...list(momentNumber() ? "New in this month" : "Known by then", fresh),
    moment.lost ? el("p", { class: "hint" }, `${plural(moment.lost, "flow", "flows")} of then are part of another contract today and are not drawn.`) : null);
}
