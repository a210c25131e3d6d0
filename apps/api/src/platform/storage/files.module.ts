import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { PdfRenderer } from '../pdf/pdf-renderer.js';
import { BLOB_STORE } from './blob-store.js';
import { DiskBlobStore } from './disk-blob-store.js';
import { Uploads } from './uploads.js';

/** Files that come in (uploads) and files that we make (PDF). */
@Global()
@Module({
  providers: [{ provide: BLOB_STORE, inject: [CONFIG], useFactory: (config: Config) => new DiskBlobStore(join(config.dataDir, 'files')) }, Uploads, PdfRenderer],
  exports: [Uploads, PdfRenderer, BLOB_STORE],
})
export class FilesModule {}
