import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AutoreController } from './autore/autore.controller.js';
import { AutoreQueries } from './letture/autore.queries.js';
import { AutoreService } from './autore/autore.service.js';
import { CodaQueries } from './letture/coda.queries.js';
import { ContributiController } from './gestire/contributi.controller.js';
import { ContributiExport } from './ricevute/contributi.export.js';
import { ContributiFiles } from './contributo/contributi.files.js';
import { ContributiQueries } from './letture/contributi.queries.js';
import { ContributiService } from './gestire/contributi.service.js';
import { GestioneQueries } from './letture/gestione.queries.js';
import { InvioController } from './invio/invio.controller.js';
import { InvioService } from './invio/invio.service.js';
import { LegamiService } from './gestire/legami.service.js';
import { ModuloService } from './invio/modulo.service.js';
import { OrologioService } from './orologio/orologio.service.js';
import { PassiContributoController } from './gestire/passi.controller.js';
import { RegoleContributiController } from './regole/regole.controller.js';
import { RegoleContributiService } from './regole/regole.service.js';
import { RiesameService } from './gestire/riesame.service.js';

@Module({
  imports: [AccountsModule],
  // Before the one with `contributi/:contributo`: `contributi/tempi` is not a contributo.
  controllers: [RegoleContributiController, InvioController, AutoreController, ContributiController, PassiContributoController],
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
