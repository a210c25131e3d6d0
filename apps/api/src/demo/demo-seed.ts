import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AutoreService } from '../contributi/autore/autore.service.js';
import { ContributiService } from '../contributi/gestire/contributi.service.js';
import { InvioService } from '../contributi/invio/invio.service.js';
import { LegamiService } from '../contributi/gestire/legami.service.js';
import { ModuloService } from '../contributi/invio/modulo.service.js';
import { DesignazioniService } from '../designazioni/designazioni.service.js';
import { ConsensiService } from '../designazioni/consensi.service.js';
import { CommentiService } from '../elaborati/commenti.service.js';
import { ElaboratiService } from '../elaborati/elaborati.service.js';
import { FontiService } from '../elaborati/fonti.service.js';
import { PartiService } from '../elaborati/parti.service.js';
import { IncontriService } from '../incontri/gestire/incontri.service.js';
import { PresenzeService } from '../incontri/presenze/presenze.service.js';
import { RisposteService } from '../incontri/risposte/risposte.service.js';
import { SigilliService } from '../sigilli/sigilli.service.js';
import { AllegatiService } from '../piani/allegati.service.js';
import { PianiService } from '../piani/piani.service.js';
import { OrariService } from '../verbali/orari.service.js';
import { SezioniService } from '../verbali/sezioni.service.js';
import { VerbaliService } from '../verbali/verbali.service.js';
import { AdesioniService } from '../iter/adesioni/adesioni.service.js';
import { AttiService } from '../iter/atti.service.js';
import { FasiService } from '../iter/fasi.service.js';
import { FirmatariService } from '../iter/accordo/firmatari.service.js';
import { IterQueries } from '../iter/iter.queries.js';
import { IterService } from '../iter/iter/iter.service.js';
import { OsservazioniService } from '../iter/accordo/osservazioni.service.js';
import { DESIGNAZIONI } from './demo.data.js';
import { DemoElaborati } from './demo-elaborati.js';
import { ELABORATI, INCONTRI_CHE_APPROVANO } from './demo-elaborati.data.js';
import { alone } from './half-demo.js';
import { fillDemo, type DemoIds } from './demo-fill.js';
import { DemoContributi } from './demo-contributi.js';
import { DemoIncontri } from './demo-incontri.js';
import { INCONTRI } from './demo-incontri.data.js';
import { DemoPiani } from './demo-piani.js';
import { DemoIter } from './demo-iter.js';
import { DemoStory } from './demo-story.js';

/**
 * Creates the invented world on an empty database, by the services of the product; at every later start it finds it and does nothing. One that was
 * interrupted is discarded before the start (`half-demo.ts`) and made again here.
 */
@Injectable()
export class DemoSeed {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(ModuleRef) private readonly app: Pick<ModuleRef, 'get'>,
  ) {}

  ensure(): Promise<void> {
    return alone(this.db, async () => {
      const [found] = await this.db.query<unknown[]>('SELECT 1 FROM ambito LIMIT 1');
      if (found) return;
      await this.make();
      await this.db.query('UPDATE dimostrazione SET completata_at = clock_timestamp()');
    });
  }

  private async make(): Promise<void> {
    const of = <T>(service: new (...args: never[]) => T): T => this.app.get<T>(service, { strict: false });
    const ids: DemoIds = await this.db.transaction(async tx => {
      await tx.query('INSERT INTO dimostrazione DEFAULT VALUES');
      return fillDemo(tx);
    });
    const story = new DemoStory(this.db, of(DesignazioniService), of(ConsensiService), ids);
    for (const designazione of DESIGNAZIONI) await story.tell(designazione);
    const incontri = new DemoIncontri(this.db, of(IncontriService), of(PresenzeService), of(RisposteService), ids);
    for (const incontro of [...INCONTRI, ...INCONTRI_CHE_APPROVANO]) await incontri.tell(incontro);
    const elaborati = new DemoElaborati(
      this.db,
      {
        elaborati: of(ElaboratiService),
        parti: of(PartiService),
        commenti: of(CommentiService),
        fonti: of(FontiService),
        verbali: of(VerbaliService),
        sezioni: of(SezioniService),
        orari: of(OrariService),
      },
      ids,
    );
    await elaborati.approvano();
    for (const elaborato of ELABORATI) await elaborati.tell(elaborato);
    const contributi = {
      invio: of(InvioService),
      moduli: of(ModuloService),
      contributi: of(ContributiService),
      autori: of(AutoreService),
      legami: of(LegamiService),
    };
    await new DemoContributi(this.db, contributi, ids).tell();
    await new DemoPiani(this.db, of(PianiService), of(AllegatiService), ids).tell();
    const iter = {
      iter: of(IterService),
      fasi: of(FasiService),
      atti: of(AttiService),
      firmatari: of(FirmatariService),
      osservazioni: of(OsservazioniService),
      adesioni: of(AdesioniService),
      queries: of(IterQueries),
    };
    await new DemoIter(this.db, iter, ids).tell();
    await of(SigilliService).sigilla(ids.ambitoId);
  }
}
