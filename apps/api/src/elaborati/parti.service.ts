import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  campiScritti,
  codiciUsati,
  stesseDomande,
  comuniUsati,
  nomeVoce,
  type ContenutoSezione,
  type ElencoAmbito,
  type SezioneElaboratoInput,
  type SezioneElaboratoView,
  type VersioneSezioneElaboratoView,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { visibleWhere } from '../platform/access/visible.js';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { demandTurno, prendi, rilascia, tenutaDaAltri } from '../platform/commands/parti.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { announce } from '../platform/realtime/bus.js';
import { ElaboratiQueries } from './elaborato/elaborati.queries.js';
import { PARTI, scriviParte } from './elaborato/parte.sql.js';
import { demandScrivibile } from './elaborato/scrivibile.js';
import { leggiVoci } from './elaborato/voci.sql.js';
import { ELABORATO_KIND } from './elaborato/elaborato.kind.js';
import { live } from '../platform/realtime/news.js';

/** The parts of an elaborato: each held by one writer at a time, saved by itself, with every version kept. */
@Injectable()
export class PartiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly queries: ElaboratiQueries,
  ) {}

  /** Holds the part, or goes on holding it. @throws ProblemError `elaborato.sezione_tenuta` while somebody else does; `elaborato.stato`, `elaborato.non_scrivi` */
  async tieni(ctx: RequestContext, id: string): Promise<SezioneElaboratoView> {
    const place = placeOf(ctx);
    return this.db.transaction(async db => {
      await demandScrivibile(db, ctx);
      const presa = await prendi(db, PARTI, ctx, id);
      const view = await this.queries.parteIn(db, ctx, id);
      if (presa === null) throw tenutaDaAltri(PARTI.tenuta, view.tenutaDa?.nome);
      if (presa === 'nuova') await announce(db, live(ELABORATO_KIND, place, place.id));
      return view;
    });
  }

  /** Lets go of it. Fine if it was not held. */
  async lascia(ctx: RequestContext, id: string): Promise<void> {
    const place = placeOf(ctx);
    await this.db.transaction(async db => {
      if (await rilascia(db, PARTI, ctx, id)) await announce(db, live(ELABORATO_KIND, place, place.id));
    });
  }

  /**
   * Saves what its writer wrote on the version they saw. Saving is not an act: the registro keeps what is decided, not each sentence.
   * @throws ProblemError `versione.superata`, `elaborato.sezione_tenuta`, `elaborato.stato`, `elaborato.non_scrivi`, `elaborato.contenuto_estraneo`
   */
  async salva(ctx: RequestContext, id: string, { contenuto }: SezioneElaboratoInput): Promise<SezioneElaboratoView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await demandScrivibile(tx.db, ctx);
      await demandTurno(tx.db, PARTI, ctx, id);
      await demandPropri(tx.db, ctx, contenuto);
      await demandVoci(tx.db, ctx, id, contenuto);
      await demandStesseDomande(tx.db, ctx, id, contenuto);
      await scriviParte(tx.db, ctx, id, contenuto);
      tx.annuncia(live(ELABORATO_KIND, place, place.id));
      return this.queries.parteIn(tx.db, ctx, id);
    });
  }

  versioni(ctx: RequestContext, id: string): Promise<{ items: VersioneSezioneElaboratoView[] }> {
    return this.queries.versioni(ctx, id);
  }
}

const COMUNI_NOTI = 'SELECT istat FROM comune WHERE ambito_id = $1 AND istat = ANY($2::text[])';

/** Fields of a part that name what is not there, each by its pointer within the part. */
const estranei = (campi: readonly (readonly [pointer: string, message: string])[]): ProblemError =>
  new ProblemError('richiesta.non_valida', {
    errors: campi.map(([pointer, message]) => ({ pointer: `/contenuto${pointer}`, code: 'richiesta.non_valida', message })),
  });

