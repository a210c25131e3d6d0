import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AREE_TEMATICHE,
  presetDi,
  PRIMO_INCARICO,
  VOCI_CONSUETE,
  type AmbitoView,
  type NuovoAmbitoInput,
  type ParoleScelte,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { affida } from '../incarichi/affida.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import type { RequestContext } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { AmbitiQueries } from './ambiti.queries.js';
import { trovaComune } from './comuni-italiani.js';

/** Opens ambiti; what changes of one afterwards is of `ImpostazioniService`. */
@Injectable()
export class AmbitiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: AmbitiQueries,
  ) {}

  /**
   * An ambito with its comuni, the usual areas and lists, the words of its Region, its Piano and its first coordinatore.
   * @throws ProblemError `ambito.slug_in_uso`, `incarico.account_assente`; 400 on `/comuni`
   */
  async crea(ctx: RequestContext, input: NuovoAmbitoInput): Promise<AmbitoView> {
    const id = randomUUID();
    const comuni = await comuniDi(input);
    return this.commands.run(ctx, id, async tx => {
      await insertAmbito(tx.db, id, input);
      await fillAmbito(tx.db, id, input, comuni);
      tx.registra('ambito.crea', 'ambito', id);
      await primoCoordinatore(tx, ctx.actor.nome, input.coordinatore);
      tx.annuncia({ t: 'pagine', ambitoSlug: input.slug });
      return this.queries.unoIn(tx.db, id);
    });
  }
}

async function insertAmbito(db: EntityManager, id: string, input: NuovoAmbitoInput): Promise<void> {
  const genere = input.nomeEsteso.articolo === 'la' || input.nomeEsteso.articolo === 'le' ? 'f' : 'm';
  const parole: ParoleScelte = { ...presetDi(input.regione), nomeEsteso: { ...input.nomeEsteso, plurale: '', genere } };
  await db
    .query(
      'INSERT INTO ambito (id, slug, nome, regione, capofila, contatti, parole, impostazioni) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [
        ...[id, input.slug, input.nome, input.regione],
        ...[input.capofila, JSON.stringify(input.contatti), JSON.stringify(parole), JSON.stringify({ elenchi: VOCI_CONSUETE })],
      ],
    )
    .catch(uniqueViolation('ambito_slug_key', 'ambito.slug_in_uso'));
  await db.query(
    `INSERT INTO capofila (ambito_id, id, tipo, nome) VALUES ($1, gen_random_uuid(), CASE WHEN $2 ~* '^comune\\M' THEN 'comune' ELSE 'altro' END, $2)`,
    [id, input.capofila],
  );
}

async function comuniDi({ comuni }: NuovoAmbitoInput): Promise<readonly { istat: string }[]> {
  const trovati = await Promise.all([...new Set(comuni)].map(trovaComune));
  return trovati.map(comune => {
    if (comune === null) throw fieldProblem('richiesta.non_valida', '/comuni', 'Un comune non è nell’elenco: sceglilo di nuovo.');
    return comune;
  });
}

async function fillAmbito(db: EntityManager, id: string, input: NuovoAmbitoInput, comuni: readonly object[]): Promise<void> {
  await db.query(
    `INSERT INTO comune (ambito_id, istat, nome, belfiore, abitanti)
     SELECT $1, c.istat, c.nome, c.belfiore, c.abitanti FROM jsonb_to_recordset($2::jsonb) AS c(istat text, nome text, belfiore text, abitanti int)`,
    [id, JSON.stringify(comuni)],
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

/** Who opens the ambito is invited by mail, if they have no account yet. */
async function primoCoordinatore(tx: Tx, da: string, email: string): Promise<void> {
  const niente = { tavoloId: null, incontroId: null, origine: null, verbaleId: null, atto: null, dal: null, scadeIl: null, comuneDi: null };
  await affida(tx, da, email, { ...niente, ruolo: PRIMO_INCARICO }).catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'incarico.account_assente')
      throw fieldProblem('incarico.account_assente', '/coordinatore');
    throw error;
  });
}
