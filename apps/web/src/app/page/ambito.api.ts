import type { AmbitoView } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';

export const ambitoUrl = (slug: string): string => `/api/v1/ambiti/${encodeURIComponent(slug)}`;

/** Null waits. */
export const ambitoResource = (slug: () => string | null): ApiResource<AmbitoView> =>
  apiResource(() => {
    const value = slug();
    return value === null ? undefined : ambitoUrl(value);
  });
