import { randomUUID } from 'node:crypto';
import { AREE_TEMATICHE, instantToRomeWall, presetDi, romeWallToInstant, RUNTS_DOVUTO, type SezioneRunts } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { appendActs } from '../platform/registro/registro.js';
import { AMBITO, AVVISO, COMUNI, ENTI, PERSONE, TAVOLI, type DemoEnte } from './demo.data.js';

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
  const contenuto = { attore: 'Dimostrazione' };
  await appendActs(db, ambitoId, null, [
    { azione: 'ambito.crea', oggettoTipo: 'ambito', oggettoId: ambitoId, contenuto },
    ...[...enti.values()].map(id => ({ azione: 'ente.registra', oggettoTipo: 'ente', oggettoId: id, contenuto })),
    { azione: 'avviso.pubblica', oggettoTipo: 'avviso', oggettoId: avvisoId, contenuto },
  ]);
  return { ambitoId, avvisoId, tavoli, enti };
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

async function fillEnti(db: EntityManager, ambitoId: string, aree: readonly string[]): Promise<Map<string, string>> {
  const enti = new Map<string, string>();
  for (const [n, ente] of ENTI.entries()) {
    const id = randomUUID();
    enti.set(ente.key, id);
    const sede = { indirizzo: `Via della Dimostrazione ${n + 1}`, cap: '87064', comune: ente.comune, provincia: 'CS' };
    await db.query(
      `INSERT INTO ente (ambito_id, id, stato, denominazione, natura_giuridica, codice_fiscale, runts, sede_legale, email, telefono, legale_rappresentante, aree, presentazione, motivazione, email_verificata)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '0983 000000', $10, $11, $12, $13, CASE WHEN $3 IN ('verificato', 'sospeso') THEN $9 END)`,
      [
        ambitoId,
        id,
        ente.stato,
        ente.denominazione,
        ente.natura,
        codiceFiscale(n),
        JSON.stringify(runtsOf(ente, n)),
        JSON.stringify(sede),
        `${ente.key}@demo.invalid`,
        JSON.stringify({ nome: 'Legale', cognome: 'Inventato', codiceFiscale: 'RSSMRA85T10A562S' }),
        ente.aree.map(a => aree[a]),
        'Ente inventato per la dimostrazione.',
        ente.motivazione ?? null,
      ],
    );
  }
  return enti;
}

async function fillPersone(
  db: EntityManager,
  ambitoId: string,
  tavoli: ReadonlyMap<string, string>,
  enti: ReadonlyMap<string, string>,
): Promise<void> {
  for (const persona of PERSONE) {
    const id = randomUUID();
    const email = `${persona.nome}.${persona.cognome}@demo.invalid`.toLowerCase();
    await db.query(
      'INSERT INTO account (id, email, nome, cognome, amministratore, email_confermata_at) VALUES ($1, $2, $3, $4, $5, now())',
      [id, email, persona.nome, persona.cognome, persona.ruolo === 'amministratore'],
    );
    const ruolo = persona.referenteDi ? 'referente' : persona.ruolo;
    if (ruolo && ruolo !== 'amministratore') {
      const tavolo = persona.referenteDi ? tavoli.get(persona.referenteDi) : null;
      await db.query('INSERT INTO incarico (ambito_id, id, account_id, ruolo, tavolo_id) VALUES ($1, gen_random_uuid(), $2, $3, $4)', [
        ambitoId,
        id,
        ruolo,
        tavolo,
      ]);
    }
    if (persona.ente)
      await db.query('INSERT INTO operatore (ambito_id, id, ente_id, account_id) VALUES ($1, gen_random_uuid(), $2, $3)', [
        ambitoId,
        enti.get(persona.ente),
        id,
      ]);
  }
}

async function fillAvviso(db: EntityManager, ambitoId: string, tavoli: readonly string[]): Promise<string> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO avviso (ambito_id, id, stato, titolo, testo, apre_at, chiude_at, posti_titolari, posti_supplenti, nature_ammesse, ammette_tardive, pubblicato_at)
     VALUES ($1, $2, 'pubblicato', $3, $4, $5, $6, 1, 1, '{}', true, $5)`,
    [ambitoId, id, AVVISO.titolo, AVVISO.testo, noonIn(-12), noonIn(16)],
  );
  for (const tavolo of tavoli)
    await db.query('INSERT INTO avviso_tavolo (ambito_id, avviso_id, tavolo_id) VALUES ($1, $2, $3)', [ambitoId, id, tavolo]);
  return id;
}

/** Noon in Rome, so many days from today. */
function noonIn(days: number): Date {
  const noon = romeWallToInstant(`${instantToRomeWall(new Date(Date.now() + days * DAY)).slice(0, 10)}T12:00`);
  if (!noon.ok) throw new Error('There is always a noon.');
  return noon.instant;
}

const SEZIONI: Partial<Record<DemoEnte['natura'], SezioneRunts>> = { odv: 'odv', aps: 'aps' };

function runtsOf(ente: DemoEnte, n: number): { sezione: SezioneRunts; numero: string } | null {
  return RUNTS_DOVUTO.includes(ente.natura) ? { sezione: SEZIONI[ente.natura] ?? 'altri_ets', numero: String(90_000 + n) } : null;
}

/** An invented codice fiscale of eleven digits whose check digit holds. */
function codiceFiscale(n: number): string {
  const digits = Array.from(`9999${String(n).padStart(6, '0')}`, Number);
  const sum = digits.reduce((total, digit, i) => total + (i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
  return `${digits.join('')}${(10 - (sum % 10)) % 10}`;
}
