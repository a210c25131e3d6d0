import { Module } from '@nestjs/common';
import { AccordoController } from './accordo/accordo.controller.js';
import { AdesioniController } from './adesioni/adesioni.controller.js';
import { AdesioniExport } from './adesioni/adesioni.export.js';
import { AdesioniQueries } from './adesioni/adesioni.queries.js';
import { AdesioniService } from './adesioni/adesioni.service.js';
import { AttiController } from './atti.controller.js';
import { AttiService } from './atti.service.js';
import { FasiService } from './fasi.service.js';
import { FirmatariService } from './accordo/firmatari.service.js';
import { IterController } from './iter.controller.js';
import { IterQueries } from './iter.queries.js';
import { IterService } from './iter/iter.service.js';
import { OsservazioniService } from './accordo/osservazioni.service.js';

@Module({
  controllers: [IterController, AttiController, AccordoController, AdesioniController],
  providers: [
    IterService,
    FasiService,
    AttiService,
    FirmatariService,
    OsservazioniService,
    IterQueries,
    AdesioniService,
    AdesioniQueries,
    AdesioniExport,
  ],
  exports: [IterService, FasiService, AttiService, FirmatariService, OsservazioniService, IterQueries, AdesioniService],
})
export class IterModule {}
