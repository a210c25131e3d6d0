import { dellaFrase } from '../ambiti/ambito.words.js';

/**
 * **Each role, said once.** A role is a relation to a place, never global (but for `amministratore`): the same person is referente of one tavolo and
 * cittadino at the next. Types, the schema of incarichi, what counts where (`rolesIn`), visibility, live rooms, recipients of mails, forms
 * and words are read from here; what a role may do is said by the matrix alone. Outside this folder no role is named: who asks names a permission.
 * A row of the database whose role is not declared here counts for nothing. The order is from who sees least to who decides most.
 */

/**
 * Where a role is held, that is what a place must name for it to count there.
 * `chiunque`: by everybody. `account`: by who has signed in. `segreto`: by who holds the secret mailed for that thing. `seggio`: by who sits at one of
 * its tavoli. `tavoli`: not held by itself, but what a role of one tavolo counts as (`congiunto`) in what several do together on the call of another.
 */
export const DOVE = [
  'chiunque',
  'account',
  'segreto',
  'installazione',
  'ambito',
  'tavolo',
  'tavoli',
  'ente',
  'incontro',
  'seggio',
] as const;
export type Dove = (typeof DOVE)[number];

/** What the office says of a role that it gives, on its page and in the mails; `[…]` are the words of the ambito (`conParole`). */
export interface DichiarazioneIncarico {
  /** As in «l’incarico di …», in a mail (`frase`): `[m|f|of who has not said]`; of a tavolo, its name follows. */
  readonly nome: string;
  /** What the person is told that they may do from now on. */
  readonly compito: string;
  /** The people who hold it, on the page of incarichi; `vuoto` where there is none. */
  readonly gruppo: { readonly titolo: string; readonly vuoto: string };
  /** The choice of the form. */
  readonly scelta: { readonly label: string; readonly hint: string };
  /** Whether it is told where it comes from (`ORIGINI_INCARICO`): an act of the office, or the choice of the tavolo. */
  readonly origine?: true;
}

export interface DichiarazioneRuolo {
  readonly dove: Dove;
  /** In a table: long enough to be understood alone. */
  readonly etichetta: string;
  /** In a sentence, after «sei»: of a man, of a woman, of many. */
  readonly parole: { readonly uno: string; readonly una: string; readonly piu: string };
  /** What a role of one tavolo counts as where several tavoli meet on the call of another; without it, nothing there. */
  readonly congiunto?: string;
  /** Present in the roles that the office gives. */
  readonly incarico?: DichiarazioneIncarico;
}

export const RUOLO = {
  pubblico: { dove: 'chiunque', etichetta: 'Pubblico', parole: { uno: 'visitatore', una: 'visitatrice', piu: 'visitatori' } },
  cittadino: {
    dove: 'account',
    etichetta: 'Cittadino che ha fatto l’accesso',
    parole: { uno: 'cittadino', una: 'cittadina', piu: 'cittadini' },
  },
  designato: {
    dove: 'segreto',
    etichetta: 'Persona designata',
    parole: { uno: 'designato', una: 'designata', piu: 'designati' },
  },
  rappresentante: {
    dove: 'seggio',
    etichetta: 'Rappresentante',
    parole: { uno: 'rappresentante', una: 'rappresentante', piu: 'rappresentanti' },
  },
  operatore: { dove: 'ente', etichetta: 'Operatore dell’ente', parole: { uno: 'operatore', una: 'operatrice', piu: 'operatori' } },
  verbalizzante: {
    dove: 'incontro',
    etichetta: 'Verbalizzante di un incontro',
    parole: { uno: 'verbalizzante', una: 'verbalizzante', piu: 'verbalizzanti' },
    incarico: {
      nome: 'verbalizzante',
      compito: 'Da quando l’incontro comincia puoi scriverne il verbale, fino all’approvazione.',
      gruppo: { titolo: 'Verbalizzanti di un incontro', vuoto: 'Nessuno: si sceglie nella pagina dell’incontro.' },
      scelta: { label: 'Verbalizzante di un incontro', hint: 'Scrive il verbale di quell’incontro.' },
    },
  },
  verbalizzante_tavolo: {
    dove: 'tavolo',
    etichetta: 'Verbalizzante del tavolo',
    parole: { uno: 'verbalizzante', una: 'verbalizzante', piu: 'verbalizzanti' },
    incarico: {
      nome: 'verbalizzante',
      compito: 'Da adesso puoi scrivere i verbali degli incontri del tuo tavolo, fino all’approvazione.',
      gruppo: { titolo: 'Verbalizzanti dei tavoli', vuoto: 'Nessun tavolo ha un verbalizzante fisso.' },
      scelta: { label: 'Verbalizzante di un tavolo', hint: 'Scrive i verbali di tutti gli incontri del tavolo.' },
    },
  },
  coordinatore_tavolo: {
    dove: 'tavolo',
    etichetta: 'Coordinatore di tavolo',
    parole: { uno: 'coordinatore di tavolo', una: 'coordinatrice di tavolo', piu: 'coordinatori di tavolo' },
    incarico: {
      nome: '[coordinatore|coordinatrice|coordinamento]',
      compito:
        'Da adesso puoi preparare e convocare gli incontri del tuo tavolo, rilevarne le presenze, scriverne i verbali e gli elaborati. Le designazioni e le pubblicazioni restano al referente.',
      gruppo: { titolo: 'Coordinatori di tavolo', vuoto: 'Nessun tavolo ha un suo coordinatore.' },
      scelta: { label: 'Coordinatore di un tavolo', hint: 'Convoca e presiede gli incontri; può essere una persona del Terzo settore.' },
      origine: true,
    },
  },
  referente: {
    dove: 'tavolo',
    etichetta: 'Referente del tavolo',
    parole: { uno: 'referente', una: 'referente', piu: 'referenti' },
    congiunto: 'referente_congiunto',
    incarico: {
      nome: 'referente',
      compito: 'Da adesso puoi esaminare le designazioni arrivate al tuo tavolo e aggiornare la sua pagina.',
      gruppo: { titolo: 'Referenti dei tavoli', vuoto: 'Nessun tavolo ha ancora un referente.' },
      scelta: { label: 'Referente di un tavolo', hint: 'Esamina le designazioni del suo tavolo.' },
    },
  },
  referente_congiunto: {
    dove: 'tavoli',
    etichetta: 'Referente di un altro tavolo chiamato insieme',
    parole: { uno: 'referente', una: 'referente', piu: 'referenti' },
  },
  ufficio_di_piano: {
    dove: 'ambito',
    etichetta: 'Ufficio dell’ambito',
    parole: { uno: 'componente [del tecnico]', una: 'componente [del tecnico]', piu: 'componenti [del tecnico]' },
    incarico: {
      nome: 'componente [del tecnico]',
      compito: 'Da adesso puoi verificare gli enti e seguire avvisi e designazioni.',
      gruppo: { titolo: '[Tecnico]', vuoto: 'Nessuno, per ora.' },
      scelta: { label: '[Tecnico]', hint: 'Verifica gli enti e segue tutte le designazioni.' },
    },
  },
  coordinatore: {
    dove: 'ambito',
    etichetta: 'Coordinatore',
    parole: { uno: 'coordinatore', una: 'coordinatrice', piu: 'coordinatori' },
    incarico: {
      nome: '[coordinatore|coordinatrice|coordinamento] dei tavoli',
      compito: 'Da adesso puoi pubblicare avvisi, verificare gli enti, accettare le designazioni e affidare gli incarichi.',
      gruppo: { titolo: 'Coordinatori', vuoto: 'Nessun coordinatore.' },
      scelta: { label: 'Coordinatore', hint: 'Pubblica avvisi, accetta designazioni, affida incarichi.' },
    },
  },
  amministratore: {
    dove: 'installazione',
    etichetta: 'Amministratore',
    parole: { uno: 'amministratore', una: 'amministratrice', piu: 'amministratori' },
  },
} as const satisfies Readonly<Record<string, DichiarazioneRuolo>>;

