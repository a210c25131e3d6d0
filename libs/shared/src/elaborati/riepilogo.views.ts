import type { TavoloBreve } from '../incontri/incontro.views.js';
import type { FonteFinanziamento } from './blocchi.schema.js';
import type { ElaboratoRigaView } from './elaborato.views.js';

/** Euro cents by source; `totale` is their sum. */
export interface RisorsePerFonte {
  readonly perFonte: Readonly<Record<FonteFinanziamento, number>>;
  readonly totale: number;
}

/** GET …/riepilogo/elaborati — budget and indicators of the schede the reader may see, added up. Money in euro cents. */
export interface RiepilogoElaboratiView {
  readonly schede: readonly (RisorsePerFonte & { readonly elaborato: Pick<ElaboratoRigaView, 'id' | 'titolo' | 'stato' | 'tavolo'> })[];
  readonly tavoli: readonly (RisorsePerFonte & { readonly tavolo: TavoloBreve; readonly schede: number })[];
  readonly totale: RisorsePerFonte;
  readonly indicatori: readonly {
    readonly elaborato: Pick<ElaboratoRigaView, 'id' | 'titolo' | 'stato' | 'tavolo'>;
    readonly nome: string;
    readonly unita: string;
    readonly iniziale: string | null;
    readonly atteso: string | null;
    readonly fonte: string | null;
  }[];
}
