import { ETICHETTE_TIPO_ELABORATO, formatDataOra, frase, type AzioneElaborato, type TipoElaborato } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { chiAlTavolo, chiNellAmbito } from '../../incarichi/chi.sql.js';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { mails } from '../../platform/email/mails.js';
import { creaLettori, MEMBRI, type Membro } from './lettori.js';

export const MAILS = mails('elaborato', {
  apri_consultazione: { to: 'chi siede al tavolo', when: 'l’elaborato va in consultazione' },
  consegna: { to: 'chi coordina i tavoli', when: 'il tavolo consegna l’elaborato' },
  accogli: { to: 'i referenti del tavolo', when: 'l’elaborato è accolto' },
  rimanda: { to: 'i referenti del tavolo', when: 'il coordinatore chiede di rivedere l’elaborato' },
});
type Raccontata = keyof typeof MAILS;

/** `rappresentanteId`: of who sits at the tavolo. */
type Persona = EmailDraft['to'] & { readonly rappresentanteId?: string };

export interface ElaboratoPerEmail {
  readonly id: string;
  readonly titolo: string;
  readonly tipo: TipoElaborato;
  readonly version: number;
  readonly fino: Date | null;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly tavoloId: string;
  readonly tavolo: string;
  readonly membri: readonly Membro[];
  readonly referenti: readonly Persona[];
  readonly coordinatori: readonly Persona[];
}

const sql = (): string => `
  SELECT l.id, l.titolo, l.tipo, l.version, l.consultazione_fino_at AS fino, a.id AS "ambitoId", a.slug AS "ambitoSlug", t.id AS "tavoloId", t.nome AS tavolo,
    ${MEMBRI} AS membri,
    ${chiAlTavolo('elaborato.consegna', 'l.ambito_id', 'l.tavolo_id')} AS referenti, ${chiNellAmbito('elaborato.accogli', 'l.ambito_id')} AS coordinatori
  FROM elaborato l JOIN ambito a ON a.id = l.ambito_id JOIN tavolo t ON t.ambito_id = l.ambito_id AND t.id = l.tavolo_id WHERE l.ambito_id = $1 AND l.id = $2`;

/** Who is told of a step, and in which words; the steps that nobody waits for tell nobody. */
interface Notizia {
  readonly a: (d: ElaboratoPerEmail) => readonly Persona[];
  readonly subject: (d: ElaboratoPerEmail) => string;
  readonly paragraphs: (d: ElaboratoPerEmail, motivazione: string | null) => readonly string[];
  readonly label: string;
  readonly why: (d: ElaboratoPerEmail) => string;
}

const perReferente = (d: ElaboratoPerEmail): string => `Ricevi questo messaggio perché sei referente del tavolo «${d.tavolo}».`;

const NOTIZIE: Readonly<Record<Raccontata, Notizia>> = {
  apri_consultazione: {
    a: d => d.membri,
    subject: d => `Di’ la tua: ${d.titolo}`,
    paragraphs: d => [
      'il tavolo ha preparato l’elaborato qui sotto e ti chiede che cosa ne pensi.',
      `Puoi commentarlo fino a ${d.fino === null ? 'nuovo avviso' : formatDataOra(d.fino)}. A ogni commento verrà data una risposta.`,
    ],
    label: 'Leggi e commenta',
    why: d => `Ricevi questo messaggio perché siedi al tavolo «${d.tavolo}».`,
  },
  consegna: {
    a: d => d.coordinatori,
    subject: d => `Consegnato: ${d.titolo}`,
    paragraphs: () => ['il tavolo ha consegnato l’elaborato qui sotto. Puoi accoglierlo, o chiedere di rivederlo spiegando perché.'],
    label: 'Apri l’elaborato',
    why: () => frase`Ricevi questo messaggio perché coordini i tavoli [del piano].`,
  },
  accogli: {
    a: d => d.referenti,
    subject: d => `Accolto: ${d.titolo}`,
    paragraphs: () => ['l’elaborato qui sotto è stato accolto. Da ora è pubblico e non cambia più.'],
    label: 'Vedi l’elaborato',
    why: perReferente,
  },
  rimanda: {
    a: d => d.referenti,
    subject: d => `Da rivedere: ${d.titolo}`,
    paragraphs: (_, motivazione) => [frase`[il coordinatore] chiede di rivedere l’elaborato qui sotto.`, `Motivo: ${motivazione ?? ''}`],
    label: 'Apri l’elaborato',
    why: perReferente,
  },
};

const nellArea = (d: ElaboratoPerEmail): string => `/${d.ambitoSlug}/area/elaborati/${d.id}`;

/** The one thing to do: by a link of their own, which asks for no account, or signed in. */
function strada(d: ElaboratoPerEmail, label: string, segreto: string | undefined): Pick<EmailDraft, 'action' | 'links' | 'secret'> {
  if (segreto === undefined) return { action: { label, path: nellArea(d) } };
  return {
    action: { label, path: `/invito/elaborato#${segreto}` },
    links: [{ label: 'Apri l’elaborato con il tuo account', path: nellArea(d) }],
    secret: true,
  };
}

/** The steps that somebody waits for. */
const siRacconta = (azione: AzioneElaborato): azione is Raccontata => azione in MAILS;

/** The mails of a step, read after the row has moved: its version makes each of them once only. */
export async function emailDi(
  db: EntityManager,
  ambitoId: string,
  id: string,
  azione: AzioneElaborato,
  motivazione: string | null,
): Promise<EmailDraft[]> {
  if (!siRacconta(azione)) return [];
  const [d] = await db.query<ElaboratoPerEmail[]>(sql(), [ambitoId, id]);
  if (!d) throw new Error('The elaborato of this mail is gone.');
  const strade = azione === 'apri_consultazione' ? await creaLettori(db, ambitoId, id, d.membri) : undefined;
  return emailPasso(d, azione, motivazione, strade);
}

/** @param segreti by `rappresentanteId`: who has one reads from the mail, without an account */
export function emailPasso(
  d: ElaboratoPerEmail,
  azione: Raccontata,
  motivazione: string | null,
  segreti: ReadonlyMap<string, string> = new Map(),
): EmailDraft[] {
  const notizia = NOTIZIE[azione];
  return notizia.a(d).map(to => ({
    chiave: `elaborato.${azione}:${d.id}:${to.address}:${d.version}`,
    tipo: MAILS[azione].tipo,
    to: { name: to.name, address: to.address },
    subject: notizia.subject(d),
    paragraphs: notizia.paragraphs(d, motivazione),
    facts: [
      ['Elaborato', d.titolo],
      ['Tipo', ETICHETTE_TIPO_ELABORATO[d.tipo]],
      ['Tavolo', d.tavolo],
    ],
    ...strada(d, notizia.label, segreti.get(to.rappresentanteId ?? '')),
    why: notizia.why(d),
    about: { ambitoId: d.ambitoId, tipo: 'elaborato', id: d.id, tavoloId: d.tavoloId },
  }));
}
