import { Module } from '@nestjs/common';
import { CaricamentiController } from './caricamenti.controller.js';
import { CaricamentiExport } from './caricamenti.export.js';
import { CaricamentiHousekeeping } from './caricamenti.housekeeping.js';
import { CaricamentiQueries } from './caricamenti.queries.js';
import { CaricamentiService } from './caricamenti.service.js';

@Module({
  controllers: [CaricamentiController],
  providers: [CaricamentiService, CaricamentiQueries, CaricamentiExport, CaricamentiHousekeeping],
})
export class CaricamentiModule {}
