import { Module } from '@nestjs/common';
import { RiprendiService } from '../piani/dossier/dossier.riprendi.js';
import { AltroveService } from './altrove.service.js';
import { ContributoOscurabile } from './cose/contributo.js';
import { ElaboratoOscurabile } from './cose/elaborato.js';
import { Oscurabili } from './cose/index.js';
import { VerbaleOscurabile } from './cose/verbale.js';
import { OscuraFileService } from './file.service.js';
import { FileOscurabili } from './file/index.js';
import { SostitutiService } from './file/sostituti.service.js';
import { OriginaliService } from './originali.service.js';
import { OscuramentiController, OscuramentiLavoriController, SostituitiController } from './oscuramenti.controller.js';
import { OscuramentiQueries } from './oscuramenti.queries.js';
import { OscuramentiService } from './oscuramenti.service.js';
import { VerificaOscurati } from './verifica.js';

@Module({
  controllers: [OscuramentiController, OscuramentiLavoriController, SostituitiController],
  providers: [
    ContributoOscurabile,
    ElaboratoOscurabile,
    VerbaleOscurabile,
    Oscurabili,
    AltroveService,
    FileOscurabili,
    OscuraFileService,
    SostitutiService,
    OriginaliService,
    OscuramentiQueries,
    OscuramentiService,
    RiprendiService,
    VerificaOscurati,
  ],
})
export class OscuramentiModule {}
