import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ConservazioneService } from './conservazione.service.js';
import { DirittiController } from './diritti.controller.js';
import { DirittiService } from './diritti.service.js';

@Module({ imports: [AccountsModule], controllers: [DirittiController], providers: [ConservazioneService, DirittiService] })
export class DirittiModule {}
