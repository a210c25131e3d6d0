import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  DOSSIER_IN_LAVORAZIONE,
  hasPermission,
  numeroAllegato,
  PIANO,
  rolesIn,
  tra,
  type AllegatoPianoView,
  type PianoPubblicoView,
  type PianoView,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { storiaSql } from '../platform/registro/storia.js';
import { ALLEGATI, BASE, CORRENTE, DOSSIER, FIRMATI, LIBERI, PUBBLICAZIONE, TAVOLI } from './piano/piani.sql.js';

type Row = Omit<PianoView, 'azioni' | 'puoModificare' | 'puoCompilare' | 'puoConsegnare' | 'allegati'> & {
  allegati: (Omit<AllegatoPianoView, 'numero'> & { numero: string | null })[];
};

/** Reads of the Piano: its preparation for the offices, what was published for everyone. One query each. */
@Injectable()
export class PianiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  uno(ctx: RequestContext): Promise<PianoView> {
    return this.unoIn(this.db.manager, ctx);
  }

  async unoIn(db: EntityManager, ctx: RequestContext): Promise<PianoView> {
    const { ambitoId, id } = placeOf(ctx);
    const [row] = await db.query<Row[]>(
      `SELECT ${BASE}, a.numerazione_allegati AS numerazione, p.motivazione, p.version, ${ALLEGATI}, ${DOSSIER}, ${FIRMATI}, ${LIBERI}, ${TAVOLI}, ${storiaSql('p.ambito_id', 'p.id')} AS storia
       FROM piano_di_zona p JOIN ambito a ON a.id = p.ambito_id WHERE p.ambito_id = $1 AND p.id = $2`,
      [ambitoId, id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const roles = rolesIn(ctx.actor, { ambitoId });
    const fermo = !row.dossier.some(d => tra(DOSSIER_IN_LAVORAZIONE, d.stato));
    const aperto = row.stato === 'in_preparazione';
    return {
      ...row,
      allegati: row.allegati.map((a, posto) => ({ ...a, numero: a.numero ?? numeroAllegato(posto, row.numerazione) })),
      azioni: fermo
        ? azioniPermesse('piano', PIANO, row.stato, roles).filter(azione => azione !== 'chiudi' || row.allegati.length > 0)
        : [],
      puoModificare: aperto && hasPermission(roles, 'piano.modifica'),
      puoCompilare: aperto && fermo && row.allegati.length > 0 && hasPermission(roles, 'piano.compila'),
      puoConsegnare: !aperto && hasPermission(roles, 'piano.consegna'),
    };
  }

  /** The latest Piano of the ambito, as everyone reads it. @throws ProblemError 404 when the ambito has none */
  async pubblico(ctx: RequestContext): Promise<PianoPubblicoView> {
    const [row] = await this.db.query<(PianoPubblicoView & { consegna: unknown; pubblicatoAt: unknown })[]>(
      `SELECT ${BASE}, ${PUBBLICAZIONE} FROM piano_di_zona p WHERE ${CORRENTE}`,
      [placeOf(ctx).ambitoId],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const { consegna: _, pubblicatoAt: __, ...view } = row;
    return view;
  }
}
