import { CONTRIBUTO, type AzioneContributo, type ContributoAzioneInput, type PassoView, type StatoContributo } from '@tavoli/shared';
import { fieldProblem } from '../../platform/problem/problem.error.js';
import type { Held } from '../../platform/procedura/hold.js';
import { stepsOf, type Procedura, type Taking } from '../../platform/procedura/procedura.js';
import { leggiPerEmail } from '../contributo/contributi.emails.data.js';
import { emailPasso } from '../contributo/contributi.emails.js';
import { CONTRIBUTO_KIND } from '../contributo/contributo.kind.js';
import { scriviGemella } from '../contributo/gemella.js';
import { notizieContributo } from '../contributo/notizie.js';
import { orologiPer } from '../contributo/orologi.js';
import { scriviPasso } from '../contributo/passi.js';
import { prendiInsieme, raccontaUnione, unisci } from '../contributo/unione.js';

type Preso = Held<StatoContributo>;
const passo = stepsOf<Preso, ContributoAzioneInput>();

/** The step stands in the story that its author reads. */
const racconta = (tipo: PassoView['tipo']) => ({
  effects: ({ tx, place, motivazione }: Pick<Taking, 'tx' | 'place' | 'motivazione'>) =>
    scriviPasso(tx.db, tx.ambitoId, place.id, { tipo, motivazione }),
});

export const contributoProcedura: Procedura<StatoContributo, AzioneContributo, Preso, ContributoAzioneInput> = {
  kind: CONTRIBUTO_KIND,
  transitions: CONTRIBUTO,
  common: {
    // The last reason stands until the next step; the clocks are those of the new state.
    sets: async ({ tx, row }, azione) => ({
      motivazione: null,
      ...(await orologiPer(tx.db, tx.ambitoId, CONTRIBUTO[azione].to, row.stato)),
    }),
    mails: async ({ tx, place, input, motivazione }, azione) => [
      ...emailPasso(await leggiPerEmail(tx.db, tx.ambitoId, place.id), azione, motivazione, input.motivo ?? null),
      ...(await notizieContributo(tx.db, place, azione)),
    ],
  },
  steps: {
    pubblica: passo({
      demands: ({ tx, place, input: { omissis = [], motivoOmissis, filesPubblici = [] } }) =>
        scriviGemella(tx, place.id, { omissis, motivoOmissis, filesPubblici }),
      ...racconta('pubblicato'),
    }),

    chiedi_modifica: passo(racconta('modifica_chiesta')),

    respingi: passo({
      demands({ input: { motivo } }) {
        if (motivo === undefined) throw fieldProblem('richiesta.non_valida', '/motivo', 'Scegli il motivo dall’elenco.');
        return motivo;
      },
      sets: ({ found: motivo }) => ({ motivo }),
      ...racconta('respinto'),
    }),

    esamina: passo(racconta('in_esame')),
    accogli: passo(racconta('accolto')),
    accogli_in_parte: passo(racconta('accolto_in_parte')),
    non_accogliere: passo(racconta('non_accolto')),
    rinvia: passo(racconta('rinviato')),

    /** @throws ProblemError `contributo.principale_non_valido` */
    unisci: passo({
      holdsFirst: (tx, { place }, { principaleId }) => prendiInsieme(tx, place?.id, principaleId),
      demands: ({ tx, place, input }) => unisci(tx, place.id, input.principaleId ?? ''),
      sets: ({ found }) => ({ unito_a: found.id }),
      effects: ({ tx, place, found }) => raccontaUnione(tx, place, found),
      records: ({ found }) => ({ principale: found.id }),
    }),
  },
};
