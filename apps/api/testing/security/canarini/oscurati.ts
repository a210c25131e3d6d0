import type { OscurabileView, Pagina, SchedaOscuramentoView, TipoTesto } from '@tavoli/shared';
import type { World } from '../../app.js';
import type { AmbitoWorld, Persona } from '../../scenario.js';
import { Oscuramenti } from '../../scenario/oscuramenti.js';
import type { Risposta } from './letture.js';
import type { Mondo } from './mondo.js';
import { CANARINO } from './semina.js';

/** The words put in a text that everybody reads. */
const paroleDi = ({ brani }: SchedaOscuramentoView): string[] => [...new Set(brani.flatMap(b => b.testo.match(CANARINO) ?? []))].sort();

/** Blacks out words of the world, as its coordinatore. */
export class Oscurati {
  readonly oscura: Oscuramenti;
  private readonly coordinatore: Persona;

  constructor(
    private readonly world: World,
    private readonly mondo: Mondo,
  ) {
    this.coordinatore = mondo.cast.people.coordinatore as Persona;
    this.oscura = new Oscuramenti(world, { ambito: mondo.ambito as AmbitoWorld, coordinatore: this.coordinatore });
  }

  /** Of every kind something that everybody reads; what all may read of the accepted osservazioni and of legal pages holds no canary of its own. */
  async prepara(): Promise<void> {
    const { db } = this.world;
    const { id } = this.mondo.ambito;
    const documento = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'k00002k' }] }] };
    await db.query('UPDATE atto SET pubblico = true WHERE ambito_id = $1', [id]);
    await db.query(`UPDATE osservazione SET testo = 'k00001k' WHERE ambito_id = $1 AND stato IN ('accolta', 'accolta_in_parte')`, [id]);
    await db.query(`INSERT INTO pagina_legale (ambito_id, pagina, version, documento) VALUES ($1, 'privacy', 999, $2)`, [id, documento]);
  }

  /** A verbale and the elaborati that were published are published again: their files are printed with the words that stand now. */
  async ristampa(): Promise<void> {
    const { db } = this.world;
    const { passo, ambito } = this.mondo;
    for (const { id } of await db.query<{ id: string }[]>('SELECT verbale_id AS id FROM verbale_pubblicazione WHERE ambito_id = $1', [
      ambito.id,
    ])) {
      await db.query('DELETE FROM verbale_pubblicazione WHERE verbale_id = $1', [id]);
      await db.query(`UPDATE verbale SET stato = 'approvato' WHERE id = $1`, [id]);
      await passo(this.coordinatore, 'verbale', id, `/verbali/${id}/azioni/pubblica`, { avvisiVisti: true });
    }
    const elaborati = await db.query<{ id: string }[]>(
      `SELECT k.elaborato_id AS id FROM elaborato_accoglimento k JOIN elaborato l ON l.ambito_id = k.ambito_id AND l.id = k.elaborato_id WHERE k.ambito_id = $1 AND l.file IS NULL ORDER BY k.at`,
      [ambito.id],
    );
    for (const { id } of elaborati) {
      await db.query('DELETE FROM elaborato_accoglimento WHERE elaborato_id = $1', [id]);
      await db.query(`UPDATE elaborato SET stato = 'consegnato' WHERE id = $1`, [id]);
      await passo(this.coordinatore, 'elaborato', id, `/elaborati/${id}/azioni/accogli`);
    }
  }

  /** The thing of a kind whose words are told in the most answers, and its words. @throws Error unless one has any */
  async ilPiuDetto(tipo: TipoTesto, risposte: readonly Risposta[]): Promise<{ id: string; parole: string[] }> {
    const { items } = (await this.world.as(this.coordinatore).get<Pagina<OscurabileView>>(this.oscura.at(`/pubblicati?tipo=${tipo}`))).body;
    const cose: { id: string; parole: string[]; volte: number }[] = [];
    for (const { id } of items) {
      const parole = paroleDi(await this.oscura.scheda(tipo, id));
      const volte = risposte.filter(r => parole.some(parola => r.testo.includes(parola))).length;
      if (parole.length > 0) cose.push({ id, parole, volte });
    }
    const [cosa] = cose.sort((a, b) => b.volte - a.volte || (a.parole[0] ?? '').localeCompare(b.parole[0] ?? ''));
    if (cosa === undefined) throw new Error(`Nothing public of the kind ${tipo} has words.`);
    return cosa;
  }

  /** Words that a published file was printed with, and of those the ones that nobody could black out in it. */
  async nonTagliabili(tipo: TipoTesto, id: string, { testo }: Risposta): Promise<{ stampate: string[]; restano: string[] }> {
    const tagliabili = paroleDi(await this.oscura.scheda(tipo, id));
    const stampate = [...new Set(testo.match(CANARINO) ?? [])];
    return { stampate, restano: stampate.filter(parola => !tagliabili.includes(parola)) };
  }
}
