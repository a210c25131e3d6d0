import { Module } from '@nestjs/common';
import { ContributiModule } from '../contributi/contributi.module.js';
import { DesignazioniModule } from '../designazioni/designazioni.module.js';
import { ElaboratiModule } from '../elaborati/elaborati.module.js';
import { IncontriModule } from '../incontri/incontri.module.js';
import { SigilliModule } from '../sigilli/sigilli.module.js';
import { PianiModule } from '../piani/piani.module.js';
import { VerbaliModule } from '../verbali/verbali.module.js';
import { IterModule } from '../iter/iter.module.js';
import { DEMO_SEED } from './demo-seed.token.js';
import { DemoController } from './demo.controller.js';
import { DemoQueries } from './demo.queries.js';
import { DemoSeed } from './demo-seed.js';

@Module({
  imports: [DesignazioniModule, IncontriModule, VerbaliModule, ContributiModule, ElaboratiModule, PianiModule, IterModule, SigilliModule],
  controllers: [DemoController],
  providers: [DemoSeed, { provide: DEMO_SEED, useExisting: DemoSeed }, DemoQueries],
})
export class DemoModule {}
