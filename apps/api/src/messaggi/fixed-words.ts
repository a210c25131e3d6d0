import type { EmailDraft } from '../platform/email/email.types.js';
import type { TipoEmail } from '../platform/email/mails.js';
import { fixedEmail, type FixedWords, type Stranger } from '../platform/email/fixed-words.js';

const SOMEBODY = 'Ricevi questo messaggio perché qualcuno ha scritto il tuo indirizzo in una pagina del portale.';
const IGNORE = 'Se non te lo aspettavi non devi fare nulla.';

/** What mails to strangers say, by their kind: read together, so that whoever reads them sees that they are ours alone. A kind that is not here gets the general ones. */
export const FIXED_WORDS = {
  'account.conferma': {
    subject: 'Conferma il tuo indirizzo',
    paragraphs: n => [
      'qualcuno, forse tu, ha chiesto di registrarsi al portale dei Tavoli Tematici con questo indirizzo. Se eri tu apri il collegamento entro 7 giorni: lì scrivi il tuo nome e scegli la password.',
      n > 1
        ? `In questo momento aspettano ${n} richieste di registrazione con questo indirizzo. Basta confermarne una: le altre finiscono da sole.`
        : '',
      'Non hai chiesto tu la registrazione? Non devi fare nulla: se nessuno apre il collegamento, l’account non nasce.',
    ],
    label: 'Conferma e scegli la password',
    why: SOMEBODY,
  },
  // To an address without account that asked for a link or a new password: perhaps its holder registered with another.
  'account.nessun_account': {
    subject: 'Nessun account con questo indirizzo',
    paragraphs: n => [
      'qualcuno, forse tu, ha provato a entrare nel portale dei Tavoli Tematici con questo indirizzo, ma non c’è un account che lo usa.',
      n > 0
        ? 'Una registrazione con questo indirizzo aspetta però la conferma: se l’hai chiesta tu, apri il messaggio «Conferma il tuo indirizzo» oppure registrati di nuovo.'
        : '',
      'Se eri tu, forse usi un altro indirizzo; oppure puoi registrarti adesso. Se non eri tu non devi fare nulla.',
    ],
    label: 'Registrati',
    why: SOMEBODY,
  },
  'account.cambio_email': {
    subject: 'Conferma il tuo nuovo indirizzo',
    paragraphs: () => [
      'qualcuno, forse tu, ha chiesto di usare questo indirizzo per il suo account sul portale dei Tavoli Tematici. Se eri tu apri il collegamento entro 24 ore, nel browser in cui hai fatto l’accesso.',
      'Se non eri tu non devi fare nulla: senza questo collegamento non succede niente.',
    ],
    label: 'Conferma il nuovo indirizzo',
    why: SOMEBODY,
  },
  'operatore.invito': {
    subject: 'Un invito nel portale dei Tavoli Tematici',
    paragraphs: () => [
      'un ente ti invita ad agire a suo nome nel portale dei Tavoli Tematici. Nella pagina dell’invito vedi quale ente, e puoi accettare.',
      `L’invito vale 7 giorni. ${IGNORE}`,
    ],
    label: 'Leggi l’invito',
    why: SOMEBODY,
  },
  'ente.registrato': {
    subject: 'Il tuo indirizzo è stato indicato per un ente',
    paragraphs: () => [
      'qualcuno ha registrato un ente nel portale dei Tavoli Tematici e ha indicato questo indirizzo come recapito dell’ente. L’ufficio controlla i dati.',
      'Se non sai di che cosa si tratta, avvisa l’ufficio dell’ambito.',
    ],
    label: 'Vai al portale',
    why: SOMEBODY,
  },
  'designazione.consenso': {
    subject: 'Un ente ti ha indicato per un tavolo: serve il tuo consenso',
    paragraphs: () => [
      'un ente ti ha indicato come suo rappresentante a un tavolo. Nella pagina vedi quale ente e quale tavolo, che cosa ti viene chiesto e come usiamo i tuoi dati.',
      'Puoi accettare o rifiutare: non serve un account. Finché non rispondi, il tuo nome non viene pubblicato. Conserva questo messaggio: dallo stesso collegamento puoi ritirare il consenso in qualunque momento.',
    ],
    label: 'Rispondi',
    why: 'Ricevi questo messaggio perché un ente ti ha indicato come suo rappresentante.',
  },
  'designazione.consensi': {
    subject: 'Un ente ti ha indicato per più tavoli: serve il tuo consenso',
    paragraphs: () => [
      'un ente ti ha indicato come suo rappresentante a più tavoli. Nella pagina vedi quale ente e quali tavoli, che cosa ti viene chiesto e come usiamo i tuoi dati.',
      'Puoi accettare o rifiutare, tavolo per tavolo: non serve un account. Finché non rispondi, il tuo nome non viene pubblicato. Conserva questo messaggio: dallo stesso collegamento puoi ritirare il consenso in qualunque momento.',
    ],
    label: 'Rispondi',
    why: 'Ricevi questo messaggio perché un ente ti ha indicato come suo rappresentante.',
  },
  'contributo.conferma': {
    subject: 'Conferma il tuo contributo',
    paragraphs: () => [
      'qualcuno, forse tu, ha mandato un contributo a un tavolo con questo indirizzo. Perché arrivi al tavolo devi confermarlo dal collegamento.',
      'Se nessuno lo conferma lo cancelliamo. Se non l’hai mandato tu, non devi fare niente.',
    ],
    label: 'Conferma il contributo',
    why: SOMEBODY,
  },
  'seguito.conferma': {
    subject: 'Vuoi seguire una pagina del portale?',
    paragraphs: () => [
      'qualcuno, forse tu, ha chiesto di ricevere a questo indirizzo le notizie di una pagina del portale dei Tavoli Tematici.',
      'Se eri tu, conferma. Se no, non devi fare niente: non ti scriveremo più.',
    ],
    label: 'Confermo, scrivetemi',
    why: SOMEBODY,
  },
} as const satisfies Readonly<Record<string, FixedWords>>;

/** A mail to an address whose holder has not said yes: it takes no words at all, but for where its button leads. */
export const emailASconosciuto = (stranger: Stranger & { readonly tipo: TipoEmail<keyof typeof FIXED_WORDS> }): EmailDraft =>
  fixedEmail(FIXED_WORDS[stranger.tipo as keyof typeof FIXED_WORDS], stranger);
