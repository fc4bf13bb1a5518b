// On a narrow window fans and rings are drawn narrower, not smaller: names keep their room.
const SQUEEZED = { ego: 0.42, loops: 0.5 };
const wideOf = new WeakMap();
function squeeze(scene, isNarrow) {
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
