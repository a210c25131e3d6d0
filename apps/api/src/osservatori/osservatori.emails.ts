import { conData } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { chiAlTavolo, chiNellAmbito } from '../incarichi/chi.sql.js';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails, type Mail } from '../platform/email/mails.js';

const A_CHI_CHIEDE = 'chi ha chiesto di seguire il tavolo';
const A_CHI_GUIDA = 'chi guida il tavolo; se nessuno, chi coordina l’ambito';
export const MAILS = mails('osservatore', {
  richiesta: { to: A_CHI_GUIDA, when: 'una persona chiede di seguire il tavolo come osservatore' },
  ricevuta: { to: A_CHI_CHIEDE, when: 'la sua richiesta arriva' },
  ammesso: { to: A_CHI_CHIEDE, when: 'chi guida il tavolo accoglie la richiesta' },
  non_ammesso: { to: A_CHI_CHIEDE, when: 'chi guida il tavolo non accoglie la richiesta' },
  cessato: { to: A_CHI_CHIEDE, when: 'chi guida il tavolo dichiara che non lo segue più' },
  lasciato: { to: A_CHI_GUIDA, when: 'un osservatore lascia il tavolo, o ritira la richiesta' },
});

type Chi = EmailDraft['to'];

/** What mails about a request say. */
export interface OsservatorePerEmail {
  readonly id: string;
  readonly version: number;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly tavoloId: string;
  readonly tavoloSlug: string;
  readonly tavolo: string;
  readonly persona: Chi;
  readonly gruppo: string | null;
  readonly perche: string;
  readonly chiestoAt: Date;
  readonly guidano: readonly Chi[];
}

const SQL = (): string => `
  SELECT o.id, o.version, a.id AS "ambitoId", a.slug AS "ambitoSlug", t.id AS "tavoloId", t.slug AS "tavoloSlug", t.nome AS tavolo, o.gruppo, o.perche, o.chiesto_at AS "chiestoAt",
    jsonb_build_object('name', c.nome || ' ' || c.cognome, 'address', c.email) AS persona,
    ${chiAlTavolo('osservatore.ammetti', 'o.ambito_id', 'o.tavolo_id')} AS "alTavolo", ${chiNellAmbito('osservatore.ammetti', 'o.ambito_id')} AS "nellAmbito"
  FROM osservatore o JOIN ambito a ON a.id = o.ambito_id JOIN tavolo t ON t.ambito_id = o.ambito_id AND t.id = o.tavolo_id JOIN account c ON c.id = o.account_id
  WHERE o.ambito_id = $1 AND o.id = $2`;
type Row = Omit<OsservatorePerEmail, 'guidano'> & { readonly alTavolo: readonly Chi[]; readonly nellAmbito: readonly Chi[] };

export async function leggiPerEmail(db: EntityManager, ambitoId: string, id: string): Promise<OsservatorePerEmail> {
  const [row] = await db.query<Row[]>(SQL(), [ambitoId, id]);
  if (!row) throw new Error('The request of this mail is gone.');
  const { alTavolo, nellAmbito, ...o } = row;
  return { ...o, guidano: alTavolo.length > 0 ? alTavolo : nellAmbito };
}

type Rest = Pick<EmailDraft, 'subject' | 'paragraphs'> & Partial<EmailDraft>;

const mail = (o: OsservatorePerEmail, { tipo }: Mail, to: Chi, rest: Rest): EmailDraft => ({
  chiave: `${tipo}:${o.id}:${to.address}:${o.version}`,
  tipo,
  to,
  about: { ambitoId: o.ambitoId, tipo: 'tavolo', id: o.tavoloId, tavoloId: o.tavoloId },
  facts: [['Tavolo', o.tavolo], ...(o.gruppo === null ? [] : [['Gruppo', o.gruppo] as const]), ['Richiesta', conData('del', o.chiestoAt)]],
  ...rest,
});

