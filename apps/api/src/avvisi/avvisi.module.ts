import { Module } from '@nestjs/common';
import { AvvisiClock } from './avvisi.clock.js';
import { AvvisiController } from './avvisi.controller.js';
import { AvvisiFiles } from './avvisi.files.js';
import { AvvisiQueries } from './avvisi.queries.js';
import { AvvisiService } from './avvisi.service.js';

@Module({ controllers: [AvvisiController], providers: [AvvisiClock, AvvisiService, AvvisiQueries, AvvisiFiles], exports: [AvvisiQueries] })
export class AvvisiModule {}
