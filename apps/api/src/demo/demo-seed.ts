import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DopoPubblicatoService } from '../avvisi/dopo-pubblicato.service.js';
import { AutoreService } from '../contributi/autore/autore.service.js';
import { ContributiService } from '../contributi/gestire/contributi.service.js';
import { InvioService } from '../contributi/invio/invio.service.js';
import { LegamiService } from '../contributi/gestire/legami.service.js';
import { ModuloService } from '../contributi/invio/modulo.service.js';
import { DesignazioniService } from '../designazioni/designazioni.service.js';
import { ConsensiService } from '../designazioni/consensi.service.js';
import { CommentiService } from '../elaborati/consultazione/commenti.service.js';
import { ElaboratiService } from '../elaborati/elaborati.service.js';
import { FontiService } from '../elaborati/fonti.service.js';
import { PartiService } from '../elaborati/parti.service.js';
import { IncontriService } from '../incontri/gestire/incontri.service.js';
import { PresenzeService } from '../incontri/presenze/presenze.service.js';
import { RisposteService } from '../incontri/risposte/risposte.service.js';
import { OsservatoriQueries } from '../osservatori/osservatori.queries.js';
import { OsservatoriService } from '../osservatori/osservatori.service.js';
import { SottogruppiService } from '../sottogruppi/sottogruppi.service.js';
import { SigilliService } from '../sigilli/sigilli.service.js';
import { AllegatiService } from '../piani/allegati.service.js';
import { PianiService } from '../piani/piani.service.js';
import { OrariService } from '../verbali/orari.service.js';
import { SezioniService } from '../verbali/verbale/sezioni.service.js';
import { VerbaliService } from '../verbali/verbali.service.js';
import { AdesioniService } from '../iter/adesioni/adesioni.service.js';
import { AttiService } from '../iter/atti.service.js';
import { FasiService } from '../iter/fasi.service.js';
import { FirmatariService } from '../iter/accordo/firmatari.service.js';
import { IterQueries } from '../iter/iter.queries.js';
import { IterService } from '../iter/iter/iter.service.js';
import { OsservazioniService } from '../iter/accordo/osservazioni.service.js';
import { Attori } from './attori.js';
import { DESIGNAZIONI } from './mondo/demo-enti.data.js';
import { DemoElaborati } from './demo-elaborati.js';
import { ELABORATI, INCONTRI_CHE_APPROVANO } from './mondo/demo-elaborati.data.js';
import { alone } from './half-demo.js';
import { fillDemo, type DemoIds } from './demo-fill.js';
import { DemoContributi } from './demo-contributi.js';
import { DemoIncontri } from './demo-incontri.js';
import { INCONTRI } from './mondo/demo-incontri.data.js';
import { DemoPiani } from './demo-piani.js';
import { DemoPosti } from './demo-posti.js';
import { DemoIter } from './demo-iter.js';
import { DemoStory } from './demo-story.js';
import { DemoVerbali } from './demo-verbali.js';

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
    const ids: DemoIds = await this.db.transaction(async tx => {
      await tx.query('INSERT INTO dimostrazione DEFAULT VALUES');
      return fillDemo(tx);
    });
    const attori = await Attori.leggi(this.db, ids.ambitoId);
    await this.siSiedono(attori, ids);
    await this.siRiuniscono(attori, ids);
    await this.scrivono(attori, ids);
    await this.partecipano(attori, ids);
    await new DemoPiani(this.db, this.of(PianiService), this.of(AllegatiService), attori, ids).tell();
    await this.procedono(attori, ids);
    await this.of(SigilliService).sigilla(ids.ambitoId);
  }

  private of<T>(service: new (...args: never[]) => T): T {
    return this.app.get<T>(service, { strict: false });
  }

  private async siSiedono(attori: Attori, ids: DemoIds): Promise<void> {
    const story = new DemoStory(this.db, this.of(DesignazioniService), this.of(ConsensiService), attori, ids);
    await story.chiarisce(this.of(DopoPubblicatoService));
    for (const designazione of DESIGNAZIONI) await story.tell(designazione);
    const servizi = {
      sottogruppi: this.of(SottogruppiService),
      osservatori: this.of(OsservatoriService),
      queries: this.of(OsservatoriQueries),
    };
    await new DemoPosti(this.db, servizi, attori, ids).tell();
  }

  private async siRiuniscono(attori: Attori, ids: DemoIds): Promise<void> {
    const servizi = { incontri: this.of(IncontriService), presenze: this.of(PresenzeService), risposte: this.of(RisposteService) };
    const incontri = new DemoIncontri(this.db, servizi, attori, ids);
    for (const incontro of [...INCONTRI, ...INCONTRI_CHE_APPROVANO]) await incontri.tell(incontro);
  }

  private async scrivono(attori: Attori, ids: DemoIds): Promise<void> {
    const verbali = { verbali: this.of(VerbaliService), sezioni: this.of(SezioniService), orari: this.of(OrariService) };
    const decisioni = await new DemoVerbali(this.db, verbali, attori, ids).approvano();
    const servizi = {
      elaborati: this.of(ElaboratiService),
      parti: this.of(PartiService),
      commenti: this.of(CommentiService),
      fonti: this.of(FontiService),
    };
    const elaborati = new DemoElaborati(servizi, attori, ids, decisioni);
    for (const elaborato of ELABORATI) await elaborati.tell(elaborato);
  }

  private async partecipano(attori: Attori, ids: DemoIds): Promise<void> {
    const servizi = {
      invio: this.of(InvioService),
      moduli: this.of(ModuloService),
      contributi: this.of(ContributiService),
      autori: this.of(AutoreService),
      legami: this.of(LegamiService),
    };
    await new DemoContributi(this.db, servizi, attori, ids).tell();
  }

  private async procedono(attori: Attori, ids: DemoIds): Promise<void> {
    const servizi = {
      iter: this.of(IterService),
      fasi: this.of(FasiService),
      atti: this.of(AttiService),
      firmatari: this.of(FirmatariService),
      osservazioni: this.of(OsservazioniService),
      adesioni: this.of(AdesioniService),
      queries: this.of(IterQueries),
    };
    await new DemoIter(this.db, servizi, attori, ids).tell();
  }
}
