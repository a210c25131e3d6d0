import type { paths } from './api.js';

type Verb = 'get' | 'post' | 'put' | 'delete';
type Content<T> = T extends { content: { 'application/json': infer Body } } ? Body : undefined;
/** What is answered when nothing is refused. */
type Done<Operation> = Operation extends { responses: infer R }
  ? { [S in keyof R]: S extends 200 | 201 ? Content<R[S]> : never }[keyof R]
  : never;
type Refused = paths['/api/v1/ambiti']['get']['responses'][429]['content']['application/problem+json'];

/** What an operation asks for: each part only where it has one, and then it must be there. */
type Asked<Operation> = (Operation extends { parameters: { path: infer Path } } ? { path: Path } : unknown) &
  (Operation extends { parameters: { header: infer Header } } ? { header: Header } : unknown) &
  (Operation extends { parameters: { query?: infer Query } } ? { query?: Query } : unknown) &
  (Operation extends { requestBody: { content: { 'application/json': infer Body } } } ? { body: Body } : unknown);

/** Sends a request, however that is done. */
export type Transport = (request: {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}) => Promise<{ readonly status: number; readonly headers: Record<string, unknown>; readonly text: string }>;

/** A client of the API that knows of it only what the document says. */
export class TypedClient {
  private cookie: string | null = null;

  constructor(
    private readonly transport: Transport,
    private readonly origin: string,
  ) {}

  /** The answer, or the refusal as a value: both are described. */
  async call<P extends keyof paths, M extends Verb & keyof paths[P]>(
    method: M,
    path: P,
    asked: Asked<paths[P][M]>,
  ): Promise<{ readonly ok: true; readonly body: Done<paths[P][M]> } | { readonly ok: false; readonly problem: Refused }> {
    const parts = asked as {
      path?: Record<string, string>;
      query?: Record<string, string>;
      header?: Record<string, string>;
      body?: unknown;
    };
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts.path?.[name] ?? ''));
    const answer = await this.transport({
      method: method.toUpperCase(),
      url: parts.query === undefined ? url : `${url}?${new URLSearchParams(parts.query).toString()}`,
      headers: {
        origin: this.origin,
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...(parts.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...parts.header,
      },
      ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
    });
    for (const given of [answer.headers['set-cookie'] ?? []].flat().map(String))
      if (given.startsWith('__Host-sessione=')) this.cookie = given.split(';', 1)[0] ?? null;
    const body: unknown = answer.text === '' ? undefined : JSON.parse(answer.text);
    return answer.status < 400 ? { ok: true, body: body as Done<paths[P][M]> } : { ok: false, problem: body as Refused };
  }
}
