import type { EmailDraft } from '../../platform/email/email.types.js';
import { emailASconosciuto } from '../../messaggi/fixed-words.js';
import { mails } from '../../platform/email/mails.js';

const HOLDER = 'chi ha l’account';
export const MAILS = mails('account', {
  conferma: { to: 'l’indirizzo scritto nella registrazione', when: 'qualcuno si registra' },
  nessun_account: { to: 'l’indirizzo scritto', when: 'qualcuno chiede di entrare, o una nuova password, con un indirizzo senza account' },
  gia_registrato: { to: HOLDER, when: 'qualcuno si registra con il suo indirizzo' },
  accesso: { to: HOLDER, when: 'chiede il collegamento per entrare senza password' },
  reset: { to: HOLDER, when: 'chiede di scegliere una nuova password' },
  password_cambiata: { to: HOLDER, when: 'la password è cambiata' },
  cambio_email: { to: 'il nuovo indirizzo', when: 'chi ha l’account chiede di cambiare indirizzo' },
  cambio_email_avviso: { to: 'l’indirizzo di prima', when: 'chi ha l’account chiede di cambiare indirizzo' },
  indirizzo_occupato: { to: 'chi ha già quell’indirizzo', when: 'qualcuno chiede di usarlo per un altro account' },
  email_cambiata: { to: 'l’indirizzo di prima', when: 'il nuovo indirizzo è confermato' },
  tentativi: { to: HOLDER, when: 'arrivano molte password sbagliate, e di nuovo quando raddoppiano; una volta al giorno al massimo' },
  dispositivo_nuovo: { to: HOLDER, when: 'qualcuno entra da un browser mai usato per quell’account' },
});

interface Persona {
  readonly nome: string;
  readonly cognome: string;
  readonly email: string;
}
interface Link {
  /** Of the secret: keeps the mail one of its kind. */
  readonly id: string;
  readonly segreto: string;
}

const recipient = ({ nome, cognome, email }: Persona): EmailDraft['to'] => ({ name: `${nome} ${cognome}`, address: email });
/** What a mail about an account says nearly always lets its reader act as its holder. */
const mail = (
  quale: keyof typeof MAILS,
  id: string,
  to: EmailDraft['to'],
  rest: Pick<EmailDraft, 'subject' | 'paragraphs'> & Partial<EmailDraft>,
): EmailDraft => ({
  chiave: `account.${quale}:${id}:${to.address}`,
  tipo: MAILS[quale].tipo,
  to,
  secret: true,
  ...rest,
});

const NOT_YOU = 'Se non eri tu non devi fare nulla: senza questo collegamento non succede niente.';
const CHANGED_NOT_YOU =
  'Se non eri tu, scegli subito una nuova password dalla pagina «Password dimenticata» e avvisa chi gestisce il portale.';

/** @param n how many registrations of this address wait, this one included */
export const emailConferma = (address: string, { id, segreto }: Link, n: number): EmailDraft =>
  emailASconosciuto({
    tipo: MAILS.conferma.tipo,
    chiave: `account.conferma:${id}:${address}`,
    address,
    path: `/conferma#${segreto}`,
    n,
    secret: true,
  });

/** @param n how many registrations of this address wait */
export const emailNessunAccount = (address: string, id: string, n: number): EmailDraft =>
  emailASconosciuto({
    tipo: MAILS.nessun_account.tipo,
    chiave: `account.nessun_account:${id}:${address}`,
    address,
    path: '/registrati',
    n,
    secret: true,
  });

/** To the new address, to be confirmed. */
export const emailNuovoIndirizzo = (address: string, { id, segreto }: Link): EmailDraft =>
  emailASconosciuto({
    tipo: MAILS.cambio_email.tipo,
    chiave: `account.cambio_email:${id}:${address}`,
    address,
    path: `/conferma/indirizzo#${segreto}`,
    secret: true,
  });

/** To the holder, when somebody registers with an address that already has an account. */
export function emailGiaRegistrato(persona: Persona, id: string): EmailDraft {
  return mail('gia_registrato', id, recipient(persona), {
    subject: 'Hai già un account',
    paragraphs: [
      'qualcuno, forse tu, ha chiesto di registrarsi al portale dei Tavoli Tematici con questo indirizzo. Hai già un account: non ne serve un altro.',
      'Se non ricordi la password, nella pagina di accesso puoi chiedere un collegamento per entrare o sceglierne una nuova. Se non eri tu non devi fare nulla.',
    ],
    action: { label: 'Accedi', path: '/accedi' },
  });
}

export function emailAccesso(persona: Persona, { id, segreto }: Link): EmailDraft {
  return mail('accesso', id, recipient(persona), {
    subject: 'Il collegamento per accedere',
    paragraphs: ['ecco il collegamento per accedere al portale dei Tavoli Tematici. Vale 10 minuti e si usa una volta sola.', NOT_YOU],
    action: { label: 'Accedi', path: `/accedi/link#${segreto}` },
  });
}

