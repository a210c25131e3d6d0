import { Module } from '@nestjs/common';
import { DecadenzeController } from './decadenze.controller.js';
import { DecadenzeQueries } from './decadenze.queries.js';
import { DecadenzeService, TerminiDecadenza } from './decadenze.service.js';
import { ProposteController } from './proposte.controller.js';
import { ProposteService } from './proposte.service.js';

@Module({
  controllers: [DecadenzeController, ProposteController],
  providers: [DecadenzeService, DecadenzeQueries, ProposteService, TerminiDecadenza],
})
export class DecadenzeModule {}
