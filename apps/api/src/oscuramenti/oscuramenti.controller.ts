import { Body, Controller, Get, Header, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import {
  ALLEGATO_BYTES_MASSIMI,
  AltroveInput,
  altroviView,
  dossierAvviatoView,
  oscurabileView,
  OscurabiliQuery,
  OscuramentoFileInput,
  OscuramentoInput,
  oscuramentoView,
  pagina,
  schedaOscuramentoView,
  segnoSostituitoView,
  SostituitiQuery,
  sostitutoView,
  TIPI_FILE,
  TIPI_OSCURABILI,
  TIPI_TESTO,
  type TipoFileOscurabile,
  type TipoOscurabile,
  type TipoTesto,
} from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile, Uploads } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { RiprendiService } from '../piani/dossier/dossier.riprendi.js';
import { OscuraFileService } from './file.service.js';
import { AltroveService } from './altrove.service.js';
import { SostitutiService } from './file/sostituti.service.js';
import { OriginaliService } from './originali.service.js';
import { OscuramentiQueries } from './oscuramenti.queries.js';
import { OscuramentiService } from './oscuramenti.service.js';

const scelta = <T extends string>(valori: readonly T[]) => new ParseEnumPipe(Object.fromEntries(valori.map(v => [v, v])));

@Controller('api/v1/ambiti/:ambito/oscuramenti')
export class OscuramentiController {
  constructor(
    private readonly queries: OscuramentiQueries,
    private readonly service: OscuramentiService,
    private readonly files: OscuraFileService,
    private readonly originali: OriginaliService,
  ) {}

  @Get()
  @Access('oscuramento.vedi')
  @Answers('The oscuramenti of an ambito', pagina(oscuramentoView))
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Get('pubblicati')
  @Access('oscuramento.vedi')
  @Answers('What is published and may be blacked out', pagina(oscurabileView))
  pubblicati(@Ctx() ctx: RequestContext, @Query({ schema: OscurabiliQuery }) { tipo }: OscurabiliQuery) {
    return this.queries.pubblicati(ctx, tipo);
  }

  @Get('cose/:tipo/:oggetto')
  @Access('oscuramento.vedi')
  @Answers('What there is to be blacked out in a thing, and what follows from it', schedaOscuramentoView)
  scheda(
    @Ctx() ctx: RequestContext,
    @Param('tipo', scelta(TIPI_OSCURABILI)) tipo: TipoOscurabile,
    @Param('oggetto', ParseUUIDPipe) oggetto: string,
  ) {
    return this.queries.scheda(ctx, tipo, oggetto);
  }

  @Post('testi/:tipo/:oggetto')
  @Access('oscuramento.esegui')
  @Answers('Blacks out passages of a text', oscuramentoView)
  @Versioned()
  @Idempotent()
  esegui(
    @Ctx() ctx: RequestContext,
    @Param('tipo', scelta(TIPI_TESTO)) tipo: TipoTesto,
    @Param('oggetto', ParseUUIDPipe) oggetto: string,
    @Body({ schema: OscuramentoInput }) input: OscuramentoInput,
  ) {
    return this.service.esegui(ctx, tipo, oggetto, input);
  }

  /** Replaces the file with an uploaded one, or withdraws it. */
  @Post('file/:tipo/:oggetto')
  @Access('oscuramento.esegui')
  @Answers('Blacks out a file: another takes its place, or none', oscuramentoView)
  @Versioned()
  @Idempotent()
  eseguiFile(
    @Ctx() ctx: RequestContext,
    @Param('tipo', scelta(TIPI_FILE)) tipo: TipoFileOscurabile,
    @Param('oggetto', ParseUUIDPipe) oggetto: string,
    @Body({ schema: OscuramentoFileInput }) input: OscuramentoFileInput,
  ) {
    return this.files.esegui(ctx, tipo, oggetto, input);
  }

  /** The file as it is now, for kinds that have no page of their own. */
  @Get('file/:tipo/:oggetto/attuale')
  @Access('oscuramento.vedi')
  @AnswersFile('The file as it is public now', 'pdf', 'p7m', 'jpeg', 'png')
  @Header('Cache-Control', 'private, no-store')
  async attuale(
    @Ctx() ctx: RequestContext,
    @Param('tipo', scelta(TIPI_FILE)) tipo: TipoFileOscurabile,
    @Param('oggetto', ParseUUIDPipe) oggetto: string,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.originali.attuale(ctx, tipo, oggetto));
  }

  @Get(':oscuramento/originali/:originale')
  @Access('oscuramento.originale')
  @AnswersFile('The original that the archive of the office keeps', 'pdf', 'p7m', 'jpeg', 'png', 'json', 'zip')
  @Header('Cache-Control', 'private, no-store')
  async originale(
    @Ctx() ctx: RequestContext,
    @Param('oscuramento', ParseUUIDPipe) oscuramento: string,
    @Param('originale', ParseUUIDPipe) originale: string,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.originali.originale(ctx, oscuramento, originale));
  }
}

@Controller('api/v1/ambiti/:ambito/oscuramenti')
export class OscuramentiLavoriController {
  constructor(
    private readonly sostituti: SostitutiService,
    private readonly riprese: RiprendiService,
    private readonly altrove: AltroveService,
  ) {}

  /** Where else the same words are public. It changes nothing: words are no part of an address, which is written down everywhere. */
  @Post('altrove')
  @Access('oscuramento.vedi')
  @Answers('Where else the same words are public', altroviView)
  @HttpCode(200)
  cerca(@Ctx() ctx: RequestContext, @Body({ schema: AltroveInput }) input: AltroveInput) {
    return this.altrove.trova(ctx, input);
  }

  /** A file that will take the place of a public one. */
  @Post('sostituti')
  @Access('oscuramento.esegui')
  @Answers('Uploads the file that takes the place of another', sostitutoView)
  @Uploads(['pdf', 'jpeg', 'png'], ALLEGATO_BYTES_MASSIMI)
  carica(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest) {
    return this.sostituti.ricevi(ctx, request);
  }

  /** Makes the dossier anew once more, where that failed. */
  @Post(':oscuramento/dossier')
  @Access('oscuramento.riprendi')
  @Answers('Begins again to make the dossier anew', dossierAvviatoView)
  @Idempotent()
  @HttpCode(201)
  riprendi(@Ctx() ctx: RequestContext, @Param('oscuramento', ParseUUIDPipe) oscuramento: string) {
    return this.riprese.riprendi(ctx, oscuramento);
  }
}

@Controller('api/v1/ambiti/:ambito/sostituiti')
export class SostituitiController {
  constructor(private readonly queries: OscuramentiQueries) {}

  /** Files that are no more where they stood, because they held personal data: what the page of the thing they belonged to tells. */
  @Get()
  @Access('ambito.vedi')
  @Answers('Files that stood on a page and held personal data', pagina(segnoSostituitoView))
  sostituiti(@Ctx() ctx: RequestContext, @Query({ schema: SostituitiQuery }) { percorso }: SostituitiQuery) {
    return this.queries.sostituiti(ctx, percorso);
  }
}
