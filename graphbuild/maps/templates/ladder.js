// Ladders where the window is too narrow for their columns: what stood beside a bar stands below it.

const LADDER = { side: 18, least: 0.8, split: 560, line: 17, size: 12, bar: 0.45 };

// Words on as many lines as `room` asks for; a word wider than that stays whole.
function wrapped(text, room, size, weight = 400) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && textWidth(probe, longer, weight, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const rowAt = (tops, y) => { let i = tops.length - 1; while (i > 0 && tops[i] > y) i -= 1; return i; };

// The parts of each row: words at its head, its bar and what is said beside it, words of further columns.
function ladderRows(wide) {
  const { tops, columns } = wide.ladder, bars = columns[1][0], further = columns.length > 2 ? columns[2][0] : Infinity;
  const rows = tops.map((top, i) => ({ top, height: (tops[i + 1] ?? wide.frame[3]) - top, head: [], bars: [], said: [], cells: [], rest: [] }));
  for (const note of wide.notes) {
    const row = rows[rowAt(tops, note[1])];
    (note[0] < bars ? row.head : note[0] < further ? row.said : row.cells).push(note);
  }
  for (const block of wide.blocks) {
    const row = rows[rowAt(tops, block[1])];
    if (block[5] === "line" || block[0] < bars) row.rest.push(block);
    else if (block[0] < further) row.bars.push(block);
  }
  return rows;
}

// "Rank: secured. Matures: 2029-12": each further column under its heading, in words.
function cellWords(cells, columns) {
  return columns.slice(2).map(([left, title], i) => {
    const right = columns[i + 3] ? columns[i + 3][0] : Infinity;
    const said = cells.filter(([x]) => x >= left && x < right).map((note) => note[2]);
    return said.length ? `${title}: ${said.join(", ")}` : "";
  }).filter(Boolean).join("; ");
}

// One row below `top` in a window `room` wide; what it takes, and where it now stands.
function layRung(row, shape, top) {
  const notes = [], blocks = [], down = top - row.top;
  let extra = 0;
  for (const [x, y, text, anchor, tone, size, strong] of row.head) {
    wrapped(text, (shape.isSplit ? shape.room : shape.bars - 12) - x, size, strong ? 600 : 400).forEach((line, i) => {
      if (i) extra += LADDER.line;
      notes.push([x, y + down + extra, line, anchor, tone, size, strong]);
    });
  }
  let y = shape.isSplit ? top + row.height + extra + 3 : row.bars.length ? row.bars[0][1] + row.bars[0][3] / 2 + down : row.said.length ? row.said[0][1] + down : top + row.height / 2;
  let end = shape.left;
  for (const [x, , w, h, ...rest] of row.bars) {
    const left = shape.left + (x - shape.bars) * shape.part;
    blocks.push([left, y - h / 2, Math.max(w * shape.part, 0.8), h, ...rest]);
    end = Math.max(end, left + w * shape.part + 8);
  }
  let used = row.bars.length ? y + LADDER.line / 2 : y - LADDER.line / 2;
  const write = (text, tone, size) => {
    for (const line of wrapped(text, shape.room - shape.left, size)) {
      notes.push([shape.left, used + LADDER.line / 2, line, "start", tone, size, false]);
      used += LADDER.line;
    }
  };
  for (const [, , text, , tone, size] of row.said) {
    if (end + textWidth(probe, text, 400, size) <= shape.room && row.bars.length) notes.push([end, y, text, "start", tone, size, false]);
    else write(text, tone, size);
  }
  const cells = cellWords(row.cells, shape.columns);
  if (cells) write(cells, "muted", LADDER.size);
  const isBare = !row.bars.length && !row.said.length && !cells;
  const height = isBare ? row.height + extra : Math.max(row.height + extra, used - top + 6);
  return { notes, blocks, height, extra };
}

// Lines and the places that take a click keep their row; where rows grew they grow with it.
function layRest(block, row, rung, at, room) {
  const [x, y, w, h, tone, fill, ...rest] = block;
  if (fill !== "line") return [x, at(y), Math.min(Math.max(w, room - x), room), rung.height - 4, tone, fill, ...rest];
  if (h > w) return [x, at(y), w, at(y + h) - at(y), tone, fill, ...rest];
  return [x, at(y) + rung.extra, Math.min(w, room - x), h, tone, fill, ...rest];
}

function layHeadings(row, shape) {
  const titles = shape.columns.map(([, title]) => title);
  const note = (x, text) => [x, row.top + 20, text, "start", "muted", 11.5, true];
  return shape.isSplit ? [note(0, titles.slice(0, 2).join("; "))] : [note(0, titles[0]), note(shape.left, titles[1])];
}

// The whole ladder for a window of `room` pixels: blocks, words, frame, and the rows' new tops.
function narrowLadder(wide, width) {
  const room = width - 2 * LADDER.side, columns = wide.ladder.columns, rows = ladderRows(wide);
  const isSplit = room < LADDER.split, bars = columns[1][0];
  const left = isSplit ? Math.max(...rows.filter((row) => row.bars.length).flatMap((row) => row.head.map((note) => note[0])), 0) : bars;
  const length = Math.max(...rows.flatMap((row) => row.bars.map((bar) => bar[0] + bar[2] - bars)), 1);
  const shape = { room, columns, isSplit, bars, left, part: Math.min(1, ((room - left) * LADDER.bar) / length) };
  const notes = layHeadings(rows[0], shape), tops = [rows[0].top], rungs = [{ height: 34, extra: 0, notes: [], blocks: [] }];
  for (const row of rows.slice(1)) {
    tops.push(tops[tops.length - 1] + rungs[rungs.length - 1].height);
    rungs.push(layRung(row, shape, tops[tops.length - 1]));
  }
  const at = (y) => { const i = rowAt(wide.ladder.tops, y); return tops[i] + y - wide.ladder.tops[i]; };
  const rest = rows.flatMap((row, i) => row.rest.map((block) => layRest(block, row, rungs[i], at, room)));
  const bottom = tops[tops.length - 1] + rungs[rungs.length - 1].height;
  return { blocks: [...rest, ...rungs.flatMap((rung) => rung.blocks)], notes: [...notes, ...rungs.flatMap((rung) => rung.notes)],
    frame: [-LADDER.side, wide.frame[1], room + LADDER.side, bottom], tops };
}

// Lays the ladder as the window asks for; true where that changed anything.
function squeezeLadder(scene, width) {
  const wide = wideOf.get(scene) || { blocks: scene.blocks, notes: scene.notes, frame: scene.frame, ladder: scene.ladder, tops: scene.ladder.tops, width: 0 };
  const asked = width < LADDER.least * (wide.frame[2] - wide.frame[0]) ? width : 0;
  if (wide.width === asked) return false;
  wideOf.set(scene, wide);
  wide.width = asked;
  const { blocks, notes, frame, tops } = asked ? narrowLadder(wide, asked) : wide;
  Object.assign(scene, { blocks, notes, frame, ladder: { ...wide.ladder, tops } });
  blocksOfScene.delete(scene);
  return true;
}

// The row at the top of the window stays there when the ladder is laid anew.
const topRow = (scene) => rowAt(scene.ladder.tops, network.DOMtoCanvas({ x: 0, y: 1 }).y);
function goToRow(scene, row) {
  slideReading(0, (scene.ladder.tops[row] - network.DOMtoCanvas({ x: 0, y: 0 }).y) * network.getScale());
  isWhole = row === 0;
}
