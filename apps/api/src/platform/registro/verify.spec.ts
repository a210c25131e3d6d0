import { testWorld, type World } from '../../../testing/app.js';
import { verify } from '../../cli/verify.js';
import { verifyChain, type ChainReport } from './verify.js';

let world: World;
let ambito: { id: string; slug: string };

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  const base = await world.scenario.base();
  ambito = base.ambito;
  for (let i = 0; i < 5; i += 1) {
    const d = await world.scenario.designazione(base.ambito, { ...base, ente: await world.scenario.ente(base.ambito), stato: 'inviata' });
    await world.as(base.coordinatore).post(`/ambiti/${ambito.slug}/designazioni/${d.id}/azioni/accetta`, {}, { version: 1 });
  }
});
afterAll(() => world.close());

const report = (): Promise<ChainReport> => verifyChain(world.db, ambito);
const tamper = (sql: string): Promise<unknown> => world.db.query(sql.replaceAll(':ambito', `'${ambito.id}'`));

describe('the register', () => {
  it('G-11: holds after ordinary work', async () => {
    expect(await report()).toEqual({ ambito: ambito.slug, acts: 5, bad: null });
  });

  it.each([
    ['an act was changed', `UPDATE registro SET azione = 'designazione.respingi' WHERE ambito_id = :ambito AND seq = 3`, 3],
    ['an act was back-dated', `UPDATE registro SET at = at - interval '1 day' WHERE ambito_id = :ambito AND seq = 2`, 2],
    ['another person was written in', `UPDATE registro SET attore = gen_random_uuid() WHERE ambito_id = :ambito AND seq = 4`, 4],
    [
      'the details of an act were changed',
      `UPDATE registro_dettaglio SET contenuto = '{"attore":"Altri"}' WHERE ambito_id = :ambito AND seq = 2`,
      2,
    ],
    [
      'an act was removed',
      `DELETE FROM registro_dettaglio WHERE ambito_id = :ambito AND seq = 3; DELETE FROM registro WHERE ambito_id = :ambito AND seq = 3`,
      3,
    ],
    [
      'the last acts were cut off',
      `DELETE FROM registro_dettaglio WHERE ambito_id = :ambito AND seq > 3; DELETE FROM registro WHERE ambito_id = :ambito AND seq > 3`,
      4,
    ],
    [
      'two acts changed places',
      `DELETE FROM registro_dettaglio WHERE ambito_id = :ambito; UPDATE registro SET seq = seq + 100 WHERE ambito_id = :ambito AND seq IN (2, 3); UPDATE registro SET seq = 105 - seq WHERE ambito_id = :ambito AND seq > 100`,
      2,
    ],
    [
      'an act was added',
      `INSERT INTO registro SELECT ambito_id, 6, at, attore, azione, oggetto_tipo, oggetto_id, impegno, hash, sha256(hash) FROM registro WHERE ambito_id = :ambito AND seq = 5`,
      6,
    ],
  ])('G-11: names the first act that does not hold when %s', async (_, sql, seq) => {
    for (const statement of sql.split(';')) await tamper(statement);
    expect((await report()).bad?.seq).toBe(seq);
  });

  it('still holds when the details of an act are erased', async () => {
    await tamper('DELETE FROM registro_dettaglio WHERE ambito_id = :ambito AND seq = 3');
    expect((await report()).bad).toBeNull();
  });

  it('is checked from the command line, which fails and says which act', async () => {
    const said: string[] = [];
    const out = { stdout: { write: (text: string) => said.push(text) }, stderr: { write: (text: string) => said.push(text) } };
    await tamper(`UPDATE registro SET azione = 'altro' WHERE ambito_id = :ambito AND seq = 1`);
    expect(await verify({ DATABASE_URL: world.url, NODE_ENV: 'test' }, [], out)).toBe(1);
    expect(said.join('')).toContain(`${ambito.slug}: il registro non torna. Atto n. 1: è stato modificato.`);
  });
});
