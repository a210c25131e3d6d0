import { Injectable } from '@nestjs/common';
import {
  CONTRIBUTO,
  testiPubblici,
  type AzioneContributo,
  type ContributoAzioneInput,
  type ContributoGestioneView,
  type OmissisInput,
  type PassoView,
  type SpostaInput,
  type StatoContributo,
  type TestiContributo,
} from '@tavoli/shared';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { demandMotivazione, transition } from '../../platform/commands/transition.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { annunciContributo } from '../contributo/annunci.js';
import { notizieContributo, rifaiNotizie } from '../contributo/notizie.js';
import { leggiPerEmail } from '../contributo/contributi.emails.data.js';
import { emailOmissis, emailPasso, emailSpostato } from '../contributo/contributi.emails.js';
import { GestioneQueries } from '../letture/gestione.queries.js';
import { orologiPer } from '../contributo/orologi.js';
import { scriviPasso } from '../contributo/passi.js';
import { raccontaUnione, unisci } from '../contributo/unione.js';

type Colonne = Readonly<Record<string, unknown>>;

const PASSI: Readonly<Record<Exclude<AzioneContributo, 'unisci'>, PassoView['tipo']>> = {
  pubblica: 'pubblicato',
  chiedi_modifica: 'modifica_chiesta',
  respingi: 'respinto',
  esamina: 'in_esame',
  accogli: 'accolto',
  accogli_in_parte: 'accolto_in_parte',
  non_accogliere: 'non_accolto',
  rinvia: 'rinviato',
};
const SPOSTABILI = ['in_moderazione', 'pubblicato', 'in_esame', 'rinviato'];
const OMETTIBILI = ['pubblicato', 'in_esame', 'accolto', 'accolto_in_parte', 'non_accolto', 'rinviato'];

