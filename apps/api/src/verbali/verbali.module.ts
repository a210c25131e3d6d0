import { Module } from '@nestjs/common';
import { PubblicazioneService } from './pubblicazione.service.js';
import { RettificaService } from './rettifica.service.js';
import { RevisioneService } from './revisione.service.js';
import { SezioniService } from './sezioni.service.js';
import { VerbaliController } from './verbali.controller.js';
import { VerbaliQueries } from './verbali.queries.js';
import { VerbaliService } from './verbali.service.js';
import { VerificaController } from './verifica.controller.js';

@Module({ controllers: [VerbaliController, VerificaController], providers: [PubblicazioneService, RettificaService, RevisioneService, SezioniService, VerbaliQueries, VerbaliService], exports: [SezioniService, VerbaliService] })
export class VerbaliModule {}
