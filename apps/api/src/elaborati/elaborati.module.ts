import { Module } from '@nestjs/common';
import { AccoglimentoService } from './accoglimento.service.js';
import { CampiService } from './campi.service.js';
import { CommentiService } from './consultazione/commenti.service.js';
import { ConsultazioneController } from './consultazione/dal-link.controller.js';
import { ElaboratiController } from './elaborati.controller.js';
import { ElaboratiFiles } from './elaborato/elaborati.files.js';
import { ElaboratiQueries } from './elaborato/elaborati.queries.js';
import { ElaboratiService } from './elaborati.service.js';
import { FontiService } from './fonti.service.js';
import { PartiController } from './parti.controller.js';
import { PartiService } from './parti.service.js';
import { RiepilogoController } from './riepilogo/riepilogo.controller.js';
import { RiepilogoQueries } from './riepilogo/riepilogo.queries.js';
import { RiepilogoTabelle } from './riepilogo/riepilogo.tabelle.js';
import { VerificaElaborati } from './verifica.js';

@Module({
  controllers: [ElaboratiController, ConsultazioneController, PartiController, RiepilogoController],
  providers: [
    AccoglimentoService,
    CampiService,
    CommentiService,
    ElaboratiFiles,
    ElaboratiQueries,
    ElaboratiService,
    FontiService,
    PartiService,
    RiepilogoQueries,
    RiepilogoTabelle,
    VerificaElaborati,
  ],
  exports: [CommentiService, ElaboratiQueries, ElaboratiService, FontiService, PartiService],
})
export class ElaboratiModule {}
