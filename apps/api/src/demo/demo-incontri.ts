import { festivitaItaliane, instantToRomeWall, romeWallToInstant, type AzioneIncontro, type IncontroView } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import type { IncontriService } from '../incontri/gestire/incontri.service.js';
import type { PresenzeService } from '../incontri/presenze/presenze.service.js';
import type { RisposteService } from '../incontri/risposte/risposte.service.js';
import type { Attori } from './attori.js';
import type { DemoIds } from './demo-fill.js';
import { SEDI, type DemoIncontro } from './mondo/demo-incontri.data.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Far enough for any notice: incontri of today and of the past are convened for then, and moved back. */
const ALTROVE = 30;

export interface ServiziIncontri {
  readonly incontri: IncontriService;
  readonly presenze: PresenzeService;
  readonly risposte: RisposteService;
}

/** Lives each incontro of the demo through the real commands. */
export class DemoIncontri {
  constructor(
    private readonly db: DataSource,
    private readonly servizi: ServiziIncontri,
    private readonly attori: Attori,
    private readonly ids: DemoIds,
  ) {}

  async tell(d: DemoIncontro): Promise<void> {
    const tavoloId = d.tavolo === null ? null : (this.ids.tavoli.get(d.tavolo) ?? null);
    const now = d.fino === 'in_corso' ? pocoFa() : at(d.giorni, d.ora);
    const id = await this.crea(d, tavoloId, d.giorni > 0 ? now : at(ALTROVE, d.ora));
    if (d.fino === 'bozza') return;
    const { version } = await this.step(id, tavoloId, 1, 'convoca');
    await this.rispondono(id);
    if (d.fino === 'annullato') await this.step(id, tavoloId, version, 'annulla', 'La sala è stata assegnata a un’altra iniziativa.');
    if (d.fino !== 'in_corso' && d.fino !== 'svolto') return;
    await this.anticipa(id, now);
    await this.siRiuniscono(id, tavoloId, version, d.fino === 'svolto');
  }

  private async crea(d: DemoIncontro, tavoloId: string | null, start: Date): Promise<string> {
    const ctx =
      tavoloId === null
        ? this.attori.contesto('incontro.crea_plenaria', { kind: 'ambito', id: this.ids.ambitoId })
        : this.attori.contesto('incontro.crea', { kind: 'tavolo', id: tavoloId, tavoloId });
    const { incontri } = await this.servizi.incontri.crea(ctx, {
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
    });
    return incontri[0]?.id ?? '';
  }

  /** It was convened with the notice that is due, and is held at `now`. */
  private async anticipa(id: string, now: Date): Promise<void> {
    await this.db.query(
      "UPDATE incontro SET inizio_at = $2, fine_at = $3, convocato_at = $2::timestamptz - interval '10 days' WHERE id = $1",
      [id, now, new Date(now.getTime() + 2 * HOUR)],
    );
  }

  /** Every second one answers yes; the others have not yet. */
  private async rispondono(id: string): Promise<void> {
    const rows = await this.db.query<{ id: string }[]>('SELECT id FROM invitato WHERE incontro_id = $1 ORDER BY email', [id]);
    for (const [n, row] of rows.entries())
      if (n % 2 === 0)
        await this.servizi.risposte.rispondiConSegreto(
          this.attori.contesto('invito.partecipa', { kind: 'invitato', id: row.id }),
          'partecipa',
        );
  }

  private async siRiuniscono(id: string, tavoloId: string | null, version: number, tutto: boolean): Promise<void> {
    const view = await this.step(id, tavoloId, version, 'apri');
    await this.siedono(id, tavoloId, tutto);
    if (tutto) await this.step(id, tavoloId, view.version, 'chiudi');
  }

  private async siedono(id: string, tavoloId: string | null, tutti: boolean): Promise<void> {
    const ctx = this.attori.contesto('incontro.rileva', { kind: 'incontro', id, tavoloId });
    const { posti } = await this.servizi.presenze.vedi(ctx);
    const seduti = tutti ? posti : posti.slice(0, 1);
    const voci = seduti.map((p, n) => ({
      postoId: p.id,
      stato: n % 3 === 1 ? ('supplente' as const) : ('titolare' as const),
      prima: null,
      at: new Date().toISOString(),
    }));
    if (voci.length > 0) await this.servizi.presenze.rileva(ctx, { voci });
  }

  private step(id: string, tavoloId: string | null, version: number, azione: AzioneIncontro, motivazione?: string): Promise<IncontroView> {
    const ctx = this.attori.contesto(`incontro.${azione}`, { kind: 'incontro', id, tavoloId, version }, version);
    return this.servizi.incontri.esegui(ctx, azione, { motivazione });
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
