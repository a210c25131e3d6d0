import type { AzioneElaborato, ContenutoSezione, ElaboratoAzioneInput, ElaboratoView, Permission } from '@tavoli/shared';
import type { CommentiService } from '../elaborati/consultazione/commenti.service.js';
import type { ElaboratiService } from '../elaborati/elaborati.service.js';
import type { FontiService } from '../elaborati/fonti.service.js';
import type { PartiService } from '../elaborati/parti.service.js';
import type { RequestContext } from '../platform/commands/context.js';
import type { Attori } from './attori.js';
import { RIMANDO, type DemoElaborato } from './mondo/demo-elaborati.data.js';
import type { DemoIds } from './demo-fill.js';
import { ANTICIPO, senzaPdf, type Decisione } from './demo-verbali.js';

/** The commands that an elaborato of the demo lives through. */
export interface ServiziElaborati {
  readonly elaborati: ElaboratiService;
  readonly parti: PartiService;
  readonly commenti: CommentiService;
  readonly fonti: FontiService;
}

/** Lives each elaborato of the demo through the real commands. */
export class DemoElaborati {
  private readonly ids = new Map<string, string>();

  /** @param decisioni by which each tavolo approved what it wrote */
  constructor(
    private readonly servizi: ServiziElaborati,
    private readonly attori: Attori,
    private readonly demo: DemoIds,
    private readonly decisioni: ReadonlyMap<string, Decisione>,
  ) {}

  async tell(d: DemoElaborato): Promise<void> {
    const tavoloId = this.demo.tavoli.get(d.tavolo) ?? '';
    const bozza = await this.servizi.elaborati.crea(this.attori.contesto('elaborato.crea', { kind: 'tavolo', id: tavoloId, tavoloId }), {
      tipo: d.tipo,
      titolo: d.titolo,
      scrivono: d.scrivono ?? 'staff',
    });
    this.ids.set(d.titolo, bozza.id);
    for (const [chiave, contenuto] of this.contenuti(d)) await this.scrivi(bozza, chiave, contenuto);
    const decisione = this.decisioni.get(d.tavolo);
    const view = decisione ? await this.cita(bozza, decisione) : bozza;
    if (d.fino === 'bozza') return;
    const aperto = await this.passo(view, 'apri_consultazione', { giorni: 10 });
    const consultato = d.commento ? await this.commenta(aperto, d.commento) : aperto;
    if (d.fino !== 'in_consultazione' && decisione) await this.avanti(d, consultato, decisione);
  }

  private contenuti(d: DemoElaborato): [string, ContenutoSezione][] {
    const scritti = Object.entries(d.contenuti);
    if (d.obiettivo === undefined) return scritti;
    return [...scritti, ['obiettivo', { tipo: 'collegamento', obiettivoId: this.ids.get(d.obiettivo) ?? null }]];
  }

  /** The verbale that approves it is among its sources. */
  private cita(view: ElaboratoView, { verbaleId, sezioneId }: Decisione): Promise<ElaboratoView> {
    return this.servizi.fonti.aggiungi(this.su('elaborato.modifica', view), {
      tipo: 'verbale',
      oggettoId: verbaleId,
      parteId: sezioneId,
      decisione: null,
      inSezioneId: null,
    });
  }

  private async avanti(d: DemoElaborato, consultato: ElaboratoView, approvazione: Decisione): Promise<void> {
    let view = await this.passo(consultato, 'approva', { approvazione, motivazione: ANTICIPO });
    if (d.fino === 'approvato') return;
    view = await this.passo(view, 'consegna', {});
    if (d.fino === 'da_rivedere') await this.passo(view, 'rimanda', { motivazione: RIMANDO });
    if (d.fino === 'accolto') await this.passo(view, 'accogli', {}).catch(senzaPdf);
  }

  /** It is whoever will accept it that comments, and the tavolo that answers. */
  private async commenta(view: ElaboratoView, c: NonNullable<DemoElaborato['commento']>): Promise<ElaboratoView> {
    const sezioneId = view.sezioni.find(s => s.chiave === c.chiave)?.id ?? null;
    const { passaggio, testo } = c;
    const after = await this.servizi.commenti.commenta(this.su('elaborato.accogli', view), { sezioneId, passaggio, testo });
    if (c.risposta === undefined) return after;
    const commentoId = after.commenti[0]?.id ?? '';
    return this.servizi.commenti.rispondi(this.su('commento.respingi', view), commentoId, 'respingi', { motivazione: c.risposta });
  }

  private async scrivi(view: ElaboratoView, chiave: string, contenuto: ContenutoSezione): Promise<void> {
    const sezione = view.sezioni.find(s => s.chiave === chiave);
    if (!sezione) throw new Error(`The demo writes in no part called ${chiave}.`);
    await this.servizi.parti.salva({ ...this.su('elaborato.scrivi', view), ifMatch: sezione.version }, sezione.id, { contenuto });
  }

  private passo(view: ElaboratoView, azione: AzioneElaborato, input: ElaboratoAzioneInput): Promise<ElaboratoView> {
    return this.servizi.elaborati.esegui({ ...this.su(`elaborato.${azione}`, view), ifMatch: view.version }, azione, input);
  }

  private su(permesso: Permission, { id, tavolo, stato, version }: ElaboratoView): RequestContext {
    return this.attori.contesto(permesso, { kind: 'elaborato', id, tavoloId: tavolo.id, stato, version });
  }
}
