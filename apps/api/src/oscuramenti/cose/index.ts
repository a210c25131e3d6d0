import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { TIPI_VIVI, type TipoTesto } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import type { Oscurabile } from '../oscurare/oscurabile.js';
import { TestoVivoOscurabile } from '../vivi/vivo.js';
import { ContributoOscurabile } from './contributo.js';
import { ElaboratoOscurabile } from './elaborato.js';
import { VerbaleOscurabile } from './verbale.js';

/** Every kind of published text. A new one with a twin is a file here and a line below; one that is read where it is written is a line of `vivi/testi.ts`. */
@Injectable()
export class Oscurabili {
  private readonly per: ReadonlyMap<TipoTesto, Oscurabile>;

  constructor(
    @InjectDataSource() db: DataSource,
    verbale: VerbaleOscurabile,
    contributo: ContributoOscurabile,
    elaborato: ElaboratoOscurabile,
  ) {
    const tutti: Oscurabile[] = [verbale, contributo, elaborato, ...TIPI_VIVI.map(tipo => new TestoVivoOscurabile(tipo, db.manager))];
    this.per = new Map(tutti.map(o => [o.tipo, o]));
  }

  di(tipo: TipoTesto): Oscurabile {
    const oscurabile = this.per.get(tipo);
    if (oscurabile === undefined) throw new Error(`Nobody says how ${tipo} is blacked out.`);
    return oscurabile;
  }
}
