import { Module } from '@nestjs/common';
import { ConsensiController } from './consensi.controller.js';
import { ConsensiService } from './consensi.service.js';
import { DesignazioniController } from './designazioni.controller.js';
import { DesignazioniExport } from './designazioni.export.js';
import { DesignazioniQueries } from './designazioni.queries.js';
import { RecapitiService } from './recapiti.service.js';
import { DesignazioniService } from './designazioni.service.js';

@Module({
  controllers: [DesignazioniController, ConsensiController],
  providers: [DesignazioniService, DesignazioniQueries, DesignazioniExport, ConsensiService, RecapitiService],
  exports: [DesignazioniQueries, DesignazioniService, ConsensiService],
})
export class DesignazioniModule {}
