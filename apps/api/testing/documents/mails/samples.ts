import { AZIONI_ADESIONE, AZIONI_CONTRIBUTO, AZIONI_ENTE, DECISIONI_RIESAME, type IncaricoView } from '@tavoli/shared';
import * as ambiti from '../../../src/ambiti/ambiti.emails.js';
import * as account from '../../../src/accounts/account/accounts.emails.js';
import * as elenchi from '../../../src/elenchi/elenchi.emails.js';
import * as avvisi from '../../../src/avvisi/avvisi.emails.js';
import * as contributi from '../../../src/contributi/contributo/contributi.emails.js';
import { notiziaStato } from '../../../src/contributi/contributo/notizie.js';
import * as riesame from '../../../src/contributi/gestire/riesame.emails.js';
import { emailOrologio } from '../../../src/contributi/orologio/orologio.emails.js';
import { MANCANZE, type Mancanza } from '../../../src/cruscotto/attese.js';
import { CONSENSO_IN_ATTESA } from '../../../src/cruscotto/attese/posti/consenso-in-attesa.js';
import { emailSollecito } from '../../../src/cruscotto/solleciti.emails.js';
import * as decadenze from '../../../src/decadenze/decadenze.emails.js';
import * as proposte from '../../../src/decadenze/proposte.emails.js';
import { emailSollecitoConsenso } from '../../../src/solleciti-consenso/solleciti-consenso.emails.js';
import { emailDimissioni } from '../../../src/designazioni/dimissioni.emails.js';
import * as designazioni from '../../../src/designazioni/designazioni.emails.js';
import { emailCompletata, emailDaIntegrare } from '../../../src/designazioni/integrazione.emails.js';
import { emailConsensi } from '../../../src/designazioni-insieme/consensi.emails.js';
import * as posto from '../../../src/designazioni/posto.emails.js';
import * as diretti from '../../../src/diretti/diretti.emails.js';
import * as elaborati from '../../../src/elaborati/elaborato/elaborati.emails.js';
import * as enti from '../../../src/enti/enti.emails.js';
import * as operatori from '../../../src/enti/operatori.emails.js';
import { emailFiniti, emailInScadenza } from '../../../src/chiusure/mandati.emails.js';
import { emailImpegni } from '../../../src/impegni/impegni.emails.js';
import * as incarichi from '../../../src/incarichi/incarichi.emails.js';
import * as congiunti from '../../../src/incontri/incontro/congiunti.emails.js';
import * as convocazioni from '../../../src/incontri/inviti/convocazioni.emails.js';
import * as passaggi from '../../../src/incontri/inviti/passaggi.emails.js';
import { emailAdesione } from '../../../src/iter/adesioni/adesioni.emails.js';
import type { EmailDraft } from '../../../src/platform/email/email.types.js';
import { emailPromemoria } from '../../../src/promemoria/promemoria.emails.js';
import * as seguiti from '../../../src/seguiti/seguiti.emails.js';
import * as date from '../../../src/incontri/disponibilita/disponibilita.emails.js';
import * as punti from '../../../src/incontri/proposte/proposte.emails.js';
import * as osservatori from '../../../src/osservatori/osservatori.emails.js';
import * as sottogruppi from '../../../src/sottogruppi/sottogruppi.emails.js';
import { notiziaVerbale } from '../../../src/verbali/notizie.js';
import { emailInRevisione, emailRevisione } from '../../../src/verbali/verbale/verbali.emails.js';
import * as w from './world.js';

const MOTIVO = 'manca il documento che lo prova.';
const SUPPLENTE = {
  ...w.DESIGNATA,
  id: '00000000-0000-4000-8000-000000000009',
  ruolo: 'supplente' as const,
  consenso: 'dato' as const,
  email: 'supplente@example.org',
};
const link = { id: w.ID, segreto: w.SEGRETO };
const incarico: IncaricoView = {
  id: w.ID,
  ruolo: 'referente',
  ...w.ADA,
  tavolo: w.TAVOLO,
  incontro: null,
  origine: null,
  verbaleId: null,
  dal: w.ORA.toISOString(),
  invitato: false,
  al: null,
  atto: { numero: '12', data: '2027-03-08' },
  scadeIl: '2028-03-07',
  comuneDi: 'Comune di Esempio',
  rinnovi: [],
};
const IN_SCADENZA = {
  ...{ id: w.ID, ambitoId: w.ID, ambitoSlug: w.SLUG, ambito: w.AMBITO.nome, ruolo: 'referente' as const, tavolo: w.TAVOLO, ...w.ADA },
  scadeIl: '2028-03-07',
};

