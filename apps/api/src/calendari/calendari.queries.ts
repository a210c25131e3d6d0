import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  INCONTRI_IN_CALENDARIO,
  RISPOSTE_CON_IL_POSTO,
  type ParoleScelte,
  type SedeIncontro,
  type StatoIncontro,
  type TipoConvocazione,
  type PuntoScritto,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { FROM_IMPEGNI } from '../impegni/impegni.sql.js';
import { ATTIVO } from '../incontri/incontro/invitati.js';
import { tieneAlTavolo } from '../incarichi/chi.sql.js';
import { fra } from '../platform/database/fra.js';
import { Lru } from '../platform/ssr/cache/lru.js';
import { hashSecret } from '../platform/tokens/secret.js';
import { siede } from '../posti/siede.sql.js';

/** An incontro as calendars carry it. */
export interface IncontroInCalendario {
  readonly id: string;
  readonly titolo: string;
  readonly stato: StatoIncontro;
  readonly inizioAt: Date;
  readonly fineAt: Date;
  readonly sede: SedeIncontro | null;
  readonly linkVideo: string | null;
  readonly sequence: number;
  readonly creatoAt: Date;
  readonly aggiornatoAt: Date;
  readonly ambitoSlug: string;
  readonly tavoli: readonly string[];
  readonly punti: readonly PuntoScritto[];
}

/** An impegno with a day, as the calendar of who follows it carries it. */
export interface ImpegnoInCalendario {
  readonly id: string;
  readonly testo: string;
  readonly chi: string;
  readonly entro: string;
  readonly creatoAt: Date;
  readonly ambitoSlug: string;
  readonly tavoloSlug: string;
  readonly tavolo: string;
}

export interface Intestazione {
  readonly ambito: string;
  readonly parole: ParoleScelte | null;
  readonly tavolo: string | null;
}

/** A fact of a tavolo that its news tell. */
export interface Novita {
  readonly id: string;
  readonly tipo: Exclude<TipoConvocazione, 'estensione'> | 'avviso';
  readonly titolo: string;
  readonly at: Date;
  readonly percorso: string;
  readonly inizioAt: Date | null;
  readonly motivazione: string | null;
}

/** Readers keep what they have seen: past a year nobody looks, and an annulled one stays long enough to be taken away everywhere. */
const FINESTRA = `n.fine_at > now() - interval '1 year' AND (n.stato IN ${fra(INCONTRI_IN_CALENDARIO)} OR (n.stato = 'annullato' AND n.aggiornato_at > now() - interval '30 days'))`;
const MAX_EVENTI = 500;

/** Open impegni with a day, of the tavoli at which the account `$1` sits or works. */
const impegni =
  (): string => `SELECT i.id, i.testo, i.chi, to_char(i.entro, 'YYYY-MM-DD') AS entro, v.creato_at AS "creatoAt", a.slug AS "ambitoSlug", t.slug AS "tavoloSlug", t.nome AS tavolo
  ${FROM_IMPEGNI} JOIN ambito a ON a.id = i.ambito_id JOIN tavolo t ON t.ambito_id = v.ambito_id AND t.id = v.tavolo_id
  WHERE i.stato = 'aperto' AND i.entro > now() - interval '1 year' AND (
    EXISTS (SELECT 1 FROM incarico r WHERE r.ambito_id = t.ambito_id AND r.account_id = $1 AND ${tieneAlTavolo('r', 'impegno.elenca', '= t.id')})
    OR EXISTS (SELECT 1 FROM mandato m JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id JOIN account ac ON ac.id = $1 AND ac.email = r.email
      WHERE m.ambito_id = t.ambito_id AND m.tavolo_id = t.id AND ${siede('m')}))
  ORDER BY i.entro, i.id`;

/** SQL of an instant as milliseconds: hundreds of them are read several times as fast as dates. */
const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

type Riga = Omit<IncontroInCalendario, Istante> & Record<Istante, number>;
type Istante = 'inizioAt' | 'fineAt' | 'creatoAt' | 'aggiornatoAt';

