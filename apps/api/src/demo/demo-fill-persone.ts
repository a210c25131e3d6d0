import { randomUUID } from 'node:crypto';
import { dichiarazioneDi, eIncarico, ENTI_RICONOSCIUTI, ruoliCon, RUNTS_DOVUTO, UFFICI_DOVE, type SezioneRunts } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { fra } from '../platform/database/fra.js';
import { ENTI, type DemoEnte } from './mondo/demo-enti.data.js';
import { PERSONE, type DemoPersona } from './mondo/demo-persone.data.js';

const INSERT_ENTE = `INSERT INTO ente (ambito_id, id, stato, denominazione, natura_giuridica, codice_fiscale, runts, sede_legale, email, telefono, legale_rappresentante, aree, presentazione, motivazione, email_verificata)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '0983 000000', $10, $11, $12, $13, CASE WHEN $3 IN ${fra(ENTI_RICONOSCIUTI)} THEN $9 END)`;
const LEGALE = { nome: 'Legale', cognome: 'Inventato', codiceFiscale: 'RSSMRA85T10A562S' };

/** The enti of the demo, by their key. */
export async function fillEnti(db: EntityManager, ambitoId: string, aree: readonly string[]): Promise<Map<string, string>> {
  const enti = new Map<string, string>();
  for (const [n, ente] of ENTI.entries()) {
    const id = randomUUID();
    enti.set(ente.key, id);
    const sede = { indirizzo: `Via della Dimostrazione ${n + 1}`, cap: '87064', comune: ente.comune, provincia: 'CS' };
    await db.query(INSERT_ENTE, [
      ambitoId,
      id,
      ente.stato,
      ente.denominazione,
      ente.natura,
      codiceFiscale(n),
      JSON.stringify(runtsOf(ente, n)),
      JSON.stringify(sede),
      `${ente.key}@demo.invalid`,
      JSON.stringify(LEGALE),
      ente.aree.map(a => aree[a]),
      'Ente inventato per la dimostrazione.',
      ente.motivazione ?? null,
    ]);
  }
  return enti;
}

/** Given two months ago by an act of the ambito, for a year. `$5`: its number. */
const INCARICO = `
  INSERT INTO incarico (ambito_id, id, account_id, ruolo, tavolo_id, atto_numero, atto_data, dal, scade_il, comune_di)
  SELECT $1, gen_random_uuid(), $2, $3, $4, 'DET/' || to_char(g, 'YYYY') || '/' || $5::int, g::date, g, (g + interval '1 year')::date, a.capofila
  FROM ambito a, (SELECT date_trunc('day', now() AT TIME ZONE 'Europe/Rome') AT TIME ZONE 'Europe/Rome' - interval '60 days') q (g) WHERE a.id = $1`;

/** The people of the demo, each with their office or their ente. */
export async function fillPersone(
  db: EntityManager,
  ambitoId: string,
  tavoli: ReadonlyMap<string, string>,
  enti: ReadonlyMap<string, string>,
): Promise<void> {
  for (const persona of PERSONE) {
    const id = randomUUID();
    const ruolo = ufficioDi(persona);
    const email = `${persona.nome}.${persona.cognome}@demo.invalid`.toLowerCase();
    const amministra = ruolo !== null && dichiarazioneDi(ruolo)?.dove === 'installazione';
    await db.query(
      'INSERT INTO account (id, email, nome, cognome, amministratore, email_confermata_at) VALUES ($1, $2, $3, $4, $5, now())',
      [id, email, persona.nome, persona.cognome, amministra],
    );
    if (ruolo !== null && eIncarico(ruolo))
      await db.query(INCARICO, [ambitoId, id, ruolo, tavoli.get(persona.tavolo ?? ''), 100 + PERSONE.indexOf(persona)]);
    if (persona.ente)
      await db.query('INSERT INTO operatore (ambito_id, id, ente_id, account_id) VALUES ($1, gen_random_uuid(), $2, $3)', [
        ambitoId,
        enti.get(persona.ente),
        id,
      ]);
  }
}

/** The office that may do what the person is there for. */
const ufficioDi = ({ puo }: DemoPersona): string | null => (puo === undefined ? null : (ruoliCon(puo, ...UFFICI_DOVE)[0] ?? null));

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
