import { testWorld, type World } from '../../../testing/app.js';
import { FILE_UFFICIALI, creaUfficiale } from '../../../testing/files/file-ufficiali.js';
import { DemoSeed } from '../../demo/demo-seed.js';
import { blobUses } from './blob-uses.js';

const STORIA = 'Dice quale fu, e non lo tiene: chi lo tiene è la riga di cui parla.';
const CONTENUTO = 'Impronta di parole che stanno in questa stessa riga, non di un file.';
const TENUTO = 'Lo tiene la colonna generata o la riga accanto.';
const NESSUN_FILE = 'Parole, persone o regole: nessun file.';

/** Every column that can name a file by its fingerprint and is no foreign key, with the reason. What is not here and not a foreign key fails. */
const DICHIARATE: Readonly<Record<string, string>> = {
  'convocazione.sha256': CONTENUTO,
  'elaborato_accoglimento.sha256': CONTENUTO,
  'contributo_file.sha256': TENUTO,
  'sigillo_documento.sha256': STORIA,
  'file_custodito.sha256': 'È il file.',
  'idempotenza.impronta': 'Impronta di una richiesta.',
  'oscuramento_impronta.vecchia': STORIA,
  'oscuramento_impronta.nuova': STORIA,
};

/** Every JSON document of the schema. A new one is declared here, or has a foreign key column `<name>_sha256` beside it. */
const DOCUMENTI: Readonly<Record<string, string>> = {
  'elaborato_accoglimento.foto': TENUTO,
  'email.files': TENUTO,
  'idempotenza.corpo': STORIA,
  'registro_dettaglio.contenuto': STORIA,
  'sigillo.dichiarazione': STORIA,
  'oscuramento_originale.testo': STORIA,
  ...Object.fromEntries(
    [
      'ambito.contatti',
      'ambito.impostazioni',
      'ambito.parole',
      'atto.parti',
      'avviso.dichiarazioni',
      'avviso.requisiti',
      'avviso_rettifica.cambi',
      // The cells of an imported file and what became of them: of the file itself only its name, nobody keeps it.
      'caricamento.colonne',
      'caricamento.conteggi',
      'caricamento.effetti',
      'caricamento.file',
      'caricamento.piano',
      'caricamento.righe',
      'caricamento_mappa.mappa',
      'contributi_tempi.tempi',
      'contributo.omissis',
      'contributo.pubblico',
      'contributo.testi',
      'contributo_precedente.testi',
      'convocazione.contenuto',
      'designazione.dichiarazioni',
      'disponibilita.sede',
      'disponibilita_persona.risposte',
      'elaborato.approvazione',
      'elaborato_sezione.contenuto',
      'elaborato_versione.contenuto',
      'email.calendario',
      'ente.legale_rappresentante',
      'ente.runts',
      'ente.sede_legale',
      'ente.sede_operativa',
      'fase.attesi',
      'incontro.quorum',
      'incontro.sede',
      'incontro_punto.quorum',
      'modello_odg.punti',
      'pagina_legale.documento',
      'piano_di_zona.consegna',
      'piano_di_zona.programmi',
      'tavolo.contributi',
      'tavolo.regole',
      'verbale_pubblicazione.contenuto',
      'verbale_pubblicazione.stampato',
      'verbale_sezione.decisioni',
      'verbale_sezione.documento',
      'verbale_sezione.impegni',
      'verbale_sezione.quorum',
      'verbale_versione.documento',
    ].map(name => [name, NESSUN_FILE]),
  ),
};

let world: World;
let uses: string[];
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
  await new DemoSeed(world.db, world.app).ensure();
  for (const uso of Object.keys(FILE_UFFICIALI)) await creaUfficiale(world, uso);
  uses = (await blobUses(world.db)).map(u => `${u.table}.${u.column}`);
});
afterAll(() => world.close());

interface Column {
  readonly t: string;
  readonly c: string;
}

const columns = (types: readonly string[]): Promise<Column[]> =>
  world.db.query<Column[]>(
    `SELECT table_name AS t, column_name AS c FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = ANY($1) ORDER BY 1, 2`,
    [types],
  );

/** Fingerprints of kept files that stand in this column of this table, alone or inside other words. */
async function filesNamedIn({ t, c }: Column): Promise<string[]> {
  const rows = await world.db.query<{ h: string }[]>(
    `SELECT DISTINCT f.sha256 AS h FROM (SELECT (regexp_matches("${c}"::text, '[0-9a-f]{64}', 'g'))[1] AS h FROM "${t}") x JOIN file_custodito f ON f.sha256 = x.h`,
  );
  return rows.map(row => row.h);
}

it('A-3: every column that names a kept file holds it by a foreign key, or says why not', async () => {
  const found: string[] = [];
  for (const column of await columns(['text', 'character varying', 'ARRAY', 'bytea'])) {
    const name = `${column.t}.${column.c}`;
    if (uses.includes(name) || name in DICHIARATE) continue;
    if (/sha256|impronta|digest|blob/.test(column.c) || (await filesNamedIn(column)).length > 0) found.push(name);
  }
  expect(found).toEqual([]);
});

it('A-3: every JSON document of the schema is declared, or has a foreign key beside it that holds the file it names', async () => {
  const documents = (await columns(['jsonb', 'json'])).map(d => ({ ...d, name: `${d.t}.${d.c}` }));
  const held = (d: { name: string }) => uses.includes(`${d.name}_sha256`) || DOCUMENTI[d.name] === TENUTO;
  expect(documents.filter(d => !held(d) && !(d.name in DOCUMENTI)).map(d => d.name)).toEqual([]);
  for (const d of documents) {
    if (held(d) || DOCUMENTI[d.name] === STORIA) continue;
    expect([d.name, await filesNamedIn(d)]).toEqual([d.name, []]);
  }
});

it('what is declared exists: a list that names what is gone would hide what comes', async () => {
  const all = new Set((await columns(['text', 'jsonb', 'ARRAY', 'bytea', 'character varying', 'json'])).map(d => `${d.t}.${d.c}`));
  expect([...Object.keys(DICHIARATE), ...Object.keys(DOCUMENTI)].filter(name => !all.has(name))).toEqual([]);
});
