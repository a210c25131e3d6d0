import { Module } from '@nestjs/common';
import { OsservatoriController } from './osservatori.controller.js';
import { OsservatoriQueries } from './osservatori.queries.js';
import { OsservatoriService } from './osservatori.service.js';

@Module({ controllers: [OsservatoriController], providers: [OsservatoriQueries, OsservatoriService] })
export class OsservatoriModule {}
