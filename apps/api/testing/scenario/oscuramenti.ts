import {
  ricorrenze,
  type AltroveView,
  type AltroviView,
  type OscuramentoView,
  type Passaggio,
  type Problem,
  type SchedaOscuramentoView,
  type TipoFileOscurabile,
  type TipoTesto,
} from '@tavoli/shared';
import type { World } from '../app.js';
import type { Answer, Options } from '../client.js';
import { multipart } from '../multipart.js';
import type { AmbitoWorld, Persona } from '../scenario.js';

const MOTIVO = 'Contiene dati personali di una persona che non siede al tavolo.';

/** Blacks out as the coordinatore's page does. */
export class Oscuramenti {
  constructor(
    private readonly world: World,
    private readonly base: { readonly ambito: AmbitoWorld; readonly coordinatore: Persona },
  ) {}

  readonly at = (path = ''): string => `/ambiti/${this.base.ambito.slug}/oscuramenti${path}`;

  async scheda(tipo: string, id: string): Promise<SchedaOscuramentoView> {
    const { status, text, body } = await this.world.as(this.base.coordinatore).get<SchedaOscuramentoView>(this.at(`/cose/${tipo}/${id}`));
    if (status !== 200) throw new Error(text);
    return body;
  }

  /** Every place of these words in a text. */
  passaggi({ brani }: SchedaOscuramentoView, ...parole: string[]): Passaggio[] {
    return brani.flatMap(b => ricorrenze(b.testo, parole).map(t => ({ brano: b.chiave, ...t })));
  }

  /** Where else these words are public. */
  async altrove(parole: readonly string[], di: { readonly tipo: string; readonly id: string } | null = null): Promise<AltroviView> {
    const { status, text, body } = await this.world.as(this.base.coordinatore).post<AltroviView>(this.at('/altrove'), { parole, di });
    if (status !== 200) throw new Error(text);
    return body;
  }

  /** Elsewhere is left as it is, but for what `includi` says. */
  async esegui(
    tipo: TipoTesto,
    id: string,
    parole: string[],
    { chi = this.base.coordinatore, includi = () => false }: { chi?: Persona; includi?: (a: AltroveView) => boolean } = {},
  ): Promise<Answer<OscuramentoView & Problem>> {
    const scheda = await this.scheda(tipo, id);
    const { items } = await this.altrove(parole, { tipo, id });
    const altrove = items.filter(a => a.come !== 'insieme').map(a => ({ tipo: a.tipo, id: a.id, includi: includi(a) }));
    return this.manda(
      tipo,
      id,
      { passaggi: this.passaggi(scheda, ...parole), altrove, motivazione: MOTIVO, avvertito: true },
      { version: scheda.version },
      chi,
    );
  }

  manda(
    tipo: TipoTesto,
    id: string,
    body: object,
    options: Options,
    chi = this.base.coordinatore,
  ): Promise<Answer<OscuramentoView & Problem>> {
    return this.world.as(chi).post<OscuramentoView & Problem>(this.at(`/testi/${tipo}/${id}`), body, options);
  }

  /** Replaces a file (null: takes it away). */
  async file(tipo: TipoFileOscurabile, id: string, sostituto: Buffer | null): Promise<Answer<OscuramentoView & Problem>> {
    const { version } = await this.scheda(tipo, id);
    const caricato =
      sostituto === null
        ? null
        : (
            await this.world
              .as(this.base.coordinatore)
              .send<{ id: string }>('POST', this.at('/sostituti'), ...multipart('oscurato.pdf', sostituto))
          ).body;
    return this.world
      .as(this.base.coordinatore)
      .post<OscuramentoView & Problem>(
        this.at(`/file/${tipo}/${id}`),
        { sostituto: caricato?.id ?? null, motivazione: MOTIVO, avvertito: true },
        { version },
      );
  }
}
