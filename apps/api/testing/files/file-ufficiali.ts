import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { EmailOutbox } from '../../src/platform/email/email-outbox.js';
import { BLOB_STORE, type BlobStore } from '../../src/platform/storage/blob-store.js';
import type { World } from '../app.js';
import { conChiave, invia } from '../scenario/contributi.js';
import { baseElaborati, Elaborati } from '../scenario/elaborati.js';
import { draft } from '../emails.js';
import { unaFase, unAtto, unOsservazione } from '../scenario/iter.js';
import { multipart } from '../multipart.js';
import { Oscuramenti } from '../scenario/oscuramenti.js';
import { Piani, UN_PDF } from '../scenario/piani.js';
import type { Persona } from '../scenario.js';

/** An official file: its fingerprint in the column that holds it, and its bytes as who may read it gets them. */
export interface Ufficiale {
  readonly sha256: string;
  leggi(): Promise<Buffer>;
}

let n = 0;
/** A PDF like no other. */
export const nuovoPdf = () => Buffer.concat([UN_PDF, Buffer.from(`% ${(n += 1)} ${randomUUID()}\n%%EOF\n`)]);

type Crea = (m: Mondo) => Promise<Ufficiale>;

/** What the examples need of the world. */
class Mondo {
  private constructor(
    readonly world: World,
    readonly base: Awaited<ReturnType<typeof baseElaborati>>,
    readonly elaborati: Elaborati,
    readonly piani: Piani,
  ) {}

  static async apri(world: World): Promise<Mondo> {
    const base = await baseElaborati(world);
    return new Mondo(world, base, new Elaborati(world, base), new Piani(world, base));
  }

  readonly at = (path: string): string => `/ambiti/${this.base.ambito.slug}${path}`;

