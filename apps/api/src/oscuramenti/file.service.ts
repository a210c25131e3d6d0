import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImprontaOscurata, OscuramentoFileInput, OscuramentoView, TipoFileOscurabile } from '@tavoli/shared';
import { rifaiDossier } from '../piani/dossier/dossier.rifai.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { demandSeen } from '../platform/procedura/hold.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { Archivio } from './oscurare/archivio.js';
import { togliDaiMessaggi } from './oscurare/messaggi.js';
import { OscuramentiQueries } from './oscuramenti.queries.js';
import { scriviImpronte, scriviOscuramento, scriviSegni } from './oscurare/scrivi.js';
import { FileOscurabili, type FilePubblico } from './file/index.js';
import { prendiSostituto, type Sostituto } from './file/sostituti.service.js';
import { SCRITTURE } from './file/scritture.js';

/** The file that was chosen, and every public one with its bytes, itself among them. */
interface Vecchio {
  readonly tipo: TipoFileOscurabile;
  readonly prima: FilePubblico;
  readonly uguali: readonly (FilePubblico & { readonly tipo: TipoFileOscurabile })[];
}

/** Replaces a public file with one that is blacked out already, or takes it away. The bytes there were stay in the archive alone. */
@Injectable()
export class OscuraFileService {
  constructor(
    private readonly commands: Commands,
    private readonly file: FileOscurabili,
    private readonly queries: OscuramentiQueries,
  ) {}

  /** @throws ProblemError 404, `versione.superata`, `oscuramento.serve_sostituto`, `oscuramento.sostituto_mancante`, `oscuramento.sostituto_uguale`, `file.non_pdf` */
  async esegui(
    ctx: RequestContext,
    tipo: TipoFileOscurabile,
    id: string,
    { sostituto, motivazione }: OscuramentoFileInput,
  ): Promise<OscuramentoView> {
    const { ambitoId, ambitoSlug } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await tx.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7274667))', [`oscuramenti ${ambitoId}`]);
      const prima = await this.file.leggi(tx.db, ctx, tipo, id);
      if (prima === null) throw new ProblemError('risorsa.non_trovata');
      demandSeen(ctx, prima.version);
      const nuovo = sostituto === null ? null : await prendiSostituto(tx.db, ctx, sostituto);
      // The same bytes may be public elsewhere: they leave every place.
      const uguali = await this.file.uguali(tx.db, ctx, prima.sha256);
      this.demandSostituto(uguali, prima, nuovo);
      const oscuramento = randomUUID();
      const at = new Date();
      await scriviOscuramento(tx, ctx, { id: oscuramento, tipo, oggettoId: id, origine: null, motivazione, passaggi: 0, at });
      const impronte = await this.scrivi(tx, { tipo, prima, uguali }, nuovo, at, oscuramento);
      tx.registra(`${tipo}.oscura`, tipo, id, { oscuramento, motivazione, impronte });
      await rifaiDossier(tx, ctx, {
        origine: oscuramento,
        cose: uguali.filter(f => f.tipo === 'file_elaborato').map(f => ({ tipo: 'elaborato', id: f.id })),
        file: uguali.filter(f => f.tipo === 'file_piano').map(f => f.id),
        piani: [],
      });
      tx.annuncia({ t: 'pagine', ambitoSlug });
      return this.queries.unoIn(tx.db, ctx, oscuramento);
    });
  }

  private async scrivi(
    tx: Tx,
    { tipo, prima, uguali }: Vecchio,
    nuovo: Sostituto | null,
    at: Date,
    oscuramento: string,
  ): Promise<ImprontaOscurata[]> {
    const archivio = new Archivio();
    archivio.tieniFile(prima.nome, prima.mediaType, prima.bytes, prima.sha256);
    const altre: ImprontaOscurata[] = [];
    for (const uguale of uguali) altre.push(...(await SCRITTURE[uguale.tipo](tx, uguale, nuovo, at, archivio)));
    await togliDaiMessaggi(tx.db, tx.ambitoId, prima.sha256);
    const impronte = [{ vecchia: prima.sha256, nuova: nuovo?.sha256 ?? null }, ...altre];
    await archivio.chiudi(tx.db, tx.ambitoId, oscuramento);
    await scriviImpronte(tx, oscuramento, tipo, prima.paginaId, impronte);
    await scriviSegni(
      tx,
      oscuramento,
      nuovo !== null,
      uguali.map(f => [f.tipo, f.paginaId] as const),
    );
    return impronte;
  }

  private demandSostituto(uguali: Vecchio['uguali'], prima: FilePubblico, nuovo: Sostituto | null): void {
    if (nuovo === null && !uguali.every(f => this.file.siToglie(f.tipo))) throw fieldProblem('oscuramento.serve_sostituto', '/sostituto');
    if (nuovo?.sha256 === prima.sha256) throw fieldProblem('oscuramento.sostituto_uguale', '/sostituto');
    // Only contributi carry pictures: wherever else a file is taken, it is taken for a PDF.
    if (nuovo !== null && uguali.some(f => f.tipo !== 'file_contributo') && nuovo.mediaType !== 'application/pdf')
      throw fieldProblem('file.non_pdf', '/sostituto');
  }
}
