import { conParole, paroleDi } from '@tavoli/shared';
import { feedIcs } from '../platform/calendar/index.js';
import type { Config } from '../platform/config/config.js';
import { apiHeaders } from '../platform/http/security-headers.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import type { Made } from '../platform/ssr/cache/page-cache.js';
import { toPage, type Page } from '../platform/ssr/page.js';
import type { PageSource } from '../platform/ssr/pages.js';
import { atom } from './atom.js';
import type { CalendariQueries } from './calendari.queries.js';
import { eventoImpegno, eventoPubblicato } from './eventi.js';

const PUBBLICO = /^\/cal\/([a-z0-9-]{2,60})(?:\/([a-z0-9-]{2,80}))?\.(ics|atom)$/;
const PRIVATO = /^\/cal\/p\/([A-Za-z0-9_-]{43})\.ics$/;

const ICS = 'text/calendar; charset=utf-8';
const ATOM = 'application/atom+xml; charset=utf-8';
/** How often subscribed calendars are asked to look again. */
const REFRESH_MINUTES = 60;

/** Calendars to subscribe to and news to follow, kept like pages until something of their ambito changes. */
export class CalendarioSource implements PageSource {
  constructor(
    private readonly queries: CalendariQueries,
    private readonly config: Config,
  ) {}

  keyOf(url: string): string | null {
    const path = url.split('?', 1)[0] ?? '';
    return PUBBLICO.test(path) || PRIVATO.test(path) ? path : null;
  }

  ambitoOf(key: string): string {
    return PUBBLICO.exec(key)?.[1] ?? '';
  }

  /** @throws ProblemError `risorsa.non_trovata` */
  async page(key: string): Promise<Made<Page>> {
    const secret = PRIVATO.exec(key)?.[1];
    if (secret !== undefined) return this.made(await this.privato(secret), ICS, false);
    const [, ambito = '', tavolo = null, kind] = PUBBLICO.exec(key) ?? [];
    const body = kind === 'ics' ? await this.pubblico(key, ambito, tavolo) : await this.novita(key, ambito, tavolo);
    return this.made(body, kind === 'ics' ? ICS : ATOM, true);
  }

  private async pubblico(key: string, ambito: string, tavolo: string | null): Promise<string> {
    const [di, eventi] = await Promise.all([this.queries.intestazione(ambito, tavolo), this.queries.pubblico(ambito, tavolo)]);
    if (di === null) throw new ProblemError('risorsa.non_trovata');
    const nome = di.tavolo === null ? `Tavoli Tematici: ${di.ambito}` : `Tavolo ${di.tavolo}: ${di.ambito}`;
    return this.feed(
      nome,
      conParole(
        `Gli incontri ${di.tavolo === null ? 'dei tavoli' : 'del tavolo'} [del nomeEsteso].`,
        paroleDi({ nome: di.ambito, parole: di.parole }),
      ),
      key,
      eventi.map(e => eventoPubblicato(e, this.config.publicOrigin, false)),
    );
  }

  private async privato(secret: string): Promise<string> {
    const found = await this.queries.privato(secret);
    if (found === null) throw new ProblemError('risorsa.non_trovata');
    const eventi = [
      ...found.eventi.map(e => eventoPubblicato(e, this.config.publicOrigin, true)),
      ...found.impegni.map(i => eventoImpegno(i, this.config.publicOrigin)),
    ];
    return this.feed('I miei Tavoli Tematici', `Gli incontri a cui è invitato ${found.nome}.`, '', eventi);
  }

  private async novita(key: string, ambito: string, tavolo: string | null): Promise<string> {
    const di = tavolo === null ? null : await this.queries.intestazione(ambito, tavolo);
    if (di === null || tavolo === null) throw new ProblemError('risorsa.non_trovata');
    const novita = await this.queries.novita(ambito, tavolo);
    return atom({
      titolo: `Tavolo ${di.tavolo ?? ''}: le novità`,
      origin: this.config.publicOrigin,
      percorso: key,
      pagina: `/${ambito}/tavoli/${tavolo}`,
      novita,
    });
  }

  /** The secret address of a private calendar is not repeated in what it answers. */
  private feed(nome: string, descrizione: string, path: string, eventi: ReturnType<typeof eventoPubblicato>[]): string {
    return feedIcs(
      { nome, descrizione, url: path === '' ? null : `${this.config.publicOrigin}${path}`, refreshMinutes: REFRESH_MINUTES },
      eventi,
    );
  }

  private async made(body: string, type: string, keep: boolean): Promise<Made<Page>> {
    const { 'Cache-Control': _, ...headers } = apiHeaders(this.config);
    const page = await toPage({ status: 200, html: body, type, location: null }, headers, keep ? ['gzip'] : []);
    return { page, bytes: page.bytes, keep };
  }
}
