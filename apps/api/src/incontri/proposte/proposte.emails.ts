import { conData } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { chiAlTavolo, chiNellAmbito } from '../../incarichi/chi.sql.js';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { mails, type Mail } from '../../platform/email/mails.js';

const A_CHI_PROPONE = 'chi ha proposto il punto';
export const MAILS = mails('proposta', {
  richiesta: { to: 'chi prepara gli incontri del tavolo; se nessuno, chi coordina l’ambito', when: 'chi siede al tavolo propone un punto' },
  accolta: { to: A_CHI_PROPONE, when: 'chi prepara gli incontri accoglie la proposta' },
  rinviata: { to: A_CHI_PROPONE, when: 'chi prepara gli incontri rinvia la proposta' },
  declinata: { to: A_CHI_PROPONE, when: 'chi prepara gli incontri non accoglie la proposta' },
});

type Chi = EmailDraft['to'];

/** What mails about a proposal say. */
export interface PropostaPerEmail {
  readonly id: string;
  readonly version: number;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly tavoloId: string;
  readonly tavoloSlug: string;
  readonly tavolo: string;
  readonly titolo: string;
  readonly perche: string;
  readonly minuti: number | null;
  readonly persona: Chi;
  readonly propostaAt: Date;
  readonly preparano: readonly Chi[];
}

const SQL = (): string => `
  SELECT o.id, o.version, a.id AS "ambitoId", a.slug AS "ambitoSlug", t.id AS "tavoloId", t.slug AS "tavoloSlug", t.nome AS tavolo, o.titolo, o.perche, o.minuti, o.proposta_at AS "propostaAt",
    jsonb_build_object('name', c.nome || ' ' || c.cognome, 'address', c.email) AS persona,
    ${chiAlTavolo('proposta.accogli', 'o.ambito_id', 'o.tavolo_id')} AS "alTavolo", ${chiNellAmbito('proposta.accogli', 'o.ambito_id')} AS "nellAmbito"
  FROM proposta o JOIN ambito a ON a.id = o.ambito_id JOIN tavolo t ON t.ambito_id = o.ambito_id AND t.id = o.tavolo_id JOIN account c ON c.id = o.account_id
  WHERE o.ambito_id = $1 AND o.id = $2`;
type Row = Omit<PropostaPerEmail, 'preparano'> & { readonly alTavolo: readonly Chi[]; readonly nellAmbito: readonly Chi[] };

export async function leggiPerEmail(db: Pick<EntityManager, 'query'>, ambitoId: string, id: string): Promise<PropostaPerEmail> {
  const [row] = await db.query<Row[]>(SQL(), [ambitoId, id]);
  if (!row) throw new Error('The proposal of this mail is gone.');
  const { alTavolo, nellAmbito, ...o } = row;
  return { ...o, preparano: alTavolo.length > 0 ? alTavolo : nellAmbito };
}

type Rest = Pick<EmailDraft, 'subject' | 'paragraphs' | 'action'>;

const mail = (o: PropostaPerEmail, { tipo }: Mail, to: Chi, rest: Rest): EmailDraft => ({
  chiave: `${tipo}:${o.id}:${to.address}:${o.version}`,
  tipo,
  to,
  about: { ambitoId: o.ambitoId, tipo: 'tavolo', id: o.tavoloId, tavoloId: o.tavoloId },
  facts: [
    ['Tavolo', o.tavolo],
    ['Punto proposto', o.titolo],
    ...(o.minuti === null ? [] : [['Minuti', String(o.minuti)] as const]),
    ['Proposta', conData('del', o.propostaAt)],
  ],
  ...rest,
});

export const emailRichiesta = (o: PropostaPerEmail): EmailDraft[] =>
  o.preparano.map(to =>
    mail(o, MAILS.richiesta, to, {
      subject: `Un punto proposto per il tavolo ${o.tavolo}`,
      paragraphs: [
        `${o.persona.name} propone un punto per un incontro del tavolo «${o.tavolo}»: «${o.titolo}».`,
        `Ha scritto: ${o.perche}`,
        'Puoi metterlo all’ordine del giorno di un incontro non ancora convocato, tenerlo per il prossimo, rinviarlo o non accoglierlo: chi lo propone legge la tua risposta.',
      ],
      action: { label: 'Rispondi alla proposta', path: `/${o.ambitoSlug}/area/tavoli/${o.tavoloSlug}/proposte` },
    }),
  );

const RISPOSTE = {
  accogli: { mail: MAILS.accolta, subject: 'Proposta accolta', testo: 'è stata accolta' },
  rinvia: { mail: MAILS.rinviata, subject: 'Proposta rinviata', testo: 'è stata rinviata: se ne riparla più avanti' },
  declina: { mail: MAILS.declinata, subject: 'Proposta non accolta', testo: 'non è stata accolta' },
} as const;

/** @param inOrdine whether it went into an ordine del giorno at once */
export function emailRisposta(azione: keyof typeof RISPOSTE, o: PropostaPerEmail, parole: string, inOrdine: boolean): EmailDraft {
  const { mail: tipo, subject, testo } = RISPOSTE[azione];
  const dopo = inOrdine
    ? 'È nell’ordine del giorno di un incontro che si sta preparando: il giorno lo dice la convocazione.'
    : 'È tenuta per il prossimo incontro.';
  return mail(o, tipo, o.persona, {
    subject: `${subject}: ${o.titolo}`,
    paragraphs: [
      `la tua proposta per il tavolo «${o.tavolo}», «${o.titolo}», ${testo}.`,
      `Risposta: ${parole}`,
      ...(azione === 'accogli' ? [dopo] : []),
    ],
    action: { label: 'Vedi le tue proposte', path: `/${o.ambitoSlug}/area/proposte` },
  });
}
