import type { LiveEvent, PresenzeView } from '@tavoli/shared';
import { io, type Socket } from 'socket.io-client';
import { testWorld, type World } from '../../../testing/app.js';
import { eventually } from '../../../testing/embedded.js';
import { creaIncontro, esegui, portaAdOggi } from '../../../testing/scenario/incontri.js';
import type { Persona } from '../../../testing/scenario.js';

let world: World;
const sockets: Socket[] = [];
beforeAll(async () => {
  world = await testWorld();
  await world.app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await world.close();
});

/** What an open page of this person is told, or of a visitor who has a public page open. */
async function hearing(chi: Persona | { readonly pagina: object }): Promise<LiveEvent[]> {
  const { port } = world.app.getHttpServer().address() as { port: number };
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: {
      ...('token' in chi ? { cookie: `__Host-sessione=${chi.token}` } : {}),
      origin: 'https://tavoli.test',
      host: 'tavoli.test',
    },
    auth: 'pagina' in chi ? chi : {},
  });
  sockets.push(socket);
  const heard: LiveEvent[] = [];
  socket.on('cambiato', (event: LiveEvent) => heard.push(event));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return heard;
}

it('a tap on a seat is told to the staff, to who sits at that tavolo and to visitors of its page, and to nobody else', async () => {
  const base = await world.scenario.base();
  const seduti = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  const altroTavolo = await world.scenario.tavolo(base.ambito);
  const membro = await world.scenario.persona({ email: seduti.persone[0]?.email });
  const convocato = await esegui(
    world,
    base.ambito,
    await creaIncontro(world, base.ambito, base.tavolo, base.referente),
    base.referente,
    'convoca',
  );
  await portaAdOggi(world, convocato);
  const aperto = await esegui(world, base.ambito, convocato, base.referente, 'apri');
  const { body } = await world.as(base.referente).get<PresenzeView>(`/ambiti/${base.ambito.slug}/incontri/${aperto.id}/presenze`);

  const visitatore = { pagina: { ambito: base.ambito.slug, tipo: 'incontro', id: aperto.id } };
  const told = await Promise.all([membro, base.referente, base.coordinatore, visitatore].map(hearing));
  const others = [
    await world.scenario.persona(),
    await world.scenario.incarico(base.ambito, 'referente', altroTavolo),
    (await world.scenario.base()).coordinatore,
  ];
  const untold = await Promise.all(others.map(hearing));
  await world.as(base.referente).post(`/ambiti/${base.ambito.slug}/incontri/${aperto.id}/presenze`, {
    voci: [{ postoId: body.posti[0]?.id, stato: 'titolare', prima: null, at: new Date().toISOString() }],
  });

  const event = { tipo: 'incontro', id: aperto.id, ambitoId: base.ambito.id };
  await eventually(async () => told.every(heard => heard.length > 0));
  expect(told).toEqual([[event], [event], [event], [event]]);
  expect(untold).toEqual([[], [], []]);
});
