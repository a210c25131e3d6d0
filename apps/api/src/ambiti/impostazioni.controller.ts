import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  AreeInput,
  CampiSchedaInput,
  CapofilaInput,
  ComuneEntraInput,
  ComuneEsceInput,
  ContattiAmbitoInput,
  DomandeInput,
  domandeView,
  ElencoAmbitoInput,
  impostazioniView,
  MandatiInput,
  ParoleInput,
  RegolePredefiniteInput,
  ufficioView,
  UfficioInput,
} from '@tavoli/shared';
import { Access, Versioned } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { ComposizioneService } from './composizione.service.js';
import { ImpostazioniQueries } from './impostazioni.queries.js';
import { ImpostazioniService } from './impostazioni.service.js';

const CHANGES = 'ambito.modifica';

/** What an ambito tells of itself, and its office changes. */
@Controller('api/v1/ambiti/:ambito')
export class ImpostazioniController {
  constructor(
    private readonly queries: ImpostazioniQueries,
    private readonly service: ImpostazioniService,
    private readonly composizione: ComposizioneService,
  ) {}

  @Get('ufficio')
  @Access('ambito.vedi')
  @Answers('The office of an ambito, who leads it, its comuni and its lists', ufficioView)
  ufficio(@Ctx() ctx: RequestContext) {
    return this.queries.ufficio(ctx);
  }

  @Get('domande')
  @Access('ambito.vedi')
  @Answers('What people often ask of an ambito, with the answers of its office', domandeView)
  domande(@Ctx() ctx: RequestContext) {
    return this.queries.domande(ctx);
  }

  @Get('impostazioni')
  @Access(CHANGES)
  @Answers('All that the office can change of its ambito', impostazioniView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.vedi(ctx);
  }

  @Put('impostazioni/contatti')
  @Access(CHANGES)
  @Versioned()
  @Answers('Changes the name, contacts and links of an ambito', impostazioniView)
  contatti(@Ctx() ctx: RequestContext, @Body({ schema: ContattiAmbitoInput }) input: ContattiAmbitoInput) {
    return this.service.contatti(ctx, input);
  }

  @Put('impostazioni/parole')
  @Access(CHANGES)
  @Versioned()
  @Answers('Chooses how the ambito calls things, and its name in full', impostazioniView)
  parole(@Ctx() ctx: RequestContext, @Body({ schema: ParoleInput }) input: ParoleInput) {
    return this.service.parole(ctx, input);
  }

  @Put('impostazioni/ufficio')
  @Access(CHANGES)
  @Versioned()
  @Answers('Says where the office is, when it is open and who works there', impostazioniView)
  scriviUfficio(@Ctx() ctx: RequestContext, @Body({ schema: UfficioInput }) input: UfficioInput) {
    return this.service.ufficio(ctx, input);
  }

  @Put('impostazioni/domande')
  @Access(CHANGES)
  @Versioned()
  @Answers('Writes what people often ask, in its order', impostazioniView)
  scriviDomande(@Ctx() ctx: RequestContext, @Body({ schema: DomandeInput }) input: DomandeInput) {
    return this.service.domande(ctx, input);
  }

  @Put('impostazioni/regole')
  @Access(CHANGES)
  @Versioned()
  @Answers('The rules of the tavoli that have none of their own', impostazioniView)
  regole(@Ctx() ctx: RequestContext, @Body({ schema: RegolePredefiniteInput }) input: RegolePredefiniteInput) {
    return this.service.regole(ctx, input);
  }

  @Put('impostazioni/schede')
  @Access(CHANGES)
  @Versioned()
  @Answers('The fields that every new scheda asks for; what is left out is withdrawn', impostazioniView)
  schede(@Ctx() ctx: RequestContext, @Body({ schema: CampiSchedaInput }) input: CampiSchedaInput) {
    return this.service.campiScheda(ctx, input);
  }

  @Put('impostazioni/mandati')
  @Access(CHANGES)
  @Versioned()
  @Answers('From when the people of an accepted ente sit', impostazioniView)
  mandati(@Ctx() ctx: RequestContext, @Body({ schema: MandatiInput }) input: MandatiInput) {
    return this.service.mandati(ctx, input);
  }

  @Put('impostazioni/aree')
  @Access(CHANGES)
  @Versioned()
  @Answers('The thematic areas in their order; what is left out is archived', impostazioniView)
  aree(@Ctx() ctx: RequestContext, @Body({ schema: AreeInput }) input: AreeInput) {
    return this.composizione.aree(ctx, input);
  }

  @Put('impostazioni/fondi')
  @Access(CHANGES)
  @Versioned()
  @Answers('Where the money of the Piano comes from', impostazioniView)
  fondi(@Ctx() ctx: RequestContext, @Body({ schema: ElencoAmbitoInput }) input: ElencoAmbitoInput) {
    return this.service.elenco(ctx, 'fondi', input);
  }

  @Put('impostazioni/leps')
  @Access(CHANGES)
  @Versioned()
  @Answers('The essential levels that the ambito works for, with their source', impostazioniView)
  leps(@Ctx() ctx: RequestContext, @Body({ schema: ElencoAmbitoInput }) input: ElencoAmbitoInput) {
    return this.service.elenco(ctx, 'leps', input);
  }

  @Put('impostazioni/obiettivi')
  @Access(CHANGES)
  @Versioned()
  @Answers('The objectives that the Region asks for, with their source', impostazioniView)
  obiettivi(@Ctx() ctx: RequestContext, @Body({ schema: ElencoAmbitoInput }) input: ElencoAmbitoInput) {
    return this.service.elenco(ctx, 'obiettivi', input);
  }

  @Post('impostazioni/capofila')
  @Access(CHANGES)
  @Versioned()
  @Answers('Who leads the ambito from a day', impostazioniView)
  @HttpCode(200)
  capofila(@Ctx() ctx: RequestContext, @Body({ schema: CapofilaInput }) input: CapofilaInput) {
    return this.composizione.capofila(ctx, input);
  }

  @Post('impostazioni/comuni/entra')
  @Access(CHANGES)
  @Versioned()
  @Answers('A comune joins the ambito from a day', impostazioniView)
  @HttpCode(200)
  entra(@Ctx() ctx: RequestContext, @Body({ schema: ComuneEntraInput }) input: ComuneEntraInput) {
    return this.composizione.entra(ctx, input);
  }

  @Post('impostazioni/comuni/esce')
  @Access(CHANGES)
  @Versioned()
  @Answers('A comune leaves the ambito after a day', impostazioniView)
  @HttpCode(200)
  esce(@Ctx() ctx: RequestContext, @Body({ schema: ComuneEsceInput }) input: ComuneEsceInput) {
    return this.composizione.esce(ctx, input);
  }
}