export function emailReset(persona: Persona, { id, segreto }: Link): EmailDraft {
  return mail('reset', id, recipient(persona), {
    subject: 'Scegli una nuova password',
    paragraphs: ['hai chiesto di scegliere una nuova password. Il collegamento vale 30 minuti e si usa una volta sola.', NOT_YOU],
    action: { label: 'Scegli una nuova password', path: `/password/nuova#${segreto}` },
  });
}

export function emailPasswordCambiata(persona: Persona, occasione: string): EmailDraft {
  return mail('password_cambiata', occasione, recipient(persona), {
    subject: 'La tua password è cambiata',
    paragraphs: [
      'la password del tuo account sul portale dei Tavoli Tematici è stata cambiata, e tutti gli altri accessi aperti sono stati chiusi.',
      CHANGED_NOT_YOU,
    ],
    action: { label: 'Password dimenticata', path: '/password' },
  });
}

/** To the new address, when it already belongs to another account. */
export function emailIndirizzoOccupato(persona: Persona, { id }: Link): EmailDraft {
  return mail('indirizzo_occupato', id, recipient(persona), {
    subject: 'Questo indirizzo ha già un account',
    paragraphs: [
      'qualcuno, forse tu, ha chiesto di usare questo indirizzo per un altro account del portale dei Tavoli Tematici. Non è possibile: questo indirizzo ne ha già uno.',
      'Se non eri tu non devi fare nulla.',
    ],
    action: { label: 'Accedi', path: '/accedi' },
  });
}

/** To the old address, at once: the holder of the mailbox must know before it counts no more. */
export function emailCambioChiesto(persona: Persona, nuova: string, { id }: Link): EmailDraft {
  return mail('cambio_email_avviso', id, recipient(persona), {
    subject: 'Hai chiesto di cambiare indirizzo',
    paragraphs: [
      `hai chiesto di usare l’indirizzo ${nuova} per il tuo account. Finché non lo confermi dal messaggio che abbiamo mandato lì, continui a usare questo.`,
      CHANGED_NOT_YOU,
    ],
    action: { label: 'Password dimenticata', path: '/password' },
  });
}

/** To the holder, once a day at most: a guess at the password from somewhere, again and again. @param quante wrong passwords since the last pause of a day */
export function emailTentativi(persona: Persona, accountId: string, giorno: string, quante: number): EmailDraft {
  return mail('tentativi', `${accountId}:${giorno}`, recipient(persona), {
    subject: 'Qualcuno prova a entrare nel tuo account',
    paragraphs: [
      `sul tuo account del portale dei Tavoli Tematici sono arrivate ${quante} password sbagliate. Nessuno è entrato: abbiamo rallentato i tentativi. Se continuano te lo scriveremo ancora.`,
      'Se eri tu, usa il collegamento per entrare senza password, o scegline una nuova: funzionano sempre. Se non eri tu non devi fare nulla; una password lunga e solo tua resta la difesa migliore.',
    ],
    action: { label: 'Entra senza password', path: '/accedi/link' },
  });
}

/** To the holder: somebody has signed in from a browser that the account had never used. */
export function emailDispositivoNuovo(persona: Persona, dispositivo: string, occasione: string): EmailDraft {
  return mail('dispositivo_nuovo', occasione, recipient(persona), {
    subject: 'Nuovo accesso al tuo account',
    paragraphs: [
      `qualcuno, forse tu, è entrato nel tuo account del portale dei Tavoli Tematici da un dispositivo che non avevi ancora usato: ${dispositivo}.`,
      'Se eri tu non devi fare nulla. Se non eri tu, scegli subito una nuova password: tutti gli accessi aperti si chiudono.',
    ],
    action: { label: 'Password dimenticata', path: '/password' },
    links: [{ label: 'Vedi dove hai fatto l’accesso', path: '/account' }],
  });
}

export function emailIndirizzoCambiato(persona: Persona, nuova: string, occasione: string): EmailDraft {
  return mail('email_cambiata', occasione, recipient(persona), {
    known: true,
    subject: 'Il tuo indirizzo è cambiato',
    paragraphs: [
      `da ora il tuo account sul portale dei Tavoli Tematici usa l’indirizzo ${nuova}. Questo indirizzo non serve più per accedere.`,
      'Se non eri tu, avvisa subito chi gestisce il portale.',
    ],
  });
}

/** Whose holder has confirmed it. */
export const NOTO_PER_ACCOUNT = 'EXISTS (SELECT 1 FROM account c WHERE c.email = a AND c.email_confermata_at IS NOT NULL)';
