import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  forbiciParole,
  forbiciScelte,
  paroleScelte,
  type Brano,
  type Forbici,
  type ImprontaOscurata,
  type OscuramentoInput,
  type OscuramentoView,
  type Taglio,
  type TipoTesto,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { rifaiDossier } from '../piani/dossier/dossier.rifai.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { superata } from '../platform/procedura/hold.js';
import { mentreSiOscura } from '../platform/procedura/turno.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { annunciOscuramento } from './oscurare/annunci.js';
import { AltroveService, daDecidere } from './altrove.service.js';
import { Archivio } from './oscurare/archivio.js';
import { chiusura } from './oscurare/chiusura.js';
import { oscuraCopie } from './oscurare/copie.js';
import { Oscurabili } from './cose/index.js';
import { oscuraMessaggi } from './oscurare/messaggi.js';
import { Cambiato, type Cosa, type Pronto } from './oscurare/oscurabile.js';
import { eTesto, OscuramentiQueries } from './oscuramenti.queries.js';
import { scriviImpronte, scriviOscuramento } from './oscurare/scrivi.js';

/** What one oscuramento changes, made ready outside the transaction that writes it. */
interface Preparato {
  readonly principale: Pronto;
  readonly derivati: readonly Pronto[];
  /** What was chosen: the thing itself, and those elsewhere that are blacked out with it. */
  readonly scelte: readonly Cosa[];
  /** All that was looked at because of them, also where nothing had to be cut. */
  readonly guardati: readonly Cosa[];
  readonly parole: readonly string[];
  readonly at: Date;
}

/** A thing that was written without the words. */
interface Fatto {
  readonly id: string;
  readonly parte: Pronto;
  readonly archivio: Archivio;
  readonly impronte: readonly ImprontaOscurata[];
}

/** Other people go on working meanwhile: so many times it is made ready anew before giving up. */
const GIRI = 5;

