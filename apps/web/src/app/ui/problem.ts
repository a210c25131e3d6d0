import type { FieldTree, ValidationError } from '@angular/forms/signals';
import type { Problem } from '@tavoli/shared';

export type { Problem } from '@tavoli/shared';

/** When no answer of the API arrived. */
export const UNREACHABLE: Problem = {
  type: 'about:blank',
  status: 503,
  code: 'servizio.non_disponibile',
  title: 'Non riusciamo a raggiungere il portale. Controlla la connessione e riprova: quello che hai scritto resta qui.',
};
const UNKNOWN: Problem = {
  type: 'about:blank',
  status: 500,
  code: 'errore.interno',
  title: 'Qualcosa non ha funzionato. Riprova; se succede ancora, segnalacelo.',
};

/**
 * The problem (RFC 9457) in whatever was caught or received: a ProblemError, the body of an answer, an Error around either.
 * Where there is none, the general one, with the `status` of the answer if it is known.
 */
export function problemOf(caught: unknown, status?: number): Problem {
  if (isProblem(caught)) return caught;
  if (hasProblem(caught)) return caught.problem;
  if (caught instanceof Error && caught.cause !== undefined) return problemOf(caught.cause, status);
  if (status === 502 || status === 503 || status === 504) return UNREACHABLE;
  return status === undefined ? UNKNOWN : { ...UNKNOWN, status };
}

/** One sentence for a live region or an alert: the detail where the API gives one, else the title. */
export const problemText = (problem: Problem): string => problem.detail ?? problem.title;

/** An error of a field that the API found, not the form's own schema. */
export interface RefusalError extends ValidationError.WithOptionalFieldTree {
  /** True once the form was submitted again: signal forms keep such an error until the value changes, but it may hold no more. */
  readonly stale: () => boolean;
}

/**
 * The problem as errors of a signal form: each `errors[].pointer` lands on its field; what belongs to no field lands on the form.
 * `submission()` does this.
 */
export function problemErrors(problem: Problem, form: FieldTree<unknown>, stale: () => boolean = () => false): RefusalError[] {
  const fields = (problem.errors ?? []).map(({ pointer, code, message }) => ({
    kind: code,
    message,
    fieldTree: fieldAt(form, pointer) ?? form,
    stale,
  }));
  return fields.length > 0 ? fields : [{ kind: problem.code, message: problemText(problem), fieldTree: form, stale }];
}

export const isRefusal = (error: ValidationError): error is RefusalError => 'stale' in error;

/** The field that a JSON pointer (RFC 6901, also as a URI fragment) names, or null where the form has none. */
function fieldAt(form: FieldTree<unknown>, pointer: string): FieldTree<unknown> | null {
  const steps = pointer
    .replace(/^#?\//, '')
    .split('/')
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let field: unknown = form;
  for (const step of steps) {
    field = (field as Record<string, unknown>)[step];
    if (typeof field !== 'function') return null;
  }
  return field as FieldTree<unknown>;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'title' in value && 'status' in value;
}

function hasProblem(value: unknown): value is { problem: Problem } {
  return value instanceof Error && 'problem' in value && isProblem(value.problem);
}
