import { Module } from '@nestjs/common';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { TavoliModule } from '../tavoli/tavoli.module.js';
import { AllegatiService } from './allegati.service.js';
import { Compilatore, DOSSIER_PDF } from './dossier/compilatore.js';
import { DossierCoda } from './dossier/dossier.coda.js';
import { DossierEsito } from './dossier/dossier.esito.js';
import { DOSSIER_BOUNDS, DOSSIER_TIMEOUT_MS } from './dossier/dossier.pdf.js';
import { DossierWorker } from './dossier/dossier.worker.js';
import { FiloQueries } from './filo.queries.js';
import { FontiAllegato } from './fonti/index.js';
import { Originali } from './dossier/originali.js';
import { PianiController } from './piani.controller.js';
import { PianiFiles } from './piani.files.js';
import { PianiQueries } from './piani.queries.js';
import { PianiService } from './piani.service.js';
import { PianiVerifica } from './piani.verifica.js';
import { PianoPubblicoController } from './piano-pubblico.controller.js';

const DOSSIER = { provide: DOSSIER_PDF, useFactory: () => new PdfRenderer({ timeoutMs: DOSSIER_TIMEOUT_MS, bounds: DOSSIER_BOUNDS }) };

@Module({
  imports: [TavoliModule],
  controllers: [PianiController, PianoPubblicoController],
  providers: [
    AllegatiService,
    Compilatore,
    DOSSIER,
    DossierCoda,
    DossierEsito,
    DossierWorker,
    FiloQueries,
    FontiAllegato,
    Originali,
    PianiFiles,
    PianiQueries,
    PianiService,
    PianiVerifica,
  ],
  exports: [AllegatiService, DossierWorker, PianiService],
})
export class PianiModule {}
