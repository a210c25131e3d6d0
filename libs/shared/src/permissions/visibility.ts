import type { StatoAvvisoSalvato } from '../avvisi/avviso.states.js';
import type { StatoCaricamento } from '../caricamenti/caricamento.states.js';
import type { StatoContributo } from '../contributi/contributo.states.js';
import type { StatoDecadenza } from '../decadenze/decadenza.states.js';
import type { StatoDesignazione } from '../designazioni/designazione.states.js';
import type { StatoDiretto } from '../diretti/diretto.states.js';
import type { StatoElaborato } from '../elaborati/elaborato.states.js';
import type { StatoEnte } from '../enti/ente.states.js';
import type { StatoIncontro } from '../incontri/incontro.states.js';
import type { StatoPiano } from '../piani/piano.states.js';
import type { StatoAdesione } from '../iter/adesione.states.js';
import type { StatoFase } from '../iter/fase.states.js';
import type { StatoFirma } from '../iter/firma.states.js';
import type { StatoOsservatore } from '../osservatori/osservatore.states.js';
import type { StatoOsservazione } from '../iter/osservazione.states.js';
import type { StatoProposta } from '../proposte/proposta.states.js';
import type { StatoSegnalazione } from '../segnalazioni/segnalazione.states.js';
import type { StatoDisponibilita } from '../disponibilita/disponibilita.states.js';
import type { StatoVerbale } from '../verbali/verbale.states.js';
import type { Ruolo } from './ruoli.js';

type Table<Stato extends string> = Readonly<Record<Stato, readonly Ruolo[]>>;

const MEMBRI: readonly Ruolo[] = ['rappresentante', 'coordinatore_tavolo', 'referente', 'ufficio_di_piano', 'coordinatore'];
/** Who manages what several tavoli do together. */
const CONGIUNTI: readonly Ruolo[] = ['referente', 'referente_congiunto', 'ufficio_di_piano', 'coordinatore'];
/** Who leads the incontri of a tavolo, or writes their verbali, besides. */
const AL_TAVOLO: readonly Ruolo[] = ['verbalizzante', 'verbalizzante_tavolo', 'coordinatore_tavolo', ...CONGIUNTI];
const UFFICI: readonly Ruolo[] = ['ufficio_di_piano', 'coordinatore'];
const CHI_PREPARA: readonly Ruolo[] = ['coordinatore', 'amministratore'];
const ENTE_E_UFFICI: readonly Ruolo[] = ['operatore', ...UFFICI];
const CHI_GUIDA: readonly Ruolo[] = ['coordinatore_tavolo', 'referente', ...UFFICI];
const SEGUONO: readonly Ruolo[] = ['referente', ...UFFICI];
const STAFF: readonly Ruolo[] = ['operatore', 'referente', 'ufficio_di_piano', 'coordinatore'];

/**
 * Who may see a row, by its state; the API turns this table into the WHERE clause and into 404s.
 * What the public sees of a designazione (names after consent) is another view, made by the tavolo's page.
 */
