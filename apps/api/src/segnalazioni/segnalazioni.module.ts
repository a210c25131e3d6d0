import { Module } from '@nestjs/common';
import { SegnalazioniController } from './segnalazioni.controller.js';
import { SegnalazioniQueries } from './segnalazioni.queries.js';
import { SegnalazioniService } from './segnalazioni.service.js';

@Module({ controllers: [SegnalazioniController], providers: [SegnalazioniQueries, SegnalazioniService] })
export class SegnalazioniModule {}
