// Draws a text as a QR code (ISO/IEC 18004), with error correction of level L and mask 0. Readers accept each mask.

const CHECK_BYTES = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];
const FORMAT = 0x77c4;
const QUIET_ZONE = 4;
const PIXELS = 5;
const SVG = 'http://www.w3.org/2000/svg';

// Returns an image, or nothing if the text is too long for version 20.
export function qrCode(text, label) {
  const bytes = [...new TextEncoder().encode(text)];
  const version = 1 + CHECK_BYTES.findIndex((_, index) => bytes.length <= dataBytes(index + 1) - headBits(index + 1) / 8);
  return version ? [image(modules(version, blocks(version, bytes)), label)] : [];
}

const headBits = (version) => (version < 10 ? 12 : 20);
const dataBytes = (version) => allBytes(version) - CHECK_BYTES[version - 1] * BLOCKS[version - 1];

function allBytes(version) {
  const aligned = Math.floor(version / 7) + 2;
  const patterns = version === 1 ? 0 : (25 * aligned - 10) * aligned - 55 + (version < 7 ? 0 : 36);
  return Math.floor(((16 * version + 128) * version + 64 - patterns) / 8);
}

// Returns the text and its check bytes, interleaved as they are drawn.
function blocks(version, bytes) {
  const data = padded(version, bytes);
  const count = BLOCKS[version - 1];
  const shorter = count - (data.length % count);
  const length = Math.floor(data.length / count);
  const parts = Array.from({ length: count }, (_, index) => {
    const start = index * length + Math.max(0, index - shorter);
    return data.slice(start, start + length + (index < shorter ? 0 : 1));
  });
  return [...interleaved(parts), ...interleaved(parts.map((part) => checkBytes(part, CHECK_BYTES[version - 1])))];
}

function padded(version, bytes) {
  const length = bytes.length.toString(2).padStart(headBits(version) - 4, '0');
  const bits = `0100${length}${bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')}0000`;
  const data = bits.match(/.{8}/g).map((byte) => parseInt(byte, 2));
  for (let pad = 0xec; data.length < dataBytes(version); pad ^= 0xec ^ 0x11) data.push(pad);
  return data;
}

const interleaved = (parts) => Array.from({ length: Math.max(...parts.map((part) => part.length)) }, (_, index) =>
  parts.filter((part) => index < part.length).map((part) => part[index])).flat();

// The remainder of Reed and Solomon.
function checkBytes(data, count) {
  const divisor = new Array(count - 1).fill(0).concat(1);
  for (let root = 1, turn = 0; turn < count; turn += 1, root = times(root, 2)) {
    for (let i = 0; i < count; i += 1) divisor[i] = times(divisor[i], root) ^ (divisor[i + 1] ?? 0);
  }
  const rest = new Array(count).fill(0);
  for (const byte of data) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    divisor.forEach((coefficient, i) => { rest[i] ^= times(coefficient, factor); });
  }
  return rest;
}

// Multiplies in the field of 256 elements.
function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> bit) & 1) * a);
  return product;
}

function modules(version, bytes) {
  const size = 17 + 4 * version;
  const rows = Array.from({ length: size }, () => new Array(size));
  const set = (x, y, dark) => { if (rows[y] && x >= 0 && x < size) rows[y][x] = Boolean(dark); };
  for (let i = 0; i < size; i += 1) { set(6, i, i % 2 === 0); set(i, 6, i % 2 === 0); }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) rings(set, x, y, 4, [2, 4]);
  const centres = alignment(version, size);
  const isInCorner = (x, y) => Math.min(x, y) === 6 && [6, size - 7].includes(Math.max(x, y));
  for (const x of centres) for (const y of centres) if (!isInCorner(x, y)) rings(set, x, y, 2, [1]);
  drawFormat(set, size);
  if (version >= 7) drawVersion(set, size, version);
  drawBytes(rows, size, bytes);
  return rows;
}

function rings(set, x, y, radius, light) {
  for (let dy = -radius; dy <= radius; dy += 1) {
    for (let dx = -radius; dx <= radius; dx += 1) set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  }
}

function alignment(version, size) {
  const count = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return Array.from({ length: count }, (_, index) => (index ? size - 7 - (count - 1 - index) * step : 6));
}

function drawFormat(set, size) {
  for (let i = 0; i < 15; i += 1) {
    const dark = (FORMAT >>> i) & 1;
    if (i < 8) set(8, i < 6 ? i : i + 1, dark);
    else set(i === 8 ? 7 : 14 - i, 8, dark);
    if (i < 8) set(size - 1 - i, 8, dark);
    else set(8, size - 15 + i, dark);
  }
  set(8, size - 8, true);
}

function drawVersion(set, size, version) {
  let rest = version;
  for (let i = 0; i < 12; i += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  for (let i = 0; i < 18; i += 1) {
    const dark = (((version << 12) | rest) >>> i) & 1;
    set(size - 11 + (i % 3), Math.floor(i / 3), dark);
    set(Math.floor(i / 3), size - 11 + (i % 3), dark);
  }
}

// Fills what is free in columns of two, upwards and downwards in turn.
function drawBytes(rows, size, bytes) {
  let bit = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const upwards = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = upwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (rows[y][x] !== undefined) continue;
        const dark = (bytes[bit >>> 3] >>> (7 - (bit & 7))) & 1;
        rows[y][x] = Boolean(dark) !== ((x + y) % 2 === 0);
        bit += 1;
      }
    }
  }
}

function image(rows, label) {
  const svg = document.createElementNS(SVG, 'svg');
  const size = rows.length + 2 * QUIET_ZONE;
  svg.setAttribute('viewBox', `${-QUIET_ZONE} ${-QUIET_ZONE} ${size} ${size}`);
  svg.setAttribute('width', PIXELS * size);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join(''));
  svg.append(path);
  return svg;
}
