import { PROBLEMS, type FieldProblem, type ProblemCode } from '@tavoli/shared';

interface Extra {
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  readonly version?: number;
  /** Seconds, sent as `Retry-After`. */
  readonly retryAfter?: number;
}

/** The one way to refuse: a code of `PROBLEMS`, with what helps to mend it. */
export class ProblemError extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly extra: Extra = {},
  ) {
    super(code);
    this.status = PROBLEMS[code][0];
  }
}

/** A refusal tied to one field of the body; `pointer` is a JSON pointer such as `/chiudeAt`. */
export function fieldProblem(code: ProblemCode, pointer: string, message: string = PROBLEMS[code][1]): ProblemError {
  return new ProblemError(code, { errors: [{ pointer, code, message }] });
}
