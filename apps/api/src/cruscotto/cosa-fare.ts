import type { CruscottoTavoloView } from '@tavoli/shared';

interface Nominato {
  readonly id: string;
  readonly titolo: string;
}

/** What is known of a tavolo, beside what the cockpit shows as it is. */
export interface FattiTavolo {
  /** Drafts whose day is so near that the notice is about to run out. */
  readonly bozze: readonly Nominato[];
  /** Incontri whose time is over, and that nobody closed. */
  readonly daChiudere: readonly Nominato[];
  readonly nonConsegnate: number;
  readonly contributi: { readonly daModerare: number; readonly daRispondere: number; readonly inRitardo: number; readonly riesami: number };
  readonly elaborati: readonly (Nominato & { readonly stato: 'consegnato' | 'da_rivedere' | 'approvato' | 'in_consultazione'; readonly senzaRisposta: number })[];
}

type Voce = CruscottoTavoloView['daFare'][number];

/** What somebody should do, the most pressing first, each with the page (within the ambito) where it is done. */
export function cosaFare(f: FattiTavolo & Pick<CruscottoTavoloView, 'tavolo' | 'referente' | 'designazioni' | 'prossimo'>): Voce[] {
  const voci: (Voce | false)[] = [
    ...f.daChiudere.map(n => ({ testo: `Chiudi «${n.titolo}»: è finito e le presenze non sono ancora fissate.`, percorso: `area/incontri/${n.id}` })),
    ...f.bozze.map(n => ({ testo: `Convoca «${n.titolo}» prima che manchi il preavviso.`, percorso: `area/incontri/${n.id}` })),
    ...f.elaborati.flatMap(elaborato),
    f.designazioni.daEsaminare > 0 && { testo: quante(f.designazioni.daEsaminare, 'designazione da esaminare', 'designazioni da esaminare'), percorso: `area/designazioni?stato=inviata&tavolo=${f.tavolo.id}` },
    ...contributi(f),
    f.nonConsegnate > 0 && { testo: quante(f.nonConsegnate, 'messaggio non consegnato', 'messaggi non consegnati'), percorso: 'area/messaggi?stato=rifiutata' },
    f.referente === null && { testo: 'Il tavolo non ha un referente.', percorso: 'area/incarichi' },
    f.prossimo === null && { testo: 'Nessun incontro in programma.', percorso: `area/tavoli/${f.tavolo.slug}/incontri/nuovo` },
  ];
  return voci.filter(v => v !== false);
}

/** What is late comes first, and is told as such. */
function contributi({ contributi: c, tavolo }: Pick<FattiTavolo, 'contributi'> & Pick<CruscottoTavoloView, 'tavolo'>): (Voce | false)[] {
  const percorso = (stato: string) => `area/contributi-ricevuti?tavolo=${tavolo.id}${stato}`;
  return [
    c.inRitardo > 0 && { testo: quante(c.inRitardo, 'contributo oltre il termine', 'contributi oltre il termine'), percorso: percorso('&aperti=true') },
    c.riesami > 0 && { testo: quante(c.riesami, 'riesame da decidere', 'riesami da decidere'), percorso: percorso('&aperti=true') },
    c.daModerare > 0 && { testo: quante(c.daModerare, 'contributo da leggere', 'contributi da leggere'), percorso: percorso('&stato=in_moderazione') },
    c.daRispondere > 0 && { testo: quante(c.daRispondere, 'contributo che aspetta risposta', 'contributi che aspettano risposta'), percorso: percorso('&aperti=true') },
  ];
}

function elaborato(e: FattiTavolo['elaborati'][number]): Voce[] {
  const testo = {
    consegnato: `Esamina «${e.titolo}»: il tavolo l’ha consegnato.`,
    da_rivedere: `«${e.titolo}» è da rivedere: il tavolo deve riprenderlo.`,
    approvato: `Consegna «${e.titolo}»: il tavolo l’ha approvato.`,
    in_consultazione: e.senzaRisposta > 0 ? `${quante(e.senzaRisposta, 'commento senza risposta', 'commenti senza risposta').slice(0, -1)} in «${e.titolo}».` : null,
  }[e.stato];
  return testo === null ? [] : [{ testo, percorso: `area/elaborati/${e.id}` }];
}

const quante = (n: number, una: string, molte: string): string => `${n} ${n === 1 ? una : molte}.`;
