import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { deviceCookie, expiredSessionCookie, sessionCookie } from '../platform/access/session-cookie.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { DEVICE_DAYS, type Entrata } from './account/browser.js';

/** Gives the browser the cookie of a session just started, and takes it back. */
@Injectable()
export class SessionCookies {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async give(reply: FastifyReply, entrata: Promise<Entrata>): Promise<void> {
    const { sessione, dispositivo } = await entrata;
    void reply.header('Set-Cookie', [sessionCookie(this.config, sessione), deviceCookie(this.config, dispositivo, DEVICE_DAYS)]);
  }

  async take(reply: FastifyReply, ending: Promise<void>): Promise<void> {
    await ending;
    void reply.header('Set-Cookie', expiredSessionCookie(this.config));
  }
}
