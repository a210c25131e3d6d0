import { Module } from '@nestjs/common';
import { SigilliController } from './sigilli.controller.js';
import { SigilliQueries } from './sigilli.queries.js';
import { SigilliService } from './sigilli.service.js';

@Module({ controllers: [SigilliController], providers: [SigilliQueries, SigilliService], exports: [SigilliService] })
export class SigilliModule {}
