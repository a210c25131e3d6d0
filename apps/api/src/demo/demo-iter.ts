import { instantToRomeWall, type FaseInput, type FaseView, type Permission } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import type { AdesioniService } from '../iter/adesioni/adesioni.service.js';
import type { AttiService } from '../iter/atti.service.js';
import type { FasiService } from '../iter/fasi.service.js';
import type { FirmatariService } from '../iter/accordo/firmatari.service.js';
import type { IterQueries } from '../iter/iter.queries.js';
import type { IterService } from '../iter/iter/iter.service.js';
import type { OsservazioniService } from '../iter/accordo/osservazioni.service.js';
import type { Attori, Dove } from './attori.js';
import type { DemoIds } from './demo-fill.js';
import { ADESIONI, FASI, OSSERVAZIONE, SCADENZA } from './mondo/demo-iter.data.js';

const DAY = 86_400_000;

/** The commands that the iter of the demo lives through. */
export interface IterCommands {
  readonly iter: IterService;
  readonly fasi: FasiService;
  readonly atti: AttiService;
  readonly firmatari: FirmatariService;
  readonly osservazioni: OsservazioniService;
  readonly adesioni: AdesioniService;
  readonly queries: IterQueries;
}

/** Lives the iter of the demo through the real commands, to the middle of its fourth phase. */
export class DemoIter {
  constructor(
    private readonly db: DataSource,
    private readonly c: IterCommands,
    private readonly attori: Attori,
    private readonly ids: DemoIds,
  ) {}

  async tell(): Promise<void> {
    const ambito: Dove = { kind: 'ambito', id: this.ids.ambitoId };
    await this.c.iter.crea(this.attori.contesto('iter.crea', ambito), { modello: 'pavia', scadenza: giorno(SCADENZA) });
    const { fasi, firmatari } = await this.c.queries.gestione(this.attori.contesto('iter.segui', ambito));
    for (const [n, fase] of fasi.entries()) await this.fase(fase, FASI[n]);
    const [primo] = firmatari;
    if (primo)
      await this.c.firmatari.esegui(this.attori.contesto('firmatario.firma', { kind: 'firmatario', id: primo.id }, 1), 'firma', {
        modo: 'approvazione',
        data: giorno(-3),
        atto: 'delibera n. 61 (demo)',
      });
    await this.osserva(ambito);
    for (const adesione of ADESIONI) await this.adesione(adesione);
  }

  private async osserva(ambito: Dove): Promise<void> {
    const { id } = await this.c.osservazioni.crea(this.attori.contesto('osservazione.crea', ambito), {
      tipo: OSSERVAZIONE.tipo,
      da: OSSERVAZIONE.da,
      testo: OSSERVAZIONE.testo,
      ricevutaIl: giorno(OSSERVAZIONE.giorno),
    });
    await this.c.osservazioni.esegui(this.attori.contesto('osservazione.accogli', { kind: 'osservazione', id }, 1), 'accogli', {
      motivazione: OSSERVAZIONE.risposta,
    });
  }

  private async fase(fase: FaseView, demo: (typeof FASI)[number] | undefined): Promise<void> {
    if (!demo) return;
    const at = (permesso: Permission, version: number) => this.attori.contesto(permesso, { kind: 'fase', id: fase.id }, version);
    const input: FaseInput = {
      titolo: fase.titolo,
      organo: fase.organo,
      organoNome: null,
      descrizione: fase.descrizione,
      note: '',
      responsabile: null,
      responsabileIncaricoId: await this.incarico(demo.responsabile),
      previstaDal: giorno(demo.prevista[0]),
      previstaAl: giorno(demo.prevista[1]),
      attesi: [...fase.attesi],
    };
    let { version } = await this.c.fasi.modifica(at('fase.modifica', 1), input);
    const [inizio, fine] = demo.vera;
    if (inizio !== null) ({ version } = await this.c.fasi.esegui(at('fase.avvia', version), 'avvia', { data: giorno(inizio) }));
    for (const { giorno: quando, ...atto } of demo.atti)
      await this.c.atti.crea(at('atto.crea', version), {
        ...atto,
        data: giorno(quando),
        albo: atto.numero === null ? null : `https://albo.demo.invalid/atti/${atto.numero}`,
      });
    if (fine !== null) await this.c.fasi.esegui(at('fase.concludi', version), 'concludi', { data: giorno(fine) });
  }

  private async adesione({ ente, accolta, input }: (typeof ADESIONI)[number]): Promise<void> {
    const enteId = this.ids.enti.get(ente) ?? '';
    const dalEnte = this.attori.contesto('adesione.crea', { kind: 'ente', id: enteId, enteId, stato: 'verificato' });
    let { id, version } = await this.c.adesioni.crea(dalEnte, input);
    const step = (azione: 'invia' | 'accogli') =>
      this.c.adesioni.esegui(this.attori.contesto(`adesione.${azione}`, { kind: 'adesione', id, enteId, version }, version), azione, {});
    ({ id, version } = await step('invia'));
    if (accolta) await step('accogli');
  }

  private async incarico(nome: string | null): Promise<string | null> {
    const [row] = await this.db.query<{ id: string }[]>(
      `SELECT i.id FROM incarico i JOIN account a ON a.id = i.account_id WHERE i.ambito_id = $1 AND a.nome || ' ' || a.cognome = $2`,
      [this.ids.ambitoId, nome],
    );
    return row?.id ?? null;
  }
}

/** The day so many days from today, in Rome. */
const giorno = (days: number): string => instantToRomeWall(new Date(Date.now() + days * DAY)).slice(0, 10);
