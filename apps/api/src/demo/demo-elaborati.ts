import {
  instantToRomeWall,
  type Actor,
  type AzioneElaborato,
  type AzioneVerbale,
  type ContenutoSezione,
  type ElaboratoAzioneInput,
  type ElaboratoView,
  type ImpegnoInput,
  type VerbaleView,
} from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import type { CommentiService } from '../elaborati/commenti.service.js';
import type { ElaboratiService } from '../elaborati/elaborati.service.js';
import type { FontiService } from '../elaborati/fonti.service.js';
import type { PartiService } from '../elaborati/parti.service.js';
import type { RequestContext, ResolvedPlace } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import type { OrariService } from '../verbali/orari.service.js';
import type { SezioniService } from '../verbali/sezioni.service.js';
import type { VerbaliService } from '../verbali/verbali.service.js';
import { AMBITO } from './demo.data.js';
import { INCONTRI_CHE_APPROVANO, RIMANDO, type DemoElaborato } from './demo-elaborati.data.js';
import type { DemoIds } from './demo-fill.js';

/** The commands that an elaborato of the demo lives through. */
export interface Comandi {
  readonly elaborati: ElaboratiService;
  readonly parti: PartiService;
  readonly commenti: CommentiService;
  readonly fonti: FontiService;
  readonly verbali: VerbaliService;
  readonly sezioni: SezioniService;
  readonly orari: OrariService;
}

type Dove = { readonly verbaleId: string; readonly sezioneId: string; readonly decisione: number };

/** The demo does not wait a week. */
const ANTICIPO = 'Il tavolo era tutto presente e ha chiesto di non aspettare.';

/** As it goes: ten minutes late, and on time at the end. */
const inRitardo = ({ incontro, fineAt }: VerbaleView) => ({
  inizioAt: new Date(Date.parse(incontro.inizioAt) + 600_000).toISOString(),
  fineAt,
});

/** What was taken on there: one thing with a day two weeks away, one without. */
const IMPEGNI = (now: Date): ImpegnoInput[] => [
  {
    testo: 'Chiedere all’Azienda Sanitaria i dati sulle liste d’attesa.',
    chi: 'Ufficio di piano',
    entro: instantToRomeWall(new Date(now.getTime() + 14 * 86_400_000)).slice(0, 10),
  },
  { testo: 'Raccogliere dai comuni l’elenco dei servizi attivi.', chi: 'Il referente del tavolo', entro: null },
];

/** Lives each elaborato of the demo through the real commands, in the name of the tavolo's referente. */
export class DemoElaborati {
  private readonly ids = new Map<string, string>();
  private readonly verbali = new Map<string, Dove>();

  constructor(
    private readonly db: DataSource,
    private readonly comandi: Comandi,
    private readonly demo: DemoIds,
  ) {}

  /** Writes the verbali in which the tavoli approved. */
  async approvano(): Promise<void> {
    for (const { tavolo, titolo } of INCONTRI_CHE_APPROVANO) {
      const [incontro] = await this.db.query<{ id: string }[]>('SELECT id FROM incontro WHERE ambito_id = $1 AND titolo = $2', [
        this.demo.ambitoId,
        titolo,
      ]);
      if (incontro && tavolo !== null) this.verbali.set(tavolo, await this.verbale(tavolo, incontro.id));
    }
  }

  async tell(d: DemoElaborato): Promise<void> {
    const tavoloId = this.tavolo(d.tavolo);
    const referente = await this.incaricato('referente', tavoloId);
    let view = await this.comandi.elaborati.crea(this.context(referente, { kind: 'tavolo', id: tavoloId, tavoloId }), {
      tipo: d.tipo,
      titolo: d.titolo,
      scrivono: d.scrivono ?? 'staff',
    });
    this.ids.set(d.titolo, view.id);
    const contenuti: [string, ContenutoSezione][] = Object.entries(d.contenuti);
    if (d.obiettivo !== undefined) contenuti.push(['obiettivo', { tipo: 'collegamento', obiettivoId: this.ids.get(d.obiettivo) ?? null }]);
    for (const [chiave, contenuto] of contenuti) await this.scrivi(referente, view, chiave, contenuto);
    const dove = this.verbali.get(d.tavolo);
    if (dove)
      view = await this.comandi.fonti.aggiungi(this.su(referente, view), {
        tipo: 'verbale',
        oggettoId: dove.verbaleId,
        parteId: dove.sezioneId,
        decisione: null,
        inSezioneId: null,
      });
    if (d.fino === 'bozza') return;
    view = await this.passo(referente, view, 'apri_consultazione', { giorni: 10 });
    if (d.commento) view = await this.commenta(referente, view, d.commento);
    await this.avanti(d, referente, view, dove);
  }

  private async avanti(d: DemoElaborato, referente: Actor, consultato: ElaboratoView, dove: Dove | undefined): Promise<void> {
    if (d.fino === 'in_consultazione' || dove === undefined) return;
    let view = await this.passo(referente, consultato, 'approva', { approvazione: dove, motivazione: ANTICIPO });
    if (d.fino === 'approvato') return;
    view = await this.passo(referente, view, 'consegna', {});
    const coordinatore = await this.incaricato('coordinatore', null);
    if (d.fino === 'da_rivedere') await this.passo(coordinatore, view, 'rimanda', { motivazione: RIMANDO });
    // Without the program that makes PDFs it stays handed in.
    if (d.fino === 'accolto')
      await this.passo(coordinatore, view, 'accogli', {}).catch((error: unknown) => {
        if (!(error instanceof ProblemError) || error.code !== 'pdf.non_disponibile') throw error;
      });
  }

