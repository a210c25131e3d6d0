/**
 * Roles are relations to a place, never global (but for `amministratore`): the same person is referente of one tavolo and
 * cittadino at the next. `referente_congiunto` is the referente of a tavolo that
 * meets together with the one that calls. `designato` is whoever holds the secret link mailed to a named person; it needs no account.
 */
export const RUOLI = [
  'pubblico',
  'cittadino',
  'designato',
  'rappresentante',
  'operatore',
  'referente',
  'referente_congiunto',
  'ufficio_di_piano',
  'coordinatore',
  'amministratore',
] as const;
export type Ruolo = (typeof RUOLI)[number];

export const ETICHETTE_RUOLO: Record<Ruolo, string> = {
  pubblico: 'Pubblico',
  cittadino: 'Cittadino che ha fatto l’accesso',
  designato: 'Persona designata',
  rappresentante: 'Rappresentante',
  operatore: 'Operatore dell’ente',
  referente: 'Referente del tavolo',
  referente_congiunto: 'Referente di un altro tavolo chiamato insieme',
  ufficio_di_piano: 'Ufficio di piano',
  coordinatore: 'Coordinatore',
  amministratore: 'Amministratore',
};
