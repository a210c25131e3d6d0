import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { BlobTooLarge } from './storage.errors.js';
import type { StoredBlob } from './blob-store.js';

/** Passes bytes on while it counts and digests them; fails at the first byte over the limit. */
export class Meter extends Transform {
  private readonly hash = createHash('sha256');
  private size = 0;

  constructor(private readonly maxBytes: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length;
    if (this.size > this.maxBytes) return done(new BlobTooLarge(this.maxBytes));
    this.hash.update(chunk);
    done(null, chunk);
  }

  /** Once, when all has passed. */
  result(): StoredBlob {
    return { sha256: this.hash.digest('hex'), size: this.size };
  }
}