  private async commenta(referente: Actor, view: ElaboratoView, c: NonNullable<DemoElaborato['commento']>): Promise<ElaboratoView> {
    const sezioneId = view.sezioni.find(s => s.chiave === c.chiave)?.id ?? null;
    const after = await this.comandi.commenti.commenta(this.su(await this.incaricato('coordinatore', null), view), {
      sezioneId,
      passaggio: c.passaggio,
      testo: c.testo,
    });
    if (c.risposta === undefined) return after;
    return this.comandi.commenti.rispondi(this.su(referente, view), after.commenti[0]?.id ?? '', 'respingi', { motivazione: c.risposta });
  }

  private async scrivi(chi: Actor, view: ElaboratoView, chiave: string, contenuto: ContenutoSezione): Promise<void> {
    const sezione = view.sezioni.find(s => s.chiave === chiave);
    if (!sezione) throw new Error(`The demo writes in no part called ${chiave}.`);
    await this.comandi.parti.salva({ ...this.su(chi, view), ifMatch: sezione.version }, sezione.id, { contenuto });
  }

  private passo(chi: Actor, view: ElaboratoView, azione: AzioneElaborato, input: ElaboratoAzioneInput): Promise<ElaboratoView> {
    return this.comandi.elaborati.esegui({ ...this.su(chi, view), ifMatch: view.version }, azione, input);
  }

  private async verbale(tavolo: string, incontroId: string): Promise<Dove> {
    const tavoloId = this.tavolo(tavolo);
    const chi = await this.incaricato('referente', tavoloId);
    let view = await this.comandi.verbali.crea(this.context(chi, { kind: 'incontro', id: incontroId, tavoloId, stato: 'svolto' }));
    const sezione = view.sezioni.findLast(s => s.tipo === 'punto');
    if (!sezione) throw new Error('An incontro of the demo has a punto.');
    const at = (v: VerbaleView) => this.context(chi, { kind: 'verbale', id: v.id, tavoloId, stato: v.stato, version: v.version });
    const documento = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          content: [
            { type: 'text' as const, text: 'Il referente legge gli elaborati preparati dal tavolo e raccoglie le ultime osservazioni.' },
          ],
        },
      ],
    };
    const decisione = {
      testo: 'Il tavolo approva gli elaborati presentati.',
      modo: 'unanimita' as const,
      favorevoli: null,
      contrari: null,
      astenuti: null,
    };
    await this.comandi.sezioni.salva({ ...at(view), ifMatch: sezione.version }, sezione.id, {
      documento,
      decisioni: [decisione],
      impegni: IMPEGNI(new Date()),
    });
    view = await this.comandi.orari.annota({ ...at(view), ifMatch: view.version }, inRitardo(view));
    for (const azione of ['invia_in_revisione', 'approva'] satisfies AzioneVerbale[]) {
      view = await this.comandi.verbali.esegui(
        { ...at(view), ifMatch: view.version },
        azione,
        azione === 'approva' ? { motivazione: ANTICIPO } : {},
      );
    }
    // Without the program that makes PDFs it stays approved.
    await this.comandi.verbali.esegui({ ...at(view), ifMatch: view.version }, 'pubblica', { avvisiVisti: true }).catch((error: unknown) => {
      if (!(error instanceof ProblemError) || error.code !== 'pdf.non_disponibile') throw error;
    });
    return { verbaleId: view.id, sezioneId: sezione.id, decisione: 0 };
  }

  private tavolo(slug: string): string {
    return this.demo.tavoli.get(slug) ?? '';
  }

  private async incaricato(ruolo: 'referente' | 'coordinatore', tavoloId: string | null): Promise<Actor> {
    const [row] = await this.db.query<{ id: string; nome: string }[]>(
      "SELECT a.id, a.nome || ' ' || a.cognome AS nome FROM incarico i JOIN account a ON a.id = i.account_id WHERE i.ambito_id = $1 AND i.ruolo = $2 AND i.tavolo_id IS NOT DISTINCT FROM $3 AND i.al IS NULL ORDER BY i.dal LIMIT 1",
      [this.demo.ambitoId, ruolo, tavoloId],
    );
    if (!row) throw new Error(`The demo has no ${ruolo} there.`);
    return { ...row, amministratore: false, incarichi: [{ ruolo, ambitoId: this.demo.ambitoId, tavoloId }], enti: [], tavoli: [] };
  }

  private su(chi: Actor, { id, tavolo, stato, version }: ElaboratoView): RequestContext {
    return this.context(chi, { kind: 'elaborato', id, tavoloId: tavolo.id, stato, version });
  }

  private context(
    actor: Actor,
    place: Pick<ResolvedPlace, 'kind' | 'id'> & Partial<ResolvedPlace> & { readonly tavoloId: string },
  ): RequestContext {
    const at: ResolvedPlace = {
      stato: null,
      version: null,
      tavoli: [place.tavoloId],
      ...place,
      ambitoId: this.demo.ambitoId,
      ambitoSlug: AMBITO.slug,
    };
    return { actor, sessioneId: null, requestId: 'demo', network: '', place: at, ifMatch: null, idempotency: null };
  }
}
