import { File as NodeFile } from 'node:buffer';
import { webcrypto } from 'node:crypto';
import { network, open, problem, type Reply } from '../../../testing/page';
import { improntaDi, ImprontaImpossibile, leggiImpronta } from './impronta';
import { VerificaPage } from './verifica-page';

/** SHA-256 of `abc`, from FIPS 180-2. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const NO = { autentico: false, documento: null, sostituito: null };
const SOSTITUITO = { ...NO, sostituito: { at: '2026-12-03T09:00:00Z', percorso: '/ambito/verbali/uno', atto: 57, nuova: 'cd'.repeat(32) } };
const SI = {
  autentico: true,
  documento: { titolo: 'Verbale n. 3/2026', pubblicatoAt: '2026-12-01T09:00:00Z', percorso: '/ambito/verbali/uno', atto: 41 },
  sostituito: null,
};

async function apri(reply: Reply) {
  const net = network({ [`GET /api/v1/verifica/${ABC}`]: reply });
  const page = await open(VerificaPage, '/verifica', net);
  const controlla = async () => {
    page.fill('Impronta SHA-256', ABC.toUpperCase().replace(/(.{8})/g, '$1 '));
    await page.press('Controlla l’impronta');
  };
  return { ...page, controlla, chieste: () => net.calls.filter(c => c.url.includes('/verifica/')) };
}

/** The test's own has no way to read its bytes; those of visitors' browsers do. */
const file = (testo: string, nome: string) => new NodeFile([testo], nome) as unknown as File;
/** The test's browser has none, as on plain http. */
const https = () => Object.defineProperty(crypto, 'subtle', { value: webcrypto.subtle, configurable: true });

/** Reading and hashing a file take as long as they take. */
async function quando(vero: () => boolean): Promise<void> {
  while (!vero()) await new Promise(resolve => setTimeout(resolve, 5));
}

afterEach(() => {
  Reflect.deleteProperty(crypto, 'subtle');
  document.body.replaceChildren();
});

describe('The page that verifies a document', () => {
  it('an authentic one: says so, which it is, and where it stands in the register', async () => {
    const { host, text, controlla } = await apri({ body: SI });
    await controlla();
    expect(host.querySelector('.verification h2')?.textContent).toBe('È autentico');
    expect(text()).toContain('martedì 1º dicembre 2026, ore 10:00');
    expect(text()).toContain('n. 41');
    expect(host.querySelector('.verification a')?.getAttribute('href')).toBe('/ambito/verbali/uno');
  });

  it('another: says that it is not what was published, and that a comma is enough', async () => {
    const { host, text, controlla } = await apri({ body: NO });
    await controlla();
    expect(host.querySelector('.verification h2')?.textContent).toBe('Non è un documento pubblicato da noi');
    expect(text()).toContain('basta una virgola');
  });

  it('one that was blacked out: says that another took its place because of personal data, and leads there', async () => {
    const { host, text, controlla } = await apri({ body: SOSTITUITO });
    await controlla();
    expect(host.querySelector('.verification h2')?.textContent).toBe('Sostituito perché conteneva dati personali');
    expect(text()).toContain('cd'.repeat(32));
    expect(host.querySelector('.verification a')?.getAttribute('href')).toBe('/ambito/verbali/uno');
  });

  it('a file: only its fingerprint leaves the browser', async () => {
    https();
    const { host, text, chieste } = await apri({ body: SI });
    const input = host.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('There is a field for the file.');
    Object.defineProperty(input, 'files', { value: { item: () => file('abc', 'verbale.pdf') } });
    input.dispatchEvent(new Event('change'));
    await quando(() => text().includes('È autentico'));
    expect(chieste()).toEqual([{ method: 'GET', url: `/api/v1/verifica/${ABC}`, body: undefined }]);
    expect(text()).toContain('Il file «verbale.pdf»');
  });

  it('half a fingerprint is not asked about', async () => {
    const { text, fill, press, chieste } = await apri({ body: SI });
    fill('Impronta SHA-256', 'ba78');
    await press('Controlla l’impronta');
    expect(text()).toContain('ha 64 cifre');
    expect(chieste()).toHaveLength(0);
  });

  it('where it cannot be asked, it says why and nothing about the document', async () => {
    const { host, controlla } = await apri(
      problem({ status: 503, code: 'servizio.non_disponibile', title: 'Non riusciamo a raggiungere il portale.' }),
    );
    await controlla();
    expect(host.querySelector('.alert-danger')?.textContent).toContain('Non riusciamo a raggiungere il portale.');
    expect(host.querySelector('.verification')).toBeNull();
  });
});

describe('A fingerprint', () => {
  it('is that of the standard', async () => {
    https();
    expect(await improntaDi(file('abc', 'a'))).toBe(ABC);
  });

  it('says when the browser cannot compute it', async () => {
    await expect(improntaDi(file('abc', 'a'))).rejects.toBeInstanceOf(ImprontaImpossibile);
  });

  it('is read as people copy it', () => expect(leggiImpronta(' BA 78\n16 ')).toBe('ba7816'));
});
