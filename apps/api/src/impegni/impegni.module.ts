import { Module } from '@nestjs/common';
import { ImpegniController } from './impegni.controller.js';
import { ImpegniQueries } from './impegni.queries.js';
import { ImpegniService } from './impegni.service.js';
import { ScadenzeService } from './scadenze.service.js';

@Module({ controllers: [ImpegniController], providers: [ImpegniQueries, ImpegniService, ScadenzeService] })
export class ImpegniModule {}
