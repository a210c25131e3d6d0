import type { EmailDraft } from '../platform/email/email.types.js';

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
const mail = (tipo: string, id: string, to: EmailDraft['to'], rest: Pick<EmailDraft, 'subject' | 'paragraphs'> & Partial<EmailDraft>): EmailDraft => ({
  chiave: `account.${tipo}:${id}:${to.address}`,
  tipo: `account.${tipo}`,
  to,
  ...rest,
});

const WRITTEN_BY_SOMEBODY = 'Ricevi questo messaggio perché qualcuno ha scritto il tuo indirizzo in una pagina del portale.';
const NOT_YOU = 'Se non sei stato tu non devi fare nulla: senza questo collegamento non succede niente.';
const CHANGED_NOT_YOU = 'Se non sei stato tu, scegli subito una nuova password dalla pagina «Password dimenticata» e avvisa chi gestisce il portale.';

export function emailConferma(persona: Persona, { id, segreto }: Link): EmailDraft {
  return mail('conferma', id, recipient(persona), {
    subject: 'Conferma il tuo indirizzo',
    paragraphs: [
      'hai chiesto di registrarti al portale dei Tavoli Tematici con questo indirizzo. Per completare la registrazione confermalo entro 7 giorni.',
      'Non hai chiesto tu la registrazione? Allora non confermare: qualcuno potrebbe aver usato il tuo indirizzo. Se non confermi, l’account non nasce.',
    ],
    action: { label: 'Conferma l’indirizzo', path: `/conferma#${segreto}` },
    why: WRITTEN_BY_SOMEBODY,
    secret: true,
  });
}

/** To the holder, when somebody registers with an address that already has an account. */
export function emailGiaRegistrato(persona: Persona, { id }: Link): EmailDraft {
  return mail('gia_registrato', id, recipient(persona), {
    subject: 'Hai già un account',
    paragraphs: [
      'qualcuno, forse tu, ha chiesto di registrarsi al portale dei Tavoli Tematici con questo indirizzo. Hai già un account: non ne serve un altro.',
      'Se non ricordi la password, nella pagina di accesso puoi chiedere un collegamento per entrare o sceglierne una nuova. Se non sei stato tu non devi fare nulla.',
    ],
    action: { label: 'Accedi', path: '/accedi' },
  });
}

export function emailAccesso(persona: Persona, { id, segreto }: Link): EmailDraft {
  return mail('accesso', id, recipient(persona), {
    subject: 'Il collegamento per accedere',
    paragraphs: ['ecco il collegamento per accedere al portale dei Tavoli Tematici. Vale 10 minuti e si usa una volta sola.', NOT_YOU],
    action: { label: 'Accedi', path: `/accedi/link#${segreto}` },
    secret: true,
  });
}

export function emailReset(persona: Persona, { id, segreto }: Link): EmailDraft {
  return mail('reset', id, recipient(persona), {
    subject: 'Scegli una nuova password',
    paragraphs: ['hai chiesto di scegliere una nuova password. Il collegamento vale 30 minuti e si usa una volta sola.', NOT_YOU],
    action: { label: 'Scegli una nuova password', path: `/password/nuova#${segreto}` },
    secret: true,
  });
}

/** To an address without account that asked for a link, a reset or a confirmation: perhaps its holder registered with another. */
export function emailNessunAccount(email: string, { id }: Link): EmailDraft {
  return mail('nessun_account', id, { name: '', address: email }, {
    subject: 'Nessun account con questo indirizzo',
    paragraphs: [
      'qualcuno, forse tu, ha provato a entrare nel portale dei Tavoli Tematici con questo indirizzo, ma non c’è un account che lo usa.',
      'Se sei stato tu, forse ti sei registrato con un altro indirizzo; oppure puoi registrarti adesso. Se non sei stato tu non devi fare nulla.',
    ],
    action: { label: 'Registrati', path: '/registrati' },
    why: WRITTEN_BY_SOMEBODY,
  });
}

export function emailPasswordCambiata(persona: Persona, occasione: string): EmailDraft {
  return mail('password_cambiata', occasione, recipient(persona), {
    subject: 'La tua password è cambiata',
    paragraphs: ['la password del tuo account sul portale dei Tavoli Tematici è stata cambiata, e tutti gli altri accessi aperti sono stati chiusi.', CHANGED_NOT_YOU],
    action: { label: 'Password dimenticata', path: '/password' },
  });
}

/** To the new address, to be confirmed. */
export function emailNuovoIndirizzo(persona: Persona, nuova: string, { id, segreto }: Link): EmailDraft {
  return mail('cambio_email', id, { ...recipient(persona), address: nuova }, {
    subject: 'Conferma il tuo nuovo indirizzo',
    paragraphs: ['hai chiesto di usare questo indirizzo per il tuo account sul portale dei Tavoli Tematici. Il collegamento vale 24 ore.', NOT_YOU],
    action: { label: 'Conferma il nuovo indirizzo', path: `/conferma/indirizzo#${segreto}` },
    secret: true,
  });
}

/** To the new address, when it already belongs to another account. */
export function emailIndirizzoOccupato(persona: Persona, { id }: Link): EmailDraft {
  return mail('indirizzo_occupato', id, recipient(persona), {
    subject: 'Questo indirizzo ha già un account',
    paragraphs: ['qualcuno, forse tu, ha chiesto di usare questo indirizzo per un altro account del portale dei Tavoli Tematici. Non è possibile: questo indirizzo ne ha già uno.', 'Se non sei stato tu non devi fare nulla.'],
    action: { label: 'Accedi', path: '/accedi' },
  });
}

/** To the old address, at once: the holder of the mailbox must know before it counts no more. */
export function emailCambioChiesto(persona: Persona, nuova: string, { id }: Link): EmailDraft {
  return mail('cambio_email_avviso', id, recipient(persona), {
    subject: 'Hai chiesto di cambiare indirizzo',
    paragraphs: [`hai chiesto di usare l’indirizzo ${nuova} per il tuo account. Finché non lo confermi dal messaggio che abbiamo mandato lì, continui a usare questo.`, CHANGED_NOT_YOU],
    action: { label: 'Password dimenticata', path: '/password' },
  });
}

export function emailIndirizzoCambiato(persona: Persona, nuova: string, occasione: string): EmailDraft {
  return mail('email_cambiata', occasione, recipient(persona), {
    subject: 'Il tuo indirizzo è cambiato',
    paragraphs: [`da ora il tuo account sul portale dei Tavoli Tematici usa l’indirizzo ${nuova}. Questo indirizzo non serve più per accedere.`, 'Se non sei stato tu, avvisa subito chi gestisce il portale.'],
  });
}
