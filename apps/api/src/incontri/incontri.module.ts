import { Module } from '@nestjs/common';
import { Anteprima } from './anteprima.js';
import { CongiuntiController } from './congiunti.controller.js';
import { CongiuntiService } from './congiunti.service.js';
import { IncontriExportController } from './export.controller.js';
import { IncontriController } from './incontri.controller.js';
import { IncontriExport } from './incontri.export.js';
import { IncontriFiles } from './incontri.files.js';
import { IncontriQueries } from './incontri.queries.js';
import { IncontriService } from './incontri.service.js';
import { InvitiController } from './inviti.controller.js';
import { PartecipazioneQueries } from './partecipazione.queries.js';
import { PresenzeController } from './presenze.controller.js';
import { PresenzeService } from './presenze.service.js';
import { RegoleController } from './regole.controller.js';
import { RegoleService } from './regole.service.js';
import { RisposteService } from './risposte.service.js';

@Module({
  controllers: [IncontriController, CongiuntiController, IncontriExportController, InvitiController, PresenzeController, RegoleController],
  providers: [
    Anteprima,
    CongiuntiService,
    IncontriExport,
    IncontriFiles,
    IncontriQueries,
    IncontriService,
    PartecipazioneQueries,
    PresenzeService,
    RegoleService,
    RisposteService,
  ],
  exports: [CongiuntiService, IncontriQueries, IncontriService, PresenzeService, RisposteService],
})
export class IncontriModule {}
