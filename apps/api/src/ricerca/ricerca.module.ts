import { Module } from '@nestjs/common';
import { ComponentiModule } from '../componenti/componenti.module.js';
import { CoseController } from './cose.controller.js';
import { CoseQueries } from './cose.queries.js';
import { ParoleService } from './parole.service.js';
import { RicercaController } from './ricerca.controller.js';
import { RicercaQueries } from './ricerca.queries.js';

@Module({
  imports: [ComponentiModule],
  controllers: [RicercaController, CoseController],
  providers: [CoseQueries, RicercaQueries, ParoleService],
})
export class RicercaModule {}
