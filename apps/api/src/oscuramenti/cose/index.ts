import { Injectable } from '@nestjs/common';
import type { TipoTesto } from '@tavoli/shared';
import type { Oscurabile } from '../oscurare/oscurabile.js';
import { ContributoOscurabile } from './contributo.js';
import { ElaboratoOscurabile } from './elaborato.js';
import { VerbaleOscurabile } from './verbale.js';

/** Every kind of published text. A new one is a file here and a line below. */
@Injectable()
export class Oscurabili {
  private readonly per: Readonly<Record<TipoTesto, Oscurabile>>;

  constructor(verbale: VerbaleOscurabile, contributo: ContributoOscurabile, elaborato: ElaboratoOscurabile) {
    this.per = { verbale, contributo, elaborato };
  }

  di(tipo: TipoTesto): Oscurabile {
    return this.per[tipo];
  }
}
