import { Module } from '@nestjs/common';
import { TavoliController } from './tavoli.controller.js';
import { TavoliExport } from './tavoli.export.js';
import { TavoliQueries } from './tavoli.queries.js';
import { TavoliService } from './tavoli.service.js';

@Module({ controllers: [TavoliController], providers: [TavoliService, TavoliQueries, TavoliExport], exports: [TavoliQueries] })
export class TavoliModule {}
