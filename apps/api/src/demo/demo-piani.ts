import { type AllegatoInput } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import type { AllegatiService } from '../piani/allegati.service.js';
import type { PianiService } from '../piani/piani.service.js';
import type { RequestContext } from '../platform/commands/context.js';
import { AMBITO } from './demo.data.js';
import type { DemoIds } from './demo-fill.js';
import { contesto } from './contesto.js';

const TUTTI = { titolo: null, elaboratoId: null, tavoloId: null } as const;

/** The Piano in preparation: what is there so far is attached, and a first draft of the dossier is asked for (a worker makes it). */
export class DemoPiani {
  constructor(
    private readonly db: DataSource,
    private readonly piani: PianiService,
    private readonly allegati: AllegatiService,
    private readonly ids: DemoIds,
  ) {}

  async tell(): Promise<void> {
    const [piano] = await this.db.query<{ id: string; titolo: string; dal: number }[]>(
      'SELECT id, titolo, dal FROM piano_di_zona WHERE ambito_id = $1',
      [this.ids.ambitoId],
    );
    if (!piano) return;
    const ctx = this.context(piano.id);
    const programmi = [
      {
        anno: piano.dal,
        titolo: `Programma annuale ${piano.dal}`,
        atti: [{ titolo: 'Indirizzi della Conferenza dei sindaci (atto inventato)', numero: '1', data: `${piano.dal - 1}-10-15` }],
      },
    ];
    await this.piani.modifica({ ...ctx, ifMatch: 1 }, { titolo: piano.titolo, numerazione: 'lettere', programmi });
    for (const input of await this.contenuto()) await this.allegati.aggiungi(ctx, input);
    await this.piani.compila(ctx);
  }

  private async contenuto(): Promise<AllegatoInput[]> {
    const accolti = await this.db.query<{ id: string }[]>(
      `SELECT l.id FROM elaborato l JOIN tavolo t ON t.id = l.tavolo_id WHERE l.ambito_id = $1 AND l.stato = 'accolto' ORDER BY t.codice, l.titolo LIMIT 2`,
      [this.ids.ambitoId],
    );
    const [pubblicati] = await this.db.query<unknown[]>('SELECT 1 FROM verbale_pubblicazione WHERE ambito_id = $1 LIMIT 1', [
      this.ids.ambitoId,
    ]);
    return [
      ...accolti.map(({ id }) => ({ ...TUTTI, tipo: 'elaborato' as const, elaboratoId: id })),
      { ...TUTTI, tipo: 'elenco_rappresentanti' },
      ...(pubblicati ? [{ ...TUTTI, tipo: 'verbali' as const }] : []),
      { ...TUTTI, tipo: 'registro_presenze' },
    ];
  }

  private context(id: string): RequestContext {
    const place = {
      kind: 'piano' as const,
      id,
      ambitoId: this.ids.ambitoId,
      ambitoSlug: AMBITO.slug,
      stato: 'in_preparazione',
      version: null,
      tavoloId: null,
      enteId: null,
    };
    return contesto(place);
  }
}
