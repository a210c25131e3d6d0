import type { CausaCessazione, DesignazioneAzioneInput, MotivoFineMandato, StatoDesignazione, Veste } from '@tavoli/shared';
import { congeda, type Portale } from '../incontri/convocare/congeda.js';
import { write, type Held } from '../platform/procedura/hold.js';
import type { Taking } from '../platform/procedura/procedura.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { news } from '../platform/realtime/news.js';
import { trattieniInAttesa } from './mandati/chi-resta.js';
import { DESIGNAZIONE_KIND } from './designazione.kind.js';
import { leggiPerEmail } from './designazioni.emails.data.js';
import { cambiaVeste, chiudiMandati } from './mandati/mandati.js';
import { emailVeste } from './posto.emails.js';

type Preso = Pick<Taking<Held<StatoDesignazione>, DesignazioneAzioneInput, unknown, unknown, Portale>, 'tx' | 'place' | 'own'>;

/** A seat ends, whatever ends it: nobody holds it, whoever was called is told, and links of those whom a waiting replacement names go on. */
export async function termina({ tx, place, own }: Preso, motivo: MotivoFineMandato): Promise<void> {
  await chiudiMandati(tx.db, tx.ambitoId, place.id, motivo);
  await trattieniInAttesa(tx.db, tx.ambitoId, place.id);
  await congeda(tx, own.origin, place.enteId ?? '');
}

/** @throws ProblemError on `/causa` */
export function demandCausa(causa: CausaCessazione | undefined): CausaCessazione {
  if (causa === undefined) throw fieldProblem('richiesta.non_valida', '/causa', 'Scegli perché il posto finisce.');
  return causa;
}

/**
 * The office corrects in what capacity the ente sits: freely until the designazione is accepted, with a reason after. Who sits goes on, under the new one;
 * what was recorded of past incontri stays.
 * @returns the designazione. @throws ProblemError on `/veste` and `/motivazione`, `designazione.stessa_veste`
 */
export async function correggiVeste({
  tx,
  ctx,
  place,
  row,
  input,
}: Taking<Held<StatoDesignazione>, DesignazioneAzioneInput, unknown, unknown, Portale>): Promise<string> {
  const { veste } = input;
  const motivazione = input.motivazione ?? null;
  if (veste === undefined) throw fieldProblem('richiesta.non_valida', '/veste', 'Scegli in che qualità siede l’ente.');
  if (motivazione === null && row.stato !== 'inviata')
    throw fieldProblem('richiesta.non_valida', '/motivazione', 'Scrivi il motivo: la designazione è già accettata.');
  const prima = (await leggiPerEmail(tx.db, tx.ambitoId, place.id)).veste as Veste;
  if (prima === veste) throw new ProblemError('designazione.stessa_veste');
  await write(tx, ctx, DESIGNAZIONE_KIND, { veste });
  await cambiaVeste(tx.db, tx.ambitoId, place.id, veste);
  tx.registra('designazione.correggi_veste', 'designazione', place.id, { prima, veste, ...(motivazione && { motivazione }) });
  tx.email(...emailVeste(await leggiPerEmail(tx.db, tx.ambitoId, place.id), prima, motivazione));
  tx.annuncia(...news(DESIGNAZIONE_KIND, place, place.id));
  return place.id;
}
