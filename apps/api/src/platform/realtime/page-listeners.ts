import { Inject, Injectable } from '@nestjs/common';
import { PUBBLICO } from '@tavoli/shared';
import type { IncomingMessage } from 'node:http';
import { Places } from '../access/places.js';
import { canSee } from '../access/visible.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { clientAddress } from '../http/client-address.js';
import { Buckets, rateOf } from '../http/connections/buckets.js';
import { Kinds } from '../procedura/kinds.js';
import { roomOfPage } from './live.rooms.js';

/** Visitors who listen on one replica at once; whoever comes after reads again by the clock. Who works here has the rest to themselves. */
const MOST = 2000;
/** What a handshake costs a network of its bucket: about what reading the page costs. */
const LIGHT = 0.1;

/** What a visitor asks to listen to: the public page of one thing. */
export interface AskedPage {
  readonly ambito: string;
  readonly tipo: string;
  readonly id: string;
}

/** Visitors of the live channel: nobody in particular, each the listener of one public page, and of nothing else. */
@Injectable()
export class PageListeners {
  private readonly looks: Buckets;
  private held = 0;

  constructor(
    @Inject(Kinds) private readonly kinds: Kinds,
    @Inject(Places) private readonly places: Places,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.looks = new Buckets(rateOf(config));
  }

  /** @returns the room of that page, or null where the public sees no such page, or too many listen or ask */
  async roomFor({ ambito, tipo, id }: AskedPage, request: IncomingMessage): Promise<string | null> {
    const kind = this.kinds.all.find(k => k.kind === tipo && k.followed === true);
    if (kind === undefined || this.held >= MOST || this.looks.take(clientAddress(request, this.config), LIGHT) > 0) return null;
    const place = await this.places.find(kind.kind, { ambito, [kind.kind]: id });
    return place !== null && canSee(kind, PUBBLICO, place) ? roomOfPage(kind.kind, place.id) : null;
  }

  /** One more listens. @returns what to call, once, when they have gone */
  take(): () => void {
    this.held += 1;
    return () => (this.held -= 1);
  }
}

/** What the handshake asks for; null: it asks for no page. Anything that is not three short texts asks for nothing that there is. */
export function askedPage(auth: unknown): AskedPage | null {
  const asked = (auth as { pagina?: unknown } | null | undefined)?.pagina;
  if (typeof asked !== 'object' || asked === null) return null;
  const { ambito, tipo, id } = asked as Record<string, unknown>;
  const brief = (value: unknown): string => (typeof value === 'string' && value.length <= 100 ? value : '');
  return { ambito: brief(ambito), tipo: brief(tipo), id: brief(id) };
}
