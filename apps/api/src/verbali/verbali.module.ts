import { Module } from '@nestjs/common';
import { PubblicazioneService } from './pubblicazione.service.js';
import { SezioniService } from './sezioni.service.js';
import { VerbaliController } from './verbali.controller.js';
import { VerbaliQueries } from './verbali.queries.js';
import { VerbaliService } from './verbali.service.js';
import { VerificaController } from './verifica.controller.js';

@Module({ controllers: [VerbaliController, VerificaController], providers: [PubblicazioneService, SezioniService, VerbaliQueries, VerbaliService], exports: [SezioniService, VerbaliService] })
export class VerbaliModule {}
