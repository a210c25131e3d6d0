import { Injectable } from '@nestjs/common';
import { ETICHETTE_NATURA, ETICHETTE_STATO_ENTE, formatData, type EnteRigaView, type EntiQuery, type FormatoTabella } from '@tavoli/shared';
import type { RequestContext } from '../platform/commands/context.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { tableFile } from '../platform/xlsx/table-file.js';
import { EntiQueries } from './enti.queries.js';

/** The list of enti as a file: the rows and the columns that the page shows. */
@Injectable()
export class EntiExport {
  constructor(private readonly queries: EntiQueries) {}

  /** Only what the actor may see, filtered and ordered as asked; streamed page by page in constant memory. */
  tabella(ctx: RequestContext, query: EntiQuery, formato: FormatoTabella): FileAnswer {
    const columns = [
      ['Ente', (r: EnteRigaView) => r.denominazione],
      ['Natura giuridica', (r: EnteRigaView) => ETICHETTE_NATURA[r.naturaGiuridica]],
      ['Codice fiscale', (r: EnteRigaView) => r.codiceFiscale],
      ['Comune', (r: EnteRigaView) => r.comune],
      ['Stato', (r: EnteRigaView) => ETICHETTE_STATO_ENTE[r.stato]],
      ['Registrato', (r: EnteRigaView) => formatData(new Date(r.creatoAt))],
      ['Statuto', (r: EnteRigaView) => (r.conStatuto ? 'caricato' : 'manca')],
    ] as const;
    return tableFile(formato, { name: 'enti', sheet: 'Enti', columns, rows: this.queries.tutti(ctx, query) });
  }
}
