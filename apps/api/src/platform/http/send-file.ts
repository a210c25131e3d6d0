import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { attachmentHeaders } from '../storage/attachment-headers.js';

export interface FileAnswer {
  readonly body: Buffer | Readable;
  readonly name: string;
  readonly mediaType: string;
}

/** Sends a file to be saved, never shown inside our pages. */
export async function sendFile(reply: FastifyReply, file: FileAnswer): Promise<void> {
  await reply.headers(attachmentHeaders(file.name, file.mediaType)).send(file.body);
}
