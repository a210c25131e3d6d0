import { crc32 } from 'node:zlib';

/** What a camera writes beside the picture: must never reach anybody. */
export const LUOGO = 'GPS-39.4970N-16.5160E';

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** TIFF, big end first: one entry, the way up (6: turned to the right), and the place in words after it. */
const exif = Buffer.concat([
  Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0', 'latin1'),
  Buffer.from(LUOGO),
]);
const frame = Buffer.from([8, 0, 2, 0, 2, 1, 1, 0x11, 0]);

/** A JPEG in form (nobody decodes it here), with place, comment, second picture behind its end, and the way up. */
export const JPEG_CON_LUOGO = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
  segment(0xe1, exif),
  segment(0xed, Buffer.from(`Photoshop 3.0\0${LUOGO}`)),
  segment(0xfe, Buffer.from(LUOGO)),
  segment(0xdb, Buffer.alloc(65, 1)),
  segment(0xc0, frame),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
  segment(0xfe, Buffer.from(LUOGO)),
  Buffer.from([0xff, 0xd9]),
  Buffer.from(`<script>${LUOGO}</script>`),
]);

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
};

/** A PNG of one pixel, with the place in words and as EXIF. */
export const PNG_CON_LUOGO = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk('tEXt', Buffer.from(`Location\0${LUOGO}`)),
  chunk('eXIf', Buffer.from(LUOGO)),
  chunk('IDAT', Buffer.from('789c6360000000020001', 'hex')),
  chunk('IEND', Buffer.alloc(0)),
  Buffer.from(`<html>${LUOGO}`),
]);
