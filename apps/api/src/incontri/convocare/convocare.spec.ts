import type { AnteprimaConvocazioneView, IncontroView, InvitoIncontroView, Problem } from '@tavoli/shared';
import ICAL from 'ical.js';
import { testWorld, type World } from '../../../testing/app.js';
import { bozzaDi, creaIncontro, esegui, portaAdOggi, segretiDegliInviti, traGiorni } from '../../../testing/scenario/incontri.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
let seduti: Awaited<ReturnType<World['scenario']['designazione']>>;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  seduti = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
});
afterAll(() => world.close());

const at = () => `/ambiti/${base.ambito.slug}`;
const crea = (fields: Parameters<typeof bozzaDi>[0] = {}) => creaIncontro(world, base.ambito, base.tavolo, base.referente, fields);
const fai = (incontro: Pick<IncontroView, 'id' | 'version'>, azione: string, body: object = {}) =>
  esegui(world, base.ambito, incontro, base.referente, azione, body);
const mails = (incontro: { id: string }) =>
  world.db.query<{ tipo: string; a: string; subject: string; testo: string; calendario: { method: string; ics: string } }[]>(
    'SELECT tipo, a_indirizzo AS a, subject, testo, calendario FROM email WHERE oggetto_id = $1 ORDER BY creata_at, a_indirizzo',
    [incontro.id],
  );

