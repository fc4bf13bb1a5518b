// The details of one flow or one party, with its source.

const line = (label, value) => (value ? [el("dt", {}, label), el("dd", {}, value)] : []);

function partyButton(node) {
  return el("button", { class: "link", type: "button", onclick: () => select("n", node) }, named(node.name));
}

function moneyStates(edge) {
  const rows = [["firm", "Firm"], ["contingent", "Contingent"], ["headline", "Headline"]];
  if (edge.past) rows.push(["past", "Past or position"]);
  return el("table", { class: "states" }, el("caption", {}, edge.joint_member ? "This member’s part, by state" : "By state"),
    el("tbody", {}, ...rows.map(([id, label]) =>
      el("tr", {}, el("th", { scope: "row" }, label), el("td", {}, edge[id] || "nothing")))));
}

function flowPanel(edge) {
  const source = NODES[edge.source], target = NODES[edge.target];
  const back = target.edges.filter((other) => other.source === edge.target && other.target === edge.source);
  const members = edge.joint_member ? EDGES.filter((other) => other.deal === edge.deal) : [];
  return [
    el("p", { class: "kicker" }, colourDot(edge), `${edge.instrument} · ${edge.status}`, edge.unverified ? el("span", { class: "badge" }, "? unverified") : ""),
    el("h2", {}, named(edge.title || edge.id)),
    el("p", { class: "parties" }, partyButton(source), " → ", partyButton(target)),
    el("p", { class: "quiet" }, edge.roles),
    el("p", { class: "amount", id: "panel-amount" }, edge.label),
    edge.isOfThen ? el("p", { class: "then" }, `As known by the end of ${state.until}: ${edge.firmness}, ${edge.status}. Today it is ${edge.today.label}, ${edge.today.firmness}, ${edge.today.status}; what follows is today’s.`) : null,
    el("p", { class: "quiet" }, `${edge.bounds ? `Bounds: ${edge.bounds}. ` : ""}Measure: ${edge.measure}.`),
    moneyStates(edge),
    ...evidence(edge),
    ...versions(edge),
    el("h3", {}, "Terms"),
    el("dl", {},
      ...line("Together", edge.joint),
      ...(members.length > 1 ? [el("dt", {}, "Members"), el("dd", {}, ...members.flatMap((other, i) =>
        [i ? ", " : "", partyButton(NODES[other.source === edge.source && other.target !== edge.target ? other.target : other.source])]))] : []),
      ...line("Drawn, paid or outstanding", edge.drawn),
      ...line("Counted?", edge.counted),
      ...line("On behalf of", edge.on_behalf_of), ...line("Mirrors", edge.mirrors),
      ...line("What flows back", edge.in_return),
      ...(back.length ? [el("dt", {}, "Contracts the other way"), el("dd", {}, el("ul", { class: "flows" }, ...back.map((other) => flowItem(other, null))))] : []),
      ...line("Agreed", edge.agreed_on), ...line("Known on", edge.known || "not dated"), ...line("Runs", edge.runs),
      ...line("Paid in", edge.paid_in), ...line("Rate or price", edge.rate), ...line("Facility", edge.facility), ...line("Recourse", edge.recourse)),
    el("p", { class: "quiet" }, "Flow ", el("code", {}, edge.id)),
  ];
}

const SAID = new Map();
for (const one of unpack(ATLAS.said)) {
  const deal = EDGES[one.of].deal;
  if (SAID.has(deal)) SAID.get(deal).push(one); else SAID.set(deal, [one]);
}

// Both parties' versions and what others say: figures beside each other, never added.
function versions(edge) {
  const rows = SAID.get(edge.deal) || [];
  if (!rows.length) return [];
  const more = rows[0].all - rows.length;
  const ends = { s: NODES[edge.source], t: NODES[edge.target] };
  const item = ({ speaker, figure, tier, date, url, stands }) => {
    const href = webLink(url === "=" ? edge.url : url), said = [figure || "no figure", stands ? "stands" : ""].filter(Boolean).join(", ");
    return el("li", {}, el("strong", {}, said), ` ${[tier, date || "undated"].join(", ")}`, speaker ? [", ", named(speaker)] : "",
      href ? [" ", el("a", { href, target: "_blank", rel: "noopener noreferrer" }, "source")] : "");
  };
  const group = (title, sides, silence) => {
    const found = rows.filter((one) => sides.includes(one.side));
    if (!found.length && !silence) return [];
    return [el("dt", {}, ...title), el("dd", {}, found.length ? el("ul", { class: "said" }, ...found.map(item)) : el("span", { class: "quiet" }, silence))];
  };
  const silent = "no filing of its own is among the inputs";
  return [el("h3", {}, "Who says what"), el("dl", { class: "versions" },
    ...group([named(ends.s.label), ", who gives"], "s", silent), ...group([named(ends.t.label), ", who gets"], "t", silent),
    ...group(["Others"], "o", ""), ...group(["Speaker not known"], "u", "")),
  more ? el("p", { class: "quiet" }, `${plural(more, "older statement", "older statements")}: graphbuild history ${edge.deal}`) : null];
}