const conDate = ({ inizioAt, fineAt, creatoAt, aggiornatoAt, ...rest }: Riga): IncontroInCalendario => ({
  ...rest,
  inizioAt: new Date(inizioAt),
  fineAt: new Date(fineAt),
  creatoAt: new Date(creatoAt),
  aggiornatoAt: new Date(aggiornatoAt),
});

/** The incontri of `scelti` (rows of `incontro` with the slug of their ambito) with their parts; `json` and not `jsonb`, which would be parsed twice. */
const eventi = (scelti: string): string => `
  SELECT n.id, n.titolo, n.stato, ${ms('n.inizio_at')} AS "inizioAt", ${ms('n.fine_at')} AS "fineAt", n.sede, n.link_video AS "linkVideo", n.sequence, ${ms('n.creato_at')} AS "creatoAt",
    ${ms('n.aggiornato_at')} AS "aggiornatoAt", n.slug AS "ambitoSlug",
    ARRAY(SELECT t.nome FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id
       WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id ORDER BY t.codice) AS tavoli,
    (SELECT coalesce(json_agg(json_build_object('titolo', p.titolo, 'minuti', p.minuti, 'relatore', p.relatore, 'soloDiscussione', p.solo_discussione) ORDER BY p.ordine), '[]')
       FROM incontro_punto p WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id) AS punti
  FROM (${scelti} ORDER BY n.inizio_at DESC, n.id LIMIT ${MAX_EVENTI}) n ORDER BY n.inizio_at DESC, n.id`;

/**
 * Which incontri a public calendar shows, each with a mark that changes when it does: the version of its row as the database keeps it (what else
 * it shows of an incontro that was convened changes with that row) and the names of the tavoli of the ambito.
 */
const SEGNI = `
  SELECT n.id, n.xmin::text || '.' || nomi.segno AS segno
  FROM ambito a
  CROSS JOIN LATERAL (SELECT md5(coalesce(string_agg(t.id || t.codice || t.nome, '|' ORDER BY t.id), '')) AS segno FROM tavolo t WHERE t.ambito_id = a.id) nomi
  JOIN incontro n ON n.ambito_id = a.id
  WHERE a.slug = $1 AND ${FINESTRA} AND ($2::text IS NULL OR EXISTS (SELECT 1 FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id
    WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id AND t.slug = $2))
  ORDER BY n.inizio_at DESC, n.id LIMIT ${MAX_EVENTI}`;

/** Reads for calendars and news: public facts, but for `privato`. */
@Injectable()
export class CalendariQueries {
  /** Public incontri as they were read, each under what it was called and its mark. */
  private readonly tenuti = new Lru<{ readonly incontro: IncontroInCalendario; readonly bytes: number }>(20_000, 16 * 1024 * 1024);

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Null when there is no such ambito, or no such tavolo in it. */
  async intestazione(ambito: string, tavolo: string | null): Promise<Intestazione | null> {
    const [row] = await this.db.query<Intestazione[]>(
      'SELECT a.nome AS ambito, a.parole, t.nome AS tavolo FROM ambito a LEFT JOIN tavolo t ON t.ambito_id = a.id AND t.slug = $2 WHERE a.slug = $1 AND ($2::text IS NULL OR t.id IS NOT NULL)',
      [ambito, tavolo],
    );
    return row ?? null;
  }

  /**
   * The latest first, so that a calendar with too many loses the oldest. After a change nearly every incontro is as it was: first it is asked
   * which they are and whether they changed, then only those that did are read in full.
   */
  async pubblico(ambito: string, tavolo: string | null): Promise<IncontroInCalendario[]> {
    const scelti = await this.db.query<{ id: string; segno: string }[]>(SEGNI, [ambito, tavolo]);
    const trovati = scelti.map(({ id, segno }) => ({
      id,
      chiave: `${id}.${segno}`,
      incontro: this.tenuti.get(`${id}.${segno}`)?.incontro,
    }));
    const letti = await this.leggi(trovati.filter(t => t.incontro === undefined).map(t => t.id));
    for (const { id, chiave } of trovati) {
      const incontro = letti.get(id);
      if (incontro) this.tenuti.set(chiave, { incontro, bytes: JSON.stringify(incontro).length * 2 });
    }
    return trovati.flatMap(t => t.incontro ?? letti.get(t.id) ?? []);
  }

