import { Module } from '@nestjs/common';
import { CalendariQueries } from './calendari.queries.js';
import { CalendarioPrivatoController } from './privato.controller.js';
import { CalendarioPrivato } from './privato.service.js';

@Module({ controllers: [CalendarioPrivatoController], providers: [CalendariQueries, CalendarioPrivato], exports: [CalendariQueries] })
export class CalendariModule {}
