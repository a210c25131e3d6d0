import { Module } from '@nestjs/common';
import { GuidaController } from './guida.controller.js';

@Module({ controllers: [GuidaController] })
export class GuidaModule {}
