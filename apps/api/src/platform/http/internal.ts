import type { IncomingMessage } from 'node:http';

const internal = new WeakSet<IncomingMessage>();

/** Remembers that a request comes from our own renderer. */
export const markInternal = (request: IncomingMessage): void => void internal.add(request);

export const isInternal = (request: IncomingMessage): boolean => internal.has(request);
