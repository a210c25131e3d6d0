import { can, PUBBLICO, type Actor, type Permission } from '@tavoli/shared';
import { canSee } from '../../../src/platform/access/visible.js';
import { AUTORE_SECRET } from '../../../src/contributi/contributo/contributo.kind.js';
import { INVITATO_SECRET } from '../../../src/incontri/inviti/invitato.secret.js';
import { Places } from '../../../src/platform/access/places.js';
import { KINDS } from '../../../src/kinds.js';
import { SessionReader } from '../../../src/platform/access/session-reader.js';
import type { ResolvedPlace } from '../../../src/platform/commands/context.js';
import type { World } from '../../app.js';
import type { Lettore, Risposta } from './letture.js';
import { CANARINO, type Canarino } from './semina.js';
import { PAROLE } from './testi.js';

/** Judges what an answer may say: the thing itself, asked for by its own address, is the measure. */
export class Giudizio {
  private readonly luoghi = new Map<string, ResolvedPlace | null>();
  private readonly attori = new Map<string, Actor>();
  private readonly fissi = new Set<RegExp>();
  private readonly fissati = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly ambito: { readonly id: string; readonly slug: string },
    /** Every canary ever put, and those that stand now. */
    private readonly tutti: Map<string, Canarino> = new Map(),
    private vivi: ReadonlyMap<string, Canarino> = new Map(),
  ) {}

  /** These stand now; the cells they are in held others before. */
  seminati(nuovi: ReadonlyMap<string, Canarino>): void {
    const celle = new Set([...nuovi.values()].map(c => c.colonna));
    this.vivi = new Map([...[...this.vivi].filter(([, c]) => !celle.has(c.colonna)), ...nuovi]);
    for (const [parola, c] of nuovi) this.tutti.set(parola, c);
    this.luoghi.clear();
  }

  /** States have changed: what each may see is asked anew. */
  cambiato(): void {
    this.luoghi.clear();
  }

  quali(di: (c: Canarino) => boolean): string[] {
    return [...this.vivi.values()].filter(di).map(c => c.parola);
  }

  /** A text without the words of one thing: for what is told to its author. */
  senza(testo: string, di: string): string {
    return testo.replace(CANARINO, parola => (this.tutti.get(parola)?.di === di ? '' : parola));
  }

  /** Documents that are fixed from now on: what they say at this moment they may say later, when the words have changed where they stand. */
  fissa(quali: RegExp, risposte: readonly Risposta[]): void {
    for (const { testo } of risposte.filter(r => quali.test(r.url)))
      for (const parola of testo.match(CANARINO) ?? []) this.fissati.add(`${quali.source} ${parola}`);
    this.fissi.add(quali);
  }

  private fissato(url: string, parola: string): boolean {
    return [...this.fissi].some(quali => quali.test(url) && this.fissati.has(`${quali.source} ${parola}`));
  }

  /** What these answers say and should not: one line for each kind of leak. */
  async perdite(chi: Lettore, risposte: readonly Risposta[]): Promise<string[]> {
    const trovate = new Set<string>();
    for (const { url, testo } of risposte) {
      for (const [parola] of new Set(testo.match(CANARINO) ?? []).entries()) {
        const c = this.tutti.get(parola);
        if (c !== undefined && !intesta(c, url) && !this.fissato(url, parola) && !(await this.lecita(chi, c)))
          trovate.add(
            `${chi.nome} legge ${c.colonna} di ${c.parole.di} [${(await this.luogo(c))?.stato ?? ''}]${this.vivi.has(parola) ? '' : ' (parole di prima)'} in ${perRotta(url)}`,
          );
      }
    }
    return [...trovate].sort();
  }

  private async lecita(chi: Lettore, c: Canarino): Promise<boolean> {
    const luogo = await this.luogo(c);
    if (luogo === null) return false;
    const [attore, suo] = [await this.attore(chi), await this.suo(chi, c)];
    if (!suo && !canSee(KINDS.of(luogo.kind), attore, luogo)) return false;
    const intero =
      suo ||
      c.parole.chi === 'vede' ||
      c.parole.apertoIn.includes(luogo.stato ?? '') ||
      c.parole.chi.some(p => can(attore, p as Permission, luogo));
    return (intero && this.vivi.has(c.parola)) || this.inDocumento(c);
  }

  /** What one holds the secret of, or wrote: read whole. */
  private async suo({ segreto, nome }: Lettore, c: Canarino): Promise<boolean> {
    if (segreto === undefined) return false;
    const places = this.world.app.get(Places, { strict: false });
    const place = await places.findBySecret(nome === 'autore' ? AUTORE_SECRET : INVITATO_SECRET, segreto);
    if (nome === 'autore') return c.parole.di === 'contributo' && place?.id === c.di;
    const [row] = await this.world.db.query<{ id: string }[]>('SELECT incontro_id AS id FROM invitato WHERE id = $1', [place?.id ?? null]);
    return c.parole.di === 'incontro' && row?.id === c.di;
  }

  /** Whether the document that was published of the thing itself holds the word: whoever sees the thing reads it there. */
  private async inDocumento(c: Canarino): Promise<boolean> {
    for (const [colonna, { di, id, documento }] of PAROLE) {
      if (!documento || di !== c.parole.di) continue;
      const [tabella = '', campo = ''] = colonna.split('.');
      const righe = await this.world.db.query<unknown[]>(
        `SELECT 1 FROM "${tabella}" x WHERE (${id})::text = $1 AND x."${campo}"::text LIKE '%' || $2 || '%'`,
        [c.di, c.parola],
      );
      if (righe.length > 0) return true;
    }
    return false;
  }

  private async luogo({ parole: { di }, di: id }: Canarino): Promise<ResolvedPlace | null> {
    const key = `${di}:${id}`;
    const known = this.luoghi.get(key);
    if (known !== undefined) return known;
    const place = await this.world.app
      .get(Places, { strict: false })
      .find(
        di,
        di === 'ambito' ? { ambito: this.ambito.slug } : { ambito: this.ambito.slug, [di]: di === 'tavolo' ? await this.slug(id) : id },
      );
    this.luoghi.set(key, place);
    return place;
  }

  private async slug(id: string): Promise<string> {
    const [t] = await this.world.db.query<{ slug: string }[]>('SELECT slug FROM tavolo WHERE id = $1', [id]);
    return t?.slug ?? '';
  }

  private async attore({ persona }: Lettore): Promise<Actor> {
    if (persona === null) return PUBBLICO;
    const known =
      this.attori.get(persona.id) ??
      (await this.world.app.get(SessionReader, { strict: false }).read(`__Host-sessione=${persona.token}`)).actor;
    this.attori.set(persona.id, known);
    return known;
  }
}

/** Documents that were published keep the names under which they were: of ambito and tavolo, and a verbale those of its incontro. */
const DOCUMENTI: readonly (readonly [rotta: RegExp, di: readonly string[]])[] = [
  [/\/verbale\.pdf$/, ['ambito', 'tavolo', 'incontro']],
  [/\/elaborati\/[^/]+\/(elaborato\.(pdf|json)|pubblico)$|^\/[a-z0-9-]+\/elaborati\/[^/]+$/, ['ambito', 'tavolo']],
  [/\/pubblicato\/(pdf|zip)$|\/piani\/[^/]+\/file\//, ['ambito', 'tavolo', 'incontro']],
];
const intesta = (c: Canarino, url: string): boolean => DOCUMENTI.some(([rotta, di]) => rotta.test(url) && di.includes(c.parole.di));

const perRotta = (url: string): string => url.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\/ambiti\/[^/]+/, '/ambiti/:ambito');
