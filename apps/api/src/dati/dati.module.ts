import { Module } from '@nestjs/common';
import { ApiController } from './api.controller.js';
import { DatiController } from './dati.controller.js';
import { DatiService } from './dati.service.js';
import { NumeriQueries } from './numeri.queries.js';

@Module({ controllers: [DatiController, ApiController], providers: [DatiService, NumeriQueries] })
export class DatiModule {}
