import { Module } from '@nestjs/common';
import { OrariController } from './orari.controller.js';
import { OrariService } from './orari.service.js';
import { PubblicazioneService } from './pubblicazione.service.js';
import { RettificaService } from './rettifica.service.js';
import { RevisioneService } from './revisione.service.js';
import { SezioniService } from './sezioni.service.js';
import { VerbaliController } from './verbali.controller.js';
import { VerbaliQueries } from './verbali.queries.js';
import { VerbaliService } from './verbali.service.js';
import { VerificaController } from './verifica.controller.js';

@Module({
  controllers: [OrariController, VerbaliController, VerificaController],
  providers: [OrariService, PubblicazioneService, RettificaService, RevisioneService, SezioniService, VerbaliQueries, VerbaliService],
  exports: [OrariService, SezioniService, VerbaliService],
})
export class VerbaliModule {}
