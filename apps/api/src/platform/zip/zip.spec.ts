import { leggiZip, provaConAltri } from '../../../testing/files/zip.js';
import { inMemoria, zip, type VoceZip } from './zip.js';

const voce = (percorso: string, content: string | Buffer): VoceZip => ({ percorso, apri: inMemoria(Buffer.from(content)) });

async function archivio(voci: readonly VoceZip[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of zip(voci)) parts.push(part);
  return Buffer.concat(parts);
}

describe('the ZIP of a dossier', () => {
  it('holds each file under its path, accents included, in the order of the paths', async () => {
    const made = await archivio([voce('b/priorità.txt', 'due'), voce('a.txt', 'uno'), voce('vuoto', '')]);
    const files = await leggiZip(made);
    expect([...files].map(([path, content]) => [path, content.toString()])).toEqual([
      ['a.txt', 'uno'],
      ['b/priorità.txt', 'due'],
      ['vuoto', ''],
    ]);
  });

  it('is read by other programs, or there are none here to ask', async () => {
    const said = await provaConAltri(await archivio([voce('a/uno.txt', 'uno'), voce('b/due.txt', Buffer.alloc(200_000, 7))]));
    expect(said === null || said === `None ['a/uno.txt', 'b/due.txt']`).toBe(true);
  });

  it('F-7: is the same to the byte whatever the order and the day', async () => {
    const voci = [voce('uno', 'x'), voce('due', 'y')];
    expect((await archivio(voci)).equals(await archivio(voci.toReversed()))).toBe(true);
  });
});
