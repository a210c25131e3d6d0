import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { SeguitiController } from './seguiti.controller.js';
import { SeguitiService } from './seguiti.service.js';

@Module({ imports: [AccountsModule], controllers: [SeguitiController], providers: [SeguitiService], exports: [SeguitiService] })
export class SeguitiModule {}
