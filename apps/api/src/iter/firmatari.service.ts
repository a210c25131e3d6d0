import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FIRMA, type AzioneFirma, type FirmaAzioneInput, type FirmatarioInput, type StatoFirma } from '@tavoli/shared';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { demandMotivazione, transition } from '../platform/commands/transition.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { annunciIter } from './annunci.js';
import { demandVersione, prendiIter } from './blocco.js';
import { giornoFatto } from './giorni.js';
import type { Esito } from './iter.service.js';

/** Who has to sign the accordo di programma, and the signatures as they come in. */
@Injectable()
export class FirmatariService {
  constructor(private readonly commands: Commands) {}

  /** @throws ProblemError `iter.assente` */
  async crea(ctx: RequestContext, input: FirmatarioInput): Promise<Esito> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const iter = await prendiIter(tx);
      const id = randomUUID();
      await tx.db.query(
        'INSERT INTO firmatario (ambito_id, id, iter_id, tipo, ente, carica, persona, email) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [tx.ambitoId, id, iter.id, ...Object.values(colonne(input))],
      );
      tx.registra('firmatario.crea', 'firmatario', id, { ente: input.ente });
      tx.annuncia(...annunciIter(place, id));
      return { id, version: 1 };
    });
  }

  /** @throws ProblemError `versione.superata` */
  async modifica(ctx: RequestContext, input: FirmatarioInput): Promise<Esito> {
    const place = placeOf(ctx);
    const stato = place.stato as StatoFirma;
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const version = await transition(tx, ctx, {
        table: 'firmatario',
        transitions: { salva: { from: [stato], to: stato } },
        azione: 'salva',
        motivazione: null,
        set: colonne(input),
      });
      tx.registra('firmatario.modifica', 'firmatario', place.id, { ente: input.ente });
      tx.annuncia(...annunciIter(place, place.id));
      return { id: place.id, version };
    });
  }

  /** Only who has not signed. @throws ProblemError `firmatario.stato`, `versione.superata` */
  async elimina(ctx: RequestContext): Promise<void> {
    const place = placeOf(ctx);
    await this.commands.run(ctx, place.ambitoId, async tx => {
      await transition(tx, ctx, {
        table: 'firmatario',
        transitions: { salva: { from: ['da_raccogliere'], to: 'da_raccogliere' } },
        azione: 'salva',
        motivazione: null,
      });
      await tx.db.query('DELETE FROM firmatario WHERE ambito_id = $1 AND id = $2', [tx.ambitoId, place.id]);
      tx.registra('firmatario.elimina', 'firmatario', place.id);
      tx.annuncia(...annunciIter(place, place.id));
      return null;
    });
  }

  /** Records a signature, or takes back a record made by mistake. @throws ProblemError 400, 409, 412, `firmatario.dati_mancanti` */
  async esegui(ctx: RequestContext, azione: AzioneFirma, input: FirmaAzioneInput): Promise<Esito> {
    const place = placeOf(ctx);
    const motivazione = demandMotivazione(FIRMA, azione, input.motivazione);
    demandVersione(ctx);
    const set = azione === 'firma' ? firma(input) : { modo: null, data: null, atto: null };
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const version = await transition(tx, ctx, { table: 'firmatario', transitions: FIRMA, azione, motivazione, set });
      tx.registra(`firmatario.${azione}`, 'firmatario', place.id, motivazione === null ? { ...set } : { motivazione });
      tx.annuncia(...annunciIter(place, place.id));
      return { id: place.id, version };
    });
  }
}

function firma({ modo, data, atto }: FirmaAzioneInput): Record<string, unknown> {
  const mancanti = Object.entries({
    modo: modo === undefined ? 'Di’ se ha firmato o approvato.' : '',
    data: data === undefined ? 'Scrivi quando.' : '',
    atto: atto === undefined ? 'Scrivi con quale atto.' : '',
  });
  const errors = mancanti
    .filter(([, message]) => message !== '')
    .map(([name, message]) => ({ pointer: `/${name}`, code: 'firmatario.dati_mancanti', message }));
  if (errors.length > 0) throw new ProblemError('firmatario.dati_mancanti', { errors });
  return { modo, data: giornoFatto(data), atto };
}

const colonne = ({ tipo, ente, carica, persona, email }: FirmatarioInput): Record<string, unknown> => ({
  tipo,
  ente,
  carica,
  persona,
  email,
});
