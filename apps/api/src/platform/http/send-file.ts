import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { ESPORTAZIONI, underLimits } from '../database/lanes.js';
import { attachmentHeaders } from '../storage/names/attachment-headers.js';

export interface FileAnswer {
  readonly body: Buffer | Readable;
  readonly name: string;
  readonly mediaType: string;
}

/** Sends a file to be saved, never shown inside our pages. What fails before its first byte is refused like any request. */
export async function sendFile(reply: FastifyReply, file: FileAnswer): Promise<void> {
  underLimits(ESPORTAZIONI);
  if (file.body instanceof Readable) await firstByte(file.body);
  await reply.headers(attachmentHeaders(file.name, file.mediaType)).send(file.body);
}

async function firstByte(body: Readable): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  body.once('readable', resolve).once('end', resolve).once('error', reject);
  await promise.finally(() => body.off('readable', resolve).off('end', resolve).off('error', reject));
}
