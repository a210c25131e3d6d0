import type { Permission, TavoloProprio } from '@tavoli/shared';

/** One thing that a person can do in an ambito: shown to who holds `permesso` there, whatever their role is called. */
export interface Compito {
  readonly titolo: string;
  readonly testo: string;
  readonly link: readonly string[];
  readonly query?: Record<string, string>;
  readonly permesso: Permission;
  /** It is a list of rows of several tavoli: held at one of them is enough. */
  readonly ovunque?: true;
}

export const compitiDelTavolo = (t: TavoloProprio | Omit<TavoloProprio, 'ambito'>, ambito: string): Compito[] => [
  {
    titolo: t.nome,
    testo: 'Esamina le designazioni arrivate al tuo tavolo.',
    link: ['/', ambito, 'area', 'designazioni'],
    query: { tavolo: t.id },
    permesso: 'designazione.accetta',
  },
  {
    titolo: `Elaborati: ${t.nome}`,
    testo: 'Scrivi quello che il tavolo porta nel Piano.',
    link: ['/', ambito, 'area', 'tavoli', t.slug, 'elaborati'],
    permesso: 'elaborato.crea',
  },
];

/** In the order in which they are shown; `in`: under the area of the ambito, null: where all ambiti are managed. */
const COMPITI: readonly (Omit<Compito, 'link'> & { readonly in: readonly string[] | null })[] = [
  {
    titolo: 'Cruscotto',
    testo: 'Tutti i tavoli a colpo d’occhio, e che cosa resta da fare.',
    in: ['cruscotto'],
    permesso: 'cruscotto.vedi',
  },
  {
    titolo: 'Incontri',
    testo: 'Prepara, convoca e segui gli incontri.',
    in: ['incontri'],
    permesso: 'incontro.esporta',
    ovunque: true,
  },
  {
    titolo: 'Contributi ricevuti',
    testo: 'Leggi che cosa scrivono i cittadini, e rispondi.',
    in: ['contributi-ricevuti'],
    permesso: 'contributo.coda',
    ovunque: true,
  },
  {
    titolo: 'Designazioni',
    testo: 'Tutte le designazioni dell’ambito, per stato e per tavolo.',
    in: ['designazioni'],
    permesso: 'designazione.vedi',
  },
  {
    titolo: 'Enti',
    testo: 'Verifica gli enti che si sono registrati.',
    in: ['enti'],
    query: { stato: 'in_verifica' },
    permesso: 'ente.verifica',
  },
  {
    titolo: 'Posti senza avviso',
    testo: 'Invita comuni, azienda sanitaria, scuole e uffici a nominare chi siede ai tavoli.',
    in: ['posti-diretti'],
    permesso: 'diretto.elenca',
  },
  { titolo: 'Avvisi', testo: 'Prepara e segui gli avvisi.', in: ['avvisi'], permesso: 'avviso.segui' },
  {
    titolo: 'Messaggi inviati',
    testo: 'Che fine hanno fatto i messaggi del portale.',
    in: ['messaggi'],
    permesso: 'email.elenca',
  },
  {
    titolo: 'Risorse e indicatori',
    testo: 'Le schede di progetto di tutti i tavoli, sommate.',
    in: ['elaborati'],
    permesso: 'elaborato.leggi',
  },
  {
    titolo: '[Piano]',
    testo: 'Allegati, dossier, invio alla Regione e pubblicazione.',
    in: ['piano'],
    permesso: 'piano.prepara',
  },
  { titolo: 'Iter del Piano', testo: 'Le fasi, gli atti, l’accordo di programma.', in: ['iter'], permesso: 'iter.segui' },
  {
    titolo: 'Adesioni',
    testo: 'Gli enti che aderiscono all’accordo, con le loro risorse.',
    in: ['adesioni'],
    permesso: 'adesione.esporta',
  },
  { titolo: 'Atti dell’ambito', testo: 'Determine, deliberazioni, protocolli d’intesa, convenzioni.', in: ['atti'], permesso: 'atto.crea' },
  {
    titolo: 'Da protocollare',
    testo: 'I documenti che non hanno ancora il protocollo del comune.',
    in: ['da-protocollare'],
    permesso: 'protocollo.scrivi',
  },
  { titolo: 'Registro degli atti', testo: 'Chi ha fatto che cosa, e quando.', in: ['registro'], permesso: 'registro.vedi' },
  {
    titolo: 'Dati personali pubblicati',
    testo: 'Oscura un passaggio o sostituisci un documento già pubblico.',
    in: ['oscuramenti'],
    permesso: 'oscuramento.vedi',
  },
  { titolo: 'Incarichi', testo: 'Chi è referente, chi lavora [al tecnico].', in: ['incarichi'], permesso: 'incarico.elenca' },
  {
    titolo: 'Importare',
    testo: 'Porta nel portale enti, persone, incontri e comuni da una tabella.',
    in: ['importare'],
    permesso: 'caricamento.elenca',
  },
  {
    titolo: 'Impostazioni dell’ambito',
    testo: 'Contatti, parole, comuni, ufficio, aree e regole.',
    in: ['impostazioni'],
    permesso: 'ambito.modifica',
  },
  { titolo: 'Nuovo tavolo', testo: 'Aggiungi un tavolo al Piano.', in: ['tavoli', 'nuovo'], permesso: 'tavolo.crea' },
  {
    titolo: 'Nuovo ambito',
    testo: 'Apri un altro ambito in questa installazione.',
    in: null,
    permesso: 'ambito.crea',
  },
  {
    titolo: 'I miei contributi',
    testo: 'Quello che hai mandato ai tavoli, e a che punto è.',
    in: ['contributi'],
    permesso: 'contributo.miei',
  },
];

/** @param dice the words as they are said in this ambito */
export const compitiDellAmbito = (ambito: string, dice: (testo: string) => string): Compito[] =>
  COMPITI.map(({ in: dove, ...compito }) => ({
    ...compito,
    titolo: dice(compito.titolo),
    testo: dice(compito.testo),
    link: dove === null ? ['/', 'amministrazione'] : ['/', ambito, 'area', ...dove],
  }));
