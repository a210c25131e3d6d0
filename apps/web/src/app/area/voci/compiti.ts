import type { Permission } from '@tavoli/shared';

/** The places of the navigation, in order; each holds the entries that the reader may open, and leads to the first. */
export const SEZIONI = ['Oggi', 'Tavoli', 'Incontri', 'Enti e designazioni', 'Contributi', '[Piano]', 'Impostazioni'] as const;
export type Sezione = (typeof SEZIONI)[number];

/** One thing that a person can do in an ambito: shown to who holds `permesso` there, whatever their role is called. */
export interface Compito {
  readonly titolo: string;
  readonly testo: string;
  /** The place of the navigation under which it stands. */
  readonly sezione: Sezione;
  readonly link: readonly string[];
  readonly query?: Record<string, string>;
  readonly permesso: Permission;
  /** It is a list of rows of several tavoli: held at one of them is enough. */
  readonly ovunque?: true;
}

/** In the order in which they are shown; `in`: under the area of the ambito, null: where all ambiti are managed. */
const COMPITI: readonly (Omit<Compito, 'link'> & { readonly in: readonly string[] | null })[] = [
  { titolo: 'Oggi', sezione: 'Oggi', testo: 'Quello che ti aspetta, e la tua settimana.', in: [], permesso: 'cruscotto.oggi' },
  {
    titolo: 'Tutte le voci',
    sezione: 'Oggi',
    testo: 'Tutto quello che puoi aprire, in una pagina.',
    in: ['tutto'],
    permesso: 'cruscotto.oggi',
  },
  {
    titolo: 'I tavoli',
    sezione: 'Tavoli',
    testo: 'I tavoli che segui, con elaborati, impegni, partecipazione e regole.',
    in: ['tavoli'],
    permesso: 'impegno.elenca',
    ovunque: true,
  },
  {
    titolo: 'Cruscotto',
    sezione: 'Tavoli',
    testo: 'Tutti i tavoli a colpo d’occhio, e che cosa resta da fare.',
    in: ['cruscotto'],
    permesso: 'cruscotto.vedi',
  },
  {
    titolo: 'Incontri',
    sezione: 'Incontri',
    testo: 'Prepara, convoca e segui gli incontri.',
    in: ['incontri'],
    permesso: 'incontro.esporta',
    ovunque: true,
  },
  {
    titolo: 'Verbali',
    sezione: 'Incontri',
    testo: 'Quelli da scrivere, da rileggere, da approvare.',
    in: ['verbali'],
    permesso: 'verbale.leggi',
    ovunque: true,
  },
  {
    titolo: 'Contributi ricevuti',
    sezione: 'Contributi',
    testo: 'Leggi che cosa scrivono i cittadini, e rispondi.',
    in: ['contributi-ricevuti'],
    permesso: 'contributo.coda',
    ovunque: true,
  },
  {
    titolo: 'Enti',
    sezione: 'Enti e designazioni',
    testo: 'Gli enti che si sono registrati, i loro dati, la verifica.',
    in: ['enti'],
    permesso: 'ente.vedi',
    ovunque: true,
  },
  {
    titolo: 'Designazioni',
    sezione: 'Enti e designazioni',
    testo: 'Tutte le designazioni dell’ambito, per stato e per tavolo.',
    in: ['designazioni'],
    permesso: 'designazione.vedi',
    ovunque: true,
  },
  {
    titolo: 'Posti senza avviso',
    sezione: 'Enti e designazioni',
    testo: 'Invita comuni, azienda sanitaria, scuole e uffici a nominare chi siede ai tavoli.',
    in: ['posti-diretti'],
    permesso: 'diretto.elenca',
  },
  { titolo: 'Avvisi', sezione: 'Enti e designazioni', testo: 'Prepara e segui gli avvisi.', in: ['avvisi'], permesso: 'avviso.segui' },
  {
    titolo: 'Impostazioni dell’ambito',
    sezione: 'Impostazioni',
    testo: 'Contatti, parole, comuni, ufficio, aree e regole.',
    in: ['impostazioni'],
    permesso: 'ambito.modifica',
  },
  {
    titolo: 'Messaggi inviati',
    sezione: 'Impostazioni',
    testo: 'Che fine hanno fatto i messaggi del portale.',
    in: ['messaggi'],
    permesso: 'email.elenca',
  },
  {
    titolo: 'Segnalazioni',
    sezione: 'Impostazioni',
    testo: 'I problemi del portale che le persone hanno segnalato.',
    in: ['segnalazioni'],
    permesso: 'segnalazione.elenca',
  },
  {
    titolo: '[Piano]',
    sezione: '[Piano]',
    testo: 'Allegati, dossier, invio alla Regione e pubblicazione.',
    in: ['piano'],
    permesso: 'piano.prepara',
  },
  {
    titolo: 'Risorse e indicatori',
    sezione: '[Piano]',
    testo: 'Le schede di progetto di tutti i tavoli, sommate.',
    in: ['elaborati'],
    permesso: 'elaborato.leggi',
  },
  {
    titolo: 'Iter del Piano',
    sezione: '[Piano]',
    testo: 'Le fasi, gli atti, l’accordo di programma.',
    in: ['iter'],
    permesso: 'iter.segui',
  },
  {
    titolo: 'Adesioni',
    sezione: '[Piano]',
    testo: 'Gli enti che aderiscono all’accordo, con le loro risorse.',
    in: ['adesioni'],
    permesso: 'adesione.vedi',
    ovunque: true,
  },
  {
    titolo: 'Atti dell’ambito',
    sezione: '[Piano]',
    testo: 'Determine, deliberazioni, protocolli d’intesa, convenzioni.',
    in: ['atti'],
    permesso: 'atto.crea',
  },
  {
    titolo: 'Da protocollare',
    sezione: '[Piano]',
    testo: 'I documenti che non hanno ancora il protocollo del comune.',
    in: ['da-protocollare'],
    permesso: 'protocollo.scrivi',
  },
  {
    titolo: 'Registro degli atti',
    sezione: 'Impostazioni',
    testo: 'Chi ha fatto che cosa, e quando.',
    in: ['registro'],
    permesso: 'registro.vedi',
  },
  {
    titolo: 'Dati personali pubblicati',
    sezione: 'Impostazioni',
    testo: 'Oscura un passaggio o sostituisci un documento già pubblico.',
    in: ['oscuramenti'],
    permesso: 'oscuramento.vedi',
  },
  {
    titolo: 'Incarichi',
    sezione: 'Impostazioni',
    testo: 'Chi è referente, chi lavora [al tecnico].',
    in: ['incarichi'],
    permesso: 'incarico.elenca',
  },
  {
    titolo: 'Importare',
    sezione: 'Impostazioni',
    testo: 'Porta nel portale enti, persone, incontri e comuni da una tabella.',
    in: ['importare'],
    permesso: 'caricamento.elenca',
  },
  { titolo: 'Nuovo tavolo', sezione: 'Tavoli', testo: 'Aggiungi un tavolo al Piano.', in: ['tavoli', 'nuovo'], permesso: 'tavolo.crea' },
  {
    titolo: 'Nuovo ambito',
    sezione: 'Impostazioni',
    testo: 'Apri un altro ambito in questa installazione.',
    in: null,
    permesso: 'ambito.crea',
  },
  {
    titolo: 'I punti che proponi',
    sezione: 'Incontri',
    testo: 'Di che cosa hai chiesto di parlare ai tavoli a cui siedi, e che cosa ti hanno risposto.',
    in: ['proposte'],
    permesso: 'proposta.fai',
    ovunque: true,
  },
  {
    titolo: 'Tavoli che osservi',
    sezione: 'Tavoli',
    testo: 'Le tue richieste di seguire un tavolo come osservatore.',
    in: ['osservo'],
    permesso: 'osservatore.chiedi',
  },
  {
    titolo: 'I miei contributi',
    sezione: 'Contributi',
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

export interface GruppoCompiti {
  readonly sezione: Sezione;
  readonly compiti: readonly Compito[];
}

/** What a person may open, place by place; a place where nothing is theirs is not there. */
export function perSezione(compiti: readonly Compito[], puo: (permesso: Permission, ovunque: boolean) => boolean): GruppoCompiti[] {
  const suoi = compiti.filter(c => puo(c.permesso, c.ovunque === true));
  return SEZIONI.map(sezione => ({ sezione, compiti: suoi.filter(c => c.sezione === sezione) })).filter(g => g.compiti.length > 0);
}
