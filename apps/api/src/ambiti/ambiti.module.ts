import { Module } from '@nestjs/common';
import { AmbitiController } from './ambiti.controller.js';
import { AmbitiQueries } from './ambiti.queries.js';
import { AmbitiService } from './ambiti.service.js';

@Module({ controllers: [AmbitiController], providers: [AmbitiQueries, AmbitiService], exports: [AmbitiQueries, AmbitiService] })
export class AmbitiModule {}
