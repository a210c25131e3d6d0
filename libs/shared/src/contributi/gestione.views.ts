import type { EmailStatoView } from '../designazioni/designazione.views.js';
import type { StoriaView } from '../enti/ente.views.js';
import type { AvvisoContributo, TestiContributo } from './contributo.rules.js';
import type { MotivoRespingimento, Omissis, TipoLegame } from './contributo.schema.js';
import type { AzioneContributo, DecisioneRiesame, StatoContributo } from './contributo.states.js';
import type { AllegatoView, ContributoBreve, ContributoRigaView, PassoView } from './contributo.views.js';

export interface RiesameView {
  readonly chiestoAt: string;
  readonly motivo: string;
  readonly decisione: DecisioneRiesame | null;
  readonly risposta: string | null;
}

/** A row of the queue of staff, with the two clocks. */
export interface CodaRigaView extends Omit<ContributoRigaView, 'stato' | 'titolo' | 'rispostaEntroAt'> {
  readonly stato: StatoContributo;
  readonly titolo: string;
  readonly inModerazioneDal: string | null;
  readonly moderareEntroAt: string | null;
  readonly rispondereEntroAt: string | null;
  readonly inRitardo: boolean;
  readonly riesameDaDecidere: boolean;
  readonly azioni: readonly AzioneContributo[];
  readonly version: number;
}

export interface LegameView {
  readonly id: string;
  readonly tipo: TipoLegame;
  readonly oggettoId: string;
  readonly titolo: string;
  readonly percorso: string;
}

/** GET contributi/:contributo/gestione — all of it, for the staff of its tavolo. */
export interface ContributoGestioneView extends CodaRigaView {
  /** As written, never changed. */
  readonly testi: TestiContributo;
  /** What the public reads; null before publication. */
  readonly pubblico: TestiContributo | null;
  readonly omissis: readonly Omissis[];
  readonly motivoOmissis: string | null;
  /** Earlier words, before the author was asked to change them; latest first. */
  readonly precedenti: readonly (TestiContributo & { readonly at: string })[];
  readonly autore: { readonly nome: string | null; readonly email: string | null; readonly mostraNome: boolean; readonly account: boolean };
  readonly raccoltoDa: string | null;
  readonly files: readonly (AllegatoView & { readonly pubblico: boolean })[];
  readonly avvisiPrivacy: readonly AvvisoContributo[];
  readonly motivo: MotivoRespingimento | null;
  readonly motivazione: string | null;
  readonly riesame: RiesameView | null;
  readonly unitoA: ContributoBreve | null;
  readonly uniti: readonly ContributoBreve[];
  readonly legami: readonly LegameView[];
  readonly filo: readonly PassoView[];
  readonly puoSpostare: boolean;
  readonly puoCollegare: boolean;
  readonly puoOmettere: boolean;
  readonly puoDecidereRiesame: boolean;
  readonly emails: readonly EmailStatoView[];
  readonly storia: readonly StoriaView[];
}
