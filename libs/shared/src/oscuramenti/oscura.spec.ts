import fc from 'fast-check';
import * as z from 'zod';
import { testiPubblici } from '../contributi/contributo.rules.js';
import { ContenutoSezione } from '../elaborati/blocchi.schema.js';
import { Documento, OSCURATO, oscuraDocumento, testoDi } from '../verbali/documento/index.js';
import { documento } from '../verbali/documento/testing/generatori.js';
import { braniDi, conDocumento, forbiciParole } from './forbici.js';
import { oscuraTesto, paroleScelte, ricorrenze, unisciTagli } from './oscura.rules.js';
import { oscuraOriginale } from './visita-contributo.js';
import { conContenuto } from './visita-elaborato.js';

const taglio = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ dal: Math.min(a, b), al: Math.max(a, b) }));

describe('cutting a text', () => {
  it('cuts that touch or overlap are one, and no character is divided', () => {
    expect(
      oscuraTesto('uno due tre', [
        { dal: 4, al: 7 },
        { dal: 6, al: 11 },
        { dal: 2, al: 2 },
      ]),
    ).toBe('uno [oscurato]');
    expect(oscuraTesto('a😀b', [{ dal: 2, al: 3 }])).toBe('a[oscurato]b');
  });

  it('nothing that was cut is left where it stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(taglio, { maxLength: 5 }), (testo, tagli) => {
        const uniti = unisciTagli(testo, tagli);
        const resto = testo.length - uniti.reduce((n, t) => n + t.al - t.dal, 0);
        expect(oscuraTesto(testo, tagli)).toHaveLength(resto + uniti.length * OSCURATO.length);
      }),
    );
  });

  it('finds the same words whatever their case and the spaces between, never inside a longer word', () => {
    const trova = (testo: string, parola: string) => ricorrenze(testo, [parola]).map(t => testo.slice(t.dal, t.al));
    expect(trova('Mario Rossi, MARIO\n rossi e Mario Rossini', 'Mario Rossi')).toEqual(['Mario Rossi', 'MARIO\n rossi']);
    expect(trova('a+b (c) [x]', 'b (c)')).toEqual(['b (c)']);
    expect(trova('è perché', 'è')).toEqual([]);
  });

  it('looks elsewhere for whole words, and apart where something was left out between them', () => {
    const brani = [{ chiave: 'a', dove: '', testo: 'La signora Rossi [omissis] abita in via Roma.' }];
    const dal = brani[0]?.testo.indexOf('ossi') ?? 0;
    expect(paroleScelte(brani, new Map([['a', [{ dal, al: dal + 'ossi [omissis] abita'.length }]]]))).toEqual(['Rossi', 'abita']);
  });
});

describe('cutting a document', () => {
  const marked = (text: string, ...marks: object[]) => ({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) });
  const link = (href: string) => ({ type: 'link', attrs: { href } });
  const uno = (...content: object[]) => Documento.parse({ type: 'doc', content: [{ type: 'paragraph', content }] });

  it('words cut run over bold and links; addresses that they stood on, or that spell them, are gone', () => {
    const doc = uno(
      marked('Parla '),
      marked('Mario ', { type: 'bold' }),
      marked('Rossi', link('https://esempio.it/persona')),
      marked(' qui', link('https://esempio.it/mario-rossi')),
      marked(' e là', link('https://altro.it')),
    );
    const fatto = conDocumento(forbiciParole(['Mario Rossi']), '', '', doc);
    expect(testoDi(fatto)).toBe('Parla [oscurato] qui e là');
    expect(JSON.stringify(fatto)).not.toMatch(/rossi|persona/i);
    expect(JSON.stringify(fatto)).toContain('altro.it');
  });

  it('stays a document, whatever is cut, and says the rest', () => {
    fc.assert(
      fc.property(documento, fc.array(taglio, { maxLength: 3 }), (doc, tagli) => {
        const prima = testoDi(doc);
        const fatto = oscuraDocumento(doc, (testo, n) => (n === 0 ? unisciTagli(testo, tagli) : []));
        expect(Documento.safeParse(fatto).success).toBe(true);
        if (tagli.length === 0) expect(testoDi(fatto)).toBe(prima);
      }),
    );
  });
});

