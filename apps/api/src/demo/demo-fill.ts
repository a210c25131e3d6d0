import { randomUUID } from 'node:crypto';
import { AREE_TEMATICHE, instantToRomeWall, presetDi, romeWallToInstant, type Permission } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { appendActs } from '../platform/registro/registro.js';
import { Attori } from './attori.js';
import { AVVISO } from './mondo/demo-avviso.data.js';
import { AMBITO, COMUNI, TAVOLI } from './mondo/demo.data.js';
import { fillEnti, fillPersone } from './demo-fill-persone.js';

export interface DemoIds {
  readonly ambitoId: string;
  readonly avvisoId: string;
  readonly tavoli: ReadonlyMap<string, string>;
  readonly enti: ReadonlyMap<string, string>;
}

const DAY = 86_400_000;

/** Ambito, comuni, Piano, tavoli, people, enti and the open avviso, in one transaction with their acts. */
export async function fillDemo(db: EntityManager): Promise<DemoIds> {
  const ambitoId = randomUUID();
  const aree = await fillAmbito(db, ambitoId);
  const tavoli = await fillTavoli(db, ambitoId, aree);
  const enti = await fillEnti(db, ambitoId, aree);
  await fillPersone(db, ambitoId, tavoli, enti);
  const avvisoId = await fillAvviso(db, ambitoId, [...tavoli.values()]);
  const ids = { ambitoId, avvisoId, tavoli, enti };
  await registra(db, ids);
  return ids;
}

/** What was written above, as acts of who may do each. */
async function registra(db: EntityManager, { ambitoId, avvisoId, enti }: DemoIds): Promise<void> {
  const attori = await Attori.leggi(db, ambitoId);
  const atto = async (permesso: Permission, azione: string, oggettoTipo: string, oggettoId: string, enteId?: string): Promise<void> => {
    const { id, nome } = attori.chiPuo(permesso, { ambitoId, enteId });
    await appendActs(db, ambitoId, id, [{ azione, oggettoTipo, oggettoId, contenuto: { attore: nome } }]);
  };
  await atto('ambito.crea', 'ambito.crea', 'ambito', ambitoId);
  for (const id of enti.values()) await atto('ente.modifica', 'ente.registra', 'ente', id, id);
  await atto('avviso.pubblica', 'avviso.pubblica', 'avviso', avvisoId);
}

async function fillAmbito(db: EntityManager, ambitoId: string): Promise<string[]> {
  await db.query(
    'INSERT INTO ambito (id, slug, nome, regione, capofila, contatti, parole, impostazioni) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      ambitoId,
      AMBITO.slug,
      AMBITO.nome,
      AMBITO.regione,
      AMBITO.capofila,
      JSON.stringify(AMBITO.contatti),
      JSON.stringify({ ...presetDi(AMBITO.regione), nomeEsteso: AMBITO.nomeEsteso }),
      JSON.stringify(AMBITO.impostazioni),
    ],
  );
  await db.query(`INSERT INTO capofila (ambito_id, id, tipo, nome) VALUES ($1, gen_random_uuid(), 'comune', $2)`, [
    ambitoId,
    AMBITO.capofila,
  ]);
  for (const comune of COMUNI)
    await db.query('INSERT INTO comune (ambito_id, istat, nome, belfiore, abitanti) VALUES ($1, $2, $3, $4, $5)', [ambitoId, ...comune]);
  const aree = AREE_TEMATICHE.map(nome => ({ id: randomUUID(), nome }));
  for (const [ordine, { id, nome }] of aree.entries())
    await db.query('INSERT INTO area_tematica (ambito_id, id, nome, ordine) VALUES ($1, $2, $3, $4)', [ambitoId, id, nome, ordine + 1]);
  return aree.map(a => a.id);
}

async function fillTavoli(db: EntityManager, ambitoId: string, aree: readonly string[]): Promise<Map<string, string>> {
  const pianoId = randomUUID();
  const dal = new Date().getFullYear() + 1;
  await db.query('INSERT INTO piano_di_zona (ambito_id, id, titolo, dal, al) VALUES ($1, $2, $3, $4, $5)', [
    ambitoId,
    pianoId,
    `Piano di Zona ${dal}-${dal + 2}`,
    dal,
    dal + 2,
  ]);
  const tavoli = new Map<string, string>();
  for (const tavolo of TAVOLI) {
    const id = randomUUID();
    tavoli.set(tavolo.slug, id);
    await db.query('INSERT INTO tavolo (ambito_id, id, piano_id, slug, codice, nome, scopo) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      ambitoId,
      id,
      pianoId,
      tavolo.slug,
      tavolo.codice,
      tavolo.nome,
      tavolo.scopo,
    ]);
    for (const area of tavolo.aree)
      await db.query('INSERT INTO tavolo_area (ambito_id, tavolo_id, area_id) VALUES ($1, $2, $3)', [ambitoId, id, aree[area]]);
  }
  return tavoli;
}

async function fillAvviso(db: EntityManager, ambitoId: string, tavoli: readonly string[]): Promise<string> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO avviso (ambito_id, id, stato, titolo, testo, apre_at, chiude_at, posti_titolari, posti_supplenti, nature_ammesse, ammette_tardive, pubblicato_at,
       determina_numero, determina_data, responsabile_nome, responsabile_ufficio, responsabile_email, requisiti, dichiarazioni, tavoli_vincolo)
     VALUES ($1, $2, 'pubblicato', $3, $4, $5, $6, 1, 1, '{}', true, $5, $7, ($5::timestamptz - interval '1 day')::date, $8, $9, $10, $11, $12, 'consigliato')`,
    [ambitoId, id, AVVISO.titolo, AVVISO.testo, noonIn(-12), noonIn(16), ...atto()],
  );
  for (const tavolo of tavoli)
    await db.query('INSERT INTO avviso_tavolo (ambito_id, avviso_id, tavolo_id) VALUES ($1, $2, $3)', [ambitoId, id, tavolo]);
  return id;
}

const atto = (): readonly string[] => [
  AVVISO.determinaNumero,
  AVVISO.responsabileNome,
  AVVISO.responsabileUfficio,
  AVVISO.responsabileEmail,
  JSON.stringify(AVVISO.requisiti),
  JSON.stringify(AVVISO.dichiarazioni),
];

/** Noon in Rome, so many days from today. */
function noonIn(days: number): Date {
  const noon = romeWallToInstant(`${instantToRomeWall(new Date(Date.now() + days * DAY)).slice(0, 10)}T12:00`);
  if (!noon.ok) throw new Error('There is always a noon.');
  return noon.instant;
}
