import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { verifyChain } from '../../src/platform/registro/verify.js';
import { testWorld, type World } from '../app.js';
import { Piani } from '../scenario/piani.js';

const DATA_DIR = `${process.env['TMPDIR'] ?? '/tmp'}/tavoli-crash-${process.pid}`;
let world: World;
beforeAll(async () => {
  world = await testWorld({ DATA_DIR });
});
afterAll(() => world.close());

/** A worker that dies (kill -9) at this moment of making a dossier. */
async function dies(moment: string): Promise<NodeJS.Signals | null> {
  const args = [
    '--import',
    join(import.meta.dirname, '../nest-hooks.mjs'),
    join(import.meta.dirname, 'dossier-host.ts'),
    world.url,
    DATA_DIR,
  ];
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test', FAULT_POINT: moment, NODE_OPTIONS: '' },
  });
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return signal;
}

const closings = async (ambito: string) =>
  (await world.db.query<unknown[]>(`SELECT 1 FROM registro WHERE ambito_id = $1 AND azione = 'piano.chiudi'`, [ambito])).length;

it.each(['dossier.taken', 'dossier.made', 'command.before-registro', 'command.before-commit', 'command.after-commit'])(
  'F-1: a worker killed with kill -9 (%s) while it closes a dossier leaves it wholly closed or not at all, and another one closes it once',
  async moment => {
    const p = new Piani(world, await world.scenario.base());
    const { ambito } = p.base;
    await p.aggiungi({ tipo: 'elenco_rappresentanti' });
    await p.azione('chiudi');
    expect(await dies(moment)).toBe('SIGKILL');
    const committed = moment === 'command.after-commit';
    const left = await p.leggi();
    expect([left.stato, left.dossier[0]?.stato, await closings(ambito.id)]).toEqual(
      committed ? ['chiuso', 'pronto', 1] : ['in_preparazione', 'in_corso', 0],
    );
    await world.db.query(`UPDATE dossier SET tenuto_fino_at = now() - interval '1 second' WHERE stato = 'in_corso'`); // as if the two minutes had passed
    const end = await p.lavora();
    expect([end.stato, end.dossier.map(d => d.stato), await closings(ambito.id)]).toEqual(['chiuso', ['pronto'], 1]);
    expect(await verifyChain(world.db, ambito)).toMatchObject({ bad: null });
    expect((await p.file('zip')).length).toBeGreaterThan(1000);
  },
);

it('a dossier that takes the process along three times is given up, and says so', async () => {
  const p = new Piani(world, await world.scenario.base());
  await p.aggiungi({ tipo: 'elenco_rappresentanti' });
  await world.as(p.base.coordinatore).post(p.at('/dossier'));
  await world.db.query(
    `UPDATE dossier SET stato = 'in_corso', tentativi = 3, tenuto_fino_at = now() - interval '1 second' WHERE stato = 'in_coda'`,
  );
  expect((await p.lavora()).dossier).toMatchObject([
    { stato: 'fallito', errore: expect.stringContaining('si è interrotta più volte') as string },
  ]);
  expect((await p.compila()).dossier.map(d => d.stato)).toEqual(['pronto', 'fallito']);
});
