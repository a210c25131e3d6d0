import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AutoreController } from './autore.controller.js';
import { AutoreQueries } from './autore.queries.js';
import { AutoreService } from './autore.service.js';
import { CodaQueries } from './coda.queries.js';
import { ContributiController } from './contributi.controller.js';
import { ContributiExport } from './contributi.export.js';
import { ContributiFiles } from './contributi.files.js';
import { ContributiQueries } from './contributi.queries.js';
import { ContributiService } from './contributi.service.js';
import { GestioneQueries } from './gestione.queries.js';
import { InvioController } from './invio.controller.js';
import { InvioService } from './invio.service.js';
import { LegamiService } from './legami.service.js';
import { ModuloService } from './modulo.service.js';
import { OrologioService } from './orologio.service.js';
import { RegoleContributiController } from './regole.controller.js';
import { RegoleContributiService } from './regole.service.js';
import { RiesameService } from './riesame.service.js';

@Module({
  imports: [AccountsModule],
  // Before the one with `contributi/:contributo`: `contributi/tempi` is not a contributo.
  controllers: [RegoleContributiController, InvioController, AutoreController, ContributiController],
  providers: [
    AutoreQueries,
    AutoreService,
    CodaQueries,
    ContributiExport,
    ContributiFiles,
    ContributiQueries,
    ContributiService,
    GestioneQueries,
    InvioService,
    LegamiService,
    ModuloService,
    OrologioService,
    RegoleContributiService,
    RiesameService,
  ],
  exports: [AutoreService, ContributiService, InvioService, LegamiService, ModuloService, RiesameService],
})
export class ContributiModule {}