export type Ruolo = keyof typeof RUOLO;
/** The roles that the office gives: the rows of `incarico`. */
export type RuoloIncarico = { [R in Ruolo]: (typeof RUOLO)[R] extends { readonly incarico: object } ? R : never }[Ruolo];

export const RUOLI = Object.keys(RUOLO) as readonly Ruolo[];
export const RUOLI_INCARICO = RUOLI.filter(ruolo => 'incarico' in RUOLO[ruolo]) as readonly RuoloIncarico[];
/** The one given to who opens an ambito. */
export const PRIMO_INCARICO: RuoloIncarico = 'coordinatore';

/** What is declared of a role; undefined of a word that is none, whatever a database says. */
export function dichiarazioneDi(ruolo: string): DichiarazioneRuolo | undefined {
  return Object.hasOwn(RUOLO, ruolo) ? RUOLO[ruolo as Ruolo] : undefined;
}

/** Whether it is a role that the office gives. */
export const eIncarico = (ruolo: string): ruolo is RuoloIncarico => dichiarazioneDi(ruolo)?.incarico !== undefined;

/** Where offices are held: an incarico, or the care of the portal. */
export const UFFICI_DOVE: readonly Dove[] = ['installazione', 'ambito', 'tavolo', 'incontro'];

/** Whether a role is held at one tavolo: an incarico of it names which. */
export const delTavolo = (ruolo: string): boolean => dichiarazioneDi(ruolo)?.dove === 'tavolo';
/** Whether a role is held at one incontro: it is given on its page. */
export const dellIncontro = (ruolo: string): boolean => dichiarazioneDi(ruolo)?.dove === 'incontro';
/** Whether it is told where an incarico of that role comes from. */
export const conOrigine = (ruolo: string): boolean => dichiarazioneDi(ruolo)?.incarico?.origine === true;

/** Those that the page of incarichi gives, and those that the page of an incontro gives. */
export const RUOLI_DALL_AMBITO: readonly RuoloIncarico[] = RUOLI_INCARICO.filter(ruolo => !dellIncontro(ruolo));
export const RUOLI_DALL_INCONTRO: readonly RuoloIncarico[] = RUOLI_INCARICO.filter(dellIncontro);

/** Where the incarico of who coordinates a tavolo comes from. */
export const ORIGINI_INCARICO = ['atto', 'scelta_del_tavolo'] as const;
export type OrigineIncarico = (typeof ORIGINI_INCARICO)[number];

/** Roles as declared now, those held at `dove` only where it is given: the weightiest first. */
export const ruoliTenuti = (...dove: readonly Dove[]): Ruolo[] =>
  (Object.keys(RUOLO) as Ruolo[]).filter(r => dove.length === 0 || dove.includes(RUOLO[r].dove)).reverse();

/** A role in a sentence of a mail (`frase`), after «sei»: of a man, of a woman; who has not said is «tra i coordinatori». */
export function ruoloInFrase(ruolo: Ruolo, prima = ''): string {
  const { uno, una, piu } = RUOLO[ruolo].parole;
  return dellaFrase(uno === una ? `${prima}${uno}` : `[${prima}${uno}|${prima}${una}|tra i ${piu}]`);
}

export const ETICHETTE_RUOLO = Object.fromEntries(RUOLI.map(ruolo => [ruolo, RUOLO[ruolo].etichetta])) as Readonly<Record<Ruolo, string>>;