  private async leggi(ids: readonly string[]): Promise<ReadonlyMap<string, IncontroInCalendario>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.query<Riga[]>(
      eventi('SELECT n.*, a.slug FROM incontro n JOIN ambito a ON a.id = n.ambito_id WHERE n.id = ANY($1)'),
      [ids],
    );
    return new Map(rows.map(row => [row.id, conDate(row)]));
  }

  /** All that the holder of the secret address is called to, and the open impegni of their tavoli; null when the secret opens nothing. */
  async privato(secret: string): Promise<{ nome: string; eventi: IncontroInCalendario[]; impegni: ImpegnoInCalendario[] } | null> {
    const [holder] = await this.db.query<{ id: string; nome: string; email: string }[]>(
      `SELECT ac.id, ac.nome || ' ' || ac.cognome AS nome, ac.email FROM calendario_privato c JOIN account ac ON ac.id = c.account_id AND ac.email_confermata_at IS NOT NULL WHERE c.segreto_hash = $1`,
      [hashSecret(secret)],
    );
    if (!holder) return null;
    const chiamato = await this.db.query<Riga[]>(
      eventi(`SELECT n.*, a.slug FROM incontro n JOIN ambito a ON a.id = n.ambito_id
       WHERE EXISTS (SELECT 1 FROM invitato i WHERE i.ambito_id = n.ambito_id AND i.incontro_id = n.id AND i.email = $1 AND i.risposta IN ${fra(RISPOSTE_CON_IL_POSTO)} AND ${ATTIVO}) AND ${FINESTRA}`),
      [holder.email],
    );
    return {
      nome: holder.nome,
      eventi: chiamato.map(conDate),
      impegni: await this.db.query<ImpegnoInCalendario[]>(impegni(), [holder.id]),
    };
  }

  /** What happened at a tavolo, latest first: what leaves calendars as they were (that others were called to the same incontro, a document more) is no news. */
  novita(ambito: string, tavolo: string): Promise<Novita[]> {
    return this.db.query<Novita[]>(
      `SELECT * FROM (
         SELECT n.id || '.' || c.sequence AS id, c.tipo, n.titolo, c.at, '/' || a.slug || '/incontri/' || n.id AS percorso, (c.contenuto->>'inizioAt')::timestamptz AS "inizioAt", c.motivazione
         FROM ambito a JOIN tavolo t ON t.ambito_id = a.id AND t.slug = $2 JOIN incontro_tavolo nt ON nt.ambito_id = a.id AND nt.tavolo_id = t.id
         JOIN incontro n ON n.ambito_id = a.id AND n.id = nt.incontro_id JOIN convocazione c ON c.ambito_id = a.id AND c.incontro_id = n.id
         WHERE a.slug = $1 AND c.tipo <> 'estensione' AND c.parte = 0
         UNION ALL
         SELECT v.id::text, 'avviso', v.titolo, v.pubblicato_at, '/' || a.slug || '/avvisi/' || v.id, NULL, NULL
         FROM ambito a JOIN tavolo t ON t.ambito_id = a.id AND t.slug = $2 JOIN avviso_tavolo vt ON vt.ambito_id = a.id AND vt.tavolo_id = t.id
         JOIN avviso v ON v.ambito_id = a.id AND v.id = vt.avviso_id WHERE a.slug = $1 AND v.stato = 'pubblicato'
       ) x ORDER BY x.at DESC, x.id LIMIT 50`,
      [ambito, tavolo],
    );
  }
}