const POSTO = { id: w.ID, tavolo: w.TAVOLO.nome, version: 1 };
const INVITO = {
  id: w.ID,
  ambitoId: w.ID,
  ambitoSlug: w.SLUG,
  ambito: w.AMBITO.nome,
  ente: 'Comune di Esempio',
  da: 'Bruno Galli',
  atto: { numero: '152', data: '2027-03-08' },
  posti: [{ tavolo: w.TAVOLO.nome, veste: 'istituzionale' as const, scadeAt: w.ORA.toISOString() }],
  perEnte: [w.CHI],
  perUffici: [w.CHI],
};

const PROPOSTA = {
  ...{
    id: w.ID,
    ambitoId: w.ID,
    ambitoSlug: w.SLUG,
    designazioneId: w.ID,
    tavoloId: w.ID,
    tavoloSlug: w.TAVOLO.slug,
    tavolo: w.TAVOLO.nome,
  },
  ente: w.ENTE.denominazione,
  da: 'Bruno Galli',
  ragioni: 'non viene da ottobre e non risponde.',
  perChiDecide: [w.CHI],
  perReferenti: [w.CHI],
};

const deiConti = (): EmailDraft[] => [
  account.emailConferma(w.ADA.email, link, 1),
  account.emailNessunAccount(w.ADA.email, w.ID, 0),
  account.emailNuovoIndirizzo('nuovo@example.org', link),
  account.emailGiaRegistrato(w.ADA, w.ID),
  account.emailAccesso(w.ADA, link),
  account.emailReset(w.ADA, link),
  account.emailPasswordCambiata(w.ADA, w.ID),
  account.emailIndirizzoOccupato(w.ADA, link),
  account.emailCambioChiesto(w.ADA, 'nuovo@example.org', link),
  account.emailTentativi(w.ADA, w.ID, '2027-03-15', 40),
  account.emailDispositivoNuovo(w.ADA, 'Firefox su Windows', w.ID),
  account.emailIndirizzoCambiato(w.ADA, 'nuovo@example.org', w.ID),
];

const degliEnti = (): EmailDraft[] => [
  ...enti.emailRegistrato(w.ENTE),
  ...enti.emailIdentitaCorretta(w.ENTE, 'Associazione di prima', MOTIVO),
  ...AZIONI_ENTE.flatMap(azione => enti.emailStep(w.ENTE, azione, MOTIVO)),
  operatori.emailInvito(w.ENTE, { email: w.CHI.address, segreto: w.SEGRETO, scadeAt: w.POI }, 'Ada Neri'),
  ...operatori.emailEntrato(w.ENTE, w.CHI, w.ID),
  operatori.emailRimosso(w.ENTE, w.CHI, w.ID),
  ...operatori.emailRichiesta(w.ENTE, w.CHI, { id: w.ID, messaggio: 'lavoro da voi da gennaio.' }),
  ...operatori.emailRichiestaIncerta(w.ENTE, w.CHI, { id: w.ID, messaggio: 'lavoro da loro da gennaio.' }),
  operatori.emailRisposta(w.ENTE, w.CHI, w.ID, 'accolta'),
  operatori.emailRisposta(w.ENTE, w.CHI, w.ID, 'respinta'),
  ...AZIONI_ADESIONE.flatMap(azione => emailAdesione(w.ADESIONE, azione, MOTIVO)),
];

const degliAmbiti = (): EmailDraft[] => [
  ...ambiti.emailCapofila(w.CAMBIO),
  ...ambiti.emailComuneEntra({ ...w.CAMBIO, nome: 'Borgo Alto' }),
  ...ambiti.emailComuneEsce({ ...w.CAMBIO, nome: 'Borgo Alto' }),
];

