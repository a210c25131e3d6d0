import { randomUUID } from 'node:crypto';
import {
  componi,
  DESIGNAZIONI_COL_POSTO,
  POSTI,
  RappresentanteInput,
  scomponi,
  vesteNaturale,
  VESTI,
  type Celle,
  type StatoConsenso,
  type Veste,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { chiediConsensi, designaPerAtto, postoDi, type PersonaPerAtto } from '../../designazioni/per-atto.js';
import { fra } from '../../platform/database/fra.js';
import { leggiLuoghi, type Luoghi } from './luoghi.js';
import { aggiornaRighe, eliminaRighe } from './righe.js';
import { giudicaCon, type ErroreCampo, type Esistente, type Giudizio, type Mondo, type Pronta, type Tipo } from './tipo.js';

interface Riga extends RappresentanteInput {
  readonly id: string;
  readonly ente: string;
  readonly tavolo: string;
  readonly veste: Veste;
  readonly consenso: StatoConsenso;
  readonly version: number;
}
interface PersonaEsistente extends Esistente {
  readonly consenso: StatoConsenso;
}

const TUTTE = `SELECT r.id, e.codice_fiscale AS ente, t.nome AS tavolo, r.ruolo, r.nome, r.cognome, r.email, r.telefono, r.qualifica, d.veste, r.consenso, d.version
  FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id AND d.stato IN ${fra(DESIGNAZIONI_COL_POSTO)}
  JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
  WHERE r.ambito_id = $1 AND r.email NOT LIKE '%@persona.invalid' ORDER BY t.codice, e.denominazione, d.id, r.ordine`;

const chiave = ({ ente = '', tavolo = '', email = '' }: Celle): string =>
  ente && tavolo && email ? JSON.stringify([ente, tavolo, email]) : '';

async function leggi(db: EntityManager, ambitoId: string): Promise<Mondo> {
  const luoghi = await leggiLuoghi(db, ambitoId);
  const posto = await postoDi(db, ambitoId);
  const righe = await db.query<Riga[]>(TUTTE, [ambitoId]);
  const esistenti = righe.map((riga): readonly [string, PersonaEsistente] => {
    const celle = scomponi(POSTI, riga);
    return [
      chiave(celle),
      { id: riga.id, celle, traccia: `${riga.version} ${riga.consenso} ${JSON.stringify(celle)}`, consenso: riga.consenso },
    ];
  });
  return {
    esistenti: new Map(esistenti),
    normale: celle => ({ ...luoghi.normale(celle), ...(celle['email'] === undefined ? {} : { email: celle['email'].toLowerCase() }) }),
    chiave,
    giudica: (celle, esistente) => giudica(celle, esistente as PersonaEsistente | null, luoghi, posto),
  };
}

function giudica(celle: Celle, esistente: PersonaEsistente | null, luoghi: Luoghi, posto: Awaited<ReturnType<typeof postoDi>>): Giudizio {
  const { ente: _, tavolo: __, veste, ...persona } = componi(POSTI, celle);
  const errori: ErroreCampo[] = luoghi.errori(celle, true);
  const [ente, tavolo] = [luoghi.ente(celle['ente']), luoghi.tavolo(celle['tavolo'])];
  if (veste !== '' && !VESTI.includes(veste as Veste)) errori.push({ campo: 'veste', messaggio: `Scegli tra: ${VESTI.join(', ')}.` });
  const scelta = ((veste as string) ||
    (ente === null ? '' : (posto.veste(ente.id, tavolo?.id ?? '') ?? vesteNaturale(ente.natura)))) as Veste;
  if (esistente !== null) errori.push(...giaSeduta(celle, esistente));
  const giudizio = giudicaCon(POSTI, RappresentanteInput, persona, errori, valore => ({
    ...scomponi(POSTI, { ...(valore as object), veste: scelta }),
    ente: celle['ente'] ?? '',
    tavolo: celle['tavolo'] ?? '',
  }));
  if ('errori' in giudizio || ente === null || tavolo === null) return giudizio;
  const problema = esistente === null ? posto.prendi(ente.id, tavolo.id, scelta, (giudizio.valore as RappresentanteInput).ruolo) : null;
  if (problema !== null) return { errori: [problema] };
  return { ...giudizio, valore: { ...(giudizio.valore as object), enteId: ente.id, tavoloId: tavolo.id, veste: scelta } };
}

/** Of who is there already: the veste is of the ente, and who has answered is who they said they were. */
function giaSeduta(celle: Celle, { celle: prima, consenso }: PersonaEsistente): ErroreCampo[] {
  const fissi = ['veste', ...(consenso === 'in_attesa' ? [] : ['ruolo', 'nome', 'cognome'])];
  const [cambiato] = fissi.filter(campo => scriviComeEra(celle, campo) !== scriviComeEra(prima, campo));
  if (cambiato === undefined) return [];
  const messaggio =
    cambiato === 'veste'
      ? 'L’ente siede già al tavolo: come vi siede non si cambia con un caricamento.'
      : 'La persona ha già risposto alla richiesta di consenso: questi dati non si cambiano con un caricamento.';
  return [{ campo: cambiato, messaggio }];
}

const scriviComeEra = (celle: Celle, campo: string): string => (celle[campo] ?? '').toLowerCase();

const persone = (righe: readonly Pronta[]): PersonaPerAtto[] =>
  righe.map(({ id, valore }) => ({ ...(valore as Omit<PersonaPerAtto, 'id'>), id }));

export const posti: Tipo = {
  tabella: 'rappresentante',
  colonna: 'id',
  proprie: [],
  leggi,
  id: () => randomUUID(),
  blocca: (db, ambitoId) => db.query(`SELECT 1 FROM designazione WHERE ambito_id = $1 ORDER BY id FOR NO KEY UPDATE`, [ambitoId]),
  inserisci: (tx, righe, { caricamentoId }) => designaPerAtto(tx, persone(righe), caricamentoId),
  async aggiorna(tx, righe, { caricamentoId }) {
    const dati = persone(righe).map(({ id, ruolo, nome, cognome, telefono, qualifica }) => ({
      id,
      ruolo,
      nome,
      cognome,
      telefono,
      qualifica,
    }));
    await aggiornaRighe(tx.db, 'rappresentante', tx.ambitoId, 'id', dati);
    for (const { id } of dati) tx.registra('designazione.correggi_persona', 'rappresentante', id, { caricamentoId });
  },
  async elimina(tx, ids) {
    const [vuote] = await tx.db.query<[{ ids: string[] }]>(
      `SELECT coalesce(array_agg(d.id::text), '{}') AS ids FROM designazione d WHERE d.ambito_id = $1
         AND EXISTS (SELECT 1 FROM rappresentante r WHERE r.ambito_id = $1 AND r.designazione_id = d.id AND r.id = ANY($2::uuid[]))
         AND NOT EXISTS (SELECT 1 FROM rappresentante r WHERE r.ambito_id = $1 AND r.designazione_id = d.id AND r.id <> ALL($2::uuid[]))`,
      [tx.ambitoId, ids],
    );
    await eliminaRighe(tx.db, 'rappresentante', tx.ambitoId, 'id', ids);
    await eliminaRighe(tx.db, 'designazione', tx.ambitoId, 'id', vuote.ids);
  },
  scrivi: (tx, _, ids) => chiediConsensi(tx, ids),
};
