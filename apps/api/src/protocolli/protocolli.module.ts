import { Module } from '@nestjs/common';
import { ProtocolliController } from './protocolli.controller.js';
import { ProtocolliQueries } from './protocolli.queries.js';
import { ProtocolliService } from './protocolli.service.js';

@Module({ controllers: [ProtocolliController], providers: [ProtocolliService, ProtocolliQueries], exports: [ProtocolliService] })
export class ProtocolliModule {}