describe('every kind of text', () => {
  /** Every place of a schema where somebody writes freely: no pattern, no format, no list of choices. */
  function* liberi(schema: z.core.JSONSchema.JSONSchema, path: readonly string[] = []): Generator<readonly string[]> {
    for (const s of [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])] as z.core.JSONSchema.JSONSchema[]) {
      if (s.type === 'string' && s.enum === undefined && s.const === undefined && s.format === undefined && s.pattern === undefined)
        yield path;
      for (const [k, v] of Object.entries(s.properties ?? {})) yield* liberi(v as z.core.JSONSchema.JSONSchema, [...path, k]);
      if (s.items) yield* liberi(s.items as z.core.JSONSchema.JSONSchema, [...path, '0']);
    }
  }

  it.each(ContenutoSezione.options.filter(o => o.shape.tipo.value !== 'testo').map(o => [o.shape.tipo.value, o] as const))(
    'G-4: of a part of kind %s every text that somebody writes can be blacked out',
    (tipo, schema) => {
      const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as z.core.JSONSchema.JSONSchema;
      for (const path of liberi(json)) {
        const canarino = `Canarino ${path.join(' ')}`;
        const riga = path.includes('opzioni') ? { forma: 'scelta' } : {};
        const cosa = conPath({ tipo, righe: [riga], voci: [{}] }, path, canarino);
        expect(JSON.stringify(conContenuto(forbiciParole([canarino]), '', '', cosa as never))).not.toContain(canarino);
      }
    },
  );

  function conPath(cosa: unknown, [testa, ...resto]: readonly string[], valore: string): unknown {
    if (testa === undefined) return valore;
    const base = (cosa ?? {}) as Record<string, unknown>;
    if (/^\d+$/.test(testa)) return [conPath(riempita((base as unknown as unknown[])[0]), resto, valore)];
    return { ...base, [testa]: conPath(base[testa], resto, valore) };
  }

  /** A row in which every field that is not looked at is there and empty. */
  function riempita(riga: unknown): unknown {
    const campi = ['dato', 'valore', 'fonte', 'titolo', 'motivo', 'gruppo', 'azione', 'nome', 'unita', 'etichetta'].map(c => [c, '-']);
    const nulli = ['periodo', 'chi', 'descrizione', 'numero', 'iniziale', 'atteso', 'aiuto'].map(c => [c, null]);
    return { ...Object.fromEntries([...campi, ...nulli]), forma: 'testo', opzioni: [], ...(typeof riga === 'object' ? riga : {}) };
  }
});

describe('the words of the author behind a twin', () => {
  it('a passage of the twin is found in the original whatever is left out before it; pieces left out stay left out', () => {
    const testo = fc.string({ minLength: 1, maxLength: 50 });
    const omissis = fc
      .array(taglio, { maxLength: 4 })
      .map(ts => ts.filter(t => t.dal < t.al).map(t => ({ campo: 'testo' as const, indice: 0, ...t })));
    fc.assert(
      fc.property(testo, omissis, fc.array(taglio, { maxLength: 3 }), (originale, tolti, tagli) => {
        const testi = { titolo: 'Titolo', testo: originale, risposte: [] };
        const pubblico = testiPubblici(testi, tolti).testo;
        const scelti = unisciTagli(pubblico, tagli).filter(t => !pubblico.slice(t.dal, t.al).includes('['));
        const liberi = scelti.filter(
          t => !/\[omissis\]/.test(pubblico) || !pubblico.slice(Math.max(0, t.dal - 9), t.al + 9).includes('omissis'),
        );
        const dopo = oscuraOriginale(testi, tolti, b => (b.chiave === 'testo' ? liberi : []));
        expect(testiPubblici(dopo.testi, dopo.omissis).testo).toBe(oscuraTesto(pubblico, liberi));
      }),
    );
  });

  it('lists its pieces once, and leaves out empty ones', () => {
    expect(
      braniDi((f, c: { a: string; b: string }) => [f({ chiave: 'a', dove: 'A', testo: c.a }), f({ chiave: 'b', dove: 'B', testo: c.b })], {
        a: 'x',
        b: ' ',
      }).map(b => b.chiave),
    ).toEqual(['a']);
  });
});
