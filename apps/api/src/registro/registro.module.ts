import { Module } from '@nestjs/common';
import { RegistroController } from './registro.controller.js';
import { RegistroExport } from './registro.export.js';
import { RegistroQueries } from './registro.queries.js';

@Module({ controllers: [RegistroController], providers: [RegistroQueries, RegistroExport] })
export class RegistroModule {}
