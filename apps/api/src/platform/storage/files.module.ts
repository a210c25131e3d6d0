import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { PdfRenderer } from '../pdf/pdf-renderer.js';
import { BlobRegister } from './blob-register.js';
import { BLOB_STORE } from './blob-store.js';
import { Custodian } from './custodian.js';
import { DiskBlobStore } from './disk-blob-store.js';
import { Inspector } from './inspector.js';
import { StorageState } from './storage-state.js';
import { Uploads } from './uploads.js';
import { WaitingRoom } from './waiting-room.js';

const folder = (config: Config): string => join(config.dataDir, 'files');

/** Files that come in (uploads) and files that we make (PDF). */
@Global()
@Module({
  providers: [
    BlobRegister,
    {
      provide: BLOB_STORE,
      inject: [CONFIG, BlobRegister],
      useFactory: (config: Config, register: BlobRegister) => new DiskBlobStore(folder(config), register),
    },
    {
      provide: WaitingRoom,
      inject: [CONFIG, BLOB_STORE],
      useFactory: (config: Config, blobs: DiskBlobStore) => new WaitingRoom(folder(config), blobs),
    },
    Custodian,
    Inspector,
    StorageState,
    Uploads,
    PdfRenderer,
  ],
  exports: [Uploads, PdfRenderer, BLOB_STORE, StorageState, WaitingRoom],
})
export class FilesModule {}
