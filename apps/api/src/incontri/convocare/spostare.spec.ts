import type { IncontroView, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { bozzaDi, creaIncontro, esegui, segretiDegliInviti, traGiorni } from '../../../testing/scenario/incontri.js';

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

const crea = (fields: Parameters<typeof bozzaDi>[0] = {}) => creaIncontro(world, base.ambito, base.tavolo, base.referente, fields);
const fai = (incontro: Pick<IncontroView, 'id' | 'version'>, azione: string, body: object = {}) =>
  esegui(world, base.ambito, incontro, base.referente, azione, body);
const mails = (incontro: { id: string }) =>
  world.db.query<{ tipo: string; a: string; subject: string; testo: string; calendario: { method: string; ics: string } }[]>(
    'SELECT tipo, a_indirizzo AS a, subject, testo, calendario FROM email WHERE oggetto_id = $1 ORDER BY creata_at, a_indirizzo',
    [incontro.id],
  );

describe('moving and cancelling', () => {
  it('a move has a reason, a higher SEQUENCE, and asks everyone again', async () => {
    const convocato = await fai(await crea(), 'convoca');
    const titolare = seduti.persone[0]?.email ?? '';
    await world
      .as(null)
      .post('/invito/azioni/partecipa', {}, { headers: { 'x-segreto': (await segretiDegliInviti(world, convocato)).get(titolare) ?? '' } });
    const spostamento = { ...traGiorni(30), sede: null, linkVideo: 'https://video.prova.test/altra' };
    const moved = await fai(convocato, 'sposta', { motivazione: 'La sala non è disponibile.', spostamento });
    expect(moved).toMatchObject({ stato: 'convocato', sequence: 1, inizioAt: spostamento.inizioAt, sede: null });
    expect(moved.gestione?.invitati.find(i => i.email === titolare)?.risposta).toBe('in_attesa');
    const [mail] = (await mails(moved)).filter(m => m.tipo === 'incontro.spostamento' && m.a === titolare);
    expect(mail?.testo).toContain('La sala non è disponibile.');
    expect(mail?.calendario).toMatchObject({ method: 'REQUEST', ics: expect.stringContaining('SEQUENCE:1') as string });
  });

  it('a move of the place alone leaves the answers as they were: who comes, who does not, who has the seat of another; with a higher SEQUENCE', async () => {
    const incontro = await crea();
    const convocato = await fai(incontro, 'convoca');
    const [titolare, supplente] = seduti.persone.map(p => p.email ?? '') as [string, string];
    const segreti = await segretiDegliInviti(world, convocato);
    const risponde = (chi: string, azione: string) =>
      world.as(null).post(`/invito/azioni/${azione}`, {}, { headers: { 'x-segreto': segreti.get(chi) ?? '' } });
    const risposte = (v: IncontroView) => [titolare, supplente].map(e => v.gestione?.invitati.find(i => i.email === e)?.risposta);
    const verso = (nome: string, fineAt = convocato.fineAt) => ({
      motivazione: 'La sala non è disponibile.',
      spostamento: {
        inizioAt: convocato.inizioAt,
        fineAt,
        sede: { nome, indirizzo: 'Via di Prova 2', accessibile: true },
        linkVideo: null,
      },
    });
    const ultimo = async (a: string) => {
      const m = (await mails(convocato)).filter(x => x.tipo === 'incontro.spostamento' && x.a === a).at(-1);
      return { ...m, ics: m?.calendario?.ics.replaceAll('\r\n ', '') };
    };

    await risponde(titolare, 'partecipa');
    const primo = await fai(convocato, 'sposta', verso('Sala nuova'));
    expect([primo.sequence, risposte(primo)]).toEqual([1, ['si', 'in_attesa']]);
    const [detto, daDire] = [await ultimo(titolare), await ultimo(supplente)];
    expect(detto.testo).toMatch(/La tua risposta resta valida: hai detto che ci sarai[^]*Sala nuova/);
    expect([detto.ics?.includes('SEQUENCE:1'), /PARTSTAT=([A-Z-]+)/.exec(detto.ics ?? '')?.[1]]).toEqual([true, 'ACCEPTED']);
    expect(daDire.testo).toContain('Facci sapere se ci sarai');
    expect(/PARTSTAT=([A-Z-]+)/.exec(daDire.ics ?? '')?.[1]).toBe('NEEDS-ACTION');

    await risponde(titolare, 'passa');
    await risponde(supplente, 'partecipa');
    const secondo = await fai(primo, 'sposta', verso('Sala grande'));
    expect(risposte(secondo)).toEqual(['passa', 'si']);
    expect(await ultimo(titolare)).toMatchObject({ testo: expect.stringContaining('hai passato il posto al supplente'), calendario: null });
    expect((await ultimo(supplente)).ics).toMatch(/ROLE=REQ-PARTICIPANT[^]*PARTSTAT=ACCEPTED/);

    const terzo = await fai(secondo, 'sposta', verso('Sala grande', new Date(Date.parse(convocato.fineAt) + 1_800_000).toISOString()));
    expect(risposte(terzo)).toEqual(['in_attesa', 'in_attesa']);
  });

  it('who does not sit there any more is told, and their link answers no more', async () => {
    const convocato = await fai(await crea(), 'convoca');
    const titolare = seduti.persone[0];
    const segreto = (await segretiDegliInviti(world, convocato)).get(titolare?.email ?? '') ?? '';
    await world.db.query(`UPDATE mandato SET al = now(), motivo_fine = 'revocata' WHERE rappresentante_id = $1`, [titolare?.id]);
    const refused = await world.as(null).post<Problem>('/invito/azioni/partecipa', {}, { headers: { 'x-segreto': segreto } });
    expect([refused.status, refused.body.code]).toEqual([410, 'invito.revocato']);
    await fai(convocato, 'sposta', {
      motivazione: 'La sala non è disponibile.',
      spostamento: { ...traGiorni(30), sede: null, linkVideo: 'https://video.prova.test/altra' },
    });
    const told = (await mails(convocato)).filter(m => m.a === titolare?.email).map(m => [m.tipo, m.calendario.method]);
    expect(told).toEqual([
      ['incontro.convocazione', 'REQUEST'],
      ['incontro.uscita', 'CANCEL'],
    ]);
  });

  it('a cancellation takes it out of every calendar, and answers end', async () => {
    const convocato = await fai(await crea(), 'convoca');
    const segreti = await segretiDegliInviti(world, convocato);
    const annullato = await fai(convocato, 'annulla', { motivazione: 'Manca il relatore principale.' });
    expect(annullato).toMatchObject({ stato: 'annullato', azioni: [], motivazione: 'Manca il relatore principale.' });
    const out = (await mails(annullato)).filter(m => m.tipo === 'incontro.annullamento');
    expect(out).toHaveLength(4);
    for (const { calendario } of out) {
      expect(calendario).toMatchObject({ method: 'CANCEL', ics: expect.stringContaining('STATUS:CANCELLED') as string });
      expect(calendario.ics).toContain('SEQUENCE:1');
    }
    const late = await world
      .as(null)
      .post<Problem>('/invito/azioni/partecipa', {}, { headers: { 'x-segreto': segreti.get(seduti.persone[0]?.email ?? '') ?? '' } });
    expect(late.body.code).toBe('invito.chiuso');
  });

  it('within 48 hours the subject says so', async () => {
    const convocato = await fai(await crea(), 'convoca');
    await world.db.query(
      `UPDATE incontro SET inizio_at = now() + interval '30 hours', fine_at = now() + interval '32 hours' WHERE id = $1`,
      [convocato.id],
    );
    await fai(convocato, 'annulla', { motivazione: 'Manca il relatore principale.' });
    for (const { subject } of (await mails(convocato)).filter(m => m.tipo === 'incontro.annullamento'))
      expect(subject).toMatch(/^Urgente: /);
  });
});
