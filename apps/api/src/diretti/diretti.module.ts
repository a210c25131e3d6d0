import { Module } from '@nestjs/common';
import { DirettiController } from './diretti.controller.js';
import { DirettiQueries } from './diretti.queries.js';
import { DirettiService } from './diretti.service.js';
import { NomineController } from './nomine.controller.js';
import { NomineService } from './nomine.service.js';
import { ScadenzeDirettiService } from './scadenze.service.js';

@Module({
  controllers: [DirettiController, NomineController],
  providers: [DirettiQueries, DirettiService, NomineService, ScadenzeDirettiService],
})
export class DirettiModule {}
