/** Words, or words that depend on the view. */
export type Detto<V> = string | ((vista: V) => string);

/** What is asked for the reason of a step; what is left out has the words of the dialog. */
export interface Motivo {
  readonly etichetta?: string;
  readonly aiuto?: string;
}

interface Bottone<V> {
  readonly label: Detto<V>;
  /** `danger`: takes something away; `outline`: not what most people come for. */
  readonly tono?: 'danger' | 'outline';
}

/** A step that is asked about: one question, what follows, the verb that confirms, what is said when it is done. */
export interface Domanda<V> extends Bottone<V> {
  readonly titolo: Detto<V>;
  readonly conseguenza?: Detto<V>;
  /** On the button of the question; the label, unless it says otherwise. */
  readonly conferma?: Detto<V>;
  /** A reason has to be written. */
  readonly motivo?: Motivo | ((vista: V) => Motivo | null);
  readonly fatto: Detto<V>;
}

/** A step that asks by a form or a dialog of its own: its button opens that. */
export interface Modulo<V = unknown, L extends Detto<V> = string> extends Bottone<V> {
  readonly modulo: true;
  readonly label: L;
  readonly conseguenza?: string;
  readonly fatto: string;
}

/** A step that has no button of its own: it is taken at the end of a form. */
export interface Altrove {
  readonly altrove: true;
  readonly fatto: string;
}

/** The words of all steps of a kind of thing, in the order of their buttons. */
export type Parole<A extends string, V> = Readonly<Record<A, Domanda<V> | Modulo<V, Detto<V>> | Altrove>>;

/** The steps of a view, as `<app-passi>` draws and takes them. */
export interface Passi<A extends string, V> {
  readonly parole: Parole<A, V>;
  readonly esegui: (vista: V, azione: A, motivazione: string) => Promise<unknown>;
  /** The words as they are said here: bodies have the names of their ambito. */
  readonly dice: (testo: string) => string;
  /** After the question, whether the step was taken or given up: who gave up may have been told that the view is old. */
  readonly dopo: (fatto: boolean, vista: V) => unknown;
}

/**
 * The steps of a view: `protected readonly passi = passi(AZIONI, (vista, azione, motivazione) => commands.esegui(…), () => resource.reload())`,
 * shown by `<app-passi [di]="passi" [vista]="view" [azioni]="view.azioni" />`. A step is asked about before it is taken.
 */
export function passi<A extends string, V>(
  parole: Parole<A, V>,
  esegui: (vista: V, azione: A, motivazione: string) => Promise<unknown>,
  dopo: (fatto: boolean, vista: V) => unknown,
  dice: (testo: string) => string = testo => testo,
): Passi<A, V> {
  return { parole, esegui, dopo, dice };
}

/** Steps that all ask by forms of their own: `<app-passi>` draws them, and opens what the page has for each. */
export function moduli<A extends string>(parole: Readonly<Record<A, Modulo>>): Passi<A, unknown> {
  return passi<A, unknown>(
    parole,
    () => Promise.resolve(),
    () => undefined,
  );
}

export const detto = <V>(words: Detto<V> | undefined, vista: V): string => (typeof words === 'function' ? words(vista) : (words ?? ''));

/** The body of a command that takes nothing but a reason. */
export const conMotivo = (motivazione: string): { motivazione?: string } => (motivazione === '' ? {} : { motivazione });
