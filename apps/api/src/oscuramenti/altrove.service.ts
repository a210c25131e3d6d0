import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  ALTROVE_MASSIMI,
  PIANI_FERMI,
  ricorrenze,
  TIPI_FILE,
  TIPI_TESTO,
  type AltroveInput,
  type AltroveView,
  type AltroviView,
  type Brano,
  type TipoFileOscurabile,
  type TipoTesto,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { pianiToccati } from '../piani/dossier/dossier.rifai.js';
import { fra } from '../platform/database/fra.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { chiusura } from './oscurare/chiusura.js';
import { Oscurabili } from './cose/index.js';
import { FileOscurabili } from './file/index.js';
import type { Cosa } from './oscurare/oscurabile.js';
import { eTesto } from './oscuramenti.queries.js';
import { CON_PAROLE, schiacciata } from './oscurare/schiacciata.js';

interface Riga {
  readonly id: string;
  readonly titolo: string;
  readonly percorso: string;
}

/** How many places of each thing are shown, and how much around them. */
const ESEMPI = 3;
const INTORNO = 40;

/** Where else the same words are public, in every kind of text and in the names of files. */
@Injectable()
export class AltroveService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly oscurabili: Oscurabili,
    private readonly file: FileOscurabili,
  ) {}

  async trova(ctx: RequestContext, { parole, di }: AltroveInput): Promise<AltroviView> {
    const cosa = di !== null && eTesto(di.tipo) ? { tipo: di.tipo, id: di.id } : null;
    const file = di === null || cosa !== null ? [] : [di.id];
    const db = this.db.manager;
    const legati = cosa === null ? [] : await chiusura(this.oscurabili, db, placeOf(ctx).ambitoId, [cosa]);
    const insieme = new Set(legati.map(c => c.id));
    const trovati: AltroveView[] = [];
    for (const tipo of TIPI_TESTO) trovati.push(...(await this.neiTesti(db, ctx, tipo, parole, insieme)));
    for (const tipo of TIPI_FILE) trovati.push(...(await this.neiFile(db, ctx, tipo, parole)));
    trovati.push(...(await this.neiDossier(db, ctx, [...(cosa === null ? [] : [cosa]), ...legati], file)));
    const altri = trovati.filter(t => t.id !== di?.id);
    return { items: altri.slice(0, ALTROVE_MASSIMI), altri: altri.length > ALTROVE_MASSIMI };
  }

  /** The database finds who may tell them; whoever cuts the text says where. */
  private async neiTesti(
    db: EntityManager,
    ctx: RequestContext,
    tipo: TipoTesto,
    parole: readonly string[],
    insieme: ReadonlySet<string>,
  ): Promise<AltroveView[]> {
    const oscurabile = this.oscurabili.di(tipo);
    const righe = await this.righe(db, ctx, oscurabile.pubblicati, oscurabile.corpi, parole);
    const trovati: AltroveView[] = [];
    for (const riga of righe) {
      const letto = await oscurabile.leggi(db, ctx, riga.id);
      const volte = (letto?.brani ?? []).flatMap(b => ricorrenze(b.testo, parole).map(t => esempio(b, t)));
      if (volte.length > 0) trovati.push({ ...riga, tipo, come: insieme.has(riga.id) ? 'insieme' : 'scegli', ...detto(volte) });
    }
    return trovati;
  }

  /** Of a file the name is known; in a name words are parted by signs too. */
  private async neiFile(
    db: EntityManager,
    ctx: RequestContext,
    tipo: TipoFileOscurabile,
    parole: readonly string[],
  ): Promise<AltroveView[]> {
    const pubblicati = this.file.pubblicati(tipo);
    const corpi = `SELECT f.ambito_id, f.id, to_jsonb(f.nome) AS corpo FROM (${pubblicati}) f`;
    const righe = await this.righe(db, ctx, pubblicati, corpi, parole);
    const trovati: AltroveView[] = [];
    for (const riga of righe) {
      const testo = ((await this.file.leggi(db, ctx, tipo, riga.id))?.nome ?? '').replace(/[_.-]/g, ' ');
      const volte = ricorrenze(testo, parole).map(t => esempio({ chiave: 'nome', dove: 'Nome del file', testo }, t));
      if (volte.length > 0) trovati.push({ ...riga, tipo, come: 'a_mano', ...detto(volte) });
    }
    return trovati;
  }

  /** A dossier tells what was there when it was made: one that is not made anew because of what was chosen may be. */
  private async neiDossier(db: EntityManager, ctx: RequestContext, cose: readonly Cosa[], file: readonly string[]): Promise<AltroveView[]> {
    const { ambitoId } = placeOf(ctx);
    const toccati = new Set((await pianiToccati(db, ambitoId, { cose, file })).map(p => p.id));
    const piani = await db.query<Riga[]>(
      `SELECT p.id, 'Dossier: ' || p.titolo AS titolo, '/' || a.slug || '/piano' AS percorso FROM piano_di_zona p JOIN ambito a ON a.id = p.ambito_id
       WHERE p.ambito_id = $1 AND p.stato IN ${fra(PIANI_FERMI)} AND EXISTS (SELECT 1 FROM dossier d WHERE d.ambito_id = p.ambito_id AND d.piano_id = p.id AND d.stato = 'pronto' AND d.oscurato_at IS NULL) ORDER BY p.dal DESC, p.id`,
      [ambitoId],
    );
    return piani.map(p => ({ ...p, tipo: 'dossier', come: toccati.has(p.id) ? 'insieme' : 'scegli', quante: null, esempi: [] }));
  }

  private righe(db: EntityManager, ctx: RequestContext, pubblicati: string, corpi: string, parole: readonly string[]): Promise<Riga[]> {
    return db.query<Riga[]>(
      `SELECT q.id, q.titolo, '/' || a.slug || q.percorso AS percorso FROM (${pubblicati}) q JOIN ambito a ON a.id = q.ambito_id
       WHERE q.ambito_id = $1 AND q.id IN (SELECT c.id FROM (${corpi}) c WHERE c.ambito_id = $1 AND ${CON_PAROLE('c.corpo', '$2')}) ORDER BY q.at DESC NULLS LAST, q.id`,
      [placeOf(ctx).ambitoId, parole.map(schiacciata)],
    );
  }
}

function esempio({ dove, testo }: Brano, { dal, al }: { dal: number; al: number }): AltroveView['esempi'][number] {
  return {
    dove,
    prima: testo.slice(Math.max(0, dal - INTORNO), dal),
    parole: testo.slice(dal, al),
    dopo: testo.slice(al, al + INTORNO),
  };
}

const detto = (volte: AltroveView['esempi']): Pick<AltroveView, 'quante' | 'esempi'> => ({
  quante: volte.length,
  esempi: volte.slice(0, ESEMPI),
});

/** What the coordinatore has to decide of: what goes with the rest asks nothing. */
export const daDecidere = ({ items }: AltroviView): readonly AltroveView[] => items.filter(a => a.come !== 'insieme');
