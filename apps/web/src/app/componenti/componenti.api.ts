import type { ComponenteRigaView, ComponenteView } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';
import { type CursorList, cursorList } from '../api/cursor-list';

const base = (ambito: string): string => `/api/v1/ambiti/${encodeURIComponent(ambito)}/componenti`;

/** Enti that sit at a tavolo, by name; '' leaves out nobody. */
export const componentiList = (ambito: () => string, q: () => string): CursorList<ComponenteRigaView> =>
  cursorList(() => base(ambito()) + (q() === '' ? '' : `?${new URLSearchParams({ q: q() })}`));

export const componenteResource = (ambito: () => string, id: () => string): ApiResource<ComponenteView> =>
  apiResource(() => `${base(ambito())}/${encodeURIComponent(id())}`);
