import { conData, conGiorno, dellaFrase, frase, RUOLO, type IncaricoView, type RuoloIncarico } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails, type Mail } from '../platform/email/mails.js';

export const MAILS = mails(
  'incarico',
  {
    assegnato: { to: 'la persona a cui è affidato l’incarico', when: 'l’incarico viene assegnato' },
    invito: { to: 'la persona a cui è affidato l’incarico, se non ha ancora un account', when: 'l’incarico viene assegnato' },
    accettato: { to: 'chi affida gli incarichi', when: 'chi era stato invitato ha creato il suo account e ha preso l’incarico' },
    rinnovato: { to: 'la persona che ha l’incarico', when: 'l’incarico viene rinnovato' },
    in_scadenza: { to: 'la persona che ha l’incarico e chi affida gli incarichi', when: 'mancano 60 giorni alla fine dell’incarico' },
    terminato: { to: 'la persona che aveva l’incarico', when: 'l’incarico termina' },
  },
  { garantite: true },
);

export interface AmbitoPerEmail {
  readonly id: string;
  readonly slug: string;
  readonly nome: string;
}

/** An incarico, as mails of a clock read it. */
export interface DaDire {
  readonly id: string;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly ambito: string;
  readonly ruolo: RuoloIncarico;
  readonly tavolo: { readonly id: string; readonly nome: string } | null;
  readonly nome: string;
  readonly cognome: string;
  readonly email: string;
  readonly scadeIl: string;
}

type Detto = Pick<IncaricoView, 'id' | 'ruolo' | 'tavolo' | 'nome' | 'cognome' | 'email'> &
  Partial<Pick<IncaricoView, 'incontro' | 'atto'>>;

const quale = (i: Detto): string =>
  dellaFrase(RUOLO[i.ruolo].incarico.nome) +
  (i.tavolo ? ` del tavolo «${i.tavolo.nome}»` : i.incontro ? ` dell’incontro «${i.incontro.titolo}»` : '');

const estremi = ({ numero, data }: { readonly numero: string; readonly data: string }): string => `n. ${numero} ${conGiorno('del', data)}`;

type Parti = Pick<EmailDraft, 'subject' | 'paragraphs' | 'action'> & { readonly volta?: string; readonly to?: EmailDraft['to'] };

function mail(a: AmbitoPerEmail, i: Detto, { tipo }: Mail, { volta, to, ...rest }: Parti): EmailDraft {
  const per = to ?? { name: `${i.nome} ${i.cognome}`.trim(), address: i.email };
  return {
    chiave: [tipo, i.id, per.address, ...(volta === undefined ? [] : [volta])].join(':'),
    tipo,
    to: per,
    about: { ambitoId: a.id, tipo: 'incarico', id: i.id, tavoloId: i.tavolo?.id ?? null },
    facts: [['Ambito', a.nome], ...(i.atto ? [['Atto', estremi(i.atto)] as const] : [])],
    ...rest,
  };
}

const durata = ({ dal, scadeIl }: Pick<IncaricoView, 'dal' | 'scadeIl'>): string[] =>
  scadeIl === null ? [] : [`L’incarico va ${conData('dal', new Date(dal))} ${conGiorno('al', scadeIl)} e si può rinnovare.`];

export function emailAssegnato(a: AmbitoPerEmail, i: IncaricoView, da: string): EmailDraft {
  return mail(a, i, MAILS.assegnato, {
    subject: `Il tuo incarico: ${quale(i)}`,
    paragraphs: [frase`${da} ti ha affidato l’incarico di ${quale(i)} [nel nomeEsteso].`, RUOLO[i.ruolo].incarico.compito, ...durata(i)],
    action: { label: 'Vai alla tua area', path: `/${a.slug}/area` },
  });
}

