import {
  TIPI_FILE,
  type Pagina,
  type PianoPubblicoView,
  type SegnoSostituitoView,
  type TipoFileOscurabile,
  type VerificaView,
} from '@tavoli/shared';
import { createHash, randomUUID } from 'node:crypto';
import { testWorld, type World } from '../../testing/app.js';
import { baseElaborati, Elaborati, type BaseElaborati } from '../../testing/scenario/elaborati.js';
import { unaFase, unAtto } from '../../testing/scenario/iter.js';
import { multipart } from '../../testing/multipart.js';
import { Oscuramenti } from '../../testing/scenario/oscuramenti.js';
import { Piani, UN_PDF } from '../../testing/scenario/piani.js';
import { blobUses } from '../platform/storage/blob-uses.js';
import type { Persona } from '../../testing/scenario.js';

let world: World;
let base: BaseElaborati;
let oscura: Oscuramenti;
let piani: Piani;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await baseElaborati(world);
  oscura = new Oscuramenti(world, base);
  piani = new Piani(world, base);
});
afterAll(() => world.close());

const at = (path = '') => `/ambiti/${base.ambito.slug}${path}`;
const unPdf = (parole: string): Buffer<ArrayBuffer> => Buffer.concat([UN_PDF, Buffer.from(`% ${parole} ${randomUUID()}\n%%EOF\n`)]);
const verifica = async (file: Buffer) =>
  (await world.as(null).get<VerificaView>(`/verifica/${createHash('sha256').update(file).digest('hex')}`)).body;
const segni = async (percorso: string) =>
  (await world.as(null).get<Pagina<SegnoSostituitoView>>(at(`/sostituiti?percorso=${encodeURIComponent(percorso)}`))).body.items;

/** A public file: which it is, where anyone takes it from, and the page where it stands. */
interface Pubblico {
  readonly id: string;
  readonly scarica: () => Promise<string>;
  readonly pagina: string;
}

async function carica(metodo: 'POST' | 'PUT', path: string, pdf: Buffer<ArrayBuffer>, chi: Persona, version?: number): Promise<string> {
  const [body, options] = multipart('elenco.pdf', pdf);
  const done = await world.as(chi).send<{ id: string }>(metodo, path, body, { ...options, ...(version === undefined ? {} : { version }) });
  if (done.status >= 300) throw new Error(`${path}: ${done.text}`);
  return done.body.id;
}

const CREA: Readonly<Record<TipoFileOscurabile, (pdf: Buffer<ArrayBuffer>) => Promise<Pubblico>>> = {
  file_incontro: async pdf => {
    const { id } = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'convocato' });
    const file = await carica('POST', at(`/incontri/${id}/files`), pdf, base.referente);
    return { id: file, scarica: () => Promise.resolve(at(`/incontri/${id}/files/${file}`)), pagina: `/incontri/${id}` };
  },
  file_avviso: async pdf => {
    const { id } = await world.scenario.avviso(base.ambito, [base.tavolo], { stato: 'bozza' });
    const file = await carica('POST', at(`/avvisi/${id}/files`), pdf, base.coordinatore);
    await world.db.query(`UPDATE avviso SET stato = 'pubblicato', pubblicato_at = now() WHERE id = $1`, [id]);
    return { id: file, scarica: () => Promise.resolve(at(`/avvisi/${id}/files/${file}`)), pagina: `/avvisi/${id}` };
  },
  file_contributo: async pdf => {
    const { id } = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'pubblicato' });
    // As it stands once the office has published it with its file.
    const altro = await CREA.file_incontro(pdf);
    const [file] = await world.db.query<{ id: string }[]>(
      `INSERT INTO contributo_file (ambito_id, id, chiave_hash, contributo_id, nome, bytes, media_type, sha256, pubblico)
       SELECT ambito_id, gen_random_uuid(), sha256(id::text::bytea), $2, nome, bytes, 'application/pdf', sha256, true FROM incontro_file WHERE id = $1 RETURNING id`,
      [altro.id, id],
    );
    await world.db.query('DELETE FROM incontro_file WHERE id = $1', [altro.id]);
    return {
      id: file?.id ?? '',
      scarica: () => Promise.resolve(at(`/contributi/${id}/files/${file?.id ?? ''}`)),
      pagina: `/contributi/${id}`,
    };
  },
  file_elaborato: async pdf => {
    const elaborati = new Elaborati(world, base);
    const nuovo = await elaborati.nuovo('file');
    await carica('POST', at(`/elaborati/${nuovo.id}/file`), pdf, base.referente);
    const { id } = await elaborati.porta(nuovo, 'accolto');
    return { id, scarica: () => Promise.resolve(at(`/elaborati/${id}/elaborato.pdf`)), pagina: `/elaborati/${id}` };
  },
  file_piano: async pdf => {
    await piani.atto('Delibera', pdf);
    await piani.chiudi();
    await piani.azione('pubblica');
    return { id: (await piani.leggi()).allegati[0]?.id ?? '', scarica: delPiano, pagina: '/piano' };
  },
  file_firmato: async pdf => {
    await piani.aggiungi({ tipo: 'elenco_rappresentanti' });
    await piani.chiudi();
    await carica('POST', piani.at('/firmati'), pdf, base.coordinatore);
    await piani.azione('pubblica');
    const [firmato] = await world.db.query<{ id: string }[]>('SELECT id FROM piano_firmato WHERE ambito_id = $1', [base.ambito.id]);
    return { id: firmato?.id ?? '', scarica: () => Promise.resolve(piani.at(`/file/${firmato?.id ?? ''}`)), pagina: '/piano' };
  },
  file_atto: async pdf => {
    const { id } = await unAtto(world.db, base.ambito, await unaFase(world.db, base.ambito), true);
    await carica('PUT', at(`/iter/atti/${id}/file`), pdf, base.coordinatore, 1);
    return { id, scarica: () => Promise.resolve(at(`/iter/atti/${id}/file`)), pagina: '/iter' };
  },
};

