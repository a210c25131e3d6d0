import { randomUUID } from 'node:crypto';
import type { Veste } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/commands/commands.js';
import { giudica } from './incontri.giudizio.js';
import { celleDi, chiave, normale, TUTTE, VESTI_DATE, type Riga, type RigaEsistente, type Valore } from './incontri.righe.js';
import { leggiLuoghi } from './luoghi.js';
import { aggiornaRighe, eliminaRighe, inserisciRighe } from './righe.js';
import type { Mondo, Pronta, Tipo } from './tipo.js';

async function leggi(db: EntityManager, ambitoId: string): Promise<Mondo> {
  const luoghi = await leggiLuoghi(db, ambitoId);
  const date = await db.query<{ tavoloId: string; enteId: string; veste: Veste }[]>(VESTI_DATE, [ambitoId]);
  const vesti = new Map(date.map(d => [`${d.tavoloId} ${d.enteId}`, d.veste]));
  const esistenti = new Map<string, RigaEsistente>();
  for (const riga of await db.query<Riga[]>(TUTTE, [ambitoId])) {
    const celle = celleDi(riga);
    const comune = { incontroId: riga.incontroId, importato: riga.importato };
    const solo = { ...celle, ente: '', presenza: '' };
    const nascosto = riga.presenzaId === null ? {} : { nascosto: true as const };
    esistenti.set(chiave(solo), { ...comune, ...nascosto, id: riga.incontroId, celle: solo, traccia: `${riga.version}` });
    if (riga.presenzaId !== null)
      esistenti.set(chiave(celle), { ...comune, id: riga.presenzaId, celle, traccia: `${riga.version} ${riga.presenza ?? ''}` });
  }
  const detti = new Map<string, string>();
  return {
    esistenti,
    normale: celle => normale(luoghi, celle),
    chiave,
    giudica: (celle, e) => giudica(celle, e as RigaEsistente | null, { luoghi, vesti, esistenti, detti }),
  };
}

interface Scritta {
  readonly id: string;
  readonly valore: Valore;
}

/** Incontri first, each once; then who was there. */
async function inserisci(tx: Tx, righe: readonly Pronta[], { caricamentoId }: { readonly caricamentoId: string }): Promise<void> {
  const scritte = righe as readonly Scritta[];
  const nuovi = nuoviDi(scritte);
  const tutti = [...nuovi.values()];
  await inserisciRighe(
    tx.db,
    'incontro',
    tutti.map(({ id, valore }) => incontroDi(tx.ambitoId, id, valore)),
  );
  await inserisciRighe(
    tx.db,
    'incontro_tavolo',
    tutti.map(({ id, valore }) => ({ ambitoId: tx.ambitoId, incontroId: id, tavoloId: valore.tavoloId })),
  );
  const presenze = scritte.flatMap(({ id, valore: { presenza, incontroId, quando, tavoloId } }) => {
    const suo = incontroId ?? nuovi.get(quando)?.id;
    return presenza === null
      ? []
      : [{ ambitoId: tx.ambitoId, id, incontroId: suo, tavoloId, ...presenza, convocato: true, rilevataAt: 'now' }];
  });
  await inserisciRighe(tx.db, 'presenza', presenze);
  for (const { id } of tutti) tx.registra('incontro.importa', 'incontro', id, { caricamentoId });
}

/** Incontri that are not there yet, by when they were; a row that speaks of nothing else gives its id. */
function nuoviDi(scritte: readonly Scritta[]): ReadonlyMap<string, Scritta> {
  const nuovi = new Map<string, Scritta>();
  for (const { id, valore } of scritte) {
    const gia = nuovi.get(valore.quando);
    if (valore.incontroId !== null || (gia !== undefined && valore.presenza !== null)) continue;
    nuovi.set(valore.quando, { id: valore.presenza === null ? id : randomUUID(), valore });
  }
  return nuovi;
}

const incontroDi = (ambitoId: string, id: string, { tavoloId, incontro }: Valore) => ({
  ambitoId,
  id,
  tavoloId,
  tipo: 'tavolo',
  stato: 'svolto',
  titolo: incontro.titolo,
  inizioAt: incontro.inizioAt,
  fineAt: incontro.fineAt,
  sede: incontro.sede,
  linkVideo: incontro.linkVideo,
  secondaConvocazione: false,
  sequence: 0,
  apertoAt: incontro.inizioAt,
  chiusoAt: incontro.fineAt,
  version: 1,
  creatoAt: 'now',
  aggiornatoAt: 'now',
});

export const incontri: Tipo = {
  tabella: 'presenza',
  colonna: 'id',
  proprie: [],
  leggi,
  id: () => randomUUID(),
  blocca: (db, ambitoId) =>
    db.query(`SELECT 1 FROM incontro WHERE ambito_id = $1 AND stato = 'svolto' ORDER BY id FOR NO KEY UPDATE`, [ambitoId]),
  inserisci,
  async aggiorna(tx, righe, { caricamentoId }) {
    const valori = righe as readonly { id: string; valore: Valore }[];
    await aggiornaRighe(
      tx.db,
      'presenza',
      tx.ambitoId,
      'id',
      valori.map(({ id, valore }) => ({ id, stato: valore.presenza?.stato ?? null })),
    );
    for (const id of new Set(valori.map(v => v.valore.incontroId ?? ''))) tx.registra('presenza.rileva', 'incontro', id, { caricamentoId });
  },
  async elimina(tx, ids) {
    const [suoi] = await tx.db.query<[{ ids: string[] }]>(
      `SELECT coalesce(array_agg(n.id::text), '{}') AS ids FROM incontro n WHERE n.ambito_id = $1 AND n.convocato_at IS NULL AND n.stato = 'svolto'
         AND (n.id = ANY($2::uuid[]) OR EXISTS (SELECT 1 FROM presenza p WHERE p.ambito_id = $1 AND p.incontro_id = n.id AND p.id = ANY($2::uuid[])))
         AND NOT EXISTS (SELECT 1 FROM presenza p WHERE p.ambito_id = $1 AND p.incontro_id = n.id AND p.id <> ALL($2::uuid[]))`,
      [tx.ambitoId, ids],
    );
    await eliminaRighe(tx.db, 'presenza', tx.ambitoId, 'id', ids);
    await eliminaRighe(tx.db, 'incontro', tx.ambitoId, 'id', suoi.ids);
  },
};
