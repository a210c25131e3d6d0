import { DELL_AVVISO } from './permessi-avviso.js';
import { DEL_TAVOLO } from './permessi-tavolo.js';
import type { Permission } from './permission.js';
import type { Ruolo } from './ruoli.js';

const TUTTI: readonly Ruolo[] = ['pubblico'];
const CHI_HA_ACCESSO: readonly Ruolo[] = ['cittadino'];
const UFFICI: readonly Ruolo[] = ['ufficio_di_piano', 'coordinatore'];
const TAVOLO: readonly Ruolo[] = ['referente', 'coordinatore'];
/** Who prepares and chairs: besides those of the tavolo who decides and publishes, who only leads its incontri. */
const GUIDA: readonly Ruolo[] = ['coordinatore_tavolo', ...TAVOLO];
/** Of what several tavoli do together: the referenti of each. Who called it alone moves it or calls it off. */
const TAVOLI: readonly Ruolo[] = ['referente', 'referente_congiunto', 'coordinatore'];
const GUIDE: readonly Ruolo[] = ['coordinatore_tavolo', ...TAVOLI];
/** Who writes the verbale, and nothing else. */
const SCRIBI: readonly Ruolo[] = ['verbalizzante', 'verbalizzante_tavolo'];
const ENTE: readonly Ruolo[] = ['operatore'];
/** Who sets an ambito up, with all that was on paper before. */
const CHI_PREPARA: readonly Ruolo[] = ['coordinatore', 'amministratore'];
const SEGRETO: readonly Ruolo[] = ['designato'];

