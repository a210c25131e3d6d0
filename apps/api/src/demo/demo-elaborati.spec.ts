import {
  STATI_ELABORATO,
  type CruscottoTavoloView,
  type ElaboratoRigaView,
  type Pagina,
  type RiepilogoElaboratiView,
} from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { TESTI } from '../../testing/security/canarini/testi.js';
import { verifyChain } from '../platform/registro/verify.js';
import { AMBITO } from './mondo/demo.data.js';
import { DemoSeed } from './demo-seed.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await new DemoSeed(world.db, world.app).ensure();
});
afterAll(() => world.close());

const at = (path: string) => `/ambiti/${AMBITO.slug}${path}`;

it('the demo shows elaborati in every state, two of them to everybody, with a budget', async () => {
  const [ambito] = await world.db.query<{ id: string; slug: string }[]>('SELECT id, slug FROM ambito');
  if (!ambito) throw new Error('no demo');
  const coordinatore = await world.scenario.incarico({ id: ambito.id, slug: ambito.slug, area: '', piano: '' }, 'coordinatore');
  const all = await world.as(coordinatore).get<Pagina<ElaboratoRigaView>>(at('/elaborati'));
  expect([...new Set(all.body.items.map(e => e.stato))].sort()).toEqual([...STATI_ELABORATO].sort());
  expect((await world.as(null).get<Pagina<ElaboratoRigaView>>(at('/elaborati'))).body.items).toHaveLength(2);
  const somme = (await world.as(null).get<RiepilogoElaboratiView>(at('/riepilogo/elaborati'))).body;
  expect(somme.accolte.totale).toMatchObject({
    totale: 24_950_050,
    perFonte: { comunale: 4_250_050 },
    perAnno: { 2027: 11_500_050, 2028: 13_450_000 },
  });
  expect(somme.inLavorazione.schede).toEqual([]);
  expect(somme.indicatori).toHaveLength(2);
  const cruscotto = (await world.as(coordinatore).get<{ items: CruscottoTavoloView[] }>(at('/cruscotto'))).body.items;
  const daFare = cruscotto
    .flatMap(t => t.daFare)
    .filter(v => v.percorso.startsWith('area/elaborati/'))
    .map(v => v.testo);
  expect(daFare).toEqual([
    'L’elaborato «Restare a casa propria, in compagnia» è consegnato e aspetta di essere esaminato.',
    'Consegna «Le priorità del tavolo»: il tavolo l’ha approvato.',
    '1 commento senza risposta in «Che cosa chiediamo per il “dopo di noi”».',
    'L’elaborato «Pomeriggi a scuola» è da rivedere.',
    'Consegna «Più luoghi per i ragazzi»: il tavolo l’ha approvato.',
  ]);
  expect(await verifyChain(world.db, ambito)).toMatchObject({ bad: null });
});

/** Words that the portal itself writes, from a closed list. */
const NOSTRE = ['dossier.passo'];

/** Every text within a value of a column. */
const foglie = (valore: unknown): string[] =>
  typeof valore === 'string' ? [valore] : valore !== null && typeof valore === 'object' ? Object.values(valore).flatMap(foglie) : [];

it('G-4: what is declared to hold codes alone holds words of nobody, whatever the demo wrote in it', async () => {
  const conParole: string[] = [];
  for (const colonna of Object.keys(TESTI).filter(c => TESTI[c] === 'macchina' && !NOSTRE.includes(c))) {
    const [tabella = '', campo = ''] = colonna.split('.');
    const righe = await world.db.query<{ v: unknown }[]>(`SELECT DISTINCT to_jsonb(x."${campo}") AS v FROM "${tabella}" x`);
    const parola = righe.flatMap(r => foglie(r.v)).find(t => /\s|[^\x20-\x7e]/u.test(t));
    if (parola !== undefined) conParole.push(`${colonna}: ${parola}`);
  }
  expect(conParole).toEqual([]);
});
