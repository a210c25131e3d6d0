import { randomUUID } from 'node:crypto';
import {
  componi,
  fineDiIncarico,
  INCARICHI,
  IncaricoInput,
  instantToRomeWall,
  RUOLI_DALL_AMBITO,
  scomponi,
  type Celle,
  type OrigineIncarico,
  type RuoloIncarico,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { chiudi, contiDi, demandChiAssegna, scriviIncarichi } from '../../incarichi/affida.js';
import { aperto } from '../../incarichi/chi.sql.js';
import { fra } from '../../platform/database/fra.js';
import { leggiLuoghi, type Luoghi } from './luoghi.js';
import { aggiornaRighe, inserisciRighe } from './righe.js';
import { giudicaCon, type ErroreCampo, type Esistente, type Giudizio, type Mondo, type Pronta, type Tipo } from './tipo.js';

interface Riga {
  readonly id: string;
  readonly accountId: string | null;
  readonly email: string;
  readonly ruolo: RuoloIncarico;
  readonly tavolo: string | null;
  readonly origine: OrigineIncarico | null;
  readonly atto: { readonly numero: string; readonly data: string } | null;
  readonly dal: string;
  readonly scadeIl: string | null;
  readonly comuneDi: string | null;
}

const TUTTI = `SELECT i.id, i.account_id AS "accountId", coalesce(ac.email, i.invitato_email) AS email, i.ruolo, t.nome AS tavolo, i.origine,
    CASE WHEN i.atto_numero IS NULL THEN NULL ELSE jsonb_build_object('numero', i.atto_numero, 'data', i.atto_data) END AS atto,
    (i.dal AT TIME ZONE 'Europe/Rome')::date::text AS dal, i.scade_il::text AS "scadeIl", i.comune_di AS "comuneDi"
  FROM incarico i LEFT JOIN account ac ON ac.id = i.account_id LEFT JOIN tavolo t ON t.ambito_id = i.ambito_id AND t.id = i.tavolo_id
  WHERE i.ambito_id = $1 AND ${aperto('i')} AND i.ruolo IN ${fra(RUOLI_DALL_AMBITO)} ORDER BY i.ruolo, t.codice, email, i.id`;

const oggi = (): string => instantToRomeWall(new Date()).slice(0, 10);
const chiave = ({ email = '', ruolo = '', tavolo = '' }: Celle): string => (email && ruolo ? JSON.stringify([email, ruolo, tavolo]) : '');

async function leggi(db: EntityManager, ambitoId: string): Promise<Mondo> {
  const luoghi = await leggiLuoghi(db, ambitoId);
  const righe = await db.query<Riga[]>(TUTTI, [ambitoId]);
  const esistenti = righe.map((riga): readonly [string, Esistente] => {
    const celle = scomponi(INCARICHI, riga);
    return [chiave(celle), { id: riga.id, celle, traccia: `${riga.accountId ?? ''} ${JSON.stringify(celle)}` }];
  });
  return {
    esistenti: new Map(esistenti),
    normale: celle => ({ ...luoghi.normale(celle), ...(celle['email'] === undefined ? {} : { email: celle['email'].toLowerCase() }) }),
    chiave,
    giudica: (celle, esistente) => giudica(celle, esistente, luoghi),
  };
}

function giudica(celle: Celle, esistente: Esistente | null, luoghi: Luoghi): Giudizio {
  const nodoDi = componi(INCARICHI, celle);
  const { tavolo: _, origine, ...dati } = nodoDi;
  const nominato = (celle['tavolo'] ?? '') !== '';
  const tavolo = nominato ? luoghi.tavolo(celle['tavolo']) : null;
  const errori: ErroreCampo[] = nominato ? luoghi.errori(celle, false).filter(e => e.campo === 'tavolo') : [];
  if (esistente !== null) errori.push(...giaAffidato(scomponi(INCARICHI, nodoDi), esistente.celle));
  else if ((celle['scadeIl'] ?? '') !== '' && String(dati['scadeIl']) < oggi())
    errori.push({ campo: 'scadeIl', messaggio: 'La fine è già passata.' });
  const nodo = { ...dati, tavoloId: tavolo?.id ?? null, origine: origine === '' ? null : origine };
  return giudicaCon(INCARICHI, IncaricoInput, nodo, errori, valore => ({
    ...scomponi(INCARICHI, valore),
    tavolo: celle['tavolo'] ?? '',
  }));
}

/** Of who has it already: when it began is what it is, and it goes on by an act of its own. */
function giaAffidato(celle: Celle, prima: Celle): ErroreCampo[] {
  const diversa = (campo: string): boolean => (celle[campo] ?? '') !== (prima[campo] ?? '');
  if (diversa('dal') || diversa('origine'))
    return [{ campo: diversa('dal') ? 'dal' : 'origine', messaggio: 'L’incarico c’è già: questo non si cambia con un caricamento.' }];
  if (diversa('scadeIl') && (prima['scadeIl'] ?? '') !== '')
    return [{ campo: 'scadeIl', messaggio: 'L’incarico c’è già: per allungarlo rinnovalo con un atto, nella pagina degli incarichi.' }];
  return [];
}

const colonne = ({ atto, scadeIl, comuneDi }: Pick<IncaricoInput, 'atto' | 'scadeIl' | 'comuneDi'>) => ({
  attoNumero: atto?.numero ?? null,
  attoData: atto?.data ?? null,
  scadeIl,
  comuneDi,
});

type DaScrivere = IncaricoInput & { readonly id: string };
type Conto = { readonly id: string; readonly confermato: boolean } | undefined;

/** Who has no account is invited: the row waits for the address. */
function nuovaRiga(ambitoId: string, { id, email, ruolo, tavoloId, origine, dal, ...resto }: DaScrivere, conto: Conto) {
  const adesso = new Date().toISOString();
  const accountId = conto?.confermato === true ? conto.id : null;
  const invitato = accountId === null ? { invitatoEmail: email, invitatoAt: adesso } : { invitatoEmail: null, invitatoAt: null };
  const scadeIl = resto.scadeIl ?? fineDiIncarico(dal ?? oggi());
  const comincia = dal === null || dal === oggi() ? adesso : `${dal} 00:00 Europe/Rome`;
  return { ambitoId, id, accountId, ...invitato, ruolo, tavoloId, origine, dal: comincia, ...colonne({ ...resto, scadeIl }) };
}

export const incarichi: Tipo = {
  tabella: 'incarico',
  colonna: 'id',
  proprie: ['incarico_invito'],
  leggi,
  id: () => randomUUID(),
  blocca: (db, ambitoId) => db.query('SELECT 1 FROM incarico WHERE ambito_id = $1 ORDER BY id FOR NO KEY UPDATE', [ambitoId]),
  async inserisci(tx, righe, { caricamentoId }) {
    await chiudi(tx);
    const dati = righe.map(({ id, valore }) => ({ ...(valore as IncaricoInput), id }));
    const conti = await contiDi(
      tx.db,
      dati.map(d => d.email),
    );
    const nuove = dati.map(riga => nuovaRiga(tx.ambitoId, riga, conti.get(riga.email)));
    await inserisciRighe(tx.db, 'incarico', nuove);
    for (const { id, accountId, ruolo, tavoloId, scadeIl } of nuove) {
      tx.registra(accountId === null ? 'incarico.invita' : 'incarico.assegna', 'incarico', id, {
        ruolo,
        tavoloId,
        scadeIl,
        accountId,
        caricamentoId,
      });
      if (accountId !== null) tx.annuncia({ t: 'account', accountId });
    }
  },
  async aggiorna(tx, righe, { caricamentoId }) {
    await aggiornaRighe(
      tx.db,
      'incarico',
      tx.ambitoId,
      'id',
      righe.map(({ id, valore }: Pronta) => ({ id, ...colonne(valore as IncaricoInput) })),
    );
    for (const { id } of righe) tx.registra('incarico.correggi', 'incarico', id, { caricamentoId });
  },
  async elimina(tx, ids) {
    const [tolti] = await tx.db.query<[{ accountId: string | null }[], number]>(
      'DELETE FROM incarico WHERE ambito_id = $1 AND id = ANY($2::uuid[]) RETURNING account_id AS "accountId"',
      [tx.ambitoId, ids],
    );
    await demandChiAssegna(tx.db, tx.ambitoId);
    for (const { accountId } of tolti) if (accountId !== null) tx.annuncia({ t: 'account', accountId });
  },
  scrivi: (tx, ctx, ids) => scriviIncarichi(tx, ctx.actor.nome, ids),
};
