import { Controller, Get, Query } from '@nestjs/common';
import { comuneItalianoView, ComuniItalianiQuery, pagina, type ComuneItalianoView, type Pagina } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { cercaComuni } from './comuni-italiani.js';

/** The comuni of Italy, to choose from: they belong to no ambito. */
@Controller('api/v1/comuni-italiani')
export class ComuniItalianiController {
  @Get()
  @Access('comune.cerca')
  @Answers('Comuni of the list of ISTAT, by name', pagina(comuneItalianoView))
  cerca(@Query({ schema: ComuniItalianiQuery }) query: ComuniItalianiQuery): Promise<Pagina<ComuneItalianoView>> {
    return elencoDi(query);
  }
}

async function elencoDi({ q, regione, limit }: ComuniItalianiQuery): Promise<Pagina<ComuneItalianoView>> {
  return { items: await cercaComuni(q, regione, limit), limit, nextCursor: null };
}
