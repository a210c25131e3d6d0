import * as z from 'zod';
import type { Permission } from '../permissions/permission.js';

const intero = (min: number, max: number) => z.int('Scrivi un numero intero.').min(min, `Almeno ${min}.`).max(max, `Al massimo ${max}.`);

/**
 * How many seats must be filled for the tavolo to be in number: never, half of the assigned seats plus one, one third of them
 * (rounded up), or a fixed number.
 */
export const RegolaQuorum = z.discriminatedUnion('tipo', [
  z.strictObject({ tipo: z.literal('nessuno') }),
  z.strictObject({ tipo: z.literal('meta_piu_uno') }),
  z.strictObject({ tipo: z.literal('un_terzo') }),
  z.strictObject({ tipo: z.literal('fisso'), numero: intero(1, 500) }),
]);
export type RegolaQuorum = z.infer<typeof RegolaQuorum>;

/** Who says that a verbale is right: the referente, the coordinatore, or the tavolo itself at the next incontro. */
export const CHI_APPROVA = ['referente', 'coordinatore', 'incontro'] as const;
export type ChiApprova = (typeof CHI_APPROVA)[number];

/** What approving asks for besides `verbale.approva`, where the tavolo leaves it to others. */
export const APPROVA_SOLO: Readonly<Partial<Record<ChiApprova, Permission>>> = { coordinatore: 'verbale.approva_per_ambito' };

/** The rules of a tavolo about its incontri and verbali. Days of notice are *giorni liberi* (day of sending and day of the incontro excluded). */
export const RegoleTavoloInput = z
  .strictObject({
    preavvisoGiorni: intero(0, 60),
    /** The least notice that urgency, with a reason, can shorten to. */
    preavvisoUrgenza: intero(0, 60),
    quorum: RegolaQuorum,
    quorumSeconda: RegolaQuorum,
    /** Unexcused absences in a row after which decadenza is proposed; 0: never. */
    assenzeDecadenza: intero(0, 20),
    /** Days that an ente has to write in a procedimento di decadenza. */
    giorniContraddittorio: intero(1, 90).default(10),
    /** Days that an ente has to complete a designazione that was sent back. */
    giorniIntegrazione: intero(1, 90).default(10),
    /** Days in which an ente is asked to name another titolare when one resigns. */
    giorniSostituzione: intero(1, 180).default(30),
    /** Seats end with the last day of the Piano; else when the office ends them. */
    mandatiColPiano: z.boolean().default(false),
    /** Whether people with an account may ask to follow the tavolo, without a seat: who leads it decides on each. */
    ammetteOsservatori: z.boolean().default(true),
    promemoriaSettimana: z.boolean(),
    promemoriaVigilia: z.boolean(),
    /** Days in which corrections to a verbale may be proposed. */
    giorniRevisione: intero(1, 60).default(7),
    approvaVerbale: z.enum(CHI_APPROVA, 'Scegli chi approva.').default('referente'),
    /** Who approved a verbale does not publish it (separation of duties, ASVS V2.3.5). */
    duePersone: z.boolean().default(false),
  })
  .refine(r => r.preavvisoUrgenza <= r.preavvisoGiorni, {
    path: ['preavvisoUrgenza'],
    message: 'Non può superare il preavviso ordinario.',
  });
export type RegoleTavolo = z.infer<typeof RegoleTavoloInput>;

/** Defaults by practice: notice 5 giorni liberi, 2 in urgency; no quorum to discuss, one third in second convocation; decadenza proposed after 3 absences. */
export const REGOLE_PREDEFINITE: RegoleTavolo = {
  preavvisoGiorni: 5,
  preavvisoUrgenza: 2,
  quorum: { tipo: 'meta_piu_uno' },
  quorumSeconda: { tipo: 'un_terzo' },
  assenzeDecadenza: 3,
  giorniContraddittorio: 10,
  giorniIntegrazione: 10,
  giorniSostituzione: 30,
  mandatiColPiano: false,
  ammetteOsservatori: true,
  promemoriaSettimana: true,
  promemoriaVigilia: true,
  giorniRevisione: 7,
  approvaVerbale: 'referente',
  duePersone: false,
};
