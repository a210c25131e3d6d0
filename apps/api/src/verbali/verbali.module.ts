import { Module } from '@nestjs/common';
import { OrariController } from './orari.controller.js';
import { OrariService } from './orari.service.js';
import { PubblicazioneService } from './pubblicazione.service.js';
import { RettificaService } from './rettifica.service.js';
import { CorrezioniController } from './revisione/correzioni.controller.js';
import { CorrezioniService } from './revisione/correzioni.service.js';
import { VerbaleDallInvitoController } from './revisione/dall-invito.controller.js';
import { RevisioneService } from './revisione/revisione.service.js';
import { SezioniService } from './verbale/sezioni.service.js';
import { VerbaliController } from './verbali.controller.js';
import { VerbaliQueries } from './verbale/verbali.queries.js';
import { VerbaliService } from './verbali.service.js';
import { VerificaController } from './verifica.controller.js';

@Module({
  controllers: [CorrezioniController, OrariController, VerbaleDallInvitoController, VerbaliController, VerificaController],
  providers: [
    CorrezioniService,
    OrariService,
    PubblicazioneService,
    RettificaService,
    RevisioneService,
    SezioniService,
    VerbaliQueries,
    VerbaliService,
  ],
  exports: [OrariService, SezioniService, VerbaliService],
})
export class VerbaliModule {}
