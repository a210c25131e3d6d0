import { Module } from '@nestjs/common';
import { InsiemeController } from './insieme.controller.js';
import { InsiemeQueries } from './insieme.queries.js';
import { InsiemeService } from './insieme.service.js';

/** One answer of an ente for several tavoli. */
@Module({ controllers: [InsiemeController], providers: [InsiemeService, InsiemeQueries] })
export class DesignazioniInsiemeModule {}