/** What staff do with a contributo. The words of its author are never touched: what is left out is left out of the public twin. */
@Injectable()
export class ContributiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: GestioneQueries,
  ) {}

  /** A step of the procedure. @throws ProblemError 400, 409, 412, `contributo.principale_non_valido` */
  async esegui(ctx: RequestContext, azione: AzioneContributo, input: ContributoAzioneInput): Promise<ContributoGestioneView> {
    const place = placeOf(ctx);
    const motivazione = demandMotivazione(CONTRIBUTO, azione, input.motivazione);
    if (azione === 'respingi' && input.motivo === undefined)
      throw fieldProblem('richiesta.non_valida', '/motivo', 'Scegli il motivo dall’elenco.');
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const { to } = CONTRIBUTO[azione];
      const principale = azione === 'unisci' ? await unisci(tx, place.id, input.principaleId) : null;
      const set = {
        // The last reason stands until the next step; `transition` writes a new one over it.
        motivazione: null,
        ...(await this.colonne(tx, ctx, azione, input)),
        ...(principale === null ? {} : { unito_a: principale.id }),
        ...(await orologiPer(tx.db, place.ambitoId, to, place.stato as StatoContributo)),
      };
      await transition(tx, ctx, { table: 'contributo', transitions: CONTRIBUTO, azione, motivazione, set });
      if (principale !== null) await raccontaUnione(tx, place, principale);
      else await scriviPasso(tx.db, place.ambitoId, place.id, { tipo: PASSI[azione as keyof typeof PASSI], motivazione });
      tx.registra(`contributo.${azione}`, 'contributo', place.id, {
        ...(motivazione === null ? {} : { motivazione }),
        ...(principale === null ? {} : { principale: principale.id }),
      });
      tx.email(...emailPasso(await leggiPerEmail(tx.db, place.ambitoId, place.id), azione, motivazione, input.motivo ?? null));
      tx.email(...(await notizieContributo(tx.db, place, azione)));
      tx.annuncia(...annunciContributo(place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  /** Leaves out other pieces than before, of what is public already; the author is told. @throws ProblemError `contributo.stato`, 412 */
  async ometti(ctx: RequestContext, input: OmissisInput): Promise<ContributoGestioneView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await this.prendi(tx, ctx, OMETTIBILI);
      await this.gemella(tx, place.id, { ...input, motivoOmissis: input.motivoOmissis ?? undefined });
      await scriviPasso(tx.db, place.ambitoId, place.id, { tipo: 'omissis', motivazione: input.motivoOmissis });
      tx.registra('contributo.ometti', 'contributo', place.id, { parti: input.omissis.length });
      tx.email(
        ...emailOmissis(await leggiPerEmail(tx.db, place.ambitoId, place.id)),
        ...(await rifaiNotizie(tx.db, place, place.stato as StatoContributo)),
      );
      tx.annuncia(...annunciContributo(place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  /** To another tavolo of the ambito; the clocks go on. @throws ProblemError `contributo.stato`, 400 on `/tavoloId`, 412 */
  async sposta(ctx: RequestContext, { tavoloId, motivazione }: SpostaInput): Promise<ContributoGestioneView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const [tavolo] = await tx.db.query<unknown[]>('SELECT 1 FROM tavolo WHERE ambito_id = $1 AND id = $2 AND id <> $3', [
        place.ambitoId,
        tavoloId,
        place.tavoloId,
      ]);
      if (!tavolo) throw fieldProblem('richiesta.non_valida', '/tavoloId', 'Scegli un altro tavolo dell’ambito.');
      await this.prendi(tx, ctx, SPOSTABILI);
      await tx.db.query('UPDATE contributo SET tavolo_id = $3 WHERE ambito_id = $1 AND id = $2', [place.ambitoId, place.id, tavoloId]);
      await scriviPasso(tx.db, place.ambitoId, place.id, { tipo: 'spostato', motivazione, oggetto: { tipo: 'tavolo', id: tavoloId } });
      tx.registra('contributo.sposta', 'contributo', place.id, { da: place.tavoloId, a: tavoloId, motivazione });
      tx.email(...emailSpostato(await leggiPerEmail(tx.db, place.ambitoId, place.id), motivazione));
      tx.annuncia(...annunciContributo(place, place.id), ...annunciContributo({ ...place, tavoloId }, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  private async colonne(tx: Tx, ctx: RequestContext, azione: AzioneContributo, input: ContributoAzioneInput): Promise<Colonne> {
    if (azione === 'pubblica')
      await this.gemella(tx, placeOf(ctx).id, {
        omissis: input.omissis ?? [],
        motivoOmissis: input.motivoOmissis,
        filesPubblici: input.filesPubblici ?? [],
      });
    return azione === 'respingi' ? { motivo: input.motivo } : {};
  }

  /** Writes the public twin of the text, and which files go with it. */
  private async gemella(
    tx: Tx,
    id: string,
    {
      omissis,
      motivoOmissis,
      filesPubblici,
    }: { omissis: OmissisInput['omissis']; motivoOmissis?: string; filesPubblici: readonly string[] },
  ): Promise<void> {
    const [row] = await tx.db.query<{ testi: TestiContributo }[]>(
      'SELECT testi FROM contributo WHERE ambito_id = $1 AND id = $2 FOR UPDATE',
      [tx.ambitoId, id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    await tx.db.query('UPDATE contributo SET pubblico = $3, omissis = $4, motivo_omissis = $5 WHERE ambito_id = $1 AND id = $2', [
      tx.ambitoId,
      id,
      JSON.stringify(testiPubblici(row.testi, omissis)),
      JSON.stringify(omissis),
      omissis.length === 0 ? null : motivoOmissis,
    ]);
    await tx.db.query('UPDATE contributo_file SET pubblico = id = ANY($3::uuid[]) WHERE ambito_id = $1 AND contributo_id = $2', [
      tx.ambitoId,
      id,
      filesPubblici,
    ]);
  }

  /** Compare-and-set for what changes no state. @throws ProblemError `versione.superata`, `contributo.stato` */
  private async prendi(tx: Tx, ctx: RequestContext, stati: readonly string[]): Promise<void> {
    const { ambitoId, id } = placeOf(ctx);
    const [rows] = await tx.db.query<[unknown[], number]>(
      'UPDATE contributo SET version = version + 1 WHERE ambito_id = $1 AND id = $2 AND version = $3 AND stato = ANY($4) RETURNING id',
      [ambitoId, id, ctx.ifMatch, stati],
    );
    if (rows.length > 0) return;
    const [row] = await tx.db.query<{ version: number }[]>('SELECT version FROM contributo WHERE ambito_id = $1 AND id = $2', [
      ambitoId,
      id,
    ]);
    throw row?.version === ctx.ifMatch
      ? new ProblemError('contributo.stato')
      : new ProblemError('versione.superata', { version: row?.version });
  }
}