function evidence(edge) {
  const href = webLink(edge.url);
  const shown = href ? new URL(href).hostname.replace(/^www\./, "") : "";
  return [
    el("h3", {}, "Why it is here"),
    edge.quote ? el("blockquote", { dir: "auto" }, edge.quote) : el("p", { class: "quiet" }, "A curated row: the figure was taken from the source below, no sentence is quoted."),
    el("p", {}, `${capital(edge.tier)}; ${edge.checked}.`),
    href ? el("p", {}, el("a", { href, target: "_blank", rel: "noopener noreferrer" }, `Open the source (${shown})`)) : el("p", { class: "quiet" }, "No public address is known."),
    edge.accession ? el("p", { class: "quiet" }, "SEC accession ", el("code", {}, edge.accession)) : null,
    edge.note ? el("p", { class: "note", dir: "auto" }, edge.note) : null,
  ];
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function colourDot(edge) {
  return lineSample(theme.family[edge.family], DASH[edge.firmness], 4);
}

function flowItem(edge, about) {
  const other = about === null ? null : NODES[edge.source === about ? edge.target : edge.source];
  return el("li", {}, el("button", { type: "button", class: "row", onclick: () => select("f", edge) }, colourDot(edge),
    el("span", { class: "who" }, other ? named(other.name) : named(edge.title || edge.instrument), el("small", {}, `${edge.instrument}, ${edge.status}${edge.unverified ? ", unverified ?" : ""}`)),
    el("span", { class: "sum" }, edge.label)));
}

function nodePanel(node) {
  // A ladder of the scores' figures draws no flows: there all that pass the filters are listed.
  const isLadder = !currentScene() || !sceneEdges(currentScene()).length;
  const shown = node.edges.filter((edge) => shownEdges.has(edge.number) || (isLadder && !hiddenBecause(edge)));
  const bySize = (a, b) => (b.usd ?? -1) - (a.usd ?? -1) || a.number - b.number;
  const list = (title, edges) => (edges.length ? [el("h3", {}, `${title} (${edges.length})`),
    el("ul", { class: "flows" }, ...edges.sort(bySize).map((edge) => flowItem(edge, node.number)))] : []);
  const facts = [node.kind, node.country, node.ticker].filter(Boolean).join(" · ");
  return [
    el("p", { class: "kicker" }, facts), el("h2", {}, named(node.name)),
    node.parent ? el("p", {}, capital(node.parent)) : null, node.remark ? el("p", { class: "quiet" }, node.remark) : null,
    ownScenes(node),
    partySums(node),
    ...list("Gives to", shown.filter((edge) => edge.source === node.number)),
    ...list("Gets from", shown.filter((edge) => edge.target === node.number)),
    node.edges.length > shown.length ? el("p", { class: "quiet" }, `${plural(node.edges.length - shown.length, "more flow is", "more flows are")} hidden by filters or not part of this picture.`) : null,
  ];
}

// Pictures of this page that are about the party.
function ownScenes(node) {
  const words = { ego: "Put it in the middle", exposure: `Its ways to ${ATLAS.facts.anchor}`, debt: "What it owes", lookthrough: "Its vehicles" };
  const there = VIEWS.filter((view) => words[view.name] && view.scenes.some((scene) => scene.id === node.id)
    && !(state.view === view.name && state.scene === node.id));
  return there.length ? el("p", { class: "scenes" }, ...there.map((view) => el("button", { type: "button", class: "plain",
    onclick: () => change({ view: view.name, scene: node.id, selected: { kind: "n", row: node } }, "select") }, words[view.name]))) : null;
}

function partySums(node) {
  const rows = [["firm", "Firm"], ["contingent", "Contingent"], ["headline", "Headline"]];
  return el("table", { class: "states" }, el("caption", {}, "Counted contracts, each deal once"),
    el("thead", {}, el("tr", {}, el("td", {}), el("th", { scope: "col" }, "Gives"), el("th", { scope: "col" }, "Gets"))),
    el("tbody", {}, ...rows.map(([id, label]) => el("tr", {}, el("th", { scope: "row" }, label),
      el("td", {}, node[`sends_${id}`] || "nothing"), el("td", {}, node[`receives_${id}`] || "nothing")))));
}

function showPanel() {
  const chosen = state.selected, panel = byId("panel");
  panel.hidden = !chosen;
  document.body.classList.toggle("has-panel", Boolean(chosen));
  if (!chosen) { fill(byId("panel-body")); return; }
  fill(byId("panel-body"), ...({ f: flowPanel, n: nodePanel, b: bandPanel })[chosen.kind](chosen.row));
  panel.scrollTop = 0;
  say(chosen.kind === "f" ? `${NODES[chosen.row.source].name} to ${NODES[chosen.row.target].name}, ${chosen.row.label}` : chosen.kind === "b" ? `${chosen.row.title}, ${usd(shownUsd(chosen.row))}` : chosen.row.name);
}
