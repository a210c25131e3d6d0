import {
  ELABORATO,
  GIORNI_CONSULTAZIONE,
  isAllowed,
  mancanze,
  vuoto,
  type AzioneElaborato,
  type ContenutoSezione,
  type ElaboratoAzioneInput,
  type StatoElaborato,
  type StatoVerbale,
  type TipoElaborato,
} from '@tavoli/shared';
import type { Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { leggiApprovazione } from './elaborato/approvazione.js';

interface Preso {
  readonly stato: StatoElaborato;
  readonly version: number;
  readonly tipo: TipoElaborato;
  readonly haFile: boolean;
  readonly consultatoAt: Date | null;
  readonly verbale: StatoVerbale | null;
  readonly aperti: number;
  readonly altri: number;
  readonly sezioni: readonly { readonly chiave: string; readonly contenuto: ContenutoSezione }[];
  readonly now: Date;
}

type Set = Readonly<Record<string, unknown>>;
const DAY = 86_400_000;

/** Locks the elaborato: whoever is saving a part has finished, nobody saves one until the step is taken. @throws ProblemError 404, 412, `elaborato.stato` */
async function prendi(tx: Tx, ctx: RequestContext, azione: AzioneElaborato): Promise<Preso> {
  const { ambitoId, id } = placeOf(ctx);
  await tx.db.query('SELECT 1 FROM elaborato WHERE ambito_id = $1 AND id = $2 FOR UPDATE', [ambitoId, id]);
  const [row] = await tx.db.query<Preso[]>(
    `SELECT l.stato, l.version, l.tipo, l.file IS NOT NULL AS "haFile", l.consultato_at AS "consultatoAt", clock_timestamp() AS now,
       (SELECT v.stato FROM verbale v WHERE v.ambito_id = l.ambito_id AND v.id = l.approvato_verbale_id) AS verbale,
       (SELECT count(*)::int FROM elaborato_commento c WHERE c.ambito_id = l.ambito_id AND c.elaborato_id = l.id AND c.stato = 'aperto') AS aperti,
       (SELECT count(*)::int FROM elaborato_sezione s WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id AND s.tenuta_da <> $3 AND s.tenuta_fino_at > clock_timestamp()) AS altri,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('chiave', s.chiave, 'contenuto', s.contenuto)), '[]') FROM elaborato_sezione s WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id) AS sezioni
     FROM elaborato l WHERE l.ambito_id = $1 AND l.id = $2`,
    [ambitoId, id, ctx.actor.id],
  );
  if (!row) throw new ProblemError('risorsa.non_trovata');
  if (row.version !== ctx.ifMatch) throw new ProblemError('versione.superata', { version: row.version });
  if (!isAllowed(ELABORATO, azione, row.stato)) throw new ProblemError('elaborato.stato');
  return row;
}

/** What each step of an elaborato demands, and sets on its row besides the state. */
const PREPARA: Readonly<
  Partial<Record<AzioneElaborato, (row: Preso, tx: Tx, ctx: RequestContext, input: ElaboratoAzioneInput) => Set | Promise<Set>>>
> = {
  /** @throws ProblemError `elaborato.vuoto` */
  apri_consultazione(row, _tx, _ctx, { giorni = GIORNI_CONSULTAZIONE }) {
    if (row.tipo === 'file' ? !row.haFile : row.sezioni.every(s => vuoto(s.contenuto))) throw new ProblemError('elaborato.vuoto');
    return {
      consultato_at: row.consultatoAt ?? row.now,
      consultazione_fino_at: new Date(row.now.getTime() + giorni * DAY),
      motivazione: null,
    };
  },
  restituisci: () => ({ consultazione_fino_at: null, approvato_verbale_id: null, approvazione: null }),
  riprendi: () => ({ approvato_verbale_id: null, approvazione: null }),
  /** The tavolo that decides, gathered, stands above the window: an approval ends it. @throws ProblemError `elaborato.commenti_aperti`, `elaborato.si_sta_scrivendo`, and of the verbale */
  async approva(row, tx, ctx, { approvazione }) {
    if (row.aperti > 0) throw new ProblemError('elaborato.commenti_aperti');
    if (row.altri > 0) throw new ProblemError('elaborato.si_sta_scrivendo');
    const dove = await leggiApprovazione(tx.db, ctx, approvazione);
    return {
      approvato_verbale_id: dove.verbaleId,
      approvazione: JSON.stringify({ ...dove, at: row.now.toISOString() }),
      consultazione_fino_at: null,
    };
  },
  /** @throws ProblemError `elaborato.incompleto` with one error for each missing part; `elaborato.verbale_non_valido` when that verbale went back to the draft */
  consegna(row) {
    const mancano = mancanze(row.tipo, row.sezioni, row.haFile);
    if (mancano.length > 0) {
      throw new ProblemError('elaborato.incompleto', {
        errors: mancano
          .slice(0, 50)
          .map(m => ({ pointer: m.sezione === null ? '/file' : `/sezioni/${m.sezione}`, code: 'elaborato.incompleto', message: m.testo })),
      });
    }
    return demandVerbale(row);
  },
  accogli: demandVerbale,
};

function demandVerbale({ verbale }: Preso): Set {
  if (verbale !== 'approvato' && verbale !== 'pubblicato') throw new ProblemError('elaborato.verbale_non_valido');
  return {};
}

/** Judges a step before it is taken. @returns the columns it sets */
export async function prepara(tx: Tx, ctx: RequestContext, azione: AzioneElaborato, input: ElaboratoAzioneInput): Promise<Set> {
  const row = await prendi(tx, ctx, azione);
  return { aggiornato_at: row.now, ...(await PREPARA[azione]?.(row, tx, ctx, input)) };
}
