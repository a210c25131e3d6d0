import { Module } from '@nestjs/common';
import { IncarichiController } from './incarichi.controller.js';
import { IncarichiQueries } from './incarichi.queries.js';
import { IncarichiService } from './incarichi.service.js';
import { ScadenzeIncarichiService } from './scadenze.service.js';
import { VerbalizzantiController } from './verbalizzanti.controller.js';

@Module({
  controllers: [IncarichiController, VerbalizzantiController],
  providers: [IncarichiQueries, IncarichiService, ScadenzeIncarichiService],
})
export class IncarichiModule {}
