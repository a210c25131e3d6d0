import { Module } from '@nestjs/common';
import { Anteprima } from './convocare/anteprima.js';
import { CongiuntiController } from './gestire/congiunti.controller.js';
import { CongiuntiService } from './gestire/congiunti.service.js';
import { IncontriExportController } from './documenti/export.controller.js';
import { DateChieste } from './disponibilita/date-chieste.js';
import { DisponibilitaController } from './disponibilita/disponibilita.controller.js';
import { DisponibilitaQueries } from './disponibilita/disponibilita.queries.js';
import { DisponibilitaService } from './disponibilita/disponibilita.service.js';
import { IncontriController } from './gestire/incontri.controller.js';
import { IncontriExport } from './documenti/incontri.export.js';
import { IncontriFiles } from './gestire/incontri.files.js';
import { IncontriQueries } from './gestire/incontri.queries.js';
import { IncontriService } from './gestire/incontri.service.js';
import { InvitiController } from './risposte/inviti.controller.js';
import { IntegrazioneQueries } from './convocare/integrazione.queries.js';
import { ModelliOdgController } from './modelli/modelli-odg.controller.js';
import { ModelliOdgService } from './modelli/modelli-odg.service.js';
import { PartecipazioneQueries } from './regole/partecipazione.queries.js';
import { PresenzeController } from './presenze/presenze.controller.js';
import { PresenzeService } from './presenze/presenze.service.js';
import { ProposteController } from './proposte/proposte.controller.js';
import { ProposteQueries } from './proposte/proposte.queries.js';
import { ProposteService } from './proposte/proposte.service.js';
import { RegoleController } from './regole/regole.controller.js';
import { RegoleService } from './regole/regole.service.js';
import { SerieController } from './serie/serie.controller.js';
import { SerieQueries } from './serie/serie.queries.js';
import { SerieService } from './serie/serie.service.js';
import { RisposteService } from './risposte/risposte.service.js';

@Module({
  controllers: [
    IncontriController,
    CongiuntiController,
    DisponibilitaController,
    IncontriExportController,
    InvitiController,
    ModelliOdgController,
    PresenzeController,
    ProposteController,
    RegoleController,
    SerieController,
  ],
  providers: [
    Anteprima,
    CongiuntiService,
    DateChieste,
    DisponibilitaQueries,
    DisponibilitaService,
    IncontriExport,
    IncontriFiles,
    IncontriQueries,
    IncontriService,
    IntegrazioneQueries,
    ModelliOdgService,
    PartecipazioneQueries,
    PresenzeService,
    ProposteQueries,
    ProposteService,
    RegoleService,
    RisposteService,
    SerieQueries,
    SerieService,
  ],
  exports: [CongiuntiService, IncontriQueries, IncontriService, PresenzeService, RisposteService],
})
export class IncontriModule {}
