import { REGOLE_CONTRIBUTI, type AzioneContributo, type ContributoAzioneInput, type Permission } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import type { AutoreService } from '../contributi/autore/autore.service.js';
import type { ContributiService } from '../contributi/gestire/contributi.service.js';
import type { InvioService } from '../contributi/invio/invio.service.js';
import type { LegamiService } from '../contributi/gestire/legami.service.js';
import type { ModuloService } from '../contributi/invio/modulo.service.js';
import type { RequestContext } from '../platform/commands/context.js';
import type { Attori, Dove } from './attori.js';
import { CONTRIBUTI, type DemoContributo } from './mondo/demo-contributi.data.js';
import type { DemoIds } from './demo-fill.js';

export interface ServiziContributi {
  readonly invio: InvioService;
  readonly moduli: ModuloService;
  readonly contributi: ContributiService;
  readonly autori: AutoreService;
  readonly legami: LegamiService;
}

/** Lives each contributo of the demo through the real commands, then moves it back in time. */
export class DemoContributi {
  private readonly nati: string[] = [];

  constructor(
    private readonly db: DataSource,
    private readonly servizi: ServiziContributi,
    private readonly attori: Attori,
    private readonly ids: DemoIds,
  ) {}

  async tell(): Promise<void> {
    const domande = [
      { id: 'b8a1f0c2-5c1e-4b8e-9a53-0d6f1c2e3a4b', testo: 'Da quanto tempo succede?' },
      { id: 'c9b2a1d3-6d2f-4c9f-8b64-1e7a2d3f4b5c', testo: 'Chi può aiutare a cambiare le cose?' },
    ];
    await this.db.query('UPDATE tavolo SET contributi = $2 WHERE id = $1', [
      this.ids.tavoli.get('anziani'),
      JSON.stringify({ ...REGOLE_CONTRIBUTI, domande }),
    ]);
    await this.db.query('UPDATE tavolo SET contributi = $2 WHERE id = $1', [
      this.ids.tavoli.get('famiglia-giovani-minori'),
      JSON.stringify({ apertura: { tipo: 'chiusi' }, domande: [] }),
    ]);
    for (const c of CONTRIBUTI) await this.vive(c);
  }

  private async vive(c: DemoContributo): Promise<void> {
    const tavoloId = this.ids.tavoli.get(c.tavolo) ?? '';
    const id = await this.nasce(c, tavoloId);
    this.nati.push(id);
    for (const [azione, motivazione] of c.passi) await this.passo(id, tavoloId, azione, { motivazione, ...this.extra(c, azione) });
    if (c.punto !== undefined) await this.collega(id, tavoloId, c.punto);
    if (c.unitoA !== undefined) await this.passo(id, tavoloId, 'unisci', { principaleId: this.nati[c.unitoA] });
    if (c.riesame !== undefined)
      await this.servizi.autori.conSegreto(await this.su('autore.chiedi_riesame', id, tavoloId, 'autore'), 'chiedi_riesame', {
        motivazione: c.riesame,
      });
    await this.affida(id);
    await this.retrodata(id, c.giorni);
  }

  private async nasce(c: DemoContributo, tavoloId: string): Promise<string> {
    const tavolo: Dove = { kind: 'tavolo', id: tavoloId, tavoloId };
    const input = {
      titolo: c.titolo,
      testo: c.testo,
      tipo: c.tipo,
      comune: c.comune,
      zona: null,
      risposte: [],
      provenienza: c.da,
      mostraNome: c.da.tipo !== 'cittadino',
      allegati: [],
      autore: { nome: c.autore, email: `${c.autore.replace(' ', '.')}@demo.invalid`.toLowerCase() },
    };
    if (c.canale !== undefined)
      return (await this.servizi.invio.raccogli(this.attori.contesto('contributo.raccogli', tavolo), { ...input, canale: c.canale })).id;
    const modulo = await this.servizi.moduli.firma(tavoloId, Date.now() - 60_000);
    const { id } = await this.servizi.invio.invia(
      { ...this.attori.contesto('contributo.invia', tavolo), network: `demo ${this.nati.length}` },
      { ...input, informativaLetta: true, modulo, sito: '' },
    );
    if (c.daConfermare !== true) await this.servizi.invio.conferma(await this.su('contributo.conferma', id, tavoloId, 'conferma'));
    return id;
  }

  private extra(c: DemoContributo, azione: AzioneContributo): ContributoAzioneInput {
    if (azione === 'respingi') return { motivo: 'pubblicita' };
    if (azione !== 'pubblica' || c.omesso === undefined) return {};
    const dal = c.testo.indexOf(c.omesso);
    return { omissis: [{ campo: 'testo', indice: 0, dal, al: dal + c.omesso.length }], motivoOmissis: 'Nome di un’altra persona.' };
  }

  private async passo(id: string, tavoloId: string, azione: AzioneContributo, input: ContributoAzioneInput): Promise<void> {
    await this.servizi.contributi.esegui(await this.su(`contributo.${azione}`, id, tavoloId), azione, input);
  }

  /** To the punto, and to the section of the verbale that speaks of it, where there is one. */
  private async collega(id: string, tavoloId: string, titolo: string): Promise<void> {
    const [punto] = await this.db.query<{ id: string; sezione: string | null }[]>(
      'SELECT p.id, (SELECT s.id FROM verbale_sezione s WHERE s.punto_id = p.id LIMIT 1) AS sezione FROM incontro_punto p WHERE p.ambito_id = $1 AND p.titolo = $2 LIMIT 1',
      [this.ids.ambitoId, titolo],
    );
    if (punto === undefined) return;
    const ctx = await this.su('contributo.collega', id, tavoloId);
    await this.servizi.legami.collega(ctx, { tipo: 'punto', oggettoId: punto.id });
    if (punto.sezione !== null) await this.servizi.legami.collega(ctx, { tipo: 'verbale_sezione', oggettoId: punto.sezione });
  }

  /** Those of people who have an account are found among their own. */
  private async affida(id: string): Promise<void> {
    await this.db.query('UPDATE contributo c SET account_id = a.id FROM account a WHERE c.id = $1 AND a.email = c.autore_email', [id]);
  }

  /** Everything of it happened so many days earlier; steps follow each other by days. */
  private async retrodata(id: string, giorni: number): Promise<void> {
    await this.db.query(
      `UPDATE contributo SET inviato_at = inviato_at - make_interval(days => $2), in_moderazione_dal = in_moderazione_dal - make_interval(days => $2), moderare_entro_at = moderare_entro_at - make_interval(days => $2),
         pubblicato_at = pubblicato_at - make_interval(days => $2), rispondere_entro_at = rispondere_entro_at - make_interval(days => $2), risposto_at = risposto_at - make_interval(days => $2 / 3) WHERE id = $1`,
      [id, giorni],
    );
    await this.db.query(
      `UPDATE contributo_passo w SET at = w.at - make_interval(days => $2) + make_interval(hours => (n.k * 24 * $2 * 2 / 3 / greatest(n.tutti, 1))::int)
       FROM (SELECT id, row_number() OVER (ORDER BY at) - 1 AS k, count(*) OVER () - 1 AS tutti FROM contributo_passo WHERE contributo_id = $1) n WHERE w.id = n.id`,
      [id, giorni],
    );
  }

  private async su(permesso: Permission, id: string, tavoloId: string, kind = 'contributo'): Promise<RequestContext> {
    const [row] = await this.db.query<{ stato: string; version: number }[]>('SELECT stato, version FROM contributo WHERE id = $1', [id]);
    return this.attori.contesto(permesso, { kind, id, tavoloId, ...row }, row?.version);
  }
}