/** The file of the one allegato, as the page of the Piano lists it now. */
async function delPiano(): Promise<string> {
  const { pubblicazione } = (await world.as(null).get<PianoPubblicoView>(at('/piano'))).body;
  return piani.at(`/file/${pubblicazione?.allegati[0]?.file.at(-1)?.id ?? ''}`);
}

const SI_TOLGONO: readonly TipoFileOscurabile[] = TIPI_FILE.filter(tipo => tipo !== 'file_elaborato' && tipo !== 'file_piano');

/** What holds files in the schema: public ones that somebody uploaded, by kind; the others with their reason. */
const DI_CHI: Readonly<Record<string, TipoFileOscurabile | 'fatto dal portale' | 'mai pubblico'>> = {
  'incontro_file.sha256': 'file_incontro',
  'avviso_file.sha256': 'file_avviso',
  'contributo_file.custodito': 'file_contributo',
  'elaborato_accoglimento.foto_file_sha256': 'file_elaborato',
  'allegato.file_sha256': 'file_piano',
  'piano_firmato.sha256': 'file_firmato',
  'atto.file_sha256': 'file_atto',
  // Made again from the text, or from what is among the others.
  'elaborato_accoglimento.pdf_sha256': 'fatto dal portale',
  'verbale_pubblicazione.sha256': 'fatto dal portale',
  'dossier.pdf_sha256': 'fatto dal portale',
  'dossier.zip_sha256': 'fatto dal portale',
  'dossier_file.sha256': 'fatto dal portale',
  // Read by the offices, or by who uploaded it.
  'elaborato.file_sha256': 'mai pubblico',
  'email_file.sha256': 'mai pubblico',
  'ente.statuto_sha256': 'mai pubblico',
  'file_archivio.sha256': 'mai pubblico',
  'oscuramento_originale.sha256': 'mai pubblico',
  'oscuramento_sostituto.sha256': 'mai pubblico',
  'osservazione.file_sha256': 'mai pubblico',
};

it('every column of the schema that holds a file says whether it is a public one, and each public kind can be blacked out', async () => {
  const usi = (await blobUses(world.db)).map(u => `${u.table}.${u.column}`);
  expect(usi.filter(u => !(u in DI_CHI))).toEqual([]);
  expect(Object.keys(DI_CHI).filter(u => !usi.includes(u))).toEqual([]);
  expect(
    Object.values(DI_CHI)
      .filter(t => t.startsWith('file_'))
      .sort(),
  ).toEqual([...TIPI_FILE].sort());
});

describe.each(TIPI_FILE)('a public %s', tipo => {
  it('G-4: is replaced: the old bytes are told as such and are nowhere, the new ones stand in their place, and the page says so', async () => {
    const [prima, dopo] = [unPdf('Ginevra Zanzottera'), unPdf('senza nomi')];
    const f = await CREA[tipo](prima);
    expect([(await world.as(null).get(await f.scarica())).raw.equals(prima), await segni(f.pagina)]).toEqual([true, []]);
    const vecchio = await f.scarica();
    const done = await oscura.file(tipo, f.id, dopo);
    expect(done.status).toBe(201);
    if (done.body.stato === 'in_corso') await piani.lavora();
    expect((await world.as(null).get(await f.scarica())).raw.equals(dopo)).toBe(true);
    expect((await world.as(null).get(vecchio)).raw.equals(prima)).toBe(false);
    expect(await verifica(prima)).toMatchObject({ autentico: false, sostituito: { percorso: `/${base.ambito.slug}${f.pagina}` } });
    expect(await segni(f.pagina)).toEqual([{ at: expect.any(String), sostituito: true }]);
  });

  it('is taken away where that makes sense, and the page still says that it stood there', async () => {
    const f = await CREA[tipo](unPdf('Ginevra Zanzottera'));
    const done = await oscura.file(tipo, f.id, null);
    expect([done.status, done.body.code]).toEqual(SI_TOLGONO.includes(tipo) ? [201, undefined] : [422, 'oscuramento.serve_sostituto']);
    expect(await segni(f.pagina)).toEqual(SI_TOLGONO.includes(tipo) ? [{ at: expect.any(String), sostituito: false }] : []);
    if (SI_TOLGONO.includes(tipo)) expect((await world.as(null).get(await f.scarica())).status).toBe(404);
  });
});

it('G-4: the same bytes are public in more places of several kinds: they leave all of them, and each page says so', async () => {
  const [prima, dopo] = [unPdf('Ginevra Zanzottera'), unPdf('senza nomi')];
  const due = [
    await CREA.file_incontro(prima),
    await CREA.file_incontro(prima),
    await CREA.file_avviso(prima),
    await CREA.file_atto(prima),
  ];
  expect((await oscura.file('file_avviso', due[2]?.id ?? '', dopo)).status).toBe(201);
  for (const f of due)
    expect([(await world.as(null).get(await f.scarica())).raw.equals(dopo), (await segni(f.pagina)).length]).toEqual([true, 1]);
});
