import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AreeInput, CapofilaInput, ComuneEntraInput, ComuneEsceInput, ImpostazioniView } from '@tavoli/shared';
import type { Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fieldProblem } from '../platform/problem/problem.error.js';
import { chiGoverna, emailCapofila, emailComuneEntra, emailComuneEsce, type CambioPerEmail } from './ambiti.emails.js';
import { trovaComune } from './comuni-italiani.js';
import { OGGI } from './comuni.sql.js';
import { ImpostazioniService } from './impostazioni.service.js';

/** Who an ambito is made of: who leads it, its comuni with the days on which each comes and goes, its areas. Each change keeps what was before. */
@Injectable()
export class ComposizioneService {
  constructor(private readonly impostazioni: ImpostazioniService) {}

  /** From a day that has come: the one before ends on the day before. @throws ProblemError 400 on `/dal` */
  capofila(ctx: RequestContext, input: CapofilaInput): Promise<ImpostazioniView> {
    return this.impostazioni.cambia(ctx, 'ambito.capofila', async (tx, prima) => {
      const ora = prima.capofila.at(-1);
      const [giorni] = await tx.db.query<[{ futuro: boolean; prima: string }]>(
        `SELECT $1::date > ${OGGI} AS futuro, to_char($1::date - 1, 'YYYY-MM-DD') AS prima`,
        [input.dal],
      );
      if (giorni.futuro) throw fieldProblem('richiesta.non_valida', '/dal', 'Indica oggi o un giorno passato: il cambio vale da subito.');
      if (ora?.dal != null && giorni.prima < ora.dal)
        throw fieldProblem('richiesta.non_valida', '/dal', 'Indica un giorno successivo a quello da cui è capofila l’ente di adesso.');
      await tx.db.query('UPDATE capofila SET al = $2 WHERE ambito_id = $1 AND al IS NULL', [tx.ambitoId, giorni.prima]);
      await tx.db.query('INSERT INTO capofila (ambito_id, id, tipo, nome, dal, atto, motivo) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
        ...[tx.ambitoId, randomUUID(), input.tipo, input.nome],
        ...[input.dal, input.atto, input.motivazione],
      ]);
      await tx.db.query('UPDATE ambito SET capofila = $2 WHERE id = $1', [tx.ambitoId, input.nome]);
      tx.email(...emailCapofila(await perEmail(tx, ctx, prima, { ...input, giorno: input.dal })));
      return { prima: ora?.nome ?? null, dopo: input.nome, dal: input.dal, atto: input.atto, motivazione: input.motivazione };
    });
  }

  /** A comune of the list of ISTAT joins. @throws ProblemError 400 on `/istat` or `/giorno` */
  entra(ctx: RequestContext, { istat, giorno, atto, motivazione }: ComuneEntraInput): Promise<ImpostazioniView> {
    return this.impostazioni.cambia(ctx, 'ambito.comune_entra', async (tx, prima) => {
      const comune = await trovaComune(istat);
      if (comune === null) throw fieldProblem('richiesta.non_valida', '/istat', 'Scegli un comune dall’elenco.');
      const noto = prima.comuni.find(c => c.istat === istat);
      const dopo = noto?.periodi.at(-1);
      if (noto && (dopo === undefined || dopo.al === null))
        throw fieldProblem('richiesta.non_valida', '/istat', 'Questo comune fa già parte dell’ambito.');
      if (dopo?.al != null && giorno <= dopo.al)
        throw fieldProblem('richiesta.non_valida', '/giorno', 'Indica un giorno successivo a quello in cui il comune è uscito.');
      await tx.db.query(
        'INSERT INTO comune (ambito_id, istat, nome, belfiore, abitanti) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
        [tx.ambitoId, istat, comune.nome, comune.belfiore, comune.abitanti],
      );
      await periodo(tx, istat, { dal: giorno, al: null, atto, motivazione });
      tx.email(...emailComuneEntra(await perEmail(tx, ctx, prima, { nome: comune.nome, giorno, atto, motivazione })));
      return { comune: comune.nome, istat, dal: giorno, atto, motivazione };
    });
  }

  /** A comune leaves: `giorno` is its last day. @throws ProblemError 400 on `/istat` or `/giorno` */
  esce(ctx: RequestContext, { istat, giorno, atto, motivazione }: ComuneEsceInput): Promise<ImpostazioniView> {
    return this.impostazioni.cambia(ctx, 'ambito.comune_esce', async (tx, prima) => {
      const comune = prima.comuni.find(c => c.istat === istat);
      const ora = comune?.periodi.at(-1);
      if (comune === undefined || (ora !== undefined && ora.al !== null))
        throw fieldProblem('richiesta.non_valida', '/istat', 'Scegli un comune che fa parte dell’ambito.');
      if (ora?.dal != null && giorno < ora.dal)
        throw fieldProblem('richiesta.non_valida', '/giorno', 'Indica un giorno successivo a quello in cui il comune è entrato.');
      if (ora === undefined) await periodo(tx, istat, { dal: null, al: giorno, atto, motivazione });
      else
        await tx.db.query(
          `UPDATE comune_periodo SET al = $3, atto = coalesce($4, atto), motivo = $5 WHERE ambito_id = $1 AND istat = $2 AND al IS NULL`,
          [tx.ambitoId, istat, giorno, atto, motivazione],
        );
      tx.email(...emailComuneEsce(await perEmail(tx, ctx, prima, { nome: comune.nome, giorno, atto, motivazione })));
      return { comune: comune.nome, istat, al: giorno, atto, motivazione };
    });
  }

  /** The areas in a new order. What is left out is archived: tavoli and elaborati that have it keep it; one that comes back is taken out of the archive. */
  aree(ctx: RequestContext, { aree }: AreeInput): Promise<ImpostazioniView> {
    return this.impostazioni.cambia(ctx, 'ambito.aree', async (tx, prima) => {
      const righe = aree.map(({ id, nome }, i) => ({ id: id ?? randomUUID(), nome, ordine: i + 1 }));
      await tx.db.query(
        `INSERT INTO area_tematica (ambito_id, id, nome, ordine) SELECT $1, r.id, r.nome, r.ordine FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, nome text, ordine int)
         ON CONFLICT (ambito_id, id) DO UPDATE SET nome = excluded.nome, ordine = excluded.ordine, archiviata_at = NULL`,
        [tx.ambitoId, JSON.stringify(righe)],
      );
      await tx.db.query(
        'UPDATE area_tematica SET archiviata_at = now() WHERE ambito_id = $1 AND archiviata_at IS NULL AND NOT id = ANY($2::uuid[])',
        [tx.ambitoId, righe.map(r => r.id)],
      );
      return { prima: prima.aree.filter(a => !a.archiviata).map(a => a.nome), dopo: aree.map(a => a.nome) };
    });
  }
}

type Periodo = { dal: string | null; al: string | null; atto: string | null; motivazione: string };

const periodo = (tx: Tx, istat: string, { dal, al, atto, motivazione }: Periodo): Promise<unknown> =>
  tx.db.query('INSERT INTO comune_periodo (ambito_id, id, istat, dal, al, atto, motivo) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    ...[tx.ambitoId, randomUUID(), istat],
    ...[dal, al, atto, motivazione],
  ]);

async function perEmail(
  tx: Tx,
  ctx: RequestContext,
  { version }: ImpostazioniView,
  { nome, giorno, atto, motivazione }: Pick<CambioPerEmail, 'nome' | 'giorno' | 'atto' | 'motivazione'>,
): Promise<CambioPerEmail> {
  const { ambitoId, ambitoSlug } = placeOf(ctx);
  return { ambitoId, ambitoSlug, version: version + 1, nome, giorno, atto, motivazione, per: await chiGoverna(tx.db, ambitoId) };
}
