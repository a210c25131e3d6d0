import type { EmailStatoView, Pagina, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { dueRappresentanti } from '../../testing/scenario/rappresentanti.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

describe('the ledger of mails', () => {
  it('is read by the offices of the ambito, and a refused mail is sent again by who may see it', async () => {
    const base = await world.scenario.base();
    const at = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
    const made = await world.as(base.operatore).post<{ id: string; version: number }>(at(`/enti/${base.ente.id}/designazioni`), {
      avvisoId: base.avviso.id,
      tavoloId: base.tavolo.id,
      rappresentanti: dueRappresentanti(),
    });
    await world.as(base.operatore).post(at(`/designazioni/${made.body.id}/azioni/invia`), {}, { version: made.body.version });

    const list = await world.as(base.ufficio).get<Pagina<EmailStatoView>>(at('/email'));
    expect(list.body.items.map(m => m.tipo)).toContain('designazione.consenso');
    expect((await world.as(base.operatore).get(at('/email'))).status).toBe(403);

    const id = list.body.items[0]?.id ?? '';
    expect((await world.as(base.ufficio).post<Problem>(at(`/email/${id}/rinvio`))).body.code).toBe('email.stato');
    await world.db.query(`UPDATE email SET stato = 'rifiutata', errore = '550 no' WHERE id = $1`, [id]);
    expect((await world.as(base.operatore).post(at(`/email/${id}/rinvio`))).status).toBe(404);
    expect((await world.as(base.referente).post(at(`/email/${id}/rinvio`))).status).toBe(204);
    expect((await world.as(base.ufficio).get<Pagina<EmailStatoView>>(at('/email?stato=in_coda'))).body.items.map(m => m.id)).toContain(id);
  });
});
