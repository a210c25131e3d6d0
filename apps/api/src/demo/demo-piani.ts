import { type AllegatoInput } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import type { AllegatiService } from '../piani/allegati.service.js';
import type { PianiService } from '../piani/piani.service.js';
import type { Attori } from './attori.js';
import type { DemoIds } from './demo-fill.js';

const TUTTI = { titolo: null, elaboratoId: null, tavoloId: null } as const;

/** The Piano in preparation: what is there so far is attached, and a first draft of the dossier is asked for (a worker makes it). */
export class DemoPiani {
  constructor(
    private readonly db: DataSource,
    private readonly piani: PianiService,
    private readonly allegati: AllegatiService,
    private readonly attori: Attori,
    private readonly ids: DemoIds,
  ) {}

  async tell(): Promise<void> {
    const [piano] = await this.db.query<{ id: string; titolo: string; dal: number }[]>(
      'SELECT id, titolo, dal FROM piano_di_zona WHERE ambito_id = $1',
      [this.ids.ambitoId],
    );
    if (!piano) return;
    const dove = { kind: 'piano', id: piano.id, stato: 'in_preparazione' };
    const prepara = this.attori.contesto('piano.modifica', dove, 1);
    const programmi = [
      {
        anno: piano.dal,
        titolo: `Programma annuale ${piano.dal}`,
        atti: [{ titolo: 'Indirizzi della Conferenza dei sindaci (atto inventato)', numero: '1', data: `${piano.dal - 1}-10-15` }],
      },
    ];
    await this.piani.modifica(prepara, { titolo: piano.titolo, numerazione: 'lettere', programmi });
    for (const input of await this.contenuto()) await this.allegati.aggiungi({ ...prepara, ifMatch: null }, input);
    await this.piani.compila(this.attori.contesto('piano.compila', dove));
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
}
