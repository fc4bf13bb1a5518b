"use strict";
// The page's data and the few ways it touches the document. Every text goes in as text.

const byId = (id) => document.getElementById(id);
const readJson = (id) => JSON.parse(byId(id).textContent);

function unpackColumn(form, count) {
  if ("values" in form) return form.values;
  if ("codes" in form) return form.codes.map((code) => form.levels[code]);
  if ("tails" in form) return form.tails.map((tail, i) => form.heads[form.of[i]] + tail);
  if ("all" in form) return new Array(count).fill(form.all);
  const values = new Array(count).fill(form.else);
  for (const [row, value] of Object.entries(form.at)) values[row] = value;
  return values;
}

function unpack(packed) {
  const rows = Array.from({ length: packed.count }, (_, number) => ({ number }));
  for (const [name, form] of Object.entries(packed.columns)) {
    unpackColumn(form, packed.count).forEach((value, i) => { rows[i][name] = value; });
  }
  return rows;
}

const ATLAS = readJson("atlas");
const NODES = unpack(ATLAS.nodes);
const EDGES = unpack(ATLAS.edges);
const VIEWS = ATLAS.views;
for (const view of VIEWS) for (const column of view.table) column.texts = unpackColumn(column.texts, column.texts.count);
// What pyvis holds of the network: who to whom, how wide, and where the opening scene has it.
const VIS_NODES = unpack(readJson("vis-nodes"));
const VIS_EDGES = unpack(readJson("vis-edges"));
const EDGE_OF_ID = new Map(EDGES.map((edge) => [edge.id, edge]));
const NODE_OF_ID = new Map(NODES.map((node) => [node.id, node]));

for (const node of NODES) Object.assign(node, { edges: [], wholeR: node.r });
for (const edge of EDGES) {
  const { from, to } = VIS_EDGES[edge.number];
  Object.assign(edge, { source: from, target: to });
  edge.deal = edge.deal || edge.id;
  NODES[edge.source].edges.push(edge);
  if (edge.target !== edge.source) NODES[edge.target].edges.push(edge);
}

// An element with properties and children; strings become text nodes, never markup.
function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue;
    if (name === "class") made.className = value;
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made && typeof value !== "string") made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

function fill(target, ...children) {
  target.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
}

// Isolated from the text around it, so that a right-to-left name cannot turn a sentence around.
const named = (text) => el("bdi", {}, text);
const say = (text) => { byId("said").textContent = text; };
const plural = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

function webLink(address) {
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : "";
  } catch { return ""; }
}