export const VISIBILITY: {
  readonly designazione: Table<StatoDesignazione>;
  readonly decadenza: Table<StatoDecadenza>;
  readonly diretto: Table<StatoDiretto>;
  readonly ente: Table<StatoEnte>;
  readonly avviso: Table<StatoAvvisoSalvato>;
  readonly incontro: Table<StatoIncontro>;
  readonly verbale: Table<StatoVerbale>;
  readonly contributo: Table<StatoContributo>;
  readonly piano: Table<StatoPiano>;
  readonly elaborato: Table<StatoElaborato>;
  readonly fase: Table<StatoFase>;
  readonly atto: Table<'pubblico' | 'riservato'>;
  readonly firmatario: Table<StatoFirma>;
  readonly adesione: Table<StatoAdesione>;
  readonly osservatore: Table<StatoOsservatore>;
  readonly osservazione: Table<StatoOsservazione>;
  readonly proposta: Table<StatoProposta>;
  readonly segnalazione: Table<StatoSegnalazione>;
  readonly disponibilita: Table<StatoDisponibilita>;
  readonly caricamento: Table<StatoCaricamento>;
} = {
  designazione: {
    bozza: ['operatore'],
    inviata: STAFF,
    da_integrare: STAFF,
    accettata: STAFF,
    sospesa: STAFF,
    respinta: STAFF,
    revocata: STAFF,
    sostituita: STAFF,
    decaduta: STAFF,
    cessata: STAFF,
  },
  // Never public: the page of the tavolo says that the seat ended, and no more.
  decadenza: { aperto: STAFF, concluso: STAFF, archiviato: STAFF },
  diretto: { in_attesa: UFFICI, nominata: UFFICI, declinata: UFFICI, scaduta: UFFICI, ritirata: UFFICI },
  ente: {
    in_verifica: ['operatore', 'ufficio_di_piano', 'coordinatore'],
    da_integrare: ['operatore', 'ufficio_di_piano', 'coordinatore'],
    verificato: ['operatore', 'ufficio_di_piano', 'coordinatore'],
    respinto: ['operatore', 'ufficio_di_piano', 'coordinatore'],
    sospeso: ['operatore', 'ufficio_di_piano', 'coordinatore'],
  },
  avviso: {
    bozza: ['coordinatore', 'ufficio_di_piano'],
    pubblicato: ['pubblico'],
    annullato: ['pubblico'],
  },
  // Also a draft that other tavoli are asked to join: they must know what they say yes to.
  incontro: {
    bozza: AL_TAVOLO,
    convocato: ['pubblico'],
    in_corso: ['pubblico'],
    svolto: ['pubblico'],
    annullato: ['pubblico'],
  },
  // The whole text; what the public reads once it is published is its twin.
  verbale: {
    bozza: AL_TAVOLO,
    in_revisione: ['rappresentante', ...AL_TAVOLO],
    approvato: ['rappresentante', ...AL_TAVOLO],
    pubblicato: ['pubblico'],
  },
  // The whole text stays with staff; what the public reads is its twin.
  contributo: {
    da_confermare: ['referente', 'ufficio_di_piano', 'coordinatore'],
    in_moderazione: ['referente', 'ufficio_di_piano', 'coordinatore'],
    da_modificare: ['referente', 'ufficio_di_piano', 'coordinatore'],
    respinto: ['referente', 'ufficio_di_piano', 'coordinatore'],
    ritirato: ['referente', 'ufficio_di_piano', 'coordinatore'],
    pubblicato: ['pubblico'],
    in_esame: ['pubblico'],
    accolto: ['pubblico'],
    accolto_in_parte: ['pubblico'],
    non_accolto: ['pubblico'],
    rinviato: ['pubblico'],
    unito: ['pubblico'],
  },
  // It is the tavolo's own work: who sits there sees it from the draft on. Everybody reads what was accepted.
  elaborato: {
    bozza: MEMBRI,
    in_consultazione: MEMBRI,
    approvato: MEMBRI,
    consegnato: MEMBRI,
    da_rivedere: MEMBRI,
    accolto: ['pubblico'],
  },
  // That there is a Piano is no secret; allegati and files are another view until it is published.
  piano: {
    in_preparazione: ['pubblico'],
    chiuso: ['pubblico'],
    pubblicato: ['pubblico'],
  },
  // The iter is public; what is kept within the offices (notes, acts not public) is left out of the public view.
  fase: { da_avviare: ['pubblico'], in_corso: ['pubblico'], conclusa: ['pubblico'], saltata: ['pubblico'] },
  atto: { pubblico: ['pubblico'], riservato: UFFICI },
  firmatario: { da_raccogliere: ['pubblico'], raccolta: ['pubblico'] },
  // What all may read of the accepted ones is another view, made by the page of the iter.
  adesione: { bozza: ['operatore'], inviata: ENTE_E_UFFICI, accolta: ENTE_E_UFFICI, respinta: ENTE_E_UFFICI, ritirata: ENTE_E_UFFICI },
  segnalazione: { nuova: UFFICI, risolta: UFFICI },
  caricamento: { simulazione: CHI_PREPARA, eseguito: CHI_PREPARA, annullato: CHI_PREPARA },
  // Never public: the page of the tavolo says how many follow it.
  osservatore: { ricevuta: SEGUONO, ammessa: SEGUONO, non_ammessa: SEGUONO, cessata: SEGUONO, ritirata: SEGUONO },
  // Never public: what becomes a punto is told as any other is.
  proposta: { ricevuta: MEMBRI, rinviata: MEMBRI, accolta: MEMBRI, declinata: MEMBRI, ritirata: MEMBRI },
  // Who sits there answers by a link of their own, and sees no more.
  disponibilita: { aperta: CHI_GUIDA, chiusa: CHI_GUIDA },
  osservazione: { ricevuta: UFFICI, accolta: UFFICI, accolta_in_parte: UFFICI, non_accolta: UFFICI },
};

export type VisibleKind = keyof typeof VISIBILITY;
