import { frase, type AzioneEnte } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails, type Mail } from '../platform/email/mails.js';
import type { EntePerEmail, Indirizzo } from './enti.emails.data.js';

const ALL_ENTE = 'l’ente e i suoi operatori';
export const MAILS = mails('ente', {
  registrato: { to: ALL_ENTE, when: 'l’ente si registra' },
  da_verificare: { to: 'chi verifica gli enti', when: 'un ente si registra o ripresenta la registrazione' },
  verificato: { to: ALL_ENTE, when: 'l’ente è verificato' },
  da_integrare: { to: ALL_ENTE, when: 'l’ufficio chiede di completare la registrazione' },
  respinto: { to: ALL_ENTE, when: 'la registrazione non è accettata' },
  sospeso: { to: ALL_ENTE, when: 'l’ente è sospeso' },
  riattivato: { to: ALL_ENTE, when: 'la sospensione finisce' },
  identita_corretta: { to: ALL_ENTE, when: 'l’ufficio corregge i dati con cui l’ente è stato verificato' },
});

type Rest = Pick<EmailDraft, 'subject' | 'paragraphs'> & Partial<EmailDraft>;

/** What every mail about an ente has in common; `occasione` keeps the key unique for each act. */
export function mailEnte(e: EntePerEmail, { tipo }: Mail, to: Indirizzo, occasione: string | number, rest: Rest): EmailDraft {
  return {
    chiave: `${tipo}:${e.id}:${to.address}:${occasione}`,
    tipo,
    to,
    about: { ambitoId: e.ambitoId, tipo: 'ente', id: e.id },
    facts: [
      ['Ente', e.denominazione],
      ['Ambito', e.ambito],
    ],
    ...rest,
  };
}

export const paginaEnte = (e: EntePerEmail): string => `/${e.ambitoSlug}/area/enti/${e.id}`;

const agliUffici = (e: EntePerEmail, subject: string, paragraphs: readonly string[]): EmailDraft[] =>
  e.perUffici.map(to =>
    mailEnte(e, MAILS.da_verificare, to, e.version, { subject, paragraphs, action: { label: 'Controlla i dati', path: paginaEnte(e) } }),
  );

const allEnte = (
  e: EntePerEmail,
  mail: Mail,
  subject: string,
  paragraphs: readonly string[],
  label = 'Vai alla pagina dell’ente',
  path = paginaEnte(e),
): EmailDraft[] => e.perEnte.map(to => mailEnte(e, mail, to, e.version, { subject, paragraphs, action: { label, path } }));

/** Receipt to the ente, notice to the offices. */
export function emailRegistrato(e: EntePerEmail): EmailDraft[] {
  return [
    ...allEnte(e, MAILS.registrato, `Registrazione ricevuta: ${e.denominazione}`, [
      frase`abbiamo ricevuto la registrazione di ${e.denominazione} [nel nomeEsteso].`,
      frase`[Il tecnico] controllerà i dati e ti faremo sapere l’esito. Intanto puoi caricare lo statuto e invitare altri operatori.`,
    ]),
    ...agliUffici(e, `Nuovo ente da verificare: ${e.denominazione}`, [`${e.denominazione} si è registrato e aspetta la verifica.`]),
  ];
}

const PER_STEP: Readonly<Record<AzioneEnte, (e: EntePerEmail, motivo: string) => EmailDraft[]>> = {
  verifica: e =>
    allEnte(
      e,
      MAILS.verificato,
      `${e.denominazione} è verificato`,
      [
        frase`[il tecnico] ha verificato ${e.denominazione}.`,
        'Da adesso l’ente può rispondere agli avvisi e designare i suoi rappresentanti ai tavoli.',
      ],
      'Vedi gli avvisi',
      `/${e.ambitoSlug}/avvisi`,
    ),
  chiedi_integrazione: (e, motivo) =>
    allEnte(
      e,
      MAILS.da_integrare,
      `Completa la registrazione di ${e.denominazione}`,
      [
        frase`[il tecnico] ha guardato la registrazione di ${e.denominazione}: prima di verificarla serve ancora qualcosa.`,
        `Che cosa serve: ${motivo}`,
        'Completa i dati o carica quello che manca, poi premi «Ripresenta la registrazione».',
      ],
      'Completa la registrazione',
    ),
  respingi: (e, motivo) =>
    allEnte(
      e,
      MAILS.respinto,
      `Registrazione non accettata: ${e.denominazione}`,
      [
        frase`[il tecnico] non ha potuto accettare la registrazione di ${e.denominazione}.`,
        `Motivo: ${motivo}`,
        'Puoi correggere i dati e ripresentare la registrazione.',
      ],
      'Correggi i dati',
    ),
  ripresenta: e =>
    agliUffici(e, `Ente da verificare di nuovo: ${e.denominazione}`, [
      `${e.denominazione} ha ripresentato la registrazione e aspetta la verifica.`,
    ]),
  sospendi: (e, motivo) =>
    allEnte(e, MAILS.sospeso, `${e.denominazione} è sospeso`, [
      frase`[il tecnico] ha sospeso ${e.denominazione}.`,
      `Motivo: ${motivo}`,
      'Finché dura la sospensione l’ente non può inviare designazioni. La sua storia resta, e i suoi dati si possono ancora aggiornare.',
    ]),
  riattiva: e =>
    allEnte(e, MAILS.riattivato, `${e.denominazione} è di nuovo attivo`, [
      `la sospensione di ${e.denominazione} è finita: l’ente può di nuovo designare i suoi rappresentanti.`,
    ]),
};

/** @param prima how it was called until now */
export const emailIdentitaCorretta = (e: EntePerEmail, prima: string, motivo: string): EmailDraft[] =>
  allEnte(e, MAILS.identita_corretta, `I dati di ${e.denominazione} sono stati corretti`, [
    prima === e.denominazione
      ? frase`[il tecnico] ha corretto i dati con cui ${e.denominazione} è stato verificato.`
      : frase`[il tecnico] ha corretto i dati con cui ${prima} è stato verificato: adesso si chiama ${e.denominazione}.`,
    `Motivo: ${motivo}`,
    'I documenti già pubblicati restano con i dati che avevano. Se la correzione non è giusta scrivi all’ufficio.',
  ]);

/** The mails of a step of the procedure. */
export const emailStep = (e: EntePerEmail, azione: AzioneEnte, motivazione: string | null): EmailDraft[] =>
  PER_STEP[azione](e, motivazione ?? '');
