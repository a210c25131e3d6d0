/* eslint-disable @typescript-eslint/no-explicit-any */
interface Anything {
  readonly responses: {
    readonly 200: { readonly content: { readonly 'application/json': any } };
    readonly 429: { readonly content: { readonly 'application/problem+json': any } };
  };
}

/** Stands where the spec puts the types that are generated from `openapi.json`: here anything may be asked, there only what is described. */
export type paths = Record<string, Record<'get' | 'post' | 'put' | 'delete', Anything>>;
