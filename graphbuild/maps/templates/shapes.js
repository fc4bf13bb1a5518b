// Colours of the theme, outlines of the shapes, and one party's disc.

const theme = {};
function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "ink", "muted", "rule", "disc", "firm", "core", "accent", "glow", "bar", "line", "alarm", "link"]) {
    theme[name] = style.getPropertyValue(`--${name}`).trim();
  }
  theme.dark = style.getPropertyValue("--dark").trim() === "1";
  theme.family = {};
  for (const family of ATLAS.legend.families) {
    theme.family[family.id] = theme.dark ? lighter(family.colour, 0.3) : family.colour;
    document.documentElement.style.setProperty(`--of-${family.id}`, theme.family[family.id]);
  }
}

// Towards white, so that the hues keep three to one against the dark paper.
function lighter(hex, part) {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.map((value) => Math.round(value + (255 - value) * part)).join(",")})`;
}

function polygon(path, x, y, r, corners, turn) {
  for (let i = 0; i < corners; i += 1) {
    const angle = turn + (2 * Math.PI * i) / corners;
    path[i ? "lineTo" : "moveTo"](x + r * Math.cos(angle), y + r * Math.sin(angle));
  }
  path.closePath();
}

// Shapes of one radius have about the area of the disc: no kind looks larger than another.
function outline(shape, x, y, r) {
  const path = new Path2D();
  if (shape === "hexagon") polygon(path, x, y, r * 1.1, 6, 0);
  else if (shape === "triangle") polygon(path, x, y + r * 0.12, r * 1.42, 3, -Math.PI / 2);
  else if (shape === "diamond") polygon(path, x, y, r * 1.25, 4, 0);
  else if (shape === "square") path.rect(x - r * 0.89, y - r * 0.89, r * 1.78, r * 1.78);
  else if (shape === "rounded") path.roundRect(x - r * 0.91, y - r * 0.91, r * 1.82, r * 1.82, r * 0.45);
  else path.arc(x, y, r, 0, 2 * Math.PI);
  return path;
}

function drawParty(ctx, node, x, y, isStrong, isFaint, scale) {
  const shape = outline(node.shape, x, y, node.r);
  ctx.save();
  ctx.globalAlpha = isFaint ? 0.22 : 1;
  ctx.fillStyle = node.open ? theme.paper : theme.disc;
  ctx.fill(shape);
  if (node.firmR > 0.8) {
    ctx.fillStyle = theme.firm;
    ctx.globalAlpha *= node.open ? 0.45 : 1;
    ctx.fill(outline(node.shape, x, y, Math.min(node.firmR, node.r)));
    ctx.globalAlpha = isFaint ? 0.22 : 1;
  }
  ctx.lineWidth = 1 / Math.min(scale, 1.4);
  ctx.strokeStyle = node.anchor ? theme.core : theme.muted;
  if (node.anchor) ctx.lineWidth *= 2;
  ctx.setLineDash(node.open ? [3, 2.5] : []);
  ctx.stroke(shape);
  if (node.coreR) {
    ctx.setLineDash([]);
    const core = outline("circle", x, y, node.coreR);
    ctx.fillStyle = ctx.strokeStyle = theme.core;
    // Revenue above all contracts would hide them: then it is a ring.
    if (node.coreR < node.r) ctx.fill(core);
    else ctx.stroke(core);
  }
  if (stressNow && !isFaint) drawShort(ctx, node, x, y, scale);
  if (isStrong) {
    ctx.setLineDash([]);
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 2.5 / scale;
    ctx.stroke(outline(node.shape, x, y, node.r + 4 / scale));
  }
  ctx.restore();
}
