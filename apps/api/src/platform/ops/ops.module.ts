import { Module } from '@nestjs/common';
import { Health } from './health.js';
import { StatusController } from './status.controller.js';

@Module({ controllers: [StatusController], providers: [Health], exports: [Health] })
export class OpsModule {}
