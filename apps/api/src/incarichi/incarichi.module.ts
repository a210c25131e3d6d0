import { Module } from '@nestjs/common';
import { IncarichiController } from './incarichi.controller.js';
import { IncarichiQueries } from './incarichi.queries.js';
import { IncarichiService } from './incarichi.service.js';

@Module({ controllers: [IncarichiController], providers: [IncarichiQueries, IncarichiService] })
export class IncarichiModule {}
