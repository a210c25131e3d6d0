import type { TypedClient } from './typed.js';

/** What the story needs to know of the world it is told in. */
export interface Setting {
  readonly ambito: string;
  readonly ente: string;
  readonly avviso: string;
  /** Of the mailed link that signs in. */
  readonly segreto: string;
}

/** How who acts for an ente designates somebody, by the document alone: what it does not describe does not compile. */
export async function designate(client: TypedClient, { ambito, ente, avviso, segreto }: Setting) {
  await client.call('post', '/api/v1/sessione/link/usa', { body: { segreto } });
  const chi = await client.call('get', '/api/v1/sessione', {});
  if (!chi.ok || chi.body.account === null) throw new Error('Nobody is signed in.');

  const tavoli = await client.call('get', '/api/v1/ambiti/{ambito}/tavoli', { path: { ambito } });
  const tavolo = tavoli.ok ? tavoli.body.items[0] : undefined;
  if (tavolo === undefined) throw new Error('There is no tavolo.');

  const rappresentante = {
    ruolo: 'titolare',
    nome: 'Ada',
    cognome: 'Verdi',
    email: 'ada@prova.test',
    telefono: null,
    qualifica: null,
  } as const;
  const bozza = await client.call('post', '/api/v1/ambiti/{ambito}/enti/{ente}/designazioni', {
    path: { ambito, ente },
    header: { 'Idempotency-Key': 'una-chiave-per-questa-bozza' },
    body: {
      avvisoId: avviso,
      tavoloId: tavolo.id,
      rappresentanti: [rappresentante, { ...rappresentante, ruolo: 'supplente', email: 'bea@prova.test' }],
    },
  });
  if (!bozza.ok) throw new Error(bozza.problem.code);

  const passo = (version: number) =>
    client.call('post', '/api/v1/ambiti/{ambito}/designazioni/{designazione}/azioni/{azione}', {
      path: { ambito, designazione: bozza.body.id, azione: 'invia' },
      header: { 'If-Match': `"${version}"` },
      body: {},
    });
  const superata = await passo(bozza.body.version + 7);
  const inviata = await passo(bozza.body.version);
  return {
    chi: chi.body.account.email,
    tavolo: tavolo.nome,
    superata: superata.ok ? null : superata.problem.code,
    stato: inviata.ok ? inviata.body.stato : inviata.problem.code,
    numeroDiRegistro: inviata.ok ? inviata.body.numeroDiRegistro?.numero : undefined,
  };
}
