import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AutoreService } from '../contributi/autore.service.js';
import { ContributiService } from '../contributi/contributi.service.js';
import { InvioService } from '../contributi/invio.service.js';
import { LegamiService } from '../contributi/legami.service.js';
import { ModuloService } from '../contributi/modulo.service.js';
import { DesignazioniService } from '../designazioni/designazioni.service.js';
import { ConsensiService } from '../designazioni/consensi.service.js';
import { CommentiService } from '../elaborati/commenti.service.js';
import { ElaboratiService } from '../elaborati/elaborati.service.js';
import { FontiService } from '../elaborati/fonti.service.js';
import { PartiService } from '../elaborati/parti.service.js';
import { IncontriService } from '../incontri/incontri.service.js';
import { PresenzeService } from '../incontri/presenze.service.js';
import { RisposteService } from '../incontri/risposte.service.js';
import { SigilliService } from '../sigilli/sigilli.service.js';
import { AllegatiService } from '../piani/allegati.service.js';
import { PianiService } from '../piani/piani.service.js';
import { SezioniService } from '../verbali/sezioni.service.js';
import { VerbaliService } from '../verbali/verbali.service.js';
import { AdesioniService } from '../iter/adesioni.service.js';
import { AttiService } from '../iter/atti.service.js';
import { FasiService } from '../iter/fasi.service.js';
import { FirmatariService } from '../iter/firmatari.service.js';
import { IterQueries } from '../iter/iter.queries.js';
import { IterService } from '../iter/iter.service.js';
import { OsservazioniService } from '../iter/osservazioni.service.js';
import { DESIGNAZIONI } from './demo.data.js';
import { DemoElaborati, type Comandi } from './demo-elaborati.js';
import { ELABORATI, INCONTRI_CHE_APPROVANO } from './demo-elaborati.data.js';
import { fillDemo, type DemoIds } from './demo-fill.js';
import { DemoContributi } from './demo-contributi.js';
import { DemoIncontri } from './demo-incontri.js';
import { INCONTRI } from './demo-incontri.data.js';
import { DemoPiani } from './demo-piani.js';
import { DemoIter } from './demo-iter.js';
import { DemoStory } from './demo-story.js';

/** Creates the invented world on an empty database; at every later start it finds it and does nothing. */
@Injectable()
export class DemoSeed {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly designazioni: DesignazioniService,
    private readonly consensi: ConsensiService,
    private readonly incontri: IncontriService,
    private readonly presenze: PresenzeService,
    private readonly risposte: RisposteService,
    private readonly invio: InvioService,
    private readonly moduli: ModuloService,
    private readonly contributi: ContributiService,
    private readonly autori: AutoreService,
    private readonly legami: LegamiService,
    private readonly sigilli: SigilliService,
    private readonly elaborati: ElaboratiService,
    private readonly parti: PartiService,
    private readonly commenti: CommentiService,
    private readonly fonti: FontiService,
    private readonly verbali: VerbaliService,
    private readonly sezioni: SezioniService,
    private readonly piani: PianiService,
    private readonly allegati: AllegatiService,
    private readonly iter: IterService,
    private readonly fasi: FasiService,
    private readonly atti: AttiService,
    private readonly firmatari: FirmatariService,
    private readonly osservazioni: OsservazioniService,
    private readonly adesioni: AdesioniService,
    private readonly iterQueries: IterQueries,
  ) {}

  async ensure(): Promise<void> {
    const [found] = await this.db.query<unknown[]>('SELECT 1 FROM ambito LIMIT 1');
    if (found) return;
    const ids: DemoIds = await this.db.transaction(tx => fillDemo(tx));
    const story = new DemoStory(this.db, this.designazioni, this.consensi, ids);
    for (const designazione of DESIGNAZIONI) await story.tell(designazione);
    const incontri = new DemoIncontri(this.db, this.incontri, this.presenze, this.risposte, ids);
    for (const incontro of INCONTRI) await incontri.tell(incontro);
    const { invio, moduli, contributi, autori, legami } = this;
    await new DemoContributi(this.db, { invio, moduli, contributi, autori, legami }, ids).tell();
    await this.sigilli.sigilla(ids.ambitoId);
    for (const incontro of INCONTRI_CHE_APPROVANO) await incontri.tell(incontro);
    const comandi: Comandi = { elaborati: this.elaborati, parti: this.parti, commenti: this.commenti, fonti: this.fonti, verbali: this.verbali, sezioni: this.sezioni };
    const elaborati = new DemoElaborati(this.db, comandi, ids);
    await elaborati.approvano();
    for (const elaborato of ELABORATI) await elaborati.tell(elaborato);
    await new DemoPiani(this.db, this.piani, this.allegati, ids).tell();
    const { iter, fasi, atti, firmatari, osservazioni, adesioni, iterQueries: queries } = this;
    await new DemoIter(this.db, { iter, fasi, atti, firmatari, osservazioni, adesioni, queries }, ids).tell();
  }
}
