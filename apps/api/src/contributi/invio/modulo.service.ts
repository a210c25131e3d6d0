import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ricezione, type ModuloContributoView, type RegoleContributi } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { comuneNelGiorno } from '../../ambiti/comuni.sql.js';
import { remember } from '../../platform/remember.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { leggiTempi, regoleContributi } from '../regole/regole.js';
import { aperto, radice, TAVOLO_BREVE } from '../../tavoli/tavolo.sql.js';

/** A person needs at least so long for the shortest contributo; programs do not wait. */
const MINIMO_MS = 3_000;
const CHIAVE_BYTE = 32;
/** A page left open for longer asks for a new token; the text stays in the page. */
export const MASSIMO_MS = 24 * 60 * 60_000;

const SQL = `
  SELECT CASE WHEN ${aperto('t')} AND ${radice('t')} THEN t.contributi ELSE coalesce(t.contributi, '{}') || '{"apertura": {"tipo": "chiusi"}}' END AS regole, ${TAVOLO_BREVE} || jsonb_build_object('scopo', t.scopo) AS tavolo,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('istat', k.istat, 'nome', k.nome) ORDER BY k.nome), '[]') FROM comune k WHERE k.ambito_id = t.ambito_id AND ${comuneNelGiorno('k')}) AS comuni
  FROM tavolo t WHERE t.ambito_id = $1 AND t.id = $2`;

type Row = Pick<ModuloContributoView, 'tavolo' | 'comuni'> & { regole: Partial<RegoleContributi> | null };

/** The form for sending: what it shows, and a signed token that says when it was opened. Nothing is stored for it. */
@Injectable()
export class ModuloService {
  private readonly chiave = remember(() => this.leggiChiave());

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async apri(ctx: RequestContext): Promise<ModuloContributoView> {
    const { ambitoId, id } = placeOf(ctx);
    const [row] = await this.db.query<Row[]>(SQL, [ambitoId, id]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const { giorniModerazione, giorniRisposta, giorniDaConfermare } = await leggiTempi(this.db.manager, ambitoId);
    const { apertura, domande } = regoleContributi(row.regole);
    const { dal, al } = apertura.tipo === 'finestra' ? apertura : { dal: null, al: null };
    return {
      ricezione: ricezione(apertura, new Date()),
      dal,
      al,
      domande,
      comuni: row.comuni,
      tavolo: row.tavolo,
      tempi: { giorniModerazione, giorniRisposta, giorniDaConfermare },
      modulo: await this.firma(id, Date.now()),
    };
  }

  /** A token for the form of a tavolo, opened at `apertoMs`. */
  async firma(tavoloId: string, apertoMs: number): Promise<string> {
    const what = `${apertoMs.toString(36)}.${randomBytes(9).toString('base64url')}`;
    return `${what}.${await this.mac(tavoloId, what)}`;
  }

  /** When the form was opened, if a person may have filled it: its token is ours, of this tavolo, neither too fresh nor too old. Null if not. */
  async apertoAt(tavoloId: string, modulo: string, now = Date.now()): Promise<Date | null> {
    const [at = '', nonce = '', mac = ''] = modulo.split('.');
    const [given, right] = [Buffer.from(mac), Buffer.from(await this.mac(tavoloId, `${at}.${nonce}`))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    const opened = Number.parseInt(at, 36);
    return now - opened >= MINIMO_MS && now - opened <= MASSIMO_MS ? new Date(opened) : null;
  }

  private async mac(tavoloId: string, what: string): Promise<string> {
    return createHmac('sha256', await this.chiave())
      .update(`${tavoloId} ${what}`)
      .digest('base64url');
  }

  /** @throws Error when it is missing: a signature with an empty key is one that anybody can make */
  private async leggiChiave(): Promise<Buffer> {
    const [row] = await this.db.query<{ chiave: Buffer }[]>('SELECT chiave FROM modulo_chiave');
    if (!row || row.chiave.length < CHIAVE_BYTE) throw new Error('The key that signs forms is missing from the database.');
    return row.chiave;
  }
}
