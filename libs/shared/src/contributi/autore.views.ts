import type { TavoloBreve } from '../incontri/incontro.views.js';
import type { ComuneBreve } from './comune.views.js';
import type { TestiContributo } from './contributo.rules.js';
import type { CanaleContributo, MotivoRespingimento, TipoContributo } from './contributo.schema.js';
import type { AzioneAutore, StatoContributo } from './contributo.states.js';
import type { AllegatoView, ContributoBreve, PassoView, ProvenienzaView } from './contributo.views.js';
import type { RiesameView } from './gestione.views.js';
import type { DomandaGuidata } from './regole-contributi.schema.js';

/** GET contributo (secret in `X-Segreto`), GET account/contributi/:mio — what its author sees. */
export interface ContributoAutoreView {
  readonly id: string;
  readonly codice: string;
  readonly stato: StatoContributo;
  readonly version: number;
  readonly testi: TestiContributo;
  readonly tipo: TipoContributo;
  readonly comune: ComuneBreve | null;
  readonly zona: string | null;
  readonly provenienza: ProvenienzaView;
  readonly mostraNome: boolean;
  readonly canale: CanaleContributo;
  readonly tavolo: TavoloBreve;
  readonly ambito: { readonly nome: string; readonly slug: string };
  readonly inviatoAt: string;
  /** By when the next thing should happen, told as "entro il". */
  readonly moderareEntroAt: string | null;
  readonly rispondereEntroAt: string | null;
  readonly motivo: MotivoRespingimento | null;
  readonly motivazione: string | null;
  readonly motivoOmissis: string | null;
  readonly pubblico: TestiContributo | null;
  readonly files: readonly AllegatoView[];
  readonly riesame: RiesameView | null;
  readonly unitoA: ContributoBreve | null;
  /** Of the public page; null while there is none. */
  readonly percorsoPubblico: string | null;
  readonly filo: readonly PassoView[];
  readonly azioni: readonly AzioneAutore[];
  /** The guided questions of the tavolo, for who writes it anew. */
  readonly domande: readonly DomandaGuidata[];
}

/** GET account/contributi — the own ones, latest first. */
export interface MioContributoView {
  readonly id: string;
  readonly codice: string;
  readonly titolo: string;
  readonly stato: StatoContributo;
  readonly tavolo: TavoloBreve;
  readonly ambito: { readonly nome: string; readonly slug: string };
  readonly inviatoAt: string;
  readonly azioni: readonly AzioneAutore[];
}
