import type { EntityManager } from 'typeorm';
import { chiAlTavolo, chiNellAmbito } from '../incarichi/chi.sql.js';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';
import { ProblemError } from '../platform/problem/problem.error.js';

export const MAILS = mails(
  'decadenza',
  {
    proposta: { to: 'chi decide', when: 'il referente di un tavolo propone di valutare la decadenza di un ente' },
    proposta_accolta: { to: 'i referenti del tavolo', when: 'dalla loro proposta si apre un procedimento' },
    proposta_declinata: { to: 'i referenti del tavolo', when: 'chi decide non accoglie la loro proposta' },
  },
  { garantite: true },
);

interface Indirizzo {
  readonly name: string;
  readonly address: string;
}
export interface PropostaPerEmail {
  readonly id: string;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly designazioneId: string;
  readonly tavoloId: string;
  readonly tavoloSlug: string;
  readonly tavolo: string;
  readonly ente: string;
  readonly da: string;
  readonly ragioni: string;
  readonly perChiDecide: readonly Indirizzo[];
  readonly perReferenti: readonly Indirizzo[];
}

const sql = (): string => `
  SELECT p.id, a.id AS "ambitoId", a.slug AS "ambitoSlug", d.id AS "designazioneId", t.id AS "tavoloId", t.slug AS "tavoloSlug", t.nome AS tavolo, e.denominazione AS ente,
    p.proposta_da AS da, p.ragioni, ${chiNellAmbito('decadenza.apri', 'p.ambito_id')} AS "perChiDecide", ${chiAlTavolo('decadenza.proponi', 'p.ambito_id', 't.id')} AS "perReferenti"
  FROM decadenza_proposta p JOIN designazione d ON d.ambito_id = p.ambito_id AND d.id = $3 JOIN ambito a ON a.id = p.ambito_id
  JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
  WHERE p.ambito_id = $1 AND p.id = $2`;

/** All that the mails about a proposal say and to whom. @param designazioneId by which the ente has the seat now */
export async function leggiProposta(db: EntityManager, ambitoId: string, id: string, designazioneId: string): Promise<PropostaPerEmail> {
  const [row] = await db.query<PropostaPerEmail[]>(sql(), [ambitoId, id, designazioneId]);
  if (row === undefined) throw new ProblemError('risorsa.non_trovata');
  return row;
}

function mail(
  p: PropostaPerEmail,
  quale: keyof typeof MAILS,
  to: Indirizzo,
  rest: Pick<EmailDraft, 'subject' | 'paragraphs' | 'action'>,
): EmailDraft {
  const { tipo } = MAILS[quale];
  const about = { ambitoId: p.ambitoId, tipo: 'designazione', id: p.designazioneId, tavoloId: p.tavoloId };
  return {
    chiave: `${tipo}:${p.id}:${to.address}`,
    tipo,
    to,
    about,
    facts: [
      ['Ente', p.ente],
      ['Tavolo', p.tavolo],
    ],
    ...rest,
  };
}

export const emailProposta = (p: PropostaPerEmail): EmailDraft[] =>
  p.perChiDecide.map(to =>
    mail(p, 'proposta', to, {
      subject: `Proposta di decadenza: ${p.ente}, ${p.tavolo}`,
      paragraphs: [
        `${p.da} propone di valutare la decadenza di ${p.ente} dal tavolo «${p.tavolo}».`,
        `Perché: ${p.ragioni}`,
        'Non è ancora successo nulla, e l’ente non ha ricevuto niente: puoi aprire il procedimento, oppure non accogliere la proposta e dire perché.',
      ],
      action: { label: 'Guarda le prove e decidi', path: `/${p.ambitoSlug}/area/designazioni/${p.designazioneId}/decadenza` },
    }),
  );

const partecipazione = (p: PropostaPerEmail) => ({
  label: 'Vedi la partecipazione degli enti',
  path: `/${p.ambitoSlug}/area/tavoli/${p.tavoloSlug}/partecipazione`,
});

export const emailAccolta = (p: PropostaPerEmail): EmailDraft[] =>
  p.perReferenti.map(to =>
    mail(p, 'proposta_accolta', to, {
      subject: `Procedimento aperto: ${p.ente}, ${p.tavolo}`,
      paragraphs: [
        `dalla tua proposta si è aperto il procedimento di decadenza di ${p.ente} dal tavolo «${p.tavolo}».`,
        'L’ente ha ricevuto la comunicazione di avvio e può scrivere. Finché il procedimento non si conclude tiene il suo posto.',
      ],
      action: partecipazione(p),
    }),
  );

export const emailDeclinata = (p: PropostaPerEmail, motivo: string): EmailDraft[] =>
  p.perReferenti.map(to =>
    mail(p, 'proposta_declinata', to, {
      subject: `Proposta non accolta: ${p.ente}, ${p.tavolo}`,
      paragraphs: [
        `la proposta di valutare la decadenza di ${p.ente} dal tavolo «${p.tavolo}» non è stata accolta.`,
        `Motivo: ${motivo}`,
        'L’ente tiene il suo posto e non ha ricevuto niente. Se le cose cambiano puoi fare un’altra proposta.',
      ],
      action: partecipazione(p),
    }),
  );
