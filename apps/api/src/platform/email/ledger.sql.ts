import { iso } from '../http/json-view.js';

/** SQL of a JSON object `EmailStatoView` for the row `m` of `email`. */
export const EMAIL_STATO = `jsonb_build_object('id', m.id, 'tipo', m.tipo, 'destinatario', m.a_indirizzo, 'oggetto', m.subject, 'stato', m.stato,
  'tentativi', m.tentativi, 'errore', m.errore, 'creataAt', ${iso('m.creata_at')}, 'inviataAt', ${iso('m.inviata_at')},
  'prossimoTentativoAt', CASE WHEN m.stato = 'in_coda' THEN ${iso('m.prossimo_tentativo_at')} END)`;

/** SQL: the mail `m` is about the thing whose id is the SQL expression `id`, alone or among others. */
export const riguarda = (id: string): string => `(m.oggetto_id = ${id} OR (m.anche <> '{}' AND m.anche @> ARRAY[${id}]))`;

/** SQL of a JSON array of `EmailStatoView`: the mails about the thing whose id is the SQL expression `id`, latest first; `condizione` is one more test on `m`. */
export function ledgerSql(ambitoId: string, id: string, condizione = 'true'): string {
  return `(SELECT coalesce(jsonb_agg(${EMAIL_STATO} ORDER BY m.creata_at DESC, m.id), '[]') FROM email m WHERE m.ambito_id = ${ambitoId} AND ${riguarda(id)} AND ${condizione})`;
}
