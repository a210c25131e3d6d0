import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DesignazioniService } from '../designazioni/designazioni.service.js';
import { ConsensiService } from '../designazioni/consensi.service.js';
import { IncontriService } from '../incontri/incontri.service.js';
import { PresenzeService } from '../incontri/presenze.service.js';
import { RisposteService } from '../incontri/risposte.service.js';
import { SigilliService } from '../sigilli/sigilli.service.js';
import { DESIGNAZIONI } from './demo.data.js';
import { fillDemo, type DemoIds } from './demo-fill.js';
import { DemoIncontri } from './demo-incontri.js';
import { INCONTRI } from './demo-incontri.data.js';
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
    private readonly sigilli: SigilliService,
  ) {}

  async ensure(): Promise<void> {
    const [found] = await this.db.query<unknown[]>('SELECT 1 FROM ambito LIMIT 1');
    if (found) return;
    const ids: DemoIds = await this.db.transaction(tx => fillDemo(tx));
    const story = new DemoStory(this.db, this.designazioni, this.consensi, ids);
    for (const designazione of DESIGNAZIONI) await story.tell(designazione);
    const incontri = new DemoIncontri(this.db, this.incontri, this.presenze, this.risposte, ids);
    for (const incontro of INCONTRI) await incontri.tell(incontro);
    await this.sigilli.sigilla(ids.ambitoId);
  }
}
