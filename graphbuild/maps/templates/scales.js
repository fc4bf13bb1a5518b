// The legend's lines and circles: as large as the picture draws the same dollars at this zoom.

const SCALE_ROOM = { width: 22, radius: 32, wide: 250, high: 78 };
let scalesShown = "";

function roundDown(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2, 1].find((part) => part * power <= value * (1 + 1e-9)) || 1) * power;
}

// Three round amounts, none above the largest of the page's scale or above `room` pixels.
function scaleMarks(mark, zoom, room, least) {
  const root = (mark.px / Math.sqrt(mark.usd)) * zoom;
  const top = roundDown(Math.min(mark.usd, (room / root) ** 2));
  return [top, roundDown(top / 5), roundDown(top / 30)].map((value) => ({ text: usd(value), px: Math.max(least * zoom, root * Math.sqrt(value)) }));
}

// Bars and ribbons are as long or wide as their dollars, not as their root: they say so themselves.
function showScales(scene, zoom) {
  const key = `${zoom.toFixed(2)} ${scene.id} ${state.view}`;
  if (key === scalesShown) return;
  scalesShown = key;
  byId("size-box").hidden = Boolean(scene.ladder || scene.bands.length);
  const legend = ATLAS.legend, widths = scaleMarks(legend.widths[0], zoom, SCALE_ROOM.width, legend.thinnest);
  const areas = scaleMarks(legend.areas[0], zoom, Math.min(SCALE_ROOM.radius, (scene.largest ?? Infinity) * zoom), 0);
  const svg = mark("svg", { viewBox: `0 0 ${SCALE_ROOM.wide} ${SCALE_ROOM.high}`, width: SCALE_ROOM.wide, height: SCALE_ROOM.high, role: "img",
    "aria-label": `Widths: ${widths.map((each) => each.text).join(", ")}. Areas: ${areas.map((each) => each.text).join(", ")}.` });
  widths.forEach((each, i) => {
    const y = 14 + i * 25;
    svg.append(mark("line", { x1: 0, y1: y, x2: 58, y2: y, "stroke-width": each.px, class: "mark" }), mark("text", { x: 66, y: y + 4 }, each.text));
  });
  const foot = SCALE_ROOM.high - 4;
  areas.forEach((each, i) => {
    const top = foot - 2 * each.px, y = Math.min(top + 8, foot - (2 - i) * 15);
    svg.append(mark("circle", { cx: 160, cy: foot - each.px, r: each.px, class: "ring" }),
      mark("line", { x1: 160, y1: top, x2: 200, y2: y - 4, class: "lead" }), mark("text", { x: 203, y }, each.text));
  });
  fill(byId("scales"), svg);
}
