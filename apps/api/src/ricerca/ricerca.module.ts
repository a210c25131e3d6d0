import { Module } from '@nestjs/common';
import { ComponentiModule } from '../componenti/componenti.module.js';
import { ParoleService } from './parole.service.js';
import { RicercaController } from './ricerca.controller.js';
import { RicercaQueries } from './ricerca.queries.js';

@Module({ imports: [ComponentiModule], controllers: [RicercaController], providers: [RicercaQueries, ParoleService] })
export class RicercaModule {}
