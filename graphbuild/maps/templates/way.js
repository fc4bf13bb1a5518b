// How two parties are connected: the fewest contracts from one to the other.

let wayFlows = [], waySaid = "";

const passes = (edge) => ["", "smaller", "no figure"].includes(hiddenBecause(edge));

// Breadth first, along arrows (1), against them (-1) or either way (0); ties go to firm money, then to the larger flow.
function stepsBetween(from, to, direction) {
  const cameBy = new Map([[from.number, null]]);
  let front = [from.number];
  while (front.length && !cameBy.has(to.number)) {
    const next = [];
    for (const number of front) {
      const flows = NODES[number].edges.filter(passes).sort((a, b) => (b.firmness === "firm") - (a.firmness === "firm") || (b.usd ?? -1) - (a.usd ?? -1) || a.number - b.number);
      for (const edge of flows) {
        const isOut = edge.source === number;
        if ((direction === 1 && !isOut) || (direction === -1 && isOut)) continue;
        const other = isOut ? edge.target : edge.source;
        if (cameBy.has(other)) continue;
        cameBy.set(other, { edge, before: number });
        next.push(other);
      }
    }
    front = next;
  }
  if (!cameBy.has(to.number)) return null;
  const steps = [];
  for (let at = to.number; cameBy.get(at); at = cameBy.get(at).before) steps.unshift(cameBy.get(at).edge);
  return steps;
}

function findWay() {
  const [from, to] = state.way.map((id) => NODE_OF_ID.get(id));
  wayFlows = [];
  waySaid = "";
  if (!from || !to) return;
  if (from === to) { waySaid = "That is the same party twice."; return; }
  for (const [direction, how] of [[1, "along the arrows"], [-1, "against the arrows"], [0, "arrows in both directions"]]) {
    const steps = stepsBetween(from, to, direction);
    if (!steps) continue;
    wayFlows = steps;
    waySaid = `${plural(steps.length, "step", "steps")}, ${how}.`;
    return;
  }
  waySaid = "No way between them through what the filters show.";
}

function partyNamed(text) {
  const wanted = plainText(text.trim());
  if (!wanted) return null;
  return NODES.find((node) => plainText(node.name) === wanted || plainText(node.label) === wanted)
    || NODES.find((node) => plainText(node.name).startsWith(wanted)) || null;
}

function askWay(event) {
  event.preventDefault();
  const ends = [byId("way-from"), byId("way-to")].map((box) => partyNamed(box.value));
  if (ends.every(Boolean)) change({ way: ends.map((node) => node.id), lit: "", selected: null }, "way");
  else byId("way-said").textContent = "Name two parties of this page.";
}

function showWay() {
  const ends = state.way.map((id) => NODE_OF_ID.get(id));
  if (state.way.length) byId("way-box").open = true;
  byId("way-clear").hidden = !state.way.length;
  if (ends.length) [byId("way-from").value, byId("way-to").value] = ends.map((node) => node.name);
  byId("way-said").textContent = waySaid;
  fill(byId("way-steps"), ...wayFlows.map((edge) => el("li", {}, el("button", { type: "button", class: "row", onclick: () => select("f", edge) },
    colourDot(edge), el("span", { class: "who" }, named(`${NODES[edge.source].label} → ${NODES[edge.target].label}`), el("small", {}, edge.instrument)),
    el("span", { class: "sum" }, edge.label)))));
}

function openWay() {
  fill(byId("parties"), ...NODES.map((node) => el("option", { value: node.name })));
  byId("way").addEventListener("submit", askWay);
  byId("way-clear").addEventListener("click", () => {
    byId("way-from").value = byId("way-to").value = "";
    change({ way: [] }, "way");
    byId("way-from").focus();
  });
}
