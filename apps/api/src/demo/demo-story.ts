import { type AzioneDesignazione, type DesignazioneView, type RappresentanteInput } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import type { DopoPubblicatoService } from '../avvisi/dopo-pubblicato.service.js';
import type { ConsensiService } from '../designazioni/consensi.service.js';
import type { DesignazioniService } from '../designazioni/designazioni.service.js';
import type { Attori } from './attori.js';
import { CHIARIMENTI } from './mondo/demo-avviso.data.js';
import type { DemoDesignazione } from './mondo/demo-enti.data.js';
import type { DemoIds } from './demo-fill.js';

const MOTIVI = {
  respingi: 'L’attività dell’ente non riguarda i temi di questo tavolo.',
  revoca: 'La persona indicata non può più partecipare.',
} as const;

/** Lives each designazione of the demo through the real commands, so that mails, protocol and register are those of the product. */
export class DemoStory {
  constructor(
    private readonly db: DataSource,
    private readonly designazioni: DesignazioniService,
    private readonly consensi: ConsensiService,
    private readonly attori: Attori,
    private readonly ids: DemoIds,
  ) {}

  /** What people asked of the avviso, and were answered. */
  async chiarisce(dopo: DopoPubblicatoService): Promise<void> {
    const avviso = { kind: 'avviso', id: this.ids.avvisoId, stato: 'pubblicato' };
    for (const c of CHIARIMENTI) await dopo.chiarisci(this.attori.contesto('avviso.chiarisci', avviso), c);
  }

  async tell(d: DemoDesignazione): Promise<void> {
    const [enteId, tavoloId] = [this.ids.enti.get(d.ente) ?? '', this.ids.tavoli.get(d.tavolo) ?? ''];
    const dalEnte = this.attori.contesto('designazione.crea', { kind: 'ente', id: enteId, enteId, stato: 'verificato' });
    let view = await this.designazioni.crea(dalEnte, { avvisoId: this.ids.avvisoId, tavoloId, rappresentanti: persone(d) });
    if (d.fino === 'bozza') return;
    view = await this.step(view, 'invia');
    await this.answer(view.id, d.risposte);
    if (d.fino === 'respinta') view = await this.step(view, 'respingi', MOTIVI.respingi);
    if (d.fino === 'accettata' || d.fino === 'revocata' || d.fino === 'sostituita') view = await this.step(view, 'accetta');
    if (d.fino === 'revocata') await this.step(view, 'revoca', MOTIVI.revoca);
    if (d.fino === 'sostituita') await this.replace(view);
  }

  /** With the same people: they sit there already, and are not asked again. */
  private async replace(old: DesignazioneView): Promise<void> {
    const draft = await this.step(old, 'sostituisci');
    const sent = await this.step(draft, 'invia');
    await this.step(sent, 'accetta');
  }

  private step(d: DesignazioneView, azione: AzioneDesignazione, motivazione?: string): Promise<DesignazioneView> {
    const { id, stato, version } = d;
    const dove = { kind: 'designazione', id, tavoloId: d.tavolo.id, enteId: d.ente.id, stato, version };
    return this.designazioni.esegui(this.attori.contesto(`designazione.${azione}`, dove, version), azione, {
      motivazione,
      ...(azione === 'invia' && { dichiarazioni: [0] }),
    });
  }

  private async answer(designazioneId: string, risposte: DemoDesignazione['risposte']): Promise<void> {
    const rows = await this.db.query<{ id: string; tavoloId: string; enteId: string }[]>(
      `SELECT r.id, d.tavolo_id AS "tavoloId", d.ente_id AS "enteId" FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id
       WHERE r.ambito_id = $1 AND r.designazione_id = $2 ORDER BY r.ordine`,
      [this.ids.ambitoId, designazioneId],
    );
    for (const [i, row] of rows.entries()) {
      const azione = risposte[i];
      if (azione) await this.consensi.rispondi(this.attori.contesto(`consenso.${azione}`, { kind: 'rappresentante', ...row }), azione);
    }
  }
}

function persone(d: DemoDesignazione): RappresentanteInput[] {
  return (
    [
      ['titolare', d.titolare],
      ['supplente', d.supplente],
    ] as const
  ).flatMap(([ruolo, persona]) =>
    persona === null
      ? []
      : [
          {
            ruolo,
            nome: persona[0],
            cognome: persona[1],
            email: `${persona[0]}.${persona[1]}@demo.invalid`.toLowerCase(),
            telefono: null,
            qualifica: ruolo === 'titolare' ? 'Presidente' : 'Volontario',
          },
        ],
  );
}
