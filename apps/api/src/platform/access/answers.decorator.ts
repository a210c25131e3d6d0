import { SetMetadata } from '@nestjs/common';
import type { Reads } from '@tavoli/shared';
import type * as z from 'zod';

export const ANSWERS = Symbol('ANSWERS');
export const UPLOADS = Symbol('UPLOADS');

const MEDIA = {
  pdf: 'application/pdf',
  /** A PDF in a signed envelope. */
  p7m: 'application/pkcs7-mime',
  jpeg: 'image/jpeg',
  png: 'image/png',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  json: 'application/json',
  zip: 'application/zip',
  html: 'text/html',
  plain: 'text/plain',
  problem: 'application/problem+json',
} as const;
export type Kind = keyof typeof MEDIA;

/** What a handler answers when it does not refuse: JSON of a schema, files of some media types, or nothing at all. */
export interface Answer {
  /** One line, for who reads the description of the API. */
  readonly summary: string;
  readonly json?: z.ZodType;
  readonly files?: readonly string[];
}

/** A handler that gives `T`: one that gives anything else does not compile. */
type Handler<T> = <M extends (...args: never[]) => T | Promise<T>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<M>,
) => void;

const answer = (value: Answer): ReturnType<typeof SetMetadata> => SetMetadata(ANSWERS, value);

/** Declares that the answer is JSON and says exactly what the schema says: it compiles only where it does, and every test of the API checks it. */
export const Answers = <Schema extends z.ZodType>(summary: string, json: Schema): Handler<Reads<Schema>> => answer({ summary, json });

/** Declares that the answer has no body. */
export const AnswersNothing = (summary: string): Handler<void> => answer({ summary });

/** Declares that the answer is a file, or a text, of one of these kinds. */
export const AnswersFile = (summary: string, ...kinds: readonly Kind[]): Handler<string | void> =>
  answer({ summary, files: kinds.map(kind => MEDIA[kind]) });

/** What may be uploaded: one file of one of these media types, of at most so many bytes; as many as the configuration says where `maxBytes` is not given. */
export interface Upload {
  readonly types: readonly string[];
  readonly maxBytes?: number;
}

/** Declares that the body is a form with one file. */
export const Uploads = (kinds: readonly Kind[], maxBytes?: number) =>
  SetMetadata(UPLOADS, { types: kinds.map(kind => MEDIA[kind]), ...(maxBytes === undefined ? {} : { maxBytes }) } satisfies Upload);
