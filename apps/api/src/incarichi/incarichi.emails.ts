import { dellaFrase, frase, RUOLO, type IncaricoView } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails, type Mail } from '../platform/email/mails.js';

export const MAILS = mails('incarico', {
  assegnato: { to: 'la persona a cui è affidato l’incarico', when: 'l’incarico viene assegnato' },
  terminato: { to: 'la persona che aveva l’incarico', when: 'l’incarico termina' },
});

export interface AmbitoPerEmail {
  readonly id: string;
  readonly slug: string;
  readonly nome: string;
}

const quale = (i: IncaricoView): string =>
  dellaFrase(RUOLO[i.ruolo].incarico.nome) +
  (i.tavolo ? ` del tavolo «${i.tavolo.nome}»` : i.incontro ? ` dell’incontro «${i.incontro.titolo}»` : '');

function mail(a: AmbitoPerEmail, i: IncaricoView, { tipo }: Mail, rest: Pick<EmailDraft, 'subject' | 'paragraphs' | 'action'>): EmailDraft {
  return {
    chiave: `${tipo}:${i.id}:${i.email}`,
    tipo,
    to: { name: `${i.nome} ${i.cognome}`, address: i.email },
    about: { ambitoId: a.id, tipo: 'incarico', id: i.id, tavoloId: i.tavolo?.id ?? null },
    facts: [['Ambito', a.nome]],
    ...rest,
  };
}

export function emailAssegnato(a: AmbitoPerEmail, i: IncaricoView, da: string): EmailDraft {
  return mail(a, i, MAILS.assegnato, {
    subject: `Il tuo incarico: ${quale(i)}`,
    paragraphs: [frase`${da} ti ha affidato l’incarico di ${quale(i)} [nel nomeEsteso].`, RUOLO[i.ruolo].incarico.compito],
    action: { label: 'Vai alla tua area', path: `/${a.slug}/area` },
  });
}

export function emailTerminato(a: AmbitoPerEmail, i: IncaricoView): EmailDraft {
  return mail(a, i, MAILS.terminato, {
    subject: `È terminato il tuo incarico: ${quale(i)}`,
    paragraphs: [frase`il tuo incarico di ${quale(i)} [nel nomeEsteso] è terminato.`, 'Il tuo account resta attivo.'],
  });
}
