import { conData } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';

export const MAILS = mails('impegno', {
  promemoria: { to: 'chi segue il lavoro del tavolo', when: 'tra pochi giorni scadono impegni ancora aperti' },
  sollecito: { to: 'chi segue il lavoro del tavolo', when: 'è passata la data di impegni ancora aperti' },
});

/** An impegno whose day is near or past, and who follows it: the referenti of its tavoli, the coordinatori where it has no tavolo of its own. */
export interface ImpegnoInScadenza {
  readonly id: string;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly tavoloId: string | null;
  readonly tavoloSlug: string | null;
  readonly tavolo: string;
  readonly testo: string;
  readonly chi: string;
  readonly entro: Date;
  readonly per: readonly { readonly name: string; readonly address: string }[];
}

/** One mail to each person and tavolo, with all the impegni of that tavolo. */
export function emailImpegni(impegni: readonly ImpegnoInScadenza[], scaduti: boolean): EmailDraft[] {
  const gruppi = new Map<string, { to: EmailDraft['to']; impegni: ImpegnoInScadenza[] }>();
  for (const impegno of impegni) {
    for (const to of impegno.per) {
      const key = `${impegno.tavoloId ?? impegno.ambitoId}:${to.address}`;
      const gruppo = gruppi.get(key) ?? { to, impegni: [] };
      gruppo.impegni.push(impegno);
      gruppi.set(key, gruppo);
    }
  }
  return [...gruppi.values()].map(({ to, impegni: suoi }) => email(to, suoi, scaduti));
}

function email(to: EmailDraft['to'], impegni: readonly ImpegnoInScadenza[], scaduti: boolean): EmailDraft {
  const [primo] = impegni;
  if (!primo) throw new Error('A mail about no impegno.');
  const { tipo } = scaduti ? MAILS.sollecito : MAILS.promemoria;
  return {
    chiave: `${tipo}:${primo.id}:${to.address}`,
    tipo,
    to,
    subject: `${scaduti ? 'Impegni scaduti' : 'Impegni in scadenza'}: ${primo.tavolo}`,
    paragraphs: [
      scaduti
        ? 'la data di questi impegni è passata e risultano ancora aperti.'
        : 'tra pochi giorni scadono questi impegni, presi agli incontri del tavolo.',
      'Se sono stati mantenuti segnali come fatti: altrimenti tornano all’ordine del giorno del prossimo incontro.',
    ],
    facts: impegni.map(i => [`${i.chi}, ${conData('entro il', i.entro)}`, i.testo] as const),
    ...(primo.tavoloSlug === null
      ? {}
      : { action: { label: 'Vedi gli impegni del tavolo', path: `/${primo.ambitoSlug}/area/tavoli/${primo.tavoloSlug}/impegni` } }),
    why: 'Ricevi questo messaggio perché segui il lavoro del tavolo.',
    about: { ambitoId: primo.ambitoId, tipo: 'impegno', id: primo.id, tavoloId: primo.tavoloId },
  };
}