const deiTavoli = (): EmailDraft[] => [
  incarichi.emailAssegnato(w.AMBITO, incarico, 'Bruno Galli'),
  incarichi.emailInvitoIncarico(w.AMBITO, { ...incarico, nome: '', cognome: '', invitato: true }, 'Bruno Galli', w.SEGRETO, w.ORA),
  ...incarichi.emailAccettato(w.AMBITO, incarico, [{ name: 'Bruno Galli', address: 'bruno.galli@example.org' }]),
  incarichi.emailRinnovato(w.AMBITO, { ...incarico, scadeIl: '2029-03-07' }),
  ...incarichi.emailInScadenza({ ...IN_SCADENZA, per: [{ name: 'Bruno Galli', address: 'bruno.galli@example.org' }] }),
  incarichi.emailTerminato(w.AMBITO, incarico),
  ...avvisi.emailAvviso(w.AVVISO, 'proroga', 'molti enti hanno chiesto più tempo.'),
  ...avvisi.emailAvviso(w.AVVISO, 'annulla', 'il tavolo viene unito a un altro.'),
  ...avvisi.emailChiarimento(w.AVVISO, {
    numero: 1,
    domanda: 'Può rispondere un ente con sede fuori dall’ambito?',
    risposta: 'Sì, se vi lavora.',
  }),
  ...avvisi.emailRettifica(w.AVVISO, {
    numero: 1,
    cambi: [{ campo: 'requisiti', prima: 'Sede nell’ambito', dopo: 'Sede o attività nell’ambito' }],
    motivazione: 'il requisito era più stretto della determina.',
  }),
  ...elenchi.emailElenco(w.ELENCO),
  ...designazioni.emailInviata(w.DESIGNAZIONE),
  ...designazioni.emailConsenso(w.DESIGNAZIONE, w.SEGRETI),
  ...emailConsensi([
    { designazione: w.DESIGNAZIONE, segreti: w.SEGRETI },
    { designazione: { ...w.DESIGNAZIONE, id: '00000000-0000-4000-8000-000000000008', tavolo: 'Giovani e scuola' }, segreti: w.SEGRETI },
  ]),
  ...designazioni.emailAccettata(w.DESIGNAZIONE),
  ...emailDaIntegrare(w.DESIGNAZIONE, 'manca il supplente.', '2026-12-03'),
  ...emailCompletata(w.DESIGNAZIONE, [w.DESIGNATA]),
  ...designazioni.emailRespinta(w.DESIGNAZIONE, MOTIVO),
  ...designazioni.emailRevocata(w.DESIGNAZIONE, 'la persona ha cambiato lavoro.'),
  ...designazioni.emailRevocata(
    { ...w.DESIGNAZIONE, persone: [{ ...w.DESIGNATA, seduta: false }], perReferenti: [] },
    'la persona ha cambiato lavoro.',
  ),
  ...designazioni.emailConsensoMancato(w.DESIGNAZIONE, { ...w.DESIGNATA, consenso: 'negato' }),
  ...designazioni.emailConsensoMancato(w.DESIGNAZIONE, { ...w.DESIGNATA, consenso: 'ritirato' }),
  ...posto.emailSospeso(w.DESIGNAZIONE, 'i dati dell’ente vanno verificati.'),
  ...posto.emailRiattivato(w.DESIGNAZIONE, 'la verifica è finita.'),
  ...posto.emailCessato(w.DESIGNAZIONE, 'ente_cancellato', 'l’associazione si è sciolta il 15 marzo.'),
  ...posto.emailPassato(w.DESIGNAZIONE, 'Giovani e scuola', 'i due tavoli lavorano sugli stessi temi.'),
  emailFiniti(w.MANDATI, w.CHI),
  emailInScadenza(w.MANDATI, w.CHI),
  ...posto.emailVeste({ ...w.DESIGNAZIONE, veste: 'osservatore' }, 'componente', 'il regolamento lo prevede per le parti sociali.'),
  ...emailDimissioni({ ...w.DESIGNAZIONE, persone: [w.DESIGNATA, SUPPLENTE] }, w.DESIGNATA, {
    giorno: '2027-03-01',
    entro: '2027-04-08',
    daUfficio: true,
  }),
  ...emailSollecitoConsenso(
    { ...w.DESIGNAZIONE, persone: [{ ...w.DESIGNATA, consenso: 'in_attesa' }] },
    '«Letture dei bisogni», lunedì 8 marzo 2027, ore 16:00',
    new Date('2027-03-01T10:00:00Z'),
  ),
  ...proposte.emailProposta(PROPOSTA),
  ...proposte.emailAccolta(PROPOSTA),
  ...proposte.emailDeclinata(PROPOSTA, 'l’ente ha avvisato per telefono: le assenze vanno giustificate.'),
  ...decadenze.emailAvviata(w.DECADENZA),
  ...decadenze.emailTermine(w.DECADENZA),
  ...decadenze.emailMemorie(w.DECADENZA),
  ...decadenze.emailDecaduto(w.DECADENZA, 'le memorie non spiegano le assenze.'),
  ...decadenze.emailArchiviata(w.DECADENZA, 'l’ente ha spiegato le assenze.'),
  ...diretti.emailInvito(INVITO, w.SEGRETO, 'primo'),
  ...diretti.emailSollecito(INVITO, w.SEGRETO, 'dopo'),
  ...diretti.emailRitirato(INVITO, POSTO, MOTIVO),
  ...diretti.emailRicevuta(INVITO, POSTO),
  ...diretti.emailEsito(INVITO, POSTO, 'nominata'),
  ...diretti.emailEsito(INVITO, POSTO, 'declinata', MOTIVO),
  ...diretti.emailEsito(INVITO, POSTO, 'scaduta'),
  ...sottogruppi.emailComposto(w.SOTTOGRUPPO, [w.MEMBRO], [w.ENTE_DEL_MEMBRO], 'conosce il tema.'),
  ...sottogruppi.emailTolto(w.SOTTOGRUPPO, [w.MEMBRO], [w.ENTE_DEL_MEMBRO], null),
  ...sottogruppi.emailLasciato(w.SOTTOGRUPPO, [w.MEMBRO]),
  ...sottogruppi.emailChiuso(w.SOTTOGRUPPO, [w.MEMBRO], [w.ENTE_DEL_MEMBRO], 'la proposta è pronta.'),
  ...osservatori.emailRichiesta(w.OSSERVATORE),
  osservatori.emailAmmesso(w.OSSERVATORE),
  osservatori.emailNonAmmesso(w.OSSERVATORE, 'per questo Piano i posti da osservatore sono finiti.'),
  osservatori.emailCessato(w.OSSERVATORE, 'il comitato si è sciolto.'),
  ...osservatori.emailLasciato(w.OSSERVATORE, true),
  ...date.emailChiesta(
    w.DISPONIBILITA,
    [{ id: w.DISPONIBILITA.id, nome: 'Ada Neri', email: w.PROPOSTA.persona.address, enti: 'Cooperativa Il Faro' }],
    new Map([[w.DISPONIBILITA.id, w.SEGRETO]]),
  ),
  ...punti.emailRichiesta(w.PROPOSTA),
  punti.emailRisposta('accogli', w.PROPOSTA, 'ne parliamo volentieri, con chi gestisce il servizio.', true),
  punti.emailRisposta('rinvia', w.PROPOSTA, 'aspettiamo i dati di quest’anno, che arrivano a marzo.', false),
  punti.emailRisposta('declina', w.PROPOSTA, 'il tema è del tavolo Disabilità: proponilo lì.', false),
  ...emailImpegni([w.IMPEGNO], false),
  ...emailImpegni([w.IMPEGNO], true),
  ...elaborati.emailPasso(w.ELABORATO, 'apri_consultazione', null, new Map([[w.ID, w.SEGRETO]])),
  ...elaborati.emailPasso(w.ELABORATO, 'consegna', null),
  ...elaborati.emailPasso(w.ELABORATO, 'accogli', null),
  ...elaborati.emailPasso(w.ELABORATO, 'rimanda', 'i costi non sono ancora stimati.'),
  emailInRevisione(w.VERBALE, w.CHI, { path: '/invito/verbale#segreto', secret: true }),
  emailRevisione(w.VERBALE, w.CHI, { path: `/${w.VERBALE.ambitoSlug}/area/verbali/${w.VERBALE.id}`, secret: false }),
  ...emailSollecito(...sollecito()),
];

