import type { AllegatoCaricatoView, ContributoGestioneView, ContributoInput, RicevutaContributoView } from '@tavoli/shared';
import { ModuloService } from '../../src/contributi/invio/modulo.service.js';
import { newNetwork } from './accounts.js';
import { newKey, type Answer } from '../client.js';
import { ORIGIN, type World } from '../app.js';
import { multipart } from '../multipart.js';
import type { AmbitoWorld, Persona, TavoloWorld } from '../scenario.js';

/** A form opened so long ago that a person may have filled it. */
export const moduloDi = (world: World, tavolo: TavoloWorld, secondsAgo = 60): Promise<string> =>
  world.app.get(ModuloService, { strict: false }).firma(tavolo.id, Date.now() - secondsAgo * 1000);

export const contributoInput = (modulo: string, fields: Partial<ContributoInput> = {}): ContributoInput => ({
  titolo: 'Una navetta per il centro diurno',
  testo: 'Chi abita in contrada non riesce a raggiungere il centro diurno senza auto.',
  tipo: 'bisogno',
  comune: null,
  zona: null,
  risposte: [],
  provenienza: { tipo: 'cittadino', nome: null },
  mostraNome: false,
  allegati: [],
  autore: { nome: 'Autrice Inventata', email: `autrice-${newKey()}@prova.test`.toLowerCase() },
  informativaLetta: true,
  modulo,
  sito: '',
  ...fields,
});

/** Sends it from a network of its own. For worlds that trust the proxy. */
export async function invia(
  world: World,
  ambito: AmbitoWorld,
  tavolo: TavoloWorld,
  fields: Partial<ContributoInput> = {},
  as: Persona | null = null,
  address = newNetwork(),
): Promise<Answer<RicevutaContributoView>> {
  const input = contributoInput(fields.modulo ?? (await moduloDi(world, tavolo)), as === null ? fields : { autore: null, ...fields });
  return world.as(as).post<RicevutaContributoView>(`/ambiti/${ambito.slug}/tavoli/${tavolo.slug}/contributi`, input, {
    key: newKey(),
    headers: { 'x-forwarded-for': address },
  });
}

/** The secret in the latest mail of a kind to an address. */
export async function segretoIn(world: World, email: string, tipo: string): Promise<string> {
  const [mail] = await world.db.query<{ testo: string }[]>(
    `SELECT testo FROM email WHERE a_indirizzo = $1 AND tipo = $2 ORDER BY creata_at DESC, id LIMIT 1`,
    [email, `contributo.${tipo}`],
  );
  const segreto = /#([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(mail?.testo ?? '')?.[1];
  if (segreto === undefined) throw new Error(`No mail contributo.${tipo} with a secret to ${email}.`);
  return segreto;
}

export const conSegreto = (segreto: string) => ({ headers: { 'x-segreto': segreto } });

/** A step of staff on what they see now. */
export async function passo(
  world: World,
  ambito: AmbitoWorld,
  id: string,
  azione: string,
  who: Persona,
  body: Record<string, unknown> = {},
): Promise<Answer<ContributoGestioneView>> {
  const seen = await world.as(who).get<ContributoGestioneView>(`/ambiti/${ambito.slug}/contributi/${id}/gestione`);
  return world
    .as(who)
    .post<ContributoGestioneView>(`/ambiti/${ambito.slug}/contributi/${id}/azioni/${azione}`, body, { version: seen.body.version });
}

export { ORIGIN };

/** An attachment that a stranger uploads, from a network of its own, and has not sent. */
export async function conChiave(
  world: World,
  ambito: AmbitoWorld,
  tavolo: TavoloWorld,
  content: Buffer,
  address = newNetwork(),
): Promise<AllegatoCaricatoView> {
  const [body, { headers }] = multipart('allegato.pdf', content);
  const answer = await world
    .as(null)
    .send<AllegatoCaricatoView>('POST', `/ambiti/${ambito.slug}/tavoli/${tavolo.slug}/contributi/files`, body, {
      headers: { ...headers, 'x-forwarded-for': address },
    });
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}
