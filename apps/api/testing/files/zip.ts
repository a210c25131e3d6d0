import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';

/** Reads an archive by its directory, as any reader does; each file must have its checksum. Stored files only. */
export function leggiZip(zip: Buffer): Promise<Map<string, Buffer>> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  const files = new Map<string, Buffer>();
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [length, extra, comment, local] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + length);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    if (crc32(content) !== zip.readUInt32LE(at + 16)) throw new Error(`wrong checksum of ${name}`);
    files.set(name, content);
    at += 46 + length + extra + comment;
  }
  return Promise.resolve(files);
}

/** What another program makes of it; null where there is none. */
export async function provaConAltri(zip: Buffer): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'zip-'));
  const file = join(folder, 'prova.zip');
  try {
    await writeFile(file, zip);
    const code = `import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist())`;
    return await promisify(execFile)('python3', ['-c', code, file]).then(
      r => r.stdout.trim(),
      (e: NodeJS.ErrnoException) => (e.code === 'ENOENT' ? null : Promise.reject(e)),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
