import type { PianoView, VerificaView } from '@tavoli/shared';
import { createHash } from 'node:crypto';
import { DossierWorker } from '../../src/piani/dossier/dossier.worker.js';
import type { World } from '../app.js';
import type { Answer } from '../client.js';
import { multipart } from '../multipart.js';
import type { Persona } from '../scenario.js';

export type BasePiano = Awaited<ReturnType<World['scenario']['base']>>;

/** The least that is taken for a PDF. */
export const UN_PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF\n');

/** Speaks of the Piano as the coordinatore's page does. */
export class Piani {
  constructor(
    private readonly world: World,
    readonly base: BasePiano,
    private readonly chi: Persona = base.coordinatore,
  ) {}

  readonly at = (path = ''): string => `/ambiti/${this.base.ambito.slug}/piani/${this.base.ambito.piano}${path}`;

  async leggi(): Promise<PianoView> {
    return buona(await this.world.as(this.chi).get<PianoView>(this.at()));
  }

  async aggiungi(input: object): Promise<PianoView> {
    return buona(await this.world.as(this.chi).post<PianoView>(this.at('/allegati'), input));
  }

  async atto(titolo: string, pdf = UN_PDF): Promise<PianoView> {
    return buona(
      await this.world
        .as(this.chi)
        .send<PianoView>('POST', this.at(`/atti?titolo=${encodeURIComponent(titolo)}`), ...multipart('delibera.pdf', pdf)),
    );
  }

  async azione(azione: string, body: object = {}): Promise<PianoView> {
    const { version } = await this.leggi();
    return buona(await this.world.as(this.chi).post<PianoView>(this.at(`/azioni/${azione}`), body, { version }));
  }

  /** Asks for a draft and has it made. */
  async compila(): Promise<PianoView> {
    buona(await this.world.as(this.chi).post<PianoView>(this.at('/dossier')));
    return this.lavora();
  }

  /** Closes, and has the final dossier made. */
  async chiudi(): Promise<PianoView> {
    await this.azione('chiudi');
    return this.lavora();
  }

  async lavora(): Promise<PianoView> {
    await this.world.app.get(DossierWorker).lavora();
    return this.leggi();
  }

  /** A file of a version of the dossier; by default the latest. */
  async file(formato: 'pdf' | 'zip', versione = 0): Promise<Buffer> {
    const dossier = (await this.leggi()).dossier.at(versione);
    const { status, raw } = await this.world.as(this.chi).get(this.at(`/dossier/${dossier?.id ?? ''}/${formato}`));
    if (status !== 200) throw new Error(`no ${formato}`);
    return raw;
  }

  async verifica(file: Buffer | string): Promise<VerificaView> {
    const sha256 = typeof file === 'string' ? file : createHash('sha256').update(file).digest('hex');
    return buona(await this.world.as(null).get<VerificaView>(`/verifica/${sha256}`));
  }

  /** A published verbale of the tavolo with this text, and its file among the kept ones. */
  async verbalePubblicato(testo = 'Si è discusso del Piano.'): Promise<string> {
    const { ambito, tavolo, referente } = this.base;
    const { id, sezioneId } = await this.world.scenario.verbale(ambito, tavolo, 'approvato');
    const documento = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: testo }] }] };
    await this.world.db.query('UPDATE verbale_sezione SET documento = $2 WHERE id = $1', [sezioneId, JSON.stringify(documento)]);
    buona(await this.world.as(referente).post(`/ambiti/${ambito.slug}/verbali/${id}/azioni/pubblica`, {}, { version: 1 }));
    return id;
  }
}

function buona<T>({ status, body, text }: Answer<T>): T {
  if (status >= 300) throw new Error(`${status} ${text}`);
  return body;
}
