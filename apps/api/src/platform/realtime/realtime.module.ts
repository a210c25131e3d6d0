import { Global, Module } from '@nestjs/common';
import { Bus } from './bus.js';
import { LiveGateway } from './live.gateway.js';
import { PageListeners } from './page-listeners.js';

@Global()
@Module({ providers: [Bus, LiveGateway, PageListeners], exports: [Bus, LiveGateway] })
export class RealtimeModule {}
