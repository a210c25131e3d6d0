import { Module } from '@nestjs/common';
import { CruscottoController } from './cruscotto.controller.js';
import { CruscottoQueries } from './cruscotto.queries.js';
import { MancanzeQueries } from './mancanze.queries.js';
import { SollecitiService } from './solleciti.service.js';

@Module({ controllers: [CruscottoController], providers: [CruscottoQueries, MancanzeQueries, SollecitiService] })
export class CruscottoModule {}
