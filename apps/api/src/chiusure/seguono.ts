import { CONTRIBUTI_SENZA_ESITO, OSSERVATORI_APERTI, PROPOSTE_APERTE, type StatoContributo, type StatoDesignazione } from '@tavoli/shared';
import { CONTRIBUTO_KIND } from '../contributi/contributo/contributo.kind.js';
import { diceSpostato } from '../contributi/gestire/spostato.js';
import { designazioneProcedura } from '../designazioni/designazione.procedura.js';
import { direttoProcedura } from '../diretti/diretto.procedura.js';
import type { Portale } from '../incontri/convocare/congeda.js';
import { incontroProcedura } from '../incontri/gestire/incontro.procedura.js';
import { propostaProcedura } from '../incontri/proposte/proposta.procedura.js';
import { osservatoreProcedura } from '../osservatori/osservatore.procedura.js';
import { eliminaBozza } from '../incontri/gestire/riscrivi.js';
import type { Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext, type ResolvedPlace } from '../platform/commands/context.js';
import { writeOther } from '../platform/procedura/hold.js';
import { follow } from '../platform/procedura/steps.js';
import { haPosto } from '../designazioni/mandati/mandati.js';
import { passa } from './passa.js';

/** The tavolo that closes, as the acts that follow need it. */
export interface Chiusura {
  readonly tx: Tx;
  readonly ctx: RequestContext;
  readonly own: Portale;
  readonly nome: string;
  /** The tavolo that goes on with seats and contributi. */
  readonly versoId: string | null;
  readonly motivo: string;
}

interface Riga {
  readonly id: string;
  readonly version: number;
  readonly stato: string;
  readonly enteId: string | null;
}

/** What of the tavolo is in these states, held in one order. */
const presi = (
  { tx, ctx }: Chiusura,
  tabella: 'incontro' | 'designazione' | 'posto_diretto' | 'osservatore' | 'proposta' | 'contributo',
  stati: readonly string[],
): Promise<Riga[]> =>
  tx.db.query<Riga[]>(
    `SELECT x.id, x.version, x.stato, ${tabella === 'designazione' || tabella === 'posto_diretto' ? 'x.ente_id' : 'NULL::uuid'} AS "enteId" FROM ${tabella} x
     WHERE x.ambito_id = $1 AND x.tavolo_id = $2 AND x.stato = ANY($3::text[]) ORDER BY x.id FOR NO KEY UPDATE`,
    [tx.ambitoId, placeOf(ctx).id, stati],
  );
const luogo = (ctx: RequestContext, kind: string, { id, version, stato, enteId }: Riga): ResolvedPlace => ({
  ...placeOf(ctx),
  kind,
  id,
  version,
  stato,
  enteId,
  tavoloId: placeOf(ctx).id,
});

/** What was called is called off, and who was called is told; drafts go, also from incontri that other tavoli were planning with this one. */
export async function annullaIncontri(c: Chiusura): Promise<void> {
  const motivazione = `Il tavolo «${c.nome}» è chiuso. ${c.motivo}`.slice(0, 2000);
  for (const riga of await presi(c, 'incontro', ['convocato']))
    await follow(
      incontroProcedura,
      c.tx,
      c.ctx,
      'annulla',
      { place: luogo(c.ctx, 'incontro', riga), version: riga.version, input: { motivazione } },
      c.own,
    );
  for (const riga of await presi(c, 'incontro', ['bozza']))
    await eliminaBozza(c.tx, { ...c.ctx, place: luogo(c.ctx, 'incontro', riga), ifMatch: riga.version });
  await c.tx.db.query(
    `DELETE FROM incontro_tavolo nt USING incontro n WHERE nt.ambito_id = $1 AND nt.tavolo_id = $2 AND n.ambito_id = nt.ambito_id AND n.id = nt.incontro_id AND n.stato = 'bozza'`,
    [c.tx.ambitoId, placeOf(c.ctx).id],
  );
}

/** Invitations that wait are withdrawn, and drafts of avvisi name the tavolo no more. */
export async function ritiraInviti(c: Chiusura): Promise<void> {
  for (const riga of await presi(c, 'posto_diretto', ['in_attesa']))
    await follow(
      direttoProcedura,
      c.tx,
      c.ctx,
      'ritira',
      { place: luogo(c.ctx, 'diretto', riga), version: riga.version, input: { motivazione: c.motivo } },
      undefined,
    );
  await c.tx.db.query(
    `DELETE FROM avviso_tavolo vt USING avviso v WHERE vt.ambito_id = $1 AND vt.tavolo_id = $2 AND v.ambito_id = vt.ambito_id AND v.id = vt.avviso_id AND v.stato = 'bozza'`,
    [c.tx.ambitoId, placeOf(c.ctx).id],
  );
}

/** Who followed it without a seat follows it no more, wherever it goes; who had only asked is told so. */
export async function cessaOsservatori(c: Chiusura): Promise<void> {
  for (const riga of await presi(c, 'osservatore', OSSERVATORI_APERTI)) {
    const cosa = {
      place: luogo(c.ctx, 'osservatore', riga),
      version: riga.version,
      input: { motivazione: `Il tavolo è chiuso. ${c.motivo}`.slice(0, 2000) },
    };
    await follow(osservatoreProcedura, c.tx, c.ctx, riga.stato === 'ammessa' ? 'cessa' : 'declina', cosa, c.own);
  }
}

/** What was proposed for its incontri and not taken is declined: whoever proposed it is told why, and may propose it where the work goes on. */
export async function declinaProposte(c: Chiusura): Promise<void> {
  for (const riga of await presi(c, 'proposta', PROPOSTE_APERTE)) {
    const cosa = {
      place: luogo(c.ctx, 'proposta', riga),
      version: riga.version,
      input: { motivazione: `Il tavolo è chiuso. ${c.motivo}`.slice(0, 2000) },
    };
    await follow(propostaProcedura, c.tx, c.ctx, 'declina', cosa, undefined);
  }
}

/** Each seat goes where the tavolo goes, unless its ente has one there already; where the tavolo goes nowhere, it ends. */
export async function chiudiPosti(c: Chiusura): Promise<void> {
  for (const riga of await presi(c, 'designazione', ['accettata', 'sospesa'])) {
    const enteId = riga.enteId ?? '';
    if (c.versoId !== null && !(await haPosto(c.tx.db, c.tx.ambitoId, c.versoId, enteId))) {
      const stato = riga.stato as StatoDesignazione;
      await passa(c.tx, placeOf(c.ctx), c.own, { id: riga.id, stato, enteId, versoId: c.versoId, da: c.nome, motivo: c.motivo });
    } else {
      const input = { causa: 'tavolo_chiuso', motivazione: c.motivo } as const;
      const cosa = { place: luogo(c.ctx, 'designazione', riga), version: riga.version, input };
      await follow(designazioneProcedura, c.tx, c.ctx, 'cessa', cosa, c.own);
    }
  }
}

/** Contributi without an answer go along; who has not confirmed theirs yet is not written to. */
export async function passaContributi(c: Chiusura): Promise<void> {
  if (c.versoId === null) return;
  for (const riga of await presi(c, 'contributo', CONTRIBUTI_SENZA_ESITO)) {
    await writeOther(c.tx, CONTRIBUTO_KIND, riga.id, { tavolo_id: c.versoId });
    if ((riga.stato as StatoContributo) !== 'da_confermare')
      await diceSpostato(c.tx, luogo(c.ctx, 'contributo', riga), c.versoId, `Il tavolo «${c.nome}» è chiuso. ${c.motivo}`.slice(0, 2000));
  }
}
