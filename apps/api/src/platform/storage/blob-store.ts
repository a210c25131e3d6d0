import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';

export interface StoredBlob {
  /** 64 lower-case hexadecimal digits: the name of the blob. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

export interface PutOptions {
  /** Give a multipart parser the same limit: it then reads the rest and throws it away, so that the browser sees the answer. */
  readonly maxBytes: number;
  /** Looks at the complete file, still invisible, by its path on this machine; a rejection discards it. See `inspectUpload`. */
  readonly inspect?: (path: string) => Promise<unknown>;
  /** The same, and may write at `out` what is kept in its place: pictures without what the camera wrote beside them. Null: kept as it came. */
  readonly clean?: (path: string, out: string) => Promise<StoredBlob | null>;
  /** The transaction under way, of whoever holds a connection already: another might have to wait for it. */
  readonly db?: EntityManager;
}

/**
 * Files by the SHA-256 of their content: equal files are kept once, a stored one never changes. Who may read one is decided by the row
 * that names it: a digest alone gives no right. Nobody forgets one but the `Custodian`, when no row names it any more.
 */
export interface BlobStore {
  /**
   * Keeps `content`, and its row in `file_custodito`. When it resolves the bytes are on disk for good; when it rejects nothing of them is left.
   * @throws BlobTooLarge, StorageFull, StorageFailed, UploadInterrupted, and whatever `inspect` throws
   */
  put(content: Readable | Buffer, options: PutOptions): Promise<StoredBlob>;
  /** The bytes, whole or from `start` to `end` included (HTTP ranges). @throws BlobNotFound, StorageFailed */
  open(sha256: string, range?: { readonly start: number; readonly end: number }): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
}

/** Injection token of the installation's `BlobStore`. */
export const BLOB_STORE = Symbol('BLOB_STORE');
