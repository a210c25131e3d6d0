import {
  MOTIVI_ESCLUSIONE,
  type ConvocazioneView,
  type EsclusoView,
  type EsitoPosto,
  type Preavviso,
  type RegolaQuorum,
  type Risposta,
  type ChiApprova,
} from '@tavoli/shared';

export * from './invito.labels';
export * from '../ui/words/parole';

export const RISPOSTE: Readonly<Record<Risposta, string>> = {
  in_attesa: 'Non ha ancora risposto',
  si: 'Parteciperà',
  no: 'Non parteciperà',
  passa: 'Passa al supplente',
};

export const PRESENZE: Readonly<Record<EsitoPosto, string>> = {
  titolare: 'Presente il titolare',
  supplente: 'Presente il supplente',
  giustificato: 'Assente giustificato',
  assente: 'Assente',
  non_convocato: 'Non convocato',
  da_rilevare: 'Da rilevare',
};

export const CONVOCAZIONI: Readonly<Record<ConvocazioneView['tipo'], string>> = {
  convocazione: 'Convocazione',
  estensione: 'Convocazione di chi si è aggiunto',
  integrazione: 'Integrazione della convocazione',
  spostamento: 'Spostamento',
  annullamento: 'Annullamento',
};

export const QUORUM: Readonly<Record<RegolaQuorum['tipo'], string>> = {
  nessuno: 'Nessun numero legale',
  meta_piu_uno: 'La metà più uno dei posti convocati',
  un_terzo: 'Un terzo dei posti convocati',
  fisso: 'Un numero fisso di posti',
};

const giorniLiberi = (n: number) => (n === 0 ? 'nessun giorno libero' : n === 1 ? '1 giorno libero' : `${n} giorni liberi`);

/** What the rule of notice says of sending now. */
export function preavvisoInParole({ esito, giorni, richiesti, minimo }: Preavviso): string {
  if (esito === 'passato') return 'La data dell’incontro è già passata: cambiala prima di convocare.';
  const oggi = `Tra oggi e l’incontro ${giorni === 1 ? 'c’è' : giorni === 0 ? 'non c’è' : 'ci sono'} ${giorniLiberi(giorni)}`;
  if (esito === 'ok') return `${oggi}; la regola ne chiede almeno ${richiesti}.`;
  if (esito === 'serve_urgenza')
    return `${oggi}, meno dei ${richiesti} che la regola chiede: puoi convocare solo d’urgenza, scrivendo il motivo.`;
  return `${oggi}: anche d’urgenza ne servono almeno ${minimo}. Scegli una data più lontana.`;
}

/** What the rule of notice says of a punto that is added now. */
export function integrazioneInParole({ giorni, richiesti }: Preavviso): string {
  const oggi = `Tra oggi e l’incontro ${giorni === 1 ? 'c’è' : giorni === 0 ? 'non c’è' : 'ci sono'} ${giorniLiberi(giorni)}`;
  return `${oggi}, meno dei ${richiesti} che la regola chiede: dei punti aggiunti si può discutere, non decidere.`;
}

/** `3 presenti su 5 posti` */
export const presentiSuPosti = (presenti: number, posti: number): string =>
  `${presenti === 1 ? '1 presente' : `${presenti} presenti`} su ${posti === 1 ? '1 posto' : `${posti} posti`}`;

export const CHI_APPROVA: Readonly<Record<ChiApprova, string>> = {
  referente: 'Il referente o il coordinatore',
  coordinatore: 'Solo il coordinatore',
  incontro: 'Il tavolo, al prossimo incontro',
};

const PERCHE_ESCLUSI: Readonly<Record<EsclusoView['motivo'], readonly [uno: string, tanti: string]>> = {
  consenso_in_attesa: ['aspetta il consenso delle persone che ha indicato', 'aspettano il consenso delle persone che hanno indicato'],
  senza_persone: ['non ha nessuno che lo rappresenti', 'non hanno nessuno che li rappresenti'],
  attende_elenco: ['è accettato e attende l’elenco degli ammessi', 'sono accettati e attendono l’elenco degli ammessi'],
  piano_finito: ['aveva un mandato finito con il Piano', 'avevano un mandato finito con il Piano'],
  posto_sospeso: ['ha il posto sospeso', 'hanno il posto sospeso'],
  ente_sospeso: ['è sospeso', 'sono sospesi'],
};

/** Who has a seat and is not called, by why: `88 enti non vengono convocati: aspettano il consenso delle persone che hanno indicato.` */
export const esclusiInParole = (
  esclusi: readonly EsclusoView[],
): { readonly motivo: EsclusoView['motivo']; readonly frase: string; readonly nomi: readonly string[] }[] =>
  MOTIVI_ESCLUSIONE.map(motivo => ({
    motivo,
    perche: PERCHE_ESCLUSI[motivo],
    nomi: esclusi.filter(e => e.motivo === motivo).map(e => e.ente),
  }))
    .filter(({ nomi }) => nomi.length > 0)
    .map(({ motivo, perche: [uno, tanti], nomi }) => ({
      motivo,
      frase: nomi.length === 1 ? `1 ente non viene convocato: ${uno}.` : `${nomi.length} enti non vengono convocati: ${tanti}.`,
      nomi,
    }));
