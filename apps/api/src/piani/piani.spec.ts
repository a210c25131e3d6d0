import type { ManifestoDossier, PianoPubblicoView, PianoView, Problem } from '@tavoli/shared';
import { createHash } from 'node:crypto';
import { pdfGlyphs, withoutBlanks } from '../../testing/files/pdf-text.js';
import { testWorld, type World } from '../../testing/app.js';
import { multipart } from '../../testing/multipart.js';
import { Piani, UN_PDF } from '../../testing/scenario/piani.js';
import { leggiZip } from '../../testing/files/zip.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const nuovo = async () => new Piani(world, await world.scenario.base());
const sha256 = (b: Buffer): string => createHash('sha256').update(b).digest('hex');

describe('the allegati of a Piano', () => {
  it('are added by the coordinatore only, with the title of their source unless another is given', async () => {
    const p = await nuovo();
    await p.verbalePubblicato();
    const { base } = p;
    expect((await world.as(base.ufficio).post(p.at('/allegati'), { tipo: 'elenco_rappresentanti' })).status).toBe(403);
    expect((await world.as(base.ufficio).get(p.at())).status).toBe(200);
    expect((await world.as(base.referente).get(p.at())).status).toBe(403);
    await p.aggiungi({ tipo: 'elenco_rappresentanti' });
    await p.aggiungi({ tipo: 'verbali', tavoloId: base.tavolo.id });
    const view = await p.aggiungi({ tipo: 'registro_presenze', titolo: 'Chi c’era' });
    expect(view.allegati.map(a => [a.numero, a.tipo, a.titolo])).toEqual([
      ['A', 'elenco_rappresentanti', 'Elenco dei rappresentanti'],
      ['B', 'verbali', `Verbali degli incontri: ${base.tavolo.nome}`],
      ['C', 'registro_presenze', 'Chi c’era'],
    ]);
  });

  it('need something to attach', async () => {
    const p = await nuovo();
    const add = (input: object) => world.as(p.base.coordinatore).post<Problem>(p.at('/allegati'), input);
    expect((await add({ tipo: 'verbali' })).body.code).toBe('piano.allegato_vuoto');
    expect((await add({ tipo: 'elaborato' })).body.errors?.[0]?.pointer).toBe('/elaboratoId');
    const bozza = await world.scenario.elaborato(p.base.ambito, p.base.tavolo, 'bozza');
    expect((await add({ tipo: 'elaborato', elaboratoId: bozza.id })).body.errors?.[0]?.pointer).toBe('/elaboratoId');
  });

  it('an accepted elaborato is offered until it is attached, and is attached once', async () => {
    const p = await nuovo();
    const { id } = await world.scenario.elaborato(p.base.ambito, p.base.tavolo, 'accolto');
    expect((await p.leggi()).elaboratiLiberi.map(e => e.id)).toEqual([id]);
    expect((await p.aggiungi({ tipo: 'elaborato', elaboratoId: id })).elaboratiLiberi).toEqual([]);
    const again = await world.as(p.base.coordinatore).post<Problem>(p.at('/allegati'), { tipo: 'elaborato', elaboratoId: id });
    expect([again.status, again.body.code]).toEqual([409, 'piano.elaborato_gia_allegato']);
  });

  it('are put in another order on the version that was seen, and numbered by letters or numbers as the ambito wants', async () => {
    const p = await nuovo();
    const { base } = p;
    await p.atto('Primo');
    const view = await p.atto('Secondo');
    const ids = view.allegati.map(a => a.id).toReversed();
    const ordina = (allegati: unknown, version: number) =>
      world.as(base.coordinatore).put<PianoView & Problem>(p.at('/ordine'), { allegati }, { version });
    expect((await ordina(ids, view.version - 1)).status).toBe(412);
    expect((await ordina(ids.slice(1), view.version)).body.code).toBe('piano.ordine_superato');
    expect((await ordina([ids[0], ids[0]], view.version)).body.code).toBe('richiesta.non_valida');
    const { body } = await ordina(ids, view.version);
    expect(body.allegati.map(a => [a.numero, a.titolo])).toEqual([
      ['A', 'Secondo'],
      ['B', 'Primo'],
    ]);
    const input = {
      titolo: 'Piano di Zona',
      numerazione: 'numeri',
      programmi: [
        { anno: 2028, titolo: 'Secondo anno', atti: [{ titolo: 'Delibera', numero: '12/2028', data: '2028-01-10' }] },
        { anno: 2027, titolo: 'Primo anno', atti: [] },
      ],
    };
    const changed = await world.as(base.coordinatore).put<PianoView>(p.at(), input, { version: body.version });
    expect([changed.body.allegati.map(a => a.numero), changed.body.programmi.map(x => x.anno)]).toEqual([
      ['1', '2'],
      [2027, 2028],
    ]);
    const twice = await world
      .as(base.coordinatore)
      .put<Problem>(p.at(), { ...input, programmi: [input.programmi[0], input.programmi[0]] }, { version: changed.body.version });
    expect(twice.body.errors?.[0]?.pointer).toBe('/programmi/1/anno');
  });
});

