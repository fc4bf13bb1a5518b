// Windows narrower or wider than a picture: its columns stand closer or further, its discs and words keep their size.
const SQUEEZED = { ego: 0.42, loops: 0.5 };
const APART = { least: 0.36, most: 1.4 };
const wideOf = new WeakMap();
function squeeze(scene) {
  if (!scene) return false;
  if (scene.ladder) return squeezeLadder(scene, holder.clientWidth);
  if (scene.bands.length) return squeezeBands(scene, holder.clientWidth < 500);
  if (!scene.nodes.length) return false;
  const wide = wideOf.get(scene) || { xy: scene.xy, paths: scene.paths, headings: scene.headings, rest: scene.rest, frame: scene.frame, part: 1 };
  const fixed = SQUEEZED[currentView().name];
  const part = !fixed ? columnsPart(scene, wide) : holderWidth() < 500 ? fixed : 1;
  if (Math.abs(part - wide.part) < 0.01) return false;
  wideOf.set(scene, wide);
  wide.part = part;
  Object.assign(scene, { xy: wide.xy, paths: wide.paths, headings: wide.headings, rest: wide.rest, frame: wide.frame });
  if (part !== 1) bring(scene, wide, part, fixed ? 130 : columnsRoom() / heightScale(scene, wide.frame));
  placesOfScene.delete(scene);
  strokesOfScene.delete(scene);
  return true;
}

// Pixels a unit where the picture is as tall as the window.
const heightScale = (scene, frame) => Math.min(1.25, Math.max(0.3, (holder.clientHeight - headRoom(scene) - footRoom(scene)) / (frame[3] - frame[1])));
const columnsRoom = () => (holderWidth() < 500 ? 56 : holderWidth() < 900 ? 135 : 165);

// What the picture has when no details are open beside it: opening them moves nobody.
function holderWidth() {
  const panel = byId("panel"), isBeside = !panel.hidden && getComputedStyle(panel).position !== "fixed";
  return holder.clientWidth + (isBeside ? panel.offsetWidth : 0);
}

// Columns as far apart as fill the window when the picture is as tall as it.
function columnsPart(scene, wide) {
  if (state.selected && drawnScene === scene) return wide.part;
  const xs = wide.xy.filter((_, i) => i % 2 === 0), across = Math.max(...xs) - Math.min(...xs);
  if (!across) return 1;
  const room = holderWidth() - 2 * columnsRoom();
  return Math.min(APART.most, Math.max(APART.least, Number((room / heightScale(scene, wide.frame) / across).toFixed(2))));
}

// A place across in the picture as it was laid out, and here: addresses name the former.
function acrossWide(scene, x, isBack) {
  const wide = wideOf.get(scene);
  if (!wide || !wide.xy || wide.part === 1) return x;
  const xs = wide.xy.filter((_, i) => i % 2 === 0), centre = (Math.min(...xs) + Math.max(...xs)) / 2;
  return centre + (x - centre) * (isBack ? wide.part : 1 / wide.part);
}

// Lines end where they did beside their discs, which keep their size; `room` is left for names at both sides.
function bring(scene, wide, part, room) {
  const xs = wide.xy.filter((_, i) => i % 2 === 0), left = Math.min(...xs), right = Math.max(...xs);
  // in whole pixels, as vis-network keeps its places
  const centre = (left + right) / 2, at = (x) => Math.round(centre + (x - centre) * part);
  const x_ = new Map(scene.nodes.map((number, i) => [number, wide.xy[2 * i]]));
  const beside = (x, number) => (x_.has(number) ? at(x_.get(number)) + x - x_.get(number) : at(x));
  scene.xy = wide.xy.map((value, i) => (i % 2 ? value : at(value)));
  scene.headings = wide.headings.map(([x, text]) => [at(x), text]);
  scene.rest = wide.rest.map(([x, ...fold]) => [at(x), ...fold]);
  scene.frame = [at(left) - room, wide.frame[1], at(right) + room, wide.frame[3]];
  scene.paths = wide.paths.map((value, i) => {
    if (i % 2) return value;
    const stroke = Math.floor(i / 8), role = scene.roles[stroke], edge = role === "t" ? null : EDGES[scene.of[stroke]];
    if (i % 8 === 0 && edge && role !== "s") return beside(value, edge.source);
    if (i % 8 === 6 && edge && role !== "m") return beside(value, edge.target);
    return at(value);
  });
}

// Ribbons: the names stand on them instead of beside them, in letters one can read.
const RIBBON = 520, RIBBON_LETTERS = 17;
function squeezeBands(scene, isNarrow) {
  if (!isNarrow && !wideOf.has(scene)) return false;
  if (!wideOf.has(scene)) wideOf.set(scene, { blocks: scene.blocks, notes: scene.notes, frame: scene.frame, paths: scene.bands.map((band) => band.path), isNarrow: false });
  const wide = wideOf.get(scene);
  if (wide.isNarrow === isNarrow) return false;
  wide.isNarrow = isNarrow;
  const end = wide.paths[0][6], part = isNarrow ? RIBBON / end : 1;
  scene.bands.forEach((band, i) => { band.path = wide.paths[i].map((value, k) => (k % 2 ? value : value * part)); layBand(band); });
  blocksOfScene.delete(scene);
  Object.assign(scene, { blocks: wide.blocks, notes: wide.notes, frame: wide.frame, halo: isNarrow });
  if (!isNarrow) return true;
  scene.blocks = wide.blocks.map(([x, ...rest]) => [x < end ? x : RIBBON, ...rest]);
  scene.notes = wide.notes.map(([x, y, text, , tone, , strong]) => (x <= 0 ? [8, y, text, "start", tone, RIBBON_LETTERS, strong] : [RIBBON - 8, y, text, "end", tone, RIBBON_LETTERS, strong]));
  scene.frame = [-24, wide.frame[1], RIBBON + 24, wide.frame[3]];
  return true;
}
