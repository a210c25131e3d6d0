import type { Pagina } from '@tavoli/shared';

/** A collection that comes whole: nothing is left out of it, and no page follows. */
export const intera = <T>(items: readonly T[]): Pagina<T> => ({ items, limit: items.length, nextCursor: null });
