import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  CHIAVI_PAROLE,
  nomeConsueto,
  PAROLE,
  REGOLE_PREDEFINITE,
  type DomandeView,
  type ImpostazioniView,
  type InizioMandato,
  type ParolaScelta,
  type ParoleScelte,
  type RegoleTavolo,
  type UfficioView,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { comuneNelGiorno } from './comuni.sql.js';

/** What the ambito keeps in `ambito.impostazioni`: all of it may be missing. */
export type Impostazioni = Partial<
  Pick<ImpostazioniView, 'codice' | 'sito' | 'albo' | 'dpo' | 'patrono' | 'dichiarazioneAccessibilita' | 'domande' | 'ufficio'> & {
    elenchi: Partial<ImpostazioniView['elenchi']>;
    campiScheda: ImpostazioniView['campiScheda'];
    regole: Partial<RegoleTavolo>;
    inizioMandato: InizioMandato;
  }
>;
type Row = Pick<ImpostazioniView, 'version' | 'nome' | 'regione' | 'contatti' | 'capofila' | 'comuni' | 'aree' | 'eccezioni'> & {
  readonly parole: ParoleScelte | null;
  readonly impostazioni: Impostazioni;
};

const giorno = (colonna: string): string => `to_char(${colonna}, 'YYYY-MM-DD')`;
const PERIODO = `'dal', ${giorno('q.dal')}, 'al', ${giorno('q.al')}, 'atto', q.atto, 'motivo', q.motivo`;
const TUTTE = `
  SELECT a.version, a.nome, a.regione, a.contatti, a.parole, a.impostazioni,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('tipo', q.tipo, 'nome', q.nome, ${PERIODO}) ORDER BY q.al NULLS LAST), '[]') FROM capofila q WHERE q.ambito_id = a.id) AS capofila,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('istat', c.istat, 'nome', c.nome, 'abitanti', c.abitanti, 'oggi', ${comuneNelGiorno('c')}, 'periodi',
        (SELECT coalesce(jsonb_agg(jsonb_build_object(${PERIODO}) ORDER BY q.dal NULLS FIRST), '[]') FROM comune_periodo q WHERE q.ambito_id = c.ambito_id AND q.istat = c.istat)) ORDER BY c.nome, c.istat), '[]')
       FROM comune c WHERE c.ambito_id = a.id) AS comuni,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'nome', t.nome, 'archiviata', t.archiviata_at IS NOT NULL, 'tavoli',
        (SELECT count(*)::int FROM tavolo_area ta WHERE ta.ambito_id = t.ambito_id AND ta.area_id = t.id)) ORDER BY t.archiviata_at IS NOT NULL, t.ordine, t.nome), '[]')
       FROM area_tematica t WHERE t.ambito_id = a.id) AS aree,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'nome', t.nome) ORDER BY t.codice), '[]') FROM tavolo t WHERE t.ambito_id = a.id AND t.regole IS NOT NULL) AS eccezioni
  FROM ambito a WHERE a.id = $1`;

const UFFICIO_VUOTO: ImpostazioniView['ufficio'] = { sede: '', orari: '', telefono: null, email: null, persone: [] };
const ELENCHI_VUOTI: ImpostazioniView['elenchi'] = { fondi: [], leps: [], obiettivi: [] };

/** What an ambito tells of itself: all of it to its office, the office and the history to everybody. */
@Injectable()
export class ImpostazioniQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  vedi(ctx: RequestContext): Promise<ImpostazioniView> {
    return this.vediIn(this.db.manager, placeOf(ctx).ambitoId);
  }

  async vediIn(db: EntityManager, ambitoId: string): Promise<ImpostazioniView> {
    const { parole, impostazioni: i, ...row } = await this.riga(db, ambitoId);
    const scelte = (parole ?? {}) as Readonly<Record<string, ParolaScelta | undefined>>;
    return {
      ...row,
      codice: i.codice ?? null,
      sito: i.sito ?? null,
      albo: i.albo ?? null,
      dpo: i.dpo ?? null,
      patrono: i.patrono ?? null,
      dichiarazioneAccessibilita: i.dichiarazioneAccessibilita ?? null,
      nomeEsteso: scelte['nomeEsteso'] ?? nomeConsueto(row.nome),
      parole: Object.fromEntries(CHIAVI_PAROLE.map(chiave => [chiave, scelte[chiave] ?? PAROLE[chiave]])) as ImpostazioniView['parole'],
      domande: i.domande ?? [],
      ufficio: i.ufficio ?? UFFICIO_VUOTO,
      elenchi: { ...ELENCHI_VUOTI, ...i.elenchi },
      campiScheda: i.campiScheda ?? [],
      regole: { ...REGOLE_PREDEFINITE, ...i.regole },
      inizioMandato: i.inizioMandato ?? 'accettazione',
    };
  }

  /** Who works in the office where they agreed to be named, who leads the ambito and who has been part of it. */
  async ufficio(ctx: RequestContext): Promise<UfficioView> {
    const { impostazioni: i, capofila, comuni } = await this.riga(this.db.manager, placeOf(ctx).ambitoId);
    const { persone, ...sede } = i.ufficio ?? UFFICIO_VUOTO;
    const sempre = { dal: null, al: null, atto: null };
    return {
      ...sede,
      persone: persone.filter(p => p.pubblica).map(({ nome, ruolo, ente }) => ({ nome, ruolo, ente })),
      capofila: capofila.map(({ nome, dal, al, atto }) => ({ nome, dal, al, atto })),
      comuni: comuni.flatMap(({ nome, periodi }) =>
        (periodi.length > 0 ? periodi : [sempre]).map(({ dal, al, atto }) => ({ nome, dal, al, atto })),
      ),
      elenchi: { fondi: valide(i.elenchi?.fondi), leps: valide(i.elenchi?.leps), obiettivi: valide(i.elenchi?.obiettivi) },
    };
  }

  async domande(ctx: RequestContext): Promise<DomandeView> {
    const [row] = await this.db.query<{ domande: DomandeView['domande'] | null }[]>(
      `SELECT impostazioni->'domande' AS domande FROM ambito WHERE id = $1`,
      [placeOf(ctx).ambitoId],
    );
    return { domande: row?.domande ?? [] };
  }

  private async riga(db: EntityManager, ambitoId: string): Promise<Row> {
    const [row] = await db.query<Row[]>(TUTTE, [ambitoId]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return row;
  }
}

/** What everybody reads of a list: those that may be chosen. */
const valide = (voci: ImpostazioniView['elenchi']['fondi'] = []): UfficioView['elenchi']['fondi'] =>
  voci.flatMap(({ ritirata, ...voce }) => (ritirata ? [] : [voce]));
