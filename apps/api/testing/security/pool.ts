import { DATASET, FORMATI_DATI, PAGINE_LEGALI } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import type { Cast } from './cast.js';
import type { Pool } from './values.js';

/** Tables whose rows an URL or a body may name, by the beginning of the name. */
const TABLES: Readonly<Record<string, string>> = {
  tavoloId: 'tavolo',
  tavoli: 'tavolo',
  altriTavoli: 'tavolo',
  avvisoId: 'avviso',
  enteId: 'ente',
  aree: 'area_tematica',
  membri: 'rappresentante',
  persona: 'rappresentante',
  rappresentanteId: 'rappresentante',
  designazioni: 'designazione',
  sezione: 'verbale_sezione',
  operatore: 'operatore',
  punto: 'incontro_punto',
  oggettoId: 'incontro_punto',
  principaleId: 'contributo',
  mio: 'contributo',
  legame: 'contributo_legame',
  filesPubblici: 'contributo_file',
  parte: 'elaborato_sezione',
  verbaleId: 'verbale',
  sezioneId: 'verbale_sezione',
  obiettivoId: 'elaborato',
  allegato: 'allegato',
  allegati: 'allegato',
  elaboratoId: 'elaborato',
  dossier: 'dossier',
  elaborato: 'elaborato',
  commento: 'elaborato_commento',
  fonte: 'elaborato_fonte',
  responsabileIncaricoId: 'incarico',
  fasi: 'fase',
};

/** Words that an address or a body takes where the document only says that they are words. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  file: DATASET.flatMap(nome => FORMATI_DATI.map(formato => `${nome}.${formato}`)),
  pagina: PAGINE_LEGALI,
  formato: ['pdf', 'zip'],
};

/** Things of the cast's ambito by the names that URLs and bodies give them. */
export async function poolOf(db: DataSource, { things }: Cast): Promise<Pool> {
  const pool: Record<string, string[]> = Object.fromEntries([
    ...Object.entries(WORDS).map(([name, words]) => [name, [...words]]),
    ...Object.entries(things).map(([kind, list]) => [kind, list.map(t => t.id)]),
  ]);
  const slug = things['ambito']?.[0]?.id;
  for (const [name, table] of Object.entries(TABLES)) {
    const rows = await db.query<{ id: string }[]>(
      `SELECT x.id FROM ${table} x JOIN ambito a ON a.id = x.ambito_id WHERE a.slug = $1 ORDER BY x.id LIMIT 20`,
      [slug],
    );
    pool[name] = rows.map(r => r.id);
  }
  return pool;
}

/** Of what the preconditions of a route are about, the most precise first. */
const VERSIONED: readonly (readonly [parameter: string, table: string, column: string])[] = [
  ['sezione', 'verbale_sezione', 'id'],
  ['parte', 'elaborato_sezione', 'id'],
  ['fase', 'fase', 'id'],
  ['atto', 'atto', 'id'],
  ['firmatario', 'firmatario', 'id'],
  ['adesione', 'adesione', 'id'],
  ['osservazione', 'osservazione', 'id'],
  ['elaborato', 'elaborato', 'id'],
  ['caricamento', 'caricamento', 'id'],
  ['designazione', 'designazione', 'id'],
  ['contributo', 'contributo', 'id'],
  ['mio', 'contributo', 'id'],
  ['avviso', 'avviso', 'id'],
  ['verbale', 'verbale', 'id'],
  ['incontro', 'incontro', 'id'],
  ['ente', 'ente', 'id'],
  ['tavolo', 'tavolo', 'slug'],
  ['piano', 'piano_di_zona', 'id'],
];

/** The version that the thing an URL names has now; null where it names none. */
export async function versionNow(db: DataSource, template: string, path: string): Promise<number | null> {
  const found = VERSIONED.find(([parameter]) => template.includes(`{${parameter}}`));
  if (found === undefined) return null;
  const [parameter, table, column] = found;
  const name = decodeURIComponent(path.split('?')[0]?.split('/')[template.split('/').indexOf(`{${parameter}}`)] ?? '');
  if (name.includes('\0')) return null;
  const [row] = await db.query<{ version: number }[]>(`SELECT version FROM ${table} WHERE ${column}::text = $1`, [name]);
  return row?.version ?? null;
}
