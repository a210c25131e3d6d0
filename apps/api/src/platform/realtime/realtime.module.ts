import { Global, Module } from '@nestjs/common';
import { Bus } from './bus.js';
import { LiveGateway } from './live.gateway.js';

@Global()
@Module({ providers: [Bus, LiveGateway], exports: [Bus, LiveGateway] })
export class RealtimeModule {}
