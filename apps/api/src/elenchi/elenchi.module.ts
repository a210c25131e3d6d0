import { Module } from '@nestjs/common';
import { ElenchiController } from './elenchi.controller.js';
import { ElenchiExport } from './elenchi.export.js';
import { ElenchiQueries } from './elenchi.queries.js';
import { ElenchiService } from './elenchi.service.js';

@Module({ controllers: [ElenchiController], providers: [ElenchiExport, ElenchiQueries, ElenchiService] })
export class ElenchiModule {}
