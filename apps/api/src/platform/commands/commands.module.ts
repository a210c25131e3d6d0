import { Global, Module } from '@nestjs/common';
import { Answers } from '../procedura/answers.js';
import { Insieme } from '../procedura/insieme.js';
import { Steps } from '../procedura/steps.js';
import { Commands } from './commands.js';

@Global()
@Module({ providers: [Commands, Steps, Insieme, Answers], exports: [Commands, Steps, Insieme, Answers] })
export class CommandsModule {}
