import * as z from 'zod';
import { brano, facoltativo, istante, riga } from '../kernel/fields.js';
import { dove, problemaDellaFine } from '../incontri/incontro.schema.js';
import { parteDi } from '../permissions/riferimenti.js';
import { RISPOSTE_DATA } from './disponibilita.states.js';

export const MASSIMO_DATE = 10;

/** Days that are proposed for an incontro, in one place. `entroAt`: until when people may answer. */
export const DisponibilitaInput = z
  .strictObject({
    titolo: riga(200, 'Scrivi il titolo dell’incontro.'),
    messaggio: facoltativo(brano(1000)),
    sede: dove.sede,
    linkVideo: dove.linkVideo,
    entroAt: istante,
    date: z
      .array(z.strictObject({ inizioAt: istante, fineAt: istante }))
      .min(2, 'Proponi almeno due date.')
      .max(MASSIMO_DATE, `Al massimo ${MASSIMO_DATE} date.`),
  })
  .superRefine((v, ctx) => {
    const problema = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message, input: v });
    if (v.sede === null && v.linkVideo === null) problema(['sede'], 'Indica una sede, il collegamento video, o tutti e due.');
    v.date.forEach((data, i) => {
      const fine = problemaDellaFine(data.inizioAt, data.fineAt);
      if (fine !== null) problema(['date', i, 'fineAt'], fine);
      if (v.date.findIndex(d => Date.parse(d.inizioAt) === Date.parse(data.inizioAt)) < i)
        problema(['date', i, 'inizioAt'], 'Hai già proposto questa data.');
      if (Date.parse(data.inizioAt) <= Date.parse(v.entroAt))
        problema(['date', i, 'inizioAt'], 'La data deve venire dopo il termine per rispondere.');
    });
  });
export type DisponibilitaInput = z.infer<typeof DisponibilitaInput>;

/** What one says of the days: of all of them, or of some. */
export const RispostaDateInput = z.strictObject({
  risposte: z
    .array(z.strictObject({ dataId: parteDi('data_proposta'), risposta: z.enum(RISPOSTE_DATA, 'Scegli una risposta.') }))
    .min(1, 'Rispondi almeno a una data.')
    .max(MASSIMO_DATE),
});
export type RispostaDateInput = z.infer<typeof RispostaDateInput>;
