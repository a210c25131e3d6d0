import type { FastifyReply, FastifyRequest } from 'fastify';

/** A form arrives in this time or not at all; files may take as long as the server allows any request, if they keep coming. */
const BODY_MS = 30_000;

/** The slowest an upload may be: fewer bytes than these in two windows one after the other end it. */
export interface Floor {
  readonly bytes: number;
  readonly windowMs: number;
}

/** 8 kB a second: the slowest line that is still sold. */
const UPLOAD_FLOOR: Floor = { bytes: 80_000, windowMs: 10_000 };

const hasBody = (request: FastifyRequest): boolean =>
  request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
const isUpload = (request: FastifyRequest): boolean => request.headers['content-type']?.startsWith('multipart/form-data') === true;

/** Cuts off whoever sends a body by drips. Node's own limit is one for all requests, so it has to be the one of uploads. */
export function watchBody(request: FastifyRequest, reply: FastifyReply): void {
  if (!hasBody(request)) return;
  if (isUpload(request)) return watchSpeed(request, reply, UPLOAD_FLOOR);
  const { raw } = request;
  const timer = setTimeout(() => {
    if (!raw.complete) raw.destroy();
  }, BODY_MS).unref();
  reply.raw.once('close', () => clearTimeout(timer));
}

/** Ends an upload that does not keep coming. What we have not read yet is our slowness, not theirs. */
export function watchSpeed({ raw }: FastifyRequest, reply: FastifyReply, { bytes, windowMs }: Floor): void {
  let before = raw.socket.bytesRead;
  let slow = 0;
  const look = (): void => {
    const now = raw.socket.bytesRead;
    const theirs = !raw.complete && raw.readableLength === 0;
    slow = theirs && now - before < bytes ? slow + 1 : 0;
    before = now;
    if (slow >= 2) raw.destroy();
  };
  // After what the system holds for us has been read: a process that was busy looks at no empty socket.
  const timer = setInterval(() => setImmediate(look), windowMs).unref();
  reply.raw.once('close', () => clearInterval(timer));
}
