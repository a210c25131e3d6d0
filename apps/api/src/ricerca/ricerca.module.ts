import { Module } from '@nestjs/common';
import { ParoleService } from './parole.service.js';
import { RicercaController } from './ricerca.controller.js';
import { RicercaQueries } from './ricerca.queries.js';

@Module({ controllers: [RicercaController], providers: [RicercaQueries, ParoleService] })
export class RicercaModule {}
