import { Module } from '@nestjs/common';
import { SollecitiConsensoController } from './solleciti-consenso.controller.js';
import { SollecitiConsensoService } from './solleciti-consenso.service.js';

@Module({ controllers: [SollecitiConsensoController], providers: [SollecitiConsensoService] })
export class SollecitiConsensoModule {}
