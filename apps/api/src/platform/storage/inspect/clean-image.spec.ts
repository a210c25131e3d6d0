import fc from 'fast-check';
import { JPEG_CON_LUOGO, LUOGO, PNG_CON_LUOGO } from '../../../../testing/files/pictures.js';
import { cleanImage } from './clean-image.js';

const jpeg = cleanImage(JPEG_CON_LUOGO, 'jpeg') as Buffer;
const png = cleanImage(PNG_CON_LUOGO, 'png') as Buffer;

it('takes the place out of a picture wherever a camera hides it, also behind its end', () => {
  expect([JPEG_CON_LUOGO.includes(LUOGO), PNG_CON_LUOGO.includes(LUOGO)]).toEqual([true, true]);
  for (const clean of [jpeg, png]) expect(clean.includes(LUOGO.slice(0, 6))).toBe(false);
  expect([jpeg.subarray(-2).toString('hex'), png.toString('latin1').endsWith('IEND\xaeB`\x82')]).toEqual(['ffd9', true]);
});

it('leaves what is drawn as it was, and the way up', () => {
  const scan = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);
  expect([jpeg.includes(scan), jpeg.includes('JFIF'), png.includes('IDAT')]).toEqual([true, true, true]);
  const at = jpeg.indexOf('Exif');
  expect([jpeg.readUInt16LE(at + 16), jpeg.readUInt16LE(at + 24)]).toEqual([0x0112, 6]);
});

it('cleaning twice is cleaning once', () => {
  expect([cleanImage(jpeg, 'jpeg'), cleanImage(png, 'png')]).toEqual([jpeg, png]);
});

it('never fails on what is broken: a cut or altered picture is cleaned or refused, and never grows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<['jpeg' | 'png', Buffer]>(['jpeg', JPEG_CON_LUOGO], ['png', PNG_CON_LUOGO]),
      fc.nat(400),
      fc.nat(400),
      fc.nat(255),
      ([kind, content], cut, at, byte) => {
        const broken = Buffer.from(content.subarray(0, cut));
        if (broken.length > 0) broken[at % broken.length] = byte;
        const clean = cleanImage(broken, kind);
        return clean === null || clean.length <= broken.length + 40;
      },
    ),
  );
});

it('refuses a picture of sixty thousand by sixty thousand', () => {
  const huge = Buffer.from(PNG_CON_LUOGO);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  expect(cleanImage(huge, 'png')).toBeNull();
});
