import { Module } from '@nestjs/common';
import { TavoliModule } from '../tavoli/tavoli.module.js';
import { ChiusureController } from './chiusure.controller.js';
import { ChiusureService } from './chiusure.service.js';

@Module({ imports: [TavoliModule], controllers: [ChiusureController], providers: [ChiusureService] })
export class ChiusureModule {}
