import { inject } from '@angular/core';
import { SessionExpiry } from './session-expiry';
import { type Problem, problemOf } from '../ui/problem';
import { ProblemError } from './problem-error';

const INTERRUPTED: Problem = {
  type: 'about:blank',
  status: 503,
  code: 'servizio.non_disponibile',
  title: 'L’invio del file si è interrotto. Controlla la connessione e riprova.',
};

export interface Upload {
  readonly method?: 'POST' | 'PUT';
  readonly url: string;
  readonly file: File;
  /** `If-Match`, `Idempotency-Key`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Called with the part sent, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
}

/**
 * Sends a file as multipart field `file`, telling how far it is (fetch cannot). Rejects with a ProblemError.
 * Call in an injection context; call the result from a `<feature>.api.ts`.
 */
export function uploader(): <T>(upload: Upload) => Promise<T> {
  const expiry = inject(SessionExpiry);
  return <T>({ method = 'POST', url, file, headers = {}, onProgress }: Upload) =>
    new Promise<T>((resolve, reject) => {
      const body = new FormData();
      body.append('file', file);
      const request = new XMLHttpRequest();
      request.open(method, url);
      request.responseType = 'json';
      for (const [name, value] of Object.entries({ ...headers, 'X-Requested-With': 'tavoli' })) request.setRequestHeader(name, value);
      request.upload.onprogress = event => event.lengthComputable && onProgress?.(event.loaded / event.total);
      request.onload = () => {
        if (request.status >= 200 && request.status < 300) return resolve(request.response as T);
        const problem = problemOf(request.response, request.status);
        expiry.notice(problem);
        reject(new ProblemError(problem));
      };
      request.onerror = () => reject(new ProblemError(INTERRUPTED));
      request.send(body);
    });
}
