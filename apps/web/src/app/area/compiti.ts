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
    testo: 'Scrivi quello che il tavolo porta nel Piano di Zona.',
    link: ['/', ambito, 'area', 'tavoli', t.slug, 'elaborati'],
    permesso: 'elaborato.crea',
  },
];

/** @param alTecnico how the ambito calls its office, after «lavora» */
export function compitiDellAmbito(ambito: string, alTecnico: string): Compito[] {
  const area = (...rest: string[]) => ['/', ambito, 'area', ...rest];
  return [
    {
      titolo: 'Cruscotto',
      testo: 'Tutti i tavoli a colpo d’occhio, e che cosa resta da fare.',
      link: area('cruscotto'),
      permesso: 'cruscotto.vedi',
    },
    {
      titolo: 'Incontri',
      testo: 'Prepara, convoca e segui gli incontri.',
      link: area('incontri'),
      permesso: 'incontro.esporta',
      ovunque: true,
    },
    {
      titolo: 'Contributi ricevuti',
      testo: 'Leggi che cosa scrivono i cittadini, e rispondi.',
      link: area('contributi-ricevuti'),
      permesso: 'contributo.coda',
      ovunque: true,
    },
    {
      titolo: 'Designazioni',
      testo: 'Tutte le designazioni dell’ambito, per stato e per tavolo.',
      link: area('designazioni'),
      permesso: 'designazione.vedi',
    },
    {
      titolo: 'Enti',
      testo: 'Verifica gli enti che si sono registrati.',
      link: area('enti'),
      query: { stato: 'in_verifica' },
      permesso: 'ente.verifica',
    },
    { titolo: 'Avvisi', testo: 'Prepara e segui gli avvisi.', link: area('avvisi'), permesso: 'avviso.segui' },
    {
      titolo: 'Messaggi inviati',
      testo: 'Che fine hanno fatto i messaggi del portale.',
      link: area('messaggi'),
      permesso: 'email.elenca',
    },
    {
      titolo: 'Risorse e indicatori',
      testo: 'Le schede di progetto di tutti i tavoli, sommate.',
      link: area('elaborati'),
      permesso: 'elaborato.leggi',
    },
    {
      titolo: 'Piano di Zona',
      testo: 'Allegati, dossier, invio alla Regione e pubblicazione.',
      link: area('piano'),
      permesso: 'piano.prepara',
    },
    { titolo: 'Iter del Piano', testo: 'Le fasi, gli atti, l’accordo di programma.', link: area('iter'), permesso: 'iter.segui' },
    {
      titolo: 'Adesioni',
      testo: 'Gli enti che aderiscono all’accordo, con le loro risorse.',
      link: area('adesioni'),
      permesso: 'adesione.esporta',
    },
    { titolo: 'Registro degli atti', testo: 'Chi ha fatto che cosa, e quando.', link: area('registro'), permesso: 'registro.vedi' },
    {
      titolo: 'Dati personali pubblicati',
      testo: 'Oscura un passaggio o sostituisci un documento già pubblico.',
      link: area('oscuramenti'),
      permesso: 'oscuramento.vedi',
    },
    { titolo: 'Incarichi', testo: `Chi è referente, chi lavora ${alTecnico}.`, link: area('incarichi'), permesso: 'incarico.elenca' },
    { titolo: 'Nuovo tavolo', testo: 'Aggiungi un tavolo al Piano di Zona.', link: area('tavoli', 'nuovo'), permesso: 'tavolo.crea' },
    {
      titolo: 'Nuovo ambito',
      testo: 'Apri un altro ambito in questa installazione.',
      link: ['/', 'amministrazione'],
      permesso: 'ambito.crea',
    },
    {
      titolo: 'I miei contributi',
      testo: 'Quello che hai mandato ai tavoli, e a che punto è.',
      link: area('contributi'),
      permesso: 'contributo.miei',
    },
  ];
}
