import { formatEuro, frase, NUMERO_DI_REGISTRO, numeroSuAnno, type AzioneAdesione } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { leggiEntePerEmail, type EntePerEmail, type Indirizzo } from '../../enti/enti.emails.data.js';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { mails } from '../../platform/email/mails.js';
import { TOTALE } from '../iter/iter.sql.js';

const ALL_ENTE = 'l’ente e i suoi operatori';
export const MAILS = mails('adesione', {
  inviata: { to: ALL_ENTE, when: 'l’ente invia la sua adesione all’accordo di programma' },
  da_esaminare: { to: 'chi esamina le adesioni', when: 'un ente invia la sua adesione' },
  accolta: { to: ALL_ENTE, when: 'l’adesione è accolta' },
  respinta: { to: ALL_ENTE, when: 'l’adesione non è accolta' },
  ritirata: { to: 'chi esamina le adesioni', when: 'l’ente ritira la sua adesione' },
});
type Quale = keyof typeof MAILS;

export interface AdesionePerEmail extends EntePerEmail {
  readonly adesioneId: string;
  readonly adesioneVersion: number;
  readonly numeroDiRegistro: string;
  readonly totale: number;
}

type Row = { enteId: string; version: number; anno: number; numero: number; totale: number };

/** What the mails of an adesione say and to whom, read in the transaction of the act. */
export async function leggiAdesionePerEmail(db: EntityManager, ambitoId: string, id: string): Promise<AdesionePerEmail> {
  const [row] = await db.query<Row[]>(
    `SELECT d.ente_id AS "enteId", d.version, d.protocollo_anno AS anno, d.protocollo_numero AS numero, ${TOTALE} AS totale FROM adesione d WHERE d.ambito_id = $1 AND d.id = $2`,
    [ambitoId, id],
  );
  if (!row) throw new Error('The adesione of this mail is gone.');
  const ente = await leggiEntePerEmail(db, ambitoId, row.enteId);
  return { ...ente, adesioneId: id, adesioneVersion: row.version, numeroDiRegistro: numeroSuAnno(row), totale: row.totale };
}

function mail(a: AdesionePerEmail, quale: Quale, to: Indirizzo, subject: string, paragraphs: readonly string[], label: string): EmailDraft {
  return {
    chiave: `adesione.${quale}:${a.adesioneId}:${to.address}:${a.adesioneVersion}`,
    tipo: MAILS[quale].tipo,
    to,
    subject,
    paragraphs,
    facts: [
      ['Ente', a.denominazione],
      ['Valore delle risorse', formatEuro(a.totale)],
      [NUMERO_DI_REGISTRO, a.numeroDiRegistro],
    ],
    action: { label, path: `/${a.ambitoSlug}/area/adesioni/${a.adesioneId}` },
    about: { ambitoId: a.ambitoId, tipo: 'adesione', id: a.adesioneId },
  };
}

const allEnte = (a: AdesionePerEmail, quale: Quale, subject: string, paragraphs: readonly string[]): EmailDraft[] =>
  a.perEnte.map(to => mail(a, quale, to, subject, paragraphs, 'Vedi l’adesione'));
const agliUffici = (a: AdesionePerEmail, quale: Quale, subject: string, paragraphs: readonly string[]): EmailDraft[] =>
  a.perUffici.map(to => mail(a, quale, to, subject, paragraphs, 'Esamina l’adesione'));

const PER_AZIONE: Readonly<Record<AzioneAdesione, (a: AdesionePerEmail, motivo: string) => EmailDraft[]>> = {
  invia: a => [
    ...allEnte(a, 'inviata', 'Adesione all’accordo di programma: ricevuta', [
      `abbiamo ricevuto l’adesione di ${a.denominazione} all’accordo di programma.`,
      frase`[Il tecnico] la esaminerà e ti faremo sapere l’esito.`,
    ]),
    ...agliUffici(a, 'da_esaminare', `Nuova adesione all’accordo: ${a.denominazione}`, [
      `${a.denominazione} chiede di aderire all’accordo di programma con le sue risorse.`,
    ]),
  ],
  accogli: a =>
    allEnte(a, 'accolta', 'Adesione all’accordo di programma: accolta', [
      `l’adesione di ${a.denominazione} all’accordo di programma è stata accolta.`,
      'Da adesso la pagina pubblica dell’iter mostra l’ente e le risorse che mette a disposizione.',
    ]),
  respingi: (a, motivo) =>
    allEnte(a, 'respinta', 'Adesione all’accordo di programma: non accolta', [
      `l’adesione di ${a.denominazione} all’accordo di programma non è stata accolta.`,
      `Motivo: ${motivo}`,
      'Puoi prepararne un’altra.',
    ]),
  ritira: (a, motivo) =>
    agliUffici(a, 'ritirata', `Adesione ritirata: ${a.denominazione}`, [
      `${a.denominazione} ha ritirato la sua adesione all’accordo di programma.`,
      `Motivo: ${motivo}`,
    ]),
};

/** The mails of a step of an adesione. */
export const emailAdesione = (a: AdesionePerEmail, azione: AzioneAdesione, motivazione: string | null): EmailDraft[] =>
  PER_AZIONE[azione](a, motivazione ?? '');
