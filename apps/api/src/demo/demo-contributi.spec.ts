import { STATI_CONTRIBUTO } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { AutoreService } from '../contributi/autore.service.js';
import { ContributiService } from '../contributi/contributi.service.js';
import { InvioService } from '../contributi/invio.service.js';
import { LegamiService } from '../contributi/legami.service.js';
import { ModuloService } from '../contributi/modulo.service.js';
import { ConsensiService } from '../designazioni/consensi.service.js';
import { DesignazioniService } from '../designazioni/designazioni.service.js';
import { IncontriService } from '../incontri/incontri.service.js';
import { PresenzeService } from '../incontri/presenze.service.js';
import { RisposteService } from '../incontri/risposte.service.js';
import { DemoSeed } from './demo-seed.js';

let world: World;
beforeAll(async () => { world = await testWorld(); });
afterAll(() => world.close());

it('the demo shows contributi in every state that lasts, some late, one under review, tied to what was discussed', async () => {
  const of = <T>(type: new (...args: never[]) => T): T => world.app.get<T>(type, { strict: false });
  const seed = new DemoSeed(world.db, of(DesignazioniService), of(ConsensiService), of(IncontriService), of(PresenzeService), of(RisposteService), of(InvioService), of(ModuloService), of(ContributiService), of(AutoreService), of(LegamiService));
  await seed.ensure();
  const rows = await world.db.query<{ stato: string }[]>('SELECT DISTINCT stato FROM contributo');
  expect(STATI_CONTRIBUTO.filter(stato => !rows.some(r => r.stato === stato))).toEqual(['ritirato']);
  const [count] = await world.db.query<{ tardi: number; riesami: number; legami: number; propri: number; futuri: number }[]>(
    `SELECT (SELECT count(*)::int FROM contributo WHERE moderare_entro_at < now()) AS tardi, (SELECT count(*)::int FROM contributo WHERE riesame_chiesto_at IS NOT NULL) AS riesami,
       (SELECT count(*)::int FROM contributo_legame) AS legami, (SELECT count(*)::int FROM contributo WHERE account_id IS NOT NULL) AS propri, (SELECT count(*)::int FROM contributo_passo WHERE at > now()) AS futuri`,
  );
  expect(count).toEqual({ tardi: 1, riesami: 1, legami: 4, propri: 2, futuri: 0 });
}, 60_000);
