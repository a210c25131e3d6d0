import { campiNuovi, daScrivere, PARTE_CAMPI, type CampoScheda, type ContenutoSezione, type TipoElaborato } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';

/** What the ambito asks of its schede, those that it withdrew too. */
export const CAMPI_SCHEDA = (ambito: string): string =>
  `(SELECT coalesce(ac.impostazioni->'campiScheda', '[]') FROM ambito ac WHERE ac.id = ${ambito}) AS "campiScheda"`;

export async function leggiCampi(db: EntityManager, ambitoId: string): Promise<CampoScheda[]> {
  const [row] = await db.query<{ campiScheda: CampoScheda[] | null }[]>(`SELECT ${CAMPI_SCHEDA('$1')}`, [ambitoId]);
  return row?.campiScheda ?? [];
}

/** The part of what the ambito asks for now, which a new scheda has where anything is asked for. */
export async function parteCampi(
  db: EntityManager,
  ambitoId: string,
  tipo: TipoElaborato,
): Promise<{ chiave: string; titolo: string; contenuto: ContenutoSezione }[]> {
  const campi = tipo === 'scheda_progetto' ? campiNuovi(await leggiCampi(db, ambitoId), []) : [];
  const { chiave, titolo } = PARTE_CAMPI;
  return campi.length === 0 ? [] : [{ chiave, titolo, contenuto: { tipo: 'campi', righe: campi.map(daScrivere) } }];
}
