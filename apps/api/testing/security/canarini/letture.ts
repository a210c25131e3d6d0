import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DATASET, FORMATI_DATI, PAGINE_LEGALI } from '@tavoli/shared';
import { AccessAudit } from '../../../src/platform/access/access.audit.js';
import type { World } from '../../app.js';
import { pdfGlyphs } from '../../files/pdf-text.js';
import type { Persona } from '../../scenario.js';
import { leggiZip } from '../../files/zip.js';

/** Who reads: signed in, by a mailed secret, or the public. */
export interface Lettore {
  readonly nome: string;
  readonly persona: Persona | null;
  readonly segreto?: string;
}

/** One answer, as text: of files what a program reads in them. */
export interface Risposta {
  readonly url: string;
  readonly status: number;
  readonly testo: string;
}

/** Rows that parts of an URL name: the table and, for those that live within another, the column of what they belong to. */
const RIGHE: Readonly<Record<string, readonly (readonly [table: string, column?: string, within?: string])[]>> = {
  tavolo: [['tavolo']],
  contributo: [['contributo']],
  avviso: [['avviso']],
  incontro: [['incontro']],
  verbale: [['verbale']],
  elaborato: [['elaborato']],
  piano: [['piano_di_zona']],
  ente: [['ente']],
  componente: [['ente']],
  designazione: [['designazione']],
  decadenza: [['decadenza']],
  adesione: [['adesione']],
  atto: [['atto']],
  osservazione: [['osservazione']],
  caricamento: [['caricamento']],
  disponibilita: [['disponibilita']],
  mio: [['contributo']],
  sezione: [['verbale_sezione', 'verbale_id', 'verbale']],
  parte: [['elaborato_sezione', 'elaborato_id', 'elaborato']],
  dossier: [['dossier', 'piano_id', 'piano']],
  oscuramento: [['oscuramento']],
  originale: [['oscuramento_originale', 'oscuramento_id', 'oscuramento']],
  elenco: [['elenco_ammessi', 'avviso_id', 'avviso']],
  oggetto: [['verbale'], ['contributo'], ['elaborato'], ['incontro_file']],
  file: [
    ['contributo_file', 'contributo_id', 'contributo'],
    ['avviso_file', 'avviso_id', 'avviso'],
    ['incontro_file', 'incontro_id', 'incontro'],
    ['piano_firmato', 'piano_id', 'piano'],
  ],
};
const PAROLE: Readonly<Record<string, readonly string[]>> = {
  formato: ['pdf', 'zip'],
  foglio: ['csv', 'xlsx'],
  tipo: ['verbale', 'contributo', 'elaborato', 'file_incontro'],
  pagina: PAGINE_LEGALI,
  sha256: ['a'.repeat(64)],
  codice: ['CON-0001-PRVA'],
};

type Riga = Readonly<Record<string, string>>;

/** Every GET that is mounted, each with all the things of the ambito that it can name. */
export class Letture {
  private constructor(
    private readonly world: World,
    private readonly ambito: { readonly id: string; readonly slug: string },
    private readonly righe: ReadonlyMap<string, readonly Riga[]>,
  ) {}

  static async di(world: World, ambito: { id: string; slug: string }): Promise<Letture> {
    const righe = new Map<string, Riga[]>();
    for (const [tabella] of Object.values(RIGHE).flat()) {
      righe.set(tabella, await world.db.query<Riga[]>(`SELECT * FROM ${tabella} WHERE ambito_id = $1 ORDER BY id`, [ambito.id]));
    }
    return new Letture(world, ambito, righe);
  }

  /** The routes of the API as declared, and what is mounted beside it. @throws Error naming what nobody says how to read */
  rotte(): string[] {
    const api = this.world.app
      .get(AccessAudit, { strict: false })
      .routes()
      .filter(r => r.method === 'GET')
      .map(r => r.path);
    const ignote = montate(this.world.app).filter(path => !api.includes(path) && !ACCANTO.some(a => a.test(path)));
    if (ignote.length > 0) throw new Error(`Mounted, and nobody says how it is read: ${ignote.join(', ')}`);
    return [...new Set(api)].sort();
  }

  indirizzi(): string[] {
    const tavoli = this.righe.get('tavolo') ?? [];
    const calendari = [
      `/cal/${this.ambito.slug}.ics`,
      ...tavoli.flatMap(t => [`/cal/${this.ambito.slug}/${t['slug'] ?? ''}.ics`, `/cal/${this.ambito.slug}/${t['slug'] ?? ''}.atom`]),
    ];
    const mappe = ['/sitemap.xml', `/sitemap/${this.ambito.slug}.xml`];
    return [...this.rotte().flatMap(rotta => this.riempi(rotta)), ...calendari, ...mappe];
  }

  /** Of every route that makes a document for who asks, one that is made; the rest costs what it would teach already. */
  async documenti(chi: Lettore): Promise<Risposta[]> {
    const fatti = new Map<string, Risposta>();
    for (const url of this.indirizzi().filter(url => url.endsWith('.pdf'))) {
      const rotta = url.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
      if (fatti.has(rotta)) continue;
      const risposta = await this.una(chi, url);
      if (risposta.status === 200) fatti.set(rotta, risposta);
    }
    return [...fatti.values()];
  }

