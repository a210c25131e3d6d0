import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  fasiDelModello,
  maiuscola,
  paroleDi,
  type EsitoIterView,
  type IterInput,
  type NuovoIterInput,
  type OrdineFasiInput,
  type ParoleAmbito,
  type ParoleScelte,
} from '@tavoli/shared';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { uniqueViolation } from '../../platform/commands/unique-violation.js';
import { demandSeen } from '../../platform/procedura/hold.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { comuneNelGiorno } from '../../ambiti/comuni.sql.js';
import { prendiIter, segnaIter } from './blocco.js';
import { news } from '../../platform/realtime/news.js';
import { FASE_KIND } from './iter.kinds.js';

/** What a command leaves: the thing and its version now. */
export type Esito = EsitoIterView;

/** Commands on the iter as a whole. */
@Injectable()
export class IterService {
  constructor(private readonly commands: Commands) {}

  /** The iter of the current Piano, with the phases of the template and a signatory for each comune and the ASL. @throws ProblemError `iter.senza_piano`, `iter.esiste` */
  async crea(ctx: RequestContext, input: NuovoIterInput): Promise<Esito> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const { pianoId, parole } = await piano(tx);
      const id = randomUUID();
      await tx.db
        .query('INSERT INTO iter (ambito_id, id, piano_id, modello, scadenza) VALUES ($1, $2, $3, $4, $5)', [
          tx.ambitoId,
          id,
          pianoId,
          input.modello,
          input.scadenza,
        ])
        .catch(uniqueViolation('iter_del_piano', 'iter.esiste'));
      await riempi(tx, id, input, parole);
      tx.registra('iter.crea', 'iter', id, { modello: input.modello });
      tx.annuncia(...news(FASE_KIND, place, id));
      return { id, version: 1 };
    });
  }

  /** By when the Piano is due. @throws ProblemError `iter.assente`, `versione.superata` */
  async modifica(ctx: RequestContext, input: IterInput): Promise<Esito> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const iter = await this.preso(tx, ctx);
      await tx.db.query('UPDATE iter SET scadenza = $3, version = version + 1 WHERE ambito_id = $1 AND id = $2', [
        tx.ambitoId,
        iter.id,
        input.scadenza,
      ]);
      tx.registra('iter.modifica', 'iter', iter.id, { scadenza: input.scadenza });
      tx.annuncia(...news(FASE_KIND, place, iter.id));
      return { id: iter.id, version: iter.version + 1 };
    });
  }

  /** All the phases in another order. @throws ProblemError `iter.assente`, `versione.superata`, `iter.ordine` where they are not those of the iter, each once */
  async riordina(ctx: RequestContext, { fasi }: OrdineFasiInput): Promise<Esito> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const iter = await this.preso(tx, ctx);
      const rows = await tx.db.query<{ id: string }[]>('SELECT id FROM fase WHERE ambito_id = $1 AND iter_id = $2', [tx.ambitoId, iter.id]);
      const wanted = new Set(fasi);
      if (wanted.size !== fasi.length || rows.length !== fasi.length || rows.some(({ id }) => !wanted.has(id)))
        throw new ProblemError('iter.ordine');
      await tx.db.query(
        'UPDATE fase f SET ordine = o.ordine FROM unnest($3::uuid[]) WITH ORDINALITY AS o(id, ordine) WHERE f.ambito_id = $1 AND f.iter_id = $2 AND f.id = o.id',
        [tx.ambitoId, iter.id, fasi],
      );
      await segnaIter(tx, iter.id);
      tx.registra('iter.riordina', 'iter', iter.id);
      tx.annuncia(...news(FASE_KIND, place, iter.id));
      return { id: iter.id, version: iter.version + 1 };
    });
  }

  private async preso(tx: Tx, ctx: RequestContext): Promise<Esito> {
    const iter = await prendiIter(tx);
    demandSeen(ctx, iter.version);
    return iter;
  }
}

async function piano(tx: Tx): Promise<{ pianoId: string; parole: ParoleAmbito }> {
  const [row] = await tx.db.query<{ pianoId: string; nome: string; parole: ParoleScelte | null }[]>(
    'SELECT p.id AS "pianoId", a.nome, a.parole FROM piano_di_zona p JOIN ambito a ON a.id = p.ambito_id WHERE p.ambito_id = $1 ORDER BY p.dal DESC, p.id LIMIT 1',
    [tx.ambitoId],
  );
  if (!row) throw new ProblemError('iter.senza_piano');
  return { pianoId: row.pianoId, parole: paroleDi(row) };
}

async function riempi(tx: Tx, iterId: string, { modello }: NuovoIterInput, parole: ParoleAmbito): Promise<void> {
  await tx.db.query(
    `INSERT INTO fase (ambito_id, id, iter_id, chiave, ordine, titolo, organo, descrizione, note, attesi)
     SELECT $1, gen_random_uuid(), $2, f.chiave, n, f.titolo, f.organo, f.descrizione, '', f.attesi
     FROM ROWS FROM (jsonb_to_recordset($3::jsonb) AS (chiave text, titolo text, organo text, descrizione text, attesi jsonb)) WITH ORDINALITY AS f(chiave, titolo, organo, descrizione, attesi, n)`,
    [tx.ambitoId, iterId, JSON.stringify(fasiDelModello(modello, parole))],
  );
  await tx.db.query(
    `INSERT INTO firmatario (ambito_id, id, iter_id, tipo, ente, carica)
     SELECT $1::uuid, gen_random_uuid(), $2::uuid, 'comune', 'Comune di ' || c.nome, 'Sindaco' FROM comune c WHERE c.ambito_id = $1 AND ${comuneNelGiorno('c')}
     UNION ALL SELECT $1::uuid, gen_random_uuid(), $2::uuid, 'asl', $3, 'Direttore generale'`,
    [tx.ambitoId, iterId, maiuscola(parole.aziendaSanitaria.testo)],
  );
}
