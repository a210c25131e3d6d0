import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  indovina,
  TABELLA_BYTES_MASSIMI,
  TIPI,
  semplice,
  type AzioneCaricamento,
  type AzioneCaricamentoInput,
  type CaricamentoView,
  type ColonneInput,
  type TipoCaricamento,
} from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { insert } from '../platform/database/rows.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { hold, remove, write } from '../platform/procedura/hold.js';
import { Steps } from '../platform/procedura/steps.js';
import { Uploads } from '../platform/storage/uploads.js';
import { CaricamentiQueries } from './caricamenti.queries.js';
import { CARICAMENTO_KIND } from './caricamento.kind.js';
import { caricamentoProcedura } from './caricamento.procedura.js';
import { datiDi } from './esecuzione.js';
import type { Foglio, Riga } from './lettura/foglio.js';
import { leggiTabella } from './lettura/leggi.js';
import { simula } from './simulazione.js';
import { TIPI_API } from './tipi/index.js';

/** Commands on caricamenti. A simulation writes nothing but itself; the file is read and not kept. */
@Injectable()
export class CaricamentiService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly uploads: Uploads,
    private readonly queries: CaricamentiQueries,
  ) {}

  /** Reads the one file of the form and simulates it. @throws ProblemError `file.*`, `caricamento.illeggibile` on `/file` */
  async crea(ctx: RequestContext, tipo: TipoCaricamento, request: FastifyRequest): Promise<CaricamentoView> {
    const { ambitoId } = placeOf(ctx);
    const { name, content } = await this.uploads.receiveInMemory(request, TABELLA_BYTES_MASSIMI);
    const foglio = await leggiTabella(content);
    return this.commands.run(ctx, ambitoId, async tx => {
      const [id, colonne] = [randomUUID(), await indovinate(tx, tipo, foglio)];
      const { piano, conteggi } = await simula(tx.db, ambitoId, tipo, datiDi(foglio.righe), colonne);
      await insert(tx.db, 'caricamento', {
        ambitoId,
        id,
        tipo,
        file: JSON.stringify({ nome: name, bytes: content.length, ...senzaRighe(foglio), righe: foglio.righe.length - 1 }),
        righe: JSON.stringify(foglio.righe),
        colonne: JSON.stringify(colonne),
        piano: JSON.stringify(piano),
        conteggi: JSON.stringify(conteggi),
      });
      tx.registra('caricamento.crea', 'caricamento', id, { tipo, righe: foglio.righe.length - 1 });
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  /** Says which field each column is, and simulates again. @throws ProblemError 400, `versione.superata`, `caricamento.stato`, `caricamento.dimenticato` */
  async colonne(ctx: RequestContext, { colonne }: ColonneInput): Promise<CaricamentoView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await hold(tx, ctx, CARICAMENTO_KIND, { from: ['simulazione'] });
      const [riga] = await tx.db.query<[{ tipo: TipoCaricamento; righe: Riga[] | null }]>(
        'SELECT tipo, righe FROM caricamento WHERE ambito_id = $1 AND id = $2',
        [ambitoId, id],
      );
      if (riga.righe === null) throw new ProblemError('caricamento.dimenticato');
      demandColonne(riga.tipo, colonne, riga.righe);
      const { piano, conteggi } = await simula(tx.db, ambitoId, riga.tipo, datiDi(riga.righe), colonne);
      await ricorda(tx, riga.tipo, riga.righe, colonne);
      await write(tx, ctx, CARICAMENTO_KIND, {
        colonne: JSON.stringify(colonne),
        piano: JSON.stringify(piano),
        conteggi: JSON.stringify(conteggi),
      });
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  /** Throws a simulation away, with what it was made of. @throws ProblemError `caricamento.stato`, `versione.superata` */
  async elimina(ctx: RequestContext): Promise<void> {
    await this.commands.run(ctx, placeOf(ctx).ambitoId, async tx => {
      await remove(tx, ctx, CARICAMENTO_KIND, { from: ['simulazione'] });
      tx.registra('caricamento.elimina', 'caricamento', placeOf(ctx).id);
      return null;
    });
  }

  /** A step of the procedure (`caricamento.procedura.ts`). @throws ProblemError 400, 409, 412, and the refusals of the step */
  esegui(ctx: RequestContext, azione: AzioneCaricamento, input: AzioneCaricamentoInput): Promise<CaricamentoView> {
    return this.steps.take(caricamentoProcedura, ctx, azione, input, (db, { id }) => this.queries.unoIn(db, ctx, id));
  }

  /** Writes, once, to those whom a caricamento left to be written to. @throws ProblemError `caricamento.stato`, `versione.superata` */
  async scrivi(ctx: RequestContext): Promise<CaricamentoView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const { now } = await hold(tx, ctx, CARICAMENTO_KIND, { from: ['eseguito'] });
      const [riga] = await tx.db.query<[{ tipo: TipoCaricamento; nuove: string[]; aspetta: boolean }]>(
        `SELECT tipo, nuove, messaggi = 'dopo' AND scritto_at IS NULL AS aspetta FROM caricamento WHERE ambito_id = $1 AND id = $2`,
        [ambitoId, id],
      );
      if (!riga.aspetta) throw new ProblemError('caricamento.stato');
      const quanti = (await TIPI_API[riga.tipo].scrivi?.(tx, ctx, riga.nuove)) ?? 0;
      await write(tx, ctx, CARICAMENTO_KIND, { scritto_at: now });
      tx.registra('caricamento.scrivi', 'caricamento', id, { quanti });
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }
}

const senzaRighe = ({ righe: _, ...resto }: Foglio): Omit<Foglio, 'righe'> => resto;

/** The columns by their headings, as they were said the last time that a file of this kind was looked at. */
async function indovinate(tx: Tx, tipo: TipoCaricamento, foglio: Foglio): Promise<(string | null)[]> {
  const [ultima] = await tx.db.query<{ mappa: Record<string, string> }[]>(
    'SELECT mappa FROM caricamento_mappa WHERE ambito_id = $1 AND tipo = $2',
    [tx.ambitoId, tipo],
  );
  const prima = foglio.righe[0]?.celle ?? [];
  const larga = Math.max(...foglio.righe.map(r => r.celle.length));
  const intestazioni = Array.from({ length: larga }, (_, i) => prima[i] ?? '');
  return indovina(TIPI[tipo], intestazioni, ultima?.mappa);
}

async function ricorda(tx: Tx, tipo: TipoCaricamento, righe: readonly Riga[], colonne: readonly (string | null)[]): Promise<void> {
  const celle = righe[0]?.celle ?? [];
  const mappa = Object.fromEntries(colonne.flatMap((campo, i) => (campo === null || !celle[i] ? [] : [[semplice(celle[i]), campo]])));
  await tx.db.query(
    `INSERT INTO caricamento_mappa (ambito_id, tipo, mappa) VALUES ($1, $2, $3)
     ON CONFLICT (ambito_id, tipo) DO UPDATE SET mappa = caricamento_mappa.mappa || excluded.mappa`,
    [tx.ambitoId, tipo, JSON.stringify(mappa)],
  );
}

function demandColonne(tipo: TipoCaricamento, colonne: readonly (string | null)[], righe: readonly Riga[]): void {
  const larga = Math.max(...righe.map(r => r.celle.length));
  const campi = TIPI[tipo].campi.map(c => c.percorso);
  if (colonne.length !== larga || colonne.some(c => c !== null && !campi.includes(c)))
    throw fieldProblem('richiesta.non_valida', '/colonne', 'Le colonne non sono quelle del file: ricarica la pagina.');
}