  async carica(metodo: 'POST' | 'PUT', path: string, chi: Persona, version?: number): Promise<{ id: string; files?: { id: string }[] }> {
    const [body, options] = multipart('documento.pdf', nuovoPdf());
    const answer = await this.world
      .as(chi)
      .send<{ id: string }>(metodo, path, body, { ...options, ...(version === undefined ? {} : { version }) });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** The fingerprint that a column holds for the row with this id, and how to read it: by its page, or from the store where there is none. */
  async ufficiale(
    tabella: string,
    colonna: string,
    dove: string,
    id: string,
    path: string | null,
    chi: Persona | null = this.base.coordinatore,
  ): Promise<Ufficiale> {
    const [row] = await this.world.db.query<{ sha256: string }[]>(
      `SELECT ${colonna} AS sha256 FROM ${tabella} WHERE ${dove} = $1 AND ${colonna} IS NOT NULL LIMIT 1`,
      [id],
    );
    if (!row) throw new Error(`no ${tabella}.${colonna}`);
    return { sha256: row.sha256, leggi: () => (path === null ? this.daArchivio(row.sha256) : this.daPagina(path, chi)) };
  }

  private async daArchivio(sha256: string): Promise<Buffer> {
    return buffer(await this.world.app.get<BlobStore>(BLOB_STORE, { strict: false }).open(sha256));
  }

  private async daPagina(path: string, chi: Persona | null): Promise<Buffer> {
    const answer = await this.world.as(chi).get(path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text.slice(0, 200)}`);
    return answer.raw;
  }
}

const dossier =
  (colonna: 'pdf_sha256' | 'zip_sha256', formato: string): Crea =>
  async m => {
    await m.piani.atto('Delibera', nuovoPdf());
    const {
      dossier: [d],
    } = await m.piani.compila();
    return m.ufficiale('dossier', colonna, 'id', d?.id ?? '', m.piani.at(`/dossier/${d?.id ?? ''}/${formato}`));
  };

/** Two digits that name the elaborato of a file: the file itself, and what was accepted. */
const accolto =
  (colonna: string): Crea =>
  async m => {
    const nuovo = await m.elaborati.nuovo('file');
    await m.carica('POST', m.at(`/elaborati/${nuovo.id}/file`), m.base.referente);
    const { id } = await m.elaborati.porta(nuovo, 'accolto');
    return m.ufficiale('elaborato_accoglimento', colonna, 'elaborato_id', id, m.at(`/elaborati/${id}/elaborato.pdf`), null);
  };

/** One example of every use of a file, by the column that holds it. A test compares the names with the foreign keys of the schema. */
export const FILE_UFFICIALI: Readonly<Record<string, Crea>> = {
  'allegato.file_sha256': async m => {
    const { allegati } = await m.piani.atto('Delibera', nuovoPdf());
    return m.ufficiale('allegato', 'file_sha256', 'id', allegati.at(-1)?.id ?? '', null);
  },
  'atto.file_sha256': async m => {
    const { id } = await unAtto(m.world.db, m.base.ambito, await unaFase(m.world.db, m.base.ambito), true);
    await m.carica('PUT', m.at(`/iter/atti/${id}/file`), m.base.coordinatore, 1);
    return m.ufficiale('atto', 'file_sha256', 'id', id, m.at(`/iter/atti/${id}/file`), null);
  },
  'avviso_file.sha256': async m => {
    const { id } = await m.world.scenario.avviso(m.base.ambito, [m.base.tavolo], { stato: 'bozza' });
    const file = await m.carica('POST', m.at(`/avvisi/${id}/files`), m.base.coordinatore);
    return m.ufficiale('avviso_file', 'sha256', 'id', file.id, m.at(`/avvisi/${id}/files/${file.id}`));
  },
  'contributo_file.custodito': async m => {
    const persona = await m.world.scenario.persona();
    const { chiave } = await conChiave(m.world, m.base.ambito, m.base.tavolo, nuovoPdf());
    const { body } = await invia(m.world, m.base.ambito, m.base.tavolo, { allegati: [chiave] }, persona);
    const [file] = await m.world.db.query<{ id: string }[]>('SELECT id FROM contributo_file WHERE contributo_id = $1', [body.id]);
    return m.ufficiale(
      'contributo_file',
      'custodito',
      'contributo_id',
      body.id,
      m.at(`/contributi/${body.id}/files/${file?.id ?? ''}`),
      m.base.referente,
    );
  },
  'dossier.pdf_sha256': dossier('pdf_sha256', 'pdf'),
  'dossier.zip_sha256': dossier('zip_sha256', 'zip'),
  'dossier_file.sha256': async m => {
    await m.piani.atto('Delibera', nuovoPdf());
    const {
      dossier: [d],
    } = await m.piani.compila();
    return m.ufficiale('dossier_file', 'sha256', 'dossier_id', d?.id ?? '', null);
  },
  'elaborato.file_sha256': async m => {
    const { id } = await m.elaborati.nuovo('file');
    await m.carica('POST', m.at(`/elaborati/${id}/file`), m.base.referente);
    return m.ufficiale('elaborato', 'file_sha256', 'id', id, m.at(`/elaborati/${id}/file`), m.base.referente);
  },
  'elaborato_accoglimento.foto_file_sha256': accolto('foto_file_sha256'),
  'elaborato_accoglimento.pdf_sha256': accolto('pdf_sha256'),
  'email_file.sha256': async m => {
    const { sha256 } = await m.world.app.get<BlobStore>(BLOB_STORE, { strict: false }).put(nuovoPdf(), { maxBytes: 10_000 });
    const mail = draft({
      to: { name: 'Ada Prova', address: m.base.coordinatore.email },
      files: [{ name: 'ricevuta.pdf', sha256, mediaType: 'application/pdf' }],
    });
    await m.world.db.transaction(db => m.world.app.get(EmailOutbox, { strict: false }).enqueue(db, [mail]));
    const [row] = await m.world.db.query<{ id: string }[]>('SELECT id FROM email WHERE chiave = $1', [mail.chiave]);
    return m.ufficiale('email_file', 'sha256', 'messaggio_id', row?.id ?? '', null);
  },
  'ente.statuto_sha256': async m => {
    const { id } = m.base.ente;
    await m.carica('PUT', m.at(`/enti/${id}/statuto`), m.base.operatore, 1);
    return m.ufficiale('ente', 'statuto_sha256', 'id', id, m.at(`/enti/${id}/statuto`), m.base.ufficio);
  },
  'file_archivio.sha256': async m => {
    const { sha256 } = await m.world.app.get<BlobStore>(BLOB_STORE, { strict: false }).put(nuovoPdf(), { maxBytes: 10_000 });
    const id = randomUUID();
    await m.world.db.query(`INSERT INTO file_archivio (ambito_id, oggetto_tipo, oggetto_id, sha256) VALUES ($1, 'verbale', $2, $3)`, [
      m.base.ambito.id,
      id,
      sha256,
    ]);
    return m.ufficiale('file_archivio', 'sha256', 'oggetto_id', id, null);
  },
  'incontro_file.sha256': async m => {
    const { id } = await m.world.scenario.incontro(m.base.ambito, m.base.tavolo, { stato: 'bozza' });
    const file = await m.carica('POST', m.at(`/incontri/${id}/files`), m.base.referente);
    return m.ufficiale('incontro_file', 'sha256', 'id', file.id, m.at(`/incontri/${id}/files/${file.id}`), m.base.referente);
  },
  'oscuramento_originale.sha256': async m => {
    const { id } = await m.world.scenario.incontro(m.base.ambito, m.base.tavolo, { stato: 'convocato' });
    const file = await m.carica('POST', m.at(`/incontri/${id}/files`), m.base.referente);
    const { body } = await new Oscuramenti(m.world, m.base).file('file_incontro', file.id, null);
    const originale = body.originali.find(o => o.nome.endsWith('.pdf'))?.id ?? '';
    return m.ufficiale('oscuramento_originale', 'sha256', 'id', originale, m.at(`/oscuramenti/${body.id}/originali/${originale}`));
  },
  'oscuramento_sostituto.sha256': async m => {
    const { id } = await m.carica('POST', m.at('/oscuramenti/sostituti'), m.base.coordinatore);
    return m.ufficiale('oscuramento_sostituto', 'sha256', 'id', id, null);
  },
  'osservazione.file_sha256': async m => {
    const { id } = await unOsservazione(m.world.db, m.base.ambito, 'ricevuta');
    await m.carica('PUT', m.at(`/iter/osservazioni/${id}/file`), m.base.coordinatore, 1);
    return m.ufficiale('osservazione', 'file_sha256', 'id', id, m.at(`/iter/osservazioni/${id}/file`));
  },
  'piano_firmato.sha256': async m => {
    await m.piani.aggiungi({ tipo: 'elenco_rappresentanti' });
    await m.piani.chiudi();
    await m.carica('POST', m.piani.at('/firmati'), m.base.coordinatore);
    return m.ufficiale('piano_firmato', 'sha256', 'piano_id', m.base.ambito.piano, null);
  },
  'verbale_pubblicazione.sha256': async m => {
    const id = await m.piani.verbalePubblicato();
    return m.ufficiale('verbale_pubblicazione', 'sha256', 'verbale_id', id, m.at(`/verbali/${id}/verbale.pdf`), null);
  },
};

/** Makes the official file of this kind in an ambito of its own. */
export async function creaUfficiale(world: World, uso: string): Promise<Ufficiale> {
  const crea = FILE_UFFICIALI[uso];
  if (crea === undefined) throw new Error(`No example of a file held by ${uso}: add one to file-ufficiali.ts`);
  return crea(await Mondo.apri(world));
}
