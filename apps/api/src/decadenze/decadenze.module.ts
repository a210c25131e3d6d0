import { Module } from '@nestjs/common';
import { DecadenzeController } from './decadenze.controller.js';
import { DecadenzeQueries } from './decadenze.queries.js';
import { DecadenzeService, TerminiDecadenza } from './decadenze.service.js';

@Module({ controllers: [DecadenzeController], providers: [DecadenzeService, DecadenzeQueries, TerminiDecadenza] })
export class DecadenzeModule {}
