import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Access } from '../platform/access/access.decorator.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';

const DAY = 86_400_000;

/** How to tell us of a weakness (RFC 9116): the page says whom to write to. */
@Controller('.well-known')
export class SicurezzaController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('security.txt')
  @Access('installazione.vedi')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  leggi(): string {
    const fino = new Date(Date.now() + 180 * DAY).toISOString();
    return `Contact: ${this.config.publicOrigin}/sicurezza\nPolicy: ${this.config.publicOrigin}/sicurezza\nPreferred-Languages: it, en\nCanonical: ${this.config.publicOrigin}/.well-known/security.txt\nExpires: ${fino}\n`;
  }
}
