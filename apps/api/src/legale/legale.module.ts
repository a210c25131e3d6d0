import { Module } from '@nestjs/common';
import { LegaleController } from './legale.controller.js';
import { SicurezzaController } from './sicurezza.controller.js';
import { LegaleService } from './legale.service.js';

@Module({ controllers: [LegaleController, SicurezzaController], providers: [LegaleService] })
export class LegaleModule {}
