import { Module } from '@nestjs/common';
import { MessaggiController } from './messaggi.controller.js';
import { MessaggiService } from './messaggi.service.js';

@Module({ controllers: [MessaggiController], providers: [MessaggiService] })
export class MessaggiModule {}
