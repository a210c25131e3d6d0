import { randomUUID } from 'node:crypto';
import { ask } from './ask.mjs';
import { headersOf } from './product.mjs';

const TESTO =
  'Si è discusso dei servizi per le persone anziane e per chi se ne prende cura, con orari che tengano conto di chi lavora. '.repeat(9);
const PARAGRAFO = { type: 'paragraph', content: [{ type: 'text', text: TESTO }] };
const DOCUMENTO = JSON.stringify({ type: 'doc', content: Array.from({ length: 10 }, () => PARAGRAFO) });

/** So many verbali that are approved and wait to be published, of about three pages each. */
export async function seedVerbali(scenario, query, count) {
  const { ambito, tavolo, coordinatore, referente } = await scenario.base();
  const ids = [];
  for (let i = 0; i < count; i += 1) {
    const { id, sezioneId } = await scenario.verbale(ambito, tavolo, 'approvato');
    await query('UPDATE verbale_sezione SET documento = $2 WHERE id = $1', [sezioneId, DOCUMENTO]);
    ids.push(id);
  }
  return { slug: ambito.slug, piano: ambito.piano, coordinatore, referente, ids };
}

/** Publishes them all, through the product. */
export async function publishVerbali(product, { slug, referente, ids }) {
  for (const id of ids)
    await command(product, referente, `/api/v1/ambiti/${slug}/verbali/${id}/azioni/pubblica`, {}, { 'if-match': '"1"' });
}

/** One command of a person. @throws where it is refused */
export async function command({ port }, persona, path, body, more = {}) {
  const headers = {
    ...headersOf(persona),
    'accept-encoding': 'identity',
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    ...more,
  };
  const answer = await ask(port, path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body}`);
  return answer.body.length === 0 ? null : JSON.parse(answer.body);
}