/** To an address without account: an office answers for it, and the secret stands after `#`, so no server ever sees it in an address. */
export function emailInvitoIncarico(a: AmbitoPerEmail, i: IncaricoView, da: string, segreto: string, finoA: Date): EmailDraft {
  return {
    ...mail(a, i, MAILS.invito, {
      subject: `Il tuo incarico: ${quale(i)}`,
      paragraphs: [
        frase`${da} ti ha affidato l’incarico di ${quale(i)} [nel nomeEsteso].`,
        'Per cominciare apri il collegamento: scrivi il tuo nome e scegli la password del tuo account.',
        ...durata(i),
        `Il collegamento vale ${conData('fino al', finoA)}. Se non te lo aspettavi puoi ignorarlo.`,
      ],
      action: { label: 'Scegli la password e comincia', path: `/conferma/incarico#${segreto}` },
    }),
    why: `Ricevi questo messaggio perché ${da} ha indicato il tuo indirizzo per affidarti un incarico.`,
    secret: true,
    known: true,
  };
}

/** To who gives incarichi: who was invited is here. */
export const emailAccettato = (a: AmbitoPerEmail, i: Detto, per: readonly EmailDraft['to'][]): EmailDraft[] =>
  per.map(to =>
    mail(a, i, MAILS.accettato, {
      to,
      subject: `${i.nome} ${i.cognome} ha preso l’incarico`,
      paragraphs: [
        frase`${i.nome} ${i.cognome} (${i.email}) ha creato il suo account e ha preso l’incarico di ${quale(i)} [nel nomeEsteso].`,
      ],
      action: { label: 'Vedi gli incarichi', path: `/${a.slug}/area/incarichi` },
    }),
  );

export function emailRinnovato(a: AmbitoPerEmail, i: IncaricoView): EmailDraft {
  const ultimo = i.rinnovi.at(-1);
  return mail(a, { ...i, atto: ultimo?.atto ?? i.atto }, MAILS.rinnovato, {
    volta: i.scadeIl ?? '',
    subject: `Il tuo incarico continua: ${quale(i)}`,
    paragraphs: [frase`il tuo incarico di ${quale(i)} [nel nomeEsteso] è stato rinnovato ${conGiorno('fino al', i.scadeIl ?? '')}.`],
    action: { label: 'Vai alla tua area', path: `/${a.slug}/area` },
  });
}

/** An incarico that ends soon: its holder, and who may renew it. */
export type InScadenza = DaDire & { readonly per: readonly EmailDraft['to'][] };
const ambitoDi = (i: DaDire): AmbitoPerEmail => ({ id: i.ambitoId, slug: i.ambitoSlug, nome: i.ambito });

export function emailInScadenza(i: InScadenza): EmailDraft[] {
  const finisce = conGiorno('il', i.scadeIl);
  const chi = `${i.nome} ${i.cognome}`;
  const suo = mail(ambitoDi(i), i, MAILS.in_scadenza, {
    volta: i.scadeIl,
    subject: `Il tuo incarico sta per finire: ${quale(i)}`,
    paragraphs: [
      frase`il tuo incarico di ${quale(i)} [nel nomeEsteso] finisce ${finisce}.`,
      'Si può rinnovare, dopo averne verificato l’andamento.',
    ],
    action: { label: 'Vai alla tua area', path: `/${i.ambitoSlug}/area` },
  });
  const altri = i.per.filter(to => to.address !== i.email);
  return [
    suo,
    ...altri.map(to =>
      mail(ambitoDi(i), i, MAILS.in_scadenza, {
        to,
        volta: i.scadeIl,
        subject: `Sta per finire l’incarico di ${chi}`,
        paragraphs: [
          frase`l’incarico di ${quale(i)} affidato a ${chi} finisce ${finisce}.`,
          'Verificane l’andamento: puoi rinnovarlo con un atto, o affidarlo ad altri. Se non fai niente finisce da solo.',
        ],
        action: { label: 'Vedi gli incarichi', path: `/${i.ambitoSlug}/area/incarichi` },
      }),
    ),
  ];
}

export function emailTerminato(a: AmbitoPerEmail, i: Detto): EmailDraft {
  return mail(a, i, MAILS.terminato, {
    subject: `È terminato il tuo incarico: ${quale(i)}`,
    paragraphs: [frase`il tuo incarico di ${quale(i)} [nel nomeEsteso] è terminato.`, 'Il tuo account resta attivo.'],
  });
}

/** One that ended by itself, at its last day. */
export const emailScaduto = (i: DaDire): EmailDraft => emailTerminato(ambitoDi(i), i);