function sollecito(): Parameters<typeof emailSollecito> {
  const riga = { oggettoId: w.ID, tavolo: w.TAVOLO, nome: 'Associazione Esempio', altro: w.TAVOLO.nome, dal: w.ORA, entro: null };
  const mancanza = MANCANZE.find(m => m.tipo === CONSENSO_IN_ATTESA.tipo) as Mancanza;
  const { oggetto = '', testo = '' } = mancanza.manca.sollecito?.(riga) ?? {};
  const input = { tipo: mancanza.manca.tipo, oggettoId: w.ID, oggetto, testo };
  return [{ mancanza, riga, chi: [w.CHI], ultimoSollecitoAt: null }, input, w.ID, w.ID, w.SLUG];
}

const degliIncontri = (): EmailDraft[] => [
  ...convocazioni.emailConvocazione(w.ATTO, [w.TITOLARE, w.SUPPLENTE], null),
  ...convocazioni.emailIntegrazione(w.ATTO, [w.TITOLARE], [w.TITOLARE, w.SUPPLENTE], w.INTEGRAZIONE, 0),
  ...convocazioni.emailSpostamento(w.ATTO, [w.TITOLARE], { inizioAt: w.ORA, fineAt: w.ORA }),
  ...convocazioni.emailAnnullamento({ ...w.ATTO, motivazione: 'la sala non è disponibile.' }, [w.TITOLARE]),
  ...convocazioni.emailNonPiuInvitato(w.ATTO, [w.TITOLARE]),
  ...passaggi.emailPassaggio(w.ATTO, w.MANO, [{ ...w.MANO, casella: w.SUPPLENTE }]),
  ...passaggi.emailRipresa(w.ATTO, w.MANO, [{ ...w.MANO, casella: w.SUPPLENTE }]),
  ...emailPromemoria(w.ATTO, [w.TITOLARE], 'settimana', w.SEGRETI),
  ...emailPromemoria(w.ATTO, [w.TITOLARE], 'vigilia', w.SEGRETI),
  ...congiunti.emailRichiesta(w.ID, w.SLUG, 'Minori e famiglie', w.REFERENTE, [w.RICHIESTA]),
  congiunti.emailRisposta(w.ID, w.SLUG, w.INCONTRO, w.REFERENTE, { tavolo: 'Minori e famiglie', si: true, motivo: null }),
];

