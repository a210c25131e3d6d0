import { Module } from '@nestjs/common';
import { TavoliModule } from '../tavoli/tavoli.module.js';
import { SottogruppiController } from './sottogruppi.controller.js';
import { SottogruppiQueries } from './sottogruppi.queries.js';
import { SottogruppiService } from './sottogruppi.service.js';

@Module({ imports: [TavoliModule], controllers: [SottogruppiController], providers: [SottogruppiQueries, SottogruppiService] })
export class SottogruppiModule {}
