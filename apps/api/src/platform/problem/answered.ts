import type { ServerResponse } from 'node:http';
import type { ProblemCode } from '@tavoli/shared';

const codes = new WeakMap<ServerResponse, ProblemCode>();

/** Remembers with which problem an answer refuses, for the log that is written when it has left. */
export const noteCode = (response: ServerResponse, code: ProblemCode): void => void codes.set(response, code);

export function codeOf(response: ServerResponse): { readonly code?: ProblemCode } {
  const code = codes.get(response);
  return code === undefined ? {} : { code };
}