describe('the dossier', () => {
  it('is asked for at once and made by a worker: cover, contents, allegati, registers, fingerprints, with the draft mark on every page', async () => {
    const p = await nuovo();
    await p.verbalePubblicato('Servono più ore di assistenza domiciliare.');
    await p.aggiungi({ tipo: 'verbali' });
    await p.atto('Delibera di approvazione');
    const asked = await world.as(p.base.coordinatore).post<PianoView>(p.at('/dossier'));
    expect([asked.status, asked.body.dossier, asked.body.puoCompilare]).toMatchObject([
      201,
      [{ versione: 1, stato: 'in_coda', finale: false, pdf: null }],
      false,
    ]);
    expect((await world.as(p.base.coordinatore).post<Problem>(p.at('/dossier'))).body.code).toBe('dossier.in_corso');
    const {
      dossier: [fatto],
      puoCompilare,
    } = await p.lavora();
    expect([fatto, puoCompilare]).toMatchObject([{ stato: 'pronto', avanzamento: 100, errore: null }, true]);
    const pdf = await p.file('pdf');
    const glyphs = pdfGlyphs(pdf);
    for (const words of [
      'Indice',
      'Allegato A. Verbali degli incontri',
      'Servono più ore di assistenza domiciliare.',
      'Allegato B. Delibera di approvazione',
      'Registro degli incontri e delle presenze',
      'Impronte dei documenti',
      sha256(UN_PDF).slice(0, 32),
    ]) {
      expect(glyphs).toContain(withoutBlanks(words));
    }
    expect(glyphs.split(withoutBlanks('BOZZA non definitiva')).length - 1).toBe((fatto?.pagine ?? 0) - 1);
    expect(pdf.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('comes with a ZIP of all originals, whose manifest names each by its fingerprint', async () => {
    const p = await nuovo();
    await p.verbalePubblicato();
    await p.aggiungi({ tipo: 'verbali' });
    await p.aggiungi({ tipo: 'elenco_rappresentanti' });
    await p.aggiungi({ tipo: 'registro_presenze' });
    await p.atto('Una delibera: bozza/finale');
    await p.compila();
    const files = await leggiZip(await p.file('zip'));
    const manifesto = JSON.parse(files.get('manifest.json')?.toString() ?? '') as ManifestoDossier;
    const named = [manifesto.dossier, ...manifesto.allegati.flatMap(a => a.file)];
    expect(manifesto.allegati.map(a => [a.numero, a.tipo, a.file.length])).toEqual([
      ['A', 'verbali', 1],
      ['B', 'elenco_rappresentanti', 1],
      ['C', 'registro_presenze', 1],
      ['D', 'atto', 1],
    ]);
    expect([...files.keys()].filter(name => name !== 'manifest.json').toSorted()).toEqual(named.map(f => f.percorso).toSorted());
    for (const f of named)
      expect([f.percorso, sha256(files.get(f.percorso) ?? Buffer.alloc(0)), files.get(f.percorso)?.length]).toEqual([
        f.percorso,
        f.sha256,
        f.bytes,
      ]);
  });

  it('F-7: made again from the same content it is the same to the byte, PDF and ZIP', async () => {
    const p = await nuovo();
    await p.verbalePubblicato();
    await p.aggiungi({ tipo: 'verbali' });
    await p.aggiungi({ tipo: 'registro_presenze' });
    const {
      dossier: [first],
    } = await p.compila();
    await world.db.query('DELETE FROM dossier_file WHERE dossier_id = $1', [first?.id]);
    await world.db.query(`UPDATE dossier SET stato = 'in_coda', pdf_sha256 = NULL, zip_sha256 = NULL WHERE id = $1`, [first?.id]);
    const {
      dossier: [again],
    } = await p.lavora();
    expect([again?.pdf, again?.zip]).toEqual([first?.pdf, first?.zip]);
    expect(first?.zip?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps every version, each with its files', async () => {
    const p = await nuovo();
    await p.atto('Uno');
    await p.compila();
    await p.atto('Due');
    const { dossier } = await p.compila();
    expect(dossier.map(d => [d.versione, d.stato])).toEqual([
      [2, 'pronto'],
      [1, 'pronto'],
    ]);
    expect(pdfGlyphs(await p.file('pdf', 1))).not.toContain('AllegatoB.Due');
    expect(pdfGlyphs(await p.file('pdf', 0))).toContain('AllegatoB.Due');
  });

  it('without allegati there is nothing to compile', async () => {
    const p = await nuovo();
    expect((await world.as(p.base.coordinatore).post<Problem>(p.at('/dossier'))).body.code).toBe('piano.senza_allegati');
  });
});

describe('closing', () => {
  it('makes the final dossier, fixes numbers and fingerprints in one act, and lets nothing change any more', async () => {
    const p = await nuovo();
    const { base } = p;
    await p.atto('Uno');
    await p.atto('Due');
    const view = await p.chiudi();
    expect(view).toMatchObject({
      stato: 'chiuso',
      puoModificare: false,
      azioni: ['riapri', 'pubblica'],
      dossier: [{ finale: true, stato: 'pronto' }],
    });
    expect(pdfGlyphs(await p.file('pdf'))).not.toContain('BOZZA');
    const acts = await world.db.query<{ contenuto: object }[]>(
      `SELECT x.contenuto FROM registro r JOIN registro_dettaglio x ON x.ambito_id = r.ambito_id AND x.seq = r.seq WHERE r.ambito_id = $1 AND r.azione = 'piano.chiudi'`,
      [base.ambito.id],
    );
    expect(acts).toMatchObject([
      { contenuto: { sha256: view.dossier[0]?.pdf?.sha256, zip: view.dossier[0]?.zip?.sha256, allegati: ['A', 'B'] } },
    ]);
    const refused = await world.as(base.coordinatore).delete<Problem>(p.at(`/allegati/${view.allegati[0]?.id ?? ''}`));
    expect([refused.status, refused.body.code]).toEqual([409, 'piano.chiuso']);
    expect((await world.as(base.coordinatore).post<Problem>(p.at('/dossier'))).body.code).toBe('piano.chiuso');
  });

  it('does not happen when the Piano changed while the dossier was being made, and says so', async () => {
    const p = await nuovo();
    await p.atto('Uno');
    await p.azione('chiudi');
    await p.atto('Arrivato intanto');
    const view = await p.lavora();
    expect(view).toMatchObject({
      stato: 'in_preparazione',
      dossier: [{ stato: 'fallito', errore: expect.stringContaining('è cambiato mentre il dossier si compilava') as string, pdf: null }],
    });
    expect((await p.chiudi()).stato).toBe('chiuso');
  });

  it('may be undone with a reason until the Piano is public: the version that was closed stays', async () => {
    const p = await nuovo();
    await p.atto('Uno');
    const { version } = await p.chiudi();
    const riapri = (body: object) => world.as(p.base.coordinatore).post<PianoView & Problem>(p.at('/azioni/riapri'), body, { version });
    expect((await riapri({})).body.errors?.[0]?.pointer).toBe('/motivazione');
    expect((await riapri({ motivazione: 'I sindaci chiedono una modifica.' })).body).toMatchObject({
      stato: 'in_preparazione',
      dossier: [{ versione: 1, finale: true }],
    });
    await p.chiudi();
    await p.azione('pubblica');
    const late = await world
      .as(p.base.coordinatore)
      .post<Problem>(p.at('/azioni/riapri'), { motivazione: 'I sindaci chiedono una modifica.' }, { version: (await p.leggi()).version });
    expect([late.status, late.body.code]).toEqual([409, 'piano.stato']);
  });
});

describe('delivery and publication', () => {
  it('everything public is recognised by its fingerprint: dossier, archive, originals, signed copies; nothing before', async () => {
    const p = await nuovo();
    const { base } = p;
    await p.verbalePubblicato();
    await p.aggiungi({ tipo: 'verbali' });
    await p.aggiungi({ tipo: 'registro_presenze' });
    await p.chiudi();
    const firmato = Buffer.concat([UN_PDF, Buffer.from('\n')]);
    await world.as(base.coordinatore).send('POST', p.at('/firmati'), ...multipart('dossier-firmato.pdf', firmato));
    const { version } = await p.leggi();
    const consegna = { inviatoIl: '2026-11-20', protocollo: '1234/2026', protocolloRegione: null };
    expect((await world.as(base.coordinatore).put<PianoView>(p.at('/consegna'), consegna, { version })).body.consegna).toEqual(consegna);
    const [pdf, zip] = [await p.file('pdf'), await p.file('zip')];
    const [presenze] = [...(await leggiZip(zip)).entries()].flatMap(([path, file]) => (path.startsWith('allegati/B/') ? [file] : []));
    const tutti = [pdf, zip, presenze ?? UN_PDF, firmato];
    for (const file of tutti) expect((await p.verifica(file)).autentico).toBe(false);
    const anonimo = () => world.as(null).get<PianoPubblicoView>(`/ambiti/${base.ambito.slug}/piano`);
    expect((await anonimo()).body.pubblicazione).toBeNull();
    expect((await world.as(null).get(p.at('/pubblicato/pdf'))).status).toBe(404);
    await p.azione('pubblica');
    for (const file of tutti)
      expect(await p.verifica(file)).toMatchObject({
        autentico: true,
        documento: { percorso: `/${base.ambito.slug}/piano`, atto: expect.any(Number) as number },
      });
    const { pubblicazione } = (await anonimo()).body;
    expect(pubblicazione).toMatchObject({
      consegna,
      pdf: { sha256: sha256(pdf) },
      zip: { sha256: sha256(zip) },
      firmati: [{ nome: 'dossier-firmato.pdf', sha256: sha256(firmato) }],
      allegati: [{ numero: 'A' }, { numero: 'B', file: [{ sha256: sha256(presenze ?? UN_PDF) }] }],
    });
    const file = await world.as(null).get(p.at(`/file/${pubblicazione?.allegati[1]?.file[0]?.id ?? ''}`));
    expect([file.status, sha256(file.raw), sha256((await world.as(null).get(p.at('/pubblicato/zip'))).raw)]).toEqual([
      200,
      sha256(presenze ?? UN_PDF),
      sha256(zip),
    ]);
  });

  it('nothing is delivered while the dossier is open', async () => {
    const p = await nuovo();
    const { version } = await p.leggi();
    const { status, body } = await world
      .as(p.base.coordinatore)
      .put<Problem>(p.at('/consegna'), { inviatoIl: '2026-11-20', protocollo: '1', protocolloRegione: null }, { version });
    expect([status, body.code]).toEqual([409, 'piano.stato']);
    expect((await world.as(p.base.coordinatore).send<Problem>('POST', p.at('/firmati'), ...multipart('f.pdf', UN_PDF))).body.code).toBe(
      'piano.stato',
    );
  });
});
