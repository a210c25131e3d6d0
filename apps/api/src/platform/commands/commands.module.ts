import { Global, Module } from '@nestjs/common';
import { Answers } from '../procedura/answers.js';
import { Steps } from '../procedura/steps.js';
import { Commands } from './commands.js';

@Global()
@Module({ providers: [Commands, Steps, Answers], exports: [Commands, Steps, Answers] })
export class CommandsModule {}
