import type { CruscottoTavoloView, Permission } from '@tavoli/shared';

interface Nominato {
  readonly id: string;
  readonly titolo: string;
}

/** What is known of a tavolo, beside what the cockpit shows as it is. */
export interface FattiTavolo {
  /** Drafts whose day is so near that the notice is about to run out. */
  readonly bozze: readonly Nominato[];
  /** Drafts of other tavoli that ask this one to come, and that wait for its answer. */
  readonly congiunti: readonly Nominato[];
  /** Incontri whose time is over, and that nobody closed. */
  readonly daChiudere: readonly Nominato[];
  readonly nonConsegnate: number;
  readonly contributi: { readonly daModerare: number; readonly daRispondere: number; readonly inRitardo: number; readonly riesami: number };
  /** Of incontri that were held: the one that is missing (`id` of the incontro), or that waits for its next step. */
  readonly verbali: readonly (Nominato & {
    readonly stato: 'manca' | 'bozza' | 'in_revisione' | 'approvato';
    readonly correzioni: number;
  })[];
  readonly elaborati: readonly (Nominato & {
    readonly stato: 'consegnato' | 'da_rivedere' | 'approvato' | 'in_consultazione';
    readonly senzaRisposta: number;
  })[];
}

/** With what is needed to do it. */
type Voce = CruscottoTavoloView['daFare'][number] & { readonly permesso: Permission };

/** What somebody should do, the most pressing first, each with the page (within the ambito) where it is done. */
export function cosaFare(f: FattiTavolo & Pick<CruscottoTavoloView, 'tavolo' | 'referente' | 'designazioni' | 'prossimo'>): Voce[] {
  const voci: (Voce | false)[] = [
    ...incontri(f),
    ...f.verbali.map(verbale),
    ...f.elaborati.flatMap(elaborato),
    f.designazioni.daEsaminare > 0 && {
      testo: quante(f.designazioni.daEsaminare, 'designazione da esaminare', 'designazioni da esaminare'),
      percorso: `area/designazioni?stato=inviata&tavolo=${f.tavolo.id}`,
      permesso: 'designazione.accetta',
    },
    ...contributi(f),
    f.nonConsegnate > 0 && {
      testo: quante(f.nonConsegnate, 'messaggio non consegnato', 'messaggi non consegnati'),
      percorso: 'area/messaggi?stato=rifiutata',
      permesso: 'cruscotto.vedi',
    },
    f.referente === null && { testo: 'Il tavolo non ha un referente.', percorso: 'area/incarichi', permesso: 'incarico.assegna' },
    f.prossimo === null && {
      testo: 'Nessun incontro in programma.',
      percorso: `area/tavoli/${f.tavolo.slug}/incontri/nuovo`,
      permesso: 'incontro.crea',
    },
  ];
  return voci.filter(v => v !== false);
}

function incontri({ daChiudere, congiunti, bozze }: FattiTavolo): Voce[] {
  const voce = (permesso: Permission, testo: (titolo: string) => string) => (n: Nominato) => ({
    testo: testo(`«${n.titolo}»`),
    percorso: `area/incontri/${n.id}`,
    permesso,
  });
  return [
    ...daChiudere.map(voce('incontro.chiudi', n => `Chiudi ${n}: è finito e le presenze non sono ancora fissate.`)),
    ...congiunti.map(voce('incontro.consenti', n => `Rispondi: un altro tavolo propone di incontrarsi insieme per ${n}.`)),
    ...bozze.map(voce('incontro.convoca', n => `Convoca ${n} prima che manchi il preavviso.`)),
  ];
}

/** What is late comes first, and is told as such. */
function contributi({ contributi: c, tavolo }: Pick<FattiTavolo, 'contributi'> & Pick<CruscottoTavoloView, 'tavolo'>): (Voce | false)[] {
  const percorso = (stato: string) => `area/contributi-ricevuti?tavolo=${tavolo.id}${stato}`;
  return [
    c.inRitardo > 0 && {
      testo: quante(c.inRitardo, 'contributo oltre il termine', 'contributi oltre il termine'),
      percorso: percorso('&aperti=true'),
      permesso: 'contributo.pubblica',
    },
    c.riesami > 0 && {
      testo: quante(c.riesami, 'riesame da decidere', 'riesami da decidere'),
      percorso: percorso('&aperti=true'),
      permesso: 'contributo.decidi_riesame',
    },
    c.daModerare > 0 && {
      testo: quante(c.daModerare, 'contributo da leggere', 'contributi da leggere'),
      percorso: percorso('&stato=in_moderazione'),
      permesso: 'contributo.pubblica',
    },
    c.daRispondere > 0 && {
      testo: quante(c.daRispondere, 'contributo che aspetta risposta', 'contributi che aspettano risposta'),
      percorso: percorso('&aperti=true'),
      permesso: 'contributo.accogli',
    },
  ];
}

function elaborato(e: FattiTavolo['elaborati'][number]): Voce[] {
  const percorso = `area/elaborati/${e.id}`;
  switch (e.stato) {
    case 'consegnato':
      return [{ testo: `Esamina «${e.titolo}»: il tavolo l’ha consegnato.`, percorso, permesso: 'elaborato.accogli' }];
    case 'da_rivedere':
      return [{ testo: `«${e.titolo}» è da rivedere: il tavolo deve riprenderlo.`, percorso, permesso: 'elaborato.riprendi' }];
    case 'approvato':
      return [{ testo: `Consegna «${e.titolo}»: il tavolo l’ha approvato.`, percorso, permesso: 'elaborato.consegna' }];
    case 'in_consultazione':
      return e.senzaRisposta === 0
        ? []
        : [
            {
              testo: `${quante(e.senzaRisposta, 'commento senza risposta', 'commenti senza risposta').slice(0, -1)} in «${e.titolo}».`,
              percorso,
              permesso: 'commento.accogli',
            },
          ];
  }
}

function verbale(v: FattiTavolo['verbali'][number]): Voce {
  const percorso = `area/verbali/${v.id}`;
  switch (v.stato) {
    case 'manca':
      return { testo: `Scrivi il verbale di «${v.titolo}».`, percorso: `area/incontri/${v.id}`, permesso: 'verbale.crea' };
    case 'bozza':
      return { testo: `Finisci il verbale di «${v.titolo}».`, percorso, permesso: 'verbale.scrivi' };
    case 'in_revisione':
      return v.correzioni > 0
        ? { testo: `Rispondi alle correzioni proposte al verbale di «${v.titolo}».`, percorso, permesso: 'correzione.accogli' }
        : { testo: `Approva il verbale di «${v.titolo}»: il tempo per le correzioni è finito.`, percorso, permesso: 'verbale.approva' };
    case 'approvato':
      return { testo: `Pubblica il verbale di «${v.titolo}».`, percorso, permesso: 'verbale.pubblica' };
  }
}

const quante = (n: number, una: string, molte: string): string => `${n} ${n === 1 ? una : molte}.`;
