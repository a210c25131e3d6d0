import { Module } from '@nestjs/common';
import { AvvisiClock } from './avvisi.clock.js';
import { AvvisiController } from './avvisi.controller.js';
import { AvvisiFiles } from './avvisi.files.js';
import { AvvisiQueries } from './avvisi.queries.js';
import { AvvisiService } from './avvisi.service.js';
import { DopoPubblicatoService } from './dopo-pubblicato.service.js';

@Module({
  controllers: [AvvisiController],
  providers: [AvvisiClock, AvvisiService, AvvisiQueries, AvvisiFiles, DopoPubblicatoService],
  exports: [AvvisiQueries],
})
export class AvvisiModule {}
