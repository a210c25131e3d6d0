import { ask, ownHeaders } from './lib/ask.mjs';
import { press, send } from './lib/load.mjs';
import { headersOf } from './lib/product.mjs';
import { factFigure, ratioFigure } from './lib/report.mjs';
import { compare } from './lib/rounds.mjs';

const VERBALI = 240;
const WARM_UP = 40;
const COLD_PER_SECOND = 400;
const LOAD = { connections: 64, seconds: 1, workers: 2 };

/** Verbali that are approved and wait to be published, with the words of a real one. */
export async function seed(scenario, query) {
  const base = await scenario.base();
  const testo = 'Si è discusso dei servizi per le persone anziane e per chi se ne prende cura, con orari che tengano conto di chi lavora. '.repeat(9);
  const paragrafo = { type: 'paragraph', content: [{ type: 'text', text: testo }] };
  const documento = JSON.stringify({ type: 'doc', content: Array.from({ length: 10 }, () => paragrafo) });
  const ids = [];
  for (let i = 0; i < VERBALI; i += 1) {
    const { id, sezioneId } = await scenario.verbale(base.ambito, base.tavolo, 'approvato');
    await query('UPDATE verbale_sezione SET documento = $2 WHERE id = $1', [sezioneId, documento]);
    ids.push(id);
  }
  return { slug: base.ambito.slug, referente: base.referente, ids };
}

/** The public page of a verbale: kept in memory against the same bytes from bare Node, and made for the first time, one for each verbale. */
export async function run(lab) {
  const { slug, referente, ids } = lab.seeded['verbale-page'];
  await publish(lab, slug, referente, ids);
  const headers = headersOf(null);
  const paths = ids.map(id => `/${slug}/verbali/${id}`);
  const fresh = paths.map(path => ({ method: 'GET', path, headers }));
  await send(lab.product, fresh.slice(0, WARM_UP), { connections: 4 });
  const cold = await send(lab.product, fresh.slice(WARM_UP), { connections: 16 });

  await ask(lab.product.port, paths[0], { headers }); // made once; kept from now on
  const answer = await ask(lab.product.port, paths[0], { headers });
  const raw = await lab.raw('bytes', { headers: ownHeaders(answer.headers), body: answer.body });
  const load = { ...LOAD, headers };
  const measured = await compare({ product: () => press(lab.product, paths[0], load), raw: () => press(raw, paths[0], load) });
  await raw.stop();
  return [
    ratioFigure(`page of a verbale, cached (${(answer.body.length / 1000).toFixed(0)} kB compressed)`, measured, { goal: 0.4, aim: 0.64 }),
    factFigure('pages of verbali made for the first time', `${Math.round(cold.perSecond)}/s`, `>= ${COLD_PER_SECOND}/s`, cold.perSecond >= COLD_PER_SECOND, cold),
  ];
}

async function publish(lab, slug, referente, ids) {
  const headers = { ...headersOf(referente), 'content-type': 'application/json', 'if-match': '"1"' };
  for (const id of ids) {
    const { status, body } = await ask(lab.product.port, `/api/v1/ambiti/${slug}/verbali/${id}/azioni/pubblica`, { method: 'POST', headers, body: '{}' });
    if (status >= 300) throw new Error(`${id}: ${status} ${body}`);
  }
}
