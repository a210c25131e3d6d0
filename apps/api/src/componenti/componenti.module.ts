import { Module } from '@nestjs/common';
import { ComponentiController } from './componenti.controller.js';
import { ComponentiQueries } from './componenti.queries.js';

@Module({ controllers: [ComponentiController], providers: [ComponentiQueries], exports: [ComponentiQueries] })
export class ComponentiModule {}