  /** All the answers that somebody can get. */
  async tutte(chi: Lettore, quali: (url: string) => boolean = () => true): Promise<Risposta[]> {
    const risposte: Risposta[] = [];
    for (const url of this.indirizzi().filter(quali)) risposte.push(await this.una(chi, url));
    return risposte;
  }

  async una({ persona, segreto }: Lettore, url: string): Promise<Risposta> {
    const headers = {
      host: 'tavoli.test',
      ...(persona === null ? {} : { cookie: `__Host-sessione=${persona.token}` }),
      ...(segreto === undefined ? {} : { 'x-segreto': segreto }),
    };
    const { statusCode, rawPayload, headers: got } = await this.world.app.inject({ method: 'GET', url, headers });
    const tipo = String(got['content-type'] ?? '');
    return { url, status: statusCode, testo: `${JSON.stringify(got)}\n${await testoDi(rawPayload, tipo)}` };
  }

  /** A route with every combination of what it names; things within a thing only with theirs. */
  riempi(rotta: string): string[] {
    let parziali: { url: string; scelti: Riga }[] = [{ url: '', scelti: { ambito: this.ambito.id } }];
    for (const pezzo of rotta.split('/').slice(1)) {
      const nome = /^:(\w+)$/.exec(pezzo)?.[1];
      if (nome === undefined) parziali = parziali.map(p => ({ ...p, url: `${p.url}/${pezzo}` }));
      else
        parziali = parziali.flatMap(p =>
          this.valori(nome, rotta, p.scelti).map(v => ({ url: `${p.url}/${v.nome}`, scelti: { ...p.scelti, [nome]: v.id } })),
        );
    }
    return parziali.map(p => p.url);
  }

  private valori(nome: string, rotta: string, scelti: Riga): { nome: string; id: string }[] {
    if (nome === 'ambito') return [{ nome: this.ambito.slug, id: this.ambito.id }];
    if (rotta.endsWith('/dati/:file')) return DATASET.flatMap(d => FORMATI_DATI.map(f => `${d}.${f}`)).map(v => ({ nome: v, id: v }));
    const fisse = PAROLE[nome];
    if (fisse !== undefined) return fisse.map(v => ({ nome: v, id: v }));
    const fonti = RIGHE[nome];
    if (fonti === undefined) throw new Error(`Nobody says which values :${nome} of ${rotta} takes (see RIGHE).`);
    return fonti
      .filter(([, , within]) => within === undefined || within in scelti)
      .flatMap(([tabella, column, within]) =>
        (this.righe.get(tabella) ?? [])
          .filter(r => within === undefined || r[column ?? ''] === scelti[within])
          .map(r => ({ nome: (nome === 'tavolo' ? r['slug'] : r['id']) ?? '', id: r['id'] ?? '' })),
      );
  }
}

/** Beside the API: calendars and sitemaps are read above; pages ask the API what they show; health, files of the site and one-click forms hold no words. */
const ACCANTO = [
  /^\/cal\/\*$/,
  /^\/sitemap(?:\.xml|\/\*)$/,
  /^\*$/,
  /^\/\*$/,
  /^\/health\//,
  /^\/[us]\//,
  /\.(js|css|svg|png|ico|woff2|webmanifest|txt|json|html|map)$/,
  /^\/socket\.io/,
];

/** Every path that answers GET, as the server itself tells: a tree whose branches are parts of paths. */
function montate(app: NestFastifyApplication): string[] {
  const albero = (app.getHttpAdapter().getInstance() as unknown as { printRoutes(o: object): string }).printRoutes({ commonPrefix: false });
  const rami: string[] = [];
  return albero.split('\n').flatMap(riga => {
    const [, rientro = '', ramo, metodi = ''] = /^((?:[│ ] {3})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(riga) ?? [];
    if (ramo === undefined) return [];
    rami.splice(rientro.length / 4, rami.length, ramo);
    return metodi.split(', ').includes('GET') ? [rami.join('')] : [];
  });
}

/** What a program reads in a file, without blanks where lines may break anywhere. */
async function testoDi(file: Buffer, tipo: string): Promise<string> {
  if (tipo.startsWith('application/pdf')) return `${leggibile(file)}\n${file.toString('latin1').replace(/stream[^]*?endstream/g, '')}`;
  if (!tipo.startsWith('application/zip')) return file.toString().replaceAll('\r\n ', '');
  const dentro = [...(await leggiZip(file))].map(
    async ([nome, f]) => `${nome}\n${await testoDi(f, nome.endsWith('.pdf') ? 'application/pdf' : 'text/plain')}`,
  );
  return (await Promise.all(dentro)).join('\n');
}

/** An uploaded PDF may have no page at all. */
function leggibile(pdf: Buffer): string {
  try {
    return pdfGlyphs(pdf);
  } catch {
    return '';
  }
}
