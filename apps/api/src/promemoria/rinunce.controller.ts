import { Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { rinunciaView } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Rinunce } from './rinunce.js';

@Controller('api/v1/disiscrizione')
export class RinunceController {
  constructor(private readonly rinunce: Rinunce) {}

  @Post()
  @Access('promemoria.disiscrivi')
  @Answers('Stops the reminders to an address, by the mailed secret', rinunciaView)
  @HttpCode(200)
  rinuncia(@Headers('x-segreto') segreto = '') {
    return this.rinunce.rinuncia(segreto.slice(0, 100));
  }
}
