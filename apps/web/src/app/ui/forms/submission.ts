import { inject, type Signal, signal, untracked } from '@angular/core';
import { type FieldTree, submit } from '@angular/forms/signals';
import { Annunci } from '../annunci';
import { idempotencyKey } from '../idempotency';
import { isRefusal, type Problem, problemErrors, problemOf, problemText } from '../problem';
import { Rereads } from '../rereads';
import { TypedFields } from '../fields/typed-fields';
import { taken } from './form-model';
import { watchUnsent } from './unsent';

export interface SubmissionContext {
  /** For the `Idempotency-Key` header: the same for a retry of the same values, another once they change. */
  readonly idempotencyKey: string;
}

export interface Submission {
  /** True from the click until the page shows what came of it. */
  readonly busy: Signal<boolean>;
  /** Submits that failed so far; each one moves the focus to the ErrorSummary. */
  readonly failures: Signal<number>;
  /** What the API last refused, for pages that offer a way out (e.g. `ente.duplicato`); null after a new attempt. */
  readonly problem: Signal<Problem | null>;
  /** Handler of the form's `submit` event. Resolves to whether `action` succeeded. */
  readonly submit: (event?: Event) => Promise<boolean>;
}

/** What a form is for, where it is not to hand something over. */
export interface SubmissionOptions {
  /** False where leaving loses nothing worth a question: one signs in, looks something up. */
  readonly asksBeforeLeaving?: boolean;
  /** Whether something was given that stands in no field of the form: a file that was chosen. */
  readonly beside?: () => boolean;
}

/** Of a form that only signs in, or looks something up. */
export const NIENTE_DA_PERDERE: SubmissionOptions = { asksBeforeLeaving: false };

/**
 * Sends a signal form: validates it, runs `action` once at a time, and turns what the API refuses into errors of the fields.
 * Nothing typed is ever lost: the model is left as it is, while a field inside the form holds what is no value (bound to it or by hand)
 * nothing is sent, and whoever leaves before sending is asked first (`watchUnsent`). Call in an injection context.
 */
export function submission<T>(
  form: FieldTree<T>,
  action: (context: SubmissionContext) => Promise<unknown>,
  { asksBeforeLeaving = true, beside = () => false }: SubmissionOptions = {},
): Submission {
  const over = whenTaken(form);
  const failures = signal(0);
  const busy = signal(false);
  const { problem, attempt } = attempts(form, action);
  const send = sender(form, attempt);
  if (asksBeforeLeaving) watchUnsent(form, busy, beside);

  const submitOnce = async (event?: Event): Promise<boolean> => {
    event?.preventDefault();
    if (busy()) return false;
    busy.set(true);
    const typing = typedMeanwhile(form, formOf(event));
    try {
      const done = await send(formOf(event), typing.before);
      if (done) await over(typing.more());
      else failures.update(n => n + 1);
      return done;
    } finally {
      typing.end();
      busy.set(false);
    }
  };
  return { busy: busy.asReadonly(), failures: failures.asReadonly(), problem, submit: submitOnce };
}

/** What is typed while it is on its way is not among what was sent. */
function typedMeanwhile<T>(form: FieldTree<T>, node: Node | null) {
  const before = untracked(() => form().value());
  let more = false;
  // Not every field that stands in a form is of its model: those of a dialog are not.
  const touch = (): void => void (more ||= untracked(() => form().value()) !== before);
  node?.addEventListener('input', touch);
  return { before, more: () => more, end: () => node?.removeEventListener('input', touch) };
}

export const ANCORA_DA_SALVARE = 'Quello che hai scritto mentre salvavamo non è ancora salvato: salva di nuovo.';

/** What was sent is saved, what was typed since is not, and the act is over once its page was read again. */
function whenTaken<T>(form: FieldTree<T>) {
  const annunci = inject(Annunci);
  const rereads = inject(Rereads);
  return async (more: boolean): Promise<void> => {
    if (more) annunci.notify(ANCORA_DA_SALVARE, 'warning');
    else form().reset();
    await rereads.settled();
  };
}

const nothing = () => Promise.resolve(null);

/** Looks at what is written, and sends it if nothing is wrong. @returns whether the API has it */
function sender<T>(form: FieldTree<T>, attempt: (value: T) => () => Promise<ReturnType<typeof problemErrors> | null>) {
  const fields = inject(TypedFields);
  return async (node: Node | null, value: T): Promise<boolean> => {
    const wrong = untracked(() => fields.wrongIn(node));
    for (const field of wrong) field.reveal();
    // What the API refused must not bar the way to asking it again: signal forms would count it among the form's own errors.
    const invalid = untracked(() => form().errorSummary()).some(error => !isRefusal(error));
    // Also with something wrong beside the form's own values: all the rest is looked at and told too, but nothing is sent.
    const run = attempt(value);
    const options = { action: wrong.length > 0 ? nothing : run, ignoreValidators: invalid || wrong.length > 0 ? 'none' : 'all' } as const;
    return (await submit(form, options)) && wrong.length === 0;
  };
}

/** The action of a form, once for each attempt, and what the API said of the last. */
function attempts<T>(form: FieldTree<T>, action: (context: SubmissionContext) => Promise<unknown>) {
  const annunci = inject(Annunci);
  const problem = signal<Problem | null>(null);
  const last = signal(0);
  const keyOf = keyPerValue();
  const attempt = (value: T) => {
    problem.set(null);
    last.update(n => n + 1);
    const mine = last();
    return async () => {
      try {
        await action({ idempotencyKey: keyOf(untracked(() => form().value())) });
        taken(form().value, value);
        return null;
      } catch (error) {
        const refused = problemOf(error);
        problem.set(refused);
        annunci.announce(problemText(refused));
        return problemErrors(refused, form as FieldTree<unknown>, () => last() !== mine);
      }
    };
  };
  return { problem: problem.asReadonly(), attempt };
}

const formOf = (event: Event | undefined): Node | null => (event?.currentTarget ?? event?.target ?? null) as Node | null;

function keyPerValue(): (value: unknown) => string {
  let last = { body: '', key: '' };
  return value => {
    const body = JSON.stringify(value);
    if (body !== last.body) last = { body, key: idempotencyKey() };
    return last.key;
  };
}
