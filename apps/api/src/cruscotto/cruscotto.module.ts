import { Module } from '@nestjs/common';
import { CruscottoController } from './cruscotto.controller.js';
import { CruscottoQueries } from './cruscotto.queries.js';

@Module({ controllers: [CruscottoController], providers: [CruscottoQueries] })
export class CruscottoModule {}
