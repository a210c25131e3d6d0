import { Module } from '@nestjs/common';
import { TavoliModule } from '../tavoli/tavoli.module.js';
import { ChiusureController } from './chiusure.controller.js';
import { ChiudiSottogruppoService } from './chiudi-sottogruppo.service.js';
import { FineMandatiService } from './fine-mandati.service.js';
import { ChiusureService } from './chiusure.service.js';

@Module({
  imports: [TavoliModule],
  controllers: [ChiusureController],
  providers: [ChiusureService, ChiudiSottogruppoService, FineMandatiService],
})
export class ChiusureModule {}