describe('a draft', () => {
  it('is seen by who manages it, and by nobody else', async () => {
    const incontro = await crea();
    expect(incontro).toMatchObject({ stato: 'bozza', azioni: ['convoca'], puoModificare: true });
    const seenBy = async (who: Base['referente'] | null) => (await world.as(who).get(`${at()}/incontri/${incontro.id}`)).status;
    expect([await seenBy(base.coordinatore), await seenBy(base.ufficio), await seenBy(base.operatore), await seenBy(null)]).toEqual([
      200, 200, 404, 404,
    ]);
  });

  it('is refused field by field: end before start, no place, an insecure link', async () => {
    const answer = await world.as(base.referente).post<Problem>(`${at()}/tavoli/${base.tavolo.slug}/incontri`, {
      ...bozzaDi({ sede: null }),
      fineAt: traGiorni(19).fineAt,
      ospiti: [
        { nome: 'Uno', email: 'o@prova.test' },
        { nome: 'Due', email: 'o@prova.test' },
      ],
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(e => e.pointer)).toEqual(['/fineAt', '/sede', '/ospiti/1/email']);
  });

  it('a series makes drafts at the same hour of Rome, each free to change', async () => {
    const inizioAt = '2031-10-07T14:00:00.000Z'; // 16:00, summer time
    const made = await world
      .as(base.referente)
      .post<{ incontri: { id: string; inizioAt: string }[] }>(`${at()}/tavoli/${base.tavolo.slug}/incontri`, {
        ...bozzaDi(),
        inizioAt,
        fineAt: '2031-10-07T16:00:00.000Z',
        serie: { cadenza: 'settimane', ogni: 2, finoAl: '2031-12-31T22:59:00.000Z' },
      });
    expect(made.body.incontri.map(i => i.inizioAt)).toEqual([
      '2031-10-07T14:00:00.000Z',
      '2031-10-21T14:00:00.000Z',
      '2031-11-04T15:00:00.000Z',
      '2031-11-18T15:00:00.000Z',
      '2031-12-02T15:00:00.000Z',
      '2031-12-16T15:00:00.000Z',
      '2031-12-30T15:00:00.000Z',
    ]);
  });

  it('is told of clashes: holiday, same room, people expected elsewhere; and may go on', async () => {
    const other = await world.scenario.tavolo(base.ambito);
    const altro = await world.scenario.designazione(base.ambito, { ...base, tavolo: other, stato: 'accettata', consenso: 'dato' });
    await world.db.query('UPDATE rappresentante SET email = $2 WHERE id = $1', [altro.persone[0]?.id, seduti.persone[0]?.email]);
    const natale = { inizioAt: '2031-12-25T15:00:00.000Z', fineAt: '2031-12-25T17:00:00.000Z' };
    await creaIncontro(world, base.ambito, other, base.coordinatore, natale);
    const { gestione } = await crea(natale);
    expect(gestione?.conflitti.map(c => c.tipo)).toEqual(['festivo', 'sede', 'persone']);
    expect(gestione?.preavviso.esito).toBe('ok');
    const patrono = JSON.stringify({ patrono: { nome: 'San Siro', giorno: 9, mese: 12 } });
    await world.db.query('UPDATE ambito SET impostazioni = impostazioni || $2 WHERE id = $1', [base.ambito.id, patrono]);
    const siro = await crea({ inizioAt: '2031-12-09T15:00:00.000Z', fineAt: '2031-12-09T17:00:00.000Z' });
    expect(siro.gestione?.conflitti.map(c => c.testo)).toEqual(['Il giorno scelto è festivo: San Siro, santo patrono.']);
  });
});

describe('convening', () => {
  it('shows beforehand exactly who will be written to, and the words', async () => {
    const incontro = await crea({ ospiti: [{ nome: 'Ospite Atteso', email: 'ospite@prova.test' }] });
    const { body } = await world.as(base.referente).get<AnteprimaConvocazioneView>(`${at()}/incontri/${incontro.id}/anteprima`);
    await fai(incontro, 'convoca');
    expect(body.destinatari.map(d => d.email).sort()).toEqual((await mails(incontro)).map(m => m.a).sort());
    expect(body.destinatari.map(d => d.ruolo).sort()).toEqual(['coordinatore', 'ospite', 'referente', 'supplente', 'titolare']);
    expect(body.email?.testo).toContain('1. Primo punto (30 minuti)');
    expect((await world.as(base.referente).get<Problem>(`${at()}/incontri/${incontro.id}/anteprima`)).body.code).toBe('incontro.stato');
  });

  it('writes one mail each, with an invitation that names nobody else', async () => {
    const incontro = await crea({ linkVideo: 'https://video.prova.test/stanza' });
    await fai(incontro, 'convoca');
    const sent = await mails(incontro);
    for (const { a, calendario } of sent) {
      const event = new ICAL.Component(ICAL.parse(calendario.ics) as unknown[]).getFirstSubcomponent('vevent');
      expect(event?.getAllProperties('attendee').map(p => p.getFirstValue())).toEqual([`MAILTO:${a}`]);
      expect([calendario.method, event?.getFirstPropertyValue('uid'), event?.getFirstPropertyValue('sequence')]).toEqual([
        'REQUEST',
        `incontro-${incontro.id}@tavoli-tematici`,
        0,
      ]);
      for (const other of sent.filter(m => m.a !== a)) expect(calendario.ics).not.toContain(other.a);
    }
    expect(sent).toHaveLength(4);
  });

  it('needs an ordine del giorno, the notice, and someone to call', async () => {
    const refuse = async (fields: Parameters<typeof bozzaDi>[0], body: object = {}) => {
      const incontro = await crea(fields);
      return (
        await world.as(base.referente).post<Problem>(`${at()}/incontri/${incontro.id}/azioni/convoca`, body, { version: incontro.version })
      ).body;
    };
    expect((await refuse({ punti: [] })).code).toBe('incontro.ordine_del_giorno_vuoto');
    expect((await refuse(traGiorni(2), { urgenza: 'Scade un bando regionale.' })).code).toBe('incontro.preavviso');
    const short = await refuse(traGiorni(4));
    expect([short.code, short.errors?.[0]?.pointer]).toEqual(['incontro.serve_urgenza', '/urgenza']);
    expect((await refuse(traGiorni(-2))).code).toBe('incontro.inizio_passato');
  });

  it('by urgency says why, to everyone', async () => {
    const incontro = await crea(traGiorni(4));
    const after = await fai(incontro, 'convoca', { urgenza: 'Scade un bando regionale.' });
    expect(after.gestione?.convocazioni[0]).toMatchObject({ tipo: 'convocazione', urgenza: 'Scade un bando regionale.' });
    for (const { testo } of await mails(incontro)) expect(testo).toContain('Scade un bando regionale.');
  });

  it('two referenti at once convene it once', async () => {
    const altro = await world.scenario.incarico(base.ambito, 'referente', base.tavolo);
    const incontro = await crea();
    const answers = await Promise.all(
      [base.referente, altro].map(who =>
        world.as(who).post(`${at()}/incontri/${incontro.id}/azioni/convoca`, {}, { version: incontro.version }),
      ),
    );
    expect(answers.map(a => a.status).sort()).toEqual([200, 412]);
    expect((await world.db.query<unknown[]>('SELECT 1 FROM convocazione WHERE incontro_id = $1', [incontro.id])).length).toBe(1);
    expect(await mails(incontro)).toHaveLength(5); // two referenti, titolare, supplente, coordinatore
  });

  it('leaves the video address and the people out of what the public reads', async () => {
    const incontro = await crea({ linkVideo: 'https://video.prova.test/stanza' });
    await fai(incontro, 'convoca');
    const { body, text } = await world.as(null).get<IncontroView>(`${at()}/incontri/${incontro.id}`);
    expect(body).toMatchObject({ linkVideo: null, gestione: null, invito: null, azioni: [], online: true });
    for (const { email } of seduti.persone) expect(text).not.toContain(email);
  });
});

describe('answering', () => {
  const conSegreto = (segreto: string, azione: string) =>
    world.as(null).post<InvitoIncontroView & Problem>(`/invito/azioni/${azione}`, {}, { headers: { 'x-segreto': segreto } });

  it('a titolare hands over: out of one calendar, into the other, and back', async () => {
    const convocato = await fai(await crea(), 'convoca');
    const [titolare, supplente] = seduti.persone.map(p => p.email);
    const segreti = await segretiDegliInviti(world, convocato);
    const passed = await conSegreto(segreti.get(titolare ?? '') ?? '', 'passa');
    expect(passed.body).toMatchObject({ risposta: 'passa', azioni: ['partecipa', 'declina'] });
    await conSegreto(segreti.get(titolare ?? '') ?? '', 'passa'); // the same answer again is one answer
    await conSegreto(segreti.get(titolare ?? '') ?? '', 'partecipa');
    const calendarOf = async (a?: string) =>
      (await mails(convocato))
        .filter(m => m.a === a)
        .map(m => [
          m.tipo,
          m.calendario.method,
          /SEQUENCE:(\d+)/.exec(m.calendario.ics)?.[1],
          /ROLE=([A-Z-]+)/.exec(m.calendario.ics.replaceAll('\r\n ', ''))?.[1],
        ]);
    expect(await calendarOf(titolare)).toEqual([
      ['incontro.convocazione', 'REQUEST', '0', 'REQ-PARTICIPANT'],
      ['incontro.passaggio', 'CANCEL', '1', 'REQ-PARTICIPANT'],
      ['incontro.ripresa', 'REQUEST', '2', 'REQ-PARTICIPANT'],
    ]);
    expect(await calendarOf(supplente)).toEqual([
      ['incontro.convocazione', 'REQUEST', '0', 'OPT-PARTICIPANT'],
      ['incontro.subentro', 'REQUEST', '1', 'REQ-PARTICIPANT'],
      ['incontro.ripresa', 'REQUEST', '2', 'OPT-PARTICIPANT'],
    ]);
  });

  it('without a supplente there is nobody to hand over to', async () => {
    await world.db.query(`UPDATE mandato SET al = now(), motivo_fine = 'revocata' WHERE rappresentante_id = $1`, [seduti.persone[1]?.id]);
    const convocato = await fai(await crea(), 'convoca');
    const answer = await conSegreto((await segretiDegliInviti(world, convocato)).get(seduti.persone[0]?.email ?? '') ?? '', 'passa');
    expect([answer.status, answer.body.code]).toEqual([409, 'invito.senza_supplente']);
  });

  it('reading the link answers nothing, and once it has begun answers are closed', async () => {
    const convocato = await fai(await crea(), 'convoca');
    const segreto = (await segretiDegliInviti(world, convocato)).get(seduti.persone[0]?.email ?? '') ?? '';
    const read = await world.as(null).get<InvitoIncontroView>('/invito', { headers: { 'x-segreto': segreto } });
    expect(read.body).toMatchObject({ risposta: 'in_attesa', azioni: ['partecipa', 'declina', 'passa'] });
    await portaAdOggi(world, convocato);
    expect((await conSegreto(segreto, 'partecipa')).body.code).toBe('invito.chiuso');
  });

  it('from the portal one answers one’s own invitation only', async () => {
    const membro = await world.scenario.persona({ email: seduti.persone[0]?.email });
    const convocato = await fai(await crea(), 'convoca');
    const answer = await world.as(membro).post<IncontroView>(`${at()}/incontri/${convocato.id}/risposte/declina`, {});
    expect(answer.body.invito).toMatchObject({ risposta: 'no' });
    expect((await world.as(base.operatore).post(`${at()}/incontri/${convocato.id}/risposte/partecipa`, {})).status).toBe(404);
  });

  it('a secret of a designazione does not open an invitation, nor the other way round', async () => {
    const convocato = await fai(await crea(), 'convoca');
    const invito = (await segretiDegliInviti(world, convocato)).get(seduti.persone[0]?.email ?? '') ?? '';
    const read = async (path: string, segreto: string) => (await world.as(null).get(path, { headers: { 'x-segreto': segreto } })).status;
    expect([
      await read('/invito', seduti.persone[0]?.segreto ?? ''),
      await read('/consenso', invito),
      await read('/invito', invito),
    ]).toEqual([404, 404, 200]);
  });
});