/** Who may do what. `docs/PERMISSIONS.md` is printed from this table, and the API knows no other. */
export const PERMISSIONS: Readonly<Record<Permission, readonly Ruolo[]>> = {
  'designazione.crea': ENTE,
  'designazione.modifica': ENTE,
  'designazione.correggi': [...ENTE, ...TAVOLO], // an address that was mistyped: whoever hears of it first
  'designazione.elimina': ENTE,
  'designazione.invia': ENTE,
  'designazione.accetta': TAVOLO,
  'designazione.chiedi_integrazione': TAVOLO,
  'designazione.reinvia': ENTE,
  'designazione.respingi': TAVOLO,
  'designazione.revoca': ENTE,
  'designazione.sostituisci': ENTE,
  'designazione.sospendi': ['coordinatore'],
  'designazione.riattiva': ['coordinatore'],
  'designazione.correggi_veste': TAVOLO,
  'designazione.cessa': ['coordinatore'],
  'designazione.registra_dimissioni': TAVOLO,
  'designazione.vedi': [...ENTE, 'referente', ...UFFICI],
  'designazione.elenca': CHI_HA_ACCESSO, // the rows are filtered by what each may see
  'designazione.esporta': CHI_HA_ACCESSO,

  'consenso.vedi': SEGRETO,
  'consenso.acconsenti': SEGRETO,
  'consenso.rifiuta': SEGRETO,
  'consenso.ritira': SEGRETO,
  'consenso.dimettiti': SEGRETO,

  'decadenza.valuta': TAVOLO, // the evidence of a seat, and what was proposed of it
  'decadenza.proponi': ['referente'],
  'decadenza.declina': ['coordinatore'],
  'decadenza.apri': ['coordinatore'],
  'decadenza.vedi': [...ENTE, 'referente', ...UFFICI],
  'decadenza.elenca': CHI_HA_ACCESSO, // the rows are filtered by what each may see
  'decadenza.presenta_memorie': ENTE,
  'decadenza.concludi': ['coordinatore'],
  'decadenza.archivia': ['coordinatore'],

  'diretto.crea': ['coordinatore'],
  'diretto.elenca': UFFICI,
  'diretto.rinnova': ['coordinatore'],
  'diretto.ritira': ['coordinatore'],
  'nomina.vedi': SEGRETO, // the ente that was invited, by its link
  'nomina.nomina': SEGRETO,
  'nomina.declina': SEGRETO,

  'ente.registra': CHI_HA_ACCESSO,
  'ente.chiedi_ingresso': CHI_HA_ACCESSO,
  'ente.modifica': ENTE,
  'ente.correggi_identita': UFFICI,
  'ente.vedi': [...ENTE, ...UFFICI],
  'ente.elenca': CHI_HA_ACCESSO,
  'ente.istruisci': ['ufficio_di_piano'], // whose turn it is first: the reminder goes to them
  'ente.verifica': UFFICI,
  'ente.chiedi_integrazione': UFFICI,
  'ente.respingi': UFFICI,
  'ente.ripresenta': ENTE,
  'ente.sospendi': UFFICI,
  'ente.riattiva': UFFICI,

  'operatore.invita': ENTE,
  'operatore.vedi_invito': TUTTI, // whoever holds the mailed secret
  'operatore.accetta_invito': CHI_HA_ACCESSO,
  'operatore.accogli': [...ENTE, ...UFFICI],
  'operatore.rimuovi': [...ENTE, ...UFFICI],

  ...DELL_AVVISO,

  ...DEL_TAVOLO,

  'incontro.affida_verbale': GUIDA, // who writes it, of one incontro
  'incontro.presenzia': [...SCRIBI, ...GUIDA], // who is called besides those who sit there
  'incontro.crea': GUIDA,
  'incontro.crea_plenaria': ['coordinatore'],
  'incontro.modifica': GUIDA,
  'incontro.elimina': GUIDA,
  'incontro.prepara': GUIDA,
  'incontro.convoca': GUIDA,
  'incontro.convoca_nuovi': GUIDA,
  'incontro.integra': GUIDA,
  'incontro.sposta': GUIDA,
  'incontro.annulla': GUIDA,
  'incontro.apri': GUIDA,
  'incontro.chiudi': GUIDA,
  'incontro.rileva': GUIDE,
  'incontro.elenca': TUTTI,
  'incontro.vedi': TUTTI,
  'incontro.segui': [...SCRIBI, ...GUIDE, 'ufficio_di_piano', 'rappresentante'],
  'incontro.rispondi': CHI_HA_ACCESSO, // only to one's own invitation
  'incontro.consenti': TAVOLI,
  'incontro.esporta': [...GUIDE, 'ufficio_di_piano'],

  'invito.vedi': SEGRETO,
  'invito.partecipa': SEGRETO,
  'invito.declina': SEGRETO,
  'invito.passa': SEGRETO,
  'invito.leggi_verbale': SEGRETO, // of who sits at its tavoli, during the revision
  'invito.proponi_correzione': SEGRETO,

  'verbale.crea': [...SCRIBI, ...GUIDE],
  'verbale.scrivi': [...SCRIBI, ...GUIDE],
  'verbale.leggi': [...SCRIBI, ...GUIDE, 'ufficio_di_piano', 'rappresentante'],
  'verbale.leggi_pubblico': TUTTI,
  'verbale.elenca': TUTTI,
  'verbale.proponi': [...SCRIBI, ...GUIDE, 'rappresentante'],
  'verbale.invia_in_revisione': GUIDE,
  'verbale.restituisci': GUIDE,
  'verbale.approva': TAVOLI,
  'verbale.approva_per_ambito': ['coordinatore'], // where the tavolo leaves it to who coordinates
  'verbale.pubblica': TAVOLI,
  'verbale.rettifica': TAVOLI,
  'correzione.accogli': GUIDE,
  'correzione.respingi': GUIDE,
  'correzione.rinvia': GUIDE,
  'verifica.chiedi': TUTTI,

  'oscuramento.vedi': ['coordinatore'],
  'oscuramento.esegui': ['coordinatore'],
  'oscuramento.riprendi': ['coordinatore'],
  'oscuramento.originale': ['coordinatore'], // what was public before, in the archive of the office

  'sigillo.vedi': TUTTI,

  'ricerca.cose': CHI_HA_ACCESSO, // the rows are filtered by what each may see
  'ricerca.cerca': TUTTI, // over what is public, and nothing else
  'impegno.elenca': [...GUIDA, 'rappresentante'],
  'impegno.aggiorna': GUIDA,
  'seguito.chiedi': TUTTI,
  'seguito.gestisci': TUTTI, // whoever holds the mailed secret
  'dato.vedi': TUTTI, // figures and open data: of what is public
  'contributo.invia': TUTTI,
  'contributo.conferma': SEGRETO,
  'contributo.elenca': TUTTI,
  'contributo.vedi': TUTTI,
  'contributo.cerca': TUTTI,
  'contributo.miei': CHI_HA_ACCESSO, // only one's own
  'contributo.ricevuti': CHI_HA_ACCESSO, // only those of the tavoli where one holds `contributo.coda`
  'contributo.coda': [...TAVOLO, 'ufficio_di_piano'],
  'contributo.gestisci': [...TAVOLO, 'ufficio_di_piano'],
  'contributo.raccogli': [...TAVOLO, 'ufficio_di_piano'],
  'contributo.pubblica': TAVOLO,
  'contributo.chiedi_modifica': TAVOLO,
  'contributo.respingi': TAVOLO,
  'contributo.esamina': TAVOLO,
  'contributo.accogli': TAVOLO,
  'contributo.accogli_in_parte': TAVOLO,
  'contributo.non_accogliere': TAVOLO,
  'contributo.rinvia': TAVOLO,
  'contributo.unisci': TAVOLO,
  'contributo.ometti': TAVOLO,
  'contributo.sposta': TAVOLO,
  'contributo.collega': TAVOLO,
  'contributo.decidi_riesame': ['coordinatore'],
  'contributo.regola': TAVOLO,
  'contributo.regola_tempi': ['coordinatore'],
  'autore.vedi': SEGRETO,
  'autore.ripresenta': SEGRETO,
  'autore.ritira': SEGRETO,
  'autore.chiedi_riesame': SEGRETO,
  'piano.vedi': TUTTI,
  'piano.prepara': UFFICI,
  'piano.modifica': ['coordinatore'],
  'piano.compila': ['coordinatore'],
  'piano.chiudi': ['coordinatore'],
  'piano.riapri': ['coordinatore'],
  'piano.consegna': ['coordinatore'],
  'piano.pubblica': ['coordinatore'],
  'elaborato.crea': GUIDA,
  'elaborato.modifica': GUIDA,
  'elaborato.elimina': GUIDA,
  'elaborato.scrivi': [...GUIDA, 'rappresentante'], // who sits at the tavolo only where the referente lets them, and in a draft
  'elaborato.leggi': [...GUIDA, 'ufficio_di_piano', 'rappresentante'],
  'elaborato.leggi_pubblico': TUTTI,
  'elaborato.elenca': TUTTI, // the rows are filtered by what each may see
  'elaborato.commenta': [...GUIDA, 'rappresentante'],
  'consultazione.vedi': SEGRETO, // of who sits at its tavolo, from the mail
  'consultazione.commenta': SEGRETO,
  'elaborato.apri_consultazione': GUIDA,
  'elaborato.restituisci': TAVOLO,
  'elaborato.approva': TAVOLO,
  'elaborato.consegna': TAVOLO,
  'elaborato.accogli': ['coordinatore'],
  'elaborato.rimanda': ['coordinatore'],
  'elaborato.riprendi': TAVOLO,
  'commento.accogli': GUIDA,
  'commento.respingi': GUIDA,

  'calendario.gestisci': CHI_HA_ACCESSO,
  'promemoria.disiscrivi': TUTTI, // whoever holds the mailed secret

  'cruscotto.oggi': CHI_HA_ACCESSO, // what waits for the reader: each kind asks for its own permission
  'cruscotto.vedi': UFFICI,
  'cruscotto.vedi_tavolo': ['verbalizzante_tavolo', ...GUIDA],
  'cruscotto.sollecita': UFFICI,

  'iter.vedi': TUTTI,
  'iter.segui': UFFICI,
  'iter.crea': ['coordinatore'],
  'iter.modifica': ['coordinatore'],
  'fase.cura': ['referente', ...UFFICI], // who may be put in charge of one, and is reminded of it
  'fase.crea': ['coordinatore'],
  'fase.modifica': ['coordinatore'],
  'fase.elimina': ['coordinatore'],
  'fase.avvia': ['coordinatore'],
  'fase.concludi': ['coordinatore'],
  'fase.salta': ['coordinatore'],
  'fase.riapri': ['coordinatore'],
  'atto.vedi': TUTTI, // those not public are seen by the offices only
  'atto.crea': UFFICI,
  'atto.modifica': UFFICI,
  'atto.elimina': UFFICI,
  'atto.allega': UFFICI,
  'firmatario.crea': UFFICI,
  'firmatario.modifica': UFFICI,
  'firmatario.elimina': UFFICI,
  'firmatario.firma': UFFICI,
  'firmatario.annulla_firma': ['coordinatore'],
  'adesione.crea': ENTE,
  'adesione.modifica': ENTE,
  'adesione.elimina': ENTE,
  'adesione.invia': ENTE,
  'adesione.ritira': ENTE,
  'adesione.accogli': ['coordinatore'],
  'adesione.respingi': ['coordinatore'],
  'adesione.vedi': [...ENTE, ...UFFICI],
  'adesione.elenca': CHI_HA_ACCESSO, // the rows are filtered by what each may see
  'adesione.esporta': UFFICI,
  'osservazione.vedi': UFFICI,
  'osservazione.crea': UFFICI,
  'osservazione.modifica': UFFICI,
  'osservazione.allega': UFFICI,
  'osservazione.accogli': ['coordinatore'],
  'osservazione.accogli_in_parte': ['coordinatore'],
  'osservazione.non_accogliere': ['coordinatore'],

  'protocollo.vedi': TUTTI, // of the things that each may read: the query names one
  'protocollo.scrivi': UFFICI,
  'protocollo.correggi': UFFICI,
  'protocollo.togli': UFFICI,

  'incarico.elenca': [...UFFICI, 'amministratore'],
  'incarico.assegna': ['coordinatore', 'amministratore'],
  'incarico.termina': ['coordinatore', 'amministratore'],

  'caricamento.elenca': CHI_PREPARA,
  'caricamento.vedi': CHI_PREPARA,
  'caricamento.crea': CHI_PREPARA,
  'caricamento.modifica': CHI_PREPARA,
  'caricamento.elimina': CHI_PREPARA,
  'caricamento.esegui': CHI_PREPARA,
  'caricamento.annulla': CHI_PREPARA,
  'caricamento.scrivi': CHI_PREPARA,
  'caricamento.esporta': CHI_PREPARA,

  'email.elenca': [...UFFICI, 'referente'],
  'email.rispedisci': [...UFFICI, 'referente'],

  'registro.vedi': [...UFFICI, 'amministratore'],

  'ambito.vedi': TUTTI,
  'ambito.crea': ['amministratore'],
  'ambito.modifica': ['coordinatore', 'amministratore'],

  'segnalazione.invia': TUTTI,
  'segnalazione.elenca': UFFICI,
  'segnalazione.risolvi': UFFICI,

  'comune.cerca': CHI_HA_ACCESSO, // in the list of ISTAT, where comuni of an ambito are chosen

  'account.registra': TUTTI,
  'account.accedi': TUTTI,
  'account.gestisci': CHI_HA_ACCESSO,

  'live.ascolta': CHI_HA_ACCESSO,
  // Whose open pages are told, by where the role is held: of all that happens in the ambito, at the tavolo, to the ente, to who sits there.
  'live.ambito': UFFICI,
  'live.tavolo': ['coordinatore_tavolo', 'verbalizzante_tavolo', 'referente'],
  'live.ente': ENTE,
  'live.seggio': ['rappresentante'],
  'installazione.vedi': TUTTI,
  'demo.usa': TUTTI, // these routes do not exist outside the demo
};
