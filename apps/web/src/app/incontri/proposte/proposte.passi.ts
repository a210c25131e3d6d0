import type { AzioneProposta, PropostaMiaView, PropostaView, StatoProposta } from '@tavoli/shared';
import type { Parole } from '../../ui/forms/passi';
import type { BadgeTone } from '../../ui/stati';

const RISPOSTA = { etichetta: 'Che cosa rispondi', aiuto: 'Lo legge chi ha proposto il punto, e lo riceve per posta.' };

/** What who prepares the incontri does. */
export const AZIONI = {
  accogli: {
    label: 'Accogli',
    titolo: o => `Accogliere «${o.titolo}»?`,
    conseguenza: 'Diventa un punto dell’ordine del giorno: di un incontro non ancora convocato, o del prossimo che prepari.',
    conferma: 'Accogli e rispondi',
    motivo: RISPOSTA,
    fatto: 'Proposta accolta: chi l’ha fatta riceve la risposta.',
  },
  inserisci: {
    label: 'Metti all’ordine del giorno',
    titolo: o => `Mettere «${o.titolo}» all’ordine del giorno?`,
    conseguenza: 'Diventa l’ultimo punto dell’incontro che scegli. Se non scegli, resta per il prossimo che prepari.',
    fatto: 'Il punto è nell’ordine del giorno.',
  },
  rinvia: {
    label: 'Rinvia',
    tono: 'outline',
    titolo: o => `Rinviare «${o.titolo}»?`,
    conseguenza: 'Resta nell’elenco: potrai accoglierla più avanti.',
    conferma: 'Rinvia e rispondi',
    motivo: RISPOSTA,
    fatto: 'Proposta rinviata: chi l’ha fatta riceve la risposta.',
  },
  declina: {
    label: 'Non accogliere',
    tono: 'danger',
    titolo: o => `Non accogliere «${o.titolo}»?`,
    conferma: 'Non accogliere e rispondi',
    motivo: RISPOSTA,
    fatto: 'Proposta non accolta: chi l’ha fatta riceve la risposta.',
  },
  ritira: { altrove: true, fatto: 'Proposta ritirata.' },
} as const satisfies Parole<AzioneProposta, PropostaView>;

/** What who proposed it does. */
export const AZIONI_MIE = {
  accogli: { altrove: true, fatto: '' },
  inserisci: { altrove: true, fatto: '' },
  rinvia: { altrove: true, fatto: '' },
  declina: { altrove: true, fatto: '' },
  ritira: {
    label: 'Ritira',
    tono: 'danger',
    titolo: o => `Ritirare «${o.titolo}»?`,
    conseguenza: 'Chi prepara gli incontri non la trova più tra quelle a cui rispondere.',
    fatto: 'Proposta ritirata.',
  },
} as const satisfies Parole<AzioneProposta, PropostaMiaView>;

const STATI: Readonly<Record<StatoProposta, { readonly label: string; readonly tone: BadgeTone }>> = {
  ricevuta: { label: 'Attende una risposta', tone: 'warning' },
  rinviata: { label: 'Rinviata', tone: 'neutral' },
  accolta: { label: 'Accolta: per il prossimo incontro', tone: 'success' },
  declinata: { label: 'Non accolta', tone: 'neutral' },
  ritirata: { label: 'Ritirata', tone: 'neutral' },
};

export const statoInParole = ({ stato, allOrdine }: Pick<PropostaView, 'stato' | 'allOrdine'>) =>
  allOrdine ? { label: 'All’ordine del giorno', tone: 'success' as const } : STATI[stato];
