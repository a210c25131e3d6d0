import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AREE_TEMATICHE, PRIMO_INCARICO, type AmbitoInput, type AmbitoView, type NuovoAmbitoInput, type ParoleInput } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { fieldProblem } from '../platform/problem/problem.error.js';
import { AmbitiQueries } from './ambiti.queries.js';

/** Commands on ambiti. */
@Injectable()
export class AmbitiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: AmbitiQueries,
  ) {}

  /** An ambito with its comuni, the usual areas, its Piano and its first coordinatore. @throws ProblemError `ambito.slug_in_uso`, `incarico.account_assente` */
  async crea(ctx: RequestContext, input: NuovoAmbitoInput): Promise<AmbitoView> {
    const id = randomUUID();
    return this.commands.run(ctx, id, async tx => {
      await tx.db
        .query('INSERT INTO ambito (id, slug, nome, regione, capofila, contatti) VALUES ($1, $2, $3, $4, $5, $6)', [
          id,
          input.slug,
          input.nome,
          input.regione,
          input.capofila,
          JSON.stringify(input.contatti),
        ])
        .catch(uniqueViolation('ambito_slug_key', 'ambito.slug_in_uso'));
      await fillAmbito(tx.db, id, input);
      const coordinatore = await nameCoordinatore(tx.db, id, input.coordinatore);
      tx.registra('ambito.crea', 'ambito', id);
      tx.registra('incarico.assegna', 'incarico', coordinatore.incaricoId, { ruolo: PRIMO_INCARICO, accountId: coordinatore.accountId });
      tx.annuncia({ t: 'account', accountId: coordinatore.accountId }, { t: 'pagine', ambitoSlug: input.slug });
      return this.queries.unoIn(tx.db, id);
    });
  }

  async modifica(ctx: RequestContext, input: AmbitoInput): Promise<AmbitoView> {
    const { ambitoId, ambitoSlug } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await tx.db.query('UPDATE ambito SET nome = $2, contatti = $3 WHERE id = $1', [ambitoId, input.nome, JSON.stringify(input.contatti)]);
      tx.registra('ambito.modifica', 'ambito', ambitoId);
      tx.annuncia({ t: 'pagine', ambitoSlug });
      return this.queries.unoIn(tx.db, ambitoId);
    });
  }

  /** How the bodies of the ambito are called, from now on: pages and mails say it everywhere. */
  async parole(ctx: RequestContext, input: ParoleInput): Promise<AmbitoView> {
    const { ambitoId, ambitoSlug } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await tx.db.query('UPDATE ambito SET parole = $2 WHERE id = $1', [ambitoId, JSON.stringify(input)]);
      tx.registra('ambito.parole', 'ambito', ambitoId, { ...input });
      tx.annuncia({ t: 'pagine', ambitoSlug });
      return this.queries.unoIn(tx.db, ambitoId);
    });
  }
}

async function fillAmbito(db: EntityManager, id: string, input: NuovoAmbitoInput): Promise<void> {
  await db.query(
    `INSERT INTO comune (ambito_id, istat, nome, belfiore, abitanti)
     SELECT $1, c.istat, c.nome, c.belfiore, c.abitanti FROM jsonb_to_recordset($2::jsonb) AS c(istat text, nome text, belfiore text, abitanti int)
     ON CONFLICT DO NOTHING`,
    [id, JSON.stringify(input.comuni)],
  );
  await db.query(
    'INSERT INTO area_tematica (ambito_id, id, nome, ordine) SELECT $1, gen_random_uuid(), nome, ordine FROM unnest($2::text[]) WITH ORDINALITY AS a(nome, ordine)',
    [id, AREE_TEMATICHE],
  );
  await db.query('INSERT INTO piano_di_zona (ambito_id, id, titolo, dal, al) VALUES ($1, gen_random_uuid(), $2, $3, $4)', [
    id,
    input.piano.titolo,
    input.piano.dal,
    input.piano.al,
  ]);
}

async function nameCoordinatore(db: EntityManager, ambitoId: string, email: string): Promise<{ incaricoId: string; accountId: string }> {
  const [row] = await db.query<{ incaricoId: string; accountId: string }[]>(
    `INSERT INTO incarico (ambito_id, id, account_id, ruolo)
     SELECT $1, gen_random_uuid(), id, '${PRIMO_INCARICO}' FROM account WHERE email = $2 AND email_confermata_at IS NOT NULL
     RETURNING id AS "incaricoId", account_id AS "accountId"`,
    [ambitoId, email],
  );
  if (!row) throw fieldProblem('incarico.account_assente', '/coordinatore');
  return row;
}
