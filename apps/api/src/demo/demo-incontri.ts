import { festivitaItaliane, instantToRomeWall, romeWallToInstant, type AzioneIncontro, type IncontroView } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import type { IncontriService } from '../incontri/gestire/incontri.service.js';
import type { PresenzeService } from '../incontri/presenze/presenze.service.js';
import type { RisposteService } from '../incontri/risposte/risposte.service.js';
import type { ResolvedPlace } from '../platform/commands/context.js';
import { AMBITO } from './demo.data.js';
import type { DemoIds } from './demo-fill.js';
import { SEDI, type DemoIncontro } from './demo-incontri.data.js';
import { contesto } from './contesto.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Far enough for any notice: incontri of today and of the past are convened for then, and moved back. */
const ALTROVE = 30;

/** Lives each incontro of the demo through the real commands. */
export class DemoIncontri {
  constructor(
    private readonly db: DataSource,
    private readonly incontri: IncontriService,
    private readonly presenze: PresenzeService,
    private readonly risposte: RisposteService,
    private readonly ids: DemoIds,
  ) {}

  async tell(d: DemoIncontro): Promise<void> {
    const tavoloId = d.tavolo === null ? null : (this.ids.tavoli.get(d.tavolo) ?? null);
    const now = d.fino === 'in_corso' ? pocoFa() : at(d.giorni, d.ora);
    const start = d.giorni > 0 ? now : at(ALTROVE, d.ora);
    const { incontri } = await this.incontri.crea(
      contesto(tavoloId === null ? this.place('ambito', this.ids.ambitoId, {}) : this.place('tavolo', tavoloId, { tavoloId })),
      {
        titolo: d.titolo,
        inizioAt: start.toISOString(),
        fineAt: new Date(start.getTime() + 2 * HOUR).toISOString(),
        sede: SEDI[d.giorni % 2 === 0 ? 0 : 1],
        linkVideo: d.video ? 'https://video.demo.invalid/tavoli' : null,
        punti: d.punti.map(([titolo, minuti, relatore]) => ({ titolo, minuti, relatore })),
        altriTavoli: [],
        membri: [],
        ospiti: [],
        secondaConvocazione: false,
        serie: null,
      },
    );
    const id = incontri[0]?.id ?? '';
    if (d.fino === 'bozza') return;
    let view = await this.step(id, tavoloId, 1, 'convoca');
    await this.rispondono(id);
    if (d.fino === 'annullato') await this.step(id, tavoloId, view.version, 'annulla', 'La sala è stata assegnata a un’altra iniziativa.');
    if (d.fino !== 'in_corso' && d.fino !== 'svolto') return;
    await this.db.query(
      "UPDATE incontro SET inizio_at = $2, fine_at = $3, convocato_at = $2::timestamptz - interval '10 days' WHERE id = $1",
      [id, now, new Date(now.getTime() + 2 * HOUR)],
    );
    view = await this.step(id, tavoloId, view.version, 'apri');
    await this.siedono(id, tavoloId, d.fino === 'svolto');
    if (d.fino === 'svolto') await this.step(id, tavoloId, view.version, 'chiudi');
  }

  /** Every second one answers yes; the others have not yet. */
  private async rispondono(id: string): Promise<void> {
    const rows = await this.db.query<{ id: string }[]>('SELECT id FROM invitato WHERE incontro_id = $1 ORDER BY email', [id]);
    for (const [n, row] of rows.entries())
      if (n % 2 === 0) await this.risposte.rispondiConSegreto(contesto(this.place('invitato', row.id, {})), 'partecipa');
  }

  private async siedono(id: string, tavoloId: string | null, tutti: boolean): Promise<void> {
    const place = contesto(this.place('incontro', id, { tavoloId }));
    const { posti } = await this.presenze.vedi(place);
    const seduti = tutti ? posti : posti.slice(0, 1);
    const voci = seduti.map((p, n) => ({
      postoId: p.id,
      stato: n % 3 === 1 ? ('supplente' as const) : ('titolare' as const),
      prima: null,
      at: new Date().toISOString(),
    }));
    if (voci.length > 0) await this.presenze.rileva(place, { voci });
  }

  private step(id: string, tavoloId: string | null, version: number, azione: AzioneIncontro, motivazione?: string): Promise<IncontroView> {
    return this.incontri.esegui({ ...contesto(this.place('incontro', id, { tavoloId, version })), ifMatch: version }, azione, {
      motivazione,
    });
  }

  private place(kind: ResolvedPlace['kind'], id: string, rest: Partial<ResolvedPlace>): ResolvedPlace {
    return {
      stato: null,
      version: null,
      ...rest,
      kind,
      id,
      ambitoId: this.ids.ambitoId,
      ambitoSlug: AMBITO.slug,
      tavoli: rest.tavoloId ? [rest.tavoloId] : [],
    };
  }
}

/** A quarter of an hour ago, on the minute. */
const pocoFa = (): Date => new Date(Math.floor(Date.now() / 60_000) * 60_000 - 15 * 60_000);

/** So many days from today or the nearest working day further off, at that hour of Rome. */
function at(days: number, ora: string): Date {
  let day = '';
  for (let n = days; day === '' || !feriale(day); n += days < 0 ? -1 : 1)
    day = instantToRomeWall(new Date(Date.now() + n * DAY)).slice(0, 10);
  const found = romeWallToInstant(`${day}T${ora}`);
  if (!found.ok) throw new Error('The demo meets at no hour that the clock skips.');
  return found.instant;
}

function feriale(day: string): boolean {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday > 0 && weekday < 6 && !festivitaItaliane(Number(day.slice(0, 4))).includes(day);
}
