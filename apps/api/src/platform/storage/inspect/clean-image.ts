/** Width and height that nobody photographs: a picture that would fill the memory of who opens it. Pixels. */
const MAX_PIXELS = 60_000_000;

/**
 * The picture without what the camera wrote beside it (place, date, author, preview) and without what follows its end. Pixels stay as they are, and so
 * does what says how to show them: colour profile, and the way up. Null when it is not a picture that holds together, or an absurdly large one.
 */
export function cleanImage(content: Buffer, kind: 'jpeg' | 'png'): Buffer | null {
  try {
    return kind === 'jpeg' ? cleanJpeg(content) : cleanPng(content);
  } catch {
    return null; // it points beyond its own end
  }
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function cleanJpeg(content: Buffer): Buffer | null {
  const parts: Buffer[] = [content.subarray(0, 2)];
  let framed = false;
  let at = 2;
  while (at + 4 <= content.length) {
    if (content[at] !== 0xff) return null;
    const marker = content.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + content.readUInt16BE(at + 2);
    const segment = content.subarray(at, end);
    if (end > content.length) return null;
    if (isFrame(marker)) {
      if (content.readUInt16BE(at + 5) * content.readUInt16BE(at + 7) > MAX_PIXELS) return null;
      framed = true;
    }
    if (marker === 0xe1) parts.push(...upright(segment));
    else if (keeps(marker, segment)) parts.push(segment);
    if (marker === 0xda) return framed ? Buffer.concat([...parts, ...scans(content, end)]) : null;
    at = end;
  }
  return null;
}

/** JFIF, a colour profile, Adobe's colour transform, and what is no annotation. */
function keeps(marker: number, segment: Buffer): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = segment.toString('latin1', 4, 15);
  return (
    (marker === 0xe0 && name.startsWith('JFIF\0')) ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE')) ||
    (marker === 0xee && name.startsWith('Adobe'))
  );
}

/** From the first scan to the mark of the end; of a progressive picture what stands between scans is looked at too. */
function scans(content: Buffer, from: number): Buffer[] {
  const parts: Buffer[] = [];
  let start = from;
  let at = from;
  for (;;) {
    at = content.indexOf(0xff, at);
    if (at < 0 || at + 1 >= content.length) return [...parts, content.subarray(start), Buffer.from([0xff, 0xd9])];
    const marker = content.readUInt8(at + 1);
    if (marker === 0xd9) return [...parts, content.subarray(start, at + 2)];
    if (marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const end = at + 2 + content.readUInt16BE(at + 2);
    if (!keeps(marker, content.subarray(at, end)) || marker === 0xe1) {
      parts.push(content.subarray(start, at));
      start = end;
    }
    at = end;
  }
}

const ORIENTATION = 0x0112;

/** An EXIF segment that holds nothing but the way up, as the given one says it; none when it says nothing. */
function upright(segment: Buffer): Buffer[] {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return [];
  const value = orientationOf(segment.subarray(10));
  if (value === null || value < 2 || value > 8) return [];
  const exif = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000100000000000000', 'hex');
  exif.writeUInt16LE(value, 28);
  return [exif];
}

function orientationOf(tiff: Buffer): number | null {
  try {
    const little = tiff.toString('latin1', 0, 2) === 'II';
    const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let n = 0; n < Math.min(u16(first), 200); n += 1) {
      if (u16(first + 2 + n * 12) === ORIENTATION) return u16(first + 2 + n * 12 + 8);
    }
    return null;
  } catch {
    return null; // cut short: then it is shown as it lies
  }
}

/** Chunks that say how to draw the picture; all others are words about it. */
const DRAWN = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'bKGD', 'pHYs', 'hIST', 'cICP']);

function cleanPng(content: Buffer): Buffer | null {
  const parts: Buffer[] = [content.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= content.length) {
    const end = at + 12 + content.readUInt32BE(at);
    const type = content.toString('latin1', at + 4, at + 8);
    if (end > content.length || (at === 8) !== (type === 'IHDR')) return null;
    if (type === 'IHDR' && content.readUInt32BE(at + 8) * content.readUInt32BE(at + 12) > MAX_PIXELS) return null;
    if (DRAWN.has(type)) parts.push(content.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  return null;
}
