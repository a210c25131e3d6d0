import { Module } from '@nestjs/common';
import { AmbitiController } from './ambiti.controller.js';
import { AmbitiQueries } from './ambiti.queries.js';
import { AmbitiService } from './ambiti.service.js';
import { ComposizioneService } from './composizione.service.js';
import { ComuniItalianiController } from './comuni-italiani.controller.js';
import { ImpostazioniController } from './impostazioni.controller.js';
import { ImpostazioniQueries } from './impostazioni.queries.js';
import { ImpostazioniService } from './impostazioni.service.js';

@Module({
  controllers: [AmbitiController, ComuniItalianiController, ImpostazioniController],
  providers: [AmbitiQueries, AmbitiService, ComposizioneService, ImpostazioniQueries, ImpostazioniService],
  exports: [AmbitiQueries, AmbitiService],
})
export class AmbitiModule {}
