import type { AzioneConsenso, AzioneDesignazione, ConsensoView, DesignazioneRigaView, DesignazioneView } from '@tavoli/shared';
import type { ParoleInsieme } from '../page/tabella/atto-insieme';
import { STATI } from '../ui/stati';
import type { Parole } from '../ui/forms/passi';

export const AZIONI = {
  invia: { altrove: true, fatto: 'Designazione inviata. Abbiamo scritto alle persone indicate.' },
  accetta: {
    label: 'Accetta',
    titolo: 'Accettare la designazione?',
    conseguenza: d => `L’ente siederà al tavolo «${d.tavolo.nome}» e comparirà nella pagina pubblica.`,
    fatto: 'Designazione accettata.',
  },
  chiedi_integrazione: {
    label: 'Chiedi di completare',
    tono: 'outline',
    titolo: 'Chiedere di completare la designazione?',
    conseguenza: d =>
      `${d.ente.denominazione} riceverà un messaggio, la completerà e la invierà di nuovo. La designazione non è respinta: vale sempre il giorno del primo invio.`,
    motivo: {
      etichetta: 'Che cosa serve',
      aiuto: 'L’ente lo legge: per esempio manca il supplente, o il titolare indicato non è di quell’ente.',
    },
    fatto: 'L’ente riceve la richiesta di completare la designazione.',
  },
  reinvia: { altrove: true, fatto: 'Designazione inviata di nuovo. Abbiamo scritto alle persone nuove.' },
  respingi: {
    label: 'Respingi',
    tono: 'danger',
    titolo: 'Respingere la designazione?',
    motivo: {},
    fatto: 'Designazione respinta. L’ente riceve il motivo.',
  },
  sostituisci: {
    label: 'Sostituisci le persone',
    titolo: 'Sostituire le persone?',
    conseguenza:
      'Prepariamo una nuova bozza con gli stessi nomi: cambiali e inviala. Le persone attuali restano al tavolo finché la nuova designazione non è accettata.',
    conferma: 'Prepara la sostituzione',
    fatto: 'Bozza pronta: cambia le persone e inviala. Fino ad allora resta valida quella attuale.',
  },
  revoca: {
    label: 'Revoca',
    tono: 'danger',
    titolo: 'Revocare la designazione?',
    conseguenza: d =>
      d.stato === 'accettata'
        ? 'Le persone indicate non rappresenteranno più l’ente al tavolo. Se vuoi solo cambiare persone usa «Sostituisci le persone».'
        : 'L’ente non avrà più una designazione per questo tavolo: chi è stato indicato riceve un messaggio. Se è sbagliato solo un indirizzo, correggilo qui sotto senza revocare.',
    motivo: {},
    fatto: 'Designazione revocata.',
  },
  correggi_veste: {
    label: 'Correggi la qualità',
    tono: 'outline',
    titolo: 'In che qualità siede l’ente?',
    conseguenza: d =>
      d.stato === 'inviata'
        ? 'L’ente e le persone indicate ricevono un messaggio.'
        : 'Vale da oggi, anche per chi siede già. L’ente e le persone ricevono un messaggio con il motivo.',
    conferma: 'Correggi',
    motivo: d => (d.stato === 'inviata' ? null : {}),
    fatto: 'Qualità corretta. L’ente riceve un messaggio.',
  },
  sospendi: {
    label: 'Sospendi il posto',
    tono: 'danger',
    titolo: 'Sospendere il posto al tavolo?',
    conseguenza: d =>
      `Finché dura, ${d.ente.denominazione} non siede al tavolo, non viene convocato e non conta nel numero legale. Chi è già convocato riceve la disdetta.`,
    motivo: { aiuto: 'La leggono l’ente e le persone che lo rappresentano.' },
    fatto: 'Posto sospeso. L’ente e le persone ricevono il motivo.',
  },
  riattiva: {
    label: 'Riattiva il posto',
    titolo: 'Riattivare il posto al tavolo?',
    conseguenza:
      'Le persone che hanno dato il consenso siedono di nuovo. Se un incontro è già convocato, le trovi tra «Convoca anche i nuovi».',
    motivo: { aiuto: 'La leggono l’ente e le persone che lo rappresentano.' },
    fatto: 'Posto riattivato.',
  },
  cessa: {
    label: 'Dichiara finito il posto',
    tono: 'danger',
    titolo: 'Dichiarare finito il posto al tavolo?',
    conseguenza:
      'Nessuno siede più per l’ente e chi è già convocato riceve la disdetta. Non si torna indietro: servirà una nuova designazione.',
    conferma: 'Dichiara finito',
    motivo: { aiuto: 'La leggono l’ente e le persone che lo rappresentano.' },
    fatto: 'Il posto è finito. L’ente e le persone ricevono il motivo.',
  },
} as const satisfies Parole<AzioneDesignazione, DesignazioneView>;

