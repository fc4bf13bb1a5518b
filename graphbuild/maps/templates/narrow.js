// On a narrow window fans and rings are drawn narrower, not smaller: names keep their room.
const SQUEEZED = { ego: 0.42, loops: 0.5 };
const wideOf = new WeakMap();
function squeeze(scene, isNarrow) {
  if (scene && scene.bands.length) return squeezeBands(scene, isNarrow);
  const part = scene && SQUEEZED[currentView().name];
  if (!part || (!isNarrow && !wideOf.has(scene))) return false;
  if (!wideOf.has(scene)) wideOf.set(scene, { xy: scene.xy, paths: scene.paths, headings: scene.headings, frame: scene.frame, isNarrow: false });
  const wide = wideOf.get(scene);
  if (wide.isNarrow === isNarrow) return false;
  wide.isNarrow = isNarrow;
  Object.assign(scene, { xy: wide.xy, paths: wide.paths, headings: wide.headings, frame: wide.frame });
  placesOfScene.delete(scene);
  if (isNarrow) narrow(scene, wide, part);
  placesOfScene.delete(scene);
  strokesOfScene.delete(scene);
  return true;
}

// Lines end where they did beside their discs, which keep their size.
function narrow(scene, wide, part) {
  const centre = (wide.frame[0] + wide.frame[2]) / 2, at = (x) => centre + (x - centre) * part;
  const x_ = new Map(scene.nodes.map((number, i) => [number, wide.xy[2 * i]]));
  const beside = (x, number) => (x_.has(number) ? at(x_.get(number)) + x - x_.get(number) : at(x));
  scene.xy = wide.xy.map((value, i) => (i % 2 ? value : at(value)));
  scene.headings = wide.headings.map(([x, text]) => [at(x), text]);
  scene.frame = [at(wide.frame[0] + 180) - 130, wide.frame[1], at(wide.frame[2] - 180) + 130, wide.frame[3]];
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
