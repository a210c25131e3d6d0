import { Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { Access } from '../platform/access/access.decorator.js';
import { Rinunce } from './rinunce.js';

@Controller('api/v1/disiscrizione')
export class RinunceController {
  constructor(private readonly rinunce: Rinunce) {}

  @Post()
  @Access('promemoria.disiscrivi')
  @HttpCode(200)
  rinuncia(@Headers('x-segreto') segreto = '') {
    return this.rinunce.rinuncia(segreto.slice(0, 100));
  }
}
