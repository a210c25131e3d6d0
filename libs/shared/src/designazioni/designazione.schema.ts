import * as z from 'zod';
import { VESTI } from '../enti/natura-giuridica.js';
import { brano, facoltativo, indirizzoEmail, motivazione, riga, telefono } from '../kernel/fields.js';
import { INSIEME_MASSIMO, tabellaQuery } from '../kernel/tabella.js';
import { parteDi, riferimento } from '../permissions/riferimenti.js';
import { CAUSE_CESSAZIONE, STATI_DESIGNAZIONE } from './designazione.states.js';

export const RUOLI_RAPPRESENTANTE = ['titolare', 'supplente'] as const;
export type RuoloRappresentante = (typeof RUOLI_RAPPRESENTANTE)[number];

/** One named person. Phone and role in the ente may stay empty. */
export const RappresentanteInput = z.strictObject({
  ruolo: z.enum(RUOLI_RAPPRESENTANTE),
  nome: riga(80, 'Scrivi il nome.'),
  cognome: riga(80, 'Scrivi il cognome.'),
  email: indirizzoEmail,
  telefono: facoltativo(telefono),
  qualifica: facoltativo(riga(120)),
});
export type RappresentanteInput = z.infer<typeof RappresentanteInput>;

const rappresentanti = z
  .array(RappresentanteInput)
  .max(10, 'Al massimo 10 persone.')
  .superRefine((persone, ctx) => {
    const viste = new Set<string>();
    persone.forEach((persona, i) => {
      if (viste.has(persona.email))
        ctx.addIssue({ code: 'custom', path: [i, 'email'], message: 'Hai già indicato una persona con questo indirizzo.' });
      viste.add(persona.email);
    });
  });

/** A new draft of the ente in the URL. */
export const NuovaDesignazioneInput = z.strictObject({
  avvisoId: riferimento('avviso', 'avviso.vedi'),
  tavoloId: riferimento('tavolo', 'tavolo.vedi'),
  rappresentanti,
});
export type NuovaDesignazioneInput = z.infer<typeof NuovaDesignazioneInput>;

/** A draft may be incomplete in the number of persons; sending checks the seats (`postiMancanti`). */
export const DesignazioneInput = z.strictObject({ rappresentanti });
export type DesignazioneInput = z.infer<typeof DesignazioneInput>;

/** A step: `causa` of an end (`cessa`), `veste` of a correction (`correggi_veste`), `rappresentanti` of what is sent again, where they change. */
export const DesignazioneAzioneInput = z.strictObject({
  motivazione: motivazione.optional(),
  causa: z.enum(CAUSE_CESSAZIONE, 'Scegli perché il posto finisce.').optional(),
  veste: z.enum(VESTI, 'Scegli in che qualità siede l’ente.').optional(),
  rappresentanti: rappresentanti.optional(),
  /** Of `invia`: places of the declarations of the avviso that are made, from 0. */
  dichiarazioni: z.array(z.int().min(0).max(19)).max(20, 'Al massimo 20 dichiarazioni.').optional(),
});
export type DesignazioneAzioneInput = z.infer<typeof DesignazioneAzioneInput>;
/** The right address of a person who has not answered yet. */
export const IndirizzoCorrettoInput = z.strictObject({ email: indirizzoEmail });
export type IndirizzoCorrettoInput = z.infer<typeof IndirizzoCorrettoInput>;

/** Resignation of one of its people, as the office has it on paper or by PEC; the day is not to come. */
export const DimissioniInput = z.strictObject({
  rappresentanteId: parteDi('persona'),
  giorno: z.iso.date('Scrivi il giorno delle dimissioni.'),
  testo: facoltativo(brano(2000)),
});
export type DimissioniInput = z.infer<typeof DimissioniInput>;

/** Bulk accept: each id with the version the referente was looking at. */
export const AccettaInsiemeInput = z.strictObject({
  designazioni: z
    .array(z.strictObject({ id: riferimento('designazione', 'designazione.accetta'), version: z.int().min(1).max(2_147_483_647) }))
    .min(1, 'Scegli almeno una designazione.')
    .max(INSIEME_MASSIMO, `Al massimo ${INSIEME_MASSIMO} per volta.`),
});
export type AccettaInsiemeInput = z.infer<typeof AccettaInsiemeInput>;

/** What the list of designazioni may be ordered by, and narrowed by. */
export const ORDINI_DESIGNAZIONI = ['creata', 'ente', 'tavolo', 'stato', 'inviata'] as const;
export const FILTRI_DESIGNAZIONI = ['stato', 'tavolo', 'ente', 'avviso'] as const;

/** Filters and page of the lists of designazioni; `q` looks in the names of the ente and of its people. */
export const DesignazioniQuery = tabellaQuery(ORDINI_DESIGNAZIONI).extend({
  q: z.string().max(100).optional(),
  stato: z.enum(STATI_DESIGNAZIONE).optional(),
  tavolo: riferimento('tavolo', 'tavolo.vedi').optional(),
  ente: riferimento('ente', 'ente.vedi').optional(),
  avviso: riferimento('avviso', 'avviso.vedi').optional(),
});
export type DesignazioniQuery = z.infer<typeof DesignazioniQuery>;
