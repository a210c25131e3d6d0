/**
 * What becomes of every column that may hold a person's data when they ask to be forgotten (GDPR art. 17). A column with such a name that is not here fails the tests: whoever adds one decides.
 * `cancella`: emptied or its row deleted; `anonimo`: the name is replaced, the act stays; `conserva`: kept, with the reason.
 */
export type Destino = 'cancella' | 'anonimo' | { readonly conserva: string };

const ENTE = { conserva: 'Dati dell’ente, non della persona: li cambia l’ente.' };
const ATTO = {
  conserva: 'Documento della pubblica amministrazione: chi c’era e chi ha deciso resta agli atti (D.Lgs. 42/2004, art. 10 e 30).',
};
const UFFICIO = { conserva: 'Recapiti dell’ufficio che risponde dell’atto, pubblicati con l’atto: li cambia l’ufficio.' };
const PUBBLICO = { conserva: 'Nome di un organo, di un luogo o di una cosa, non di una persona.' };

export const DATI_PERSONALI: Readonly<Record<string, Destino>> = {
  'account.email': 'anonimo',
  'account.email_confermata_at': 'cancella',
  'account.nome': 'anonimo',
  'account.cognome': 'anonimo',
  'account_segreto.email': 'cancella',
  'sessione.dispositivo': 'cancella',
  'ambito.nome': PUBBLICO,
  'ambito.contatti': PUBBLICO,
  'area_tematica.nome': PUBBLICO,
  'tavolo.nome': PUBBLICO,
  'comune.nome': PUBBLICO,
  'ente.denominazione': ENTE,
  'ente.email': ENTE,
  'ente.email_verificata': ENTE,
  'ente.pec': ENTE,
  'ente.telefono': ENTE,
  'ente.legale_rappresentante': ENTE,
  'ente.codice_fiscale': ENTE,
  'operatore_invito.email': 'cancella',
  'avviso_file.nome': PUBBLICO,
  'avviso.responsabile_nome': ATTO,
  'avviso.responsabile_telefono': UFFICIO,
  'avviso.responsabile_email': UFFICIO,
  'rappresentante.nome': 'anonimo',
  'rappresentante.cognome': 'anonimo',
  'rappresentante.email': 'anonimo',
  'rappresentante.telefono': 'cancella',
  'email.a_nome': 'anonimo',
  'email.a_indirizzo': 'anonimo',
  'email.da_nome': PUBBLICO,
  'incontro_file.nome': PUBBLICO,
  'incontro_ospite.nome': ATTO,
  'incontro_ospite.email': 'cancella',
  'invitato.nome': 'anonimo',
  'invitato.email': 'anonimo',
  'seguito.indirizzo': 'cancella',
  'email_rinuncia.indirizzo': 'cancella',
  'email_rinuncia_segreto.indirizzo': 'cancella',
  'verbale_sezione.tenuta_nome': 'cancella',
  'verbale_sezione.tenuta_da': 'cancella',
  'elaborato_sezione.tenuta_da': 'cancella',
  'dossier.richiesto_da': 'anonimo',
  'verbale.approvato_da': 'anonimo',
  'verbale_versione.nome': 'anonimo',
  'verbale_correzione.autore': 'anonimo',
  'verbale_correzione.autore_nome': 'anonimo',
  'contributo.provenienza_nome': 'anonimo',
  'contributo.autore_nome': 'cancella',
  'contributo.autore_email': 'cancella',
  'contributo.mostra_nome': 'cancella',
  'contributo_file.nome': PUBBLICO,
  'elaborato.file': PUBBLICO,
  'elaborato_sezione.tenuta_nome': 'cancella',
  'elaborato_versione.nome': 'anonimo',
  'elaborato_commento.autore': 'anonimo',
  'elaborato_commento.autore_nome': 'anonimo',
  'presenza.titolare': ATTO,
  'presenza.supplente': ATTO,
  'presenza.rilevata_da': 'anonimo',
  'incontro_punto.relatore': ATTO,
  'verbale_sezione.aggiornata_da': 'anonimo',
  'elaborato_sezione.aggiornata_da': 'anonimo',
  'contributo.raccolto_da': 'anonimo',
  'impegno.chi': ATTO,
  'impegno.chiuso_da': 'anonimo',
  'rappresentante.qualifica': 'cancella',
  'dossier.richiesto_nome': 'anonimo',
  'fase.organo_nome': PUBBLICO,
  'firmatario.persona': ATTO,
  'invito_diretto.invitato_da': ATTO,
  'piano_firmato.nome': PUBBLICO,
  'oscuramento_originale.nome': ATTO,
  'oscuramento_sostituto.nome': PUBBLICO,
  'firmatario.email': { conserva: 'Recapito dell’ufficio che firma.' },
  'registro.attore': 'anonimo',
};

/** Names of columns that may speak of a person. */
export const PARLA_DI_PERSONE =
  /(^|_)(nome|cognome|denominazione|email|pec|telefono|indirizzo|autore|attore|dispositivo|contatti|legale_rappresentante|registrazione|codice_fiscale)($|_)|^(titolare|supplente|relatore|persona|chi|qualifica)$|[ot]a?_da$/;
