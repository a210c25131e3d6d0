import { instantToRomeWall, type AzioneVerbale, type ImpegnoInput, type Permission, type VerbaleView } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import type { RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import type { OrariService } from '../verbali/orari.service.js';
import type { SezioniService } from '../verbali/verbale/sezioni.service.js';
import type { VerbaliService } from '../verbali/verbali.service.js';
import type { Attori } from './attori.js';
import { INCONTRI_CHE_APPROVANO } from './mondo/demo-elaborati.data.js';
import type { DemoIds } from './demo-fill.js';

export interface ServiziVerbali {
  readonly verbali: VerbaliService;
  readonly sezioni: SezioniService;
  readonly orari: OrariService;
}

/** The decision of a verbale by which a tavolo approved what it wrote. */
export interface Decisione {
  readonly verbaleId: string;
  readonly sezioneId: string;
  readonly decisione: number;
}

/** The demo does not wait a week. */
export const ANTICIPO = 'Il tavolo era tutto presente e ha chiesto di non aspettare.';

/** Without the program that makes PDFs a thing stays where it was. */
export const senzaPdf = (error: unknown): void => {
  if (!(error instanceof ProblemError) || error.code !== 'pdf.non_disponibile') throw error;
};

const DECISIONE = {
  testo: 'Il tavolo approva gli elaborati presentati.',
  modo: 'unanimita' as const,
  favorevoli: null,
  contrari: null,
  astenuti: null,
};
const TESTO = 'Il referente legge gli elaborati preparati dal tavolo e raccoglie le ultime osservazioni.';
const DOCUMENTO = {
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: TESTO }] }],
};

/** As it goes: ten minutes late, and on time at the end. */
const inRitardo = ({ incontro, fineAt }: VerbaleView) => ({
  inizioAt: new Date(Date.parse(incontro.inizioAt) + 600_000).toISOString(),
  fineAt,
});

/** What was taken on there: one thing with a day two weeks away, one without. */
const impegni = (now: Date): ImpegnoInput[] => [
  {
    testo: 'Chiedere all’Azienda Sanitaria i dati sulle liste d’attesa.',
    chi: 'Ufficio di piano',
    entro: instantToRomeWall(new Date(now.getTime() + 14 * 86_400_000)).slice(0, 10),
  },
  { testo: 'Raccogliere dai comuni l’elenco dei servizi attivi.', chi: 'Il referente del tavolo', entro: null },
];

/** Writes and publishes the verbali in which the tavoli of the demo approved their elaborati. */
export class DemoVerbali {
  constructor(
    private readonly db: DataSource,
    private readonly servizi: ServiziVerbali,
    private readonly attori: Attori,
    private readonly demo: DemoIds,
  ) {}

  /** @returns the decision of each tavolo, by its slug */
  async approvano(): Promise<ReadonlyMap<string, Decisione>> {
    const decisioni = new Map<string, Decisione>();
    for (const { tavolo, titolo } of INCONTRI_CHE_APPROVANO) {
      const [incontro] = await this.db.query<{ id: string }[]>('SELECT id FROM incontro WHERE ambito_id = $1 AND titolo = $2', [
        this.demo.ambitoId,
        titolo,
      ]);
      if (incontro && tavolo !== null) decisioni.set(tavolo, await this.verbale(this.demo.tavoli.get(tavolo) ?? '', incontro.id));
    }
    return decisioni;
  }

  private async verbale(tavoloId: string, incontroId: string): Promise<Decisione> {
    const dellIncontro = this.attori.contesto('verbale.crea', { kind: 'incontro', id: incontroId, tavoloId, stato: 'svolto' });
    let view = await this.servizi.verbali.crea(dellIncontro);
    const at = (permesso: Permission, v: VerbaleView, ifMatch = v.version): RequestContext =>
      this.attori.contesto(permesso, { kind: 'verbale', id: v.id, tavoloId, stato: v.stato, version: v.version }, ifMatch);
    const sezione = view.sezioni.findLast(s => s.tipo === 'punto');
    if (!sezione) throw new Error('An incontro of the demo has a punto.');
    const contenuto = { documento: DOCUMENTO, decisioni: [DECISIONE], impegni: impegni(new Date()) };
    await this.servizi.sezioni.salva(at('verbale.scrivi', view, sezione.version), sezione.id, contenuto);
    view = await this.servizi.orari.annota(at('verbale.scrivi', view), inRitardo(view));
    const passo = (azione: AzioneVerbale, input: Parameters<VerbaliService['esegui']>[2]) =>
      this.servizi.verbali.esegui(at(`verbale.${azione}`, view), azione, input);
    view = await passo('invia_in_revisione', {});
    view = await passo('approva', { motivazione: ANTICIPO });
    await passo('pubblica', { avvisiVisti: true }).catch(senzaPdf);
    return { verbaleId: view.id, sezioneId: sezione.id, decisione: 0 };
  }
}
