import { Module } from '@nestjs/common';
import { CruscottoController } from './cruscotto.controller.js';
import { CruscottoQueries } from './cruscotto.queries.js';
import { MancanzeQueries } from './mancanze.queries.js';
import { Novita } from './novita.queries.js';
import { OggiQueries } from './oggi.queries.js';
import { SollecitiService } from './solleciti.service.js';
import { VisiteService } from './visite.service.js';

@Module({
  controllers: [CruscottoController],
  providers: [CruscottoQueries, MancanzeQueries, Novita, OggiQueries, SollecitiService, VisiteService],
})
export class CruscottoModule {}
