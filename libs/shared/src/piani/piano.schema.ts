import * as z from 'zod';
import { facoltativo, motivazione, riga } from '../kernel/fields.js';
import type { Reads } from '../kernel/view.js';
import { parteDi, riferimento } from '../permissions/riferimenti.js';

/** What an allegato can be made of. A new kind is added here and in the API's `piani/fonti`. */
export const TIPI_ALLEGATO = ['elaborato', 'verbali', 'elenco_rappresentanti', 'registro_presenze', 'contributi', 'atto'] as const;
export type TipoAllegato = (typeof TIPI_ALLEGATO)[number];

/** Kinds that are made from what the portal holds; an `atto` is uploaded. */
export const TIPI_COMPOSTI = ['elaborato', 'verbali', 'elenco_rappresentanti', 'registro_presenze', 'contributi'] as const;

const titolo = facoltativo(riga(200, 'Scrivi un titolo.'));

/** A new allegato. `elaboratoId` for an elaborato; for the others a tavolo, or null: all of them. Without a title it gets that of its source. */
export const AllegatoInput = z
  .strictObject({
    tipo: z.enum(TIPI_COMPOSTI, 'Scegli il tipo di allegato.'),
    titolo,
    elaboratoId: riferimento('elaborato', 'elaborato.leggi').nullable().default(null),
    tavoloId: riferimento('tavolo', 'tavolo.vedi').nullable().default(null),
  })
  .superRefine((a, ctx) => {
    if ((a.tipo === 'elaborato') !== (a.elaboratoId !== null))
      ctx.addIssue({ code: 'custom', path: ['elaboratoId'], message: 'Scegli l’elaborato da allegare.', input: a });
  });
export type AllegatoInput = z.infer<typeof AllegatoInput>;

/** Title of an uploaded act. */
export const AttoQuery = z.strictObject({ titolo });
export type AttoQuery = z.infer<typeof AttoQuery>;

export const AllegatoTitoloInput = z.strictObject({ titolo: riga(200, 'Scrivi un titolo.') });
export type AllegatoTitoloInput = z.infer<typeof AllegatoTitoloInput>;

/** Every allegato once, in the order wanted. */
export const OrdineInput = z.strictObject({ allegati: z.array(parteDi('allegato')).max(200, 'Al massimo 200 allegati.') });
export type OrdineInput = z.infer<typeof OrdineInput>;

/** How allegati are numbered in the dossiers of an ambito. */
export const NUMERAZIONI = ['lettere', 'numeri'] as const;
export type Numerazione = (typeof NUMERAZIONI)[number];

/** An act of an annual programme: as it is called, and where it stands in the albo. */
const AttoProgramma = z.strictObject({
  titolo: riga(200, 'Scrivi come si chiama l’atto.'),
  numero: facoltativo(riga(60)),
  data: facoltativo(z.iso.date('Scrivi una data valida.')),
});

export const ProgrammaInput = z.strictObject({
  anno: z.int('Scrivi un anno.').min(2000, 'Scrivi un anno di quattro cifre.').max(2100, 'Scrivi un anno di quattro cifre.'),
  titolo: riga(200, 'Scrivi un titolo.'),
  atti: z.array(AttoProgramma).max(30, 'Al massimo 30 atti.'),
});
export type ProgrammaInput = Reads<typeof ProgrammaInput>;

/** What surrounds the allegati: how they are numbered (kept for the ambito) and the annual programmes, one a year at most. */
export const PianoInput = z
  .strictObject({
    titolo: riga(160, 'Scrivi il titolo del Piano.'),
    numerazione: z.enum(NUMERAZIONI, 'Scegli come numerare gli allegati.'),
    programmi: z.array(ProgrammaInput).max(10, 'Al massimo 10 programmi.'),
  })
  .superRefine((piano, ctx) => {
    piano.programmi.forEach((p, i) => {
      if (piano.programmi.findIndex(altro => altro.anno === p.anno) < i)
        ctx.addIssue({ code: 'custom', path: ['programmi', i, 'anno'], message: 'Per questo anno c’è già un programma.', input: piano });
    });
  });
export type PianoInput = z.infer<typeof PianoInput>;

/** Sending to the Region: day (Rome) and protocol numbers, ours and theirs once it is known. */
export const ConsegnaInput = z.strictObject({
  inviatoIl: z.iso.date('Scrivi il giorno dell’invio.'),
  protocollo: riga(60, 'Scrivi il numero di protocollo dell’invio.'),
  protocolloRegione: facoltativo(riga(60)),
});
export type ConsegnaInput = z.infer<typeof ConsegnaInput>;

/** Reason of `riapri`. */
export const PianoAzioneInput = z.strictObject({ motivazione: motivazione.optional() });
export type PianoAzioneInput = z.infer<typeof PianoAzioneInput>;
