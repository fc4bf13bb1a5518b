// Which part of a scene the window shows: all of it, a place in the address, the rows of a ladder.

// The scene's frame, or more where filters show what lies outside it.
function shownFrame(scene) {
  const frame = [...scene.frame];
  for (const item of scenePlaces(scene)) {
    if (!shownNodes.has(item.node.number)) continue;
    frame[1] = Math.min(frame[1], item.y - item.node.r - 26);
    frame[3] = Math.max(frame[3], item.y + item.node.r + 26);
  }
  return frame;
}

const headRoom = (scene) => (scene.rest.length && !state.rest ? 46 : 34);
const footRoom = (scene) => (scene.cascade ? 30 : 12);

function fitScene(scene) {
  if (!scene) return;
  isWhole = true;
  const [left, top, right, bottom] = shownFrame(scene);
  if (scene.ladder) { fitReading(left, top, right); return; }
  // headings stand above and names below the lowest party, in letters that do not shrink with it
  const head = headRoom(scene), foot = footRoom(scene), width = holder.clientWidth, height = holder.clientHeight - head - foot;
  const across = width / (right - left), down = height / (bottom - top);
  const whole = Math.min(across, down);
  // Words need room: where the window is too narrow for all columns, part of them is shown.
  const least = (scene.cascade || isTimeline()) && width > 500 ? 0.42 : 0.62;
  const scale = Math.min(Math.max(whole, Math.min(least, down), 0.15), 1.25);
  const centre = { x: (left + right) / 2, y: (top + bottom) / 2 - (head - foot) / 2 / scale };
  const anchor = scenePlaces(scene).find((item) => item.node.anchor), half = width / 2 / scale;
  if (scale > across && scene.bands.length) centre.x = left + half;
  if (scale > across && anchor) centre.x = Math.min(Math.max(anchor.x, left + half), right - half);
  network.moveTo({ position: centre, scale, animation: false });
}

// A ladder is read from its top left corner, in letters of a size one can read.
function fitReading(left, top, right) {
  const scale = Math.min(Math.max(holder.clientWidth / (right - left), 0.8), 1.1);
  const across = Math.min(holder.clientWidth / scale, right - left);
  const x = holder.clientWidth / scale > right - left ? (left + right) / 2 : left + across / 2;
  network.moveTo({ position: { x, y: top + holder.clientHeight / 2 / scale }, scale, animation: false });
}

// The wheel walks down a ladder, as it would on any page; with Ctrl it zooms there too.
function scrollReading(event) {
  const scene = currentScene();
  if (!scene || !scene.ladder || event.ctrlKey) return;
  event.preventDefault();
  event.stopPropagation();
  isWhole = false;
  forgetRest();
  notePlace();
  slideReading(event.deltaX, event.deltaY);
}

function slideReading(dx, dy) {
  const scene = currentScene(), scale = network.getScale(), at = network.getViewPosition();
  const [left, top, right, bottom] = scene.frame, half = { x: holder.clientWidth / 2 / scale, y: holder.clientHeight / 2 / scale };
  const keep = (value, low, high) => Math.min(Math.max(value, low), Math.max(low, high));
  network.moveTo({ position: { x: keep(at.x + dx / scale, left + half.x, right - half.x),
    y: keep(at.y + dy / scale, top + half.y, bottom + 20 - half.y) }, animation: false });
}

// On paper nobody scrolls: a ladder is printed from its first row to its last.
function unrollForPrint() {
  const scene = currentScene();
  if (!scene || !scene.ladder) return;
  fitScene(scene);
  const scale = network.getScale(), [, top, , bottom] = scene.frame, height = (bottom - top) * scale;
  network.setSize(`${holder.clientWidth}px`, `${Math.ceil(height)}px`);
  network.moveTo({ position: { x: network.getViewPosition().x, y: (top + bottom) / 2 }, scale, animation: false });
  network.redraw();
}

function zoomBy(what) {
  forgetRest();
  if (what === "fit") { fitScene(currentScene()); notePlace(); return; }
  isWhole = false;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  network.moveTo({ scale: network.getScale() * (what === "in" ? 1.35 : 1 / 1.35), animation: calm ? false : { duration: 160 } });
  notePlace();
}

// Where the reader moved the picture stands in the address too: middle of the window, and scale.
let placeNote = 0;
function notePlace() {
  clearTimeout(placeNote);
  placeNote = setTimeout(() => {
    const at = network.getViewPosition();
    state.at = isWhole ? "" : [Math.round(acrossWide(currentScene(), at.x)), Math.round(at.y), Number(network.getScale().toFixed(3))].join(",");
    writeHash();
  }, 250);
}

function goToPlace() {
  const [x, y, scale] = state.at.split(",").map(Number);
  isWhole = false;
  network.moveTo({ position: { x: acrossWide(currentScene(), x, true), y }, scale: Math.min(6, Math.max(0.12, scale)) });
}
