import { formatDataOra, frase, type EsitoIngresso } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';
import { mailEnte, paginaEnte } from './enti.emails.js';
import type { EntePerEmail, Indirizzo } from './enti.emails.data.js';

export const MAILS = mails('operatore', {
  invito: { to: 'la persona invitata', when: 'un operatore invita qualcuno ad agire per l’ente' },
  entrato: { to: 'l’ente e i suoi operatori', when: 'una persona comincia ad agire per l’ente' },
  rimosso: { to: 'la persona tolta', when: 'qualcuno viene tolto dagli operatori' },
  richiesta: { to: 'gli operatori dell’ente', when: 'una persona chiede di entrare tra gli operatori' },
  richiesta_incerta: {
    to: 'chi verifica gli enti',
    when: 'una persona chiede di agire per un ente e più registrazioni con quel codice fiscale aspettano la verifica',
  },
  richiesta_accolta: { to: 'chi ha chiesto di entrare', when: 'la richiesta è accolta' },
  richiesta_respinta: { to: 'chi ha chiesto di entrare', when: 'la richiesta non è accolta' },
});

/** To the invited person; the secret stands after `#`, so no server ever sees it in an address. */
export function emailInvito(e: EntePerEmail, invito: { email: string; segreto: string; scadeAt: Date }, da: string): EmailDraft {
  return mailEnte(e, MAILS.invito, { name: '', address: invito.email }, invito.scadeAt.getTime(), {
    subject: `${e.denominazione} ti invita tra i suoi operatori`,
    paragraphs: [
      frase`${da} ti invita ad agire per ${e.denominazione} nel portale dei Tavoli Tematici [del nomeEsteso].`,
      'Gli operatori tengono aggiornati i dati dell’ente e designano i suoi rappresentanti. Ognuno usa il proprio account: se non ne hai uno lo puoi creare in un minuto.',
      `L’invito vale fino a ${formatDataOra(invito.scadeAt)}. Se non te lo aspettavi puoi ignorarlo.`,
    ],
    action: { label: 'Leggi e accetta l’invito', path: `/inviti/operatore#${invito.segreto}` },
    why: `Ricevi questo messaggio perché ${da} ha indicato il tuo indirizzo per invitarti.`,
    secret: true,
  });
}

/** To the ente, when somebody starts to act for it: no one enters unseen. */
export function emailEntrato(e: EntePerEmail, chi: Indirizzo, operatoreId: string): EmailDraft[] {
  return e.perEnte
    .filter(to => to.address !== chi.address)
    .map(to =>
      mailEnte(e, MAILS.entrato, to, operatoreId, {
        subject: `${chi.name} è ora tra gli operatori di ${e.denominazione}`,
        paragraphs: [
          `${chi.name} (${chi.address}) può ora agire per ${e.denominazione}.`,
          'Se è un errore, un operatore lo può togliere dalla pagina dell’ente.',
        ],
        action: { label: 'Vedi gli operatori', path: paginaEnte(e) },
      }),
    );
}

export function emailRimosso(e: EntePerEmail, chi: Indirizzo, operatoreId: string): EmailDraft {
  return mailEnte(e, MAILS.rimosso, chi, operatoreId, {
    subject: `Non sei più tra gli operatori di ${e.denominazione}`,
    paragraphs: [
      `da adesso non puoi più agire per ${e.denominazione} nel portale.`,
      'Il tuo account resta attivo. Per chiarimenti rivolgiti all’ente.',
    ],
  });
}

/** To the operatori: somebody asks to join them. */
export function emailRichiesta(e: EntePerEmail, chi: Indirizzo, richiesta: { id: string; messaggio: string }): EmailDraft[] {
  return e.operatori.map(to =>
    mailEnte(e, MAILS.richiesta, to, richiesta.id, {
      subject: `${chi.name} chiede di entrare tra gli operatori di ${e.denominazione}`,
      paragraphs: [
        `${chi.name} (${chi.address}) chiede di poter agire per ${e.denominazione}.`,
        `Ha scritto: ${richiesta.messaggio}`,
        'Accogli la richiesta solo se conosci la persona.',
      ],
      action: { label: 'Rispondi alla richiesta', path: paginaEnte(e) },
    }),
  );
}

/** To the offices: more than one registration waits with the codice fiscale that was given. */
export function emailRichiestaIncerta(e: EntePerEmail, chi: Indirizzo, richiesta: { id: string; messaggio: string }): EmailDraft[] {
  return e.perUffici.map(to =>
    mailEnte(e, MAILS.richiesta_incerta, to, richiesta.id, {
      subject: `${chi.name} chiede di agire per un ente che aspetta la verifica`,
      paragraphs: [
        `${chi.name} (${chi.address}) chiede di poter agire per un ente, ma con lo stesso codice fiscale aspettano più registrazioni: non sappiamo a quale inoltrare la richiesta.`,
        `Ha scritto: ${richiesta.messaggio}`,
        'Quando avrete verificato la registrazione giusta, rispondete a questa persona: potrà chiedere di nuovo.',
      ],
      action: { label: 'Vedi le registrazioni', path: paginaEnte(e) },
    }),
  );
}

export function emailRisposta(e: EntePerEmail, chi: Indirizzo, richiestaId: string, esito: EsitoIngresso): EmailDraft {
  const accolta = esito === 'accolta';
  return mailEnte(e, MAILS[`richiesta_${esito}`], chi, richiestaId, {
    subject: accolta ? `Sei tra gli operatori di ${e.denominazione}` : `La tua richiesta per ${e.denominazione} non è stata accolta`,
    paragraphs: accolta
      ? [`la tua richiesta è stata accolta: da adesso puoi agire per ${e.denominazione}.`]
      : [`la tua richiesta di agire per ${e.denominazione} non è stata accolta.`, 'Se pensi che sia un errore, parlane con l’ente.'],
    ...(accolta ? { action: { label: 'Vai alla pagina dell’ente', path: paginaEnte(e) } } : {}),
  });
}
