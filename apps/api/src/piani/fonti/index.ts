import { Injectable } from '@nestjs/common';
import type { TipoAllegato } from '@tavoli/shared';
import { TavoliQueries } from '../../tavoli/tavoli.queries.js';
import { atto } from './atto.js';
import { contributi } from './contributi.js';
import { elaborato } from './elaborato.js';
import { elencoRappresentanti } from './elenco-rappresentanti.js';
import type { FonteAllegato } from './fonte.js';
import { registroPresenze } from './registro-presenze.js';
import { verbali } from './verbali.js';

/** Where each kind of allegato comes from. */
@Injectable()
export class FontiAllegato {
  private readonly fonti: Readonly<Record<TipoAllegato, FonteAllegato>>;

  constructor(tavoli: TavoliQueries) {
    this.fonti = {
      elaborato,
      verbali,
      elenco_rappresentanti: elencoRappresentanti(tavoli),
      registro_presenze: registroPresenze,
      contributi,
      atto,
    };
  }

  di(tipo: TipoAllegato): FonteAllegato {
    return this.fonti[tipo];
  }
}