/** Blacks out passages of what was published: the twin, its file, whatever tells the same words because of it, and the proof of all that, in one transaction. */
@Injectable()
export class OscuramentiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly oscurabili: Oscurabili,
    private readonly altrove: AltroveService,
    private readonly queries: OscuramentiQueries,
  ) {}

  /** @throws ProblemError 404, `versione.superata`, `oscuramento.passaggio_non_trovato`, `oscuramento.altrove_da_vedere`, `oscuramento.cambiato`, `pdf.non_disponibile` */
  async esegui(ctx: RequestContext, tipo: TipoTesto, id: string, input: OscuramentoInput): Promise<OscuramentoView> {
    for (let giro = 1; ; giro++) {
      const letto = await this.oscurabili.di(tipo).leggi(this.db.manager, ctx, id);
      if (letto === null) throw new ProblemError('risorsa.non_trovata');
      const pronto = letto.version === ctx.ifMatch ? await this.prepara(ctx, { tipo, id }, letto.brani, input) : null;
      try {
        return await this.commands.run(ctx, placeOf(ctx).ambitoId, tx => {
          // Asked here and not before: a request that is repeated gets the answer it had, though the version is no more the one it saw.
          if (pronto === null) throw superata(letto.version);
          return this.scrivi(tx, ctx, pronto, input);
        });
      } catch (error) {
        if (!(error instanceof Cambiato)) throw error;
        if (giro === GIRI) throw new ProblemError('oscuramento.cambiato');
      }
    }
  }

  private async prepara(ctx: RequestContext, cosa: Cosa, brani: readonly Brano[], input: OscuramentoInput): Promise<Preparato> {
    const scelti = sceltiDi(brani, input);
    const parole = paroleScelte(brani, scelti);
    const at = new Date();
    const principale = await this.oscurabili.di(cosa.tipo).prepara(ctx, cosa.id, forbiciScelte(scelti), at);
    if (principale === null) throw new ProblemError('oscuramento.passaggio_non_trovato');
    const scelte = [cosa, ...(await this.scelteAltrove(ctx, cosa, parole, input))];
    const guardati = await chiusura(this.oscurabili, this.db.manager, placeOf(ctx).ambitoId, scelte);
    const derivati: Pronto[] = [];
    const forbici: Forbici = forbiciParole(parole);
    for (const altro of [...scelte.slice(1), ...guardati]) {
      const pronto = await this.oscurabili.di(altro.tipo).prepara(ctx, altro.id, forbici, at);
      if (pronto !== null) derivati.push(pronto);
    }
    return { principale, derivati, scelte, guardati, parole, at };
  }

  /** Nothing that tells the same words is left out, or taken in, without somebody having said so. */
  private async scelteAltrove(ctx: RequestContext, di: Cosa, parole: readonly string[], { altrove }: OscuramentoInput): Promise<Cosa[]> {
    if (parole.length === 0) return [];
    const trovati = daDecidere(await this.altrove.trova(ctx, { parole: [...parole], di }));
    const detto = new Map(altrove.map(a => [`${a.tipo} ${a.id}`, a.includi]));
    if (trovati.some(t => !detto.has(`${t.tipo} ${t.id}`))) throw fieldProblem('oscuramento.altrove_da_vedere', '/altrove');
    return trovati.flatMap(({ tipo, id, come }) =>
      come === 'scegli' && tipo !== 'dossier' && eTesto(tipo) && detto.get(`${tipo} ${id}`) === true ? [{ tipo, id }] : [],
    );
  }

  private async scrivi(tx: Tx, ctx: RequestContext, p: Preparato, input: OscuramentoInput): Promise<OscuramentoView> {
    await this.blocca(tx, p);
    const parti = [p.principale, ...p.derivati];
    const fatti: Fatto[] = [];
    for (const parte of parti) fatti.push(await this.scriviParte(tx, ctx, p, parte, fatti[0]?.id ?? null, input));
    // After all twins: a copy may be a row of another thing, whose version must still be the one that was read.
    for (const fatto of fatti) await this.chiudi(tx, ctx, fatto, p.parole, input.motivazione);
    const origine = fatti[0]?.id ?? '';
    await oscuraMessaggi(tx.db, tx.ambitoId, p.parole);
    const piani = input.altrove.filter(a => a.tipo === 'dossier' && a.includi).map(a => a.id);
    await rifaiDossier(tx, ctx, { origine, cose: parti, file: [], piani });
    return this.queries.unoIn(tx.db, ctx, origine);
  }

  /** The row of the oscuramento, and the twin without the words. */
  private async scriviParte(
    tx: Tx,
    ctx: RequestContext,
    { at }: Preparato,
    parte: Pronto,
    origine: string | null,
    { motivazione, passaggi }: OscuramentoInput,
  ): Promise<Fatto> {
    const id = randomUUID();
    await scriviOscuramento(tx, ctx, {
      id,
      tipo: parte.tipo,
      oggettoId: parte.id,
      origine,
      motivazione,
      passaggi: origine === null ? passaggi.length : 0,
      at,
    });
    const archivio = new Archivio();
    return { id, parte, archivio, impronte: await this.oscurabili.di(parte.tipo).scrivi(tx, parte, archivio, at) };
  }

  /** Copies of the words, the archive, the proof and whoever is told. */
  private async chiudi(
    tx: Tx,
    ctx: RequestContext,
    { id, parte, archivio, impronte }: Fatto,
    parole: readonly string[],
    motivazione: string,
  ): Promise<void> {
    await oscuraCopie(tx.db, tx.ambitoId, parte, parole, archivio);
    await archivio.chiudi(tx.db, tx.ambitoId, id);
    await scriviImpronte(tx, id, parte.tipo, parte.id, impronte);
    tx.registra(`${parte.tipo}.oscura`, parte.tipo, parte.id, { oscuramento: id, motivazione, impronte });
    tx.annuncia(...annunciOscuramento(placeOf(ctx), parte, this.oscurabili.di(parte.tipo).evento));
  }

  /** One oscuramento at a time in an ambito; and nothing that may tell the words is published while it is written. @throws Cambiato when there is more to look at than was */
  private async blocca(tx: Tx, { scelte, guardati }: Preparato): Promise<void> {
    await mentreSiOscura(tx);
    for (const cosa of [...scelte, ...guardati]) await this.oscurabili.di(cosa.tipo).blocca(tx, cosa.id);
    const ora = await chiusura(this.oscurabili, tx.db, tx.ambitoId, scelte);
    const noti = new Set(guardati.map(c => c.id));
    if (ora.some(c => !noti.has(c.id))) throw new Cambiato();
  }
}

function sceltiDi(brani: readonly Brano[], { passaggi }: OscuramentoInput): Map<string, Taglio[]> {
  const scelti = new Map<string, Taglio[]>();
  for (const [i, p] of passaggi.entries()) {
    const brano = brani.find(b => b.chiave === p.brano);
    if (brano === undefined || p.al > brano.testo.length) throw fieldProblem('oscuramento.passaggio_non_trovato', `/passaggi/${i}`);
    scelti.set(p.brano, [...(scelti.get(p.brano) ?? []), { dal: p.dal, al: p.al }]);
  }
  return scelti;
}
