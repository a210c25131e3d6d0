import { randomUUID } from 'node:crypto';
import {
  componi,
  EnteDatiInput,
  ENTI,
  ETICHETTE_NATURA,
  identitaCambiata,
  normalizzaCodiceFiscale,
  scomponi,
  semplice,
  type Celle,
  type StatoEnte,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { altroVerificato } from '../../enti/dati.js';
import { invitaEnti } from '../../enti/invita-tutti.js';
import { ordineDi } from '../../platform/database/fra.js';
import type { Tx } from '../../platform/commands/commands.js';
import { columns } from '../../platform/database/rows.js';
import { aggiornaRighe, eliminaRighe, inserisciRighe } from './righe.js';
import { giudicaCon, type ErroreCampo, type Esistente, type Giudizio, type Mondo, type Pronta, type Scelte, type Tipo } from './tipo.js';

interface Area {
  readonly id: string;
  readonly nome: string;
}
interface Riga extends EnteDatiInput {
  readonly id: string;
  readonly stato: StatoEnte;
  readonly version: number;
}
interface EnteEsistente extends Esistente {
  readonly dati: Riga;
}

const PRIMA: readonly StatoEnte[] = ['verificato', 'sospeso', 'in_verifica', 'da_integrare', 'respinto'];

/** Of several with one codice fiscale, that which the office has checked; else the first that came. */
const TUTTI = `SELECT DISTINCT ON (codice_fiscale) id, stato, version, denominazione, natura_giuridica AS "naturaGiuridica", codice_fiscale AS "codiceFiscale",
    partita_iva AS "partitaIva", runts, sede_legale AS "sedeLegale", sede_operativa AS "sedeOperativa", pec, email, telefono,
    legale_rappresentante AS "legaleRappresentante", aree, presentazione
  FROM ente WHERE ambito_id = $1
  ORDER BY codice_fiscale, ${ordineDi(PRIMA, 'stato')}, creato_at, id`;

async function leggi(db: EntityManager, ambitoId: string): Promise<Mondo> {
  const aree = await db.query<Area[]>('SELECT id, nome FROM area_tematica WHERE ambito_id = $1 ORDER BY ordine, id', [ambitoId]);
  const righe = await db.query<Riga[]>(TUTTI, [ambitoId]);
  const esistenti = righe.map((dati): readonly [string, EnteEsistente] => [
    dati.codiceFiscale,
    { id: dati.id, celle: celleDi(dati, aree), traccia: `${dati.stato} ${dati.version}`, dati },
  ]);
  return {
    esistenti: new Map(esistenti.toSorted(([, a], [, b]) => a.dati.denominazione.localeCompare(b.dati.denominazione, 'it'))),
    normale: celle =>
      celle['codiceFiscale'] === undefined ? celle : { ...celle, codiceFiscale: normalizzaCodiceFiscale(celle['codiceFiscale']) },
    chiave: celle => celle['codiceFiscale'] ?? '',
    giudica: (celle, esistente) => giudica(celle, esistente as EnteEsistente | null, aree),
  };
}

/** Areas are written by their names. */
const celleDi = (dati: unknown, aree: readonly Area[]): Celle => {
  const scelte = (dati as EnteDatiInput).aree;
  return scomponi(ENTI, { ...(dati as EnteDatiInput), aree: aree.filter(a => scelte.includes(a.id)).map(a => a.nome) });
};

function giudica(celle: Celle, esistente: EnteEsistente | null, aree: readonly Area[]): Giudizio {
  const nodo = componi(ENTI, celle);
  const errori: ErroreCampo[] = [];
  const scelte = (nodo['aree'] as string[]).flatMap(nome => {
    const area = aree.find(a => semplice(a.nome) === semplice(nome));
    if (area === undefined)
      errori.push({ campo: 'aree', messaggio: `«${nome}» non è un’area dell’ambito: ${aree.map(a => a.nome).join('; ')}.` });
    return area === undefined ? [] : [area.id];
  });
  if ((celle['naturaGiuridica'] ?? '') !== '' && !((nodo['naturaGiuridica'] as string) in ETICHETTE_NATURA))
    errori.push({
      campo: 'naturaGiuridica',
      messaggio: `Natura giuridica sconosciuta. Quelle previste sono: ${Object.values(ETICHETTE_NATURA).join('; ')}.`,
    });
  const giudizio = giudicaCon(ENTI, EnteDatiInput, { ...nodo, aree: scelte }, errori, valore => celleDi(valore, aree));
  if ('errori' in giudizio || esistente === null) return giudizio;
  const [bloccato] = identitaCambiata(esistente.dati.stato, esistente.dati, giudizio.valore as EnteDatiInput);
  const messaggio = 'L’ente è già verificato: denominazione e natura giuridica non si cambiano con un caricamento.';
  return bloccato === undefined ? giudizio : { errori: [{ campo: bloccato, messaggio }] };
}

async function inserisci(tx: Tx, righe: readonly Pronta[], { verificati, atto, caricamentoId }: Scelte): Promise<void> {
  const stato: StatoEnte = verificati ? 'verificato' : 'in_verifica';
  const nuove = righe.map(({ id, valore }) => ({
    ...(valore as EnteDatiInput),
    ambitoId: tx.ambitoId,
    id,
    stato,
    motivazione: atto,
    version: 1,
  }));
  await inserisciRighe(
    tx.db,
    'ente',
    nuove.map(n => ({ ...n, emailVerificata: verificati ? n.email : null, creatoAt: 'now' })),
  ).catch(altroVerificato);
  const motivo = atto === null ? {} : { motivazione: atto };
  for (const { id } of nuove) tx.registra('ente.importa', 'ente', id, { stato, caricamentoId, ...motivo });
}

async function aggiorna(tx: Tx, righe: readonly Pronta[], { caricamentoId }: Scelte): Promise<void> {
  const nuove = righe.map(({ id, valore }) => columns({ ...(valore as EnteDatiInput), id }));
  await aggiornaRighe(tx.db, 'ente', tx.ambitoId, 'id', nuove, ', version = x.version + 1');
  for (const { id } of righe) tx.registra('ente.modifica', 'ente', id, { caricamentoId });
}

export const enti: Tipo = {
  tabella: 'ente',
  colonna: 'id',
  proprie: ['operatore_invito'],
  leggi,
  id: () => randomUUID(),
  blocca: (db, ambitoId) => db.query('SELECT 1 FROM ente WHERE ambito_id = $1 ORDER BY id FOR NO KEY UPDATE', [ambitoId]),
  inserisci,
  aggiorna,
  async elimina(tx, ids) {
    await eliminaRighe(tx.db, 'operatore_invito', tx.ambitoId, 'ente_id', ids);
    await eliminaRighe(tx.db, 'ente', tx.ambitoId, 'id', ids);
  },
  scrivi: (tx, ctx, ids) => invitaEnti(tx, ctx, ids),
};
