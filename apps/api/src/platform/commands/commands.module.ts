import { Global, Module } from '@nestjs/common';
import { Steps } from '../procedura/steps.js';
import { Commands } from './commands.js';

@Global()
@Module({ providers: [Commands, Steps], exports: [Commands, Steps] })
export class CommandsModule {}
