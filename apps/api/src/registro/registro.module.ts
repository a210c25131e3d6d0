import { Module } from '@nestjs/common';
import { RegistroController } from './registro.controller.js';
import { RegistroQueries } from './registro.queries.js';

@Module({ controllers: [RegistroController], providers: [RegistroQueries] })
export class RegistroModule {}
