import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Access } from '../platform/access/access.decorator.js';
import { AnswersFile } from '../platform/access/answers.decorator.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';

const DAY = 86_400_000;
/** From each answer: never in the past, and less than the year that RFC 9116 (2.5.5) advises. */
const VALE_GIORNI = 180;

/** How to tell us of a weakness (RFC 9116): the page says whom to write to. */
@Controller('.well-known')
export class SicurezzaController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('security.txt')
  @Access('installazione.vedi')
  @AnswersFile('Where weaknesses are reported (RFC 9116)', 'plain')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  leggi(): string {
    const { publicOrigin, securityContact } = this.config;
    const campi = {
      Contact: securityContact ?? `${publicOrigin}/sicurezza`,
      Expires: `${new Date(Date.now() + VALE_GIORNI * DAY).toISOString().slice(0, 19)}Z`,
      'Preferred-Languages': 'it, en',
      Canonical: `${publicOrigin}/.well-known/security.txt`,
      Policy: `${publicOrigin}/sicurezza`,
    };
    return Object.entries(campi)
      .map(([nome, valore]) => `${nome}: ${valore}\n`)
      .join('');
  }
}
