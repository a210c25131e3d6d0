import { inject, type Signal, signal, untracked } from '@angular/core';
import { type FieldTree, submit } from '@angular/forms/signals';
import { Annunci } from './annunci';
import { idempotencyKey } from './idempotency';
import { isRefusal, type Problem, problemErrors, problemOf, problemText } from './problem';

export interface SubmissionContext {
  /** For the `Idempotency-Key` header: the same for a retry of the same values, another once they change. */
  readonly idempotencyKey: string;
}

export interface Submission {
  /** True from the click until the answer. */
  readonly busy: Signal<boolean>;
  /** Submits that failed so far; each one moves the focus to the ErrorSummary. */
  readonly failures: Signal<number>;
  /** What the API last refused, for pages that offer a way out (e.g. `ente.duplicato`); null after a new attempt. */
  readonly problem: Signal<Problem | null>;
  /** Handler of the form's `submit` event. Resolves to whether `action` succeeded. */
  readonly submit: (event?: Event) => Promise<boolean>;
}

/**
 * Sends a signal form: validates it, runs `action` once at a time, and turns what the API refuses into errors of the fields.
 * Nothing typed is ever lost: the model is left as it is. Call in an injection context.
 */
export function submission<T>(form: FieldTree<T>, action: (context: SubmissionContext) => Promise<unknown>): Submission {
  const annunci = inject(Annunci);
  const failures = signal(0);
  const problem = signal<Problem | null>(null);
  const busy = signal(false);
  const attempts = signal(0);
  const keyOf = keyPerValue();

  const run = async () => {
    const attempt = attempts();
    try {
      await action({ idempotencyKey: keyOf(untracked(() => form().value())) });
      return null;
    } catch (error) {
      const refused = problemOf(error);
      problem.set(refused);
      annunci.announce(problemText(refused));
      return problemErrors(refused, form as FieldTree<unknown>, () => attempts() !== attempt);
    }
  };

  return {
    busy: busy.asReadonly(),
    failures: failures.asReadonly(),
    problem: problem.asReadonly(),
    submit: async event => {
      event?.preventDefault();
      if (busy()) return false;
      problem.set(null);
      busy.set(true);
      attempts.update(n => n + 1);
      // What the API refused must not bar the way to asking it again: signal forms would count it among the form's own errors.
      const invalid = untracked(() =>
        form()
          .errorSummary()
          .some(error => !isRefusal(error)),
      );
      const done = await submit(form, { action: run, ignoreValidators: invalid ? 'none' : 'all' }).finally(() => busy.set(false));
      if (!done) failures.update(n => n + 1);
      return done;
    },
  };
}

function keyPerValue(): (value: unknown) => string {
  let last = { body: '', key: '' };
  return value => {
    const body = JSON.stringify(value);
    if (body !== last.body) last = { body, key: idempotencyKey() };
    return last.key;
  };
}
