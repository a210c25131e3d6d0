import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { hasPermission, rolesIn, type OggiView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { iso } from '../platform/http/json-view.js';
import { Kinds } from '../platform/procedura/kinds.js';
import { nomiSql, type Nominato } from '../registro/nomi.js';

/** Acts that are news to whoever sees their thing, and does not read the register. What an office writes down for itself is none. */
export const NOTIZIE: readonly string[] = [
  ...['convoca', 'integra', 'sposta', 'annulla', 'chiudi'].map(passo => `incontro.${passo}`),
  ...['invia_in_revisione', 'approva', 'pubblica'].map(passo => `verbale.${passo}`),
  ...['apri_consultazione', 'approva', 'consegna', 'accogli', 'rimanda'].map(passo => `elaborato.${passo}`),
  ...['pubblica', 'proroga', 'chiarisci', 'rettifica', 'annulla', 'pubblica_elenco'].map(passo => `avviso.${passo}`),
  ...['pubblica', 'accogli', 'accogli_in_parte', 'non_accogliere'].map(passo => `contributo.${passo}`),
  ...['accetta', 'chiedi_integrazione', 'reinvia', 'respingi', 'sospendi', 'riattiva', 'cessa'].map(passo => `designazione.${passo}`),
  ...['verifica', 'chiedi_integrazione', 'sospendi', 'riattiva'].map(passo => `ente.${passo}`),
  ...['avvia', 'concludi'].map(passo => `fase.${passo}`),
  ...['crea', 'chiudi'].map(passo => `tavolo.${passo}`),
  'piano.pubblica',
];

/** How many are shown, and how many acts are looked at to find them: what the reader may not see is left out. */
const MOSTRATE = 10;
const GUARDATE = 100;

interface Atto {
  readonly at: string;
  readonly azione: string;
  readonly oggettoTipo: string;
  readonly oggettoId: string;
}

/** $1 ambito, $2 account, $3 kinds of acts or null for all. Latest first. */
const ATTI = `
  SELECT ${iso('r.at')} AS at, r.azione, r.oggetto_tipo AS "oggettoTipo", r.oggetto_id AS "oggettoId"
  FROM visita v JOIN registro r ON r.ambito_id = v.ambito_id AND r.at > v.prima_at
  WHERE v.ambito_id = $1 AND v.account_id = $2 AND r.attore IS DISTINCT FROM v.account_id AND ($3::text[] IS NULL OR r.azione = ANY($3)) ORDER BY r.seq DESC LIMIT ${GUARDATE}`;

const DAL = `SELECT ${iso('v.prima_at')} AS dal FROM visita v WHERE v.ambito_id = $1 AND v.account_id = $2`;

/** What others did since the reader last looked. */
@Injectable()
export class Novita {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly kinds: Kinds,
  ) {}

  /** Three queries: since when, which acts, how their things are called by this reader. What has no name for them, they do not see. */
  async leggi(ctx: RequestContext): Promise<OggiView['novita']> {
    const { ambitoId } = placeOf(ctx);
    const tutti = hasPermission(rolesIn(ctx.actor, { ambitoId }), 'registro.vedi');
    const [visita] = await this.db.query<{ dal: string | null }[]>(DAL, [ambitoId, ctx.actor.id]);
    const atti = await this.db.query<Atto[]>(ATTI, [ambitoId, ctx.actor.id, tutti ? null : NOTIZIE]);
    const nomi = await this.nomi(ctx, ambitoId, atti);
    const visti = atti.flatMap(({ at, azione, oggettoTipo, oggettoId }) => {
      const nome = nomi.get(`${oggettoTipo} ${oggettoId}`);
      return nome === undefined ? [] : [{ at, azione, titolo: nome.titolo, percorso: nome.pagina }];
    });
    return { dal: visita?.dal ?? null, atti: visti.slice(0, MOSTRATE) };
  }

  private async nomi(ctx: RequestContext, ambitoId: string, atti: readonly Atto[]): Promise<Map<string, Nominato>> {
    const args: unknown[] = [ambitoId];
    const sql = nomiSql(this.kinds, { actor: ctx.actor, ambitoId, args }, atti);
    const found = sql === null ? [] : await this.db.query<Nominato[]>(sql, args);
    return new Map(found.map(nome => [`${nome.tipo} ${nome.id}`, nome]));
  }
}
