import { Module } from '@nestjs/common';
import { RegistroAttiController } from './registro-atti.controller.js';
import { RegistroAttiQueries } from './registro-atti.queries.js';
import { RegistroAttiService } from './registro-atti.service.js';

@Module({ controllers: [RegistroAttiController], providers: [RegistroAttiService, RegistroAttiQueries] })
export class AttiModule {}
