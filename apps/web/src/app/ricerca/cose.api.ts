import type { CoseView } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';

/** Things that the reader works with, by what they are called; waits until there is enough to look for. */
export const coseResource = (ambito: () => string, q: () => string): ApiResource<CoseView> =>
  apiResource(() =>
    q().length < 2 ? undefined : `/api/v1/ambiti/${encodeURIComponent(ambito())}/cose?${new URLSearchParams({ q: q() })}`,
  );
