import type { FastifyReply, FastifyRequest } from 'fastify';

/** A form arrives in this time or not at all; files may take as long as the server allows any request. */
const BODY_MS = 30_000;

const hasBody = (request: FastifyRequest): boolean =>
  request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
const isUpload = (request: FastifyRequest): boolean =>
  request.headers['content-type']?.startsWith('multipart/form-data') === true;

/** Cuts off whoever sends a body by drips. Node's own limit is one for all requests, so it has to be the one of uploads. */
export function watchBody(request: FastifyRequest, reply: FastifyReply): void {
  if (!hasBody(request) || isUpload(request)) return;
  const { raw } = request;
  const timer = setTimeout(() => {
    if (!raw.complete) raw.destroy();
  }, BODY_MS).unref();
  reply.raw.once('close', () => clearTimeout(timer));
}
