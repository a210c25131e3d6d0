import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { instantToRomeWall } from '@tavoli/shared';
import { lintIcs } from '../../../testing/ics/ics-lint.js';
import { ATTORNO_AI_CAMBI_D_ORA, icsMessages } from '../../../testing/ics/ics-messages.js';
import { readWithIcalJs, readWithNodeIcal } from '../../../testing/ics/ics-readers.js';

const TESTING = join(import.meta.dirname, '../../../testing');
const GOLDEN = join(import.meta.dirname, 'golden');
const run = promisify(execFile);

/** The messages as a server makes them whose clock stands in this zone. */
async function inZone(TZ: string): Promise<{ summerOffset: number; messages: Record<string, string> }> {
  const args = ['--import', join(TESTING, 'nest-hooks.mjs'), join(TESTING, 'ics/ics-host.ts')];
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, TZ, NODE_OPTIONS: '' }, maxBuffer: 8_000_000 });
  return JSON.parse(stdout);
}

describe('The bytes of each message', () => {
  const messages = icsMessages();

  it('C-2: are those of the files, of which none is left over', () => {
    if (process.env['UPDATE_GOLDEN'] === '1')
      for (const [name, ics] of Object.entries(messages)) writeFileSync(join(GOLDEN, `${name}.ics`), ics);
    const files = readdirSync(GOLDEN).filter(name => name.endsWith('.ics'));
    const kept = Object.fromEntries(files.map(name => [name.replace('.ics', ''), readFileSync(join(GOLDEN, name), 'utf8')]));
    expect(messages).toEqual(kept);
  });

  it.each([
    ['UTC', 0],
    ['Europe/Rome', 2],
    ['Asia/Tokyo', 9],
    ['America/New_York', -4],
  ])('C-2, F-7: are the same on a server in %s', async (TZ, hours) => {
    const there = await inZone(TZ);
    expect(there.summerOffset).toBe(hours);
    expect(there.messages).toEqual(messages);
  });

  it('C-3: keep every rule', () => {
    expect(Object.fromEntries(Object.entries(messages).map(([name, ics]) => [name, lintIcs(ics)]))).toEqual(
      Object.fromEntries(Object.keys(messages).map(name => [name, []])),
    );
  });

  it.each([
    ['ical.js', readWithIcalJs],
    ['node-ical', readWithNodeIcal],
  ])('C-5, F-7: keep the hour of the wall across the days when clocks change, as %s reads them', (_reader, read) => {
    const events = read(messages['feed'] ?? '').events;
    expect(events.map(e => instantToRomeWall(new Date(e.inizio)))).toEqual(ATTORNO_AI_CAMBI_D_ORA);
    expect(events.map(e => new Date(e.inizio).getUTCHours())).toEqual([15, 14, 14, 15]);
    expect(events.map(e => e.fine - e.inizio)).toEqual(events.map(() => 2 * 3_600_000));
  });
});
