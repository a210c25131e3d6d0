import { randomInt, randomUUID } from 'node:crypto';
import type { IterView, StatoAdesione, StatoFase, StatoFirma, StatoOsservazione } from '@tavoli/shared';
import type { World } from '../app.js';
import type { Persona } from '../scenario.js';

type Ambito = { readonly id: string; readonly slug: string; readonly piano: string };
type Db = World['db'];

/** An iter with no phases, of the ambito's Piano; the one that is there, where there is. */
export async function unIter(db: Db, ambito: Ambito): Promise<{ id: string }> {
  await db.query(`INSERT INTO iter (ambito_id, id, piano_id, modello) VALUES ($1, $2, $3, 'vuoto') ON CONFLICT DO NOTHING`, [
    ambito.id,
    randomUUID(),
    ambito.piano,
  ]);
  const [row] = await db.query<[{ id: string }]>('SELECT id FROM iter WHERE ambito_id = $1', [ambito.id]);
  return row;
}

export async function unaFase(db: Db, ambito: Ambito, stato: StatoFase = 'in_corso'): Promise<{ id: string }> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO fase (ambito_id, id, iter_id, ordine, titolo, organo, descrizione, note, stato) VALUES ($1, $2, $3, $4, 'Fase di prova', 'tecnico', '', 'Note riservate', $5)`,
    [ambito.id, id, (await unIter(db, ambito)).id, randomInt(1e6), stato],
  );
  return { id };
}

export async function unAtto(db: Db, ambito: Ambito, fase: { id: string }, pubblico: boolean): Promise<{ id: string }> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO atto (ambito_id, id, fase_id, direzione, tipo, titolo, pubblico) VALUES ($1, $2, $3, 'uscita', 'delibera', 'Atto di prova', $4)`,
    [ambito.id, id, fase.id, pubblico],
  );
  return { id };
}

export async function unFirmatario(db: Db, ambito: Ambito, stato: StatoFirma): Promise<{ id: string }> {
  const id = randomUUID();
  const raccolta = stato === 'raccolta';
  await db.query(
    `INSERT INTO firmatario (ambito_id, id, iter_id, tipo, ente, carica, stato, modo, data, atto) VALUES ($1, $2, $3, 'comune', 'Comune di Prova', 'Sindaco', $4, $5, $6, $7)`,
    [
      ambito.id,
      id,
      (await unIter(db, ambito)).id,
      stato,
      raccolta ? 'firma' : null,
      raccolta ? '2026-01-10' : null,
      raccolta ? 'Delibera n. 1' : null,
    ],
  );
  return { id };
}

export async function unAdesione(
  db: Db,
  ambito: Ambito,
  ente: { id: string },
  stato: StatoAdesione,
  centesimi: number | null = 150_000,
): Promise<{ id: string }> {
  const id = randomUUID();
  const sent = stato !== 'bozza';
  await db.query(
    `INSERT INTO adesione (ambito_id, id, iter_id, ente_id, impegno, stato, protocollo_anno, protocollo_numero, inviata_at) VALUES ($1, $2, $3, $4, 'Impegno di prova', $5, $6, $7, $8)`,
    [
      ambito.id,
      id,
      (await unIter(db, ambito)).id,
      ente.id,
      stato,
      sent ? 1990 : null,
      sent ? randomInt(1e6) : null,
      sent ? new Date() : null,
    ],
  );
  await db.query(
    `INSERT INTO adesione_risorsa (ambito_id, adesione_id, ordine, tipo, descrizione, centesimi) VALUES ($1, $2, 1, 'volontariato', 'Venti ore a settimana', $3)`,
    [ambito.id, id, centesimi],
  );
  return { id };
}

export async function unOsservazione(db: Db, ambito: Ambito, stato: StatoOsservazione): Promise<{ id: string }> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO osservazione (ambito_id, id, iter_id, tipo, da, ricevuta_il, testo, stato, motivazione) VALUES ($1, $2, $3, 'sindacato', 'Sindacato di prova', '2026-01-10', $4, $5, $6)`,
    [ambito.id, id, (await unIter(db, ambito)).id, `Testo ${stato}`, stato, stato === 'ricevuta' ? null : 'Ragioni di prova'],
  );
  return { id };
}

/** The iter as the offices see it now. */
export async function gestione(world: World, ambito: { slug: string }, chi: Persona): Promise<IterView> {
  return (await world.as(chi).get<IterView>(`/ambiti/${ambito.slug}/iter/gestione`)).body;
}
