import { Module } from '@nestjs/common';
import { PromemoriaService } from './promemoria.service.js';
import { Rinunce } from './rinunce.js';
import { RinunceController } from './rinunce.controller.js';

@Module({ controllers: [RinunceController], providers: [PromemoriaService, Rinunce], exports: [Rinunce] })
export class PromemoriaModule {}
