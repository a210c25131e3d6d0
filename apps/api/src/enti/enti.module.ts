import { Module } from '@nestjs/common';
import { EntiController } from './enti.controller.js';
import { EntiQueries } from './enti.queries.js';
import { EntiService } from './enti.service.js';
import { IdentitaService } from './identita.service.js';
import { InvitiService } from './inviti.service.js';
import { OperatoriController } from './operatori.controller.js';
import { OperatoriService } from './operatori.service.js';
import { StatutiService } from './statuti.service.js';

@Module({
  controllers: [EntiController, OperatoriController],
  providers: [EntiService, EntiQueries, StatutiService, IdentitaService, InvitiService, OperatoriService],
  exports: [EntiQueries],
})
export class EntiModule {}
