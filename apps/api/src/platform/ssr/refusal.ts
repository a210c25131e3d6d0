import type { IncomingMessage } from 'node:http';
import { PROBLEMS } from '@tavoli/shared';
import { rawProblem } from '../http/fastify-options.js';
import type { ProblemError } from '../problem/problem.error.js';

/** What is said when a page cannot be shown: to a person as a plain document, to a program as problem details. */
export function refusal(
  problem: ProblemError,
  request: IncomingMessage,
  requestId: string,
): { readonly type: string; readonly body: string } {
  if (!request.headers.accept?.includes('text/html'))
    return { type: 'application/problem+json; charset=utf-8', body: rawProblem(problem.code, problem.status, requestId) };
  const title = PROBLEMS[problem.code][1];
  const body = `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Tavoli Tematici</title></head>
<body><h1>${title}</h1><p><a href="/">Vai alla pagina iniziale</a></p><p>Se chiedi aiuto, cita questo codice: ${requestId}</p></body>
</html>
`;
  return { type: 'text/html; charset=utf-8', body };
}