const RIESAME_DAL = new Date('2026-11-23T10:00:00Z');
const RIESAME_ENTRO = new Date('2026-12-23T10:00:00Z');
const deiContributi = (): EmailDraft[] => [
  contributi.emailConferma(w.CONTRIBUTO, w.ADA.email, w.SEGRETO),
  ...contributi.emailRicevuto(w.CONTRIBUTO, w.ORA),
  ...AZIONI_CONTRIBUTO.flatMap(azione => contributi.emailPasso(w.CONTRIBUTO, azione, 'lo dicono i dati raccolti.', null)),
  ...contributi.emailOmissis(w.CONTRIBUTO),
  ...contributi.emailSpostato(w.CONTRIBUTO, 'parla di persone anziane.'),
  ...contributi.emailRipresentato(w.CONTRIBUTO),
  ...contributi.emailRitirato(w.CONTRIBUTO),
  ...riesame.emailRiesameRicevuto(w.CONTRIBUTO, { numero: { anno: 2026, numero: 41 }, at: RIESAME_DAL, entro: RIESAME_ENTRO }),
  ...riesame.emailRiesameChiesto(w.CONTRIBUTO, 'la risposta non parla degli orari.', RIESAME_ENTRO),
  ...DECISIONI_RIESAME.flatMap(decisione => riesame.emailRiesameDeciso(w.CONTRIBUTO, decisione, 'gli orari non erano stati considerati.')),
  ...emailOrologio(w.CONTRIBUTO, false),
  ...emailOrologio(w.CONTRIBUTO, true),
  seguiti.emailConferma({ ambitoId: w.ID, tipo: 'tavolo', oggettoId: w.ID, id: w.ID }, w.ADA.email, w.SEGRETO),
  seguiti.emailNotizia(notiziaStato(w.DOVE, w.CONTRIBUTO, 'accolto'), w.ADA.email, w.SEGRETO),
  seguiti.emailNotizia(notiziaVerbale(w.DOVE, { ...w.TAVOLO, titolo: w.VERBALE.titolo }), w.ADA.email, w.SEGRETO),
];

/** Mails written by the very functions that write them, of a world that never changes. */
export const samples = (): EmailDraft[] => [
  ...deiConti(),
  ...degliAmbiti(),
  ...degliEnti(),
  ...deiTavoli(),
  ...degliIncontri(),
  ...deiContributi(),
];