const designazioni = (n: number): string => (n === 1 ? '1 designazione' : `${n} designazioni`);

/** Of several chosen from the list. */
export const ACCETTA_INSIEME: ParoleInsieme<DesignazioneRigaView> = {
  label: n =>
    n === 0 ? 'Accetta le designazioni scelte' : n === 1 ? 'Accetta la designazione scelta' : `Accetta le ${n} designazioni scelte`,
  titolo: n => (n === 0 ? 'Nessuna di queste designazioni si può accettare' : `Accettare ${designazioni(n)}?`),
  conferma: n => (n === 1 ? 'Accetta la designazione' : `Accetta le ${n} designazioni`),
  conseguenza: () =>
    'Gli enti e le persone indicate ricevono subito un messaggio, e chi ha dato il consenso compare nella pagina del tavolo.',
  esclusi: n => (n === 1 ? '1 non si può accettare:' : `${n} non si possono accettare:`),
  fatti: n => (n === 1 ? '1 designazione accettata.' : `${n} designazioni accettate.`),
  nome: d => `${d.ente.denominazione}, per ${d.tavolo.nome}${d.veste === 'consultivo' ? ' (tardiva: consultivo)' : ''}`,
  perche: d => `${STATI[d.stato].label.toLowerCase()}, non aspetta una risposta.`,
};

/** Of the person who was named. */
export const AZIONI_CONSENSO = {
  acconsenti: {
    label: 'Acconsento',
    titolo: 'Confermi il consenso?',
    conseguenza: c => `Il tuo nome potrà comparire nella pagina pubblica del tavolo «${c.tavolo.nome}».`,
    conferma: 'Sì, acconsento',
    fatto: 'Grazie: il tuo consenso è registrato.',
  },
  rifiuta: {
    label: 'Non acconsento',
    tono: 'outline',
    titolo: 'Confermi che non acconsenti?',
    conseguenza: 'L’ente sarà avvisato e potrà indicare un’altra persona. Non potrai cambiare questa risposta.',
    fatto: 'Abbiamo registrato che non acconsenti. L’ente è stato avvisato.',
  },
  ritira: {
    label: 'Ritira il consenso',
    tono: 'danger',
    titolo: 'Ritirare il consenso?',
    conseguenza: c =>
      c.siede
        ? 'Non rappresenterai più l’ente al tavolo e il tuo nome non comparirà più.'
        : 'Il tuo nome non comparirà, e l’ente potrà indicare un’altra persona.',
    conferma: 'Ritira',
    fatto: 'Il tuo consenso è ritirato: il tuo nome non compare nella pagina del tavolo.',
  },
  dimettiti: {
    label: 'Mi dimetto',
    tono: 'danger',
    titolo: 'Confermi le dimissioni?',
    conseguenza:
      'Da oggi non rappresenti più l’ente al tavolo e non sarai più convocato. L’ente riceve un messaggio e indica un’altra persona; intanto partecipa il supplente, se c’è.',
    conferma: 'Sì, mi dimetto',
    fatto: 'Le tue dimissioni sono registrate. L’ente è stato avvisato.',
  },
} as const satisfies Parole<AzioneConsenso, ConsensoView>;

/** Of who was named to several tavoli at once, for all that still wait. */
export const AZIONI_CONSENSO_TUTTI = {
  acconsenti: {
    label: 'Acconsento per tutti i tavoli',
    titolo: 'Confermi il consenso per tutti i tavoli?',
    conseguenza: viste =>
      `Il tuo nome potrà comparire nelle pagine pubbliche di questi tavoli: ${viste.map(v => `«${v.tavolo.nome}»`).join(', ')}.`,
    conferma: 'Sì, acconsento a tutti',
    fatto: 'Grazie: il tuo consenso è registrato per tutti i tavoli.',
  },
} as const satisfies Parole<'acconsenti', readonly ConsensoView[]>;
