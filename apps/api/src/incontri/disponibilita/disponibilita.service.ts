import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AzioneDisponibilita, AzioneInput, DisponibilitaInput, DisponibilitaView } from '@tavoli/shared';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { Steps } from '../../platform/procedura/steps.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { live } from '../../platform/realtime/news.js';
import { hashSecret, newSecret } from '../../platform/tokens/secret.js';
import { siede } from '../../posti/siede.sql.js';
import { emailChiesta, type Chiesto } from './disponibilita.emails.js';
import { DISPONIBILITA_KIND } from './disponibilita.kind.js';
import { disponibilitaProcedura } from './disponibilita.procedura.js';
import { DisponibilitaQueries } from './disponibilita.queries.js';

const INSERISCI = `INSERT INTO disponibilita (ambito_id, id, tavolo_id, titolo, messaggio, sede, link_video, entro_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  RETURNING entro_at > now() AS dopo, (SELECT t.nome FROM tavolo t WHERE t.ambito_id = $1 AND t.id = $3) AS tavolo`;
const DATE = `INSERT INTO disponibilita_data (ambito_id, id, disponibilita_id, inizio_at, fine_at)
  SELECT $1, gen_random_uuid(), $2, d."inizioAt", d."fineAt" FROM jsonb_to_recordset($3::jsonb) AS d ("inizioAt" timestamptz, "fineAt" timestamptz)`;

/** Each mailbox of who sits there now, once, with the enti it sits for. */
const SIEDONO = (): string => `
  SELECT gen_random_uuid() AS id, r.email, (array_agg(r.nome || ' ' || r.cognome ORDER BY r.id))[1] AS nome, string_agg(DISTINCT e.denominazione, ', ') AS enti
  FROM mandato m JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id JOIN ente e ON e.ambito_id = m.ambito_id AND e.id = m.ente_id
  WHERE m.ambito_id = $1 AND m.tavolo_id = $2 AND ${siede('m')} GROUP BY r.email ORDER BY r.email`;
const PERSONE = `INSERT INTO disponibilita_persona (ambito_id, id, disponibilita_id, nome, email, enti, segreto_hash)
  SELECT $1, p.id, $2, p.nome, p.email, p.enti, s.h FROM jsonb_to_recordset($3::jsonb) AS p (id uuid, nome text, email text, enti text) JOIN unnest($4::uuid[], $5::bytea[]) AS s (id, h) ON s.id = p.id`;

/** Looking for a day: who prepares the incontri proposes some, and who sits at the tavolo says when they can. */
@Injectable()
export class DisponibilitaService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: DisponibilitaQueries,
  ) {}

  /** Asks everybody who sits there, by a link of their own. @throws ProblemError on `/entroAt`, `disponibilita.nessuno`, `tavolo.chiuso` */
  async chiedi(ctx: RequestContext, input: DisponibilitaInput): Promise<DisponibilitaView> {
    const { ambitoId, id: tavoloId } = placeOf(ctx);
    const id = randomUUID();
    return this.commands.run(ctx, ambitoId, async tx => {
      const { titolo, messaggio, sede, linkVideo, entroAt } = input;
      const [fatta] = await tx.db.query<{ dopo: boolean; tavolo: string }[]>(INSERISCI, [
        ...[ambitoId, id, tavoloId, titolo, messaggio],
        ...[sede === null ? null : JSON.stringify(sede), linkVideo, entroAt],
      ]);
      if (fatta?.dopo !== true) throw fieldProblem('richiesta.non_valida', '/entroAt', 'Il termine per rispondere è già passato.');
      await tx.db.query(DATE, [ambitoId, id, JSON.stringify(input.date)]);
      await chiediAChiSiede(tx, { ...input, id, ambitoId, tavoloId, tavolo: fatta.tavolo });
      tx.registra('disponibilita.crea', 'disponibilita', id);
      tx.annuncia(live(DISPONIBILITA_KIND, placeOf(ctx), id));
      return this.queries.unaIn(tx.db, ctx, id);
    });
  }

  /** @throws ProblemError `disponibilita.stato`; 412 */
  esegui(ctx: RequestContext, azione: AzioneDisponibilita, input: AzioneInput): Promise<DisponibilitaView> {
    return this.steps.take(disponibilitaProcedura, ctx, azione, input, db => this.queries.unaIn(db, ctx, placeOf(ctx).id));
  }
}

interface Ricerca extends DisponibilitaInput {
  readonly id: string;
  readonly ambitoId: string;
  readonly tavoloId: string;
  readonly tavolo: string;
}

async function chiediAChiSiede(tx: Tx, d: Ricerca): Promise<void> {
  const chiesti = await tx.db.query<Chiesto[]>(SIEDONO(), [d.ambitoId, d.tavoloId]);
  if (chiesti.length === 0) throw new ProblemError('disponibilita.nessuno');
  const segreti = new Map(chiesti.map(c => [c.id, newSecret()]));
  await tx.db.query(PERSONE, [d.ambitoId, d.id, JSON.stringify(chiesti), [...segreti.keys()], [...segreti.values()].map(hashSecret)]);
  const date = d.date.map(({ inizioAt }) => new Date(inizioAt)).sort((a, b) => a.getTime() - b.getTime());
  tx.email(...emailChiesta({ ...d, entroAt: new Date(d.entroAt), date }, chiesti, segreti));
}