/** Comuni are of the ambito, an obiettivo is one that the writer may see: nothing points out of the ambito, or at nothing. */
async function demandPropri(db: EntityManager, ctx: RequestContext, c: ContenutoSezione): Promise<void> {
  const { ambitoId } = placeOf(ctx);
  const comuni = comuniUsati(c);
  const istat = [...new Set(comuni.map(k => k.istat))];
  const noti = istat.length === 0 ? [] : await db.query<{ istat: string }[]>(COMUNI_NOTI, [ambitoId, istat]);
  if (c.tipo === 'comuni' && noti.length !== c.istat.length)
    throw fieldProblem('richiesta.non_valida', '/contenuto/istat', 'Scegli ogni comune una volta sola, tra quelli dell’ambito.');
  const altrove = comuni.filter(k => !noti.some(n => n.istat === k.istat));
  if (altrove.length > 0)
    throw estranei(altrove.map(({ pointer }) => [pointer, 'Questo comune non è dell’ambito: scegline uno dall’elenco.']));
  if (c.tipo === 'collegamento' && c.obiettivoId !== null) {
    const args: unknown[] = [ambitoId, c.obiettivoId];
    const visible = visibleWhere(ELABORATO_KIND, ctx.actor, ambitoId, args);
    const found = await db.query<unknown[]>(
      `SELECT 1 FROM elaborato l WHERE l.ambito_id = $1 AND l.id = $2 AND l.tipo = 'obiettivo' AND ${visible} FOR SHARE`,
      args,
    );
    if (found.length === 0)
      throw fieldProblem('richiesta.non_valida', '/contenuto/obiettivoId', 'Scegli un obiettivo tra quelli in elenco.');
  }
}

/** Who writes answers what the ambito asked, and asks nothing else. @throws ProblemError `elaborato.contenuto_estraneo` */
async function demandStesseDomande(db: EntityManager, ctx: RequestContext, id: string, contenuto: ContenutoSezione): Promise<void> {
  if (contenuto.tipo !== 'campi') return;
  const [prima] = await db.query<{ contenuto: ContenutoSezione }[]>(SCRITTO, [placeOf(ctx).ambitoId, id]);
  if (!stesseDomande(prima === undefined ? [] : campiScritti([prima]), contenuto.righe))
    throw fieldProblem('elaborato.contenuto_estraneo', '/contenuto/righe');
}

const SCRITTO = 'SELECT contenuto FROM elaborato_sezione WHERE ambito_id = $1 AND id = $2';

const ESTRANEA: Readonly<Record<ElencoAmbito, string>> = {
  fondi: 'Questo fondo non è tra quelli dell’ambito: scegline uno dall’elenco.',
  leps: 'Questo livello essenziale non è tra quelli dell’ambito: scegline uno dall’elenco.',
  obiettivi: 'Questo obiettivo della Regione non è tra quelli dell’ambito: scegline uno dall’elenco.',
};

/** Codes are of the lists of the ambito; one that was withdrawn stays where it was written, and is chosen no more. @throws ProblemError 400 on each field */
async function demandVoci(db: EntityManager, ctx: RequestContext, id: string, contenuto: ContenutoSezione): Promise<void> {
  const usati = codiciUsati(contenuto);
  if (usati.length === 0) return;
  const { ambitoId } = placeOf(ctx);
  const voci = await leggiVoci(db, ambitoId);
  const [prima] = await db.query<{ contenuto: ContenutoSezione }[]>(SCRITTO, [ambitoId, id]);
  const scritti = new Set(prima === undefined ? [] : codiciUsati(prima.contenuto).map(u => u.codice));
  const errori = usati.flatMap(({ elenco, codice, pointer }): (readonly [string, string])[] => {
    const voce = voci[elenco].find(v => v.codice === codice);
    if (scritti.has(codice) || voce?.ritirata === false) return [];
    const message = voce === undefined ? ESTRANEA[elenco] : `«${nomeVoce(voci, elenco, codice)}» è stato ritirato: scegli un’altra voce.`;
    return [[pointer, message]];
  });
  if (errori.length > 0) throw estranei(errori);
}
