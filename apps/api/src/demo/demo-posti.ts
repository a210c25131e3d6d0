import { instantToRomeWall } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import type { OsservatoriQueries } from '../osservatori/osservatori.queries.js';
import type { OsservatoriService } from '../osservatori/osservatori.service.js';
import type { SottogruppiService } from '../sottogruppi/sottogruppi.service.js';
import type { Attori } from './attori.js';
import type { DemoIds } from './demo-fill.js';
import { OSSERVATORE, SOTTOGRUPPO } from './mondo/demo-posti.data.js';

const DAY = 86_400_000;

export interface ServiziPosti {
  readonly sottogruppi: Pick<SottogruppiService, 'crea'>;
  readonly osservatori: Pick<OsservatoriService, 'chiedi' | 'esegui'>;
  readonly queries: Pick<OsservatoriQueries, 'elenco'>;
}

/** Who works in a sottogruppo, and who follows a tavolo without a seat, through the real commands. */
export class DemoPosti {
  constructor(
    private readonly db: DataSource,
    private readonly servizi: ServiziPosti,
    private readonly attori: Attori,
    private readonly ids: DemoIds,
  ) {}

  async tell(): Promise<void> {
    await this.lavorano();
    await this.segue();
  }

  /** The titolari of the tavolo. */
  private async lavorano(): Promise<void> {
    const { tavolo, nome, scopo, dal, al, motivazione } = SOTTOGRUPPO;
    const dove = this.tavolo(tavolo);
    const persone = await this.db.query<{ id: string }[]>(
      `SELECT r.id FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id
       WHERE d.ambito_id = $1 AND d.tavolo_id = $2 AND d.stato = 'accettata' AND r.ruolo = 'titolare' AND r.consenso = 'dato' ORDER BY r.cognome`,
      [this.ids.ambitoId, dove.id],
    );
    const membri = persone.map(p => p.id);
    const input = { nome, scopo, iniziaIl: giorno(dal), finisceIl: giorno(al), membri, motivazione };
    await this.servizi.sottogruppi.crea(this.attori.contesto('sottogruppo.crea', dove), input);
  }

  private async segue(): Promise<void> {
    const { tavolo, chi, gruppo, perche } = OSSERVATORE;
    const dove = this.tavolo(tavolo);
    await this.servizi.osservatori.chiedi(this.attori.contestoDi(chi, dove), { gruppo, perche, maggiorenne: true });
    const { items } = await this.servizi.queries.elenco(this.attori.contesto('osservatore.elenca', dove));
    for (const { id, version } of items)
      await this.servizi.osservatori.esegui(
        this.attori.contesto('osservatore.ammetti', { ...dove, kind: 'osservatore', id, stato: 'ricevuta', version }, version),
        'ammetti',
        {},
      );
  }

  private tavolo(slug: string) {
    const id = this.ids.tavoli.get(slug) ?? '';
    return { kind: 'tavolo', id, tavoloId: id };
  }
}

/** The day in Italy, so many days from today. */
const giorno = (giorni: number): string => instantToRomeWall(new Date(Date.now() + giorni * DAY)).slice(0, 10);
