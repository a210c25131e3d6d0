import { Module } from '@nestjs/common';
import { ElencoEntiController } from './elenco.controller.js';
import { EntiController } from './enti.controller.js';
import { EntiExport } from './enti.export.js';
import { EntiQueries } from './enti.queries.js';
import { EntiService } from './enti.service.js';
import { IdentitaService } from './identita.service.js';
import { EntiInsieme } from './insieme.service.js';
import { InvitiService } from './inviti.service.js';
import { OperatoriController } from './operatori.controller.js';
import { OperatoriService } from './operatori.service.js';
import { StatutiService } from './statuti.service.js';

@Module({
  controllers: [ElencoEntiController, EntiController, OperatoriController],
  providers: [EntiService, EntiQueries, EntiExport, EntiInsieme, StatutiService, IdentitaService, InvitiService, OperatoriService],
  exports: [EntiQueries],
})
export class EntiModule {}