const chi = (o: OsservatorePerEmail): string => (o.gruppo === null ? o.persona.name : `${o.persona.name}, per il gruppo «${o.gruppo}»,`);
const laTua = (o: OsservatorePerEmail): EmailDraft['action'] => ({
  label: 'Vedi la tua richiesta',
  path: `/${o.ambitoSlug}/area/tavoli/${o.tavoloSlug}/osservatore`,
});
const leRichieste = (o: OsservatorePerEmail): EmailDraft['action'] => ({
  label: 'Vedi gli osservatori',
  path: `/${o.ambitoSlug}/area/tavoli/${o.tavoloSlug}/osservatori`,
});
const COME =
  'Un osservatore è invitato agli incontri senza diritto di voto: può prendere la parola quando gli è data, e non conta nel numero legale.';

export const emailRichiesta = (o: OsservatorePerEmail): EmailDraft[] => [
  ...o.guidano.map(to =>
    mail(o, MAILS.richiesta, to, {
      subject: `Richiesta di seguire il tavolo ${o.tavolo}`,
      paragraphs: [`${chi(o)} chiede di seguire il tavolo «${o.tavolo}» come osservatore.`, `Ha scritto: ${o.perche}`, COME],
      action: { ...leRichieste(o), label: 'Rispondi alla richiesta' } as EmailDraft['action'],
    }),
  ),
  mail(o, MAILS.ricevuta, o.persona, {
    subject: `Richiesta ricevuta: osservare il tavolo ${o.tavolo}`,
    paragraphs: [
      `abbiamo ricevuto la tua richiesta di seguire il tavolo «${o.tavolo}» come osservatore. Risponde chi guida il tavolo.`,
      COME,
    ],
    action: laTua(o),
  }),
];

export const emailAmmesso = (o: OsservatorePerEmail): EmailDraft =>
  mail(o, MAILS.ammesso, o.persona, {
    subject: `Ora segui il tavolo ${o.tavolo}`,
    paragraphs: [
      `la tua richiesta di seguire il tavolo «${o.tavolo}» come osservatore è stata accolta.`,
      `Da ora ricevi gli inviti ai suoi incontri. ${COME}`,
      'Puoi smettere quando vuoi, dalla pagina qui sotto.',
    ],
    action: laTua(o),
  });

export const emailNonAmmesso = (o: OsservatorePerEmail, motivo: string): EmailDraft =>
  mail(o, MAILS.non_ammesso, o.persona, {
    subject: `Richiesta non accolta: osservare il tavolo ${o.tavolo}`,
    paragraphs: [
      `la tua richiesta di seguire il tavolo «${o.tavolo}» come osservatore non è stata accolta.`,
      `Motivo: ${motivo}`,
      'Gli incontri, i verbali e gli elaborati pubblicati restano aperti a tutti, e al tavolo puoi mandare un contributo.',
    ],
    action: { label: 'Vai al tavolo', path: `/${o.ambitoSlug}/tavoli/${o.tavoloSlug}` },
  });

export const emailCessato = (o: OsservatorePerEmail, motivo: string): EmailDraft =>
  mail(o, MAILS.cessato, o.persona, {
    subject: `Non segui più il tavolo ${o.tavolo} come osservatore`,
    paragraphs: [
      `da oggi non segui più il tavolo «${o.tavolo}» come osservatore.`,
      `Motivo: ${motivo}`,
      'Se eri già tra gli invitati a un incontro ricevi la disdetta per il calendario.',
    ],
    action: { label: 'Vai al tavolo', path: `/${o.ambitoSlug}/tavoli/${o.tavoloSlug}` },
  });

/** @param ammesso whether they followed the tavolo, or only asked */
export const emailLasciato = (o: OsservatorePerEmail, ammesso: boolean): EmailDraft[] =>
  o.guidano.map(to =>
    mail(o, MAILS.lasciato, to, {
      subject: ammesso ? `Un osservatore lascia il tavolo ${o.tavolo}` : `Richiesta ritirata: osservare il tavolo ${o.tavolo}`,
      paragraphs: [
        ammesso
          ? `${chi(o)} non segue più il tavolo «${o.tavolo}» come osservatore.`
          : `${chi(o)} ha ritirato la richiesta di seguire il tavolo «${o.tavolo}» come osservatore.`,
        'Non devi fare nulla.',
      ],
      action: leRichieste(o),
    }),
  );
