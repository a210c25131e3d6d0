import * as fc from 'fast-check';
import { inBase64, inPem, signed, type Signer } from '../../../../testing/files/signed.js';
import { LEVELS, looksSigned, openAll, openEnvelope } from './envelope.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n');
const ROSSI: Signer = { nome: 'Mario', cognome: 'Rossi', cn: 'RSSMRA80A01H501U/7420091600000001' };
const BIANCHI: Signer = { cn: 'Anna Bianchi' };

describe('a signed envelope', () => {
  it.each([
    ['DER', (b: Buffer) => b],
    ['base64', inBase64],
    ['PEM', inPem],
    ['base64 behind a byte-order mark', (b: Buffer) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), inBase64(b)])],
  ])('is opened as %s, and says who signed it', (_, written) => {
    const bytes = written(signed(PDF, [ROSSI, BIANCHI]));
    expect(looksSigned(bytes.subarray(0, 2048))).toBe(true);
    expect(openEnvelope(bytes)).toEqual({ content: PDF, signers: ['Mario Rossi', 'Anna Bianchi'] });
  });

  it('is opened where nothing says its length and the document comes in pieces', () => {
    const long = Buffer.concat([PDF, Buffer.alloc(50_000, 'x')]);
    expect(openEnvelope(signed(long, [BIANCHI], { pieces: 1000 }))).toEqual({ content: long, signers: ['Anna Bianchi'] });
  });

  it('within another is opened too: everybody who signed is told, outermost first', () => {
    const twice = signed(inBase64(signed(PDF, [BIANCHI])), [ROSSI, BIANCHI]);
    expect(openAll(twice)).toEqual({ content: PDF, levels: 2, signers: ['Mario Rossi', 'Anna Bianchi'] });
  });

  it('tells no name that is a code, and none of a certificate that no signature points at', () => {
    expect(openEnvelope(signed(PDF, [{ cn: 'RSSMRA80A01H501U/7420091600000001' }]))?.signers).toEqual([]);
  });

  it('tells a name on one line, as long as names are, without what is not seen', () => {
    const [name] = openEnvelope(signed(PDF, [{ cn: `Anna\u202e\r\nBianchi ${'x'.repeat(500)}` }]))?.signers ?? [];
    expect(name).toMatch(/^Anna ?Bianchi x{50,80}$/);
  });

  it('without its document says so', () => {
    expect(openAll(signed(PDF, [ROSSI], { detached: true }))).toEqual({ content: null, levels: 1, signers: ['Mario Rossi'] });
  });

  it('is none where the file is something else', () => {
    for (const other of [PDF, Buffer.alloc(0), Buffer.from('MIIB'), Buffer.from('-----BEGIN '), Buffer.alloc(3000, 'A')])
      expect([looksSigned(other), openEnvelope(other), openAll(other)]).toEqual([false, null, null]);
  });
});

describe('B-2: bytes made to harm', () => {
  const envelopes = [
    signed(PDF, [ROSSI, BIANCHI]),
    signed(PDF, [ROSSI], { pieces: 7 }),
    inPem(signed(PDF, [ROSSI])),
    signed(inBase64(signed(PDF, [BIANCHI])), [ROSSI]),
  ];
  const any = fc.constantFrom(...envelopes);

  it('cut anywhere, never give more than they hold nor throw', () => {
    fc.assert(
      fc.property(any, fc.nat(), (bytes, at) => {
        const cut = bytes.subarray(0, at % bytes.length);
        const opened = openAll(cut);
        expect(opened === null || (opened.content?.length ?? 0) <= cut.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('changed anywhere, never give more than they hold nor throw', () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(any, fc.array(change, { minLength: 1, maxLength: 6 }), (bytes, changes) => {
        const changed = Buffer.from(bytes);
        for (const [at, to] of changes) changed[at % changed.length] = to;
        const opened = openAll(changed);
        expect(opened === null || (opened.content?.length ?? 0) <= changed.length).toBe(true);
        for (const name of opened?.signers ?? []) expect(name).not.toMatch(/[\p{C}\d]/u);
      }),
      { numRuns: 3000 },
    );
  });

  it('nested without end are refused: elements, pieces and envelopes', () => {
    const head = signed(PDF, []).subarray(0, 17);
    expect(looksSigned(head)).toBe(true);
    expect(openEnvelope(Buffer.concat([head, Buffer.alloc(200_000, Buffer.from([0x30, 0x80]))]))).toBeNull();
    expect(openEnvelope(Buffer.concat([head, Buffer.alloc(200_000, Buffer.from([0x24, 0x80]))]))).toBeNull();
    let many: Buffer = PDF;
    for (let i = 0; i <= LEVELS; i += 1) many = signed(many, [BIANCHI]);
    expect(openAll(many)).toBeNull();
  });

  it('of more pieces than a signature needs are refused', () => {
    expect(openEnvelope(signed(Buffer.alloc(120_000, 'x'), [], { pieces: 1 }))).toBeNull();
  });
});
